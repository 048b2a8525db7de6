//! A city's declaration of accessibility, which the act of 4 April 2019 on digital accessibility of public bodies (Dz.U. 2023
//! poz. 1440) asks of every portal of theirs.

use chrono::{Datelike as _, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::mail::is_address;
use crate::i18n::LocalText;

/// How long before its review is due a declaration is asked about, in days.
const ASKED_BEFORE: i64 = 60;

/// How far a portal meets the act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Conformance {
    /// In everything.
    Full,
    /// Except for what is named.
    Partial,
    /// Not at all.
    None,
}

/// Whom to ask about accessibility.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessibilityContact {
    /// Who answers: a person or an office.
    pub name: String,
    /// At which address.
    pub email: String,
    /// At which number.
    pub phone: String,
}

/// A declaration of accessibility, as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessibilityStatement {
    /// The public body whose portal this is.
    pub operator: String,
    /// How far the portal meets the act.
    pub conformance: Conformance,
    /// When the portal was published.
    pub published: NaiveDate,
    /// When it last changed much.
    pub updated: NaiveDate,
    /// When the declaration was written.
    pub prepared: NaiveDate,
    /// When it was last reviewed.
    pub reviewed: NaiveDate,
    /// Who examined the portal; the body itself if nobody is named.
    pub auditor: Option<String>,
    /// Whom to ask.
    pub contact: AccessibilityContact,
    /// What is not accessible, and why, Markdown.
    pub exceptions: LocalText,
    /// How people get into the body's building and about in it, Markdown.
    pub building: LocalText,
}

impl AccessibilityStatement {
    /// The last day of its next review: a declaration is reviewed each year until 31 March.
    pub fn review_due(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.reviewed.year() + 1, 3, 31).unwrap_or(NaiveDate::MAX)
    }

    /// Whether it is time to review it.
    pub fn needs_review(&self, today: NaiveDate) -> bool {
        today >= self.review_due() - TimeDelta::days(ASKED_BEFORE)
    }
}

/// The declaration as `tenant.toml` writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccessibilitySection {
    operator: String,
    conformance: Conformance,
    published: Day,
    updated: Option<Day>,
    prepared: Day,
    reviewed: Option<Day>,
    auditor: Option<String>,
    contact: AccessibilityContact,
    #[serde(default)]
    exceptions: LocalText,
    building: LocalText,
}

impl AccessibilitySection {
    /// The declaration, or what is wrong with it.
    pub(super) fn read(self) -> Result<AccessibilityStatement, String> {
        let statement = AccessibilityStatement {
            operator: self.operator,
            conformance: self.conformance,
            published: self.published.0,
            updated: self.updated.unwrap_or(self.published).0,
            prepared: self.prepared.0,
            reviewed: self.reviewed.unwrap_or(self.prepared).0,
            auditor: self.auditor,
            contact: self.contact,
            exceptions: self.exceptions,
            building: self.building,
        };
        let AccessibilityContact { name, email, phone } = &statement.contact;
        let said = [("operator", &statement.operator), ("contact.name", name), ("building.pl", &statement.building.pl)];
        if let Some((key, _)) = said.iter().find(|(_, text)| text.trim().is_empty()) {
            return Err(format!("{key}: say it; the act asks for it"));
        }
        if !is_address(email) {
            return Err(format!(
                "contact.email: \"{email}\" is no address; write it like \"dostepnosc@miasto.example\""
            ));
        }
        if phone.chars().filter(char::is_ascii_digit).count() < 9 {
            return Err(format!("contact.phone: \"{phone}\" is no number; write it like \"+48 91 123 45 67\""));
        }
        if statement.conformance != Conformance::Full && statement.exceptions.pl.trim().is_empty() {
            return Err("exceptions.pl: say what is not accessible, and why".to_owned());
        }
        if statement.updated < statement.published {
            return Err("updated: the portal cannot have changed before it was published".to_owned());
        }
        if statement.reviewed < statement.prepared {
            return Err("reviewed: a declaration is reviewed after it was prepared".to_owned());
        }
        Ok(statement)
    }
}

/// A day, as TOML writes one.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "toml::value::Datetime")]
struct Day(NaiveDate);

impl TryFrom<toml::value::Datetime> for Day {
    type Error = String;

    fn try_from(written: toml::value::Datetime) -> Result<Self, String> {
        let day = written.date.filter(|_| written.time.is_none());
        day.and_then(|day| NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()))
            .map(Self)
            .ok_or_else(|| format!("{written} is no day; write it like 2026-11-20"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
operator = "Gmina Dębno"
conformance = "partial"
published = 2026-09-01
prepared = 2026-11-20
contact = { name = "Koordynator", email = "dostepnosc@debno.example", phone = "+48 95 000 00 00" }
exceptions = { pl = "Skany pism." }
building = { pl = "Wejście bez progu." }
"#;

    fn read(toml: &str) -> Result<AccessibilityStatement, String> {
        toml::from_str::<AccessibilitySection>(toml).map_err(|err| err.message().to_owned())?.read()
    }

    #[test]
    fn it_is_reviewed_until_the_end_of_march_of_the_next_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut statement = read(GOOD).unwrap();
        assert_eq!((statement.updated, statement.reviewed), (day("2026-09-01"), day("2026-11-20")));
        assert_eq!(statement.review_due(), day("2027-03-31"));
        assert!(!statement.needs_review(day("2027-01-29")));
        assert!(statement.needs_review(day("2027-01-30")) && statement.needs_review(day("2028-01-01")));
        statement.reviewed = day("2027-03-31");
        assert_eq!(statement.review_due(), day("2028-03-31"));
    }

    #[test]
    fn what_the_act_asks_for_cannot_be_left_out() {
        for (from, to, problem) in [
            ("Gmina Dębno", " ", "operator: "),
            ("dostepnosc@debno.example", "dostepnosc", "contact.email: \"dostepnosc\" is no address"),
            ("+48 95 000 00 00", "95", "contact.phone: "),
            ("Skany pism.", "", "exceptions.pl: "),
            ("Wejście bez progu.", "", "building.pl: "),
            ("published = 2026-09-01", "published = 2026-09-01\nupdated = 2026-08-01", "updated: "),
            ("prepared = 2026-11-20", "prepared = 2026-11-20\nreviewed = 2026-11-01", "reviewed: "),
            ("2026-11-20", "2026-11-20T10:00:00Z", "is no day"),
            ("partial", "partly", "unknown variant"),
        ] {
            let told = read(&GOOD.replace(from, to)).unwrap_err();
            assert!(told.contains(problem), "{to}: {told}");
        }
    }
}
