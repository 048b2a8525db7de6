//! A filter as people read it.

use directory::labels::{districts, institution, interests, language, phrase};
use kernel::{scope::Scope, search::Snapshot};

use super::EventFilter;
use crate::labels::day;

impl EventFilter {
    /// What it asks for, a phrase for each condition, in the request's language. What it names that is not there is left
    /// out.
    pub fn phrases(&self, scope: &Scope, snapshot: &Snapshot) -> Vec<String> {
        let dated =
            |key: &str, date: kernel::graphql::scalars::Date| scope.text(key, &[("date", day(scope, date.0).into())]);
        let online =
            self.online.map(|online| scope.text(if online { "card-online" } else { "interpreted-on-the-spot" }, &[]));
        let spoken = phrase(self.languages.iter().flatten().map(|tag| language(scope, tag)));
        let spoken = spoken.map(|names| scope.text("interpreted-language", &[("languages", names.into())]));
        let features = self.accessibility.iter().flatten();
        let features = features.map(|feature| scope.text(&format!("accessibility-{}", feature.id()), &[]));
        let phrases = [
            interests(scope, self.interests.as_deref().unwrap_or_default()),
            self.age.map(|years| scope.text("age-years", &[("n", years.unsigned_abs().into())])),
            self.from.map(|date| dated("events-chip-from", date)),
            self.until.map(|date| dated("events-chip-until", date)),
            self.weekend.filter(|is_wanted| *is_wanted).map(|_| scope.text("events-filter-weekend", &[])),
            self.free.filter(|is_wanted| *is_wanted).map(|_| scope.text("price-free", &[])),
            phrase(self.audience.iter().flatten().map(|audience| audience.label(scope))),
            phrase(self.levels.iter().flatten().map(|level| level.label(scope))),
            districts(scope, self.districts.as_deref().unwrap_or_default()),
            self.institution.as_ref().and_then(|id| institution(snapshot, id)),
            online,
            spoken,
            phrase(features),
        ];
        phrases.into_iter().flatten().collect()
    }
}
