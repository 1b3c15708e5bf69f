//! The architecture, held by reading the source: which layer may name which, what a layer must not contain, and how a
//! file begins.

use std::fs;
use std::path::{Path, PathBuf};

const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// Every layer, and the layers that it may name, as the head of `src/lib.rs` tells a newcomer.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("statistics", &[]),
    ("intake", &["domain"]),
    ("policy", &["domain"]),
    ("indicators", &["domain", "policy", "statistics"]),
    (
        "report",
        &["domain", "statistics", "intake", "policy", "indicators"],
    ),
    // An invented county of its own: it draws files, and reads none.
    ("sample", &[]),
    // The worker's protocol is plain data: what failed is told by a sentence here.
    ("text", &["report", "worker"]),
    ("charts", &["statistics", "report", "text"]),
    ("export", &["domain", "report", "text"]),
    (
        "worker",
        &[
            "domain", "intake", "report", "sample", "text", "export", "platform",
        ],
    ),
    ("platform", &[]),
    (
        "ui",
        &["report", "text", "charts", "export", "worker", "platform"],
    ),
    ("pack", &["intake", "report", "sample", "text", "export"]),
];

/// Layers that run natively and in the browser alike, and know neither.
const PURE: &[&str] = &[
    "domain",
    "statistics",
    "intake",
    "policy",
    "indicators",
    "report",
    "sample",
    "text",
    "charts",
    "export",
];

struct Source {
    /// Below `src`, with `/` between folders.
    path: String,
    text: String,
}

impl Source {
    /// The folder of `src` that the file stands in; the file's own name for the two at the top.
    fn layer(&self) -> &str {
        self.path.split('/').next().unwrap_or(&self.path)
    }

    fn is_in(&self, layers: &[&str]) -> bool {
        layers.contains(&self.layer())
    }

    /// The lines that are compiled into the program: no comments, no module of tests; with their numbers.
    fn code(&self) -> Vec<(usize, &str)> {
        let mut lines = Vec::new();
        if self.path.ends_with("/tests.rs") {
            return lines;
        }
        let mut tests = false;
        for (at, line) in self.text.lines().enumerate() {
            // A module of tests ends where a line closes it at the margin.
            if line.starts_with("#[cfg(test)]") {
                tests = true;
            }
            if !tests && !line.trim_start().starts_with("//") {
                lines.push((at + 1, without_comment(line)));
            }
            if tests && (line == "}" || line.starts_with("mod ") && line.ends_with(';')) {
                tests = false;
            }
        }
        lines
    }

    fn place(&self, line: usize) -> String {
        format!("src/{}:{line}", self.path)
    }
}

/// The line up to a comment that follows code; `//` within a text is part of the text.
fn without_comment(line: &str) -> &str {
    let comment = line
        .match_indices("//")
        .map(|(at, _)| at)
        .find(|at| line[..*at].matches('"').count().is_multiple_of(2));
    comment.map_or(line, |at| &line[..at])
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    paths_under(Path::new(SOURCE), &mut paths);
    paths.sort();
    let source = |path: PathBuf| Source {
        text: fs::read_to_string(&path).expect("a source file in UTF-8"),
        path: path
            .strip_prefix(SOURCE)
            .expect("below src")
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/"),
    };
    paths.into_iter().map(source).collect()
}

fn paths_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is there") {
        let path = entry.expect("a folder entry").path();
        if path.is_dir() {
            paths_under(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn none(found: Vec<String>, what: &str) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

/// Every place in the given layers where a line of the program has one of the words.
fn places_of(layers: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.is_in(layers)) {
        for (at, line) in source.code() {
            for word in words.iter().filter(|word| has_word(line, word)) {
                found.push(format!("{} has {word}", source.place(at)));
            }
        }
    }
    found
}

/// Whether the line has the word, and not only as a part of a longer name.
fn has_word(line: &str, word: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        let starts = word.starts_with(|c: char| c.is_alphanumeric());
        let ends = word.ends_with(|c: char| c.is_alphanumeric());
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !(starts && is_part(before) || ends && is_part(after))
    })
}

/// The layers that a file names by `crate::`, grouped imports included, and by enough `super::` to leave its own.
fn named_layers(source: &Source) -> Vec<(usize, String)> {
    let code = source.code();
    let text: String = code.iter().map(|(_, line)| format!("{line}\n")).collect();
    let line_of = |start: usize| code[text[..start].matches('\n').count()].0;
    let depth = source.path.matches('/').count() - usize::from(source.path.ends_with("/mod.rs"));
    let climb = "super::".repeat(depth + 1);
    let mut named = Vec::new();
    for root in ["crate::", &climb] {
        for (start, _) in text.match_indices(root) {
            let rest = &text[start + root.len()..];
            let is_part_of_a_climb = text[..start].ends_with("super::");
            if !is_part_of_a_climb && !rest.starts_with("super::") {
                named.extend(first_names(rest).map(|name| (line_of(start), name)));
            }
        }
    }
    named
}

/// The first name of a path, or those of a group of paths in braces.
fn first_names(rest: &str) -> impl Iterator<Item = String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in rest.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => parts.push(String::new()),
            _ => {}
        }
        if depth <= 0 && !(c.is_alphanumeric() || c == '_') {
            break;
        }
        if !(c == '{' && depth == 1) {
            parts.last_mut().expect("a part").push(c);
        }
    }
    parts
        .into_iter()
        .map(|part| first_name(part.trim_start_matches(|c: char| c == ',' || c.is_whitespace())))
}

fn first_name(path: &str) -> String {
    path.trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

#[test]
fn a_layer_names_only_the_layers_it_may_name() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.path.contains('/')) {
        let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == source.layer()) else {
            found.push(format!("{} is in no layer of the table", source.path));
            continue;
        };
        for (at, named) in named_layers(source) {
            let is_layer = LAYERS.iter().any(|(layer, _)| *layer == named);
            if is_layer && named != source.layer() && !allowed.contains(&named.as_str()) {
                found.push(format!("{} names {named}", source.place(at)));
            }
        }
    }
    none(found, "layers that name what they may not");
}

#[test]
fn every_layer_of_the_library_is_in_the_table() {
    let library = fs::read_to_string(Path::new(SOURCE).join("lib.rs")).expect("lib.rs");
    let modules = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for module in modules {
        assert!(
            LAYERS.iter().any(|(layer, _)| *layer == module),
            "{module} is in no layer of the table"
        );
    }
}

#[test]
fn only_the_platform_touches_the_browser() {
    let mut others: Vec<&str> = LAYERS.iter().map(|(layer, _)| *layer).collect();
    others.retain(|layer| *layer != "platform");
    others.extend(["main.rs", "lib.rs"]);
    let found = places_of(&others, &["web_sys", "js_sys", "gloo", "gloo_timers"]);
    none(found, "the browser outside src/platform");
    none(
        places_of(PURE, &["wasm_bindgen", "leptos"]),
        "the browser in a pure layer",
    );
}

#[test]
fn money_and_rates_know_no_floating_point() {
    let exact = ["domain", "policy", "indicators"];
    none(places_of(&exact, &["f32", "f64"]), "floating point");
}

#[test]
fn a_pure_layer_reads_no_clock_and_does_no_input_or_output() {
    let clock = ["SystemTime", "Instant", "Date::now", "Local::now"];
    none(places_of(PURE, &clock), "a clock in a pure layer");
    let outside = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "println!",
    ];
    none(places_of(PURE, &outside), "the outside in a pure layer");
}

#[test]
fn no_view_works_out_a_rate() {
    let views = ["text", "charts", "export", "worker", "ui", "pack"];
    let makers = ["Rate::of", "Rate::unknown", "Mean::of", "rust_decimal"];
    none(places_of(&views, &makers), "a rate made outside indicators");
}

/// Where words that are not in `text` may stand, and why.
const CHINESE: &[(&str, &str)] = &[
    ("text/", "every word a person reads"),
    ("sample/", "the invented county's names"),
    ("intake/header.rs", "what totals and units are called"),
    ("intake/header/vocabulary", "what files call their columns"),
    ("intake/cell", "units, dates, classes and states in cells"),
    (
        "intake/loans/village.rs",
        "what the groups of a village are called",
    ),
    (
        "intake/words.rs",
        "words of rosters and side tables in cells",
    ),
    ("intake/columns/units.rs", "units of money"),
    ("intake/recognise/top_rows.rs", "units below a header"),
    ("intake/gazetteer/", "endings of places' names"),
    ("intake/as_of.rs", "dates in the names of files"),
    ("intake/personal/name.rs", "the commonest surnames"),
    (
        "intake/pseudonym.rs",
        "the mark of a column of pseudonyms, by which it is known again",
    ),
    (
        "intake/boundaries.rs",
        "names of properties in boundary files",
    ),
    ("policy/parameters/", "documents cited"),
    ("policy/rules/", "documents cited"),
    (
        "policy/classification/",
        "documents cited, and the credit grades of one of them",
    ),
    ("policy/disposition/", "documents cited"),
    ("policy/purposes.rs", "words of a purpose that a ban names"),
    (
        "policy/book/known_places.rs",
        "what lists write behind a village's name",
    ),
    ("pack/analyze.rs", "the terminal's own lines"),
    ("pack/terminal.rs", "the terminal's own lines"),
];

#[test]
fn chinese_words_stand_where_words_belong() {
    let is_chinese = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    let mut found = Vec::new();
    for source in sources() {
        let is_place = |(place, _): &(&str, &str)| source.path.starts_with(place);
        if CHINESE.iter().any(is_place) {
            continue;
        }
        for (at, line) in source.code() {
            if line.contains(is_chinese) {
                found.push(format!("{}: {}", source.place(at), line.trim()));
            }
        }
    }
    none(found, "Chinese words outside src/text");
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let starts = |source: &Source| source.text.starts_with("//! ");
    let found = sources()
        .iter()
        .filter(|source| !starts(source))
        .map(|source| source.path.clone())
        .collect();
    none(found, "files that do not begin with //!");
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let found = sources()
        .iter()
        .filter(|source| source.text.lines().count() > 400)
        .map(|source| format!("{}: {}", source.path, source.text.lines().count()))
        .collect();
    none(found, "files of more than 400 lines");
}

#[test]
fn nothing_is_left_to_be_done_and_no_unknown_becomes_a_zero() {
    let layers: Vec<&str> = LAYERS.iter().map(|(layer, _)| *layer).collect();
    let left = ["todo!", "unimplemented!", "dbg!", "unwrap_or(0)"];
    none(places_of(&layers, &left), "left to be done, or made zero");
    // In a view and in the sample a blank is a blank cell; where figures are made it would be a figure.
    let figures: Vec<&str> = layers
        .into_iter()
        .filter(|layer| !["ui", "sample"].contains(layer))
        .collect();
    none(
        places_of(&figures, &["unwrap_or_default()"]),
        "an unknown made a blank",
    );
    // In comments and tests as well.
    let mut found = Vec::new();
    for source in sources() {
        for word in ["TODO", "FIXME", "#[ignore", "unsafe {"] {
            if source.text.contains(word) {
                found.push(format!("{} has {word}", source.path));
            }
        }
    }
    none(found, "left to be done, skipped or unsafe");
}

#[test]
fn no_module_has_a_name_that_says_nothing() {
    const NAMES: &[&str] = &[
        "utils", "util", "helpers", "helper", "common", "types", "models", "services", "manager",
        "misc",
    ];
    let says_nothing = |source: &Source| {
        source
            .path
            .split(['/', '.'])
            .any(|part| NAMES.contains(&part))
    };
    let found = sources()
        .into_iter()
        .filter(says_nothing)
        .map(|source| source.path)
        .collect();
    none(found, "names that say nothing");
}

#[test]
fn the_invariants_stand_at_the_head_of_the_library() {
    const INVARIANTS: [&str; 6] = [
        "The pure layers do no I/O",
        "Reading never fails on a row",
        "An unknown is never a zero",
        "A view computes no rate",
        "The same files and settings give the same report",
        "Nothing leaves the machine",
    ];
    let library = fs::read_to_string(Path::new(SOURCE).join("lib.rs")).expect("lib.rs");
    for (at, invariant) in INVARIANTS.iter().enumerate() {
        let line = format!("//! {}. {invariant}", at + 1);
        assert!(
            library.lines().any(|of| of.starts_with(&line)),
            "src/lib.rs lacks: {line}"
        );
    }
}

#[test]
fn a_line_of_code_is_told_from_a_comment_and_from_a_test() {
    let source = Source {
        path: "domain/a.rs".to_owned(),
        text: "//! a\nuse crate::{policy::b, text};\nlet a = \"//\"; // f64\n#[cfg(test)]\nmod tests {\n    f64\n}\nsuper::super::ui::c\nuse crate::{\n    charts::{a, b},\n    export,\n};\n".to_owned(),
    };
    let code: Vec<&str> = source.code().into_iter().map(|(_, line)| line).collect();
    assert_eq!(
        code,
        [
            "use crate::{policy::b, text};",
            "let a = \"//\"; ",
            "super::super::ui::c",
            "use crate::{",
            "    charts::{a, b},",
            "    export,",
            "};",
        ]
    );
    let named: Vec<String> = named_layers(&source).into_iter().map(|(_, n)| n).collect();
    assert_eq!(named, ["policy", "text", "charts", "export", "", "ui"]);
    assert!(has_word("x: f64,", "f64") && !has_word("sha_f64x", "f64"));
}
