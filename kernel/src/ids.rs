//! Global ids, as clients see them: a short prefix that names the type, then the row's UUID in base64url.

use std::sync::Mutex;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::{ContextV7, Uuid};

/// `prefix_<22 characters>`, opaque to clients and unique over a tenant's types.
pub fn encode(prefix: &str, id: Uuid) -> String {
    format!("{prefix}_{}", URL_SAFE_NO_PAD.encode(id.as_bytes()))
}

/// The UUID of a global id of type `prefix`, or nothing if the text is something else.
pub fn decode(prefix: &str, global: &str) -> Option<Uuid> {
    let bytes = URL_SAFE_NO_PAD.decode(global.strip_prefix(prefix)?.strip_prefix('_')?).ok()?;
    Uuid::from_slice(&bytes).ok()
}

/// Declares a typed id over a UUID column: `entity_id!(ActivityId, "act")`.
///
/// The type can be a sea-orm primary key, and goes out and comes in as a global id with the given prefix.
#[macro_export]
macro_rules! entity_id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sea_orm::DeriveValueType)]
        pub struct $name(pub uuid::Uuid);

        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl $name {
            /// A new id; ids sort by the moment they were made (UUID version 7).
            pub fn new(now: chrono::DateTime<chrono::Utc>) -> Self {
                Self($crate::ids::at(now))
            }

            /// The id as clients see it.
            pub fn global(self) -> String {
                $crate::ids::encode($prefix, self.0)
            }

            /// The id behind a global one; nothing if it names another type or is no id at all.
            pub fn parse(global: &str) -> Option<Self> {
                $crate::ids::decode($prefix, global).map(Self)
            }
        }
    };
}

/// Counts on within a moment, so that what one process makes later also sorts later.
static ORDER: Mutex<ContextV7> = Mutex::new(ContextV7::new());

/// A UUID version 7 of the given moment.
pub fn at(now: chrono::DateTime<chrono::Utc>) -> Uuid {
    let seconds = now.timestamp().max(0).unsigned_abs();
    Uuid::new_v7(uuid::Timestamp::from_unix(&ORDER, seconds, now.timestamp_subsec_nanos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_moment_sort_as_they_were_made() {
        let now = chrono::DateTime::UNIX_EPOCH + chrono::Duration::days(20_000);
        let made: Vec<_> = (0..1000).map(|_| at(now)).collect();
        assert!(made.is_sorted() && made.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn ids_round_trip_and_never_cross_types() {
        let id = Uuid::from_u128(7);
        let global = encode("act", id);
        assert_eq!(decode("act", &global), Some(id));
        for foreign in
            [encode("inst", id), "act_".into(), "act".into(), String::new(), "act_!".into(), format!("{global}A")]
        {
            assert_eq!(decode("act", &foreign), None, "{foreign}");
        }
    }
}
