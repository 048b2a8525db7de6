//! What people are told, in the schema: notifications, and when somebody wants them.

mod notification;
pub mod post;
pub mod push;
mod settings;

use async_graphql::{
    Context, ID, InputObject, Object, Result, SimpleObject,
    connection::{Connection, Edge, EmptyFields},
};
use identity::graphql::ViewerFields;
use kernel::graphql::{
    ContextExt as _,
    connection::{Cursor, page_size},
    extend,
};

use crate::{centre, notice::NoticeId, refusal::Refusal};

pub use notification::{Notification, NotificationFrequency, NotificationKind, added, node};
pub use settings::NotificationSettings;
use settings::NotificationSettingsSaveInput;

/// A page of what somebody was told.
pub type NotificationConnection = Connection<Cursor, Notification, NotificationConnectionFields, EmptyFields>;

/// What is said of all that somebody was told.
#[derive(SimpleObject)]
pub struct NotificationConnectionFields {
    /// How many there are, of those that were asked for.
    pub total_count: u64,
    /// How many they have not seen.
    pub unread_count: u64,
}

/// What this module adds to whoever looks.
pub struct OfViewer;

impl From<&ViewerFields> for OfViewer {
    fn from(_: &ViewerFields) -> Self {
        Self
    }
}

/// What this module adds to whoever looks.
#[Object(name = "NoticesOfViewer")]
impl OfViewer {
    /// What they were told, and what waits to be, the newest first. Not for programs.
    #[graphql(tag = "module-notifications")]
    async fn notifications(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, from 1 to 100; 20 if not said.")] first: Option<i32>,
        #[graphql(desc = "The cursor of the last one of the page before.")] after: Option<String>,
        #[graphql(desc = "Only what they have not seen.", default)] unread: bool,
    ) -> Result<NotificationConnection> {
        let first = page_size(first)?;
        ctx.charge(first)?;
        let after = after.and_then(|after| NoticeId::parse(&after));
        let page = centre::page(ctx.scope(), first, after, unread).await?;
        let unread_count = if unread { page.total } else { centre::unread(ctx.scope()).await? };
        let fields = NotificationConnectionFields { total_count: page.total, unread_count };
        let mut connection = Connection::with_additional_fields(after.is_some(), page.has_more, fields);
        let nodes = notification::all(ctx.scope(), page.rows).await?;
        connection.edges.extend(nodes.into_iter().map(|node| Edge::new(Cursor(node.row().id.global()), node)));
        Ok(connection)
    }

    /// How much they have not seen. Not for programs.
    #[graphql(tag = "module-notifications")]
    async fn unread_notifications(&self, ctx: &Context<'_>) -> Result<u64> {
        Ok(centre::unread(ctx.scope()).await?)
    }

    /// When they want to be told. Not for programs.
    #[graphql(tag = "module-notifications")]
    async fn notification_settings(&self, ctx: &Context<'_>) -> Result<NotificationSettings> {
        let reader = centre::own(ctx.scope()).await?;
        Ok(NotificationSettings::of(ctx.scope(), reader).await?)
    }
}

/// Adds this module's fields to others' types.
pub fn extensions() {
    extend::<ViewerFields, OfViewer>();
}

/// What somebody marks as seen.
#[derive(InputObject)]
struct NotificationsReadInput {
    /// These notifications, at most 200.
    ids: Option<Vec<ID>>,
    /// All of them.
    #[graphql(default)]
    all: bool,
}

/// What was marked as seen.
#[derive(SimpleObject)]
struct NotificationsRead {
    /// How many were not seen before.
    read: u64,
    /// How many are not seen yet.
    unread: u64,
}

kernel::payload! {
    /// What became of marking notifications as seen.
    NotificationsReadPayload, NotificationsReadErrorCode { marked: NotificationsRead } { TooManyChosen }
}

kernel::payload! {
    /// What became of saying when one wants to be told.
    NotificationSettingsSavePayload, NotificationSettingsSaveErrorCode { settings: NotificationSettings } {
        QuietHoursHalf,
    }
}

/// Mutations of this module.
#[derive(Debug, Default)]
pub struct NoticesMutation;

#[Object]
impl NoticesMutation {
    /// Says when the person wants to be told. For those signed in with a browser.
    #[graphql(tag = "module-notifications")]
    async fn notification_settings_save(
        &self,
        ctx: &Context<'_>,
        input: NotificationSettingsSaveInput,
    ) -> Result<NotificationSettingsSavePayload> {
        let scope = ctx.scope();
        let mut tx = scope.begin().await?;
        let outcome = match centre::save(&mut tx, input.said()).await {
            Ok(reader) => {
                tx.commit().await?;
                Ok(NotificationSettings::of(scope, Some(reader)).await?)
            }
            Err(refused) => Err(refused),
        };
        Ok(NotificationSettingsSavePayload::of::<Refusal>(scope, outcome)?)
    }

    /// Marks notifications of the person as seen; what is seen does not leave by mail any more. For those signed in
    /// with a browser.
    #[graphql(tag = "module-notifications")]
    async fn notifications_read(
        &self,
        ctx: &Context<'_>,
        input: NotificationsReadInput,
    ) -> Result<NotificationsReadPayload> {
        let scope = ctx.scope();
        let ids: Vec<NoticeId> = input.ids.unwrap_or_default().iter().filter_map(|id| NoticeId::parse(id)).collect();
        let mut tx = scope.begin().await?;
        let outcome = match centre::mark_read(&mut tx, &ids, input.all).await {
            Ok(read) => {
                tx.commit().await?;
                Ok(NotificationsRead { read, unread: centre::unread(scope).await? })
            }
            Err(refused) => Err(refused),
        };
        Ok(NotificationsReadPayload::of::<Refusal>(scope, outcome)?)
    }
}
