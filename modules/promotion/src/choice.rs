//! Which of the promoted places is shown: what fits whoever is looking, and among those each in turn.

use activities::ActivityId;
use chrono::NaiveDate;

use crate::promotion::{Model, PromotionId};

/// What is known of whoever is looking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wish {
    /// Interests that the list is about, ids of the taxonomy.
    pub(crate) interests: Vec<String>,
    /// The district that the list is about, by its id.
    pub(crate) district: Option<String>,
    /// The child's age in whole years.
    pub(crate) age: Option<u32>,
}

/// What is to be known of a promoted activity: for which ages it is, in whole months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ages {
    pub(crate) min_months: Option<i32>,
    pub(crate) max_months: Option<i32>,
}

impl Ages {
    /// Whether a child of that age can come: at some moment between two birthdays.
    fn admit(self, years: u32) -> bool {
        let from = i32::try_from(years.saturating_mul(12)).unwrap_or(i32::MAX);
        self.max_months.is_none_or(|max| from <= max)
            && self.min_months.is_none_or(|min| min <= from.saturating_add(11))
    }
}

/// How many of its targets are met; nothing if one is missed. What nobody said is neither met nor missed.
fn fit(promotion: &Model, wish: &Wish) -> Option<u32> {
    let mut met = 0;
    if !promotion.interests.0.is_empty() && !wish.interests.is_empty() {
        if !promotion.interests.iter().any(|id| wish.interests.contains(id)) {
            return None;
        }
        met += 1;
    }
    if let Some(district) = wish.district.as_ref().filter(|_| !promotion.districts.0.is_empty()) {
        if !promotion.districts.0.contains(district) {
            return None;
        }
        met += 1;
    }
    Some(met)
}

/// Up to `first` places to show: those that fit best first, and of those that fit as well the ones that have had the
/// fewest views of their share today. `ages` tells what is published, `views` how often a place was shown today. No
/// activity is shown twice.
pub(crate) fn choose<'a>(
    places: &'a [Model],
    wish: &Wish,
    today: NaiveDate,
    first: usize,
    ages: impl Fn(ActivityId) -> Option<Ages>,
    views: impl Fn(PromotionId) -> u64,
) -> Vec<&'a Model> {
    let mut fitting: Vec<(u32, u64, &Model)> = places
        .iter()
        .filter(|promotion| promotion.runs_on(today))
        .filter(|promotion| {
            ages(promotion.activity_id).is_some_and(|ages| wish.age.is_none_or(|years| ages.admit(years)))
        })
        .filter_map(|promotion| Some((fit(promotion, wish)?, views(promotion.id), promotion)))
        .collect();
    // a/v < b/w is compared as a·w < b·v: shares are whole numbers.
    let share = |promotion: &Model| u64::from(promotion.weight.max(1).unsigned_abs());
    fitting.sort_by(|(met, seen, one), (also_met, also_seen, other)| {
        let turn = seen.saturating_mul(share(other)).cmp(&also_seen.saturating_mul(share(one)));
        also_met.cmp(met).then(turn).then(one.id.cmp(&other.id))
    });
    let mut chosen: Vec<&Model> = Vec::with_capacity(first);
    for (_, _, promotion) in fitting {
        if chosen.len() == first {
            break;
        }
        if chosen.iter().all(|other| other.activity_id != promotion.activity_id) {
            chosen.push(promotion);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use chrono::{DateTime, Utc};
    use directory::InstitutionId;
    use kernel::values::List;
    use uuid::Uuid;

    use super::*;
    use crate::promotion::State;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The place of that number, for an activity of the same number.
    fn place(number: u128, interests: &[&str], districts: &[&str]) -> Model {
        let list = |ids: &[&str]| -> List<String> { ids.iter().map(|id| (*id).to_owned()).collect() };
        Model {
            id: PromotionId(Uuid::from_u128(number)),
            activity_id: ActivityId(Uuid::from_u128(number)),
            institution_id: InstitutionId(Uuid::from_u128(9)),
            starts_on: day("2026-09-01"),
            ends_on: day("2026-09-30"),
            interests: list(interests),
            districts: list(districts),
            weight: 1,
            state: State::Active,
            note: None,
            created_by: None,
            created_at: DateTime::<Utc>::UNIX_EPOCH,
            updated_at: DateTime::<Utc>::UNIX_EPOCH,
        }
    }

    fn wish(interests: &[&str], district: Option<&str>) -> Wish {
        Wish {
            interests: interests.iter().map(|id| (*id).to_owned()).collect(),
            district: district.map(str::to_owned),
            age: None,
        }
    }

    fn numbers(chosen: &[&Model]) -> Vec<u128> {
        chosen.iter().map(|promotion| promotion.id.0.as_u128()).collect()
    }

    #[test]
    fn what_meets_more_of_its_targets_comes_first_and_what_misses_one_never() {
        let places = [place(1, &[], &[]), place(2, &["robotics"], &[]), place(3, &["robotics"], &["rynek"])];
        for (wish, expected) in [
            (wish(&["robotics"], Some("rynek")), &[3, 2, 1][..]),
            (wish(&["robotics"], Some("pogodno")), &[2, 1]),
            (wish(&["chess"], None), &[1]),
            (wish(&["chess", "robotics"], None), &[2, 3, 1]),
            (wish(&[], None), &[1, 2, 3]),
        ] {
            let chosen = choose(&places, &wish, day("2026-09-15"), 3, |_| Some(Ages::default()), |_| 0);
            assert_eq!(numbers(&chosen), expected, "{wish:?}");
        }
    }

    #[test]
    fn only_what_runs_and_is_published_is_shown() {
        let paused = Model { state: State::Paused, ..place(1, &[], &[]) };
        let ended = Model { state: State::Ended, ..place(2, &[], &[]) };
        let last_day = Model { ends_on: day("2026-09-15"), ..place(3, &[], &[]) };
        let to_come = Model { starts_on: day("2026-09-16"), ..place(4, &[], &[]) };
        let over = Model { ends_on: day("2026-09-14"), ..place(5, &[], &[]) };
        let hidden = place(6, &[], &[]);
        let places = [paused, ended, last_day, to_come, over, hidden];
        let published = |id: ActivityId| (id.0.as_u128() != 6).then(Ages::default);
        let chosen = choose(&places, &Wish::default(), day("2026-09-15"), 9, published, |_| 0);
        assert_eq!(numbers(&chosen), [3]);
    }

    #[test]
    fn ages_are_the_activity_s() {
        let places = [place(1, &[], &[])];
        for (min, max, years, shown) in [
            (Some(96), Some(131), 8, true),
            (Some(96), Some(131), 10, true),
            (Some(96), Some(131), 11, false),
            (Some(96), Some(131), 7, false),
            (Some(100), None, 8, true),
            (None, None, 3, true),
        ] {
            let wish = Wish { age: Some(years), ..Wish::default() };
            let ages = Ages { min_months: min, max_months: max };
            let chosen = choose(&places, &wish, day("2026-09-15"), 1, |_| Some(ages), |_| 0);
            assert_eq!(!chosen.is_empty(), shown, "{ages:?} {years}");
        }
    }

    #[test]
    fn views_are_shared_by_weight() {
        let heavy = Model { weight: 3, ..place(2, &[], &[]) };
        let places = [place(1, &[], &[]), heavy, place(3, &[], &[])];
        let mut views: HashMap<PromotionId, u64> = HashMap::new();
        for _ in 0..100 {
            let seen = |id| views.get(&id).copied().unwrap_or_default();
            let chosen = choose(&places, &Wish::default(), day("2026-09-15"), 1, |_| Some(Ages::default()), seen)[0].id;
            *views.entry(chosen).or_default() += 1;
        }
        let seen: Vec<_> = places.iter().map(|promotion| views[&promotion.id]).collect();
        assert_eq!(seen, [20, 60, 20]);
    }

    #[test]
    fn an_activity_is_shown_once() {
        let again = Model { id: PromotionId(Uuid::from_u128(7)), ..place(1, &[], &[]) };
        let places = [place(1, &[], &[]), again, place(2, &[], &[])];
        let chosen = choose(&places, &Wish::default(), day("2026-09-15"), 3, |_| Some(Ages::default()), |_| 0);
        assert_eq!(numbers(&chosen), [1, 2]);
    }
}
