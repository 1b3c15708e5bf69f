//! The words in exported SQL: its head, its tables, its columns and its views.

mod decided;

use crate::report::policy::Grade;
use crate::report::{Date, Field};

use super::field::{kind, name};
use super::{Words, words};
use crate::report::FileKind;

/// What stands above everything: what it is, how money, rates and days are written, and by which parameters it was made.
pub fn head(dialect: &str, as_of: Date, digest: &str) -> String {
    let lines = [
        format!("信贷图册：指标与规则，{dialect} 方言"),
        format!("Credit Atlas: indicators and rules, in the dialect of {dialect}"),
        format!("统计时点 {as_of}，参数表摘要 {digest}"),
        format!("As of {as_of}; digest of the parameters {digest}"),
        "金额以分计，利率以万分之一百分点计，均为整数；五级分类 1 至 5；日期为自然日；空值表示未知，不是零".to_owned(),
        "Money is in fen and rates in ten-thousandths of a percent, whole numbers; classes are 1 to 5; null is unknown, never zero".to_owned(),
        "先建表装数，再查各视图：figures、maturities、not_in_roster、credit_villages、check_counts 等".to_owned(),
        "Fill the tables, then ask the views: figures, maturities, not_in_roster, credit_villages, check_counts and others".to_owned(),
    ];
    let lines: String = lines.iter().map(|line| format!("-- {line}\n")).collect();
    format!("{lines}\n")
}

/// A text as lines of comment, Chinese first.
pub fn comment(words: Words) -> String {
    format!("-- {}\n-- {}\n", words.zh, words.en)
}

/// What a table holds, as comment.
pub fn table(table: &str) -> String {
    let of = match table {
        "loans" => FileKind::Loans,
        "roster" => FileKind::Roster,
        "subsidy" => FileKind::Subsidies,
        "villages" => FileKind::Villages,
        "fund" => FileKind::Funds,
        "reported" => FileKind::ReportedTotals,
        _ => FileKind::Rates,
    };
    let words = kind(of);
    format!("-- {}  {}", words.zh, words.en)
}

/// What a column holds, as comment.
pub fn column(column: &str, field: Option<Field>) -> String {
    let words = match (field, column) {
        (Some(field), _) => name(field),
        (None, "file_number") => words("文件序号，从 1 起", "Number of the file, from 1"),
        (None, _) => words("行序号，从 1 起", "Number of the row, from 1"),
    };
    format!("{}  {}", words.zh, words.en)
}

/// What a view answers.
pub fn view(view: &str) -> Option<Words> {
    let mut all = VIEWS.iter().chain(decided::VIEWS);
    let found = all.find(|(name, _)| *name == view);
    found.map(|(_, words)| *words)
}

/// Every view with its meaning.
const VIEWS: &[(&str, Words)] = &[
    ("report_day", words("统计时点", "The day of the report")),
    (
        "loan_days",
        words(
            "逐笔：实际到期日、距到期天数、逾期天数、是否在花名册",
            "Each loan: effective due date, days left, days past due, whether in the roster",
        ),
    ),
    (
        "loan_arrears",
        words(
            "逐笔：本金和利息两个逾期天数，取较长",
            "Each loan: days past due of principal and of interest, the worse counts",
        ),
    ),
    (
        "loan_bounds",
        words(
            "逐笔：所选分类规则下各类的最后一天",
            "Each loan: the last days of the classes by the chosen rule set",
        ),
    ),
    (
        "loan_least",
        words("逐笔：按天数至少几类", "Each loan: the least class by days"),
    ),
    (
        "loan_classes",
        words("逐笔：五级分类", "Each loan: its class"),
    ),
    (
        "loan_buffers",
        words(
            "逐笔：不良起始日和缓冲期",
            "Each loan: since when non-performing, and its buffer",
        ),
    ),
    (
        "loan_standing",
        words(
            "逐笔：状态及其起始日",
            "Each loan: its standing, and since when",
        ),
    ),
    (
        "standing_counts",
        words(
            "各状态的笔数、户数和余额",
            "Loans, households and balance by standing",
        ),
    ),
    (
        "loan_groups",
        words(
            "按全县、乡镇、行政村、银行汇总",
            "Sums by county, township, village and lender",
        ),
    ),
    (
        "roster_groups",
        words("花名册户数", "Households of the roster"),
    ),
    ("report_groups", words("报表各行", "The rows of the report")),
    (
        "group_counts",
        words(
            "各组的笔数、户数和金额",
            "Loans, households and money of each group",
        ),
    ),
    (
        "figures",
        words(
            "各组指标，每个比率附分子和分母",
            "The figures of each group, every rate with its part and whole",
        ),
    ),
    ("month_sums", words("按到期月份汇总", "Sums by month due")),
    (
        "maturities",
        words("到期日历和还款高峰", "What falls due by month, and peaks"),
    ),
    (
        "not_in_roster",
        words(
            "不在花名册的贷款",
            "Loans whose household is not in the roster",
        ),
    ),
    (
        "village_repayment",
        words("各村还款情况", "Repayment by village"),
    ),
    (
        "village_places",
        words("行政村名次", "The places of villages"),
    ),
    (
        "credit_villages",
        words("信用村排名", "The order of villages"),
    ),
    (
        "rate_intervals",
        words(
            "随程序附带的利率及其起止",
            "The rates that come along, from when to when",
        ),
    ),
    (
        "county_rate_intervals",
        words(
            "县利率表及其起止，优先采用",
            "The county's own rates, which go first",
        ),
    ),
    (
        "rate_caps",
        words(
            "逐笔：放款日同档次利率上限",
            "Each loan: the cap of its rate",
        ),
    ),
    (
        "check_a01",
        words("A01 不在花名册", "A01 Not in the roster"),
    ),
    (
        "household_totals",
        words(
            "逐笔：截至放款日该户未还贷款合计",
            "Each loan: what the household's unpaid loans come to by its day",
        ),
    ),
    (
        "household_excess",
        words(
            "各户最后一次超限额的日期",
            "The last day on which each household went above its limit",
        ),
    ),
    (
        "check_a03",
        words("A03 单户超限额", "A03 Household above its limit"),
    ),
    (
        "check_a15",
        words(
            "A15 分类偏优（隐性不良）",
            "A15 Class better than days allow",
        ),
    ),
    (
        "check_a19",
        words("A19 代偿缓冲期", "A19 Buffer before payout"),
    ),
    ("check_a04", words("A04 期限超限", "A04 Term too long")),
    ("check_a05", words("A05 利率超限", "A05 Rate above the cap")),
    (
        "check_verdicts",
        words("各项检查逐笔结论", "Every check's verdict on every loan"),
    ),
    (
        "check_counts",
        words("各项检查笔数和金额", "Counts and amounts by check"),
    ),
    (
        "settlement_periods",
        words(
            "结息期，含起日不含止日",
            "Settlement periods, the last day not among them",
        ),
    ),
    (
        "subsidy_spells",
        words(
            "逐笔：计息期间、本金上下界和贴息利率",
            "Each loan: days in term, bounds of principal, rate subsidised",
        ),
    ),
    (
        "subsidy_points",
        words(
            "逐笔：应贴本金可能变化的日期",
            "Each loan: days on which the principal subsidised may change",
        ),
    ),
    (
        "subsidy_stretches",
        words(
            "逐笔：应贴本金不变的各段",
            "Each loan: stretches of one principal",
        ),
    ),
    (
        "subsidy_principal",
        words(
            "逐笔逐段：限额以内的本金",
            "Each stretch: the principal below the household's limit",
        ),
    ),
    (
        "subsidy_due",
        words(
            "逐笔逐期：应贴息额，按 360 天和 365 天；上下界不等则未知",
            "Each loan and period: subsidy due by 360 and 365 days; unknown where the bounds differ",
        ),
    ),
    (
        "subsidy_sources",
        words(
            "逐笔：资金来源，清退前后",
            "Each loan: whose money, before and after removal",
        ),
    ),
    (
        "subsidy_totals",
        words(
            "应贴息额按资金来源、银行、结息期汇总",
            "Subsidy due by source of money, lender and period",
        ),
    ),
];

/// The word of a credit grade by which the rural cooperatives' matrix is asked; none stands for all other words.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Excellent => "优秀",
        Grade::Good => "较好",
        Grade::FairOrNone => "",
    }
}
