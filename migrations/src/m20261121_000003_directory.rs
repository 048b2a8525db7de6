use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        let mut table = Table::create();
        table
            .table("institution")
            .col(uuid("id").primary_key())
            .col(string("source"))
            .col(string("source_id"))
            .col(integer_null("rspo").unique_key())
            .col(string("name"))
            .col(string("kind"))
            .col(double_null("lat"))
            .col(double_null("lon"))
            .col(string_null("precision"))
            .col(integer_null("pupils"))
            .col(integer_null("parent_rspo"))
            .col(json("languages"))
            .col(boolean_null("has_speech_therapist"))
            .col(boolean_null("has_psychologist"))
            .col(boolean_null("has_counsellor"))
            .col(date_null("founded_on"))
            .col(date_null("opened_on"))
            .col(date_null("closed_on"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"));
        for column in [
            "short_name",
            "type_name",
            "sector",
            "status",
            "regon",
            "nip",
            "founder",
            "founder_kind",
            "founder_regon",
            "founder_nip",
            "founder_voivodeship",
            "founder_county",
            "founder_gmina",
            "street",
            "building",
            "unit",
            "postal_code",
            "post_office",
            "city",
            "locality_kind",
            "voivodeship",
            "county",
            "gmina",
            "teryt",
            "locality_code",
            "street_code",
            "district",
            "phone",
            "fax",
            "email",
            "website",
            "pupil_category",
            "specificity",
            "structure",
            "parent_kind",
            "parent_name",
            "sports_grounds",
            "class_profiles",
            "extra_classes",
            "occupations",
            "artistic_occupations",
            "occupations_kpss",
            "bcu_field",
            "description",
        ] {
            table.col(text_null(column));
        }
        manager.create_table(table).await?;
        manager
            .create_index(
                Index::create()
                    .name("institution_source")
                    .table("institution")
                    .col("source")
                    .col("source_id")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("institution_parent").table("institution").col("parent_rspo").to_owned())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("postcode")
                    .col(string("code").primary_key())
                    .col(double("lat"))
                    .col(double("lon"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["postcode", "institution"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
