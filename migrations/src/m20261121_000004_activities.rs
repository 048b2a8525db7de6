use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        let mut table = Table::create();
        table
            .table("activity")
            .col(uuid("id").primary_key())
            .col(string("source"))
            .col(string("source_id"))
            .col(string("title"))
            .col(text("description"))
            .col(uuid_null("institution_id"))
            .col(json("interests"))
            .col(integer_null("min_months"))
            .col(integer_null("max_months"))
            .col(json("slots"))
            .col(date_null("starts_on"))
            .col(date_null("ends_on"))
            .col(big_integer_null("price_minor"))
            .col(integer_null("capacity"))
            .col(integer_null("places_left"))
            .col(double_null("lat"))
            .col(double_null("lon"))
            .col(string_null("precision"))
            .col(json("languages"))
            .col(json("accessibility"))
            .col(json("tags"))
            .col(boolean("online"))
            .col(timestamp_with_time_zone_null("enrolment_opens_at"))
            .col(timestamp_with_time_zone_null("enrolment_closes_at"))
            .col(timestamp_with_time_zone_null("confirmed_at"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"));
        for column in [
            "provider",
            "price_unit",
            "street",
            "building",
            "postal_code",
            "city",
            "district",
            "enrolment_url",
            "email",
            "phone",
        ] {
            table.col(text_null(column));
        }
        table.foreign_key(
            ForeignKey::create()
                .from("activity", "institution_id")
                .to("institution", "id")
                .on_delete(ForeignKeyAction::SetNull),
        );
        manager.create_table(table).await?;
        manager
            .create_index(
                Index::create()
                    .name("activity_source")
                    .table("activity")
                    .col("source")
                    .col("source_id")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("activity_institution").table("activity").col("institution_id").to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        manager.drop_table(Table::drop().table("activity").to_owned()).await
    }
}
