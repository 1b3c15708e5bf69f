//! Row for row on a hundred thousand generated loans: the register, classes, standing, six checks and the subsidy of
//! every period, by the rules here and by SQLite from the documents.

use credit_atlas::domain::Date;
use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::policy::book::{Book, Case};
use credit_atlas::policy::parameters::Rulebook;
use credit_atlas::policy::rules::{Decide, RULES};
use credit_atlas::policy::standing;
use credit_atlas::policy::subsidy::LoanSubsidy;
use credit_atlas::policy::subsidy::periods::Calendar;
use credit_atlas::policy::verdict::Verdict;
use credit_atlas::sample::{self, SampleFile, Settings};

use super::ledger;
use super::tables::LENDERS;

const LOANS: u64 = 100_000;
const CHECKS: [&str; 6] = ["A01", "A03", "A04", "A05", "A15", "A19"];

fn intake(files: &[SampleFile]) -> Intake {
    let mut session = Session::new();
    let mut read = |path: &str, name: &str| {
        let file = files
            .iter()
            .find(|file| file.path == path)
            .expect("its file");
        source::read(&mut session, name, &file.bytes, 1 << 20);
    };
    for lender in &LENDERS {
        read(&format!("2019-11-30/{}", lender.name), lender.name);
    }
    read("roster.csv", "roster.csv");
    session.finish()
}

/// What is said of one loan: place, number, days, class, state, since, and the verdicts in the order of [`CHECKS`].
type Answer = (
    i64,
    String,
    Option<i64>,
    Option<i64>,
    String,
    Option<String>,
    Vec<String>,
);

fn verdict(id: &str, book: &Book<'_>, case: &Case<'_>) -> String {
    let rule = RULES.iter().find(|rule| rule.id == id).expect("the check");
    let Decide::Loan(decide) = rule.decide else {
        panic!("{id} looks at no loan");
    };
    let name = match decide(case) {
        _ if rule.lacks(book).is_some() => "undetermined",
        Verdict::NotApplicable => "not_applicable",
        Verdict::Clear => "clear",
        Verdict::Caught(_) => "caught",
        Verdict::Undetermined(_) => "undetermined",
    };
    name.to_owned()
}

fn answer(book: &Book<'_>, case: &Case<'_>) -> Answer {
    let standing = standing::of(case);
    let arrears = case.arrears();
    let state = serde_json::to_value(standing.state).expect("a word");
    (
        case.row() as i64 + 1,
        book.county().loans.number(case.row()),
        arrears.map(|arrears| i64::from(arrears.days)),
        arrears.map(|arrears| arrears.class as i64 + 1),
        state.as_str().expect("a word").to_owned(),
        standing.since.map(|day| day.to_string()),
        CHECKS.iter().map(|id| verdict(id, book, case)).collect(),
    )
}

fn compare_rows(of: &rusqlite::Connection, book: &Book<'_>) {
    let mut query = of
        .prepare("select * from answers order by place")
        .expect("SQL");
    let mut rows = query.query([]).expect("SQL");
    let mut seen = 0;
    for case in book.cases() {
        let row = rows.next().expect("SQL").expect("as many rows");
        let verdicts = (6..12).map(|at| row.get(at).expect("a verdict")).collect();
        let theirs: Answer = (
            row.get(0).expect("a place"),
            row.get(1).expect("a number"),
            row.get(2).expect("days"),
            row.get(3).expect("a class"),
            row.get(4).expect("a state"),
            row.get(5).expect("a day"),
            verdicts,
        );
        assert_eq!(answer(book, &case), theirs);
        seen += 1;
    }
    assert!(rows.next().expect("SQL").is_none());
    assert!(seen > 99_000, "{seen}");
}

/// Place, first day of the period, least and most by 360 days, most by 365.
type Due = (i64, i64, i64, i64, i64);

fn due(book: &Book<'_>) -> Vec<Due> {
    let calendar = Calendar::of(book).expect("periods");
    let mut all = Vec::new();
    for case in book.cases() {
        let Ok(subsidy) = LoanSubsidy::of(case) else {
            continue;
        };
        for at in calendar.touching(subsidy.days) {
            let period = calendar.period(at).expect("a period");
            let due = subsidy.of_days(period).expect("a subsidy");
            all.push((
                case.row() as i64 + 1,
                i64::from(period.from.days()),
                due.least.by_360.0,
                due.most.by_360.0,
                due.most.by_365.0,
            ));
        }
    }
    all
}

fn compare_subsidies(of: &rusqlite::Connection, book: &Book<'_>) {
    let mut query = of
        .prepare("select * from subsidy order by place, period")
        .expect("SQL");
    let row = |row: &rusqlite::Row<'_>| {
        Ok((
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
        ))
    };
    let theirs = query.query_map([], row).expect("SQL");
    let ours = due(book);
    let mut seen = 0;
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert_eq!(*ours, theirs.expect("a row"));
        seen += 1;
    }
    let theirs: i64 = of
        .query_row("select count(*) from subsidy", [], |row| row.get(0))
        .expect("SQL");
    assert_eq!((seen, theirs), (ours.len(), seen as i64));
    assert!(seen > 300_000, "{seen}");
}

#[test]
fn every_loan_stands_and_is_caught_and_subsidised_as_sqlite_says() {
    let files = sample::county(&Settings {
        loans: LOANS,
        ..Settings::default()
    })
    .files;
    let intake = intake(&files);
    let of = ledger::database(&files);
    let rulebook = Rulebook::default();
    let run = |sql: &str, as_of: &str| {
        let sql = sql.replace(":as_of", &format!("'{as_of}'"));
        of.execute_batch(&sql).expect("SQL");
    };
    for as_of in ["2019-11-30", "2021-03-31"] {
        let day: Date = as_of.parse().expect("a day");
        let book = Book::new(&intake.county, day, &rulebook);
        run("begin", as_of);
        run(include_str!("rules.sql"), as_of);
        compare_rows(&of, &book);
        // The register is longest past due later, and its subsidies are those of the first day and fewer.
        if as_of == "2019-11-30" {
            run(include_str!("subsidy.sql"), as_of);
            compare_subsidies(&of, &book);
        }
        run("rollback", as_of);
    }
}
