//! Answers against the report of the other day, against files in which the loans are paid, and against trying every set.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::super::build::report;
use super::*;
use crate::intake::file_read::Intake;
use crate::intake::session::Session;
use crate::intake::source;

const HEADER: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期,结清日期,贷款状态\n";

/// One loan: township, balance in yuan and days from its maturity to the day of the report.
#[derive(Clone, Copy, Debug)]
struct Row {
    township: u8,
    balance: i64,
    days_past_due: i32,
}

fn as_of() -> Date {
    "2019-11-30".parse().expect("a day")
}

fn read(rows: &[Row], paid: impl Fn(usize, i64) -> i64) -> Intake {
    let mut text = HEADER.to_owned();
    for (at, row) in rows.iter().enumerate() {
        let paid = paid(at, row.balance);
        let (settled, status) = if paid == row.balance && paid > 0 {
            (as_of().to_string(), "已结清")
        } else {
            (String::new(), "")
        };
        let _ = writeln!(
            text,
            "JJ{at:03},YX{},{}号镇,{}号村,甲银行,50000.00,{}.00,2017-01-01,{},{settled},{status}",
            at / 2,
            row.township,
            at % 3,
            row.balance - paid,
            as_of().plus_days(-row.days_past_due),
        );
    }
    let mut session = Session::new();
    source::read(&mut session, "loans.csv", text.as_bytes(), 1 << 16);
    session.finish()
}

fn ask(intake: &Intake, question: Question) -> WhatIf {
    what_if(&intake.county, as_of(), &Settings::default(), &question).expect("an answer")
}

fn bytes(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain data")
}

fn row(township: u8, balance: i64, days_past_due: i32) -> Row {
    Row {
        township,
        balance,
        days_past_due,
    }
}

/// Figures under an assumption and those of a report, byte for byte.
fn assert_same(standpoint: &Standpoint, report: &super::super::Report) {
    assert_eq!(standpoint.as_of, report.as_of);
    assert_eq!(bytes(&standpoint.total), bytes(&report.total));
    assert_eq!(bytes(&standpoint.townships), bytes(&report.townships));
    assert_eq!(bytes(&standpoint.lenders), bytes(&report.lenders));
    assert_eq!(bytes(&standpoint.maturities), bytes(&report.maturities));
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let parts = (0..3_u8, 0..9_i64, -200..400_i32);
    proptest::collection::vec(parts, 1..7).prop_map(|rows| {
        let rows = rows.into_iter();
        rows.map(|(township, thousands, days)| row(township, thousands * 1_000, days))
            .collect()
    })
}

/// Whether overdue ÷ balance is under a line, by the report's own rate.
fn is_under(figures: &Figures, line: u32) -> Option<bool> {
    figures
        .overdue_by_amount
        .reaches(i64::from(line))
        .map(|reaches| !reaches)
}

#[test]
fn the_largest_overdue_loans_leave_the_overdue_and_the_balance() {
    let rows = [
        row(0, 10_000, 5),
        row(0, 30_000, 1),
        row(1, 20_000, 9),
        row(1, 40_000, 0),
    ];
    let intake = read(&rows, |_, _| 0);
    let question = Question::LargestCollected {
        township: None,
        loans: 2,
    };
    let answer = ask(&intake, question);
    let rate = |figures: &Figures| {
        let rate = figures.overdue_by_amount;
        (
            rate.numerator.map(|fen| fen.0),
            rate.denominator.map(|fen| fen.0),
        )
    };
    assert_eq!(
        rate(&answer.before.total),
        (Some(6_000_000), Some(10_000_000))
    );
    assert_eq!(
        rate(&answer.after.total),
        (Some(1_000_000), Some(5_000_000))
    );
    let listed: Vec<String> = answer
        .collection
        .iter()
        .flat_map(|collection| &collection.listed)
        .map(|loan| loan.loan_number.clone())
        .collect();
    assert_eq!(listed, ["JJ001", "JJ002"]);
    let of_one = ask(
        &intake,
        Question::LargestCollected {
            township: Some("1号镇".to_owned()),
            loans: 9,
        },
    );
    assert_eq!(
        rate(&of_one.after.townships[1].figures),
        (Some(0), Some(4_000_000))
    );
    assert_eq!(of_one.after.townships[0], of_one.before.townships[0]);
}

#[test]
fn what_cannot_be_asked_is_refused_with_its_reason() {
    let intake = read(&[row(0, 10_000, 5)], |_, _| 0);
    let ask = |question| what_if(&intake.county, as_of(), &Settings::default(), &question).err();
    let until = as_of().plus_days(-1);
    assert_eq!(
        ask(Question::NothingPaid { until }),
        Some(NoAnswer::DayIsPast)
    );
    let township = Some("九号镇".to_owned());
    assert_eq!(
        ask(Question::UnderLine {
            township,
            line: 300
        }),
        Some(NoAnswer::NoSuchTownship)
    );
}

#[test]
fn a_place_that_owes_nothing_or_only_what_is_overdue_is_said_to_be_so() {
    let intake = read(
        &[row(0, 10_000, 5), row(1, 0, 5), row(2, 10_000, -5)],
        |_, _| 0,
    );
    let least = |township: &str| {
        let township = Some(township.to_owned());
        let answer = ask(
            &intake,
            Question::UnderLine {
                township,
                line: 300,
            },
        );
        (answer.least, answer.collection)
    };
    assert_eq!(least("0号镇"), (Some(Least::NotReachable), None));
    assert_eq!(least("1号镇"), (Some(Least::NoBalance), None));
    assert_eq!(least("2号镇"), (Some(Least::AlreadyUnder), None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn another_day_is_the_report_of_that_day_byte_for_byte(rows in rows(), days in -500..500_i32) {
        let intake = read(&rows, |_, _| 0);
        let day = as_of().plus_days(days);
        let of_day = report(&intake, day, &Settings::default()).expect("loans");
        let of_today = report(&intake, as_of(), &Settings::default()).expect("loans");
        let answer = ask(&intake, Question::AsOf { day });
        assert_same(&answer.after, &of_day);
        assert_same(&answer.before, &of_today);
        if days >= 0 {
            let answer = ask(&intake, Question::NothingPaid { until: day });
            assert_same(&answer.after, &of_day);
        }
    }

    #[test]
    fn loans_taken_as_collected_are_the_report_of_files_in_which_they_are(
        rows in rows(),
        count in 0..9_u64,
    ) {
        let intake = read(&rows, |_, _| 0);
        let answer = ask(&intake, Question::LargestCollected { township: None, loans: count });
        let collected: Vec<u64> = answer
            .collection
            .iter()
            .flat_map(|collection| collection.listed.iter().map(|loan| loan.row))
            .collect();
        let paid = read(&rows, |at, balance| {
            if collected.contains(&(at as u64)) { balance } else { 0 }
        });
        let of_paid = report(&paid, as_of(), &Settings::default()).expect("loans");
        assert_same(&answer.after, &of_paid);
    }

    #[test]
    fn the_least_collection_is_under_the_line_and_no_smaller_or_shorter_one_is(
        rows in rows(),
        line in 1..6_000_u32,
        of_township in any::<bool>(),
    ) {
        let intake = read(&rows, |_, _| 0);
        let township = of_township.then(|| format!("{}号镇", rows[0].township));
        let answer = ask(&intake, Question::UnderLine { township: township.clone(), line });
        let of_place = |standpoint: &Standpoint| match &township {
            None => standpoint.total.clone(),
            Some(name) => {
                let row = standpoint.townships.iter().find(|row| row.township == *name);
                row.expect("a township of the report").figures.clone()
            }
        };
        let rate_with = |collected: Vec<Collected>| {
            let assumption = Assumption::collecting(as_of(), collected);
            let standpoint = standpoint(&intake.county, &assumption, &Settings::default());
            is_under(&of_place(&standpoint), line)
        };
        match answer.least {
            Some(Least::AlreadyUnder) => {
                prop_assert_eq!(is_under(&of_place(&answer.before), line), Some(true));
            }
            Some(Least::NoBalance) => {
                prop_assert_eq!(is_under(&of_place(&answer.before), line), None);
            }
            Some(Least::NotReachable) => {
                let place = find(&intake.county, township.as_deref()).expect("a township");
                prop_assert_ne!(rate_with(overdue(&intake.county, as_of(), place)), Some(true));
            }
            Some(Least::Collect { amount }) => {
                prop_assert_eq!(is_under(&of_place(&answer.after), line), Some(true));
                let collection = answer.collection.expect("loans to collect");
                prop_assert_eq!(collection.amount, amount);
                let mut one_fen_less: Vec<Collected> = collection
                    .listed
                    .iter()
                    .map(|loan| Collected { row: loan.row as usize, amount: loan.collected })
                    .collect();
                if let Some(last) = one_fen_less.last_mut() {
                    last.amount = last.amount - Fen(1);
                }
                prop_assert_eq!(rate_with(one_fen_less), Some(false));
                // Every smaller set of overdue loans, all but one fen of it collected so that a balance is left.
                let place = find(&intake.county, township.as_deref()).expect("a township");
                let all = overdue(&intake.county, as_of(), place);
                for set in 0..1_u32 << all.len() {
                    if u64::from(set.count_ones()) >= collection.loans {
                        continue;
                    }
                    let chosen = all.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
                    let chosen: Vec<Collected> = chosen.map(|(_, one)| *one).collect();
                    prop_assert_eq!(rate_with(chosen), Some(false));
                }
            }
            None => prop_assert!(false, "a line was asked for"),
        }
    }
}
