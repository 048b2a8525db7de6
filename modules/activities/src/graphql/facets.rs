//! Counts to narrow a list of activities by.

use async_graphql::SimpleObject;
use directory::{
    graphql::{district_label, labelled},
    labels::{WEEKDAYS, weekday},
};
use kernel::{
    graphql::{connection::FacetCount, scalars::Decimal},
    scope::Scope,
};
use search_index::{Facet, taxonomy};

use crate::labels;

/// Steps of the price facet, in grosze.
const PRICE_STEPS: &[i64] = &[0, 5_000, 10_000, 20_000];

/// What is counted, in the order of [`labelled_facets`].
pub(super) const COUNTED: [Facet; 6] = [
    Facet::Terms("interest"),
    Facet::Weekdays,
    Facet::Ages,
    Facet::Prices(PRICE_STEPS),
    Facet::Terms("district"),
    Facet::Enrolment,
];

/// Counts to narrow a list of activities by. A facet's own filter does not narrow it.
#[derive(Default, SimpleObject)]
pub struct ActivityFacets {
    /// By interest.
    pub interests: Vec<FacetCount>,
    /// By day of the week.
    pub weekdays: Vec<FacetCount>,
    /// By year of age; the last stands for everybody older.
    pub ages: Vec<FacetCount>,
    /// By price: at most the value.
    pub prices: Vec<FacetCount>,
    /// By district.
    pub districts: Vec<FacetCount>,
    /// By state of enrolment.
    pub enrolment: Vec<FacetCount>,
}

/// The index's counts with what people call their values.
pub(super) fn labelled_facets(scope: &Scope, counts: Vec<Vec<search_index::FacetCount>>) -> ActivityFacets {
    let mut counts = counts.into_iter();
    let mut next = || counts.next().unwrap_or_default();
    let in_order = |mut facet: Vec<search_index::FacetCount>| {
        facet.sort_by_key(|count| count.value.parse::<i64>().unwrap_or_default());
        facet
    };
    let number = |value: &str| value.parse::<u32>().unwrap_or_default();
    let interests = labelled(next(), |id| {
        taxonomy().interest(id).map_or(id, |interest| interest.name.get(scope.lang.tag())).to_owned()
    });
    let mut weekdays = labelled(in_order(next()), |day| weekday(scope, number(day) as u8));
    for day in &mut weekdays {
        let name = WEEKDAYS.get(number(&day.value) as usize).copied().unwrap_or_default();
        name.clone_into(&mut day.value);
    }
    let ages = labelled(in_order(next()), |years| scope.text("age-years", &[("n", number(years).into())]));
    let mut prices = labelled(in_order(next()), |minor| labels::price_up_to(scope, number(minor).into()));
    for price in &mut prices {
        price.value = Decimal(number(&price.value).into()).to_string();
    }
    let districts = labelled(next(), |id| district_label(scope, id));
    let enrolment = labelled(next(), |state| scope.text(&format!("enrolment-{state}"), &[]));
    ActivityFacets { interests, weekdays, ages, prices, districts, enrolment }
}
