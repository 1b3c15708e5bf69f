//! What a column can be said to mean: first what its file still lacks, then everything else that is read.

use crate::report::{Choices, ColumnReading, Field, FileKind, FileReading, Meaning};
use crate::text::{Lang, check as words, field};

use super::super::parts::pick::PickGroup;

/// The value that leaves the meaning to the program.
const AUTOMATIC: &str = "";

/// The value of a column that is not to be read.
const UNUSED: &str = "unused";

/// What a column can be said to mean, and the value that holds now.
pub fn of(
    file: &FileReading,
    column: &ColumnReading,
    said: &Choices,
    lang: Lang,
) -> (Vec<PickGroup>, String) {
    let mut first = Vec::new();
    if is_said(column, said) {
        first.push((AUTOMATIC.to_owned(), words::AUTOMATIC.of(lang).to_owned()));
    }
    first.push((UNUSED.to_owned(), words::UNUSED.of(lang).to_owned()));
    let mut groups = vec![PickGroup {
        name: None,
        options: first,
    }];
    match file.kind {
        FileKind::Unknown => groups.extend(other_kinds(file.kind, &[], lang)),
        kind => groups.extend(of_kind(file, kind, lang)),
    }
    let known = |field: Field| {
        let has = |group: &PickGroup| {
            group
                .options
                .iter()
                .any(|(value, _)| *value == value_of(field))
        };
        groups.iter().any(has)
    };
    if let Some(field) = column.field.filter(|field| !known(*field)) {
        groups.extend(group(words::KNOWN.of(lang), &[field], lang));
    }
    (
        groups,
        column.field.map_or_else(|| UNUSED.to_owned(), value_of),
    )
}

/// Whether a person said what the column means.
pub fn is_said(column: &ColumnReading, said: &Choices) -> bool {
    let choice = said.column(&column.name());
    choice.is_some_and(|choice| choice.meaning.is_some())
}

/// What a value picked says.
pub fn picked(value: &str, column: &ColumnReading) -> Option<Meaning> {
    if value == UNUSED {
        return Some(Meaning::Unused);
    }
    let kinds = FileKind::TABLES.into_iter().flat_map(fields);
    kinds
        .chain(column.field)
        .find(|field| value_of(*field) == value)
        .map(Meaning::Field)
}

fn value_of(field: Field) -> String {
    format!("{field:?}")
}

/// Every column that a file of that kind must have or may have.
fn fields(kind: FileKind) -> impl Iterator<Item = Field> {
    let (must, may) = (Field::required(kind), Field::optional(kind));
    must.iter().chain(may).copied()
}

fn of_kind(file: &FileReading, kind: FileKind, lang: Lang) -> Vec<PickGroup> {
    let is_taken = |field: &Field| {
        file.columns
            .iter()
            .any(|column| column.field == Some(*field))
    };
    let own: Vec<Field> = fields(kind).collect();
    let (taken, open): (Vec<Field>, Vec<Field>) = own.iter().copied().partition(is_taken);
    let is_required = |field: &Field| Field::required(kind).contains(field);
    let (must, may): (Vec<Field>, Vec<Field>) = open.into_iter().partition(is_required);
    let mut groups = Vec::new();
    groups.extend(group(words::REQUIRED.of(lang), &must, lang));
    groups.extend(group(words::STILL_OPEN.of(lang), &may, lang));
    groups.extend(group(words::TAKEN.of(lang), &taken, lang));
    groups.extend(other_kinds(kind, &own, lang));
    groups
}

/// The columns of files of other kinds, but those that stand in the list already.
fn other_kinds(kind: FileKind, own: &[Field], lang: Lang) -> Vec<PickGroup> {
    let others = FileKind::TABLES.into_iter().filter(|other| *other != kind);
    others
        .filter_map(|other| {
            let more: Vec<Field> = fields(other).filter(|field| !own.contains(field)).collect();
            group(field::kind(other).of(lang), &more, lang)
        })
        .collect()
}

fn group(name: &str, fields: &[Field], lang: Lang) -> Option<PickGroup> {
    let option = |field: &Field| (value_of(*field), field::name(*field).of(lang).to_owned());
    (!fields.is_empty()).then(|| PickGroup {
        name: Some(name.to_owned()),
        options: fields.iter().map(option).collect(),
    })
}
