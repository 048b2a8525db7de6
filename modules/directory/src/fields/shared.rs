//! Columns that entries of several modules have: ages, moments, prices, interests, languages, lists of names.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use kernel::refusal::{Kind, Problem};
use search_index::taxonomy;

use super::{
    FieldKind, Reader, email_address, field_name,
    notation::{End, is_language, read_age, read_moment, read_price, read_yes_no},
    web_address,
};

/// What can make something accessible, as files name it.
pub const ACCESSIBILITY: [&str; 5] = ["wheelchair", "sign_language", "hearing_loop", "braille", "quiet_room"];
/// For whom something can be, as files name it.
pub const AUDIENCES: [&str; 4] = ["pupils", "parents", "teachers", "everybody"];
/// The most characters of a tag.
const MAX_TAG: usize = 50;

impl<K: Kind + From<FieldKind>> Reader<'_, K> {
    /// Notes at `column` if the first of two values is above the second.
    pub fn in_order<T: PartialOrd>(
        &mut self,
        kind: impl Into<K>,
        column: &'static str,
        low: Option<T>,
        high: Option<T>,
    ) {
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            self.refuse(kind, column);
        }
    }

    /// The values of a list, of which each must be good; every bad one is noted.
    pub fn checked(&mut self, column: &'static str, kind: impl Into<K>, is_good: impl Fn(&str) -> bool) -> Vec<String> {
        let (list, kind) = (self.list(column), kind.into());
        for value in list.iter().filter(|value| !is_good(value)) {
            self.refuse_value(kind, column, value);
        }
        list.into_iter().map(str::to_owned).collect()
    }

    /// Those of a list's values that are among `known`, whatever their case; what is not is noted, with what there is.
    pub fn choices(&mut self, column: &'static str, known: &[&str]) -> Vec<String> {
        let list = self.list(column);
        let chosen = list.into_iter().filter_map(|value| self.known(FieldKind::ChoiceUnknown, column, known, value));
        let mut chosen: Vec<String> = chosen.collect();
        let mut seen = std::collections::HashSet::new();
        chosen.retain(|value| seen.insert(value.clone()));
        chosen
    }

    /// One of `known`, whatever its case.
    pub fn choice(&mut self, column: &'static str, known: &[&str]) -> Option<String> {
        let value = self.text(column)?;
        self.known(FieldKind::ChoiceUnknown, column, known, value)
    }

    fn known(&mut self, kind: FieldKind, column: &'static str, known: &[&str], value: &str) -> Option<String> {
        let found = known.iter().find(|known| known.eq_ignore_ascii_case(value));
        if found.is_none() {
            let problem = Problem::at(kind.into(), field_name(column));
            self.note(problem.with("value", super::reader::shortened(value)).with("known", known.join(", ")));
        }
        found.map(|known| (*known).to_owned())
    }

    /// Column `interests`: ids of the taxonomy.
    pub fn interests(&mut self) -> Vec<String> {
        let list = self.list("interests");
        for id in &list {
            if taxonomy().interest(id).is_none() {
                let near = taxonomy().interests().filter(|known| known.id.contains(*id) || id.contains(&*known.id));
                let near: Vec<_> = near.map(|interest| interest.id.as_str()).take(3).collect();
                let problem = Problem::at(FieldKind::InterestUnknown.into(), "interests");
                let near = if near.is_empty() { "none".to_owned() } else { near.join(", ") };
                self.note(problem.with("value", (*id).to_owned()).with("near", near));
            }
        }
        list.into_iter().map(str::to_owned).collect()
    }

    /// Columns `min_age` and `max_age`, in months.
    pub fn ages(&mut self) -> (Option<i32>, Option<i32>) {
        let least = self.parsed("min_age", FieldKind::AgeExpected, |text| read_age(text, End::First));
        let most = self.parsed("max_age", FieldKind::AgeExpected, |text| read_age(text, End::Last));
        self.in_order(FieldKind::AgesReversed, "max_age", least, most);
        (least, most)
    }

    /// A day.
    pub fn date(&mut self, column: &'static str) -> Option<NaiveDate> {
        self.parsed(column, FieldKind::DateExpected, |text| text.parse().ok())
    }

    /// A moment, or a day's first or last.
    pub fn moment(&mut self, zone: Tz, column: &'static str, end: End) -> Option<DateTime<Utc>> {
        self.parsed(column, FieldKind::MomentExpected, |text| read_moment(zone, text, end))
    }

    /// A price in grosze.
    pub fn price(&mut self, column: &'static str) -> Option<i64> {
        self.parsed(column, FieldKind::PriceExpected, read_price)
    }

    /// Yes or no; no if nobody said.
    pub fn yes_no(&mut self, column: &'static str) -> bool {
        self.parsed(column, FieldKind::YesOrNoExpected, read_yes_no).unwrap_or_default()
    }

    /// A web address.
    pub fn link(&mut self, column: &'static str) -> Option<String> {
        self.parsed(column, FieldKind::LinkExpected, web_address)
    }

    /// An e-mail address.
    pub fn email(&mut self, column: &'static str) -> Option<String> {
        self.parsed(column, FieldKind::EmailExpected, email_address)
    }

    /// Column `languages`: tags (BCP 47) in lower case.
    pub fn languages(&mut self) -> Vec<String> {
        let mut tags = self.checked("languages", FieldKind::LanguageExpected, is_language);
        for tag in &mut tags {
            tag.make_ascii_lowercase();
        }
        tags
    }

    /// Column `accessibility`: names of [`ACCESSIBILITY`].
    pub fn accessibility(&mut self) -> Vec<String> {
        let list = self.list("accessibility");
        for value in list.iter().filter(|value| !ACCESSIBILITY.contains(value)) {
            let problem = Problem::at(FieldKind::AccessibilityUnknown.into(), "accessibility");
            self.note(problem.with("value", (*value).to_owned()).with("known", ACCESSIBILITY.join(", ")));
        }
        list.into_iter().map(str::to_owned).collect()
    }

    /// Column `tags`: free words to find something by.
    pub fn tags(&mut self) -> Vec<String> {
        self.checked("tags", FieldKind::TagTooLong, |tag| tag.chars().count() <= MAX_TAG)
    }
}
