//! A27 乡镇逾期率偏高: whether a township's overdue rate by money is above the line, or far above the county's.
//!
//! Whether it has risen for three months cannot be told: of the loans only one day is read, and no table has the rates of
//! townships in the months before. That is said as lacking, whatever else is caught; it is never taken for in order.

use crate::domain::{Fen, TownshipId};
use crate::policy::book::Book;
use crate::policy::days_past_due::days_past_due;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Reason, Unknown};

use super::{Decide, Hit, Rule, Severity, Subject, balance, report_day};

pub(super) const RULE: Rule = Rule {
    id: "A27",
    severity: Severity::Suspicion,
    source: "国务院扶贫办2018年约谈；达川脱贫攻坚办〔2019〕90号 三(一)",
    needs: &[],
    parameters: &[Parameter::OverdueTalkLine, Parameter::AboveCountyBy],
    asked_on: report_day,
    branches: &["above_line", "above_county"],
    amount: balance,
    decide: Decide::County(decide),
};

/// What is owed and what of it is overdue.
#[derive(Clone, Copy, Default)]
struct Owed {
    all: i128,
    overdue: i128,
}

impl Owed {
    fn add(&mut self, amount: Fen, is_overdue: bool) {
        self.all += i128::from(amount.0);
        if is_overdue {
            self.overdue += i128::from(amount.0);
        }
    }

    /// Hundredths of a percent, rounded half up; for telling, never for comparing.
    fn rate(self) -> i64 {
        let doubled = (self.overdue * 20_000 + self.all) / (self.all * 2).max(1);
        i64::try_from(doubled).unwrap_or(i64::MAX)
    }

    /// Whether the rate is above so many hundredths of a percent.
    fn is_above(self, line: i64) -> bool {
        self.overdue * 10_000 > self.all * i128::from(line)
    }

    /// Whether the rate is above another by more than so many hundredths of a percent.
    fn is_above_by(self, other: Owed, by: i64) -> bool {
        self.overdue * other.all * 10_000
            > (other.overdue * 10_000 + i128::from(by) * other.all) * self.all
    }
}

fn decide(book: &Book<'_>) -> Vec<Hit> {
    let places = &book.county().places;
    let mut townships = vec![Owed::default(); places.township_count()];
    let mut county = Owed::default();
    for case in book.cases() {
        if let Some(days) = days_past_due(&case.loan, book.as_of()) {
            let township = places.township_of(case.loan.village);
            let amount = case.loan.outstanding_principal;
            county.add(amount, days > 0);
            if let Some(own) = townships.get_mut(township.0 as usize) {
                own.add(amount, days > 0);
            }
        }
    }
    let line = book.parameter(Parameter::OverdueTalkLine);
    let by = book.parameter(Parameter::AboveCountyBy);
    let owing = townships.iter().enumerate().filter(|(_, own)| own.all > 0);
    let mut hits: Vec<Hit> = owing
        .filter_map(|(at, own)| {
            let reason = of_township(*own, county, line, by)?;
            Some(Hit {
                subject: Subject::Township(TownshipId(at as u32)),
                says: Ok(reason),
                amount: Fen(i64::try_from(own.overdue).unwrap_or(i64::MAX)),
            })
        })
        .collect();
    let asked = [
        (Parameter::OverdueTalkLine, line),
        (Parameter::AboveCountyBy, by),
    ];
    hits.extend(
        asked
            .into_iter()
            .filter(|(_, value)| value.is_none())
            .map(|(parameter, _)| Hit {
                subject: Subject::County,
                says: Err(Unknown::Parameter(parameter)),
                amount: Fen::ZERO,
            }),
    );
    hits.push(Hit {
        subject: Subject::County,
        says: Err(Unknown::EarlierMonths),
        amount: Fen::ZERO,
    });
    hits
}

fn of_township(own: Owed, county: Owed, line: Option<i64>, by: Option<i64>) -> Option<Reason> {
    if let Some(line) = line.filter(|line| own.is_above(*line)) {
        let told = [Figure::Percent(own.rate()), Figure::Percent(line)];
        return Some(Reason::of("above_line", told));
    }
    let by = by.filter(|by| own.is_above_by(county, *by))?;
    let told = [own.rate(), county.rate(), by].map(Figure::Percent);
    Some(Reason::of("above_county", told))
}
