//! The form of an entry: what browsers send of it, as the fields of an entry in the notation of files.

use kernel::page::{PageInput, PageRequest};
use serde_json::{Map, Value, json};

use super::recurrence_form;

/// The longest name of an institution that is looked for, in characters.
pub(super) const MAX_SOUGHT: usize = 100;
/// Rows of lessons that a form can have.
const MAX_SLOTS: usize = 40;
/// Fields that are one text.
const TEXTS: [&str; 36] = [
    "title",
    "description",
    "provider",
    "minAge",
    "maxAge",
    "from",
    "until",
    "price",
    "priceUnit",
    "capacity",
    "placesLeft",
    "street",
    "building",
    "postalCode",
    "city",
    "lat",
    "lon",
    "district",
    "enrolmentUrl",
    "email",
    "phone",
    "name",
    "shortName",
    "entryKind",
    "sector",
    "founder",
    "website",
    "pupils",
    "lead",
    "venue",
    "onlineUrl",
    "signUp",
    "category",
    "pinnedUntil",
    "sourceUrl",
    "topic",
];
/// Fields of several values: boxes that are ticked, or words with commas between them.
const LISTS: [&str; 9] =
    ["interests", "languages", "accessibility", "tags", "audience", "levels", "seasons", "pictures", "files"];
/// Moments, each a day and, in a field beside it, a time of day.
const MOMENTS: [&str; 8] = [
    "enrolmentOpens",
    "enrolmentCloses",
    "starts",
    "ends",
    "publishAt",
    "withdrawAt",
    "questionsOpen",
    "questionsClose",
];
/// Boxes that are ticked or not.
const BOXES: [&str; 3] = ["online", "allDay", "waitingList"];
/// Rows of dates that are called off or moved, and of new pictures and files, that a form can have.
const MAX_ROWS: usize = 20;

/// All that an entry is to say. An institution that was named and not picked is said at its field.
pub(super) fn fields(request: &PageRequest<'_>, page: &mut PageInput) -> Map<String, Value> {
    let (mut fields, is_picked) = typed(request);
    if !is_picked {
        page.errors.insert("institution", "institution-not-picked");
        fields.remove("institution");
    }
    fields
}

/// All that an entry is to say as far as it can be told, and whether its institution can be.
pub(super) fn typed(request: &PageRequest<'_>) -> (Map<String, Value>, bool) {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.insert(name.to_owned(), value.into());
        }
    };
    for name in TEXTS {
        put(name, request.value(name).map(str::to_owned));
    }
    for name in LISTS {
        let values = request.values(name).flat_map(|value| value.split([',', '|']));
        let values: Vec<_> = values.map(str::trim).filter(|value| !value.is_empty()).collect();
        put(name, Some(values.join("|")));
    }
    for name in MOMENTS {
        put(name, moment(request.value(name), request.value(&format!("{name}Time"))));
    }
    put("slots", Some(slots(|name| request.value(name))));
    for name in BOXES {
        put(name, request.has(name).then(|| "yes".to_owned()));
    }
    if request.has("allDay") {
        // Whole days have no hours, whatever stands in their fields.
        for name in ["starts", "ends"] {
            put(name, request.value(name).map(str::to_owned));
        }
    }
    put("exceptions", Some(called_off(|name| request.value(name))));
    put("moved", Some(moved(|name| request.value(name))));
    put("recurrence", recurrence_form::recurrence(request));
    let institution =
        picked(request.value("institutionName"), request.value("institution"), request.value("institutionPicked"));
    let is_picked = institution.is_ok();
    put("institution", institution.ok().flatten());
    (fields, is_picked)
}

/// Pictures and files that were chosen, as the mutations take them: `newPicture` with its `newPictureAlt`, `newFile`; further
/// ones with their row's number behind the name.
pub(super) fn uploads(request: &PageRequest<'_>) -> (Vec<Value>, Vec<Value>) {
    let rows = || std::iter::once(String::new()).chain((0..MAX_ROWS).map(|number| number.to_string()));
    let pictures = rows().filter_map(|row| {
        let content = request.value(&format!("newPicture{row}"))?;
        let alt = request.value(&format!("newPictureAlt{row}")).unwrap_or_default();
        Some(json!({ "dataBase64": content, "alt": alt }))
    });
    let files = rows().filter_map(|row| {
        let content = request.value(&format!("newFile{row}"))?;
        let name = request.value(&format!("newFile{row}.name")).unwrap_or_default();
        Some(json!({ "dataBase64": content, "name": name }))
    });
    (pictures.collect(), files.collect())
}

/// Rows of a beginning that does not take place.
fn called_off<'a>(posted: impl Fn(&str) -> Option<&'a str>) -> String {
    let rows = (0..MAX_ROWS).filter_map(|number| posted(&format!("exception{number}")));
    rows.collect::<Vec<_>>().join("|")
}

/// Rows of a beginning, and the one at which it takes place instead.
fn moved<'a>(posted: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut rows = Vec::new();
    for number in 0..MAX_ROWS {
        let value = |name: &str| posted(&format!("{name}{number}"));
        let (from, to) = (value("movedFrom"), moment(value("movedTo"), value("movedToTime")));
        if from.is_some() || to.is_some() {
            let end = value("movedEnd").map(|end| format!("/{end}")).unwrap_or_default();
            rows.push(format!("{}>{}{end}", from.unwrap_or_default(), to.unwrap_or_default()));
        }
    }
    rows.join("|")
}

/// A day, or a moment of it.
fn moment(day: Option<&str>, time: Option<&str>) -> Option<String> {
    match (day, time) {
        (Some(day), Some(time)) if !day.contains('T') => Some(format!("{day}T{time}")),
        (Some(day), _) => Some(day.to_owned()),
        (None, time) => time.map(|time| format!("T{time}")),
    }
}

/// Rows of a day, a beginning and an end. What is missing of one that was begun is left for the check to say.
fn slots<'a>(posted: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut rows = Vec::new();
    for number in 0..MAX_SLOTS {
        let value = |name: &str| posted(&format!("{name}{number}"));
        let (day, from, to) = (value("slotDay"), value("slotFrom"), value("slotTo"));
        if day.is_some() || from.is_some() || to.is_some() {
            rows.push(format!("{} {}-{}", day.unwrap_or("?"), from.unwrap_or_default(), to.unwrap_or_default()));
        }
    }
    rows.join("|")
}

/// The institution that was picked by its name: the id beside a name that is still the one which was picked.
fn picked(name: Option<&str>, id: Option<&str>, picked_as: Option<&str>) -> Result<Option<String>, ()> {
    match (name, id) {
        (Some(name), Some(id)) if picked_as.is_none_or(|picked_as| picked_as == name) => Ok(Some(id.to_owned())),
        (None, _) => Ok(None),
        (Some(_), _) => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_lessons_become_one_text() {
        let posted = [
            ("slotDay0", "mon"),
            ("slotFrom0", "16:00"),
            ("slotTo0", "17:30"),
            ("slotDay2", "wed"),
            ("slotFrom3", "10:00"),
            ("slotTo3", "11:00"),
        ];
        let value = |name: &str| posted.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        assert_eq!(slots(value), "mon 16:00-17:30|wed -|? 10:00-11:00");
        assert_eq!(slots(|_| None), "");
    }

    #[test]
    fn moments_are_a_day_and_perhaps_a_time() {
        for (day, time, expected) in [
            (Some("2026-09-01"), Some("08:00"), Some("2026-09-01T08:00")),
            (Some("2026-09-01"), None, Some("2026-09-01")),
            (Some("2026-09-01T09:00"), Some("08:00"), Some("2026-09-01T09:00")),
            (None, Some("08:00"), Some("T08:00")),
            (None, None, None),
        ] {
            assert_eq!(moment(day, time).as_deref(), expected);
        }
    }

    #[test]
    fn a_name_that_was_changed_after_it_was_picked_is_not_the_institution() {
        assert_eq!(picked(Some("Latarnia"), Some("ins_1"), Some("Latarnia")), Ok(Some("ins_1".to_owned())));
        assert_eq!(picked(Some("Latarnia"), Some("ins_1"), None), Ok(Some("ins_1".to_owned())));
        assert_eq!(picked(None, Some("ins_1"), Some("Latarnia")), Ok(None), "the name was emptied");
        assert_eq!(picked(Some("Latarnia 2"), Some("ins_1"), Some("Latarnia")), Err(()));
        assert_eq!(picked(Some("Latarnia"), None, None), Err(()));
    }
}
