use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        // What was said stays on record whatever becomes of who said it and of what it was about.
        manager
            .create_table(
                Table::create()
                    .table("announcement")
                    .col(uuid("id").primary_key())
                    .col(uuid_null("institution_id"))
                    .col(json("audience"))
                    .col(string("fingerprint"))
                    .col(text("subject"))
                    .col(text("body"))
                    .col(text_null("link"))
                    .col(text_null("link_label"))
                    .col(string("state"))
                    .col(integer("expected"))
                    .col(integer("told"))
                    .col(uuid_null("reached"))
                    .col(uuid_null("account_id"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .col(timestamp_with_time_zone_null("handed_in_at"))
                    .col(uuid_null("decided_by"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .col(text_null("reason"))
                    .col(timestamp_with_time_zone_null("sent_at"))
                    .col(date_null("sent_on"))
                    .col(timestamp_with_time_zone_null("finished_at"))
                    .to_owned(),
            )
            .await?;
        for (name, table, columns) in [
            ("announcement_state", "announcement", &["state"][..]),
            ("announcement_sent", "announcement", &["sent_on", "institution_id"]),
            // Who follows what is asked for each time that something is said to them.
            ("subscription_fingerprint", "subscription", &["fingerprint"]),
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
        manager.drop_index(Index::drop().name("subscription_fingerprint").table("subscription").to_owned()).await?;
        manager.drop_table(Table::drop().table("announcement").to_owned()).await
    }
}
