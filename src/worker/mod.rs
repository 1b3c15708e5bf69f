//! The worker that owns the rows: what page and worker say to each other, and both ends of the line. May name domain, intake, report, export, platform.

#[cfg(target_arch = "wasm32")]
pub mod client;
pub mod history;
#[cfg(target_arch = "wasm32")]
pub mod interface;
pub mod protocol;
pub mod pseudonymised;
#[cfg(target_arch = "wasm32")]
pub mod server;
#[cfg(target_arch = "wasm32")]
pub mod spare;
