//! An alert in the schema.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionLoader,
    graphql::{District, Institution, institution},
};
use identity::{
    AccountId, AccountLoader,
    graphql::{Profile, profile},
};
use kernel::{
    graphql::ContextExt as _,
    markdown::to_html,
    page::localised,
    scope::{Actor, Scope},
};

use super::codes::{
    AlertCategory, AlertCertainty, AlertMessageType, AlertResponse, AlertSeverity, AlertState, AlertStatus,
    AlertUrgency, label, state_label,
};
use crate::{
    alert::{AlertId, Decision, Model, State, Words},
    feeds::message_path,
    notify::path,
    policy::{self, Rights},
    service,
};

/// An alert: one message of the Common Alerting Protocol, and what has become of it.
#[derive(Clone, Debug)]
pub struct Alert(Arc<Model>);

/// The alert of a row.
pub fn alert(row: Arc<Model>) -> Alert {
    Alert(row)
}

impl Alert {
    fn state_now(&self, ctx: &Context<'_>) -> State {
        self.0.state(ctx.scope().now())
    }

    fn words(&self, ctx: &Context<'_>) -> Option<&Words> {
        self.0.words(ctx.scope().lang)
    }

    fn said(&self, ctx: &Context<'_>, of: fn(&Words) -> &str) -> &str {
        self.words(ctx).map_or("", of)
    }

    fn is_own(&self, scope: &Scope) -> bool {
        policy::is_own(&scope.actor, &self.0)
    }

    /// Whether whoever looks may send what ends or replaces it.
    async fn may_follow(&self, ctx: &Context<'_>, states: &[State]) -> Result<bool> {
        let row = &*self.0;
        let is_open = row.replaced_by.is_none() && states.contains(&self.state_now(ctx));
        let party = row.institution_id.map(|id| id.0);
        let severity = row.severity.max(row.shown_as);
        Ok(is_open && policy::may_issue(&ctx.scope().actor, party, severity, &rights(ctx).await?))
    }
}

/// An alert: one message of the Common Alerting Protocol, and what has become of it.
#[Object(tag = "module-safety")]
impl Alert {
    /// Its global id.
    pub async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// The path of its page on the city's portal, in the request's language.
    async fn url(&self, ctx: &Context<'_>) -> String {
        localised(ctx.scope().lang, &path(&self.0))
    }

    /// What other systems know it by.
    async fn identifier(&self) -> &str {
        &self.0.identifier
    }

    /// The path of the message in the protocol's own form (XML); null until it is issued.
    async fn cap_url(&self) -> Option<String> {
        self.0.is_issued().then(|| message_path(self.0.id))
    }

    /// Whether it is meant.
    async fn status(&self) -> AlertStatus {
        self.0.status.into()
    }

    /// Whether it is meant, for people.
    async fn status_label(&self, ctx: &Context<'_>) -> String {
        label(ctx.scope(), "alert-status", &self.0.status)
    }

    /// What it is to those before it.
    async fn message_type(&self) -> AlertMessageType {
        self.0.message_type.into()
    }

    /// What it is to those before it, for people.
    async fn message_type_label(&self, ctx: &Context<'_>) -> String {
        label(ctx.scope(), "alert-message", &self.0.message_type)
    }

    /// Whom it is for; always `Public`.
    async fn scope(&self) -> &str {
        "Public"
    }

    /// Whether it says that the danger is over of which a message before told.
    async fn is_all_clear(&self) -> bool {
        self.0.is_all_clear()
    }

    /// What has become of it by now.
    async fn state(&self, ctx: &Context<'_>) -> AlertState {
        self.state_now(ctx).into()
    }

    /// What has become of it by now, for people.
    async fn state_label(&self, ctx: &Context<'_>) -> String {
        state_label(ctx.scope(), self.state_now(ctx))
    }

    /// Whether it holds at this moment.
    async fn is_active(&self, ctx: &Context<'_>) -> bool {
        self.state_now(ctx) == State::Active
    }

    /// On whose behalf it was sent; null for the city.
    async fn sender(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        let Some(id) = self.0.institution_id else { return Ok(None) };
        Ok(ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(id).await?.map(institution))
    }

    /// Who sent it, as they were called then.
    async fn sender_name(&self) -> &str {
        &self.0.sender_name
    }

    /// When it was issued; null until then.
    async fn sent(&self) -> Option<DateTime<Utc>> {
        self.0.sent_at
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// What happens, in the request's language, else in Polish.
    async fn event(&self, ctx: &Context<'_>) -> &str {
        self.said(ctx, |words| &words.event)
    }

    /// A sentence that says it all, in the request's language, else in Polish.
    async fn headline(&self, ctx: &Context<'_>) -> &str {
        self.said(ctx, |words| &words.headline)
    }

    /// More about it, in the request's language, else in Polish; may be empty.
    async fn description(&self, ctx: &Context<'_>) -> &str {
        self.said(ctx, |words| &words.description)
    }

    /// More about it, as safe HTML.
    async fn description_html(&self, ctx: &Context<'_>) -> String {
        to_html(self.said(ctx, |words| &words.description))
    }

    /// What to do, in the request's language, else in Polish; may be empty.
    async fn instruction(&self, ctx: &Context<'_>) -> &str {
        self.said(ctx, |words| &words.instruction)
    }

    /// What to do, as safe HTML.
    async fn instruction_html(&self, ctx: &Context<'_>) -> String {
        to_html(self.said(ctx, |words| &words.instruction))
    }

    /// The language of these texts, by its tag.
    async fn language(&self, ctx: &Context<'_>) -> &str {
        self.said(ctx, |words| &words.lang)
    }

    /// What it says in each of its languages, Polish first.
    async fn texts(&self) -> Vec<AlertText> {
        self.0.texts.iter().cloned().map(Into::into).collect()
    }

    /// What it is about.
    async fn categories(&self) -> Vec<AlertCategory> {
        self.0.categories.iter().map(|category| (*category).into()).collect()
    }

    /// What it is about, for people.
    async fn category_labels(&self, ctx: &Context<'_>) -> Vec<String> {
        self.0.categories.iter().map(|category| label(ctx.scope(), "alert-category", category)).collect()
    }

    /// What people are advised to do.
    async fn response_types(&self) -> Vec<AlertResponse> {
        self.0.responses.iter().map(|response| (*response).into()).collect()
    }

    /// What people are advised to do, for people.
    async fn response_type_labels(&self, ctx: &Context<'_>) -> Vec<String> {
        self.0.responses.iter().map(|response| label(ctx.scope(), "alert-response", response)).collect()
    }

    /// When one has to act.
    async fn urgency(&self) -> AlertUrgency {
        self.0.urgency.into()
    }

    /// When one has to act, for people.
    async fn urgency_label(&self, ctx: &Context<'_>) -> String {
        label(ctx.scope(), "alert-urgency", &self.0.urgency)
    }

    /// How great the danger is.
    async fn severity(&self) -> AlertSeverity {
        self.0.severity.into()
    }

    /// How great the danger is, for people.
    async fn severity_label(&self, ctx: &Context<'_>) -> String {
        label(ctx.scope(), "alert-severity", &self.0.severity)
    }

    /// How sure it is.
    async fn certainty(&self) -> AlertCertainty {
        self.0.certainty.into()
    }

    /// How sure it is, for people.
    async fn certainty_label(&self, ctx: &Context<'_>) -> String {
        label(ctx.scope(), "alert-certainty", &self.0.certainty)
    }

    /// From when on it holds; null while it waits, if that is at once.
    async fn effective(&self) -> Option<DateTime<Utc>> {
        self.0.effective_at.or(self.0.sent_at)
    }

    /// When what it is about is expected to begin.
    async fn onset(&self) -> Option<DateTime<Utc>> {
        self.0.onset_at
    }

    /// From when on it holds no more.
    async fn expires(&self) -> DateTime<Utc> {
        self.0.expires_at
    }

    /// When it ceased to hold: replaced, called off or over; null before.
    async fn ended_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        self.0.ended_at(ctx.scope().now())
    }

    /// Where there is more to read.
    async fn web(&self) -> Option<&str> {
        self.0.web.as_deref()
    }

    /// Whom to ask.
    async fn contact(&self) -> Option<&str> {
        self.0.contact.as_deref()
    }

    /// What the message itself is for; why an alert was called off.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Where it holds, in words.
    async fn area_description(&self) -> &str {
        &self.0.area
    }

    /// The districts in which it holds; none for the whole city, or for the shape alone.
    async fn districts(&self, ctx: &Context<'_>) -> Vec<District> {
        self.0.districts.iter().filter_map(|id| District::find(ctx.scope(), Some(id))).collect()
    }

    /// The corners of the polygon in which it holds, the last the same as the first; null without one.
    async fn polygon(&self) -> Option<Vec<AlertPoint>> {
        let corners = &self.0.polygon.0;
        let points = corners.iter().map(|point| AlertPoint { lat: point.lat, lon: point.lon });
        (!corners.is_empty()).then(|| points.collect())
    }

    /// The circle in which it holds; null without one.
    async fn circle(&self) -> Option<AlertCircle> {
        self.0.circle().map(|(middle, radius_km)| AlertCircle { lat: middle.lat, lon: middle.lon, radius_km })
    }

    /// The messages that it refers to, the first first.
    async fn references(&self, ctx: &Context<'_>) -> Result<Vec<Alert>> {
        let rows = service::many(ctx.scope(), self.0.references()).await?;
        ctx.charge(rows.len())?;
        Ok(rows.into_iter().map(alert).collect())
    }

    /// The message that replaced it or called it off.
    async fn replaced_by(&self, ctx: &Context<'_>) -> Result<Option<Alert>> {
        Ok(service::many(ctx.scope(), self.0.replaced_by).await?.pop().map(alert))
    }

    /// Who wrote it, for its people; null for everybody else, and where the account is no more.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        person(ctx, self.0.account_id.filter(|_| self.is_own(ctx.scope()))).await
    }

    /// Whether it is sent, or was, only because a second person says so.
    async fn needs_approval(&self) -> bool {
        self.0.decision != Decision::NotNeeded
    }

    /// The second person, for its people.
    async fn decided_by(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        person(ctx, self.0.decided_by.filter(|_| self.is_own(ctx.scope()))).await
    }

    /// When the second person decided, for its people.
    async fn decided_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        self.0.decided_at.filter(|_| self.is_own(ctx.scope()))
    }

    /// Why it was rejected, for its people.
    async fn reason(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.reason.as_deref().filter(|_| self.is_own(ctx.scope()))
    }

    /// Whether whoever looks may replace it by what is true now.
    async fn can_update(&self, ctx: &Context<'_>) -> Result<bool> {
        self.may_follow(ctx, &[State::Active, State::Scheduled]).await
    }

    /// Whether whoever looks may call it off.
    async fn can_cancel(&self, ctx: &Context<'_>) -> Result<bool> {
        self.may_follow(ctx, &[State::Active, State::Scheduled]).await
    }

    /// Whether whoever looks may say that its danger is over.
    async fn can_all_clear(&self, ctx: &Context<'_>) -> Result<bool> {
        self.may_follow(ctx, &[State::Active, State::Scheduled, State::Expired]).await
    }

    /// Whether whoever looks may be the second person.
    async fn can_approve(&self, ctx: &Context<'_>) -> Result<bool> {
        let is_open = self.state_now(ctx) == State::Pending;
        Ok(is_open && policy::may_second(&ctx.scope().actor, self.0.account_id, &rights(ctx).await?))
    }

    /// Whether whoever looks may drop it while it waits: those who may decide, and its author.
    async fn can_reject(&self, ctx: &Context<'_>) -> Result<bool> {
        let is_open = self.0.decision == Decision::Waiting && ctx.scope().actor != Actor::Anonymous;
        Ok(is_open && policy::may_reject(&ctx.scope().actor, &self.0, &rights(ctx).await?))
    }
}

impl Alert {
    /// Its row.
    pub fn row(&self) -> &Model {
        &self.0
    }

    /// Its id.
    pub fn alert_id(&self) -> AlertId {
        self.0.id
    }
}

/// What an alert says in one language.
#[derive(SimpleObject)]
#[graphql(tag = "module-safety")]
struct AlertText {
    /// The language, by its tag.
    language: String,
    /// What happens.
    event: String,
    /// A sentence that says it all.
    headline: String,
    /// More about it; may be empty.
    description: String,
    /// What to do; may be empty.
    instruction: String,
}

impl From<Words> for AlertText {
    fn from(Words { lang, event, headline, description, instruction }: Words) -> Self {
        Self { language: lang, event, headline, description, instruction }
    }
}

/// A point on Earth in degrees (WGS 84).
#[derive(SimpleObject)]
#[graphql(tag = "module-safety")]
struct AlertPoint {
    /// Latitude.
    lat: f64,
    /// Longitude.
    lon: f64,
}

/// A circle on Earth.
#[derive(SimpleObject)]
#[graphql(tag = "module-safety")]
struct AlertCircle {
    /// The latitude of its middle in degrees.
    lat: f64,
    /// The longitude of its middle in degrees.
    lon: f64,
    /// Its radius in kilometres.
    radius_km: f64,
}

async fn rights(ctx: &Context<'_>) -> Result<Rights> {
    Ok(service::rights(&*ctx.scope().snapshot().await?))
}

pub(super) async fn person(ctx: &Context<'_>, id: Option<AccountId>) -> Result<Option<Profile>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.data_unchecked::<DataLoader<AccountLoader>>().load_one(id).await?.map(profile))
}
