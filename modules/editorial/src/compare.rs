//! A proposal beside what is published: the differences, and where both sides changed the same.

use kernel::history::Fields;

/// One field in its three states. Nothing where it has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// The field, a column of the files that entries can be imported from.
    pub field: String,
    /// What the author had before their eyes.
    pub seen: Option<String>,
    /// What is published now.
    pub published: Option<String>,
    /// What it is to be.
    pub proposed: Option<String>,
}

impl Change {
    /// Whether what is published became something else since the author looked, which is not what they propose.
    pub(crate) fn is_conflict(&self) -> bool {
        self.seen != self.published && self.proposed != self.published
    }
}

/// What a proposal would change in what is published, by the names of fields. What the author left as they saw it is no
/// change, whatever it became since.
pub(crate) fn changes(seen: &Fields, published: &Fields, proposed: &Fields) -> Vec<Change> {
    let mut names: Vec<_> = seen.keys().chain(published.keys()).chain(proposed.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let touched = names
        .into_iter()
        .filter(|name| proposed.get(*name) != seen.get(*name) && proposed.get(*name) != published.get(*name));
    let change = |field: &String| Change {
        field: field.clone(),
        seen: seen.get(field).cloned(),
        published: published.get(field).cloned(),
        proposed: proposed.get(field).cloned(),
    };
    touched.map(change).collect()
}

/// What is published with these changes made to it.
pub(crate) fn applied(published: &Fields, changes: &[Change]) -> Fields {
    let mut fields = published.clone();
    for change in changes {
        match &change.proposed {
            Some(value) => fields.insert(change.field.clone(), value.clone()),
            None => fields.remove(&change.field),
        };
    }
    fields
}

/// Whether the fields that were changed from `before` to `after` still say in `now` what they were changed to.
pub(crate) fn is_untouched(before: &Fields, after: &Fields, now: &Fields) -> bool {
    kernel::history::difference(before, after).iter().all(|change| now.get(&change.field) == change.after.as_ref())
}

/// What is published with the fields that were changed from `before` to `after` as they were before.
pub(crate) fn reverted(before: &Fields, after: &Fields, now: &Fields) -> Fields {
    let mut fields = now.clone();
    for change in kernel::history::difference(before, after) {
        match change.before {
            Some(value) => fields.insert(change.field, value),
            None => fields.remove(&change.field),
        };
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn each_side_s_changes_are_kept_and_the_same_field_is_a_conflict() {
        let seen =
            fields(&[("title", "Szachy"), ("price", "10"), ("phone", "1"), ("city", "Dębno"), ("email", "a@b.pl")]);
        let published =
            fields(&[("title", "Szachy"), ("price", "20"), ("phone", "2"), ("city", "Dębno"), ("email", "c@d.pl")]);
        let proposed = fields(&[("title", "Szachy dla dzieci"), ("price", "15"), ("phone", "1"), ("email", "c@d.pl")]);
        let changes = changes(&seen, &published, &proposed);
        let told: Vec<_> = changes.iter().map(|change| (change.field.as_str(), change.is_conflict())).collect();
        assert_eq!(told, [("city", false), ("price", true), ("title", false)], "phone and e-mail are as published");
        let expected = fields(&[("title", "Szachy dla dzieci"), ("price", "15"), ("phone", "2"), ("email", "c@d.pl")]);
        assert_eq!(applied(&published, &changes), expected);
    }

    #[test]
    fn what_was_changed_can_be_taken_back_until_somebody_touches_it() {
        let (before, after) = (fields(&[("title", "A"), ("price", "1")]), fields(&[("title", "B"), ("price", "1")]));
        let elsewhere = fields(&[("title", "B"), ("price", "2")]);
        assert!(is_untouched(&before, &after, &elsewhere));
        assert_eq!(reverted(&before, &after, &elsewhere), fields(&[("title", "A"), ("price", "2")]));
        assert!(!is_untouched(&before, &after, &fields(&[("title", "C"), ("price", "1")])));
    }
}
