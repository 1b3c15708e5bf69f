//! The words of one loan explained: its days, its class, what the checks say, where each fact stands.

use crate::report::Date;
use crate::report::explained::{
    CheckSays, ClassBasisTold, ClassTold, FactValue, HouseholdType, MonitorState, MonitorType,
    ParameterTold,
};
use crate::report::policy::{DaySource, Milestone, Severity};

use super::fact::Named;
use super::number::{MoneyUnit, count, money};
use super::{
    Lang, SEMICOLON, Words, class, dimension, disposition, field, finding, parameter, words,
};

pub const FACTS: Words = words("文件中的情况", "What the files say");
pub const NO_FACTS: Words = words("没有更多情况", "Nothing more is told");
pub const VERDICTS: Words = words("判定", "What the rules say");
pub const CLASSIFIED: Words = words("五级分类", "Classification");
pub const STANDING: Words = words("状态", "State");
pub const DISPOSITION: Words = words("处置建议", "What to do");
pub const CLAUSE: Words = words("依据", "Clause");
pub const RENEWAL: Words = words("续贷条件", "Conditions of renewal");
pub const EXTENSION: Words = words("展期条件", "Conditions of extension");
pub const MISSING: Words = words("待查事项", "To be found out");
pub const MONEY: Words = words("贴息和分险资金", "Money for subsidy and risk sharing");
pub const CHECKS: Words = words("合规检查", "Checks");
pub const CAUGHT: Words = words("触发", "Caught");
pub const UNDETERMINED: Words = words("待核实", "Not to be told");
pub const CLEAR: Words = words("未触发", "In order");
pub const NOT_APPLICABLE: Words = words("不适用", "Not asked");
pub const TIMELINE: Words = words("时间线", "Days");
pub const AHEAD: Words = words("（尚未到）", "(to come)");
pub const PAYMENTS: Words = words("已付贴息", "Subsidies paid");
pub const NO_PAYMENTS: Words = words("贴息明细表中没有这笔贷款", "No subsidy is told of the loan");
pub const PARAMETERS: Words = words("所用参数", "Parameters used");
pub const PRINT: Words = words("打印这一页", "Print this page");
pub const PLACE: Words = words("出处", "Where it stands");
pub const NEXT: Words = words("下一步", "Next");
pub const BY_COUNTY: Words = words("期限由县定", "the county says by when");
pub const SINCE_UNKNOWN: Words = words("起始日不详", "since when is not told");
pub const CANDIDATE: Words = words(
    "恶意逾期，仅供内部研判；失信名单只由人民法院发布。",
    "Overdue out of malice, for internal use only: only courts publish such lists.",
);

/// A day of the timeline.
pub fn milestone(milestone: Milestone) -> Words {
    match milestone {
        Milestone::Disbursed => words("放款", "Disbursed"),
        Milestone::DueSoon => words("列入到期提醒", "On the reminder list"),
        Milestone::Matured => words("合同到期", "Due by contract"),
        Milestone::ExtensionMatured => words("展期后到期", "Due after extension"),
        Milestone::InterestArrears => words("开始欠息", "Interest in arrears"),
        Milestone::Overdue => words("逾期第一天", "First day overdue"),
        Milestone::NonPerforming => words("转为不良", "Non-performing"),
        Milestone::BufferFirst => words("缓冲期第一天", "First day of the buffer"),
        Milestone::BufferLast => words("缓冲期最后一天", "Last day of the buffer"),
        Milestone::LastCollection => words("最近一次催收", "Last collection"),
        Milestone::PayoutApplied => words("申请代偿", "Payout applied for"),
        Milestone::PaidOut => words("代偿", "Paid out"),
        Milestone::Settled => words("结清", "Settled"),
    }
}

/// Where a day comes from.
pub fn day_source(source: DaySource, lang: Lang) -> String {
    match (source, lang) {
        (DaySource::Column(own), Lang::Zh) => format!("文件：{}", field::name(own).zh),
        (DaySource::Column(own), Lang::En) => format!("file: {}", field::name(own).en),
        (DaySource::WorkedOut(own), Lang::Zh) => format!("推算：{}", parameter::name(own, lang)),
        (DaySource::WorkedOut(own), Lang::En) => {
            format!("worked out: {}", parameter::name(own, lang))
        }
        (DaySource::DayAfter(own), Lang::Zh) => format!("{}次日", field::name(own).zh),
        (DaySource::DayAfter(own), Lang::En) => format!("the day after: {}", field::name(own).en),
    }
}

/// How a class came about.
pub fn class_sentence(told: &ClassTold, lang: Lang) -> String {
    let name = class::name(told.class).of(lang);
    let days = told.principal_days;
    let interest = told.interest_days;
    let why = match (told.basis, lang) {
        (ClassBasisTold::Principal, Lang::Zh) => format!("本金逾期 {days} 天"),
        (ClassBasisTold::Principal, Lang::En) => format!("principal {days} days past due"),
        (ClassBasisTold::Interest, Lang::Zh) => {
            format!("欠息 {} 天，多于本金逾期 {days} 天", told_days(interest))
        }
        (ClassBasisTold::Interest, Lang::En) => format!(
            "interest {} days in arrears, more than {days} days of principal",
            told_days(interest)
        ),
        (ClassBasisTold::Restructured, Lang::Zh) => "重组贷款在观察期内，至少关注".to_owned(),
        (ClassBasisTold::Restructured, Lang::En) => "restructured and under observation".to_owned(),
        (ClassBasisTold::Reported, Lang::Zh) => "以银行报送为准".to_owned(),
        (ClassBasisTold::Reported, Lang::En) => "as the lender reports".to_owned(),
        (ClassBasisTold::NotReported, Lang::Zh) => format!("银行未报，按本金逾期 {days} 天"),
        (ClassBasisTold::NotReported, Lang::En) => {
            format!("the lender reports none; principal {days} days past due")
        }
    };
    let mut sentence = match lang {
        Lang::Zh => format!("{name}：{why}"),
        Lang::En => format!("{name}: {why}"),
    };
    if told.is_interest_undated {
        sentence.push_str(
            words(
                "；另有欠息，起始日不详，未计天数",
                "; interest is owed since a day not told and not counted",
            )
            .of(lang),
        );
    }
    if let Some(reported) = told.reported_is_better {
        let reported = class::name(reported).of(lang);
        sentence.push_str(&match lang {
            Lang::Zh => format!("；银行报送为{reported}，好于按天数的最低分类（隐性不良疑点）"),
            Lang::En => format!("; the lender reports {reported}, better than the days allow"),
        });
    }
    sentence
}

fn told_days(days: Option<u32>) -> String {
    days.map_or_else(|| "?".to_owned(), |days| days.to_string())
}

/// How grave a check's findings are.
pub fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Violation => words("违规", "Violation"),
        Severity::Suspicion => words("疑点", "Suspicion"),
        Severity::Data => words("数据", "Data"),
    }
}

/// What a check says, in its own sentence where it caught something.
pub fn check(id: &str, says: &CheckSays, lang: Lang) -> String {
    match says {
        CheckSays::Caught(reason) => super::rules::sentence(id, reason, lang),
        CheckSays::Undetermined(unknown) => {
            let lacks = disposition::unknown(*unknown, lang);
            match lang {
                Lang::Zh => format!("缺少：{lacks}"),
                Lang::En => format!("not known: {lacks}"),
            }
        }
        CheckSays::Clear => CLEAR.of(lang).to_owned(),
        CheckSays::NotApplicable => NOT_APPLICABLE.of(lang).to_owned(),
    }
}

/// What a file says in a column.
pub fn fact(value: &FactValue, unit: MoneyUnit, lang: Lang) -> String {
    let words = match value {
        FactValue::Money(amount) => {
            return format!("{} {}", money(*amount, unit), unit.name(lang));
        }
        FactValue::Day(day) => return day.to_string(),
        FactValue::Count(number) => return count(*number).replace(',', ""),
        FactValue::Rate(rate) => return format!("{rate}%"),
        FactValue::Text(text) => return text.clone(),
        FactValue::Flag(is_so) => parameter::yes_or_no(*is_so),
        FactValue::Answered(answered) => finding::word(*answered),
        FactValue::Product(word) => word.name(),
        FactValue::Guarantee(word) => word.name(),
        FactValue::Renewal(word) => word.name(),
        FactValue::Poverty(status) => dimension::poverty(*status),
        FactValue::HouseholdType(own) => household_type(*own),
        FactValue::Monitor(own) => monitor(*own),
        FactValue::MonitorState(MonitorState::RiskRemains) => words("风险未消除", "Risk remains"),
        FactValue::MonitorState(MonitorState::RiskRemoved) => words("风险已消除", "Risk removed"),
    };
    words.of(lang).to_owned()
}

fn household_type(own: HouseholdType) -> Words {
    match own {
        HouseholdType::OrdinaryPoor => words("一般贫困户", "Ordinary poor"),
        HouseholdType::AllowanceLifted => words("低保脱贫户", "On allowance, lifted"),
        HouseholdType::DestituteLifted => words("特困供养脱贫户", "Destitute, lifted"),
        HouseholdType::AllowancePoor => words("低保贫困户", "On allowance, poor"),
        HouseholdType::OrdinaryLifted => words("一般脱贫户", "Ordinary, lifted"),
        HouseholdType::DestitutePoor => words("特困供养贫困户", "Destitute, poor"),
        HouseholdType::AllowanceDestitutePoor => {
            words("低保特困供养贫困户", "On allowance and destitute, poor")
        }
        HouseholdType::AllowanceDestitute => words("低保特困供养户", "On allowance and destitute"),
    }
}

fn monitor(own: MonitorType) -> Words {
    match own {
        MonitorType::UnsteadyLifted => words("脱贫不稳定户", "Lifted, not steady"),
        MonitorType::NearPoverty => words("边缘易致贫户", "Near poverty"),
        MonitorType::SuddenHardship => words("突发严重困难户", "Sudden hardship"),
    }
}

/// A parameter with its value: `缓冲期最长天数 60 天`; with the day on which the rule asked for it where that is not
/// 放款日期: `单户贷款上限 50,000.00 元（2020-03-01）`.
pub fn parameter_used(told: &ParameterTold, disbursed: Date, lang: Lang) -> String {
    let (name, value) = (
        parameter::name(told.parameter, lang),
        parameter::value(told.parameter, told.value, lang),
    );
    let day = told.on;
    match lang {
        Lang::Zh if day == disbursed => format!("{name} {value}"),
        Lang::Zh => format!("{name} {value}（{day}）"),
        Lang::En if day == disbursed => format!("{name}: {value}"),
        Lang::En => format!("{name}: {value} ({day})"),
    }
}

/// Of a parameter, which day's value the rule took and since when it is in force; and its document.
pub fn parameter_from(told: &ParameterTold, lang: Lang) -> String {
    let day = told.on;
    let from = told.from.map(|from| parameter::shown_day(from, lang));
    let day = match (from, lang) {
        (Some(from), Lang::Zh) => format!("按 {day} 取用，自{from}起有效"),
        (Some(from), Lang::En) => format!("as of {day}, in force from {from}"),
        (None, Lang::Zh) => format!("按 {day} 取用"),
        (None, Lang::En) => format!("as of {day}"),
    };
    match told.source.is_empty() {
        true => day,
        false => format!("{}{}{day}", told.source, SEMICOLON.of(lang)),
    }
}

/// Since when a loan is what it is.
pub fn since(day: &str, days: Option<i64>, lang: Lang) -> String {
    match (days, lang) {
        (Some(days), Lang::Zh) => format!("{day} 起，第 {} 天", days + 1),
        (Some(days), Lang::En) => format!("since {day}, day {}", days + 1),
        (None, Lang::Zh) => format!("{day} 起"),
        (None, Lang::En) => format!("since {day}"),
    }
}

/// What must happen by a day: `申请代偿，2020-01-29 前`.
pub fn deadline(duty: &str, by: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{duty}，{by} 前"),
        Lang::En => format!("{duty} by {by}"),
    }
}

/// The checks that caught nothing and know all they need, in one line.
pub fn others_clear(clear: usize, not_asked: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {clear} 项未触发，{not_asked} 项不适用"),
        Lang::En => format!("{clear} others are in order, {not_asked} do not ask this loan"),
    }
}

/// The checks that look at the county as a whole, in one line.
pub fn of_county(ids: &[String], lang: Lang) -> String {
    let ids = ids.join("、");
    match lang {
        Lang::Zh => format!("{ids} 看的是银行、乡镇和全县，不看单笔贷款，见“合规与贴息”"),
        Lang::En => {
            let ids = ids.replace('、', ", ");
            format!(
                "{ids} look at lenders, townships and the county, not at single loans: see the room of checks"
            )
        }
    }
}
