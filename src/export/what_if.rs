//! Answers to “what if” as CSV: every row of an assumption says that it is one.

use crate::report::policy::Loans;
use crate::report::what_if::{Standpoint, Ways, WhatIf};
use crate::report::{Figures, Report};
use crate::text::definition::{self, Indicator};
use crate::text::number::MoneyUnit;
use crate::text::{Lang, disposition, maturities, table, what_if as words};

use super::cell::Cell;
use super::csv::{Source, Table};
use super::figures::amounts;

/// The rates of the county and its townships, as reported and as assumed.
pub fn rates(report: &Report, answer: &WhatIf, lang: Lang) -> Vec<u8> {
    let mut headings = vec![
        words::ASSUMPTION.of(lang).to_owned(),
        table::AS_OF.of(lang).to_owned(),
        table::TOWNSHIP.of(lang).to_owned(),
        table::BALANCE.of(lang).to_owned(),
    ];
    let yuan = MoneyUnit::Yuan.name(lang);
    for indicator in [Indicator::OverdueByAmount, Indicator::NplByAmount] {
        let name = definition::name(indicator).of(lang);
        headings.extend(table::rate(name, Some(yuan), lang));
    }
    let mut out = Table::new(&headings, lang);
    push_standpoint(&mut out, words::BEFORE.of(lang), &answer.before, lang);
    push_standpoint(&mut out, words::ASSUMED.of(lang), &answer.after, lang);
    close(&mut out, answer, lang);
    out.finish(&Source::of(report))
}

fn push_standpoint(out: &mut Table, state: &str, standpoint: &Standpoint, lang: Lang) {
    let mut push = |place: &str, figures: &Figures| {
        let mut cells = vec![
            Cell::text(state),
            Cell::Figure(standpoint.as_of.to_string()),
            Cell::text(place),
            Cell::yuan(figures.outstanding_principal),
        ];
        cells.extend(amounts(&figures.overdue_by_amount, lang));
        cells.extend(amounts(&figures.npl_by_amount, lang));
        out.push(&cells);
    };
    push(maturities::COUNTY.of(lang), &standpoint.total);
    for row in &standpoint.townships {
        push(&row.township, &row.figures);
    }
}

/// Which way the loans go and what they are, of the county and its townships, as reported and as assumed.
pub fn ways(report: &Report, answer: &WhatIf, lang: Lang) -> Vec<u8> {
    let headings = [
        words::ASSUMPTION.of(lang).to_owned(),
        table::AS_OF.of(lang).to_owned(),
        table::TOWNSHIP.of(lang).to_owned(),
        words::SORT.of(lang).to_owned(),
        words::WAY_OR_STATE.of(lang).to_owned(),
        table::LOANS.of(lang).to_owned(),
        table::BALANCE.of(lang).to_owned(),
    ];
    let mut out = Table::new(&headings, lang);
    let sides = [
        (words::BEFORE, &answer.before),
        (words::ASSUMED, &answer.after),
    ];
    for (state, standpoint) in sides {
        let day = standpoint.as_of.to_string();
        let mut push = |place: &str, ways: &Ways| {
            let mut row = |sort: &str, name: &str, loans: Loans| {
                out.push(&[
                    Cell::text(state.of(lang)),
                    Cell::Figure(day.clone()),
                    Cell::text(place),
                    Cell::text(sort),
                    Cell::text(name),
                    Cell::count(loans.loans),
                    Cell::yuan(loans.outstanding_principal),
                ]);
            };
            for batch in &ways.batches {
                let name = disposition::name(batch.disposition).of(lang);
                row(disposition::DISPOSITION.of(lang), name, batch.loans);
            }
            for standing in &ways.standings {
                let name = disposition::state(standing.state).of(lang);
                row(disposition::STATE.of(lang), name, standing.loans);
            }
        };
        push(maturities::COUNTY.of(lang), &standpoint.ways);
        for township in &standpoint.township_ways {
            push(&township.township, &township.ways);
        }
    }
    close(&mut out, answer, lang);
    out.finish(&Source::of(report))
}

/// The loans that are taken as collected, as far as the answer lists them; see [`crate::report::what_if::whole`].
pub fn loans(source: &Source, answer: &WhatIf, lang: Lang) -> Vec<u8> {
    let headings = [
        words::ASSUMPTION.of(lang).to_owned(),
        table::LOAN_NUMBER.of(lang).to_owned(),
        table::HOUSEHOLD_NUMBER.of(lang).to_owned(),
        table::TOWNSHIP.of(lang).to_owned(),
        table::VILLAGE.of(lang).to_owned(),
        table::LENDER.of(lang).to_owned(),
        table::DAYS_PAST_DUE.of(lang).to_owned(),
        table::BALANCE.of(lang).to_owned(),
        table::in_yuan(words::COLLECTED.of(lang), lang),
    ];
    let mut out = Table::new(&headings, lang);
    let listed = answer.collection.iter().flat_map(|all| &all.listed);
    for loan in listed {
        out.push(&[
            Cell::text(words::ASSUMED.of(lang)),
            Cell::text(loan.loan_number.as_str()),
            Cell::text(loan.household_number.as_str()),
            Cell::text(loan.township.as_str()),
            Cell::text(loan.village.as_str()),
            Cell::text(loan.lender.as_str()),
            Cell::count(u64::from(loan.days_past_due)),
            Cell::yuan(loan.outstanding_principal),
            Cell::yuan(loan.collected),
        ]);
    }
    close(&mut out, answer, lang);
    out.finish(source)
}

/// What is assumed, and that it is no fact.
fn close(out: &mut Table, answer: &WhatIf, lang: Lang) {
    let assumed = words::question(&answer.question, lang);
    out.push(&[Cell::text(words::ASSUMPTION.of(lang)), Cell::text(assumed)]);
    out.push(&[
        Cell::text(words::ASSUMED.of(lang)),
        Cell::text(words::NOT_A_FACT.of(lang)),
    ]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::session::Session;
    use crate::intake::source;
    use crate::report::build::report;
    use crate::report::what_if::{Question, what_if};
    use crate::report::{Date, Settings};

    #[test]
    fn every_row_of_an_assumption_says_that_it_is_one() {
        let text = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期\n\
            JJ1,YX1,东镇,新村,甲银行,50000.00,50000.00,2017-01-01,2019-01-01\n\
            JJ2,YX2,东镇,新村,甲银行,50000.00,50000.00,2017-01-01,2020-01-01\n";
        let mut session = Session::new();
        source::read(&mut session, "loans.csv", text.as_bytes(), 1 << 16);
        let intake = session.finish();
        let day: Date = "2019-11-30".parse().expect("a day");
        let settings = Settings::default();
        let question = Question::UnderLine {
            township: None,
            line: 300,
        };
        let answer = what_if(&intake.county, day, &settings, &question).expect("an answer");
        let made = report(&intake, day, &settings).expect("loans");
        for bytes in [
            rates(&made, &answer, Lang::Zh),
            loans(&Source::of(&made), &answer, Lang::Zh),
            ways(&made, &answer, Lang::Zh),
        ] {
            let text = String::from_utf8(bytes).expect("UTF-8");
            assert!(text.contains("不得作为上报数据"), "{text}");
            assert!(text.contains("低于 3%"), "{text}");
            for row in text.lines().skip(1).filter(|row| row.contains("甲银行")) {
                assert!(row.starts_with("假设,"), "{row}");
            }
        }
        let ways = String::from_utf8(ways(&made, &answer, Lang::Zh)).expect("UTF-8");
        for row in [
            "统计结果,2019-11-30,全县,处置建议,待摸排,1,50000.00",
            "假设,2019-11-30,东镇,处置建议,待摸排,1,1546.39",
            "假设,2019-11-30,全县,状态,未到期,0,0.00",
        ] {
            assert!(ways.contains(row), "{ways}");
        }
        let rates = String::from_utf8(rates(&made, &answer, Lang::Zh)).expect("UTF-8");
        let marks: Vec<&str> = rates
            .lines()
            .filter(|row| row.contains("2019-11-30,东镇"))
            .filter_map(|row| row.split(',').next())
            .collect();
        assert_eq!(marks, ["统计结果", "假设"]);
    }
}
