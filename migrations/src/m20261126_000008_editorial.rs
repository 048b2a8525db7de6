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
                    .table("submission")
                    .col(uuid("id").primary_key())
                    .col(string("kind"))
                    .col(uuid_null("target_id"))
                    // The entry that an approval made; it stays when the approval is taken back.
                    .col(uuid_null("created_id"))
                    .col(uuid_null("institution_id"))
                    .col(uuid_null("account_id"))
                    .col(json("fields"))
                    .col(json("base"))
                    .col(text("title"))
                    .col(text("folded"))
                    .col(text_null("note"))
                    .col(string("status"))
                    .col(text_null("reason"))
                    .col(uuid_null("assignee_id"))
                    .col(integer("version"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    // What the queue is ordered by: when it was last submitted, else when it was begun.
                    .col(timestamp_with_time_zone("queued_at"))
                    .col(timestamp_with_time_zone_null("submitted_at"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .col(uuid_null("decided_by"))
                    .col(json_null("undo"))
                    .to_owned(),
            )
            .await?;
        let index = |name: &str, columns: &[&'static str]| {
            let mut index = Index::create().name(name).table("submission").to_owned();
            for column in columns {
                index.col(*column);
            }
            index
        };
        manager.create_index(index("submission_queue", &["status", "queued_at", "id"])).await?;
        manager.create_index(index("submission_account", &["account_id"])).await?;
        manager.create_index(index("submission_institution", &["institution_id"])).await?;
        manager.create_index(index("submission_target", &["target_id"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("submission_event")
                    .col(uuid("id").primary_key())
                    .col(uuid("submission_id"))
                    .col(timestamp_with_time_zone("at"))
                    .col(uuid_null("account_id"))
                    .col(string("what"))
                    .col(text_null("message"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("submission_event", "submission_id")
                            .to("submission", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("submission_event_submission")
                    .table("submission_event")
                    .col("submission_id")
                    .to_owned(),
            )
            .await?;
        // Who was asked whether an entry is still true. Without an account it was the entry's own address.
        manager
            .create_table(
                Table::create()
                    .table("entry_reminder")
                    .col(uuid("id").primary_key())
                    .col(uuid("activity_id"))
                    .col(uuid_null("account_id"))
                    .col(timestamp_with_time_zone("at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("entry_reminder_activity").table("entry_reminder").col("activity_id").to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["entry_reminder", "submission_event", "submission"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
