//! Mails: a text and an HTML template of the same name, `web/emails/<name>.txt` and `.html`.

use kernel::{
    i18n::Lang,
    tenancy::{Brand, Colour, Tenant},
};
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

/// Characters of a mail's beginning that programs show behind its subject, at most.
const MAX_LEAD: usize = 140;

/// Renders a mail. Its templates see `args`, the city's `city` and `brand`, `base`, `lang` and `zone`; the subject is the
/// block `subject` of the text, which with the `lead` (how the text begins) the HTML document sees too.
pub(super) fn letter(
    environment: &Environment<'_>,
    tenant: &Tenant,
    lang: Lang,
    template: &str,
    base: &str,
    args: &Json,
) -> Result<Letter, Error> {
    let mut context = json!({
        "args": args,
        "base": base,
        "lang": lang.tag(),
        "city": tenant.name.get(lang),
        "zone": tenant.time_zone.name(),
        "brand": colours(&tenant.brand, tenant.name.get(lang)),
    });
    let seen = Value::from(Serde(&context));
    let mut text = environment.get_template(&format!("emails/{template}.txt"))?.render_captured(seen)?;
    let subject = text.with_state_mut(|state| state.render_block("subject"))?;
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = tidy(text.output());
    context["subject"] = subject.as_str().into();
    context["lead"] = lead(&text).into();
    let seen = Value::from(Serde(&context));
    let html = environment.get_template(&format!("emails/{template}.html"))?.render(seen)?;
    Ok(Letter { subject, text, html })
}

/// A city's colours for mails, with the letter that stands for its mark, since mails load no pictures. On dark grounds
/// buttons and links take whichever of its colours can be read there.
fn colours(brand: &Brand, name: &str) -> Json {
    let dark = Colour::DARK_SHEET;
    let readable = |ground: Colour, otherwise: Colour| {
        let colours = [brand.primary, brand.accent];
        colours.into_iter().find(|colour| colour.is_legible_on(ground)).unwrap_or(otherwise)
    };
    let on_dark = readable(dark, Colour::WHITE);
    json!({
        "initial": name.chars().next().map(String::from).unwrap_or_default(),
        "primary": brand.primary,
        "on_primary": brand.primary.text_on(),
        "accent": brand.accent,
        "on_accent": brand.accent.text_on(),
        "link": if brand.primary.is_legible_on(Colour::WHITE) { brand.primary } else { Colour::INK },
        "dark_link": on_dark,
        "dark_press": on_dark,
        "on_dark_press": on_dark.text_on(),
    })
}

/// The first paragraph of a text on one line.
fn lead(text: &str) -> String {
    let paragraph: Vec<_> = text.trim_start().lines().take_while(|line| !line.is_empty()).collect();
    paragraph.join(" ").split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MAX_LEAD).collect()
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

    #[test]
    fn a_mail_is_announced_by_its_first_paragraph() {
        assert_eq!(lead("One  and\n    two.\n\nThree."), "One and two.");
        assert_eq!(lead(&"a".repeat(500)).len(), MAX_LEAD);
    }
}
