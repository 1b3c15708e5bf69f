//! The five classes and the states of a loan.

use crate::report::policy::{ClassRule, RuleSet};
use crate::report::{LoanStatus, RiskClass};

use super::{Lang, Words, words};

/// 五级分类: the name of a class.
pub fn name(class: RiskClass) -> Words {
    match class {
        RiskClass::Pass => words("正常", "Pass"),
        RiskClass::SpecialMention => words("关注", "Special mention"),
        RiskClass::Substandard => words("次级", "Substandard"),
        RiskClass::Doubtful => words("可疑", "Doubtful"),
        RiskClass::Loss => words("损失", "Loss"),
    }
}

/// The days past due that a class stands for, by the rules that make the classes.
pub fn days(class: RiskClass, rule: &ClassRule, lang: Lang) -> String {
    let told = match rule.rule_set {
        RuleSet::Measures2023 => return by_days(class, rule.bounds.last_days(), lang),
        RuleSet::RuralCooperative => words(
            "按信用等级、担保方式和逾期天数",
            "by credit grade, guarantee and days overdue",
        ),
        RuleSet::SmallEnterprise => words("按担保方式和逾期天数", "by guarantee and days overdue"),
        RuleSet::AsReported => words("以银行报送为准", "as the lender reports"),
    };
    told.of(lang).to_owned()
}

/// Where days alone decide: `last` are the last days of the first four classes, the largest number where none is.
fn by_days(class: RiskClass, last: [u32; 4], lang: Lang) -> String {
    let at = class as usize;
    let first = match at.checked_sub(1).and_then(|before| last.get(before)) {
        None => Some(0),
        Some(before) => before.checked_add(1),
    };
    let end = last.get(at).copied().filter(|end| *end < u32::MAX);
    match (first, end, lang) {
        (None, _, _) => NOT_BY_DAYS.of(lang).to_owned(),
        (Some(first), Some(end), _) if first > end => NOT_BY_DAYS.of(lang).to_owned(),
        (Some(0), Some(0), Lang::Zh) => "未逾期".to_owned(),
        (Some(0), Some(0), Lang::En) => "not overdue".to_owned(),
        (Some(0), Some(end), Lang::Zh) => format!("逾期不超过 {end} 天"),
        (Some(0), Some(end), Lang::En) => format!("at most {end} days overdue"),
        (Some(0), None, Lang::Zh) => "不论逾期几天".to_owned(),
        (Some(0), None, Lang::En) => "however many days overdue".to_owned(),
        (Some(first), Some(end), Lang::Zh) if first == end => format!("逾期 {first} 天"),
        (Some(first), Some(end), Lang::En) if first == end => format!("{first} days overdue"),
        (Some(first), Some(end), Lang::Zh) => format!("逾期 {first}–{end} 天"),
        (Some(first), Some(end), Lang::En) => format!("{first}–{end} days overdue"),
        (Some(first), None, Lang::Zh) => format!("逾期 {first} 天以上"),
        (Some(first), None, Lang::En) => format!("{first} days overdue or more"),
    }
}

/// Of a class that the days never give.
const NOT_BY_DAYS: Words = words("不按天数划入", "never by days");

/// 贷款状态 as the lender reports it.
pub fn status(status: LoanStatus) -> Words {
    match status {
        LoanStatus::NotDue => words("未到期", "Not due"),
        LoanStatus::Overdue => words("逾期", "Overdue"),
        LoanStatus::Settled => words("已结清", "Settled"),
        LoanStatus::PaidOut => words("已代偿", "Paid out by the fund"),
        LoanStatus::WrittenOff => words("已核销", "Written off"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::policy::{BEGINNING, Parameter, ParameterChoices, class_rule};

    /// What the five classes stand for, after some changes of the table.
    fn told(changes: &[(Parameter, i64)]) -> Vec<String> {
        let mut choices = ParameterChoices::default();
        for (parameter, value) in changes {
            choices.change(*parameter, BEGINNING, Some(*value));
        }
        let as_of = "2019-11-30".parse().expect("a day");
        let rule = class_rule(&choices, as_of);
        let all = RiskClass::ALL.into_iter();
        all.map(|class| days(class, &rule, Lang::Zh)).collect()
    }

    #[test]
    fn the_days_of_a_class_are_those_of_the_rule_set_and_its_thresholds() {
        assert_eq!(
            told(&[]),
            [
                "未逾期",
                "逾期 1–90 天",
                "逾期 91–270 天",
                "逾期 271–360 天",
                "逾期 361 天以上"
            ]
        );
        let changed = [
            (Parameter::TechnicalOverdueDays, 7),
            (Parameter::SubstandardAfterDays, 60),
            (Parameter::DoubtfulAfterDays, 360),
        ];
        assert_eq!(
            told(&changed),
            [
                "逾期不超过 7 天",
                "逾期 8–60 天",
                "逾期 61–360 天",
                "不按天数划入",
                "逾期 361 天以上"
            ]
        );
        let rule = |choice| told(&[(Parameter::ClassificationRule, choice)]);
        assert_eq!(rule(1)[2], "按信用等级、担保方式和逾期天数");
        assert_eq!(rule(2)[2], "按担保方式和逾期天数");
        assert_eq!(rule(3)[2], "以银行报送为准");
    }
}
