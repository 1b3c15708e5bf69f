//! 五级分类: the class of a loan by the rule set that the county chose, from days past due on two clocks. Whether what a
//! lender reports may stand is left to the checks; here it is only said where it is better than the least class.
//!
//! The rule set is that in force on the day of the report, for a new rule classifies loans that are there already anew.
//! Days of principal run from the effective maturity date, days of interest from 欠息日期; the worse of the two counts.
//! A threshold that no one gives is passed by no loan.

mod bounds;
mod grade;
mod matrix;

use crate::domain::{County, Date, Field, Guarantee, Loan, RenewalKind, RiskClass, facts::Values};

use super::days_past_due::days_past_due;
use super::parameters::{Parameter, Rulebook};

pub use bounds::Bounds;
pub use grade::Grade;
pub use matrix::{MATRICES, Matrix, MatrixRow};

/// Which rules make a class of days past due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleSet {
    /// 商业银行金融资产风险分类办法, 2023: the least class by days, whatever the guarantee.
    Measures2023,
    /// 农村合作金融机构: credit grade, guarantee and days.
    RuralCooperative,
    /// 银监发〔2007〕63号: guarantee and days.
    SmallEnterprise,
    /// 以银行报送为准; where a lender reports nothing, the measures of 2023.
    AsReported,
}

impl RuleSet {
    /// In the order of the choices of [`Parameter::ClassificationRule`].
    pub const ALL: [RuleSet; 4] = [
        RuleSet::Measures2023,
        RuleSet::RuralCooperative,
        RuleSet::SmallEnterprise,
        RuleSet::AsReported,
    ];
}

/// The rule set in force on a day; that of 2023 where nobody says which.
pub fn rule_set_of(rulebook: &Rulebook, as_of: Date) -> RuleSet {
    let choice = rulebook.value(Parameter::ClassificationRule, as_of);
    let at = choice.and_then(|choice| usize::try_from(choice).ok());
    let known = at.and_then(|at| RuleSet::ALL.get(at));
    known.map_or(RuleSet::Measures2023, |rule_set| *rule_set)
}

/// The days that part the classes on a day where no matrix does.
pub fn bounds_of(rulebook: &Rulebook, as_of: Date) -> Bounds {
    let value = |parameter| rulebook.value(parameter, as_of);
    let thresholds = [
        Parameter::SpecialMentionAfterDays,
        Parameter::SubstandardAfterDays,
        Parameter::DoubtfulAfterDays,
        Parameter::LossAfterDays,
    ];
    let bounds = Bounds::of(thresholds.map(|own| value(own).map_or(Bounds::NEVER, days)));
    bounds.but_not_before(technical_days(rulebook, as_of))
}

/// 技术性逾期 on a day, in days. No document gives a grace: none is given where nobody says so.
pub fn technical_days(rulebook: &Rulebook, as_of: Date) -> u32 {
    let given = rulebook.value(Parameter::TechnicalOverdueDays, as_of);
    given.map_or(0, days)
}

/// The second clock: how long interest is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InterestClock {
    /// No arrears of interest are told, or they do not count.
    Still,
    /// Days since 欠息日期.
    Days(u32),
    /// Interest is owed; since when, the file does not say.
    Undated,
}

/// What decided a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassBasis {
    /// Days of principal.
    Principal,
    /// Days of interest, which are more.
    Interest,
    /// The floor of restructured loans under observation.
    Restructured,
    /// The lender's own report.
    Reported,
    /// The lender's report counts, but there is none: the days counted.
    NotReported,
}

/// How far a loan with a balance is in arrears, and its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrears {
    /// Days past due of principal.
    pub principal_days: u32,
    /// Days past due of interest.
    pub interest: InterestClock,
    /// The worse of both.
    pub days: u32,
    /// The class.
    pub class: RiskClass,
    /// The class that the days alone give.
    pub least: RiskClass,
    /// What decided the class.
    pub basis: ClassBasis,
    /// 隐性不良: the lender's class, where it is better than the days allow.
    pub reported_is_better: Option<RiskClass>,
    /// The days by which it was classified.
    pub bounds: Bounds,
}

/// Makes classes for one county on one day; the rule set and its thresholds are looked up once.
#[derive(Clone, Copy)]
pub struct Classifier<'c> {
    as_of: Date,
    bounds: Bounds,
    /// Whether days of principal and the bounds above are not all there is.
    looks_further: bool,
    county: &'c County,
    rule_set: RuleSet,
    technical_days: u32,
    interest_since: Values<'c>,
    interest_arrears: Values<'c>,
    guarantee: Values<'c>,
    /// Months of observation of restructured loans, where these have a floor.
    observation_months: Option<u32>,
}

impl<'c> Classifier<'c> {
    /// The classifier of a county for a day.
    pub fn new(county: &'c County, as_of: Date, rulebook: &Rulebook) -> Classifier<'c> {
        let value = |parameter| rulebook.value(parameter, as_of);
        let rule_set = rule_set_of(rulebook, as_of);
        let facts = &county.loans.facts;
        let counts_interest = value(Parameter::InterestArrearsCount) != Some(0)
            && (facts.has(Field::InterestArrearsSince) || facts.has(Field::InterestArrears));
        let column = |is_wanted: bool, field| {
            let wanted = is_wanted.then(|| facts.values(field));
            wanted.unwrap_or(Values::default())
        };
        let has_floor = value(Parameter::RestructuredFloor) == Some(1);
        let observation_months = value(Parameter::RestructuredObservationMonths)
            .filter(|_| has_floor)
            .map(days);
        Classifier {
            as_of,
            bounds: bounds_of(rulebook, as_of),
            looks_further: rule_set != RuleSet::Measures2023
                || counts_interest
                || observation_months.is_some(),
            county,
            rule_set,
            technical_days: technical_days(rulebook, as_of),
            interest_since: column(counts_interest, Field::InterestArrearsSince),
            interest_arrears: column(counts_interest, Field::InterestArrears),
            guarantee: facts.values(Field::Guarantee),
            observation_months,
        }
    }

    /// 统计时点
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The rule set.
    pub fn rule_set(&self) -> RuleSet {
        self.rule_set
    }

    /// Days past due of principal, and the class; none without a balance.
    #[inline(always)]
    pub fn past_due(&self, row: usize, loan: &Loan) -> Option<(u32, RiskClass)> {
        let days = days_past_due(loan, self.as_of)?;
        if self.looks_further {
            let arrears = self.arrears_of(row, loan, days);
            return Some((days, arrears.class));
        }
        Some((days, self.bounds.class(days)))
    }

    /// How far a loan is in arrears; none without a balance.
    pub fn arrears(&self, row: usize, loan: &Loan) -> Option<Arrears> {
        let days = days_past_due(loan, self.as_of)?;
        Some(self.arrears_of(row, loan, days))
    }

    #[inline(never)]
    fn arrears_of(&self, row: usize, loan: &Loan, principal_days: u32) -> Arrears {
        let interest = self.interest(row);
        let interest_days = match interest {
            InterestClock::Days(days) => days,
            InterestClock::Still | InterestClock::Undated => 0,
        };
        let days = principal_days.max(interest_days);
        let bounds = self.bounds_of(row, loan);
        let least = bounds.class(days);
        let by_days = if interest_days > principal_days {
            ClassBasis::Interest
        } else {
            ClassBasis::Principal
        };
        let (class, basis) = self.class_of(row, loan, least, by_days);
        Arrears {
            principal_days,
            interest,
            days,
            class,
            least,
            basis,
            reported_is_better: loan.reported_class.filter(|reported| *reported < least),
            bounds,
        }
    }

    fn class_of(
        &self,
        row: usize,
        loan: &Loan,
        least: RiskClass,
        by_days: ClassBasis,
    ) -> (RiskClass, ClassBasis) {
        if self.rule_set == RuleSet::AsReported {
            return match loan.reported_class {
                Some(reported) => (reported, ClassBasis::Reported),
                None => (least, ClassBasis::NotReported),
            };
        }
        if least < RiskClass::SpecialMention && self.is_observed(row, loan) {
            return (RiskClass::SpecialMention, ClassBasis::Restructured);
        }
        (least, by_days)
    }

    /// The second clock of a row. Arrears of nothing are none, whatever day stands beside them.
    fn interest(&self, row: usize) -> InterestClock {
        let amount = self.interest_arrears.get(row);
        if amount.is_some_and(|amount| amount <= 0) {
            return InterestClock::Still;
        }
        match self.interest_since.get(row) {
            Some(since) => {
                let days = i64::from(self.as_of.days()).saturating_sub(since);
                InterestClock::Days(u32::try_from(days.max(0)).unwrap_or(u32::MAX))
            }
            None if amount.is_some() => InterestClock::Undated,
            None => InterestClock::Still,
        }
    }

    /// The days by which a loan is classified.
    fn bounds_of(&self, row: usize, loan: &Loan) -> Bounds {
        let bounds = match self.rule_set {
            RuleSet::Measures2023 | RuleSet::AsReported => return self.bounds,
            RuleSet::SmallEnterprise => matrix::small_enterprise(self.guarantee(row)),
            RuleSet::RuralCooperative => {
                let grade = grade::of(self.county, row, loan.household);
                matrix::rural_cooperative(grade, self.guarantee(row))
            }
        };
        bounds.but_not_before(self.technical_days)
    }

    /// 担保方式; these loans are 信用 where the file does not say otherwise, and no guarantee is classified more strictly.
    fn guarantee(&self, row: usize) -> Guarantee {
        let code = self
            .guarantee
            .get(row)
            .and_then(|own| usize::try_from(own).ok());
        let own = code.and_then(|code| <Guarantee as crate::domain::FactWord>::ALL.get(code));
        own.copied().unwrap_or(Guarantee::Credit)
    }

    /// Whether a loan is restructured and still observed. 展期 is observed from the contract's own maturity date, 借新还旧
    /// from disbursement; 续贷 without repayment is for households that are able, and is no restructuring.
    fn is_observed(&self, row: usize, loan: &Loan) -> bool {
        let Some(months) = self.observation_months else {
            return false;
        };
        let kind = self.county.loans.renewal_kind(row);
        let from = match kind {
            Some(RenewalKind::Refinancing) => loan.disbursement_date,
            Some(RenewalKind::Extension) => loan.maturity_date,
            _ if loan.extended_maturity_date.is_some() => loan.maturity_date,
            _ => return false,
        };
        self.as_of < from.plus_months(months)
    }
}

/// A parameter's whole number as days or months.
fn days(value: i64) -> u32 {
    u32::try_from(value.max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
