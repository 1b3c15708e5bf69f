//! The module as text of the page, in as few bytes as a page that is valid UTF-8 allows.
//!
//! LZMA takes a quarter to a third less than the gzip that browsers unpack by themselves, and the text holds seven bits
//! in a byte where base64 holds six. The page's last script does both steps backwards.

use std::io::{Read, Write};

use lzma_rust2::{LzmaOptions, LzmaReader, LzmaWriter};

/// Characters that a text of seven-bit numbers leaves out, because they do not outlive an HTML parser or a transfer
/// that changes line ends; each with the number that follows it becomes one character of two bytes.
const LEFT_OUT: [u32; 4] = [0, 10, 13, 60];

/// The first character of two bytes that stands for one left out. Some before it are control characters; the 512 from
/// here on are letters and signs, of which none joins the one before it.
const FIRST_PAIR: u32 = 0x100;

/// How many kibibytes unpacking may take.
const UNPACKING: u32 = 1 << 17;

/// A file in the format of `.lzma`: properties, size, bytes. The page's script knows these properties only: three bits
/// of the byte before, none of the place.
///
/// # Panics
/// Never: memory can be written to.
pub fn packed(module: &[u8]) -> Vec<u8> {
    let mut options = LzmaOptions::with_preset(9);
    options.pb = 0;
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    let writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(module.len() as u64));
    let written = writer.and_then(|mut writer| {
        writer.write_all(module)?;
        writer.finish()
    });
    written.expect("memory can be written to")
}

/// What [`packed`] packed; none if the bytes are damaged.
pub fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let mut module = Vec::new();
    let mut reader = LzmaReader::new_mem_limit(packed, UNPACKING, None).ok()?;
    reader.read_to_end(&mut module).ok()?;
    Some(module)
}

/// Bytes as text: seven bits to a character.
pub fn written(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 7 + 2);
    let mut sevens = sevens(bytes).into_iter();
    while let Some(seven) = sevens.next() {
        let pair = LEFT_OUT.iter().position(|&left_out| left_out == seven);
        let code = match pair {
            Some(pair) => FIRST_PAIR + (pair as u32 * 128) + sevens.next().unwrap_or(1),
            None => seven,
        };
        text.extend(char::from_u32(code));
    }
    text
}

/// The bits of the bytes as numbers of seven, the last filled up with zeros.
fn sevens(bytes: &[u8]) -> Vec<u32> {
    let mut sevens = Vec::with_capacity(bytes.len() * 8 / 7 + 1);
    let (mut held, mut count) = (0_u32, 0);
    for &byte in bytes {
        held = held << 8 | u32::from(byte);
        count += 8;
        while count >= 7 {
            count -= 7;
            sevens.push(held >> count & 127);
        }
        held &= 127;
    }
    if count > 0 {
        sevens.push(held << (7 - count) & 127);
    }
    sevens
}

/// The bytes of a text that [`written`] wrote, perhaps with one more at the end; none for another text.
pub fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut held, mut count) = (0_u32, 0);
    let mut take = |seven: u32| {
        held = (held << 7 | seven) & 0x7fff;
        count += 7;
        if count >= 8 {
            count -= 8;
            bytes.push((held >> count) as u8);
        }
    };
    for code in text.chars().map(u32::from) {
        if code >= 128 {
            let pair = code.checked_sub(FIRST_PAIR)? / 128;
            take(*LEFT_OUT.get(pair as usize)?);
        }
        take(code & 127);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes without any order, and some with much of it.
    fn samples() -> Vec<Vec<u8>> {
        let mut state = 7_u64;
        let mut disorder = || {
            state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            (state >> 56) as u8
        };
        let mut samples: Vec<Vec<u8>> = (0..40)
            .map(|length| (0..length).map(|_| disorder()).collect())
            .collect();
        samples.push((0..100_000).map(|_| disorder()).collect());
        samples.push(vec![0; 1000]);
        samples.push(b"<\r\n\0".repeat(300));
        samples
    }

    #[test]
    fn what_is_written_is_read_again_but_for_a_byte_of_filling() {
        for bytes in samples() {
            let again = read(&written(&bytes)).expect("it was written here");
            assert!(again.starts_with(&bytes), "{} bytes", bytes.len());
            assert!(again.len() <= bytes.len() + 1, "{} bytes", bytes.len());
        }
    }

    #[test]
    fn nothing_that_a_parser_or_a_transfer_changes_is_in_the_text() {
        for bytes in samples() {
            let text = written(&bytes);
            assert!(!text.contains(['\0', '\r', '\n', '<']));
            assert!(
                text.chars()
                    .all(|c| matches!(c, '\0'..'\u{80}' | '\u{100}'..'\u{300}'))
            );
            assert!(text.len() <= bytes.len() * 8 / 7 + 2);
        }
    }

    #[test]
    fn a_text_written_otherwise_is_no_bytes() {
        assert_eq!(read("é"), None);
        assert_eq!(read("扶贫"), None);
    }

    #[test]
    fn a_module_is_the_same_when_unpacked_and_a_damaged_one_is_none() {
        for bytes in samples() {
            assert_eq!(unpacked(&packed(&bytes)), Some(bytes));
        }
        let whole = packed(&samples().concat());
        assert_eq!(unpacked(&whole[..whole.len() / 2]), None);
        assert_eq!(unpacked(b"<html>"), None);
    }
}
