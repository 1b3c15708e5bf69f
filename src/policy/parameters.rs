//! The thresholds that rules use, each with its first day in force, its document and how sure it is.

/// How far a parameter can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Read in the document or in a copy of it.
    Confirmed,
    /// A proposal of this program or a practice: 待核实.
    ToBeConfirmed,
}

/// One threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its value, in the unit its name gives.
    pub value: i64,
    /// Its first day in force, as year, month, day; none for a proposal.
    pub in_force_from: Option<(i32, u8, u8)>,
    /// Document and article.
    pub source: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
}

/// 《商业银行金融资产风险分类办法》, in force from 2023-07-01.
const MEASURES_2023: &str = "银保监会、人民银行令〔2023〕第1号 第九至十二条";

const fn measures_2023(days: i64) -> Parameter {
    Parameter {
        value: days,
        in_force_from: Some((2023, 7, 1)),
        source: MEASURES_2023,
        certainty: Certainty::Confirmed,
    }
}

const fn proposal(value: i64, source: &'static str) -> Parameter {
    Parameter {
        value,
        in_force_from: None,
        source,
        certainty: Certainty::ToBeConfirmed,
    }
}

/// More days past due than this: at least 关注.
pub const SPECIAL_MENTION_AFTER_DAYS: Parameter = measures_2023(0);
/// More days past due than this: at least 次级.
pub const SUBSTANDARD_AFTER_DAYS: Parameter = measures_2023(90);
/// More days past due than this: at least 可疑.
pub const DOUBTFUL_AFTER_DAYS: Parameter = measures_2023(270);
/// More days past due than this: 损失.
pub const LOSS_AFTER_DAYS: Parameter = measures_2023(360);

/// 还款高峰: a month above this many percent of the mean of twelve months.
pub const PEAK_PERCENT_OF_MEAN: Parameter = proposal(
    150,
    "达川脱贫攻坚办〔2019〕90号 一(一) 只提出应对还款高峰期，未定标准",
);
/// 信用村: fewest matured loans of a village for a place in the order.
pub const FEWEST_MATURED_LOANS: Parameter =
    proposal(10, "达川脱贫攻坚办〔2019〕90号 三(五) 未定标准");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_confirmed_has_a_first_day_and_what_is_not_has_none() {
        for parameter in [
            SPECIAL_MENTION_AFTER_DAYS,
            SUBSTANDARD_AFTER_DAYS,
            DOUBTFUL_AFTER_DAYS,
            LOSS_AFTER_DAYS,
            PEAK_PERCENT_OF_MEAN,
            FEWEST_MATURED_LOANS,
        ] {
            assert_eq!(
                parameter.in_force_from.is_some(),
                parameter.certainty == Certainty::Confirmed
            );
            assert!(!parameter.source.is_empty());
        }
    }
}
