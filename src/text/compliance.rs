//! The words of the room 合规与贴息: the parts of it, the table of checks, one check opened, the register of enterprises.

use crate::report::policy::{
    BEGINNING, CheckRow, InForce, Parameter, Severity, SubjectKind, Unknown,
};

use super::{Lang, Words, field, number, parameter, words};

pub const EARLIER_MONTHS: Words = words("前几个月的台账", "the registers of the months before");
pub const PARTS: Words = words("本室各部分", "Parts of this room");
pub const PART_CHECKS: Words = words("合规检查", "Checks");
pub const PART_ENTERPRISES: Words = words("户贷企用", "Enterprises");
pub const PART_SUBSIDY: Words = words("贴息", "Interest subsidy");
pub const PART_COMPENSATION: Words = words("风险补偿", "Risk compensation");

pub const CHECKS_INTRO: Words = words(
    "逐笔检查，结果是线索，不是结论；单击名称看说明、依据、参数和每一笔的原因。检查 A26（公职人员、企业职工借款）需要另外的名单，本程序不做。",
    "Every loan is looked at; what is caught is a clue and no verdict. A name opens what the check looks for, its documents, parameters and every loan's reason. Check A26 (officials and company staff as borrowers) needs a list that nobody has here and is not offered.",
);
pub const CHECK: Words = words("检查", "Check");
pub const SEVERITY: Words = words("性质", "Kind");
pub const CAUGHT: Words = words("查出", "Caught");
pub const HOUSEHOLDS: Words = words("户数", "Households");
pub const AMOUNT: Words = words("金额", "Amount");
pub const STATE_OF_DATA: Words = words("数据情况", "State of the data");
pub const OPEN: Words = words("打开", "Open");

pub const BACK: Words = words("返回检查表", "Back to the checks");
pub const LOOKS_FOR: Words = words("查什么", "What it looks for");
pub const LEAVES: Words = words("不查什么", "What it leaves");
pub const SOURCE: Words = words("依据", "Documents");
pub const PARAMETERS: Words = words("所用参数", "Parameters");
pub const NO_PARAMETERS: Words = words("不用参数", "None");
pub const CHANGED: Words = words("已改", "changed");
pub const CAUGHT_LOANS: Words = words("查出的贷款", "Loans caught");
pub const CAUGHT_THINGS: Words = words("查出的银行或乡镇", "Lenders or townships caught");
pub const BY_TOWNSHIP: Words = words("按乡镇", "By township");
pub const NOTHING_CAUGHT: Words = words("没有查出", "Nothing is caught");
pub const REASON: Words = words("原因", "Reason");
pub const FILE: Words = words("文件", "File");
pub const LINE: Words = words("行", "Line");
pub const PARAMETERS_DIGEST: Words = words("参数摘要", "Digest of the parameters");
pub const WHOLE_COUNTY: Words = words("全县", "The county");
pub const LOANS: Words = words("笔数", "Loans");

pub const ENTERPRISES_INTRO: Words = words(
    "存量户贷企用按用款企业列账（达川脱贫攻坚办〔2019〕90号 二(二)6）。“每月须还”是余额按到最后一笔到期月（含）平均的数，供制定还款计划参考；已全部逾期的须当月还清。",
    "Loans of households that enterprises use, by enterprise. “Each month” is the balance spread evenly to the month of the last loan due; where all is overdue, all of it is needed now.",
);
pub const NO_ENTERPRISES: Words = words(
    "没有查到户贷企用的贷款",
    "No loan is told to be used by an enterprise",
);
pub const ENTERPRISE: Words = words("用款企业", "Enterprise");
pub const UNNAMED: Words = words("（未填企业）", "(none named)");
pub const BALANCE: Words = words("贷款余额", "Balance");
pub const OVERDUE: Words = words("其中逾期", "Of it overdue");
pub const SHARE: Words = words("占全县余额", "Of the county's balance");
pub const SHARE_OF_ENTERPRISES: Words = words("占户贷企用", "Of all enterprises");
pub const LAST_MONTH: Words = words("最后到期月", "Last month due");
pub const EACH_MONTH: Words = words("每月须还", "Each month");
pub const MONTHS_LEFT: Words = words("剩余月数", "Months left");
pub const DUE_BY_MONTH: Words = words("到期月份和金额", "What falls due by month");

/// How grave a check's findings are.
pub fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Violation => words("违规", "Against the rules"),
        Severity::Suspicion => words("疑点", "To be looked into"),
        Severity::Data => words("数据", "Data"),
    }
}

/// What would have to be known: `缺少“五级分类”`.
pub fn lacks(unknown: Unknown, lang: Lang) -> String {
    let what = match unknown {
        Unknown::Fact(column) => field::name(column).of(lang),
        Unknown::Table(kind) => field::kind(kind).of(lang),
        Unknown::Parameter(parameter) => parameter::name(parameter, lang),
        Unknown::EarlierMonths => EARLIER_MONTHS.of(lang),
    };
    match (unknown, lang) {
        (Unknown::Parameter(_), Lang::Zh) => format!("须填写参数“{what}”"),
        (Unknown::Parameter(_), Lang::En) => format!("parameter “{what}” is to be given"),
        (_, Lang::Zh) => format!("缺少“{what}”"),
        (_, Lang::En) => format!("“{what}” is missing"),
    }
}

/// The state of the data for a check: what it lacks, or how many loans could not be told for want of what.
pub fn state_of_data(check: &CheckRow, lang: Lang) -> String {
    if let Some(unknown) = check.lacks {
        return lacks(unknown, lang);
    }
    let open = check.undetermined_loans();
    let hits = check.hits.iter().filter_map(|hit| hit.unknown).count() as u64;
    let first = check.undetermined.first().map(|of| of.unknown);
    let first = first.or_else(|| check.hits.iter().find_map(|hit| hit.unknown));
    let Some(first) = first else {
        return words("齐全", "complete").of(lang).to_owned();
    };
    let count = number::count(open.max(hits));
    let why = lacks(first, lang);
    match (check.is_of_county, lang) {
        (false, Lang::Zh) => format!("待核实 {count} 笔（{why}）"),
        (false, Lang::En) => format!("{count} loans open ({why})"),
        (true, Lang::Zh) => format!("待核实 {count} 项（{why}）"),
        (true, Lang::En) => format!("{count} open ({why})"),
    }
}

/// Loans that could not be told for want of one thing: `待核实 12 笔：缺少“五级分类”`.
pub fn open_loans(unknown: Unknown, loans: u64, lang: Lang) -> String {
    let (count, why) = (number::count(loans), lacks(unknown, lang));
    match lang {
        Lang::Zh => format!("待核实 {count} 笔：{why}"),
        Lang::En => format!("{count} loans open: {why}"),
    }
}

/// How many loans are in order and how many are not asked.
pub fn others(check: &CheckRow, lang: Lang) -> String {
    let clear = number::count(check.clear);
    let not_asked = number::count(check.not_applicable);
    match lang {
        Lang::Zh => format!("未发现问题 {clear} 笔，不适用 {not_asked} 笔"),
        Lang::En => format!("{clear} in order, {not_asked} not asked"),
    }
}

/// What a hit of the county is about.
pub fn subject(kind: SubjectKind, name: &str, lang: Lang) -> String {
    match kind {
        SubjectKind::County => WHOLE_COUNTY.of(lang).to_owned(),
        _ => name.to_owned(),
    }
}

/// A value of a parameter and the day from which it holds.
pub fn value_in_force(own: Parameter, value: &InForce, lang: Lang) -> String {
    let shown = parameter::value(own, value.value, lang);
    let from = parameter::shown_day(value.from, lang);
    let changed = match value.is_changed {
        true => format!("（{}）", CHANGED.of(lang)),
        false => String::new(),
    };
    match lang {
        // “起初” needs no word for “from” behind it.
        Lang::Zh if value.from == BEGINNING => format!("{from} {shown}{changed}"),
        Lang::Zh => format!("{from}起 {shown}{changed}"),
        Lang::En => format!("from {from}: {shown}{changed}"),
    }
}

/// Hundredths of a percent.
pub fn percent(hundredths: i64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
