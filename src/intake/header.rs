//! The words that files use for their columns, units and personal data.

mod kind;
pub(in crate::intake) mod vocabulary;

use crate::domain::Field;

use super::encoding::narrow;
use super::finding::{Personal, Unit};
use super::pseudonym::MARK;
pub use kind::kind;
use vocabulary::{NOT_PERSONAL, PERSONAL, fields};

/// What a header says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The column's meaning, if the word is known.
    pub field: Option<Field>,
    /// How common the word is for that meaning, 0 for the commonest: where two columns claim one meaning, the least wins.
    pub rank: usize,
    /// The unit it names, for money.
    pub unit: Option<Unit>,
    /// Whether it names a monthly rate in ‰.
    pub is_monthly_permille: bool,
    /// The sort of personal data the word stands for.
    pub personal: Option<Personal>,
    /// Whether it says that pseudonyms stand in the place of numbers: 身份证号（假名）.
    pub is_of_pseudonyms: bool,
}

/// The words that mean a field, the commonest first: narrow, in small letters, without blank, asterisk and unit.
pub fn words(field: Field) -> &'static [&'static str] {
    fields()
        .find(|(known, _)| *known == field)
        .map_or(&[], |(_, words)| words)
}

/// The meaning that a column takes where the file has no column of that meaning itself: the branch or the lender of the
/// credit line for the lender, a cell of village and group for the village.
pub fn stands_in_for(field: Field) -> Option<Field> {
    match field {
        Field::Branch | Field::CreditLender => Some(Field::Lender),
        Field::VillageAndGroup => Some(Field::Village),
        _ => None,
    }
}

/// What a header says.
pub fn heading(header: &str) -> Heading {
    let text = narrow(header);
    let (text, is_of_pseudonyms) = match text.strip_suffix(narrow(MARK).as_ref()) {
        Some(rest) => (rest, true),
        None => (text.as_ref(), false),
    };
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '*' | '_'))
        .flat_map(char::to_lowercase)
        .collect();
    let unit = match () {
        () if text.contains("万元") || text.ends_with("wan") => Some(Unit::TenThousandYuan),
        () if text.contains("(元)") || text.ends_with("/元") => Some(Unit::Yuan),
        () => None,
    };
    let word = bare(&text);
    let known = meaning(&word);
    let personal = if known.is_some() || NOT_PERSONAL.contains(&word.as_str()) {
        None
    } else {
        PERSONAL
            .iter()
            .find(|(_, words)| words.iter().any(|w| word.contains(w)))
            .map(|(personal, _)| *personal)
    };
    Heading {
        field: known.map(|(field, _)| field),
        rank: known.map_or(usize::MAX, |(_, rank)| rank),
        unit,
        // A rate by the month is told in ‰ in every file seen, whether its header says so or not.
        is_monthly_permille: text.contains('‰') || word.starts_with("月利率"),
        personal,
        is_of_pseudonyms,
    }
}

/// What a word means and how common it is for that; or several of one meaning, one after another: 担保方式/借款方式.
fn meaning(word: &str) -> Option<(Field, usize)> {
    if let Some(known) = single_meaning(word) {
        return Some(known);
    }
    let mut parts = word.split('/').map(single_meaning);
    let first = parts.next()??;
    parts.try_fold(first, |(field, rank), part| {
        let (other, other_rank) = part?;
        (other == field).then_some((field, rank.min(other_rank)))
    })
}

fn single_meaning(word: &str) -> Option<(Field, usize)> {
    fields().find_map(|(field, words)| {
        let rank = words.iter().position(|known| is_same(known, word))?;
        Some((field, rank))
    })
}

/// Whether a word of the list is the word found, which has lost its underscores.
fn is_same(known: &str, word: &str) -> bool {
    // Hundreds of words are compared with every cell that might be a header: nothing is put together for it.
    let plain = known.bytes().filter(|byte| *byte != b'_');
    known.as_bytes().first() == word.as_bytes().first() && plain.eq(word.bytes())
}

/// The header without its unit.
fn bare(text: &str) -> String {
    const UNITS: &[&str] = &[
        "(万元)", "(元)", "(%)", "(‰)", "(户)", "(人)", "(月)", "(天)", "(次)", "(笔)", "/万元",
        "/元", "%", "‰", "万元",
    ];
    UNITS
        .iter()
        .fold(text.to_owned(), |text, unit| text.replace(unit, ""))
}

/// Whether a header counts in years what others of its meaning count in months: 贷款期限（年）.
pub fn counts_years(header: &str) -> bool {
    narrow(header).contains("(年)")
}

/// The unit that a line above the header names: 单位：万元, 编制单位：某局 单位：户、万元, （金额：万元）.
pub fn unit_of_title(line: &str) -> Option<Unit> {
    let text = narrow(line);
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let after = text.split("单位").skip(1).chain(text.split("金额").skip(1));
    after.into_iter().find_map(unit_after)
}

/// The unit that a text begins with, what else is counted left out: `：户、万元`.
fn unit_after(text: &str) -> Option<Unit> {
    const BESIDE: &[&str] = &[
        ":",
        "(",
        "为",
        "人民币",
        "户",
        "人",
        "笔",
        "个",
        "%",
        "、",
        ",",
        "/",
        ";",
        "和",
    ];
    let mut rest = text;
    while let Some(next) = BESIDE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next;
    }
    match () {
        () if rest.starts_with("万元") => Some(Unit::TenThousandYuan),
        () if rest.starts_with('元') => Some(Unit::Yuan),
        () => None,
    }
}

/// Whether the name of a group of columns is the product's: of several loans a row tells of, the one this is about.
pub fn is_product(group: &str) -> bool {
    ["小额信贷", "小额贷款", "扶贫贷", "帮扶贷"]
        .iter()
        .any(|word| group.contains(word))
}

/// Whether the name of a group of columns is that of loans which are not the product's, beside a group that is.
pub fn is_of_other_loans(group: &str) -> bool {
    group.contains('贷') && !is_product(group)
}

/// Whether the name of a group of columns is that of loans or amounts of before.
pub fn is_of_before(group: &str) -> bool {
    group.starts_with(['原', '上'])
        || ["以前", "历史", "去年"]
            .iter()
            .any(|word| group.contains(word))
}

/// Whether a header contains a word for a field, as 本期贷款余额 contains 贷款余额.
pub fn contains_word(header: &str, field: Field) -> bool {
    let header = bare(
        &narrow(header)
            .replace(char::is_whitespace, "")
            .to_lowercase(),
    );
    words(field)
        .iter()
        .any(|word| word.chars().count() >= 2 && header.contains(word))
}

/// Whether a cell says that its row is a total and no row of its own: 合计, 小 计, 东湾镇小计.
pub fn is_total(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    ["合计", "总计", "小计", "累计", "共计"]
        .iter()
        .any(|word| text.starts_with(word) || text.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FileKind;

    #[test]
    fn a_header_is_known_with_its_unit() {
        let money = heading(" 贷款余额（万元） ");
        assert_eq!(
            (money.field, money.unit),
            (
                Some(Field::OutstandingPrincipal),
                Some(Unit::TenThousandYuan)
            )
        );
        assert_eq!(heading("贷款余额(元)").unit, Some(Unit::Yuan));
        assert_eq!(heading("贷款金额").unit, None);
        assert!(heading("月利率‰").is_monthly_permille);
        assert!(heading("月利率").is_monthly_permille);
        assert!(!heading("年利率").is_monthly_permille);
        assert_eq!(
            heading("贷款到期前利率 %").field,
            Some(Field::AnnualInterestRate)
        );
    }

    #[test]
    fn the_unit_of_a_title_is_found_beside_whatever_else_it_names() {
        for title in [
            "某县台账　单位：万元",
            "编制单位：某县某局 单位：万元 统计日期：2019-11-30",
            "（单位：户、万元）",
            "金额单位:人民币万元",
            "单位：户，人，万元",
        ] {
            assert_eq!(unit_of_title(title), Some(Unit::TenThousandYuan), "{title}");
        }
        assert_eq!(unit_of_title("单位（元）"), Some(Unit::Yuan));
        for title in ["某县台账", "填报单位：某县某局", "单位：户"] {
            assert_eq!(unit_of_title(title), None, "{title}");
        }
    }

    #[test]
    fn personal_columns_are_known_by_their_words() {
        assert_eq!(heading("户主姓名").personal, Some(Personal::Name));
        assert_eq!(
            heading("贷款人身份证").personal,
            Some(Personal::IdentityNumber)
        );
        assert_eq!(heading("联系电话").personal, Some(Personal::Phone));
        assert_eq!(heading("户编号").personal, None);
        assert_eq!(heading("与户主关系").personal, None);
    }

    #[test]
    fn a_loan_file_without_a_balance_is_still_a_loan_file() {
        let fields = [
            Field::LoanNumber,
            Field::HouseholdNumber,
            Field::Township,
            Field::Village,
            Field::Lender,
            Field::MaturityDate,
        ];
        assert_eq!(kind(&fields), FileKind::Loans);
        assert_eq!(
            kind(&[Field::HouseholdNumber, Field::Township]),
            FileKind::Roster
        );
        assert_eq!(
            kind(&[Field::Village, Field::AllHouseholds]),
            FileKind::Villages
        );
        assert_eq!(kind(&[Field::LoanNumber]), FileKind::Unknown);
    }

    #[test]
    fn every_kind_is_known_by_the_columns_it_must_have() {
        for wanted in FileKind::TABLES {
            let required = Field::required(wanted);
            let optional = Field::optional(wanted);
            let all: Vec<Field> = required.iter().chain(optional).copied().collect();
            assert_eq!(kind(&all), wanted, "all columns of {wanted:?}");
            // A village table is known by more than the names, a list that came back by what was filled in.
            if !matches!(wanted, FileKind::Villages | FileKind::Answers) {
                assert_eq!(kind(required), wanted, "the columns {wanted:?} must have");
            }
        }
    }

    #[test]
    fn a_list_that_came_back_is_told_from_the_loans_by_what_it_does_not_repeat() {
        use Field::*;
        let list = [
            LoanNumber,
            HouseholdNumber,
            Township,
            Village,
            Lender,
            OutstandingPrincipal,
            MaturityDate,
            OverdueDays,
            Ability,
            Willingness,
            Cause,
        ];
        assert_eq!(kind(&list), FileKind::Answers);
        assert_eq!(kind(&list[..8]), FileKind::Loans);
        assert_eq!(kind(&[LoanNumber, Cause]), FileKind::Answers);
        let loans = [&list[..], &[DisbursedPrincipal, DisbursementDate]].concat();
        assert_eq!(kind(&loans), FileKind::Loans);
    }

    #[test]
    fn side_tables_that_repeat_columns_of_loans_are_told_apart() {
        use Field::*;
        let application = [
            Township,
            Village,
            HouseholdNumber,
            Lender,
            LoanNumber,
            DisbursedPrincipal,
            OutstandingPrincipal,
            DisbursementDate,
            MaturityDate,
            PeriodStart,
            PeriodEnd,
            SubsidyAmount,
        ];
        assert_eq!(kind(&application), FileKind::Subsidies);
        assert_eq!(kind(&application[..9]), FileKind::Loans);
        let with_total = [&application[..9], &[SubsidyTotal, AsOf]].concat();
        assert_eq!(kind(&with_total), FileKind::Loans);
        let total = [Lender, DisbursedPrincipal, OutstandingPrincipal, LoanCount];
        assert_eq!(kind(&total), FileKind::ReportedTotals);
        let fund = [Lender, AsOf, OutstandingPrincipal, FundBalance];
        assert_eq!(kind(&fund), FileKind::Funds);
        assert_eq!(kind(&[LoanNumber, SubsidyAmount]), FileKind::Subsidies);
        let villages = [Township, Village, PlaceCode, AllHouseholds];
        assert_eq!(kind(&villages), FileKind::Villages);
    }
}
