use std::fmt;

use serde::{Deserialize, Serialize};

use crate::i18n::LocalText;

/// An sRGB colour, `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour([u8; 3]);

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Almost black, for text on light grounds.
    pub const INK: Self = Self([17, 20, 24]);
    /// The ground of mails in the dark.
    pub const DARK_SHEET: Self = Self([25, 31, 34]);
    /// The contrast at which text can be read (WCAG 2.2, success criterion 1.4.3, level AA).
    pub const LEGIBLE: f64 = 4.5;

    /// Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Whether text of this colour can be read on that ground.
    pub fn is_legible_on(self, ground: Self) -> bool {
        self.contrast(ground) >= Self::LEGIBLE
    }

    /// White or ink, whichever reads better on this colour.
    #[must_use]
    pub fn text_on(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::INK) { Self::WHITE } else { Self::INK }
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let channels = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii()).and_then(|hex| {
            let channel = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
            Some([channel(0)?, channel(2)?, channel(4)?])
        });
        channels.map(Self).ok_or_else(|| format!("\"{text}\" is no colour; write it as \"#0a7f5a\""))
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// How a city looks and speaks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Brand {
    /// The colour of heads and main buttons.
    pub primary: Colour,
    /// The colour of what should catch the eye.
    pub accent: Colour,
    /// The colour of headings and text.
    pub ink: Colour,
    /// The colour of quiet areas.
    pub surface: Colour,
    /// The family of its headings, one of those bundled.
    pub typeface: String,
    /// The mark, an SVG document.
    pub mark: String,
    /// The pattern behind the front page's head, an SVG document.
    pub pattern: Option<String>,
    /// One line under the name.
    pub tagline: LocalText,
    /// A sentence or two of welcome.
    pub intro: LocalText,
}

impl Brand {
    /// Its texts can be read wherever they stand; else the key at fault, and what would be right.
    pub fn check(&self) -> Result<(), (&'static str, String)> {
        let pairs = [
            ("ink", self.ink, Colour::WHITE, "make it darker"),
            ("surface", self.ink, self.surface, "make it lighter, or the ink darker"),
            ("primary", self.primary.text_on(), self.primary, "make it darker"),
            ("accent", self.accent.text_on(), self.accent, "make it lighter"),
        ];
        match pairs.into_iter().find(|(_, text, ground, _)| !text.is_legible_on(*ground)) {
            Some((key, text, ground, mend)) => {
                let (contrast, least) = (text.contrast(ground), Colour::LEGIBLE);
                Err((
                    key,
                    format!(
                        "text ({text}) on {ground} has a contrast of {contrast:.1} : 1 and needs {least} : 1 (WCAG AA); {mend}"
                    ),
                ))
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_agrees_with_wcag() {
        let grey = Colour::try_from("#767676".to_owned()).unwrap();
        assert!((Colour([0; 3]).contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        assert!((grey.contrast(Colour::WHITE) - 4.54).abs() < 0.01, "the lightest grey that passes AA on white");
        assert_eq!(Colour::try_from("#FFCC00".to_owned()).unwrap().text_on(), Colour::INK);
        assert!(Colour::try_from("#12345".to_owned()).is_err() && Colour::try_from("#ąąą".to_owned()).is_err());
    }
}
