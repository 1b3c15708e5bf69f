//! wasm-bindgen as a library: the compiled crate becomes glue for a classic script, and smaller wasm.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use super::SetupError;

/// What the browser runs.
#[derive(Debug)]
pub struct Bound {
    /// A classic script that defines `wasm_bindgen`, the same for page and worker.
    pub glue: String,
    /// The module the glue belongs to.
    pub wasm: Vec<u8>,
}

/// Makes glue and module from what the compiler wrote.
///
/// Classic scripts because a module worker cannot come from a blob in a page opened from a file.
///
/// # Errors
/// [`SetupError::Bindgen`] if the file was not compiled for the version of wasm-bindgen held by Cargo.lock.
pub fn bind(compiled: &Path) -> Result<Bound, SetupError> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .no_modules(true)
        .map_err(explain)?;
    let mut output = bindgen.generate_output().map_err(explain)?;
    Ok(Bound {
        glue: output.js().to_string(),
        wasm: output.wasm_mut().emit_wasm(),
    })
}

fn explain(error: impl std::fmt::Display) -> SetupError {
    SetupError::Bindgen(format!("{error:#}"))
}
