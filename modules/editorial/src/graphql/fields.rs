//! Fields of entries as the schema takes them.

use async_graphql::InputObject;
use kernel::history::Fields;

/// Declares the input of all fields, each with the column that it is.
macro_rules! entry_fields {
    ($($(#[$doc:meta])* $field:ident => $column:literal,)+) => {
        /// What an entry is to say, in the notation of the files that entries can be imported from. It is told whole:
        /// what is null or empty has no value. Fields that the kind of entry does not have are left out.
        #[derive(Clone, Debug, Default, InputObject)]
        pub(crate) struct EntryFieldsInput {
            $($(#[$doc])* $field: Option<String>,)+
        }

        impl EntryFieldsInput {
            /// The fields by their columns.
            pub(crate) fn by_column(self) -> Fields {
                let all = [$(($column, self.$field)),+];
                all.into_iter().filter_map(|(column, value)| Some((column.to_owned(), value?))).collect()
            }
        }
    };
}

entry_fields! {
    /// An activity's title.
    title => "title",
    /// What it is about, Markdown.
    description => "description",
    /// Ids of the taxonomy, between bars: `robotics|chess`.
    interests => "interests",
    /// The institution that offers an activity: its id or its register number.
    institution => "institution",
    /// Who offers an activity, if not an institution, or beside it.
    provider => "provider",
    /// The youngest, in years (`8`) or months (`18m`).
    min_age => "min_age",
    /// The oldest, in years or months.
    max_age => "max_age",
    /// Lessons of the week, between bars: `mon 16:00-17:30|wed 16:00-17:30`.
    slots => "slots",
    /// The first day, `2026-09-01`.
    from => "from",
    /// The last day.
    until => "until",
    /// The price in złotys, `120` or `49.50`; `0` is free.
    price => "price",
    /// What the price is for: `class`, `month`, `term` or `once`.
    price_unit => "price_unit",
    /// How many can take part.
    capacity => "capacity",
    /// How many more can.
    places_left => "places_left",
    /// Street.
    street => "street",
    /// Building.
    building => "building",
    /// Postcode, `70-001`.
    postal_code => "postal_code",
    /// Town.
    city => "city",
    /// Latitude in degrees.
    lat => "lat",
    /// Longitude in degrees.
    lon => "lon",
    /// District, by its id or its name.
    district => "district",
    /// An activity's languages by their tags, an institution's by their names; between bars.
    languages => "languages",
    /// What makes an activity accessible, between bars: `wheelchair|hearing_loop`.
    accessibility => "accessibility",
    /// Whether one can take part from home, `yes` or `no`.
    online => "online",
    /// Where one enrols.
    enrolment_url => "enrolment_url",
    /// When enrolment opens, a day or a moment.
    enrolment_opens => "enrolment_opens",
    /// When enrolment closes.
    enrolment_closes => "enrolment_closes",
    /// E-mail for questions.
    email => "email",
    /// Telephone for questions.
    phone => "phone",
    /// Free words to find it by, between bars.
    tags => "tags",
    /// An institution's full name.
    name => "name",
    /// A shorter name.
    short_name => "short_name",
    /// What an institution is: `CULTURE_CENTRE`.
    entry_kind => "kind",
    /// `PUBLIC` or `NON_PUBLIC`.
    sector => "sector",
    /// Who runs it.
    founder => "founder",
    /// Web site.
    website => "website",
    /// How many pupils it has.
    pupils => "pupils",
    /// An article's or piece of advice's first sentences, plain text.
    lead => "lead",
    /// When an event or debate begins, `2026-12-05T16:00` in the city's time; a day for one of whole days.
    starts => "starts",
    /// When it ends.
    ends => "ends",
    /// Whether an event takes whole days, `yes` or `no`.
    #[graphql(tag = "module-events")]
    all_day => "all_day",
    /// How an event recurs: a rule of RFC 5545, `FREQ=WEEKLY;BYDAY=SA;COUNT=10`.
    #[graphql(tag = "module-events")]
    recurrence => "recurrence",
    /// Beginnings of an event that the rule has and that do not take place, between bars.
    #[graphql(tag = "module-events")]
    exceptions => "exceptions",
    /// Beginnings that take place at another time, between bars: `2026-12-12T10:00>2026-12-13T11:00`.
    #[graphql(tag = "module-events")]
    moved => "moved",
    /// For whom, between bars: `pupils|parents|teachers|everybody`.
    audience => "audience",
    /// Stages of education that an event is for, between bars: `primary_1_3|primary_4_8`.
    #[graphql(tag = "module-events")]
    levels => "levels",
    /// The name of the place.
    venue => "venue",
    /// Where one takes part from home.
    online_url => "online_url",
    /// How one signs up for an event: `none`, `event`, `date` or `link`.
    #[graphql(tag = "module-events")]
    sign_up => "sign_up",
    /// Whether an event that is full has a waiting list, `yes` or `no`.
    #[graphql(tag = "module-events")]
    waiting_list => "waiting_list",
    /// An article's category: `announcement`.
    #[graphql(tag = "module-news")]
    category => "category",
    /// When an article is published, if not at once.
    #[graphql(tag = "module-news")]
    publish_at => "publish_at",
    /// When an article is taken out of sight.
    #[graphql(tag = "module-news")]
    withdraw_at => "withdraw_at",
    /// The last day on which an article stands first.
    #[graphql(tag = "module-news")]
    pinned_until => "pinned_until",
    /// Where an article comes from.
    #[graphql(tag = "module-news")]
    source_url => "source_url",
    /// What advice is about: `water_ice`.
    #[graphql(tag = "module-safety")]
    topic => "topic",
    /// When advice matters most, between bars: `winter|holidays`.
    #[graphql(tag = "module-safety")]
    seasons => "seasons",
    /// When questions for a debate can be asked, a day or a moment.
    #[graphql(tag = "module-debates")]
    questions_open => "questions_open",
    /// Until when questions for a debate can be asked.
    #[graphql(tag = "module-debates")]
    questions_close => "questions_close",
    /// Ids of pictures in their order, between bars; the first is the main one.
    pictures => "pictures",
    /// Ids of files in their order, between bars.
    files => "files",
}

#[cfg(test)]
mod tests {
    use async_graphql::{EmptyMutation, EmptySubscription, Object, Schema};

    use sea_orm::Iterable as _;

    use super::*;
    use crate::{columns, entries::EntryKind};

    struct Query;

    #[Object]
    impl Query {
        async fn columns(&self, fields: EntryFieldsInput) -> Vec<String> {
            fields.by_column().into_keys().collect()
        }
    }

    #[tokio::test]
    async fn every_column_has_its_field_and_no_field_is_without_one() {
        let mut known: Vec<&str> = EntryKind::iter().flat_map(columns::of).copied().collect();
        known.sort_unstable();
        known.dedup();
        let fields: Vec<_> = known.iter().map(|column| format!("{}: \"x\"", columns::name(column))).collect();
        let schema = Schema::new(Query, EmptyMutation, EmptySubscription);
        let answer = schema.execute(format!("{{ columns(fields: {{ {} }}) }}", fields.join(", "))).await;
        let data = answer.into_result().unwrap().data.into_json().unwrap();
        let found: Vec<String> = serde_json::from_value(data["columns"].clone()).unwrap();
        assert_eq!(found, known);
    }
}
