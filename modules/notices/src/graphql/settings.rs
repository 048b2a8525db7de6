//! When somebody wants to be told, in the schema.

use async_graphql::{InputObject, SimpleObject};
use directory::graphql::Weekday;
use kernel::{error::Result, graphql::scalars::LocalTime, scope::Scope};

use crate::{centre::Said, reader::Model as Reader, readers, schedule::Settings};

/// When somebody wants to be told.
#[derive(Clone, Debug, SimpleObject)]
pub struct NotificationSettings {
    /// Whether everything is paused.
    pub is_paused: bool,
    /// The address that mails go to; null if it has not been confirmed.
    pub email: Option<String>,
    /// From when in the evening nothing leaves but danger; null if there are no quiet hours.
    pub quiet_from: Option<LocalTime>,
    /// Until when in the morning nothing leaves but danger; null if there are no quiet hours.
    pub quiet_until: Option<LocalTime>,
    /// Whether nothing but danger leaves on public holidays.
    pub keeps_holidays: bool,
    /// When what is gathered for a day or a week leaves.
    pub daily_at: LocalTime,
    /// The day on which what is gathered for a week leaves.
    pub weekly_on: Weekday,
}

impl NotificationSettings {
    /// When that reader wants to be told; of who is none yet, what holds if nobody says anything.
    pub async fn of(scope: &Scope, reader: Option<Reader>) -> Result<Self> {
        let settings = reader.as_ref().map_or_else(Settings::default, Reader::settings);
        let email = match &reader {
            Some(reader) => readers::address(scope, reader).await?,
            None => identity::accounts::own(scope).await?.and_then(|own| own.verified_email().map(str::to_owned)),
        };
        let is_quiet = settings.quiet_from != settings.quiet_until;
        let minute = |minute: u16| is_quiet.then_some(LocalTime(minute));
        Ok(Self {
            is_paused: reader.is_some_and(|reader| reader.paused_at.is_some()),
            email,
            quiet_from: minute(settings.quiet_from),
            quiet_until: minute(settings.quiet_until),
            keeps_holidays: settings.keeps_holidays,
            daily_at: LocalTime(settings.daily_at),
            weekly_on: Weekday::from_number(settings.weekly_on).unwrap_or(Weekday::Saturday),
        })
    }
}

/// When somebody wants to be told.
#[derive(InputObject)]
pub(super) struct NotificationSettingsSaveInput {
    /// From when in the evening nothing leaves but danger; null with `quietUntil` for no quiet hours.
    quiet_from: Option<LocalTime>,
    /// Until when in the morning nothing leaves but danger; null with `quietFrom` for no quiet hours.
    quiet_until: Option<LocalTime>,
    /// Whether nothing but danger leaves on public holidays.
    keeps_holidays: bool,
    /// When what is gathered for a day or a week leaves.
    daily_at: LocalTime,
    /// The day on which what is gathered for a week leaves.
    weekly_on: Weekday,
    /// Whether everything is paused; null leaves that as it is.
    is_paused: Option<bool>,
}

impl NotificationSettingsSaveInput {
    /// The same as the service takes it.
    pub(super) fn said(&self) -> Said {
        let minute = |time: Option<LocalTime>| time.map(|LocalTime(minute)| minute);
        Said {
            quiet: (minute(self.quiet_from), minute(self.quiet_until)),
            keeps_holidays: self.keeps_holidays,
            daily_at: self.daily_at.0,
            weekly_on: self.weekly_on as u8,
            is_paused: self.is_paused,
        }
    }
}
