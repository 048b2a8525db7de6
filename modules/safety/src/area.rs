//! Where an alert holds: shapes that are near the city and do not cross themselves.

use geo::{Area as _, Contains as _, Intersects as _, LineString, Polygon, algorithm::Validation as _};
use kernel::{
    refusal::Problem,
    tenancy::{Area, LatLon},
};

use crate::refusal::Refusal;

/// Corners of a polygon, the last being the first again.
const CORNERS: std::ops::RangeInclusive<usize> = 4..=100;
/// The largest radius, in kilometres.
const MAX_RADIUS: f64 = 50.0;
/// How far beyond the city's bounds an area may reach, in degrees: some 25 kilometres.
const BEYOND: f64 = 0.25;

/// A circle as it comes in: latitude and longitude in degrees, radius in kilometres.
pub(crate) type Circle = (f64, f64, f64);

/// The corners of a polygon, or what is wrong with it. Corners are pairs of latitude and longitude.
pub(crate) fn polygon(area: &Area, corners: &[(f64, f64)]) -> Result<Vec<LatLon>, Problem<Refusal>> {
    let wrong = |kind| Problem::at(kind, "polygon");
    if !CORNERS.contains(&corners.len()) {
        let problem = wrong(Refusal::PolygonCorners).with("least", *CORNERS.start() as u32);
        return Err(problem.with("most", *CORNERS.end() as u32));
    }
    let points: Option<Vec<_>> = corners.iter().map(|(lat, lon)| LatLon::new(*lat, *lon)).collect();
    let points = points.ok_or_else(|| wrong(Refusal::PointWrong))?;
    if points.first() != points.last() {
        return Err(wrong(Refusal::PolygonOpen));
    }
    let outline: LineString = points.iter().map(|point| (point.lon, point.lat)).collect();
    let shape = Polygon::new(outline, Vec::new());
    if !shape.is_valid() || shape.unsigned_area() <= 0.0 {
        return Err(wrong(Refusal::PolygonCrossing));
    }
    let bounds = bounds(area);
    if !points.iter().all(|point| is_near(area, *point)) || !(shape.intersects(&bounds) || bounds.contains(&shape)) {
        return Err(wrong(Refusal::AreaElsewhere));
    }
    Ok(points)
}

/// The middle and radius of a circle, or what is wrong with it.
pub(crate) fn circle(area: &Area, (lat, lon, km): Circle) -> Result<(LatLon, f64), Problem<Refusal>> {
    let wrong = |kind| Problem::at(kind, "circle");
    let middle = LatLon::new(lat, lon).ok_or_else(|| wrong(Refusal::PointWrong))?;
    if !(km > 0.0 && km <= MAX_RADIUS) {
        return Err(wrong(Refusal::RadiusWrong).with("most", MAX_RADIUS as u32));
    }
    if !is_near(area, middle) {
        return Err(wrong(Refusal::AreaElsewhere));
    }
    Ok((middle, km))
}

fn is_near(area: &Area, point: LatLon) -> bool {
    let (low, high) = (area.bounds.south_west, area.bounds.north_east);
    (low.lat - BEYOND..=high.lat + BEYOND).contains(&point.lat)
        && (low.lon - BEYOND..=high.lon + BEYOND).contains(&point.lon)
}

fn bounds(area: &Area) -> geo::Rect {
    let (low, high) = (area.bounds.south_west, area.bounds.north_east);
    geo::Rect::new((low.lon, low.lat), (high.lon, high.lat))
}

#[cfg(test)]
mod tests {
    use kernel::tenancy::Bounds;

    use super::*;

    fn area() -> Area {
        Area {
            teryt: "3210024".to_owned(),
            centre: LatLon { lat: 52.74, lon: 14.69 },
            bounds: Bounds::try_from([52.6, 14.5, 52.9, 14.9]).unwrap(),
            districts: Vec::new(),
        }
    }

    #[test]
    fn polygons_are_closed_simple_and_near() {
        let square = [(52.7, 14.6), (52.7, 14.7), (52.8, 14.7), (52.8, 14.6), (52.7, 14.6)];
        let kind = |corners: &[(f64, f64)]| polygon(&area(), corners).err().map(|problem| problem.kind);
        let round = |count: usize| -> Vec<(f64, f64)> {
            let at = |step: usize| {
                let angle = step as f64 / count as f64 * std::f64::consts::TAU;
                (52.74 + angle.sin() / 50.0, 14.69 + angle.cos() / 50.0)
            };
            (0..count).map(at).chain([at(0)]).collect()
        };
        let moved = |lat: f64| square.map(|(corner, lon)| (corner + lat, lon));
        assert_eq!(polygon(&area(), &square).unwrap().len(), 5);
        for (what, corners, expected) in [
            ("a triangle", vec![square[0], square[1], square[2], square[0]], None),
            ("99 corners", round(99), None),
            ("100 corners and the first", round(100), Some(Refusal::PolygonCorners)),
            ("two points", vec![square[0], square[1], square[0]], Some(Refusal::PolygonCorners)),
            ("open", square[..4].to_vec(), Some(Refusal::PolygonOpen)),
            ("a bow", vec![square[0], square[2], square[1], square[3], square[0]], Some(Refusal::PolygonCrossing)),
            ("a line", vec![square[0], square[1], square[0], square[0]], Some(Refusal::PolygonCrossing)),
            ("one point", vec![square[0]; 5], Some(Refusal::PolygonCrossing)),
            ("no latitude", moved(90.0).to_vec(), Some(Refusal::PointWrong)),
            ("no number", vec![(f64::NAN, 14.6); 5], Some(Refusal::PointWrong)),
            ("partly beyond", moved(0.15).to_vec(), None),
            ("beside", moved(0.21).to_vec(), Some(Refusal::AreaElsewhere)),
            ("far away", moved(2.0).to_vec(), Some(Refusal::AreaElsewhere)),
            (
                "half of Poland",
                vec![(50.0, 14.6), (50.0, 20.0), (54.0, 20.0), (54.0, 14.6), (50.0, 14.6)],
                Some(Refusal::AreaElsewhere),
            ),
        ] {
            assert_eq!(kind(&corners), expected, "{what}");
        }
    }

    #[test]
    fn circles_have_a_middle_near_and_a_radius() {
        let kind = |given: Circle| circle(&area(), given).err().map(|problem| problem.kind);
        for (given, expected) in [
            ((52.74, 14.69, 3.0), None),
            ((52.74, 14.69, 0.0), Some(Refusal::RadiusWrong)),
            ((52.74, 14.69, f64::NAN), Some(Refusal::RadiusWrong)),
            ((52.74, 14.69, 51.0), Some(Refusal::RadiusWrong)),
            ((152.74, 14.69, 3.0), Some(Refusal::PointWrong)),
            ((50.0, 20.0, 3.0), Some(Refusal::AreaElsewhere)),
        ] {
            assert_eq!(kind(given), expected, "{given:?}");
        }
    }
}
