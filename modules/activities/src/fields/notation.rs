//! How lessons are written. What is written is read back as the same value.

use kernel::graphql::scalars::LocalTime;

use crate::activity::Slot;

/// Days of the week as files name them, Monday first.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// `mon 16:00-17:30`. Whether it ends after it begins is not looked at.
pub(crate) fn read_slot(text: &str) -> Option<Slot> {
    let (day, hours) = text.split_once(char::is_whitespace)?;
    let weekday = DAYS.iter().position(|name| day.eq_ignore_ascii_case(name))?;
    let (starts, ends) = hours.split_once(['-', '–'])?;
    let time = |text: &str| text.trim().parse::<LocalTime>().ok();
    Some(Slot { weekday: weekday as u8, starts: time(starts)?.0, ends: time(ends)?.0 })
}

/// `mon 16:00-17:30`.
pub(crate) fn write_slot(slot: Slot) -> String {
    let day = DAYS.get(usize::from(slot.weekday)).copied().unwrap_or_default();
    format!("{day} {}-{}", LocalTime(slot.starts), LocalTime(slot.ends))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_days_and_hours() {
        assert_eq!(read_slot("mon 16:00-17:30"), Some(Slot { weekday: 0, starts: 960, ends: 1050 }));
        assert_eq!(read_slot("Sun 9:00 - 10:00"), Some(Slot { weekday: 6, starts: 540, ends: 600 }));
        for bad in ["16:00-17:30", "mon", "pon 16:00-17:30", "mon 16-17", "mon 25:00-26:00"] {
            assert_eq!(read_slot(bad), None, "{bad}");
        }
    }
}
