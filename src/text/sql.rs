//! The words in exported SQL: its head, its tables, its columns and its views.

mod check_views;
mod decided;
mod subsidy_views;

use crate::report::policy::Grade;
use crate::report::{Date, Field};

use super::field::{kind, name};
use super::rules::{RuleWords, rule_words};
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
        "整栏空白视为没有该栏；check_ 各视图的 said 为结论和情形或所缺资料，中间空一格".to_owned(),
        "A column blank throughout counts as none; said in the views check_ is the verdict, a space, and the way of being caught or what is lacking".to_owned(),
        "先建表装数，再查各视图：figures、maturities、not_in_roster、credit_villages、check_counts、subsidy_totals、subsidy_fault_counts 等".to_owned(),
        "Fill the tables, then ask the views: figures, maturities, not_in_roster, credit_villages, check_counts, subsidy_totals, subsidy_fault_counts and others".to_owned(),
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
        "gazetteer" => FileKind::Gazetteer,
        "village_codes" => {
            return "-- 各文件所给的行政村代码  Codes of villages that any file gives".to_owned();
        }
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
    if let Some(rule) = rule_of(view) {
        return Some(rule.title);
    }
    let lists = [
        VIEWS,
        decided::VIEWS,
        check_views::VIEWS,
        subsidy_views::VIEWS,
    ];
    let mut all = lists.into_iter().flatten();
    let found = all.find(|(name, _)| *name == view);
    found.map(|(_, words)| *words)
}

/// The words of the check whose view that is, if it is one.
fn rule_of(view: &str) -> Option<&'static RuleWords> {
    let number = view.strip_prefix("check_a")?;
    rule_words(&format!("A{number}"))
}

/// What a view answers, as comment; a check's view tells which check it is.
pub fn view_comment(view: &str) -> String {
    let Some(rule) = rule_of(view) else {
        return self::view(view).map_or_else(String::new, comment);
    };
    let Words { zh, en } = rule.title;
    format!("-- {} {zh}\n-- {} {en}\n", rule.id, rule.id)
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
];

/// The word of a credit grade by which the rural cooperatives' matrix is asked; none stands for all other words.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Excellent => "优秀",
        Grade::Good => "较好",
        Grade::FairOrNone => "",
    }
}
