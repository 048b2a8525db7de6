use std::process::ExitCode;

use clap::Subcommand;
use directory::InstitutionId;
use identity::{accounts, roles, tokens};
use kernel::{
    access::Role,
    audit,
    error::{Fault, Result},
    i18n::Lang,
    refusal::{Outcome, Refused},
    scope::Scope,
    slug::Slug,
};

use super::{open, say, say_error, scope, tenant_named};
use crate::config::Config;

/// What to do with API tokens.
#[derive(Debug, Subcommand)]
pub(super) enum TokenAction {
    /// Make a token for somebody, and print it: it is shown this once
    Create {
        /// In this tenant
        #[arg(long, value_name = "SLUG")]
        tenant: Slug,
        /// Whose it is; an account is made if there is none
        #[arg(long, value_name = "E")]
        email: String,
        /// What it may do at most; its owner must hold that role
        #[arg(long)]
        role: Role,
        /// At this institution: its RSPO number or id
        #[arg(long, value_name = "ID")]
        institution: Option<String>,
        /// Days until it ends [default: 365]
        #[arg(long, value_name = "DAYS")]
        expires: Option<i64>,
        /// What it is for
        #[arg(long, default_value = "tablica token create")]
        name: String,
    },
}

/// What to do with roles.
#[derive(Debug, Subcommand)]
pub(super) enum RoleAction {
    /// Give somebody a role; an account is made if there is none
    Grant(Appointment),
    /// Take a role away
    Revoke(Appointment),
}

/// Who, as what, where.
#[derive(Debug, clap::Args)]
pub(super) struct Appointment {
    /// In this tenant
    #[arg(long, value_name = "SLUG")]
    tenant: Slug,
    /// Who
    #[arg(long, value_name = "E")]
    email: String,
    /// As what: contributor, manager, editor, admin, operator
    #[arg(long)]
    role: Role,
    /// At this institution: its RSPO number or id
    #[arg(long, value_name = "ID")]
    institution: Option<String>,
}

pub(super) async fn token(config: &Config, action: TokenAction) -> Result<ExitCode> {
    let TokenAction::Create { tenant, email, role, institution, expires, name } = action;
    let app = open(config).await?;
    let scope = scope(&app, tenant_named(&app, &tenant).await?);
    let party = named(&scope, institution.as_deref()).await?;
    let mut tx = scope.begin().await?;
    let account = accounts::account_for_address(&mut tx, &email, scope.tenant.locale).await?;
    tx.commit().await?;
    let mut tx = scope.begin().await?;
    // A token can do no more than its owner, and whoever runs this command may appoint anybody.
    if role != Role::Citizen {
        told(&scope, roles::grant(&mut tx, account, role, party).await)?;
    }
    let order = tokens::Order { name, role, party, days: expires };
    let (_, text) = told(&scope, tokens::create(&mut tx, account, order).await)?;
    tx.commit().await?;
    say(&text);
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn role(config: &Config, action: RoleAction) -> Result<ExitCode> {
    let (RoleAction::Grant(who) | RoleAction::Revoke(who)) = &action;
    let app = open(config).await?;
    let scope = scope(&app, tenant_named(&app, &who.tenant).await?);
    let party = named(&scope, who.institution.as_deref()).await?;
    let mut tx = scope.begin().await?;
    let account = accounts::account_for_address(&mut tx, &who.email, scope.tenant.locale).await?;
    tx.commit().await?;
    let mut tx = scope.begin().await?;
    let done = if matches!(action, RoleAction::Grant(_)) {
        told(&scope, roles::grant(&mut tx, account, who.role, party).await)?;
        "is"
    } else {
        told(&scope, roles::revoke(&mut tx, account, who.role, party).await)?;
        "is no longer"
    };
    tx.commit().await?;
    let place = who.institution.as_deref().map(|id| format!(" at {id}")).unwrap_or_default();
    say(&format!("{}: {} {done} {}{place}", who.tenant, who.email, who.role));
    Ok(ExitCode::SUCCESS)
}

/// Reads the whole audit log and says whether it is as it was written.
pub(super) async fn audit(config: &Config, tenant: &Slug) -> Result<ExitCode> {
    let app = open(config).await?;
    let scope = scope(&app, tenant_named(&app, tenant).await?);
    let outcome = audit::check(&*scope.db().await?).await?;
    Ok(match outcome {
        Ok(entries) => {
            say(&format!("{tenant}: {entries} entries, as written"));
            ExitCode::SUCCESS
        }
        Err(entry) => {
            say_error(&format!("{tenant}: entry {entry} is missing or is not what was written"));
            ExitCode::FAILURE
        }
    })
}

async fn named(scope: &Scope, institution: Option<&str>) -> Result<Option<InstitutionId>> {
    let Some(reference) = institution else { return Ok(None) };
    let known = directory::service::resolve_references(scope, &[reference.to_owned()]).await?;
    let unknown = || {
        Fault::bad_input("institution", format!("\"{reference}\": there is no institution with this number or id here"))
    };
    known.get(reference).copied().map(Some).ok_or_else(unknown)
}

/// What an operator is told of a refusal.
fn told<T>(scope: &Scope, outcome: Outcome<T, identity::Kind>) -> Result<T> {
    outcome.map_err(|refused| match refused {
        Refused::Fault(fault) => fault,
        Refused::Problems(problems) => {
            let mut scope = scope.clone();
            scope.lang = Lang::En;
            let messages: Vec<_> = problems.iter().map(|problem| problem.message(&scope)).collect();
            Fault::conflict(messages.join(" "))
        }
    })
}
