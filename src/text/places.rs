//! The words of the list of places: names that were matched by rule, and names that a person must settle.

use crate::report::{PlaceOutcome, PlaceRule, Reference, Unfit};

use super::{Lang, Words, words};

pub const TITLE: Words = words("地名核对", "Names of places");
pub const OPEN: Words = words("需要确认的地名", "Names to settle");
pub const BY_RULE: Words = words("按规则对上的地名", "Names matched by rule");
pub const WRITTEN: Words = words("文件中的写法", "As the files write it");
pub const TAKEN: Words = words("当作", "Taken for");
pub const WHY: Words = words("依据", "By");
pub const LOANS: Words = words("贷款笔数", "Loans");
pub const SETTLE: Words = words("应为", "It is");
pub const KEEP: Words = words("写法无误，保留", "Right as written");
pub const CHOOSE: Words = words("请选择…", "Choose…");
pub const FOLLOW_ALL: Words = words("全部归入撤并后的乡镇", "Lead all to what they became");
pub const FOLLOW: Words = words("归入撤并后的乡镇", "Lead to what it became");
pub const UNFOLLOW: Words = words("不再归入，按原名统计", "Count under the former names");
pub const TAKE_BACK: Words = words("撤回", "Take back");
pub const CHOSEN: Words = words("已确认的地名", "Names settled");
pub const NOT_USED: Words = words("没有用到的地名选择", "Choices that fit nothing here");
pub const UNSETTLED: Words = words("未确认", "not settled");
pub const NOTHING_NEAR: Words = words("没有相近的地名", "nothing comes near");

/// What the names were compared with.
pub fn reference(reference: Reference) -> Words {
    match reference {
        Reference::Gazetteer => words(
            "已与行政区划表核对：先按代码，再按名称，最后在本乡镇内去掉“村、社区、村民委员会”等字尾比对。不同乡镇的同名村始终分开。",
            "Compared with the gazetteer: by code, by name, then within the township without endings. Villages of one name in different townships stay apart.",
        ),
        Reference::Names => words(
            "没有行政区划表，已与村基本情况表、花名册和边界文件中的名称核对。相近但不相同的名称不会自动合并。",
            "There is no gazetteer; compared with the names of village table, roster and boundaries. Names that only come near are never merged by themselves.",
        ),
    }
}

/// By what a name was matched.
pub fn rule(rule: PlaceRule) -> Words {
    match rule {
        PlaceRule::Code => words("代码", "code"),
        PlaceRule::CodeAgainstName => words("代码（名称不同）", "code, against the name"),
        PlaceRule::Name => words("名称", "name"),
        PlaceRule::EarlierName => words("原名称", "an earlier name"),
        PlaceRule::Ending => words("去掉字尾后相同", "name without its ending"),
        PlaceRule::LeadingName => words(
            "去掉前面的县名或乡镇名",
            "name behind that of county or township",
        ),
        PlaceRule::Choice => words("人工确认", "settled by hand"),
        PlaceRule::Successor => words("撤并后的乡镇", "what it became"),
        PlaceRule::NameKept => words("随乡镇并入，村名不变", "went with its township, name kept"),
    }
}

/// What is open about a name.
pub fn outcome(outcome: &PlaceOutcome) -> Words {
    match outcome {
        PlaceOutcome::Matched(by) => rule(*by),
        PlaceOutcome::Superseded { .. } => {
            words("已撤并，暂按原名统计", "former; counted under its own name")
        }
        PlaceOutcome::Unlisted => words(
            "区划表中没有这个乡镇的村",
            "no villages of that township are listed",
        ),
        PlaceOutcome::Ambiguous { .. } => words("与多个地名相符", "fits several places"),
        PlaceOutcome::Unknown { .. } => words("名单中没有", "not in the list"),
    }
}

/// Why a choice fits nothing any more.
pub fn unfit(unfit: Unfit) -> Words {
    match unfit {
        Unfit::WrittenNowhere => words("本次文件中没有这个写法", "no file writes it so"),
        Unfit::MeaningUnknown => {
            words("所指的地名不在名单中", "the place meant is not in the list")
        }
        Unfit::NothingToFollow => words("没有撤并去向", "it has become nothing else"),
    }
}

/// How many names there are in a list.
pub fn counted(title: Words, count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}（{count}）", title.zh),
        Lang::En => format!("{} ({count})", title.en),
    }
}

/// Names that a list does not show.
pub fn beyond(count: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 个未列出。"),
        Lang::En => {
            format!("{count} more are not listed.")
        }
    }
}

/// The name of the select of a place, for whoever cannot see its row.
pub fn choice_of(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{name}”应为"),
        Lang::En => format!("“{name}” is"),
    }
}
