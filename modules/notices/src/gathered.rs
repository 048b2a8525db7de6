//! The mail that gathers what one reader is told at one moment.
//!
//! Arguments of the templates `notices/gathered` and `notices/alert`:
//!
//! | name | what |
//! | --- | --- |
//! | `subject` | the most telling item, and how much more there is |
//! | `count` | how many things are told, the hidden ones too |
//! | `more` | how many are told but not shown |
//! | `frequency` | of the most frequent of them: `AT_ONCE`, `DAILY`, `WEEKLY` |
//! | `groups` | `title` (a child's name, or what a subscription is called), `for_child`, and `items` |
//! | `centre` | the path of all that the reader was told; null for who has no account |
//! | `subscriptions` | the path at which all subscriptions are changed, without signing in |
//! | `pause` | the path at which everything is turned off |
//!
//! An item has `kind` (`PRICE_FELL`), `headline`, `title`, `path` (null if it leads nowhere any more), `organiser`,
//! `summary`, `body` (Markdown) and `link` (`href`, `label`) of announcements, `details` (`name`, `label`, `text`,
//! `was`), and `reasons` (`label`, `child`, `mute`: the path at which just that is turned off).

use std::collections::HashMap;

use identity::ChildId;
use kernel::{error::Result, scope::Scope};
use sea_orm::ActiveEnum as _;
use serde_json::{Value, json};

use crate::{
    CENTRE, SUBSCRIPTIONS,
    content::Content,
    link,
    notice::Model,
    reader::Model as Reader,
    reason::Reason,
    what::{Frequency, What},
    words,
};

/// Items that a mail shows.
pub(crate) const MAX_SHOWN: usize = 25;

/// What leaves in one mail.
pub(crate) struct Gathered<'a> {
    pub(crate) reader: &'a Reader,
    /// What is told, with whether its entry is still public.
    pub(crate) rows: Vec<(&'a Model, bool)>,
    /// Names of the reader's children.
    pub(crate) children: &'a HashMap<ChildId, String>,
}

/// Items under what they are told for.
struct Group {
    title: String,
    for_child: bool,
    items: Vec<Value>,
}

impl<'a> Gathered<'a> {
    /// The most telling first.
    pub(crate) fn new(
        reader: &'a Reader,
        mut rows: Vec<(&'a Model, bool)>,
        children: &'a HashMap<ChildId, String>,
    ) -> Self {
        rows.sort_by_key(|(row, _)| (!row.is_urgent, row.what, row.id));
        Self { reader, rows, children }
    }

    /// The line that says all, in the scope's language.
    pub(crate) fn subject(&self, scope: &Scope) -> String {
        let Some((first, _)) = self.rows.first() else { return String::new() };
        words::subject(scope, &Content::read(&first.told), first.what, self.rows.len() - 1)
    }

    /// What the first of it says besides, for a browser's message.
    pub(crate) fn body(&self, scope: &Scope) -> String {
        let Some((first, _)) = self.rows.first() else { return String::new() };
        let content = Content::read(&first.told);
        let details = words::details(scope, &content).into_iter().take(2).map(|detail| match detail.was {
            Some(was) => format!("{}: {was} → {}", detail.label, detail.text),
            None => format!("{}: {}", detail.label, detail.text),
        });
        words::organiser(&content).map(str::to_owned).into_iter().chain(details).collect::<Vec<_>>().join(" · ")
    }

    /// The path that leads to it: of the only entry there is, else of all that the reader was told.
    pub(crate) fn path(&self) -> String {
        match self.rows[..] {
            [(row, is_public)] if is_public || row.what == What::Announcement => Content::read(&row.told).path,
            _ => CENTRE.to_owned(),
        }
    }

    /// The only subscription for which all of it is told, if there is one.
    pub(crate) fn only_reason(&self) -> Option<uuid::Uuid> {
        let mut all = self.rows.iter().flat_map(|(row, _)| &row.reasons).map(|reason| reason.subscription);
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }

    /// How soon the most frequent of it was to be told.
    pub(crate) fn frequency(&self) -> Frequency {
        self.rows.iter().map(|(row, _)| row.frequency).min().unwrap_or(Frequency::AtOnce)
    }

    /// The template's arguments, in the scope's language.
    pub(crate) fn args(&self, scope: &Scope) -> Result<Value> {
        let mut groups: Vec<Group> = Vec::new();
        for (row, is_public) in self.rows.iter().take(MAX_SHOWN) {
            let (title, for_child) = self.told_for(scope, row);
            let item = self.item(scope, row, *is_public)?;
            match groups.iter_mut().find(|group| group.title == title && group.for_child == for_child) {
                Some(group) => group.items.push(item),
                None => groups.push(Group { title, for_child, items: vec![item] }),
            }
        }
        let groups: Vec<Value> = groups
            .into_iter()
            .map(|group| json!({ "title": group.title, "for_child": group.for_child, "items": group.items }))
            .collect();
        let everything = link::make(scope, self.reader, None)?;
        let has_account = self.reader.account_id.is_some();
        Ok(json!({
            "subject": self.subject(scope),
            "count": self.rows.len(),
            "more": self.rows.len().saturating_sub(MAX_SHOWN),
            "frequency": self.frequency().to_value(),
            "groups": groups,
            "centre": has_account.then_some(CENTRE),
            "subscriptions": if has_account { SUBSCRIPTIONS } else { everything.as_str() },
            "pause": everything,
        }))
    }

    /// What an item stands under: the child for whom it is, else what was asked for.
    fn told_for(&self, scope: &Scope, row: &Model) -> (String, bool) {
        if let Some(name) = row.reasons.iter().find_map(|reason| self.child(reason)) {
            return (name.to_owned(), true);
        }
        match (row.reasons.iter().next(), row.what) {
            (Some(reason), _) => (reason.label.clone(), false),
            (None, What::Announcement) => (scope.text("notices-group-announcements", &[]), false),
            (None, _) => (String::new(), false),
        }
    }

    fn child(&self, reason: &Reason) -> Option<&str> {
        self.children.get(&reason.child?).map(String::as_str)
    }

    fn item(&self, scope: &Scope, row: &Model, is_public: bool) -> Result<Value> {
        let content = Content::read(&row.told);
        let mut reasons = Vec::with_capacity(row.reasons.0.len());
        for reason in &row.reasons {
            reasons.push(json!({
                "label": reason.label,
                "child": self.child(reason),
                "mute": link::make(scope, self.reader, Some(reason.subscription))?,
            }));
        }
        let details: Vec<Value> = words::details(scope, &content)
            .into_iter()
            .map(|told| json!({ "name": told.name, "label": told.label, "text": told.text, "was": told.was }))
            .collect();
        // Announcements have pages, but no cards.
        let is_shown = is_public || row.what == What::Announcement;
        Ok(json!({
            "kind": row.what.to_value(),
            "headline": words::headline(scope, &content, row.what),
            "title": content.title,
            "path": Some(&content.path).filter(|path| is_shown && !path.is_empty()),
            "organiser": words::organiser(&content),
            "summary": words::summary(&content),
            "body": words::body(&content),
            "link": words::link(&content).map(|(href, label)| json!({ "href": href, "label": label })),
            "details": details,
            "reasons": reasons,
        }))
    }
}
