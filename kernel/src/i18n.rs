//! Texts for people, in Polish, English and Ukrainian (Project Fluent).

use std::{borrow::Cow, collections::HashMap, fmt, str::FromStr};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::{LanguageIdentifier, langid};

/// A language the portal speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Polish, the default.
    #[default]
    Pl,
    /// English.
    En,
    /// Ukrainian.
    Uk,
}

impl Lang {
    /// All of them, the default first.
    pub const ALL: [Self; 3] = [Self::Pl, Self::En, Self::Uk];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
            Self::Uk => "uk",
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Pl => langid!("pl"),
            Self::En => langid!("en"),
            Self::Uk => langid!("uk"),
        }
    }

    /// The first language of an `Accept-Language` header that the portal speaks (RFC 9110, section 12.5.4, with
    /// the order taken for the preference).
    pub fn negotiate(accept_language: &str) -> Option<Self> {
        accept_language.split(',').find_map(|range| {
            let tag = range.split(';').next()?.trim();
            tag.split('-').next()?.to_ascii_lowercase().parse().ok()
        })
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(tag: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag).ok_or(())
    }
}

/// A text in several languages, as declarations carry it: a plain string is Polish.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// Polish.
    pub pl: String,
    /// English, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// Ukrainian, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uk: Option<String>,
}

impl LocalText {
    /// The text in `lang`, else in Polish.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Pl => None,
            Lang::En => self.en.as_deref(),
            Lang::Uk => self.uk.as_deref(),
        }
        .unwrap_or(&self.pl)
    }
}

/// Every message of every language.
pub struct Messages {
    bundles: HashMap<Lang, FluentBundle<FluentResource>>,
}

/// A message file that does not parse, or defines a message again.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct MessagesError {
    file: String,
    problem: String,
}

impl Messages {
    /// Reads message files given as (language, name, content).
    pub fn load<'a>(files: impl IntoIterator<Item = (Lang, String, Cow<'a, str>)>) -> Result<Self, MessagesError> {
        let mut bundles: HashMap<Lang, FluentBundle<FluentResource>> = Lang::ALL
            .into_iter()
            .map(|lang| {
                let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
                bundle.set_use_isolating(false);
                (lang, bundle)
            })
            .collect();
        for (lang, file, content) in files {
            let resource = FluentResource::try_new(content.into_owned())
                .map_err(|(_, errors)| MessagesError { file: file.clone(), problem: format!("{errors:?}") })?;
            if let Some(bundle) = bundles.get_mut(&lang) {
                bundle
                    .add_resource(resource)
                    .map_err(|errors| MessagesError { file, problem: format!("{errors:?}") })?;
            }
        }
        Ok(Self { bundles })
    }

    /// The message `key` in `lang`, else in Polish, else the key itself (and a line in the log: a test renders
    /// every page with every language and fails on it).
    pub fn format(&self, lang: Lang, key: &str, args: &[(&str, Value<'_>)]) -> String {
        for lang in [lang, Lang::Pl] {
            let Some(bundle) = self.bundles.get(&lang) else { continue };
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { continue };
            let mut fluent_args = FluentArgs::with_capacity(args.len());
            for (name, value) in args {
                fluent_args.set(*name, FluentValue::from(value.clone()));
            }
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&fluent_args), &mut errors).into_owned();
            if !errors.is_empty() {
                tracing::warn!(key, lang = lang.tag(), ?errors, "message could not be formatted");
            }
            return text;
        }
        tracing::warn!(key, lang = lang.tag(), "message is missing");
        key.to_owned()
    }

    /// Whether the language itself (not its fallback) has the message.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundles.get(&lang).is_some_and(|bundle| bundle.has_message(key))
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").finish_non_exhaustive()
    }
}

/// A message's argument.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// A number, by which plural forms are chosen.
    Number(f64),
    /// A text.
    Text(Cow<'a, str>),
}

impl<'a> From<Value<'a>> for FluentValue<'a> {
    fn from(value: Value<'a>) -> Self {
        match value {
            Value::Number(number) => FluentValue::from(number),
            Value::Text(text) => FluentValue::String(text),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_plurals_follow_the_number() {
        let file =
            "n-offers = { $n ->\n    [one] { $n } zajęcie\n    [few] { $n } zajęcia\n   *[many] { $n } zajęć\n }\n";
        let messages = Messages::load([(Lang::Pl, "pl.ftl".into(), file.into())]).unwrap();
        let say = |n: u32| messages.format(Lang::Pl, "n-offers", &[("n", n.into())]);
        assert_eq!(
            [say(1), say(2), say(5), say(22), say(112)],
            ["1 zajęcie", "2 zajęcia", "5 zajęć", "22 zajęcia", "112 zajęć"]
        );
        assert_eq!(messages.format(Lang::Uk, "n-offers", &[("n", 1.into())]), "1 zajęcie", "falls back to Polish");
    }

    #[test]
    fn the_browser_s_first_known_language_wins() {
        assert_eq!(Lang::negotiate("de-DE, uk;q=0.9, en;q=0.8"), Some(Lang::Uk));
        assert_eq!(Lang::negotiate("de"), None);
    }
}
