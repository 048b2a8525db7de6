use std::{collections::HashMap, sync::LazyLock};

/// Words of one root that a search lets meet (plastyka, plastyczny, plastyk): one family a line.
const FAMILIES: &str = include_str!("../../data/ontology/families.txt");

static RELATIVES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut relatives: HashMap<_, Vec<_>> = HashMap::new();
    for line in FAMILIES.lines().filter(|line| !line.starts_with('#')) {
        for word in line.split_whitespace() {
            let others = line.split_whitespace().filter(|other| *other != word);
            relatives.entry(word).or_default().extend(others);
        }
    }
    relatives
});

/// The other lemmas of a lemma's family.
pub(crate) fn relatives(lemma: &str) -> &'static [&'static str] {
    RELATIVES.get(lemma).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_families_are_lemmas_of_the_dictionary() {
        for word in RELATIVES.keys() {
            let mut lemmas = Vec::new();
            lexicon::polish().lemmas(word, &mut lemmas);
            assert!(lemmas.is_empty() || lemmas.iter().any(|lemma| lemma == word), "{word} is a form of {lemmas:?}");
        }
        assert!(relatives("plastyk").contains(&"plastyczny"));
    }
}
