//! A made-up catalogue for every city, so that the portal can be tried without real data.

pub mod catalogue;
pub mod people;
mod town;

use kernel::{error::Result, scope::Scope, tenancy::Tenant};

/// The source's name in the tables, by which demonstration data is told apart.
pub const SOURCE: &str = "demo";
/// The catalogue is the same on every machine.
const SEED: u64 = 2026;

/// Fills a city that has no activities yet; what an interrupted run left is completed. Returns how many institutions
/// and activities were made; nothing if the city had some.
pub async fn fill(scope: &Scope) -> Result<Option<(usize, usize)>> {
    if scope.snapshot().await?.count(activities::ENTITY) > 0 {
        return Ok(None);
    }
    let city = City::new(&scope.tenant);
    let silent = |_: usize, _: usize| ();
    let institutions = catalogue::institutions_csv(&city.describe(), SEED);
    let institutions = directory::import_institutions(scope, institutions.as_bytes(), SOURCE, false, &silent).await?;
    let offers = catalogue::activities_csv(&city.describe(), SEED, scope.today());
    let offers = activities::import(scope, offers.as_bytes(), SOURCE, false, &silent).await?;
    for rejection in institutions.rejected.iter().chain(&offers.rejected) {
        tracing::error!(tenant = %scope.tenant.slug, %rejection, "a made-up row was refused");
    }
    // The look into the catalogue above has opened it empty; nobody should be served that.
    scope.app().search.catch_up(scope).await?;
    Ok(Some((institutions.created, offers.created)))
}

/// What the generator must know of a city, borrowed from its tenant.
struct City<'a> {
    tenant: &'a Tenant,
    districts: Vec<catalogue::District<'a>>,
}

impl<'a> City<'a> {
    fn new(tenant: &'a Tenant) -> Self {
        let districts = tenant.area.districts.iter().map(|district| catalogue::District {
            id: &district.id,
            name: &district.name,
            location: (district.centre.lat, district.centre.lon),
        });
        Self { tenant, districts: districts.collect() }
    }

    fn describe(&self) -> catalogue::City<'_> {
        let area = &self.tenant.area;
        catalogue::City {
            slug: self.tenant.slug.as_str(),
            name: &self.tenant.name.pl,
            districts: &self.districts,
            centre: (area.centre.lat, area.centre.lon),
            postal_prefix: postal_prefix(&area.teryt),
        }
    }
}

/// The first two digits of postcodes in the four demonstration cities; others get those of a made-up region.
fn postal_prefix(teryt: &str) -> &'static str {
    match teryt {
        "3262011" => "71",
        "3261011" => "75",
        "2263011" => "76",
        "1463011" => "26",
        _ => "99",
    }
}
