//! Hours and dates: when an offer meets, when it runs, when one can enrol.

use chrono::{Datelike as _, Days, NaiveDate};

use super::ages::Band;
use super::camps::Season;
use super::draw::Draw;
use super::profile::Kind;

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Said of regular meetings, in the order of the week.
const ON_WEEKDAYS: [&str; 7] =
    ["w poniedziałki", "we wtorki", "w środy", "w czwartki", "w piątki", "w soboty", "w niedziele"];
/// For a mark behind a title.
const WEEKDAY_MARKS: [&str; 7] = ["poniedziałki", "wtorki", "środy", "czwartki", "piątki", "soboty", "niedziele"];

/// The meetings of a week: weekday from Monday, minutes of the day.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots(Vec<(usize, u32, u32)>);

impl Slots {
    /// As the contract writes it: `mon 16:00-17:30|wed 16:00-17:30`.
    pub(super) fn written(&self) -> String {
        let clock = |minutes: u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        let one =
            |(day, start, end): &(usize, u32, u32)| format!("{} {}-{}", WEEKDAYS[day % 7], clock(*start), clock(*end));
        self.0.iter().map(one).collect::<Vec<_>>().join("|")
    }

    /// `we wtorki i w czwartki`, nothing when it meets on more than two days.
    pub(super) fn said(&self) -> Option<String> {
        match self.0.as_slice() {
            [(day, ..)] => Some(ON_WEEKDAYS[day % 7].to_owned()),
            [(one, ..), (two, ..)] if one != two => {
                Some(format!("{} i {}", ON_WEEKDAYS[one % 7], ON_WEEKDAYS[two % 7]))
            }
            _ => None,
        }
    }

    /// `środy`, when it meets on a single day.
    pub(super) fn mark(&self) -> Option<&'static str> {
        match self.0.as_slice() {
            [(day, ..)] => Some(WEEKDAY_MARKS[day % 7]),
            _ => None,
        }
    }

    /// The days of a day camp.
    pub(super) fn of_camp(draw: &mut Draw) -> Self {
        let start = draw.stepped(8 * 60, 9 * 60, 30);
        let end = start + draw.stepped(6 * 60, 8 * 60, 60);
        Self((0..5).map(|day| (day, start, end)).collect())
    }

    /// Meetings at hours that suit the band and the host.
    pub(super) fn draw(draw: &mut Draw, band: Band, host: Option<Kind>, meetings: u32, daily: bool) -> Self {
        let weekend_chance = match band {
            Band::Family => 85,
            Band::Baby => 35,
            _ if matches!(host, Some(Kind::Preschool | Kind::PrimarySchool | Kind::SecondarySchool)) => 3,
            Band::Preschool | Band::Early => 22,
            Band::Kids | Band::Middle => 16,
            Band::Teen => 12,
            Band::Adult => 15,
        };
        let weekend = draw.percent(weekend_chance) && !daily;
        let length = match band {
            Band::Baby => draw.stepped(30, 45, 15),
            Band::Preschool if host == Some(Kind::Preschool) => 30,
            Band::Preschool => draw.stepped(30, 60, 15),
            Band::Early => draw.stepped(45, 75, 15),
            Band::Kids | Band::Middle | Band::Adult => draw.stepped(60, 90, 15),
            Band::Teen | Band::Family => draw.stepped(60, 120, 30),
        };
        if weekend {
            let day = if draw.percent(78) { 5 } else { 6 };
            let start = draw.stepped(if day == 5 { 9 * 60 } else { 10 * 60 }, 12 * 60, 15);
            return Self(vec![(day, start, start + length)]);
        }
        let start = match (band, host) {
            (Band::Preschool, Some(Kind::Preschool)) => draw.stepped(12 * 60 + 30, 15 * 60, 15),
            (Band::Baby, _) => draw.stepped(9 * 60 + 30, 11 * 60, 15),
            (Band::Preschool, _) => draw.stepped(15 * 60 + 30, 17 * 60, 15),
            (Band::Early, Some(Kind::PrimarySchool)) => draw.stepped(15 * 60, 16 * 60, 15),
            (Band::Early | Band::Kids, _) => draw.stepped(15 * 60, 17 * 60 + 30, 15),
            (Band::Middle, _) => draw.stepped(15 * 60 + 15, 18 * 60, 15),
            (Band::Teen, _) => draw.stepped(15 * 60 + 30, 19 * 60, 30),
            (Band::Adult, _) => draw.stepped(17 * 60 + 30, 19 * 60 + 30, 30),
            (Band::Family, _) => draw.stepped(16 * 60 + 30, 17 * 60 + 30, 30),
        };
        if daily {
            return Self((0..5).map(|day| (day, 15 * 60, 17 * 60 + 30)).collect());
        }
        let first = draw.index(5);
        let days = match meetings {
            1 => vec![first],
            2 => vec![first % 3, first % 3 + 2],
            _ => vec![0, 2, 4],
        };
        Self(days.into_iter().map(|day| (day, start, start + length)).collect())
    }
}

/// The dates of an offer.
#[derive(Clone, Debug, Default)]
pub(super) struct Dates {
    pub(super) from: Option<NaiveDate>,
    pub(super) until: Option<NaiveDate>,
    pub(super) opens: Option<NaiveDate>,
    pub(super) closes: Option<NaiveDate>,
}

/// A date as the files write it, empty when there is none.
pub(super) fn date(value: Option<NaiveDate>) -> String {
    value.map(|date| date.to_string()).unwrap_or_default()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn ahead(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(date)
}

fn back(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_sub_days(Days::new(u64::from(days))).unwrap_or(date)
}

fn monday_from(date: NaiveDate) -> NaiveDate {
    ahead(date, (7 - date.weekday().num_days_from_monday()) % 7)
}

/// The last day of lessons of the school year in which a date lies.
fn year_end(date: NaiveDate) -> NaiveDate {
    let year = if date.month() >= 7 { date.year() + 1 } else { date.year() };
    day(year, 6, 19)
}

/// The first Monday of the school year in which a date lies, or of the coming one when the holidays are near.
fn year_start(date: NaiveDate) -> NaiveDate {
    let near = (date.month(), date.day()) >= (6, 10);
    monday_from(day(if near { date.year() } else { date.year() - 1 }, 9, 1))
}

/// Not before or in the summer holidays: a date from June to August moves to September.
fn out_of_holidays(date: NaiveDate) -> NaiveDate {
    if matches!(date.month(), 6..=8) { monday_from(day(date.year(), 9, 1)) } else { date }
}

impl Dates {
    /// The dates of regular meetings. Draws the same numbers whatever the day is.
    pub(super) fn draw(draw: &mut Draw, today: NaiveDate) -> Self {
        let state = draw.below(100);
        let (long, short, later) = (draw.between(5, 60), draw.between(2, 40), draw.between(3, 30));
        let (started, lead) = (draw.between(10, 150), draw.between(3, 14));
        let half_year = draw.percent(18);
        let undated = draw.percent(6);
        let running = back(today, started).max(ahead(year_start(today), 7 * (started % 3)));
        let (opens, closes, from) = match state {
            // Open now; meets already or will soon.
            0..52 => {
                let from = if started % 4 == 0 { ahead(today, lead) } else { running };
                (Some(back(today, long)), Some(ahead(today, 5 + short * 2)), from)
            }
            // Will open.
            52..68 => {
                let closes = ahead(today, later + 14 + short);
                (Some(ahead(today, later)), Some(closes), ahead(closes, lead))
            }
            // Is over.
            68..84 => {
                let closes = back(today, short);
                (Some(back(closes, 20 + long)), Some(closes), ahead(closes, lead))
            }
            // All the year.
            _ => (None, None, running),
        };
        let from = out_of_holidays(monday_from(from));
        let usual = year_end(from);
        let until = if half_year || usual < ahead(from, 45) { ahead(from, 7 * 18) } else { usual };
        let until = if until < today { year_end(ahead(today, 60)) } else { until };
        let closes = closes.map(|closes| closes.min(until));
        if undated {
            Self { from: None, until: None, opens, closes }
        } else {
            Self { from: Some(from), until: Some(until), opens, closes }
        }
    }

    /// The dates of a day camp: one week of the next holidays of its season.
    pub(super) fn of_camp(draw: &mut Draw, season: Season, today: NaiveDate) -> Self {
        let (turn, long, lead) = (draw.below(8), draw.between(5, 40), draw.between(7, 21));
        let start = |year: i32| match season {
            Season::Winter => ahead(monday_from(day(year, 1, 18)), 7 * (turn % 4)),
            Season::Summer => ahead(monday_from(day(year, 6, 27)), 7 * turn),
        };
        let this_year = start(today.year());
        let from = if this_year > ahead(today, 10) { this_year } else { start(today.year() + 1) };
        let closes = back(from, lead);
        let usual = back(from, 90 + long);
        let opens = if long % 2 == 0 && usual > today { back(today, long) } else { usual };
        let closes = if closes <= today { ahead(today, 2) } else { closes };
        Self { from: Some(from), until: Some(ahead(from, 4)), opens: Some(opens), closes: Some(closes) }
    }
}
