//! Children's profiles.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use directory::graphql::Institution;
use kernel::{
    graphql::{Base, ContextExt as _, Open, scalars::Date},
    tenancy::LatLon,
};
use search_index::taxonomy;

use super::role::institution_of;
use crate::{child::Model, children::age_in_months};

/// A child's profile.
pub type Child = Open<ChildFields>;

/// The fields of a child's profile that its own module knows.
#[derive(Clone, Debug)]
pub struct ChildFields(pub Model);

impl Base for ChildFields {
    const NAME: &'static str = "Child";
}

/// The child of a row.
pub(super) fn child(row: Model) -> Child {
    Open(ChildFields(row))
}

/// A child's profile, for its guardian's eyes.
#[Object(name = "ChildFields")]
impl ChildFields {
    /// Its global id.
    async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// A name or nickname.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Born on.
    async fn birth_date(&self) -> Date {
        Date(self.0.birth_date)
    }

    /// Its age in whole years.
    async fn age(&self, ctx: &Context<'_>) -> Option<u32> {
        self.0.age(ctx.scope().today())
    }

    /// Its age in whole months.
    async fn age_in_months(&self, ctx: &Context<'_>) -> Option<u32> {
        age_in_months(&self.0, ctx.scope().today())
    }

    /// What it likes.
    async fn interests(&self) -> Vec<ChildInterest> {
        self.0.interests.iter().filter_map(|id| taxonomy().interest(id)).map(ChildInterest).collect()
    }

    /// Where it lives.
    async fn home(&self) -> Option<ChildHome> {
        let label = self.0.home_label.clone()?;
        let LatLon { lat, lon } = self.0.home()?;
        Some(ChildHome { label, lat, lon })
    }

    /// The school it goes to.
    async fn school(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        institution_of(ctx, self.0.school_id.map(|id| id.0)).await
    }
}

/// Where a child lives, as well as its guardian said.
#[derive(SimpleObject)]
struct ChildHome {
    /// The place in the guardian's words: a district, a street.
    label: String,
    /// Its latitude in degrees.
    lat: f64,
    /// Its longitude in degrees.
    lon: f64,
}

struct ChildInterest(&'static search_index::Interest);

/// Something that a child likes, of the taxonomy of interests.
#[Object]
impl ChildInterest {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.as_str().into()
    }

    /// What people call it.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        self.0.name.get(ctx.scope().lang.tag())
    }
}
