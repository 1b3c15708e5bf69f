//! A18 续贷展期缺少依据: whether a loan went on although nothing speaks for repayment: no ability, no will, or never looked into.
//!
//! Need of money and evidence for the sharing of risk stand in no column and are left to the file of the loan.

use crate::domain::{Ability, Field, RenewalKind, Willingness};
use crate::policy::book::Case;
use crate::policy::verdict::Verdict;

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A18",
    severity: Severity::Suspicion,
    source: "达川脱贫攻坚办〔2019〕90号 三(二)",
    needs: &[
        Need::Column(&[
            Field::RenewalKind,
            Field::RenewalCount,
            Field::Renewed,
            Field::Extended,
            Field::ExtendedMaturityDate,
            Field::RenewedFrom,
        ]),
        Need::Column(&[Field::Ability, Field::Willingness]),
    ],
    parameters: &[],
    asked_on: disbursement_day,
    branches: &["unwilling", "unable", "not_looked_into"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    match went_on(case) {
        None => return Verdict::lacks(Field::RenewalKind),
        Some(false) => return Verdict::NotApplicable,
        Some(true) => {}
    }
    let will = case.word::<Willingness>();
    let ability = case.word::<Ability>();
    match (will, ability) {
        (Some(Willingness::Poor | Willingness::Malicious), _) => Verdict::caught("unwilling", []),
        (_, Some(Ability::None)) => Verdict::caught("unable", []),
        (Some(Willingness::Unknown), _) | (_, Some(Ability::Unknown)) => {
            Verdict::caught("not_looked_into", [])
        }
        (None, _) => Verdict::lacks(Field::Willingness),
        (_, None) => Verdict::lacks(Field::Ability),
        _ => Verdict::Clear,
    }
}

/// Whether the loan was renewed or extended, as one is that names the loan before; none where the file does not say.
fn went_on(case: &Case<'_>) -> Option<bool> {
    let is_extended = case.loan.extended_maturity_date.is_some();
    let count = case.count(Field::RenewalCount);
    let names_another = case.text(Field::RenewedFrom).is_some();
    if is_extended || names_another || count.is_some_and(|count| count > 0) {
        return Some(true);
    }
    match case.renewal_kind() {
        Some(kind) => Some(kind != RenewalKind::None),
        None => count.map(|count| count > 0),
    }
}
