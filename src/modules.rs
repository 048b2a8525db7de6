//! The modules, in reading order. A new module adds its lines here and appears everywhere.

use std::time::Duration;

use async_graphql::{MergedObject, Request, dataloader::DataLoader};
use identity::PersonalData;
use kernel::{
    graphql::extend,
    jobs::Job,
    page::{Action, Page, Section},
    scope::Scope,
    search::Source,
};

use crate::{graphql::PortalQuery, web::portal};

/// Modules that a city can switch on.
pub const SWITCHABLE: &[&str] = &[activities::MODULE, editorial::MODULE, reviews::MODULE, promotion::MODULE];

/// The root of every query.
#[derive(MergedObject, Default)]
pub struct Query(
    PortalQuery,
    directory::graphql::DirectoryQuery,
    identity::graphql::IdentityQuery,
    media::graphql::MediaQuery,
    activities::graphql::ActivitiesQuery,
    editorial::graphql::EditorialQuery,
    reviews::graphql::ReviewsQuery,
    promotion::graphql::PromotionQuery,
);

/// The root of every mutation.
#[derive(MergedObject, Default)]
pub struct Mutation(
    identity::graphql::IdentityMutation,
    media::graphql::MediaMutation,
    activities::graphql::ActivitiesMutation,
    editorial::graphql::EditorialMutation,
    reviews::graphql::ReviewsMutation,
    promotion::graphql::PromotionMutation,
);

/// Fields that modules add to each other's types. Called before a schema is built.
pub fn extensions() {
    extend::<directory::graphql::InstitutionFields, activities::graphql::OfInstitution>();
    editorial::graphql::extensions();
    extend::<activities::graphql::ActivityFields, reviews::graphql::OfActivity>();
    extend::<identity::graphql::ViewerFields, reviews::graphql::OfViewer>();
}

/// What is found.
pub fn sources() -> Vec<Source> {
    vec![directory::SOURCE, activities::SOURCE, promotion::SOURCE]
}

/// A city's pages.
pub fn pages() -> impl Iterator<Item = Page> {
    let lists: [&[Page]; 7] = [
        &portal::PAGES,
        &activities::PAGES,
        &directory::PAGES,
        &identity::PAGES,
        &editorial::PAGES,
        &reviews::PAGES,
        &promotion::PAGES,
    ];
    lists.into_iter().flatten().copied()
}

/// What pages' forms do.
pub fn actions() -> impl Iterator<Item = Action> {
    let lists: [&[Action]; 4] = [&identity::ACTIONS, &editorial::ACTIONS, &reviews::ACTIONS, &promotion::ACTIONS];
    lists.into_iter().flatten().copied()
}

/// What modules add to each other's pages.
pub fn sections() -> impl Iterator<Item = Section> {
    let lists: [&[Section]; 5] =
        [&activities::SECTIONS, &reviews::SECTIONS, &promotion::SECTIONS, &directory::SECTIONS, &editorial::SECTIONS];
    lists.into_iter().flatten().copied()
}

/// Accounts that nobody uses go, with what every module keeps of them.
const RETIRE_UNUSED: Job = Job {
    name: "identity.retire-unused",
    module: None,
    every: Duration::from_secs(86_400),
    run: |scope| Box::pin(identity::retention::retire_unused(scope, PERSONAL_DATA)),
};

/// Recurring work.
pub fn jobs() -> impl Iterator<Item = Job> {
    let lists: [&[Job]; 4] = [&identity::JOBS, &[RETIRE_UNUSED], &media::JOBS, &editorial::JOBS];
    lists.into_iter().flatten().copied()
}

/// What each module keeps about people.
pub const PERSONAL_DATA: &[PersonalData] =
    &[media::PERSONAL_DATA, editorial::PERSONAL_DATA, reviews::PERSONAL_DATA, promotion::PERSONAL_DATA];

/// What loads relations, for one request.
pub fn loaders(request: Request, scope: &Scope) -> Request {
    // No delay: the loaders batch what is asked in one turn of the executor, and waiting a millisecond for more
    // would cost several times what a whole query does.
    let institutions = DataLoader::new(directory::InstitutionLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
    let descriptions =
        DataLoader::new(activities::DescriptionLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
    let pictures = DataLoader::new(media::PictureLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
    let accounts = DataLoader::new(identity::AccountLoader(scope.clone()), tokio::spawn).delay(Duration::ZERO);
    let request = request.data(institutions).data(descriptions).data(pictures).data(accounts);
    request.data(identity::personal_data::Modules(PERSONAL_DATA))
}
