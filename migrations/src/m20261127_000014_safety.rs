use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        alerts(manager).await?;
        advice(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["advice", "alert_right", "alert"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

async fn alerts(manager: &SchemaManager<'_>) -> Outcome {
    // What was said to a whole city stays on record whatever becomes of who said it, so no key refers to them.
    manager
        .create_table(
            Table::create()
                .table("alert")
                .col(uuid("id").primary_key())
                .col(string("identifier"))
                .col(string("sender"))
                .col(string("sender_name"))
                .col(uuid_null("institution_id"))
                .col(uuid_null("account_id"))
                .col(text_null("origin"))
                .col(string("status"))
                .col(string("message_type"))
                .col(json("categories"))
                .col(json("responses"))
                .col(string("urgency"))
                .col(string("severity"))
                .col(string("shown_as"))
                .col(string("certainty"))
                .col(json("texts"))
                .col(timestamp_with_time_zone_null("effective_at"))
                .col(timestamp_with_time_zone_null("onset_at"))
                .col(timestamp_with_time_zone("expires_at"))
                .col(text_null("web"))
                .col(text_null("contact"))
                .col(text_null("note"))
                .col(text("area"))
                .col(json("districts"))
                .col(json("polygon"))
                .col(double_null("circle_lat"))
                .col(double_null("circle_lon"))
                .col(double_null("circle_km"))
                .col(uuid("chain_id"))
                .col(json("refers_to"))
                .col(uuid_null("replaced_by"))
                .col(string_null("replaced_as"))
                .col(timestamp_with_time_zone_null("replaced_at"))
                .col(string("decision"))
                .col(uuid_null("decided_by"))
                .col(timestamp_with_time_zone_null("decided_at"))
                .col(text_null("reason"))
                .col(timestamp_with_time_zone_null("sent_at"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .to_owned(),
        )
        .await?;
    for column in ["identifier", "origin"] {
        let index = Index::create().name(format!("alert_{column}")).table("alert").col(column).unique().to_owned();
        manager.create_index(index).await?;
    }
    for column in ["chain_id", "effective_at", "account_id", "decided_by"] {
        let index = Index::create().name(format!("alert_{column}")).table("alert").col(column).to_owned();
        manager.create_index(index).await?;
    }
    manager
        .create_table(
            Table::create()
                .table("alert_right")
                .col(uuid("id").primary_key())
                .col(uuid_uniq("institution_id"))
                .col(uuid_null("granted_by"))
                .col(timestamp_with_time_zone("granted_at"))
                .foreign_key(
                    ForeignKey::create()
                        .from("alert_right", "institution_id")
                        .to("institution", "id")
                        .on_delete(ForeignKeyAction::Cascade),
                )
                .to_owned(),
        )
        .await
}

async fn advice(manager: &SchemaManager<'_>) -> Outcome {
    manager
        .create_table(
            Table::create()
                .table("advice")
                .col(uuid("id").primary_key())
                .col(string("title"))
                .col(text_null("lead"))
                .col(text("description"))
                .col(string("topic"))
                .col(json("seasons"))
                .col(json("audience"))
                .col(integer_null("min_months"))
                .col(integer_null("max_months"))
                .col(uuid_null("institution_id"))
                .col(text_null("provider"))
                .col(text_null("website"))
                .col(text_null("email"))
                .col(text_null("phone"))
                .col(json("pictures"))
                .col(json("files"))
                .col(json("tags"))
                .col(string("state"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .foreign_key(
                    ForeignKey::create()
                        .from("advice", "institution_id")
                        .to("institution", "id")
                        .on_delete(ForeignKeyAction::SetNull),
                )
                .to_owned(),
        )
        .await?;
    manager
        .create_index(Index::create().name("advice_institution").table("advice").col("institution_id").to_owned())
        .await
}
