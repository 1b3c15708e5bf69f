//! Every header of the files seen is known: matched to its meaning, or refused as personal. The headers stand beside this
//! file in `headers_seen.csv`, with what each must be taken for and where it was seen.

use std::collections::BTreeMap;

use credit_atlas::domain::{Field, FileKind};
use credit_atlas::intake::finding::Unit;
use credit_atlas::intake::header::{self, heading};
use credit_atlas::intake::recognise::{Asked, Recognised, Recognition, recognise};
use credit_atlas::text::{Lang, field};

const SEEN: &str = include_str!("headers_seen.csv");

struct Seen {
    header: String,
    unit: String,
    expected: String,
    file: String,
}

fn seen() -> Vec<Seen> {
    let mut reader = csv::Reader::from_reader(SEEN.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| Seen {
        header: row[0].to_owned(),
        unit: row[1].to_owned(),
        expected: row[2].to_owned(),
        file: row[3].to_owned(),
    })
    .collect()
}

fn word<T: serde::Serialize>(value: T) -> String {
    let value = serde_json::to_value(value).expect("plain data");
    value.as_str().expect("a word").to_owned()
}

/// Every meaning, by its word.
fn fields() -> Vec<Field> {
    let error = serde_json::from_value::<Field>(serde_json::json!("?")).expect_err("no meaning");
    let error = error.to_string();
    let words = error.split('`').skip(3).step_by(2);
    let field = |word: &str| serde_json::from_value(serde_json::json!(word)).expect("a meaning");
    words.map(field).collect()
}

#[test]
fn every_header_seen_is_matched_or_refused() {
    let seen = seen();
    assert_eq!(seen.len(), 147 + 9, "headers of the list and field codes");
    for header in &seen {
        let heading = heading(&header.header);
        let found = match (heading.field, heading.personal) {
            (Some(field), None) => word(field),
            (None, Some(personal)) => format!("personal {}", word(personal)),
            other => panic!("{}: {other:?}", header.header),
        };
        assert_eq!(
            found, header.expected,
            "{} ({})",
            header.header, header.file
        );
    }
}

#[test]
fn a_header_keeps_its_meaning_in_full_width_with_blanks_and_in_small_letters() {
    for header in &seen() {
        let plain = heading(&header.header);
        let spaced: String = header.header.chars().flat_map(|c| [c, '　']).collect();
        let wide: String = header
            .header
            .chars()
            .map(|c| match c {
                '!'..='~' => char::from_u32(c as u32 + 0xfee0).expect("a full-width form"),
                other => other,
            })
            .collect();
        let capital = header.header.to_uppercase();
        for other in [spaced, wide, capital, format!("*{} ", header.header)] {
            assert_eq!(heading(&other), plain, "{other}");
        }
    }
}

#[test]
fn units_and_monthly_rates_are_taken_from_the_header() {
    for header in &seen() {
        let heading = heading(&header.header);
        let is_named = header.header.contains(&header.unit);
        let unit = match header.unit.as_str() {
            "元" if is_named => Some(Unit::Yuan),
            "万元" if is_named => Some(Unit::TenThousandYuan),
            _ => None,
        };
        assert_eq!(heading.unit, unit, "{}", header.header);
        let is_monthly = header.unit == "permille per month";
        assert_eq!(heading.is_monthly_permille, is_monthly, "{}", header.header);
    }
}

#[test]
fn no_word_has_two_meanings_and_every_meaning_has_a_word_and_a_name() {
    let mut meanings: BTreeMap<String, Field> = BTreeMap::new();
    let mut names: BTreeMap<&str, Field> = BTreeMap::new();
    let fields = fields();
    assert!(fields.len() > 100);
    for field in fields {
        let words = header::words(field);
        assert!(!words.is_empty(), "{field:?}");
        for (rank, word) in words.iter().enumerate() {
            let heading = heading(word);
            assert_eq!((heading.field, heading.rank), (Some(field), rank), "{word}");
            let before = meanings.insert((*word).to_owned(), field);
            assert_eq!(before, None, "{word}");
        }
        // The English name of the schema is a header too.
        assert_eq!(heading(&word(field)).field, Some(field));
        let before = names.insert(field::name(field).of(Lang::Zh), field);
        assert_eq!(before, None, "{field:?}");
    }
}

#[test]
fn the_names_of_the_schema_are_headers() {
    for (name, field) in [
        ("loan_number", Field::LoanNumber),
        ("Household Number", Field::HouseholdNumber),
        ("borrower_code", Field::PersonNumber),
        ("repay_method", Field::RepaymentMethod),
        ("renew_kind", Field::RenewalKind),
        ("renew_count", Field::RenewalCount),
        ("target_wan", Field::TargetAmount),
        ("rate_1y", Field::RateOneYear),
        ("parent_code", Field::ParentCode),
        ("code", Field::PlaceCode),
        ("name", Field::PlaceName),
    ] {
        assert_eq!(heading(name).field, Some(field), "{name}");
    }
    assert_eq!(heading("target_wan").unit, Some(Unit::TenThousandYuan));
}

#[test]
fn what_only_stands_in_is_no_lender_or_village_of_its_own() {
    for (header, meaning) in [
        ("支行", Field::Lender),
        ("授信金融机构", Field::Lender),
        ("行政村组", Field::Village),
    ] {
        let field = heading(header).field.expect("a meaning");
        assert_ne!(field, meaning);
        assert_eq!(header::stands_in_for(field), Some(meaning), "{header}");
    }
    for header in ["机构名称", "贷款金融机构", "行政村", "授信额度"] {
        let field = heading(header).field.expect("a meaning");
        assert_eq!(header::stands_in_for(field), None, "{header}");
    }
}

#[test]
fn the_commoner_word_has_the_lesser_rank() {
    for (common, rare) in [
        ("贷款金融机构", "机构名称"),
        ("贷款余额", "余额"),
        ("贷款金额", "合同金额"),
        ("借据号", "贷款账号"),
        ("执行利率", "贷款利率"),
        ("结清日期", "还款时间"),
        ("贷款用途", "贷款投向"),
    ] {
        let (common, rare) = (heading(common), heading(rare));
        assert_eq!(common.field, rare.field);
        assert!(common.rank < rare.rank, "{:?}", common.field);
    }
    assert_eq!(heading("担保方式/借款方式/贷款方式").rank, 0);
    assert_eq!(heading("担保方式/贷款用途").field, None);
}

/// The columns under the headers of one sort of file, without any row below.
fn recognised(file: &str) -> Recognised {
    let mut headers: Vec<String> = Vec::new();
    for header in seen().iter().filter(|header| header.file.starts_with(file)) {
        if !headers.contains(&header.header) {
            headers.push(header.header.clone());
        }
    }
    let text = format!("{}\n", headers.join(","));
    match recognise(text.as_bytes(), text.len() as u64, Asked::NOTHING) {
        Recognition::Table(table) => *table,
        other => panic!("{file}: {other:?}"),
    }
}

#[test]
fn whole_files_of_these_headers_are_what_they_are() {
    for (file, kind) in [
        ("loan export", FileKind::Loans),
        ("bank ledger", FileKind::Loans),
        ("roster: national", FileKind::Roster),
        ("roster: web", FileKind::Roster),
    ] {
        let table = recognised(file);
        assert_eq!(table.kind, kind, "{file}");
        let is_known = |column: &credit_atlas::intake::columns::Column| {
            column.field.is_some()
                || column.personal.is_some()
                || heading(column.header()).field.is_some()
        };
        assert!(table.columns.iter().all(is_known), "{file}");
    }
}
