//! Mails: a text and an HTML template of the same name, `web/emails/<name>.txt` and `.html`.

use kernel::{i18n::Lang, tenancy::Tenant};
use minijinja::{Environment, Error, Value, value::Serde};
use serde_json::{Value as Json, json};

/// A mail's texts.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its subject, on one line.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The same as an HTML document.
    pub html: String,
}

/// Renders a mail. Its templates see `args`, the city's `name` and `brand`, `base` and `lang`; the subject is the block
/// `subject` of the text.
pub(super) fn letter(
    environment: &Environment<'_>,
    tenant: &Tenant,
    lang: Lang,
    template: &str,
    base: &str,
    args: &Json,
) -> Result<Letter, Error> {
    let brand = &tenant.brand;
    let context = json!({
        "args": args,
        "base": base,
        "lang": lang.tag(),
        "city": tenant.name.get(lang),
        "zone": tenant.time_zone.name(),
        "brand": {
            "primary": brand.primary.to_string(),
            "on_primary": brand.primary.text_on().to_string(),
        },
    });
    let context = Value::from(Serde(&context));
    let html = environment.get_template(&format!("emails/{template}.html"))?.render(context.clone())?;
    let mut text = environment.get_template(&format!("emails/{template}.txt"))?.render_captured(context)?;
    let subject = text.with_state_mut(|state| state.render_block("subject"))?;
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Letter { subject, text: tidy(text.output()), html })
}

/// No more than one empty line in a row; templates leave many.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 1;
    for line in text.lines().map(str::trim_end) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_come_alone() {
        assert_eq!(tidy("\n\na\n\n\n  \nb  \n"), "a\n\nb\n");
    }
}
