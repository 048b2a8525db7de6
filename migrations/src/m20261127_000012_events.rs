use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        let mut table = Table::create();
        table
            .table("event")
            .col(uuid("id").primary_key())
            .col(string("source"))
            .col(string("source_id"))
            .col(string("title"))
            .col(text("description"))
            .col(uuid_null("institution_id"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(timestamp_with_time_zone("ends_at"))
            // The end of the last occurrence, to tell what is over without expanding rules.
            .col(timestamp_with_time_zone("last_ends_at"))
            .col(boolean("all_day"))
            .col(json("exceptions"))
            .col(json("moved"))
            .col(json("interests"))
            .col(json("audience"))
            .col(json("levels"))
            .col(integer_null("min_months"))
            .col(integer_null("max_months"))
            .col(double_null("lat"))
            .col(double_null("lon"))
            .col(string_null("precision"))
            .col(boolean("online"))
            .col(big_integer_null("price_minor"))
            .col(string("sign_up"))
            .col(integer_null("capacity"))
            .col(boolean("waiting_list"))
            .col(timestamp_with_time_zone_null("enrolment_opens_at"))
            .col(timestamp_with_time_zone_null("enrolment_closes_at"))
            .col(json("languages"))
            .col(json("accessibility"))
            .col(json("tags"))
            .col(json("pictures"))
            .col(json("files"))
            .col(string("state"))
            .col(integer("sequence"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"));
        for column in [
            "provider",
            "recurrence",
            "venue",
            "street",
            "building",
            "postal_code",
            "city",
            "district",
            "online_url",
            "enrolment_url",
            "email",
            "phone",
        ] {
            table.col(text_null(column));
        }
        table.foreign_key(
            ForeignKey::create()
                .from("event", "institution_id")
                .to("institution", "id")
                .on_delete(ForeignKeyAction::SetNull),
        );
        manager.create_table(table).await?;
        let mut organisers = Table::create();
        organisers
            .table("event_organiser")
            .col(uuid("event_id"))
            .col(uuid("institution_id"))
            .col(timestamp_with_time_zone("created_at"))
            .primary_key(Index::create().col("event_id").col("institution_id"))
            .foreign_key(
                ForeignKey::create()
                    .from("event_organiser", "event_id")
                    .to("event", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .foreign_key(
                ForeignKey::create()
                    .from("event_organiser", "institution_id")
                    .to("institution", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            );
        manager.create_table(organisers).await?;
        let mut source = Index::create();
        source.name("event_source").table("event").col("source").col("source_id").unique();
        manager.create_index(source).await?;
        for (name, table, column) in [
            ("event_institution", "event", "institution_id"),
            ("event_last_ends_at", "event", "last_ends_at"),
            ("event_organiser_institution", "event_organiser", "institution_id"),
        ] {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["event_organiser", "event"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
