use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        let mut debate = Table::create();
        debate
            .table("debate")
            .col(uuid("id").primary_key())
            .col(text("title"))
            .col(text("description"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(timestamp_with_time_zone_null("ends_at"))
            .col(timestamp_with_time_zone_null("questions_open_at"))
            .col(timestamp_with_time_zone_null("questions_close_at"))
            .col(json("languages"))
            .col(json("tags"))
            .col(json("pictures"))
            .col(json("files"))
            .col(string("state"))
            // When the addresses of those who asked were forgotten.
            .col(timestamp_with_time_zone_null("forgotten_at"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"));
        for column in ["venue", "street", "building", "postal_code", "city", "online_url"] {
            debate.col(text_null(column));
        }
        manager.create_table(debate).await?;
        manager
            .create_table(
                Table::create()
                    .table("question")
                    .col(uuid("id").primary_key())
                    .col(uuid("debate_id"))
                    .col(text("text"))
                    .col(string_null("name"))
                    // A keyed digest of the asker's address, and the address itself, sealed.
                    .col(string_null("digest"))
                    .col(text_null("address"))
                    .col(uuid_null("account_id"))
                    .col(string("lang"))
                    .col(string("state"))
                    .col(text_null("reason"))
                    .col(uuid_null("merged_into"))
                    .col(text_null("answer"))
                    .col(string_null("answerer"))
                    .col(timestamp_with_time_zone_null("answered_at"))
                    .col(uuid_null("answered_by"))
                    .col(integer("supports"))
                    .col(integer("version"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("confirmed_at"))
                    .col(timestamp_with_time_zone_null("published_at"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .col(uuid_null("decided_by"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("question", "debate_id")
                            .to("debate", "id")
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
        for (name, columns) in [
            ("question_ranking", &["debate_id", "state", "supports", "id"][..]),
            ("question_queue", &["state", "id"]),
            ("question_answered", &["answered_at"]),
            ("question_account", &["account_id"]),
            ("question_digest", &["digest"]),
        ] {
            manager.create_index(index("question", name, columns)).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("question_support")
                    .col(uuid("id").primary_key())
                    .col(uuid("question_id"))
                    // A keyed digest of the supporter's address; once that is forgotten, a number that tells them from
                    // others.
                    .col(string_null("digest"))
                    .col(uuid_null("account_id"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("question_support", "question_id")
                            .to("question", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        // One per address, and one per account.
        for (name, columns) in [
            ("question_support_address", &["question_id", "digest"]),
            ("question_support_account", &["question_id", "account_id"]),
        ] {
            manager.create_index(index("question_support", name, columns).unique().take()).await?;
        }
        for (name, column) in [("question_support_by_account", "account_id"), ("question_support_by_digest", "digest")]
        {
            manager.create_index(index("question_support", name, &[column])).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["question_support", "question", "debate"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
