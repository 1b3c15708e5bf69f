//! The words about what a person settled: undo, the reading profile, corrections, personal data. Each constant's words are
//! its own explanation.

use super::{Lang, Words, words};

pub const BAR: Words = words("对读取的更改", "Changes of the reading");
pub const UNDO: Words = words("撤销", "Undo");
pub const REDO: Words = words("重做", "Redo");
pub const UNDO_KEY: Words = words("撤销（Ctrl+Z）", "Undo (Ctrl+Z)");
pub const REDO_KEY: Words = words("重做（Ctrl+Y）", "Redo (Ctrl+Y)");
pub const SAVE_PROFILE: Words = words("保存读取方案（.json）", "Save the reading profile (.json)");
pub const PROFILE_WHY: Words = words(
    "下月把方案和新文件一起放入，列、单位和更正照样处理。",
    "Give it together with next month's files, and they are read the same way.",
);

pub const PERSONAL_LEFT_OUT: Words = words(
    "发现疑似个人信息，已剔除",
    "What looks like personal data was found and left out",
);
pub const PERSONAL_TREATED: Words = words(
    "发现疑似个人信息，已按下列选择处理",
    "What looks like personal data was found and treated as chosen",
);
pub const PERSONAL_ADVICE: Words = words(
    "剔除的列没有进入内存中的任何结果，也不会出现在导出文件中。流转文件请用“另存脱敏文件”。",
    "Columns left out entered no result and no export. To pass a file on, save a copy without them.",
);
pub const COLUMN: Words = words("列", "Column");
pub const LOOKS_LIKE: Words = words("疑似", "Looks like");
pub const TREATMENT: Words = words("处理", "Treatment");
pub const LEAVE_OUT: Words = words("剔除（默认）", "Leave out (default)");
pub const PSEUDONYM: Words = words("换成假名", "Replace by pseudonyms");
pub const NOT_PERSONAL: Words = words("不是个人信息", "Not personal");
pub const SAVE_COPY: Words = words("另存脱敏文件", "Save a copy without them");

pub const PASSPHRASE: Words = words("口令", "Passphrase");
pub const PASSPHRASE_SHOW: Words = words("显示口令", "Show it");
pub const PASSPHRASE_READ: Words = words("用此口令读取", "Read with it");
pub const PASSPHRASE_WHY: Words = words(
    "银行与县办约定同一口令，双方的假名才能对上。口令至少 8 个字符，其中至少 4 个不同，只在本页内存中，不写入任何文件。",
    "Bank and office agree on one passphrase, so that their pseudonyms match. At least 8 characters, 4 of them different; it stays in this page's memory and is written to no file.",
);
pub const PASSPHRASE_WANTING: Words = words(
    "尚未输入口令：换成假名的列暂按空白读取。",
    "No passphrase yet: columns of pseudonyms are read as blank.",
);
pub const PASSPHRASE_SET: Words = words("已用口令读取。", "Read with the passphrase.");

const OF_PLACES: Words = words("含对地名的选择", "settles names of places");

/// How many shapes a profile knows: `含 3 种表格的读法`.
pub fn shapes(count: &str, is_of_places: bool, lang: Lang) -> String {
    match lang {
        _ if is_of_places => OF_PLACES.of(lang).to_owned(),
        Lang::Zh => format!("含 {count} 种表格的读法"),
        Lang::En => format!("knows {count} kinds of table"),
    }
}

const FOR_ALL_FILES: Words = words(
    "对地名的选择用于全部文件。",
    "What it settles of places holds for all files.",
);

/// Which of the files given a profile fits; one without any shape is for all of them.
pub fn fits(files: &[String], is_of_places: bool, lang: Lang) -> String {
    match (files.is_empty(), lang) {
        _ if is_of_places => FOR_ALL_FILES.of(lang).to_owned(),
        (true, Lang::Zh) => "这次放入的文件都不是方案里的格式，方案没有用到。".to_owned(),
        (true, Lang::En) => "None of the files given has a shape that it knows.".to_owned(),
        (false, Lang::Zh) => format!("按方案读取的文件：{}。", files.join("、")),
        (false, Lang::En) => format!("Read by it: {}.", files.join(", ")),
    }
}

/// What the choice for a personal column decides.
pub fn treatment_of(column: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{column}的处理"),
        Lang::En => format!("{column}: treatment"),
    }
}
