use chrono::{DateTime, NaiveDate, Utc};
use directory::InstitutionId;
use kernel::{entity_id, entry::State, values::List};
use sea_orm::{ActiveEnum as _, Iterable as _, entity::prelude::*};

entity_id!(
    /// An article's id.
    ArticleId,
    "art"
);

impl Default for ArticleId {
    fn default() -> Self {
        Self(Uuid::nil())
    }
}

/// An article.
#[derive(Clone, Debug, Default, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "article")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// Its first sentences, plain text.
    pub lead: Option<String>,
    /// Its text, Markdown.
    pub description: String,
    /// What it tells of.
    pub category: Category,
    /// The institution whose it is; none for the city's own.
    pub institution_id: Option<InstitutionId>,
    /// Who wrote it, if not an institution, or beside it.
    pub provider: Option<String>,
    /// For whom it is, names of [`directory::fields::AUDIENCES`].
    pub audience: List<String>,
    /// Ids of the taxonomy.
    pub interests: List<String>,
    /// The district that it concerns, by its id.
    pub district: Option<String>,
    /// When it is to be published, if somebody said.
    pub publish_at: Option<ChronoDateTimeUtc>,
    /// When it was published, or will be.
    pub published_at: ChronoDateTimeUtc,
    /// When it is withdrawn.
    pub withdraw_at: Option<ChronoDateTimeUtc>,
    /// The last day on which it stands first.
    pub pinned_until: Option<Date>,
    /// Whether it stands first on the city's pages too: an editor said so.
    pub pinned_in_city: bool,
    /// Where it comes from.
    pub source_url: Option<String>,
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

/// What an article tells of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum Category {
    /// What people are to know.
    #[default]
    Announcement,
    /// What somebody achieved.
    Success,
    /// How one is admitted to a school.
    Admissions,
    /// What is done together for a time, often with a grant.
    Project,
    /// Culture.
    Culture,
    /// Sport.
    Sport,
    /// Safety.
    Safety,
    /// Health.
    Health,
    /// Anything else.
    Other,
}

impl Category {
    /// Its name in files and in the index.
    pub fn name(self) -> String {
        self.to_value()
    }

    /// The category of that name, whatever its case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::iter().find(|category| category.name().eq_ignore_ascii_case(name))
    }

    /// The key of what people call it.
    pub fn key(self) -> String {
        format!("article-category-{}", self.name().to_ascii_uppercase())
    }
}

/// On whose pages an article is to stand first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pins {
    /// The city's: what the city or an editor pinned.
    City,
    /// Its own institution's: whatever is pinned.
    Institution,
}

impl Model {
    /// Whether everybody sees it at that moment, however late the work is that notes it.
    pub fn is_visible(&self, now: DateTime<Utc>) -> bool {
        matches!(self.state, State::Published | State::Scheduled)
            && self.published_at <= now
            && self.withdraw_at.is_none_or(|at| now < at)
    }

    /// Whether it stands first on that day.
    pub fn is_pinned(&self, pins: Pins, today: NaiveDate) -> bool {
        self.pinned_until.is_some_and(|last| today <= last) && (pins == Pins::Institution || self.pinned_in_city)
    }

    /// The state of an article that somebody wants to be seen, at that moment.
    pub(crate) fn state_at(&self, now: DateTime<Utc>) -> State {
        if self.withdraw_at.is_some_and(|at| at <= now) {
            State::Archived
        } else if self.published_at > now {
            State::Scheduled
        } else {
            State::Published
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_seen_from_its_moment_until_its_moment() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let (begins, ends) = (at("2026-12-01T08:00:00Z"), at("2026-12-10T08:00:00Z"));
        let article = Model { published_at: begins, withdraw_at: Some(ends), ..Model::default() };
        for (now, state, visible) in [
            (begins - chrono::TimeDelta::microseconds(1), State::Scheduled, false),
            (begins, State::Published, true),
            (ends - chrono::TimeDelta::microseconds(1), State::Published, true),
            (ends, State::Archived, false),
        ] {
            assert_eq!(article.state_at(now), state, "{now}");
            for noted in [State::Published, State::Scheduled] {
                assert_eq!(Model { state: noted, ..article.clone() }.is_visible(now), visible, "{now}");
            }
            assert!(!Model { state: State::Archived, ..article.clone() }.is_visible(now));
        }
    }

    #[test]
    fn an_institution_s_pin_acts_on_its_own_pages() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let pinned = Model { pinned_until: Some(day("2026-12-06")), ..Model::default() };
        let in_city = Model { pinned_in_city: true, ..pinned.clone() };
        for (today, is_on) in [("2026-12-06", true), ("2026-12-07", false)] {
            assert_eq!(pinned.is_pinned(Pins::Institution, day(today)), is_on);
            assert_eq!(in_city.is_pinned(Pins::City, day(today)), is_on);
            assert!(!pinned.is_pinned(Pins::City, day(today)));
        }
        assert!(!Model::default().is_pinned(Pins::Institution, day("2026-12-06")));
    }

    #[test]
    fn categories_are_read_as_they_are_written() {
        for category in Category::iter() {
            assert_eq!(Category::parse(&category.name().to_uppercase()), Some(category));
        }
        assert_eq!(Category::parse("gossip"), None);
    }
}
