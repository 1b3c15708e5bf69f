//! A16 一户多形态: whether the loans that one household owes are reported in several classes.

use crate::domain::Field;
use crate::policy::book::Case;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A16",
    severity: Severity::Suspicion,
    source: "银行台账“一户多形态”栏；银监发〔2007〕54号",
    needs: &[Need::Column(&[Field::RiskClass])],
    parameters: &[],
    asked_on: disbursement_day,
    branches: &["several_classes", "several_classes_besides"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    if !case.loan.is_outstanding() {
        return Verdict::NotApplicable;
    }
    match case.household_in_several_classes() {
        Err(unknown) => Verdict::Undetermined(unknown),
        Ok(None) => Verdict::NotApplicable,
        Ok(Some(false)) => Verdict::Clear,
        Ok(Some(true)) => match case.loan.reported_class {
            Some(class) => Verdict::caught("several_classes", [Figure::Class(class)]),
            None => Verdict::caught("several_classes_besides", []),
        },
    }
}
