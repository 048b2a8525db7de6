//! Lists of articles: what stands first, then the newest; or what fits a text best.
//!
//! Lists are put together from the read model, since what is seen and what stands first depend on the moment. A city has
//! thousands of articles, not millions, so all of them can be looked at.

use std::{cmp::Reverse, collections::HashMap, fmt, str::FromStr, sync::Arc};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use directory::{InstitutionId, fields::notation::local};
use kernel::{
    error::{Fault, Result},
    scope::Scope,
    search::Snapshot,
};
use sea_orm::Iterable as _;
use search_index::{Filter, Interpretation, Query, Reading, TermFilter};
use uuid::Uuid;

use crate::{
    ENTITY,
    article::{Category, Pins},
    search::{Card, KIND},
};

/// The most articles that a text finds.
const MOST_FOUND: usize = 1000;
/// The audience that everybody belongs to.
const EVERYBODY: &str = "everybody";

/// What a list is to hold; an empty condition is none.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// What people typed.
    pub text: String,
    /// Of any of these categories.
    pub categories: Vec<Category>,
    /// Of this institution, on whose pages its own pins act.
    pub institution: Option<InstitutionId>,
    /// For any of these, by their ids; what is for everybody, or does not say, is for them too.
    pub audience: Vec<String>,
    /// About any of these interests, by their ids.
    pub interests: Vec<String>,
    /// In any of these districts, by their ids.
    pub districts: Vec<String>,
    /// Only what stands first, or only what does not.
    pub pinned: Option<bool>,
    /// Published on this day or later.
    pub since: Option<NaiveDate>,
    /// Published on this day or earlier.
    pub until: Option<NaiveDate>,
}

/// A page of a list.
#[derive(Debug)]
pub struct Page {
    /// The articles.
    pub articles: Vec<Listed>,
    /// How many there are on all pages; a text finds at most a thousand.
    pub total: usize,
    /// Whether more follow.
    pub has_next: bool,
    /// How many there would be of each category, whatever categories were asked for; only those that have any.
    pub categories: Vec<(Category, usize)>,
    /// On whose pages this is.
    pub pins: Pins,
    /// How the text was understood.
    pub meaning: Interpretation,
}

/// An article in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The article.
    pub card: Arc<Card>,
    /// Where it stands, for the page that follows.
    pub cursor: String,
}

impl Selection {
    /// On whose pages such a list is.
    pub fn pins(&self) -> Pins {
        if self.institution.is_some() { Pins::Institution } else { Pins::City }
    }
}

/// A page of the articles that everybody sees now.
pub async fn list(scope: &Scope, selection: &Selection, first: usize, after: Option<&str>) -> Result<Page> {
    let snapshot = scope.snapshot().await?;
    let now = scope.now();
    let is_text = !selection.text.trim().is_empty();
    let after: Option<Stand> = after.map(|text| Stand::parse(text, is_text)).transpose()?;
    let meaning = snapshot.understand(&selection.text, Reading::Wish);
    let cards = if is_text { found(&snapshot, &meaning, now)? } else { all(&snapshot) };
    let sieve = Sieve::new(scope, selection, now);
    let mut counts: HashMap<Category, usize> = HashMap::new();
    let mut chosen = Vec::new();
    for (rank, id) in cards {
        let Some(card) = snapshot.card::<Card>(ENTITY, id).filter(|card| sieve.lets(card)) else { continue };
        *counts.entry(card.row.category).or_default() += 1;
        if selection.categories.is_empty() || selection.categories.contains(&card.row.category) {
            let stand = if is_text { Stand::Found(rank) } else { sieve.stand(&card) };
            chosen.push((stand, card));
        }
    }
    let total = chosen.len();
    if let Some(after) = after {
        chosen.retain(|(stand, _)| *stand > after);
    }
    let has_next = chosen.len() > first;
    if has_next && first > 0 {
        chosen.select_nth_unstable_by_key(first - 1, |(stand, _)| *stand);
        chosen.truncate(first);
    }
    chosen.sort_unstable_by_key(|(stand, _)| *stand);
    let listed = |(stand, card): (Stand, Arc<Card>)| Listed { card, cursor: stand.to_string() };
    let by_category = Category::iter().filter_map(|category| Some((category, *counts.get(&category)?)));
    Ok(Page {
        articles: chosen.into_iter().map(listed).collect(),
        total,
        has_next,
        categories: by_category.collect(),
        pins: selection.pins(),
        meaning,
    })
}

fn all(snapshot: &Snapshot) -> Vec<(u32, Uuid)> {
    snapshot.cards::<Card>(ENTITY).map(|card| (0, card.row.id.0)).collect()
}

fn found(snapshot: &Snapshot, meaning: &Interpretation, now: DateTime<Utc>) -> Result<Vec<(u32, Uuid)>> {
    let query = Query {
        meaning: meaning.clone(),
        kinds: vec![KIND],
        first: MOST_FOUND,
        now: now.timestamp(),
        ..Query::default()
    };
    let page = snapshot.reader().search(&query).map_err(Fault::from)?;
    Ok((0..).zip(page.hits).map(|(rank, hit)| (rank, hit.id)).collect())
}

/// What the index is asked for, whatever the page, so that what narrows most narrows first. What it finds is yet to be
/// [admitted](admits).
pub fn query(scope: &Scope, snapshot: &Snapshot, selection: &Selection) -> Query {
    let categories = selection.categories.iter().map(|category| category.name()).collect();
    let institution = selection.institution.map(|id| vec![id.global()]).unwrap_or_default();
    let terms = [
        TermFilter::new("category", categories),
        TermFilter::new("institution", institution),
        TermFilter::new("interest", selection.interests.clone()),
        TermFilter::new("district", selection.districts.clone()),
    ];
    Query {
        meaning: snapshot.understand(&selection.text, Reading::Wish),
        kinds: vec![KIND],
        filter: Filter { terms: terms.into_iter().flatten().collect(), ..Filter::default() },
        now: scope.now().timestamp(),
        ..Query::default()
    }
}

/// Whether an article is to be in such a list at this moment, but for the text.
pub fn admits(scope: &Scope, selection: &Selection, card: &Card) -> bool {
    let is_of_category = selection.categories.is_empty() || selection.categories.contains(&card.row.category);
    is_of_category && Sieve::new(scope, selection, scope.now()).lets(card)
}

/// What an article must meet, but for its category.
struct Sieve<'a> {
    selection: &'a Selection,
    now: DateTime<Utc>,
    today: NaiveDate,
    since: Option<DateTime<Utc>>,
    before: Option<DateTime<Utc>>,
}

impl<'a> Sieve<'a> {
    fn new(scope: &Scope, selection: &'a Selection, now: DateTime<Utc>) -> Self {
        let begins = |day: NaiveDate| local(scope.tenant.time_zone, day.and_time(NaiveTime::MIN));
        Self {
            selection,
            now,
            today: scope.tenant.local_date(now),
            since: selection.since.and_then(begins),
            before: selection.until.and_then(|day| begins(day.checked_add_days(Days::new(1))?)),
        }
    }

    fn lets(&self, card: &Card) -> bool {
        let Selection { institution, audience, interests, districts, pinned, .. } = self.selection;
        let row = &card.row;
        let is_for = |wanted: &[String]| {
            row.audience.0.is_empty() || row.audience.iter().any(|known| known == EVERYBODY || wanted.contains(known))
        };
        row.is_visible(self.now)
            && institution.is_none_or(|id| row.institution_id == Some(id))
            && (audience.is_empty() || is_for(audience))
            && (interests.is_empty() || row.interests.iter().any(|id| interests.contains(id)))
            && (districts.is_empty() || card.district.as_ref().is_some_and(|id| districts.contains(id)))
            && self.since.is_none_or(|since| row.published_at >= since)
            && self.before.is_none_or(|before| row.published_at < before)
            && pinned.is_none_or(|wanted| wanted == row.is_pinned(self.selection.pins(), self.today))
    }

    fn stand(&self, card: &Card) -> Stand {
        let is_pinned = card.row.is_pinned(self.selection.pins(), self.today);
        Stand::Newest(Reverse(is_pinned), Reverse(card.row.published_at.timestamp_micros()), Reverse(card.row.id.0))
    }
}

/// Where an article stands in a list: the lesser, the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stand {
    /// What stands first, then the newest.
    Newest(Reverse<bool>, Reverse<i64>, Reverse<Uuid>),
    /// As well as it fits a text.
    Found(u32),
}

impl Stand {
    /// Where a page ended, of a list by a text or of another.
    fn parse(cursor: &str, is_text: bool) -> Result<Self> {
        let stand = cursor.parse().ok().filter(|stand| matches!(stand, Self::Found(_)) == is_text);
        stand.ok_or_else(|| Fault::bad_input("after", "this cursor belongs to another list; start without one"))
    }
}

impl fmt::Display for Stand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newest(Reverse(is_pinned), Reverse(at), Reverse(id)) => {
                write!(f, "{}.{at}.{}", u8::from(*is_pinned), id.simple())
            }
            Self::Found(rank) => write!(f, "{rank}"),
        }
    }
}

impl FromStr for Stand {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let parts: Vec<&str> = text.split('.').collect();
        match parts[..] {
            [rank] => rank.parse().map(Self::Found).map_err(|_| ()),
            [pinned @ ("0" | "1"), at, id] => {
                let (at, id) = (at.parse().map_err(|_| ())?, Uuid::try_parse(id).map_err(|_| ())?);
                Ok(Self::Newest(Reverse(pinned == "1"), Reverse(at), Reverse(id)))
            }
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pinned_stands_first_then_the_newest() {
        let stand = |pinned, at, id| Stand::Newest(Reverse(pinned), Reverse(at), Reverse(Uuid::from_u128(id)));
        let ordered =
            [stand(true, 5, 1), stand(true, 4, 9), stand(false, 9, 3), stand(false, 9, 2), stand(false, -1, 4)];
        assert!(ordered.is_sorted());
        for one in ordered.into_iter().chain([Stand::Found(0), Stand::Found(999)]) {
            assert_eq!(one.to_string().parse(), Ok(one));
        }
        for bad in ["", "x", "-1", "2.5.00000000000000000000000000000001", "1.x.0", "1.5", "1.5.7.8", "1.5.zz"] {
            assert_eq!(bad.parse::<Stand>(), Err(()), "{bad}");
        }
        assert!(Stand::parse("7", false).is_err() && Stand::parse("7", true).is_ok());
    }
}
