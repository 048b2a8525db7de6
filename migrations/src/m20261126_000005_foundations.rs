use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        // What is to be mailed, written in the transaction of its cause. `args` are sealed: they may hold a code.
        manager
            .create_table(
                Table::create()
                    .table("mail_outbox")
                    .col(uuid("id").primary_key())
                    .col(string("lane"))
                    .col(string("template"))
                    .col(string("lang"))
                    .col(string("recipient"))
                    .col(uuid_null("account_id"))
                    .col(text_null("args"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(integer("attempts"))
                    .col(timestamp_with_time_zone("next_at"))
                    .col(timestamp_with_time_zone_null("sent_at"))
                    .col(timestamp_with_time_zone_null("failed_at"))
                    .col(text_null("last_error"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("mail_outbox_due").table("mail_outbox").col("sent_at").col("next_at").to_owned(),
            )
            .await?;
        // Each entry holds the hash of the one before; the head is a row, whose lock orders the writers.
        manager
            .create_table(
                Table::create()
                    .table("audit_log")
                    .col(big_integer("seq").primary_key())
                    .col(timestamp_with_time_zone("at"))
                    .col(string("actor"))
                    .col(string("action"))
                    .col(string("subject"))
                    .col(text("details"))
                    .col(string("hash"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("audit_log_subject").table("audit_log").col("subject").to_owned())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("audit_head")
                    .col(integer("id").primary_key())
                    .col(big_integer("seq"))
                    .col(string("hash"))
                    .to_owned(),
            )
            .await?;
        manager
            .exec_stmt(
                Query::insert()
                    .into_table("audit_head")
                    .columns(["id", "seq", "hash"])
                    .values_panic([1.into(), 0.into(), "".into()])
                    .to_owned(),
            )
            .await?;
        append_only(manager).await?;
        manager
            .create_table(
                Table::create()
                    .table("revision")
                    .col(uuid("id").primary_key())
                    .col(string("entity"))
                    .col(uuid("entity_id"))
                    .col(timestamp_with_time_zone("at"))
                    .col(uuid_null("account_id"))
                    .col(string("action"))
                    .col(text_null("reason"))
                    .col(json("changes"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("revision_entity").table("revision").col("entity").col("entity_id").to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("job_run")
                    .col(string("name").primary_key())
                    .col(timestamp_with_time_zone("started_at"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["job_run", "revision", "audit_head", "audit_log", "mail_outbox"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.get_connection().execute_unprepared("DROP FUNCTION audit_log_keep()").await?;
        }
        Ok(())
    }
}

/// The audit log takes new rows and no other change, whoever asks.
async fn append_only(manager: &SchemaManager<'_>) -> Outcome {
    let statements: &[&str] = match manager.get_database_backend() {
        DbBackend::Postgres => &[
            "CREATE FUNCTION audit_log_keep() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$",
            "CREATE TRIGGER audit_log_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log \
             FOR EACH STATEMENT EXECUTE FUNCTION audit_log_keep()",
        ],
        _ => &[
            "CREATE TRIGGER audit_log_keep_update BEFORE UPDATE ON audit_log \
             BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
            "CREATE TRIGGER audit_log_keep_delete BEFORE DELETE ON audit_log \
             BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
        ],
    };
    for statement in statements {
        manager.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}
