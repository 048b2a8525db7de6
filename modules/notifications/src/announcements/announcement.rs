//! Announcements as they are kept.

use directory::InstitutionId;
use identity::AccountId;
use kernel::entity_id;
use notices::ReaderId;
use sea_orm::entity::prelude::*;

entity_id!(
    /// An announcement's id.
    AnnouncementId,
    "ann"
);

/// What somebody has to say to those who follow something.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "announcement")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AnnouncementId,
    /// Who says it; the city if nobody else.
    pub institution_id: Option<InstitutionId>,
    /// To those who follow what: `audience::Audience`.
    pub audience: Json,
    /// What tells its audience from others.
    pub fingerprint: String,
    /// What it is called, on one line.
    pub subject: String,
    /// What it says, Markdown.
    pub body: String,
    /// Where more is to be found, a web address.
    pub link: Option<String>,
    /// What the link says.
    pub link_label: Option<String>,
    /// How far it is.
    pub state: State,
    /// How many readers it was to reach when it was handed in.
    pub expected: i32,
    /// How many readers have been told.
    pub told: i32,
    /// The last reader in their order who has been told.
    pub reached: Option<ReaderId>,
    /// Who wrote it; nobody once their account is gone.
    pub account_id: Option<AccountId>,
    /// When it was written.
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed.
    pub updated_at: ChronoDateTimeUtc,
    /// When its author handed it in.
    pub handed_in_at: Option<ChronoDateTimeUtc>,
    /// The second person, who agreed or did not; nobody once their account is gone.
    pub decided_by: Option<AccountId>,
    /// When the second person decided.
    pub decided_at: Option<ChronoDateTimeUtc>,
    /// Why the second person did not agree.
    pub reason: Option<String>,
    /// When it began to be sent.
    pub sent_at: Option<ChronoDateTimeUtc>,
    /// The day on which it began to be sent, by the city's clock.
    pub sent_on: Option<Date>,
    /// When everybody had been told.
    pub finished_at: Option<ChronoDateTimeUtc>,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How far an announcement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum State {
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

impl Model {
    /// Whether anybody may read it.
    pub fn is_public(&self) -> bool {
        matches!(self.state, State::Sending | State::Sent)
    }

    /// Whether its author may still change it.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Draft | State::Rejected)
    }

    /// The path of its page, without the language.
    pub fn path(&self) -> String {
        format!("/ogloszenia/{}", self.id.global())
    }
}
