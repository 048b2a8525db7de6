//! Types grow as in a federation, only at home: a module adds fields to another module's type.
//!
//! The owner of a type declares it as `type Institution = Open<InstitutionFields>`. A module downstream writes an
//! object with its own fields, made from a reference to the owner's, and registers it with [`extend`]. When the
//! schema is built, the fields are merged into the one type; at execution the owner's resolver is asked first and
//! then each extension, as async-graphql's own `MergedObject` does for a list that is closed.

use std::{
    any::{Any, TypeId, type_name},
    borrow::Cow,
    collections::HashMap,
    ops::Deref,
    sync::{PoisonError, RwLock},
};

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, ObjectType, OutputType, Positioned, ServerResult, Value,
    parser::types::Field,
    registry::{MetaField, MetaType, MetaTypeId, Registry},
    resolver_utils,
};
use futures_util::future::BoxFuture;
use indexmap::IndexMap;

/// The owner's part of a type that others may extend.
pub trait Base: ObjectType + 'static {
    /// The type's name in the schema.
    const NAME: &'static str;
}

/// A type that other modules may extend; `B` holds the owner's fields.
#[derive(Clone, Debug)]
pub struct Open<B>(pub B);

impl<B> Deref for Open<B> {
    type Target = B;

    fn deref(&self) -> &B {
        &self.0
    }
}

struct Extension<B> {
    name: &'static str,
    fields: fn(&mut Registry) -> IndexMap<String, MetaField>,
    resolve: for<'a> fn(&'a B, &'a Context<'a>) -> BoxFuture<'a, ServerResult<Option<Value>>>,
}

impl<B> Clone for Extension<B> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<B> Copy for Extension<B> {}

/// `&'static [Extension<B>]` for each base type `B`. The lists are few, made once at start-up and never freed.
static EXTENSIONS: RwLock<Option<HashMap<TypeId, Box<dyn Any + Send + Sync>>>> = RwLock::new(None);

fn extensions<B: 'static>() -> &'static [Extension<B>] {
    let lists = EXTENSIONS.read().unwrap_or_else(PoisonError::into_inner);
    let list = lists.as_ref().and_then(|lists| lists.get(&TypeId::of::<B>()));
    list.and_then(|list| list.downcast_ref::<&'static [Extension<B>]>()).copied().unwrap_or_default()
}

/// Adds the fields of `X` to the type whose owner's part is `B`. `X` never appears in the schema, yet its name must be its
/// own there: modules put theirs in front (`ReviewsOfActivity`). Must be called before a schema is built; calling
/// it again changes nothing.
pub fn extend<B, X>()
where
    B: Base,
    X: ObjectType + 'static + for<'a> From<&'a B>,
{
    fn fields<X: ObjectType>(registry: &mut Registry) -> IndexMap<String, MetaField> {
        match registry.create_fake_output_type::<X>() {
            MetaType::Object { fields, .. } => fields,
            _ => IndexMap::new(),
        }
    }
    fn resolve<'a, B, X>(base: &'a B, ctx: &'a Context<'a>) -> BoxFuture<'a, ServerResult<Option<Value>>>
    where
        X: ObjectType + 'static + for<'b> From<&'b B>,
    {
        let extension = X::from(base);
        Box::pin(async move { extension.resolve_field(ctx).await })
    }
    let name = type_name::<X>();
    let mut list = extensions::<B>().to_vec();
    if list.iter().any(|known| known.name == name) {
        return;
    }
    list.push(Extension::<B> { name, fields: fields::<X>, resolve: resolve::<B, X> });
    let list: &'static [Extension<B>] = Box::leak(list.into_boxed_slice());
    let mut lists = EXTENSIONS.write().unwrap_or_else(PoisonError::into_inner);
    lists.get_or_insert_default().insert(TypeId::of::<B>(), Box::new(list));
}

impl<B: Base> OutputType for Open<B> {
    fn type_name() -> Cow<'static, str> {
        B::NAME.into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        registry.create_output_type::<Self, _>(MetaTypeId::Object, |registry| {
            let mut merged = registry.create_fake_output_type::<B>();
            if let MetaType::Object { name, fields, rust_typename, .. } = &mut merged {
                B::NAME.clone_into(name);
                *rust_typename = Some(type_name::<Self>());
                for extension in extensions::<B>() {
                    fields.extend((extension.fields)(registry));
                }
            }
            merged
        })
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _field: &Positioned<Field>) -> ServerResult<Value> {
        resolver_utils::resolve_container(ctx, self).await
    }
}

impl<B: Base> ContainerType for Open<B> {
    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        if let Some(value) = self.0.resolve_field(ctx).await? {
            return Ok(Some(value));
        }
        for extension in extensions::<B>() {
            if let Some(value) = (extension.resolve)(&self.0, ctx).await? {
                return Ok(Some(value));
            }
        }
        Ok(None)
    }

    async fn find_entity(&self, ctx: &Context<'_>, params: &Value) -> ServerResult<Option<Value>> {
        self.0.find_entity(ctx, params).await
    }
}

impl<B: Base> ObjectType for Open<B> {}

#[cfg(test)]
mod tests {
    use async_graphql::{EmptyMutation, EmptySubscription, ID, Interface, Object, Schema, SimpleObject, value};

    use super::*;
    use crate::graphql::prune::{Pruned, for_modules};

    struct SchoolFields {
        number: i32,
    }

    #[Object(name = "SchoolFields")]
    impl SchoolFields {
        async fn id(&self) -> ID {
            self.number.into()
        }

        async fn name(&self) -> String {
            format!("SP {}", self.number)
        }
    }

    impl Base for SchoolFields {
        const NAME: &'static str = "School";
    }

    type School = Open<SchoolFields>;

    #[derive(SimpleObject)]
    struct Club {
        id: ID,
    }

    #[derive(Interface)]
    #[graphql(field(name = "id", ty = "ID"))]
    enum Node {
        School(School),
        Club(ClubNode),
    }

    struct ClubNode(i32);

    #[Object(name = "ClubNode")]
    impl ClubNode {
        async fn id(&self) -> ID {
            self.0.into()
        }
    }

    struct WithClubs(i32);

    impl From<&SchoolFields> for WithClubs {
        fn from(school: &SchoolFields) -> Self {
            Self(school.number)
        }
    }

    #[Object]
    impl WithClubs {
        #[graphql(tag = "module-clubs")]
        async fn clubs(&self, #[graphql(default = 1)] first: i32) -> Vec<Club> {
            (0..first).map(|club| Club { id: format!("{}-{club}", self.0).into() }).collect()
        }

        #[graphql(tag = "module-clubs")]
        async fn failing(&self) -> async_graphql::Result<i32> {
            Err("no".into())
        }
    }

    struct WithStars;

    impl From<&SchoolFields> for WithStars {
        fn from(_: &SchoolFields) -> Self {
            Self
        }
    }

    #[Object]
    impl WithStars {
        async fn stars(&self) -> i32 {
            5
        }
    }

    #[derive(Default)]
    struct Query;

    #[Object]
    impl Query {
        async fn school(&self) -> School {
            Open(SchoolFields { number: 3 })
        }

        async fn node(&self, club: bool) -> Node {
            if club { Node::Club(ClubNode(1)) } else { Node::School(Open(SchoolFields { number: 3 })) }
        }
    }

    fn schema(modules: &[&str]) -> Schema<Pruned<Query>, EmptyMutation, EmptySubscription> {
        extend::<SchoolFields, WithClubs>();
        extend::<SchoolFields, WithStars>();
        extend::<SchoolFields, WithStars>();
        let modules = modules.iter().map(|module| (*module).to_owned()).collect();
        for_modules(&modules, || Schema::build(Pruned(Query), EmptyMutation, EmptySubscription).finish())
    }

    #[tokio::test]
    async fn fields_of_several_modules_make_one_type() {
        let schema = schema(&["clubs"]);
        let query = "{ school { ...F clubs(first: 2) { id } } node(club: false) { id ... on School { stars } } } fragment F on School { __typename name s: stars }";
        let answer = schema.execute(query).await.into_result().unwrap();
        let expected = value!({
            "school": { "__typename": "School", "name": "SP 3", "s": 5, "clubs": [{ "id": "3-0" }, { "id": "3-1" }] },
            "node": { "id": "3", "stars": 5 },
        });
        assert_eq!(answer.data, expected);
        let sdl = schema.sdl();
        assert!(
            sdl.contains("type School implements Node {")
                && !sdl.contains("SchoolFields")
                && !sdl.contains("WithClubs"),
            "{sdl}"
        );
    }

    #[tokio::test]
    async fn an_extension_s_error_has_its_path_and_leaves_the_rest() {
        let answer = schema(&["clubs"]).execute("{ node(club: false) { ... on School { name failing } } }").await;
        assert_eq!(answer.errors.len(), 1);
        assert_eq!(serde_json::to_string(&answer.errors[0].path).unwrap(), r#"["node","failing"]"#);
    }

    #[tokio::test]
    async fn an_extension_of_a_module_that_is_off_is_unknown() {
        let schema = schema(&[]);
        assert!(!schema.execute("{ school { clubs { id } } }").await.errors.is_empty());
        assert!(schema.execute("{ school { name stars } }").await.errors.is_empty());
        assert!(!schema.sdl().contains("Club {"), "{}", schema.sdl());
    }
}
