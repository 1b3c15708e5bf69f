//! A17 续贷展期不合规: whether a loan was renewed or extended too often, too late, or by a chain of renewals.
//!
//! Files give no day on which an extension was signed; a renewal's is the day of the new loan, where it names the old one.

use crate::domain::{Date, Field, RenewalKind};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Unknown, Verdict};

use super::{Decide, Need, Rule, Severity, balance};

pub(super) const RULE: Rule = Rule {
    id: "A17",
    severity: Severity::Suspicion,
    source: "达川脱贫攻坚办〔2019〕90号 三(二)；川扶贫发〔2019〕2号",
    needs: &[Need::Column(&[
        Field::RenewalKind,
        Field::RenewalCount,
        Field::Renewed,
        Field::Extended,
        Field::ExtendedMaturityDate,
        Field::RenewedFrom,
    ])],
    parameters: &[
        Parameter::MostRenewals,
        Parameter::MostExtensions,
        Parameter::RenewalLastSigningDay,
    ],
    asked_on: signing_rule_day,
    branches: &[
        "after_last_day",
        "after_due",
        "chain",
        "renewals",
        "extensions",
    ],
    amount: balance,
    decide: Decide::Loan(decide),
};

/// By when a renewal must be signed, the rules of the loan before say: it is that one's term which goes on.
fn signing_rule_day(case: &Case<'_>, parameter: Parameter) -> Date {
    let earlier = case.renewed_row().map(|row| case.book().case(row).loan);
    match (parameter, earlier) {
        (Parameter::RenewalLastSigningDay, Some(earlier)) => earlier.disbursement_date,
        _ => case.loan.disbursement_date,
    }
}

fn decide(case: &Case<'_>) -> Verdict {
    let of_earlier = of_earlier_loan(case);
    if let Some(caught) = of_earlier.filter(Verdict::is_caught) {
        return caught;
    }
    let of_count = of_count(case);
    if of_count.is_caught() {
        return of_count;
    }
    match of_earlier {
        Some(unknown @ Verdict::Undetermined(_)) => unknown,
        _ => of_count,
    }
}

/// What the loan that this one renewed tells; none where there is no such loan in the files.
fn of_earlier_loan(case: &Case<'_>) -> Option<Verdict> {
    let earlier = case.book().case(case.renewed_row()?);
    let signed = case.loan.disbursement_date;
    let due = earlier.loan.effective_maturity_date();
    let last = earlier
        .parameter(Parameter::RenewalLastSigningDay)
        .and_then(|days| i32::try_from(days).ok())
        .map(Date::from_days);
    let told = |branch, limit| Verdict::caught(branch, [Figure::Day(signed), Figure::Day(limit)]);
    if let Some(last) = last.filter(|last| signed > *last) {
        return Some(told("after_last_day", last));
    }
    if signed > due {
        return Some(told("after_due", due));
    }
    if earlier.text(Field::RenewedFrom).is_some() {
        return Some(Verdict::caught("chain", [Figure::Day(signed)]));
    }
    Some(match last {
        None => Verdict::Undetermined(Unknown::Parameter(Parameter::RenewalLastSigningDay)),
        Some(_) => Verdict::Clear,
    })
}

/// What the number of renewals or extensions tells.
fn of_count(case: &Case<'_>) -> Verdict {
    let kind = kind(case);
    let count = case.count(Field::RenewalCount);
    match (kind, count) {
        (Some(RenewalKind::None), None | Some(0)) | (None, Some(0)) => {
            return Verdict::NotApplicable;
        }
        _ => {}
    }
    let limits = [Parameter::MostRenewals, Parameter::MostExtensions];
    let [renewals, extensions] = limits.map(|parameter| case.parameter(parameter));
    let (branch, limit, parameter) = match kind {
        Some(RenewalKind::Extension) => ("extensions", extensions, limits[1]),
        Some(RenewalKind::Renewal | RenewalKind::Refinancing) => ("renewals", renewals, limits[0]),
        // Whichever it was, it must not have been more often than the more often allowed.
        _ if renewals >= extensions => (
            "renewals",
            renewals.filter(|_| extensions.is_some()),
            limits[0],
        ),
        _ => (
            "extensions",
            extensions.filter(|_| renewals.is_some()),
            limits[1],
        ),
    };
    match (count, limit) {
        (Some(count), Some(limit)) if i64::try_from(count).unwrap_or(i64::MAX) > limit => {
            Verdict::caught(
                branch,
                [Figure::Count(count), Figure::Count(limit.unsigned_abs())],
            )
        }
        (_, _) if kind.is_none() => Verdict::lacks(Field::RenewalKind),
        (None, _) => Verdict::lacks(Field::RenewalCount),
        (_, None) => Verdict::Undetermined(Unknown::Parameter(parameter)),
        (Some(_), Some(_)) => Verdict::Clear,
    }
}

/// How the loan went on: a later day due is an extension even where no column says so.
fn kind(case: &Case<'_>) -> Option<RenewalKind> {
    let is_extended = case.loan.extended_maturity_date.is_some();
    match case.renewal_kind() {
        None | Some(RenewalKind::None) if is_extended => Some(RenewalKind::Extension),
        None if case.text(Field::RenewedFrom).is_some() => Some(RenewalKind::Renewal),
        kind => kind,
    }
}
