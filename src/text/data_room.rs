//! The words of the room 数据: files, what was understood of them, the as-of date. Each constant's words are its own explanation.

use crate::report::FileKind;

use super::{Lang, Words, words};

pub const PROMISE: Words = words(
    "数据只在本机浏览器中处理，本页面无法联网",
    "The data are processed in this browser only; this page cannot reach the network",
);
pub const DROP_HERE: Words = words(
    "把文件拖到本页面任意位置",
    "Drop files anywhere on this page",
);
pub const CHOOSE: Words = words("选择文件", "Choose files");
pub const ADD: Words = words("添加文件", "Add files");
pub const SAMPLE: Words = words("使用示例数据", "Use the sample");
pub const WHAT_TO_GIVE: Words = words(
    "可一次放入多份文件（每家银行一份也可）：.xlsx、.xls 工作簿，CSV、制表符等分隔的文本（UTF-8、GBK、UTF-16），.geojson 乡镇边界，保存过的读取方案。编码、表头、列名自动识别，读入后可核对、更正。",
    "Any number of files at once (one per bank is fine): .xlsx and .xls workbooks, CSV and other separated text (UTF-8, GBK, UTF-16), .geojson boundaries, a saved reading profile. Encodings and headers are recognised; the reading can be checked and corrected.",
);
pub const NEEDED: Words = words("需要的列", "Columns needed");
pub const KIND: Words = words("文件", "File");
pub const MUST_HAVE: Words = words("必须有", "Must have");
pub const MAY_HAVE: Words = words("可以有", "May have");
pub const NEEDED_FOR: Words = words("用于", "For");
pub const GEOJSON: Words = words(
    "GeoJSON，每个乡镇一个图形，带名称",
    "GeoJSON, one named feature per township",
);
pub const NO_PERSONAL: Words = words(
    "请勿放入姓名、身份证号、电话、银行卡号；即使放入，这些列也会被剔除，不进入任何结果；需要按身份证号对户时，可换成假名。",
    "Leave out names, identity, phone and bank card numbers; if they are there, those columns are dropped and enter no result. Where files join by identity numbers, pseudonyms can stand in their place.",
);

pub const READING: Words = words("正在读取", "Reading");
pub const READING_SAMPLE: Words = words("正在生成并读取示例数据", "Making and reading the sample");
pub const STOP: Words = words("停止", "Stop");
pub const REMOVE: Words = words("移除", "Remove");
pub const REMOVE_ALL: Words = words("全部移除", "Remove all");
pub const READ_AGAIN: Words = words("重新读取", "Read again");
pub const NOT_READ: Words = words(
    "下列文件尚未读入；页面上的结果仍是上一次读取的。",
    "These files are not read; what the page shows is still the earlier result.",
);
pub const NOTHING_READ: Words = words("下列文件尚未读入。", "These files are not read.");
pub const SAMPLE_NAME: Words = words(
    "示例数据（虚构的县，地名与数字均为虚构）",
    "Sample data (an invented county; all names and figures are invented)",
);

pub const AS_OF_ASK: Words = words(
    "请确定统计时点：逾期、分类和到期都以这一天为准。",
    "Set the as-of date: overdue, class and maturity are counted to this day.",
);
pub const AS_OF_NONE: Words = words(
    "文件中没有“数据日期”列，标题和文件名中也没有日期，请按数据的截止日填写。",
    "The files have no column 数据日期 and no date in titles or names; enter the day the data were taken.",
);
pub const AS_OF_SEVERAL: Words = words(
    "文件给出了不止一个日期，请选择。",
    "The files give more than one date; choose.",
);
pub const AS_OF_TAKE: Words = words("采用", "Take");
pub const AS_OF_OTHER: Words = words("其他日期", "Another date");
pub const AS_OF_SET: Words = words("确定", "Set");
pub const AS_OF_CHOSEN: Words = words("人工确定", "set by hand");
pub const AS_OF_CHANGE: Words = words("更改", "Change");

pub const UNDERSTOOD: Words = words("读入情况", "What was understood");
pub const SEE_OVERVIEW: Words = words("查看总览", "See the overview");
pub const SAVE_FINDINGS: Words = words("导出全部问题（CSV）", "Save all problems (CSV)");
pub const ENCODING: Words = words("编码", "Encoding");
pub const SEPARATOR: Words = words("分隔符", "Separator");
pub const HEADER_LINE: Words = words("表头", "Header");
pub const COLUMNS: Words = words("列", "Columns");
pub const SIZE: Words = words("大小", "Size");
pub const MISSING: Words = words("缺少的列", "Columns missing");
pub const NO_PROBLEMS: Words = words("没有发现问题", "No problem found");
pub const ALL_FILES: Words = words("涉及多份文件的问题", "Problems of several files");
pub const SHOW_MORE: Words = words("显示更多", "Show more");

/// What a file of that kind is needed for.
pub fn needed_for(kind: FileKind) -> Words {
    match kind {
        FileKind::Loans => words("全部统计（必需）", "All figures (required)"),
        FileKind::Roster => words("获贷率、名册外贷款", "Coverage, loans outside the roster"),
        FileKind::Villages => words("信用户数、农户总数", "Credit households, all households"),
        FileKind::Subsidies => words("核对贴息", "Checking interest subsidies"),
        FileKind::Answers => words(
            "还款能力、还款意愿、逾期原因",
            "Ability and willingness to repay, causes",
        ),
        FileKind::Targets => words("完成率", "How much of the target was lent"),
        FileKind::Funds => words("放大倍数", "Loans per yuan of the fund"),
        FileKind::Rates => words("利率是否超过上限", "Whether rates are above the cap"),
        FileKind::ReportedTotals => words("与台账合计核对", "Comparison with the sum of the loans"),
        FileKind::Gazetteer => words(
            "核对地名，新旧乡镇对应",
            "Names of places, old and new townships",
        ),
        FileKind::Boundaries => words("地图（没有则用方格图）", "The map (tiles without it)"),
        FileKind::Profile => words("照上月的读法读取", "Reading files as last month's"),
        FileKind::Parameters => words("规则所用的参数", "The parameters of the rules"),
        FileKind::Views => words("台账的视图", "Views of the register"),
        FileKind::Unknown => words("—", "—"),
    }
}

/// `读入 12,000 = 采用 11,990 + 搁置 10`; where cells were corrected, `原样采用 11,900 + 更正后采用 90`.
pub fn rows_sum(
    rows: &str,
    (used, mended): (&str, Option<&str>),
    set_aside: &str,
    lang: Lang,
) -> String {
    match (lang, mended) {
        (Lang::Zh, None) => format!("读入 {rows} = 采用 {used} + 搁置 {set_aside}"),
        (Lang::Zh, Some(mended)) => {
            format!("读入 {rows} = 原样采用 {used} + 更正后采用 {mended} + 搁置 {set_aside}")
        }
        (Lang::En, None) => format!("read {rows} = used {used} + set aside {set_aside}"),
        (Lang::En, Some(mended)) => format!(
            "read {rows} = used as they are {used} + used corrected {mended} + set aside {set_aside}"
        ),
    }
}

/// `第 2 行`
pub fn line(line: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {line} 行"),
        Lang::En => format!("line {line}"),
    }
}

/// The lines of a header: `第 3 行`, `第 3–4 行`.
pub fn lines(first: u32, count: u32, lang: Lang) -> String {
    let last = first.saturating_add(count).saturating_sub(1);
    match lang {
        _ if last <= first => line(first, lang),
        Lang::Zh => format!("第 {first}–{last} 行"),
        Lang::En => format!("lines {first}–{last}"),
    }
}

/// How many columns are read, are not, are read as pseudonyms, and were left out as personal: `12 列已识别 · 3 列未使用`.
pub fn columns(counts: [usize; 4], lang: Lang) -> String {
    let [read, unused, pseudonyms, left_out] = counts;
    let parts = match lang {
        Lang::Zh => [
            format!("{read} 列已识别"),
            format!("{unused} 列未使用"),
            format!("{pseudonyms} 列换成假名"),
            format!("{left_out} 列已剔除"),
        ],
        Lang::En => [
            format!("{read} matched"),
            format!("{unused} not used"),
            format!("{pseudonyms} as pseudonyms"),
            format!("{left_out} left out"),
        ],
    };
    let shown = parts
        .into_iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0);
    shown.map(|(part, _)| part).collect::<Vec<_>>().join(" · ")
}

/// How many problems there are and how many of them are listed.
pub fn listed(listed: &str, all: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("共 {all} 个问题，这里列出前 {listed} 个；导出文件中有全部问题。"),
        Lang::En => format!(
            "{all} problems, of which the first {listed} stand here; the export has them all."
        ),
    }
}

/// The number of problems of a file.
pub fn problems(count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count} 个问题"),
        Lang::En => format!("{count} problems"),
    }
}

/// What all files gave together.
pub fn summary(
    loans: &str,
    households: Option<&str>,
    villages: Option<&str>,
    lang: Lang,
) -> String {
    let mut out = match lang {
        Lang::Zh => format!("采用贷款 {loans} 笔"),
        Lang::En => format!("{loans} loans used"),
    };
    match (lang, households) {
        (Lang::Zh, Some(count)) => out.push_str(&format!("，花名册 {count} 户")),
        (Lang::Zh, None) => out.push_str("；未放入花名册，因此没有获贷率"),
        (Lang::En, Some(count)) => out.push_str(&format!(", {count} households in the roster")),
        (Lang::En, None) => out.push_str("; no roster, so no coverage rate"),
    }
    match (lang, villages) {
        (Lang::Zh, Some(count)) => out.push_str(&format!("，村基本情况表 {count} 个村。")),
        (Lang::Zh, None) => out.push('。'),
        (Lang::En, Some(count)) => {
            out.push_str(&format!(", {count} villages in the village table."))
        }
        (Lang::En, None) => out.push('.'),
    }
    out
}

/// Where the as-of date comes from: `来自数据日期列，11,990 行`.
pub fn as_of_from(source: &str, count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("来自{source}（{count} 处）"),
        Lang::En => format!("from {source} ({count} times)"),
    }
}

/// How far the reading is: `12.3 MB / 96.0 MB，1,200,000 行`.
pub fn progress(bytes: u64, total: u64, rows: &str, lang: Lang) -> String {
    let (bytes, total) = (megabytes(bytes), megabytes(total));
    match lang {
        Lang::Zh => format!("{bytes} / {total}，{rows} 行"),
        Lang::En => format!("{bytes} / {total}, {rows} rows"),
    }
}

/// A size of a file: `12.3 MB`, `640 KB`.
pub fn megabytes(bytes: u64) -> String {
    const KILO: u64 = 1 << 10;
    const TENTH_OF_MEGA: u64 = (1 << 20) / 10;
    if bytes < 1 << 20 {
        format!("{} KB", bytes.div_ceil(KILO))
    } else {
        let tenths = bytes / TENTH_OF_MEGA;
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}
