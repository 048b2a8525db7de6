use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        manager
            .create_table(
                Table::create()
                    .table("tenant")
                    .col(string("slug").primary_key())
                    .col(json("declaration"))
                    .col(string("state"))
                    .col(boolean("demo").default(false))
                    .col(timestamp_with_time_zone("updated_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("tenant_host")
                    .col(string("host").primary_key())
                    .col(string("slug"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("tenant_host", "slug")
                            .to("tenant", "slug")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        // One row: servers compare its version to know that the registry moved.
        manager
            .create_table(
                Table::create()
                    .table("registry")
                    .col(integer("id").primary_key())
                    .col(big_integer("version"))
                    .to_owned(),
            )
            .await?;
        manager
            .exec_stmt(
                Query::insert()
                    .into_table("registry")
                    .columns(["id", "version"])
                    .values_panic([1.into(), 1.into()])
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for table in ["registry", "tenant_host", "tenant"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
