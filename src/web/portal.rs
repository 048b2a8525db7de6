//! Pages that belong to no module.

use kernel::page::{Page, PageInput};

/// A city's front page, which modules fill with sections, and what it says of people's data.
pub const PAGES: [Page; 2] = [
    Page { name: HOME, path: "/", module: None, menu: None, subject: None, input: |_| PageInput::default() },
    Page {
        name: "portal/privacy",
        path: "/prywatnosc",
        module: None,
        menu: None,
        subject: None,
        input: |_| PageInput::default(),
    },
];

/// A city's front page.
pub const HOME: &str = "portal/home";
/// The base domain's front page.
pub const REGION_HOME: &str = "region/home";
/// The page that stands for one that cannot be shown.
pub const ERROR: &str = "error/show";
