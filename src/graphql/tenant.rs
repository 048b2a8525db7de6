use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{
    i18n::Lang,
    markdown::to_html,
    tenancy::{LatLon, Tenant},
};

use super::statement::AccessibilityStatement;

/// How this request reached us: what absolute addresses are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// `http` or `https`.
    pub scheme: &'static str,
    /// The port of the host, where it is not the scheme's own.
    pub port: Option<u16>,
    /// The host that was asked.
    pub host: String,
    /// The domain under which every city has a host.
    pub base_domain: String,
}

impl Origin {
    /// The address of a city's portal, without a slash at the end.
    pub fn city(&self, tenant: &Tenant) -> String {
        self.address(&format!("{}.{}", tenant.slug, self.base_domain))
    }

    /// The address that was asked, without a slash at the end.
    pub fn here(&self) -> String {
        self.address(&self.host)
    }

    /// The address of the region's pages.
    pub fn region(&self) -> String {
        self.address(&self.base_domain)
    }

    fn address(&self, host: &str) -> String {
        let port = self.port.map(|port| format!(":{port}")).unwrap_or_default();
        format!("{}://{host}{port}", self.scheme)
    }
}

/// A city.
pub struct TenantInfo {
    /// The city.
    pub tenant: Arc<Tenant>,
    /// The language of its texts.
    pub lang: Lang,
    /// The moment of the request.
    pub now: DateTime<Utc>,
}

/// A city that has its portal here.
#[Object(name = "Tenant")]
impl TenantInfo {
    /// Its short name.
    async fn slug(&self) -> &str {
        self.tenant.slug.as_str()
    }

    /// Its name.
    async fn name(&self) -> &str {
        self.tenant.name.get(self.lang)
    }

    /// The language of its pages when nobody asks for another (BCP 47).
    async fn locale(&self) -> &str {
        self.tenant.locale.tag()
    }

    /// The time zone of its clocks (IANA).
    async fn time_zone(&self) -> &str {
        self.tenant.time_zone.name()
    }

    /// The modules it has switched on.
    async fn modules(&self) -> Vec<&str> {
        self.tenant.modules.iter().map(String::as_str).collect()
    }

    /// The address of its portal.
    async fn url(&self, ctx: &Context<'_>) -> String {
        ctx.data_unchecked::<Arc<Origin>>().city(&self.tenant)
    }

    /// Whether its catalogue is made-up demonstration data.
    async fn demo(&self) -> bool {
        self.tenant.demo
    }

    /// What the city says of people's data, as safe HTML; empty if it says no more than what holds everywhere.
    async fn privacy_html(&self) -> String {
        to_html(self.tenant.privacy.get(self.lang))
    }

    /// What the city declares of its portal's accessibility; null if it has not declared anything yet.
    async fn accessibility_statement(&self) -> Option<AccessibilityStatement> {
        let today = self.now.with_timezone(&self.tenant.time_zone).date_naive();
        self.tenant.accessibility.as_ref().map(|declared| AccessibilityStatement::new(declared, self.lang, today))
    }

    /// Where it is.
    async fn area(&self) -> Area {
        let area = &self.tenant.area;
        let (south_west, north_east) = (area.bounds.south_west, area.bounds.north_east);
        Area {
            teryt: area.teryt.clone(),
            centre: area.centre.into(),
            bounds: Bounds { south: south_west.lat, west: south_west.lon, north: north_east.lat, east: north_east.lon },
        }
    }

    /// How it looks and speaks.
    async fn brand(&self, ctx: &Context<'_>) -> Brand {
        let brand = &self.tenant.brand;
        let url = ctx.data_unchecked::<Arc<Origin>>().city(&self.tenant);
        Brand {
            primary: brand.primary.to_string(),
            accent: brand.accent.to_string(),
            ink: brand.ink.to_string(),
            surface: brand.surface.to_string(),
            typeface: brand.typeface.clone(),
            mark_url: format!("{url}/brand/mark.svg"),
            tagline: brand.tagline.get(self.lang).to_owned(),
            intro: brand.intro.get(self.lang).to_owned(),
        }
    }
}

/// Where a city is.
#[derive(SimpleObject)]
struct Area {
    /// Its code in the territorial register (TERYT).
    teryt: String,
    /// Where its maps open.
    centre: Point,
    /// What its maps show at most.
    bounds: Bounds,
}

/// A point on Earth in degrees (WGS 84).
#[derive(SimpleObject)]
#[graphql(name = "LatLon")]
struct Point {
    /// Latitude.
    lat: f64,
    /// Longitude.
    lon: f64,
}

impl From<LatLon> for Point {
    fn from(LatLon { lat, lon }: LatLon) -> Self {
        Self { lat, lon }
    }
}

/// A rectangle in degrees (WGS 84).
#[derive(SimpleObject)]
struct Bounds {
    /// Its lower latitude.
    south: f64,
    /// Its left longitude.
    west: f64,
    /// Its upper latitude.
    north: f64,
    /// Its right longitude.
    east: f64,
}

/// How a city looks and speaks.
#[derive(SimpleObject)]
struct Brand {
    /// The colour of heads and main buttons, `#rrggbb`.
    primary: String,
    /// The colour of what should catch the eye.
    accent: String,
    /// The colour of headings.
    ink: String,
    /// The colour of quiet areas.
    surface: String,
    /// The family of its headings.
    typeface: String,
    /// The address of its mark, an SVG picture.
    mark_url: String,
    /// One line under its name.
    tagline: String,
    /// A sentence or two of welcome.
    intro: String,
}
