//! Columns that only some loan files have, kept in as little room as their values need.
//!
//! A column costs nothing until a file has it, one byte a loan for words and flags, four for days, counts and nearly all
//! money, eight where an amount is too large for four. A cell that says nothing is no value, and never zero.

mod word;

use super::date::Date;
use super::field::Field;
use super::money::Fen;
use super::rate::AnnualRate;
use super::symbol::{Symbol, Symbols};

pub use word::{Ability, Cause, FactWord, Guarantee, Product, RenewalKind, Willingness};

/// The values of one column, row by row, as wide as the widest of them; the least number of each width marks what is absent.
#[derive(Clone, Debug)]
enum Column {
    Byte(Vec<i8>),
    Half(Vec<i32>),
    Whole(Vec<i64>),
}

/// A width of numbers whose least stands for an absent value.
trait Width: Copy + Into<i64> + TryFrom<i64> + PartialEq {
    const ABSENT: Self;
}

impl Width for i8 {
    const ABSENT: i8 = i8::MIN;
}

impl Width for i32 {
    const ABSENT: i32 = i32::MIN;
}

impl Width for i64 {
    const ABSENT: i64 = i64::MIN;
}

/// Puts a value into a row at or below the end; false if it is too wide.
#[inline(always)]
fn put<W: Width>(values: &mut Vec<W>, row: usize, value: i64, room: usize) -> bool {
    let Ok(value) = W::try_from(value) else {
        return false;
    };
    if value == W::ABSENT {
        return false;
    }
    if values.capacity() < room {
        values.reserve_exact(room - values.len());
    }
    if values.len() < row {
        values.resize(row, W::ABSENT);
    }
    values.push(value);
    true
}

/// Puts a value into a row wherever it is; false if it is too wide.
fn replace<W: Width>(values: &mut Vec<W>, row: usize, value: i64, room: usize) -> bool {
    if row >= values.len() {
        return put(values, row, value, room);
    }
    match W::try_from(value) {
        Ok(value) if value != W::ABSENT => {
            values[row] = value;
            true
        }
        _ => false,
    }
}

#[inline(always)]
fn take<W: Width>(values: &[W], row: usize) -> Option<i64> {
    values
        .get(row)
        .filter(|value| **value != W::ABSENT)
        .map(|value| (*value).into())
}

/// The same values, wider.
fn wider<N: Width, W: Width + From<N>>(values: &[N], room: usize) -> Vec<W> {
    let mut wide = Vec::with_capacity(values.len().max(room));
    wide.extend(values.iter().map(|&value| {
        if value == N::ABSENT {
            W::ABSENT
        } else {
            W::from(value)
        }
    }));
    wide
}

impl Column {
    #[inline(always)]
    fn set(&mut self, row: usize, value: i64, room: usize) {
        loop {
            let fits = match self {
                Column::Byte(values) => put(values, row, value, room),
                Column::Half(values) => put(values, row, value, room),
                Column::Whole(values) => put(values, row, value, room),
            };
            if fits || !self.widen(room) {
                return;
            }
        }
    }

    /// Puts a value into any row, in the place of what stood there.
    fn replace(&mut self, row: usize, value: i64, room: usize) {
        loop {
            let fits = match self {
                Column::Byte(values) => replace(values, row, value, room),
                Column::Half(values) => replace(values, row, value, room),
                Column::Whole(values) => replace(values, row, value, room),
            };
            if fits || !self.widen(room) {
                return;
            }
        }
    }

    /// Makes the values wider; false where they are as wide as can be.
    #[cold]
    fn widen(&mut self, room: usize) -> bool {
        *self = match self {
            Column::Byte(values) => Column::Half(wider(values, room)),
            Column::Half(values) => Column::Whole(wider(values, room)),
            Column::Whole(_) => return false,
        };
        true
    }

    #[inline(always)]
    fn get(&self, row: usize) -> Option<i64> {
        match self {
            Column::Byte(values) => take(values, row),
            Column::Half(values) => take(values, row),
            Column::Whole(values) => take(values, row),
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Column::Byte(values) => values.capacity(),
            Column::Half(values) => values.capacity() * 4,
            Column::Whole(values) => values.capacity() * 8,
        }
    }
}

/// One column, looked up once for many rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Values<'f>(Option<&'f Column>);

impl Values<'_> {
    /// The value of a row as it is kept: fen, days, a count.
    #[inline(always)]
    pub fn get(self, row: usize) -> Option<i64> {
        self.0.and_then(|column| column.get(row))
    }
}

/// What some loan files say of their loans beside what every loan has.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    columns: Vec<(Field, Column)>,
    /// The texts of all columns of text and of numbers, UTF-8.
    texts: Symbols,
}

impl Facts {
    /// The place of a column, made if it is new; see [`Facts::set`].
    pub fn column(&mut self, field: Field) -> usize {
        match self.columns.iter().position(|(known, _)| *known == field) {
            Some(at) => at,
            None => {
                self.columns.push((field, Column::Byte(Vec::new())));
                self.columns.len() - 1
            }
        }
    }

    /// Enters a value; rows come in order. `room` is how many rows there will be, as far as that is known.
    #[inline(always)]
    pub fn set(&mut self, column: usize, row: usize, value: i64, room: usize) {
        if let Some((_, values)) = self.columns.get_mut(column) {
            values.set(row, value, room);
        }
    }

    /// Enters a value in any row, in the place of what its file said.
    pub fn replace(&mut self, column: usize, row: usize, value: i64, room: usize) {
        if let Some((_, values)) = self.columns.get_mut(column) {
            values.replace(row, value, room);
        }
    }

    /// A text as a value of a column.
    #[inline(always)]
    pub fn text_value(&mut self, text: &[u8]) -> i64 {
        i64::from(self.texts.intern(text).0.0)
    }

    /// Whether a row's values are these and no others, over all columns.
    pub fn says_the_same(&self, row: usize, values: &[(usize, i64)]) -> bool {
        self.columns.iter().enumerate().all(|(at, (_, column))| {
            let value = values.iter().find(|(column, _)| *column == at);
            column.get(row) == value.map(|(_, value)| *value)
        })
    }

    /// Whether any file has a column of that meaning.
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|(known, _)| *known == field)
    }

    /// The meanings of the columns that some file has.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.columns.iter().map(|(field, _)| *field)
    }

    /// Bytes that the columns take, their texts left out.
    pub fn bytes(&self) -> usize {
        self.columns.iter().map(|(_, column)| column.bytes()).sum()
    }

    /// The column of that meaning, if any file has one.
    pub fn values(&self, field: Field) -> Values<'_> {
        let mut columns = self.columns.iter();
        Values(
            columns
                .find(|(known, _)| *known == field)
                .map(|(_, column)| column),
        )
    }

    #[inline(always)]
    fn value(&self, field: Field, row: usize) -> Option<i64> {
        self.values(field).get(row)
    }

    /// An amount.
    #[inline(always)]
    pub fn money(&self, field: Field, row: usize) -> Option<Fen> {
        self.value(field, row).map(Fen)
    }

    /// A day.
    #[inline(always)]
    pub fn day(&self, field: Field, row: usize) -> Option<Date> {
        let days = i32::try_from(self.value(field, row)?).ok()?;
        Some(Date::from_days(days))
    }

    /// How many there are of something: days, months, times.
    #[inline(always)]
    pub fn count(&self, field: Field, row: usize) -> Option<u64> {
        u64::try_from(self.value(field, row)?).ok()
    }

    /// A yearly rate.
    #[inline(always)]
    pub fn rate(&self, field: Field, row: usize) -> Option<AnnualRate> {
        i32::try_from(self.value(field, row)?).ok().map(AnnualRate)
    }

    /// 是 or 否.
    #[inline(always)]
    pub fn flag(&self, field: Field, row: usize) -> Option<bool> {
        self.value(field, row).map(|value| value != 0)
    }

    /// One of the words of a column.
    #[inline(always)]
    pub fn word<W: FactWord>(&self, row: usize) -> Option<W> {
        let code = usize::try_from(self.value(W::FIELD, row)?).ok()?;
        W::ALL.get(code).copied()
    }

    /// A text, or a number that stands for something, without the spaces about it.
    pub fn text(&self, field: Field, row: usize) -> Option<&str> {
        self.text_of(self.value(field, row)?)
    }

    /// The text that a value of a column of texts stands for.
    pub fn text_of(&self, value: i64) -> Option<&str> {
        let symbol = u32::try_from(value).ok()?;
        let is_known = (symbol as usize) < self.texts.len();
        let bytes = is_known.then(|| self.texts.bytes(Symbol(symbol)))?;
        std::str::from_utf8(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_cell_is_no_value_before_between_and_behind_those_that_are_there() {
        let mut facts = Facts::default();
        let at = facts.column(Field::InterestArrears);
        facts.set(at, 2, 0, 0);
        facts.set(at, 4, 150, 0);
        let amounts: Vec<_> = (0..6)
            .map(|row| facts.money(Field::InterestArrears, row))
            .collect();
        assert_eq!(
            amounts,
            [None, None, Some(Fen(0)), None, Some(Fen(150)), None]
        );
        assert_eq!(facts.money(Field::RepaidTotal, 2), None);
        assert!(facts.has(Field::InterestArrears) && !facts.has(Field::RepaidTotal));
    }

    #[test]
    fn a_column_grows_as_wide_as_its_widest_value_and_keeps_the_others() {
        let values = [
            0,
            127,
            -127,
            128,
            -128,
            i64::from(i32::MAX),
            -i64::from(i32::MAX),
            i64::from(i32::MIN),
            i64::from(i32::MAX) + 1,
            i64::MAX,
        ];
        for last in 0..values.len() {
            let mut facts = Facts::default();
            let at = facts.column(Field::RepaidTotal);
            for (row, value) in values[..=last].iter().enumerate() {
                facts.set(at, row * 2, *value, 0);
            }
            for (row, value) in values[..=last].iter().enumerate() {
                assert_eq!(facts.money(Field::RepaidTotal, row * 2), Some(Fen(*value)));
                assert_eq!(facts.money(Field::RepaidTotal, row * 2 + 1), None);
            }
        }
    }

    #[test]
    fn a_value_put_in_the_place_of_another_leaves_its_neighbours_as_they_were() {
        let mut facts = Facts::default();
        let at = facts.column(Field::Ability);
        for row in [0, 2] {
            facts.set(at, row, 1, 0);
        }
        for (row, value) in [(2, 3), (1, 0), (5, 2), (4, 1_000)] {
            facts.replace(at, row, value, 0);
        }
        let values: Vec<_> = (0..7)
            .map(|row| facts.values(Field::Ability).get(row))
            .collect();
        assert_eq!(
            values,
            [Some(1), Some(0), Some(3), None, Some(1_000), Some(2), None]
        );
    }

    #[test]
    fn words_take_one_byte_a_loan_and_days_four() {
        let mut facts = Facts::default();
        let (word, day) = (
            facts.column(Field::Ability),
            facts.column(Field::BufferStart),
        );
        for row in 0..1_000 {
            facts.set(word, row, 3, 1_000);
            facts.set(day, row, 18_000, 1_000);
        }
        assert_eq!(facts.bytes(), 5_000);
        assert_eq!(facts.word::<Ability>(999), Some(Ability::Unknown));
        assert_eq!(
            facts.day(Field::BufferStart, 0).map(|day| day.to_string()),
            Some("2019-04-14".to_owned())
        );
    }

    #[test]
    fn a_row_says_the_same_only_with_the_same_values_in_every_column() {
        let mut facts = Facts::default();
        let (flag, text) = (
            facts.column(Field::Subsidised),
            facts.column(Field::EnterpriseCode),
        );
        let name = facts.text_value("甲合作社".as_bytes());
        facts.set(flag, 0, 1, 0);
        facts.set(text, 0, name, 0);
        assert!(facts.says_the_same(0, &[(flag, 1), (text, name)]));
        assert!(!facts.says_the_same(0, &[(flag, 1)]));
        assert!(!facts.says_the_same(0, &[(flag, 0), (text, name)]));
        assert_eq!(facts.text(Field::EnterpriseCode, 0), Some("甲合作社"));
        assert_eq!(facts.flag(Field::Subsidised, 0), Some(true));
    }
}
