use super::*;

#[test]
fn a_page_that_is_shown_again_finds_its_values_in_the_path_of_the_action() {
    let variables = |path: &'static str| path.split('/').filter(|part| part.starts_with('{'));
    for action in ACTIONS {
        let page = PAGES.iter().find(|page| page.name == action.page);
        let page = page.unwrap_or_else(|| panic!("{}: no page {}", action.path, action.page));
        for variable in variables(page.path) {
            assert!(variables(action.path).any(|own| own == variable), "{}: {variable}", action.path);
        }
    }
}

#[test]
fn no_two_actions_and_no_two_pages_have_one_path() {
    let paths: Vec<_> = ACTIONS.iter().map(|action| action.path).collect();
    let pages: Vec<_> = PAGES.iter().map(|page| page.path).collect();
    for mut list in [paths, pages] {
        let all = list.len();
        list.sort_unstable();
        list.dedup();
        assert_eq!(list.len(), all);
    }
}
