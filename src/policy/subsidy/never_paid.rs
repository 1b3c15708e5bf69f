//! 漏统: what was due, for the days that the table of subsidies covers, on a loan that was paid nothing; or what would have
//! to be known to tell. A loan on which certainly nothing was due is neither.

use crate::domain::{Fen, FileKind};
use crate::policy::book::Case;
use crate::policy::money_source::{MoneySource, Sources};
use crate::policy::parameters::Parameter;
use crate::policy::verdict::Unknown;

use super::interest::{Amounts, YearDays};
use super::periods::Days;
use super::principal::may_be_owed;
use super::{LoanSubsidy, Subsidy, tolerance};

/// That it cannot be told whether something is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untold {
    /// What would have to be known.
    pub lacks: Unknown,
    /// At most so much is missing, by the year that counts, where that is known.
    pub most: Option<Fen>,
}

/// What is missing on a loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeverPaid {
    /// At least so much was due.
    pub due: Amounts,
    /// The year that counts.
    pub year: YearDays,
}

/// A14: what was due and never paid; none where something was paid, or where nothing was due beyond the tolerance.
/// What is due from a source that is not known counts as due. The lender bears what this costs (seed 二(二)2).
///
/// # Errors
/// What would have to be known, where something may be missing; the table of subsidies where there is none.
pub fn missing(case: &Case<'_>) -> Result<Option<NeverPaid>, Untold> {
    let stretches = case.book().subsidy_coverage().stretches();
    if stretches.is_empty() {
        return Err(Untold {
            lacks: Unknown::Table(FileKind::Subsidies),
            most: None,
        });
    }
    if case.payments().next().is_some() || bears_nothing(case) {
        return Ok(None);
    }
    let subsidy = LoanSubsidy::of(*case);
    let (mut due, mut lacks) = (Subsidy::NOTHING, None);
    let sources = Sources::of(case);
    for stretch in stretches {
        for days in payable(&sources, case, *stretch) {
            match subsidy.and_then(|subsidy| subsidy.of_days(days)) {
                Ok(part) => due = due.plus(&part),
                Err(unknown) if may_be_owed(case, days) => lacks = lacks.or(Some(unknown)),
                Err(_) => {}
            }
        }
    }
    judged(case, subsidy, &due, lacks)
}

/// The parts of a stretch of days for which someone pays, or may.
fn payable(sources: &Sources, case: &Case<'_>, stretch: Days) -> impl Iterator<Item = Days> {
    let parts = sources.parts(case.book().rulebook(), stretch).into_iter();
    let paid = parts.filter(|(_, source)| *source != Ok(MoneySource::Nobody));
    paid.map(|(days, _)| days).filter(|days| !days.is_empty())
}

fn judged(
    case: &Case<'_>,
    subsidy: Result<LoanSubsidy<'_>, Unknown>,
    due: &Subsidy,
    lacks: Option<Unknown>,
) -> Result<Option<NeverPaid>, Untold> {
    let untold = |lacks, most| Err(Untold { lacks, most });
    let subsidy = match (subsidy, lacks) {
        (Ok(subsidy), _) => subsidy,
        (Err(_), Some(unknown)) => return untold(unknown, None),
        (Err(_), None) => return Ok(None),
    };
    let most = lacks.is_none().then(|| due.most.by(subsidy.year));
    let tolerance = match tolerance(case) {
        Ok(tolerance) => tolerance,
        Err(_) if most == Some(Fen::ZERO) => return Ok(None),
        Err(unknown) => return untold(unknown, most),
    };
    if due.least.by_365 > tolerance {
        return Ok(Some(NeverPaid {
            due: due.least,
            year: subsidy.year,
        }));
    }
    match lacks {
        Some(unknown) => untold(unknown, most),
        None if due.most.by_360 <= tolerance => Ok(None),
        None => untold(subsidy.lacks(), most),
    }
}

/// Whether a loan certainly bears no subsidy on any day, whatever else is not known.
fn bears_nothing(case: &Case<'_>) -> bool {
    let rate = case.loan.annual_interest_rate;
    rate.is_some_and(|rate| rate.0 <= 0) || case.parameter(Parameter::SubsidyShare) == Some(0)
}
