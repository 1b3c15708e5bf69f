//! One sentence for every finding: where, what stands there, what to do, what became of it.

mod answer;
mod clause;
pub(super) mod contradiction;
mod first_row;

use crate::report::{FileReading, Finding, Outcome, Problem};

pub use answer::word;

use super::problem;
use super::{Lang, Words, words};

/// The problem in a few words, for grouping.
pub fn short(problem: &Problem, lang: Lang) -> &'static str {
    problem::short(problem).of(lang)
}

/// What was wanted instead, for a column of a table.
pub fn wanted(problem: &Problem, lang: Lang) -> String {
    problem::wanted(problem, lang)
}

/// What became of the thing a finding is about.
pub fn outcome(outcome: Outcome) -> Words {
    match outcome {
        Outcome::FileSetAside => words("该文件未采用。", "The file was not used."),
        Outcome::RowSetAside => words("该行未采用。", "The row was not used."),
        Outcome::CellUnknown => words(
            "该行已采用，此格按未知处理。",
            "The row was used, this cell counts as unknown.",
        ),
        Outcome::ColumnLeftOut => words("该列未读取。", "The column was left out."),
        Outcome::ColumnPseudonymised => {
            words("该列已换成假名读取。", "The column was read as pseudonyms.")
        }
        Outcome::Note => words("数据已采用，请核对。", "Everything was used; please check."),
    }
}

/// What became of it, in a few words for a column of a table.
pub fn outcome_short(outcome: Outcome) -> Words {
    match outcome {
        Outcome::FileSetAside => words("文件未采用", "File set aside"),
        Outcome::RowSetAside => words("该行未采用", "Row set aside"),
        Outcome::CellUnknown => words("此格按未知", "Cell unknown"),
        Outcome::ColumnLeftOut => words("该列未读取", "Column left out"),
        Outcome::ColumnPseudonymised => words("已换成假名", "Pseudonyms read"),
        Outcome::Note => words("提示", "Note"),
    }
}

/// The whole sentence. `files` gives the names of the files by their place in the list.
pub fn sentence(finding: &Finding, files: &[FileReading], lang: Lang) -> String {
    let place = match finding.problem {
        // No one file is to blame for a difference between files.
        Problem::DifferentAsOf { .. } => String::new(),
        _ => place(finding, files, lang),
    };
    let what = clause::what(finding, files, lang);
    let outcome = match finding.problem {
        Problem::BadFeature { .. } => words(
            "该图形未采用，地图上不显示。",
            "The shape was not used and is not on the map.",
        ),
        Problem::CannotRead if finding.outcome == Outcome::Note => words(
            "中断前读出的行已采用，结果不完整。",
            "The rows read before were used; the result is not whole.",
        ),
        _ => outcome(finding.outcome),
    };
    let outcome = outcome.of(lang);
    match lang {
        Lang::Zh => format!("{place}{what}。{outcome}"),
        Lang::En => format!("{place}{what}. {outcome}"),
    }
}

/// Where it is: the line and the column, or the file.
fn place(finding: &Finding, files: &[FileReading], lang: Lang) -> String {
    let column = column(finding, lang);
    let place = match (finding.line, lang) {
        (Some(line), Lang::Zh) => format!("第 {line} 行{column}"),
        (Some(line), Lang::En) if column.is_empty() => format!("Line {line}"),
        (Some(line), Lang::En) => format!("Line {line}, {column}"),
        (None, _) if column.is_empty() => file_name(files, finding.file, lang),
        (None, Lang::Zh) => {
            let sort = if column.ends_with('列') { "" } else { "列" };
            format!("{}的{column}{sort}", file_name(files, finding.file, lang))
        }
        (None, Lang::En) => format!("{}, {column}", file_name(files, finding.file, lang)),
    };
    // That a cell is blank is said by the problem itself.
    let found = finding.found.as_ref();
    match (found.filter(|found| !found.trim().is_empty()), lang) {
        (Some(found), Lang::Zh) => format!("{place}是「{found}」，"),
        (Some(found), Lang::En) => format!("{place} has “{found}”: "),
        (None, Lang::Zh) => place,
        (None, Lang::En) => format!("{place}: "),
    }
}

fn column(finding: &Finding, lang: Lang) -> String {
    let header = finding.header.as_deref().filter(|h| !h.trim().is_empty());
    match (header, finding.column, lang) {
        (Some(header), _, Lang::Zh) => format!("「{header}」"),
        (Some(header), _, Lang::En) => format!("“{header}”"),
        (None, Some(column), Lang::Zh) => format!("第 {column} 列"),
        (None, Some(column), Lang::En) => format!("column {column}"),
        (None, None, _) => String::new(),
    }
}

/// The name of a file, or its place in the list if it is not there.
fn file_name(files: &[FileReading], file: u32, lang: Lang) -> String {
    let known = usize::try_from(file).ok().and_then(|at| files.get(at));
    match (known, lang) {
        (Some(file), Lang::Zh) => format!("文件「{}」", name_of(file)),
        (Some(file), Lang::En) => format!("File “{}”", name_of(file)),
        (None, Lang::Zh) => format!("第 {} 个文件", file + 1),
        (None, Lang::En) => format!("File number {}", file + 1),
    }
}

/// The name of a file, that of a workbook with its sheet: `台账.xlsx › Sheet1`.
pub fn name_of(file: &FileReading) -> String {
    match &file.sheet {
        Some(sheet) => format!("{} › {sheet}", file.name),
        None => file.name.clone(),
    }
}

/// The name of a file with its place in the list, for files of one name.
fn numbered(files: &[FileReading], file: u32, lang: Lang) -> String {
    let known = usize::try_from(file).ok().and_then(|at| files.get(at));
    match (known, lang) {
        (Some(known), Lang::Zh) => format!("第 {} 个文件「{}」", file + 1, name_of(known)),
        (Some(known), Lang::En) => format!("file number {}, “{}”,", file + 1, name_of(known)),
        (None, Lang::Zh) => file_name(files, file, lang),
        (None, Lang::En) => lower_first(&file_name(files, file, lang)),
    }
}

/// The name of a file within an English sentence.
fn lower_first(name: &str) -> String {
    name.replacen("File", "file", 1)
}
