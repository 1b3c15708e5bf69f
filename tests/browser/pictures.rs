//! Pictures of the page at the size of an office screen, for people to judge and for the README.

use crate::atlas::Atlas;
use crate::driver::Browser;
use std::fs;
use std::path::Path;

/// Writes `pictures/*.png` into the target directory, and says how long the page took to be usable.
#[test]
fn pictures_of_the_page_are_taken() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("pictures");
    fs::create_dir_all(&folder).expect("the target directory");
    let atlas = Atlas::open(&Browser::chromium());
    // Only told: how fast a machine is that does much else is no property of the page.
    let usable = atlas.value("Math.round(performance.now())");
    println!("the page was usable no later than {usable} ms after it was opened");
    let picture = |name: &str| {
        let path = folder.join(format!("{name}.png"));
        atlas.screenshot(&path, 1366, 768);
        assert!(
            fs::metadata(&path).is_ok_and(|file| file.len() > 10_000),
            "{name} is empty"
        );
    };
    picture("empty");
    atlas.use_sample();
    picture("data");
    for (room, part) in [
        ("overview", ".headline"),
        ("map", "#map path[data-township]"),
        ("maturities", "#months tbody td"),
        ("villages", "#ranked tbody td"),
        ("register", "#register tbody td[data-col='3']"),
    ] {
        atlas.open_room(room);
        atlas.wait_for(part);
        picture(room);
    }
    readme_picture(&atlas, &folder.join("readme.png"));
    atlas.open_room("register");
    atlas.click("#register tbody td");
    atlas.wait_for("dialog#loan[open]");
    picture("loan");
}

/// The map with a township open: a copy of it stands in the repository as `public/page.png`.
fn readme_picture(atlas: &Atlas, path: &Path) {
    atlas.open_room("map");
    atlas.click("#map [data-township='漱墟镇']");
    atlas.wait_for("#map-villages tbody td");
    atlas.screenshot(path, 1366, 768);
    let size = fs::metadata(path).expect("a picture").len();
    assert!(size < 300_000, "{size} bytes are too many for a README");
}
