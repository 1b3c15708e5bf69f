//! Report to files that people take away. May name domain, report, text and charts; works out no rate.

pub mod canonical;
pub mod cell;
pub mod check_rows;
pub mod csv;
pub mod dues;
pub mod figures;
pub mod groups;
pub mod json;
pub mod money_list;
pub mod pseudonymised;
pub mod register;
pub mod sql;
pub mod subsidies;
pub mod what_if;
pub mod work_list;

use crate::report::Date;
use crate::text::table;

pub use crate::text::table::Taken;

/// The name to save a file under: what it is, that it is for those inside, and the day.
pub fn name(what: Taken, as_of: Option<Date>, ext: &str) -> String {
    let day = as_of.map(|day| day.to_string());
    table::file_name(table::taken(what), day.as_deref(), ext)
}

/// Like [`name`], of one of several things of that sort.
pub fn name_of(what: Taken, which: &str, as_of: Option<Date>, ext: &str) -> String {
    let day = as_of.map(|day| day.to_string());
    let what = format!("{}_{which}", table::taken(what));
    table::file_name(&what, day.as_deref(), ext)
}
