use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        people(manager).await?;
        entering(manager).await?;
        rights(manager).await?;
        manager
            .create_table(
                Table::create()
                    .table("child")
                    .col(uuid("id").primary_key())
                    .col(uuid("account_id"))
                    .col(string("name"))
                    .col(date("birth_date"))
                    .col(json("interests"))
                    .col(string_null("home_label"))
                    .col(double_null("home_lat"))
                    .col(double_null("home_lon"))
                    .col(uuid_null("school_id"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .to_owned(),
            )
            .await?;
        index(manager, "child", "account_id").await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in [
            "child",
            "api_token",
            "invitation",
            "role_grant",
            "session",
            "known_browser",
            "sign_in",
            "identity_link",
            "account",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// Accounts, and whom providers know them as.
async fn people(manager: &SchemaManager<'_>) -> Outcome {
    manager
        .create_table(
            Table::create()
                .table("account")
                .col(uuid("id").primary_key())
                .col(string_null("email").unique_key())
                .col(timestamp_with_time_zone_null("email_verified_at"))
                .col(string_null("name"))
                .col(string("lang"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .col(timestamp_with_time_zone("seen_at"))
                .col(timestamp_with_time_zone_null("warned_at"))
                .to_owned(),
        )
        .await?;
    index(manager, "account", "seen_at").await?;
    manager
        .create_table(
            Table::create()
                .table("identity_link")
                .col(uuid("id").primary_key())
                .col(string("issuer"))
                .col(string("subject"))
                .col(uuid("account_id"))
                .col(string_null("email"))
                .col(timestamp_with_time_zone("created_at"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("identity_link_subject")
                .table("identity_link")
                .col("issuer")
                .col("subject")
                .unique()
                .to_owned(),
        )
        .await?;
    index(manager, "identity_link", "account_id").await
}

/// Sign-ins that wait for their code, the browsers they succeeded in, and sessions. Nothing here is a secret: codes are
/// kept as keyed hashes, tokens as fingerprints.
async fn entering(manager: &SchemaManager<'_>) -> Outcome {
    manager
        .create_table(
            Table::create()
                .table("sign_in")
                .col(uuid("id").primary_key())
                .col(string("browser"))
                .col(string("host"))
                .col(string("email"))
                .col(string("code"))
                .col(string("link").unique_key())
                .col(text_null("next"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("expires_at"))
                .col(integer("tries"))
                .col(timestamp_with_time_zone_null("used_at"))
                .to_owned(),
        )
        .await?;
    index(manager, "sign_in", "expires_at").await?;
    index(manager, "sign_in", "email").await?;
    manager
        .create_table(
            Table::create()
                .table("known_browser")
                .col(uuid("account_id"))
                .col(string("browser"))
                .col(timestamp_with_time_zone("seen_at"))
                .primary_key(Index::create().col("account_id").col("browser"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("session")
                .col(uuid("id").primary_key())
                .col(string("token").unique_key())
                .col(uuid("account_id"))
                .col(string("host"))
                .col(string("device"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("seen_at"))
                .col(timestamp_with_time_zone("expires_at"))
                .to_owned(),
        )
        .await?;
    index(manager, "session", "account_id").await?;
    index(manager, "session", "expires_at").await
}

/// Roles, invitations to roles, and API tokens.
async fn rights(manager: &SchemaManager<'_>) -> Outcome {
    manager
        .create_table(
            Table::create()
                .table("role_grant")
                .col(uuid("id").primary_key())
                .col(uuid("account_id"))
                .col(string("role"))
                .col(uuid_null("party"))
                .col(uuid_null("created_by"))
                .col(timestamp_with_time_zone("created_at"))
                .to_owned(),
        )
        .await?;
    index(manager, "role_grant", "account_id").await?;
    index(manager, "role_grant", "party").await?;
    manager
        .create_table(
            Table::create()
                .table("invitation")
                .col(uuid("id").primary_key())
                .col(string("token").unique_key())
                .col(string("email"))
                .col(string("role"))
                .col(uuid_null("party"))
                .col(uuid_null("created_by"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("expires_at"))
                .col(timestamp_with_time_zone_null("accepted_at"))
                .col(timestamp_with_time_zone_null("revoked_at"))
                .to_owned(),
        )
        .await?;
    index(manager, "invitation", "email").await?;
    index(manager, "invitation", "party").await?;
    manager
        .create_table(
            Table::create()
                .table("api_token")
                .col(uuid("id").primary_key())
                .col(string("name"))
                .col(string("hint"))
                .col(string("token").unique_key())
                .col(uuid("account_id"))
                .col(string("role"))
                .col(uuid_null("party"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone_null("expires_at"))
                .col(timestamp_with_time_zone_null("last_used_at"))
                .col(timestamp_with_time_zone_null("revoked_at"))
                .to_owned(),
        )
        .await?;
    index(manager, "api_token", "account_id").await?;
    index(manager, "api_token", "party").await
}

async fn index(manager: &SchemaManager<'_>, table: &'static str, column: &'static str) -> Outcome {
    manager.create_index(Index::create().name(format!("{table}_{column}")).table(table).col(column).to_owned()).await
}
