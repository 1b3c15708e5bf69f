//! The village of a loan, also where one cell holds village and group: 石桥村3组.

use std::borrow::Cow;

use crate::domain::Field;
use crate::intake::cache::Cache;
use crate::intake::encoding::{decode, is_space, narrow};
use crate::intake::faults::position;
use crate::intake::finding::Encoding;
use crate::intake::header;
use crate::intake::recognise::Recognised;

/// The column of the village.
#[derive(Debug)]
pub(super) struct VillageColumn {
    /// Its place among the columns.
    pub(super) at: usize,
    /// How many bytes of a cell name the village, by cell, where a group follows it.
    lengths: Option<Cache<usize>>,
}

impl VillageColumn {
    /// The column of a file; none if it has none.
    pub(super) fn new(table: &Recognised) -> Option<VillageColumn> {
        let at = position(table, Field::Village)?;
        // The groups of a header of several rows stand before its own name.
        let own = table.columns.get(at)?.header().rsplit('/').next()?;
        let has_group = header::heading(own).field == Some(Field::VillageAndGroup);
        Some(VillageColumn {
            at,
            lengths: has_group.then(Cache::default),
        })
    }

    /// The part of a cell that names the village.
    #[inline(always)]
    pub(super) fn village<'c>(&mut self, cell: Cow<'c, [u8]>, encoding: Encoding) -> Cow<'c, [u8]> {
        let Some(lengths) = &mut self.lengths else {
            return cell;
        };
        let length = *lengths.get(&cell, || village_length(&cell, encoding));
        match cell {
            Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(..length).unwrap_or(bytes)),
            Cow::Owned(mut bytes) => {
                bytes.truncate(length);
                Cow::Owned(bytes)
            }
        }
    }
}

/// How many bytes of a cell name the village, in the cell's own encoding.
fn village_length(cell: &[u8], encoding: Encoding) -> usize {
    let text = decode(cell, encoding);
    let village = without_group(&text);
    if village.len() == text.len() {
        return cell.len();
    }
    match encoding {
        Encoding::Gb18030 => encoding_rs::GB18030.encode(village).0.len(),
        _ => village.len(),
    }
}

/// The text up to the group: 石桥村3组, 石桥村第三组, 石桥村（3组）, 石桥村-3社. A text without a group is all village.
fn without_group(text: &str) -> &str {
    const GROUPS: &[&str] = &["村民小组", "小组", "组", "社", "队"];
    let between = |c: char| is_space(c) || matches!(c, '-' | '－' | '(' | '（' | '、' | '/' | '第');
    let whole = text.trim_end_matches(|c| is_space(c) || matches!(c, ')' | '）'));
    let Some(before) = GROUPS.iter().find_map(|group| whole.strip_suffix(group)) else {
        return text;
    };
    let before = before.trim_end_matches(is_space);
    let village = before.trim_end_matches(is_group_number);
    let has_number = village.len() < before.len();
    let village = village.trim_end_matches(between);
    if has_number && !narrow(village).is_empty() {
        village
    } else {
        text
    }
}

fn is_group_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９') || "一二三四五六七八九十百".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_village_is_what_stands_before_the_group() {
        for (text, village) in [
            ("石桥村3组", "石桥村"),
            ("石桥村十二组", "石桥村"),
            ("石桥村第三组", "石桥村"),
            ("石桥村（3组）", "石桥村"),
            ("石桥村 3 组", "石桥村"),
            ("石桥村-３社 ", "石桥村"),
            ("石桥村5村民小组", "石桥村"),
            ("石桥3组", "石桥"),
            ("石桥村", "石桥村"),
            ("石桥社", "石桥社"),
            ("百合社区", "百合社区"),
            ("3组", "3组"),
            ("", ""),
        ] {
            assert_eq!(without_group(text), village, "{text}");
        }
    }

    #[test]
    fn the_length_is_that_of_the_encoding_of_the_file() {
        let text = "石桥村3组";
        let (bytes, _, _) = encoding_rs::GB18030.encode(text);
        assert_eq!(village_length(&bytes, Encoding::Gb18030), 6);
        assert_eq!(village_length(text.as_bytes(), Encoding::Utf8), 9);
        // Bytes that are no text are left as they are, to be named by whoever reads the village.
        assert_eq!(village_length(b"\xff\xfe", Encoding::Gb18030), 2);
        assert_eq!(village_length(b"\xff\xfe", Encoding::Utf8), 2);
    }
}
