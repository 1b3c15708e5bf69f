//! The words themselves. Sources: the real headers of county exports, bank ledgers and rosters.

pub(in crate::intake) mod beside;
mod handling;
mod households;
mod loans;
mod tables;

use crate::domain::Field;
use crate::intake::finding::Personal;

/// The words for each meaning, the commonest first: where two columns claim one meaning, the commoner word wins.
pub(super) fn fields() -> impl Iterator<Item = (Field, &'static [&'static str])> {
    [
        loans::LOANS,
        handling::HANDLING,
        households::HOUSEHOLDS,
        tables::TABLES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Words whose column is personal when the header contains them.
pub(super) const PERSONAL: &[(Personal, &[&str])] = &[
    (
        Personal::IdentityNumber,
        &[
            "身份证",
            "证件号",
            "证件号码",
            "aac031",
            "aac004",
            "idcard",
            "idnumber",
        ],
    ),
    (
        Personal::Phone,
        &["电话", "手机", "联系方式", "phone", "mobile"],
    ),
    (
        Personal::BankCard,
        &[
            "银行卡",
            "卡号",
            "一卡通",
            "社保卡",
            "存折",
            "还款账号",
            "存款账号",
            "bankcard",
        ],
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
            "责任人",
            "联系人",
            "经办人",
            "信贷员",
            "法定代表人",
            "borrowername",
            "customername",
        ],
    ),
    (Personal::Address, &["地址", "住址", "address"]),
    (
        Personal::Sensitive,
        &["民族", "健康", "大病", "残疾", "患病"],
    ),
];

/// Headers that contain such a word and yet are pseudonyms or codes.
pub(super) const NOT_PERSONAL: &[&str] = &["户主标识"];
