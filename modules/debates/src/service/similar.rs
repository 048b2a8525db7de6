//! Questions that ask what somebody is about to ask.

use std::sync::LazyLock;

use kernel::{error::Result, scope::Scope};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use search_index::{Filter, Highlighter, Interpretation, TermFilter};

use crate::{
    QUESTION_ENTITY, QUESTION_KIND,
    debate::DebateId,
    question::{Column, Entity, Model, QuestionId},
    search::{DIMENSION, QuestionCard},
    states::State,
    text::{QUESTION, tidy},
};

/// How many are told at most.
const MOST: usize = 5;
/// How many the index is asked for, to be looked at more closely. That is what asking costs, however few are told.
pub(crate) const CANDIDATES: usize = 30;
/// The share of letters that two questions must have in common, in words of any form, from 0 to 1.
const ALIKE: f64 = 0.3;
/// What every other question about education says: a letter of these counts a quarter.
const COMMON: &str = "
    szkoła szkolny podstawowy średni przedszkole uczeń uczennica dziecko rodzic nauczyciel klasa lekcja edukacja oświata
    miasto miejski dzielnica rok nowy planować zostać mieć
    school primary secondary kindergarten pupil student child parent teacher class lesson education city town year new
    школа шкільний садок учень дитина батьки вчитель клас урок освіта місто рік новий";
/// Finds those words, in whatever form.
static COMMON_WORDS: LazyLock<Highlighter> = LazyLock::new(|| Highlighter::new(&Interpretation::literally(COMMON)));

/// Published questions of a debate that ask much the same as a text, the most alike first; never `except`. The index
/// finds those that share rare words, in whatever form; of these, those count that share enough of both texts.
pub(crate) async fn similar(
    scope: &Scope,
    debate: DebateId,
    text: &str,
    except: Option<QuestionId>,
) -> Result<Vec<Model>> {
    let text: String = tidy(text).chars().take(*QUESTION.end()).collect();
    let meaning = Interpretation::literally(&text);
    if meaning.keywords.is_empty() {
        return Ok(Vec::new());
    }
    let snapshot = scope.snapshot().await?;
    let query = search_index::Query {
        meaning,
        kinds: vec![QUESTION_KIND],
        filter: Filter {
            terms: TermFilter::new(DIMENSION, vec![debate.global()]).into_iter().collect(),
            ..Filter::default()
        },
        first: CANDIDATES,
        now: scope.now().timestamp(),
        ..search_index::Query::default()
    };
    let page = snapshot.reader().search(&query)?;
    let typed = Sketch::new(&text);
    let mut found: Vec<(f64, QuestionId)> = Vec::new();
    for hit in page.hits {
        let Some(card) = snapshot.card::<QuestionCard>(QUESTION_ENTITY, hit.id) else { continue };
        let likeness = typed.likeness(&Sketch::new(&card.text));
        if likeness >= ALIKE && except != Some(QuestionId(hit.id)) {
            found.push((likeness, QuestionId(hit.id)));
        }
    }
    found.sort_unstable_by(|(one, a), (other, b)| other.total_cmp(one).then(a.cmp(b)));
    found.truncate(MOST);
    // The index may lag behind: what is not public any more is left out here.
    let ids = found.iter().map(|(_, id)| *id);
    let rows = Entity::find().filter(Column::Id.is_in(ids)).filter(Column::State.eq(State::Published));
    let mut rows = rows.all(&*scope.db().await?).await?;
    rows.sort_by_key(|row| found.iter().position(|(_, id)| *id == row.id));
    Ok(rows)
}

/// A text as it is compared with others.
struct Sketch<'a> {
    text: &'a str,
    words: Highlighter,
    /// What its words weigh.
    weight: usize,
}

impl<'a> Sketch<'a> {
    fn new(text: &'a str) -> Self {
        let meaning = Interpretation::literally(text);
        let weight = meaning.keywords.iter().map(|word| weight(word)).sum();
        Self { text, words: Highlighter::new(&meaning), weight }
    }

    /// What the words of this text weigh which the other has too.
    fn shared(&self, other: &Sketch<'_>) -> usize {
        let pieces = other.words.highlight(self.text);
        let shared: usize = pieces.iter().filter(|piece| piece.is_match).map(|piece| weight(&piece.text)).sum();
        shared.min(self.weight)
    }

    /// How much of both texts is in common, from 0 to 1 (Sørensen and Dice).
    fn likeness(&self, other: &Sketch<'_>) -> f64 {
        let all = self.weight + other.weight;
        if all == 0 { 0.0 } else { (self.shared(other) + other.shared(self)) as f64 / all as f64 }
    }
}

/// What a word weighs: by its letters, for long words say more, and the less if everybody says it.
fn weight(word: &str) -> usize {
    let letters = word.chars().count();
    if COMMON_WORDS.highlight(word).is_empty() { letters * 4 } else { letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_alike_by_their_words_in_any_form() {
        let alike = |one: &str, other: &str| Sketch::new(one).likeness(&Sketch::new(other));
        let pool = "Kiedy zostanie otwarty basen przy Szkole Podstawowej nr 3?";
        assert!(alike(pool, "Kiedy otwarcie basenu przy szkole podstawowej 3?") > ALIKE);
        assert!(alike(pool, "Czy basen w SP 3 będzie otwarty od września?") > ALIKE);
        assert!(alike(pool, pool) > 0.99);
        assert!(alike(pool, "Dlaczego obiady w stołówkach zdrożały?") < ALIKE);
        assert!(alike(pool, "Ile szkół podstawowych ma gabinet stomatologiczny?") < ALIKE);
        assert!(alike(pool, "Czy szkoła nr 3 będzie miała nową halę sportową?") < ALIKE);
        assert!(alike("Чи буде басейн у школі?", "Коли відкриють басейн біля школи?") > ALIKE);
        assert!(alike("", pool) < 0.01 && alike("czy i jak?", "jak i czy?") < 0.01);
    }
}
