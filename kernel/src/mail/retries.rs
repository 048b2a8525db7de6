//! When a mail that was put off is tried again.

use chrono::Duration;
use uuid::Uuid;

use super::Lane;

/// Pauses after each failed attempt, in minutes; after the last the mail is given up.
const MINUTES: [i64; 6] = [1, 5, 30, 120, 480, 1440];
/// Of these, how many are made for what somebody is waiting for: a code is good for a quarter of an hour.
const SECURITY: usize = 2;
/// By how many percent a pause is longer or shorter, at most: what failed together must not come back together.
const JITTER: i64 = 20;

/// The pause after so many failed attempts; nothing if the mail is given up then. Each mail has pauses of its own, the
/// same whenever they are asked for.
pub(super) fn pause(lane: Lane, id: Uuid, attempts: i32) -> Option<Duration> {
    let most = if lane == Lane::Security { SECURITY } else { MINUTES.len() };
    let done = usize::try_from(attempts.saturating_sub(1)).ok().filter(|done| *done < most)?;
    let seconds = MINUTES.get(done)? * 60;
    // The last eight bytes of an id of version 7 are random.
    let (_, random) = id.as_u64_pair();
    let part = random.rotate_right(u32::try_from(done).unwrap_or_default() * 9) % 2001;
    let per_mille = (i64::try_from(part).unwrap_or_default() - 1000) * JITTER / 100;
    Some(Duration::seconds(seconds + seconds * per_mille / 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_differ_from_mail_to_mail() {
        let now = chrono::DateTime::UNIX_EPOCH + chrono::Duration::days(20_000);
        let ids: Vec<_> = (0..500).map(|_| crate::ids::at(now)).collect();
        for (attempts, minutes) in (1..).zip(MINUTES) {
            let pauses: Vec<_> = ids.iter().map(|id| pause(Lane::Bulk, *id, attempts).unwrap().num_seconds()).collect();
            let (least, most) = (pauses.iter().min().unwrap(), pauses.iter().max().unwrap());
            let middle = minutes * 60;
            assert!(*least >= middle * 8 / 10 && *most <= middle * 12 / 10, "{least} {most}");
            assert!(*least < middle * 85 / 100 && *most > middle * 115 / 100, "{least} {most}: all alike");
        }
        assert_eq!(pause(Lane::Normal, ids[0], 7), None);
        assert_eq!(pause(Lane::Security, ids[0], 3), None);
        assert!(pause(Lane::Security, ids[0], 2).is_some());
        assert_eq!(pause(Lane::Urgent, ids[0], 3), pause(Lane::Urgent, ids[0], 3));
        assert_eq!(pause(Lane::Normal, ids[0], 0), None, "nothing was tried");
    }
}
