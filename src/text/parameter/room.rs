//! What stands on the page of parameters. Each constant's words are its own explanation.

use crate::text::{Lang, Words, words};

pub const TITLE: Words = words("参数表", "Table of parameters");
pub const NOTE: Words = words(
    "规则按贷款的放款日期取用当时有效的数值（分类规则按统计时点）。数值可以改；改过的有标记，可逐项恢复，也可保存成文件，下次与数据一起放入。",
    "Rules take the value in force on the day a loan was made (rule sets of classification: on the as-of date). Values can be changed; a change is marked, can be taken back by itself, and can be saved to a file that is given beside the data next time.",
);
pub const OPEN: Words = words("查看和修改参数", "See and change the parameters");
pub const NAME: Words = words("参数", "Parameter");
pub const FROM: Words = words("自何日起", "From");
pub const FIRST_DAY: Words = words("起初", "the beginning");
pub const VALUE: Words = words("数值", "Value");
pub const CERTAINTY: Words = words("核实情况", "How sure");
pub const DOCUMENT: Words = words("依据", "Document");
pub const NOT_GIVEN: Words = words("未填写", "not given");
pub const CHANGED: Words = words("已改", "changed");
pub const RESTORE: Words = words("恢复", "Take back");
pub const RESTORE_ALL: Words = words("全部恢复", "Take all changes back");
pub const SAVE: Words = words("保存参数", "Save the parameters");
pub const PRESETS: Words = words("适用的文件", "Documents that apply");
pub const DIGEST: Words = words("参数摘要", "Digest");
pub const DIGEST_NOTE: Words = words(
    "摘要相同，参数就相同；每份导出都印有摘要。",
    "Equal digests are equal tables; every export carries it.",
);
pub const OTHERS: Words = words("其他", "Others");
pub const SHIPPED: Words = words("原值", "shipped");
pub const UNFIT: Words = words(
    "数值不合要求，未采用",
    "The value does not fit and was not taken",
);
pub const LOADED: Words = words(
    "已采用放入的参数文件",
    "The parameters of the file that was given are used",
);
pub const LEFT_OUT: Words = words("所属文件未勾选，不用", "its documents are left out");
pub const ADD: Words = words("从另一日起另设数值", "A value from another day on");
pub const CHOOSE: Words = words("请选择", "choose");

/// How many values were changed.
pub fn changes(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, 0) => "均为原值".to_owned(),
        (Lang::Zh, count) => format!("已改 {count} 项"),
        (Lang::En, 0) => "all as shipped".to_owned(),
        (Lang::En, 1) => "1 value changed".to_owned(),
        (Lang::En, count) => format!("{count} values changed"),
    }
}

/// One change: `缓冲期最长天数（自起初）：45 天`.
pub fn change_of(name: &str, from: &str, value: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}（自{from}）：{value}"),
        Lang::En => format!("{name} (from {from}): {value}"),
    }
}

/// A parameter that the county must give.
pub fn asked_of(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("县定：{name}"),
        Lang::En => format!("to be given by the county: {name}"),
    }
}

/// How many values the county must give still.
pub fn asked(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("待县填写 {count} 项"),
        Lang::En => format!("{count} to be given by the county"),
    }
}

/// The label of the box in which a value is typed.
pub fn box_label(name: &str, from: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}，自{from}起的数值"),
        Lang::En => format!("{name}, value from {from} on"),
    }
}
