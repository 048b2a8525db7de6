use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        // Pictures are in the database, so that replicas, backups and erasure reach them like everything else.
        manager
            .create_table(
                Table::create()
                    .table("picture")
                    .col(uuid("id").primary_key())
                    .col(uuid_null("account_id"))
                    .col(text("alt"))
                    .col(integer("width"))
                    .col(integer("height"))
                    .col(string("media_type"))
                    .col(string("digest"))
                    .col(string_null("used_by"))
                    .col(timestamp_with_time_zone("used_since"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(blob("body"))
                    .col(blob("thumb"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("picture_account").table("picture").col("account_id").to_owned())
            .await?;
        manager
            .create_index(
                Index::create().name("picture_used").table("picture").col("used_by").col("used_since").to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        manager.drop_table(Table::drop().table("picture").to_owned()).await
    }
}
