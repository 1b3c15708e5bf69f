//! Tests in real browsers.

mod driver;
mod driver_itself;
