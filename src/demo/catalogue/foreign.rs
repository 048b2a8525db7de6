//! Offers held in English or Ukrainian: their titles and texts.

mod english;
mod ukrainian;

/// What is said of one interest in another language.
pub(super) struct Foreign {
    /// Id of the interest.
    pub(super) topic: &'static str,
    /// Titles.
    pub(super) titles: &'static [&'static str],
    /// Opening sentences.
    pub(super) about: &'static [&'static str],
}

/// A language other than Polish.
pub(super) struct Tongue {
    /// BCP 47 tag.
    pub(super) tag: &'static str,
    /// The interests it has texts for.
    pub(super) offers: &'static [Foreign],
    /// Sentences that fit any of them.
    pub(super) common: &'static [&'static str],
    /// What is said when it is free.
    pub(super) free: &'static str,
    /// What is said when it is held online.
    pub(super) online: &'static str,
    /// Marks that tell groups apart.
    pub(super) groups: &'static [&'static str],
}

impl Tongue {
    /// The texts about an interest, if it has any.
    pub(super) fn offer(&self, topic: &str) -> Option<&'static Foreign> {
        self.offers.iter().find(|offer| offer.topic == topic)
    }
}

/// English.
pub(super) const ENGLISH: &Tongue = &english::TONGUE;
/// Ukrainian.
pub(super) const UKRAINIAN: &Tongue = &ukrainian::TONGUE;
