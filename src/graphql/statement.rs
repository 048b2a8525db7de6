//! The declaration of accessibility, in the schema.

use async_graphql::{Enum, SimpleObject};
use chrono::NaiveDate;
use kernel::{
    graphql::scalars::Date,
    i18n::Lang,
    markdown::to_html,
    tenancy::{AccessibilityStatement as Declared, Conformance},
};

/// How far a portal meets the act on digital accessibility (Dz.U. 2023 poz. 1440).
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
pub(super) enum AccessibilityConformance {
    /// In everything.
    Full,
    /// Except for what is named.
    Partial,
    /// Not at all.
    None,
}

impl From<Conformance> for AccessibilityConformance {
    fn from(conformance: Conformance) -> Self {
        match conformance {
            Conformance::Full => Self::Full,
            Conformance::Partial => Self::Partial,
            Conformance::None => Self::None,
        }
    }
}

/// Whom to ask about accessibility.
#[derive(SimpleObject)]
pub(super) struct AccessibilityContact {
    /// Who answers.
    name: String,
    /// At which address.
    email: String,
    /// At which number.
    phone: String,
}

/// What a city declares of its portal's accessibility.
#[derive(SimpleObject)]
pub(super) struct AccessibilityStatement {
    /// The public body whose portal this is.
    operator: String,
    /// How far the portal meets the act.
    conformance: AccessibilityConformance,
    /// When the portal was published.
    published_on: Date,
    /// When it last changed much.
    updated_on: Date,
    /// When the declaration was written.
    prepared_on: Date,
    /// When it was last reviewed.
    reviewed_on: Date,
    /// The last day of its next review.
    review_due_on: Date,
    /// Whether it is time to review it.
    review_is_due: bool,
    /// Who examined the portal; null if the body itself did.
    auditor: Option<String>,
    /// Whom to ask.
    contact: AccessibilityContact,
    /// What is not accessible, and why, as safe HTML; empty if everything is.
    exceptions_html: String,
    /// How people get into the body's building and about in it, as safe HTML.
    building_html: String,
}

impl AccessibilityStatement {
    /// A declaration, in a language, as of a day.
    pub(super) fn new(declared: &Declared, lang: Lang, today: NaiveDate) -> Self {
        let contact = declared.contact.clone();
        Self {
            operator: declared.operator.clone(),
            conformance: declared.conformance.into(),
            published_on: Date(declared.published),
            updated_on: Date(declared.updated),
            prepared_on: Date(declared.prepared),
            reviewed_on: Date(declared.reviewed),
            review_due_on: Date(declared.review_due()),
            review_is_due: declared.needs_review(today),
            auditor: declared.auditor.clone(),
            contact: AccessibilityContact { name: contact.name, email: contact.email, phone: contact.phone },
            exceptions_html: to_html(declared.exceptions.get(lang)),
            building_html: to_html(declared.building.get(lang)),
        }
    }
}
