use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, Values};
use sea_query_sqlx::SqlxValues;
use sqlx::{Executor as _, Postgres, Sqlite, Transaction};
use tokio::sync::Mutex;

/// One open transaction on one tenant's (or the platform's) data, and nothing else.
///
/// It is a sea-orm connection, so entities are used as anywhere. We hold the sqlx transaction ourselves because
/// sea-orm cannot open one with a statement of our own, and on PostgreSQL role and search path must be set in the
/// same round trip as `BEGIN`. Dropping it rolls back.
pub struct Session(Inner);

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session")
    }
}

enum Inner {
    Postgres(Mutex<Transaction<'static, Postgres>>),
    Sqlite(Mutex<Transaction<'static, Sqlite>>),
}

impl From<Transaction<'static, Postgres>> for Session {
    fn from(transaction: Transaction<'static, Postgres>) -> Self {
        Self(Inner::Postgres(Mutex::new(transaction)))
    }
}

impl From<Transaction<'static, Sqlite>> for Session {
    fn from(transaction: Transaction<'static, Sqlite>) -> Self {
        Self(Inner::Sqlite(Mutex::new(transaction)))
    }
}

impl Session {
    /// Makes what was written last.
    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        match self.0 {
            Inner::Postgres(transaction) => transaction.into_inner().commit().await,
            Inner::Sqlite(transaction) => transaction.into_inner().commit().await,
        }
        .map_err(exec_err)
    }
}

fn bound(statement: Statement) -> (sqlx::AssertSqlSafe<String>, SqlxValues) {
    (sqlx::AssertSqlSafe(statement.sql), SqlxValues(statement.values.unwrap_or(Values(Vec::new()))))
}

fn exec_err(err: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(err.into()))
}

fn query_err(err: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(err.into()))
}

#[async_trait::async_trait]
impl ConnectionTrait for Session {
    fn get_database_backend(&self) -> DbBackend {
        match self.0 {
            Inner::Postgres(_) => DbBackend::Postgres,
            Inner::Sqlite(_) => DbBackend::Sqlite,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let (sql, values) = bound(statement);
        match &self.0 {
            Inner::Postgres(conn) => conn.lock().await.execute(sqlx::query_with(sql, values)).await.map(Into::into),
            Inner::Sqlite(conn) => conn.lock().await.execute(sqlx::query_with(sql, values)).await.map(Into::into),
        }
        .map_err(exec_err)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        match &self.0 {
            Inner::Postgres(conn) => conn.lock().await.execute(sql).await.map(Into::into),
            Inner::Sqlite(conn) => conn.lock().await.execute(sql).await.map(Into::into),
        }
        .map_err(exec_err)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let (sql, values) = bound(statement);
        match &self.0 {
            Inner::Postgres(conn) => {
                conn.lock().await.fetch_optional(sqlx::query_with(sql, values)).await.map(|row| row.map(Into::into))
            }
            Inner::Sqlite(conn) => {
                conn.lock().await.fetch_optional(sqlx::query_with(sql, values)).await.map(|row| row.map(Into::into))
            }
        }
        .map_err(query_err)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let (sql, values) = bound(statement);
        match &self.0 {
            Inner::Postgres(conn) => conn
                .lock()
                .await
                .fetch_all(sqlx::query_with(sql, values))
                .await
                .map(|rows| rows.into_iter().map(Into::into).collect()),
            Inner::Sqlite(conn) => conn
                .lock()
                .await
                .fetch_all(sqlx::query_with(sql, values))
                .await
                .map(|rows| rows.into_iter().map(Into::into).collect()),
        }
        .map_err(query_err)
    }
}
