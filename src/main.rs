//! Credit Atlas.
fn main() {}
