//! The words by which rules look at texts, as rows and expressions: the very lists that the rules themselves ask.

use std::fmt::Write as _;

use crate::report::policy::{BANNED_WORDS, VILLAGE_ENDINGS};

/// What a macro over words stands for.
pub(super) fn macro_of(name: &str, arguments: &[&str]) -> Option<String> {
    Some(match (name, arguments) {
        ("banned_words", []) => banned_words(),
        ("without_ending", [column]) => without_ending(column),
        _ => return None,
    })
}

/// The words of each ban: its place among the bans, its name, and the word.
fn banned_words() -> String {
    let rows: Vec<String> = (1..)
        .zip(BANNED_WORDS)
        .flat_map(|(place, (ban, words))| {
            let words = words.iter();
            words.map(move |word| format!("({place}, '{}', '{word}')", ban.name()))
        })
        .collect();
    format!("(values\n  {})", rows.join(",\n  "))
}

/// A village's name without the first ending that fits, unless nothing would be left.
fn without_ending(column: &str) -> String {
    let mut out = String::from("case");
    for ending in VILLAGE_ENDINGS {
        let length = ending.chars().count();
        let _ = write!(
            out,
            "\n    when {column} = '{ending}' then {column}\n    \
             when {column} like '%{ending}' then substr({column}, 1, length({column}) - {length})"
        );
    }
    let _ = write!(out, "\n    else {column} end");
    out
}
