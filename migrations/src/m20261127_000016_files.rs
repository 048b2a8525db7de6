use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        manager
            .create_table(
                Table::create()
                    .table("file")
                    .col(uuid("id").primary_key())
                    .col(uuid_null("account_id"))
                    .col(text("name"))
                    .col(string("media_type"))
                    .col(integer("size"))
                    .col(string("digest"))
                    .col(string_null("used_by"))
                    .col(timestamp_with_time_zone("used_since"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(blob("body"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("file_account").table("file").col("account_id").to_owned()).await?;
        manager
            .create_index(Index::create().name("file_used").table("file").col("used_by").col("used_since").to_owned())
            .await?;
        // Which entries show which pictures and files: what the last of them lets go is forgotten.
        manager
            .create_table(
                Table::create()
                    .table("shown")
                    .col(string("entity"))
                    .col(uuid("entity_id"))
                    .col(uuid("media_id"))
                    .primary_key(Index::create().col("entity").col("entity_id").col("media_id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("shown_media").table("shown").col("media_id").to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        manager.drop_table(Table::drop().table("shown").to_owned()).await?;
        manager.drop_table(Table::drop().table("file").to_owned()).await
    }
}
