//! Who the tenants are: their declarations, and the registry that servers read.

mod area;
mod brand;
mod declaration;
mod mail;
mod people;
mod registry;
mod statement;

use std::collections::BTreeSet;

use chrono_tz::Tz;

pub use area::{Area, Bounds, District, LatLon, Precision};
pub use brand::{Brand, Colour};
pub use declaration::{Declaration, DeclarationError, HostName, Landmark, Vernacular, read_folder};
pub use mail::{Dkim, MailSettings};
pub use people::{IdentityProvider, Moderation, Policy};
pub use registry::{Applied, HostMatch, Registered, Registry, TenantState};
pub use statement::{AccessibilityContact, AccessibilityStatement, Conformance};

use crate::{
    i18n::{Lang, LocalText},
    slug::Slug,
};

/// The modules a city has switched on, by name.
pub type ModuleSet = BTreeSet<String>;

/// A city, as everything that serves it sees it.
#[derive(Debug)]
pub struct Tenant {
    /// Its short name.
    pub slug: Slug,
    /// What people call it.
    pub name: LocalText,
    /// Its own host names, the canonical one first; `<slug>.<base domain>` besides.
    pub hosts: Vec<HostName>,
    /// The language of its pages when nobody asks for another.
    pub locale: Lang,
    /// The time zone of its clocks.
    pub time_zone: Tz,
    /// What it has switched on.
    pub modules: ModuleSet,
    /// Where it is.
    pub area: Area,
    /// How it looks and speaks.
    pub brand: Brand,
    /// What its people call things.
    pub vernacular: Vernacular,
    /// Who can vouch for its people.
    pub identity: Vec<IdentityProvider>,
    /// As whom it writes mail.
    pub mail: MailSettings,
    /// What it decides of how its portal works.
    pub policy: Policy,
    /// Who answers for people's data, and how, Markdown; empty if it says nothing of its own.
    pub privacy: LocalText,
    /// What it declares of its portal's accessibility; none if it has not yet.
    pub accessibility: Option<AccessibilityStatement>,
    /// Whether its catalogue is made-up demonstration data.
    pub demo: bool,
    /// Whether it is served.
    pub state: TenantState,
}

impl Tenant {
    /// Whether the city has switched the module on. What belongs to no module is always on.
    pub fn has(&self, module: Option<&str>) -> bool {
        module.is_none_or(|module| self.modules.contains(module))
    }

    /// Whether an index made for one serves the other too.
    pub fn is_indexed_like(&self, other: &Self) -> bool {
        let names = |tenant: &Self| {
            tenant
                .area
                .districts
                .iter()
                .map(|district| (district.id.clone(), district.name.clone()))
                .collect::<Vec<_>>()
        };
        self.time_zone == other.time_zone && names(self) == names(other) && self.vernacular == other.vernacular
    }

    /// Today's date in the city.
    pub fn local_date(&self, now: chrono::DateTime<chrono::Utc>) -> chrono::NaiveDate {
        now.with_timezone(&self.time_zone).date_naive()
    }
}
