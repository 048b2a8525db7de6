use std::{io::ErrorKind, os::unix::fs::MetadataExt as _, path::PathBuf, sync::Arc, time::Duration};

use moka::{future::Cache, policy::EvictionPolicy};
use sea_orm::{DatabaseConnection, TransactionTrait as _};
use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Access, Place, Session, run_migrations, sqlx_fault};
use crate::{
    error::{Fault, Result},
    slug::Slug,
};

/// Places kept open at once; every SQLite connection is a thread of the process.
const OPEN_PLACES: u64 = 256;
/// A place nobody asked for in this time is closed.
const IDLE: Duration = Duration::from_secs(300);

/// A file per place, opened on demand, the least recently used closed.
pub(super) struct SqliteStore {
    data_dir: PathBuf,
    open: Cache<PathBuf, Arc<Pools>>,
}

/// Readers and the one writer apart: who holds a read snapshot can never keep a write from starting.
struct Pools {
    read: SqlitePool,
    write: SqlitePool,
    /// Which file they opened: a tenant that was removed and made again has another under the same name.
    inode: u64,
}

impl SqliteStore {
    pub(super) fn new(data_dir: PathBuf) -> Self {
        let open = Cache::builder()
            .max_capacity(OPEN_PLACES)
            .eviction_policy(EvictionPolicy::lru())
            .time_to_idle(IDLE)
            .async_eviction_listener(|_, pools: Arc<Pools>, _| {
                Box::pin(async move {
                    tokio::join!(pools.read.close(), pools.write.close());
                })
            })
            .build();
        Self { data_dir, open }
    }

    fn file(&self, place: Place<'_>) -> PathBuf {
        match place {
            Place::Platform => self.data_dir.join("platform.db"),
            Place::Tenant(slug) => self.data_dir.join("tenants").join(slug.as_str()).join("tablica.db"),
        }
    }

    async fn pools(&self, file: PathBuf, create: bool) -> Result<Arc<Pools>> {
        let inode = match tokio::fs::metadata(&file).await {
            Ok(meta) => meta.ino(),
            Err(err) if err.kind() == ErrorKind::NotFound && create => tokio::fs::File::options()
                .write(true)
                .create(true)
                .truncate(false)
                .open(&file)
                .await?
                .metadata()
                .await?
                .ino(),
            Err(err) if err.kind() == ErrorKind::NotFound => {
                return Err(Fault::unavailable(format!("{} does not exist; run `tablica migrate`", file.display())));
            }
            Err(err) => return Err(err.into()),
        };
        if self.open.get(&file).await.is_some_and(|pools| pools.inode != inode) {
            self.open.invalidate(&file).await;
        }
        let options = SqliteConnectOptions::new()
            .filename(&file)
            .create_if_missing(create)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10));
        let pool = |max| {
            SqlitePoolOptions::new()
                .max_connections(max)
                .idle_timeout(IDLE)
                .acquire_timeout(Duration::from_secs(10))
                .connect_lazy_with(options.clone())
        };
        Ok(self.open.get_with_by_ref(&file, async { Arc::new(Pools { read: pool(3), write: pool(1), inode }) }).await)
    }

    pub(super) async fn open(&self, place: Place<'_>, access: Access) -> Result<Session> {
        let file = self.file(place);
        let pools = self.pools(file.clone(), false).await?;
        match begin(&pools, access).await {
            // The place was closed for idleness between our look-up and our use: open it again.
            Err(sqlx::Error::PoolClosed) => {
                self.open.invalidate(&file).await;
                let pools = self.pools(file, false).await?;
                begin(&pools, access).await
            }
            outcome => outcome,
        }
        .map_err(sqlx_fault)
    }

    pub(super) async fn migrate(&self, place: Place<'_>) -> Result<Vec<String>> {
        let file = self.file(place);
        if let Some(folder) = file.parent() {
            tokio::fs::create_dir_all(folder).await?;
        }
        let pools = self.pools(file, true).await?;
        let conn = DatabaseConnection::from(pools.write.clone());
        let transaction = conn
            .begin_with_options(sea_orm::TransactionOptions {
                sqlite_transaction_mode: Some(sea_orm::SqliteTransactionMode::Immediate),
                ..Default::default()
            })
            .await?;
        let ran = run_migrations(place, &transaction).await?;
        transaction.commit().await?;
        Ok(ran)
    }

    pub(super) async fn remove(&self, slug: &Slug) -> Result<()> {
        let file = self.file(Place::Tenant(slug));
        if let Some(pools) = self.open.remove(&file).await {
            tokio::join!(pools.read.close(), pools.write.close());
        }
        for suffix in ["", "-wal", "-shm"] {
            let mut path = file.clone().into_os_string();
            path.push(suffix);
            match tokio::fs::remove_file(path).await {
                Err(err) if err.kind() != ErrorKind::NotFound => return Err(err.into()),
                _ => {}
            }
        }
        Ok(())
    }
}

async fn begin(pools: &Pools, access: Access) -> Result<Session, sqlx::Error> {
    match access {
        Access::Read => pools.read.begin_with("BEGIN DEFERRED").await,
        Access::Write => pools.write.begin_with("BEGIN IMMEDIATE").await,
    }
    .map(Into::into)
}
