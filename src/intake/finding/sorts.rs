//! By what findings and readings name things: contents, sorts of personal data, units, encodings, separators.

use serde::{Deserialize, Serialize};

/// What the first bytes of something that is no table say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// PNG, JPEG, GIF, BMP, WebP
    Picture,
    /// xlsx (or any zip)
    Workbook,
    /// xls (or any OLE file)
    OldWorkbook,
    /// PDF
    Document,
    /// Other bytes that are not text
    Binary,
}

/// Sorts of personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Personal {
    /// 姓名
    Name,
    /// 身份证号
    IdentityNumber,
    /// 手机号, 电话
    Phone,
    /// 银行卡号, 一卡通
    BankCard,
    /// 详细地址
    Address,
    /// 健康, 民族 and the like
    Sensitive,
}

impl Personal {
    /// Whether it is a number that a pseudonym can stand for.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Personal::IdentityNumber | Personal::Phone | Personal::BankCard
        )
    }
}

/// Why a column counts as personal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Its header says so.
    Header,
    /// Most of its cells look so.
    Cells,
}

/// The unit of a column of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 元
    Yuan,
    /// 万元
    TenThousandYuan,
}

/// How the bytes of a file stand for characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8 without byte order mark
    Utf8,
    /// UTF-8 with byte order mark
    Utf8Bom,
    /// GB18030, of which GBK and GB2312 are parts
    Gb18030,
    /// UTF-16 with the low byte first, with or without byte order mark: what Excel calls Unicode text
    Utf16Le,
    /// UTF-16 with the high byte first, with or without byte order mark
    Utf16Be,
}

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// ,
    Comma,
    /// Tab
    Tab,
    /// ;
    Semicolon,
    /// |
    Pipe,
    /// ， (U+FF0C)
    FullWidthComma,
    /// The cells of a workbook's sheet
    Unit,
}

impl Separator {
    /// Those that text files have.
    pub const OF_FILES: [Separator; 5] = [
        Separator::Comma,
        Separator::Tab,
        Separator::Semicolon,
        Separator::Pipe,
        Separator::FullWidthComma,
    ];

    /// The byte between the cells where rows are cut; for the full-width comma, which is longer than a byte, the one that
    /// a [`Converter`](crate::intake::convert::Converter) puts in its place.
    pub fn byte(self) -> u8 {
        match self {
            Separator::Comma => b',',
            Separator::Tab => b'\t',
            Separator::Semicolon => b';',
            Separator::Pipe => b'|',
            Separator::FullWidthComma | Separator::Unit => crate::intake::convert::UNIT,
        }
    }
}
