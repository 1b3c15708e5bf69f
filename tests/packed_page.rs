//! The one HTML file as it is shipped: what its bytes promise to old browsers, and that nothing is left to be fetched.

use std::fs;
use std::thread;

use credit_atlas::pack::{self, inspect, page};

fn shipped() -> String {
    let path = pack::page().unwrap_or_else(|error| panic!("{error}"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn policy(page: &str) -> &str {
    page.split_once("Content-Security-Policy")
        .and_then(|(_, from)| from.split_once("</script>"))
        .map_or("", |(policy, _)| policy)
}

#[test]
fn the_module_uses_nothing_that_chromium_92_does_not_know() {
    let module = page::module_of(&shipped()).expect("the page carries a module");
    assert_eq!(inspect::flaws(&module), Vec::<String>::new());
}

#[test]
fn the_advice_for_old_browsers_stands_in_the_first_two_kilobytes() {
    let page = shipped();
    let head = String::from_utf8_lossy(&page.as_bytes()[..2048]);
    for words in ["Microsoft Edge", "谷歌 Chrome", "极速模式", "Firefox."] {
        assert!(head.contains(words), "{words} is missing");
    }
}

#[test]
fn the_policy_names_both_scripts_and_opens_no_connection() {
    let page = shipped();
    let policy = policy(&page);
    assert_eq!(policy.matches("'sha256-").count(), 2);
    for words in [
        "default-src 'none'",
        "connect-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
    ] {
        assert!(policy.contains(words), "{words} is missing");
    }
}

#[test]
fn the_page_tells_nothing_of_the_machine_it_was_built_on() {
    let page = shipped();
    let module = page::module_of(&page).expect("the page carries a module");
    let text = String::from_utf8_lossy(&module);
    let home = std::env::home_dir().expect("a home folder");
    for folder in [home.as_path(), env!("CARGO_MANIFEST_DIR").as_ref()] {
        let folder = folder.to_string_lossy();
        assert!(
            !text.contains(&*folder) && !page.contains(&*folder),
            "{folder} is told"
        );
    }
}

#[test]
fn the_page_is_at_most_two_megabytes() {
    assert!(shipped().len() <= 2_000_000);
}

#[test]
fn several_calls_at_once_give_one_page() {
    let calls: Vec<_> = (0..3).map(|_| thread::spawn(shipped)).collect();
    let mut pages: Vec<String> = calls
        .into_iter()
        .map(|call| call.join().expect("a page"))
        .collect();
    pages.dedup();
    assert_eq!(pages.len(), 1);
}
