//! What holds of every register: one standing and one disposition for each loan, sums that add up, and answers that
//! neither the order of rows nor further knowledge turns into the wrong way.

use std::fmt::Write as _;

use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::policy::book::Book;
use credit_atlas::policy::disposition::{self, Disposition};
use credit_atlas::policy::parameters::{BEGINNING, Parameter, ParameterChoices, Rulebook};
use credit_atlas::report::policy::dispositions::dispositions;
use credit_atlas::report::policy::{DispositionReport, Loans, WorkList, WorkQuery};
use credit_atlas::report::{Date, Fen, Settings};
use proptest::prelude::*;

const HEADER: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期,展期到期日,贷款状态,五级分类,欠息日期,不良认定日,缓冲期开始,代偿申请日期,代偿日期,还款能力,还款意愿,逾期原因,是否户贷企用,续贷展期\n";

const STATUSES: [&str; 5] = ["", "未到期", "逾期", "已代偿", "已核销"];
const CLASSES: [&str; 6] = ["", "正常", "关注", "次级", "可疑", "损失"];
const ABILITIES: [&str; 5] = ["", "有", "弱", "无", "未知"];
const WILLS: [&str; 6] = ["", "好", "一般", "差", "恶意", "未知"];
const CAUSES: [&str; 7] = ["", "因灾", "因病", "经营失败", "外出失联", "死亡", "其他"];
const FLAGS: [&str; 3] = ["", "是", "否"];
const RENEWALS: [&str; 5] = ["", "无", "续贷", "展期", "借新还旧"];
const POVERTY: [&str; 5] = ["", "脱贫享受政策", "脱贫不享受政策", "清退", "监测"];

/// The last columns are what a township can find out.
const FOUND_OUT: usize = 5;

#[derive(Clone, Debug)]
struct Row {
    cells: Vec<String>,
}

fn day(days: i32) -> Date {
    Date::from_ymd(2018, 1, 1).expect("a day").plus_days(days)
}

fn word<const N: usize>(words: [&'static str; N]) -> impl Strategy<Value = String> {
    (0..N).prop_map(move |at| words[at].to_owned())
}

/// A day up to three years after 2018-01-01, or none.
fn some_day() -> impl Strategy<Value = String> {
    let day = (0..1_100).prop_map(|days| day(days).to_string());
    prop_oneof![3 => Just(String::new()), 1 => day]
}

fn row() -> impl Strategy<Value = Row> {
    let whose = (0..12_u8, 0..3_u8, 0..2_u8, 0..3_u8);
    let money = (1..60_000_i64, prop_oneof![Just(0), Just(100), 0..=100_i64]);
    let term = (0..500, 30..600, proptest::option::weighted(0.15, 1..400));
    let handled = (
        word(STATUSES),
        word(CLASSES),
        some_day(),
        some_day(),
        some_day(),
        some_day(),
        some_day(),
    );
    let found = (
        word(ABILITIES),
        word(WILLS),
        word(CAUSES),
        word(FLAGS),
        word(RENEWALS),
    );
    (whose, money, term, handled, found).prop_map(|(whose, money, term, handled, found)| {
        let maturity = term.0 + term.1;
        let extended = term.2.map(|days| day(maturity + days).to_string());
        Row {
            cells: vec![
                String::new(),
                format!("H{}", whose.0),
                format!("{}号镇", whose.1),
                format!("{}号村", whose.2),
                format!("{}号银行", whose.3),
                Fen(money.0 * 100).to_string(),
                Fen(money.0 * money.1).to_string(),
                day(term.0).to_string(),
                day(maturity).to_string(),
                extended.unwrap_or_default(),
                handled.0,
                handled.1,
                handled.2,
                handled.3,
                handled.4,
                handled.5,
                handled.6,
                found.0,
                found.1,
                found.2,
                found.3,
                found.4,
            ],
        }
    })
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    proptest::collection::vec(row(), 1..40).prop_map(|mut rows| {
        for (at, row) in rows.iter_mut().enumerate() {
            row.cells[0] = format!("J{at}");
        }
        rows
    })
}

/// What the roster says of each household; it has those of even numbers.
fn households() -> impl Strategy<Value = Vec<(String, String)>> {
    proptest::collection::vec((word(POVERTY), word(FLAGS)), 12)
}

fn read<'r>(rows: impl IntoIterator<Item = &'r Row>, households: &[(String, String)]) -> Intake {
    let mut text = HEADER.to_owned();
    for row in rows {
        let _ = writeln!(text, "{}", row.cells.join(","));
    }
    let mut roster = "户编号,乡镇,行政村,脱贫属性,贷款意愿\n".to_owned();
    for (at, (poverty, wish)) in households.iter().enumerate().step_by(2) {
        let _ = writeln!(roster, "H{at},0号镇,0号村,{poverty},{wish}");
    }
    let mut session = Session::new();
    source::read(&mut session, "loans.csv", text.as_bytes(), 1 << 16);
    source::read(&mut session, "roster.csv", roster.as_bytes(), 1 << 16);
    session.finish()
}

fn as_of() -> Date {
    day(730)
}

fn sum<'l>(rows: impl Iterator<Item = &'l Loans>) -> (u64, Fen) {
    rows.fold((0, Fen::ZERO), |(loans, amount), row| {
        (loans + row.loans, amount + row.outstanding_principal)
    })
}

fn counted(intake: &Intake) -> DispositionReport {
    let rulebook = Rulebook::default();
    dispositions(&Book::new(&intake.county, as_of(), &rulebook))
}

/// Which way each loan goes, by the number of the loan.
fn ways(intake: &Intake, as_of: Date) -> Vec<(String, Disposition)> {
    let rulebook = Rulebook::default();
    let book = Book::new(&intake.county, as_of, &rulebook);
    let mut ways: Vec<(String, Disposition)> = book
        .cases()
        .map(|case| {
            let number = intake.county.loans.number(case.row());
            (number, disposition::of(&case).disposition)
        })
        .collect();
    ways.sort();
    ways
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_loan_is_in_one_batch_and_one_standing_and_they_add_up(rows in rows(), households in households()) {
        let intake = read(&rows, &households);
        let loans = &intake.county.loans;
        let balance: Fen = loans.iter().map(|loan| loan.outstanding_principal).sum();
        let all = (loans.len() as u64, balance);
        let report = counted(&intake);
        prop_assert_eq!(sum(report.batches.iter().map(|row| &row.loans)), all);
        prop_assert_eq!(sum(report.standings.iter().map(|row| &row.loans)), all);
        for batch in &report.batches {
            prop_assert!(batch.households <= batch.loans.loans);
            prop_assert_eq!(batch.households == 0, batch.loans.loans == 0);
            let own = report.work.iter().filter(|row| row.batch.disposition == batch.disposition);
            let of_groups = sum(own.map(|row| &row.batch.loans));
            let query = WorkQuery { disposition: Some(batch.disposition), ..WorkQuery::default() };
            let list = WorkList::of(&intake.county, as_of(), &Settings::default(), &query);
            let listed = list.rows(&intake.county);
            let amount: Fen = listed.iter().map(|row| row.outstanding_principal).sum();
            let of_batch = sum([&batch.loans].into_iter());
            prop_assert_eq!((listed.len() as u64, amount), of_batch);
            prop_assert!(listed.iter().all(|row| row.disposition == batch.disposition));
            if batch.disposition == Disposition::NoAction {
                prop_assert_eq!(of_groups, (0, Fen::ZERO));
            } else {
                prop_assert_eq!(of_groups, of_batch);
            }
        }
    }

    #[test]
    fn the_order_of_rows_is_nothing(rows in rows(), households in households()) {
        let (forth, back) = (read(&rows, &households), read(rows.iter().rev(), &households));
        prop_assert_eq!(counted(&forth), counted(&back));
        prop_assert_eq!(ways(&forth, as_of()), ways(&back, as_of()));
    }

    #[test]
    fn finding_more_out_never_turns_a_decided_loan_into_one_to_be_looked_into(
        rows in rows(),
        households in households(),
        hidden in proptest::collection::vec(0..1_u32 << FOUND_OUT, 40),
    ) {
        let mut poorer = rows.clone();
        for (row, hidden) in poorer.iter_mut().zip(hidden) {
            let first = row.cells.len() - FOUND_OUT;
            for (at, cell) in row.cells[first..].iter_mut().enumerate() {
                if hidden >> at & 1 == 1 {
                    cell.clear();
                }
            }
        }
        let (poorer, richer) = (read(&poorer, &households), read(&rows, &households));
        for (before, after) in ways(&poorer, as_of()).into_iter().zip(ways(&richer, as_of())) {
            let was_decided = before.1 != Disposition::LookInto;
            prop_assert!(!was_decided || after.1 != Disposition::LookInto, "{before:?} {after:?}");
        }
    }

    #[test]
    fn a_later_day_never_gives_a_better_class_under_any_rule_set_of_days(
        rows in rows(),
        households in households(),
        later in 0..600,
        rule in 0..3_i64,
    ) {
        let mut choices = ParameterChoices::default();
        choices.change(Parameter::ClassificationRule, BEGINNING, Some(rule));
        let rulebook = Rulebook::of(&choices);
        let intake = read(&rows, &households);
        let classes = |on: Date| -> Vec<_> {
            let book = Book::new(&intake.county, on, &rulebook);
            book.cases().map(|case| case.arrears().map(|own| own.class)).collect()
        };
        let (before, after) = (classes(as_of()), classes(as_of().plus_days(later)));
        prop_assert!(before.iter().zip(&after).all(|(before, after)| before <= after));
    }
}
