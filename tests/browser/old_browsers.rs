//! Old browsers open the page and show the same figures: Chromium 92, as in old 360 and QQ browsers, and Chromium 109, the
//! last of Windows 7.

use crate::atlas::Atlas;
use crate::driver::Browser;
use crate::readme;

#[test]
fn chromium_92_shows_the_sample() {
    shows_the_sample(&Browser::chromium_92());
}

#[test]
fn chromium_109_shows_the_sample() {
    shows_the_sample(&Browser::chromium_109());
}

/// By the button, in all rooms, without a word on the console.
fn shows_the_sample(browser: &Browser) {
    let atlas = Atlas::open(browser);
    atlas.use_sample();
    atlas.open_overview();
    let sums = readme::sums_of("合计 all");
    let shown = atlas.headlines();
    assert_eq!(shown["逾期率（金额）"].0, format!("{}%", sums[7]));
    assert_eq!(shown["有余额笔数"].0, readme::grouped(&sums[3]));
    for (room, part) in [
        ("map", "#map path[data-township]"),
        ("maturities", "#months tbody td"),
        ("villages", "#ranked tbody td"),
        ("register", "#register tbody td[data-col='3']"),
        ("data", "article.file"),
    ] {
        atlas.open_room(room);
        atlas.wait_for(part);
    }
    atlas.assert_quiet();
}
