//! Clauses of findings about what townships filled in, and about files of parameters and views.

use crate::report::{Answered, FileReading, Finding, Problem};

use super::super::fact::Named;
use super::super::problem::{lower_kind, pick};
use super::super::{Lang, Words, field};
use super::first_row::first_row;

/// The word that was filled in.
pub fn word(answered: Answered) -> Words {
    match answered {
        Answered::Ability(word) => word.name(),
        Answered::Willingness(word) => word.name(),
        Answered::Cause(word) => word.name(),
    }
}

/// What is the matter; none for other problems.
pub(super) fn clause(finding: &Finding, files: &[FileReading], lang: Lang) -> Option<String> {
    let row = |file, line| first_row(finding, files, file, line, lang);
    Some(match &finding.problem {
        Problem::AnswerWithoutLoan => pick(
            lang,
            "已有回填，但没有一份台账有这笔借据。请核对借据号".to_owned(),
            "something is filled in, and no register has the loan. Check the number".to_owned(),
        ),
        Problem::AnswerDiffers {
            bank_file,
            bank_line,
            bank,
            said,
        } => {
            let (bank, said) = (word(*bank), word(*said));
            let row = row(*bank_file, *bank_line);
            pick(
                lang,
                format!("填为「{}」，{row}为「{}」，以回填为准", said.zh, bank.zh),
                format!(
                    "“{}” was filled in where {row} has “{}”. What was filled in counts",
                    said.en, bank.en
                ),
            )
        }
        Problem::AnswersDiffer {
            said,
            first,
            first_file,
            first_line,
        } => {
            let (said, first) = (word(*said), word(*first));
            let row = row(*first_file, *first_line);
            pick(
                lang,
                format!(
                    "填为「{}」，{row}对同一笔贷款填为「{}」，已采用先出现的一行。请核对以哪一行为准",
                    said.zh, first.zh
                ),
                format!(
                    "“{}” was filled in where {row} has “{}” for the same loan. The first counts; find out which is right",
                    said.en, first.en
                ),
            )
        }
        Problem::OtherForm { file_kind, schema } => pick(
            lang,
            format!(
                "是其他版本的{}（{schema}），本页不认识。请用写出它的版本打开，或重新设定后另存",
                field::kind(*file_kind).zh
            ),
            format!(
                "this is a {} of another version ({schema}). Open it with the version that wrote it, or settle things anew and save them",
                lower_kind(*file_kind)
            ),
        ),
        Problem::DamagedForm { file_kind } => pick(
            lang,
            format!(
                "是{}，但内容无法读出，或有不可能的数值。请使用未经改动的文件",
                field::kind(*file_kind).zh
            ),
            format!(
                "this is a {} and cannot be read, or says what cannot be. Give the file as it was saved",
                lower_kind(*file_kind)
            ),
        ),
        _ => return None,
    })
}
