//! Tests in real browsers.

mod atlas;
mod driver;
mod driver_itself;
mod mishaps;
mod nothing_leaves;
mod old_browsers;
mod readme;
mod same_answer;
mod walk;
