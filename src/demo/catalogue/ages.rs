//! Age bands: who an offer is for, and which texts fit whom.

/// A band of ages, named by one letter in the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Band {
    /// `B`: from a year and a half to four, with a parent.
    Baby,
    /// `P`: preschool.
    Preschool,
    /// `E`: forms 1 to 3.
    Early,
    /// `M`: forms 4 to 8.
    Middle,
    /// `K`: all of primary school.
    Kids,
    /// `T`: secondary school.
    Teen,
    /// `A`: adults.
    Adult,
    /// `F`: children with their parents.
    Family,
}

/// Ages in months; no upper limit where `max` is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ages {
    pub(super) min: u32,
    pub(super) max: Option<u32>,
}

impl Band {
    /// The band a letter names.
    pub(super) const fn of(letter: char) -> Option<Self> {
        Some(match letter {
            'B' => Self::Baby,
            'P' => Self::Preschool,
            'E' => Self::Early,
            'M' => Self::Middle,
            'K' => Self::Kids,
            'T' => Self::Teen,
            'A' => Self::Adult,
            'F' => Self::Family,
            _ => return None,
        })
    }

    /// Its letter.
    pub(super) const fn letter(self) -> char {
        match self {
            Self::Baby => 'B',
            Self::Preschool => 'P',
            Self::Early => 'E',
            Self::Middle => 'M',
            Self::Kids => 'K',
            Self::Teen => 'T',
            Self::Adult => 'A',
            Self::Family => 'F',
        }
    }

    /// Usual limits, youngest and oldest age in months.
    pub(super) const fn limits(self) -> &'static [(u32, Option<u32>)] {
        match self {
            Self::Baby => &[(18, Some(36)), (18, Some(30)), (24, Some(48)), (30, Some(48))],
            Self::Preschool => &[(36, Some(60)), (48, Some(72)), (60, Some(72)), (36, Some(72)), (48, Some(60))],
            Self::Early => &[(72, Some(96)), (84, Some(108)), (72, Some(108)), (84, Some(120)), (72, Some(120))],
            Self::Middle => &[(108, Some(144)), (120, Some(144)), (120, Some(156)), (132, Some(168)), (144, Some(180))],
            Self::Kids => &[(84, Some(168)), (72, Some(144)), (96, Some(180)), (72, Some(180))],
            Self::Teen => &[(156, Some(192)), (168, Some(216)), (180, Some(228)), (156, Some(216)), (168, Some(228))],
            Self::Adult => &[(216, None), (192, None), (216, None)],
            Self::Family => &[(48, None), (60, Some(144)), (72, None), (36, Some(120))],
        }
    }

    /// The limits, raised to the youngest age in years at which a topic makes sense.
    pub(super) fn ages(self, choice: usize, from_age: u32) -> Ages {
        let limits = self.limits();
        let (min, max) = limits.get(choice % limits.len()).copied().unwrap_or((84, Some(168)));
        let floor = min.max(from_age * 12);
        Ages { min: floor, max: max.map(|max| max.max(floor + 24)) }
    }
}

/// A text without its band letters, or nothing when it is meant for other bands.
pub(super) fn fit(text: &'static str, band: Band) -> Option<&'static str> {
    match text.split_once('|') {
        None => Some(text),
        Some((letters, rest)) if letters.contains(band.letter()) => Some(rest),
        Some(_) => None,
    }
}

/// The texts meant for a band.
pub(super) fn fitting(texts: &'static [&'static str], band: Band) -> Vec<&'static str> {
    texts.iter().filter_map(|text| fit(text, band)).collect()
}

impl Ages {
    /// A limit as the contract writes it: whole years as a number, otherwise months as `18m`.
    pub(super) fn written(months: u32) -> String {
        if months.is_multiple_of(12) { (months / 12).to_string() } else { format!("{months}m") }
    }
}
