//! What a name is without spaces, without its ending, and as people read it.

use std::borrow::Cow;

use crate::intake::encoding::{is_space, narrow};

/// Endings of townships, the longer before the shorter that ends it.
const TOWNSHIP: &[&str] = &[
    "街道办事处",
    "地区办事处",
    "办事处",
    "街道办",
    "街道",
    "街办",
    "民族苏木",
    "苏木",
    "民族乡",
    "民族镇",
    "乡",
    "镇",
];

/// What offices add behind a township's name.
const OFFICE: &[&str] = &["人民政府", "政府", "党委"];

/// Endings of villages, the longer before the shorter that ends it.
const VILLAGE: &[&str] = &[
    "村民委员会",
    "居民委员会",
    "村委会",
    "居委会",
    "村委",
    "居委",
    "行政村",
    "社区",
    "村",
];

/// A village whose list calls it a rural community: the word is an ending if a name stands before it (not 新农村社区).
const RURAL: &str = "农村社区";

/// Peoples after whom townships are called, as the last word before 乡 or 镇.
const PEOPLES: &[&str] = &[
    "蒙古族",
    "回族",
    "藏族",
    "维吾尔族",
    "苗族",
    "彝族",
    "壮族",
    "布依族",
    "朝鲜族",
    "满族",
    "侗族",
    "瑶族",
    "白族",
    "土家族",
    "哈尼族",
    "哈萨克族",
    "傣族",
    "黎族",
    "傈僳族",
    "佤族",
    "畲族",
    "高山族",
    "拉祜族",
    "水族",
    "东乡族",
    "纳西族",
    "景颇族",
    "柯尔克孜族",
    "土族",
    "达斡尔族",
    "仫佬族",
    "羌族",
    "布朗族",
    "撒拉族",
    "毛南族",
    "仡佬族",
    "锡伯族",
    "阿昌族",
    "普米族",
    "塔吉克族",
    "怒族",
    "乌孜别克族",
    "俄罗斯族",
    "鄂温克族",
    "德昂族",
    "保安族",
    "裕固族",
    "京族",
    "塔塔尔族",
    "独龙族",
    "鄂伦春族",
    "赫哲族",
    "门巴族",
    "珞巴族",
    "基诺族",
];

/// The name without any space and with plain instead of full-width forms.
pub(super) fn squeeze(text: &str) -> Cow<'_, str> {
    let text = narrow(text);
    if !text.contains(is_space) {
        return text;
    }
    Cow::Owned(text.chars().filter(|c| !is_space(*c)).collect())
}

/// The text before the first of the endings that ends it, if anything stands there.
fn without<'a>(text: &'a str, endings: &[&str]) -> Option<&'a str> {
    let before = |ending: &&str| text.strip_suffix(*ending);
    endings
        .iter()
        .find_map(before)
        .filter(|rest| !rest.is_empty())
}

/// A squeezed township's name without its ending: 三里坪街道办事处 is 三里坪, 龙凤土家族乡 is 龙凤.
pub(super) fn township_stem(name: &str) -> &str {
    let name = without(name, OFFICE).unwrap_or(name);
    let Some(mut stem) = without(name, TOWNSHIP) else {
        return name;
    };
    while let Some(rest) = without(stem, PEOPLES) {
        stem = rest;
    }
    stem
}

/// A squeezed village's name without its endings: 赵岩农村社区村民委员会 is 赵岩, 雷音铺村村委会 is 雷音铺.
pub(super) fn village_stem(name: &str) -> &str {
    let mut stem = name;
    loop {
        let rural = stem
            .strip_suffix(RURAL)
            .filter(|rest| rest.chars().nth(1).is_some());
        match rural.or_else(|| without(stem, VILLAGE)) {
            Some(rest) => stem = rest,
            None => return stem,
        }
    }
}

/// A township's name as people read it: 翠屏街道办事处 is 翠屏街道, 亭子镇人民政府 is 亭子镇.
pub(super) fn shown_township(name: &str) -> String {
    let name = without(name, OFFICE).unwrap_or(name);
    match name.strip_suffix("办事处") {
        Some(rest) if rest.ends_with("街道") => rest.to_owned(),
        _ => name.to_owned(),
    }
}

/// A village's official name as people read it: the village or community, not its committee.
///
/// 雷音铺村民委员会 is 雷音铺村, 亚云居民委员会 is 亚云社区; no 村 or 社区 is said twice (梧桐梁社区居民委员会 is 梧桐梁社区,
/// 赵岩农村社区村民委员会 is 赵岩农村社区, 雷音铺村村民委员会 is 雷音铺村).
pub fn shown_village(name: &str) -> String {
    let committees = [
        (["村民委员会", "村委会", "村委"], "村"),
        (["居民委员会", "居委会", "居委"], "社区"),
    ];
    for (endings, kind) in committees {
        let Some(rest) = without(name, &endings) else {
            continue;
        };
        return match rest.ends_with("社区") || rest.ends_with('村') {
            true => rest.to_owned(),
            false => format!("{rest}{kind}"),
        };
    }
    name.to_owned()
}

/// Whether two townships are written alike but for what people leave out: 亭子 and 亭子镇, not 亭子镇 and 亭子乡.
pub fn is_same_township(one: &str, other: &str) -> bool {
    is_same([one, other], shown_township, |name| township_stem(name))
}

/// Whether two villages are written alike but for what people leave out: 石坝 and 石坝村委会, not 石坝村 and 石坝社区.
pub fn is_same_village(one: &str, other: &str) -> bool {
    is_same([one, other], shown_village, |name| village_stem(name))
}

fn is_same(names: [&str; 2], shown: fn(&str) -> String, stem: fn(&str) -> &str) -> bool {
    let [one, other] = names.map(|name| shown(&squeeze(name)));
    if one == other {
        return true;
    }
    let is_short = |name: &str| stem(name) == name;
    stem(&one) == stem(&other) && (is_short(&one) || is_short(&other))
}

/// Chinese brackets about the place that tells two of one name apart.
pub(super) fn told_apart(name: &str, by: &str) -> String {
    format!("{name}（{by}）")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_township_is_known_without_its_ending() {
        for written in [
            "翠屏街道办事处",
            "翠屏街道",
            "翠屏办事处",
            "翠屏乡",
            "翠屏镇人民政府",
        ] {
            assert_eq!(township_stem(written), "翠屏", "{written}");
        }
        assert_eq!(township_stem("龙凤土家族苗族乡"), "龙凤");
        assert_eq!(township_stem("三河民族乡"), "三河");
        assert_eq!(township_stem("镇"), "镇");
        assert_eq!(township_stem("街道"), "街道");
    }

    #[test]
    fn a_village_is_known_without_its_ending() {
        for ending in [
            "村",
            "社区",
            "村民委员会",
            "居民委员会",
            "村委会",
            "居委会",
            "居委",
        ] {
            assert_eq!(village_stem(&format!("雷音铺{ending}")), "雷音铺");
        }
        assert_eq!(village_stem("梧桐梁社区居委会"), "梧桐梁");
        assert_eq!(village_stem("赵岩农村社区村民委员会"), "赵岩");
        assert_eq!(village_stem("新农村社区"), "新农");
        assert_eq!(village_stem("新农村"), "新农");
        assert_eq!(village_stem("街道社区居民委员会"), "街道");
        assert_eq!(village_stem("村"), "村");
    }

    #[test]
    fn a_village_is_shown_without_its_committee() {
        assert_eq!(shown_village("雷音铺村民委员会"), "雷音铺村");
        assert_eq!(shown_village("雷音铺村村民委员会"), "雷音铺村");
        assert_eq!(shown_village("梧桐梁社区居民委员会"), "梧桐梁社区");
        assert_eq!(shown_village("街道社区居民委员会"), "街道社区");
        assert_eq!(shown_village("亚云居民委员会"), "亚云社区");
        assert_eq!(shown_village("赵岩农村社区村民委员会"), "赵岩农村社区");
        assert_eq!(shown_village("大乡村民委员会"), "大乡村");
    }

    #[test]
    fn spaces_and_full_width_forms_say_nothing() {
        assert_eq!(squeeze("　亭 子\u{200b}镇 "), "亭子镇");
        assert_eq!(squeeze("（东）１村"), "(东)1村");
    }
}
