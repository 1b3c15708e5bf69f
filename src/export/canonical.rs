//! What was read as plain CSV for another engine: UTF-8, canonical headers, whole numbers, days as 2019-11-30.
//!
//! Nothing is guarded against spreadsheets here: a program reads it, and a number that is a name must stay as it is.

use crate::report::canonical::{County, Table, Value};

/// Writing into memory cannot fail.
const WRITES: &str = "a row can be written into memory";

/// A table with its header; cells that say nothing are empty.
pub fn csv(table: &Table, county: &County) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    let names = table.columns.iter().map(|column| column.name);
    writer.write_record(names).expect(WRITES);
    table.write(county, &mut |cells| {
        for cell in cells {
            match cell {
                Value::Nothing => writer.write_field(""),
                Value::Text(text) => writer.write_field(text.as_ref()),
                Value::Number(number) => writer.write_field(number.to_string()),
                Value::Day(day) => writer.write_field(day.to_string()),
                Value::Flag(flag) => writer.write_field(if *flag { "true" } else { "false" }),
            }
            .expect(WRITES);
        }
        writer.write_record(None::<&[u8]>).expect(WRITES);
    });
    writer.into_inner().expect(WRITES)
}
