//! How an event recurs, asked in plain words, as a rule of RFC 5545.

use kernel::page::PageRequest;

/// The rule that was typed.
pub(super) fn recurrence(request: &PageRequest<'_>) -> Option<String> {
    request.value("recurrence").map(str::to_owned)
}
