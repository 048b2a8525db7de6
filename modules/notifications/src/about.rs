//! What can become of what somebody wants to be told of, and what of that is told if they do not say.

use notices::{Frequency, What};

use crate::target::{Entry, SubscriptionTargetInput as Target};

/// What can become of an offer that one searches for.
const OF_OFFERS: &[What] =
    &[What::Appeared, What::PlaceFreed, What::PriceFell, What::EnrolmentOpened, What::Changed, What::CalledOff];
/// What is told of an offer that one searches for, if nobody says.
const USUAL_OF_OFFERS: &[What] = &[What::Appeared, What::PlaceFreed, What::PriceFell, What::EnrolmentOpened];
/// What can become of what is read.
const OF_TEXTS: &[What] = &[What::Appeared, What::Changed];
/// What can become of whatever is about something.
const OF_ALL: &[What] = &[
    What::Appeared,
    What::PlaceFreed,
    What::PriceFell,
    What::EnrolmentOpened,
    What::Changed,
    What::CalledOff,
    What::Announcement,
];
/// What can become of one entry that is followed.
const OF_ENTRY: &[What] =
    &[What::PlaceFreed, What::PriceFell, What::EnrolmentOpened, What::Changed, What::CalledOff, What::Announcement];

/// All that one can be told of a target.
pub(crate) fn possible(target: &Target) -> &'static [What] {
    match target {
        Target::Activities(_) | Target::Events(_) | Target::Everything(_) => OF_OFFERS,
        Target::Institutions(_) | Target::News(_) | Target::Advice(_) => OF_TEXTS,
        Target::Debates(_) => &[What::Appeared, What::Changed, What::CalledOff],
        Target::Interest(_) | Target::District(_) => OF_ALL,
        Target::Entry(id) => match Entry::parse(id) {
            Some(Entry::Institution(_)) | None => OF_ALL,
            Some(Entry::Activity(_) | Entry::Event(_)) => OF_ENTRY,
            Some(Entry::Debate(_)) => &[What::Changed, What::CalledOff, What::Announcement],
        },
        Target::Alerts(_) => &[What::Alert],
    }
}

/// What one is told of a target if they do not say.
pub(crate) fn usual(target: &Target) -> &'static [What] {
    match target {
        Target::Activities(_) | Target::Events(_) => USUAL_OF_OFFERS,
        Target::Institutions(_) | Target::News(_) | Target::Advice(_) | Target::Debates(_) | Target::Everything(_) => {
            &[What::Appeared]
        }
        Target::Interest(_) | Target::District(_) => &[What::Appeared, What::Announcement],
        Target::Entry(id) => match Entry::parse(id) {
            Some(Entry::Institution(_)) | None => {
                &[What::Appeared, What::EnrolmentOpened, What::CalledOff, What::Announcement]
            }
            _ => possible(target),
        },
        Target::Alerts(_) => &[What::Alert],
    }
}

/// How often one is told of a target if they do not say: what cannot wait at once, what is many once a day.
pub(crate) fn usual_frequency(target: &Target) -> Frequency {
    match target {
        Target::Alerts(_) => Frequency::AtOnce,
        Target::Entry(id) if !matches!(Entry::parse(id), Some(Entry::Institution(_))) => Frequency::AtOnce,
        _ => Frequency::Daily,
    }
}

/// What is chosen of what is possible, each once and in its order; what cannot become of the target is dropped.
pub(crate) fn chosen(target: &Target, wanted: &[What]) -> Vec<What> {
    possible(target).iter().copied().filter(|what| wanted.contains(what)).collect()
}
