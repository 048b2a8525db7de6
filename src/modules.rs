//! The modules, in reading order. A new module adds its lines here and appears everywhere.

use std::time::Duration;

use async_graphql::{MergedObject, Request, dataloader::DataLoader};
use kernel::{
    graphql::extend,
    page::{Page, Section},
    scope::Scope,
    search::Source,
};

use crate::{graphql::PortalQuery, web::portal};

/// Modules that a city can switch on.
pub const SWITCHABLE: &[&str] = &[activities::MODULE];

/// The root of every query.
#[derive(MergedObject, Default)]
pub struct Query(PortalQuery, directory::graphql::DirectoryQuery, activities::graphql::ActivitiesQuery);

/// Fields that modules add to each other's types. Called before a schema is built.
pub fn extensions() {
    extend::<directory::graphql::InstitutionFields, activities::graphql::OfInstitution>();
}

/// What is found.
pub fn sources() -> Vec<Source> {
    vec![directory::SOURCE, activities::SOURCE]
}

/// A city's pages.
pub fn pages() -> impl Iterator<Item = Page> {
    [portal::PAGES.as_slice(), &activities::PAGES, &directory::PAGES].into_iter().flatten().copied()
}

/// What modules add to each other's pages.
pub fn sections() -> impl Iterator<Item = Section> {
    [activities::SECTIONS.as_slice(), &directory::SECTIONS].into_iter().flatten().copied()
}

/// What loads relations, for one request.
pub fn loaders(request: Request, scope: &Scope) -> Request {
    // No delay: the loaders batch what is asked in one turn of the executor, and waiting a millisecond for more
    // would cost several times what a whole query does.
    let institutions = DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
    let descriptions =
        DataLoader::new(activities::DescriptionLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
    request.data(institutions).data(descriptions)
}
