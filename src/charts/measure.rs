//! What a map can show, and into which step of its scale a township falls. Compared exactly, never as rounded.

use crate::report::{Fen, Figures, Missing, Rate, Report};
use crate::text::definition::{self, Indicator};
use crate::text::number::{self, MoneyUnit};
use crate::text::{Lang, Words, chart, missing};

use super::colour::{self, Ramp};
use super::scale::round_step;

/// What a map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Measure {
    /// 逾期率（金额）
    #[default]
    OverdueByAmount,
    /// 逾期率（笔数）
    OverdueByLoans,
    /// 逾期率（户数）
    OverdueByHouseholds,
    /// 不良率（金额）
    NplByAmount,
    /// 不良率（笔数）
    NplByLoans,
    /// 获贷率（存量）
    Coverage,
    /// 获贷率（累计）
    CoverageEver,
    /// 按期归还率
    OnTime,
    /// 到期归还率
    Repaid,
    /// 到期贷款收回率
    Recovered,
    /// 贷款余额
    OutstandingPrincipal,
    /// 贷款金额
    DisbursedPrincipal,
}

/// The figure of one township for a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A rate of money.
    Amounts(Rate<Fen>),
    /// A rate of counts.
    Counts(Rate<u64>),
    /// An amount.
    Money(Fen),
}

/// How a measure is cut into steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// Lower ends of all steps but the first, in hundredths of a percent; zero has a look of its own.
    Fixed(&'static [i64]),
    /// Four multiples of a round amount, chosen from the largest township.
    Money,
}

/// Where a township stands on the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// There is no figure.
    Missing(Missing),
    /// The figure rests on too few loans to be coloured.
    TooFew,
    /// Exactly nothing.
    Zero,
    /// A step, from 0 (light) to 4 (dark).
    Step(usize),
}

/// Policy lines of domain.md: 1 % warning, 3 % talk; 5 % and 10 % beyond them.
const OVERDUE_BREAKS: &[i64] = &[100, 300, 500, 1_000];
/// Published coverage lies between 13 % and 29 %: tens around it, and a half.
const COVERAGE_BREAKS: &[i64] = &[1_000, 2_000, 3_000, 5_000];
/// Repayment is read from the top: within 2 %, 5 %, 10 % and 20 % of all.
const REPAYMENT_BREAKS: &[i64] = &[8_000, 9_000, 9_500, 9_800];

impl Measure {
    /// All, in the order in which they are offered.
    pub const ALL: [Measure; 12] = [
        Measure::OverdueByAmount,
        Measure::OverdueByLoans,
        Measure::OverdueByHouseholds,
        Measure::NplByAmount,
        Measure::NplByLoans,
        Measure::Coverage,
        Measure::CoverageEver,
        Measure::OnTime,
        Measure::Repaid,
        Measure::Recovered,
        Measure::OutstandingPrincipal,
        Measure::DisbursedPrincipal,
    ];

    /// Its name for programs: the value of an option, a part of a file's name.
    pub fn key(self) -> &'static str {
        match self {
            Measure::OverdueByAmount => "overdue_by_amount",
            Measure::OverdueByLoans => "overdue_by_loans",
            Measure::OverdueByHouseholds => "overdue_by_households",
            Measure::NplByAmount => "npl_by_amount",
            Measure::NplByLoans => "npl_by_loans",
            Measure::Coverage => "coverage",
            Measure::CoverageEver => "coverage_ever",
            Measure::OnTime => "on_time_by_loans",
            Measure::Repaid => "repaid_by_loans",
            Measure::Recovered => "recovered_by_amount",
            Measure::OutstandingPrincipal => "outstanding_principal",
            Measure::DisbursedPrincipal => "disbursed_principal",
        }
    }

    /// The measure of such a name.
    pub fn from_key(key: &str) -> Option<Measure> {
        Measure::ALL
            .into_iter()
            .find(|measure| measure.key() == key)
    }

    /// The figure it shows, for its name and definition.
    pub fn indicator(self) -> Indicator {
        match self {
            Measure::OverdueByAmount => Indicator::OverdueByAmount,
            Measure::OverdueByLoans => Indicator::OverdueByLoans,
            Measure::OverdueByHouseholds => Indicator::OverdueByHouseholds,
            Measure::NplByAmount => Indicator::NplByAmount,
            Measure::NplByLoans => Indicator::NplByLoans,
            Measure::Coverage => Indicator::Coverage,
            Measure::CoverageEver => Indicator::CoverageEver,
            Measure::OnTime => Indicator::OnTimeByLoans,
            Measure::Repaid => Indicator::RepaidByLoans,
            Measure::Recovered => Indicator::RecoveredByAmount,
            Measure::OutstandingPrincipal => Indicator::OutstandingPrincipal,
            Measure::DisbursedPrincipal => Indicator::DisbursedPrincipal,
        }
    }

    /// Its name.
    pub fn label(self) -> Words {
        definition::name(self.indicator())
    }

    /// How it is cut into steps.
    pub fn breaks(self) -> Breaks {
        match self {
            Measure::OverdueByAmount
            | Measure::OverdueByLoans
            | Measure::OverdueByHouseholds
            | Measure::NplByAmount
            | Measure::NplByLoans => Breaks::Fixed(OVERDUE_BREAKS),
            Measure::Coverage | Measure::CoverageEver => Breaks::Fixed(COVERAGE_BREAKS),
            Measure::OnTime | Measure::Repaid | Measure::Recovered => {
                Breaks::Fixed(REPAYMENT_BREAKS)
            }
            Measure::OutstandingPrincipal | Measure::DisbursedPrincipal => Breaks::Money,
        }
    }

    /// Its colours, light to dark.
    pub fn ramp(self) -> &'static Ramp {
        match self.breaks() {
            Breaks::Money => &colour::MORE,
            Breaks::Fixed(OVERDUE_BREAKS) => &colour::WORSE,
            Breaks::Fixed(_) => &colour::BETTER,
        }
    }

    /// What dark means.
    pub fn direction(self) -> Words {
        match self.breaks() {
            Breaks::Money => chart::DARK_IS_MORE,
            Breaks::Fixed(OVERDUE_BREAKS) => chart::DARK_IS_WORSE,
            Breaks::Fixed(_) => chart::DARK_IS_BETTER,
        }
    }

    /// The figure of a group.
    pub fn value(self, figures: &Figures) -> Value {
        match self {
            Measure::OverdueByAmount => Value::Amounts(figures.overdue_by_amount),
            Measure::OverdueByLoans => Value::Counts(figures.overdue_by_loans),
            Measure::OverdueByHouseholds => Value::Counts(figures.overdue_by_households),
            Measure::NplByAmount => Value::Amounts(figures.npl_by_amount),
            Measure::NplByLoans => Value::Counts(figures.npl_by_loans),
            Measure::Coverage => Value::Counts(figures.coverage),
            Measure::CoverageEver => Value::Counts(figures.coverage_ever),
            Measure::OnTime => Value::Counts(figures.on_time_by_loans),
            Measure::Repaid => Value::Counts(figures.repaid_by_loans),
            Measure::Recovered => Value::Amounts(figures.recovered_by_amount),
            Measure::OutstandingPrincipal => Value::Money(figures.outstanding_principal),
            Measure::DisbursedPrincipal => Value::Money(figures.disbursed_principal),
        }
    }

    /// Whether the figure rests on matured loans, of which there may be too few.
    pub fn rests_on_matured_loans(self) -> bool {
        matches!(self, Measure::OnTime | Measure::Repaid | Measure::Recovered)
    }

    fn counts(self) -> Words {
        match self {
            Measure::OverdueByHouseholds | Measure::Coverage | Measure::CoverageEver => {
                chart::HOUSEHOLDS
            }
            _ => chart::LOANS,
        }
    }
}

/// The steps of a measure for one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// What is measured.
    pub measure: Measure,
    /// Lower ends of all steps but the first: hundredths of a percent, or fen.
    pub breaks: Vec<i64>,
    /// The unit in which amounts are written.
    pub unit: MoneyUnit,
    minimum_matured_loans: u64,
}

impl Scale {
    /// The steps for the townships of a report.
    pub fn of(measure: Measure, report: &Report, unit: MoneyUnit) -> Scale {
        let breaks = match measure.breaks() {
            Breaks::Fixed(breaks) => breaks.to_vec(),
            Breaks::Money => money_breaks(measure, report),
        };
        Scale {
            measure,
            unit,
            breaks,
            minimum_matured_loans: report.settings.minimum_matured_loans,
        }
    }

    /// Where a group stands.
    pub fn level(&self, figures: &Figures) -> Level {
        let level = match self.measure.value(figures) {
            Value::Amounts(rate) => self.step(rate.missing, rate.is_zero(), |b| rate.reaches(b)),
            Value::Counts(rate) => self.step(rate.missing, rate.is_zero(), |b| rate.reaches(b)),
            Value::Money(Fen(fen)) => self.step(None, Some(fen <= 0), |lower| Some(fen >= lower)),
        };
        let too_few = self.measure.rests_on_matured_loans()
            && figures.matured_loans < self.minimum_matured_loans;
        match level {
            Level::Zero | Level::Step(_) if too_few => Level::TooFew,
            level => level,
        }
    }

    fn step(
        &self,
        missing: Option<Missing>,
        is_zero: Option<bool>,
        reaches: impl Fn(i64) -> Option<bool>,
    ) -> Level {
        match is_zero {
            None => Level::Missing(missing.unwrap_or(Missing::NothingToDivideBy)),
            Some(true) => Level::Zero,
            Some(false) => Level::Step(
                self.breaks
                    .iter()
                    .filter(|&&lower| reaches(lower) == Some(true))
                    .count(),
            ),
        }
    }

    /// The figure as it stands on the map: `3.21%`, `373.00 万元`, `—`.
    pub fn figure(&self, figures: &Figures, lang: Lang) -> String {
        match self.measure.value(figures) {
            Value::Amounts(rate) => number::percent(rate.percent),
            Value::Counts(rate) => number::percent(rate.percent),
            Value::Money(amount) => chart::money(amount, self.unit, lang),
        }
    }

    /// The figure for where there is little room: an amount in 元 without its fen where there are none.
    pub fn short(&self, figures: &Figures, lang: Lang) -> String {
        match (self.measure.value(figures), self.unit) {
            (Value::Money(amount), MoneyUnit::Yuan) => {
                let figure = number::money(amount, MoneyUnit::Yuan);
                let whole = figure.strip_suffix(".00");
                whole.map_or(figure.clone(), str::to_owned)
            }
            _ => self.figure(figures, lang),
        }
    }

    /// The figure with part and whole, or why there is none.
    pub fn sentence(&self, figures: &Figures, lang: Lang) -> String {
        let unit = self.unit;
        let (reason, parts) = match self.measure.value(figures) {
            Value::Amounts(rate) => (
                rate.missing,
                chart::with_unit(&number::money_fraction(&rate, unit), unit, lang),
            ),
            Value::Counts(rate) => (
                rate.missing,
                format!(
                    "{} {}",
                    number::count_fraction(&rate),
                    self.measure.counts().of(lang)
                ),
            ),
            Value::Money(_) => return self.figure(figures, lang),
        };
        let figure = self.figure(figures, lang);
        let inside = match (reason, self.level(figures)) {
            (Some(reason), _) => missing::reason(reason).of(lang).to_owned(),
            (None, Level::TooFew) => format!(
                "{parts}{}{}",
                chart::COMMA.of(lang),
                chart::TOO_FEW.of(lang)
            ),
            (None, _) => parts,
        };
        format!("{figure}{}", chart::bracket(&inside, lang))
    }
}

/// Four multiples of the smallest round amount of which five reach the largest township.
fn money_breaks(measure: Measure, report: &Report) -> Vec<i64> {
    let amounts = report
        .townships
        .iter()
        .map(|row| match measure.value(&row.figures) {
            Value::Money(Fen(fen)) => fen,
            Value::Amounts(_) | Value::Counts(_) => 0,
        });
    let maximum = amounts.max().filter(|&most| most > 0);
    let Some(maximum) = maximum else {
        return Vec::new();
    };
    let step = round_step(maximum / 5 + i64::from(maximum % 5 != 0));
    (1..=4).map(|n| step.saturating_mul(n)).collect()
}
