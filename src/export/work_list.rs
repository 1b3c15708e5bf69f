//! A work list as CSV that a township fills in and gives back: its columns are headed in the words that reading knows,
//! whatever language the person reads.

use crate::report::Date;
use crate::report::policy::WorkRow;
use crate::text::fact::Named;
use crate::text::{Lang, disposition, table};

use super::cell::Cell;
use super::csv::{Source, Table};

/// The loans of a list, in the order given.
pub fn work_list(rows: &[WorkRow], source: &Source, lang: Lang) -> Vec<u8> {
    let headings = [
        table::LOAN_NUMBER,
        table::HOUSEHOLD_NUMBER,
        table::TOWNSHIP,
        table::VILLAGE,
        table::LENDER,
        table::BALANCE,
        table::DUE_ON,
        table::DAYS_PAST_DUE,
        disposition::DISPOSITION,
        disposition::REASON,
        disposition::BY,
        disposition::ABILITY,
        disposition::WILLINGNESS,
        disposition::CAUSE,
    ];
    let mut table = Table::new(&headings.map(|heading| heading.zh), lang);
    for row in rows {
        push(&mut table, row, lang);
    }
    table.finish(source)
}

fn push(table: &mut Table, row: &WorkRow, lang: Lang) {
    let day = |day: Date| Cell::Figure(day.to_string());
    // What the file does not say is left blank, to be filled in; the words are those that files use.
    let known = |word: Option<&'static str>| Cell::text(word.unwrap_or(""));
    table.push(&[
        Cell::text(row.loan_number.as_str()),
        Cell::text(row.household_number.as_str()),
        Cell::text(row.township.as_str()),
        Cell::text(row.village.as_str()),
        Cell::text(row.lender.as_str()),
        Cell::yuan(row.outstanding_principal),
        day(row.maturity_date),
        row.days_past_due
            .map_or(Cell::text(""), |days| Cell::count(u64::from(days))),
        Cell::text(disposition::name(row.disposition).of(lang)),
        Cell::text(disposition::sentence_of(&row.reason, lang)),
        row.by.map_or(Cell::text(""), day),
        known(row.ability.map(|own| own.name().zh)),
        known(row.willingness.map(|own| own.name().zh)),
        known(row.cause.map(|own| own.name().zh)),
    ]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::policy::{Disposition, MoneySource, ReasonRead, StandingState};
    use crate::report::{Ability, Fen};

    #[test]
    fn a_list_is_headed_in_words_that_reading_knows_and_leaves_blank_what_is_to_be_filled_in() {
        let row = WorkRow {
            row: 0,
            loan_number: "J1".to_owned(),
            household_number: "H1".to_owned(),
            township: "东镇".to_owned(),
            village: "新村".to_owned(),
            lender: "甲银行".to_owned(),
            outstanding_principal: Fen(5_000_000),
            maturity_date: "2019-08-31".parse().expect("a day"),
            days_past_due: Some(30),
            class: None,
            state: StandingState::Overdue,
            since: None,
            disposition: Disposition::LookInto,
            reason: ReasonRead {
                branch: "look_into".to_owned(),
                figures: vec![crate::report::policy::Figure::Days(30)],
            },
            clause: String::new(),
            duty: None,
            by: None,
            by_lacks: None,
            missing: Vec::new(),
            ability: Some(Ability::Weak),
            willingness: None,
            cause: None,
            money: MoneySource::PovertyRelief,
        };
        let source = Source {
            as_of: None,
            files: Vec::new(),
            parameters: None,
        };
        let bytes = work_list(&[row], &source, Lang::En);
        let text = String::from_utf8(bytes).expect("UTF-8");
        let mut lines = text.lines();
        let head = lines.next().expect("a head").trim_start_matches('\u{feff}');
        assert_eq!(
            head,
            "借据号,户编号,乡镇,行政村,承贷银行,贷款余额（元）,到期日期,逾期天数,处置建议,理由,办理期限,还款能力,还款意愿,逾期原因"
        );
        let row = lines.next().expect("a row");
        assert!(row.starts_with("J1,H1,东镇,新村,甲银行,50000.00,2019-08-31,30,Look into,"));
        assert!(row.ends_with(",弱,,"), "{row}");
    }
}
