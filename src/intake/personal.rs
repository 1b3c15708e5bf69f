//! Personal data known by its looks, whatever the header says.

use super::finding::Personal;

/// Cells looked at before a column is judged.
const FEWEST: usize = 5;

/// What most of a column's cells look like, if that is personal data. Blank cells are left out of the count.
///
/// Most means four in five: a household number of 18 digits has a right check digit once in eleven times, an
/// identity number always.
pub fn of_cells<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Personal> {
    let (mut total, mut identity, mut phone, mut card, mut name) = (0_usize, 0, 0, 0, 0);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        total += 1;
        identity += usize::from(is_identity_number(cell));
        phone += usize::from(is_mobile_number(cell));
        card += usize::from(is_bank_card(cell));
        name += usize::from(is_personal_name(cell));
    }
    let most = |count: usize| total >= FEWEST && count * 5 >= total * 4;
    if most(identity) {
        Some(Personal::IdentityNumber)
    } else if most(phone) {
        Some(Personal::Phone)
    } else if most(card) {
        Some(Personal::BankCard)
    } else if most(name) {
        Some(Personal::Name)
    } else {
        None
    }
}

/// Whether a text is the number of a person, of a mobile telephone or of a bank card.
pub fn is_number_of_a_person(text: &str) -> bool {
    is_identity_number(text) || is_mobile_number(text) || is_bank_card(text)
}

/// Eighteen characters with a region, a birth date and the right check digit (GB 11643-1999, modulus 11-2).
pub fn is_identity_number(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let text: Vec<u8> = text.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    // Some systems put a letter before the number.
    let text = match text.as_slice() {
        [first, rest @ ..] if first.is_ascii_alphabetic() => rest,
        all => all,
    };
    if text.len() != 18 || !text[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let digit = |at: usize| u32::from(text[at] - b'0');
    let number = |from: usize, to: usize| (from..to).fold(0, |sum, at| sum * 10 + digit(at));
    let is_region = (11..=82).contains(&number(0, 2));
    let is_birth = (1900..=2100).contains(&number(6, 10))
        && (1..=12).contains(&number(10, 12))
        && (1..=31).contains(&number(12, 14));
    let sum: u32 = (0..17).map(|at| digit(at) * WEIGHTS[at]).sum();
    is_region && is_birth && CHECKS[(sum % 11) as usize] == text[17].to_ascii_uppercase()
}

/// Eleven digits, the first 1 and the second 3 to 9.
pub fn is_mobile_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 11
        && bytes.iter().all(u8::is_ascii_digit)
        && bytes[0] == b'1'
        && bytes[1] >= b'3'
}

/// Sixteen to nineteen digits that begin as Chinese bank cards do and have the right check digit (ISO/IEC 7812-1, Luhn).
pub fn is_bank_card(text: &str) -> bool {
    let bytes: Vec<u8> = text.bytes().filter(|b| *b != b' ').collect();
    if !(16..=19).contains(&bytes.len())
        || !bytes.iter().all(u8::is_ascii_digit)
        || !matches!(bytes[0], b'4' | b'5' | b'6')
    {
        return false;
    }
    let sum: u32 = bytes
        .iter()
        .rev()
        .enumerate()
        .map(|(at, byte)| {
            let digit = u32::from(byte - b'0');
            match (at % 2, digit * 2) {
                (0, _) => digit,
                (_, double) if double > 9 => double - 9,
                (_, double) => double,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// The commonest surnames: nine in ten people have one of them.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/// Endings that make a word of two to four characters the name of a thing or a place.
const NOT_A_NAME: &[char] = &[
    '村', '镇', '乡', '县', '区', '组', '户', '业', '行', '社', '道', '是', '否', '款', '息', '用',
    '类', '级',
];

/// Two to four Chinese characters that begin with a common surname and do not end as places and things do.
fn is_personal_name(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    (2..=4).contains(&characters.len())
        && characters
            .iter()
            .all(|c| matches!(c, '\u{4e00}'..='\u{9fff}' | '*'))
        && SURNAMES.contains(characters[0])
        && !characters
            .last()
            .is_some_and(|last| NOT_A_NAME.contains(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_number_is_known_by_region_birth_and_check_digit() {
        // An example of GB 11643-1999 itself.
        assert!(is_identity_number("11010519491231002X"));
        assert!(is_identity_number(" 11010519491231002x"));
        assert!(is_identity_number("G11010519491231002X"));
        assert!(!is_identity_number("110105194912310021"));
        assert!(!is_identity_number("990001001001000001"));
    }

    #[test]
    fn household_numbers_of_eighteen_digits_are_not_identity_numbers() {
        let numbers: Vec<String> = (0..200).map(|i| format!("990001001001{i:06}")).collect();
        assert_eq!(of_cells(numbers.iter().map(String::as_str)), None);
    }

    #[test]
    fn names_phones_and_cards_are_known_by_their_looks() {
        assert_eq!(
            of_cells(["王小明", "李四", "", "赵六", "陈七七", "周八"].into_iter()),
            Some(Personal::Name)
        );
        assert_eq!(
            of_cells(["13800000000"; 5].into_iter()),
            Some(Personal::Phone)
        );
        assert_eq!(
            of_cells(["4111111111111111"; 5].into_iter()),
            Some(Personal::BankCard)
        );
        assert!(is_bank_card("4111111111111111"));
        assert_eq!(
            of_cells(["石桥村", "龙泉村", "马家村", "高山村", "白云村"].into_iter()),
            None
        );
        assert_eq!(
            of_cells(["种植业", "养殖业", "农家乐", "小卖部", "林下经济"].into_iter()),
            None
        );
    }
}
