//! axe finds nothing to object to in any room.

use crate::atlas::Atlas;
use crate::driver::Browser;
use crate::driver::npm::Package;
use flate2::read::GzDecoder;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use tempfile::TempDir;

const AXE: Package = Package {
    name: "axe-core@4.10.3",
    integrity: "sha512-Xm7bpRXnDSX2YE2YFfBk2FnF0ep6tmG7xPh8iHee8MIcrgq762Nkce856dYtJYLkuIoYZvGfTs/PbZhideTcEg==",
};

/// The objections, one line each: rule, impact, first element. Where few rules had anything to look at, axe looked at
/// nothing.
const RUN: &str = "axe.run(document).then(found => [...found.violations.map(v =>
  `${v.id} (${v.impact}), ${v.nodes.length} times, first: ${v.nodes[0].html.slice(0, 200)} — ${v.nodes[0].failureSummary}`),
  ...(found.passes.length < 10 ? [`only ${found.passes.length} rules passed`] : [])])";

#[test]
fn axe_finds_nothing_in_any_room() {
    let atlas = Atlas::open(&Browser::chromium());
    atlas.value(&format!("void (0, eval)({})", serde_json::json!(axe())));
    let mut found = objections(&atlas, "empty page");
    atlas.use_sample();
    found.extend(objections(&atlas, "数据"));
    for (room, part) in [
        ("overview", ".headline"),
        ("map", "#map path[data-township]"),
        ("maturities", "#months tbody td"),
        ("villages", "#ranked tbody td"),
        ("register", "#register tbody td[data-col='3']"),
    ] {
        atlas.open_room(room);
        atlas.wait_for(part);
        found.extend(objections(&atlas, room));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn objections(atlas: &Atlas, room: &str) -> Vec<String> {
    let found = atlas.value(RUN);
    let found = found.as_array().expect("a list").iter();
    found
        .map(|line| format!("{room}: {}", line.as_str().expect("a text")))
        .collect()
}

/// The script of axe, fetched once and kept in the target directory.
fn axe() -> String {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .with_file_name("browsers")
        .join("axe-core-4.10.3.js");
    if let Ok(script) = fs::read_to_string(&kept) {
        return script;
    }
    eprintln!("fetching {} to test the page's accessibility", AXE.name);
    let scratch = TempDir::new().expect("a temporary directory");
    let archive = AXE.download(scratch.path());
    let archive = archive.unwrap_or_else(|error| panic!("`npm pack {}` failed: {error}", AXE.name));
    let mut archive = tar::Archive::new(GzDecoder::new(File::open(archive).expect("the archive")));
    for entry in archive.entries().expect("an archive") {
        let mut entry = entry.expect("an entry");
        if entry
            .path()
            .is_ok_and(|path| path.as_ref() == Path::new("package/axe.min.js"))
        {
            let mut script = String::new();
            entry.read_to_string(&mut script).expect("the script");
            let whole = scratch.path().join("axe.js");
            fs::write(&whole, &script).expect("room for the script");
            fs::create_dir_all(kept.parent().expect("a directory")).expect("the target directory");
            fs::copy(&whole, &kept).expect("room for the script");
            return script;
        }
    }
    panic!("{} holds no axe.min.js", AXE.name)
}
