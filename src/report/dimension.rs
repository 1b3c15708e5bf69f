//! By what the register is grouped and filtered: the dimensions of a loan, and the values that a dimension has.

use serde::{Deserialize, Serialize};

use crate::domain::{
    Ability, AnnualRate, Cause, Fen, Guarantee, LoanStatus, Month, PovertyStatus, Product,
    RenewalKind, RiskClass, Willingness,
};
use crate::policy::disposition::Disposition;
use crate::policy::standing::State;

/// Something that every loan is one of; of some loans it is not known which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// 到期期限: how long until it is due, or since it was
    DueBand,
    /// 风险程度: 五级分类 as it is worked out
    Class,
    /// 还款能力
    Ability,
    /// 还款意愿
    Willingness,
    /// 逾期原因
    Cause,
    /// 状态, as it is worked out
    Standing,
    /// 处置建议
    Disposition,
    /// 乡镇
    Township,
    /// 行政村
    Village,
    /// 承贷银行
    Lender,
    /// 业务品种
    Product,
    /// 担保方式
    Guarantee,
    /// 贷款用途
    Purpose,
    /// 五级分类 as the lender reports it
    ReportedClass,
    /// 贷款状态 as the lender reports it
    Status,
    /// 是否户贷企用
    EnterpriseUse,
    /// 用款企业
    Enterprise,
    /// 续贷展期
    RenewalKind,
    /// 是否贴息
    Subsidised,
    /// 在册
    InRoster,
    /// 脱贫属性
    PovertyStatus,
    /// 放款年度
    DisbursementYear,
    /// 到期月份 (the effective one)
    MonthDue,
    /// 执行利率
    InterestRate,
    /// 贷款金额 in bands
    AmountBand,
}

impl Dimension {
    /// All of them, those that a risk ledger is built by first.
    pub const ALL: &'static [Dimension] = &[
        Dimension::DueBand,
        Dimension::Class,
        Dimension::Ability,
        Dimension::Willingness,
        Dimension::Cause,
        Dimension::Standing,
        Dimension::Disposition,
        Dimension::Township,
        Dimension::Village,
        Dimension::Lender,
        Dimension::Product,
        Dimension::Guarantee,
        Dimension::Purpose,
        Dimension::ReportedClass,
        Dimension::Status,
        Dimension::EnterpriseUse,
        Dimension::Enterprise,
        Dimension::RenewalKind,
        Dimension::Subsidised,
        Dimension::InRoster,
        Dimension::PovertyStatus,
        Dimension::DisbursementYear,
        Dimension::MonthDue,
        Dimension::InterestRate,
        Dimension::AmountBand,
    ];

    /// 到期期限 × 风险程度 × 还款能力 × 还款意愿, by which the county's document wants the risk ledger built.
    pub const RISK_LEDGER: [Dimension; 4] = [
        Dimension::DueBand,
        Dimension::Class,
        Dimension::Ability,
        Dimension::Willingness,
    ];

    /// Whether the rules must be asked of a loan to know it.
    pub fn is_decided(self) -> bool {
        matches!(self, Dimension::Standing | Dimension::Disposition)
    }

    /// Most dimensions of one grouping.
    pub const MOST: usize = 4;
}

/// One value of a dimension. They stand in the order of a table; what is not known comes last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum DimensionValue {
    /// 到期期限
    Due(DueBand),
    /// A class, worked out or reported
    Class(RiskClass),
    /// 还款能力
    Ability(Ability),
    /// 还款意愿
    Willingness(Willingness),
    /// 逾期原因
    Cause(Cause),
    /// 状态
    Standing(State),
    /// 处置建议
    Disposition(Disposition),
    /// A name or word as the files write it
    Text(String),
    /// 乡镇 and 行政村
    Village(String, String),
    /// 业务品种
    Product(Product),
    /// 担保方式
    Guarantee(Guarantee),
    /// 贷款状态
    Status(LoanStatus),
    /// 续贷展期
    Renewal(RenewalKind),
    /// 脱贫属性
    Poverty(PovertyStatus),
    /// 是 or 否
    Flag(bool),
    /// A calendar year
    Year(i32),
    /// A month
    Month(Month),
    /// A yearly rate
    Rate(AnnualRate),
    /// 贷款金额
    Amount(AmountBand),
    /// It has no balance, so that it is nothing of the kind
    Settled,
    /// No file says it
    Unknown,
}

/// 到期期限: days from the day of the report to the effective maturity date of a loan with a balance. The bounds are those
/// of a grouping and no rule's: 30 and 90 days are the reminders', 90 days past due those of 次级, a year the usual horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueBand {
    /// Overdue for more than 90 days
    OverdueLong,
    /// Overdue for 1 to 90 days
    Overdue,
    /// Due today or within 30 days
    Within30,
    /// Due in 31 to 90 days
    Within90,
    /// Due in 91 to 180 days
    Within180,
    /// Due in 181 to 365 days
    Within365,
    /// Due in more than 365 days
    Later,
}

impl DueBand {
    /// All of them, the most pressing first.
    pub const ALL: [DueBand; 7] = [
        DueBand::OverdueLong,
        DueBand::Overdue,
        DueBand::Within30,
        DueBand::Within90,
        DueBand::Within180,
        DueBand::Within365,
        DueBand::Later,
    ];

    /// The band of so many days until maturity; below zero of so many since.
    #[inline]
    pub fn of(days_to_maturity: i32) -> DueBand {
        match days_to_maturity {
            i32::MIN..=-91 => DueBand::OverdueLong,
            -90..=-1 => DueBand::Overdue,
            0..=30 => DueBand::Within30,
            31..=90 => DueBand::Within90,
            91..=180 => DueBand::Within180,
            181..=365 => DueBand::Within365,
            366.. => DueBand::Later,
        }
    }
}

/// 贷款金额 in bands of the sums that are usually lent; the upper bound belongs to the band. Bounds of a grouping, no rule's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountBand {
    /// Up to 10,000 yuan
    To1,
    /// Up to 20,000 yuan
    To2,
    /// Up to 30,000 yuan
    To3,
    /// Up to 50,000 yuan
    To5,
    /// Up to 100,000 yuan
    To10,
    /// More
    Above10,
}

impl AmountBand {
    /// All of them, the smallest first.
    pub const ALL: [AmountBand; 6] = [
        AmountBand::To1,
        AmountBand::To2,
        AmountBand::To3,
        AmountBand::To5,
        AmountBand::To10,
        AmountBand::Above10,
    ];

    /// The band of an amount.
    #[inline]
    pub fn of(amount: Fen) -> AmountBand {
        const BOUNDS: [i64; 5] = [1_000_000, 2_000_000, 3_000_000, 5_000_000, 10_000_000];
        let passed = BOUNDS.iter().filter(|bound| amount.0 > **bound);
        AmountBand::ALL[passed.count()]
    }
}

/// A filter: only loans that are this by that dimension. Several of one dimension are one or another, those of different
/// dimensions one and another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// By what.
    pub dimension: Dimension,
    /// Which.
    pub value: DimensionValue,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_of_every_bound_of_the_time_until_it_is_due() {
        let expected = [
            (-91, DueBand::OverdueLong),
            (-90, DueBand::Overdue),
            (-1, DueBand::Overdue),
            (0, DueBand::Within30),
            (30, DueBand::Within30),
            (31, DueBand::Within90),
            (90, DueBand::Within90),
            (91, DueBand::Within180),
            (180, DueBand::Within180),
            (181, DueBand::Within365),
            (365, DueBand::Within365),
            (366, DueBand::Later),
        ];
        for (days, band) in expected {
            assert_eq!(DueBand::of(days), band, "{days}");
        }
    }

    #[test]
    fn fifty_thousand_yuan_are_in_the_band_up_to_fifty_thousand_and_a_fen_more_is_not() {
        assert_eq!(AmountBand::of(Fen(5_000_000)), AmountBand::To5);
        assert_eq!(AmountBand::of(Fen(5_000_001)), AmountBand::To10);
        assert_eq!(AmountBand::of(Fen(1_000_001)), AmountBand::To2);
        assert_eq!(AmountBand::of(Fen(10_000_001)), AmountBand::Above10);
    }

    #[test]
    fn a_value_is_read_back_as_it_was_written() {
        let values = [
            DimensionValue::Due(DueBand::Within30),
            DimensionValue::Village("东镇".to_owned(), "新村".to_owned()),
            DimensionValue::Rate(AnnualRate(435)),
            DimensionValue::Unknown,
        ];
        for value in values {
            let text = serde_json::to_string(&value).expect("JSON");
            assert_eq!(
                serde_json::from_str::<DimensionValue>(&text).ok(),
                Some(value)
            );
        }
    }
}
