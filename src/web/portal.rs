//! Pages that belong to no module.

use kernel::page::{Page, PageInput};

/// A city's front page; modules fill it with sections.
pub const PAGES: [Page; 1] =
    [Page { name: HOME, path: "/", module: None, menu: None, subject: None, input: |_| PageInput::default() }];

/// A city's front page.
pub const HOME: &str = "portal/home";
/// The base domain's front page.
pub const REGION_HOME: &str = "region/home";
/// The page that stands for one that cannot be shown.
pub const ERROR: &str = "error/show";
