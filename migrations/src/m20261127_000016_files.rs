use sea_orm_migration::{prelude::*, schema::*};

use crate::Outcome;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Outcome {
        let _ = (manager, string("stub"));
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Outcome {
        let _ = manager;
        Ok(())
    }
}
