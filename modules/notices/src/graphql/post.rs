//! The city's mail in the schema, for those who look after it.

use async_graphql::{
    Context, Enum, ID, InputObject, Object, Result, SimpleObject,
    connection::{Connection, Edge, EmptyFields},
};
use chrono::{DateTime, Utc};
use kernel::{
    error::Fault,
    graphql::{
        ContextExt as _,
        connection::{Cursor, DEFAULT_FIRST, page_size},
    },
    mail::{
        desk::{Counts, Dead},
        suppression::{Reason, Suppressed},
    },
    payload,
    scope::Scope,
};

use crate::post::{self, MailId};

/// Characters of an address that is asked about.
const MAX_ADDRESS: usize = 320;

/// The city's mail: what waits, what was given up, which addresses are sent nothing.
struct MailDesk(Counts);

type DeadMailConnection = Connection<Cursor, DeadMail, EmptyFields, EmptyFields>;
type SuppressedAddressConnection = Connection<Cursor, SuppressedAddress, EmptyFields, EmptyFields>;

/// The city's mail: what waits, what was given up, which addresses are sent nothing.
#[Object]
impl MailDesk {
    /// Mails that were written and not yet tried.
    async fn waiting(&self) -> u64 {
        self.0.waiting
    }

    /// Mails that were put off, and are tried again.
    async fn deferred(&self) -> u64 {
        self.0.deferred
    }

    /// Mails that were handed over since the day began in the city.
    async fn sent_today(&self) -> u64 {
        self.0.sent_today
    }

    /// Mails that were given up.
    async fn dead(&self) -> u64 {
        self.0.dead
    }

    /// Addresses that are sent nothing.
    async fn suppressed_count(&self) -> u64 {
        self.0.suppressed
    }

    /// Mails that were given up, the newest first.
    async fn letters(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<DeadMailConnection> {
        let wrong = || Fault::bad_input("after", "this cursor belongs to another list; start without one");
        let start = after.as_deref().map(|cursor| MailId::parse(cursor).ok_or_else(wrong)).transpose()?;
        let (rows, has_more) = post::dead(ctx.scope(), page_size(first)?, start).await?;
        ctx.charge(rows.len())?;
        let mut connection = Connection::new(start.is_some(), has_more);
        let edges = rows.into_iter().map(|row| Edge::new(Cursor(MailId(row.id).global()), row.into()));
        connection.edges.extend(edges);
        Ok(connection)
    }

    /// Addresses that are sent nothing.
    async fn suppressed(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<SuppressedAddressConnection> {
        let scope = ctx.scope();
        let (rows, has_more) = post::suppressed(scope, page_size(first)?, after.as_deref()).await?;
        ctx.charge(rows.len())?;
        let mut connection = Connection::new(after.is_some(), has_more);
        for row in rows {
            let cursor = Cursor(post::cursor_of(scope, &row.address)?);
            connection.edges.push(Edge::new(cursor, shown(scope, row)?));
        }
        Ok(connection)
    }

    /// Whether this one address is sent nothing, and why; null if it is written to.
    async fn suppressed_address(&self, ctx: &Context<'_>, address: String) -> Result<Option<SuppressedAddress>> {
        if address.chars().count() > MAX_ADDRESS {
            let problem = format!("`address` has at most {MAX_ADDRESS} characters");
            return Err(Fault::bad_input("address", problem).into());
        }
        let scope = ctx.scope();
        let found = post::suppressed_address(scope, &address).await?;
        Ok(found.map(|row| shown(scope, row)).transpose()?)
    }
}

/// A mail that was given up.
#[derive(SimpleObject)]
struct DeadMail {
    /// Its global id.
    id: ID,
    /// What it is: the name of its template.
    template: String,
    /// Whom it was for, masked: `a…@example.org`.
    recipient: String,
    /// When it was written.
    created_at: DateTime<Utc>,
    /// When it was given up.
    failed_at: DateTime<Utc>,
    /// How often it was tried.
    attempts: i32,
    /// What was said last, in English.
    error: String,
    /// Whether its text is still there, so that it can be tried again.
    can_retry: bool,
}

impl From<Dead> for DeadMail {
    fn from(row: Dead) -> Self {
        Self {
            id: MailId(row.id).global().into(),
            template: row.template,
            recipient: post::masked(&row.recipient),
            created_at: row.created_at,
            failed_at: row.failed_at,
            attempts: row.attempts,
            error: row.error,
            can_retry: row.can_retry,
        }
    }
}

/// An address that is sent nothing.
#[derive(SimpleObject)]
struct SuppressedAddress {
    /// By which it can be allowed again; another one each time it is asked for.
    id: ID,
    /// The address, masked: `a…@example.org`.
    address: String,
    /// Why.
    reason: SuppressionReason,
    /// What was said of it: a status code, mostly.
    detail: String,
    /// Since when.
    since: DateTime<Utc>,
    /// Until when; null if it does not end by itself.
    until: Option<DateTime<Utc>>,
}

fn shown(scope: &Scope, row: Suppressed) -> kernel::error::Result<SuppressedAddress> {
    Ok(SuppressedAddress {
        id: post::id_of(scope, &row.address)?.into(),
        address: post::masked(&row.address),
        reason: row.reason.into(),
        detail: row.detail,
        since: row.since,
        until: row.until,
    })
}

/// Why an address is sent nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Reason")]
enum SuppressionReason {
    /// Its server refused mail several times, without saying that it is gone.
    Refused,
    /// Its mailbox was full several times.
    MailboxFull,
    /// There is no such mailbox.
    HardBounce,
    /// Its reader complained to their provider.
    Complaint,
}

/// Mails that were given up.
#[derive(InputObject)]
struct MailRetryInput {
    /// Which; at most 100.
    ids: Vec<ID>,
}

/// Mails that were given up.
#[derive(InputObject)]
struct MailDiscardInput {
    /// Which; at most 100.
    ids: Vec<ID>,
}

/// An address that is sent nothing.
#[derive(InputObject)]
struct MailSuppressionLiftInput {
    /// Its id in the list.
    id: ID,
}

payload! {
    /// What became of trying again.
    MailRetryPayload, MailRetryErrorCode { retried: u64 } { NothingChosen, TooManyChosen, NothingLeft }
}

payload! {
    /// What became of deleting.
    MailDiscardPayload, MailDiscardErrorCode { discarded: u64 } { NothingChosen, TooManyChosen, NothingLeft }
}

payload! {
    /// What became of allowing an address again.
    MailSuppressionLiftPayload, MailSuppressionLiftErrorCode { lifted_id: ID } { AddressUnknown }
}

/// Root fields for those who look after the mail.
#[derive(Debug, Default)]
pub struct PostQuery;

#[Object]
impl PostQuery {
    /// The city's mail. For admins.
    async fn mail_desk(&self, ctx: &Context<'_>) -> Result<MailDesk> {
        Ok(MailDesk(post::counts(ctx.scope()).await?))
    }
}

/// Mutations for those who look after the mail.
#[derive(Debug, Default)]
pub struct PostMutation;

#[Object]
impl PostMutation {
    /// Tries mails again that were given up. For admins.
    async fn mail_retry(&self, ctx: &Context<'_>, input: MailRetryInput) -> Result<MailRetryPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = post::retry(&mut tx, &mails(&input.ids)).await;
        if outcome.is_ok() {
            tx.commit().await?;
        }
        Ok(MailRetryPayload::of(ctx.scope(), outcome)?)
    }

    /// Deletes mails that were given up. For admins.
    async fn mail_discard(&self, ctx: &Context<'_>, input: MailDiscardInput) -> Result<MailDiscardPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = post::discard(&mut tx, &mails(&input.ids)).await;
        if outcome.is_ok() {
            tx.commit().await?;
        }
        Ok(MailDiscardPayload::of(ctx.scope(), outcome)?)
    }

    /// Allows an address to be written to again. For admins.
    async fn mail_suppression_lift(
        &self,
        ctx: &Context<'_>,
        input: MailSuppressionLiftInput,
    ) -> Result<MailSuppressionLiftPayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = post::lift(&mut tx, &input.id).await.map(|()| input.id);
        if outcome.is_ok() {
            tx.commit().await?;
        }
        Ok(MailSuppressionLiftPayload::of(ctx.scope(), outcome)?)
    }
}

/// Ids of mails; what is none counts as one that is gone.
fn mails(ids: &[ID]) -> Vec<MailId> {
    ids.iter().map(|id| MailId::parse(id).unwrap_or(MailId(uuid::Uuid::nil()))).collect()
}
