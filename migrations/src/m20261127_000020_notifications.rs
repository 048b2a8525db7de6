use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        let tables = [
            // What a reader wants to be told of. What follows an entry or speaks of a child names it by its id alone: both
            // may go before the subscription does.
            Table::create()
                .table("subscription")
                .col(uuid("id").primary_key())
                .col(uuid("reader_id"))
                .col(json("target"))
                .col(string("fingerprint"))
                .col(text_null("label"))
                .col(uuid_null("child_id"))
                .col(json("about"))
                .col(string("frequency"))
                .col(timestamp_with_time_zone_null("muted_at"))
                .col(timestamp_with_time_zone_null("removed_at"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .col(timestamp_with_time_zone_null("last_told_at"))
                .foreign_key(&mut of_reader("subscription"))
                .to_owned(),
            // What was asked for with an address that is yet to be confirmed. It is forgotten after some days.
            Table::create()
                .table("subscription_request")
                .col(uuid("id").primary_key())
                .col(uuid("reader_id"))
                .col(json("target"))
                .col(json("about"))
                .col(string("frequency"))
                .col(uuid_null("subscription_id"))
                .col(timestamp_with_time_zone("created_at"))
                .foreign_key(&mut of_reader("subscription_request"))
                .to_owned(),
            // How far the change log was followed, and how often something was written of it.
            Table::create()
                .table("watch_cursor")
                .col(ColumnDef::new("id").integer().not_null().primary_key())
                .col(string("epoch"))
                .col(big_integer("seq"))
                .col(big_integer("turn"))
                .to_owned(),
            // Entries as they were last seen. What they say is compared, never shown.
            Table::create()
                .table("watch_known")
                .col(string("entity"))
                .col(uuid("entity_id"))
                .col(blob_null("document"))
                .col(json("told"))
                // When the clock alone changes something of it.
                .col(timestamp_with_time_zone_null("next_at"))
                .primary_key(Index::create().col("entity").col("entity_id"))
                .to_owned(),
            // What became of entries lately, for those who are about to ask to be told.
            Table::create()
                .table("happening")
                .col(uuid("id").primary_key())
                .col(string("what"))
                .col(string("entity"))
                .col(uuid("entity_id"))
                .col(json("told"))
                .col(timestamp_with_time_zone("at"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("subscription_child", "subscription", &["child_id"][..]),
            ("subscription_removed", "subscription", &["removed_at"]),
            ("subscription_request_reader", "subscription_request", &["reader_id"]),
            ("subscription_request_created", "subscription_request", &["created_at"]),
            ("watch_known_next", "watch_known", &["next_at"]),
            ("happening_at", "happening", &["at"]),
            ("happening_entry", "happening", &["entity_id", "at"]),
        ] {
            let mut index = Index::create();
            index.name(name).table(table);
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        // Nobody is told of the same thing twice.
        let mut same = Index::create();
        same.name("subscription_same").table("subscription").col("reader_id").col("fingerprint").unique();
        manager.create_index(same).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["happening", "watch_known", "watch_cursor", "subscription_request", "subscription"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// Rows that go when their reader does.
fn of_reader(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, "reader_id").to("reader", "id").on_delete(ForeignKeyAction::Cascade).to_owned()
}
