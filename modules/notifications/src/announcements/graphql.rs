//! Announcements in the schema.

mod mutation;

use async_graphql::{
    Context, Enum, ID, Object, OneofObject, Result, SimpleObject,
    connection::{Connection, Edge, EmptyFields},
    dataloader::DataLoader,
};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionId, InstitutionLoader,
    graphql::{Institution, institution},
};
use identity::{
    AccountId, AccountLoader,
    graphql::{Profile, profile},
};
use kernel::{
    error::Fault,
    graphql::{
        ContextExt as _,
        connection::{Cursor, DEFAULT_FIRST, page_size},
    },
    markdown::to_html,
    page::localised,
    scope::{Actor, Scope},
};

use super::{
    announcement::{AnnouncementId, Model, State},
    audience::Audience,
    policy,
    service::{self, Estimate},
};

pub use mutation::AnnouncementsMutation;

/// What an office or an institution has to say to everybody who follows something.
pub(crate) struct Announcement(Model);

impl Announcement {
    fn party(&self) -> Option<uuid::Uuid> {
        self.0.institution_id.map(|id| id.0)
    }

    fn may_write(&self, scope: &Scope) -> bool {
        policy::may_write(&scope.actor, self.party())
    }
}

/// What an office or an institution has to say to everybody who follows something.
#[Object(tag = "module-notifications")]
impl Announcement {
    /// Its global id.
    async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// The path of its page on the city's portal, in the request's language; null until it is sent.
    async fn url(&self, ctx: &Context<'_>) -> Option<String> {
        self.0.is_public().then(|| localised(ctx.scope().lang, &self.0.path()))
    }

    /// On whose behalf; null for the city.
    async fn sender(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        sender(ctx, self.0.institution_id).await
    }

    /// What whoever says it is called.
    async fn sender_name(&self, ctx: &Context<'_>) -> Result<String> {
        sender_name(ctx, self.0.institution_id).await
    }

    /// To those who follow what.
    async fn audience(&self, ctx: &Context<'_>) -> Result<Option<AnnouncementAudience>> {
        let Some(audience) = Audience::from_json(&self.0.audience) else { return Ok(None) };
        AnnouncementAudience::of(ctx.scope(), &audience).await.map(Some)
    }

    /// What it is called.
    async fn subject(&self) -> &str {
        &self.0.subject
    }

    /// What it says, Markdown.
    async fn text(&self) -> &str {
        &self.0.body
    }

    /// What it says, as safe HTML.
    async fn text_html(&self) -> String {
        to_html(&self.0.body)
    }

    /// Where more is to be found, a web address.
    async fn link(&self) -> Option<&str> {
        self.0.link.as_deref()
    }

    /// What the link says.
    async fn link_label(&self) -> Option<&str> {
        self.0.link_label.as_deref()
    }

    /// How far it is.
    async fn state(&self) -> AnnouncementState {
        self.0.state.into()
    }

    /// How far it is, for people.
    async fn state_label(&self, ctx: &Context<'_>) -> String {
        let key = match self.0.state {
            State::Draft => "announcement-state-draft",
            State::Waiting => "announcement-state-waiting",
            State::Rejected => "announcement-state-rejected",
            State::Sending => "announcement-state-sending",
            State::Sent => "announcement-state-sent",
        };
        ctx.scope().text(key, &[])
    }

    /// When it was sent.
    async fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.0.sent_at
    }

    /// When it was written; null for those who may not write here, as are all fields below.
    async fn created_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        self.may_write(ctx.scope()).then_some(self.0.created_at)
    }

    /// Who handed it in, or wrote it so far.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        if !self.may_write(ctx.scope()) {
            return Ok(None);
        }
        person(ctx, self.0.account_id).await
    }

    /// Who else agreed, or did not.
    async fn decided_by(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        if !self.may_write(ctx.scope()) {
            return Ok(None);
        }
        person(ctx, self.0.decided_by).await
    }

    /// When somebody else agreed, or did not.
    async fn decided_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        self.0.decided_at.filter(|_| self.may_write(ctx.scope()))
    }

    /// Why somebody else did not agree.
    async fn reason(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.reason.as_deref().filter(|_| self.may_write(ctx.scope()))
    }

    /// When it was handed in; null until it is.
    async fn handed_in_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        self.0.handed_in_at.filter(|_| self.may_write(ctx.scope()))
    }

    /// How many readers it was to reach when it was handed in.
    async fn expected(&self, ctx: &Context<'_>) -> Option<i32> {
        self.0.handed_in_at.map(|_| self.0.expected).filter(|_| self.may_write(ctx.scope()))
    }

    /// How many readers have been told so far.
    async fn told(&self, ctx: &Context<'_>) -> Option<i32> {
        self.may_write(ctx.scope()).then_some(self.0.told)
    }

    /// How many people it would reach now.
    async fn estimate(&self, ctx: &Context<'_>) -> Result<Option<AnnouncementEstimate>> {
        let Some(audience) = Audience::from_json(&self.0.audience).filter(|_| self.may_write(ctx.scope())) else {
            return Ok(None);
        };
        Ok(Some(service::measure(ctx.scope(), &audience).await?.into()))
    }

    /// Whether whoever looks may change it, try it and hand it in.
    async fn can_edit(&self, ctx: &Context<'_>) -> bool {
        self.0.is_open() && self.may_write(ctx.scope())
    }

    /// Whether whoever looks may take it back.
    async fn can_withdraw(&self, ctx: &Context<'_>) -> bool {
        !self.0.is_public() && self.may_write(ctx.scope())
    }

    /// Whether whoever looks may be the second person.
    async fn can_approve(&self, ctx: &Context<'_>) -> bool {
        let actor: &Actor = &ctx.scope().actor;
        self.0.state == State::Waiting && policy::may_second(actor, self.0.account_id, self.party())
    }
}

/// How far an announcement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "State")]
pub(crate) enum AnnouncementState {
    /// It is being written.
    Draft,
    /// It waits for a second person.
    Waiting,
    /// A second person did not agree.
    Rejected,
    /// Readers are being told.
    Sending,
    /// All have been told.
    Sent,
}

/// What an announcement's readers follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub(crate) enum AnnouncementAudienceKind {
    /// An institution, or any of its entries.
    Institution,
    /// An activity.
    Activity,
    /// An event.
    Event,
    /// A debate.
    Debate,
    /// An interest.
    Interest,
    /// A district.
    District,
    /// Anything at all.
    Everybody,
}

/// To those who follow what.
#[derive(SimpleObject)]
pub(crate) struct AnnouncementAudience {
    /// What it is that they follow.
    kind: AnnouncementAudienceKind,
    /// Its id; null for everybody.
    id: Option<ID>,
    /// In words: "everybody who follows …".
    label: String,
    /// What it is called; null for everybody, and for what is no longer there.
    title: Option<String>,
    /// The path of its page, in the request's language, if it has one.
    url: Option<String>,
}

impl AnnouncementAudience {
    async fn of(scope: &Scope, audience: &Audience) -> Result<Self> {
        use AnnouncementAudienceKind as Kind;
        let (kind, id, key) = match audience {
            Audience::Institution(id) => (Kind::Institution, Some(id.global()), "announcement-to-institution"),
            Audience::Activity(id) => (Kind::Activity, Some(id.global()), "announcement-to-entry"),
            Audience::Event(id) => (Kind::Event, Some(id.global()), "announcement-to-entry"),
            Audience::Debate(id) => (Kind::Debate, Some(id.global()), "announcement-to-entry"),
            Audience::Interest(id) => (Kind::Interest, Some(id.clone()), "announcement-to-interest"),
            Audience::District(id) => (Kind::District, Some(id.clone()), "announcement-to-district"),
            Audience::Everybody => (Kind::Everybody, None, "announcement-to-everybody"),
        };
        let followed = audience.followed(scope).await?;
        let title = followed.as_ref().and_then(|followed| followed.title.clone());
        let gone = || scope.text("announcement-to-gone", &[]);
        let name = title.clone().unwrap_or_else(gone);
        Ok(Self {
            kind,
            id: id.map(ID),
            label: scope.text(key, &[("title", name.into())]),
            title,
            url: followed.and_then(|followed| followed.path).map(|path| localised(scope.lang, &path)),
        })
    }
}

/// How many people an announcement would reach.
#[derive(SimpleObject)]
pub(crate) struct AnnouncementEstimate {
    /// People who follow that and want to hear of announcements.
    readers: u32,
    /// Mails: each gets one, with whatever else it is time to tell them.
    mails: u32,
    /// Of these, at once; quiet hours are kept.
    at_once: u32,
    /// Of these, with the mail of the day.
    daily: u32,
    /// Of these, with the mail of the week.
    weekly: u32,
    /// Whether a second person would have to agree.
    needs_approval: bool,
    /// Up to so many readers nobody else has to agree.
    approval_above: u32,
}

impl From<Estimate> for AnnouncementEstimate {
    fn from(estimate: Estimate) -> Self {
        let reach = estimate.reach;
        Self {
            readers: reach.readers,
            mails: reach.readers,
            at_once: reach.at_once,
            daily: reach.daily,
            weekly: reach.weekly,
            needs_approval: estimate.needs_approval(),
            approval_above: estimate.approval_above,
        }
    }
}

/// Somebody on whose behalf one may write announcements.
pub(crate) struct AnnouncementSender(Option<InstitutionId>);

/// Somebody on whose behalf one may write announcements.
#[Object(tag = "module-notifications")]
impl AnnouncementSender {
    /// The institution; null for the city itself.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        sender(ctx, self.0).await
    }

    /// What it is called.
    async fn name(&self, ctx: &Context<'_>) -> Result<String> {
        sender_name(ctx, self.0).await
    }
}

/// What is said of all announcements of a list.
#[derive(SimpleObject)]
pub(crate) struct AnnouncementConnectionFields {
    /// How many there are on all pages.
    total_count: u64,
}

type AnnouncementConnection = Connection<Cursor, Announcement, AnnouncementConnectionFields, EmptyFields>;

/// To those who follow what: exactly one of these.
#[derive(Clone, Debug, OneofObject)]
pub(crate) enum AnnouncementAudienceInput {
    /// An institution or any of its entries, an activity, an event or a debate, by its global id.
    Entry(ID),
    /// An interest of the taxonomy, by its id.
    Interest(ID),
    /// A district, by its id.
    District(ID),
    /// Anything at all; `true`.
    Everybody(bool),
}

impl AnnouncementAudienceInput {
    fn audience(&self) -> Option<Audience> {
        match self {
            Self::Entry(id) => Audience::of_entry(id),
            Self::Interest(id) => Some(Audience::Interest(id.0.clone())),
            Self::District(id) => Some(Audience::District(id.0.clone())),
            Self::Everybody(is_meant) => is_meant.then_some(Audience::Everybody),
        }
    }
}

/// Root fields of announcements.
#[derive(Debug, Default)]
pub struct AnnouncementsQuery;

#[Object]
impl AnnouncementsQuery {
    /// Announcements, the newest first: all for editors, for managers those of their institutions.
    #[graphql(tag = "module-notifications")]
    async fn announcements(
        &self,
        ctx: &Context<'_>,
        states: Option<Vec<AnnouncementState>>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<AnnouncementConnection> {
        let wrong = || Fault::bad_input("after", "this cursor belongs to another list; start without one");
        let start = after.as_deref().map(|cursor| AnnouncementId::parse(cursor).ok_or_else(wrong)).transpose()?;
        let states: Option<Vec<State>> = states.map(|states| states.into_iter().map(Into::into).collect());
        let listed = service::list(ctx.scope(), states.as_deref(), start, page_size(first)?).await?;
        ctx.charge(listed.rows.len())?;
        let fields = AnnouncementConnectionFields { total_count: listed.total };
        let mut connection = Connection::with_additional_fields(start.is_some(), listed.has_next, fields);
        let rows = listed.rows.into_iter();
        connection.edges.extend(rows.map(|row| Edge::new(Cursor(row.id.global()), Announcement(row))));
        Ok(connection)
    }

    /// An announcement: one that was sent for everybody, others for those who may write on its sender's behalf; null
    /// otherwise.
    #[graphql(tag = "module-notifications")]
    async fn announcement(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Announcement>> {
        let Some(id) = AnnouncementId::parse(&id) else { return Ok(None) };
        Ok(service::find(ctx.scope(), id).await?.map(Announcement))
    }

    /// On whose behalf whoever asks may write announcements; none if they may not. Editors may name any institution
    /// besides.
    #[graphql(tag = "module-notifications")]
    async fn announcement_senders(&self, ctx: &Context<'_>) -> Result<Vec<AnnouncementSender>> {
        let senders = service::senders(ctx.scope());
        ctx.charge(senders.len())?;
        Ok(senders.into_iter().map(AnnouncementSender).collect())
    }

    /// How many people an announcement would reach; null if nothing like that can be followed. For those who may write
    /// to them on that behalf.
    #[graphql(tag = "module-notifications")]
    async fn announcement_estimate(
        &self,
        ctx: &Context<'_>,
        audience: AnnouncementAudienceInput,
        #[graphql(desc = "On whose behalf, an institution; without, the city's.")] sender: Option<ID>,
    ) -> Result<Option<AnnouncementEstimate>> {
        let sender = match &sender {
            Some(id) => Some(directory::service::parse_id("sender", id)?),
            None => None,
        };
        let Some(audience) = audience.audience() else {
            ctx.scope().actor.require(policy::may_write(&ctx.scope().actor, sender.map(|id| id.0)))?;
            return Ok(None);
        };
        Ok(service::estimate(ctx.scope(), sender, &audience).await?.map(Into::into))
    }
}

async fn sender(ctx: &Context<'_>, id: Option<InstitutionId>) -> Result<Option<Institution>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(id).await?.map(institution))
}

async fn sender_name(ctx: &Context<'_>, id: Option<InstitutionId>) -> Result<String> {
    let scope = ctx.scope();
    let Some(id) = id else { return Ok(scope.tenant.name.get(scope.lang).to_owned()) };
    let row = ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(id).await?;
    Ok(row.map(|row| row.name.clone()).unwrap_or_default())
}

async fn person(ctx: &Context<'_>, id: Option<AccountId>) -> Result<Option<Profile>> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.data_unchecked::<DataLoader<AccountLoader>>().load_one(id).await?.map(profile))
}
