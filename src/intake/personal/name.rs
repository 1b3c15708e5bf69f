//! Whether a text looks like the name of a person: by its surname, its length, and what it does not end in.

use crate::intake::encoding::{is_space, narrow};

/// The commonest surnames, and some that are common in one region: more than nineteen in twenty people have one of them.
/// Left out are those that begin many other words (安, 成, 时, 农, 单, 应, 明 …).
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤\
康施牛樊葛邢齐乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿兰焦俞左柳甘祝宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝辛靳柴蒙鲍喻祁蒲房滕屈饶牟艾尤阳穆卓吉缪简芦褚娄窦戚岑卜晏瞿桂佟臧闵苟邬卞姬仇栾隋刁巫寇郎甄仲虞敖巩佘迟邝蹇税扈赖温常易文游关傅阎";

/// The surnames of two characters that are still met.
const COMPOUND_SURNAMES: [&str; 24] = [
    "欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "司徒", "令狐", "夏侯", "慕容", "端木", "长孙",
    "宇文", "公孙", "东方", "淳于", "南宫", "呼延", "闻人", "澹台", "轩辕", "濮阳", "申屠", "鲜于",
];

/// Endings that make a word of two to four characters the name of a thing or a place. Those that many given names have
/// (山, 林, 江, 海, 泉, 花, 民, 生 …) are not among them.
const NOT_A_NAME: &str = "村镇乡县区组户业行社道是否款息用类级\
湾坝沟坪岭桥塘口院坡嘴咀梁垭寨场坎井店铺屯庄营堡滩洞湖庙寺观坊门园楼角头边冲坳岗堰田河寺家地台街路巷里厂站所队部局校会司城州省市岩溪\
菜果药牛羊猪鸡鸭鱼兔蜂茶苗粮油米豆薯瓜椒柑橘机车房酒物费额员工师人";

/// Words that begin as surnames do.
const WORDS: [&str; 44] = [
    "金融",
    "金额",
    "余额",
    "余款",
    "钱款",
    "万元",
    "方式",
    "方法",
    "方便",
    "程度",
    "任务",
    "关注",
    "关闭",
    "高中",
    "高职",
    "高龄",
    "高粱",
    "高血压",
    "常住",
    "常年",
    "常规",
    "文盲",
    "文化",
    "易地",
    "温饱",
    "温室",
    "温泉",
    "白天",
    "黄金",
    "石油",
    "江苏",
    "江西",
    "宁夏",
    "周期",
    "周年",
    "周转",
    "任职",
    "严重",
    "马上",
    "康复",
    "尚未",
    "尚可",
    "毕业",
    "申请",
];

/// What stands for the characters of a name that are not shown.
fn is_blot(c: char) -> bool {
    matches!(
        c,
        '*' | '某' | 'X' | 'x' | '\u{d7}' | '○' | '〇' | '□' | '■' | '●' | '?' | '_'
    )
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// The characters of a cell that may be a name: without spaces inside (李　四) and without a note in brackets behind.
fn characters(text: &str) -> Vec<char> {
    let text = narrow(text);
    let bare = text.split('(').next().unwrap_or(&text);
    bare.chars().filter(|c| !is_space(*c)).collect()
}

/// Two or three Chinese characters that begin with a surname and do not end as places and things do; four under a surname
/// of two characters or two surnames; a name with some characters blotted out (张*, 李某某); or a name in parts
/// (阿里木·买买提).
pub(super) fn is_personal_name(text: &str) -> bool {
    // The longest name in parts that is met has some twenty characters.
    if text.len() > 80 {
        return false;
    }
    let characters = characters(text);
    is_plain_name(&characters) || is_blotted_name(&characters) || is_name_in_parts(&characters)
}

/// How many of its characters a name shows or blots out.
pub(super) fn length(text: &str) -> usize {
    characters(text).len()
}

fn is_surname(c: char) -> bool {
    SURNAMES.contains(c)
}

fn is_compound(first: char, second: char) -> bool {
    let begins = |known: &str| known.chars().eq([first, second]);
    COMPOUND_SURNAMES.iter().any(|known| begins(known))
}

fn is_plain_name(characters: &[char]) -> bool {
    if !characters.iter().all(|c| is_han(*c)) || is_word(characters) {
        return false;
    }
    match *characters {
        [surname, _] => is_surname(surname),
        // 陈家湾 and its like are places.
        [_, '家', _] => false,
        [first, second, _] => is_surname(first) || is_compound(first, second),
        [first, second, _, _] => {
            is_compound(first, second) || (is_surname(first) && is_surname(second))
        }
        _ => false,
    }
}

fn is_word(characters: &[char]) -> bool {
    let ends = characters
        .last()
        .is_some_and(|last| NOT_A_NAME.contains(*last));
    let begins = |word: &str| {
        let mut rest = characters.iter();
        word.chars().all(|c| rest.next() == Some(&c))
    };
    ends || WORDS.iter().any(|word| begins(word))
}

fn is_blotted_name(characters: &[char]) -> bool {
    let blots = characters.iter().filter(|c| is_blot(**c)).count();
    let shown: Vec<char> = characters
        .iter()
        .copied()
        .filter(|c| !is_blot(*c))
        .collect();
    if blots == 0 || characters.len() > 4 || !shown.iter().all(|c| is_han(*c)) {
        return false;
    }
    match (characters, shown.as_slice()) {
        // *小明 shows no surname to know it by.
        ([first, ..], [_] | [_, _]) if is_blot(*first) && *first != '某' => true,
        (_, [surname] | [surname, _]) => is_surname(*surname) || shown_is_compound(&shown),
        (_, [first, second, _]) => is_compound(*first, *second),
        _ => false,
    }
}

fn shown_is_compound(shown: &[char]) -> bool {
    matches!(*shown, [first, second] if is_compound(first, second))
}

fn is_name_in_parts(characters: &[char]) -> bool {
    let parts: Vec<&[char]> = characters
        .split(|c| matches!(c, '·' | '•' | '・' | '‧' | '˙'))
        .collect();
    parts.len() >= 2
        && parts
            .iter()
            .all(|part| (1..=8).contains(&part.len()) && part.iter().all(|c| is_han(*c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_by_their_surname_and_length() {
        for name in [
            "王小明",
            "李四",
            "李　四",
            "欧阳明月",
            "上官云",
            "诸葛青",
            "司马青山",
            "张杨雨桐",
            "蹇大山",
            "李桂花（户主）",
            "阿里木·买买提",
            "扎西·多吉",
        ] {
            assert!(is_personal_name(name), "{name}");
        }
    }

    #[test]
    fn names_are_known_with_characters_blotted_out() {
        for name in [
            "张*",
            "张**",
            "张＊明",
            "李某",
            "李某某",
            "王××",
            "陈XX",
            "*小明",
            "*明",
            "欧阳*",
        ] {
            assert!(is_personal_name(name), "{name}");
        }
        for text in ["*", "**", "****", "某", "X", "3*4", "A*", ""] {
            assert!(!is_personal_name(text), "{text}");
        }
    }

    #[test]
    fn places_and_things_are_no_names() {
        for text in [
            "石桥村",
            "马家湾",
            "高山蔬菜",
            "金融机构",
            "黄牛",
            "农商行",
            "文盲",
            "高中",
            "易地搬迁",
            "常年在外",
            "正常",
            "东镇",
            "13800000000",
            "Wang",
        ] {
            assert!(!is_personal_name(text), "{text}");
        }
    }
}
