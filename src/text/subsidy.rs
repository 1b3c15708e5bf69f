//! The words of 贴息: sums, sources of money, what was paid otherwise than due, the declaration. A constant's words are its
//! own explanation.

use crate::report::policy::Unknown;
use crate::report::policy::subsidy::PaidFault;

use super::{Lang, Words, field, words};

pub const SUBSIDY: Words = words("贴息", "Interest subsidy");
pub const DUE: Words = words("应贴息金额", "Subsidy due");
pub const DUE_360: Words = words("按360天应贴", "Due by 360 days");
pub const DUE_365: Words = words("按365天应贴", "Due by 365 days");
pub const PAID: Words = words("已付贴息", "Subsidy paid");
pub const PAYMENTS: Words = words("已付笔数", "Payments");
pub const ITEMS: Words = words("应贴笔期", "Loans × periods");
pub const UNDETERMINED: Words = words("待核实笔期", "Undetermined");
pub const LEAST: Words = words("待核实至少", "Undetermined, at least");
pub const MOST: Words = words("待核实至多", "Undetermined, at most");
pub const BY_PERIOD: Words = words("按结息期", "By settlement period");
pub const BY_LENDER: Words = words("按承贷银行", "By lender");
pub const BY_VILLAGE: Words = words("按行政村", "By village");
pub const BY_SOURCE: Words = words("按资金来源", "By source of money");
pub const PERIOD: Words = words("结息期", "Settlement period");
pub const RUNNING: Words = words("（未结束）", " (running)");
pub const SOURCE: Words = words("资金来源", "Source of money");
pub const OTHER_LENDERS: Words = words("其余银行", "All other lenders");
pub const AGAINST_PAID: Words = words("应贴与已付核对", "Due against paid");
pub const FAULT: Words = words("核对结果", "What was found");
pub const FOUND: Words = words("笔数", "Found");
pub const AT_STAKE: Words = words("涉及金额", "At stake");
pub const MISSING_BY_LENDER: Words = words("漏统笔数", "Never paid");
pub const PERHAPS_MISSING: Words = words("是否漏统待核实", "Perhaps never paid");
pub const NO_TABLE: Words = words(
    "没有放入贴息明细表，只能算应贴，不能与已付核对。",
    "No table of subsidies was given: what is due can be told, and not how it stands against what was paid.",
);
pub const SEE_LIST: Words = words("看明细", "See the list");
pub const HIDE_LIST: Words = words("收起", "Hide");
pub const DECLARATION: Words = words("贴息申报表", "Declaration of interest subsidy");
pub const CHOOSE_PERIOD: Words = words("结息期", "Period");
pub const CHOOSE_LENDER: Words = words("承贷银行", "Lender");
pub const ALL_LENDERS: Words = words("全部", "All");
pub const SHOW: Words = words("列出", "List");
pub const SAVE_LIST: Words = words("存为 CSV", "Save as CSV");
pub const EARLIER_ROWS: Words = words("上一页", "Previous");
pub const LATER_ROWS: Words = words("下一页", "Next");
pub const ALL_ROWS: Words = words("全部列出（打印用）", "List all (for print)");
pub const FROM_RELIEF: Words = words("其中财政扶贫资金", "Of it poverty-relief funds");
pub const FROM_OTHER: Words = words("其中其他资金", "Of it other money");
pub const FROM_UNKNOWN: Words = words("其中来源待核实", "Of it source not known");
pub const NOT_ENTITLED: Words = words(
    "不享受的利息（不在应贴内）",
    "Interest of those not entitled (not due)",
);
pub const FIRST_DAY: Words = words("结息期起日", "First day of the period");
pub const LAST_DAY: Words = words("结息期末日", "Last day of the period");
pub const UNIT: Words = words("金额单位：", "Amounts in");
pub const CHOOSE_PERIOD_OF_SUMS: Words =
    words("银行和村按结息期看", "Lenders and villages of the period");
pub const ALL_PERIODS: Words = words("全部结息期", "All periods");
pub const GROUP: Words = words("组", "Group");
pub const ROW_NUMBER: Words = words("序号", "No.");
pub const INTEREST_FROM: Words = words("计息起日", "Interest from");
pub const INTEREST_TO: Words = words("计息止日", "Interest to");
pub const DAYS: Words = words("计息天数", "Days");
pub const RATE: Words = words("执行利率(%)", "Rate (%)");
pub const SUBSIDISED_RATE: Words = words("贴息利率(%)", "Subsidised rate (%)");
pub const PAYABLE: Words = words("应付利息(元)", "Interest payable (yuan)");
pub const SHARE: Words = words("贴息比例", "Share");
pub const AMOUNT: Words = words("应贴息金额(元)", "Subsidy due (yuan)");
pub const AMOUNT_360: Words = words("按360天(元)", "By 360 days (yuan)");
pub const AMOUNT_365: Words = words("按365天(元)", "By 365 days (yuan)");
pub const SHOULD_BE_360: Words = words("应为·360天(元)", "Should be, 360 days (yuan)");
pub const SHOULD_BE_365: Words = words("应为·365天(元)", "Should be, 365 days (yuan)");
pub const PAID_YUAN: Words = words("已付(元)", "Paid (yuan)");
pub const STAKE_YUAN: Words = words("涉及金额(元)", "At stake (yuan)");
pub const NOTE: Words = words("备注", "Note");
pub const SIGNATURE: Words = words(
    "经办银行（盖章）：　　　　　　　　乡镇审核：　　　　　　　　县农业农村部门：　　　　　　　　县财政部门：　　　　　　　　年　月　日",
    "Lender (seal):                Township:                County agriculture:                County finance:                Date:",
);
pub const DIGEST: Words = words("参数表摘要", "Digest of the parameters");
pub const LIST_TOTAL: Words = words("合计", "Total");
pub const RULES: Words = words(
    "算法：在期内计息，到期日或结清日以后不贴；罚息、复利不贴；单户限额以上部分不贴，户内多笔按放款先后占用限额；利率不高于上限；按天计息，每笔每期四舍五入到分，合计为各笔之和。360天和365天两种结果并列。按到期一次还本计算：台账只有当前余额，中途还过一部分而不知哪天的，只给出上下限，不计入应贴合计。",
    "In term only: nothing after maturity or settlement, nothing on penalty or compound interest, nothing above the household’s limit, which its loans take up in the order in which they were made; at no more than the cap of the rate. By days, each loan and period rounded once to the fen; totals are sums of these, by 360 and by 365 days side by side. Loans are taken to be repaid in one payment: the files give the balance of one day, so where a part was repaid on an unknown day only bounds are told, and they are in no total.",
);
pub const SOURCE_RULE: Words = words(
    "资金来源按结息期最后一天的户状态定。清退户自清退之日起列其他资金；名册没有清退时间的，按名册现状列。不享受的不计入应贴合计。",
    "The source of money follows the household’s status on the last day of the period. Removed households go to other money from the day of removal, or throughout where the roster gives no day. What nobody pays is in no total.",
);
pub const LACKING: Words = words("有待补充的", "What would have to be known");
pub const LOANS: Words = words("贷款笔数", "Loans");

/// The name of a way in which a payment is not as it should be.
pub fn fault(fault: PaidFault) -> Words {
    match fault {
        PaidFault::Over => words("多付", "Paid too much"),
        PaidFault::Under => words("少付", "Paid too little"),
        PaidFault::OffList => words("计算不符", "Not what its days come to"),
        PaidFault::Twice => words("重复贴息", "Paid twice"),
        PaidFault::AfterMaturity => words("到期后贴息", "Paid for days after maturity"),
        PaidFault::AboveLimit => words("超限额贴息", "Paid above the limit"),
        PaidFault::Missing => words("漏统", "Never paid"),
        PaidFault::Undetermined => words("待核实", "Undetermined"),
    }
}

/// What a way of being wrong means and who answers for it.
pub fn fault_meaning(fault: PaidFault) -> Words {
    match fault {
        PaidFault::Over => words(
            "比该期应贴多出容差以上（360天、365天都不符）",
            "More than was due for its days by more than the tolerance, by 360 and by 365 days",
        ),
        PaidFault::Under => words(
            "比该期应贴少出容差以上",
            "Less than was due for its days by more than the tolerance",
        ),
        PaidFault::OffList => words(
            "与该行起止日按本金和执行利率算得的不符，是否应贴另计",
            "Not what its own days come to on the principal at the loan’s rate, be it due or not",
        ),
        PaidFault::Twice => words(
            "同一借据同一期间或期间重叠",
            "One loan, the same period or periods that overlap",
        ),
        PaidFault::AfterMaturity => words(
            "期间含到期日（含在期内的展期）以后的天",
            "The period holds days after maturity, or after an extension that is in term",
        ),
        PaidFault::AboveLimit => words(
            "单户限额以上部分也付了贴息",
            "Something was paid on the part above the household’s limit",
        ),
        PaidFault::Missing => words(
            "贴息明细所涉期间内应贴而从未付过；由此产生的加息罚息由承贷银行承担（达川90号 二(二)2）",
            "Due for days that the table covers, and never paid; the lender bears what this costs (Dachuan 2019 no. 90, 2(2)2)",
        ),
        PaidFault::Undetermined => words(
            "缺少资料，对不对、是不是漏统，有一项还不能判断；上面各项的笔数因此可能偏少",
            "Something about it cannot be told yet, such as whether it was never paid: the counts above may be too low by these",
        ),
    }
}

/// What would have to be known.
pub fn lacks(unknown: Unknown, lang: Lang) -> String {
    match unknown {
        Unknown::Fact(column) => field::name(column).of(lang).to_owned(),
        Unknown::Table(kind) => field::kind(kind).of(lang).to_owned(),
        Unknown::Parameter(parameter) => super::compensation::parameter(parameter)
            .of(lang)
            .to_owned(),
        Unknown::EarlierMonths => super::compliance::EARLIER_MONTHS.of(lang).to_owned(),
    }
}

/// That something would have to be known.
pub fn lacking(unknown: Unknown, lang: Lang) -> String {
    let what = lacks(unknown, lang);
    match lang {
        Lang::Zh => format!("待核实：{what}"),
        Lang::En => format!("not known: {what}"),
    }
}

/// `2019-06-21 至 2019-09-20`, the last day that counts included.
pub fn period(from: &str, last: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{from} 至 {last}"),
        Lang::En => format!("{from} to {last}"),
    }
}

/// A sum between two bounds.
pub fn between(least: &str, most: &str) -> String {
    if least == most {
        least.to_owned()
    } else {
        format!("{least}～{most}")
    }
}

/// A sum at stake, and of how many it is not known.
pub fn at_stake(amount: &str, unknown: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{amount}（另 {unknown} 笔金额不明）"),
        Lang::En => format!("{amount} ({unknown} more of unknown sums)"),
    }
}

/// How many rows a list has and what they come to.
pub fn list_sum(rows: &str, amount: &str, undetermined: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("共 {rows} 笔，金额合计 {amount}；另有 {undetermined} 笔金额待核实，未计入。")
        }
        Lang::En => format!(
            "{rows} rows, {amount} in all; of {undetermined} the sum is not known, and they are not in it."
        ),
    }
}

/// Payments that could not be placed.
pub fn unplaced(
    orphans: &str,
    orphan_sum: &str,
    early: &str,
    early_sum: &str,
    lang: Lang,
) -> String {
    match lang {
        Lang::Zh => format!(
            "台账中没有的借据：{orphans} 笔 {orphan_sum}；结息期之外的：{early} 笔 {early_sum}。"
        ),
        Lang::En => format!(
            "Payments on loans that no file has: {orphans}, {orphan_sum}; outside all periods: {early}, {early_sum}."
        ),
    }
}

/// Which rows of how many are shown.
pub fn window(first: &str, last: &str, all: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {first} 至 {last} 笔，共 {all} 笔"),
        Lang::En => format!("{first} to {last} of {all}"),
    }
}
