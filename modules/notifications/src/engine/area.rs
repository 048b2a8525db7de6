//! Whether an alert concerns those who asked to be told of a place. In doubt it does.

use geo::{Contains as _, LineString, Point, Polygon};
use kernel::{
    search::{Covered, Told},
    tenancy::{Area, LatLon},
};
use search_index::{GeoPoint, distance_meters};
use serde_json::Value;
use uuid::Uuid;

use crate::compile::AreaAsked;

/// Districts known by their middles alone reach about so far from them, in metres.
const REACH: f64 = 2_000.0;
/// Severities, from what nobody knows to the greatest: the order of [`safety::Severity`].
const SEVERITIES: [&str; 5] = ["UNKNOWN", "MINOR", "MODERATE", "SEVERE", "EXTREME"];
/// From this severity on, people are woken.
const URGENT: u8 = 3;

/// How severe a fact says an alert is.
fn severity(told: &Told, fact: &str) -> u8 {
    let name = told.facts.get(fact).and_then(Value::as_str);
    let at = name.and_then(|name| SEVERITIES.iter().position(|known| *known == name));
    at.unwrap_or_default() as u8
}

/// Whether people are woken for it.
pub(super) fn is_urgent(told: &Told) -> bool {
    severity(told, "severity") >= URGENT
}

/// The messages before it that an alert is about, in any order; none if it is the first of what it is about.
pub(super) fn former(told: &Told) -> Vec<Uuid> {
    let ids = ["refers_to", "chain"].into_iter().filter_map(|fact| told.facts.get(fact));
    let ids = ids.flat_map(|fact| match fact {
        Value::Array(ids) => ids.as_slice(),
        one => std::slice::from_ref(one),
    });
    let is_first = told.facts.get("messageType").and_then(Value::as_str) == Some("ALERT");
    let mut ids: Vec<Uuid> = ids.filter(|_| !is_first).filter_map(|id| id.as_str()?.parse().ok()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Whether an alert concerns who asked for this.
pub(super) fn concerns(area: &Area, told: &Told, asked: &AreaAsked) -> bool {
    // What says that a danger is over counts as much as the danger did.
    let severity = severity(told, "shown_as").max(severity(told, "severity"));
    severity >= asked.min_severity && told.area.as_ref().is_some_and(|covered| covers(area, covered, asked))
}

fn covers(area: &Area, covered: &Covered, asked: &AreaAsked) -> bool {
    let is_everywhere = covered.districts.is_empty() && covered.polygon.is_empty() && covered.circle.is_none();
    let (point, reach) = match (asked.point, &asked.district) {
        _ if is_everywhere => return true,
        (Some(point), _) => (point, asked.radius),
        (None, Some(id)) => match area.district(id) {
            _ if covered.districts.contains(id) => return true,
            Some(district) => (district.centre, REACH),
            None => return false,
        },
        (None, None) => return true,
    };
    let in_district = || match area.district_at(point) {
        Some(district) if covered.districts.contains(&district.id) => true,
        known => {
            let listed = area.districts.iter().filter(|district| covered.districts.contains(&district.id));
            let margin = if known.is_some() { 0.0 } else { REACH };
            // A district is asked for by its id; what surrounds its middle are others.
            asked.point.is_some()
                && (listed.into_iter().any(|district| metres(point, district.centre) <= reach + margin)
                    || (known.is_none() && is_nearest_listed(area, covered, point)))
        }
    };
    let in_circle = || covered.circle.is_some_and(|(middle, km)| metres(point, middle) <= km * 1000.0 + reach);
    in_district() || in_circle() || is_in_polygon(&covered.polygon, point, reach)
}

/// Whether the nearest district that is known at all is among those covered.
fn is_nearest_listed(area: &Area, covered: &Covered, point: LatLon) -> bool {
    let nearest =
        area.districts.iter().min_by(|one, other| metres(point, one.centre).total_cmp(&metres(point, other.centre)));
    nearest.is_some_and(|district| covered.districts.contains(&district.id))
}

fn metres(one: LatLon, other: LatLon) -> f64 {
    let point = |at: LatLon| GeoPoint { lat: at.lat, lon: at.lon };
    distance_meters(point(one), point(other))
}

/// Whether a point lies in a polygon, or no farther from its border.
fn is_in_polygon(corners: &[LatLon], point: LatLon, reach: f64) -> bool {
    if corners.is_empty() {
        return false;
    }
    // Around a point, a degree of longitude is so much shorter than one of latitude; cities are flat enough for that.
    let scale = point.lat.to_radians().cos();
    let flat = |at: &LatLon| ((at.lon - point.lon) * scale, at.lat - point.lat);
    let outline: LineString = corners.iter().map(flat).collect();
    let degree = metres(LatLon { lat: 0.0, lon: 0.0 }, LatLon { lat: 1.0, lon: 0.0 });
    let is_near = outline.lines().any(|line| {
        let (start, along) = (line.start, line.delta());
        let length = along.x * along.x + along.y * along.y;
        let share =
            if length > 0.0 { (-(start.x * along.x + start.y * along.y) / length).clamp(0.0, 1.0) } else { 0.0 };
        (start.x + along.x * share).hypot(start.y + along.y * share) * degree <= reach
    });
    is_near || Polygon::new(outline, Vec::new()).contains(&Point::new(0.0, 0.0))
}

#[cfg(test)]
mod tests {
    use kernel::tenancy::{Bounds, District};
    use serde_json::json;

    use super::*;

    fn city() -> Area {
        let district = |id: &str, lon: f64| District {
            id: id.to_owned(),
            name: id.to_owned(),
            centre: LatLon { lat: 53.43, lon },
            outline: None,
        };
        Area {
            teryt: "3262011".to_owned(),
            centre: LatLon { lat: 53.43, lon: 14.55 },
            bounds: Bounds::try_from([53.3, 14.4, 53.6, 14.9]).unwrap(),
            districts: vec![district("west", 14.45), district("middle", 14.55), district("east", 14.75)],
        }
    }

    fn alert(severity: &str, covered: Covered) -> Told {
        let facts = json!({ "severity": severity, "shown_as": severity });
        Told { facts: serde_json::from_value(facts).unwrap(), area: Some(covered), ..Told::default() }
    }

    fn at(lat: f64, lon: f64, radius: f64) -> AreaAsked {
        AreaAsked { point: Some(LatLon { lat, lon }), radius, ..AreaAsked::default() }
    }

    fn of(district: &str) -> AreaAsked {
        AreaAsked { district: Some(district.to_owned()), ..AreaAsked::default() }
    }

    #[test]
    fn an_alert_concerns_who_is_there() {
        let square = |low: f64, high: f64| {
            [(53.42, low), (53.42, high), (53.44, high), (53.44, low), (53.42, low)]
                .map(|(lat, lon)| LatLon { lat, lon })
                .to_vec()
        };
        let everywhere = Covered::default();
        let east = Covered { districts: vec!["east".to_owned()], ..Covered::default() };
        let circle = Covered { circle: Some((LatLon { lat: 53.43, lon: 14.55 }, 1.0)), ..Covered::default() };
        let shape = Covered { polygon: square(14.54, 14.56), ..Covered::default() };
        for (name, covered, asked, expected) in [
            ("everywhere, at a point", &everywhere, at(53.5, 14.8, 0.0), true),
            ("everywhere, in a district", &everywhere, of("west"), true),
            ("somewhere, the whole city", &east, AreaAsked::default(), true),
            ("a district, that one", &east, of("east"), true),
            ("a district, another", &east, of("middle"), false),
            ("a district that is no more", &east, of("gone"), false),
            ("a district, a point that is nearest to it", &east, at(53.43, 14.67, 0.0), true),
            ("a district, a point in another", &east, at(53.43, 14.56, 500.0), false),
            ("a circle, inside", &circle, at(53.431, 14.551, 0.0), true),
            ("a circle, near enough", &circle, at(53.43, 14.58, 1500.0), true),
            ("a circle, too far", &circle, at(53.43, 14.60, 500.0), false),
            ("a circle, its district", &circle, of("middle"), true),
            ("a circle, another district", &circle, of("east"), false),
            ("a polygon, inside", &shape, at(53.43, 14.55, 0.0), true),
            ("a polygon, near its border", &shape, at(53.43, 14.565, 500.0), true),
            ("a polygon, too far", &shape, at(53.43, 14.60, 500.0), false),
            ("a polygon, its district", &shape, of("middle"), true),
            ("a polygon, another district", &shape, of("west"), false),
        ] {
            assert_eq!(concerns(&city(), &alert("MINOR", covered.clone()), &asked), expected, "{name}");
        }
    }

    #[test]
    fn only_what_is_severe_enough_counts() {
        let asked = AreaAsked { min_severity: 2, ..AreaAsked::default() };
        let concerned = |severity: &str| concerns(&city(), &alert(severity, Covered::default()), &asked);
        assert_eq!(SEVERITIES.map(concerned), [false, false, true, true, true]);
        assert_eq!(
            SEVERITIES.map(|name| is_urgent(&alert(name, Covered::default()))),
            [false, false, false, true, true]
        );
        let mut clear = alert("MINOR", Covered::default());
        clear.facts.insert("shown_as".to_owned(), json!("EXTREME"));
        assert!(concerns(&city(), &clear, &asked) && !is_urgent(&clear));
    }

    #[test]
    fn messages_name_those_before_them() {
        let (first, second) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let of = |kind: &str| {
            let facts = json!({ "messageType": kind, "chain": first, "refers_to": [first, second] });
            former(&Told { facts: serde_json::from_value(facts).unwrap(), ..Told::default() })
        };
        assert_eq!((of("ALERT"), of("UPDATE")), (vec![], vec![first, second]));
    }
}
