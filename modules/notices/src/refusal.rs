//! What people can get wrong when they say when they want to be told.

use kernel::kinds;

kinds! {
    /// What people can get wrong when they say when they want to be told.
    pub enum Refusal {
        /// More was chosen than is done at a time.
        TooManyChosen = ("refusal-notices-too-many", "TOO_MANY_CHOSEN"),
        /// Of the quiet hours, only one end is said.
        QuietHoursHalf = ("refusal-notices-quiet-half", "QUIET_HOURS_HALF"),
    }
}
