//! What can be wrong, in a few words for a heading, and what was wanted instead.

use crate::report::field::Content;
use crate::report::{
    Ability, Cause, Field, FileKind, Guarantee, LoanStatus, Problem, Product, RenewalKind,
    RiskClass, Willingness,
};

use super::finding::contradiction;
use super::{Lang, Words, class, fact, field, words};

/// The problem in a few words, the same for every finding of its sort.
pub fn short(problem: &Problem) -> Words {
    match problem {
        Problem::EmptyFile => words("空文件", "Empty file"),
        Problem::NotATable { .. } => words("不是文本表格", "Not a text table"),
        Problem::HeaderAlone => words("只有表头，没有数据", "A header and no row"),
        Problem::UnknownHeader => words("未找到可识别的表头", "No header that is known"),
        Problem::MissingColumns { .. } => words("缺少必需的列", "Columns are missing"),
        Problem::RepeatedColumn { .. } => words("两列含义相同", "Two columns of one meaning"),
        Problem::SameFileTwice { .. } => words("文件重复", "The same file twice"),
        Problem::OtherKind { .. } => {
            words("不是所说的那种表", "Not the kind of file it was given as")
        }
        Problem::Blank { .. } => words("必填内容为空", "A needed cell is blank"),
        Problem::NotADate { .. } => words("不是日期", "Not a date"),
        Problem::NoSuchDate { .. } => words("没有这一天", "No such day"),
        Problem::NotMoney { .. } => words("不是金额", "Not an amount"),
        Problem::FinerThanFen { .. } => words("金额细于一分", "An amount finer than a fen"),
        Problem::NegativeMoney { .. } => words("金额为负数", "A negative amount"),
        Problem::MoneyTooLarge { .. } => words("金额过大", "An amount too large"),
        Problem::NotANumber { .. } => words("不是数字", "Not a number"),
        Problem::UnknownWord { .. } => words("不认识的词语或代码", "An unknown word or code"),
        Problem::DamagedNumber { .. } => words("编号已成科学计数", "A number in powers of ten"),
        Problem::TooFewCells { .. } => words("单元格少于表头", "Fewer cells than the header"),
        Problem::TooManyCells { .. } => words("单元格多于表头", "More cells than the header"),
        Problem::QuoteNeverClosed => words("引号没有结束", "A quote never closed"),
        Problem::NotText { .. } => words("乱码", "Not text in the file's encoding"),
        Problem::TotalRow => words("合计行", "A total row"),
        Problem::NoteRow => words("表中的说明", "A note among the rows"),
        Problem::HeaderRow => words("重复的表头", "The header once more"),
        Problem::RepeatedLoan { same: true, .. } => {
            words("借据重复，内容相同", "A loan twice, the same")
        }
        Problem::RepeatedLoan { same: false, .. } => {
            words("借据重复，内容不同", "A loan twice, differing")
        }
        Problem::LoanNumberAtOtherLender { .. } => {
            words("同一借据号在两家银行", "A loan number of two lenders")
        }
        Problem::LoanAlikeAtOtherLender { .. } => {
            words("两家银行疑似同一笔贷款", "Perhaps one loan at two lenders")
        }
        Problem::HouseholdAtTwoAddresses { .. } => {
            words("同一户地址不一致", "A household at two addresses")
        }
        Problem::BalanceAbovePrincipal { .. } => {
            words("余额大于贷款金额", "A balance above the principal")
        }
        Problem::MaturityBeforeDisbursement { .. } => {
            words("到期日早于放款日", "Due before it was disbursed")
        }
        Problem::ExtendedBeforeMaturity { .. } => {
            words("展期到期日早于到期日", "Extended to an earlier day")
        }
        Problem::DisbursedAfterAsOf { .. } => {
            words("放款日晚于数据日期", "Disbursed after the day of the data")
        }
        Problem::SettledWithBalance { .. } => words("已结清仍有余额", "Settled, with a balance"),
        Problem::OverdueButNotDue { .. } => words("未到期而状态为逾期", "Overdue but not due"),
        Problem::OverdueDaysDiffer { .. } => words("逾期天数不符", "Days overdue differ"),
        Problem::OverduePrincipalAboveBalance { .. } => {
            words("逾期金额大于余额", "More overdue than owed")
        }
        Problem::RepeatedHousehold => words("花名册中户重复", "A household twice"),
        Problem::RepeatedPerson => words("花名册中人重复", "A person twice"),
        Problem::HouseholdElsewhere { .. } => {
            words("同一户在两个村", "A household in two villages")
        }
        Problem::StatusDiffers { .. } => {
            words("同一户脱贫属性不一致", "Two statuses of one household")
        }
        Problem::RepeatedVillage => words("村重复", "A village twice"),
        Problem::RepeatedRow { same: true, .. } => {
            words("同一项重复，内容相同", "A row twice, the same")
        }
        Problem::RepeatedRow { same: false, .. } => {
            words("同一项重复，内容不同", "A row twice, differing")
        }
        Problem::PeriodReversed => words("止日早于起日", "A period that ends before it begins"),
        Problem::PersonalColumn { .. } => words("疑似个人信息", "Looks like personal data"),
        Problem::ColumnGuessed { .. } => words("列的含义为推断", "A column was guessed"),
        Problem::RoundedNumbers { .. } => words("编号可能被截短", "Numbers may be cut short"),
        Problem::NotAWorkbook => words("不是工作簿", "Not a workbook"),
        Problem::OtherWorkbook => words("不读的工作簿格式", "A form of workbook that is not read"),
        Problem::EncryptedWorkbook => words("工作簿有密码", "A workbook with a password"),
        Problem::DamagedWorkbook { .. } => words("工作簿损坏", "A damaged workbook"),
        Problem::AnswerWithoutLoan => words("回填的借据不在台账", "An answer for no loan"),
        Problem::AnswerDiffers { .. } => words("回填与银行不一致", "Township and bank differ"),
        Problem::AnswersDiffer { .. } => words("同一笔两次回填不一致", "Two answers differ"),
        Problem::OtherForm { .. } => words("其他版本的文件", "A file of another version"),
        Problem::DamagedForm { .. } => words("文件内容损坏", "A damaged file"),
        Problem::OtherProfile { .. } => words("其他版本的读取方案", "A profile of another version"),
        Problem::DamagedProfile { .. } => words("读取方案损坏", "A damaged profile"),
        Problem::UnitGuessed { .. } => words("金额单位为推断", "A unit was guessed"),
        Problem::UnitUnknown { .. } => words("金额单位不明", "A unit is unknown"),
        Problem::DifferentAsOf { .. } => words("各文件数据日期不一致", "Differing days of data"),
        Problem::NotGeoJson => words("不是可读的边界文件", "Not a boundary file"),
        Problem::BadFeature { .. } => words("边界图形不完整", "An incomplete shape"),
        Problem::TooLarge { .. } => words("文件过大", "The file is too large"),
        Problem::CannotRead => words("文件读取失败", "The file could not be read"),
    }
}

/// What was wanted instead, a phrase that can follow “应为” or stand alone in a table.
pub fn wanted(problem: &Problem, lang: Lang) -> String {
    match problem {
        Problem::MissingColumns { fields, .. } => names(fields, lang),
        Problem::OtherKind { expected, .. } => field::kind(*expected).of(lang).to_owned(),
        Problem::Blank { field } => pick(
            lang,
            format!("非空的{}", field::name(*field).zh),
            format!("a {} that is not blank", lower(*field)),
        ),
        Problem::UnknownWord { field } => known_words(*field, lang),
        Problem::NotANumber { field } => number_like(*field).of(lang).to_owned(),
        Problem::TooFewCells { wanted, .. } | Problem::TooManyCells { wanted, .. } => pick(
            lang,
            format!("{wanted} 个单元格，与表头一致"),
            format!("{wanted} cells, as many as the header has"),
        ),
        Problem::TooLarge { limit } => pick(
            lang,
            format!("不大于 {} 兆字节的文件", limit >> 20),
            format!("a file of at most {} MiB", limit >> 20),
        ),
        other => contradiction::wanted(other, lang)
            .unwrap_or_else(|| wanted_always(other).of(lang).to_owned()),
    }
}

fn wanted_always(problem: &Problem) -> Words {
    match problem {
        Problem::NotADate { .. } => words("日期，如 2024-12-01", "a date such as 2024-12-01"),
        Problem::NoSuchDate { .. } => words(
            "实际存在的日期，如 2024-12-01",
            "a day of the calendar such as 2024-12-01",
        ),
        Problem::NotMoney { .. } => words(
            "用数字写的金额，如 50000 或 50000.00",
            "an amount in digits such as 50000 or 50000.00",
        ),
        Problem::FinerThanFen { .. } => words("精确到分的金额", "an amount of whole fen"),
        Problem::NegativeMoney { .. } => words("不小于零的金额", "an amount not below zero"),
        Problem::MoneyTooLarge { .. } => words(
            "不超过一百亿元的金额",
            "an amount of at most ten thousand million yuan",
        ),
        Problem::DamagedNumber { .. } => words(
            "完整的编号，不是科学计数",
            "the whole number, not powers of ten",
        ),
        Problem::NotText { .. } => words("可以辨认的文字", "characters that can be read"),
        Problem::EmptyFile | Problem::HeaderAlone => {
            words("表头下有数据的表格", "a table with rows below its header")
        }
        Problem::NotATable { .. } => {
            words("CSV 文本表格或工作簿", "a text table (CSV) or a workbook")
        }
        Problem::UnknownHeader => words(
            "前几行内有贷款台账、花名册或村表的表头",
            "the header of a loan register, roster or village table near the top",
        ),
        Problem::RepeatedColumn { .. } => words("每种含义只有一列", "one column of each meaning"),
        Problem::SameFileTwice { .. } => words("每个文件只放入一次", "every file once"),
        Problem::QuoteNeverClosed => words("成对的引号", "quotes in pairs"),
        Problem::TotalRow => words("合计行以外的数据行", "rows other than totals"),
        Problem::NoteRow => words("说明以外的数据行", "rows other than notes"),
        Problem::HeaderRow => words("表头以外的数据行", "rows other than the header"),
        Problem::RepeatedLoan { .. } => words("每笔借据只有一行", "one row for each loan"),
        Problem::RepeatedHousehold => words("每户只有一行", "one row for each household"),
        Problem::RepeatedPerson => words("每人只有一行", "one row for each person"),
        Problem::HouseholdElsewhere { .. } => words(
            "同一户各行的村一致",
            "the same village in all rows of a household",
        ),
        Problem::StatusDiffers { .. } => words(
            "同一户的脱贫属性一致，或写明年度",
            "one status for a household, or the year of each",
        ),
        Problem::RepeatedVillage => words("每村只有一行", "one row for each village"),
        Problem::RepeatedRow { .. } => words("每一项只有一行", "one row for each"),
        Problem::PeriodReversed => words("不早于起日的日期", "a day not before the first"),
        Problem::PersonalColumn { .. } => words("已脱敏的数据", "data without personal facts"),
        Problem::UnitGuessed { .. } | Problem::UnitUnknown { .. } => words(
            "在列名中写明单位，如“贷款余额（万元）”",
            "the unit in the header, such as 贷款余额（万元）",
        ),
        Problem::ColumnGuessed { .. } => words("通用的列名", "a header in common use"),
        Problem::RoundedNumbers { .. } => {
            words("完整的编号", "whole numbers of loans and households")
        }
        Problem::NotAWorkbook
        | Problem::OtherWorkbook
        | Problem::EncryptedWorkbook
        | Problem::DamagedWorkbook { .. } => words(
            "可以打开的工作簿或 CSV 文本表格",
            "a workbook that opens, or a text table (CSV)",
        ),
        Problem::AnswerWithoutLoan => words(
            "银行台账中的借据号",
            "the number of a loan in a bank's register",
        ),
        Problem::AnswerDiffers { .. } => words(
            "与银行台账一致的内容，或核实后的内容",
            "what the bank's register says, or what was found out",
        ),
        Problem::AnswersDiffer { .. } => words("每笔贷款只有一种回填", "one answer for each loan"),
        Problem::OtherForm { .. } | Problem::DamagedForm { .. } => {
            words("本版本写出的文件", "a file that this version wrote")
        }
        Problem::OtherProfile { .. } | Problem::DamagedProfile { .. } => {
            words("本版本写出的读取方案", "a profile that this version wrote")
        }
        Problem::DifferentAsOf { .. } => words("同一天的数据", "data of one and the same day"),
        Problem::NotGeoJson => words("GeoJSON 面状边界", "areas as GeoJSON"),
        Problem::BadFeature { .. } => {
            words("有名称、有面的图形", "a shape with a name and an area")
        }
        Problem::CannotRead => words("可以打开的文件", "a file that can be opened"),
        // These name a column, a number or a day and are written in `wanted`.
        Problem::MissingColumns { .. }
        | Problem::OtherKind { .. }
        | Problem::Blank { .. }
        | Problem::UnknownWord { .. }
        | Problem::NotANumber { .. }
        | Problem::TooFewCells { .. }
        | Problem::TooManyCells { .. }
        | Problem::LoanNumberAtOtherLender { .. }
        | Problem::LoanAlikeAtOtherLender { .. }
        | Problem::HouseholdAtTwoAddresses { .. }
        | Problem::BalanceAbovePrincipal { .. }
        | Problem::MaturityBeforeDisbursement { .. }
        | Problem::ExtendedBeforeMaturity { .. }
        | Problem::DisbursedAfterAsOf { .. }
        | Problem::SettledWithBalance { .. }
        | Problem::OverdueButNotDue { .. }
        | Problem::OverdueDaysDiffer { .. }
        | Problem::OverduePrincipalAboveBalance { .. }
        | Problem::TooLarge { .. } => words("符合要求的内容", "what is asked for"),
    }
}

/// The words of the columns of rosters and side tables.
fn words_of_tables(field: Field) -> Option<Words> {
    Some(match field {
        Field::PovertyStatus => words(
            "未脱贫、脱贫享受政策、脱贫不享受政策、返贫、清退、监测、一般户之一，或代码 0、1、3、4",
            "未脱贫, 脱贫享受政策, 脱贫不享受政策, 返贫, 清退, 监测 or 一般户, or one of the codes 0, 1, 3, 4",
        ),
        Field::HouseholdType => words(
            "一般脱贫户、低保脱贫户等八种之一，或代码 01 至 08",
            "one of the eight sorts such as 一般脱贫户, or a code from 01 to 08",
        ),
        Field::MonitorType => words(
            "脱贫不稳定户、边缘易致贫户、突发严重困难户之一",
            "脱贫不稳定户, 边缘易致贫户 or 突发严重困难户",
        ),
        Field::MonitorState => words("风险未消除或风险已消除", "风险未消除 or 风险已消除"),
        Field::RateKind => words("LPR 或基准利率", "LPR or 基准利率"),
        Field::PlaceLevel => words(
            "省、市、县、乡镇、村之一，或数字 1 至 5",
            "省, 市, 县, 乡镇 or 村, or a number from 1 to 5",
        ),
        _ => return None,
    })
}

/// The words known for a column, one after another.
fn known_words(field: Field, lang: Lang) -> String {
    if let Some(words) = words_of_tables(field) {
        return words.of(lang).to_owned();
    }
    if field.content() == Content::YesNo {
        return fact::YES_OR_NO.of(lang).to_owned();
    }
    let known = known(field);
    let known: Vec<&str> = known.iter().map(|words| words.of(lang)).collect();
    match lang {
        _ if known.is_empty() => pick(
            lang,
            format!("“{}”列通用的词语", field::name(field).zh),
            format!("a word in use for {}", lower(field)),
        ),
        Lang::Zh => format!("{}之一", known.join("、")),
        Lang::En => format!("one of {}", known.join(", ")),
    }
}

fn known(field: Field) -> Vec<Words> {
    const STATUSES: [LoanStatus; 5] = [
        LoanStatus::NotDue,
        LoanStatus::Overdue,
        LoanStatus::Settled,
        LoanStatus::PaidOut,
        LoanStatus::WrittenOff,
    ];
    match field {
        Field::RiskClass => RiskClass::ALL.map(class::name).to_vec(),
        Field::Status => STATUSES.map(class::status).to_vec(),
        Field::Product => fact::names::<Product>(),
        Field::Guarantee => fact::names::<Guarantee>(),
        Field::RenewalKind => fact::names::<RenewalKind>(),
        Field::Ability => fact::names::<Ability>(),
        Field::Willingness => fact::names::<Willingness>(),
        Field::Cause => fact::names::<Cause>(),
        _ => Vec::new(),
    }
}

fn number_like(field: Field) -> Words {
    match field {
        Field::Year | Field::ExitYear | Field::BirthYear => words(
            "四位数字的年份，如 2019",
            "a year in four digits such as 2019",
        ),
        Field::AnnualInterestRate | Field::RateOneYear | Field::RateFiveYears => words(
            "用数字写的年利率，如 4.35",
            "a yearly rate in digits such as 4.35",
        ),
        Field::Term => words(
            "写明单位的期限，如 36个月或 3年",
            "a term with its unit such as 36个月 (months) or 3年 (years)",
        ),
        _ => words(
            "用数字写的整数，如 120",
            "a whole number in digits such as 120",
        ),
    }
}

/// Names of columns, one after another: `贷款余额、到期日期`.
pub(super) fn names(fields: &[Field], lang: Lang) -> String {
    let names: Vec<&str> = fields.iter().map(|&f| field::name(f).of(lang)).collect();
    names.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

/// The name of a sort of file within an English sentence.
pub(super) fn lower_kind(kind: FileKind) -> String {
    field::kind(kind).en.to_lowercase()
}

/// The name of a column within an English sentence.
pub(super) fn lower(field: Field) -> String {
    field::name(field).en.to_lowercase()
}

pub(super) fn pick(lang: Lang, zh: String, en: String) -> String {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
