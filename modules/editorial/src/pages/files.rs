//! The file that an institution's own entries are imported from: sent once, and carried by the page from the preview to
//! the import.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use kernel::page::{PageInput, PageRequest};
use serde_json::json;

/// A file to be looked at, or, with the button below the preview, to be written.
pub(super) fn import(request: &PageRequest<'_>) -> PageInput {
    let Some(content) = request.value("csv") else { return refused("import-file-missing") };
    let Ok(content) = STANDARD.decode(content) else { return refused("import-file-missing") };
    let Ok(csv) = String::from_utf8(content) else { return refused("import-not-utf8") };
    let institution = request.segment("institution");
    PageInput::of_mutation(json!({ "institution": institution, "csv": csv, "dryRun": !request.has("write") }))
}

fn refused(message: &'static str) -> PageInput {
    let mut page = PageInput::default();
    page.errors.insert("csv", message);
    page
}
