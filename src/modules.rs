//! The modules, in reading order. A new module adds its lines here and appears everywhere.

use std::time::Duration;

use async_graphql::{MergedObject, MergedSubscription, Request, dataloader::DataLoader};
use identity::PersonalData;
use kernel::{
    entry::Kind,
    feed::Feed,
    graphql::extend,
    jobs::Job,
    page::{Action, Page, Section},
    scope::Scope,
    search::Source,
};

use crate::{
    graphql::{LiveSubscription, PortalQuery},
    web::portal,
};

/// Modules that a city can switch on.
pub const SWITCHABLE: &[&str] = &[
    activities::MODULE,
    events::MODULE,
    news::MODULE,
    safety::MODULE,
    debates::MODULE,
    editorial::MODULE,
    reviews::MODULE,
    promotion::MODULE,
    notifications::MODULE,
];

/// The root of every query.
#[derive(MergedObject, Default)]
pub struct Query(
    PortalQuery,
    directory::graphql::DirectoryQuery,
    identity::graphql::IdentityQuery,
    media::graphql::MediaQuery,
    activities::graphql::ActivitiesQuery,
    events::graphql::EventsQuery,
    news::graphql::NewsQuery,
    safety::graphql::SafetyQuery,
    debates::graphql::DebatesQuery,
    editorial::graphql::EditorialQuery,
    reviews::graphql::ReviewsQuery,
    promotion::graphql::PromotionQuery,
    notices::graphql::post::PostQuery,
    notices::graphql::push::PushQuery,
    notifications::graphql::NotificationsQuery,
    notifications::announcements::graphql::AnnouncementsQuery,
);

/// The root of every mutation.
#[derive(MergedObject, Default)]
pub struct Mutation(
    identity::graphql::IdentityMutation,
    notices::graphql::NoticesMutation,
    notices::graphql::post::PostMutation,
    notices::graphql::push::PushMutation,
    media::graphql::MediaMutation,
    activities::graphql::ActivitiesMutation,
    events::graphql::EventsMutation,
    safety::graphql::SafetyMutation,
    debates::graphql::DebatesMutation,
    editorial::graphql::EditorialMutation,
    reviews::graphql::ReviewsMutation,
    promotion::graphql::PromotionMutation,
    notifications::graphql::NotificationsMutation,
    notifications::announcements::graphql::AnnouncementsMutation,
);

/// The root of every subscription.
#[derive(MergedSubscription, Default)]
pub struct Subscription(LiveSubscription);

/// Fields that modules add to each other's types. Called before a schema is built.
pub fn extensions() {
    extend::<directory::graphql::InstitutionFields, activities::graphql::OfInstitution>();
    notices::graphql::extensions();
    notifications::graphql::extensions();
    events::graphql::extensions();
    news::graphql::extensions();
    safety::graphql::extensions();
    debates::graphql::extensions();
    editorial::graphql::extensions();
    extend::<activities::graphql::ActivityFields, reviews::graphql::OfActivity>();
    extend::<identity::graphql::ViewerFields, reviews::graphql::OfViewer>();
}

/// What is found.
pub fn sources() -> Vec<Source> {
    let mut sources = vec![directory::SOURCE, activities::SOURCE, events::SOURCE, news::SOURCE];
    sources.extend(safety::SOURCES);
    sources.extend([debates::SOURCE, debates::QUESTIONS, promotion::SOURCE]);
    sources
}

/// A city's pages.
pub fn pages() -> impl Iterator<Item = Page> {
    let lists: [&[Page]; 15] = [
        &portal::PAGES,
        &activities::PAGES,
        &events::PAGES,
        &news::PAGES,
        &safety::PAGES,
        &debates::PAGES,
        &directory::PAGES,
        &identity::PAGES,
        &editorial::PAGES,
        &reviews::PAGES,
        &promotion::PAGES,
        &notices::PAGES,
        &notices::post::PAGES,
        &notifications::PAGES,
        &notifications::announcements::PAGES,
    ];
    lists.into_iter().flatten().copied()
}

/// What pages' forms do.
pub fn actions() -> impl Iterator<Item = Action> {
    let lists: [&[Action]; 11] = [
        &identity::ACTIONS,
        &events::ACTIONS,
        &safety::ACTIONS,
        &debates::ACTIONS,
        &editorial::ACTIONS,
        &reviews::ACTIONS,
        &promotion::ACTIONS,
        &notices::ACTIONS,
        &notices::post::ACTIONS,
        &notifications::ACTIONS,
        &notifications::announcements::ACTIONS,
    ];
    lists.into_iter().flatten().copied()
}

/// What modules add to each other's pages, in the order in which a page shows it: what is on now stands first.
pub fn sections() -> impl Iterator<Item = Section> {
    let lists: [&[Section]; 13] = [
        &portal::SECTIONS,
        &safety::SECTIONS,
        &events::SECTIONS,
        &news::SECTIONS,
        &debates::SECTIONS,
        &activities::SECTIONS,
        &reviews::SECTIONS,
        &promotion::SECTIONS,
        &directory::SECTIONS,
        &editorial::SECTIONS,
        &notices::SECTIONS,
        &notifications::SECTIONS,
        &notifications::announcements::SECTIONS,
    ];
    lists.into_iter().flatten().copied()
}

/// Kinds of entries that have a page each, with the module they belong to.
pub const ENTRIES: [(Option<&str>, &Kind); 6] = [
    (None, &directory::ENTRIES),
    (Some(activities::MODULE), &activities::ENTRIES),
    (Some(events::MODULE), &events::ENTRIES),
    (Some(news::MODULE), &news::ENTRIES),
    (Some(safety::MODULE), &safety::ENTRIES),
    (Some(debates::MODULE), &debates::ENTRIES),
];

/// What programs fetch again and again.
pub fn feeds() -> impl Iterator<Item = Feed> {
    let lists: [&[Feed]; 4] = [&events::FEEDS, &news::FEEDS, &safety::FEEDS, &debates::FEEDS];
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
    let lists: [&[Job]; 11] = [
        &identity::JOBS,
        &[RETIRE_UNUSED],
        &media::JOBS,
        &events::JOBS,
        &news::JOBS,
        &safety::JOBS,
        &debates::JOBS,
        &editorial::JOBS,
        &notices::JOBS,
        &notifications::JOBS,
        &notifications::announcements::JOBS,
    ];
    lists.into_iter().flatten().copied()
}

/// What each module keeps about people.
pub const PERSONAL_DATA: &[PersonalData] = &[
    media::PERSONAL_DATA,
    events::PERSONAL_DATA,
    safety::PERSONAL_DATA,
    debates::PERSONAL_DATA,
    editorial::PERSONAL_DATA,
    reviews::PERSONAL_DATA,
    promotion::PERSONAL_DATA,
    notifications::PERSONAL_DATA,
    notices::PERSONAL_DATA,
];

/// What loads relations, for one request.
pub fn loaders(request: Request, scope: &Scope) -> Request {
    // No delay: the loaders batch what is asked in one turn of the executor, and waiting a millisecond for more would
    // cost several times what a whole query does.
    macro_rules! with {
        ($request:expr, $($loader:path),+ $(,)?) => {
            $request$(.data(DataLoader::new($loader(scope.clone()), tokio::spawn).delay(Duration::ZERO)))+
        };
    }
    let request = with!(
        request,
        directory::InstitutionLoader,
        identity::AccountLoader,
        media::PictureLoader,
        media::FileLoader,
        activities::DescriptionLoader,
        events::EventLoader,
        news::DescriptionLoader,
        safety::DescriptionLoader,
        debates::DescriptionLoader,
    );
    request.data(identity::personal_data::Modules(PERSONAL_DATA))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_shown_again_finds_its_values_in_the_path_of_the_action() {
        let variables = |path: &'static str| path.split('/').filter(|part| part.starts_with('{'));
        for action in actions() {
            let page = pages().find(|page| page.name == action.page);
            let page = page.unwrap_or_else(|| panic!("{}: no page {}", action.path, action.page));
            for variable in variables(page.path) {
                assert!(variables(action.path).any(|own| own == variable), "{}: {variable}", action.path);
            }
        }
    }
}
