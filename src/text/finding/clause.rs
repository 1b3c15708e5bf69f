//! What is the matter and what to do: the part of a finding's sentence that follows the place.

use crate::report::{Field, FileReading, Finding, Problem};

use super::super::problem::{self, lower, lower_kind, names, pick};
use super::super::{Lang, field, reading, words};
use super::{answer, contradiction, first_row, numbered};

/// Whether the file of a finding is one whose rows have cells.
fn is_a_table(finding: &Finding, files: &[FileReading]) -> bool {
    let file = usize::try_from(finding.file).ok();
    let file = file.and_then(|at| files.get(at));
    file.is_none_or(|file| file.encoding.is_some())
}

/// What is the matter and what to do, as a clause that follows the place.
pub(super) fn what(finding: &Finding, files: &[FileReading], lang: Lang) -> String {
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
        // There is no reading of it to check.
        Problem::UnknownHeader if !is_a_table(finding, files) => pick(
            lang,
            "中没有两列以上的行，不是数据表。其他数据照常读取".to_owned(),
            "no row of it has two cells, so it is no table of data. All else is read as usual"
                .to_owned(),
        ),
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
        Problem::OtherKind { expected, found } => pick(
            lang,
            format!(
                "是按{}放入的，内容是{}，已按内容读取",
                field::kind(*expected).zh,
                field::kind(*found).zh
            ),
            format!(
                "it was given as a {} and is a {}; it is read as what it is",
                lower_kind(*expected),
                lower_kind(*found)
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
                "未写明单位，已按金额大小把{}当作{}。请在“核对读取”中确认，或在列名中写明单位",
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
            let of_rows = first_row::clause(finding, files, lang)
                .or_else(|| answer::clause(finding, files, lang));
            of_rows
                .or_else(|| contradiction::clause(problem, lang))
                .unwrap_or_else(|| column_or_file(problem, lang))
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
        Problem::RepeatedColumn { field, used } => {
            return pick(
                lang,
                format!("与「{used}」列同为“{}”，已采用「{used}」列", name(*field)),
                format!("the column “{used}” is {} too and is used", lower(*field)),
            );
        }
        Problem::UnitUnknown { fields } => {
            return pick(
                lang,
                format!(
                    "未写明单位，也无法由金额看出（{}）。请在“核对读取”中选定单位，或在列名中写明，如“贷款余额（万元）”",
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
                format!(
                    "不是通用列名，已当作“{}”。请在“核对读取”中确认",
                    name(*field)
                ),
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
