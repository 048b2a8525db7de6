//! What entries of several modules are made of: ages, price, what makes them accessible.

use async_graphql::{Context, Enum, Object, SimpleObject};
use kernel::{
    graphql::{ContextExt as _, scalars::Decimal},
    scope::Scope,
};

use crate::{fields::ACCESSIBILITY, labels, price::PriceUnit};

/// Ages, both ends included.
#[derive(SimpleObject)]
pub struct AgeRange {
    /// The youngest, in whole months; null for no limit.
    pub min_months: Option<i32>,
    /// The oldest, in whole months, that month included; null for no limit.
    pub max_months: Option<i32>,
    /// The range for people.
    pub label: String,
}

impl AgeRange {
    /// The range between these months.
    pub fn of(scope: &Scope, min_months: Option<i32>, max_months: Option<i32>) -> Self {
        Self { min_months, max_months, label: labels::ages(scope, min_months, max_months) }
    }
}

/// What something costs.
#[derive(Clone, Copy, Debug)]
pub struct Price {
    /// The amount in grosze.
    pub minor: i64,
    /// What it is for, if somebody said.
    pub unit: Option<PriceUnit>,
}

/// What something costs.
#[Object]
impl Price {
    /// The amount.
    async fn amount(&self) -> Decimal {
        Decimal(self.minor)
    }

    /// The currency, ISO 4217.
    async fn currency(&self) -> &str {
        "PLN"
    }

    /// What the amount is for; null if nobody said.
    async fn unit(&self) -> Option<PricePer> {
        self.unit.map(Into::into)
    }

    /// Whether it costs nothing.
    async fn is_free(&self) -> bool {
        self.minor == 0
    }

    /// The price for people.
    async fn label(&self, ctx: &Context<'_>) -> String {
        labels::price(ctx.scope(), self.minor, self.unit)
    }
}

/// What a price is for.
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "PriceUnit", remote = "PriceUnit")]
enum PricePer {
    /// One lesson.
    Class,
    /// A month.
    Month,
    /// A term of school.
    Term,
    /// All of it.
    Once,
}

/// What makes something accessible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum AccessibilityFeature {
    /// One can come in a wheelchair.
    Wheelchair,
    /// Polish Sign Language is spoken.
    SignLanguage,
    /// There is an induction loop.
    HearingLoop,
    /// Material in Braille.
    Braille,
    /// There is a quiet room.
    QuietRoom,
}

impl AccessibilityFeature {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Wheelchair, Self::SignLanguage, Self::HearingLoop, Self::Braille, Self::QuietRoom];

    /// The feature of that id.
    pub fn parse(id: &str) -> Option<Self> {
        ACCESSIBILITY.iter().position(|known| *known == id).and_then(|at| Self::ALL.get(at).copied())
    }

    /// Its id, as files name it.
    pub fn id(self) -> &'static str {
        let at = Self::ALL.iter().position(|feature| *feature == self).unwrap_or_default();
        ACCESSIBILITY.get(at).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_and_their_ids_agree() {
        for (feature, id) in AccessibilityFeature::ALL.into_iter().zip(ACCESSIBILITY) {
            assert_eq!((AccessibilityFeature::parse(id), feature.id()), (Some(feature), id));
        }
    }
}
