//! A subscription as its own reader sees it.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use identity::{
    Child, ChildId,
    graphql::{Child as ChildNode, ChildFields},
};
use kernel::{
    graphql::{ContextExt as _, Open},
    page::localised,
    scope::Scope,
    search::Snapshot,
};
use notices::graphql::{NotificationFrequency, NotificationKind};

use crate::{
    about, compile::compile, found::found, label, path, subscription::Model, target::SubscriptionTargetInput as Target,
};

/// What counting what a subscription finds costs, in rows.
const COUNT_COST: usize = 20;

/// What somebody wants to be told of, for their own eyes.
#[derive(Clone, Debug)]
pub struct NotificationSubscription {
    row: Model,
    /// Nothing if what is kept means nothing any more.
    target: Option<Target>,
    child: Option<Child>,
    snapshot: Arc<Snapshot>,
}

impl NotificationSubscription {
    /// The acting person's own rows.
    pub(super) async fn all(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Self>> {
        let is_for_child = rows.iter().any(|row| row.child_id.is_some());
        let children = if is_for_child { identity::children::own(scope).await? } else { Vec::new() };
        let children: HashMap<ChildId, Child> = children.into_iter().map(|child| (child.id, child)).collect();
        let snapshot = scope.snapshot().await?;
        let one = |row: Model| Self {
            target: Target::from_json(&row.target).ok(),
            child: row.child_id.and_then(|id| children.get(&id).cloned()),
            snapshot: snapshot.clone(),
            row,
        };
        Ok(rows.into_iter().map(one).collect())
    }

    /// One of the acting person's own.
    pub(super) async fn one(scope: &Scope, row: Model) -> Result<Self> {
        let told = Self::all(scope, vec![row]).await?.pop();
        told.ok_or_else(|| kernel::error::Fault::internal("a row was not told").into())
    }

    fn child_name(&self) -> Option<&str> {
        self.child.as_ref().map(|child| child.name.as_str())
    }

    fn in_words(&self, scope: &Scope) -> String {
        match &self.target {
            Some(target) => label::in_words(scope, &self.snapshot, target, self.child_name()),
            None => scope.text("subscription-of-gone", &[]),
        }
    }
}

/// What somebody wants to be told of, for their own eyes.
#[Object(tag = "module-notifications")]
impl NotificationSubscription {
    /// Its global id.
    async fn id(&self) -> ID {
        self.row.id.global().into()
    }

    /// What its reader calls it, else what it asks for in words.
    async fn label(&self, ctx: &Context<'_>) -> String {
        self.row.label.clone().unwrap_or_else(|| self.in_words(ctx.scope()))
    }

    /// What its reader calls it; null if they gave it no name.
    async fn own_label(&self) -> Option<&str> {
        self.row.label.as_deref()
    }

    /// What it asks for, a phrase for each condition, in the request's language.
    async fn parts(&self, ctx: &Context<'_>) -> Vec<String> {
        let parts = |target| label::parts(ctx.scope(), &self.snapshot, target, self.child_name());
        self.target.as_ref().map(parts).unwrap_or_default()
    }

    /// The path of the page where that is seen: the results of the search, or the entry.
    async fn target_url(&self, ctx: &Context<'_>) -> Result<String> {
        match &self.target {
            Some(target) => Ok(localised(ctx.scope().lang, &path::path(ctx.scope(), &self.snapshot, target)?)),
            None => Ok(localised(ctx.scope().lang, "/")),
        }
    }

    /// The target as it was asked for, as the JSON of a `SubscriptionTargetInput`.
    async fn target_json(&self) -> String {
        self.row.target.to_string()
    }

    /// How often.
    async fn frequency(&self) -> NotificationFrequency {
        self.row.frequency.into()
    }

    /// What of it is worth telling.
    async fn about(&self) -> Vec<NotificationKind> {
        self.row.about.iter().map(|what| (*what).into()).collect()
    }

    /// What of it could be told.
    async fn about_options(&self) -> Vec<NotificationKind> {
        let possible = self.target.as_ref().map(about::possible).unwrap_or_default();
        possible.iter().map(|what| (*what).into()).collect()
    }

    /// Whether nothing is told of it for now.
    async fn muted(&self) -> bool {
        self.row.muted_at.is_some()
    }

    /// Whether its reader removed it; that can be taken back for a week.
    async fn removed(&self) -> bool {
        self.row.removed_at.is_some()
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// When its reader was last told something because of it.
    async fn last_told_at(&self) -> Option<DateTime<Utc>> {
        self.row.last_told_at
    }

    /// The child for whom it is.
    async fn child(&self) -> Option<ChildNode> {
        self.child.clone().map(|child| Open(ChildFields(child)))
    }

    /// How many entries it finds now; null for what finds none, such as alerts.
    async fn match_count(&self, ctx: &Context<'_>) -> Result<Option<u64>> {
        ctx.charge(COUNT_COST)?;
        let scope = ctx.scope();
        if self.target.is_none() {
            return Ok(None);
        }
        // What was asked for with a place that has another name by now finds nothing until it is asked for anew.
        let Ok(compiled) = compile(scope, &self.snapshot, &self.row).await else { return Ok(None) };
        Ok(found(scope, &self.snapshot, &compiled)?.map(|found| found.len() as u64))
    }
}
