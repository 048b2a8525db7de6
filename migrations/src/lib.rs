//! Database migrations, of the platform (which tenants there are) and of a tenant (everything else).
//!
//! They run unchanged on PostgreSQL and SQLite: text, integers, booleans, UUIDs, JSON and timestamps only.
//! A migration never changes once released, and imports no entity: entities move on, migrations do not.

mod m20261121_000001_platform;
mod m20261121_000002_change_log;
mod m20261121_000003_directory;
mod m20261121_000004_activities;
mod m20261126_000005_foundations;
mod m20261126_000006_identity;
mod m20261126_000007_catalogue;
mod m20261126_000008_editorial;
mod m20261126_000009_reviews;
mod m20261126_000010_promotion;
mod m20261126_000011_media;
mod m20261127_000012_events;
mod m20261127_000013_news;
mod m20261127_000014_safety;
mod m20261127_000015_debates;
mod m20261127_000016_files;
mod m20261127_000017_event_people;
mod m20261127_000018_mail;
mod m20261127_000019_notices;
mod m20261127_000020_notifications;
mod m20261127_000021_announcements;

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::{MigrationTrait, async_trait, sea_orm};

/// The platform's database: the registry of tenants.
#[derive(Debug)]
pub struct Platform;

#[async_trait::async_trait]
impl MigratorTrait for Platform {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m20261121_000001_platform::Migration)]
    }
}

/// A tenant's database.
#[derive(Debug)]
pub struct Tenant;

#[async_trait::async_trait]
impl MigratorTrait for Tenant {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261121_000002_change_log::Migration),
            Box::new(m20261121_000003_directory::Migration),
            Box::new(m20261121_000004_activities::Migration),
            Box::new(m20261126_000005_foundations::Migration),
            Box::new(m20261126_000006_identity::Migration),
            Box::new(m20261126_000007_catalogue::Migration),
            Box::new(m20261126_000008_editorial::Migration),
            Box::new(m20261126_000009_reviews::Migration),
            Box::new(m20261126_000010_promotion::Migration),
            Box::new(m20261126_000011_media::Migration),
            Box::new(m20261127_000012_events::Migration),
            Box::new(m20261127_000013_news::Migration),
            Box::new(m20261127_000014_safety::Migration),
            Box::new(m20261127_000015_debates::Migration),
            Box::new(m20261127_000016_files::Migration),
            Box::new(m20261127_000017_event_people::Migration),
            Box::new(m20261127_000018_mail::Migration),
            Box::new(m20261127_000019_notices::Migration),
            Box::new(m20261127_000020_notifications::Migration),
            Box::new(m20261127_000021_announcements::Migration),
        ]
    }
}

/// What a migration returns.
type Outcome = Result<(), sea_orm::DbErr>;
