use sea_orm_migration::prelude::*;

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, _: &SchemaManager) -> Outcome {
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Outcome {
        Ok(())
    }
}
