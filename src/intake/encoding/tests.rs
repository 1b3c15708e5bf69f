//! Rare characters are read, and which encoding a file is in is told wherever it can be.

use super::*;
use crate::intake::recognise::{Asked, Recognition, recognise};
use crate::intake::session::Session;
use crate::intake::source::read;

#[test]
fn rare_characters_of_gb18030_are_read() {
    assert_eq!(decode(&[0xfe, 0x9f], Encoding::Gb18030), "䶮");
    assert_eq!(decode(&[0x95, 0x32, 0x82, 0x36], Encoding::Gb18030), "𠀀");
}

#[test]
fn full_width_forms_and_spaces_are_turned_into_plain_ones() {
    assert_eq!(narrow("　贷款金额（万元）\t"), "贷款金额(万元)");
    assert_eq!(narrow("１２，３４５"), "12,345");
}

#[test]
fn a_character_cut_off_at_the_end_is_counted() {
    let text = "贷款".as_bytes();
    assert_eq!(cut_off_tail(text), 0);
    assert_eq!(cut_off_tail(&text[..5]), 2);
    assert_eq!(cut_off_tail(b"\xb4\xfb"), 0);
}

#[test]
fn a_replacement_character_is_no_text_in_any_encoding() {
    assert_eq!(
        decode_strictly("东\u{fffd}村".as_bytes(), Encoding::Utf8),
        None
    );
    assert_eq!(
        decode_strictly(b"\x84\x31\xa4\x37", Encoding::Gb18030),
        None
    );
    assert_eq!(decode_strictly(b"\x00\xd8", Encoding::Utf16Le), None);
    assert_eq!(
        decode_strictly(b"\x67\x51", Encoding::Utf16Be).as_deref(),
        Some("村")
    );
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// The hanzi of GB 2312 whose two bytes there are one character of UTF-8.
fn hanzi_that_are_utf8() -> Vec<char> {
    let hanzi = ('\u{4e00}'..='\u{9fff}').filter(|c| {
        let bytes = gb18030(&c.to_string());
        bytes.len() == 2 && bytes[1] > 0xa0 && std::str::from_utf8(&bytes).is_ok()
    });
    hanzi.collect()
}

#[test]
fn a_common_hanzi_that_is_valid_utf8_is_taken_for_a_hanzi_with_a_doubt() {
    let hanzi = hanzi_that_are_utf8();
    assert_eq!(hanzi.len(), 930);
    assert!("路鲁陆芦卢".chars().all(|c| hanzi.contains(&c)));
    for c in hanzi {
        let file = gb18030(&format!("number,village\n1,{c}{c}\n2,{c}\n"));
        assert_eq!(guesses(&file), [Encoding::Gb18030, Encoding::Utf8], "{c}");
        assert!(is_in_doubt(&file), "{c}");
        assert_eq!(settle(&file[15..]), Encoding::Gb18030, "{c}");
    }
}

#[test]
fn two_such_hanzi_beside_each_other_are_still_hanzi() {
    let hanzi = hanzi_that_are_utf8();
    for pair in hanzi.windows(2) {
        let file = gb18030(&format!("number,village\n1,{}{}\n", pair[0], pair[1]));
        assert_eq!(guesses(&file)[0], Encoding::Gb18030, "{pair:?}");
    }
}

#[test]
fn a_header_in_chinese_settles_what_the_rows_leave_open() {
    let rows: String = hanzi_that_are_utf8()
        .iter()
        .map(|c| format!("1,1,{c},{c},{c},50000,1,2019-01-01,2020-01-01\n"))
        .collect();
    let header =
        "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期\n";
    let file = format!("{header}{rows}");
    for (bytes, encoding) in [
        (gb18030(&file), Encoding::Gb18030),
        (file.clone().into_bytes(), Encoding::Utf8),
    ] {
        assert!(!is_in_doubt(&bytes));
        assert_eq!(guesses(&bytes)[0], encoding);
        match recognise(&bytes, bytes.len() as u64, Asked::NOTHING) {
            Recognition::Table(table) => assert_eq!(table.encoding, encoding),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn ordinary_text_is_told_by_its_look_in_a_row_or_two() {
    for text in [
        "1,东村",
        "1,买买提·艾力,甲镇",
        "1,√,是",
        "1,䶮桥镇,𠀀村",
        "1,朱镕村",
        "备注：已结清（２０１９年）",
        "1,，\n",
    ] {
        assert_eq!(guesses(text.as_bytes())[0], Encoding::Utf8, "{text}");
        assert_eq!(settle(text.as_bytes()), Encoding::Utf8, "{text}");
        assert_eq!(guesses(&gb18030(text))[0], Encoding::Gb18030, "{text}");
        assert!(!is_in_doubt(text.as_bytes()), "{text}");
    }
    assert_eq!(settle(&gb18030("1,𠀀,2")), Encoding::Gb18030);
    assert_eq!(settle("1,¥50000,¥ 1".as_bytes()), Encoding::Utf8);
    assert_eq!(settle(&gb18030("1,楼上,楼2")), Encoding::Gb18030);
}

#[test]
fn where_the_first_bytes_end_within_a_character_changes_no_guess() {
    let text = "借据号,乡镇,行政村\n1,䶮桥镇,𠀀村\n";
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (gb18030(text), Encoding::Gb18030),
    ] {
        for end in 12..=bytes.len() {
            assert_eq!(guesses(&bytes[..end])[0], encoding, "{end}");
        }
    }
}

#[test]
fn a_damaged_byte_far_down_changes_no_guess() {
    let mut utf8 = "1,甲镇,东村\n".repeat(50).into_bytes();
    utf8.extend_from_slice(b"51,\xff\xb4\xe5\n");
    assert_eq!(guesses(&utf8)[0], Encoding::Utf8);
    let mut other = gb18030(&"1,甲镇,东村\n".repeat(50));
    other.extend_from_slice(b"51,\xff\xff\n");
    assert_eq!(guesses(&other)[0], Encoding::Gb18030);
}

#[test]
fn a_byte_order_mark_leaves_no_choice() {
    assert_eq!(guesses(b"\xef\xbb\xbf\xc2\xb7"), [Encoding::Utf8Bom]);
    assert_eq!(guesses(b"\xff\xfe1\x00,\x00"), [Encoding::Utf16Le]);
    assert_eq!(guesses(b"\xfe\xff\x001\x00,"), [Encoding::Utf16Be]);
    assert_eq!(guesses(b"1,2\n"), [Encoding::Utf8]);
    assert!(!is_in_doubt(b"\xef\xbb\xbf\xc2\xb7") && !is_in_doubt(b"1,2\n"));
}

#[test]
fn utf16_without_a_mark_is_told_by_its_look() {
    for text in [
        "借据号\t户编号\n1\t2\n",
        "JJ-001,YX0001,50000,2019-11-30\r\n",
        "借据号，户编号\n𠀀村，1\n",
        "1;2",
    ] {
        let (little, big) = (utf16(text, u16::to_le_bytes), utf16(text, u16::to_be_bytes));
        assert_eq!(
            utf16_without_mark(&little),
            Some(Encoding::Utf16Le),
            "{text}"
        );
        assert_eq!(utf16_without_mark(&big), Some(Encoding::Utf16Be), "{text}");
        // A head may end within a unit or a pair.
        let long = utf16(&text.repeat(40), u16::to_le_bytes);
        for end in long.len() - 9..long.len() {
            assert_eq!(utf16_without_mark(&long[..end]), Some(Encoding::Utf16Le));
        }
        assert_eq!(utf16_without_mark(text.as_bytes()), None);
        assert_eq!(utf16_without_mark(&gb18030(text)), None);
    }
}

#[test]
fn binary_data_is_no_utf16() {
    let numbers = |bytes: fn(u32) -> [u8; 4]| -> Vec<u8> { (0..9000).flat_map(bytes).collect() };
    let shorts: Vec<u8> = (0..9000_u16).flat_map(u16::to_le_bytes).collect();
    let utf32: Vec<u8> = "1,东村\n"
        .chars()
        .flat_map(|c| (c as u32).to_le_bytes())
        .collect();
    let with_zero = gb18030(&"1,2,甲镇,\0,东村\n\0".repeat(30));
    for bytes in [
        &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde"[..],
        b"PK\x03\x04\x14\0\0\0\x08\0\0\0!\0",
        b"\0asm\x01\0\0\0\x01\x04\x01`\0\0",
        b"SQLite format 3\0\x10\0\x01\x01\0@  ",
        b"\0\0\0\0\0\0\0\0",
        b"\n\0",
        &numbers(u32::to_le_bytes),
        &numbers(u32::to_be_bytes),
        &shorts,
        &utf32,
        &with_zero,
    ] {
        assert_eq!(
            utf16_without_mark(bytes),
            None,
            "{:?}",
            &bytes[..bytes.len().min(16)]
        );
    }
}

#[test]
fn rare_characters_and_quoted_line_breaks_survive_every_slice_border() {
    let text = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期\r\n\
        1,1,䶮桥镇,𠀀村,\"农商行\r\n𠀀\"\"支行\"\"\",50000,1,2019-01-01,2020-01-01\r\n\
        2,2,𠀀,䶮䶮,\"农商行\n䶮\",50000,1,2019-01-01,2020-01-01\n\
        3,3,\"𠀀\",\"䶮䶮\",农商行,50000,1,2019-01-01,2020-01-01";
    let rows = |bytes: &[u8], slice: usize| -> Vec<(String, String, String, u32)> {
        let mut session = Session::new();
        read(&mut session, "a.csv", bytes, slice);
        let intake = session.finish();
        let (file, county) = (&intake.files[0], &intake.county);
        assert_eq!((file.rows, file.used, file.findings_total), (3, 3, 0));
        let row = |at: usize| {
            let loan = county.loans.loan(at);
            let township = county.places.township_of(loan.village);
            (
                county.places.township_name(township),
                county.places.village_name(loan.village),
                county.loans.lenders.text(loan.lender).into_owned(),
                county.loans.source(at).line,
            )
        };
        (0..3).map(row).collect()
    };
    let expected = rows(text.as_bytes(), text.len());
    assert_eq!(expected[0].0, "䶮桥镇");
    assert_eq!(expected[1].0, "𠀀");
    assert_eq!(
        (expected[0].2.as_str(), expected[1].3),
        ("农商行\r\n𠀀\"支行\"", 4)
    );
    for slice in 1..=64 {
        assert_eq!(rows(&gb18030(text), slice), expected, "{slice}");
        assert_eq!(rows(text.as_bytes(), slice), expected, "{slice}");
    }
}
