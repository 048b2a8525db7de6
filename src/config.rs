//! How to run: `tablica.toml`, overridden by the environment, overridden by flags.

use std::{
    env, fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use ipnet::IpNet;
use serde::Deserialize;

/// The prefix of every setting in the environment.
const PREFIX: &str = "TABLICA_";
/// The environment that tests talk to themselves through.
const TEST_PREFIX: &str = "TABLICA_TEST_";
/// Settings, as they are called in the file; in the environment in capitals behind the prefix.
const KEYS: [&str; 13] = [
    "listen",
    "data_dir",
    "tenants_dir",
    "database_url",
    "redis_url",
    "smtp_url",
    "mail_hook_secret",
    "base_domain",
    "trusted_proxies",
    "secret_key",
    "log",
    "log_format",
    "metrics_listen",
];
/// Settings that may be given as a file that holds the value.
const SECRETS: [&str; 5] = ["database_url", "redis_url", "smtp_url", "mail_hook_secret", "secret_key"];
/// Characters that the secret of the mail hook has at least.
const MIN_HOOK_SECRET: usize = 16;

/// How to run.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where the embedded database, the indexes and mails are.
    pub data_dir: PathBuf,
    /// Where the cities' declarations are.
    pub tenants_dir: PathBuf,
    /// The PostgreSQL database; SQLite files under the data folder if there is none.
    pub database_url: Option<String>,
    /// Redis, shared by replicas.
    pub redis_url: Option<String>,
    /// Where mail is handed over.
    pub smtp_url: Option<String>,
    /// What whoever posts mail that came back must know; without it nobody may.
    pub mail_hook_secret: Option<String>,
    /// The domain under which every city has a host.
    pub base_domain: String,
    /// Networks of proxies whose `X-Forwarded-*` count.
    pub trusted_proxies: Vec<IpNet>,
    /// What signatures are made with.
    pub secret_key: Option<String>,
    /// What is logged.
    pub log: String,
    /// How it is logged.
    pub log_format: LogFormat,
    /// Where metrics are served.
    pub metrics_listen: SocketAddr,
}

/// How lines of the log look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            data_dir: "./data".into(),
            tenants_dir: "./tenants".into(),
            database_url: None,
            redis_url: None,
            smtp_url: None,
            mail_hook_secret: None,
            base_domain: "localhost".to_owned(),
            trusted_proxies: Vec::new(),
            secret_key: None,
            log: "info,tantivy=warn,sqlx=warn,sqlx::postgres::notice=error,sea_orm_migration=warn".to_owned(),
            log_format: LogFormat::Text,
            metrics_listen: SocketAddr::from(([127, 0, 0, 1], 9090)),
        }
    }
}

/// A setting that cannot be used, and where it stands.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct ConfigError {
    place: String,
    problem: String,
}

impl ConfigError {
    fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { place: place.into(), problem: problem.into() }
    }
}

impl Config {
    /// Reads the file (the default one may be missing, a named one may not) and the process's environment.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let (path, required) = match file {
            Some(path) => (path, true),
            None => (Path::new("tablica.toml"), false),
        };
        let content = match fs::read_to_string(path) {
            Ok(content) => content,
            Err(err) if err.kind() == std::io::ErrorKind::NotFound && !required => String::new(),
            Err(err) => return Err(ConfigError::new(path.display().to_string(), err.to_string())),
        };
        Self::parse(path, &content, env::vars())
    }

    fn parse(
        path: &Path,
        content: &str,
        environment: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let in_file = |err: &toml::de::Error| {
            let line =
                err.span().and_then(|span| content.get(..span.start)).map(|before| before.matches('\n').count() + 1);
            let key = line
                .and_then(|line| content.lines().nth(line - 1)?.split_once('='))
                .map(|(key, _)| format!(" {}:", key.trim()));
            ConfigError::new(
                format!("{}:{}", path.display(), line.unwrap_or(1)),
                format!("{}{}", key.unwrap_or_default().trim_start(), err.message()),
            )
        };
        let _: Self = toml::from_str(content).map_err(|err| in_file(&err))?;
        let mut table: toml::Table = toml::from_str(content).map_err(|err| in_file(&err))?;
        for (name, value) in environment {
            let Some(setting) = name.strip_prefix(PREFIX).filter(|_| !name.starts_with(TEST_PREFIX)) else { continue };
            let setting = setting.to_lowercase();
            let (key, value) = match setting.strip_suffix("_file").filter(|key| SECRETS.contains(key)) {
                Some(key) => {
                    let secret = fs::read_to_string(&value)
                        .map_err(|err| ConfigError::new(format!("environment, {name}"), format!("{value}: {err}")))?;
                    (key.to_owned(), secret.trim().to_owned())
                }
                None => (setting, value),
            };
            if !KEYS.contains(&key.as_str()) {
                return Err(ConfigError::new(
                    format!("environment, {name}"),
                    format!("there is no such setting; there are {}", KEYS.join(", ")),
                ));
            }
            let value = match key.as_str() {
                "trusted_proxies" => toml::Value::Array(
                    value.split(',').map(str::trim).filter(|net| !net.is_empty()).map(Into::into).collect(),
                ),
                _ => value.into(),
            };
            if key == "mail_hook_secret" && value.as_str().is_some_and(|secret| secret.len() < MIN_HOOK_SECRET) {
                let problem = format!("the secret has at least {MIN_HOOK_SECRET} characters");
                return Err(ConfigError::new(format!("environment, {name}"), problem));
            }
            let single = toml::Table::from_iter([(key.clone(), value.clone())]);
            let _: Self = single
                .try_into()
                .map_err(|err: toml::de::Error| ConfigError::new(format!("environment, {name}"), err.message()))?;
            table.insert(key, value);
        }
        table.try_into().map_err(|err: toml::de::Error| ConfigError::new(path.display().to_string(), err.message()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(content: &str, environment: &[(&str, &str)]) -> Result<Config, String> {
        let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::parse(Path::new("tablica.toml"), content, environment).map_err(|err| err.to_string())
    }

    #[test]
    fn the_environment_overrides_the_file() {
        let config = parse(
            "listen = \"0.0.0.0:1\"\nlog_format = \"json\"",
            &[
                ("TABLICA_LISTEN", "127.0.0.1:2"),
                ("TABLICA_TRUSTED_PROXIES", "10.0.0.0/8, ::1/128"),
                ("TABLICA_TEST_X", "y"),
            ],
        )
        .unwrap();
        assert_eq!((config.listen.port(), config.log_format, config.trusted_proxies.len()), (2, LogFormat::Json, 2));
    }

    #[test]
    fn faults_name_file_line_and_key() {
        assert!(parse("\nlisen = \"x\"", &[]).unwrap_err().starts_with("tablica.toml:2: lisen:"));
        assert!(parse("listen = \"x\"", &[]).unwrap_err().starts_with("tablica.toml:1: listen:"));
        assert!(parse("", &[("TABLICA_LISTEN", "x")]).unwrap_err().starts_with("environment, TABLICA_LISTEN: "));
        assert!(parse("", &[("TABLICA_LISSEN", "x")]).unwrap_err().contains("no such setting"));
        assert!(parse("", &[("TABLICA_SECRET_KEY_FILE", "/nonexistent")]).unwrap_err().contains("/nonexistent"));
    }

    #[test]
    fn the_committed_file_is_all_comments() {
        let content = include_str!("../tablica.toml");
        assert!(content.lines().all(|line| line.is_empty() || line.starts_with('#')));
        let uncommented: String = content
            .lines()
            .filter_map(|line| line.strip_prefix("# ").or(line.strip_prefix('#')))
            .filter(|line| line.contains(" = "))
            .map(|line| format!("{line}\n"))
            .collect();
        for key in KEYS {
            assert!(uncommented.contains(&format!("{key} = ")), "{key} is not described");
        }
        parse(&uncommented, &[]).unwrap();
    }
}
