//! 处置: which way every loan goes, its deadline and the conditions that decided, and the batches.

use std::path::Path;

use credit_atlas::policy::book::{Book, Case};
use credit_atlas::policy::disposition::{self, Holds, extension_conditions, renewal_conditions};
use credit_atlas::policy::money_source::money_source;
use credit_atlas::policy::verdict::Unknown;
use credit_atlas::report::PolicyReport;
use credit_atlas::report::policy::{BatchRow, MoneySource};
use serde::Serialize;
use serde_json::{Value, json, to_value};

use crate::answers::{Row, of_report, of_view, same};

/// The views whose answers are compared.
pub const VIEWS: [&str; 7] = [
    "loan_dispositions",
    "standing_counts",
    "disposition_batches",
    "week_duties",
    "due_reminders",
    "to_find_out",
    "marked_loans",
];

/// Whether an engine's answers are the report's, and its dispositions the book's.
pub fn agree(engine: &str, out: &Path, said: &PolicyReport, book: &Book<'_>) {
    let answered = |view: &str| of_view(out, view);
    let compare = |view: &str, ours: Vec<Row>| same(view, engine, answered(view), ours);
    let report = &said.dispositions;
    compare("loan_dispositions", by_loan(book));
    let standings = report.standings.iter();
    let standings = standings.filter(|row| row.loans.loans > 0).map(|row| {
        of_report(&json!({
            "state": row.state, "": row.loans, "households": row.households,
        }))
    });
    compare("standing_counts", standings.collect());
    let total = report.batches.iter();
    let total = total.filter(|batch| batch.loans.loans > 0);
    let total = total.map(|batch| of_batch("total", "", "", batch));
    let work = report.work.iter();
    let work = work.map(|row| of_batch("work", &row.township, &row.lender, &row.batch));
    compare("disposition_batches", total.chain(work).collect());
    let week = report.week.iter().map(|row| {
        of_report(&json!({
            "by_day": row.by, "duty": row.duty, "township": row.township, "": row.loans,
        }))
    });
    compare("week_duties", week.collect());
    let reminders = report.reminders.iter().map(|row| {
        let mut value = json!({"township": row.township});
        for (days, loans) in report.windows.iter().zip(&row.within) {
            value[format!("within_{days}")] = json(loans);
        }
        of_report(&value)
    });
    compare("due_reminders", reminders.collect());
    let missing = report.missing.iter();
    let missing = missing.map(|row| {
        of_report(&json!({
            "lacks": lacks(&row.unknown), "": row.loans,
        }))
    });
    compare("to_find_out", missing.collect());
    let marked = json!({"candidates": report.candidates, "hidden": report.hidden});
    compare("marked_loans", vec![of_report(&marked)]);
}

fn json(value: &impl Serialize) -> Value {
    to_value(value).expect("JSON")
}

/// What would have to be known, as the views write it: its kind and its name.
pub fn lacks(unknown: &Unknown) -> String {
    let value = json(unknown);
    let text = |part: &str| value[part].as_str().expect("a word").to_owned();
    format!("{}:{}", text("lacks"), text("what"))
}

fn of_batch(kind: &str, township: &str, lender: &str, batch: &BatchRow) -> Row {
    let mut value = json(batch);
    let loans = value["loans"].take();
    value["loans"] = loans["loans"].clone();
    value["outstanding_principal"] = loans["outstanding_principal"].clone();
    value["group_kind"] = json!(kind);
    value["township"] = json!(township);
    value["lender"] = json!(lender);
    of_report(&value)
}

fn by_loan(book: &Book<'_>) -> Vec<Row> {
    book.cases().map(|case| of_loan(&case)).collect()
}

fn of_loan(case: &Case<'_>) -> Row {
    let decided = disposition::of(case);
    let deadline = decided.deadline;
    let mut value = json!({
        "loan_number": case.book().county().loans.number(case.row()),
        "branch": decided.reason.branch,
        "disposition": decided.disposition,
        "duty": deadline.map(|deadline| deadline.duty),
        "deadline": deadline.and_then(|deadline| deadline.by.ok()),
        "money": MoneySource::from(money_source(case, case.as_of())),
        "is_candidate": decided.is_candidate,
    });
    let renewal = renewal_conditions(case, &decided.standing);
    for condition in renewal {
        value[renewal_column(&json(&condition.which))] = json!(holds(condition.holds));
    }
    for condition in extension_conditions(case) {
        value[extension_column(&json(&condition.which))] = json!(holds(condition.holds));
    }
    of_report(&value)
}

fn holds(holds: Holds) -> String {
    match holds {
        Holds::Met => "met".to_owned(),
        Holds::NotMet => "not_met".to_owned(),
        Holds::Unknown(unknown) => lacks(&unknown),
    }
}

fn renewal_column(which: &Value) -> &str {
    match which.as_str().expect("a word") {
        "times_left" => "renewals_left",
        other => other,
    }
}

fn extension_column(which: &Value) -> &str {
    match which.as_str().expect("a word") {
        "times_left" => "extensions_left",
        other => other,
    }
}
