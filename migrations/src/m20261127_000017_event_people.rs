use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        let tables = [
            // Who comes. A child's profile may go before the sign-up does, so no key refers to it.
            Table::create()
                .table("event_sign_up")
                .col(uuid("id").primary_key())
                .col(uuid("event_id"))
                .col(uuid("account_id"))
                .col(uuid_null("child_id"))
                .col(timestamp_with_time_zone_null("occurrence"))
                .col(integer("people"))
                .col(text_null("note"))
                .col(string("state"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .foreign_key(&mut of_event("event_sign_up"))
                .to_owned(),
            Table::create()
                .table("event_keep")
                .col(uuid("event_id"))
                .col(uuid("account_id"))
                .col(timestamp_with_time_zone("created_at"))
                .primary_key(Index::create().col("event_id").col("account_id"))
                .foreign_key(&mut of_event("event_keep"))
                .to_owned(),
            // What those who signed up last knew of an event that has changed since.
            Table::create()
                .table("event_notice")
                .col(uuid("event_id").primary_key())
                .col(json("known"))
                .col(timestamp_with_time_zone("changed_at"))
                .col(timestamp_with_time_zone("created_at"))
                .foreign_key(&mut of_event("event_notice"))
                .to_owned(),
            Table::create()
                .table("family_calendar")
                .col(uuid("account_id").primary_key())
                .col(string("fingerprint").unique_key())
                .col(text("sealed"))
                .col(boolean("names"))
                .col(timestamp_with_time_zone("created_at"))
                .to_owned(),
            Table::create()
                .table("event_invitation")
                .col(uuid("id").primary_key())
                .col(uuid("event_id"))
                .col(uuid("institution_id"))
                .col(string("kind"))
                .col(text_null("message"))
                .col(string("state"))
                .col(uuid_null("account_id"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone_null("answered_at"))
                .foreign_key(&mut of_event("event_invitation"))
                .foreign_key(&mut of_institution("event_invitation"))
                .to_owned(),
            // An institution's own calendar elsewhere. Its address may hold a secret, so it is sealed.
            Table::create()
                .table("calendar_source")
                .col(uuid("id").primary_key())
                .col(uuid("institution_id"))
                .col(text("url"))
                .col(text_null("etag"))
                .col(text_null("last_modified"))
                .col(timestamp_with_time_zone_null("fetched_at"))
                .col(timestamp_with_time_zone("next_at"))
                .col(integer("failures"))
                .col(json_null("report"))
                .col(uuid_null("account_id"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .foreign_key(&mut of_institution("calendar_source"))
                .to_owned(),
            // What a calendar last said of an event, by which the desk's own changes are told from the calendar's.
            Table::create()
                .table("calendar_item")
                .col(uuid("source_id"))
                .col(string("uid"))
                .col(uuid("event_id"))
                .col(json("said"))
                .col(boolean("withdrawn"))
                .primary_key(Index::create().col("source_id").col("uid"))
                .foreign_key(
                    ForeignKey::create()
                        .from("calendar_item", "source_id")
                        .to("calendar_source", "id")
                        .on_delete(ForeignKeyAction::Cascade),
                )
                .foreign_key(&mut of_event("calendar_item"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("event_sign_up_event", "event_sign_up", &["event_id", "state"][..]),
            ("event_sign_up_account", "event_sign_up", &["account_id"]),
            ("event_keep_account", "event_keep", &["account_id"]),
            ("event_invitation_event", "event_invitation", &["event_id"]),
            ("event_invitation_institution", "event_invitation", &["institution_id", "state"]),
            ("calendar_source_institution", "calendar_source", &["institution_id"]),
            ("calendar_source_next", "calendar_source", &["next_at"]),
            ("calendar_item_event", "calendar_item", &["event_id"]),
        ] {
            let mut index = Index::create();
            index.name(name).table(table);
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in [
            "calendar_item",
            "calendar_source",
            "event_invitation",
            "family_calendar",
            "event_notice",
            "event_keep",
            "event_sign_up",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// Rows that go when their event does.
fn of_event(table: &'static str) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    key.from(table, "event_id").to("event", "id").on_delete(ForeignKeyAction::Cascade);
    key
}

/// Rows that go when their institution does.
fn of_institution(table: &'static str) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    key.from(table, "institution_id").to("institution", "id").on_delete(ForeignKeyAction::Cascade);
    key
}
