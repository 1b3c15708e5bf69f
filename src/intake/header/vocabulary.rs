//! The words themselves. Sources: the real headers of county exports, bank ledgers and rosters.

use crate::domain::Field;
use crate::intake::finding::Personal;

/// The words for each meaning, the commonest first.
pub(super) const FIELDS: &[(Field, &[&str])] = &[
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
pub(super) const PERSONAL: &[(Personal, &[&str])] = &[
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
pub(super) const NOT_PERSONAL: &[&str] = &[
    "与户主关系",
    "户主标识",
    "户主个人编号",
    "借款人编号",
    "借款人代码",
];
