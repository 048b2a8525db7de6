//! Addresses within a portal: the language in front, the query string behind.

use kernel::i18n::Lang;

/// Splits a path into its language and the rest.
pub(super) fn split_language(path: &str) -> (Lang, &str) {
    for lang in [Lang::En, Lang::Uk] {
        if let Some(rest) = path.strip_prefix('/').and_then(|path| path.strip_prefix(lang.tag())) {
            match rest {
                "" => return (lang, "/"),
                rest if rest.starts_with('/') => return (lang, single_slash(rest)),
                _ => {}
            }
        }
    }
    (Lang::Pl, single_slash(path))
}

/// The path with one slash in front: two would name another host in a link.
fn single_slash(path: &str) -> &str {
    let bare = path.trim_start_matches('/');
    &path[(path.len() - bare.len()).saturating_sub(1)..]
}

/// A path with a query string.
pub(super) fn with_query(path: &str, query: &[(String, String)]) -> String {
    if query.is_empty() {
        return path.to_owned();
    }
    let pairs: Vec<_> = query.iter().map(|(key, value)| format!("{}={}", encoded(key), encoded(value))).collect();
    format!("{path}?{}", pairs.join("&"))
}

/// Decodes a query string (WHATWG URL, application/x-www-form-urlencoded).
pub fn decoded_query(query: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(query.as_bytes()).map(|(key, value)| (key.into_owned(), value.into_owned())).collect()
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use kernel::page::localised;

    use super::*;

    #[test]
    fn languages_are_prefixes_of_whole_segments() {
        assert_eq!(split_language("/en/zajecia"), (Lang::En, "/zajecia"));
        assert_eq!(split_language("/uk"), (Lang::Uk, "/"));
        assert_eq!(split_language("/english"), (Lang::Pl, "/english"));
        assert_eq!(split_language("//evil.example"), (Lang::Pl, "/evil.example"));
        assert_eq!(split_language("/en///evil.example"), (Lang::En, "/evil.example"));
        assert_eq!(split_language("/en//"), (Lang::En, "/"));
        for (lang, path) in [(Lang::Pl, "/"), (Lang::En, "/"), (Lang::Uk, "/zajecia")] {
            assert_eq!(split_language(&localised(lang, path)), (lang, path));
        }
    }

    #[test]
    fn queries_round_trip() {
        let query = decoded_query("q=pi%C5%82ka+no%C5%BCna&weekdays=MONDAY&weekdays=FRIDAY&x=%26%3D");
        assert_eq!(decoded_query(with_query("", &query).trim_start_matches('?')), query);
    }
}
