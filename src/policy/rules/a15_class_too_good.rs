//! A15 分类偏优（隐性不良）: whether the lender reports a better class than the days past due allow.
//!
//! Loans without a balance are left out. A class worse than the days ask for is the lender's own judgement. Arrears of
//! interest since nobody knows when may ask for any class: then only what is caught by principal alone is certain.

use crate::domain::{Field, RiskClass};
use crate::policy::book::Case;
use crate::policy::classification::InterestClock;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity, balance, report_day};

pub(super) const RULE: Rule = Rule {
    id: "A15",
    severity: Severity::Suspicion,
    source: "银保监会、人民银行令〔2023〕第1号 第九至十二条",
    needs: &[Need::Column(&[Field::RiskClass])],
    parameters: &[
        Parameter::ClassificationRule,
        Parameter::SpecialMentionAfterDays,
        Parameter::SubstandardAfterDays,
        Parameter::DoubtfulAfterDays,
        Parameter::LossAfterDays,
        Parameter::InterestArrearsCount,
    ],
    asked_on: report_day,
    branches: &["hidden_non_performing", "better"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let Some(arrears) = case.arrears() else {
        return Verdict::NotApplicable;
    };
    let (days, least) = (arrears.days, arrears.least);
    let reported = case.loan.reported_class;
    let is_open = arrears.interest == InterestClock::Undated && reported != Some(RiskClass::Loss);
    let Some(reported) = reported.filter(|reported| *reported < least) else {
        return match reported {
            None if least > RiskClass::Pass => Verdict::lacks(Field::RiskClass),
            _ if is_open => Verdict::lacks(Field::InterestArrearsSince),
            _ => Verdict::Clear,
        };
    };
    let is_hidden = least.is_non_performing() && !reported.is_non_performing();
    let branch = if is_hidden {
        "hidden_non_performing"
    } else {
        "better"
    };
    Verdict::caught(
        branch,
        [
            Figure::Days(i64::from(days)),
            Figure::Class(reported),
            Figure::Class(least),
        ],
    )
}
