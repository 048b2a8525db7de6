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
}

#[cfg(test)]
mod tests {
    use async_graphql::{EmptyMutation, EmptySubscription, Object, Schema};

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
        let kinds = [EntryKind::Activity, EntryKind::Institution];
        let mut known: Vec<&str> = kinds.into_iter().flat_map(columns::of).copied().collect();
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
