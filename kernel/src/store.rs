//! Two stores, one way in.
//!
//! A *place* is the platform's database or one tenant's. On SQLite each place is a file of its own under the data
//! folder; on PostgreSQL each is a schema of its own, and a tenant's schema belongs to a role of its own that every
//! transaction takes on before anything else. The caller gets a [`Session`] and cannot tell the difference.

mod postgres;
mod session;
mod sqlite;

use std::{fmt, path::PathBuf};

pub use session::Session;

use crate::{
    error::{Fault, Result},
    slug::Slug,
};
use postgres::PostgresStore;
use sqlite::SqliteStore;

/// Whose data.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// The registry of tenants.
    Platform,
    /// One tenant.
    Tenant(&'a Slug),
}

impl Place<'_> {
    /// The schema's name on PostgreSQL.
    fn schema(self) -> String {
        match self {
            Self::Platform => "platform".to_owned(),
            Self::Tenant(slug) => slug.schema(),
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Platform => f.write_str("platform"),
            Self::Tenant(slug) => slug.fmt(f),
        }
    }
}

/// What a session is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// One snapshot, for as long as the session lives.
    Read,
    /// To write.
    Write,
}

/// Where all data of this installation is.
pub struct Store(Kind);

enum Kind {
    Sqlite(SqliteStore),
    Postgres(PostgresStore),
}

impl Store {
    /// SQLite files under `data_dir`, or the PostgreSQL database at `url`.
    pub async fn connect(url: Option<&str>, data_dir: PathBuf) -> Result<Self> {
        Ok(Self(match url {
            None => Kind::Sqlite(SqliteStore::new(data_dir)),
            Some(url) => Kind::Postgres(PostgresStore::connect(url).await?),
        }))
    }

    /// Opens a transaction.
    pub async fn open(&self, place: Place<'_>, access: Access) -> Result<Session> {
        match &self.0 {
            Kind::Sqlite(store) => store.open(place, access).await,
            Kind::Postgres(store) => store.open(place, access).await,
        }
    }

    /// Makes the place where it is missing and brings it up to date. Returns the migrations that ran; running it
    /// again does nothing. Each place is migrated in one transaction, so an interrupted run can simply be repeated.
    pub async fn migrate(&self, place: Place<'_>) -> Result<Vec<String>> {
        match &self.0 {
            Kind::Sqlite(store) => store.migrate(place).await,
            Kind::Postgres(store) => store.migrate(place).await,
        }
    }

    /// Deletes a tenant's data for good.
    pub async fn remove(&self, slug: &Slug) -> Result<()> {
        match &self.0 {
            Kind::Sqlite(store) => store.remove(slug).await,
            Kind::Postgres(store) => store.remove(slug).await,
        }
    }

    /// `sqlite` or `postgresql`, for logs.
    pub fn name(&self) -> &'static str {
        match self.0 {
            Kind::Sqlite(_) => "sqlite",
            Kind::Postgres(_) => "postgresql",
        }
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Store").field(&self.name()).finish()
    }
}

fn sqlx_fault(err: sqlx::Error) -> Fault {
    match err {
        sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) | sqlx::Error::PoolClosed => Fault::unavailable(err),
        other => Fault::internal(other),
    }
}

/// Runs a place's pending migrations inside `transaction`, and says which.
async fn run_migrations(place: Place<'_>, transaction: &sea_orm::DatabaseTransaction) -> Result<Vec<String>> {
    async fn run<M: migrations::MigratorTrait>(transaction: &sea_orm::DatabaseTransaction) -> Result<Vec<String>> {
        let pending = M::get_pending_migrations(transaction).await?;
        M::up(transaction, None).await?;
        Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
    }
    match place {
        Place::Platform => run::<migrations::Platform>(transaction).await,
        Place::Tenant(_) => run::<migrations::Tenant>(transaction).await,
    }
}
