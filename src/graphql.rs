//! Each city's schema: the modules' types, pruned to what the city has switched on.

mod live;
mod portal;
mod region;
mod statement;
mod suggestions;
mod tenant;

use std::{
    collections::HashMap,
    sync::{Arc, Once, PoisonError, RwLock},
};

use async_graphql::{
    EmptyMutation, EmptySubscription, Request, Response, Schema, ServerError, Value, Variables,
    parser::types::{ExecutableDocument, OperationType},
};
use futures_util::{
    StreamExt as _,
    stream::{self, BoxStream},
};
use kernel::{
    error::Code,
    graphql::{
        Budget,
        guard::{self, Refusal},
        prune::{Pruned, for_modules},
    },
    scope::Scope,
    tenancy::ModuleSet,
};

pub use live::LiveSubscription;
pub use portal::PortalQuery;
pub use region::{RegionQuery, RegionSchema};
pub use tenant::{Origin, TenantInfo};

use crate::modules;

/// A city's schema. Cities with the same modules share one; whose data it is about travels in the request.
pub type CitySchema = Schema<Pruned<modules::Query>, Pruned<modules::Mutation>, Pruned<modules::Subscription>>;

/// Schemas by set of modules, made when first needed.
#[derive(Default)]
pub struct Schemas {
    by_modules: RwLock<HashMap<ModuleSet, CitySchema>>,
    /// How often promoted places were shown and followed, until it is written down.
    pub counters: Arc<promotion::Counters>,
}

impl Schemas {
    /// The schema of cities with these modules.
    pub fn get(&self, set: &ModuleSet) -> CitySchema {
        if let Some(schema) = self.by_modules.read().unwrap_or_else(PoisonError::into_inner).get(set) {
            return schema.clone();
        }
        let mut schemas = self.by_modules.write().unwrap_or_else(PoisonError::into_inner);
        schemas.entry(set.clone()).or_insert_with(|| build(set)).clone()
    }
}

/// Builds the schema of a set of modules.
pub fn build(set: &ModuleSet) -> CitySchema {
    static EXTENSIONS: Once = Once::new();
    EXTENSIONS.call_once(modules::extensions);
    let roots = || (Pruned(modules::Query::default()), Pruned(modules::Mutation::default()));
    let live = || Pruned(modules::Subscription::default());
    // Cost is limited by the guard, which weighs a document before it gets here; our own limits come first.
    for_modules(set, || {
        let (query, mutation) = roots();
        Schema::build(query, mutation, live()).finish()
    })
}

/// The schema of the region's own host.
pub fn build_region() -> RegionSchema {
    Schema::build(RegionQuery, EmptyMutation, EmptySubscription).finish()
}

/// What a client sent.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Call {
    /// The document.
    pub query: String,
    /// Its variables.
    #[serde(default)]
    pub variables: Option<serde_json::Map<String, serde_json::Value>>,
    /// The operation to run.
    #[serde(default)]
    pub operation_name: Option<String>,
}

/// Weighs a call's document; the answer to give if it is refused.
pub fn admit(call: Call) -> Result<Request, Response> {
    let document = guard::parse(&call.query).map_err(|refusal| match refusal {
        Refusal::Syntax(problem) => refused(problem, "GRAPHQL_PARSE_FAILED"),
        Refusal::Subscription(problem) => refused(problem, "GRAPHQL_VALIDATION_FAILED"),
        Refusal::TooLarge(problem) => refused(problem, Code::BadUserInput.as_str()),
    })?;
    Ok(trusted(call.query, document, call.variables.unwrap_or_default(), call.operation_name))
}

/// A request of a parsed document that needs no weighing.
pub fn trusted(
    source: String,
    document: ExecutableDocument,
    variables: serde_json::Map<String, serde_json::Value>,
    operation_name: Option<String>,
) -> Request {
    let mut request = Request::new(source).variables(Variables::from_json(variables.into()));
    request.operation_name = operation_name;
    request.set_parsed_query(document);
    request
}

/// What a request asks for: a guarded document has one operation.
pub fn operation_type(request: &mut Request) -> Option<OperationType> {
    let document = request.parsed_query().ok()?;
    document.operations.iter().next().map(|(_, operation)| operation.node.ty)
}

/// Runs a request against the scope's city.
pub async fn execute(
    schemas: &Schemas,
    scope: &Scope,
    origin: &Arc<Origin>,
    request_id: &str,
    request: Request,
) -> Response {
    match prepare(schemas, scope, origin, request.data(Budget::default())).await {
        Ok((schema, request)) => finish(schema.execute(request).await, request_id),
        Err(response) => finish(response, request_id),
    }
}

/// Runs a request against the scope's city, and gives its answers as they come: of a subscription many, else one.
pub async fn answers(
    schemas: &Schemas,
    scope: Scope,
    origin: &Arc<Origin>,
    request_id: &str,
    request: Request,
) -> BoxStream<'static, Response> {
    let id = request_id.to_owned();
    let budget = Budget::default();
    match prepare(schemas, &scope, origin, request.data(budget.clone())).await {
        Ok((schema, request)) => {
            let each = move |answer| {
                let (scope, budget, id) = (scope.clone(), budget.clone(), id.clone());
                async move {
                    // Between two answers nobody holds a connection, and each sees the database as it is then.
                    scope.release().await;
                    budget.refill();
                    finish(answer, &id)
                }
            };
            schema.execute_stream(request).then(each).boxed()
        }
        Err(response) => stream::iter([finish(response, &id)]).boxed(),
    }
}

/// The schema that a request is for, and the request with what resolvers need; or the answer that says what is wrong.
async fn prepare(
    schemas: &Schemas,
    scope: &Scope,
    origin: &Arc<Origin>,
    request: Request,
) -> Result<(CitySchema, Request), Response> {
    // A city that nobody has asked for yet is opened before this request holds a connection of its own: requests that
    // held one while they waited could take all there are from whoever opens the city.
    if let Err(fault) = scope.snapshot().await {
        let error = fault.to_graphql().into_server_error(async_graphql::Pos::default());
        return Err(Response::from_errors(vec![error]));
    }
    let schema = schemas.get(&scope.tenant.modules);
    let request = request.data(scope.clone()).data(origin.clone());
    Ok((schema, modules::loaders(request.data(schemas.counters.clone()), scope)))
}

/// Gives every error a code and the request's id.
pub fn finish(mut response: Response, request_id: &str) -> Response {
    for error in &mut response.errors {
        let extensions = error.extensions.get_or_insert_default();
        if extensions.get("code").is_none() {
            // What no resolver raised is what validation or coercion found in the document.
            extensions.set(
                "code",
                if error.path.is_empty() { "GRAPHQL_VALIDATION_FAILED" } else { Code::BadUserInput.as_str() },
            );
        }
        extensions.set("requestId", request_id);
    }
    response
}

fn refused(problem: String, code: &str) -> Response {
    let mut error = ServerError::new(problem, None);
    error.extensions.get_or_insert_default().set("code", code);
    Response::from_errors(vec![error])
}

/// An error's code.
pub fn code_of(error: &ServerError) -> Option<&str> {
    match error.extensions.as_ref()?.get("code")? {
        Value::String(code) => Some(code),
        _ => None,
    }
}
