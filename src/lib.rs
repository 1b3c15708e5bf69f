//! Credit Atlas.

#[cfg(not(target_arch = "wasm32"))]
pub mod pack;
