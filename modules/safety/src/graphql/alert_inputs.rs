//! What clients say of alerts.

use async_graphql::{ID, InputObject, Result};
use chrono::{DateTime, Utc};
use directory::InstitutionId;
use kernel::{error::Fault, i18n::Lang};

use super::codes::{
    AlertCategory, AlertCertainty, AlertMessageType, AlertResponse, AlertSeverity, AlertState, AlertStatus,
    AlertUrgency,
};
use crate::{
    alert::Words,
    draft::Draft,
    service::{AllClear, Filter},
};

/// What alerts must meet; all of it.
#[derive(Debug, Default, InputObject)]
#[graphql(tag = "module-safety")]
pub(super) struct AlertFilter {
    /// Those that hold now, or those that do not.
    active: Option<bool>,
    /// Any of these.
    severities: Option<Vec<AlertSeverity>>,
    /// Any of these.
    urgencies: Option<Vec<AlertUrgency>>,
    /// About any of these.
    categories: Option<Vec<AlertCategory>>,
    /// In any of these districts, by their ids: what holds in the whole city holds in each.
    districts: Option<Vec<ID>>,
    /// Sent on behalf of this institution.
    institution: Option<ID>,
    /// That held at this moment or later.
    since: Option<DateTime<Utc>>,
    /// That began before this moment.
    until: Option<DateTime<Utc>>,
    /// Any of these; what is meant if nothing is said.
    statuses: Option<Vec<AlertStatus>>,
    /// In any of these states.
    states: Option<Vec<AlertState>>,
    /// Any of these.
    message_types: Option<Vec<AlertMessageType>>,
}

impl AlertFilter {
    /// The filter in the service's terms.
    pub(super) fn resolve(self) -> Result<Filter> {
        fn all<T, U: From<T>>(list: Option<Vec<T>>) -> Option<Vec<U>> {
            list.map(|list| list.into_iter().map(Into::into).collect())
        }
        let wrong = || Fault::bad_input("filter.institution", "this is no institution's id");
        let institution = self.institution.map(|id| InstitutionId::parse(&id).ok_or_else(wrong)).transpose()?;
        Ok(Filter {
            active: self.active,
            severities: all(self.severities),
            urgencies: all(self.urgencies),
            categories: all(self.categories),
            districts: self.districts.map(|ids| ids.into_iter().map(|id| id.0).collect()),
            institution,
            since: self.since,
            until: self.until,
            statuses: all(self.statuses),
            states: all(self.states),
            message_types: all(self.message_types),
        })
    }
}

/// What an alert says, by language.
#[derive(InputObject)]
#[graphql(tag = "module-safety")]
pub(super) struct AlertTextsInput {
    /// In Polish.
    pl: AlertTextInput,
    /// In English.
    en: Option<AlertTextInput>,
    /// In Ukrainian.
    uk: Option<AlertTextInput>,
}

/// What an alert says in one language; plain texts.
#[derive(InputObject)]
#[graphql(tag = "module-safety")]
struct AlertTextInput {
    /// What happens, at most 100 characters.
    event: String,
    /// A sentence that says it all, at most 160 characters.
    headline: String,
    /// More about it, at most 4000 characters.
    description: Option<String>,
    /// What to do, at most 4000 characters.
    instruction: Option<String>,
}

impl AlertTextsInput {
    fn words(self) -> Vec<(Lang, Words)> {
        let given = [(Lang::Pl, Some(self.pl)), (Lang::En, self.en), (Lang::Uk, self.uk)];
        let words = given.into_iter().filter_map(|(lang, text)| {
            let AlertTextInput { event, headline, description, instruction } = text?;
            let (description, instruction) = (description.unwrap_or_default(), instruction.unwrap_or_default());
            Some((lang, Words { lang: lang.tag().to_owned(), event, headline, description, instruction }))
        });
        words.collect()
    }
}

/// A point on Earth in degrees (WGS 84).
#[derive(InputObject)]
#[graphql(tag = "module-safety")]
struct AlertPointInput {
    /// Latitude.
    lat: f64,
    /// Longitude.
    lon: f64,
}

/// A circle on Earth.
#[derive(InputObject)]
#[graphql(tag = "module-safety")]
struct AlertCircleInput {
    /// The latitude of its middle in degrees.
    lat: f64,
    /// The longitude of its middle in degrees.
    lon: f64,
    /// Its radius in kilometres, more than 0 and at most 50.
    radius_km: f64,
}

/// What every alert says.
macro_rules! alert_input {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(InputObject)]
        #[graphql(tag = "module-safety")]
        pub(super) struct $name {
            $($(#[$field_doc])* pub(super) $field: $type,)+
            /// What it says.
            texts: AlertTextsInput,
            /// What it is about; at least one.
            categories: Vec<AlertCategory>,
            /// What people are advised to do.
            response_types: Option<Vec<AlertResponse>>,
            /// When one has to act.
            urgency: AlertUrgency,
            /// How great the danger is.
            severity: AlertSeverity,
            /// How sure it is.
            certainty: AlertCertainty,
            /// From when on it holds, at most 30 days from now; at once if nothing is said.
            effective: Option<DateTime<Utc>>,
            /// When what it is about is expected to begin.
            onset: Option<DateTime<Utc>>,
            /// From when on it holds no more; at most 30 days after it begins.
            expires: DateTime<Utc>,
            /// Where there is more to read: an address.
            web: Option<String>,
            /// Whom to ask: a telephone number, a name.
            contact: Option<String>,
            /// What the message itself is for.
            note: Option<String>,
            /// Where it holds, in words; the districts' names, or the city's, if nothing is said.
            area_description: Option<String>,
            /// The districts in which it holds, by their ids; without them, and without a shape, the whole city.
            districts: Option<Vec<ID>>,
            /// The corners of a polygon in which it holds: from 4 to 100, the last the same as the first.
            polygon: Option<Vec<AlertPointInput>>,
            /// A circle in which it holds.
            circle: Option<AlertCircleInput>,
        }

        impl $name {
            /// What somebody wants to be said.
            pub(super) fn draft(self) -> Draft {
                let points = self.polygon.unwrap_or_default().into_iter();
                Draft {
                    texts: self.texts.words(),
                    categories: self.categories.into_iter().map(Into::into).collect(),
                    responses: self.response_types.unwrap_or_default().into_iter().map(Into::into).collect(),
                    urgency: self.urgency.into(),
                    severity: self.severity.into(),
                    certainty: self.certainty.into(),
                    effective: self.effective,
                    onset: self.onset,
                    expires: self.expires,
                    web: self.web,
                    contact: self.contact,
                    note: self.note,
                    area: self.area_description,
                    districts: self.districts.unwrap_or_default().into_iter().map(|id| id.0).collect(),
                    polygon: points.map(|point| (point.lat, point.lon)).collect(),
                    circle: self.circle.map(|circle| (circle.lat, circle.lon, circle.radius_km)),
                }
            }
        }
    };
}

alert_input! {
    /// An alert to be sent.
    AlertIssueInput {
        /// On whose behalf; the city's if nothing is said.
        institution: Option<ID>,
        /// Whether it is meant; it is if nothing is said.
        status: Option<AlertStatus>,
    }
}

alert_input! {
    /// What is true now, in place of an alert.
    AlertUpdateInput {
        /// The alert that it replaces.
        references: ID,
    }
}

/// An alert to be called off.
#[derive(InputObject)]
#[graphql(tag = "module-safety")]
pub(super) struct AlertCancelInput {
    /// The alert.
    pub(super) id: ID,
    /// Why, at most 500 characters.
    pub(super) reason: String,
}

/// An alert whose danger is over.
#[derive(InputObject)]
#[graphql(tag = "module-safety")]
pub(super) struct AlertAllClearInput {
    /// The alert.
    pub(super) id: ID,
    /// What is to be said; ready texts if nothing is said.
    texts: Option<AlertTextsInput>,
    /// How long it is to be shown; 12 hours if nothing is said.
    expires: Option<DateTime<Utc>>,
    /// What the message itself is for.
    note: Option<String>,
}

impl AlertAllClearInput {
    /// What somebody wants to be said.
    pub(super) fn given(self) -> AllClear {
        AllClear {
            texts: self.texts.map(AlertTextsInput::words).unwrap_or_default(),
            expires: self.expires,
            note: self.note,
        }
    }
}

/// An alert that a second person approves.
#[derive(InputObject)]
#[graphql(tag = "module-safety")]
pub(super) struct AlertApproveInput {
    /// The alert.
    pub(super) id: ID,
}

/// An alert that is dropped while it waits.
#[derive(InputObject)]
#[graphql(tag = "module-safety")]
pub(super) struct AlertRejectInput {
    /// The alert.
    pub(super) id: ID,
    /// Why, at most 500 characters.
    pub(super) reason: String,
}

/// A message of another system.
#[derive(InputObject)]
#[graphql(tag = "module-safety")]
pub(super) struct AlertIssueCapInput {
    /// The message: XML of the Common Alerting Protocol 1.2, at most 64 kilobytes. Handing it in again changes nothing.
    pub(super) cap: String,
    /// On whose behalf; the city's if nothing is said.
    pub(super) institution: Option<ID>,
}

/// An institution's right to send severe alerts.
#[derive(InputObject)]
#[graphql(tag = "module-safety")]
pub(super) struct AlertRightInput {
    /// Whose.
    pub(super) institution: ID,
}
