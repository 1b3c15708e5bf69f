//! From the words of a situation to files, and from the files to a county, by the program's own reading.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::policy::parameters::{
    BEGINNING, Parameter, ParameterChoices, Rulebook, Unit, definition,
};
use credit_atlas::report::Date;

use crate::situation::{Row, Situation};

/// Names of parameters in Chinese, beside the keys of the table.
const NAMES: &[(&str, Parameter)] = &[
    ("分类规则", Parameter::ClassificationRule),
    ("欠息计入分类", Parameter::InterestArrearsCount),
    ("技术性逾期天数", Parameter::TechnicalOverdueDays),
    ("重组贷款至少关注", Parameter::RestructuredFloor),
    ("重组观察期月数", Parameter::RestructuredObservationMonths),
    ("提醒天数", Parameter::DueSoonDays),
    ("不良起算", Parameter::NonPerformingStart),
    ("缓冲期最长天数", Parameter::BufferLongestDays),
    ("摸排时限", Parameter::LookIntoWithinDays),
    ("申请代偿时限", Parameter::ApplyWithinDays),
    ("拨付代偿时限", Parameter::PayWithinDays),
    ("续贷最晚签订日", Parameter::RenewalLastSigningDay),
    ("续贷最多次数", Parameter::MostRenewals),
    ("展期最多次数", Parameter::MostExtensions),
    ("经营失败算非主观", Parameter::FailedBusinessIsExcused),
    ("清退户", Parameter::RemovedHouseholds),
    ("最长期限月数", Parameter::LongestTermMonths),
    ("单户上限", Parameter::HouseholdLimit),
    ("政府承担比例", Parameter::GovernmentShare),
    ("代偿包括利息", Parameter::ClaimCoversInterest),
    ("贴息比例", Parameter::SubsidyShare),
    ("计息年天数", Parameter::InterestYearDays),
];

/// The table of parameters of a situation.
pub fn rulebook(changes: &[(String, String)]) -> Result<Rulebook, String> {
    let mut choices = ParameterChoices::default();
    for (name, value) in changes {
        let parameter = parameter(name).ok_or_else(|| format!("没有这个参数：{name}"))?;
        let value = match value.as_str() {
            "空" => None,
            text => Some(value_of(parameter, text).ok_or_else(|| format!("{name} 不能是 {text}"))?),
        };
        // In the place of every entry: the situation's own loans may be of any year.
        let days: Vec<Date> = definition(parameter)
            .entries
            .iter()
            .map(|entry| entry.first_day())
            .chain([BEGINNING])
            .collect();
        for day in days {
            choices.change(parameter, day, value);
        }
    }
    match choices.first_unfit() {
        Some((change, _)) => Err(format!("{} 的值不合适", change.parameter.name())),
        None => Ok(Rulebook::of(&choices)),
    }
}

fn parameter(name: &str) -> Option<Parameter> {
    let named = NAMES.iter().find(|(own, _)| *own == name);
    let by_key = || Parameter::ALL.iter().find(|own| own.name() == name);
    named.map(|(_, own)| *own).or_else(|| by_key().copied())
}

fn value_of(parameter: Parameter, text: &str) -> Option<i64> {
    match definition(parameter).unit {
        Unit::Money => fen(text.strip_suffix('元')?),
        Unit::Percent => fen(text.strip_suffix('%')?),
        Unit::Day => Some(i64::from(text.parse::<Date>().ok()?.days())),
        Unit::Flag => match text {
            "是" => Some(1),
            "否" => Some(0),
            _ => None,
        },
        _ => text.parse().ok(),
    }
}

/// Hundredths of a decimal number.
fn fen(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let part = format!("{part:0<2}");
    (part.len() == 2).then_some(())?;
    Some(whole.parse::<i64>().ok()? * 100 + part.parse::<i64>().ok()?)
}

/// Reads the files of a situation; a row that cannot be read is an error of the situation.
pub fn read(situation: &Situation) -> Result<Intake, String> {
    let mut session = Session::new();
    let mut give = |name: &str, rows: &[&Row]| {
        if !rows.is_empty() {
            let text = csv(rows);
            source::read(
                &mut session,
                &format!("{name}.csv"),
                text.as_bytes(),
                1 << 16,
            );
        }
    };
    give("贷款", &situation.loans.iter().collect::<Vec<_>>());
    let names: BTreeSet<&String> = situation.tables.iter().map(|(name, _)| name).collect();
    for name in names {
        let own = situation.tables.iter().filter(|(table, _)| table == name);
        let rows: Vec<&Row> = own.map(|(_, row)| row).collect();
        give(name, &rows);
    }
    let intake = session.finish();
    for file in &intake.files {
        if file.used != file.rows || !file.missing.is_empty() {
            return Err(format!("{} 没有读全：{:?}", file.name, file.findings));
        }
    }
    Ok(intake)
}

fn csv(rows: &[&Row]) -> String {
    let columns: BTreeSet<&String> = rows.iter().flat_map(|row| row.keys()).collect();
    let line = |cells: Vec<&str>| {
        let quoted = cells.iter().map(|cell| format!("\"{cell}\""));
        quoted.collect::<Vec<_>>().join(",")
    };
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{}",
        line(columns.iter().map(|c| c.as_str()).collect())
    );
    for row in rows {
        let cells = columns
            .iter()
            .map(|c| row.get(*c).map_or("", String::as_str));
        let _ = writeln!(text, "{}", line(cells.collect()));
    }
    text
}

/// The row of a loan.
pub fn row(intake: &Intake, number: &str) -> Result<usize, String> {
    let found = intake.county.loans.find_number(number.as_bytes());
    found
        .map(|row| row as usize)
        .ok_or_else(|| format!("没有借据 {number}"))
}
