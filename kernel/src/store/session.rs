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
    Postgres(Mutex<Option<Transaction<'static, Postgres>>>),
    Sqlite(Mutex<Option<Transaction<'static, Sqlite>>>),
}

impl From<Transaction<'static, Postgres>> for Session {
    fn from(transaction: Transaction<'static, Postgres>) -> Self {
        Self(Inner::Postgres(Mutex::new(Some(transaction))))
    }
}

impl From<Transaction<'static, Sqlite>> for Session {
    fn from(transaction: Transaction<'static, Sqlite>) -> Self {
        Self(Inner::Sqlite(Mutex::new(Some(transaction))))
    }
}

impl Session {
    /// Makes what was written last. The session is over then, for whoever else holds it too.
    pub(crate) async fn commit(&self) -> Result<(), DbErr> {
        match &self.0 {
            Inner::Postgres(transaction) => match transaction.lock().await.take() {
                Some(transaction) => transaction.commit().await,
                None => return Err(over()),
            },
            Inner::Sqlite(transaction) => match transaction.lock().await.take() {
                Some(transaction) => transaction.commit().await,
                None => return Err(over()),
            },
        }
        .map_err(exec_err)
    }

    /// Takes back what was written, whoever else holds the session. What is running on it just now ends first.
    pub(crate) fn give_up(&self) {
        match &self.0 {
            Inner::Postgres(transaction) => drop(transaction.try_lock().map(|mut transaction| transaction.take())),
            Inner::Sqlite(transaction) => drop(transaction.try_lock().map(|mut transaction| transaction.take())),
        }
    }
}

/// What is said on a session that was committed or given up.
fn over() -> DbErr {
    DbErr::Custom("the unit of work is over".to_owned())
}

/// Runs something on the open transaction, of whichever database.
macro_rules! on {
    ($session:expr, $conn:ident => $work:expr) => {
        match &$session.0 {
            Inner::Postgres(transaction) => {
                let mut guard = transaction.lock().await;
                let $conn = guard.as_mut().ok_or_else(over)?;
                $work
            }
            Inner::Sqlite(transaction) => {
                let mut guard = transaction.lock().await;
                let $conn = guard.as_mut().ok_or_else(over)?;
                $work
            }
        }
    };
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
        on!(self, conn => conn.execute(sqlx::query_with(sql, values)).await.map(Into::into).map_err(exec_err))
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        on!(self, conn => conn.execute(sql).await.map(Into::into).map_err(exec_err))
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let (sql, values) = bound(statement);
        on!(self, conn => {
            let row = conn.fetch_optional(sqlx::query_with(sql, values)).await;
            row.map(|row| row.map(Into::into)).map_err(query_err)
        })
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let (sql, values) = bound(statement);
        on!(self, conn => {
            let rows = conn.fetch_all(sqlx::query_with(sql, values)).await;
            rows.map(|rows| rows.into_iter().map(Into::into).collect()).map_err(query_err)
        })
    }
}
