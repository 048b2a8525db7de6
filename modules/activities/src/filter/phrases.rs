//! A filter as people read it.

use directory::labels::{ages, districts, institution, interests, language, phrase, weekday};
use kernel::{scope::Scope, search::Snapshot};

use super::{ActivityFilter, months_between};
use crate::labels::price_up_to;

impl ActivityFilter {
    /// What it asks for, a phrase for each condition, in the request's language. What it names that is not there is left
    /// out.
    pub fn phrases(&self, scope: &Scope, snapshot: &Snapshot) -> Vec<String> {
        let months = self.age_months.or_else(|| Some(months_between(self.birth_date?.0, scope.today())));
        let age = match (self.age, months) {
            (Some(years), _) => Some(scope.text("age-years", &[("n", years.unsigned_abs().into())])),
            (None, months) => months.map(|months| ages(scope, Some(months), Some(months))),
        };
        let days = self.weekdays.iter().flatten().map(|day| weekday(scope, *day as u8));
        let after = self.starts_after.map(|time| scope.text("chip-starts-after", &[("time", time.to_string().into())]));
        let before =
            self.starts_before.map(|time| scope.text("chip-starts-before", &[("time", time.to_string().into())]));
        let price = match (self.free, self.max_price) {
            (Some(true), _) => Some(scope.text("price-free", &[])),
            (_, most) => most.map(|most| price_up_to(scope, most.0)),
        };
        let states = self.enrolment.iter().flatten().map(|state| {
            let state = search_index::EnrolmentState::from(*state);
            scope.text(&format!("enrolment-{}", state.as_str()), &[])
        });
        let online =
            self.online.map(|online| scope.text(if online { "card-online" } else { "interpreted-on-the-spot" }, &[]));
        let spoken = phrase(self.languages.iter().flatten().map(|tag| language(scope, tag)));
        let spoken = spoken.map(|names| scope.text("interpreted-language", &[("languages", names.into())]));
        let features = self.accessibility.iter().flatten();
        let features = features.map(|feature| scope.text(&format!("accessibility-{}", feature.id()), &[]));
        let phrases = [
            interests(scope, self.interests.as_deref().unwrap_or_default()),
            age,
            phrase(days),
            after,
            before,
            price,
            phrase(states),
            districts(scope, self.districts.as_deref().unwrap_or_default()),
            self.institution.as_ref().and_then(|id| institution(snapshot, id)),
            online,
            spoken,
            phrase(features),
        ];
        phrases.into_iter().flatten().collect()
    }
}
