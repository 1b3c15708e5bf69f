//! The checks: every verdict on every loan with its reason and amount, what is said of lenders, townships and the
//! county, and every sum of them that the report has.

use std::path::Path;

use credit_atlas::policy::book::Book;
use credit_atlas::policy::rules::{Decide, RULES};
use credit_atlas::policy::verdict::{Unknown, Verdict};
use credit_atlas::report::PolicyReport;
use credit_atlas::report::canonical::name_of;

use crate::answers::{lines_of_view, same_lines};

pub const VIEWS: [&str; 5] = [
    "check_verdicts",
    "check_hits",
    "check_counts",
    "check_townships",
    "check_undetermined",
];

/// Whether an engine's checks are those of the report.
pub fn agree(engine: &str, out: &Path, said: &PolicyReport, book: &Book<'_>) {
    let theirs = |view, columns: &[&str]| lines_of_view(out, view, columns);
    let columns = ["check_id", "loan_number", "verdict", "reason", "amount"];
    let mut answered = theirs("check_verdicts", &columns);
    for line in &mut answered {
        // What is not caught has no amount that counts.
        if !line.contains("\tcaught\t") {
            let end = line.rfind('\t').expect("columns");
            line.truncate(end + 1);
        }
    }
    same_lines("check_verdicts", engine, answered, verdicts(book));
    let columns = ["check_id", "kind", "name", "verdict", "reason", "amount"];
    let answered = theirs("check_hits", &columns);
    same_lines("check_hits", engine, answered, hits(said));
    let columns = [
        "check_id",
        "lacks",
        "loans",
        "households",
        "amount",
        "undetermined",
        "clear",
        "not_applicable",
        "things",
    ];
    let answered = theirs("check_counts", &columns);
    same_lines("check_counts", engine, answered, counts(said));
    let answered = theirs(
        "check_townships",
        &["check_id", "township", "loans", "amount"],
    );
    same_lines("check_townships", engine, answered, townships(said));
    let answered = theirs("check_undetermined", &["check_id", "unknown", "loans"]);
    same_lines("check_undetermined", engine, answered, undetermined(said));
}

/// What would have to be known, as the exported SQL names it.
pub fn unknown(unknown: &Unknown) -> String {
    match unknown {
        Unknown::Fact(field) => name_of(field),
        Unknown::Table(kind) => name_of(kind),
        Unknown::Parameter(parameter) => parameter.name().to_owned(),
        Unknown::EarlierMonths => "earlier_months".to_owned(),
    }
}

fn verdicts(book: &Book<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.lacks(book).is_none()) {
        let Decide::Loan(decide) = rule.decide else {
            continue;
        };
        for case in book.cases() {
            let number = book.county().loans.number(case.row());
            let (verdict, reason, amount) = match decide(&case) {
                Verdict::NotApplicable => ("not_applicable", String::new(), String::new()),
                Verdict::Clear => ("clear", String::new(), String::new()),
                Verdict::Caught(reason) => (
                    "caught",
                    reason.branch.to_owned(),
                    (rule.amount)(&case).0.to_string(),
                ),
                Verdict::Undetermined(what) => ("undetermined", unknown(&what), String::new()),
            };
            lines.push(format!(
                "{}\t{number}\t{verdict}\t{reason}\t{amount}",
                rule.id
            ));
        }
    }
    lines
}

fn hits(said: &PolicyReport) -> Vec<String> {
    let mut lines = Vec::new();
    for check in &said.checks {
        for hit in &check.hits {
            let (verdict, reason) = match (&hit.reason, &hit.unknown) {
                (Some(reason), _) => ("caught", reason.branch.clone()),
                (None, what) => ("undetermined", unknown(&what.expect("a reason"))),
            };
            let (kind, name, amount) = (name_of(&hit.kind), &hit.name, hit.amount.0);
            let id = &check.id;
            lines.push(format!(
                "{id}\t{kind}\t{name}\t{verdict}\t{reason}\t{amount}"
            ));
        }
    }
    lines
}

fn counts(said: &PolicyReport) -> Vec<String> {
    let line = |check: &credit_atlas::report::policy::CheckRow| {
        let lacks = check.lacks.as_ref().map_or(String::new(), unknown);
        format!(
            "{}\t{lacks}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            check.id,
            check.loans,
            check.households,
            check.amount.0,
            check.undetermined_loans(),
            check.clear,
            check.not_applicable,
            check.things_caught(),
        )
    };
    said.checks.iter().map(line).collect()
}

fn townships(said: &PolicyReport) -> Vec<String> {
    let of_check = |check: &credit_atlas::report::policy::CheckRow| -> Vec<String> {
        let rows = check.townships.iter();
        rows.map(|row| {
            let (id, amount) = (&check.id, row.amount.0);
            format!("{id}\t{}\t{}\t{amount}", row.township, row.loans)
        })
        .collect()
    };
    said.checks.iter().flat_map(of_check).collect()
}

fn undetermined(said: &PolicyReport) -> Vec<String> {
    let of_check = |check: &credit_atlas::report::policy::CheckRow| -> Vec<String> {
        let rows = check.undetermined.iter();
        rows.map(|row| format!("{}\t{}\t{}", check.id, unknown(&row.unknown), row.loans))
            .collect()
    };
    said.checks.iter().flat_map(of_check).collect()
}
