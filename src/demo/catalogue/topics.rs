//! What is taught: one [`Topic`] for each interest of the taxonomy, with the Polish texts an offer is built of.
//!
//! Knows nothing of cities, dates or prices. Every sentence stands on its own, so that the parts can be put together
//! in any order; nothing is inflected by machine.

use super::profile::Profile;

mod ball_sports;
mod dance;
mod individual_sports;
mod languages;
mod martial_arts;
mod mind_life;
mod music;
mod outdoor_safety;
mod science;
mod society;
mod tech;
mod theatre_media;
mod visual_arts;

/// One interest and the texts about it.
///
/// A text that fits only some ages begins with the letters of its bands and a bar, as in `"PE|Mali Piłkarze"`; see
/// [`super::ages::Band`].
pub(super) struct Topic {
    /// Id in the taxonomy.
    pub(super) id: &'static str,
    /// Who offers it, for how much, in what groups.
    pub(super) profile: Profile,
    /// How common it is; about so many offers among 1 500.
    pub(super) weight: u32,
    /// Letters of the age bands it is offered to, repeated for the frequent ones.
    pub(super) bands: &'static str,
    /// Youngest age in years at which it makes sense, 0 where the bands say it all.
    pub(super) from_age: u32,
    /// Interests that an offer may name besides.
    pub(super) related: &'static [&'static str],
    /// Plain and figurative titles.
    pub(super) titles: &'static [&'static str],
    /// Sentences that say what it is.
    pub(super) about: &'static [&'static str],
    /// Sentences that say what is done.
    pub(super) doing: &'static [&'static str],
    /// Points for a list, in the nominative.
    pub(super) items: &'static [&'static str],
}

/// All topics, in the order of the taxonomy.
pub(super) fn all() -> impl Iterator<Item = &'static Topic> {
    [
        ball_sports::TOPICS,
        individual_sports::TOPICS,
        martial_arts::TOPICS,
        dance::TOPICS,
        music::TOPICS,
        visual_arts::TOPICS,
        theatre_media::TOPICS,
        languages::TOPICS,
        science::TOPICS,
        tech::TOPICS,
        society::TOPICS,
        outdoor_safety::TOPICS,
        mind_life::TOPICS,
    ]
    .into_iter()
    .flatten()
}
