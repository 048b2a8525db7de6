use super::*;

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
