//! What an offer costs.

use super::draw::Draw;
use super::profile::{Kind, Profile, Unit};

/// An amount in whole złoty and what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Price {
    zloty: u32,
    unit: &'static str,
}

impl Price {
    /// The usual price, or nothing where none is given.
    pub(super) fn draw(
        draw: &mut Draw,
        profile: Profile,
        host: Option<Kind>,
        public: bool,
        meetings: u32,
    ) -> Option<Self> {
        let terms = profile.terms();
        let (untold, roll, unit) = (draw.percent(6), draw.below(100), draw.weighted(terms.units).copied());
        let unit = if meetings == 5 { Some(Unit::Month) } else { unit };
        let by_host = host.and_then(Kind::free).unwrap_or(terms.free);
        let free = if matches!(profile, Profile::Civic | Profile::Ensemble | Profile::Safety) {
            by_host.max(terms.free)
        } else {
            by_host
        };
        let cheaper = u32::from(public && draw.percent(50));
        let dearness = terms.dearness.saturating_sub(cheaper) + u32::from(meetings > 2 && terms.dearness < 3);
        let amount = match (unit.unwrap_or(Unit::Month), dearness) {
            (Unit::Class, 0 | 1) => draw.stepped(20, 35, 5),
            (Unit::Class, 2) => draw.stepped(30, 50, 5),
            (Unit::Class, _) => draw.stepped(45, 60, 5),
            (Unit::Month, 0 | 1) => draw.stepped(80, 140, 10),
            (Unit::Month, 2) => draw.stepped(110, 220, 10),
            (Unit::Month, _) => draw.stepped(180, 350, 10),
            (Unit::Term, 0 | 1) => draw.stepped(300, 420, 20),
            (Unit::Term, 2) => draw.stepped(380, 640, 20),
            (Unit::Term, _) => draw.stepped(560, 900, 20),
        };
        let unit = match unit.unwrap_or(Unit::Month) {
            Unit::Class => "class",
            Unit::Month => "month",
            Unit::Term => "term",
        };
        if roll < free {
            Some(Self { zloty: 0, unit: "" })
        } else if untold {
            None
        } else {
            Some(Self { zloty: amount, unit })
        }
    }

    /// The price of a week's day camp.
    pub(super) fn of_camp(draw: &mut Draw, host: Option<Kind>) -> Self {
        let (roll, amount) = (draw.below(100), draw.stepped(290, 990, 50));
        let free = match host {
            Some(Kind::PrimarySchool | Kind::Library | Kind::CultureCentre | Kind::YouthCentre) => 45,
            Some(Kind::SportsClub) | None => 8,
            Some(_) => 20,
        };
        if roll < free { Self { zloty: 0, unit: "" } } else { Self { zloty: amount, unit: "once" } }
    }

    /// Whether it costs nothing.
    pub(super) fn is_free(self) -> bool {
        self.zloty == 0
    }

    /// As the contract writes it.
    pub(super) fn amount(self) -> String {
        self.zloty.to_string()
    }

    /// What it is for, empty where it is free.
    pub(super) fn unit(self) -> &'static str {
        self.unit
    }
}
