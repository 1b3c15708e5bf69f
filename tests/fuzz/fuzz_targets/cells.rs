//! Any bytes as one cell, read as everything that a cell can be: the same value however it is set about with spaces or
//! written in full width, within the range of its kind, and read back from the way in which we write it.
#![no_main]

use std::fmt::Debug;

use credit_atlas::domain::Fen;
use credit_atlas::intake::cell;
use credit_atlas::intake::finding::{Encoding, Unit};
use libfuzzer_sys::fuzz_target;

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf8Bom, Encoding::Gb18030];
const LARGEST: Fen = Fen(1_000_000_000_000);

fuzz_target!(|data: &[u8]| {
    for encoding in ENCODINGS {
        alike(data, encoding, |bytes| {
            cell::money(bytes, Unit::Yuan, encoding)
        });
        alike(data, encoding, |bytes| {
            cell::money(bytes, Unit::TenThousandYuan, encoding)
        });
        alike(data, encoding, |bytes| cell::date(bytes, encoding));
        alike(data, encoding, |bytes| cell::rate(bytes, false, encoding));
        alike(data, encoding, |bytes| cell::rate(bytes, true, encoding));
        alike(data, encoding, |bytes| cell::count(bytes, encoding));
        alike(data, encoding, |bytes| cell::risk_class(bytes, encoding));
        alike(data, encoding, |bytes| cell::status(bytes, encoding));
        in_range(data, encoding);
    }
    worked_out_another_way(data);
});

/// The patient way, to which spaces and full width lead, says what the fast one says.
fn alike<T: PartialEq + Debug>(data: &[u8], encoding: Encoding, read: impl Fn(&[u8]) -> T) {
    let plain = read(data);
    let spaced = [b" ", data, b"\t "].concat();
    assert_eq!(plain, read(&spaced), "between spaces, {encoding:?}");
    if data.iter().all(u8::is_ascii_graphic) && encoding != Encoding::Gb18030 {
        let wide = |byte: &u8| char::from_u32(u32::from(*byte) + 0xfee0);
        let wide: Option<String> = data.iter().map(wide).collect();
        let wide = wide.map(|text| read(text.as_bytes()));
        assert_eq!(Some(plain), wide, "in full width, {encoding:?}");
    }
}

fn in_range(data: &[u8], encoding: Encoding) {
    for unit in [Unit::Yuan, Unit::TenThousandYuan] {
        if let Ok(amount) = cell::money(data, unit, encoding) {
            assert!((Fen::ZERO..=LARGEST).contains(&amount), "{amount}");
            let written = amount.to_string();
            let again = cell::money(written.as_bytes(), Unit::Yuan, encoding);
            assert_eq!(again, Ok(amount));
        }
    }
    if let Ok(date) = cell::date(data, encoding) {
        assert!((1900..=2199).contains(&date.ymd().0), "{date}");
        let again = cell::date(date.to_string().as_bytes(), encoding);
        assert_eq!(again, Ok(date));
    }
    for is_monthly in [false, true] {
        if let Some(rate) = cell::rate(data, is_monthly, encoding) {
            assert!(rate.0 >= 0, "{rate}");
        }
    }
}

/// Digits with at most two decimals are so many fen.
fn worked_out_another_way(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = is_number(whole) && is_number(decimals) && !whole.is_empty();
    if !is_plain || whole.len() > 12 || decimals.len() > 2 {
        return;
    }
    let fen: Result<i64, _> = format!("{whole}{decimals:0<2}").parse();
    let wanted = fen.ok().map(Fen).filter(|fen| *fen <= LARGEST);
    assert_eq!(cell::money(data, Unit::Yuan, Encoding::Utf8).ok(), wanted);
}
