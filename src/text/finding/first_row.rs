//! Clauses of findings that name an earlier row: the same loan, household or entry once more.

use crate::report::{FileReading, Finding, Problem};

use super::super::problem::pick;
use super::super::{Lang, Words, words};
use super::{file_name, lower_first};

/// What is the matter with a row that an earlier one says too, or says otherwise; none for other problems.
pub(super) fn clause(finding: &Finding, files: &[FileReading], lang: Lang) -> Option<String> {
    let first = |file: u32, line: u32| first_row(finding, files, file, line, lang);
    match &finding.problem {
        Problem::LoanNumberAtOtherLender {
            first_file,
            first_line,
            lender,
        } => {
            let first = first(*first_file, *first_line);
            Some(pick(
                lang,
                format!(
                    "在{first}已属「{lender}」，同一借据号不应在两家银行。请与两家银行核对，已采用先出现的一行"
                ),
                format!(
                    "{first} gives the number to another lender, “{lender}”. Ask both; the first row is used"
                ),
            ))
        }
        Problem::LoanAlikeAtOtherLender {
            first_file,
            first_line,
            lender,
        } => {
            let first = first(*first_file, *first_line);
            Some(pick(
                lang,
                format!(
                    "但{first}有同一户同日、同额的贷款，承贷银行是「{lender}」，可能是同一笔。请与两家银行核对"
                ),
                format!(
                    "on {first} the household has a loan of the same day and amount at “{lender}”; it may be the same loan. Ask both lenders"
                ),
            ))
        }
        Problem::HouseholdAtTwoAddresses {
            first_file,
            first_line,
            township,
            village,
        } => {
            let first = first(*first_file, *first_line);
            Some(pick(
                lang,
                format!("但{first}同一户在「{township}」「{village}」。请核对该户的乡镇和村"),
                format!(
                    "on {first} the household is in “{township}”, “{village}”. Find out where it lives"
                ),
            ))
        }
        Problem::RepeatedLoan {
            first_file,
            first_line,
            same,
        }
        | Problem::RepeatedRow {
            first_file,
            first_line,
            same,
        } => {
            let what = match finding.problem {
                Problem::RepeatedLoan { .. } => words("与", "the loan stands on"),
                _ => words("这一项与", "this stands on"),
            };
            let first = first(*first_file, *first_line);
            Some(repeated(&first, what, *same, lang))
        }
        Problem::HouseholdElsewhere {
            first_file,
            first_line,
        } => {
            let first = first(*first_file, *first_line);
            Some(pick(
                lang,
                format!("与{first}同一户的村不同，已采用先出现的村"),
                format!("{first} gives the household another village, which is used"),
            ))
        }
        Problem::StatusDiffers {
            first_file,
            first_line,
        } => {
            let first = first(*first_file, *first_line);
            Some(pick(
                lang,
                format!("与{first}同一户的脱贫属性不同，又没有年度可分先后，已采用先出现的一行"),
                format!(
                    "{first} gives the household another status, and no year tells which is later. The first is used"
                ),
            ))
        }
        _ => None,
    }
}

/// The row that a later one repeats: 本文件第 3 行, line 3 of this file.
pub(super) fn first_row(
    finding: &Finding,
    files: &[FileReading],
    file: u32,
    line: u32,
    lang: Lang,
) -> String {
    let name = match lang {
        _ if file != finding.file => lower_first(&file_name(files, file, lang)),
        Lang::Zh => "本文件".to_owned(),
        Lang::En => "this file".to_owned(),
    };
    pick(
        lang,
        format!("{name}第 {line} 行"),
        format!("line {line} of {name}"),
    )
}

fn repeated(first: &str, what: Words, same: bool, lang: Lang) -> String {
    let sameness = if same {
        words("两行内容相同", "both rows say the same")
    } else {
        words(
            "两行内容不同，请核对以哪一行为准",
            "the rows differ; find out which is right",
        )
    };
    pick(
        lang,
        format!(
            "{}{first}重复，{}，已采用先出现的一行",
            what.zh, sameness.zh
        ),
        format!(
            "{} {first} too and {}. The first row is used",
            what.en, sameness.en
        ),
    )
}
