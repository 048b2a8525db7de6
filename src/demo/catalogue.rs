//! A seeded demo catalogue: about 150 invented institutions and about 1 500 activities of any city, as the CSV files
//! that the importers read.
//!
//! The same slug and seed give the same bytes on every machine; the day only moves the dates. Nothing here is real:
//! schools have numbers no city reaches, telephone numbers lie in an area code that is not in use, every domain ends
//! in `.example`. Knows nothing of databases, tenants or the importers; it only writes text.
//!
//! Texts are whole sentences written by hand ([`topics`], [`phrases`], [`camps`], [`foreign`]), chosen and put
//! together by [`describe`].

use chrono::NaiveDate;

mod activities;
mod ages;
mod camps;
mod clubs;
mod csv_line;
mod describe;
mod draw;
mod foreign;
mod host;
mod institutions;
mod names;
mod phrases;
mod places;
mod price;
mod profile;
mod sayings;
mod singles;
mod terms;
mod timetable;
mod topics;

/// What the generator must know of a city.
#[derive(Clone, Copy, Debug)]
pub struct City<'a> {
    /// The tenant's slug; begins every id and ends every domain.
    pub slug: &'a str,
    /// The name, as in addresses.
    pub name: &'a str,
    /// Districts to spread over; may be empty.
    pub districts: &'a [District<'a>],
    /// Latitude and longitude of the centre, used where there are no districts.
    pub centre: (f64, f64),
    /// First two digits of the postal codes, such as `70`.
    pub postal_prefix: &'a str,
}

/// A district of a city.
#[derive(Clone, Copy, Debug)]
pub struct District<'a> {
    /// Id, written to the `district` columns.
    pub id: &'a str,
    /// The name people use.
    pub name: &'a str,
    /// Latitude and longitude of its middle.
    pub location: (f64, f64),
}

/// CSV of about 150 institutions: `id,name,short_name,kind,sector,founder,street,building,postal_code,city,district,lat,lon,phone,email,website,pupils,languages`.
#[must_use]
pub fn institutions_csv(city: &City<'_>, seed: u64) -> String {
    let mut out = String::new();
    csv_line::push(
        &mut out,
        &[
            "id",
            "name",
            "short_name",
            "kind",
            "sector",
            "founder",
            "street",
            "building",
            "postal_code",
            "city",
            "district",
            "lat",
            "lon",
            "phone",
            "email",
            "website",
            "pupils",
            "languages",
        ],
    );
    for found in institutions::generate(city, seed) {
        let pupils = found.pupils.map(|pupils| pupils.to_string()).unwrap_or_default();
        let (lat, lon) = found.place.location;
        let fields = [
            found.id.as_str(),
            &found.name,
            &found.short_name,
            found.kind.code(),
            if found.public { "PUBLIC" } else { "NON_PUBLIC" },
            &found.founder,
            &found.place.street,
            &found.place.building,
            &found.place.postal_code,
            city.name,
            &found.place.district,
            &places::coordinate(lat),
            &places::coordinate(lon),
            &found.phone,
            &found.email,
            &found.website,
            &pupils,
            found.languages,
        ];
        csv_line::push(&mut out, &fields);
    }
    out
}

/// CSV of about 1 500 activities in the columns of the contract. Their `institution` is an id of [`institutions_csv`]
/// for the same city and seed, or empty where only a `provider` is named.
#[must_use]
pub fn activities_csv(city: &City<'_>, seed: u64, today: NaiveDate) -> String {
    let mut out = String::new();
    csv_line::push(&mut out, &activities::COLUMNS);
    for row in activities::rows(city, seed, today) {
        csv_line::push(&mut out, &row);
    }
    out
}

#[cfg(test)]
mod tests;
