//! 五级分类 by days past due: the least class that the 2023 measures allow. What a lender reports is left to others.

use crate::domain::RiskClass;

/// More days past due than these are at least 关注, 次级, 可疑, 损失 (银保监会、人民银行令〔2023〕第1号 art. 9–12).
const AFTER_DAYS: [u32; 4] = [0, 90, 270, 360];

/// The class of a loan so many days past due.
#[inline]
pub fn class_by_days(days_past_due: u32) -> RiskClass {
    let passed = AFTER_DAYS.iter().filter(|after| days_past_due > **after);
    RiskClass::ALL[passed.count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_of_every_boundary_of_the_2023_measures() {
        let expected = [
            (0, RiskClass::Pass),
            (1, RiskClass::SpecialMention),
            (90, RiskClass::SpecialMention),
            (91, RiskClass::Substandard),
            (270, RiskClass::Substandard),
            (271, RiskClass::Doubtful),
            (360, RiskClass::Doubtful),
            (361, RiskClass::Loss),
            (100_000, RiskClass::Loss),
        ];
        for (days, class) in expected {
            assert_eq!(class_by_days(days), class, "{days}");
        }
    }

    #[test]
    fn more_days_never_give_a_better_class() {
        assert!((0..1000).all(|days| class_by_days(days) <= class_by_days(days + 1)));
    }
}
