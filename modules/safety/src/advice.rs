//! Advice: how to keep safe, by topic and season.

mod entries;
pub mod fields;
mod loader;
mod search;
mod season;
pub mod service;
mod similar;

use directory::InstitutionId;
use kernel::{entity_id, entry::State, values::List};
use sea_orm::{ActiveEnum as _, Iterable as _, entity::prelude::*};

pub use entries::ENTRIES;
pub use loader::DescriptionLoader;
pub use search::Card;
pub(crate) use search::{ALWAYS, SOURCE};
pub use season::Season;

entity_id!(
    /// The id of a piece of advice.
    AdviceId,
    "advice"
);

impl Default for AdviceId {
    fn default() -> Self {
        Self(Uuid::nil())
    }
}

/// A piece of advice.
#[derive(Clone, Debug, Default, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "advice")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AdviceId,
    /// Its title.
    pub title: String,
    /// Its first sentences, plain text.
    pub lead: Option<String>,
    /// Its text, Markdown.
    pub description: String,
    /// What it is about.
    pub topic: Topic,
    /// When it matters most, names of [`Season`]; always without any.
    pub seasons: List<String>,
    /// For whom it is, names of [`directory::fields::AUDIENCES`].
    pub audience: List<String>,
    /// The youngest it is for, in whole months.
    pub min_months: Option<i32>,
    /// The oldest it is for, in whole months, that month included.
    pub max_months: Option<i32>,
    /// The institution whose it is; none for the city's own.
    pub institution_id: Option<InstitutionId>,
    /// Who wrote it, if not an institution, or beside it.
    pub provider: Option<String>,
    /// Where there is more to read.
    pub website: Option<String>,
    /// E-mail for questions.
    pub email: Option<String>,
    /// Telephone for questions.
    pub phone: Option<String>,
    /// Its pictures, uploads of the media module; the first is the main one.
    pub pictures: List<Uuid>,
    /// Its files, uploads of the media module.
    pub files: List<Uuid>,
    /// Free words to find it by.
    pub tags: List<String>,
    /// Who finds it.
    pub state: State,
    /// When the row was made.
    pub created_at: ChronoDateTimeUtc,
    /// When the row last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What advice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum Topic {
    /// Traffic.
    Road,
    /// Water and ice.
    WaterIce,
    /// Fire, gas and carbon monoxide.
    FireGasCo,
    /// The internet.
    Cyber,
    /// Drugs, alcohol, tobacco.
    Drugs,
    /// Violence and bullying.
    Violence,
    /// A child that is missing.
    MissingChild,
    /// Weather.
    Weather,
    /// Events and crowds.
    PublicEvents,
    /// Health.
    Health,
    /// Anything else.
    #[default]
    Other,
}

impl Topic {
    /// Its name in files and in the index.
    pub fn name(self) -> String {
        self.to_value()
    }

    /// The topic of that name, whatever its case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::iter().find(|topic| topic.name().eq_ignore_ascii_case(name))
    }

    /// The key of what people call it.
    pub fn key(self) -> String {
        format!("advice-topic-{}", self.name().to_ascii_uppercase())
    }
}

impl Model {
    /// When it matters most; always if nothing is said.
    pub fn seasons(&self) -> impl Iterator<Item = Season> {
        self.seasons.iter().filter_map(|name| Season::parse(name))
    }

    /// Whether it matters on that day.
    pub fn is_in_season(&self, day: chrono::NaiveDate) -> bool {
        self.seasons.0.is_empty() || self.seasons().any(|season| season.contains(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_are_read_as_they_are_written() {
        for topic in Topic::iter() {
            assert_eq!(Topic::parse(&topic.name().to_uppercase()), Some(topic));
        }
        assert_eq!((Topic::WaterIce.name().as_str(), Topic::FireGasCo.name().as_str()), ("water_ice", "fire_gas_co"));
        assert_eq!(Topic::parse("gossip"), None);
    }

    #[test]
    fn what_names_no_season_matters_always() {
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        let always = Model::default();
        let winter = Model { seasons: vec!["winter".to_owned()].into(), ..Model::default() };
        assert!(always.is_in_season(day("2026-07-01")) && !winter.is_in_season(day("2026-07-01")));
        assert!(winter.is_in_season(day("2026-12-24")));
    }
}
