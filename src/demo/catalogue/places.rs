//! Addresses and points of a city.

use super::draw::Draw;
use super::names::STREETS;
use super::{City, District};

/// Where something is.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    pub(super) street: String,
    pub(super) building: String,
    pub(super) postal_code: String,
    /// Id of the district, empty in a city without districts.
    pub(super) district: String,
    pub(super) location: (f64, f64),
}

/// The districts in a random order, dealt one after another so that each gets its share.
pub(super) struct Places<'a> {
    city: &'a City<'a>,
    order: Vec<usize>,
    next: usize,
}

impl<'a> Places<'a> {
    /// The places of a city.
    pub(super) fn new(city: &'a City<'a>, draw: &mut Draw) -> Self {
        let mut order = (0..city.districts.len()).collect::<Vec<_>>();
        draw.shuffle(&mut order);
        Self { city, order, next: 0 }
    }

    /// An address in the district whose turn it is.
    pub(super) fn deal(&mut self, draw: &mut Draw) -> Place {
        let index = self.order.get(self.next % self.order.len().max(1)).copied().unwrap_or(0);
        self.next += 1;
        let district = self.city.districts.get(index);
        let centre = district.map_or(self.city.centre, |district| district.location);
        let street = draw.text(STREETS);
        let number = draw.between(1, 98);
        let letter = ["", "", "", "", "", "a", "b"][draw.index(7)];
        let zone = u32::try_from(index).unwrap_or(0) * 23 % 890;
        let code = 10 + zone + draw.below(20);
        Place {
            street: street.to_owned(),
            building: format!("{number}{letter}"),
            postal_code: format!("{}-{code:03}", self.city.postal_prefix),
            district: district.map(|district: &District<'_>| district.id.to_owned()).unwrap_or_default(),
            location: (centre.0 + draw.offset() * 0.005, centre.1 + draw.offset() * 0.008),
        }
    }
}

/// A coordinate as the files write it.
pub(super) fn coordinate(degrees: f64) -> String {
    format!("{degrees:.5}")
}

/// A nine-digit number in a Polish area code that is not in use.
pub(super) fn phone(draw: &mut Draw) -> String {
    format!("+48 99 {:03} {:02} {:02}", draw.below(1000), draw.below(100), draw.below(100))
}
