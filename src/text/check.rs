//! The words of 核对读取: how a file was read, and how a person puts right what was read wrongly. Each constant's words are
//! its own explanation.

use crate::report::{Certainty, UnitFrom};

use super::{Lang, Words, words};

pub const CHECK: Words = words("核对读取", "Check the reading");
pub const BY_PROFILE: Words = words("按方案读取", "Read by a profile");
pub const BY_HAND: Words = words("有人工指定", "Partly set by hand");
pub const NO_ROWS: Words = words(
    "照现在的读法，这份文件没有可以显示的行。可以恢复自动识别，或在上面撤销。",
    "Read this way, the file has no rows to show. Go back to automatic recognition, or undo above.",
);
pub const RESET: Words = words("恢复自动识别", "Back to automatic recognition");
pub const RESET_WHY: Words = words(
    "编码、分隔符、表头和各列的人工指定都取消，更正保留。",
    "What was set by hand is dropped; corrections of cells stay.",
);

pub const SEPARATOR: Words = words("分隔符", "Separator");
pub const HEADER_FROM: Words = words("表头从第", "The header starts on line");
pub const HEADER_LINES: Words = words("行起，共", "and has");
pub const HEADER_END: Words = words("行", "line(s)");
pub const HEADER_LINE_LABEL: Words = words("表头第一行的行号", "Line of the header's first row");
pub const HEADER_ROWS_LABEL: Words = words("表头的行数", "Number of rows of the header");
pub const HEADER_MARK: Words = words("表头", "header");
pub const HEADER_HERE: Words = words("设为表头", "is header");

pub const LINE: Words = words("行", "Line");
pub const FIRST_ROWS: Words = words(
    "前几行和各列的含义",
    "First rows, and what each column means",
);
pub const WANTING: Words = words("还缺", "Still missing");
pub const WANTING_WHY: Words = words(
    "请在下表中找到相应的列，在列首选择含义。",
    "Find the column below and choose its meaning at its head.",
);
pub const TO_CHECK: Words = words("请核对", "Please check");

pub const AUTOMATIC: Words = words("（自动识别）", "(recognise it)");
pub const UNUSED: Words = words("不使用", "Not used");
pub const REQUIRED: Words = words("尚缺，必需", "Missing and required");
pub const STILL_OPEN: Words = words("尚缺，可选", "Missing, optional");
pub const TAKEN: Words = words("其他列已是", "Already another column");
pub const KNOWN: Words = words("认得，但不参与统计", "Known, but enters no figure");
pub const LEFT_OUT: Words = words("已剔除", "left out");
pub const PSEUDONYMS: Words = words("读作假名", "read as pseudonyms");
pub const UNIT_ASKED: Words = words("元或万元？", "Which unit?");

/// How sure the meaning of a column is; `fit` are the cells that do not read so, and all that hold something.
pub fn certainty(certainty: Certainty, fit: Option<(u32, u32)>, lang: Lang) -> String {
    let name = match certainty {
        Certainty::Chosen => words("人工指定", "set by hand"),
        Certainty::Sure => words("确定", "sure"),
        Certainty::Doubtful => words("存疑", "doubtful"),
        Certainty::Guessed => words("推测", "guessed"),
    };
    let name = name.of(lang);
    match (fit, lang) {
        (Some((bad, all)), Lang::Zh) if bad > 0 => format!("{name}（{bad}/{all} 格读不出）"),
        (Some((bad, all)), Lang::En) if bad > 0 => format!("{name} ({bad} of {all} unreadable)"),
        _ => name.to_owned(),
    }
}

/// Where a unit was found.
pub fn unit_from(from: UnitFrom) -> Words {
    match from {
        UnitFrom::Chosen => words("人工指定", "set by hand"),
        UnitFrom::Header => words("列名写明", "named in the header"),
        UnitFrom::Title => words("表上方写明", "named above the table"),
        UnitFrom::Guessed => words("按大小推断", "guessed by size"),
    }
}

/// The smallest, median and largest amount, to settle a unit by.
pub fn amounts(amounts: &[String; 3], lang: Lang) -> String {
    let [least, median, most] = amounts;
    match lang {
        Lang::Zh => format!("最小 {least} · 中位 {median} · 最大 {most}，单位是？"),
        Lang::En => format!("least {least} · median {median} · most {most}: which unit?"),
    }
}

/// How many characters cannot be read in an encoding.
pub fn strange(count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("乱码 {count} 处"),
        Lang::En => format!("{count} unreadable"),
    }
}

/// How many columns a separator gives.
pub fn cells(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count} 列"),
        Lang::En if count == 1 => "1 column".to_owned(),
        Lang::En => format!("{count} columns"),
    }
}

/// `表头从第 3 行开始`, for a button that stands on that line.
pub fn header_from(line: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}：从第 {line} 行开始", HEADER_HERE.zh),
        Lang::En => format!("Line {line} {}", HEADER_HERE.en),
    }
}

/// A column by its place and header.
pub fn column(place: usize, header: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {place} 列“{header}”"),
        Lang::En => format!("Column {place} “{header}”"),
    }
}

/// What the choice at the head of a column decides.
pub fn meaning_of(column: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{column}的含义"),
        Lang::En => format!("{column}: meaning"),
    }
}

/// What the choice of a unit decides.
pub fn unit_of(column: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{column}的单位"),
        Lang::En => format!("{column}: unit"),
    }
}
