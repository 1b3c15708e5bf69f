//! Another engine works the figures out again: SQLite, from the sample's files read by the `csv` crate, every column
//! named by hand. Nothing here is taken from the program but its report.

mod invented;
mod laid;
mod rules;
mod tables;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::report::{Fen, Figures, Mean, Rate, Report, RiskClass, Settings, build};
use rusqlite::Connection;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_data");

fn bytes(path: &str) -> Vec<u8> {
    fs::read(Path::new(SAMPLE).join(path)).expect("a file of the sample")
}

fn report(folder: &str) -> Report {
    let mut session = Session::new();
    for file in tables::LENDERS {
        let path = format!("{folder}/{}", file.name);
        source::read(&mut session, file.name, &bytes(&path), 1 << 20);
    }
    source::read(&mut session, "roster.csv", &bytes("roster.csv"), 1 << 20);
    let as_of = folder.parse().expect("a day");
    build::report(&session.finish(), as_of, &Settings::default()).expect("loans")
}

/// The whole numbers that SQLite gives for one group, by column.
type Numbers = BTreeMap<String, i64>;

fn numbers(of: &Connection, kind: &str) -> BTreeMap<(String, String), Numbers> {
    let mut query = of
        .prepare("select * from figures where kind = ?1")
        .expect("SQL");
    let columns: Vec<String> = query.column_names().iter().map(|c| c.to_string()).collect();
    let rows = query.query_map([kind], |row| {
        let named = columns.iter().enumerate().skip(3);
        let numbers = named.map(|(at, column)| {
            Ok::<(String, i64), rusqlite::Error>((column.clone(), row.get(at)?))
        });
        Ok((
            (row.get(1)?, row.get(2)?),
            numbers.collect::<Result<_, _>>()?,
        ))
    });
    rows.expect("SQL").map(|row| row.expect("a row")).collect()
}

/// Half away from zero, in whole numbers.
fn quotient(part: i64, whole: i64, scale: i128) -> Option<i64> {
    let (part, whole) = (i128::from(part) * scale, i128::from(whole));
    (whole > 0).then(|| ((2 * part + whole) / (2 * whole)) as i64)
}

fn rate_of_loans(rate: &Rate<u64>, part: i64, whole: i64, what: &str) {
    assert_eq!(rate.numerator, Some(part as u64), "{what}");
    assert_eq!(rate.denominator, Some(whole as u64), "{what}");
    let percent = rate.percent.map(|percent| percent.0);
    assert_eq!(percent, quotient(part, whole, 10_000), "{what}");
}

fn rate_of_money(rate: &Rate<Fen>, part: i64, whole: i64, what: &str) {
    assert_eq!(rate.numerator, Some(Fen(part)), "{what}");
    assert_eq!(rate.denominator, Some(Fen(whole)), "{what}");
    let percent = rate.percent.map(|percent| percent.0);
    assert_eq!(percent, quotient(part, whole, 10_000), "{what}");
}

fn mean(mean: &Mean, total: i64, count: i64, what: &str) {
    assert_eq!(
        (mean.total, mean.count),
        (Fen(total), count as u64),
        "{what}"
    );
    let value = mean.value.map(|value| value.0);
    assert_eq!(value, quotient(total, count, 1), "{what}");
}

/// Compares every figure of one group.
fn compare(figures: &Figures, numbers: &Numbers, roster: i64, group: &str) {
    let n = |column: &str| numbers[column];
    let what = |figure: &str| format!("{group}: {figure}");
    let counts = [
        (figures.loans, "loans"),
        (figures.outstanding_loans, "outstanding_loans"),
        (figures.borrower_households, "borrowers"),
        (figures.outstanding_households, "outstanding_households"),
        (figures.matured_loans, "matured_loans"),
    ];
    for (count, column) in counts {
        assert_eq!(count as i64, n(column), "{}", what(column));
    }
    assert_eq!(figures.disbursed_principal, Fen(n("disbursed")), "{group}");
    assert_eq!(
        figures.outstanding_principal,
        Fen(n("outstanding")),
        "{group}"
    );
    let (loans, balance) = (n("outstanding_loans"), n("outstanding"));
    let households = n("outstanding_households");
    rate_of_money(
        &figures.overdue_by_amount,
        n("overdue_amount"),
        balance,
        &what("overdue"),
    );
    rate_of_loans(
        &figures.overdue_by_loans,
        n("overdue_loans"),
        loans,
        &what("overdue"),
    );
    let late = n("overdue_households");
    rate_of_loans(
        &figures.overdue_by_households,
        late,
        households,
        &what("overdue"),
    );
    let bad = |ending: &str| -> i64 {
        let classes = ["substandard", "doubtful", "loss"];
        classes
            .iter()
            .map(|class| n(&format!("{class}_{ending}")))
            .sum()
    };
    rate_of_money(&figures.npl_by_amount, bad("amount"), balance, &what("npl"));
    rate_of_loans(&figures.npl_by_loans, bad("loans"), loans, &what("npl"));
    let classes = ["pass", "mention", "substandard", "doubtful", "loss"];
    assert_eq!(figures.classes.len(), classes.len());
    for ((class, name), of) in figures.classes.iter().zip(classes).zip(RiskClass::ALL) {
        assert_eq!(class.class, of);
        rate_of_money(
            &class.by_amount,
            n(&format!("{name}_amount")),
            balance,
            &what(name),
        );
        rate_of_loans(
            &class.by_loans,
            n(&format!("{name}_loans")),
            loans,
            &what(name),
        );
    }
    for (due, days) in figures.due_within.iter().zip([30, 60, 90]) {
        assert_eq!(due.days, days);
        let column = |ending: &str| n(&format!("due_{days}_{ending}"));
        rate_of_money(&due.by_amount, column("amount"), balance, &what("due"));
        rate_of_loans(&due.by_loans, column("loans"), loans, &what("due"));
    }
    assert_eq!(figures.roster_households, Some(roster as u64), "{group}");
    rate_of_loans(&figures.coverage, n("covered"), roster, &what("coverage"));
    rate_of_loans(
        &figures.coverage_ever,
        n("covered_ever"),
        roster,
        &what("coverage ever"),
    );
    mean(
        &figures.average_loan,
        n("disbursed"),
        n("loans"),
        &what("average loan"),
    );
    mean(
        &figures.average_household_balance,
        balance,
        households,
        &what("average balance"),
    );
    let matured = n("matured_loans");
    rate_of_loans(
        &figures.repaid_by_loans,
        n("repaid_loans"),
        matured,
        &what("repaid"),
    );
    let (recovered, lent) = (n("recovered_amount"), n("matured_amount"));
    rate_of_money(
        &figures.recovered_by_amount,
        recovered,
        lent,
        &what("recovered"),
    );
    if n("undated_loans") == 0 {
        rate_of_loans(
            &figures.on_time_by_loans,
            n("on_time_loans"),
            matured,
            &what("on time"),
        );
    } else {
        assert_eq!(
            figures.on_time_by_loans.numerator,
            None,
            "{}",
            what("on time")
        );
    }
}

fn one(of: &Connection, sql: &str, place: [&str; 2]) -> i64 {
    let sql = format!("{sql} /* {} */", place.len());
    of.query_row(&sql, place, |row| row.get(0)).expect("SQL")
}

fn check(folder: &str) {
    let report = report(folder);
    let of = tables::database(folder);
    let roster = one(&of, "select count(*) from roster where ?1 = ?2", ["", ""]);
    assert_eq!(roster, 14_000);
    let empty: Numbers = numbers(&of, "total")
        .into_values()
        .flatten()
        .map(|(column, _)| (column, 0))
        .collect();
    let total = &numbers(&of, "total")[&(String::new(), String::new())];
    compare(&report.total, total, roster, "total");

    let lenders = numbers(&of, "lender");
    assert_eq!(report.lenders.len(), lenders.len());
    for row in &report.lenders {
        let own = &lenders[&(row.lender.clone(), String::new())];
        compare(&row.figures, own, roster, &row.lender);
    }

    let townships = numbers(&of, "township");
    let named = "select count(distinct township) from places where ?1 = ?2";
    assert_eq!(report.townships.len() as i64, one(&of, named, ["", ""]));
    for row in &report.townships {
        let in_township = "select count(*) from roster where township = ?1 and ?2 = ''";
        let own = townships.get(&(row.township.clone(), String::new()));
        let roster = one(&of, in_township, [&row.township, ""]);
        compare(&row.figures, own.unwrap_or(&empty), roster, &row.township);
    }

    let villages = numbers(&of, "village");
    let named = "select count(*) from places where ?1 = ?2";
    assert_eq!(report.villages.len() as i64, one(&of, named, ["", ""]));
    for row in &report.villages {
        let in_village = "select count(*) from roster where township = ?1 and village = ?2";
        let own = villages.get(&(row.township.clone(), row.village.clone()));
        let roster = one(&of, in_village, [&row.township, &row.village]);
        let group = format!("{} {}", row.township, row.village);
        compare(&row.figures, own.unwrap_or(&empty), roster, &group);
    }
    maturities(&report, &of, folder);
    not_in_roster(&report, &of);
    credit_villages(&report, &villages);
}

/// The ladder month by month, and its peaks: of the twelve months from the as-of date's on, those above 1.5 means of
/// what is still to come.
fn maturities(report: &Report, of: &Connection, folder: &str) {
    let sql = "select strftime('%Y-%m', due), count(*), count(distinct household), sum(balance),
               sum(case when days > 0 then balance else 0 end) from standing where owed group by 1 order by 1";
    let mut query = of.prepare(sql).expect("SQL");
    let rows = query.query_map([], |row| {
        Ok((
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
        ))
    });
    type Month = (String, i64, i64, i64, i64);
    let months: Vec<Month> = rows.expect("SQL").map(|row| row.expect("a row")).collect();
    let shown: Vec<Month> = report
        .maturities
        .iter()
        .map(|row| {
            let (loans, households) = (row.loans as i64, row.households as i64);
            let (all, late) = (row.outstanding_principal.0, row.overdue_principal.0);
            (row.month.to_string(), loans, households, all, late)
        })
        .collect();
    assert_eq!(shown, months);
    assert!(shown.len() > 12);

    let first = &folder[..7];
    let year: i32 = first[..4].parse().expect("a year");
    let end = format!("{}{}", year + 1, &first[4..]);
    let in_twelve = |month: &str| month >= first && month < end.as_str();
    let coming = |row: &Month| i128::from(row.3 - row.4);
    let all: i128 = months
        .iter()
        .filter(|row| in_twelve(&row.0))
        .map(coming)
        .sum();
    for (row, shown) in months.iter().zip(&report.maturities) {
        let is_peak = in_twelve(&row.0) && coming(row) * 12 * 2 > all * 3;
        assert_eq!(shown.is_peak, Some(is_peak), "{}", row.0);
    }
    assert!(
        report
            .maturities
            .iter()
            .any(|row| row.is_peak == Some(true))
    );
}

fn not_in_roster(report: &Report, of: &Connection) {
    let shown = &report.not_in_roster;
    let sql = "select number, balance from standing where not rostered order by file, line";
    let mut query = of.prepare(sql).expect("SQL");
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let loans: Vec<(String, i64)> = rows.expect("SQL").map(|row| row.expect("a row")).collect();
    let balance: i64 = loans.iter().map(|(_, balance)| balance).sum();
    let (all, owed) = (
        report.total.loans as i64,
        report.total.outstanding_principal.0,
    );
    rate_of_loans(&shown.by_loans, loans.len() as i64, all, "not in roster");
    rate_of_money(&shown.by_amount, balance, owed, "not in roster");
    let listed: Vec<(String, i64)> = shown
        .first
        .iter()
        .map(|loan| (loan.loan_number.clone(), loan.outstanding_principal.0))
        .collect();
    assert_eq!(listed, loans);
    assert!(!loans.is_empty());
}

/// A village's place is one more than the number of villages that are better.
fn credit_villages(report: &Report, villages: &BTreeMap<(String, String), Numbers>) {
    type Place = (String, String);
    // Repayment first, then the overdue rate; a village that owes nothing has nothing overdue.
    let better = |a: &Numbers, b: &Numbers| {
        let of = |n: &Numbers, column: &str| i128::from(n[column]);
        let on_time = of(a, "on_time_loans") * of(b, "matured_loans");
        let other_on_time = of(b, "on_time_loans") * of(a, "matured_loans");
        let late = of(a, "overdue_amount") * of(b, "outstanding").max(1);
        let other_late = of(b, "overdue_amount") * of(a, "outstanding").max(1);
        (other_on_time, late) < (on_time, other_late)
            && (other_on_time < on_time || late < other_late)
    };
    let ranked: Vec<(&Place, &Numbers)> = villages
        .iter()
        .filter(|(_, n)| n["matured_loans"] >= 10 && n["undated_loans"] == 0)
        .collect();
    let expected: BTreeMap<&Place, u32> = ranked
        .iter()
        .map(|(place, own)| {
            let ahead = ranked.iter().filter(|(_, other)| better(other, own));
            (*place, ahead.count() as u32 + 1)
        })
        .collect();
    assert_eq!(report.credit_villages.ranked.len(), expected.len());
    assert!(expected.len() > 100);
    for row in &report.credit_villages.ranked {
        let place = (row.township.clone(), row.village.clone());
        assert_eq!(row.rank, Some(expected[&place]), "{place:?}");
        let sharing = expected.values().filter(|rank| Some(**rank) == row.rank);
        assert_eq!(row.is_tied, sharing.count() > 1, "{place:?}");
    }
}

#[test]
fn every_figure_of_the_later_snapshot_is_that_of_sqlite() {
    check("2019-11-30");
}

#[test]
fn every_figure_of_the_earlier_snapshot_is_that_of_sqlite() {
    check("2019-10-31");
}
