//! One sentence for every finding: where, what stands there, what to do, what became of it.

mod first_row;

use crate::report::{Field, FileReading, Finding, Outcome, Problem};

use super::problem::{self, lower, lower_kind, names, pick};
use super::{Lang, Words, field, reading, words};

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
    let what = what(finding, files, lang);
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

/// What is the matter and what to do, as a clause that follows the place.
fn what(finding: &Finding, files: &[FileReading], lang: Lang) -> String {
    match &finding.problem {
        Problem::NotATable { looks_like } => {
            let (content, way) = (reading::content(*looks_like), reading::way_out(*looks_like));
            pick(
                lang,
                format!("看起来是{}，不是文本表格。{}", content.zh, way.zh),
                format!(
                    "this looks like {}, not a text table. {}",
                    content.en, way.en
                ),
            )
        }
        Problem::MissingColumns { file_kind, fields } => pick(
            lang,
            format!(
                "是{}，但缺少必需的列：{}。请补上这些列后再放入",
                field::kind(*file_kind).zh,
                names(fields, Lang::Zh)
            ),
            format!(
                "this is a {} and lacks: {}. Add the columns and give it again",
                lower_kind(*file_kind),
                names(fields, Lang::En).to_lowercase()
            ),
        ),
        Problem::SameFileTwice { first_file } => pick(
            lang,
            format!(
                "与前面的{}内容相同，只计一次",
                numbered(files, *first_file, lang)
            ),
            format!(
                "it is the same as {} and counts once",
                numbered(files, *first_file, lang)
            ),
        ),
        Problem::TooFewCells { found, wanted } | Problem::TooManyCells { found, wanted } => pick(
            lang,
            format!("有 {found} 个单元格，应为 {wanted} 个，与表头一致。请检查分隔符和引号"),
            format!(
                "there are {found} cells where the header has {wanted}. Check separators and quotes"
            ),
        ),
        Problem::PersonalColumn { personal, evidence } => {
            let (personal, why) = (reading::personal(*personal), reading::evidence(*evidence));
            pick(
                lang,
                format!("像是{}（{}）。请脱敏后再放入", personal.zh, why.zh),
                format!(
                    "this looks like {} ({}). Take personal data out before giving the file",
                    personal.en, why.en
                ),
            )
        }
        Problem::UnitGuessed { fields, unit } => pick(
            lang,
            format!(
                "未写明单位，已按金额大小把{}当作{}。请在列的识别中确认，或在列名中写明单位",
                names(fields, Lang::Zh),
                reading::unit(*unit).zh
            ),
            format!(
                "no unit is given; by the size of the amounts {} was taken as {}. Confirm it among the columns, or put the unit into the header",
                names(fields, Lang::En).to_lowercase(),
                reading::unit(*unit).en
            ),
        ),
        Problem::Blank { field }
            if finding
                .found
                .as_ref()
                .is_some_and(|text| !text.trim().is_empty()) =>
        {
            pick(
                lang,
                format!("等于没有填写，应填写{}", name(*field)),
                format!("it says nothing where a {} must stand", lower(*field)),
            )
        }
        Problem::DifferentAsOf { days } => {
            let days: Vec<String> = days.iter().map(ToString::to_string).collect();
            pick(
                lang,
                format!(
                    "各贷款文件的数据日期不一致（{}）。请只放入同一天的数据，或确认统计时点",
                    days.join("、")
                ),
                format!(
                    "The loan files give different days of data ({}). Give files of one day, or settle the as-of date",
                    days.join(", ")
                ),
            )
        }
        Problem::BadFeature { feature } => pick(
            lang,
            format!("的第 {feature} 个图形没有名称或没有面"),
            format!("shape {feature} has no name or no area"),
        ),
        problem => {
            first_row::clause(finding, files, lang).unwrap_or_else(|| column_or_file(problem, lang))
        }
    }
}

/// Clauses that need no other file's name.
fn column_or_file(problem: &Problem, lang: Lang) -> String {
    let fixed = match problem {
        Problem::EmptyFile => words(
            "是空的。请重新导出后再放入",
            "there is nothing in it. Export it again and give that",
        ),
        Problem::HeaderAlone => words(
            "只有表头，没有数据。请核对导出条件后再放入",
            "there is a header and no row below it. Check how it was exported",
        ),
        Problem::UnknownHeader => words(
            "前几行中没有可识别的表头。请在“核对读取”中指出表头所在的行，并为各列选择含义",
            "no line near the top is a header that is known. Under “Check the reading” say where the header stands and what its columns are",
        ),
        Problem::QuoteNeverClosed => words(
            "双引号没有成对，无法分出各个单元格。请在原文件中补上引号",
            "a quote is opened and never closed, so that the cells cannot be told apart. Close it in the file",
        ),
        Problem::TotalRow => words(
            "是合计行，不是数据行",
            "this is a total and no row of its own",
        ),
        Problem::NoteRow => words(
            "是表格的说明，不是数据行",
            "this is a note to the table and no row of it",
        ),
        Problem::HeaderRow => words(
            "重复了表头，不是数据行",
            "this is the header once more and no row",
        ),
        Problem::RepeatedHousehold => words(
            "该户在花名册中重复，已采用先出现的一行",
            "the household stands in the roster more than once; the first row is used",
        ),
        Problem::RepeatedPerson => words(
            "此人在花名册中重复，已采用先出现的一行",
            "the person stands in the roster more than once; the first row is used",
        ),
        Problem::RepeatedVillage => words(
            "该村在村表中重复，已采用先出现的一行",
            "the village stands in the table more than once; the first row is used",
        ),
        Problem::PeriodReversed => words(
            "早于计息起日，应不早于起日",
            "it is before the first day of the period; wanted a day not before it",
        ),
        Problem::NotGeoJson => words(
            "不是可读的 GeoJSON 边界文件。请索取 GeoJSON 格式的乡镇边界",
            "this is no GeoJSON that can be read. Ask for the boundaries as GeoJSON",
        ),
        Problem::CannotRead => words(
            "无法读取，可能已被移动、删除或被其他程序占用。请关闭占用它的程序后重新选择",
            "it could not be read; it may have been moved or deleted, or another program holds it. Choose it again",
        ),
        Problem::NotAWorkbook => words(
            "看起来是工作簿或压缩包，但其中没有工作表。请用 Excel 或 WPS 打开后另存为 .xlsx 或 CSV，再放入",
            "this looks like a workbook or an archive, but there is no sheet in it. Save it anew as .xlsx or CSV and give that",
        ),
        Problem::OtherWorkbook => words(
            "是 .xlsb 或很旧的 .xls 工作簿，本页不读这两种。请用 Excel 或 WPS 打开后另存为 .xlsx，再放入",
            "this is an .xlsb or a very old .xls workbook, which are not read here. Save it as .xlsx in Excel or WPS and give that",
        ),
        Problem::EncryptedWorkbook => words(
            "设有打开密码。请在 Excel 或 WPS 中取消密码后再放入",
            "it opens with a password only. Take the password away in Excel or WPS and give it again",
        ),
        Problem::DamagedWorkbook { sheet: None } => words(
            "已损坏，无法读出。请用 Excel 或 WPS 打开后另存，再放入",
            "the workbook is damaged and cannot be read. Open it in Excel or WPS, save it anew and give that",
        ),
        Problem::RepeatedColumn { field } => {
            return pick(
                lang,
                format!("与另一列同为“{}”，已采用那一列", name(*field)),
                format!("another column is {} too and is used", lower(*field)),
            );
        }
        Problem::UnitUnknown { fields } => {
            return pick(
                lang,
                format!(
                    "未写明单位，也无法由金额看出（{}）。请在列的识别中选定单位，或在列名中写明，如“贷款余额（万元）”",
                    names(fields, Lang::Zh)
                ),
                format!(
                    "no unit is given and the amounts do not tell it ({}). Choose it among the columns, or put it into the header, such as 贷款余额（万元）",
                    names(fields, Lang::En).to_lowercase()
                ),
            );
        }
        Problem::RoundedNumbers { field } => {
            return pick(
                lang,
                format!(
                    "多数{}第 15 位以后都是零，可能已被 Excel 改动，不同的编号会变成同一个。请与原系统核对，必要时重新导出",
                    name(*field)
                ),
                format!(
                    "most of these ({}) have nothing but zeros behind the fifteenth digit, as Excel leaves them, so that different ones become one. Compare them with the source and export again if need be",
                    lower(*field)
                ),
            );
        }
        Problem::ColumnGuessed { field } => {
            return pick(
                lang,
                format!("不是通用列名，已当作“{}”。请在列的识别中确认", name(*field)),
                format!(
                    "this is no common header and was taken as {}. Confirm it among the columns",
                    lower(*field)
                ),
            );
        }
        Problem::DamagedWorkbook { sheet: Some(sheet) } => {
            return pick(
                lang,
                format!(
                    "的工作表「{sheet}」已损坏，无法读出。请用 Excel 或 WPS 打开后另存，再放入"
                ),
                format!(
                    "the sheet “{sheet}” is damaged and cannot be read. Open it in Excel or WPS, save it anew and give that"
                ),
            );
        }
        Problem::OtherProfile { schema } => {
            return pick(
                lang,
                format!(
                    "是其他版本的读取方案（{schema}），本页不认识。请用写出它的版本打开，或重新设定后另存"
                ),
                format!(
                    "this is a profile of another version ({schema}). Open it with the version that wrote it, or settle things anew and save them"
                ),
            );
        }
        Problem::DamagedProfile { line } => {
            return pick(
                lang,
                format!("是读取方案，但第 {line} 行附近无法读出。请使用未经改动的方案文件"),
                format!(
                    "this is a profile, but it cannot be read near line {line}. Give the file as it was saved"
                ),
            );
        }
        Problem::DamagedNumber { field } => {
            return pick(
                lang,
                "已被 Excel 改成科学计数，原来的编号无法还原。请从原系统重新导出，或先将该列设为文本再保存".to_owned(),
                format!(
                    "Excel turned the {} into powers of ten and the number itself is lost. Export it again, or make the column text before saving",
                    lower(*field)
                ),
            );
        }
        Problem::Blank { field } => {
            return pick(
                lang,
                format!("为空，应填写{}", name(*field)),
                format!("it is blank where a {} must stand", lower(*field)),
            );
        }
        other => {
            let wanted = problem::wanted(other, lang);
            return pick(lang, format!("应为{wanted}"), format!("wanted {wanted}"));
        }
    };
    fixed.of(lang).to_owned()
}

fn name(field: Field) -> &'static str {
    field::name(field).zh
}
