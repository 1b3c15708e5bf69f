//! A21 代偿分担不符: whether government and bank shared a payout as their agreement says.
//!
//! Whether the whole claim was rightly worked out is left to 风险补偿; whether money recovered later was handed on
//! stands in no column.

use crate::domain::{Fen, Field};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Unknown, Verdict};

use super::{Decide, Need, Rule, Severity, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A21",
    severity: Severity::Violation,
    source: "达川脱贫攻坚办〔2019〕90号 三(三)；分担比例由县填写",
    needs: &[Need::Column(&[Field::PayoutByGovernment])],
    parameters: &[Parameter::GovernmentShare],
    asked_on: disbursement_day,
    branches: &["share"],
    amount: paid_out,
    decide: Decide::Loan(decide),
};

fn paid_out(case: &Case<'_>) -> Fen {
    let mut sum = Fen::ZERO;
    let parts = [Field::PayoutByGovernment, Field::PayoutByBank];
    for part in parts.into_iter().filter_map(|field| case.money(field)) {
        sum += part;
    }
    sum
}

fn decide(case: &Case<'_>) -> Verdict {
    let parts = [Field::PayoutByGovernment, Field::PayoutByBank].map(|field| case.money(field));
    let (government, bank) = match parts {
        [Some(government), Some(bank)] => (government, bank),
        [None, None] if case.day(Field::PayoutDate).is_none() => return Verdict::NotApplicable,
        [None, _] => return Verdict::lacks(Field::PayoutByGovernment),
        [_, None] => return Verdict::lacks(Field::PayoutByBank),
    };
    let Some(share) = case.parameter(Parameter::GovernmentShare) else {
        return Verdict::Undetermined(Unknown::Parameter(Parameter::GovernmentShare));
    };
    let claim = i128::from(government.0) + i128::from(bank.0);
    if claim == 0 {
        return Verdict::NotApplicable;
    }
    let parts = i128::from(government.0) * WHOLE;
    // Less than a fen apart is how the share was rounded.
    if (parts - claim * i128::from(share)).abs() < WHOLE {
        return Verdict::Clear;
    }
    let own = i64::try_from(parts / claim).unwrap_or(i64::MAX);
    Verdict::caught(
        "share",
        [
            Figure::Money(government),
            Figure::Money(bank),
            Figure::Percent(own),
            Figure::Percent(share),
        ],
    )
}

/// The whole, in hundredths of a percent.
const WHOLE: i128 = 10_000;
