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
                    .table("review")
                    .col(uuid("id").primary_key())
                    .col(uuid("activity_id"))
                    .col(uuid("account_id"))
                    .col(integer("stars"))
                    .col(text("text"))
                    .col(string("status"))
                    .col(text_null("reason"))
                    .col(boolean("held"))
                    .col(integer("reports"))
                    .col(timestamp_with_time_zone_null("queued_at"))
                    .col(text_null("reply"))
                    .col(uuid_null("replied_by"))
                    .col(timestamp_with_time_zone_null("replied_at"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .to_owned(),
            )
            .await?;
        // One each.
        manager
            .create_index(
                Index::create()
                    .name("review_activity")
                    .table("review")
                    .col("activity_id")
                    .col("account_id")
                    .unique()
                    .to_owned(),
            )
            .await?;
        for column in ["account_id", "queued_at"] {
            let index = Index::create().name(format!("review_{column}")).table("review").col(column).to_owned();
            manager.create_index(index).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("review_report")
                    .col(uuid("id").primary_key())
                    .col(uuid("review_id"))
                    .col(uuid("account_id"))
                    .col(string("reason"))
                    .col(boolean("settled"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("review_report", "review_id")
                            .to("review", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("review_report_once")
                    .table("review_report")
                    .col("review_id")
                    .col("account_id")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("review_report_account").table("review_report").col("account_id").to_owned(),
            )
            .await?;
        // The lock of a row orders those who change the reviews of one activity, so that none counts without another.
        manager
            .create_table(
                Table::create()
                    .table("review_subject")
                    .col(uuid("activity_id").primary_key())
                    .col(timestamp_with_time_zone("changed_at"))
                    .to_owned(),
            )
            .await?;
        // Who took part: keyed digests of addresses, from which no address can be told.
        manager
            .create_table(
                Table::create()
                    .table("participant")
                    .col(uuid("activity_id"))
                    .col(string("digest"))
                    .col(timestamp_with_time_zone("created_at"))
                    .primary_key(Index::create().col("activity_id").col("digest"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("participant_digest").table("participant").col("digest").to_owned())
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["participant", "review_subject", "review_report", "review"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
