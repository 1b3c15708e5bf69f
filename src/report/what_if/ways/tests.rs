//! Ways under an assumption against what the rules say of the other day, and of files in which the loans are paid.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::super::{Collection, Question, Standpoint, WhatIf, what_if, whole};
use super::*;
use crate::domain::{Date, Fen};
use crate::intake::file_read::Intake;
use crate::intake::session::Session;
use crate::intake::source;
use crate::report::policy::{PolicyReport, policy};

const HEADER: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期,结清日期,贷款状态,\
    五级分类,还款能力,还款意愿,是否户贷企用,续贷展期\n";

/// A loan of 50,000 yuan: its household, how long it is past due, and what was found out of it.
#[derive(Clone, Copy, Debug)]
struct Row {
    household: u8,
    days_past_due: i32,
    class: &'static str,
    ability: &'static str,
    willingness: &'static str,
}

fn as_of() -> Date {
    "2019-11-30".parse().expect("a day")
}

/// The files of some loans, those named paid in full on the day of the report.
fn read(rows: &[Row], paid: &[u64]) -> Intake {
    let mut loans = HEADER.to_owned();
    let mut roster = "户编号,乡镇,行政村,脱贫属性,贷款意愿\n".to_owned();
    for (at, row) in rows.iter().enumerate() {
        let is_paid = paid.contains(&(at as u64));
        let (balance, ending) = match is_paid {
            true => ("0.00", format!("{},已结清", as_of())),
            false => ("50000.00", ",".to_owned()),
        };
        let household = row.household;
        let _ = writeln!(
            loans,
            "JJ{at:04},YX{household},{}号镇,甲村,甲银行,50000.00,{balance},2017-01-01,{},{ending},{},{},{},否,无",
            household % 2,
            as_of().plus_days(-row.days_past_due),
            row.class,
            row.ability,
            row.willingness,
        );
    }
    for household in 0..4 {
        let _ = writeln!(
            roster,
            "YX{household},{}号镇,甲村,脱贫享受政策,是",
            household % 2
        );
    }
    let mut session = Session::new();
    source::read(&mut session, "loans.csv", loans.as_bytes(), 1 << 16);
    source::read(&mut session, "roster.csv", roster.as_bytes(), 1 << 16);
    session.finish()
}

fn ask(intake: &Intake, question: &Question) -> WhatIf {
    what_if(&intake.county, as_of(), &Settings::default(), question).expect("an answer")
}

fn collected(answer: &WhatIf) -> Vec<u64> {
    let listed = answer.collection.iter().flat_map(|all| &all.listed);
    listed.map(|loan| loan.row).collect()
}

fn batches(ways: &Ways) -> Vec<(Disposition, Loans)> {
    let all = ways.batches.iter();
    all.map(|row| (row.disposition, row.loans)).collect()
}

/// The ways under an assumption are those that the rules tell of the other files or the other day.
fn assert_same(standpoint: &Standpoint, rules: &PolicyReport) {
    let own = &rules.dispositions;
    let told: Vec<_> = own
        .batches
        .iter()
        .map(|r| (r.disposition, r.loans))
        .collect();
    assert_eq!(batches(&standpoint.ways), told);
    let states = standpoint.ways.standings.iter();
    let states: Vec<_> = states.map(|row| (row.state, row.loans)).collect();
    let told: Vec<_> = own.standings.iter().map(|r| (r.state, r.loans)).collect();
    assert_eq!(states, told);
    let mut told: BTreeMap<(&str, Disposition), (u64, Fen)> = BTreeMap::new();
    for work in &own.work {
        let of = told
            .entry((&work.township, work.batch.disposition))
            .or_default();
        of.0 += work.batch.loans.loans;
        of.1 += work.batch.loans.outstanding_principal;
    }
    let mut counted = BTreeMap::new();
    for row in &standpoint.township_ways {
        for batch in &row.ways.batches {
            let is_work = batch.disposition != Disposition::NoAction && batch.loans.loans > 0;
            if is_work {
                let loans = batch.loans;
                counted.insert(
                    (row.township.as_str(), batch.disposition),
                    (loans.loans, loans.outstanding_principal),
                );
            }
        }
    }
    assert_eq!(counted, told);
}

fn sum(loans: impl Iterator<Item = Loans>) -> (u64, Fen) {
    loans.fold((0, Fen::ZERO), |(count, amount), own| {
        (count + own.loans, amount + own.outstanding_principal)
    })
}

/// Batches and standings add up to the same loans, and townships to the county.
fn assert_adds_up(standpoint: &Standpoint) {
    let of_batches = |ways: &Ways| sum(ways.batches.iter().map(|row| row.loans));
    let of_standings = |ways: &Ways| sum(ways.standings.iter().map(|row| row.loans));
    let all = (
        standpoint.total.loans,
        standpoint.total.outstanding_principal,
    );
    assert_eq!(of_batches(&standpoint.ways), all);
    assert_eq!(of_standings(&standpoint.ways), all);
    for (at, row) in standpoint.ways.batches.iter().enumerate() {
        let townships = standpoint.township_ways.iter();
        let own = townships.map(|township| township.ways.batches[at].loans);
        assert_eq!(sum(own), sum([row.loans].into_iter()));
    }
    for (at, row) in standpoint.ways.standings.iter().enumerate() {
        let townships = standpoint.township_ways.iter();
        let own = townships.map(|township| township.ways.standings[at].loans);
        assert_eq!(sum(own), sum([row.loans].into_iter()));
    }
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let class = proptest::sample::select(vec!["", "正常", "关注", "次级"]);
    let ability = proptest::sample::select(vec!["", "有", "弱", "无"]);
    let willingness = proptest::sample::select(vec!["", "好", "差", "恶意"]);
    let parts = (0..4_u8, -200..400_i32, class, ability, willingness);
    let row = |(household, days_past_due, class, ability, willingness)| Row {
        household,
        days_past_due,
        class,
        ability,
        willingness,
    };
    proptest::collection::vec(parts.prop_map(row), 1..9)
}

fn plain(household: u8, days_past_due: i32) -> Row {
    Row {
        household,
        days_past_due,
        class: "正常",
        ability: "有",
        willingness: "好",
    }
}

#[test]
fn a_household_whose_overdue_loan_is_collected_may_renew_its_other_one() {
    let intake = read(&[plain(0, 5), plain(0, -30), plain(1, -30)], &[]);
    let answer = ask(
        &intake,
        &Question::LargestCollected {
            township: None,
            loans: 1,
        },
    );
    let shown = |ways: &Ways| -> Vec<(Disposition, u64)> {
        let all = batches(ways)
            .into_iter()
            .map(|(which, own)| (which, own.loans));
        all.filter(|(_, loans)| *loans > 0).collect()
    };
    assert_eq!(
        shown(&answer.before.ways),
        [
            (Disposition::Remind, 1),
            (Disposition::Collect, 1),
            (Disposition::Renew, 1)
        ]
    );
    assert_eq!(
        shown(&answer.after.ways),
        [(Disposition::Renew, 2), (Disposition::NoAction, 1)]
    );
    let state = |standpoint: &Standpoint, wanted: StandingState| {
        let mut states = standpoint.township_ways[0].ways.standings.iter();
        states
            .find(|row| row.state == wanted)
            .map(|row| row.loans.loans)
    };
    assert_eq!(state(&answer.before, StandingState::Overdue), Some(1));
    assert_eq!(state(&answer.after, StandingState::Overdue), Some(0));
    assert_eq!(state(&answer.after, StandingState::Settled), Some(1));
    assert_eq!(
        answer.before.township_ways[1],
        answer.after.township_ways[1]
    );
}

#[test]
fn a_file_has_every_loan_that_is_taken_as_collected_and_an_answer_the_first_thousand() {
    let rows = vec![plain(0, 5); Collection::LISTED + 1];
    let intake = read(&rows, &[]);
    let question = Question::LargestCollected {
        township: None,
        loans: u64::MAX,
    };
    let answer = ask(&intake, &question);
    let all = whole(&intake.county, as_of(), &Settings::default(), &question).expect("an answer");
    let listed = |answer: &WhatIf| collected(answer).len();
    assert_eq!(
        (listed(&answer), listed(&all)),
        (Collection::LISTED, Collection::LISTED + 1)
    );
    assert_eq!(answer.after, all.after);
    assert_eq!(
        all.collection.map(|all| (all.loans, all.amount)),
        answer.collection.map(|all| (all.loans, all.amount))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn ways_of_another_day_are_those_of_the_rules_on_that_day(
        rows in rows(),
        days in -300..300_i32,
    ) {
        let intake = read(&rows, &[]);
        let day = as_of().plus_days(days);
        let answer = ask(&intake, &Question::AsOf { day });
        let settings = Settings::default();
        assert_same(&answer.before, &policy(&intake.county, as_of(), &settings));
        assert_same(&answer.after, &policy(&intake.county, day, &settings));
        assert_adds_up(&answer.before);
        assert_adds_up(&answer.after);
        if days >= 0 {
            let unpaid = ask(&intake, &Question::NothingPaid { until: day });
            prop_assert_eq!(unpaid.after, answer.after);
        }
    }

    #[test]
    fn ways_of_collected_loans_are_those_of_files_in_which_they_are_paid(
        rows in rows(),
        loans in 0..9_u64,
    ) {
        let intake = read(&rows, &[]);
        let answer = ask(&intake, &Question::LargestCollected { township: None, loans });
        let paid = read(&rows, &collected(&answer));
        assert_same(&answer.after, &policy(&paid.county, as_of(), &Settings::default()));
        assert_adds_up(&answer.after);
    }
}
