//! The words of tables that are taken away: headings, the total row, the source line, the names of files.

use super::number::MoneyUnit;
use super::{Lang, Words, words};

/// The rank of a village.
pub const RANK: Words = words("名次", "Rank");
/// Whether the rank is shared.
pub const TIED: Words = words("并列", "Tied");
/// Which list a village stands in.
pub const LIST: Words = words("列入", "List");
/// In the order.
pub const RANKED: Words = words("排名", "Ranked");
/// Too few matured loans.
pub const TOO_FEW: Words = words("样本不足", "Too few loans");
/// On-time repayment cannot be told.
pub const UNDETERMINED: Words = words("待核实", "Undetermined");
/// The total row.
pub const TOTAL: Words = words("合计", "Total");
/// 乡镇
pub const TOWNSHIP: Words = words("乡镇", "Township");
/// 行政村
pub const VILLAGE: Words = words("行政村", "Village");
/// 承贷银行
pub const LENDER: Words = words("承贷银行", "Lender");
/// The month of maturity.
pub const MONTH: Words = words("到期月份", "Month due");
/// Loans of a month.
pub const LOANS: Words = words("笔数", "Loans");
/// Households of a month.
pub const HOUSEHOLDS: Words = words("户数", "Households");
/// Balance falling due, in yuan.
pub const FALLING_DUE: Words = words("到期余额（元）", "Balance falling due (yuan)");
/// What is overdue of it, in yuan.
pub const OVERDUE: Words = words("其中已逾期（元）", "Of it overdue (yuan)");
/// Whether a month is a peak.
pub const PEAK: Words = words("还款高峰", "Peak");
/// 有余额笔数
pub const OUTSTANDING_LOANS: Words = words("有余额笔数", "Loans with a balance");
/// 已到期笔数
pub const MATURED_LOANS: Words = words("已到期笔数", "Matured loans");
/// 信用户数
pub const CREDIT_HOUSEHOLDS: Words = words("信用户数", "Credit households");
/// 农户总数
pub const ALL_HOUSEHOLDS: Words = words("农户总数", "All households");
/// 到期归还率
pub const REPAID: Words = words("到期归还率", "Repaid by the as-of date");
/// 按期归还率
pub const ON_TIME: Words = words("按期归还率", "Repaid on time");
/// The number of a loan.
pub const LOAN_NUMBER: Words = words("借据号", "Loan number");
/// The number of a household.
pub const HOUSEHOLD_NUMBER: Words = words("户编号", "Household number");
/// 贷款金额, in yuan.
pub const DISBURSED: Words = words("贷款金额（元）", "Principal disbursed (yuan)");
/// 贷款余额, in yuan.
pub const BALANCE: Words = words("贷款余额（元）", "Balance (yuan)");
/// 放款日期
pub const DISBURSED_ON: Words = words("放款日期", "Disbursement date");
/// 到期日期
pub const DUE_ON: Words = words("到期日期", "Due date");
/// 展期到期日
pub const EXTENDED_TO: Words = words("展期到期日", "Due date after extension");
/// 逾期天数
pub const DAYS_PAST_DUE: Words = words("逾期天数", "Days past due");
/// The class by days past due.
pub const CLASS: Words = words("五级分类（按逾期天数）", "Risk class (by days past due)");
/// Whether the household is in the roster.
pub const IN_ROSTER: Words = words("是否在花名册", "In the roster");
/// A file.
pub const FILE: Words = words("文件", "File");
/// A sheet of a workbook.
pub const SHEET: Words = words("工作表", "Sheet");
/// A line.
pub const LINE: Words = words("行", "Line");
/// A column.
pub const COLUMN: Words = words("列", "Column");
/// The header of a column.
pub const HEADER: Words = words("列名", "Header");
/// The text found.
pub const FOUND: Words = words("原内容", "Text found");
/// What is wrong.
pub const PROBLEM: Words = words("问题", "Problem");
/// What was wanted.
pub const WANTED: Words = words("应为", "Wanted");
/// What became of it.
pub const OUTCOME: Words = words("处理", "Outcome");
/// The whole sentence.
pub const SENTENCE: Words = words("说明", "In words");
/// 统计时点
pub const AS_OF: Words = words("统计时点", "As of");
/// For whom it is.
pub const AUDIENCE: Words = words("范围", "Audience");
/// For those inside.
pub const INTERNAL: Words = words("内部", "Internal");
/// The files it was made from.
pub const SOURCE: Words = words("来源文件", "Source files");
/// No day is settled yet.
pub const NO_DAY: Words = words("未定", "Not settled");
/// Yes.
pub const YES: Words = words("是", "yes");
/// No.
pub const NO: Words = words("否", "no");
/// There is none, and that is known.
pub const NONE: Words = words("无", "none");
/// It is not known.
pub const UNKNOWN: Words = words("未知", "unknown");
/// The column does not apply to the row.
pub const NOT_APPLICABLE: Words = words("不适用", "not applicable");

/// Columns of a rate: itself, its part and its whole.
pub fn rate(name: &str, unit: Option<&str>, lang: Lang) -> [String; 3] {
    let (part, whole) = match lang {
        Lang::Zh => ("分子", "分母"),
        Lang::En => ("numerator", "denominator"),
    };
    let unit = unit.map_or_else(String::new, |unit| match lang {
        Lang::Zh => format!("（{unit}）"),
        Lang::En => format!(" ({unit})"),
    });
    match lang {
        Lang::Zh => [
            name.to_owned(),
            format!("{name}{part}{unit}"),
            format!("{name}{whole}{unit}"),
        ],
        Lang::En => [
            name.to_owned(),
            format!("{name}: {part}{unit}"),
            format!("{name}: {whole}{unit}"),
        ],
    }
}

/// A heading that says it is in yuan, saying instead that it is in another unit; any other heading as it is.
pub fn in_unit(heading: &str, unit: MoneyUnit, lang: Lang) -> String {
    let own = ["（元）", "(元)", "(yuan)"];
    let name = own.iter().find_map(|own| heading.strip_suffix(own));
    name.map_or_else(
        || heading.to_owned(),
        |name| format!("{} {}", name.trim_end(), unit.name(lang)),
    )
}

/// A name with the unit of money.
pub fn in_yuan(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}（元）"),
        Lang::En => format!("{name} (yuan)"),
    }
}

/// One of the five classes by amount or by loans.
pub fn class(name: &str, by_amount: bool, lang: Lang) -> String {
    match (lang, by_amount) {
        (Lang::Zh, true) => format!("{name}占比（金额）"),
        (Lang::Zh, false) => format!("{name}占比（笔数）"),
        (Lang::En, true) => format!("{name} (amount)"),
        (Lang::En, false) => format!("{name} (loans)"),
    }
}

/// Loans falling due within so many days, by amount or by loans.
pub fn due_within(days: u32, by_amount: bool, lang: Lang) -> String {
    match (lang, by_amount) {
        (Lang::Zh, true) => format!("{days} 天内到期（金额）"),
        (Lang::Zh, false) => format!("{days} 天内到期（笔数）"),
        (Lang::En, true) => format!("Due within {days} days (amount)"),
        (Lang::En, false) => format!("Due within {days} days (loans)"),
    }
}

/// A table that can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Taken {
    /// By township.
    Townships,
    /// By village.
    Villages,
    /// By lender.
    Lenders,
    /// By month.
    Months,
    /// The repayment calendar by day, week or month.
    Calendar,
    /// What falls due by month and group.
    DuesByGroup,
    /// How much the largest borrowers hold.
    Concentration,
    /// Figures under an assumption.
    WhatIf,
    /// Which way loans go under an assumption.
    WhatIfWays,
    /// Loans that are assumed to be collected.
    WhatIfLoans,
    /// The order of villages.
    CreditVillages,
    /// Loans whose household is not in the roster.
    NotInRoster,
    /// The loans that a check caught.
    CheckRows,
    /// What was wrong in the files.
    Findings,
    /// A file given, its personal columns left out or as pseudonyms.
    Pseudonymised,
    /// What was settled for files of known shapes.
    Profile,
    /// The table of parameters.
    Parameters,
    /// Views of the register.
    Views,
    /// The register in groups.
    Groups,
    /// The register.
    Register,
    /// A work list, to be filled in.
    WorkList,
    /// The whole report.
    Report,
    /// 贴息申报表
    SubsidyDeclaration,
    /// What was paid otherwise than due.
    SubsidyFaults,
    /// Subsidy by period.
    SubsidyPeriods,
    /// Subsidy by lender.
    SubsidyLenders,
    /// Subsidy by village.
    SubsidyVillages,
    /// 代偿申请表
    PayoutApplication,
    /// A map.
    Map,
    /// The months as a picture.
    MonthsPicture,
    /// The classes as a picture.
    ClassesPicture,
}

/// The name of what is taken away, as part of a file's name.
pub fn taken(taken: Taken) -> &'static str {
    match taken {
        Taken::Townships => "乡镇",
        Taken::Villages => "行政村",
        Taken::Lenders => "银行",
        Taken::Months => "到期",
        Taken::Calendar => "还款日历",
        Taken::DuesByGroup => "分组到期",
        Taken::Concentration => "集中度",
        Taken::WhatIf => "假设_不是统计结果",
        Taken::WhatIfWays => "假设_处置和状态",
        Taken::WhatIfLoans => "假设_视为收回的贷款",
        Taken::CreditVillages => "信用村",
        Taken::NotInRoster => "不在花名册",
        Taken::CheckRows => "合规检查",
        Taken::Findings => "问题清单",
        Taken::Pseudonymised => "假名",
        Taken::Profile => "读取方案",
        Taken::Parameters => "参数",
        Taken::Views => "台账视图",
        Taken::Groups => "台账分组",
        Taken::Register => "台账",
        Taken::WorkList => "处置清单",
        Taken::Report => "全部结果",
        Taken::SubsidyDeclaration => "贴息申报表",
        Taken::SubsidyFaults => "贴息核对",
        Taken::SubsidyPeriods => "贴息_结息期",
        Taken::SubsidyLenders => "贴息_银行",
        Taken::SubsidyVillages => "贴息_行政村",
        Taken::PayoutApplication => "代偿申请表",
        Taken::Map => "地图",
        Taken::MonthsPicture => "到期图",
        Taken::ClassesPicture => "五级分类图",
    }
}

/// What the rules as SQL are called in the name of a file.
pub fn rules_as_sql(dialect: &str) -> String {
    format!("规则_{dialect}")
}

/// The name of a file: `信贷图册_内部_乡镇_2019-11-30.csv`.
pub fn file_name(what: &str, day: Option<&str>, ext: &str) -> String {
    match day {
        Some(day) => format!("信贷图册_{}_{what}_{day}.{ext}", INTERNAL.zh),
        None => format!("信贷图册_{}_{what}.{ext}", INTERNAL.zh),
    }
}
