//! In the browser, the page or its worker; natively, the packer and the terminal commands.

/// Memory is overwritten when it is given back, whoever of us or of our dependencies had it: what was left out of a file
/// does not stay behind where a buffer grew, a head was looked at or a workbook was unpacked.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

#[cfg(target_arch = "wasm32")]
fn main() {
    if credit_atlas::platform::is_worker() {
        credit_atlas::worker::server::serve();
    } else {
        credit_atlas::worker::interface::install();
        credit_atlas::ui::mount();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match credit_atlas::pack::terminal::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}
