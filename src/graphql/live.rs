//! What clients are told of while they listen: subscriptions.
//!
//! A subscription follows the ripples of its city ([`kernel::search::Follower`]): each says which rows may have changed,
//! and what became of them is read anew, as whoever listens may see it. So nothing is told that asking would not tell, and
//! whoever misses a ripple misses nothing that still holds.

mod search;

use std::collections::{HashSet, VecDeque};

use async_graphql::{Context, Enum, ID, Result, SimpleObject, Subscription};
use chrono::{DateTime, Utc};
use futures_util::{Stream, stream};
use kernel::{error::Fault, graphql::ContextExt as _, scope::Scope, search::Follower};
use notices::{NoticeId, ReaderId, graphql::Notification};
use notifications::SubscriptionTargetInput;
use uuid::Uuid;

use super::portal::{Node, find};
use search::{Followed, SearchChange};

/// Notices that are looked at when something is new: more at once are told of by their count alone.
const NEWEST: u64 = 20;
/// What it costs to follow a search, in rows of a request: it is asked anew at each change.
const SEARCH_COST: usize = 200;

/// What became of something.
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
enum EntityChangeKind {
    /// It is different, or what it shows of others is.
    Changed,
    /// It is gone, or no longer to be seen by who listens.
    Gone,
    /// It was gone and is there again.
    Returned,
}

/// A change of something with a global id.
#[derive(SimpleObject)]
struct EntityChange {
    /// Its global id.
    id: ID,
    /// What became of it.
    kind: EntityChangeKind,
    /// As it is now; null if it is gone.
    node: Option<Node>,
}

/// Something that the viewer is told, or has seen.
#[derive(SimpleObject)]
#[graphql(tag = "module-notifications")]
struct NotificationChange {
    /// What they are told; null if only how much they have not seen is different.
    notification: Option<Notification>,
    /// How much they have not seen.
    unread_notifications: u64,
}

/// What clients are told of while they listen.
#[derive(Debug, Default)]
pub struct LiveSubscription;

#[Subscription]
impl LiveSubscription {
    /// Each change of something that can be seen now, and whether it goes or comes back.
    async fn entity_changed(&self, ctx: &Context<'_>, id: ID) -> Result<impl Stream<Item = Result<EntityChange>>> {
        let scope = ctx.scope().clone();
        let (entity, row) = named(&id).ok_or_else(Fault::not_found)?;
        let follower = scope.app().search.follow(&scope).await?;
        // What is not to be seen and what is not there are one and the same.
        let is_there = find(&scope, &id).await?.is_some();
        scope.release().await;
        if !is_there {
            return Err(Fault::not_found().into());
        }
        let watched = Watched { scope, follower, id, entity, row, is_there };
        Ok(stream::try_unfold(watched, |mut watched| async {
            let change = watched.next().await?;
            Ok(Some((change, watched)))
        }))
    }

    /// What becomes of what a search finds: the filters are those of the lists, and of what one can be told of by mail.
    /// What changes within half a second is told at once.
    async fn search_changed(
        &self,
        ctx: &Context<'_>,
        target: SubscriptionTargetInput,
    ) -> Result<impl Stream<Item = Result<SearchChange>>> {
        ctx.charge(SEARCH_COST)?;
        let followed = Followed::begin(ctx.scope().clone(), target).await?;
        Ok(stream::try_unfold(followed, |mut followed| async {
            let change = followed.next().await?;
            Ok(Some((change, followed)))
        }))
    }

    /// Each thing that the viewer is told from now on, and each change of how much they have not seen. For those signed in
    /// with a browser.
    async fn notification_added(&self, ctx: &Context<'_>) -> Result<impl Stream<Item = Result<NotificationChange>>> {
        let scope = ctx.scope().clone();
        let follower = scope.app().search.follow(&scope).await?;
        let (newest, unread) = notices::graphql::added(&scope, NEWEST).await?;
        let reader = own_reader(&scope).await?;
        scope.release().await;
        let known = newest.iter().map(Inbox::mark).collect();
        let inbox = Inbox { scope, follower, reader, known, unread, waiting: VecDeque::new() };
        Ok(stream::try_unfold(inbox, |mut inbox| async {
            let change = inbox.next().await?;
            Ok(Some((change, inbox)))
        }))
    }
}

/// Something that somebody follows.
struct Watched {
    scope: Scope,
    follower: Follower,
    id: ID,
    entity: &'static str,
    row: Uuid,
    is_there: bool,
}

impl Watched {
    async fn next(&mut self) -> Result<EntityChange, Fault> {
        loop {
            while !self.follower.next().await?.touches(self.entity, self.row) {}
            // The rights may be those of a row that is read again.
            self.scope.release().await;
            let node = find(&self.scope, &self.id).await?;
            let was_there = std::mem::replace(&mut self.is_there, node.is_some());
            let kind = match (was_there, self.is_there) {
                (true, true) => EntityChangeKind::Changed,
                (true, false) => EntityChangeKind::Gone,
                (false, true) => EntityChangeKind::Returned,
                (false, false) => continue,
            };
            return Ok(EntityChange { id: self.id.clone(), kind, node });
        }
    }
}

/// What the viewer was told.
struct Inbox {
    scope: Scope,
    follower: Follower,
    /// What the change log calls the viewer, once they are an account's reader.
    reader: Option<ReaderId>,
    /// The newest that were there, as they were.
    known: HashSet<(NoticeId, DateTime<Utc>)>,
    unread: u64,
    /// What is yet to be said, the oldest first.
    waiting: VecDeque<Notification>,
}

impl Inbox {
    fn mark(notification: &Notification) -> (NoticeId, DateTime<Utc>) {
        let row = notification.row();
        (row.id, row.updated_at)
    }

    async fn next(&mut self) -> Result<NotificationChange, Fault> {
        loop {
            if let Some(notification) = self.waiting.pop_front() {
                return Ok(NotificationChange { notification: Some(notification), unread_notifications: self.unread });
            }
            loop {
                let ripple = self.follower.next().await?;
                let is_touched = match self.reader {
                    Some(ReaderId(id)) => ripple.touches(notices::ENTITY, id) || ripple.touches(notices::READER, id),
                    // Of whoever is told for the first time nobody knows yet what the change log calls them.
                    None => ripple.touches_any(notices::ENTITY),
                };
                if is_touched {
                    break;
                }
            }
            self.scope.release().await;
            let (newest, unread) = notices::graphql::added(&self.scope, NEWEST).await?;
            self.reader = own_reader(&self.scope).await?;
            self.scope.release().await;
            let before = std::mem::replace(&mut self.unread, unread);
            let marks = newest.iter().map(Self::mark).collect();
            let known = std::mem::replace(&mut self.known, marks);
            let is_new = |told: &Notification| told.row().read_at.is_none() && !known.contains(&Self::mark(told));
            self.waiting.extend(newest.into_iter().filter(is_new).rev());
            if self.waiting.is_empty() && before != unread {
                return Ok(NotificationChange { notification: None, unread_notifications: unread });
            }
        }
    }
}

/// The reader that the viewer's account is. One of their address alone may become another, and does not count.
async fn own_reader(scope: &Scope) -> Result<Option<ReaderId>, Fault> {
    let own = notices::readers::own(scope).await?;
    Ok(own.filter(|reader| reader.account_id.is_some()).map(|reader| reader.id))
}

/// What the change log calls the thing of a global id.
fn named(id: &str) -> Option<(&'static str, Uuid)> {
    let kinds: [(&'static str, Option<Uuid>); 8] = [
        (directory::ENTITY, directory::InstitutionId::parse(id).map(|id| id.0)),
        (activities::ENTITY, activities::ActivityId::parse(id).map(|id| id.0)),
        (events::ENTITY, events::EventId::parse(id).map(|id| id.0)),
        (news::ENTITY, news::ArticleId::parse(id).map(|id| id.0)),
        (safety::ENTITY, safety::AdviceId::parse(id).map(|id| id.0)),
        (safety::ALERT_ENTITY, safety::AlertId::parse(id).map(|id| id.0)),
        (debates::ENTITY, debates::DebateId::parse(id).map(|id| id.0)),
        (debates::QUESTION_ENTITY, debates::QuestionId::parse(id).map(|id| id.0)),
    ];
    kinds.into_iter().find_map(|(entity, row)| Some((entity, row?)))
}
