//! Words of 贷款用途 that fall under a ban. Only what is written is looked at: what the money went for is for others to see.

/// What the ban forbids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ban {
    /// 建房, 购房, 装修
    Building,
    /// 结婚, 彩礼
    Marriage,
    /// 看病
    Illness,
    /// 理财, 存款
    Saving,
    /// 购车, 家电, 家庭用品
    HouseholdGoods,
    /// 消费
    Consumption,
    /// 归还旧贷款, but for a renewal without repayment
    OldLoan,
    /// 政府融资平台, 房地产, 基础设施
    Platform,
}

impl Ban {
    /// Its name: the branch of the check A08.
    pub const fn name(self) -> &'static str {
        match self {
            Ban::Building => "building",
            Ban::Marriage => "marriage",
            Ban::Illness => "illness",
            Ban::Saving => "saving",
            Ban::HouseholdGoods => "household_goods",
            Ban::Consumption => "consumption",
            Ban::OldLoan => "old_loan",
            Ban::Platform => "platform",
        }
    }
}

/// The words of each ban, the ban that goes first before the others (川扶贫发〔2019〕2号, 银保监发〔2019〕24号 and what audits name).
pub const BANNED_WORDS: &[(Ban, &[&str])] = &[
    (
        Ban::OldLoan,
        &[
            "旧贷",
            "还贷",
            "偿还贷款",
            "归还贷款",
            "借新还旧",
            "还旧",
            "还债",
        ],
    ),
    (
        Ban::Building,
        &["建房", "修房", "购房", "买房", "建住房", "修建住房", "装修"],
    ),
    (Ban::Marriage, &["结婚", "婚嫁", "彩礼", "婚礼"]),
    (Ban::Illness, &["看病", "治病", "医疗费", "住院"]),
    (Ban::Saving, &["理财", "存款", "存储", "炒股"]),
    (
        Ban::HouseholdGoods,
        &["购车", "买车", "轿车", "小汽车", "家电", "家具", "家庭用品"],
    ),
    (Ban::Consumption, &["消费"]),
    (Ban::Platform, &["融资平台", "房地产", "基础设施"]),
];

/// The ban that a purpose falls under, if any.
pub fn ban_of(purpose: &str) -> Option<Ban> {
    let of = |words: &[&str]| words.iter().any(|word| purpose.contains(word));
    let found = BANNED_WORDS.iter().find(|(_, words)| of(words));
    found.map(|(ban, _)| *ban)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_purposes_fall_under_no_ban_and_forbidden_ones_under_their_own() {
        for sound in [
            "养猪",
            "种植中药材",
            "购买小型农机",
            "购买农用车",
            "农产品加工",
            "修建猪圈",
        ] {
            assert_eq!(ban_of(sound), None, "{sound}");
        }
        for (words, ban) in [
            ("建房", Ban::Building),
            ("子女结婚", Ban::Marriage),
            ("看病", Ban::Illness),
            ("购买理财产品", Ban::Saving),
            ("购车", Ban::HouseholdGoods),
            ("购买家电", Ban::HouseholdGoods),
            ("日常消费", Ban::Consumption),
            ("偿还旧贷款", Ban::OldLoan),
            ("转入政府融资平台", Ban::Platform),
        ] {
            assert_eq!(ban_of(words), Some(ban), "{words}");
        }
    }
}
