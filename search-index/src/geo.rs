/// A point on Earth in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GeoPoint {
    /// Latitude.
    pub lat: f64,
    /// Longitude.
    pub lon: f64,
}

/// Mean radius of the Earth in metres (IUGG).
const EARTH_RADIUS: f64 = 6_371_008.8;

/// Metres between two points, by the haversine formula.
pub fn distance_meters(a: GeoPoint, b: GeoPoint) -> f64 {
    let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
    let half_lat = ((lat_b - lat_a) / 2.0).sin();
    let half_lon = ((b.lon - a.lon).to_radians() / 2.0).sin();
    let h = half_lat * half_lat + lat_a.cos() * lat_b.cos() * half_lon * half_lon;
    2.0 * EARTH_RADIUS * h.min(1.0).sqrt().asin()
}

/// Metres from a point to the nearest of some others; nothing if there are none.
pub(crate) fn nearest_meters(origins: &[GeoPoint], point: GeoPoint) -> Option<f64> {
    origins.iter().map(|origin| distance_meters(*origin, point)).min_by(f64::total_cmp)
}

/// Cells of a degree are this fine: about 1.1 km from south to north, 1.1 km from west to east in Poland.
const CELLS_LAT: f64 = 100.0;
const CELLS_LON: f64 = 60.0;
/// Beyond this radius, in metres, cells would be so many that looking at every document is cheaper.
const MAX_RADIUS: f64 = 6_000.0;
/// Metres of a degree of latitude.
const DEGREE: f64 = 111_195.0;

/// The name of the cell a point is in.
pub(crate) fn cell(point: GeoPoint) -> String {
    let (row, column) = cell_of(point);
    format!("{row}:{column}")
}

fn cell_of(point: GeoPoint) -> (i64, i64) {
    ((point.lat * CELLS_LAT).floor() as i64, (point.lon * CELLS_LON).floor() as i64)
}

/// The cells that a circle may touch; none if they would be too many.
pub(crate) fn cells(centre: GeoPoint, radius: f64) -> Option<Vec<String>> {
    let cosine = centre.lat.to_radians().cos();
    if !(0.0..=MAX_RADIUS).contains(&radius) || cosine < 0.2 {
        return None;
    }
    let (lat, lon) = (radius / DEGREE * 1.01, radius / DEGREE / cosine * 1.02);
    let corner = |sign: f64| GeoPoint { lat: centre.lat + sign * lat, lon: centre.lon + sign * lon };
    let ((bottom, left), (top, right)) = (cell_of(corner(-1.0)), cell_of(corner(1.0)));
    Some((bottom..=top).flat_map(|row| (left..=right).map(move |column| format!("{row}:{column}"))).collect())
}

/// Areas by which saved searches near a place are filed are coarser: about 5.5 km each way.
const AREAS_LAT: f64 = 20.0;
const AREAS_LON: f64 = 12.0;
/// Beyond this radius, in metres, a saved search is put to every document.
const MAX_FILED: f64 = 20_000.0;

/// An area, by its row and column.
pub(crate) type AreaKey = (i32, i32);

/// The area that a point is in.
pub(crate) fn area(point: GeoPoint) -> AreaKey {
    ((point.lat * AREAS_LAT).floor() as i32, (point.lon * AREAS_LON).floor() as i32)
}

/// The areas that a circle may touch; none if they would be too many.
pub(crate) fn areas(centre: GeoPoint, radius: f64) -> Option<Vec<AreaKey>> {
    let cosine = centre.lat.to_radians().cos();
    if !(0.0..=MAX_FILED).contains(&radius) || cosine < 0.2 {
        return None;
    }
    let (lat, lon) = (radius / DEGREE * 1.01, radius / DEGREE / cosine * 1.02);
    let corner = |sign: f64| GeoPoint { lat: centre.lat + sign * lat, lon: centre.lon + sign * lon };
    let ((bottom, left), (top, right)) = (area(corner(-1.0)), area(corner(1.0)));
    Some((bottom..=top).flat_map(|row| (left..=right).map(move |column| (row, column))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_every_point_of_a_circle() {
        let centre = GeoPoint { lat: 53.43, lon: 14.53 };
        for radius in [1.0, 500.0, 3_000.0, 6_000.0] {
            let cells = cells(centre, radius).unwrap();
            for step in 0..360 {
                let (sin, cos) = f64::from(step).to_radians().sin_cos();
                let point = GeoPoint {
                    lat: centre.lat + radius / DEGREE * sin,
                    lon: centre.lon + radius / DEGREE / centre.lat.to_radians().cos() * cos,
                };
                assert!(cells.contains(&cell(point)), "{radius} m, {step}°");
                assert!(areas(centre, radius).unwrap().contains(&area(point)), "{radius} m, {step}°");
            }
        }
        assert!(super::cells(centre, 50_000.0).is_none());
    }

    #[test]
    fn szczecin_lies_136_km_from_koszalin() {
        let metres = distance_meters(GeoPoint { lat: 53.4285, lon: 14.5528 }, GeoPoint { lat: 54.1944, lon: 16.1722 });
        assert!((135_000.0..137_500.0).contains(&metres), "{metres}");
    }
}
