//! One loan in full: what the register knows of it, and its row as the file has it.

use crate::domain::Date;
use crate::domain::loan::Source;
use crate::intake::file_read::{FileRead, Intake, cells_of_row};
use crate::intake::personal::masked;
use crate::policy::classification::Classifier;
use crate::policy::parameters::Rulebook;

use super::super::{LoanDetail, RawCell, Settings};
use super::page::row;

/// Which bytes of which of the files given hold a loan's row: file, first byte, length. None if there is no such loan.
pub fn bytes_of(intake: &Intake, at: u64) -> Option<(u32, u64, u64)> {
    let at = usize::try_from(at)
        .ok()
        .filter(|&at| at < intake.county.loans.len())?;
    let source = intake.county.loans.source(at);
    let file = intake.files.get(source.file as usize)?;
    let (start, length) = file.needed_for(source);
    Some((file.given, start, length))
}

/// One loan in full; `bytes` are those that [`bytes_of`] names. None if there is no such loan.
pub fn detail(
    intake: &Intake,
    as_of: Date,
    settings: &Settings,
    at: u64,
    bytes: &[u8],
) -> Option<LoanDetail> {
    let county = &intake.county;
    let classifier = Classifier::new(county, as_of, &Rulebook::of(&settings.parameters));
    let at = usize::try_from(at)
        .ok()
        .filter(|&at| at < county.loans.len())?;
    let (loan, source) = (county.loans.loan(at), county.loans.source(at));
    let file = &intake.files[source.file as usize];
    let of_household = county.loans.households().iter().enumerate();
    let others =
        of_household.filter(|&(other, household)| *household == loan.household && other != at);
    Some(LoanDetail {
        row: row(county, &classifier, at),
        annual_interest_rate: loan.annual_interest_rate,
        purpose: loan
            .purpose
            .map(|symbol| county.loans.purposes.text(symbol).into_owned()),
        reported_class: loan.reported_class,
        status: loan.status,
        settlement_date: loan.settlement_date,
        file: file.name.clone(),
        line: source.line,
        cells: cells(file, source, bytes),
        household_loans: others
            .map(|(other, _)| row(county, &classifier, other))
            .collect(),
    })
}

/// The cells of a row as the file has them; none where the file no longer holds it.
fn cells(file: &FileRead, source: Source, bytes: &[u8]) -> Vec<RawCell> {
    let Some(row) = file.row_of(source, bytes) else {
        return Vec::new();
    };
    let cell = |(header, text): (String, String)| RawCell {
        header,
        text: masked(&text).into_owned(),
    };
    cells_of_row(file, &row).into_iter().map(cell).collect()
}
