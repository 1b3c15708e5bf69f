//! The words of mending: problems that are alike, the texts found, what they are to become, the corrections made.

use crate::report::{Field, LoanStatus, Outcome, Problem, RiskClass, Step, StepRows};

use super::{Lang, Words, class, finding, words};

/// A cell that holds nothing.
pub const BLANK_CELL: Words = words("（空白）", "(blank)");
/// A text that is not repeated.
pub const NOT_SHOWN: Words = words("（可能是个人信息，不显示）", "(may be personal, not shown)");
/// A whole row is meant.
pub const WHOLE_ROW: Words = words("（整行）", "(whole row)");
/// Before the text that is to be read instead.
pub const BECOMES: Words = words("改为", "Change to");
/// No word is chosen yet.
pub const CHOOSE: Words = words("请选择", "Choose");
/// The cell is to be read as blank.
pub const BECOMES_BLANK: Words = words("全部改为空白", "Make all blank");
/// Shows the rows.
pub const SEE_ROWS: Words = words("看这几行", "See these rows");
/// Hides them again.
pub const HIDE_ROWS: Words = words("收起", "Hide");
/// The column of lines.
pub const LINE: Words = words("行", "Line");
/// What a cell of a column that is left out shows.
pub const HIDDEN_CELL: &str = "●●●";
/// Takes back what was done last.
pub const UNDO: Words = words("撤销", "Undo");
/// Takes a correction away.
pub const REMOVE: Words = words("取消更正", "Take away");
/// A correction that fits no cell.
pub const NOT_HIT: Words = words("未用到", "fits nothing");
/// More groups or texts.
pub const SHOW_ALL: Words = words("全部显示", "Show all");

/// `67 个问题，分 5 类`
pub fn problems(count: &str, groups: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count} 个问题，分 {groups} 类"),
        Lang::En => format!("Problems: {count}, of {groups} sorts"),
    }
}

/// Where groups or texts are left out: `还有 12 类`.
pub fn more(count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 种"),
        Lang::En => format!("{count} more"),
    }
}

/// Texts that are nowhere on the page.
pub fn not_listed(count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("另有 {count} 种内容未列出；更正上面的内容后会接着列出，导出文件中有全部问题。")
        }
        Lang::En => format!(
            "{count} more texts are not listed; they follow once those above are corrected, and the export has them all."
        ),
    }
}

/// Problems beyond those that are kept.
pub fn not_kept(count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 个问题未归类列出。"),
        Lang::En => format!("{count} more problems are in none of these groups."),
    }
}

/// What became of the cells or rows of a group.
pub fn outcome(outcome: Outcome, lang: Lang) -> &'static str {
    finding::outcome_short(outcome).of(lang)
}

/// What is wrong, for all findings of a group: they may differ in what only one of them says.
pub fn what(problem: &Problem, lang: Lang) -> &'static str {
    match problem {
        Problem::RepeatedLoan { .. } => words("借据重复", "A loan twice").of(lang),
        other => finding::short(other, lang),
    }
}

/// The header of a column: `「到期日」`.
pub fn header(header: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("「{header}」"),
        Lang::En => format!("“{header}”"),
    }
}

/// A column whose header is blank: `第 3 列`.
pub fn column(column: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {column} 列"),
        Lang::En => format!("column {column}"),
    }
}

/// A text found.
pub fn found(text: Option<&str>, is_of_cell: bool, lang: Lang) -> String {
    match text {
        Some(text) if text.trim().is_empty() => BLANK_CELL.of(lang).to_owned(),
        Some(text) => header(text, lang),
        None if is_of_cell => NOT_SHOWN.of(lang).to_owned(),
        None => WHOLE_ROW.of(lang).to_owned(),
    }
}

/// What stands before and behind the numbers of lines: `第 12、18 行`.
pub fn lines(lang: Lang) -> (&'static str, &'static str, &'static str) {
    match lang {
        Lang::Zh => ("第 ", "、", " 行"),
        Lang::En => ("lines ", ", ", ""),
    }
}

/// The name of the input for what a text is to become.
pub fn input(found: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("把{found}改为"),
        Lang::En => format!("Change {found} to"),
    }
}

/// Corrects all cells that hold the text.
pub fn all(count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("全部 {count} 处"),
        Lang::En => format!("All {count}"),
    }
}

/// Corrects one line.
pub fn only(line: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("只改第 {line} 行"),
        Lang::En => format!("Line {line} only"),
    }
}

/// What the correction made last has done.
pub fn done(count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已更正 {count} 处，可撤销。"),
        Lang::En => format!("{count} corrected; this can be undone."),
    }
}

/// How many corrections were made.
pub fn corrections(count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已作的更正（{count} 项）"),
        Lang::En => format!("Corrections made ({count})"),
    }
}

/// A correction: `「到期日期」：（空白） → 「2020-12-31」，全部`.
pub fn step(step: &Step, lang: Lang) -> String {
    let column = header(&step.column.header, lang);
    let from = found(Some(&step.found), true, lang);
    let to = found(Some(&step.becomes), true, lang);
    let rows = match (&step.rows, lang) {
        (StepRows::All, Lang::Zh) => "全部".to_owned(),
        (StepRows::All, Lang::En) => "all".to_owned(),
        (StepRows::Key { key }, Lang::Zh) => format!("只改编号 {key}"),
        (StepRows::Key { key }, Lang::En) => format!("only number {key}"),
        (StepRows::Line { line }, Lang::Zh) => format!("只改第 {line} 行"),
        (StepRows::Line { line }, Lang::En) => format!("only line {line}"),
    };
    match lang {
        Lang::Zh => format!("{column}：{from} → {to}，{rows}"),
        Lang::En => format!("{column}: {from} → {to}, {rows}"),
    }
}

/// How many cells a correction has changed.
pub fn hits(count: u64, shown: &str, lang: Lang) -> String {
    match (count, lang) {
        (0, _) => NOT_HIT.of(lang).to_owned(),
        (_, Lang::Zh) => format!("用到 {shown} 处"),
        (_, Lang::En) => format!("changed {shown}"),
    }
}

/// An example of what a cell may be changed to, where an example helps.
pub fn example(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotADate { .. } | Problem::NoSuchDate { .. } => DAY,
        Problem::NotMoney { .. }
        | Problem::FinerThanFen { .. }
        | Problem::NegativeMoney { .. }
        | Problem::MoneyTooLarge { .. } => AMOUNT,
        Problem::NotANumber {
            field: Field::AnnualInterestRate,
        } => RATE,
        Problem::NotANumber { .. } => COUNT,
        Problem::Blank { field } | Problem::NotText { field } => of_field(*field),
        _ => "",
    }
}

const DAY: &str = "2024-12-01";
const AMOUNT: &str = "50000.00";
const RATE: &str = "4.35";
const COUNT: &str = "120";

fn of_field(field: Field) -> &'static str {
    match field {
        Field::DisbursementDate
        | Field::MaturityDate
        | Field::ExtendedMaturityDate
        | Field::SettlementDate
        | Field::AsOf => DAY,
        Field::DisbursedPrincipal | Field::OutstandingPrincipal => AMOUNT,
        _ => "",
    }
}

/// The words that a cell may be changed to, where the column knows a few words only.
pub fn known(problem: &Problem) -> Vec<Words> {
    match problem {
        Problem::UnknownWord {
            field: Field::RiskClass,
        } => RiskClass::ALL.map(class::name).to_vec(),
        Problem::UnknownWord {
            field: Field::Status,
        } => [
            LoanStatus::NotDue,
            LoanStatus::Overdue,
            LoanStatus::Settled,
            LoanStatus::PaidOut,
            LoanStatus::WrittenOff,
        ]
        .map(class::status)
        .to_vec(),
        _ => Vec::new(),
    }
}

/// A known word as the reader of the page sees it: files have it in Chinese.
pub fn choice(word: Words, lang: Lang) -> String {
    match lang {
        Lang::Zh => word.zh.to_owned(),
        Lang::En => format!("{} ({})", word.zh, word.en),
    }
}

/// Problems of a file that an exported list does not have one by one.
pub fn not_exported(count: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("本文件另有 {count} 个问题未逐条列出"),
        Lang::En => format!("{count} more problems of this file are not listed one by one"),
    }
}
