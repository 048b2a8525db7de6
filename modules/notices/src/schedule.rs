//! When waiting notices leave: quiet hours, holidays, and the moments at which things are gathered. Pure.
//!
//! | frequency | leaves |
//! | --- | --- |
//! | at once | now; after the quiet hours, if it is night; on the next day that is no holiday, if it is one |
//! | daily | at the reader's minute of the day, the next day that is no holiday |
//! | weekly | the same, on the reader's day of the week or the next after it |
//!
//! Quiet hours may go over midnight, and hold for what is gathered, too: a minute of the day within them means their
//! end. What is urgent asks nobody here.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Timelike as _, Utc};
use chrono_tz::Tz;

use crate::what::Frequency;

/// Minutes of a day.
pub(crate) const DAY: u16 = 24 * 60;
/// The most days that are skipped in search of one that is no holiday.
const MAX_SKIPPED: u32 = 31;

/// When somebody wants to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// From which minute of the day, in the city, they are left in peace.
    pub quiet_from: u16,
    /// Until which minute of the day; the same as from which means never.
    pub quiet_until: u16,
    /// Whether they are left in peace on public holidays.
    pub keeps_holidays: bool,
    /// The minute of the day at which what is gathered leaves.
    pub daily_at: u16,
    /// The day on which what is gathered for a week leaves, in days since Monday.
    pub weekly_on: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self { quiet_from: 21 * 60, quiet_until: 7 * 60, keeps_holidays: true, daily_at: 7 * 60, weekly_on: 5 }
    }
}

impl Settings {
    fn is_quiet(&self, minute: u16) -> bool {
        let (from, until) = (self.quiet_from, self.quiet_until);
        if from <= until { (from..until).contains(&minute) } else { minute >= from || minute < until }
    }
}

/// When what happens now leaves.
pub fn due(
    frequency: Frequency,
    settings: &Settings,
    is_holiday: &dyn Fn(NaiveDate) -> bool,
    zone: Tz,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    let local = now.with_timezone(&zone).naive_local();
    let minute = u16::try_from(local.hour() * 60 + local.minute()).unwrap_or_default();
    let keeps = |day: NaiveDate| settings.keeps_holidays && is_holiday(day);
    if frequency == Frequency::AtOnce {
        if !settings.is_quiet(minute) && !keeps(local.date()) {
            return now;
        }
        // The night that begins today ends tomorrow; a holiday lasts until midnight, and the night after it.
        let is_evening = settings.quiet_from > settings.quiet_until && minute >= settings.quiet_from;
        let ends_today = settings.is_quiet(minute) && !is_evening && !keeps(local.date());
        let first = if ends_today { local.date() } else { next_day(local.date()) };
        return at(zone, working_day(first, &keeps), settings.quiet_until % DAY).max(now);
    }
    let minute_of_day = match settings.is_quiet(settings.daily_at) {
        true => settings.quiet_until,
        false => settings.daily_at,
    } % DAY;
    let mut day = local.date();
    if frequency == Frequency::Weekly {
        let ahead = (i64::from(settings.weekly_on) - i64::from(day.weekday().num_days_from_monday())).rem_euclid(7);
        day = day.checked_add_days(Days::new(ahead.unsigned_abs())).unwrap_or(day);
    }
    let step = if frequency == Frequency::Weekly { 7 } else { 1 };
    let mut moment = at(zone, working_day(day, &keeps), minute_of_day);
    if moment <= now {
        day = day.checked_add_days(Days::new(step)).unwrap_or(day);
        moment = at(zone, working_day(day, &keeps), minute_of_day);
    }
    moment
}

/// The first day from `day` on that is not kept.
fn working_day(day: NaiveDate, keeps: &dyn Fn(NaiveDate) -> bool) -> NaiveDate {
    let mut day = day;
    for _ in 0..MAX_SKIPPED {
        if !keeps(day) {
            break;
        }
        day = next_day(day);
    }
    day
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// A minute of a day in the city; where the clock skips it, the first after it that there is.
fn at(zone: Tz, day: NaiveDate, minute: u16) -> DateTime<Utc> {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minute) * 60, 0).unwrap_or_default();
    let clock = day.and_time(time);
    let skipped = || zone.from_local_datetime(&(clock + TimeDelta::hours(1))).earliest();
    let moment = zone.from_local_datetime(&clock).earliest().or_else(skipped);
    moment.map_or_else(|| clock.and_utc(), |moment| moment.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warsaw(text: &str) -> DateTime<Utc> {
        let clock = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        Tz::Europe__Warsaw.from_local_datetime(&clock).earliest().unwrap().to_utc()
    }

    fn check(settings: &Settings, holidays: &[&str], table: &[(Frequency, &str, &str)]) {
        let holidays: Vec<NaiveDate> = holidays.iter().map(|day| day.parse().unwrap()).collect();
        for (frequency, now, expected) in table {
            let moment = due(*frequency, settings, &|day| holidays.contains(&day), Tz::Europe__Warsaw, warsaw(now));
            let told = moment.with_timezone(&Tz::Europe__Warsaw).format("%Y-%m-%d %H:%M").to_string();
            assert_eq!(told, *expected, "{frequency:?} at {now}");
        }
    }

    use Frequency::{AtOnce, Daily, Weekly};

    #[test]
    fn nights_go_over_midnight() {
        check(
            &Settings::default(),
            &[],
            &[
                (AtOnce, "2026-11-27 06:59", "2026-11-27 07:00"),
                (AtOnce, "2026-11-27 07:00", "2026-11-27 07:00"),
                (AtOnce, "2026-11-27 20:59", "2026-11-27 20:59"),
                (AtOnce, "2026-11-27 21:00", "2026-11-28 07:00"),
                (AtOnce, "2026-11-27 23:59", "2026-11-28 07:00"),
                (AtOnce, "2026-11-28 00:00", "2026-11-28 07:00"),
            ],
        );
    }

    #[test]
    fn quiet_hours_may_lie_within_a_day_or_nowhere() {
        let noon = Settings { quiet_from: 12 * 60, quiet_until: 14 * 60, ..Settings::default() };
        check(
            &noon,
            &[],
            &[
                (AtOnce, "2026-11-27 11:59", "2026-11-27 11:59"),
                (AtOnce, "2026-11-27 12:00", "2026-11-27 14:00"),
                (AtOnce, "2026-11-27 14:00", "2026-11-27 14:00"),
                (AtOnce, "2026-11-27 23:00", "2026-11-27 23:00"),
            ],
        );
        let never = Settings { quiet_from: 0, quiet_until: 0, ..Settings::default() };
        check(&never, &[], &[(AtOnce, "2026-11-27 03:00", "2026-11-27 03:00")]);
        let until_midnight = Settings { quiet_from: 20 * 60, quiet_until: 0, ..Settings::default() };
        check(
            &until_midnight,
            &[],
            &[(AtOnce, "2026-11-27 20:00", "2026-11-28 00:00"), (AtOnce, "2026-11-27 00:00", "2026-11-27 00:00")],
        );
    }

    #[test]
    fn holidays_are_kept_by_who_wants_that() {
        // Christmas of 2026: Thursday to Saturday.
        let christmas = ["2026-12-24", "2026-12-25", "2026-12-26"];
        check(
            &Settings::default(),
            &christmas,
            &[
                (AtOnce, "2026-12-23 22:00", "2026-12-27 07:00"),
                (AtOnce, "2026-12-24 03:00", "2026-12-27 07:00"),
                (AtOnce, "2026-12-25 12:00", "2026-12-27 07:00"),
                (AtOnce, "2026-12-26 23:30", "2026-12-27 07:00"),
                (AtOnce, "2026-12-27 09:00", "2026-12-27 09:00"),
                (Daily, "2026-12-23 12:00", "2026-12-27 07:00"),
                (Daily, "2026-12-25 12:00", "2026-12-27 07:00"),
                // The week's Saturday is a holiday: the day after it.
                (Weekly, "2026-12-23 12:00", "2026-12-27 07:00"),
                (Weekly, "2026-12-26 12:00", "2026-12-27 07:00"),
                (Weekly, "2026-12-27 07:00", "2027-01-02 07:00"),
            ],
        );
        let works = Settings { keeps_holidays: false, ..Settings::default() };
        check(
            &works,
            &christmas,
            &[
                (AtOnce, "2026-12-25 12:00", "2026-12-25 12:00"),
                (Daily, "2026-12-25 06:00", "2026-12-25 07:00"),
                (Weekly, "2026-12-23 12:00", "2026-12-26 07:00"),
            ],
        );
    }

    #[test]
    fn what_is_gathered_leaves_at_the_reader_s_minute() {
        let evening = Settings { daily_at: 18 * 60 + 30, weekly_on: 0, ..Settings::default() };
        check(
            &evening,
            &[],
            &[
                (Daily, "2026-11-27 18:29", "2026-11-27 18:30"),
                (Daily, "2026-11-27 18:30", "2026-11-28 18:30"),
                (Weekly, "2026-11-27 10:00", "2026-11-30 18:30"),
                (Weekly, "2026-11-30 10:00", "2026-11-30 18:30"),
                (Weekly, "2026-11-30 18:30", "2026-12-07 18:30"),
            ],
        );
        // Who asked for midnight and sleeps then is told in the morning.
        let midnight = Settings { daily_at: 0, ..Settings::default() };
        check(&midnight, &[], &[(Daily, "2026-11-27 18:00", "2026-11-28 07:00")]);
    }

    #[test]
    fn clocks_change() {
        // In 2026, 02:00 becomes 03:00 on 29 March, and 03:00 becomes 02:00 on 25 October.
        let night = Settings { quiet_from: 22 * 60, quiet_until: 150, daily_at: 150, ..Settings::default() };
        check(
            &night,
            &[],
            &[
                (AtOnce, "2026-03-29 01:30", "2026-03-29 03:30"),
                (Daily, "2026-03-28 12:00", "2026-03-29 03:30"),
                (AtOnce, "2026-10-24 23:00", "2026-10-25 02:30"),
                (Daily, "2026-10-24 12:00", "2026-10-25 02:30"),
            ],
        );
        check(
            &Settings::default(),
            &[],
            &[
                (Daily, "2026-03-28 12:00", "2026-03-29 07:00"),
                (Daily, "2026-10-24 12:00", "2026-10-25 07:00"),
                (AtOnce, "2026-10-24 22:00", "2026-10-25 07:00"),
            ],
        );
        // The hour that comes twice is told once: the first one.
        let twice = due(AtOnce, &night, &|_| false, Tz::Europe__Warsaw, "2026-10-25T01:15:00Z".parse().unwrap());
        assert_eq!(twice.to_rfc3339(), "2026-10-25T01:15:00+00:00", "it is never before now");
    }
}
