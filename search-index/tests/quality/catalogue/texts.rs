//! The wording of the made-up catalogue, read from the files beside.
//!
//! `texts/*.txt` have one block per interest: a line `@ id | ages | prices | weight | companions | traits`, then
//! titles (`+`), descriptions (`-`), and lines in other languages (`en Title | Description`).
//! `texts/shared.txt` has sentences any offer may use, by `[section]`.

#![expect(clippy::expect_used, reason = "a malformed file must stop the test")]

use std::collections::BTreeMap;

/// How one interest is written and sold.
pub(crate) struct Wording {
    /// Interest id.
    pub(crate) id: &'static str,
    /// First and last age in years.
    pub(crate) ages: (u32, u32),
    /// Lowest and highest monthly price in złoty.
    pub(crate) prices: (i64, i64),
    /// How common it is.
    pub(crate) weight: u32,
    /// Interests that a class may combine it with.
    pub(crate) companions: Vec<&'static str>,
    /// What such classes often are: `out`, `comp`, `girls`, `online`, `family`, `integration`, `small_group`.
    pub(crate) traits: Vec<&'static str>,
    /// Polish titles.
    pub(crate) titles: Vec<&'static str>,
    /// Polish descriptions.
    pub(crate) descriptions: Vec<&'static str>,
    /// Language, title and description of those in other languages.
    pub(crate) foreign: Vec<(&'static str, &'static str, &'static str)>,
}

impl Wording {
    /// Whether such classes often have this trait.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.traits.contains(&name)
    }
}

/// Every interest's wording.
///
/// # Panics
/// When a file is malformed.
pub(crate) fn wordings() -> Vec<Wording> {
    let files = [include_str!("texts/sport.txt"), include_str!("texts/arts.txt"), include_str!("texts/mind.txt")];
    let mut all: Vec<Wording> = Vec::new();
    for line in files.into_iter().flat_map(str::lines) {
        let (mark, rest) = line.split_once(' ').expect("a mark and a text");
        if mark == "@" {
            all.push(header(rest));
            continue;
        }
        let last = all.last_mut().expect("a header first");
        match mark {
            "+" => last.titles.push(rest),
            "-" => last.descriptions.push(rest),
            language => {
                let (title, description) = rest.split_once(" | ").expect("title and description");
                last.foreign.push((language, title, description));
            }
        }
    }
    all
}

fn header(line: &'static str) -> Wording {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let [id, ages, prices, weight, companions, traits] = fields[..] else { panic!("six fields: {line}") };
    let range = |text: &str| {
        let (low, high) = text.split_once('-').expect("a range");
        (low.parse::<u32>().expect("a number"), high.parse::<u32>().expect("a number"))
    };
    let prices = range(prices);
    Wording {
        id,
        ages: range(ages),
        prices: (prices.0.into(), prices.1.into()),
        weight: weight.parse().expect("a number"),
        companions: companions.split_whitespace().collect(),
        traits: traits.split_whitespace().collect(),
        titles: Vec::new(),
        descriptions: Vec::new(),
        foreign: Vec::new(),
    }
}

/// Sentences any offer may use, by section.
pub(crate) struct Shared(BTreeMap<&'static str, Vec<&'static str>>);

impl Shared {
    /// Reads them.
    pub(crate) fn read() -> Self {
        let mut sections: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut section = "";
        for line in include_str!("texts/shared.txt").lines() {
            match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                Some(name) => section = name,
                None => sections.entry(section).or_default().push(line),
            }
        }
        Self(sections)
    }

    /// The lines of a section.
    pub(crate) fn section(&self, name: &str) -> &[&'static str] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }
}
