//! Polish names as Ukrainians write them.

/// Ukrainian letters and the Latin ones that Polish names have in their place. Where either alphabet tells apart what
/// the other does not (г is g and h, и is y, и and i), one is taken for both; so [`plain`] does with Polish names.
const LETTERS: [(char, &str); 34] = [
    ('а', "a"),
    ('б', "b"),
    ('в', "w"),
    ('г', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('є', "e"),
    ('ж', "z"),
    ('з', "z"),
    ('и', "i"),
    ('і', "i"),
    ('ї', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "g"),
    ('ц', "c"),
    ('ч', "cz"),
    ('ш', "sz"),
    ('щ', "szcz"),
    ('ь', ""),
    ('ю', "iu"),
    ('я', "ia"),
    ('\'', ""),
];

/// A folded Cyrillic word in Latin letters.
pub(crate) fn in_latin(word: &str) -> String {
    word.chars().filter_map(|c| LETTERS.iter().find(|(letter, _)| *letter == c)).map(|(_, latin)| *latin).collect()
}

/// A folded Polish word with the distinctions dropped that Ukrainian spelling drops.
pub(crate) fn plain(word: &str) -> String {
    let word = word.replace("rz", "z").replace("ie", "e").replace("ch", "g");
    word.chars()
        .map(|c| match c {
            'y' | 'j' => 'i',
            'h' => 'g',
            'v' => 'w',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_meet_in_either_alphabet() {
        for (cyrillic, polish) in
            [("погодно", "pogodno"), ("гуменці", "gumience"), ("домбє", "dabie"), ("турзин", "turzyn")]
        {
            let distance = rapidfuzz::distance::osa::distance(in_latin(cyrillic).chars(), plain(polish).chars());
            assert!(distance <= 2, "{cyrillic} {polish}: {} {}", in_latin(cyrillic), plain(polish));
        }
    }
}
