//! The names of the dimensions by which the register is grouped and filtered, of their values, and of its views.

use crate::report::{AmountBand, Dimension, DimensionValue, DueBand, Field, PovertyStatus};

use super::fact::Named;
use super::{Lang, Words, class, disposition, field, words};

/// A dimension's name.
pub fn name(dimension: Dimension) -> Words {
    match dimension {
        Dimension::DueBand => words("到期期限", "Time until due"),
        Dimension::Class => words("风险程度", "Risk class"),
        Dimension::Standing => words("状态", "State"),
        Dimension::Disposition => words("处置建议", "What to do"),
        Dimension::Ability => field::name(Field::Ability),
        Dimension::Willingness => field::name(Field::Willingness),
        Dimension::Cause => field::name(Field::Cause),
        Dimension::Township => field::name(Field::Township),
        Dimension::Village => field::name(Field::Village),
        Dimension::Lender => field::name(Field::Lender),
        Dimension::Product => field::name(Field::Product),
        Dimension::Guarantee => field::name(Field::Guarantee),
        Dimension::Purpose => field::name(Field::Purpose),
        Dimension::ReportedClass => words("银行上报分类", "Class reported"),
        Dimension::Status => words("银行上报状态", "Status reported"),
        Dimension::EnterpriseUse => field::name(Field::EnterpriseUse),
        Dimension::Enterprise => field::name(Field::EnterpriseCode),
        Dimension::RenewalKind => field::name(Field::RenewalKind),
        Dimension::Subsidised => field::name(Field::Subsidised),
        Dimension::InRoster => words("在册", "In the roster"),
        Dimension::PovertyStatus => field::name(Field::PovertyStatus),
        Dimension::DisbursementYear => words("放款年度", "Year disbursed"),
        Dimension::MonthDue => words("到期月份", "Month due"),
        Dimension::InterestRate => field::name(Field::AnnualInterestRate),
        Dimension::AmountBand => words("贷款金额档", "Size of the loan"),
    }
}

/// A value's name.
pub fn value(value: &DimensionValue, lang: Lang) -> String {
    let words = match value {
        DimensionValue::Due(band) => due(*band),
        DimensionValue::Class(own) => class::name(*own),
        DimensionValue::Ability(word) => word.name(),
        DimensionValue::Willingness(word) => word.name(),
        DimensionValue::Cause(word) => word.name(),
        DimensionValue::Standing(own) => disposition::state(*own),
        DimensionValue::Disposition(own) => disposition::name(*own),
        DimensionValue::Product(word) => word.name(),
        DimensionValue::Guarantee(word) => word.name(),
        DimensionValue::Status(own) => class::status(*own),
        DimensionValue::Renewal(word) => word.name(),
        DimensionValue::Poverty(own) => poverty(*own),
        DimensionValue::Flag(true) => words("是", "yes"),
        DimensionValue::Flag(false) => words("否", "no"),
        DimensionValue::Amount(band) => amount(*band),
        DimensionValue::Settled => words("已结清", "settled"),
        DimensionValue::Unknown => words("未填", "not told"),
        DimensionValue::Text(text) => return text.clone(),
        DimensionValue::Village(township, village) => return format!("{township} {village}"),
        DimensionValue::Year(year) => return year.to_string(),
        DimensionValue::Month(month) => return month.to_string(),
        DimensionValue::Rate(rate) => return format!("{rate}%"),
    };
    words.of(lang).to_owned()
}

/// How long until a loan is due, or since it was.
pub fn due(band: DueBand) -> Words {
    match band {
        DueBand::OverdueLong => words("逾期 90 天以上", "Overdue over 90 days"),
        DueBand::Overdue => words("逾期 1–90 天", "Overdue 1–90 days"),
        DueBand::Within30 => words("30 天内到期", "Due within 30 days"),
        DueBand::Within90 => words("31–90 天到期", "Due in 31–90 days"),
        DueBand::Within180 => words("91–180 天到期", "Due in 91–180 days"),
        DueBand::Within365 => words("181–365 天到期", "Due in 181–365 days"),
        DueBand::Later => words("365 天以后到期", "Due after 365 days"),
    }
}

/// The size of a loan.
fn amount(band: AmountBand) -> Words {
    match band {
        AmountBand::To1 => words("1 万元及以下", "Up to 10,000 yuan"),
        AmountBand::To2 => words("1–2 万元", "Up to 20,000 yuan"),
        AmountBand::To3 => words("2–3 万元", "Up to 30,000 yuan"),
        AmountBand::To5 => words("3–5 万元", "Up to 50,000 yuan"),
        AmountBand::To10 => words("5–10 万元", "Up to 100,000 yuan"),
        AmountBand::Above10 => words("10 万元以上", "Above 100,000 yuan"),
    }
}

/// 脱贫属性
pub fn poverty(status: PovertyStatus) -> Words {
    match status {
        PovertyStatus::InPoverty => words("未脱贫", "In poverty"),
        PovertyStatus::LiftedWithSupport => words("脱贫享受政策", "Lifted, with support"),
        PovertyStatus::LiftedWithoutSupport => words("脱贫不享受政策", "Lifted, without support"),
        PovertyStatus::ReturnedToPoverty => words("返贫", "Back in poverty"),
        PovertyStatus::Removed => words("清退", "Removed"),
        PovertyStatus::Monitored => words("监测", "Monitored"),
        PovertyStatus::NotRegistered => words("一般户", "Not registered"),
    }
}

pub const GROUP_BY: Words = words("分组", "Group by");
pub const NO_GROUP: Words = words("不分组", "No grouping");
pub const RISK_LEDGER: Words = words("风险管控台账", "Risk ledger");
pub const RISK_LEDGER_NOTE: Words = words(
    "按到期期限、风险程度、还款能力、还款意愿分组",
    "Grouped by time until due, risk class, ability and willingness",
);
pub const UNGROUP: Words = words("取消分组", "List the loans");
pub const ADD_CONDITION: Words = words("增加条件", "Add a filter");
pub const CONDITION_VALUE: Words = words("取值", "Value");
pub const NO_CONDITION: Words = words("选择一列", "choose a column");
pub const NO_CONDITION_VALUE: Words = words("选择取值", "choose a value");
pub const CONDITIONS: Words = words("其他条件", "Further filters");
pub const GROUPS: Words = words("组数", "Groups");
pub const OPENS_GROUP: Words = words(
    "回车或单击可看这一组的贷款",
    "Enter or click shows the loans of the group",
);
pub const VIEWS: Words = words("视图", "Views");
pub const VIEW_NAME: Words = words("视图名称", "Name of the view");
pub const ADD_VIEW: Words = words("记下当前视图", "Keep this view");
pub const REMOVE_VIEW: Words = words("删除视图", "Remove the view");
pub const SAVE_VIEWS: Words = words("保存视图文件", "Save the views");
pub const NO_VIEWS: Words = words(
    "尚无视图。设好条件和分组后取名记下；保存的文件下次与数据一起放入即可。",
    "No view yet. Set filters and groups and keep them under a name; the saved file is given beside the data next time.",
);

/// The label of the n-th box for a dimension, from 1.
pub fn nth_group(at: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {at} 分组"),
        Lang::En => format!("Group {at}"),
    }
}

/// The label of the button that takes a filter away.
pub fn without(condition: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("去掉条件“{condition}”"),
        Lang::En => format!("Take “{condition}” away"),
    }
}

/// The label of the button that removes a view.
pub fn remove_view(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("删除视图“{name}”"),
        Lang::En => format!("Remove the view “{name}”"),
    }
}

/// A filter in words: `风险程度：次级`.
pub fn condition(dimension: Dimension, of: &DimensionValue, lang: Lang) -> String {
    let (name, value) = (name(dimension).of(lang), value(of, lang));
    match lang {
        Lang::Zh => format!("{name}：{value}"),
        Lang::En => format!("{name}: {value}"),
    }
}

/// That not all groups are listed.
pub fn not_all(listed: &str, groups: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("共 {groups} 组，仅列前 {listed} 组；合计为全部。请增加条件或减少分组。")
        }
        Lang::En => format!(
            "{groups} groups, of which the first {listed} are listed; the totals are of all. Narrow the filters or group by less."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_dimensions_have_one_name() {
        for lang in [Lang::Zh, Lang::En] {
            let names: BTreeSet<&str> = Dimension::ALL
                .iter()
                .map(|own| name(*own).of(lang))
                .collect();
            assert_eq!(names.len(), Dimension::ALL.len());
        }
    }
}
