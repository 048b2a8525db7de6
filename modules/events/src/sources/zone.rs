//! Time zones as calendars name them, and moments as they write them.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;

/// Zones by the names that Windows gives them (CLDR, `windowsZones.xml`): those of the countries around us, and the
/// rest of what offices here choose by mistake.
const WINDOWS: [(&str, Tz); 16] = [
    ("central european standard time", Tz::Europe__Warsaw),
    ("central european time", Tz::Europe__Warsaw),
    ("central europe standard time", Tz::Europe__Budapest),
    ("w. europe standard time", Tz::Europe__Berlin),
    ("romance standard time", Tz::Europe__Paris),
    ("gmt standard time", Tz::Europe__London),
    ("greenwich standard time", Tz::Atlantic__Reykjavik),
    ("e. europe standard time", Tz::Europe__Chisinau),
    ("fle standard time", Tz::Europe__Kyiv),
    ("gtb standard time", Tz::Europe__Bucharest),
    ("turkey standard time", Tz::Europe__Istanbul),
    ("eastern standard time", Tz::America__New_York),
    ("pacific standard time", Tz::America__Los_Angeles),
    ("coordinated universal time", Tz::UTC),
    ("gmt", Tz::UTC),
    ("z", Tz::UTC),
];
/// Cities that stand in the names under which Windows shows zones: `(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb`.
const SHOWN: [(&str, Tz); 8] = [
    ("warsaw", Tz::Europe__Warsaw),
    ("warszawa", Tz::Europe__Warsaw),
    ("zagreb", Tz::Europe__Warsaw),
    ("berlin", Tz::Europe__Berlin),
    ("prague", Tz::Europe__Budapest),
    ("paris", Tz::Europe__Paris),
    ("london", Tz::Europe__London),
    ("kyiv", Tz::Europe__Kyiv),
];
/// The longest name of a zone.
const MAX_NAME: usize = 100;

/// A moment as a calendar writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// A day.
    Day(NaiveDate),
    /// A moment by nobody's clocks.
    Utc(DateTime<Utc>),
    /// A moment by the clocks of wherever one is.
    Floating(NaiveDateTime),
    /// A moment by a zone's clocks.
    Zoned(NaiveDateTime, Tz),
}

impl Time {
    /// A value of `DATE` or `DATE-TIME`, in that zone if there is one.
    pub(crate) fn parse(text: &str, zone: Option<Tz>) -> Option<Self> {
        let text = text.trim();
        if let Ok(day) = NaiveDate::parse_from_str(text, "%Y%m%d") {
            return (text.len() == 8).then_some(Self::Day(day));
        }
        let (digits, is_utc) = match text.strip_suffix(['Z', 'z']) {
            Some(digits) => (digits, true),
            None => (text, false),
        };
        let moment = digits.get(..15).filter(|_| digits.len() == 15)?;
        let moment = NaiveDateTime::parse_from_str(moment, "%Y%m%dT%H%M%S").ok()?;
        Some(match zone {
            _ if is_utc => Self::Utc(moment.and_utc()),
            Some(zone) => Self::Zoned(moment, zone),
            None => Self::Floating(moment),
        })
    }

    /// The moment, where clocks show `home`'s time. Where clocks skip it, it is as long after the skip as it says.
    pub(crate) fn moment(self, home: Tz) -> Option<DateTime<Utc>> {
        match self {
            Self::Utc(moment) => Some(moment),
            Self::Day(day) => in_zone(day.and_time(NaiveTime::MIN), home),
            Self::Floating(clock) => in_zone(clock, home),
            Self::Zoned(clock, zone) => in_zone(clock, zone),
        }
    }

    /// What clocks of `home` show then.
    pub(crate) fn clock(self, home: Tz) -> Option<NaiveDateTime> {
        match self {
            Self::Day(day) => Some(day.and_time(NaiveTime::MIN)),
            Self::Floating(clock) => Some(clock),
            Self::Utc(_) | Self::Zoned(..) => Some(self.moment(home)?.with_timezone(&home).naive_local()),
        }
    }

    /// Whether it is a day.
    pub(crate) fn is_day(self) -> bool {
        matches!(self, Self::Day(_))
    }

    /// The zone by whose clocks it is told.
    pub(crate) fn zone(self, home: Tz) -> Tz {
        match self {
            Self::Utc(_) => Tz::UTC,
            Self::Day(_) | Self::Floating(_) => home,
            Self::Zoned(_, zone) => zone,
        }
    }
}

/// A moment of a zone's clocks; the earlier of two.
fn in_zone(clock: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    let skipped = || zone.from_local_datetime(&(clock + Duration::hours(1))).earliest();
    zone.from_local_datetime(&clock).earliest().or_else(skipped).map(|moment| moment.to_utc())
}

/// The zone of that name, as the IANA's database, Windows or programs of the past call it.
pub(crate) fn named(name: &str) -> Option<Tz> {
    let name = name.trim().trim_matches('"').trim_matches('/');
    if name.is_empty() || name.len() > MAX_NAME {
        return None;
    }
    // `/mozilla.org/20050126_1/Europe/Warsaw`: what stands behind the maker's name counts.
    let mut rest = name;
    loop {
        if let Ok(zone) = rest.parse() {
            return Some(zone);
        }
        match rest.split_once('/') {
            Some((_, behind)) => rest = behind,
            None => break,
        }
    }
    let name = name.to_lowercase();
    let known = WINDOWS.iter().find(|(known, _)| *known == name);
    let shown = || SHOWN.iter().find(|(city, _)| name.starts_with('(') && name.contains(city));
    known.or_else(shown).map(|(_, zone)| *zone)
}

/// A length as calendars write it (RFC 5545, 3.3.6): `PT1H30M`, `P2D`, `P1W`. Negative ones and those of more than a
/// year are nobody's.
pub(crate) fn duration(text: &str) -> Option<Duration> {
    let text = text.trim();
    let rest = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let (days, times) = rest.split_once('T').unwrap_or((rest, ""));
    if days.is_empty() && times.is_empty() {
        return None;
    }
    let mut whole = Duration::zero();
    for (part, units) in [(days, &[('W', 604_800), ('D', 86_400)][..]), (times, &[('H', 3600), ('M', 60), ('S', 1)])] {
        let mut number = String::new();
        for c in part.chars() {
            if c.is_ascii_digit() && number.len() < 6 {
                number.push(c);
                continue;
            }
            let (_, seconds) = units.iter().find(|(unit, _)| *unit == c)?;
            whole += Duration::seconds(number.parse::<i64>().ok()? * seconds);
            number.clear();
        }
        if !number.is_empty() {
            return None;
        }
    }
    (whole <= Duration::days(366)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_go_by_many_names() {
        for (name, zone) in [
            ("Europe/Warsaw", Some(Tz::Europe__Warsaw)),
            ("\"Europe/Warsaw\"", Some(Tz::Europe__Warsaw)),
            ("Poland", Some(Tz::Poland)),
            ("/mozilla.org/20050126_1/Europe/Warsaw", Some(Tz::Europe__Warsaw)),
            ("/freeassociation.sourceforge.net/America/Argentina/Salta", Some(Tz::America__Argentina__Salta)),
            ("Central European Standard Time", Some(Tz::Europe__Warsaw)),
            ("(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb", Some(Tz::Europe__Warsaw)),
            ("W. Europe Standard Time", Some(Tz::Europe__Berlin)),
            ("UTC", Some(Tz::UTC)),
            ("Etc/UTC", Some(Tz::Etc__UTC)),
            ("Customized Time Zone 1", None),
            ("Warsaw", None),
            ("", None),
            ("////", None),
        ] {
            assert_eq!(named(name), zone, "{name}");
        }
        assert_eq!(named(&"a/".repeat(100_000)), None);
    }

    #[test]
    fn moments_are_days_or_of_somebody_s_clocks() {
        let home = Tz::Europe__Warsaw;
        let london = Some(Tz::Europe__London);
        for (text, zone, expected) in [
            ("20261205", None, Some("2026-12-04T23:00:00Z")),
            ("20261205T160000", None, Some("2026-12-05T15:00:00Z")),
            ("20261205T160000Z", london, Some("2026-12-05T16:00:00Z")),
            ("20260705T160000", london, Some("2026-07-05T15:00:00Z")),
            // Clocks go forward at two, and back at three: the first of two.
            ("20260329T023000", None, Some("2026-03-29T01:30:00Z")),
            ("20261025T023000", None, Some("2026-10-25T00:30:00Z")),
            ("2026-12-05", None, None),
            ("20261305", None, None),
            ("20261205T16", None, None),
            ("20261205T160000+0100", None, None),
            ("20261205T160000ZZ", None, None),
            ("99999999T999999Z", None, None),
            ("", None, None),
            ("łłłłłłłłłłłłłłłł", None, None),
        ] {
            let moment = Time::parse(text, zone).and_then(|time| time.moment(home));
            assert_eq!(moment, expected.map(|moment| moment.parse().unwrap()), "{text}");
        }
        let clock = Time::parse("20261205T160000Z", None).and_then(|time| time.clock(home));
        assert_eq!(clock.map(|clock| clock.to_string()).as_deref(), Some("2026-12-05 17:00:00"));
    }

    #[test]
    fn lengths_are_read_or_not_at_all() {
        for (text, minutes) in [
            ("PT1H30M", Some(90)),
            ("P2D", Some(2880)),
            ("P1W", Some(10080)),
            ("P1DT12H", Some(2160)),
            ("+PT90M", Some(90)),
            ("PT0S", Some(0)),
            ("-PT1H", None),
            ("PT", None),
            ("P", None),
            ("P1H", None),
            ("PT1", None),
            ("P99999999999D", None),
            ("P400D", None),
            ("1H", None),
            ("", None),
        ] {
            assert_eq!(duration(text).map(|length| length.num_minutes()), minutes, "{text}");
        }
    }
}
