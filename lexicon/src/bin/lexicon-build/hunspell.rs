//! The spelling dictionary: words with flags, and what each flag puts before or behind a word.
//!
//! Of hunspell's format this reads what the Polish files use: `PFX` and `SFX` classes of one letter, with or without
//! cross products, whose rules strip, append and have a condition.

use std::collections::HashMap;

use crate::Error;

/// A word and all its forms, itself the first.
#[derive(Debug, PartialEq)]
pub(crate) struct Paradigm {
    pub(crate) headword: String,
    pub(crate) forms: Vec<String>,
}

/// The paradigms of all entries, those with prefixes by themselves.
pub(crate) fn paradigms(affixes: &str, entries: &str) -> Result<Vec<Paradigm>, Error> {
    let classes = Classes::parse(affixes)?;
    // The first line is the number of entries.
    Ok(entries.lines().skip(1).flat_map(|line| classes.expand(line)).collect())
}

#[derive(Default)]
struct Classes {
    prefixes: HashMap<char, Class>,
    suffixes: HashMap<char, Class>,
}

#[derive(Default)]
struct Class {
    /// Whether its affixes go together with those at the other end.
    crosses: bool,
    rules: Vec<Rule>,
}

struct Rule {
    strip: String,
    append: String,
    condition: Vec<Letters>,
}

/// What one letter of a condition may be.
enum Letters {
    Any,
    OneOf(Vec<char>),
    NoneOf(Vec<char>),
}

impl Classes {
    fn parse(affixes: &str) -> Result<Self, Error> {
        let mut classes = Self::default();
        for (number, line) in (1..).zip(affixes.lines()) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            match fields.as_slice() {
                ["SET", "ISO8859-2"] => {}
                ["SET", ..] => return Err(Error::Affix(number, "another encoding than ISO 8859-2")),
                ["FLAG" | "AF" | "NEEDAFFIX" | "CIRCUMFIX", ..] => {
                    return Err(Error::Affix(number, "an option that is not supported"));
                }
                [kind @ ("PFX" | "SFX"), flag, rest @ ..] => {
                    let class = classes.class(kind, flag).ok_or(Error::Affix(number, "a flag of several letters"))?;
                    match *rest {
                        // The class's first line, which counts its rules.
                        [crosses @ ("Y" | "N"), _] => class.crosses = crosses == "Y",
                        [_, append, _] if append.contains('/') => {
                            return Err(Error::Affix(number, "an affix of an affix"));
                        }
                        [strip, append, condition] => class.rules.push(Rule {
                            strip: letters(strip),
                            append: letters(append),
                            condition: parse_condition(condition)
                                .ok_or(Error::Affix(number, "a condition without end"))?,
                        }),
                        _ => return Err(Error::Affix(number, "a rule of another form")),
                    }
                }
                _ => {}
            }
        }
        Ok(classes)
    }

    fn class(&mut self, kind: &str, flag: &str) -> Option<&mut Class> {
        let mut letters = flag.chars();
        let (Some(flag), None) = (letters.next(), letters.next()) else { return None };
        let classes = if kind == "PFX" { &mut self.prefixes } else { &mut self.suffixes };
        Some(classes.entry(flag).or_default())
    }

    /// The paradigm of an entry, and one more for every prefix.
    fn expand(&self, entry: &str) -> Vec<Paradigm> {
        let (word, flags) = entry.trim_end().split_once('/').unwrap_or((entry.trim_end(), ""));
        let mut forms = vec![word.to_owned()];
        let mut crossing = forms.clone();
        for class in flags.chars().filter_map(|flag| self.suffixes.get(&flag)) {
            let suffixed: Vec<_> = class.rules.iter().filter_map(|rule| rule.at_end(word)).collect();
            if class.crosses {
                crossing.extend_from_slice(&suffixed);
            }
            forms.extend(suffixed);
        }
        let mut paradigms = vec![Paradigm { headword: word.to_owned(), forms }];
        for class in flags.chars().filter_map(|flag| self.prefixes.get(&flag)) {
            for rule in &class.rules {
                let Some(headword) = rule.at_beginning(word) else { continue };
                let forms = if class.crosses { crossing.as_slice() } else { &[] };
                let mut forms: Vec<_> = forms.iter().filter_map(|form| rule.at_beginning(form)).collect();
                if forms.is_empty() {
                    forms.push(headword.clone());
                }
                paradigms.push(Paradigm { headword, forms });
            }
        }
        paradigms
    }
}

impl Rule {
    fn at_end(&self, word: &str) -> Option<String> {
        let kept = word.strip_suffix(self.strip.as_str())?;
        let mut last = word.chars().rev();
        let fits = self.condition.iter().rev().all(|letters| last.next().is_some_and(|letter| letters.has(letter)));
        fits.then(|| format!("{kept}{}", self.append))
    }

    fn at_beginning(&self, word: &str) -> Option<String> {
        let kept = word.strip_prefix(self.strip.as_str())?;
        let mut first = word.chars();
        let fits = self.condition.iter().all(|letters| first.next().is_some_and(|letter| letters.has(letter)));
        fits.then(|| format!("{}{kept}", self.append))
    }
}

impl Letters {
    fn has(&self, letter: char) -> bool {
        match self {
            Self::Any => true,
            Self::OneOf(letters) => letters.contains(&letter),
            Self::NoneOf(letters) => !letters.contains(&letter),
        }
    }
}

/// An affix or what it replaces; nothing is written `0`.
fn letters(field: &str) -> String {
    if field == "0" { String::new() } else { field.to_owned() }
}

fn parse_condition(condition: &str) -> Option<Vec<Letters>> {
    let mut parsed = Vec::new();
    let mut rest = condition;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '[' => {
                let (inside, _) = rest.strip_prefix('[')?.split_once(']')?;
                parsed.push(match inside.strip_prefix('^') {
                    Some(others) => Letters::NoneOf(others.chars().collect()),
                    None => Letters::OneOf(inside.chars().collect()),
                });
                inside.len() + 2
            }
            '.' => {
                parsed.push(Letters::Any);
                1
            }
            letter => {
                parsed.push(Letters::OneOf(vec![letter]));
                letter.len_utf8()
            }
        };
        rest = rest.get(length..)?;
    }
    Some(parsed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AFFIXES: &str = "SET ISO8859-2\nPFX b Y 1\nPFX b 0 nie .\nSFX N Y 3\nSFX N a y [^gk]a\nSFX N a i [gk]a\n\
                           SFX N ła le ła\nSFX q N 1\nSFX q 0 ż .\n";

    #[test]
    fn suffixes_follow_their_conditions_and_prefixes_cross() {
        let all = paradigms(AFFIXES, "2\nszkoła/N\nfraza/bNq\n").unwrap();
        let all: Vec<_> = all.iter().map(|one| (one.headword.as_str(), one.forms.join(" "))).collect();
        assert_eq!(
            all,
            [
                ("szkoła", "szkoła szkoły szkole".to_owned()),
                ("fraza", "fraza frazy frazaż".to_owned()),
                ("niefraza", "niefraza niefrazy".to_owned()),
            ]
        );
    }

    #[test]
    fn what_it_does_not_understand_is_an_error() {
        for affixes in ["SET UTF-8", "FLAG long", "SFX a Y 1\nSFX a 0 b/c .", "SFX a 0 b [c", "SFX ab Y 1", "PFX a 0"] {
            assert!(matches!(paradigms(affixes, ""), Err(Error::Affix(..))), "{affixes}");
        }
    }
}
