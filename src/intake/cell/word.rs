//! Cells that hold one of a few words or codes, and cells that hold nothing though something is written there.

use std::borrow::Cow;

use crate::domain::{
    Ability, Cause, FactWord, Field, Guarantee, LoanStatus, Product, RenewalKind, RiskClass,
    Willingness,
};
use crate::intake::encoding::plain;
use crate::intake::finding::Encoding;

/// What offices, databases and spreadsheets write where they have nothing to say, in small letters.
/// A column in which such a word means something (还款能力 无) reads it before it asks here.
const WITHOUT_MEANING: &[&str] = &[
    "", "无", "暂无", "没有", "未知", "不详", "不明", "空", "-", "--", "---", "—", "——", "–", "―",
    "/", "//", "\\", "null", "none", "nan", "nil", "na", "n/a", "#n/a", "#value!", "#ref!",
    "#div/0!", "#name?", "#null!", "#num!",
];

/// Whether a text, already without the spaces about it, says nothing.
#[inline(always)]
pub fn is_without_meaning(text: &str) -> bool {
    is_number_without_meaning(text.as_bytes())
}

/// The same for a number of a loan or household, as UTF-8.
#[inline(always)]
pub fn is_number_without_meaning(number: &[u8]) -> bool {
    // None of them begins with a digit or with a letter other than n, and the longest has eight bytes.
    let may_be = match number.first() {
        None => true,
        Some(first) => {
            number.len() <= 8 && (!first.is_ascii_alphanumeric() || matches!(first, b'n' | b'N'))
        }
    };
    may_be
        && WITHOUT_MEANING
            .iter()
            .any(|known| known.as_bytes().eq_ignore_ascii_case(number))
}

/// Whether a cell says nothing: blank, or with one of the words for it.
#[inline(always)]
pub fn says_nothing(bytes: &[u8], encoding: Encoding) -> bool {
    bytes.is_empty() || bytes.len() < 64 && is_without_meaning(&plain(bytes, encoding))
}

/// The text of a cell as words are compared: narrow, without blank, in capital letters.
fn word_of(bytes: &[u8], encoding: Encoding) -> String {
    let text: Cow<'_, str> = plain(bytes, encoding);
    text.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_uppercase)
        .collect()
}

/// 五级分类 by word or by number 1 to 5.
pub fn risk_class(bytes: &[u8], encoding: Encoding) -> Option<RiskClass> {
    let word = word_of(bytes, encoding);
    let word = word
        .strip_suffix("类贷款")
        .or(word.strip_suffix("贷款"))
        .or(word.strip_suffix('类'))
        .unwrap_or(&word);
    match word {
        "正常" | "1" | "01" => Some(RiskClass::Pass),
        "关注" | "2" | "02" => Some(RiskClass::SpecialMention),
        "次级" | "3" | "03" => Some(RiskClass::Substandard),
        "可疑" | "4" | "04" => Some(RiskClass::Doubtful),
        "损失" | "5" | "05" => Some(RiskClass::Loss),
        _ => None,
    }
}

/// 贷款状态 by word. Its codes differ from bank to bank, so none is guessed.
pub fn status(bytes: &[u8], encoding: Encoding) -> Option<LoanStatus> {
    match word_of(bytes, encoding).as_str() {
        "未到期" | "正常" | "未结清" | "在贷" => Some(LoanStatus::NotDue),
        "逾期" | "已逾期" | "不良" => Some(LoanStatus::Overdue),
        "已结清" | "结清" | "已还清" | "还清" => Some(LoanStatus::Settled),
        "已代偿" | "代偿" => Some(LoanStatus::PaidOut),
        "已核销" | "核销" => Some(LoanStatus::WrittenOff),
        _ => None,
    }
}

/// A word of a column that only some files have.
pub trait CellWord: FactWord {
    /// What files write for each, the official word first.
    const WORDS: &'static [(Self, &'static [&'static str])];
}

/// The word of a cell.
pub fn word<W: CellWord>(bytes: &[u8], encoding: Encoding) -> Option<W> {
    let word = word_of(bytes, encoding);
    W::WORDS
        .iter()
        .find(|(_, words)| words.contains(&word.as_str()))
        .map(|(meaning, _)| *meaning)
}

impl CellWord for Product {
    const WORDS: &'static [(Product, &'static [&'static str])] = &[
        (
            Product::PovertyAlleviation,
            &[
                "扶贫小额信贷",
                "扶贫小额贷款",
                "扶贫小额信用贷款",
                "精准扶贫小额信贷",
            ],
        ),
        (
            Product::LiftedOut,
            &[
                "脱贫人口小额信贷",
                "脱贫人口小额贷款",
                "脱贫人口小额信用贷款",
            ],
        ),
        (
            Product::Assistance,
            &["帮扶小额信贷", "帮扶小额贷款", "帮扶小额信用贷款"],
        ),
    ];
}

impl CellWord for Guarantee {
    /// D is the code of the reports to the regulator for credit without guarantee (S71); those of banks differ.
    const WORDS: &'static [(Guarantee, &'static [&'static str])] = &[
        (
            Guarantee::Credit,
            &[
                "信用",
                "信用贷款",
                "信用方式",
                "免担保",
                "免抵押免担保",
                "信用/免担保",
                "信用/免担保贷款",
                "D",
            ],
        ),
        (
            Guarantee::Guaranteed,
            &["保证", "保证贷款", "保证担保", "担保", "联保"],
        ),
        (Guarantee::Mortgage, &["抵押", "抵押贷款", "抵押担保"]),
        (Guarantee::Pledge, &["质押", "质押贷款", "质押担保"]),
    ];
}

impl CellWord for RenewalKind {
    const WORDS: &'static [(RenewalKind, &'static [&'static str])] = &[
        (
            RenewalKind::None,
            &["无", "否", "没有", "未续贷展期", "0", "N", "NO"],
        ),
        (RenewalKind::Renewal, &["续贷", "无还本续贷", "已续贷"]),
        (RenewalKind::Extension, &["展期", "已展期"]),
        (RenewalKind::Refinancing, &["借新还旧"]),
    ];
}

impl CellWord for Ability {
    const WORDS: &'static [(Ability, &'static [&'static str])] = &[
        (Ability::Able, &["有", "有能力", "强", "较强"]),
        (Ability::Weak, &["弱", "较弱", "不足"]),
        (Ability::None, &["无", "没有", "无能力", "丧失"]),
        (
            Ability::Unknown,
            &["未知", "不详", "不明", "待摸排", "待核实"],
        ),
    ];
}

impl CellWord for Willingness {
    const WORDS: &'static [(Willingness, &'static [&'static str])] = &[
        (Willingness::Good, &["好", "良好", "强", "愿意"]),
        (Willingness::Fair, &["一般"]),
        (Willingness::Poor, &["差", "较差", "弱", "不愿意"]),
        (Willingness::Malicious, &["恶意", "恶意拖欠", "恶意逃废债"]),
        (
            Willingness::Unknown,
            &["未知", "不详", "不明", "待摸排", "待核实"],
        ),
    ];
}

impl CellWord for Cause {
    const WORDS: &'static [(Cause, &'static [&'static str])] = &[
        (Cause::Disaster, &["因灾", "受灾", "灾害", "自然灾害"]),
        (Cause::Illness, &["因病", "患病", "疾病", "大病"]),
        (
            Cause::FailedBusiness,
            &["经营失败", "经营不善", "经营亏损", "产业失败"],
        ),
        (Cause::OutOfReach, &["外出失联", "失联"]),
        (Cause::Death, &["死亡", "去世", "身故"]),
        (Cause::Other, &["其他", "其它"]),
    ];
}

/// 是 or 否.
pub fn yes_no(bytes: &[u8], encoding: Encoding) -> Option<bool> {
    yes_no_of(&word_of(bytes, encoding))
}

fn yes_no_of(word: &str) -> Option<bool> {
    match word {
        "是" | "有" | "Y" | "YES" | "TRUE" | "T" | "1" | "√" | "✓" | "✔" | "☑" => {
            Some(true)
        }
        "否" | "无" | "没有" | "不是" | "N" | "NO" | "FALSE" | "F" | "0" | "×" | "✗" | "✘"
        | "☒" => Some(false),
        _ => None,
    }
}

/// 是 or 否, in the words of the column too: 已续贷 in 是否续贷.
pub fn flag(field: Field, bytes: &[u8], encoding: Encoding) -> Option<bool> {
    let word = word_of(bytes, encoding);
    yes_no_of(&word).or_else(|| flag_of_column(field, &word))
}

/// Whether a text is a word that is known for a column. Of a column whose words are read elsewhere every text is one.
pub fn is_word(field: Field, text: &str) -> bool {
    let (bytes, utf8) = (text.as_bytes(), Encoding::Utf8);
    match field {
        Field::RiskClass => risk_class(bytes, utf8).is_some(),
        Field::Status => status(bytes, utf8).is_some(),
        Field::Product => word::<Product>(bytes, utf8).is_some(),
        Field::Guarantee => word::<Guarantee>(bytes, utf8).is_some(),
        Field::RenewalKind => word::<RenewalKind>(bytes, utf8).is_some(),
        Field::Ability => word::<Ability>(bytes, utf8).is_some(),
        Field::Willingness => word::<Willingness>(bytes, utf8).is_some(),
        Field::Cause => word::<Cause>(bytes, utf8).is_some(),
        _ => true,
    }
}

fn flag_of_column(field: Field, word: &str) -> Option<bool> {
    match (field, word) {
        (Field::Renewed, "续贷" | "已续贷" | "无还本续贷") => Some(true),
        (Field::Renewed, "未续贷") => Some(false),
        (Field::Extended, "展期" | "已展期") => Some(true),
        (Field::Extended, "未展期") => Some(false),
        (Field::EnterpriseUse, "户贷企用" | "企用") => Some(true),
        (Field::EnterpriseUse, "户贷户用" | "户用" | "自用") => Some(false),
        (Field::Subsidised, "贴息" | "已贴息" | "财政贴息") => Some(true),
        (Field::Subsidised, "不贴息" | "未贴息") => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_word_has_words_and_each_word_one_meaning<W: CellWord + std::fmt::Debug>() {
        let mut seen: Vec<&str> = Vec::new();
        for meaning in W::ALL {
            let words = W::WORDS.iter().find(|(known, _)| known == meaning);
            let (_, words) = words.expect("words for every meaning");
            for text in *words {
                assert!(!seen.contains(text), "{text}");
                seen.push(text);
                assert_eq!(word::<W>(text.as_bytes(), Encoding::Utf8), Some(*meaning));
            }
        }
        assert_eq!(word::<W>(b"?", Encoding::Utf8), None);
        assert_eq!(word::<W>(b"", Encoding::Utf8), None);
    }

    #[test]
    fn every_word_of_every_column_is_read_as_what_it_means() {
        every_word_has_words_and_each_word_one_meaning::<Product>();
        every_word_has_words_and_each_word_one_meaning::<Guarantee>();
        every_word_has_words_and_each_word_one_meaning::<RenewalKind>();
        every_word_has_words_and_each_word_one_meaning::<Ability>();
        every_word_has_words_and_each_word_one_meaning::<Willingness>();
        every_word_has_words_and_each_word_one_meaning::<Cause>();
    }

    #[test]
    fn classes_are_read_by_word_and_by_code() {
        let class = |text: &str| risk_class(text.as_bytes(), Encoding::Utf8);
        for (at, words) in [
            ["正常", "1", "01", "正常类"],
            ["关注", "2", "02", "关注类贷款"],
            ["次级", "3", "03", "次级类"],
            ["可疑", "4", "04", "可疑贷款"],
            ["损失", "5", "05", "损 失"],
        ]
        .iter()
        .enumerate()
        {
            for word in words {
                assert_eq!(class(word), Some(RiskClass::ALL[at]), "{word}");
            }
        }
        for word in ["0", "6", "较好", "类", ""] {
            assert_eq!(class(word), None, "{word}");
        }
    }

    #[test]
    fn yes_and_no_are_read_as_people_and_programs_write_them() {
        let flag = |text: &str| flag(Field::EnterpriseUse, text.as_bytes(), Encoding::Utf8);
        for text in [
            "是", "有", "Y", "y", "yes", "TRUE", "True", "1", "１", "√", " 是 ",
        ] {
            assert_eq!(flag(text), Some(true), "{text}");
        }
        for text in ["否", "无", "N", "no", "FALSE", "0", "×"] {
            assert_eq!(flag(text), Some(false), "{text}");
        }
        for text in ["", "-", "2", "不详", "续贷"] {
            assert_eq!(flag(text), None, "{text}");
        }
        assert_eq!(flag("户贷户用"), Some(false));
    }

    #[test]
    fn what_says_nothing_is_told_from_what_does() {
        let nothing = |text: &str| says_nothing(text.as_bytes(), Encoding::Utf8);
        for text in [
            "", " ", "　", "无", "－", "-", "—", "/", "null", "NULL", "#N/A", "N/A", "未知",
        ] {
            assert!(nothing(text), "{text}");
        }
        for text in ["0", "无息", "-1", "1/2", "另议"] {
            assert!(!nothing(text), "{text}");
        }
        let in_gbk = [0xce, 0xde];
        assert!(says_nothing(&in_gbk, Encoding::Gb18030));
    }
}
