//! The tables that the views read: what is expected, column by column.

use std::fmt::Write as _;

use crate::report::Field;
use crate::report::canonical::{Column, TABLES};
use crate::report::field::Content;
use crate::text::sql as words;

use super::Dialect;

/// A statement for each table; one that is there already stays.
pub(super) fn definitions(dialect: Dialect) -> String {
    let mut out = String::new();
    for table in TABLES {
        let _ = writeln!(out, "{}", words::table(table.name));
        let _ = writeln!(out, "create table if not exists {} (", table.name);
        let last = table.columns.len() - 1;
        for (at, column) in table.columns.iter().enumerate() {
            let comma = if at == last { "" } else { "," };
            let definition = definition(column);
            let told = words::column(column.name, column.field);
            let _ = writeln!(out, "  {definition}{comma} -- {told}");
        }
        let _ = writeln!(out, "){};\n", dialect.kept());
    }
    out
}

fn definition(column: &Column) -> String {
    let must = if column.is_required { " not null" } else { "" };
    format!(
        "{} {}{must}",
        column.name,
        column.field.map_or("bigint", type_of)
    )
}

fn type_of(field: Field) -> &'static str {
    if field == Field::RiskClass {
        return "int";
    }
    match field.content() {
        Content::Money => "bigint",
        Content::Day => "date",
        Content::Rate | Content::Count | Content::Year => "int",
        Content::YesNo => "boolean",
        Content::Unread | Content::Text | Content::Place | Content::Identifier | Content::Word => {
            "string"
        }
    }
}
