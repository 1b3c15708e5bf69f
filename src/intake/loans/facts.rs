//! The columns of a loan file that only some files have: which they are is settled once per file, and a file without
//! them pays nothing for them.

use crate::domain::{Ability, Cause, Willingness, field::Content};
use crate::domain::{Facts, Field, FileKind, Guarantee, Loans, Product, RenewalKind};
use crate::intake::cache::Cache;
use crate::intake::cell::{self, CellWord, DateFault, MoneyFault};
use crate::intake::columns::Column;
use crate::intake::encoding::{is_text, plain};
use crate::intake::faults::Faults;
use crate::intake::finding::{Encoding, Problem, Unit};
use crate::intake::header;
use crate::intake::recognise::Recognised;
use crate::intake::row::Cells;

use super::cells::{date_problem, money_problem};

/// What is known of a text: its value, that it says nothing, or that it cannot be read.
type Meaning = Result<Option<i64>, Problem>;

/// How the cells of a column are read.
#[derive(Debug)]
enum Reading {
    Money(Unit),
    Day,
    Year,
    Count,
    /// Terms in months, by text; `in_years` where a bare number counts years.
    Months {
        in_years: bool,
        known: Cache<Meaning>,
    },
    /// Words and flags, by text.
    Word {
        read: fn(&[u8], Encoding) -> Option<i64>,
        known: Cache<Meaning>,
    },
    Flag(Cache<Meaning>),
    Text(Cache<Meaning>),
    /// Numbers of loans and persons: nearly every one another, so none is kept.
    Number,
}

#[derive(Debug)]
struct FactColumn {
    /// Its place among the columns of the file.
    at: usize,
    field: Field,
    /// Its place among the facts.
    into: usize,
    reading: Reading,
}

/// Reads the columns that this file has beyond what every loan has.
#[derive(Debug)]
pub(super) struct FactReader {
    columns: Vec<FactColumn>,
    is_settled: bool,
    /// The values of the row at hand.
    values: Vec<(usize, i64)>,
}

/// Columns that the loans themselves hold.
const OF_EVERY_LOAN: &[Field] = &[
    Field::ExtendedMaturityDate,
    Field::AnnualInterestRate,
    Field::Purpose,
    Field::RiskClass,
    Field::SettlementDate,
    Field::Status,
    Field::AsOf,
];

/// The words of a column as the codes in which they are kept.
fn code<W: CellWord>(bytes: &[u8], encoding: Encoding) -> Option<i64> {
    let word = cell::word::<W>(bytes, encoding)?;
    let at = W::ALL.iter().position(|known| *known == word)?;
    i64::try_from(at).ok()
}

fn word_reading(field: Field) -> Option<Reading> {
    let read = match field {
        Field::Product => code::<Product>,
        Field::Guarantee => code::<Guarantee>,
        Field::RenewalKind => code::<RenewalKind>,
        Field::Ability => code::<Ability>,
        Field::Willingness => code::<Willingness>,
        Field::Cause => code::<Cause>,
        _ => return None,
    };
    Some(Reading::Word {
        read,
        known: Cache::default(),
    })
}

/// How a column is read; none if it is not, as an amount whose unit is not known.
fn reading(field: Field, column: &Column) -> Option<Reading> {
    match field.content() {
        Content::Money => column.unit.map(Reading::Money),
        Content::Day => Some(Reading::Day),
        Content::Count if field == Field::Term => Some(Reading::Months {
            in_years: header::counts_years(column.header()),
            known: Cache::default(),
        }),
        Content::Count => Some(Reading::Count),
        Content::Word => word_reading(field),
        Content::YesNo => Some(Reading::Flag(Cache::default())),
        Content::Text => Some(Reading::Text(Cache::default())),
        Content::Identifier => Some(Reading::Number),
        Content::Year => Some(Reading::Year),
        Content::Place | Content::Rate | Content::Unread => None,
    }
}

impl FactReader {
    /// For the columns of a file.
    pub(super) fn new(table: &Recognised) -> FactReader {
        let is_fact = |field: &Field| {
            Field::optional(FileKind::Loans).contains(field) && !OF_EVERY_LOAN.contains(field)
        };
        let columns = table.columns.iter().enumerate();
        let columns = columns.filter_map(|(at, column)| {
            let field = column.field.filter(is_fact)?;
            let reading = reading(field, column)?;
            Some(FactColumn {
                at,
                field,
                into: 0,
                reading,
            })
        });
        FactReader {
            columns: columns.collect(),
            is_settled: false,
            values: Vec::new(),
        }
    }

    /// Whether the file has none of them.
    #[inline(always)]
    pub(super) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The values of the row at hand.
    pub(super) fn values(&self) -> &[(usize, i64)] {
        &self.values
    }

    /// Reads the cells of a row. What cannot be read counts as unknown and never sets the row aside.
    pub(super) fn read(
        &mut self,
        cells: &Cells<'_>,
        encoding: Encoding,
        loans: &mut Loans,
        faults: &mut Faults,
    ) {
        if !self.is_settled {
            for column in &mut self.columns {
                column.into = loans.facts.column(column.field);
            }
            self.is_settled = true;
        }
        self.values.clear();
        for column in &mut self.columns {
            if cells.is_empty(column.at) {
                continue;
            }
            match column.value(cells, encoding, &mut loans.facts) {
                Ok(Some(value)) => self.values.push((column.into, value)),
                Ok(None) => {}
                Err(problem) => faults.unknown(column.at, problem),
            }
        }
    }
}

impl FactColumn {
    #[inline(always)]
    fn value(&mut self, cells: &Cells<'_>, encoding: Encoding, facts: &mut Facts) -> Meaning {
        let (field, at) = (self.field, self.at);
        if let Reading::Number = self.reading {
            return number(cells, at, field, facts);
        }
        let bytes = cells.bytes(at);
        match &mut self.reading {
            Reading::Money(unit) => match cell::money(&bytes, *unit, encoding) {
                Ok(amount) => Ok(Some(amount.0)),
                Err(MoneyFault::Blank) => Ok(None),
                Err(fault) => Err(money_problem(fault, field)),
            },
            Reading::Day => match cell::date(&bytes, encoding) {
                Ok(day) => Ok(Some(i64::from(day.days()))),
                Err(DateFault::Blank) => Ok(None),
                Err(fault) => Err(date_problem(fault, field)),
            },
            Reading::Count => {
                let count = cell::count(&bytes, encoding).and_then(|n| i64::try_from(n).ok());
                count.map_or_else(
                    || unread(&bytes, encoding, Problem::NotANumber { field }),
                    |count| Ok(Some(count)),
                )
            }
            Reading::Year => cell::year(&bytes, encoding).map_or_else(
                || unread(&bytes, encoding, Problem::NotANumber { field }),
                |year| Ok(Some(i64::from(year))),
            ),
            Reading::Months { in_years, known } => known
                .get(&bytes, || months(&bytes, *in_years, field, encoding))
                .clone(),
            Reading::Word { read, known } => known
                .get(&bytes, || {
                    let word = read(&bytes, encoding);
                    word.map_or_else(
                        || unread(&bytes, encoding, Problem::UnknownWord { field }),
                        |word| Ok(Some(word)),
                    )
                })
                .clone(),
            Reading::Flag(known) => known
                .get(&bytes, || {
                    let flag = cell::flag(field, &bytes, encoding);
                    flag.map_or_else(
                        || unread(&bytes, encoding, Problem::UnknownWord { field }),
                        |flag| Ok(Some(i64::from(flag))),
                    )
                })
                .clone(),
            Reading::Text(known) => known
                .get(&bytes, || text(&bytes, field, encoding, facts))
                .clone(),
            Reading::Number => Ok(None),
        }
    }
}

/// A cell without a value: unknown if it says nothing, else a problem.
fn unread(bytes: &[u8], encoding: Encoding, problem: Problem) -> Meaning {
    if cell::says_nothing(bytes, encoding) {
        Ok(None)
    } else {
        Err(problem)
    }
}

fn months(bytes: &[u8], in_years: bool, field: Field, encoding: Encoding) -> Meaning {
    match cell::term_months(bytes, in_years, encoding) {
        Ok(months) => Ok(months.and_then(|months| i64::try_from(months).ok())),
        Err(cell::NotATerm) => unread(bytes, encoding, Problem::NotANumber { field }),
    }
}

fn text(bytes: &[u8], field: Field, encoding: Encoding, facts: &mut Facts) -> Meaning {
    let text = plain(bytes, encoding);
    if cell::is_without_meaning(&text) {
        Ok(None)
    } else if is_text(text.as_bytes()) {
        Ok(Some(facts.text_value(text.as_bytes())))
    } else {
        Err(Problem::NotText { field })
    }
}

fn number(cells: &Cells<'_>, at: usize, field: Field, facts: &mut Facts) -> Meaning {
    let number = cells.number(at);
    if cell::is_number_without_meaning(&number) {
        Ok(None)
    } else if cell::is_in_e_notation(&number) {
        Err(Problem::DamagedNumber { field })
    } else if is_text(&number) {
        Ok(Some(facts.text_value(&number)))
    } else {
        Err(Problem::NotText { field })
    }
}

#[cfg(test)]
mod tests;
