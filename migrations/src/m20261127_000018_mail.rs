use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// Lanes, in the order in which they are sent.
const LANES: [&str; 4] = ["security", "urgent", "normal", "bulk"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        // `queue` is the lane's place while a mail waits, and nothing afterwards: what is due is found without passing
        // by what was sent.
        // `leases` counts how often a mail was taken, so that who took it before cannot settle it any more.
        for column in [integer_null("queue"), text_null("unsubscribe"), integer("leases").default(0).take()] {
            manager.alter_table(Table::alter().table("mail_outbox").add_column(column).to_owned()).await?;
        }
        for (place, lane) in (0..).zip(LANES) {
            let waiting = Query::update()
                .table("mail_outbox")
                .value("queue", place)
                .and_where(Expr::col("lane").eq(lane))
                .and_where(Expr::col("sent_at").is_null())
                .and_where(Expr::col("failed_at").is_null())
                .to_owned();
            manager.exec_stmt(waiting).await?;
        }
        let indexes = [
            Index::create()
                .name("mail_outbox_queue")
                .table("mail_outbox")
                .col("queue")
                .col("next_at")
                .col("id")
                .to_owned(),
            Index::create().name("mail_outbox_failed").table("mail_outbox").col("failed_at").to_owned(),
            Index::create().name("mail_outbox_recipient").table("mail_outbox").col("recipient").to_owned(),
        ];
        for index in indexes {
            manager.create_index(index).await?;
        }
        // Addresses that nothing is sent to, and those that may come to it. Without `until` it is for good.
        manager
            .create_table(
                Table::create()
                    .table("mail_suppressed")
                    .col(string("address").primary_key())
                    .col(string("reason"))
                    .col(text("detail"))
                    .col(integer("strikes"))
                    .col(timestamp_with_time_zone("since"))
                    .col(timestamp_with_time_zone_null("until"))
                    .to_owned(),
            )
            .await?;
        // What came back of mails. Goes with the mail.
        manager
            .create_table(
                Table::create()
                    .table("mail_returned")
                    .col(uuid("mail_id").primary_key())
                    .col(string_null("reason"))
                    .col(timestamp_with_time_zone("at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("mail_returned", "mail_id")
                            .to("mail_outbox", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["mail_returned", "mail_suppressed"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for index in ["mail_outbox_recipient", "mail_outbox_failed", "mail_outbox_queue"] {
            manager.drop_index(Index::drop().name(index).table("mail_outbox").to_owned()).await?;
        }
        for column in ["unsubscribe", "queue"] {
            manager.alter_table(Table::alter().table("mail_outbox").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
