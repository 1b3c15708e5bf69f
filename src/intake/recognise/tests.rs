//! What files of all sorts are taken for.

use super::*;
use crate::intake::finding::Unit;
use crate::intake::finding::{Outcome, Personal};

fn table_of(text: &[u8]) -> Recognised {
    match recognise(text, text.len() as u64, Asked::NOTHING) {
        Recognition::Table(table) => *table,
        other => panic!("{other:?}"),
    }
}

const HEADER: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额,贷款余额,放款日期,到期日期\n";

#[test]
fn a_title_row_above_the_header_gives_the_unit() {
    let table = table_of(
        format!("某县台账,单位：万元\n{HEADER}1,2,甲镇,乙村,丙行,5,5,2019-01-01,2020-01-01\n")
            .as_bytes(),
    );
    assert_eq!((table.header.line, table.rows_line), (2, 3));
    assert_eq!(table.columns[5].unit, Some(Unit::TenThousandYuan));
    assert!(table.findings.is_empty());
}

#[test]
fn a_header_of_three_rows_is_taken_whole_where_no_word_repeats_and_a_title_is_no_part_of_it() {
    let header = "借款户信息,,,,贷款发放情况,,,,贷款归还情况,\n\
        户编号,乡镇,行政村,借据号,承贷银行,贷款金额,期间,,贷款余额,五级分类\n\
        ,,,,,,放款日期,到期日期,,\n";
    let row = "2,甲镇,乙村,1,丙行,50000,2019-01-01,2020-01-01,5,正常\n";
    let header_of = |title: &str| {
        let table = table_of(format!("{title}{header}{row}").as_bytes());
        assert_eq!(table.missing, []);
        (table.header.line, table.header.rows)
    };
    assert_eq!(header_of(""), (1, 3));
    for title in [
        "某县扶贫小额信贷台账,,,,,,,,,\n",
        "丙行,,,,2019年11月,,,,万元,\n",
        "制表人,,,,审核人,,,,联系电话,\n",
    ] {
        assert_eq!(header_of(title), (2, 3), "{title}");
    }
    // Two rows of which the upper one names groups, and a row above them that might.
    let plain = "户编号,乡镇,行政村,借据号,承贷银行,贷款金额,放款日期,到期日期,贷款余额,五级分类\n";
    let of_two = |above: &str| {
        let table = table_of(format!("{above}{plain}{row}").as_bytes());
        (table.header.line, table.header.rows)
    };
    assert_eq!(of_two("借款户信息,,,贷款信息,,,,,归还情况,\n"), (1, 2));
    for above in [
        "丙行,,,,2019年11月,,,,万元,\n",
        "制表人,,,,审核人,,,,联系电话,\n",
        "内部资料,,,,,,,,,注意保存\n",
    ] {
        assert_eq!(of_two(above), (2, 1), "{above}");
    }
}

#[test]
fn gb18030_is_known_by_its_header_even_where_the_bytes_are_valid_utf8_below() {
    let (bytes, _, _) = encoding_rs::GB18030.encode(HEADER);
    assert_eq!(table_of(&bytes).encoding, Encoding::Gb18030);
    assert_eq!(table_of(HEADER.as_bytes()).encoding, Encoding::Utf8);
    assert_eq!(
        table_of(format!("\u{feff}{HEADER}").as_bytes()).encoding,
        Encoding::Utf8Bom
    );
}

#[test]
fn a_unit_that_no_one_names_is_guessed_with_a_note_or_refused() {
    let with = |amount: &str| {
        table_of(
            format!("{HEADER}1,2,甲镇,乙村,丙行,{amount},1,2019-01-01,2020-01-01\n").as_bytes(),
        )
    };
    let problems = |table: &Recognised| {
        table
            .findings
            .iter()
            .map(|f| (f.problem.clone(), f.outcome))
            .collect::<Vec<_>>()
    };
    assert_eq!(with("50000").columns[6].unit, Some(Unit::Yuan));
    assert_eq!(with("5").columns[6].unit, Some(Unit::TenThousandYuan));
    assert_eq!(with("5").findings.len(), 1);
    // A balance of 1 beside 500 lent is not 万元; where the amounts lent do not tell, nothing of principal is guessed.
    let unknown = with("500");
    assert_eq!(
        problems(&unknown)[0],
        (
            Problem::UnitUnknown {
                fields: vec![Field::DisbursedPrincipal, Field::OutstandingPrincipal]
            },
            Outcome::FileSetAside
        )
    );
}

#[test]
fn what_is_no_table_says_what_it_looks_like() {
    let refused = |bytes: &[u8]| match recognise(bytes, bytes.len() as u64, Asked::NOTHING) {
        Recognition::Refused(problem) => problem,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(b""), Problem::EmptyFile);
    assert_eq!(refused(b" \r\n"), Problem::EmptyFile);
    assert_eq!(
        refused(b"\x89PNG\r\n\x1a\n"),
        Problem::NotATable {
            looks_like: Content::Picture
        }
    );
    let unknown = table_of("甲,乙\n1,2\n".as_bytes());
    assert_eq!((unknown.kind, unknown.header.line), (FileKind::Unknown, 1));
}

#[test]
fn a_column_of_identity_numbers_is_left_out_whatever_its_header() {
    let rows = "1,11010519491231002X,甲镇,乙村,丙行,50000,1,2019-01-01,2020-01-01\n".repeat(6);
    let table = table_of(format!("{HEADER}{rows}").as_bytes());
    assert_eq!(table.kind, FileKind::Loans);
    assert_eq!(table.columns[1].personal, Some(Personal::IdentityNumber));
    assert_eq!(table.missing, [Field::HouseholdNumber]);
}

#[test]
fn what_was_settled_decides_between_encodings_that_a_header_leaves_open() {
    use crate::intake::profile::Shape;
    let header = "loan_number,household_number,township,village,lender,disbursed_principal,outstanding_principal,disbursement_date,maturity_date";
    // The bytes that are 东湖 in UTF-8 are 涓滄箹 in GBK.
    let text = format!("{header}\n1,2,东湖,V,B,50000,50000,2019-01-01,2020-01-01\n");
    let shape = |encoding| Shape {
        headers: header.split(',').map(str::to_owned).collect(),
        choices: Choices {
            encoding: Some(encoding),
            ..Choices::NONE
        },
    };
    for encoding in [Encoding::Gb18030, Encoding::Utf8] {
        let shapes = [shape(encoding)];
        let asked = Asked {
            choices: &Choices::NONE,
            shapes: &shapes,
        };
        match recognise(text.as_bytes(), text.len() as u64, asked) {
            Recognition::Table(table) => {
                assert_eq!((table.encoding, table.is_by_profile), (encoding, true));
            }
            other => panic!("{other:?}"),
        }
    }
}
