//! From what was read to the report of a day.

mod counted;

use std::collections::BTreeSet;

use crate::domain::{County, Date, Field, FileKind, TownshipId, VillageId, county::VillageFacts};
use crate::indicators::compute::{Computed, figures};
use crate::indicators::credit_village::{CreditVillageRow, RepaymentBasis};
use crate::indicators::figures::{LoanPlace, NotInRoster};
use crate::indicators::ranking::rank;
use crate::indicators::tally::Sum;
use crate::intake::as_of::{days, days_of_names, days_of_titles};
use crate::intake::file_read::{FileRead, Intake};
use crate::policy::assumption::Assumption;

use super::groups;
use super::policy::{ParameterChoices, ParameterFile};
use super::views::{self, View, ViewFile};
use super::{
    AsOfCandidate, AsOfSource, ColumnReading, FileReading, Finding, MapMatch, MapShapes, Outcome,
    Problem, Reading, Report, SCHEMA, Settings, Shape, VillageRow,
};

pub(super) use counted::{counted, lenders, townships};

/// Why there is no report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoLoans;

/// What was understood of the files.
pub fn reading(intake: &Intake) -> Reading {
    let county = &intake.county;
    let has = |kind: FileKind| {
        intake
            .files
            .iter()
            .any(|file| file.kind == kind && file.used > 0)
    };
    let mut files: Vec<FileReading> = intake.files.iter().map(file).collect();
    let (parameters, views) = forms(intake, &mut files);
    Reading {
        files,
        findings: intake.findings.clone(),
        as_of_candidates: candidates(&intake.files),
        loans: county.loans.len() as u64,
        roster_households: county
            .has_roster
            .then_some(county.households.roster_count() as u64),
        villages: has(FileKind::Villages).then_some(county.villages.len() as u64),
        boundaries: has(FileKind::Boundaries).then_some(county.boundaries.len() as u64),
        profile: intake.profile.clone(),
        parameters,
        views,
        places: intake.places.clone(),
    }
}

/// What the files of parameters and views say; one that cannot be read is set aside.
fn forms(intake: &Intake, files: &mut [FileReading]) -> (Option<ParameterChoices>, Vec<View>) {
    let (mut parameters, mut all) = (None, Vec::new());
    for kept in &intake.kept {
        let is_read = if kept.kind == FileKind::Parameters {
            let read = ParameterFile::read(&kept.text).ok();
            let is_read = read.is_some();
            parameters = read.or(parameters);
            is_read
        } else {
            let read = ViewFile::read(&kept.text);
            let is_read = read.is_some();
            views::add(&mut all, read.into_iter().flatten());
            is_read
        };
        if let Some(file) = files.get_mut(kept.file as usize).filter(|_| !is_read) {
            file.set_aside = file.rows;
            file.used = 0;
            file.findings_total += 1;
            file.findings.push(Finding {
                file: kept.file,
                line: None,
                column: None,
                header: None,
                found: None,
                problem: Problem::DamagedForm {
                    file_kind: kept.kind,
                },
                outcome: Outcome::FileSetAside,
            });
            file.groups = groups::of(&file.findings);
        }
    }
    (parameters, all)
}

fn file(file: &FileRead) -> FileReading {
    FileReading {
        given: file.given,
        name: file.name.clone(),
        sheet: file.sheet.clone(),
        bytes: file.bytes,
        kind: file.kind,
        encoding: file.writing.map(|writing| writing.encoding),
        separator: file.writing.map(|writing| writing.separator),
        header: file.header,
        rows: file.rows,
        used: file.used,
        mended: file.mended,
        choices: file.choices.clone(),
        is_by_profile: file.is_by_profile,
        step_hits: file.step_hits.clone(),
        set_aside: file.rows - file.used,
        columns: file
            .columns
            .iter()
            .map(|column| ColumnReading {
                header: column.name.header.clone(),
                occurrence: column.name.occurrence,
                field: column.field,
                certainty: column.certainty,
                fit: column.fit,
                unit: column.unit,
                unit_from: column.unit_from,
                personal: column.personal,
                is_pseudonymised: column.is_pseudonymised,
            })
            .collect(),
        missing: file.missing.clone(),
        findings_total: file.findings_total,
        findings: file
            .findings
            .iter()
            .take(FileReading::LISTED)
            .cloned()
            .collect(),
        groups: groups::of(&file.findings)
            .into_iter()
            .take(FileReading::GROUPS)
            .collect(),
    }
}

/// The days of the column first, the one with most rows first of all; then the days of the titles, then those of the names.
fn candidates(files: &[FileRead]) -> Vec<AsOfCandidate> {
    let sorted = |days: std::collections::BTreeMap<Date, u64>, source: AsOfSource| {
        let mut days: Vec<AsOfCandidate> = days
            .into_iter()
            .map(|(date, count)| AsOfCandidate {
                date,
                source,
                count,
            })
            .collect();
        days.sort_by_key(|day| (std::cmp::Reverse(day.count), std::cmp::Reverse(day.date)));
        days
    };
    let mut candidates = sorted(days(files), AsOfSource::Column);
    let further = [
        sorted(days_of_titles(files), AsOfSource::Title),
        sorted(days_of_names(files), AsOfSource::FileName),
    ];
    for day in further.into_iter().flatten() {
        if candidates.iter().all(|known| known.date != day.date) {
            candidates.push(day);
        }
    }
    candidates
}

/// The report of a day.
///
/// # Errors
/// Where no loan was read there is nothing to report.
pub fn report(intake: &Intake, as_of: Date, settings: &Settings) -> Result<Report, NoLoans> {
    let county = &intake.county;
    if county.loans.is_empty() {
        return Err(NoLoans);
    }
    let assumption = Assumption::none(as_of);
    let computed = counted(county, &assumption, settings);
    let villages = villages(county, &computed);
    Ok(Report {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        as_of,
        settings: settings.clone(),
        reading: reading(intake),
        total: figures(&computed.total, county.has_roster),
        credit_villages: credit_villages(county, &villages, settings),
        townships: townships(county, &computed),
        villages: villages.into_iter().map(|(_, row)| row).collect(),
        lenders: lenders(county, &computed),
        not_in_roster: not_in_roster(county, &computed),
        map: map(county, &townships_named(county, &computed)),
        maturities: computed.maturities,
        policy: None,
    })
}

/// The villages that a loan, the roster or the village table names; others stood only in rows that were set aside.
fn villages_named<'c>(
    county: &'c County,
    computed: &'c Computed,
) -> impl Iterator<Item = VillageId> + 'c {
    (0..county.places.village_count() as u32)
        .map(VillageId)
        .filter(|id| {
            let tally = &computed.villages[id.0 as usize];
            tally.disbursed.loans > 0
                || tally.households.roster > 0
                || county.villages.contains_key(id)
        })
}

fn townships_named(county: &County, computed: &Computed) -> BTreeSet<TownshipId> {
    villages_named(county, computed)
        .map(|village| county.places.township_of(village))
        .collect()
}

fn villages(county: &County, computed: &Computed) -> Vec<(VillageId, VillageRow)> {
    let mut rows: Vec<(VillageId, VillageRow)> = villages_named(county, computed)
        .map(|id| {
            let row = VillageRow {
                township: county.places.township_name(county.places.township_of(id)),
                village: county.places.village_name(id),
                figures: computed.village(id, county.has_roster),
            };
            (id, row)
        })
        .collect();
    rows.sort_by(|(_, a), (_, b)| (&a.township, &a.village).cmp(&(&b.township, &b.village)));
    rows
}

fn credit_villages(
    county: &County,
    villages: &[(VillageId, VillageRow)],
    settings: &Settings,
) -> super::CreditVillages {
    let basis = if county.loan_fields.contains(&Field::SettlementDate) {
        RepaymentBasis::OnTime
    } else {
        RepaymentBasis::ByAsOf
    };
    let row = |(id, row): &(VillageId, VillageRow)| {
        let facts = county
            .villages
            .get(id)
            .copied()
            .unwrap_or(VillageFacts::UNKNOWN);
        CreditVillageRow {
            rank: None,
            is_tied: false,
            township: row.township.clone(),
            village: row.village.clone(),
            outstanding_loans: row.figures.outstanding_loans,
            matured_loans: row.figures.matured_loans,
            repayment: match basis {
                RepaymentBasis::OnTime => row.figures.on_time_by_loans,
                RepaymentBasis::ByAsOf => row.figures.repaid_by_loans,
            },
            overdue_by_amount: row.figures.overdue_by_amount,
            credit_households: facts.credit_households,
            all_households: facts.all_households,
        }
    };
    rank(
        villages.iter().map(row).collect(),
        basis,
        settings.minimum_matured_loans,
    )
}

fn not_in_roster(county: &County, computed: &Computed) -> NotInRoster {
    let rows = &computed.not_in_roster;
    let place = |row: &u32| {
        let row = *row as usize;
        let (loan, source) = (county.loans.loan(row), county.loans.source(row));
        LoanPlace {
            loan_number: county.loans.number(row),
            file: source.file,
            line: source.line,
            township: county
                .places
                .township_name(county.places.township_of(loan.village)),
            village: county.places.village_name(loan.village),
            outstanding_principal: loan.outstanding_principal,
        }
    };
    let outstanding = rows
        .iter()
        .map(|row| county.loans.loan(*row as usize).outstanding_principal)
        .sum();
    let sum = Sum {
        loans: rows.len() as u64,
        amount: outstanding,
    };
    NotInRoster::of(
        county.has_roster.then_some(sum),
        &computed.total,
        rows.iter().take(NotInRoster::LISTED).map(place).collect(),
    )
}

fn map(county: &County, townships: &BTreeSet<TownshipId>) -> MapMatch {
    let shown: Vec<TownshipId> = county
        .boundaries
        .iter()
        .filter_map(|boundary| boundary.township)
        .collect();
    let mut townships_without_shape: Vec<String> = townships
        .iter()
        .filter(|id| !county.boundaries.is_empty() && !shown.contains(id))
        .map(|id| county.places.township_name(*id))
        .collect();
    townships_without_shape.sort();
    let nameless = county
        .boundaries
        .iter()
        .filter(|boundary| boundary.township.is_none());
    MapMatch {
        features: county.boundaries.len() as u64,
        townships_without_shape,
        shapes_without_township: nameless.map(|boundary| boundary.name.clone()).collect(),
    }
}

/// The shapes of the map.
pub fn map_shapes(county: &County) -> MapShapes {
    let shape = |boundary: &crate::domain::county::Boundary| Shape {
        name: boundary.name.clone(),
        township: boundary.township.map(|id| county.places.township_name(id)),
        rings: boundary.rings.clone(),
    };
    MapShapes {
        shapes: county.boundaries.iter().map(shape).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::session::Session;
    use crate::intake::source::read;

    fn candidates_of(files: &[(&str, &str)]) -> Vec<(String, AsOfSource, u64)> {
        let mut session = Session::new();
        for (name, text) in files {
            read(&mut session, name, text.as_bytes(), 1 << 16);
        }
        let candidates = reading(&session.finish()).as_of_candidates.into_iter();
        candidates
            .map(|day| (day.date.to_string(), day.source, day.count))
            .collect()
    }

    #[test]
    fn a_day_above_the_header_comes_behind_those_of_the_column_and_before_those_of_names() {
        const HEADER: &str =
            "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期";
        const ROW: &str = "L1,H1,东湾镇,石桥村,行,50000,50000,2019-01-01,2020-01-01";
        let titled = format!("台账,统计日期：2019年11月30日\n{HEADER}\n{ROW}\n");
        let plain = format!("{HEADER}\n{ROW}\n").replace("L1", "L2");
        let with_column = format!("{HEADER},数据日期\n{ROW},2019-09-30\n").replace("L1", "L3");
        let roster = "统计日期：2018-12-31\n户编号,乡镇,行政村\nH1,东湾镇,石桥村\n";
        let found = candidates_of(&[
            ("甲行_2019-12-31.csv", &titled),
            ("乙行_2019-11-30.csv", &plain),
            ("丙行.csv", &with_column),
            ("花名册.csv", roster),
        ]);
        let day = |text: &str, source| (text.to_owned(), source, 1);
        assert_eq!(
            found,
            [
                day("2019-09-30", AsOfSource::Column),
                day("2019-11-30", AsOfSource::Title),
                day("2019-12-31", AsOfSource::FileName),
            ]
        );
    }
}
