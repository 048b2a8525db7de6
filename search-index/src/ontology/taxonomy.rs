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
}

/// A name in every language.
#[derive(Clone, Debug, Deserialize)]
pub struct Names {
    /// Polish.
    pub pl: String,
    /// English.
    pub en: String,
    /// Ukrainian.
    pub uk: String,
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

    /// The name in every language.
    pub fn all(&self) -> [&str; 3] {
        [&self.pl, &self.en, &self.uk]
    }
}

impl Taxonomy {
    /// The interest of that id.
    pub fn interest(&self, id: &str) -> Option<&Interest> {
        let (category, interest) = *self.by_id.get(id)?;
        self.categories.get(category)?.interests.get(interest)
    }

    /// The category of that id.
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == id)
    }

    /// All interests.
    pub fn interests(&self) -> impl Iterator<Item = &Interest> {
        self.categories.iter().flat_map(|category| &category.interests)
    }
}

static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the file is part of the binary, and a test reads it")]
    let mut taxonomy: Taxonomy =
        serde_saphyr::from_str(include_str!("../../data/interests.yaml")).expect("interests.yaml parses");
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
            assert!(interest.name.all().iter().all(|name| !name.trim().is_empty()), "{}", interest.id);
        }
        assert_eq!(taxonomy.interest("robotics").map(|interest| interest.name.get("pl")), Some("Robotyka"));
    }
}
