//! A tenant's schema is the full one minus the modules it has switched off.
//!
//! Fields, arguments' input fields, enum values and whole types carry their module as a tag (`module-activities`).
//! [`Pruned`] wraps the root types and, while the registry is being filled, takes out what is off. So a field that
//! is off is unknown to validation, introspection and SDL alike. async-graphql's registry is public but not
//! documented, which is why its version is pinned and why this file's tests look at every kind of item.

use std::{borrow::Cow, cell::RefCell, pin::Pin};

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, ObjectType, OutputType, Positioned, Response, ServerResult,
    SubscriptionType, Value,
    parser::types::Field,
    registry::{MetaType, MetaTypeName, Registry},
};
use futures_util::Stream;

use crate::tenancy::ModuleSet;

/// What a module's tag begins with.
const TAG: &str = "module-";

thread_local! {
    // `create_type_info` has no `self`, so the module set reaches it this way, for the time of one `build`.
    static MODULES: RefCell<ModuleSet> = RefCell::default();
}

/// Builds a schema whose roots are [`Pruned`], for one set of modules.
pub fn for_modules<T>(modules: &ModuleSet, build: impl FnOnce() -> T) -> T {
    MODULES.set(modules.clone());
    let built = build();
    MODULES.take();
    built
}

/// A root type that shows only what belongs to the modules of [`for_modules`].
#[derive(Debug, Default)]
pub struct Pruned<T>(pub T);

impl<T: ObjectType> OutputType for Pruned<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        let name = T::create_type_info(registry);
        MODULES.with_borrow(|modules| prune(registry, modules));
        name
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        self.0.resolve(ctx, field).await
    }
}

impl<T: ObjectType> ContainerType for Pruned<T> {
    fn is_empty() -> bool {
        T::is_empty()
    }

    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        self.0.resolve_field(ctx).await
    }

    async fn find_entity(&self, ctx: &Context<'_>, params: &Value) -> ServerResult<Option<Value>> {
        self.0.find_entity(ctx, params).await
    }
}

impl<T: ObjectType> ObjectType for Pruned<T> {}

/// Fields of subscriptions bear no tags: what belongs to a module is told by the type of what they give.
impl<T: SubscriptionType> SubscriptionType for Pruned<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        let name = T::create_type_info(registry);
        MODULES.with_borrow(|modules| prune(registry, modules));
        name
    }

    fn create_field_stream<'a>(
        &'a self,
        ctx: &'a Context<'_>,
    ) -> Option<Pin<Box<dyn Stream<Item = Response> + Send + 'a>>> {
        self.0.create_field_stream(ctx)
    }
}

fn is_on(tags: &[String], modules: &ModuleSet) -> bool {
    tags.iter().filter_map(|tag| tag.strip_prefix(TAG)).all(|module| modules.contains(module))
}

fn prune(registry: &mut Registry, modules: &ModuleSet) {
    let off: Vec<String> =
        registry.types.values().filter(|ty| !is_on(tags(ty), modules)).map(|ty| ty.name().to_owned()).collect();
    let is_off = |ty: &str| off.iter().any(|name| name == MetaTypeName::concrete_typename(ty));
    for ty in registry.types.values_mut() {
        match ty {
            MetaType::Object { fields, .. } => {
                fields.retain(|_, field| is_on(&field.tags, modules) && !is_off(&field.ty));
                for field in fields.values_mut() {
                    field.args.retain(|_, arg| is_on(&arg.tags, modules) && !is_off(&arg.ty));
                }
            }
            MetaType::Interface { fields, possible_types, .. } => {
                fields.retain(|_, field| is_on(&field.tags, modules) && !is_off(&field.ty));
                possible_types.retain(|ty| !is_off(ty));
            }
            MetaType::Union { possible_types, .. } => possible_types.retain(|ty| !is_off(ty)),
            MetaType::InputObject { input_fields, .. } => {
                input_fields.retain(|_, field| is_on(&field.tags, modules) && !is_off(&field.ty));
            }
            MetaType::Enum { enum_values, .. } => enum_values.retain(|_, value| is_on(&value.tags, modules)),
            MetaType::Scalar { .. } => {}
        }
    }
    registry.types.retain(|name, _| !off.contains(name));
    registry.implements.retain(|name, _| !off.contains(name));
}

fn tags(ty: &MetaType) -> &[String] {
    match ty {
        MetaType::Object { tags, .. }
        | MetaType::Interface { tags, .. }
        | MetaType::Union { tags, .. }
        | MetaType::InputObject { tags, .. }
        | MetaType::Enum { tags, .. }
        | MetaType::Scalar { tags, .. } => tags,
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::{
        Enum, ID, InputObject, Interface, MergedObject, MergedSubscription, Object, Schema, SimpleObject, Subscription,
        Union,
    };
    use futures_util::{StreamExt as _, stream};

    use super::*;

    #[derive(SimpleObject)]
    #[graphql(tag = "module-meals")]
    struct Menu {
        id: ID,
    }

    #[derive(SimpleObject)]
    struct School {
        id: ID,
    }

    #[derive(Interface)]
    #[graphql(field(name = "id", ty = "&ID"))]
    enum Node {
        School(School),
        Menu(Menu),
    }

    #[derive(Union)]
    enum Hit {
        School(School),
        Menu(Menu),
    }

    #[derive(Enum, Clone, Copy, PartialEq, Eq)]
    enum Kind {
        School,
        #[graphql(tag = "module-meals")]
        Menu,
    }

    #[derive(InputObject)]
    struct Filter {
        kind: Option<Kind>,
        #[graphql(tag = "module-meals")]
        vegan: Option<bool>,
    }

    #[derive(Default)]
    struct Core;

    #[Object]
    impl Core {
        async fn node(&self, second: bool) -> Node {
            if second { Node::Menu(Menu { id: "m".into() }) } else { Node::School(School { id: "s".into() }) }
        }

        async fn search(&self, filter: Option<Filter>, #[graphql(tag = "module-meals")] day: Option<i32>) -> Vec<Hit> {
            let _ = (filter.map(|filter| (filter.kind, filter.vegan)), day);
            vec![Hit::School(School { id: "s".into() })]
        }
    }

    #[derive(Default)]
    struct Meals;

    #[Object]
    impl Meals {
        #[graphql(tag = "module-meals")]
        async fn menu(&self) -> Menu {
            Menu { id: "m".into() }
        }
    }

    #[derive(MergedObject, Default)]
    struct Query(Core, Meals);

    #[derive(Default)]
    struct Mutation;

    #[Object]
    impl Mutation {
        async fn ping(&self) -> bool {
            true
        }

        #[graphql(tag = "module-meals")]
        async fn order_menu(&self) -> Menu {
            Menu { id: "m".into() }
        }
    }

    #[derive(SimpleObject)]
    #[graphql(tag = "module-meals")]
    struct MenuChange {
        day: i32,
    }

    #[derive(Default)]
    struct CoreNews;

    #[Subscription]
    impl CoreNews {
        async fn school_opened(&self) -> impl Stream<Item = School> {
            stream::iter([School { id: "s".into() }])
        }
    }

    #[derive(Default)]
    struct MealNews;

    #[Subscription]
    impl MealNews {
        async fn menu_changed(&self) -> impl Stream<Item = MenuChange> {
            stream::iter([MenuChange { day: 1 }])
        }
    }

    #[derive(MergedSubscription, Default)]
    struct News(CoreNews, MealNews);

    fn schema(modules: &[&str]) -> Schema<Pruned<Query>, Pruned<Mutation>, Pruned<News>> {
        let modules = modules.iter().map(|module| (*module).to_owned()).collect();
        let roots = || (Pruned(Query::default()), Pruned(Mutation), Pruned(News::default()));
        for_modules(&modules, || {
            let (query, mutation, news) = roots();
            Schema::build(query, mutation, news).finish()
        })
    }

    const TOUCHING_MEALS: [&str; 8] = [
        "{ menu { id } }",
        "mutation { orderMenu { id } }",
        "{ node(second: true) { ... on Menu { id } } }",
        "{ search { ... on Menu { id } } }",
        "{ search(filter: { kind: MENU }) { __typename } }",
        "{ search(filter: { vegan: true }) { __typename } }",
        "{ search(day: 1) { __typename } }",
        "query Q($f: Boolean = false) { node(second: $f) { ...F } } fragment F on Menu { id }",
    ];

    #[tokio::test]
    async fn what_is_on_works() {
        let schema = schema(&["meals"]);
        for query in TOUCHING_MEALS {
            let answer = schema.execute(query).await;
            assert!(answer.errors.is_empty(), "{query}: {:?}", answer.errors);
        }
    }

    #[tokio::test]
    async fn what_is_off_is_unknown() {
        let schema = schema(&[]);
        for query in TOUCHING_MEALS {
            let answer = schema.execute(query).await;
            assert!(!answer.errors.is_empty(), "{query}");
            assert!(
                answer.errors.iter().all(|error| error.path.is_empty()),
                "refused by validation, not by a resolver: {query}"
            );
        }
        let sdl = schema.sdl();
        let introspection = schema.execute("{ __schema { types { name fields { name } enumValues { name } inputFields { name } possibleTypes { name } } } }").await;
        for trace in ["Menu", "menu", "vegan", "MENU", "day:", "MenuChange"] {
            assert!(!sdl.contains(trace), "{trace} in\n{sdl}");
        }
        let introspected = introspection.data.to_string();
        assert!(!introspected.contains("Menu") && introspected.contains("School"), "{introspected}");
        assert!(
            schema.execute("{ node(second: false) { id } search { ... on School { id } } }").await.errors.is_empty()
        );
    }
    #[tokio::test]
    async fn subscriptions_are_pruned_too() {
        let ask = async |modules: &[&str], document: &str| {
            schema(modules).execute_stream(document).collect::<Vec<Response>>().await
        };
        for modules in [&["meals"][..], &[]] {
            let told = ask(modules, "subscription { schoolOpened { id } }").await;
            assert_eq!(told.len(), 1);
            assert_eq!(told[0].data.to_string(), "{schoolOpened: {id: \"s\"}}");
        }
        let told = ask(&["meals"], "subscription { menuChanged { day } }").await;
        assert_eq!(told[0].data.to_string(), "{menuChanged: {day: 1}}");
        let refused = ask(&[], "subscription { menuChanged { day } }").await;
        assert!(refused.len() == 1 && refused[0].errors[0].path.is_empty(), "{refused:?}");
        assert!(schema(&["meals"]).sdl().contains("menuChanged") && !schema(&[]).sdl().contains("menuChanged"));
    }
}
