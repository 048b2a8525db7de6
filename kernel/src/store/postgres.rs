use std::time::Duration;

use sea_orm::{ConnectionTrait as _, DatabaseConnection, TransactionTrait as _};
use sqlx::{AssertSqlSafe, Executor as _, PgPool, Row as _, postgres::PgPoolOptions};

use super::{Access, Place, Session, run_migrations, sqlx_fault};
use crate::{error::Result, slug::Slug};

/// A connection that has served many cities carries all their catalogues in memory (about 0.4 MB each); it is
/// replaced by a fresh one after this time.
const CONNECTION_LIFE: Duration = Duration::from_secs(1800);
/// How long administration waits for another's to end.
const ADMIN_WAIT: Duration = Duration::from_secs(300);
/// What PostgreSQL says when another process makes, grants or alters the same role at the same moment:
/// `duplicate_object`, `unique_violation`, and "tuple concurrently updated" (`internal_error`).
const RACES: [&str; 3] = ["42710", "23505", "XX000"];
/// How often, and after what pause, a change of roles is tried again.
const ROLE_ATTEMPTS: u32 = 40;
const ROLE_PAUSE: Duration = Duration::from_millis(50);
/// PostgreSQL's `invalid_parameter_value`, said of a role that does not exist: there is nothing to remove.
const INVALID_PARAMETER: &str = "22023";
/// PostgreSQL's `dependent_objects_still_exist`.
const DEPENDENT_OBJECTS: &str = "2BP01";

/// A schema per place in one database, a role per tenant, one pool for all.
pub(super) struct PostgresStore {
    pool: PgPool,
    /// Roles and migrations; its connections never take on a tenant's role on behalf of a request.
    admin: PgPool,
    server_version: i32,
}

impl PostgresStore {
    pub(super) async fn connect(url: &str) -> Result<Self> {
        let pool = PgPoolOptions::new()
            .max_connections(10)
            .acquire_timeout(Duration::from_secs(10))
            .max_lifetime(CONNECTION_LIFE)
            .connect(url)
            .await
            .map_err(sqlx_fault)?;
        let server_version = pool
            .fetch_one("SELECT current_setting('server_version_num')::int")
            .await
            .and_then(|row| row.try_get(0))
            .map_err(sqlx_fault)?;
        let admin = PgPoolOptions::new()
            .max_connections(1)
            .acquire_timeout(ADMIN_WAIT)
            .idle_timeout(Duration::from_secs(30))
            .connect_lazy(url)
            .map_err(sqlx_fault)?;
        Ok(Self { pool, admin, server_version })
    }

    /// Everything a transaction needs to be one tenant's goes out with its `BEGIN`, in one round trip, and ends
    /// with it: nothing can leak to the connection's next user, whatever pooler is in between.
    pub(super) async fn open(&self, place: Place<'_>, access: Access) -> Result<Session> {
        let mode = match access {
            Access::Read => "ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Access::Write => "ISOLATION LEVEL READ COMMITTED READ WRITE",
        };
        // A connection whose last BEGIN failed half-way, or was given up by its caller, comes back to the pool inside
        // a broken transaction, and looks healthy. The ROLLBACK costs no round trip and makes every start a clean one.
        let begin = format!("ROLLBACK; BEGIN {mode}; {}", enter(place));
        Ok(self.pool.begin_with(AssertSqlSafe(begin)).await.map_err(sqlx_fault)?.into())
    }

    pub(super) async fn migrate(&self, place: Place<'_>) -> Result<Vec<String>> {
        let schema = place.schema();
        // Two servers that start together must not migrate the same place at once.
        let lock = format!("SELECT pg_advisory_xact_lock(hashtextextended('tablica.migrate.{schema}', 0))");
        if let Place::Tenant(_) = place {
            self.create_role(&schema).await?;
        }
        let conn = DatabaseConnection::from(self.admin.clone());
        let transaction = conn.begin().await?;
        transaction.execute_unprepared(&lock).await?;
        let authorization = match place {
            Place::Platform => String::new(),
            Place::Tenant(_) => format!(" AUTHORIZATION {schema}"),
        };
        transaction.execute_unprepared(&format!("CREATE SCHEMA IF NOT EXISTS {schema}{authorization}")).await?;
        transaction.execute_unprepared(&enter(place)).await?;
        let ran = run_migrations(place, &transaction).await?;
        transaction.commit().await?;
        Ok(ran)
    }

    /// The tenant's role, which the login role may take on but never inherits: a statement that forgot to take it
    /// on sees no tenant at all.
    async fn create_role(&self, role: &str) -> Result<()> {
        for _ in 0..ROLE_ATTEMPTS {
            match self.try_create_role(role).await {
                // Roles belong to the whole server, where no lock of one database keeps others from the same change.
                Err(err) if RACES.iter().any(|code| is_code(&err, code)) => tokio::time::sleep(ROLE_PAUSE).await,
                outcome => return outcome.map_err(sqlx_fault),
            }
        }
        self.try_create_role(role).await.map_err(sqlx_fault)
    }

    async fn try_create_role(&self, role: &str) -> Result<(), sqlx::Error> {
        let existing = sqlx::query("SELECT pg_has_role(oid, 'MEMBER') FROM pg_roles WHERE rolname = $1")
            .bind(role)
            .fetch_optional(&self.admin)
            .await?;
        if existing.is_none() {
            self.admin.execute(AssertSqlSafe(format!("CREATE ROLE {role} NOLOGIN"))).await?;
        }
        if self.server_version >= 160_000 {
            let grant = format!("GRANT {role} TO CURRENT_USER WITH INHERIT FALSE, SET TRUE");
            self.admin.execute(AssertSqlSafe(grant)).await?;
            return Ok(());
        }
        // Before PostgreSQL 16 inheritance is the member's property, not the grant's.
        let inherits = self.admin.fetch_one("SELECT rolinherit FROM pg_roles WHERE rolname = current_user").await?;
        if inherits.try_get(0)? {
            self.admin.execute("ALTER ROLE CURRENT_USER NOINHERIT").await?;
        }
        let is_member = existing.is_some_and(|row| row.try_get(0).unwrap_or(false));
        if !is_member {
            self.admin.execute(AssertSqlSafe(format!("GRANT {role} TO CURRENT_USER"))).await?;
        }
        Ok(())
    }

    pub(super) async fn remove(&self, slug: &Slug) -> Result<()> {
        let schema = slug.schema();
        let drop_schema =
            format!("BEGIN; {}; DROP SCHEMA IF EXISTS {schema} CASCADE; COMMIT", enter(Place::Tenant(slug)));
        match self.admin.execute(AssertSqlSafe(drop_schema)).await {
            Err(err) if is_code(&err, INVALID_PARAMETER) => return Ok(()),
            Err(err) => return Err(sqlx_fault(err)),
            Ok(_) => {}
        }
        match self.admin.execute(AssertSqlSafe(format!("DROP ROLE IF EXISTS {schema}"))).await {
            // Another database of the same server has a tenant of this name: the role is shared, so it stays.
            Err(err) if is_code(&err, DEPENDENT_OBJECTS) => Ok(()),
            Err(err) => Err(sqlx_fault(err)),
            Ok(_) => Ok(()),
        }
    }
}

/// The statements that bind the running transaction to a place. Slugs are safe to paste by their type.
fn enter(place: Place<'_>) -> String {
    let schema = place.schema();
    match place {
        Place::Platform => format!("SET LOCAL search_path = {schema}"),
        Place::Tenant(_) => format!("SET LOCAL ROLE {schema}; SET LOCAL search_path = {schema}"),
    }
}

fn is_code(err: &sqlx::Error, code: &str) -> bool {
    matches!(err, sqlx::Error::Database(database) if database.code().as_deref() == Some(code))
}
