//! What rooms are made of: tables, headlines, small controls.

pub mod column;
pub mod grid;
pub mod headline;
pub mod money_table;
pub mod pick;
pub mod report_table;
pub mod window;
