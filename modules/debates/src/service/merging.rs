//! Which questions stand behind which, and how many people support them together.

use std::collections::{HashMap, HashSet};

use kernel::{
    error::Result,
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use super::KEYS_PER_SELECT;
use crate::{
    debate::DebateId,
    person::Person,
    question::{ActiveModel, Column, Entity, Model, QuestionId},
    states::State,
    support,
};

/// What stands directly behind each question of a debate. A question that its asker took back after it was merged still
/// stands there, so that those who supported it are not lost.
async fn behind(db: &impl ConnectionTrait, debate: DebateId) -> Result<HashMap<QuestionId, Vec<QuestionId>>> {
    let rows: Vec<(QuestionId, Option<QuestionId>)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::MergedInto])
        .filter(Column::DebateId.eq(debate))
        .filter(Column::MergedInto.is_not_null())
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut behind: HashMap<QuestionId, Vec<QuestionId>> = HashMap::new();
    for (id, into) in rows {
        if let Some(into) = into {
            behind.entry(into).or_default().push(id);
        }
    }
    Ok(behind)
}

/// A question and all that stand behind it, however far.
fn family_of(root: QuestionId, behind: &HashMap<QuestionId, Vec<QuestionId>>) -> Vec<QuestionId> {
    let mut family = vec![root];
    let mut at = 0;
    while let Some(id) = family.get(at) {
        let next = behind.get(id).into_iter().flatten().filter(|id| !family.contains(id));
        let next: Vec<_> = next.copied().collect();
        family.extend(next);
        at += 1;
    }
    family
}

/// A question and all that stand behind it.
pub(super) async fn family(tx: &Tx, debate: DebateId, root: QuestionId) -> Result<Vec<QuestionId>> {
    Ok(family_of(root, &behind(tx.db(), debate).await?))
}

/// A question and all that stand behind it and were not taken back.
pub(crate) async fn family_rows(tx: &Tx, root: &Model) -> Result<Vec<Model>> {
    let family = family(tx, root.debate_id, root.id).await?;
    let rows = Entity::find().filter(Column::Id.is_in(family)).filter(Column::State.ne(State::Withdrawn));
    Ok(rows.order_by_asc(Column::Id).all(tx.db()).await?)
}

/// The question that one stands behind at last; itself if behind none.
pub(super) async fn root_of(tx: &Tx, row: Model) -> Result<Model> {
    let mut root = row;
    let mut seen = HashSet::new();
    while let Some(into) = root.merged_into {
        let next = Entity::find_by_id(into).one(tx.db()).await?;
        match next.filter(|next| seen.insert(next.id)) {
            Some(next) => root = next,
            None => break,
        }
    }
    Ok(root)
}

/// Those of these questions that somebody supports, or one that stands behind them.
pub(super) async fn supported(scope: &Scope, rows: &[Model], whose: Condition) -> Result<HashSet<QuestionId>> {
    let db = scope.db().await?;
    let mut debates: Vec<DebateId> = rows.iter().map(|row| row.debate_id).collect();
    debates.sort_unstable();
    debates.dedup();
    let mut found = HashSet::new();
    for debate in debates {
        let of_debate = sea_orm::sea_query::Query::select()
            .column(Column::Id)
            .from(Entity)
            .and_where(Column::DebateId.eq(debate))
            .to_owned();
        let supports: Vec<QuestionId> = support::Entity::find()
            .select_only()
            .column(support::Column::QuestionId)
            .filter(whose.clone())
            .filter(support::Column::QuestionId.in_subquery(of_debate))
            .into_tuple()
            .all(&*db)
            .await?;
        if supports.is_empty() {
            continue;
        }
        let supports: HashSet<_> = supports.into_iter().collect();
        let behind = behind(&*db, debate).await?;
        for row in rows.iter().filter(|row| row.debate_id == debate) {
            if family_of(row.id, &behind).iter().any(|id| supports.contains(id)) {
                found.insert(row.id);
            }
        }
    }
    Ok(found)
}

/// A person's supports of a question and of what stands behind it.
pub(super) async fn supports_of(tx: &Tx, root: &Model, person: &Person) -> Result<Vec<support::Model>> {
    let family = family(tx, root.debate_id, root.id).await?;
    let rows = support::Entity::find()
        .filter(support::Column::QuestionId.is_in(family))
        .filter(person.rows(support::Column::Digest, support::Column::AccountId));
    Ok(rows.all(tx.db()).await?)
}

/// Counts anew who supports a question and what stands behind it, each person once. The caller holds the debate's lock.
pub(super) async fn recount(tx: &Tx, debate: DebateId, root: QuestionId) -> Result<i32> {
    let family = family(tx, debate, root).await?;
    let mut people = People::default();
    // Accounts link addresses, so those that name both come first.
    for is_linked in [true, false] {
        for chunk in family.chunks(KEYS_PER_SELECT) {
            let both = support::Column::AccountId.is_not_null();
            let rows: Vec<(Option<String>, Option<identity::AccountId>)> = support::Entity::find()
                .select_only()
                .columns([support::Column::Digest, support::Column::AccountId])
                .filter(support::Column::QuestionId.is_in(chunk.iter().copied()))
                .filter(if is_linked { both } else { support::Column::AccountId.is_null() })
                .order_by_asc(support::Column::Id)
                .into_tuple()
                .all(tx.db())
                .await?;
            for (digest, account) in rows {
                people.count(digest, account);
            }
        }
    }
    let change = ActiveModel { supports: Set(people.count), ..Default::default() };
    Entity::update_many().set(change).filter(Column::Id.eq(root)).exec(tx.db()).await?;
    Ok(people.count)
}

/// People, told from each other by address or account.
#[derive(Default)]
struct People {
    digests: HashSet<String>,
    accounts: HashSet<identity::AccountId>,
    count: i32,
}

impl People {
    fn count(&mut self, digest: Option<String>, account: Option<identity::AccountId>) {
        let is_known = digest.as_ref().is_some_and(|digest| self.digests.contains(digest))
            || account.is_some_and(|account| self.accounts.contains(&account));
        self.digests.extend(digest);
        self.accounts.extend(account);
        self.count += i32::from(!is_known);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn people_count_once_by_address_or_account() {
        let account = |number| Some(identity::AccountId(Uuid::from_u128(number)));
        let digest = |text: &str| Some(text.to_owned());
        let mut people = People::default();
        for (digest, account) in [
            (digest("a"), account(1)),
            (digest("b"), account(1)),
            (digest("c"), account(2)),
            (digest("b"), None),
            (digest("d"), None),
            (digest("d"), None),
            (None, None),
            (None, None),
        ] {
            people.count(digest, account);
        }
        assert_eq!(people.count, 5, "1, 2, d and two of whom nothing is known");
    }

    #[test]
    fn families_reach_as_far_as_they_go() {
        let id = |number| QuestionId(Uuid::from_u128(number));
        let behind = HashMap::from([(id(1), vec![id(2), id(3)]), (id(3), vec![id(4)]), (id(4), vec![id(1)])]);
        assert_eq!(family_of(id(1), &behind), [1, 2, 3, 4].map(id), "even if rows went in a circle");
        assert_eq!(family_of(id(5), &behind), [id(5)]);
    }
}
