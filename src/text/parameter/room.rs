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
pub const FOUND_IN: Words = words("所据文件和条款", "Document and article it was found in");
pub const NOT_GIVEN: Words = words("未填写", "not given");
pub const CHANGED: Words = words("已改", "changed");
pub const RESTORE: Words = words("恢复", "Take back");
pub const RESTORE_ALL: Words = words("全部恢复", "Take all changes back");
pub const SAVE: Words = words("保存参数", "Save the parameters");
pub const PRESET: Words = words("预设", "Preset");
pub const PRESET_CHOICE: Words = words("参数预设", "Preset of the table");
pub const PRESET_NOTE: Words = words(
    "默认各时期的数值并用，每笔贷款按放款日期取用。选定某一时期，则全部贷款不论放款日期都用该时期的数值；该时期文件未写明的用前一时期的，未见原文的待县填写。改选预设不影响已改的数值。",
    "By default the values of all times stand side by side, and each loan has those of the day it was made. Choosing one time gives all loans its values, whenever they were made; what its documents leave unsaid is taken from the time before, and what was not seen is to be given by the county. Values that were changed stay changed.",
);
pub const AS_PRESET: Words = words("与所选预设相同", "as the preset has it");
pub const OTHER_FAMILIES: Words = words(
    "适用的文件与预设不同",
    "other documents apply than the preset’s",
);
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

/// What was changed against the preset.
pub fn against_preset(count: usize, has_other_families: bool, lang: Lang) -> String {
    let families = has_other_families.then(|| OTHER_FAMILIES.of(lang).to_owned());
    let values = (count > 0).then(|| changes(count, lang));
    let told: Vec<String> = families.into_iter().chain(values).collect();
    match told.is_empty() {
        true => AS_PRESET.of(lang).to_owned(),
        false => told.join(super::SEMICOLON.of(lang)),
    }
}

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

/// The label of the box in which the document of a changed value is typed.
pub fn source_label(name: &str, from: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}，自{from}起的数值的依据"),
        Lang::En => format!("{name}, document of the value from {from} on"),
    }
}

/// A document behind a changed value: `（依据：…）`.
pub fn with_source(told: &str, source: &str, lang: Lang) -> String {
    match (source.is_empty(), lang) {
        (true, _) => told.to_owned(),
        (false, Lang::Zh) => format!("{told}（依据：{source}）"),
        (false, Lang::En) => format!("{told} ({source})"),
    }
}

/// The label of the box in which a value is typed.
pub fn box_label(name: &str, from: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}，自{from}起的数值"),
        Lang::En => format!("{name}, value from {from} on"),
    }
}
