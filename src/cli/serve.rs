use std::{process::ExitCode, sync::Arc};

use kernel::{
    error::{Fault, Result},
    tenancy::Applied,
};
use tokio::net::TcpListener;

use super::{
    open, say, say_error, scope,
    tenant::{apply_one, declared},
};
use crate::{config::Config, demo, http, server::Server};

/// On the embedded default the declarations in the tenants folder are applied first. A broken one is said and
/// left out; the other cities are served.
pub(super) async fn serve(config: Config, works: bool) -> Result<ExitCode> {
    let app = open(&config).await?;
    if config.database_url.is_none() && config.tenants_dir.is_dir() {
        for folder in declared(&config.tenants_dir)? {
            match apply_one(&app, &folder, false).await {
                Ok((declaration, Applied::Unchanged)) => {
                    tracing::debug!(tenant = %declaration.slug, "declaration unchanged");
                }
                Ok((declaration, _)) => tracing::info!(tenant = %declaration.slug, "declaration applied"),
                Err(problem) => tracing::error!(problem, "this city's declaration was left out"),
            }
        }
    }
    listen(Server::new(app, config, false)?, works).await
}

/// Does the background work until it is told to stop.
pub(super) async fn work(config: Config) -> Result<ExitCode> {
    let app = open(&config).await?;
    let server = Server::new(app, config, false)?;
    tokio::select! {
        () = server.follow() => {}
        () = server.work() => {}
        () = async { stop().await; server.mail.rest().await } => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Applies every declared city as a demonstration, fills the empty ones, and serves.
pub(super) async fn demo(config: Config) -> Result<ExitCode> {
    let app = open(&config).await?;
    for folder in declared(&config.tenants_dir)? {
        let slug = match apply_one(&app, &folder, true).await {
            Ok((declaration, _)) => declaration.slug,
            Err(problem) => {
                say_error(&problem);
                continue;
            }
        };
        let Some(tenant) = app.registry.find(&slug).await?.filter(|tenant| tenant.demo) else { continue };
        if let Some((institutions, activities)) = demo::fill(&scope(&app, tenant.clone())).await? {
            say(&format!("{slug}: made {institutions} institutions and {activities} activities"));
            for (email, role) in demo::people::settle(&scope(&app, tenant)).await? {
                say(&format!("{slug}: {email} is {role}"));
            }
        }
    }
    listen(Server::new(app, config, false)?, true).await
}

async fn listen(server: Server, works: bool) -> Result<ExitCode> {
    let address = server.config.listen;
    let listener =
        TcpListener::bind(address).await.map_err(|err| Fault::bad_input("listen", format!("{address}: {err}")))?;
    let server = Arc::new(server);
    let port = listener.local_addr()?.port();
    say(&format!("http://{}:{port}", server.config.base_domain));
    for tenant in server.app.registry.current().tenants() {
        say(&format!("http://{}.{}:{port}", tenant.slug, server.config.base_domain));
    }
    let background = tokio::spawn({
        let server = server.clone();
        async move {
            let work = async {
                if works {
                    server.work().await;
                }
            };
            tokio::join!(server.follow(), work);
        }
    });
    http::serve(listener, http::router(server.clone()), stop()).await;
    server.mail.rest().await;
    background.abort();
    server.write_counts().await;
    Ok(ExitCode::SUCCESS)
}

/// Resolves at the first interrupt or termination signal.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}
