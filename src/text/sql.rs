//! The words in exported SQL: its head, its tables, its columns and its views.

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
pub fn column(field: Field) -> String {
    let words = name(field);
    format!("{}  {}", words.zh, words.en)
}

/// What a view answers.
pub fn view(view: &str) -> Option<Words> {
    let found = VIEWS.iter().find(|(name, _)| *name == view);
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
        "loan_classes",
        words(
            "逐笔：按逾期天数的五级分类",
            "Each loan: class by days past due",
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
];
