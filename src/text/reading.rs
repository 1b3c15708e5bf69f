//! What was understood of a file: its encoding, separator, units and content.

use crate::report::{AsOfSource, Content, Encoding, Evidence, Personal, Separator, Unit};

use super::{Words, words};

/// The encoding of a file.
pub fn encoding(encoding: Encoding) -> Words {
    match encoding {
        Encoding::Utf8 => words("UTF-8", "UTF-8"),
        Encoding::Utf8Bom => words("UTF-8（带签名）", "UTF-8 with byte order mark"),
        Encoding::Gb18030 => words("GB18030（含 GBK）", "GB18030 (GBK included)"),
        Encoding::Utf16Le => words("UTF-16 LE（Unicode 文本）", "UTF-16 LE (Unicode text)"),
        Encoding::Utf16Be => words("UTF-16 BE（高位在前）", "UTF-16 BE (high byte first)"),
    }
}

/// What stands between the cells.
pub fn separator(separator: Separator) -> Words {
    match separator {
        Separator::Comma => words("逗号", "comma"),
        Separator::Tab => words("制表符", "tab"),
        Separator::Semicolon => words("分号", "semicolon"),
        Separator::Pipe => words("竖线", "vertical bar"),
        Separator::FullWidthComma => words("全角逗号", "full-width comma"),
        Separator::Unit => words("工作表单元格", "cells of a sheet"),
    }
}

/// The unit of a column of money.
pub fn unit(unit: Unit) -> Words {
    match unit {
        Unit::Yuan => words("元", "yuan"),
        Unit::TenThousandYuan => words("万元", "10,000 yuan"),
    }
}

/// A sort of personal data.
pub fn personal(personal: Personal) -> Words {
    match personal {
        Personal::Name => words("姓名", "names"),
        Personal::IdentityNumber => words("身份证号", "identity numbers"),
        Personal::Phone => words("电话号码", "phone numbers"),
        Personal::BankCard => words("银行卡号", "bank card numbers"),
        Personal::Address => words("详细地址", "addresses"),
        Personal::Sensitive => words("健康、民族等敏感信息", "sensitive facts such as health"),
    }
}

/// Why a column counts as personal.
pub fn evidence(evidence: Evidence) -> Words {
    match evidence {
        Evidence::Header => words("由列名判断", "by its header"),
        Evidence::Cells => words("由单元格内容判断", "by most of its cells"),
    }
}

/// What the first bytes of something that is no table say it is.
pub fn content(content: Content) -> Words {
    match content {
        Content::Picture => words("图片", "a picture"),
        Content::Workbook => words("电子表格工作簿或压缩包", "a workbook or an archive"),
        Content::OldWorkbook => words("旧版电子表格工作簿", "a workbook of the old kind"),
        Content::Document => words("版式文档（PDF）", "a PDF document"),
        Content::Binary => words("二进制数据", "data that is no text"),
    }
}

/// How to make a table that can be read out of it.
pub fn way_out(content: Content) -> Words {
    match content {
        Content::Workbook | Content::OldWorkbook => words(
            "请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”后再放入",
            "Open it in a spreadsheet, save it as “CSV UTF-8” and give that",
        ),
        Content::Picture | Content::Document | Content::Binary => words(
            "请向报送单位索取原始表格，导出为 CSV 后再放入",
            "Ask whoever sent it for the table itself, export it as CSV and give that",
        ),
    }
}

/// Where a day that may be the as-of date was found.
pub fn as_of_source(source: AsOfSource) -> Words {
    match source {
        AsOfSource::Column => words("数据日期列", "the column of the data's day"),
        AsOfSource::Title => words("表头上方的标题", "a line above the header"),
        AsOfSource::FileName => words("文件名", "the file's name"),
    }
}
