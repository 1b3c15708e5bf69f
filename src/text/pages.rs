//! The words of the page's frame and of what all rooms share. Each constant's words are its own explanation.

use crate::report::Date;

use super::{Lang, Words, words};

/// The name of the program, as it stands in the head of the page.
pub const NAME: Words = words("扶贫小额信贷图册", "Credit Atlas");
pub const SKIP: Words = words("跳到正文", "Skip to the content");
pub const ROOMS: Words = words("功能分区", "Rooms");

pub const ROOM_DATA: Words = words("数据", "Data");
pub const ROOM_OVERVIEW: Words = words("总览", "Overview");
pub const ROOM_MAP: Words = words("地图", "Map");
pub const ROOM_REGISTER: Words = words("台账", "Register");
pub const ROOM_MATURITIES: Words = words("到期", "Falling due");
pub const ROOM_DISPOSITION: Words = words("处置", "What to do");
pub const ROOM_COMPLIANCE: Words = words("合规与贴息", "Rules and subsidy");
pub const ROOM_CREDIT_VILLAGES: Words = words("信用村", "Credit villages");

pub const MONEY_UNIT: Words = words("金额单位", "Unit of money");
/// The button that changes to the other language is written in that language.
pub const OTHER_LANGUAGE: Words = words("English", "中文");
pub const PRINT: Words = words("打印", "Print");
pub const AS_OF: Words = words("统计时点", "As of");
pub const AS_OF_UNKNOWN: Words = words("统计时点未定", "No as-of date yet");

pub const NO_REPORT_YET: Words = words("这里还没有数据", "Nothing here yet");
pub const NO_REPORT_WHY: Words = words(
    "请先在“数据”中放入贷款台账（须有借据号、户编号、乡镇、行政村、承贷银行、贷款金额、贷款余额、放款日期、到期日期各列），或使用示例数据。",
    "First give a loan file under “Data” (with the columns loan number, household number, township, village, lender, principal, balance, disbursed on, due on), or use the sample.",
);
pub const NO_AS_OF_WHY: Words = words(
    "文件已读入，但统计时点未定。请在“数据”中确定统计时点，之后才能计算。",
    "The files are read, but the as-of date is not set. Set it under “Data”; the figures follow.",
);
pub const GO_TO_DATA: Words = words("去“数据”", "Go to “Data”");
pub const APPLYING_RULES: Words = words("正在逐笔核对规则……", "Applying the rules loan by loan …");
pub const WORKING: Words = words("正在计算……", "Working it out …");

pub const SAVE_CSV: Words = words("导出 CSV", "Save as CSV");
pub const SAVE_JSON: Words = words("导出全部结果（JSON）", "Save the whole result (JSON)");
pub const SAVE_SPARK: Words = words("导出规则为 SQL（Spark）", "Save the rules as SQL (Spark)");
pub const SAVE_DUCKDB: Words = words("导出规则为 SQL（DuckDB）", "Save the rules as SQL (DuckDB)");
pub const FILTER: Words = words("筛选", "Filter");
pub const FILTER_HINT: Words = words("输入名称的一部分", "Part of a name");
pub const TOTAL: Words = words("合计", "Total");
pub const CLOSE: Words = words("关闭", "Close");
pub const DEFINITION: Words = words("口径", "Definition");
pub const DISMISS: Words = words("知道了", "Dismiss");
pub const MISSING_CELL: Words = words("—", "—");
pub const SHOW_LOANS: Words = words(
    "回车或单击可查看对应的贷款",
    "Enter or click shows the loans behind it",
);
pub const TABLE_KEYS: Words = words(
    "方向键移动，PageUp、PageDown 翻页，Home、End 到首尾，回车打开；单击列名排序",
    "Arrow keys move, PageUp and PageDown turn pages, Home and End go to the ends, Enter opens; a click on a heading sorts",
);

/// The words of the card that stands when the program has stopped by a fault of its own. The card may come up in any
/// language, so it carries both.
pub const FAULT_TITLE: &str = "程序出错，已停止运行";
pub const FAULT_ADVICE: &str = "您的文件没有被改动，数据也没有离开本机。请重新打开本页面，再放入文件；如果再次出错，请把下面的文字转告维护人员。\nThe program has stopped by a fault of its own. Your files are untouched. Please reload the page and give the files again.";
pub const FAULT_RELOAD: &str = "重新打开本页面 Reload";
pub const FAULT_DETAILS: &str = "出错信息 The fault’s own words";

/// `统计时点 2019-11-30`
pub fn as_of(date: Date, lang: Lang) -> String {
    format!("{} {date}", AS_OF.of(lang))
}

/// What stands on every printed page: where the figures come from and for which day they hold.
pub fn print_source(files: &[&str], date: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("资料来源：{}。统计时点：{date}。", files.join("、")),
        Lang::En => format!("Source: {}. As of {date}.", files.join(", ")),
    }
}

/// How many rows of how many a filter leaves.
pub fn rows_left(left: &str, all: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh if left == all => format!("共 {all} 行"),
        Lang::Zh => format!("{left} 行，共 {all} 行"),
        Lang::En if left == all => format!("{all} rows"),
        Lang::En => format!("{left} of {all} rows"),
    }
}

/// A figure with what it is made of, as it stands below a table.
pub fn figure_note(place: &str, heading: &str, value: &str, fraction: &str, lang: Lang) -> String {
    let (colon, dot) = match lang {
        Lang::Zh => ("：", " · "),
        Lang::En => (": ", " · "),
    };
    if fraction.is_empty() {
        format!("{place}{dot}{heading}{colon}{value}")
    } else {
        format!("{place}{dot}{heading}{colon}{value} = {fraction}")
    }
}
