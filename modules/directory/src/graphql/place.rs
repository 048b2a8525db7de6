//! Places: addresses, locations, districts, and where to measure from.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use kernel::{
    error::{Fault, Result},
    graphql::{ContextExt as _, connection::MAX_QUERY},
    scope::Scope,
    tenancy::{self, Precision},
};
use search_index::{GeoPoint, Near};

use crate::{institution::street_line, service};

/// A postal address.
#[derive(Clone, Debug, Default, SimpleObject)]
#[graphql(complex)]
pub struct Address {
    /// Street, with its kind.
    pub street: Option<String>,
    /// Building.
    pub building: Option<String>,
    /// Flat or room.
    pub unit: Option<String>,
    /// Postcode.
    pub postal_code: Option<String>,
    /// Town or village.
    pub city: Option<String>,
}

#[async_graphql::ComplexObject]
impl Address {
    /// The address on one line.
    async fn label(&self) -> String {
        let town: Vec<_> = self.postal_code.iter().chain(&self.city).map(String::as_str).collect();
        let street = street_line(self.street.as_deref(), self.building.as_deref(), self.unit.as_deref());
        street.into_iter().chain((!town.is_empty()).then(|| town.join(" "))).collect::<Vec<_>>().join(", ")
    }
}

/// A place on Earth (WGS 84).
#[derive(Clone, Copy, Debug, SimpleObject)]
pub struct Location {
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// How well it is known.
    pub precision: LocationPrecision,
}

impl Location {
    /// The location of a row.
    pub fn of(point: Option<tenancy::LatLon>, precision: Option<&str>) -> Option<Self> {
        let precision = precision.and_then(Precision::parse).unwrap_or(Precision::District);
        point.map(|point| Self { lat: point.lat, lon: point.lon, precision: precision.into() })
    }
}

/// How well a location is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Precision")]
pub enum LocationPrecision {
    /// The building.
    Exact,
    /// The middle of its postcode's area.
    Postcode,
    /// The middle of its district.
    District,
}

/// A part of the city as people name it.
#[derive(Clone, Debug)]
pub struct District(pub(super) tenancy::District);

impl District {
    /// The district of that id in the scope's city.
    pub fn find(scope: &Scope, id: Option<&str>) -> Option<Self> {
        scope.tenant.area.district(id?).cloned().map(Self)
    }
}

/// A part of the city as people name it.
#[Object]
impl District {
    /// Its id, unique in the city.
    async fn id(&self) -> ID {
        self.0.id.as_str().into()
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its middle.
    async fn location(&self) -> Location {
        Location { lat: self.0.centre.lat, lon: self.0.centre.lon, precision: LocationPrecision::District }
    }
}

/// Where to measure distances from: coordinates, or a place by name.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NearInput {
    /// Latitude in degrees; needs `lon`.
    pub lat: Option<f64>,
    /// Longitude in degrees; needs `lat`.
    pub lon: Option<f64>,
    /// A district, an institution or a street, instead of coordinates.
    pub place: Option<String>,
    /// What lies farther is left out.
    pub radius_meters: Option<i32>,
}

impl NearInput {
    /// The place meant.
    pub async fn resolve(self, scope: &Scope) -> Result<Near> {
        let radius_meters = match self.radius_meters {
            Some(radius) if radius < 1 => {
                return Err(Fault::bad_input("near.radiusMeters", "a radius is at least one metre"));
            }
            radius => radius.map(f64::from),
        };
        let point = match (self.lat, self.lon, self.place) {
            (Some(lat), Some(lon), None) => tenancy::LatLon::new(lat, lon).ok_or_else(|| {
                Fault::bad_input(
                    "near.lat",
                    format!("[{lat}, {lon}] is no place on Earth; latitudes go from -90 to 90"),
                )
            })?,
            (None, None, Some(place)) if place.chars().count() > MAX_QUERY => {
                return Err(Fault::bad_input("near.place", format!("a place has at most {MAX_QUERY} characters")));
            }
            (None, None, Some(place)) => service::locate(scope, &place).await?.ok_or_else(|| {
                Fault::bad_input("near.place", "no district, institution or street of this name is known here")
            })?,
            _ => return Err(Fault::bad_input("near", "give `lat` and `lon`, or `place`")),
        };
        Ok(Near { point: GeoPoint { lat: point.lat, lon: point.lon }, radius_meters })
    }
}

/// What a district is called.
pub fn district_label(scope: &Scope, id: &str) -> String {
    scope.tenant.area.district(id).map_or_else(|| id.to_owned(), |district| district.name.clone())
}

/// Where something takes place.
#[derive(Clone, Debug)]
pub struct Place(pub crate::Place);

/// Where something takes place.
#[Object]
impl Place {
    /// What the place is called.
    async fn name(&self) -> Option<&str> {
        self.0.name.as_deref()
    }

    /// Its address.
    async fn address(&self) -> Option<Address> {
        let place = &self.0;
        let known = place.street.is_some() || place.postal_code.is_some() || place.city.is_some();
        known.then(|| Address {
            street: place.street.clone(),
            building: place.building.clone(),
            unit: place.unit.clone(),
            postal_code: place.postal_code.clone(),
            city: place.city.clone(),
        })
    }

    /// Where it is, and how well that is known.
    async fn location(&self) -> Option<Location> {
        Location::of(self.0.location, self.0.precision.as_deref())
    }

    /// The district it is in.
    async fn district(&self, ctx: &Context<'_>) -> Option<District> {
        District::find(ctx.scope(), self.0.district.as_deref())
    }
}
