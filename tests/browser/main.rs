//! Tests in real browsers.

mod accessibility;
mod atlas;
mod driver;
mod driver_itself;
mod large;
mod mishaps;
mod nothing_leaves;
mod old_browsers;
mod pictures;
mod reading;
mod readme;
mod rules;
mod same_answer;
mod walk;
