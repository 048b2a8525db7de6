//! The filter of articles, from the API's terms to the service's.

use async_graphql::{ID, InputObject};
use directory::{
    InstitutionId,
    graphql::Audience,
    labels::{districts, institution, interests, phrase},
};
use kernel::{
    error::{Fault, Result},
    graphql::scalars::Date,
    scope::Scope,
    search::Snapshot,
};

use super::ArticleCategory;
use crate::{article::Category, service::Selection};

/// Values of one condition that are looked at.
const MOST_VALUES: usize = 100;

/// What articles must meet; all of it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NewsFilter {
    /// Of any of these categories.
    pub categories: Option<Vec<ArticleCategory>>,
    /// Of this institution.
    pub institution: Option<ID>,
    /// For any of these; what is for everybody, or does not say, is for them too.
    pub audience: Option<Vec<Audience>>,
    /// About any of these interests, by their ids.
    pub interests: Option<Vec<ID>>,
    /// In any of these districts, by their ids.
    pub districts: Option<Vec<ID>>,
    /// Only what stands first, or only what does not.
    pub pinned: Option<bool>,
    /// Published on this day or later.
    pub since: Option<Date>,
    /// Published on this day or earlier.
    pub until: Option<Date>,
}

impl NewsFilter {
    /// What it asks for, a phrase for each condition, in the request's language. What it names that is not there is left
    /// out.
    pub fn phrases(&self, scope: &Scope, snapshot: &Snapshot) -> Vec<String> {
        let categories = self.categories.iter().flatten();
        let pinned = self.pinned.filter(|is_wanted| *is_wanted).map(|_| scope.text("news-filter-pinned", &[]));
        let dated = |key: &str, date: Date| scope.text(key, &[("date", date.0.to_string().into())]);
        let phrases = [
            phrase(categories.map(|category| scope.text(&Category::from(*category).key(), &[]))),
            interests(scope, self.interests.as_deref().unwrap_or_default()),
            phrase(self.audience.iter().flatten().map(|audience| audience.label(scope))),
            districts(scope, self.districts.as_deref().unwrap_or_default()),
            self.institution.as_ref().and_then(|id| institution(snapshot, id)),
            pinned,
            self.since.map(|date| dated("events-chip-from", date)),
            self.until.map(|date| dated("events-chip-until", date)),
        ];
        phrases.into_iter().flatten().collect()
    }

    /// The filter in the service's terms.
    pub(crate) fn resolve(self) -> Result<Selection> {
        let unknown = || Fault::bad_input("filter.institution", "this is no institution's id");
        let institution = self.institution.map(|id| InstitutionId::parse(&id).ok_or_else(unknown)).transpose()?;
        let ids = |ids: Option<Vec<ID>>| ids.into_iter().flatten().take(MOST_VALUES).map(|id| id.0).collect();
        Ok(Selection {
            text: String::new(),
            categories: self.categories.into_iter().flatten().take(MOST_VALUES).map(Into::into).collect(),
            institution,
            audience: self
                .audience
                .into_iter()
                .flatten()
                .take(MOST_VALUES)
                .map(|audience| audience.id().to_owned())
                .collect(),
            interests: ids(self.interests),
            districts: ids(self.districts),
            pinned: self.pinned,
            since: self.since.map(|day| day.0),
            until: self.until.map(|day| day.0),
        })
    }
}
