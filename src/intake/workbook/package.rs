//! The zip of an `.xlsx`, looked through before a reader unpacks it: what is in it, and how large that is.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::WorkbookFault;

/// How much of the shared texts is looked through for the count that they begin with.
const HEAD: usize = 1 << 16;

const DAMAGED: WorkbookFault = WorkbookFault::Damaged { sheet: None };

/// Whether some bytes begin as a zip does.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether a zip is an `.xlsx` whose parts, unpacked, take no more than `limit` bytes.
///
/// The zip's directory says how large its parts are; as that can be untrue, the parts are also unpacked and thrown away,
/// piece by piece. Pictures and other parts that hold no text are left out: no reader here opens them.
pub fn look_through(bytes: &[u8], limit: u64) -> Result<(), WorkbookFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(fault_of)?;
    let mut parts = Vec::new();
    let mut declared = 0u64;
    let mut has_workbook = false;
    let mut has_binary_workbook = false;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(fault_of)?;
        let name = part.name().map_err(fault_of)?.to_ascii_lowercase();
        if part.encrypted() {
            return Err(WorkbookFault::Encrypted);
        }
        // Some programs number the part: xl/workbook2.xml.
        let is_workbook = name.contains("workbook");
        has_workbook |= is_workbook && name.ends_with(".xml");
        has_binary_workbook |= is_workbook && name.ends_with(".bin");
        if name.ends_with(".xml") || name.ends_with(".rels") {
            declared = declared.saturating_add(part.size());
            parts.push((index, Part::of(&name)));
        }
    }
    if !has_workbook {
        return Err(if has_binary_workbook {
            WorkbookFault::BinaryWorkbook
        } else {
            WorkbookFault::ZipOfSomethingElse
        });
    }
    allow(declared, limit)?;
    let mut unpacked = 0;
    for (index, kind) in parts {
        let mut part = archive.by_index(index).map_err(fault_of)?;
        if kind == Part::SharedTexts {
            unpacked += look_into_shared_texts(&mut part)?;
        }
        let left = limit.saturating_sub(unpacked);
        unpacked += match count(part.take(left.saturating_add(1))) {
            // The sheets beside it can be read; it itself is met again, and set aside, where its cells are wanted.
            Err(_) if kind == Part::Sheet => 0,
            counted => counted?,
        };
        allow(unpacked, limit)?;
    }
    Ok(())
}

/// What a part of the zip holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    SharedTexts,
    Sheet,
    Other,
}

impl Part {
    fn of(name: &str) -> Part {
        if name.ends_with("sharedstrings.xml") {
            Part::SharedTexts
        } else if name.contains("worksheets/") && name.ends_with(".xml") {
            Part::Sheet
        } else {
            Part::Other
        }
    }
}

fn allow(needed: u64, limit: u64) -> Result<(), WorkbookFault> {
    if needed > limit {
        return Err(WorkbookFault::TooLarge { needed, limit });
    }
    Ok(())
}

fn fault_of(error: ZipError) -> WorkbookFault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            WorkbookFault::Encrypted
        }
        _ => DAMAGED,
    }
}

fn count(mut part: impl Read) -> Result<u64, WorkbookFault> {
    std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| DAMAGED)
}

/// Reads the head of the shared texts and says how long it is. The reader makes room for as many texts as they claim to
/// be, so the claim is held against the bytes of the part: a text takes five at least, `<si/>`.
fn look_into_shared_texts<R: Read>(
    part: &mut zip::read::ZipFile<'_, R>,
) -> Result<u64, WorkbookFault> {
    let most = part.size() / 5;
    let mut head = Vec::new();
    let mut reader = part.take(HEAD as u64);
    reader.read_to_end(&mut head).map_err(|_| DAMAGED)?;
    let tag = first_tag(&head).ok_or(DAMAGED)?;
    match unique_count(tag) {
        Some(claimed) if claimed > most => Err(DAMAGED),
        _ => Ok(head.len() as u64),
    }
}

/// The first start tag, behind the declaration and comments; none if the head ends before it does.
fn first_tag(head: &[u8]) -> Option<&[u8]> {
    let mut rest = head;
    loop {
        let start = rest.iter().position(|&byte| byte == b'<')?;
        rest = rest.get(start..)?;
        let end: &[u8] = match rest {
            [b'<', b'?', ..] => b"?>",
            [b'<', b'!', b'-', b'-', ..] => b"-->",
            [b'<', b'!', ..] => return None,
            _ => b">",
        };
        let length = rest.windows(end.len()).position(|bytes| bytes == end)? + end.len();
        if end == b">" {
            return rest.get(..length);
        }
        rest = rest.get(length..)?;
    }
}

/// The largest number that a `uniqueCount` in a tag has.
fn unique_count(tag: &[u8]) -> Option<u64> {
    let tag = String::from_utf8_lossy(tag);
    let claims = tag.split("uniqueCount").skip(1).map(|rest| {
        let digits = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = digits.find(|c: char| !c.is_ascii_digit());
        let digits = end.map_or(digits, |end| &digits[..end]);
        // A number with more digits than fit is too large in any case.
        digits.parse().unwrap_or(u64::MAX)
    });
    claims.max()
}

#[cfg(test)]
mod tests;
