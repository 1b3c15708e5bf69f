//! The words that files use for their columns, units and personal data. Sources: the real headers of county exports, bank ledgers and rosters.

use crate::domain::{Field, FileKind};

use super::encoding::narrow;
use super::finding::{Personal, Unit};

/// What a header says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The column's meaning, if the word is known.
    pub field: Option<Field>,
    /// The unit it names, for money.
    pub unit: Option<Unit>,
    /// Whether it names a monthly rate in ‰.
    pub is_monthly_permille: bool,
    /// The sort of personal data the word stands for.
    pub personal: Option<Personal>,
}

const FIELDS: &[(Field, &[&str])] = &[
    (
        Field::LoanNumber,
        &[
            "借据号",
            "借据编号",
            "贷款账号",
            "贷款帐号",
            "合同号",
            "合同编号",
            "贷款编号",
            "贷款号",
            "业务编号",
            "借据号码",
        ],
    ),
    (
        Field::HouseholdNumber,
        &[
            "户编号",
            "户码",
            "脱敏户编号",
            "户代码",
            "家庭编号",
            "aac001",
        ],
    ),
    (
        Field::Township,
        &[
            "乡镇",
            "镇",
            "乡(镇)",
            "乡镇街道",
            "乡镇(街道)",
            "街道",
            "所属乡镇",
            "乡镇名称",
            "镇(乡)",
            "乡/镇",
        ],
    ),
    (
        Field::Village,
        &[
            "村",
            "行政村",
            "行政村名称",
            "村(社区)",
            "村名",
            "村名称",
            "所属村",
            "村/社区",
            "行政村(社区)",
        ],
    ),
    (
        Field::VillagerGroup,
        &["组", "组别", "村民小组", "自然村", "社"],
    ),
    (
        Field::Lender,
        &[
            "贷款金融机构",
            "承贷银行",
            "放贷银行",
            "经办银行",
            "贷款银行",
            "机构名称",
            "支行",
            "授信金融机构",
            "承贷机构",
            "承贷金融机构",
        ],
    ),
    (
        Field::DisbursedPrincipal,
        &[
            "贷款金额",
            "贷款发放金额",
            "放款金额",
            "合同金额",
            "借款金额",
            "贷款额度",
            "发放金额",
        ],
    ),
    (
        Field::OutstandingPrincipal,
        &[
            "贷款余额",
            "本金余额",
            "结欠本金",
            "本金金额",
            "余额",
            "核心余额",
        ],
    ),
    (
        Field::DisbursementDate,
        &[
            "放款日期",
            "贷款日期",
            "贷款发放日期",
            "发放日期",
            "借款日期",
            "放贷日期",
            "起贷日",
            "放款日",
            "发放日",
        ],
    ),
    (
        Field::MaturityDate,
        &[
            "到期日期",
            "到期日",
            "贷款到期日",
            "到期时间",
            "贷款到期日期",
            "约定到期日",
            "止贷日",
        ],
    ),
    (
        Field::ExtendedMaturityDate,
        &["展期日期", "展期到期日", "展期后到期日", "展期到期日期"],
    ),
    (
        Field::AnnualInterestRate,
        &[
            "贷款利率",
            "执行利率",
            "年利率",
            "月利率",
            "贷款到期前利率",
            "利率",
        ],
    ),
    (
        Field::Purpose,
        &["贷款用途", "借款用途", "贷款投向", "用途"],
    ),
    (
        Field::RiskClass,
        &[
            "五级分类",
            "五级形态",
            "五级分类状态",
            "贷款形态",
            "风险分类",
        ],
    ),
    (
        Field::SettlementDate,
        &["结清日期", "还款时间", "还清日期", "结清时间"],
    ),
    (Field::Status, &["贷款状态", "状态"]),
    (
        Field::AsOf,
        &["数据日期", "统计日期", "截止日期", "统计时点"],
    ),
    (
        Field::FamilySize,
        &[
            "人数",
            "家庭人口数",
            "家庭人口总数",
            "人口",
            "人口数",
            "aac017",
        ],
    ),
    (
        Field::PovertyStatus,
        &["脱贫属性", "脱贫状态", "脱贫标志", "属性", "aar010"],
    ),
    (Field::AllHouseholds, &["农户总数", "总户数", "农户数"]),
    (
        Field::RegisteredHouseholds,
        &["建档户数", "建档立卡户数", "建档农户数"],
    ),
    (Field::CreditHouseholds, &["信用户数", "信用户"]),
    (
        Field::PlaceCode,
        &["行政区划代码", "区划代码", "村代码", "代码"],
    ),
];

/// Words whose column is personal when the header contains them.
const PERSONAL: &[(Personal, &[&str])] = &[
    (
        Personal::IdentityNumber,
        &["身份证", "证件号", "证件号码", "aac031", "aac004"],
    ),
    (Personal::Phone, &["电话", "手机", "联系方式"]),
    (
        Personal::BankCard,
        &["银行卡", "卡号", "一卡通", "社保卡", "存折"],
    ),
    (
        Personal::Name,
        &[
            "姓名",
            "户名",
            "借款人名称",
            "客户名称",
            "户主",
            "贷款人名",
            "借款人",
            "aac029",
            "aac002",
            "客户经理",
            "第一责任人",
        ],
    ),
    (Personal::Address, &["地址", "住址"]),
    (
        Personal::Sensitive,
        &["民族", "健康", "大病", "残疾", "患病"],
    ),
];

/// Headers that contain such a word and yet are pseudonyms or codes.
const NOT_PERSONAL: &[&str] = &[
    "与户主关系",
    "户主标识",
    "户主个人编号",
    "借款人编号",
    "借款人代码",
];

/// The words that mean a field, as they are compared: narrow, in small letters, without blank, asterisk and unit.
pub fn words(field: Field) -> &'static [&'static str] {
    FIELDS
        .iter()
        .find(|(known, _)| *known == field)
        .map_or(&[], |(_, words)| words)
}

/// What a header says.
pub fn heading(header: &str) -> Heading {
    let text = narrow(header);
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '*')
        .collect();
    let unit = match () {
        () if text.contains("万元") => Some(Unit::TenThousandYuan),
        () if text.contains("(元)") || text.ends_with("/元") => Some(Unit::Yuan),
        () => None,
    };
    let word = bare(&text);
    let field = FIELDS
        .iter()
        .find(|(_, words)| words.contains(&word.as_str()))
        .map(|(field, _)| *field);
    let personal = if field.is_some() || NOT_PERSONAL.contains(&word.as_str()) {
        None
    } else {
        PERSONAL
            .iter()
            .find(|(_, words)| words.iter().any(|w| word.contains(w)))
            .map(|(personal, _)| *personal)
    };
    Heading {
        field,
        unit,
        is_monthly_permille: text.contains('‰'),
        personal,
    }
}

/// The header without its unit.
fn bare(text: &str) -> String {
    const UNITS: &[&str] = &[
        "(万元)", "(元)", "(%)", "(‰)", "(户)", "(人)", "/万元", "/元", "%", "‰", "万元",
    ];
    let lower = text.to_lowercase();
    UNITS
        .iter()
        .fold(lower, |text, unit| text.replace(unit, ""))
}

/// The unit that a line above the header names: 单位：万元.
pub fn unit_of_title(line: &str) -> Option<Unit> {
    let text = narrow(line);
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let after = text.split("单位").nth(1)?.trim_start_matches([':', '：']);
    match () {
        () if after.starts_with("万元") => Some(Unit::TenThousandYuan),
        () if after.starts_with('元') => Some(Unit::Yuan),
        () => None,
    }
}

/// What a file with these meanings is.
pub fn kind(fields: &[Field]) -> FileKind {
    const OF_A_LOAN: &[Field] = &[
        Field::LoanNumber,
        Field::Lender,
        Field::DisbursedPrincipal,
        Field::OutstandingPrincipal,
        Field::DisbursementDate,
        Field::MaturityDate,
    ];
    const OF_A_HOUSEHOLD: &[Field] = &[
        Field::Township,
        Field::Village,
        Field::FamilySize,
        Field::PovertyStatus,
    ];
    const OF_A_VILLAGE: &[Field] = &[
        Field::AllHouseholds,
        Field::RegisteredHouseholds,
        Field::CreditHouseholds,
        Field::PlaceCode,
    ];
    let has = |wanted: &[Field]| wanted.iter().filter(|field| fields.contains(field)).count();
    if has(OF_A_LOAN) >= 3 {
        FileKind::Loans
    } else if has(&[Field::HouseholdNumber]) == 1 && has(OF_A_HOUSEHOLD) >= 1 {
        FileKind::Roster
    } else if has(&[Field::Village]) == 1 && has(OF_A_VILLAGE) >= 1 {
        FileKind::Villages
    } else {
        FileKind::Unknown
    }
}

/// Whether a cell says that its row is a total and no loan.
pub fn is_total(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    ["合计", "总计", "小计", "累计"]
        .iter()
        .any(|word| text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(
            heading("贷款到期前利率 %").field,
            Some(Field::AnnualInterestRate)
        );
        assert_eq!(
            unit_of_title("某县台账　单位：万元"),
            Some(Unit::TenThousandYuan)
        );
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
}
