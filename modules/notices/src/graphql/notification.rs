//! A notification in the schema.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use identity::{
    Child as ChildRow, ChildId,
    graphql::{Child, ChildFields},
};
use kernel::{
    error::Result,
    graphql::{ContextExt as _, Open},
    ids,
    markdown::to_html,
    scope::Scope,
};

use crate::{
    centre,
    content::Content,
    notice::{Model, NoticeId},
    what::{Frequency, What},
    words,
};

/// What somebody is told: what happened to one entry.
#[derive(Clone, Debug)]
pub struct Notification {
    row: Model,
    content: Content,
    is_public: bool,
    children: Arc<HashMap<ChildId, ChildRow>>,
}

impl Notification {
    /// The notice itself.
    pub fn row(&self) -> &Model {
        &self.row
    }
}

/// Rows as the schema shows them to the person who asks, whose they are.
pub(super) async fn all(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Notification>> {
    let for_child = rows.iter().flat_map(|row| &row.reasons).any(|reason| reason.child.is_some());
    let children = if for_child { centre::children(scope).await? } else { HashMap::new() };
    let (children, snapshot) = (Arc::new(children), scope.snapshot().await?);
    let notification = |row: Model| Notification {
        content: Content::read(&row.told),
        // Decisions and announcements are no entries that anybody could look up.
        is_public: matches!(row.what, What::Decision | What::Announcement)
            || snapshot.is_public(&row.entity, row.entity_id),
        row,
        children: children.clone(),
    };
    Ok(rows.into_iter().map(notification).collect())
}

/// The notification of a global id, for the person who was told; nothing for everybody else, and of other ids.
pub async fn node(scope: &Scope, id: &str) -> Result<Option<Notification>> {
    let Some(id) = NoticeId::parse(id) else { return Ok(None) };
    let row = centre::find(scope, id).await?;
    Ok(all(scope, row.into_iter().collect()).await?.pop())
}

/// What the person who asks was told last, the newest first, and how much they have not seen: for what follows it live.
pub async fn added(scope: &Scope, first: u64) -> Result<(Vec<Notification>, u64)> {
    let rows = centre::newest(scope, first).await?;
    Ok((all(scope, rows).await?, centre::unread(scope).await?))
}

/// What somebody is told: what happened to one entry.
#[Object(tag = "module-notifications")]
impl Notification {
    /// Its global id.
    async fn id(&self) -> ID {
        self.row.id.global().into()
    }

    /// The most telling of what happened.
    async fn kind(&self) -> NotificationKind {
        self.row.what.into()
    }

    /// All that happened, the most telling first.
    async fn kinds(&self) -> Vec<NotificationKind> {
        self.content.happened.iter().map(|what| NotificationKind::from(*what)).collect()
    }

    /// What happened, in two or three words; of decisions, a sentence.
    async fn headline(&self, ctx: &Context<'_>) -> String {
        words::headline(ctx.scope(), &self.content, self.row.what)
    }

    /// What the entry is called.
    async fn title(&self) -> &str {
        &self.content.title
    }

    /// The path of its page, without language; null if it is no longer public.
    async fn url(&self) -> Option<&str> {
        Some(self.content.path.as_str()).filter(|path| self.is_public && !path.is_empty())
    }

    /// What is, and what was, for people.
    async fn details(&self, ctx: &Context<'_>) -> Vec<NotificationDetail> {
        let details = words::details(ctx.scope(), &self.content);
        let detail = |words::Detail { name, label, text, was }| NotificationDetail { name, label, text, was };
        details.into_iter().map(detail).collect()
    }

    /// Who offers it.
    async fn organiser(&self) -> Option<&str> {
        words::organiser(&self.content)
    }

    /// What it says of itself.
    async fn summary(&self) -> Option<&str> {
        words::summary(&self.content)
    }

    /// What it says at length, as safe HTML: of announcements.
    async fn body_html(&self) -> Option<String> {
        words::body(&self.content).map(to_html)
    }

    /// Where it leads outside the portal: of announcements.
    async fn link(&self) -> Option<NotificationLink> {
        let (url, label) = words::link(&self.content)?;
        Some(NotificationLink { url: url.to_owned(), label: label.map(str::to_owned) })
    }

    /// Why they are told; empty for what concerns them alone.
    async fn reasons(&self) -> Vec<NotificationReason> {
        let reason = |reason: &crate::Reason| NotificationReason {
            subscription: ids::encode("nsub", reason.subscription).into(),
            label: reason.label.clone(),
            child: reason.child.and_then(|child| self.children.get(&child)).map(|row| Open(ChildFields(row.clone()))),
        };
        self.row.reasons.iter().map(reason).collect()
    }

    /// Whether it is danger, which waits for nothing.
    async fn is_urgent(&self) -> bool {
        self.row.is_urgent
    }

    /// How soon they asked to be told.
    async fn frequency(&self) -> NotificationFrequency {
        self.row.frequency.into()
    }

    /// When the last of it happened.
    async fn happened_at(&self) -> DateTime<Utc> {
        self.row.updated_at
    }

    /// When it is to leave by mail; null if it does not wait.
    async fn due_at(&self) -> Option<DateTime<Utc>> {
        self.row.waiting.map(|_| self.row.due_at)
    }

    /// When a mail with it was written; null if none was.
    async fn mailed_at(&self) -> Option<DateTime<Utc>> {
        self.row.mailed_at
    }

    /// When they saw it on the portal.
    async fn read_at(&self) -> Option<DateTime<Utc>> {
        self.row.read_at
    }
}

/// A fact of an entry.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct NotificationDetail {
    /// The fact's name.
    name: String,
    /// What people call it.
    label: String,
    /// What is.
    text: String,
    /// What was; null if it is as it was, or if they knew nothing before.
    was: Option<String>,
}

/// A link that leads outside the portal.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct NotificationLink {
    /// The address.
    url: String,
    /// What it is called.
    label: Option<String>,
}

/// Why somebody is told something.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct NotificationReason {
    /// The global id of the subscription, which may be gone.
    subscription: ID,
    /// What it is called.
    label: String,
    /// The child for whom it is; null if it is for none, or its profile is gone.
    child: Option<Child>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "What")]
pub enum NotificationKind {
    /// An official says that there is danger, or that it is over.
    Alert,
    /// It does not take place.
    CalledOff,
    /// A place is free where none was.
    PlaceFreed,
    /// It costs less.
    PriceFell,
    /// One can sign up from now on.
    EnrolmentOpened,
    /// It is there.
    Appeared,
    /// When, where or for whom it is has changed.
    Changed,
    /// An office or an institution has something to say.
    Announcement,
    /// Something of the reader's own was decided on.
    Decision,
}

/// How soon somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Frequency")]
pub enum NotificationFrequency {
    /// As soon as it happens.
    AtOnce,
    /// Once a day, what happened meanwhile.
    Daily,
    /// Once a week.
    Weekly,
}
