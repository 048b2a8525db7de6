//! Forms of proper names that no dictionary inflects: districts and streets.
//!
//! The rules are those of Polish declension (nouns by ending and softening, adjectives by their own endings). They
//! make forms that do not exist beside those that do, which harms nobody: nobody types them.

use crate::fold;

const VOWELS: [char; 9] = ['a', 'ą', 'e', 'ę', 'i', 'o', 'ó', 'u', 'y'];
/// How a stem's last consonants soften before -ie and -e of the locative.
const SOFTENED: [(&str, &str); 12] = [
    ("st", "ści"),
    ("zd", "ździ"),
    ("sł", "śl"),
    ("ch", "sz"),
    ("sk", "sc"),
    ("ł", "l"),
    ("t", "ci"),
    ("d", "dzi"),
    ("r", "rz"),
    ("k", "c"),
    ("g", "dz"),
    ("sz", "sz"),
];

/// The forms of one word of a name, folded, its own first.
pub(crate) fn forms(word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    let mut forms = vec![fold(&lower)];
    let mut push = |form: String| {
        let form = fold(&form);
        if !forms.contains(&form) {
            forms.push(form);
        }
    };
    let endings = |stem: &str, endings: &[&str]| -> Vec<String> {
        endings.iter().map(|ending| format!("{stem}{ending}")).collect()
    };
    let mut all: Vec<String> = Vec::new();
    if let Some(stem) = lower.strip_suffix('o') {
        all.extend(endings(stem, &["a", "u", "em", "iem", "ie", "ach", "om"]));
        all.push(softened(stem));
    } else if let Some(stem) = lower.strip_suffix('a') {
        let hard = stem.strip_suffix('i').unwrap_or(stem);
        all.extend(endings(stem, &["y", "i", "ę", "ą", "o", "e", "ej", "ie"]));
        all.extend(endings(hard, &["i", "ii", "iej", "ią", "ię"]));
        all.push(softened(stem));
    } else if let Some(stem) = lower.strip_suffix('e') {
        // Neuter nouns and adjectives, plural nouns: -e, -ie, -ce.
        all.extend(endings(
            stem,
            &["a", "u", "em", "ego", "emu", "ym", "im", "iem", "ów", "om", "ami", "ach", "y", "i", "ych", "ich"],
        ));
        if stem.ends_with('i') {
            all.extend(endings(stem, &["m", "mi", "ch", "go", "mu"]));
        }
        if let Some(root) = stem.strip_suffix("ńc") {
            all.push(format!("{root}niec"));
        } else if let Some(root) = stem.strip_suffix('c') {
            all.push(format!("{root}ec"));
        }
        all.push(stem.trim_end_matches('i').to_owned());
    } else if let Some(stem) = lower.strip_suffix('y').or_else(|| lower.strip_suffix('i')) {
        // Plural nouns and masculine adjectives.
        all.extend(endings(stem, &["", "om", "ami", "ach", "ów", "ego", "emu", "ym", "im", "iego", "iemu"]));
        if stem.len() > 2 && !VOWELS.iter().any(|vowel| stem.ends_with(*vowel)) {
            let cut = stem.char_indices().next_back().map_or(0, |(at, _)| at);
            all.push(format!("{}e{}", &stem[..cut], &stem[cut..]));
        }
    } else {
        // Masculine nouns; ó and a fleeting e of the last syllable give way.
        let mut stems = vec![lower.clone()];
        if let Some((at, _)) = lower.char_indices().rev().nth(1).filter(|(_, c)| *c == 'ó') {
            stems.push(format!("{}o{}", &lower[..at], &lower[at + 'ó'.len_utf8()..]));
        }
        if let Some((at, _)) = lower.char_indices().rev().nth(1).filter(|(_, c)| *c == 'e') {
            stems.push(format!("{}{}", &lower[..at].trim_end_matches('i'), &lower[at + 1..]));
        }
        for stem in stems {
            all.extend(endings(
                &stem,
                &["a", "u", "owi", "em", "iem", "ie", "ia", "iu", "e", "y", "i", "ów", "om", "ami", "ach"],
            ));
            all.push(softened(&stem));
        }
    }
    all.into_iter().for_each(&mut push);
    forms
}

/// The locative of a hard stem: Turzyn, Turzynie; Miast-o, Mieście is left to dictionaries.
fn softened(stem: &str) -> String {
    SOFTENED
        .iter()
        .find_map(|(hard, soft)| stem.strip_suffix(hard).map(|root| format!("{root}{soft}e")))
        .unwrap_or_else(|| format!("{stem}ie"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn districts_are_found_in_every_case() {
        for (name, asked) in [
            ("Pogodno", "Pogodnie Pogodna Pogodnem"),
            ("Bukowo", "Bukowie Bukowa Bukowem"),
            ("Niebuszewo", "Niebuszewie Niebuszewa"),
            ("Dąbie", "Dąbiu Dąbia Dąbiem"),
            ("Gumieńce", "Gumieniec Gumieńcach Gumieńcami"),
            ("Pomorzany", "Pomorzanach Pomorzan"),
            ("Zdroje", "Zdrojach Zdrojów"),
            ("Podjuchy", "Podjuchach Podjuch"),
            ("Turzyn", "Turzyna Turzynie"),
            ("Osów", "Osowa Osowie"),
            ("Załom", "Załomia Załomiu Załomie"),
            ("Żelechowa", "Żelechowej Żelechową"),
            ("Płonia", "Płoni Płonię"),
            ("Śmierdnica", "Śmierdnicy Śmierdnicę"),
            ("Słoneczne", "Słonecznym Słonecznego"),
            ("Głębokie", "Głębokim Głębokiego"),
            ("Łękno", "Łęknie Łękna"),
            ("Śródmieście", "Śródmieściu Śródmieścia"),
            ("Klucz", "Klucza Kluczu"),
            ("Ryczewo", "Ryczewie"),
            ("Lotniskowa", "Lotniskowej Lotniskową"),
            ("Stołczyn", "Stołczynie"),
            ("Krzekowo", "Krzekowie"),
            ("Świerczewo", "Świerczewie"),
            ("Michałów", "Michałowie Michałowa"),
            ("Wośniki", "Wośnikach Wośnik"),
            ("Planty", "Plantach Plant"),
        ] {
            let forms = forms(name);
            for form in asked.split(' ') {
                assert!(forms.contains(&fold(form)), "{name}: {form} is not among {forms:?}");
            }
        }
    }
}
