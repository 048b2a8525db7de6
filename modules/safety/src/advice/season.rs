//! When advice matters most.

use chrono::{Datelike as _, NaiveDate};
use sea_orm::{ActiveEnum as _, DeriveActiveEnum, EnumIter, Iterable as _, sea_query::StringLen};

/// A part of the year in which some advice matters most. They overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
    /// The last third of August, and September.
    SchoolStart,
    /// When children are at home for long: from 20 June to the end of August, around Christmas and New Year, and from
    /// mid January to the end of February, when some voivodeship has its winter holidays.
    Holidays,
}

impl Season {
    /// Its name in files and in the index.
    pub fn name(self) -> String {
        self.to_value()
    }

    /// The season of that name, whatever its case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::iter().find(|season| season.name().eq_ignore_ascii_case(name))
    }

    /// The key of what people call it.
    pub fn key(self) -> String {
        format!("advice-season-{}", self.name().to_ascii_uppercase())
    }

    /// Whether a day is in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        let date = (day.month(), day.day());
        match self {
            Self::Spring => (3..=5).contains(&date.0),
            Self::Summer => (6..=8).contains(&date.0),
            Self::Autumn => (9..=11).contains(&date.0),
            Self::Winter => matches!(date.0, 12 | 1 | 2),
            Self::SchoolStart => ((8, 20)..=(9, 30)).contains(&date),
            Self::Holidays => {
                ((6, 20)..=(8, 31)).contains(&date)
                    || date >= (12, 20)
                    || date <= (1, 6)
                    || ((1, 15)..=(2, 29)).contains(&date)
            }
        }
    }

    /// The seasons that a day is in.
    pub fn of(day: NaiveDate) -> impl Iterator<Item = Self> {
        Self::iter().filter(move |season| season.contains(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_has_its_seasons() {
        for (day, expected) in [
            ("2026-01-06", &[Season::Winter, Season::Holidays][..]),
            ("2026-01-07", &[Season::Winter]),
            ("2028-02-29", &[Season::Winter, Season::Holidays]),
            ("2026-03-01", &[Season::Spring]),
            ("2026-06-19", &[Season::Summer]),
            ("2026-06-20", &[Season::Summer, Season::Holidays]),
            ("2026-08-20", &[Season::Summer, Season::SchoolStart, Season::Holidays]),
            ("2026-09-30", &[Season::Autumn, Season::SchoolStart]),
            ("2026-11-27", &[Season::Autumn]),
            ("2026-12-31", &[Season::Winter, Season::Holidays]),
        ] {
            assert_eq!(Season::of(day.parse().unwrap()).collect::<Vec<_>>(), expected, "{day}");
        }
        assert_eq!(Season::parse("SCHOOL_START"), Some(Season::SchoolStart));
    }
}
