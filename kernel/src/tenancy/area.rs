use geo::{Contains as _, MultiPolygon, Point};
use serde::{Deserialize, Serialize};

/// A point on Earth in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "(f64, f64)", into = "(f64, f64)")]
pub struct LatLon {
    /// Latitude, −90 to 90.
    pub lat: f64,
    /// Longitude, −180 to 180.
    pub lon: f64,
}

impl LatLon {
    /// The point, if there is one with these coordinates.
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some(Self { lat, lon })
    }
}

impl TryFrom<(f64, f64)> for LatLon {
    type Error = String;

    fn try_from((lat, lon): (f64, f64)) -> Result<Self, String> {
        Self::new(lat, lon)
            .ok_or_else(|| format!("[{lat}, {lon}] is no [latitude, longitude]; latitudes go from -90 to 90"))
    }
}

impl From<LatLon> for (f64, f64) {
    fn from(point: LatLon) -> Self {
        (point.lat, point.lon)
    }
}

/// A rectangle of latitudes and longitudes, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "[f64; 4]", into = "[f64; 4]")]
pub struct Bounds {
    /// Its lower left corner.
    pub south_west: LatLon,
    /// Its upper right corner.
    pub north_east: LatLon,
}

impl Bounds {
    /// Whether the point lies inside.
    pub fn contains(&self, point: LatLon) -> bool {
        (self.south_west.lat..=self.north_east.lat).contains(&point.lat)
            && (self.south_west.lon..=self.north_east.lon).contains(&point.lon)
    }
}

impl TryFrom<[f64; 4]> for Bounds {
    type Error = String;

    fn try_from([south, west, north, east]: [f64; 4]) -> Result<Self, String> {
        let south_west = LatLon::try_from((south, west))?;
        let north_east = LatLon::try_from((north, east))?;
        if south < north && west < east {
            Ok(Self { south_west, north_east })
        } else {
            Err("bounds are [south, west, north, east], south below north and west before east".to_owned())
        }
    }
}

impl From<Bounds> for [f64; 4] {
    fn from(Bounds { south_west, north_east }: Bounds) -> Self {
        [south_west.lat, south_west.lon, north_east.lat, north_east.lon]
    }
}

/// Where a tenant is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Area {
    /// The gmina's code in the TERYT register, seven digits.
    pub teryt: String,
    /// Where its maps open.
    pub centre: LatLon,
    /// What its maps show at most, and what a location of its is checked against.
    pub bounds: Bounds,
    /// Its districts, in the order of their names.
    pub districts: Vec<District>,
}

/// A part of the city as people name it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct District {
    /// A short name, unique in the city.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its middle.
    pub centre: LatLon,
    /// Its border, where the declaration has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outline: Option<geojson::Geometry>,
}

/// How well a location is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// The building.
    Exact,
    /// The middle of its postcode's area.
    Postcode,
    /// The middle of its district.
    District,
}

impl Precision {
    /// Every precision, the best first.
    pub const ALL: [Self; 3] = [Self::Exact, Self::Postcode, Self::District];

    /// Its name in the database and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "EXACT",
            Self::Postcode => "POSTCODE",
            Self::District => "DISTRICT",
        }
    }

    /// The precision of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|precision| precision.as_str() == name)
    }
}

impl Area {
    /// The district of that id.
    pub fn district(&self, id: &str) -> Option<&District> {
        self.districts.iter().find(|district| district.id == id)
    }

    /// The district whose border encloses the point. Districts known by their middle alone never match: which of
    /// them a point belongs to would be a guess.
    pub fn district_at(&self, point: LatLon) -> Option<&District> {
        let place = Point::new(point.lon, point.lat);
        self.districts.iter().find(|district| {
            district.outline.as_ref().and_then(outline_polygon).is_some_and(|outline| outline.contains(&place))
        })
    }

    /// Whether a register's territory code lies in this tenant.
    ///
    /// The code's seventh digit is the gmina's kind; 8 and 9 are the districts and delegations that five large
    /// cities with county rights are registered by, under the county's first four digits (TERYT, GUS).
    pub fn covers(&self, teryt: &str) -> bool {
        let teryt = teryt.trim();
        if teryt == self.teryt {
            return true;
        }
        let city_county =
            self.teryt.get(4..) == Some("011") && self.teryt.get(2..4).is_some_and(|county| county >= "61");
        city_county && teryt.len() == 7 && teryt.get(..4) == self.teryt.get(..4) && teryt.ends_with(['8', '9'])
    }
}

fn outline_polygon(geometry: &geojson::Geometry) -> Option<MultiPolygon<f64>> {
    match geo::Geometry::<f64>::try_from(geometry).ok()? {
        geo::Geometry::Polygon(polygon) => Some(polygon.into()),
        geo::Geometry::MultiPolygon(polygons) => Some(polygons),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(teryt: &str) -> Area {
        Area {
            teryt: teryt.to_owned(),
            centre: LatLon { lat: 53.0, lon: 14.0 },
            bounds: Bounds::try_from([52.0, 13.0, 54.0, 15.0]).unwrap(),
            districts: Vec::new(),
        }
    }

    #[test]
    fn a_city_with_county_rights_covers_its_delegations_and_a_gmina_only_itself() {
        let warsaw = area("1465011");
        assert!(warsaw.covers("1465011") && warsaw.covers("1465058"));
        assert!(!warsaw.covers("1466058") && !warsaw.covers("1465022"));
        let rural = area("0601011");
        assert!(rural.covers("0601011") && !rural.covers("0601022") && !rural.covers("0601018"));
    }

    #[test]
    fn impossible_coordinates_are_no_points() {
        assert!(LatLon::new(200.0, 14.0).is_none() && LatLon::new(f64::NAN, 14.0).is_none());
        assert!(Bounds::try_from([54.0, 13.0, 52.0, 15.0]).is_err());
    }
}
