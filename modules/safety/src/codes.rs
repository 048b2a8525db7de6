//! The words of the Common Alerting Protocol 1.2 (OASIS, sections 3.2.1 and 3.2.2) that have a fixed meaning.

use sea_orm::{DeriveActiveEnum, EnumIter, Iterable, sea_query::StringLen};
use serde::{Deserialize, Serialize};

/// A word of the protocol.
pub trait Code: Copy + Iterable + sea_orm::ActiveEnum<Value = String> {
    /// The word as the protocol spells it: `AllClear`.
    fn cap(self) -> &'static str;

    /// The word of that spelling.
    fn from_cap(text: &str) -> Option<Self> {
        Self::iter().find(|code| code.cap() == text)
    }

    /// All words, as the protocol spells them.
    fn all_cap() -> String {
        Self::iter().map(Self::cap).collect::<Vec<_>>().join(", ")
    }
}

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $cap:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[derive(EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
        #[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl Code for $name {
            fn cap(self) -> &'static str {
                match self { $(Self::$variant => $cap,)+ }
            }
        }
    };
}

codes! {
    /// Whether a message is meant.
    Status {
        /// It is.
        Actual = "Actual",
        /// It is for those who take part in an exercise.
        Exercise = "Exercise",
        /// It tests the way that messages take, and is to be ignored.
        Test = "Test",
    }
}

codes! {
    /// What a message is to those before it.
    MessageType {
        /// The first of what it is about.
        Alert = "Alert",
        /// It replaces those that it refers to.
        Update = "Update",
        /// It calls off those that it refers to.
        Cancel = "Cancel",
    }
}

codes! {
    /// What an alert is about.
    Category {
        /// The ground: earthquakes, landslides.
        Geo = "Geo",
        /// Weather and floods.
        Met = "Met",
        /// Danger in general, and public safety.
        Safety = "Safety",
        /// Police, military, guards.
        Security = "Security",
        /// Rescue and recovery.
        Rescue = "Rescue",
        /// Fire and its fighting.
        Fire = "Fire",
        /// Medicine and public health.
        Health = "Health",
        /// Pollution and the environment.
        Env = "Env",
        /// Public and private transport.
        Transport = "Transport",
        /// Water, power, heat, telecommunications.
        Infra = "Infra",
        /// Chemical, biological, radiological, nuclear or explosive threats.
        Cbrne = "CBRNE",
        /// Anything else.
        Other = "Other",
    }
}

codes! {
    /// What people are advised to do.
    Response {
        /// Take shelter.
        Shelter = "Shelter",
        /// Leave.
        Evacuate = "Evacuate",
        /// Make ready.
        Prepare = "Prepare",
        /// Do what was planned.
        Execute = "Execute",
        /// Avoid what is dangerous.
        Avoid = "Avoid",
        /// Stay informed.
        Monitor = "Monitor",
        /// Weigh up what is told. Not for the public.
        Assess = "Assess",
        /// The danger is over.
        AllClear = "AllClear",
        /// Nothing.
        None = "None",
    }
}

codes! {
    /// When one has to act.
    Urgency {
        /// Nobody knows.
        Unknown = "Unknown",
        /// No more.
        Past = "Past",
        /// In the near future.
        Future = "Future",
        /// Within an hour.
        Expected = "Expected",
        /// At once.
        Immediate = "Immediate",
    }
}

codes! {
    /// How great the danger is, from what nobody knows to the greatest.
    Severity {
        /// Nobody knows.
        Unknown = "Unknown",
        /// Little or none.
        Minor = "Minor",
        /// Possible.
        Moderate = "Moderate",
        /// Significant.
        Severe = "Severe",
        /// Extraordinary.
        Extreme = "Extreme",
    }
}

codes! {
    /// How sure it is.
    Certainty {
        /// Nobody knows.
        Unknown = "Unknown",
        /// Not expected, nearly 0 %.
        Unlikely = "Unlikely",
        /// At most 50 %.
        Possible = "Possible",
        /// More than 50 %.
        Likely = "Likely",
        /// It has happened, or goes on.
        Observed = "Observed",
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::ActiveEnum as _;

    use super::*;

    #[test]
    fn words_are_told_from_each_other_in_either_spelling() {
        assert_eq!(Response::from_cap("AllClear"), Some(Response::AllClear));
        assert_eq!(
            (Response::AllClear.to_value().as_str(), Category::Cbrne.to_value().as_str()),
            ("ALL_CLEAR", "CBRNE")
        );
        assert_eq!(serde_json::to_value(Response::AllClear).unwrap(), "ALL_CLEAR");
        assert_eq!((Severity::from_cap("SEVERE"), Status::from_cap("Draft")), (None, None));
        assert!(Severity::Extreme > Severity::Severe && Severity::Minor > Severity::Unknown);
    }
}
