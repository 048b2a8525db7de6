//! Markdown in, safe HTML out.

use std::sync::LazyLock;

use pulldown_cmark::{Event, Options, Parser, TagEnd, TextMergeStream, html};

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::default();
    builder
        .tags(
            [
                "p",
                "br",
                "em",
                "strong",
                "del",
                "ul",
                "ol",
                "li",
                "h3",
                "h4",
                "h5",
                "h6",
                "blockquote",
                "code",
                "pre",
                "a",
                "hr",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
            ]
            .into(),
        )
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("nofollow noopener"));
    builder
});

/// CommonMark with tables and strike-through as HTML that passed a sanitiser: no scripts, styles or images, links
/// only to http, https, mailto and tel.
pub fn to_html(markdown: &str) -> String {
    let mut raw = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut raw, Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH));
    CLEANER.clean(&raw).to_string()
}

/// The text alone, on one line, cut at a word's end to at most `limit` characters.
pub fn to_summary(markdown: &str, limit: usize) -> String {
    let mut text = String::new();
    for event in TextMergeStream::new(Parser::new(markdown)) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                text.push(' ');
            }
            _ => {}
        }
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(limit) {
        None => text,
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            format!("{}…", text[..cut].trim_end_matches([',', '.', ';', ':', '–']))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_active_survives() {
        let html = to_html(
            "**a** <script>x()</script> [b](javascript:x) [d](//evil.example) <img src=x onerror=y> [c](https://example.org)",
        );
        assert!(html.contains("<strong>a</strong>") && html.contains("https://example.org"), "{html}");
        for bad in ["script", "javascript", "evil", "onerror", "<img"] {
            assert!(!html.contains(bad), "{html}");
        }
    }

    #[test]
    fn summaries_end_at_a_word() {
        assert_eq!(to_summary("Ala ma **kota**.\n\n- i psa", 100), "Ala ma kota. i psa");
        assert_eq!(to_summary("Zażółć gęślą jaźń", 9), "Zażółć…");
    }
}
