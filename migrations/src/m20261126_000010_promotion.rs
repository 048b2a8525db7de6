use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        // What was sold stays on record whatever becomes of the activity, so no key refers to it.
        manager
            .create_table(
                Table::create()
                    .table("promotion")
                    .col(uuid("id").primary_key())
                    .col(uuid("activity_id"))
                    .col(uuid("institution_id"))
                    .col(date("starts_on"))
                    .col(date("ends_on"))
                    .col(json("interests"))
                    .col(json("districts"))
                    .col(integer("weight"))
                    .col(string("state"))
                    .col(text_null("note"))
                    .col(uuid_null("created_by"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("promotion_current").table("promotion").col("state").col("ends_on").to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("promotion_day")
                    .col(uuid("promotion_id"))
                    .col(date("day"))
                    .col(big_integer("views"))
                    .col(big_integer("clicks"))
                    .primary_key(Index::create().col("promotion_id").col("day"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["promotion_day", "promotion"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
