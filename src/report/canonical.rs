//! The tables as another engine gets them: what was read, in the columns and units of the canonical schema.
//!
//! Money is in fen and rates are in ten-thousandths of a percent, whole numbers both, so that no engine rounds them.
//! Words are those of the JSON exports, the five classes 1 to 5; a cell that says nothing is nothing, and never zero.

mod loans;
mod side_tables;

use std::borrow::Cow;

use serde::Serialize;

use crate::domain::{Date, Field};

pub use crate::domain::County;

/// One table.
#[derive(Clone, Copy)]
pub struct Table {
    /// Its name in SQL, and that of its file.
    pub name: &'static str,
    /// Its columns in order.
    pub columns: &'static [Column],
    rows: fn(&County, Sink<'_>),
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in SQL, and its header in the file.
    pub name: &'static str,
    /// Its meaning, and with it what its cells hold; none for a number that this program gives.
    pub field: Option<Field>,
    /// Whether every row has it.
    pub is_required: bool,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'c> {
    /// The files do not say.
    Nothing,
    /// A name, a number that stands for something, or a word.
    Text(Cow<'c, str>),
    /// Fen, ten-thousandths of a percent, a count, a year, a class.
    Number(i64),
    /// A day.
    Day(Date),
    /// 是 or 否.
    Flag(bool),
}

/// Takes one row after another.
pub type Sink<'s> = &'s mut dyn FnMut(&[Value<'_>]);

/// Every table, in the order in which they are written.
pub const TABLES: [Table; 9] = [
    loans::TABLE,
    side_tables::ROSTER,
    side_tables::SUBSIDY,
    side_tables::VILLAGES,
    side_tables::FUND,
    side_tables::REPORTED,
    side_tables::RATES,
    side_tables::VILLAGE_CODES,
    side_tables::GAZETTEER,
];

impl Table {
    /// Gives every row of the table, in the order in which the files were read.
    pub fn write(&self, county: &County, sink: Sink<'_>) {
        (self.rows)(county, sink);
    }
}

const fn required(name: &'static str, field: Field) -> Column {
    Column {
        name,
        field: Some(field),
        is_required: true,
    }
}

/// The place of a row or of its file, from 1, in the order in which the files were read.
const fn numbered(name: &'static str) -> Column {
    Column {
        name,
        field: None,
        is_required: true,
    }
}

const fn optional(name: &'static str, field: Field) -> Column {
    Column {
        name,
        field: Some(field),
        is_required: false,
    }
}

/// The name of a word as the exports have it.
pub fn name_of<W: Serialize>(word: &W) -> String {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(name)) => name,
        // Words are unit variants, and these are written as texts.
        _ => String::new(),
    }
}

impl<'c> Value<'c> {
    fn text(text: Option<impl Into<Cow<'c, str>>>) -> Value<'c> {
        text.map_or(Value::Nothing, |text| Value::Text(text.into()))
    }

    fn number(number: Option<impl Into<i64>>) -> Value<'c> {
        number.map_or(Value::Nothing, |number| Value::Number(number.into()))
    }

    fn count(count: Option<u64>) -> Value<'c> {
        Value::number(count.and_then(|count| i64::try_from(count).ok()))
    }

    fn day(day: Option<Date>) -> Value<'c> {
        day.map_or(Value::Nothing, Value::Day)
    }

    fn word<W: Serialize>(word: Option<W>) -> Value<'c> {
        Value::text(word.as_ref().map(name_of))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_that_the_files_give_has_the_name_of_its_meaning() {
        for table in TABLES {
            for column in table.columns {
                if let Some(field) = column.field {
                    assert_eq!(column.name, name_of(&field), "{}", table.name);
                }
            }
        }
    }

    #[test]
    fn no_column_stands_twice_in_a_table() {
        for table in TABLES {
            let mut names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
        }
    }
}
