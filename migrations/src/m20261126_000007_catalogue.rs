use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// What people add to entries: the column, and what it is in a row that nobody touched.
fn columns() -> [(&'static str, ColumnDef); 7] {
    [
        ("activity", string("state").default("PUBLISHED").take()),
        ("activity", uuid_null("picture_id")),
        ("activity", integer("rating_sum").default(0).take()),
        ("activity", integer("rating_count").default(0).take()),
        ("activity", timestamp_with_time_zone_null("reminded_at")),
        // The columns that people corrected, which imports leave alone from then on.
        ("institution", json("corrected").default("[]").take()),
        ("institution", uuid_null("picture_id")),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        // SQLite adds one column at a time.
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).drop_column(column.get_column_name()).to_owned()).await?;
        }
        Ok(())
    }
}
