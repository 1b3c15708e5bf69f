//! What was read, as an expectation writes it.

use std::fmt::Write as _;

use credit_atlas::domain::field::Content;
use credit_atlas::domain::{Ability, Cause, Symbol, Willingness};
use credit_atlas::domain::{County, Facts, FileKind, Guarantee, HouseholdId, Loan, Product};
use credit_atlas::intake::file_read::Intake;
use credit_atlas::report::{
    Certainty, ColumnReading, Fen, Field, FileReading, Finding, Reading, UnitFrom,
};
use credit_atlas::text::{Lang, finding};

/// A value of plain data as one word, or as JSON.
pub fn word<T: serde::Serialize>(value: T) -> String {
    let value = serde_json::to_value(value).expect("plain data");
    match value.as_str() {
        Some(word) => word.to_owned(),
        None => value.to_string(),
    }
}

fn file(out: &mut String, file: &FileReading) {
    if let Some(sheet) = &file.sheet {
        let _ = write!(out, "sheet {sheet}: ");
    }
    let _ = write!(out, "{}", word(file.kind));
    if let (Some(encoding), Some(separator)) = (file.encoding, file.separator) {
        let _ = write!(out, ", {}, {}", word(encoding), word(separator));
    }
    if let Some(header) = file.header {
        let _ = write!(out, ", header on line {}", header.line);
        if header.rows > 1 {
            let _ = write!(out, " of {} rows", header.rows);
        }
    }
    if file.is_by_profile {
        let _ = write!(out, ", known by the profile");
    }
    let (rows, used, set_aside) = (file.rows, file.used, file.set_aside);
    let _ = write!(out, ", {rows} rows = {used} used + {set_aside} set aside");
    if file.mended > 0 {
        let _ = write!(out, ", {} mended", file.mended);
    }
    let _ = writeln!(out);
    for (at, read) in file.columns.iter().enumerate() {
        if !is_plainly_sure(read) {
            let _ = writeln!(out, "= column {}: {}", at + 1, column(read));
        }
    }
    for (step, hits) in file.choices.steps.iter().zip(&file.step_hits) {
        let header = &step.column.header;
        let (found, becomes) = (&step.found, &step.becomes);
        let _ = writeln!(out, "+ 「{header}」「{found}」→「{becomes}」: {hits} cells");
    }
}

/// Nothing is to be asked about such a column: its meaning and unit stand in its header and all its cells agree, or it was
/// left out for a reason that a finding gives.
fn is_plainly_sure(column: &ColumnReading) -> bool {
    let has_reason = column.personal.is_some() && column.field.is_none();
    let fits = column.fit.is_none_or(|(good, all)| good == all);
    let is_sure = column.certainty == Some(Certainty::Sure) && fits;
    let names_unit = column.unit_from.is_none_or(|from| from == UnitFrom::Header);
    has_reason || is_sure && names_unit
}

fn column(column: &ColumnReading) -> String {
    let mut out = format!("「{}」", column.header);
    if column.occurrence > 1 {
        let _ = write!(out, " (no. {})", column.occurrence);
    }
    match column.field {
        Some(field) => {
            let _ = write!(out, " is {}", word(field));
        }
        None => {
            let _ = write!(out, " is not read");
        }
    }
    if let Some(certainty) = column.certainty {
        let _ = write!(out, ", {}", word(certainty));
    }
    if let Some((good, all)) = column.fit.filter(|(good, all)| good != all) {
        let _ = write!(out, ", {good} of {all} cells fit");
    }
    if let (Some(unit), Some(from)) = (column.unit, column.unit_from) {
        let _ = write!(out, ", {} ({})", word(unit), word(from));
    }
    out
}

fn one_finding(out: &mut String, finding: &Finding, files: &[FileReading]) {
    let place = match (finding.line, finding.column) {
        (Some(line), Some(column)) => format!("line {line}, column {column}"),
        (Some(line), None) => format!("line {line}"),
        (None, Some(column)) => format!("column {column}"),
        (None, None) => "whole file".to_owned(),
    };
    let found = match &finding.found {
        Some(found) => format!("「{found}」"),
        None => "nothing shown".to_owned(),
    };
    let _ = writeln!(
        out,
        "- {place}: {found}, {}, {}",
        word(&finding.problem),
        word(finding.outcome)
    );
    for lang in [Lang::Zh, Lang::En] {
        let _ = writeln!(out, "  {}", finding::sentence(finding, files, lang));
    }
}

/// The files, their findings and how much of them is used.
pub fn reading(out: &mut String, reading: &Reading, intake: &Intake) {
    for read in &reading.files {
        let _ = writeln!(out);
        file(out, read);
        for finding in &read.findings {
            one_finding(out, finding, &reading.files);
        }
    }
    if !reading.findings.is_empty() {
        let _ = writeln!(out, "\nall files together");
    }
    for finding in &reading.findings {
        one_finding(out, finding, &reading.files);
    }
    let owed = intake.county.loans.iter();
    let balance: Fen = owed.map(|loan| loan.outstanding_principal).sum();
    let _ = write!(out, "\nused: {} loans, balance {balance}", reading.loans);
    if let Some(households) = reading.roster_households {
        let _ = write!(out, ", {households} households of the roster");
    }
    if let Some(villages) = reading.villages {
        let _ = write!(out, ", {villages} villages of the table");
    }
    if let Some(boundaries) = reading.boundaries {
        let _ = write!(out, ", {boundaries} boundaries");
    }
    let _ = writeln!(out);
}

/// The loans that are used, with everything that was read of them.
pub fn loans(out: &mut String, county: &County) {
    for row in 0..county.loans.len() {
        let loan = county.loans.loan(row);
        let _ = write!(out, "* {}", county.loans.number(row));
        let _ = write!(out, " {}", county.households.number(loan.household));
        let township = county.places.township_of(loan.village);
        let _ = write!(out, ", {}", county.places.township_name(township));
        let _ = write!(out, " {}", county.places.village_name(loan.village));
        let _ = write!(out, ", {}", county.loans.lenders.text(loan.lender));
        let (lent, owed) = (loan.disbursed_principal, loan.outstanding_principal);
        let _ = write!(out, ", {lent} lent, {owed} owed");
        let _ = write!(
            out,
            ", {} to {}",
            loan.disbursement_date, loan.maturity_date
        );
        let _ = writeln!(out, "{}", more(county, &loan, row));
    }
}

fn more(county: &County, loan: &Loan, row: usize) -> String {
    let purposes = &county.loans.purposes;
    let purpose = loan
        .purpose
        .map(|purpose| purposes.text(purpose).into_owned());
    let all = [
        ("extended to", loan.extended_maturity_date.map(word)),
        ("settled", loan.settlement_date.map(word)),
        (
            "rate",
            loan.annual_interest_rate.map(|rate| rate.to_string()),
        ),
        ("for", purpose),
        ("class", loan.reported_class.map(word)),
        ("status", loan.status.map(word)),
    ];
    let mut out = String::new();
    for (name, value) in all {
        if let Some(value) = value {
            let _ = write!(out, ", {name} {value}");
        }
    }
    for field in Field::optional(FileKind::Loans) {
        if let Some(value) = fact(&county.loans.facts, *field, row) {
            let _ = write!(out, ", {} {value}", word(field));
        }
    }
    out
}

fn fact(facts: &Facts, field: Field, row: usize) -> Option<String> {
    match field.content() {
        Content::Money => facts.money(field, row).map(|amount| amount.to_string()),
        Content::Day => facts.day(field, row).map(|day| day.to_string()),
        Content::Count => facts.count(field, row).map(|count| count.to_string()),
        Content::YesNo => facts.flag(field, row).map(|flag| flag.to_string()),
        Content::Text | Content::Identifier => facts.text(field, row).map(str::to_owned),
        Content::Word => match field {
            Field::Product => facts.word::<Product>(row).map(word),
            Field::Guarantee => facts.word::<Guarantee>(row).map(word),
            Field::Ability => facts.word::<Ability>(row).map(word),
            Field::Willingness => facts.word::<Willingness>(row).map(word),
            Field::Cause => facts.word::<Cause>(row).map(word),
            _ => None,
        },
        Content::Place | Content::Rate | Content::Year | Content::Unread => None,
    }
}

/// The households of the roster, with everything that was read of them.
pub fn households(out: &mut String, county: &County) {
    for index in 0..county.households.len() {
        let id = HouseholdId(index as u32);
        let Some(village) = county.households.roster_village(id) else {
            continue;
        };
        let facts = county.households.facts(id);
        let grade = |grade: Symbol| county.households.credit_grades.text(grade).into_owned();
        let _ = write!(out, "* {}", county.households.number(id));
        let township = county.places.township_of(village);
        let _ = write!(out, ", {}", county.places.township_name(township));
        let _ = write!(out, " {}", county.places.village_name(village));
        let all = [
            ("status", facts.poverty_status.map(word)),
            ("type", facts.household_type.map(word)),
            ("monitored as", facts.monitor_type.map(word)),
            ("monitoring", facts.monitor_state.map(word)),
            ("wish", facts.loan_wish.map(word)),
            ("persons", facts.family_size.map(word)),
            ("of age to work", facts.labour_count.map(word)),
            ("lifted in", facts.exit_year.map(word)),
            ("identified on", facts.identified_on.map(word)),
            ("removed on", facts.removed_on.map(word)),
            ("grade", facts.credit_grade.map(grade)),
            ("line", facts.credit_line.map(|line| line.to_string())),
        ];
        for (name, value) in all {
            if let Some(value) = value {
                let _ = write!(out, ", {name} {value}");
            }
        }
        let _ = writeln!(out);
    }
}
