//! In the browser, the page or its worker; natively, the packer and the terminal commands.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::Closure;

    if web_sys::window().is_none() {
        let scope: web_sys::DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let answer_scope = scope.clone();
        let on_message =
            Closure::<dyn Fn(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
                let _ = answer_scope.post_message(&event.data());
            });
        scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        return;
    }
    mount_to_body(|| {
        let (count, set_count) = signal(0);
        view! { <p>"ok"</p><button on:click=move |_| set_count.update(|count| *count += 1)>{count}</button> }
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;

    match terminal::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod terminal {
    use std::env;
    use std::error::Error;
    use std::path::Path;
    use std::process::{Command, Stdio};

    use credit_atlas::pack;

    const HELP: &str = "\
Credit Atlas reads 扶贫小额信贷 loans and explains them in one HTML file.

cargo run                Build dist/credit-atlas.html and open it; without a display, print its path.
cargo run -- lint        Check the code the browser gets with clippy.
cargo run -- --help      Show this.
";

    pub fn run() -> Result<(), Box<dyn Error>> {
        let mut arguments = lexopt::Parser::from_env();
        match arguments.next()? {
            None => build_and_open()?,
            Some(lexopt::Arg::Short('h') | lexopt::Arg::Long("help")) => print!("{HELP}"),
            Some(lexopt::Arg::Value(command)) => match command.to_str() {
                Some("lint") => pack::lint()?,
                _ => return Err(unknown(&command.to_string_lossy())),
            },
            Some(other) => return Err(other.unexpected().into()),
        }
        Ok(())
    }

    fn unknown(command: &str) -> Box<dyn Error> {
        format!("There is no command `{command}`. `cargo run -- --help` lists what there is.")
            .into()
    }

    fn build_and_open() -> Result<(), pack::SetupError> {
        let page = pack::page()?;
        println!("{}", page.display());
        if has_display() {
            open(&page);
        }
        Ok(())
    }

    fn has_display() -> bool {
        ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
    }

    /// The browser may live as long as it likes. That none opened is no failure: the path stands in the terminal.
    fn open(page: &Path) {
        let opened = Command::new("xdg-open")
            .arg(page)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        if opened.is_err() {
            eprintln!("No browser could be opened; open the file above yourself.");
        }
    }
}
