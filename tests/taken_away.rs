//! Tables and results that are taken away, read back as a program would and compared with the report.

mod fixture;

use credit_atlas::export::csv::Source;
use credit_atlas::export::{self, Taken, csv, json, register};
use credit_atlas::report::*;
use credit_atlas::text::Lang;
use fixture::*;

/// The rows of a table, headings first; checks the byte order mark, the line ends and that all rows are as wide.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.ends_with("\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes())
        .records()
        .map(|row| {
            let row = row.expect("a row as wide as the others");
            row.iter().map(str::to_owned).collect()
        })
        .collect()
}

fn column(rows: &[Vec<String>], heading: &str) -> usize {
    rows[0]
        .iter()
        .position(|text| text == heading)
        .unwrap_or_else(|| panic!("no {heading} in {:?}", rows[0]))
}

fn loan(number: &str) -> RegisterRow {
    RegisterRow {
        row: 0,
        loan_number: number.to_owned(),
        household_number: "513021000000000012".to_owned(),
        township: "东镇".to_owned(),
        village: "-新村".to_owned(),
        lender: "农商行".to_owned(),
        disbursed_principal: Fen(5_000_000),
        outstanding_principal: Fen(1_234_567),
        disbursement_date: day("2018-12-01"),
        maturity_date: day("2019-12-01"),
        extended_maturity_date: None,
        days_past_due: None,
        class: None,
        in_roster: None,
    }
}

#[test]
fn the_table_of_townships_is_the_report() {
    let report = eight();
    let rows = rows(&csv::townships(&report, Lang::Zh));
    assert_eq!(rows.len(), 1 + 8 + 1 + 3);
    let balance = column(&rows, "贷款余额（元）");
    let rate = column(&rows, "逾期率（金额）");
    for (row, township) in rows[1..9].iter().zip(&report.townships) {
        let figures = &township.figures;
        assert_eq!(row[0], township.township);
        assert_eq!(row[balance], figures.outstanding_principal.to_string());
        let overdue = &figures.overdue_by_amount;
        let percent = overdue
            .percent
            .map_or_else(|| "分母为零".to_owned(), |p| format!("{p}%"));
        assert_eq!(row[rate], percent);
        assert_eq!(row[rate + 1], overdue.numerator.expect("known").to_string());
        assert_eq!(
            row[rate + 2],
            overdue.denominator.expect("known").to_string()
        );
    }
    assert_eq!(rows[9][0], "合计");
    assert_eq!(
        rows[9][balance],
        report.total.outstanding_principal.to_string()
    );
}

#[test]
fn an_unknown_is_written_with_its_reason_and_never_blank_or_zero() {
    let report = eight();
    let rows = rows(&csv::townships(&report, Lang::Zh));
    let on_time = column(&rows, "按期归还率（笔数）");
    assert_eq!(rows[4][on_time], "缺结清日期，待核实");
    assert_eq!(rows[4][on_time + 1], "缺结清日期，待核实");
}

#[test]
fn every_table_ends_with_day_audience_and_files() {
    let report = eight();
    let tables = [
        csv::townships(&report, Lang::Zh),
        csv::villages(&report, Lang::Zh),
        csv::lenders(&report, Lang::Zh),
        csv::months(&report, Lang::Zh),
        csv::credit_villages(&report, Lang::Zh),
        csv::not_in_roster(&report, Lang::Zh),
        csv::findings(
            &report.reading,
            csv::listed(&report.reading),
            Some(report.as_of),
            Lang::Zh,
        ),
        register::register([loan("1")], &Source::of(&report), Lang::Zh),
    ];
    for (at, table) in tables.iter().enumerate() {
        let rows = rows(table);
        let parameters = &rows[rows.len() - 4];
        // What is wrong in a file is wrong under any parameters.
        let is_of_findings = at + 2 == tables.len();
        assert_eq!(parameters[0] == "参数表", !is_of_findings);
        if !is_of_findings {
            assert!(
                parameters[1].starts_with("参数摘要 ") && parameters[1].ends_with("；均为原值")
            );
        }
        let end: Vec<&[String]> = rows[rows.len() - 3..].iter().map(|r| &r[..2]).collect();
        assert_eq!(end[0], ["统计时点", "2019-11-30"]);
        assert_eq!(end[1], ["范围", "内部"]);
        assert_eq!(end[2], ["来源文件", "东行,贷款.csv；花名册.csv"]);
    }
}

#[test]
fn headings_are_all_different_in_both_languages() {
    let report = eight();
    for lang in [Lang::Zh, Lang::En] {
        for table in [
            csv::townships(&report, lang),
            csv::villages(&report, lang),
            csv::months(&report, lang),
            csv::credit_villages(&report, lang),
        ] {
            let headings = rows(&table).remove(0);
            let mut once = headings.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), headings.len(), "{headings:?}");
            assert!(headings.iter().all(|heading| !heading.is_empty()));
        }
    }
}

#[test]
fn long_numbers_keep_their_digits_and_come_back_by_trimming() {
    let report = eight();
    let table = register::register(
        [loan("201911300000000017"), loan("-1+1"), loan("JD-7")],
        &Source::of(&report),
        Lang::Zh,
    );
    let rows = rows(&table);
    assert_eq!(rows[1][0], "\t201911300000000017");
    assert_eq!(rows[1][0].trim(), "201911300000000017");
    assert_eq!(rows[1][1], "\t513021000000000012");
    assert_eq!(rows[2][0], "'-1+1");
    assert_eq!(rows[3][0], "JD-7");
    assert_eq!(rows[1][3], "'-新村");
    assert_eq!(rows[1][6], "12345.67");
    assert_eq!(rows[1][9], "");
    assert_eq!(rows[1][10], "不适用");
    assert_eq!(rows[1][12], "未知");
}

#[test]
fn no_text_from_a_file_can_run_in_a_spreadsheet() {
    let rows = rows(&csv::lenders(&eight(), Lang::Zh));
    assert_eq!(rows[1][0], "'=HYPERLINK(\"x\")");
}

#[test]
fn the_months_add_up() {
    let report = eight();
    let table = rows(&csv::months(&report, Lang::Zh));
    let total = &table[1 + report.maturities.len()];
    assert_eq!(table[1][0], "2018年1月");
    assert_eq!(total[0], "合计");
    assert_eq!(total[1], "413");
    assert_eq!(total[3], "20290300.00");
    assert_eq!(total[4], "1060000.00");
    let english = rows(&csv::months(&report, Lang::En));
    assert_eq!(english[1][0], "2018-01");
}

#[test]
fn findings_are_listed_with_place_and_sentence() {
    let report = eight();
    let table = csv::findings(
        &report.reading,
        csv::listed(&report.reading),
        None,
        Lang::Zh,
    );
    let rows = rows(&table);
    assert_eq!(
        rows[1],
        [
            "东行,贷款.csv",
            "不适用",
            "12",
            "9",
            "到期日",
            "\t2024/13/1",
            "不是日期",
            "日期，如 2024-12-01",
            "该行未采用",
            "第 12 行「到期日」是「2024/13/1」，应为日期，如 2024-12-01。该行未采用。",
        ]
    );
    assert_eq!(rows[2][1], "未定");
}

#[test]
fn a_report_of_nothing_is_still_a_table() {
    let rows = rows(&csv::townships(&report(Vec::new()), Lang::En));
    assert_eq!(rows[1][0], "Total");
    assert_eq!(rows[2][..2], ["As of", "2019-11-30"]);
}

#[test]
fn the_json_is_the_report_and_the_same_each_time() {
    let report = eight();
    let bytes = json::report(&report);
    assert_eq!(bytes.last(), Some(&b'\n'));
    assert_eq!(bytes.iter().filter(|&&b| b == b'\n').count(), 1);
    let read: Report = serde_json::from_slice(&bytes).expect("a report");
    assert_eq!(read, report);
    assert_eq!(json::report(&read), bytes);
}

#[test]
fn the_name_says_what_it_is_for_whom_and_as_of_when() {
    let day = day("2019-11-30");
    assert_eq!(
        export::name(Taken::Townships, Some(day), "csv"),
        "信贷图册_内部_乡镇_2019-11-30.csv"
    );
    assert_eq!(
        export::name(Taken::Findings, None, "csv"),
        "信贷图册_内部_问题清单.csv"
    );
}
