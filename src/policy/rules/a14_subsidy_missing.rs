//! A14 应贴未贴（漏统）: whether a loan to which subsidy was due for the days of the table has not been paid anything.
//!
//! The lender bears what this costs (seed 二(二)2). A loan that lacks only some periods is left to 贴息.

use crate::domain::{Fen, FileKind};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::subsidy::never_paid::missing;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A14",
    severity: Severity::Suspicion,
    source: "达川脱贫攻坚办〔2019〕90号 二(二)2：漏统的由银行承担",
    needs: &[Need::Table(FileKind::Subsidies)],
    parameters: &[
        Parameter::SubsidyShare,
        Parameter::SubsidisedLimit,
        Parameter::SubsidyRateIsCapped,
        Parameter::RemovedHouseholds,
        Parameter::UnsupportedHouseholds,
        Parameter::EnterpriseUseIsSubsidised,
        Parameter::InterestYearDays,
        Parameter::SubsidyTolerance,
    ],
    asked_on: disbursement_day,
    branches: &["missing"],
    amount: not_paid,
    decide: Decide::Loan(decide),
};

/// What was due, by the year that counts.
fn not_paid(case: &Case<'_>) -> Fen {
    let due = missing(case).ok().flatten();
    due.map_or(Fen::ZERO, |missing| missing.due.by(missing.year))
}

fn decide(case: &Case<'_>) -> Verdict {
    if case.payments().next().is_some() {
        return Verdict::NotApplicable;
    }
    match missing(case) {
        Err(untold) => Verdict::Undetermined(untold.lacks),
        Ok(None) => Verdict::Clear,
        Ok(Some(missing)) => {
            let due = missing.due.by(missing.year);
            let told = [due, case.loan.disbursed_principal];
            Verdict::caught("missing", told.map(Figure::Money))
        }
    }
}
