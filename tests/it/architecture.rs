//! What must stay absent from the source code.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let content = fs::read_to_string(&path).unwrap();
                found.push((path, content));
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    assert!(!found.is_empty(), "{folder} has no Rust files");
    found
}

fn dependencies(krate: &str) -> String {
    let manifest = fs::read_to_string(root().join(krate).join("Cargo.toml")).unwrap();
    manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap().to_owned()
}

/// Code without its tests and comments.
fn code(content: &str) -> String {
    let code = content.split("#[cfg(test)]\nmod tests").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn crates_know_only_what_they_may() {
    for (krate, unknown) in [
        ("search-index", &["axum", "hyper", "sea-orm", "sqlx", "async-graphql", "kernel"][..]),
        ("migrations", &["kernel", "directory", "activities", "async-graphql"]),
        ("kernel", &["axum", "directory", "activities", "minijinja"]),
        ("modules/directory", &["activities", "axum", "tantivy", "sqlx"]),
        ("modules/identity", &["activities", "tantivy"]),
        ("modules/notices", &["media", "activities", "notifications", "axum", "tantivy"]),
        ("modules/media", &["directory", "activities", "editorial", "axum", "tantivy"]),
        ("modules/activities", &["editorial", "reviews", "promotion", "events", "news", "axum", "tantivy"]),
        ("modules/events", &["activities", "news", "safety", "debates", "editorial", "reviews", "axum", "tantivy"]),
        ("modules/news", &["activities", "events", "safety", "debates", "editorial", "reviews", "axum", "tantivy"]),
        ("modules/safety", &["activities", "events", "news", "debates", "editorial", "reviews", "axum", "tantivy"]),
        ("modules/debates", &["activities", "events", "news", "safety", "editorial", "reviews", "axum", "tantivy"]),
        ("modules/editorial", &["reviews", "promotion", "axum", "tantivy"]),
        ("modules/reviews", &["editorial", "promotion", "media", "events", "axum", "tantivy"]),
        ("modules/promotion", &["editorial", "reviews", "media", "events", "notifications", "axum", "tantivy"]),
        ("modules/notifications", &["editorial", "reviews", "promotion", "axum", "tantivy"]),
    ] {
        let known = dependencies(krate);
        for name in unknown {
            assert!(
                !known.lines().any(|line| line.split(['.', ' ']).next() == Some(name)),
                "{krate} depends on {name}"
            );
        }
    }
}

#[test]
fn the_kernel_has_no_business_word() {
    for (path, content) in rust_files("kernel/src") {
        let code = code(&content).to_lowercase();
        for word in ["institution", "activit", "school", "parent_rspo", "article", "alert", "debate"] {
            // The registry of modules that later releases bring names none that exists.
            assert!(!code.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn graphql_stays_in_its_files_and_services_know_none() {
    let modules = fs::read_dir(root().join("modules")).unwrap().map(|entry| entry.unwrap().file_name());
    for module in modules.map(|name| name.into_string().unwrap()) {
        for (path, content) in rust_files(&format!("modules/{module}/src")) {
            let name = path.file_name().unwrap().to_str().unwrap();
            let code = code(&content);
            let is_graphql = matches!(name, "graphql.rs" | "loader.rs" | "filter.rs" | "target.rs")
                || path.parent().is_some_and(|folder| folder.ends_with("graphql"));
            if !is_graphql {
                assert!(!code.contains("async_graphql"), "{}", path.display());
            }
            if is_graphql {
                assert!(
                    !code.contains("Entity::") && !code.contains(".db()"),
                    "{}: a resolver that queries",
                    path.display()
                );
            }
            if matches!(
                name,
                "institution.rs" | "activity.rs" | "event.rs" | "article.rs" | "advice.rs" | "alert.rs" | "debate.rs"
            ) && code.contains("pub struct Model")
            {
                let model = code.split("pub struct Model").next().unwrap().rsplit("#[derive(").next().unwrap();
                assert!(!model.contains("Serialize") && !model.contains("SimpleObject"), "{}", path.display());
            }
        }
    }
}

#[test]
fn there_are_no_marks_of_unfinished_work() {
    for folder in ["src", "kernel/src", "search-index/src", "migrations/src", "modules"] {
        for (path, content) in rust_files(folder) {
            for mark in ["todo!(", "unimplemented!(", "FIXME", "TODO", "#[ignore"] {
                assert!(!content.contains(mark), "{}: {mark}", path.display());
            }
            assert!(content.lines().count() <= 650, "{} is long; split it by use-case", path.display());
        }
    }
}

#[test]
fn one_tls_and_it_is_rustls() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for name in ["openssl", "openssl-sys", "native-tls", "aws-lc-sys", "aws-lc-rs"] {
        assert!(!lock.contains(&format!("name = \"{name}\"\n")), "{name}");
    }
    for (name, versions) in [("axum", 1), ("hyper", 1), ("rustls", 1), ("tantivy", 1), ("sqlx", 1)] {
        assert_eq!(lock.matches(&format!("\nname = \"{name}\"\n")).count(), versions, "{name}");
    }
}

#[test]
fn every_folder_is_on_the_map() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for folder in [
        "src/cli",
        "src/http",
        "src/web",
        "src/graphql",
        "src/demo",
        "kernel",
        "modules",
        "search-index",
        "migrations",
        "web",
        "schema",
        "tenants",
        "tests",
        "benches",
        "scripts",
    ] {
        assert!(root().join(folder).exists(), "{folder} is gone");
        assert!(map.contains(folder), "{folder} is not in ARCHITECTURE.md");
    }
}
