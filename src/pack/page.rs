//! One HTML file out of the template, the style sheets, the glue and the module; nothing is left to be fetched.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use super::bindgen::{self, Bound};
use super::places::{self, Places};
use super::{SetupError, dense, inspect};

const BUILD: &str = "{{build}}";
const SCRIPT_HASHES: &str = "{{script hashes}}";
const STYLES: &str = "{{styles}}";
const GLUE: &str = "{{glue}}";
const WASM: &str = "{{wasm}}";

/// The code that makes the page is an input of the page.
const RECIPE: [&[u8]; 3] = [
    include_bytes!("page.rs"),
    include_bytes!("dense.rs"),
    include_bytes!("bindgen.rs"),
];

/// Makes `dist/credit-atlas.html` from the compiled crate, unless it was made from the same inputs before.
///
/// # Errors
/// A [`SetupError`] if an input cannot be read, the module would not run in old browsers, or the file cannot be written.
pub fn bring_up_to_date(places: &Places, compiled: &Path) -> Result<PathBuf, SetupError> {
    let finished = places.root().join("dist").join("credit-atlas.html");
    let template = read(&places.root().join("index.html"))?;
    let styles = styles(&places.root().join("public"))?;
    let module = fs::read(compiled).map_err(SetupError::file(compiled))?;
    let build = digest(&[
        RECIPE[0],
        RECIPE[1],
        RECIPE[2],
        template.as_bytes(),
        styles.as_bytes(),
        &module,
    ]);
    if is_of_build(&finished, &build) {
        return Ok(finished);
    }
    let bound = bindgen::bind(compiled)?;
    let flaws = inspect::flaws(&bound.wasm);
    if !flaws.is_empty() {
        return Err(SetupError::Unfit(flaws));
    }
    let page = assemble(&template, &styles, &bound, &build)?;
    places::write_whole(&finished, page.as_bytes())?;
    eprintln!(
        "Wrote {} ({} KB, of which the module is {} KB before encoding).",
        finished.display(),
        page.len() / 1000,
        bound.wasm.len() / 1000
    );
    Ok(finished)
}

/// The text of the page: every placeholder of the template filled, the hashes last because they depend on the rest.
///
/// # Errors
/// [`SetupError::Template`] if a placeholder is not there exactly once.
pub fn assemble(
    template: &str,
    styles: &str,
    bound: &Bound,
    build: &str,
) -> Result<String, SetupError> {
    let filled = fill(template, BUILD, build)?;
    let filled = fill(&filled, STYLES, &styles.replace("</style", r"<\/style"))?;
    let filled = fill(&filled, WASM, &dense::written(&dense::packed(&bound.wasm)))?;
    let filled = fill(&filled, GLUE, &inside_script(&bound.glue))?;
    let hashes = script_hashes(&filled).join(" ");
    fill(&filled, SCRIPT_HASHES, &hashes)
}

/// The module that a finished page carries; `None` if it carries none.
pub fn module_of(page: &str) -> Option<Vec<u8>> {
    let (_, from) = page.split_once(r#"<script type="text/plain" id="wasm">"#)?;
    let (encoded, _) = from.split_once("</script>")?;
    dense::unpacked(&dense::read(encoded)?)
}

/// The first sixteen hexadecimal digits of the SHA-256 of the parts, each with its length so that borders count.
pub fn digest(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let bytes = hash.finalize();
    bytes
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn read(path: &Path) -> Result<String, SetupError> {
    fs::read_to_string(path).map_err(SetupError::file(path))
}

/// Every style sheet of the folder, in the order of their names.
fn styles(folder: &Path) -> Result<String, SetupError> {
    let mut sheets = Vec::new();
    for entry in fs::read_dir(folder).map_err(SetupError::file(folder))? {
        let path = entry.map_err(SetupError::file(folder))?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            sheets.push(path);
        }
    }
    sheets.sort();
    sheets.iter().map(|sheet| read(sheet)).collect()
}

/// Whether the head of the file names that build. A file that is not there is of no build.
fn is_of_build(page: &Path, build: &str) -> bool {
    let mut head = Vec::new();
    let read = File::open(page).and_then(|file| file.take(512).read_to_end(&mut head));
    read.is_ok() && String::from_utf8_lossy(&head).contains(&format!("data-build=\"{build}\""))
}

fn fill(text: &str, placeholder: &'static str, with: &str) -> Result<String, SetupError> {
    match text.split_once(placeholder) {
        Some((before, after)) if !after.contains(placeholder) => Ok([before, with, after].concat()),
        _ => Err(SetupError::Template { placeholder }),
    }
}

/// Script text as it may stand between script tags: both sequences mean something to the HTML parser there, and
/// occur in scripts only within texts, where the backslash changes nothing.
fn inside_script(script: &str) -> String {
    script
        .replace("</script", r"<\/script")
        .replace("<!--", r"<\!--")
}

/// The policy's words for every script that is run, but for the first, which writes the policy.
fn script_hashes(page: &str) -> Vec<String> {
    run_scripts(page)
        .into_iter()
        .filter(|script| !script.contains(SCRIPT_HASHES))
        .map(|script| format!("'sha256-{}'", BASE64.encode(Sha256::digest(script))))
        .collect()
}

/// The text of each script element without a type; one with a type holds data.
fn run_scripts(page: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = page;
    while let Some((_, from_tag)) = rest.split_once("<script") {
        let Some((attributes, from_text)) = from_tag.split_once('>') else {
            break;
        };
        let Some((text, after)) = from_text.split_once("</script>") else {
            break;
        };
        if !attributes.contains("type=") {
            scripts.push(text);
        }
        rest = after;
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = r#"<html data-build="{{build}}"><script>policy({{script hashes}})</script><style>{{styles}}</style>
<script type="text/plain" id="wasm">{{wasm}}</script><script id="glue">{{glue}}</script><script>start()</script>"#;

    fn assembled(template: &str, glue: &str) -> Result<String, SetupError> {
        let bound = Bound {
            glue: glue.to_string(),
            wasm: b"\0asm".to_vec(),
        };
        assemble(template, "p{}", &bound, "0123")
    }

    #[test]
    fn the_policy_names_every_script_but_the_first_and_the_data() {
        let page = assembled(TEMPLATE, "glue()").expect("the template is whole");
        assert_eq!(page.matches("'sha256-").count(), 2);
        let start = format!("'sha256-{}'", BASE64.encode(Sha256::digest("start()")));
        assert!(page.contains(&start));
    }

    #[test]
    fn the_glue_cannot_end_its_element() {
        let page = assembled(TEMPLATE, r#"write("</script><!--")"#).expect("the template is whole");
        assert!(page.contains(r#"write("<\/script><\!--")"#));
    }

    #[test]
    fn a_template_without_a_place_for_the_glue_is_an_error_that_names_it() {
        let error =
            assembled(&TEMPLATE.replace(GLUE, ""), "glue()").expect_err("there is no place");
        assert_eq!(
            error.to_string(),
            "index.html must contain {{glue}} exactly once."
        );
    }

    #[test]
    fn the_border_between_parts_counts() {
        assert_ne!(digest(&[b"ab", b"c"]), digest(&[b"a", b"bc"]));
    }
}
