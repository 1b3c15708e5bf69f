//! One loan, explained: what files say of it and where, what every rule says of it and by which clause and values, its days,
//! and what was paid on it.

mod facts;
mod rules;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::domain::Field;
use crate::intake::file_read::Intake;
use crate::policy::book::{Book, Case};
use crate::policy::classification::{Arrears, ClassBasis, InterestClock};
use crate::policy::disposition::{self, Decided};
use crate::policy::money_source::money_source;
use crate::policy::parameters::Rulebook;
use crate::policy::rules::Severity;
use crate::policy::standing::{self, Deadline};
use crate::policy::verdict::Unknown;

use super::policy::{
    Disposition, Duty, ExtensionCondition, MoneySource, Outcome, Parameter, ReasonRead,
    RenewalCondition, StandingState, Step,
};
use super::{
    AnnualRate, Answered, Date, Fen, Guarantee, PovertyStatus, Product, RenewalKind, RiskClass,
    Settings,
};

pub use crate::domain::household::{HouseholdType, MonitorState, MonitorType};
pub use rules::ParameterTold;

/// One loan, explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explained {
    /// The loan's row in the whole register.
    pub row: u64,
    /// What files say beside what the register shows, each with its place.
    pub facts: Vec<FactTold>,
    /// 五级分类; none for a loan without a balance.
    pub class: Option<ClassTold>,
    /// What it is, and by when what must happen.
    pub standing: StandingTold,
    /// Which way it should go, and why.
    pub disposition: DispositionTold,
    /// 放款日期, on which most rules ask for their parameters.
    pub disbursed: Date,
    /// What every check says, in their order.
    pub checks: Vec<CheckTold>,
    /// The checks that look at the county as a whole and say nothing of one loan, in their order.
    pub county_checks: Vec<String>,
    /// Its days in the order of time.
    pub timeline: Vec<Step>,
    /// The subsidies paid on it, in the order of the files.
    pub payments: Vec<PaymentTold>,
}

/// A row of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPlace {
    /// The file's name.
    pub file: String,
    /// The line the row begins on, from 1.
    pub line: u32,
}

/// Something that a file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactTold {
    /// The column.
    pub field: Field,
    /// What it says.
    pub value: FactValue,
    /// Where; of a household the first of its rows.
    pub place: RowPlace,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum FactValue {
    /// An amount
    Money(Fen),
    /// A day
    Day(Date),
    /// A number of something
    Count(u64),
    /// A yearly rate
    Rate(AnnualRate),
    /// 是 or 否
    Flag(bool),
    /// A text
    Text(String),
    /// 还款能力, 还款意愿 or 逾期原因
    Answered(Answered),
    /// 业务品种
    Product(Product),
    /// 担保方式
    Guarantee(Guarantee),
    /// 续贷展期
    Renewal(RenewalKind),
    /// 脱贫属性
    Poverty(PovertyStatus),
    /// 贫困户属性
    HouseholdType(HouseholdType),
    /// 监测对象类别
    Monitor(MonitorType),
    /// 风险是否消除
    MonitorState(MonitorState),
}

/// What decided a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassBasisTold {
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

/// 五级分类 and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassTold {
    /// The class.
    pub class: RiskClass,
    /// Days past due of principal.
    pub principal_days: u32,
    /// Days past due of interest; none where no interest is owed or no day is told.
    pub interest_days: Option<u32>,
    /// Whether interest is owed since a day that the file does not give.
    pub is_interest_undated: bool,
    /// What decided.
    pub basis: ClassBasisTold,
    /// 隐性不良: the lender's class, where it is better than the days allow.
    pub reported_is_better: Option<RiskClass>,
    /// The parameters it was made with, on the day of the report.
    pub parameters: Vec<ParameterTold>,
}

/// What a loan is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingTold {
    /// What it is.
    pub state: StandingState,
    /// Since when; none where no one says.
    pub since: Option<Date>,
    /// Days in the state so far.
    pub days: Option<i64>,
    /// What must happen next.
    pub next: Option<DeadlineTold>,
    /// The first and last day of the buffer, as far as they are known.
    pub buffer: (Option<Date>, Option<Date>),
    /// The parameters it was made with.
    pub parameters: Vec<ParameterTold>,
}

/// What must happen by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineTold {
    /// What.
    pub duty: Duty,
    /// By when; none where only the county can say.
    pub by: Option<Date>,
    /// What would have to be known to say by when.
    pub lacks: Option<Unknown>,
}

/// A condition and whether it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionTold<W> {
    /// Which one.
    pub which: W,
    /// Whether it holds.
    pub holds: Outcome,
}

/// Which way a loan should go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispositionTold {
    /// Which way.
    pub disposition: Disposition,
    /// Why.
    pub reason: ReasonRead,
    /// Document and article.
    pub clause: String,
    /// By when what must happen.
    pub deadline: Option<DeadlineTold>,
    /// What has to be found out.
    pub missing: Vec<Unknown>,
    /// The conditions of 续贷.
    pub renewal: Vec<ConditionTold<RenewalCondition>>,
    /// The conditions of 展期.
    pub extension: Vec<ConditionTold<ExtensionCondition>>,
    /// From which money subsidy and risk sharing come.
    pub money: MoneySource,
    /// Whether it is overdue out of malice; for those inside only.
    pub is_candidate: bool,
    /// The parameters of the conditions.
    pub parameters: Vec<ParameterTold>,
}

/// What a check says of the loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckTold {
    /// Its id, under which its words stand.
    pub id: String,
    /// How grave its findings are.
    pub severity: Severity,
    /// Documents and articles.
    pub source: String,
    /// What it says.
    pub says: CheckSays,
    /// The parameters it asks.
    pub parameters: Vec<ParameterTold>,
}

/// A check's answer on one loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "says", content = "what", rename_all = "snake_case")]
pub enum CheckSays {
    /// Caught, and why.
    Caught(ReasonRead),
    /// It cannot be told while this is not known.
    Undetermined(Unknown),
    /// Looked at, and in order.
    Clear,
    /// The check does not ask this loan.
    NotApplicable,
}

/// A subsidy paid on the loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentTold {
    /// 计息起日
    pub period_start: Date,
    /// 计息止日
    pub period_end: Date,
    /// 贴息金额
    pub amount: Fen,
    /// 资金来源 as the file writes it
    pub source: Option<String>,
    /// Where it stands.
    pub place: RowPlace,
}

/// One loan, explained for a day under settings. None if there is no such loan.
pub fn explain(intake: &Intake, as_of: Date, settings: &Settings, at: u64) -> Option<Explained> {
    let county = &intake.county;
    let row = usize::try_from(at)
        .ok()
        .filter(|&row| row < county.loans.len())?;
    let rulebook = Rulebook::of(&settings.parameters);
    let book = Book::new(county, as_of, &rulebook);
    let case = book.case(row);
    let asked = rules::Asked {
        choices: &settings.parameters,
        rulebook: &rulebook,
    };
    let decided = disposition::of(&case);
    Some(Explained {
        row: at,
        facts: facts::told(intake, &case),
        class: case.arrears().map(|arrears| class(&arrears, &asked, as_of)),
        standing: standing_told(&case, &decided, &asked),
        disposition: disposition_told(&case, &decided, &asked),
        disbursed: case.loan.disbursement_date,
        checks: rules::told(&book, &case, &asked),
        county_checks: rules::of_county(),
        timeline: standing::steps(&case),
        payments: payments(intake, &case),
    })
}

fn class(arrears: &Arrears, asked: &rules::Asked<'_>, as_of: Date) -> ClassTold {
    const ASKED: &[Parameter] = &[
        Parameter::ClassificationRule,
        Parameter::SpecialMentionAfterDays,
        Parameter::SubstandardAfterDays,
        Parameter::DoubtfulAfterDays,
        Parameter::LossAfterDays,
        Parameter::InterestArrearsCount,
    ];
    ClassTold {
        class: arrears.class,
        principal_days: arrears.principal_days,
        interest_days: match arrears.interest {
            InterestClock::Days(days) => Some(days),
            InterestClock::Still | InterestClock::Undated => None,
        },
        is_interest_undated: arrears.interest == InterestClock::Undated,
        basis: match arrears.basis {
            ClassBasis::Principal => ClassBasisTold::Principal,
            ClassBasis::Interest => ClassBasisTold::Interest,
            ClassBasis::Restructured => ClassBasisTold::Restructured,
            ClassBasis::Reported => ClassBasisTold::Reported,
            ClassBasis::NotReported => ClassBasisTold::NotReported,
        },
        reported_is_better: arrears.reported_is_better,
        parameters: asked.all(ASKED, as_of),
    }
}

fn deadline(of: Deadline) -> DeadlineTold {
    DeadlineTold {
        duty: of.duty,
        by: of.by.ok(),
        lacks: of.by.err(),
    }
}

fn standing_told(case: &Case<'_>, decided: &Decided, asked: &rules::Asked<'_>) -> StandingTold {
    const ASKED: &[Parameter] = &[
        Parameter::DueSoonDays,
        Parameter::NonPerformingStart,
        Parameter::BufferLongestDays,
        Parameter::LookIntoWithinDays,
        Parameter::ApplyWithinDays,
        Parameter::PayWithinDays,
    ];
    let own = &decided.standing;
    StandingTold {
        state: own.state,
        since: own.since,
        days: own.days(case.as_of()),
        next: own.next.map(deadline),
        buffer: (own.buffer.first, own.buffer.last),
        parameters: asked.all(ASKED, case.loan.disbursement_date),
    }
}

fn disposition_told(
    case: &Case<'_>,
    decided: &Decided,
    asked: &rules::Asked<'_>,
) -> DispositionTold {
    const ASKED: &[Parameter] = &[
        Parameter::RenewalLastSigningDay,
        Parameter::MostRenewals,
        Parameter::MostExtensions,
        Parameter::RemovedHouseholds,
        Parameter::UnsupportedHouseholds,
        Parameter::EnterpriseUseIsSubsidised,
    ];
    let renewal = disposition::renewal_conditions(case, &decided.standing);
    let extension = disposition::extension_conditions(case);
    DispositionTold {
        disposition: decided.disposition,
        reason: ReasonRead::from(&decided.reason),
        clause: decided.clause().to_owned(),
        deadline: decided.deadline.map(deadline),
        missing: decided.missing.iter().collect(),
        renewal: renewal
            .map(|own| conditions(own.which, own.holds.into()))
            .to_vec(),
        extension: extension
            .map(|own| conditions(own.which, own.holds.into()))
            .to_vec(),
        money: money_source(case, case.as_of()).into(),
        is_candidate: decided.is_candidate,
        parameters: asked.all(ASKED, case.loan.disbursement_date),
    }
}

fn conditions<W>(which: W, holds: Outcome) -> ConditionTold<W> {
    ConditionTold { which, holds }
}

fn payments(intake: &Intake, case: &Case<'_>) -> Vec<PaymentTold> {
    let sources = &intake.county.subsidies.sources;
    case.payments()
        .map(|payment| PaymentTold {
            period_start: payment.period_start,
            period_end: payment.period_end,
            amount: payment.amount,
            source: payment
                .source
                .map(|symbol| sources.text(symbol).into_owned()),
            place: facts::place(intake, payment.file, payment.line),
        })
        .collect()
}
