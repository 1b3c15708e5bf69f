//! The worker that owns the rows: what page and worker say to each other, and both ends of the line. May name domain, intake, report, export, platform.

#[cfg(target_arch = "wasm32")]
pub mod client;
#[cfg(target_arch = "wasm32")]
pub mod interface;
pub mod protocol;
#[cfg(target_arch = "wasm32")]
pub mod server;
#[cfg(target_arch = "wasm32")]
pub mod spare;
