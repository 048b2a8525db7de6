//! Making the events of a calendar events here.
//!
//! Of each event it is kept what its calendar last said. What the desk changed since is the desk's; all else follows
//! the calendar, column by column, but that all columns which tell when are one, and all that tell where.

use std::collections::{BTreeSet, HashMap};

use kernel::{
    entry::{State, Wrong},
    error::{Fault, Result},
    history::Fields,
    refusal::Problem,
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{
    calendar_source::{self, Model as Source},
    finding::Finding,
    item::{self, Column, Entity, Model as Item},
    report::{Remark, Report},
    told::{Incoming, Translated},
};
use crate::{
    event::{EventId, Model as Event},
    fields, service,
};

/// Events that are written in one go, so that others may write between.
const BATCH: usize = 50;
/// Columns that tell one thing together.
const TOGETHER: [&[&str]; 3] = [
    &["starts", "ends", "all_day", "recurrence", "exceptions", "moved"],
    &["venue", "street", "building", "postal_code", "city", "lat", "lon", "district"],
    &["online", "online_url"],
];
/// What history calls it.
const IMPORT: &str = "import";

/// Makes the events of a calendar events of its institution. Nothing if the calendar was removed, or its address
/// changed, meanwhile.
pub(super) async fn apply(scope: &Scope, source: &Source, translated: Translated) -> Result<Option<Report>> {
    let mut report = Report { at: scope.now(), ..Report::default() };
    let Translated { events, problems, notes, named } = translated;
    // Of what cannot be read nobody knows which event it is: none may be taken for gone then.
    let all_named = problems.iter().all(|problem| problem.uid.is_some());
    for problem in problems {
        report.reject(problem.into());
    }
    for note in notes {
        report.note(note.into());
    }
    let mut past = 0_u32;
    for batch in events.chunks(BATCH) {
        let mut tx = scope.begin().await?;
        if !is_still(&tx, source).await? {
            return Ok(None);
        }
        let items = items(&tx, source, batch.iter().map(|incoming| incoming.uid.clone()).collect()).await?;
        // Whoever locks several events locks them in the order of their ids.
        let mut batch: Vec<&Incoming> = batch.iter().collect();
        batch.sort_by_key(|incoming| items.get(&incoming.uid).map(|item| item.event_id));
        for incoming in batch {
            match items.get(&incoming.uid) {
                None if incoming.is_past => past += 1,
                None if incoming.is_cancelled => {}
                None => create(&mut tx, source, incoming, &mut report).await?,
                Some(_) if incoming.is_past => report.unchanged += 1,
                Some(item) => update(&mut tx, source, item, incoming, &mut report).await?,
            }
        }
        tx.commit().await?;
    }
    if past > 0 {
        report.note(Remark::of(Finding::PastLeftOut, Some(past.to_string())));
    }
    if all_named {
        let named: BTreeSet<String> = named.into_iter().collect();
        if !withdraw_all(scope, source, &named, &mut report).await? {
            return Ok(None);
        }
    }
    Ok(Some(report))
}

/// Takes the coming events of a calendar out of sight.
pub(super) async fn archive_all(tx: &mut Tx, source: &Source) -> Result<()> {
    let ids: Vec<EventId> = Entity::find()
        .select_only()
        .column(Column::EventId)
        .filter(Column::SourceId.eq(source.id))
        .order_by_asc(Column::EventId)
        .into_tuple()
        .all(tx.db())
        .await?;
    let now = tx.scope().now();
    for id in ids {
        if service::lock(tx, id).await?.is_some_and(|event| event.state == State::Published && event.last_ends_at > now)
        {
            service::set_state(tx, id, State::Archived, None).await?;
        }
    }
    Ok(())
}

/// Whether the calendar is what it was when it was asked for; it stays so until the unit of work ends.
async fn is_still(tx: &Tx, source: &Source) -> Result<bool> {
    let row = calendar_source::Entity::find_by_id(source.id).lock_exclusive().one(tx.db()).await?;
    Ok(row.is_some_and(|row| row.url == source.url))
}

async fn items(tx: &Tx, source: &Source, uids: Vec<String>) -> Result<HashMap<String, Item>> {
    let rows =
        Entity::find().filter(Column::SourceId.eq(source.id)).filter(Column::Uid.is_in(uids)).all(tx.db()).await?;
    Ok(rows.into_iter().map(|row| (row.uid.clone(), row)).collect())
}

async fn create(tx: &mut Tx, source: &Source, incoming: &Incoming, report: &mut Report) -> Result<()> {
    let row = match row_of(tx.scope(), source, &incoming.fields).await? {
        Ok(row) => row,
        Err(problems) => {
            reject(report, incoming, None, &problems);
            return Ok(());
        }
    };
    let id = EventId::new(tx.scope().now());
    let said = fields::of(&tx.scope().tenant, &row);
    let row = Event { id, source: format!("ics:{}", source.id.0), source_id: incoming.uid.clone(), ..row };
    service::insert(tx, row, IMPORT).await?;
    let item = Item {
        source_id: source.id,
        uid: incoming.uid.clone(),
        event_id: id,
        said: serde_json::to_value(said).map_err(Fault::internal)?,
        withdrawn: false,
    };
    Entity::insert(item.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    report.created += 1;
    Ok(())
}

async fn update(tx: &mut Tx, source: &Source, item: &Item, incoming: &Incoming, report: &mut Report) -> Result<()> {
    let scope = tx.scope().clone();
    let Some(before) = service::lock(tx, item.event_id).await? else { return Ok(()) };
    let title = incoming.fields.get("title").map(String::as_str);
    let global = || Some(before.id.global());
    if incoming.is_cancelled {
        withdraw(tx, &before, item, report).await?;
        return Ok(());
    }
    let incoming_row = match row_of(&scope, source, &incoming.fields).await? {
        Ok(row) => row,
        Err(problems) => {
            reject(report, incoming, global(), &problems);
            return Ok(());
        }
    };
    let says = fields::of(&scope.tenant, &incoming_row);
    let said: Fields = serde_json::from_value(item.said.clone()).map_err(Fault::internal)?;
    let now = fields::of(&scope.tenant, &before);
    let (merged, kept) = merge(&said, &now, &says);
    if !kept.is_empty() {
        let remark = Remark::of(Finding::DeskKept, Some(kept.join(", ")));
        report.note(remark.at(&item.uid, title, global()));
    }
    let comes_back = item.withdrawn && before.state == State::Archived;
    let changes = merged != now;
    if changes {
        let after = match row_of(&scope, source, &merged).await? {
            Ok(row) => row,
            Err(problems) => {
                reject(report, incoming, global(), &problems);
                return Ok(());
            }
        };
        service::replace(tx, before.clone(), after, IMPORT, None).await?;
    }
    if comes_back {
        service::set_state(tx, before.id, State::Published, None).await?;
    }
    if says != said || item.withdrawn {
        let change = item::ActiveModel {
            source_id: Set(item.source_id),
            uid: Set(item.uid.clone()),
            said: Set(serde_json::to_value(says).map_err(Fault::internal)?),
            withdrawn: Set(false),
            ..Default::default()
        };
        Entity::update(change).validate()?.exec(tx.db()).await?;
    }
    if changes || comes_back {
        report.updated += 1;
    } else {
        report.unchanged += 1;
    }
    Ok(())
}

/// What an event is to say: what the calendar says, but where the desk has changed what it said before; and the columns
/// in which the desk's word stands against the calendar's.
fn merge(said: &Fields, now: &Fields, says: &Fields) -> (Fields, Vec<&'static str>) {
    let mut merged = Fields::new();
    let mut kept = Vec::new();
    let single = fields::COLUMNS.iter().filter(|column| !TOGETHER.iter().any(|group| group.contains(column)));
    let groups = single.map(std::slice::from_ref).chain(TOGETHER);
    for group in groups {
        let of = |fields: &Fields| group.iter().map(|column| fields.get(*column).cloned()).collect::<Vec<_>>();
        let (was, is, would) = (of(said), of(now), of(says));
        let taken = if is == was { &would } else { &is };
        if is != was && would != was && would != is {
            kept.extend(group.iter().filter(|column| now.get(**column) != says.get(**column)));
        }
        let values = group.iter().zip(taken).filter_map(|(column, value)| Some(((*column).to_owned(), value.clone()?)));
        merged.extend(values);
    }
    (merged, kept)
}

/// Takes an event out of sight that its calendar took back, if the desk has not.
async fn withdraw(tx: &mut Tx, event: &Event, item: &Item, report: &mut Report) -> Result<()> {
    if item.withdrawn || event.state != State::Published {
        report.unchanged += 1;
        return Ok(());
    }
    service::set_state(tx, event.id, State::Archived, None).await?;
    let change = item::ActiveModel {
        source_id: Set(item.source_id),
        uid: Set(item.uid.clone()),
        withdrawn: Set(true),
        ..Default::default()
    };
    Entity::update(change).validate()?.exec(tx.db()).await?;
    report.withdrawn += 1;
    Ok(())
}

/// Takes coming events out of sight that are no longer in their calendar. False if the calendar was removed meanwhile.
async fn withdraw_all(scope: &Scope, source: &Source, named: &BTreeSet<String>, report: &mut Report) -> Result<bool> {
    let known = Entity::find()
        .filter(Column::SourceId.eq(source.id))
        .filter(Column::Withdrawn.eq(false))
        .order_by_asc(Column::EventId)
        .all(&*scope.fresh().db().await?)
        .await?;
    let gone: Vec<Item> = known.into_iter().filter(|item| !named.contains(&item.uid)).collect();
    for batch in gone.chunks(BATCH) {
        let mut tx = scope.begin().await?;
        if !is_still(&tx, source).await? {
            return Ok(false);
        }
        let now = tx.scope().now();
        for item in batch {
            if let Some(event) = service::lock(&tx, item.event_id).await?.filter(|event| event.last_ends_at > now) {
                withdraw(&mut tx, &event, item, report).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(true)
}

/// The row that fields describe, at the calendar's institution if they name none; or what is wrong with them.
async fn row_of(scope: &Scope, source: &Source, said: &Fields) -> Result<Result<Event, Vec<Problem<Wrong>>>> {
    let mut said = said.clone();
    let own = source.institution_id.global();
    said.entry("institution".to_owned()).or_insert_with(|| own.clone());
    let draft = match fields::read(&scope.tenant, &said) {
        Ok(draft) => draft,
        Err(problems) => return Ok(Err(problems)),
    };
    let known = match &draft.institution {
        // Nearly always: no need to look it up.
        Some(reference) if *reference == own => HashMap::from([(own, source.institution_id)]),
        reference => directory::service::resolve_references(scope, reference.as_slice()).await?,
    };
    let mut row = match draft.resolved(&known) {
        Ok(row) => row,
        Err(problem) => return Ok(Err(vec![problem])),
    };
    service::locate(scope, &mut row).await?;
    Ok(Ok(row))
}

fn reject(report: &mut Report, incoming: &Incoming, event: Option<String>, problems: &[Problem<Wrong>]) {
    let title = incoming.fields.get("title").map(|title| super::told::shortened(title));
    // The first tells enough: what is mended in the calendar is read again within the hour.
    let remark = problems.first().map(Remark::problem).unwrap_or_default();
    report.reject(remark.at(&incoming.uid, title.as_deref(), event));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(column, value)| ((*column).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_desk_s_word_stands_where_it_changed_something() {
        let said = told(&[
            ("title", "Koncert"),
            ("starts", "2026-12-05T16:00"),
            ("ends", "2026-12-05T17:00"),
            ("venue", "Aula"),
        ]);
        let with = |changes: &[(&str, &str)]| -> Fields {
            let mut fields = said.clone();
            fields.extend(told(changes));
            fields
        };
        let moved = with(&[("starts", "2026-12-06T16:00"), ("ends", "2026-12-06T17:00")]);
        let enriched = with(&[("interests", "music"), ("title", "Koncert kolęd")]);
        // (what it says here, what the calendar says now, what it is to say, what is kept against the calendar)
        for (now, says, merged, kept) in [
            (said.clone(), said.clone(), said.clone(), vec![]),
            (said.clone(), moved.clone(), moved.clone(), vec![]),
            (enriched.clone(), said.clone(), enriched.clone(), vec![]),
            (
                enriched.clone(),
                moved.clone(),
                with(&[
                    ("interests", "music"),
                    ("title", "Koncert kolęd"),
                    ("starts", "2026-12-06T16:00"),
                    ("ends", "2026-12-06T17:00"),
                ]),
                vec![],
            ),
            (enriched.clone(), with(&[("title", "Koncert noworoczny")]), enriched.clone(), vec!["title"]),
            // When it is, is one thing: a later end here is not mixed with another day there.
            (
                with(&[("ends", "2026-12-05T18:00")]),
                moved.clone(),
                with(&[("ends", "2026-12-05T18:00")]),
                vec!["starts", "ends"],
            ),
            (moved.clone(), moved.clone(), moved.clone(), vec![]),
        ] {
            assert_eq!(merge(&said, &now, &says), (merged, kept), "{now:?} {says:?}");
        }
    }
}
