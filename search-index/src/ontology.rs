use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

/// The interests that activities are described by, in three languages.
#[derive(Debug, Deserialize)]
pub struct Taxonomy {
    /// Categories in their order of display.
    pub categories: Vec<Category>,
    #[serde(skip)]
    by_id: HashMap<String, (usize, usize)>,
}

/// A group of interests.
#[derive(Debug, Deserialize)]
pub struct Category {
    /// Its stable id.
    pub id: String,
    /// What people call it.
    pub name: Names,
    /// Its interests in their order of display.
    pub interests: Vec<Interest>,
}

/// Something a child may want to do.
#[derive(Debug, Deserialize)]
pub struct Interest {
    /// Its stable id, as CSV files and the API use it.
    pub id: String,
    /// What people call it.
    pub name: Names,
    #[serde(default)]
    synonyms: Synonyms,
}

/// A name in every language.
#[derive(Debug, Deserialize)]
pub struct Names {
    /// Polish.
    pub pl: String,
    /// English.
    pub en: String,
    /// Ukrainian.
    pub uk: String,
}

#[derive(Debug, Default, Deserialize)]
struct Synonyms {
    #[serde(default)]
    pl: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    uk: Vec<String>,
}

impl Names {
    /// The name in a language, by its tag; Polish for any the taxonomy lacks.
    pub fn get(&self, lang: &str) -> &str {
        match lang {
            "en" => &self.en,
            "uk" => &self.uk,
            _ => &self.pl,
        }
    }
}

impl Interest {
    /// Every name and synonym, in every language.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        [&self.name.pl, &self.name.en, &self.name.uk]
            .into_iter()
            .chain(&self.synonyms.pl)
            .chain(&self.synonyms.en)
            .chain(&self.synonyms.uk)
            .map(String::as_str)
    }
}

impl Taxonomy {
    /// The interest of that id.
    pub fn interest(&self, id: &str) -> Option<&Interest> {
        let (category, interest) = *self.by_id.get(id)?;
        self.categories.get(category)?.interests.get(interest)
    }

    /// All interests.
    pub fn interests(&self) -> impl Iterator<Item = &Interest> {
        self.categories.iter().flat_map(|category| &category.interests)
    }
}

static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the file is part of the binary, and a test reads it")]
    let mut taxonomy: Taxonomy =
        serde_saphyr::from_str(include_str!("../data/interests.yaml")).expect("interests.yaml parses");
    for (at_category, category) in taxonomy.categories.iter().enumerate() {
        for (at_interest, interest) in category.interests.iter().enumerate() {
            taxonomy.by_id.insert(interest.id.clone(), (at_category, at_interest));
        }
    }
    taxonomy
});

/// The taxonomy of this release.
pub fn taxonomy() -> &'static Taxonomy {
    &TAXONOMY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_interest_is_unique_and_named_in_three_languages() {
        let taxonomy = taxonomy();
        assert!(taxonomy.interests().count() >= 130);
        assert_eq!(taxonomy.by_id.len(), taxonomy.interests().count(), "ids repeat");
        for interest in taxonomy.interests() {
            assert!(interest.phrases().all(|phrase| !phrase.trim().is_empty()), "{}", interest.id);
        }
        assert_eq!(taxonomy.interest("robotics").map(|interest| interest.name.get("pl")), Some("Robotyka"));
    }
}
