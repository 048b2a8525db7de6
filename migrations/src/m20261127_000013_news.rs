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
                    .table("article")
                    .col(uuid("id").primary_key())
                    .col(text("title"))
                    .col(text_null("lead"))
                    .col(text("description"))
                    .col(string("category"))
                    .col(uuid_null("institution_id"))
                    .col(text_null("provider"))
                    .col(json("audience"))
                    .col(json("interests"))
                    .col(string_null("district"))
                    .col(timestamp_with_time_zone_null("publish_at"))
                    .col(timestamp_with_time_zone("published_at"))
                    .col(timestamp_with_time_zone_null("withdraw_at"))
                    .col(date_null("pinned_until"))
                    .col(boolean("pinned_in_city"))
                    .col(text_null("source_url"))
                    .col(json("pictures"))
                    .col(json("files"))
                    .col(json("tags"))
                    .col(string("state"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("article_institution").table("article").col("institution_id").to_owned())
            .await?;
        // What the minute's job looks for.
        manager
            .create_index(
                Index::create().name("article_published").table("article").col("state").col("published_at").to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("article_withdrawn").table("article").col("state").col("withdraw_at").to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        manager.drop_table(Table::drop().table("article").to_owned()).await
    }
}
