use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        manager
            .create_table(
                Table::create()
                    .table("reader")
                    .col(uuid("id").primary_key())
                    .col(uuid_null("account_id").unique_key())
                    // Only of those who have no account: an account knows its own.
                    .col(string_null("email").unique_key())
                    .col(string("lang"))
                    .col(string("state"))
                    .col(timestamp_with_time_zone_null("confirmed_at"))
                    .col(json("proof"))
                    // Minutes of the day.
                    .col(integer("quiet_from"))
                    .col(integer("quiet_until"))
                    .col(boolean("keeps_holidays"))
                    .col(integer("daily_at"))
                    // Days since Monday.
                    .col(integer("weekly_on"))
                    .col(timestamp_with_time_zone_null("paused_at"))
                    // Links of earlier generations act no more without asking.
                    .col(integer("generation"))
                    .col(timestamp_with_time_zone_null("last_at_once"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("notice")
                    .col(uuid("id").primary_key())
                    .col(uuid("reader_id"))
                    .col(string("what"))
                    .col(string("entity"))
                    .col(uuid("entity_id"))
                    .col(json("told"))
                    .col(json("reasons"))
                    .col(boolean("is_urgent"))
                    .col(string("frequency"))
                    // 1 while it waits to leave, else nothing: of nothings there may be many.
                    .col(integer_null("waiting"))
                    .col(timestamp_with_time_zone("due_at"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .col(timestamp_with_time_zone_null("mailed_at"))
                    .col(timestamp_with_time_zone_null("read_at"))
                    .foreign_key(&mut of_reader("notice"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("push_endpoint")
                    .col(uuid("id").primary_key())
                    .col(uuid("reader_id"))
                    .col(text("endpoint"))
                    .col(text("p256dh"))
                    .col(text("auth"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("failed_at"))
                    .col(integer("failures"))
                    .foreign_key(&mut of_reader("push_endpoint"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("push_outbox")
                    .col(uuid("id").primary_key())
                    .col(uuid("endpoint_id"))
                    // Sealed while it waits.
                    .col(text("payload"))
                    .col(boolean("is_urgent"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("next_at"))
                    .col(integer("attempts"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("push_outbox", "endpoint_id")
                            .to("push_endpoint", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        let index = |table: &'static str, name: &'static str, columns: &[&'static str]| {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            index
        };
        // What waits for somebody about one entry is one row.
        let waiting = index("notice", "notice_waiting", &["reader_id", "entity", "entity_id", "waiting"]);
        manager.create_index(waiting.clone().unique().take()).await?;
        for (table, name, columns) in [
            ("notice", "notice_due", &["waiting", "is_urgent", "due_at", "reader_id"][..]),
            ("notice", "notice_unread", &["reader_id", "read_at"]),
            ("notice", "notice_centre", &["reader_id", "id"]),
            ("notice", "notice_age", &["created_at"]),
            ("reader", "reader_pending", &["state", "updated_at"]),
            ("push_endpoint", "push_endpoint_reader", &["reader_id"]),
            ("push_outbox", "push_outbox_due", &["next_at"]),
        ] {
            manager.create_index(index(table, name, columns)).await?;
        }
        manager.create_index(index("push_endpoint", "push_endpoint_address", &["endpoint"]).unique().take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["push_outbox", "push_endpoint", "notice", "reader"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// Whatever belongs to a reader goes with them.
fn of_reader(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, "reader_id").to("reader", "id").on_delete(ForeignKeyAction::Cascade).take()
}
