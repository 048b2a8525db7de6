//! Where something takes place: at an address of its own, else at its institution's.

use std::collections::HashMap;

use kernel::{
    scope::Scope,
    tenancy::{LatLon, Precision},
};
use search_index::{GeoPoint, Place as NamedPlace, PlaceKind};

use crate::{
    institution::{Model as Institution, street_line},
    service::place,
};

/// Where something takes place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// What the place is called: the institution's name, if it is there.
    pub name: Option<String>,
    /// Street.
    pub street: Option<String>,
    /// Building.
    pub building: Option<String>,
    /// Flat or room.
    pub unit: Option<String>,
    /// Postcode.
    pub postal_code: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// District, by its id.
    pub district: Option<String>,
    /// The location.
    pub location: Option<LatLon>,
    /// How well it is known.
    pub precision: Option<String>,
}

/// What an entry says of its own place.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnAddress<'a> {
    /// Street.
    pub street: Option<&'a str>,
    /// Building.
    pub building: Option<&'a str>,
    /// Postcode.
    pub postal_code: Option<&'a str>,
    /// Town.
    pub city: Option<&'a str>,
    /// District, by its id.
    pub district: Option<&'a str>,
    /// The location.
    pub point: Option<LatLon>,
    /// How well it is known, a name of [`Precision`].
    pub precision: Option<&'a str>,
}

impl OwnAddress<'_> {
    /// Whether there is an address at all.
    fn is_given(&self) -> bool {
        self.point.is_some() || self.street.is_some() || self.postal_code.is_some()
    }

    /// Where that is, as well as it is known. What has an institution and no address of its own is located there, not in
    /// the middle of a district.
    pub fn located(
        &self,
        scope: &Scope,
        has_institution: bool,
        postcodes: &HashMap<String, LatLon>,
    ) -> Option<(LatLon, Precision)> {
        place(scope, self.point, self.postal_code, self.district, postcodes)
            .filter(|_| self.is_given() || !has_institution)
    }

    /// The place that is meant, beside the institution's.
    pub fn at(self, institution: Option<&Institution>) -> Place {
        let has_address = self.is_given();
        let host = institution.filter(|institution| !has_address || self.is_of(institution));
        // At its institution's address it is where the institution is, if that is known better.
        let is_exact = self.point.is_some() && self.precision == Some(Precision::Exact.as_str());
        let (location, precision) = match host.and_then(|host| Some((host.location()?, host.precision.clone()))) {
            Some((point, precision)) if !is_exact => (Some(point), precision),
            _ => (self.point, self.precision.map(str::to_owned)),
        };
        let address = host.filter(|_| !has_address);
        let told = |own: Option<&str>, of: fn(&Institution) -> &Option<String>| match address {
            Some(host) => of(host).clone(),
            None => own.map(str::to_owned),
        };
        Place {
            name: host.map(|host| host.name.clone()),
            street: told(self.street, |host| &host.street),
            building: told(self.building, |host| &host.building),
            unit: address.and_then(|host| host.unit.clone()),
            postal_code: told(self.postal_code, |host| &host.postal_code),
            city: told(self.city, |host| &host.city),
            district: self.district.map(str::to_owned).or_else(|| host.and_then(|host| host.district.clone())),
            location,
            precision,
        }
    }

    /// Whether this is the institution's address.
    fn is_of(&self, institution: &Institution) -> bool {
        self.street.is_some()
            && self.street == institution.street.as_deref()
            && self.building == institution.building.as_deref()
    }
}

impl Place {
    /// What it is called and its street, on one line; nothing if neither is known.
    pub fn line(&self) -> Option<String> {
        let street = street_line(self.street.as_deref(), self.building.as_deref(), self.unit.as_deref());
        let parts: Vec<_> = self.name.clone().into_iter().chain(street).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Its street as a place by which people may say where they look, if its location is known to the building.
    pub fn named_street(&self) -> Option<NamedPlace> {
        let exact = self.location.filter(|_| self.precision.as_deref() == Some(Precision::Exact.as_str()));
        let LatLon { lat, lon } = exact?;
        let points = vec![GeoPoint { lat, lon }];
        Some(NamedPlace { name: self.street.clone()?, kind: PlaceKind::Street, id: None, points })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school() -> Institution {
        Institution {
            name: "SP 5".to_owned(),
            street: Some("Leśna".to_owned()),
            building: Some("3".to_owned()),
            city: Some("Dębno".to_owned()),
            lat: Some(52.7),
            lon: Some(14.7),
            precision: Some("EXACT".to_owned()),
            district: Some("rynek".to_owned()),
            ..Institution::default()
        }
    }

    #[test]
    fn without_an_address_it_is_at_its_institution() {
        let place = OwnAddress::default().at(Some(&school()));
        assert_eq!((place.name.as_deref(), place.street.as_deref()), (Some("SP 5"), Some("Leśna")));
        assert_eq!((place.location, place.district.as_deref()), (LatLon::new(52.7, 14.7), Some("rynek")));
    }

    #[test]
    fn an_address_elsewhere_is_its_own() {
        let own = OwnAddress { street: Some("Rynek"), building: Some("1"), ..OwnAddress::default() };
        let place = own.at(Some(&school()));
        assert_eq!((place.name, place.street.as_deref(), place.location), (None, Some("Rynek"), None));
    }

    #[test]
    fn the_institution_s_own_address_is_located_as_well_as_that() {
        let own = OwnAddress {
            street: Some("Leśna"),
            building: Some("3"),
            point: LatLon::new(52.0, 14.0),
            precision: Some("POSTCODE"),
            ..OwnAddress::default()
        };
        let place = own.at(Some(&school()));
        assert_eq!((place.name.as_deref(), place.location), (Some("SP 5"), LatLon::new(52.7, 14.7)));
        let exact = OwnAddress { precision: Some("EXACT"), ..own }.at(Some(&school()));
        assert_eq!(exact.location, LatLon::new(52.0, 14.0));
    }
}
