//! The exported SQL, unchanged, on Spark and on DuckDB over a hundred thousand generated loans: every figure is the
//! report's.

mod answers;
mod checks;
mod compensation;
mod dispositions;
mod drawn;
mod dues;
mod odd_county;
mod setup;
mod subsidy;
mod variants;

use std::path::{Path, PathBuf};
use std::process::Command;

use answers::{Row, of_report, of_view, same};
use credit_atlas::export::sql::{Asked, Dialect, text};
use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::pack::{command, sql};
use credit_atlas::policy::book::{Book, Case};
use credit_atlas::policy::parameters::Rulebook;
use credit_atlas::policy::standing;
use credit_atlas::report::build::report;
use credit_atlas::report::policy::policy;
use credit_atlas::report::{Date, PolicyReport, Report, Settings};
use credit_atlas::sample;
use serde_json::{json, to_value};

const LOANS: u64 = 100_000;
const VIEWS: [&str; 5] = [
    "figures",
    "maturities",
    "not_in_roster",
    "credit_villages",
    "loan_standing",
];

fn intake(loans: u64) -> Intake {
    let settings = sample::Settings {
        loans,
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

/// The standing of every loan.
fn standings(book: &Book<'_>) -> Vec<Row> {
    let of_loan = |case: Case<'_>| {
        let standing = standing::of(&case);
        let arrears = case.arrears();
        let (state, since) = (to_value(standing.state), to_value(standing.since));
        of_report(&json!({
            "loan_number": book.county().loans.number(case.row()),
            "state": state.expect("JSON"),
            "since": since.expect("JSON"),
            "class_number": arrears.map(|arrears| arrears.class as u8 + 1),
            "days_counted": arrears.map(|arrears| arrears.days),
        }))
    };
    book.cases().map(of_loan).collect()
}

/// One way of asking: what was read, for which day, by which settings, and where the answers are kept.
struct Asking<'i> {
    name: &'i str,
    intake: &'i Intake,
    as_of: Date,
    settings: Settings,
}

/// What an engine answered, and what the report says to the same.
struct Told<'t> {
    engine: &'t str,
    out: &'t Path,
    report: &'t Report,
    said: &'t PolicyReport,
    book: &'t Book<'t>,
}

/// Views, and what compares their answers.
type Compared = (Vec<&'static str>, fn(&Told<'_>));

impl Asking<'_> {
    fn run(&self, place: &setup::Place, dialect: Dialect, views: &[&str]) -> PathBuf {
        let text = text(&Asked {
            as_of: self.as_of,
            parameters: &self.settings.parameters,
            minimum_matured_loans: self.settings.minimum_matured_loans,
            dialect,
        });
        let folder = place.folder.join(self.name);
        let out = folder.join(dialect.name());
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
            .arg(folder.join("data"))
            .arg(&out)
            .args(views);
        engine.current_dir(&out);
        let ran = command::run(&mut engine, "to run the exported SQL");
        ran.unwrap_or_else(|error| panic!("{}: {error}", self.name));
        out
    }

    /// Runs the text on some engines, and compares what they answer with the report.
    fn agree(&self, dialects: &[Dialect], (views, agrees): Compared) {
        let place = setup::engines();
        let county = &self.intake.county;
        let data = place.folder.join(self.name).join("data");
        sql::write_tables(county, &data).unwrap_or_else(|error| panic!("{error}"));
        let report = report(self.intake, self.as_of, &self.settings).expect("loans");
        let said = policy(county, self.as_of, &self.settings);
        let rulebook = Rulebook::of(&self.settings.parameters);
        let book = Book::new(county, self.as_of, &rulebook);
        for dialect in dialects {
            let out = self.run(&place, *dialect, &views);
            agrees(&Told {
                engine: &format!("{} on {}", self.name, dialect.name()),
                out: &out,
                report: &report,
                said: &said,
                book: &book,
            });
        }
    }
}

/// Every figure.
fn everything() -> Compared {
    let of_checks = [&VIEWS[..], &checks::VIEWS, &subsidy::VIEWS].concat();
    let agrees = |told: &Told<'_>| {
        figures_agree(told.engine, told.out, told.report);
        standings_agree(told.engine, told.out, told.book);
        checks::agree(told.engine, told.out, told.said, told.book);
        subsidy::agree(told.engine, told.out, told.said);
        (decided().1)(told);
    };
    ([of_checks, decided().0].concat(), agrees)
}

/// 处置, 风险补偿, 到期 and 户贷企用.
fn decided() -> Compared {
    let views = [&dispositions::VIEWS[..], &compensation::VIEWS, &dues::VIEWS].concat();
    let agrees = |told: &Told<'_>| {
        dispositions::agree(told.engine, told.out, told.said, told.book);
        compensation::agree(told.engine, told.out, told.said, told.book);
        dues::agree(told.engine, told.out, told.said);
    };
    (views, agrees)
}

fn figures_agree(engine: &str, out: &Path, report: &Report) {
    let answered = |view: &str| of_view(out, view);
    same("figures", engine, answered("figures"), figures(report));
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
        credit_villages(report),
    );
}

fn standings_agree(engine: &str, out: &Path, book: &Book<'_>) {
    let mut stand = of_view(out, "loan_standing");
    for row in &mut stand {
        let class = row["class"].clone();
        row.insert("class_number".to_owned(), class);
    }
    same("loan_standing", engine, stand, standings(book));
}

#[test]
fn every_figure_is_the_reports_on_spark_and_on_duckdb() {
    let intake = intake(LOANS);
    let asking = Asking {
        name: "as_shipped",
        intake: &intake,
        as_of: "2019-11-30".parse().expect("a day"),
        settings: Settings::default(),
    };
    asking.agree(&Dialect::ALL, everything());
}

#[test]
fn loans_of_every_sort_go_the_same_way_under_a_countys_own_parameters() {
    let asking = Asking {
        name: "drawn",
        intake: &drawn::intake(),
        as_of: drawn::AS_OF.parse().expect("a day"),
        settings: Settings {
            parameters: drawn::parameters(),
            ..Settings::default()
        },
    };
    asking.agree(&Dialect::ALL, decided());
}
