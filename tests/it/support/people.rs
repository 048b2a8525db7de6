//! People: made as the system makes them, with a session or a token like anybody's.

use axum::{
    body::Body,
    http::{Request, header, request},
};
use directory::InstitutionId;
use identity::{AccountId, accounts, roles, sessions, tokens};
use kernel::{access::Role, i18n::Lang};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

use super::{Answer, TestApp};

/// Somebody, and by what the portal knows them.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    pub(crate) account: AccountId,
    pub(crate) email: String,
    pub(crate) pass: Pass,
}

#[derive(Clone, Debug)]
pub(crate) enum Pass {
    Nobody,
    Session(String),
    Token(String),
}

impl Who {
    /// Somebody the portal does not know.
    pub(crate) fn nobody() -> Self {
        Self { account: AccountId(uuid::Uuid::nil()), email: String::new(), pass: Pass::Nobody }
    }

    /// The token of the session's cookie.
    pub(crate) fn session(&self) -> &str {
        match &self.pass {
            Pass::Session(token) => token,
            other => panic!("no session: {other:?}"),
        }
    }

    pub(crate) fn mark(&self, request: request::Builder) -> request::Builder {
        match &self.pass {
            Pass::Nobody => request,
            Pass::Session(token) => request.header(header::COOKIE, format!("__Host-session={token}")),
            Pass::Token(token) => request.header(header::AUTHORIZATION, format!("Bearer {token}")),
        }
    }
}

impl TestApp {
    /// An account of the address, which its person has shown to be theirs.
    pub(crate) async fn account(&self, slug: &str, email: &str) -> AccountId {
        let mut tx = self.scope(slug).begin().await.unwrap();
        let account = accounts::account_for_address(&mut tx, email, Lang::Pl).await.unwrap();
        let shown = format!("UPDATE account SET email_verified_at = created_at WHERE email = '{email}'");
        tx.db().execute_unprepared(&shown).await.unwrap();
        tx.commit().await.unwrap();
        account
    }

    /// Gives an account a role, as a command does.
    pub(crate) async fn appoint(&self, slug: &str, account: AccountId, role: Role, party: Option<InstitutionId>) {
        let mut tx = self.scope(slug).begin().await.unwrap();
        roles::grant(&mut tx, account, role, party).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Somebody with that address and that role, signed in with a browser at the city's host.
    pub(crate) async fn person(
        &self,
        slug: &str,
        email: &str,
        role: Option<Role>,
        institution: Option<InstitutionId>,
    ) -> Who {
        let account = self.account(slug, email).await;
        if let Some(role) = role {
            self.appoint(slug, account, role, institution).await;
        }
        let mut tx = self.scope(slug).begin().await.unwrap();
        let host = format!("{slug}.localhost");
        let session = sessions::open(&mut tx, account, &host, "Mozilla/5.0 Firefox/140.0").await.unwrap();
        tx.commit().await.unwrap();
        Who { account, email: email.to_owned(), pass: Pass::Session(session) }
    }

    /// An API token of somebody, as a command makes it.
    pub(crate) async fn token(&self, slug: &str, who: &Who, role: Role, party: Option<InstitutionId>) -> Who {
        let order = tokens::Order { name: format!("tajny token {slug}"), role, party, days: None };
        let mut tx = self.scope(slug).begin().await.unwrap();
        let (_, text) = tokens::create(&mut tx, who.account, order).await.unwrap();
        tx.commit().await.unwrap();
        Who { pass: Pass::Token(text), ..who.clone() }
    }

    /// A GraphQL request on somebody's behalf.
    pub(crate) async fn gql_as(&self, slug: &str, who: &Who, query: &str, variables: &Value) -> Answer {
        let request = Request::post("/graphql")
            .header(header::HOST, format!("{slug}.localhost"))
            .header(header::CONTENT_TYPE, "application/json");
        let body = json!({ "query": query, "variables": variables }).to_string();
        self.send(who.mark(request).body(Body::from(body)).unwrap(), "127.0.0.1").await
    }

    /// The data of a request that must succeed, without refusals in its payload.
    pub(crate) async fn done_as(&self, slug: &str, who: &Who, query: &str, variables: &Value) -> Value {
        let mut answer = self.gql_as(slug, who, query, variables).await.json();
        assert!(answer.get("errors").is_none(), "{query}: {answer}");
        let data = answer["data"].take();
        let fields = data.as_object().unwrap().values();
        for field in fields {
            let refused = field.get("errors").and_then(Value::as_array).is_some_and(|errors| !errors.is_empty());
            assert!(!refused, "{query}: {data}");
        }
        data
    }

    /// The codes by which a request was refused: the first error's, or those of the first field's payload.
    pub(crate) async fn refused_as(&self, slug: &str, who: &Who, query: &str, variables: &Value) -> String {
        let answer = self.gql_as(slug, who, query, variables).await.json();
        if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
            return code.to_owned();
        }
        let payload = answer["data"].as_object().unwrap().values().next().unwrap();
        let errors = payload["errors"].as_array().filter(|errors| !errors.is_empty());
        let errors = errors.unwrap_or_else(|| panic!("it was done: {query}: {answer}"));
        errors.iter().filter_map(|error| error["code"].as_str()).collect::<Vec<_>>().join(" ")
    }

    /// A page as somebody sees it.
    pub(crate) async fn get_as(&self, slug: &str, who: &Who, path: &str) -> Answer {
        let request =
            Request::get(path).header(header::HOST, format!("{slug}.localhost")).header(header::ACCEPT, "text/html");
        self.send(who.mark(request).body(Body::empty()).unwrap(), "127.0.0.1").await
    }

    /// The institution of that reference in a city's files.
    pub(crate) async fn institution(&self, slug: &str, reference: &str) -> InstitutionId {
        let references = [reference.to_owned()];
        directory::service::resolve_references(&self.scope(slug), &references).await.unwrap()[reference]
    }
}
