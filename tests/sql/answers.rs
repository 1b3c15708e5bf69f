//! What an engine answered, and a report in the same shape: rows of texts by column.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

/// One row by column; what is not there is empty.
pub type Row = BTreeMap<String, String>;

/// The rows of a view.
pub fn of_view(folder: &Path, view: &str) -> Vec<Row> {
    let path = folder.join(format!("{view}.csv"));
    let mut reader = csv::Reader::from_path(&path).expect("the view's answer");
    let names = reader.headers().expect("names").clone();
    let rows = reader.records().map(|record| {
        let record = record.expect("a row");
        let cells = names.iter().zip(record.iter());
        cells
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    });
    rows.collect()
}

/// Every number, word and yes or no of a part of the report, under the names that its fields have one below the other.
/// Why something is missing is left out: that it is, stands in its number.
pub fn of_report(value: &Value) -> Row {
    let mut row = Row::new();
    gather("", value, &mut row);
    row
}

fn gather(name: &str, value: &Value, row: &mut Row) {
    let below = |of: &str| match name {
        "" => of.to_owned(),
        name => format!("{name}_{of}"),
    };
    match value {
        Value::Object(fields) => {
            for (field, value) in fields.iter().filter(|(field, _)| *field != "missing") {
                gather(&below(field), value, row);
            }
        }
        // Lists of a group are by class or by days.
        Value::Array(parts) => {
            for part in parts {
                let mut part = part.clone();
                let fields = part.as_object_mut().expect("fields");
                let key = fields.remove("class").or_else(|| fields.remove("days"));
                let key = key.expect("a class or days");
                let key = key.as_str().map_or_else(|| key.to_string(), str::to_owned);
                gather(&below(&key), &part, row);
            }
        }
        Value::Null => {
            row.insert(name.to_owned(), String::new());
        }
        Value::String(text) => {
            row.insert(name.to_owned(), plain(name, text));
        }
        other => {
            row.insert(name.to_owned(), other.to_string());
        }
    }
}

/// Money stands in the report in yuan, in SQL in fen; a percentage is the same in both.
fn plain(name: &str, text: &str) -> String {
    match text.split_once('.') {
        Some((yuan, fen)) if !name.ends_with("percent") && fen.len() == 2 => {
            let digits = format!("{yuan}{fen}");
            digits
                .parse::<i64>()
                .map_or(text.to_owned(), |fen| fen.to_string())
        }
        _ => text.to_owned(),
    }
}

/// Whether both have the same rows in any order; every column of the report must be answered.
pub fn same(what: &str, engine: &str, mut theirs: Vec<Row>, ours: Vec<Row>) {
    let columns = ours.iter().flat_map(Row::keys);
    let columns: BTreeSet<String> = columns.cloned().collect();
    for row in &mut theirs {
        for column in &columns {
            assert!(row.contains_key(column), "{engine} lacks {what}.{column}");
        }
        row.retain(|column, _| columns.contains(column));
    }
    let written = |rows: Vec<Row>| rows.iter().map(|row| format!("{row:?}")).collect();
    same_lines(what, engine, written(theirs), written(ours));
}

/// Some columns of a view's rows, each row as one text: what has many rows is compared in little room.
pub fn lines_of_view(folder: &Path, view: &str, columns: &[&str]) -> Vec<String> {
    let path = folder.join(format!("{view}.csv"));
    let mut reader = csv::Reader::from_path(&path).expect("the view's answer");
    let names = reader.headers().expect("names").clone();
    let place = |column: &&str| names.iter().position(|name| name == *column);
    let places: Vec<usize> = columns
        .iter()
        .map(|column| place(column).unwrap_or_else(|| panic!("{view} lacks {column}")))
        .collect();
    let rows = reader.records().map(|record| {
        let record = record.expect("a row");
        let cells: Vec<&str> = places.iter().map(|place| &record[*place]).collect();
        cells.join("\t")
    });
    rows.collect()
}

/// Whether both have the same lines in any order; where not, the first that only one of them has are told.
pub fn same_lines(what: &str, engine: &str, mut theirs: Vec<String>, mut ours: Vec<String>) {
    const TOLD: usize = 12;
    theirs.sort_unstable();
    ours.sort_unstable();
    if theirs == ours {
        return;
    }
    let lacking = |of: &[String], among: &[String]| -> Vec<String> {
        let lacks = of.iter().filter(|line| among.binary_search(line).is_err());
        lacks.take(TOLD).cloned().collect()
    };
    panic!(
        "{engine}: {what}: {} rows and not {}; only there {:#?}, only in the report {:#?}",
        theirs.len(),
        ours.len(),
        lacking(&theirs, &ours),
        lacking(&ours, &theirs),
    );
}
