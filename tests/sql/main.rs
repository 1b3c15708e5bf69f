//! The exported SQL, unchanged, on Spark and on DuckDB over a hundred thousand generated loans: every figure is the
//! report's.

mod answers;
mod compensation;
mod dispositions;
mod drawn;
mod dues;
mod setup;

use std::path::{Path, PathBuf};
use std::process::Command;

use answers::{Row, of_report, of_view, same};
use credit_atlas::export::sql::{Asked, Dialect, text};
use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::pack::{command, sql};
use credit_atlas::policy::book::Book;
use credit_atlas::policy::parameters::Rulebook;
use credit_atlas::policy::rules::{Decide, RULES};
use credit_atlas::policy::standing;
use credit_atlas::policy::verdict::Verdict;
use credit_atlas::report::build::report;
use credit_atlas::report::policy::policy;
use credit_atlas::report::{Date, PolicyReport, Report, Settings};
use credit_atlas::sample;
use serde_json::{Value, json, to_value};

const LOANS: u64 = 100_000;
const VIEWS: [&str; 8] = [
    "figures",
    "maturities",
    "not_in_roster",
    "credit_villages",
    "loan_standing",
    "check_verdicts",
    "check_counts",
    "subsidy_totals",
];

fn intake() -> Intake {
    let settings = sample::Settings {
        loans: LOANS,
        ..sample::Settings::default()
    };
    let mut session = Session::new();
    for file in sample::county(&settings).files {
        if !file.path.starts_with("2019-10-31") && !file.path.ends_with(".md") {
            source::read(&mut session, &file.path, &file.bytes, 1 << 20);
        }
    }
    session.finish()
}

/// A row of the report, with the names of its group put to it.
fn named(value: &impl serde::Serialize, names: &[(&str, &str)]) -> Row {
    let mut row = of_report(&to_value(value).expect("JSON"));
    let own = names
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    row.extend(own);
    row
}

fn figures(report: &Report) -> Vec<Row> {
    let group = |kind, township, village, lender| {
        [
            ("group_kind", kind),
            ("township", township),
            ("village", village),
            ("lender", lender),
        ]
    };
    let mut rows = vec![named(&report.total, &group("total", "", "", ""))];
    for row in &report.townships {
        rows.push(named(
            &row.figures,
            &group("township", &row.township, "", ""),
        ));
    }
    for row in &report.villages {
        let group = group("village", &row.township, &row.village, "");
        rows.push(named(&row.figures, &group));
    }
    for row in &report.lenders {
        rows.push(named(&row.figures, &group("lender", "", "", &row.lender)));
    }
    rows
}

fn credit_villages(report: &Report) -> Vec<Row> {
    let villages = &report.credit_villages;
    let lists = [
        ("ranked", &villages.ranked),
        ("too_few", &villages.too_few),
        ("undetermined", &villages.undetermined),
    ];
    let of_list = |(list, rows): (&'static str, &Vec<_>)| -> Vec<Row> {
        rows.iter()
            .map(|row| named(row, &[("list", list)]))
            .collect()
    };
    lists.into_iter().flat_map(of_list).collect()
}

/// The standing and the verdicts of every loan.
fn by_loan(book: &Book<'_>, checks: &[&str]) -> (Vec<Row>, Vec<Row>) {
    let (mut standings, mut verdicts) = (Vec::new(), Vec::new());
    for case in book.cases() {
        let number = book.county().loans.number(case.row());
        let standing = standing::of(&case);
        let arrears = standing.arrears;
        let (state, since) = (to_value(standing.state), to_value(standing.since));
        let row = json!({
            "loan_number": number,
            "state": state.expect("JSON"),
            "since": since.expect("JSON"),
            "class_number": arrears.map(|arrears| arrears.class as u8 + 1),
            "days_counted": arrears.map(|arrears| arrears.days),
        });
        standings.push(of_report(&row));
        for rule in RULES.iter().filter(|rule| checks.contains(&rule.id)) {
            let Decide::Loan(decide) = rule.decide else {
                panic!("{} looks at no loan", rule.id);
            };
            let verdict = match decide(&case) {
                Verdict::NotApplicable => "not_applicable",
                Verdict::Clear => "clear",
                Verdict::Caught(_) => "caught",
                Verdict::Undetermined(_) => "undetermined",
            };
            let row = json!({"check_id": rule.id, "loan_number": number, "verdict": verdict});
            verdicts.push(of_report(&row));
        }
    }
    (standings, verdicts)
}

/// The subsidy due of each lender, period and source, where there is any.
fn subsidies(policy: &PolicyReport) -> Vec<Row> {
    const SOURCES: [&str; 4] = ["poverty_relief", "other", "nobody", "unknown"];
    let mut rows = Vec::new();
    for cell in &policy.subsidy.cells {
        for (due, source) in cell.figures.sources.iter().zip(SOURCES) {
            let row = to_value(due).expect("JSON");
            let is_any = |value: &Value| value != &json!(0) && value != &json!("0.00");
            if row.as_object().expect("fields").values().any(is_any) {
                let lender = cell.lender.as_deref().expect("a lender");
                let starts = cell.from.to_string();
                rows.push(named(
                    due,
                    &[("source", source), ("lender", lender), ("starts", &starts)],
                ));
            }
        }
    }
    rows
}

fn run(
    dialect: Dialect,
    place: &setup::Place,
    data: &Path,
    as_of: Date,
    settings: &Settings,
    views: &[&str],
) -> PathBuf {
    let text = text(&Asked {
        as_of,
        parameters: &settings.parameters,
        minimum_matured_loans: settings.minimum_matured_loans,
        dialect,
    });
    let out = data.with_extension(dialect.name());
    if out.exists() {
        std::fs::remove_dir_all(&out).expect("a folder to empty");
    }
    std::fs::create_dir_all(&out).expect("a folder");
    let path = out.join("atlas.sql");
    std::fs::write(&path, text).expect("a file");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sql/engine.py");
    let mut engine = Command::new(&place.python);
    engine
        .arg(script)
        .arg(dialect.name())
        .arg(&path)
        .arg(data)
        .arg(&out)
        .args(views);
    engine.current_dir(&out);
    command::run(&mut engine, "to run the exported SQL").unwrap_or_else(|error| panic!("{error}"));
    out
}

/// The views of 处置, 风险补偿, 到期 and 户贷企用.
fn decided_views() -> Vec<&'static str> {
    [&dispositions::VIEWS[..], &compensation::VIEWS, &dues::VIEWS].concat()
}

fn decided_agree(engine: &str, out: &Path, said: &PolicyReport, book: &Book<'_>) {
    dispositions::agree(engine, out, said, book);
    compensation::agree(engine, out, said, book);
    dues::agree(engine, out, said);
}

#[test]
fn every_figure_is_the_reports_on_spark_and_on_duckdb() {
    let place = setup::engines();
    let intake = intake();
    let as_of: Date = "2019-11-30".parse().expect("a day");
    let settings = Settings::default();
    let report = report(&intake, as_of, &settings).expect("loans");
    let said = policy(&intake.county, as_of, &settings);
    let rulebook = Rulebook::default();
    let book = Book::new(&intake.county, as_of, &rulebook);
    let data = place.folder.join("data");
    sql::write_tables(&intake.county, &data).unwrap_or_else(|error| panic!("{error}"));
    for dialect in [Dialect::DuckDb, Dialect::Spark] {
        let views = [&VIEWS[..], &decided_views()].concat();
        let out = run(dialect, &place, &data, as_of, &settings, &views);
        let engine = dialect.name();
        let answered = |view: &str| of_view(&out, view);
        same("figures", engine, answered("figures"), figures(&report));
        let months = report.maturities.iter().map(|row| named(row, &[]));
        same(
            "maturities",
            engine,
            answered("maturities"),
            months.collect(),
        );
        let mut without = to_value(&report.not_in_roster).expect("JSON");
        without.as_object_mut().expect("fields").remove("first");
        same(
            "not_in_roster",
            engine,
            answered("not_in_roster"),
            vec![of_report(&without)],
        );
        same(
            "credit_villages",
            engine,
            answered("credit_villages"),
            credit_villages(&report),
        );
        let counts = answered("check_counts");
        let checks: Vec<&str> = counts.iter().map(|row| row["check_id"].as_str()).collect();
        assert!(checks.len() >= 6);
        let (standings, verdicts) = by_loan(&book, &checks);
        let mut stand = answered("loan_standing");
        for row in &mut stand {
            let class = row["class"].clone();
            row.insert("class_number".to_owned(), class);
        }
        same("loan_standing", engine, stand, standings);
        same(
            "check_verdicts",
            engine,
            answered("check_verdicts"),
            verdicts,
        );
        let rows = said
            .checks
            .iter()
            .filter(|row| checks.contains(&row.id.as_str()));
        let rows = rows.map(|row| {
            of_report(&json!({
                "check_id": row.id, "loans": row.loans, "households": row.households,
                "amount": row.amount, "undetermined": row.undetermined_loans(),
                "clear": row.clear, "not_applicable": row.not_applicable,
            }))
        });
        same("check_counts", engine, counts.clone(), rows.collect());
        same(
            "subsidy_totals",
            engine,
            answered("subsidy_totals"),
            subsidies(&said),
        );
        decided_agree(engine, &out, &said, &book);
    }
}

#[test]
fn loans_of_every_sort_go_the_same_way_under_a_countys_own_parameters() {
    let place = setup::engines();
    let intake = drawn::intake();
    let as_of: Date = drawn::AS_OF.parse().expect("a day");
    let settings = Settings {
        parameters: drawn::parameters(),
        ..Settings::default()
    };
    let said = policy(&intake.county, as_of, &settings);
    let rulebook = Rulebook::of(&settings.parameters);
    let book = Book::new(&intake.county, as_of, &rulebook);
    let data = place.folder.join("drawn");
    sql::write_tables(&intake.county, &data).unwrap_or_else(|error| panic!("{error}"));
    for dialect in [Dialect::DuckDb, Dialect::Spark] {
        let out = run(dialect, &place, &data, as_of, &settings, &decided_views());
        decided_agree(dialect.name(), &out, &said, &book);
    }
}
