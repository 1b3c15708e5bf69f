//! Real browsers for the tests, without Node and without Selenium.
//!
//! How it works. [`Browser::chromium`], [`Browser::chromium_92`], [`Browser::chromium_109`] and [`Browser::firefox`]
//! install what is missing ([`setup`], [`old_chromium`]), start the browser headless with a fresh profile and a port
//! the system chooses ([`process`]), and speak to it over one websocket ([`websocket`]): Chromium by the DevTools
//! protocol ([`chromium`]), Firefox by WebDriver BiDi ([`firefox`]). Both are an [`engine::Engine`]; what a person
//! does with a page — click, type, wait for a download — is written here once, on top of it.
//!
//! Everything is synchronous, has a time limit, and panics with a sentence when it cannot be done; only
//! [`Page::evaluate`] gives an error back, because there the error is the page's. Clicks, keys, touches and drops are
//! input events of the browser, not events made by script: what they cannot reach, a person cannot reach. The browser
//! lives as long as its [`Browser`] or one of its [`Page`]s, and is killed when the last goes, also in a panic.
//!
//! What only some browsers can do: `drop_files` needs Chromium 109 or today's; `set_touch`, `touch` and
//! `emulate_media` need Chromium. Elsewhere they panic and say so.

mod chromium;
mod engine;
mod firefox;
mod keys;
pub mod npm;
mod old_chromium;
mod page;
mod process;
pub mod setup;
mod websocket;

use engine::Engine;
use std::ffi::OsStr;
use std::path::Path;
use std::rc::Rc;
use tempfile::TempDir;

pub use page::Page;

/// A running browser.
pub struct Browser {
    running: Rc<Running>,
}

/// The browser's process and its download directory; shared by all its pages.
struct Running {
    engine: Box<dyn Engine>,
    downloads: TempDir,
}

impl Browser {
    /// Debian's Chromium.
    pub fn chromium() -> Browser {
        let program = setup::chromium();
        Browser::with(|downloads| Box::new(chromium::Chromium::start(&program, downloads)))
    }

    /// Chromium 92, as old as the oldest cores of 360 and QQ browsers that are supported.
    pub fn chromium_92() -> Browser {
        Browser::old(&old_chromium::CHROMIUM_92)
    }

    /// Chromium 109, the last for Windows 7.
    pub fn chromium_109() -> Browser {
        Browser::old(&old_chromium::CHROMIUM_109)
    }

    /// Debian's Firefox ESR.
    pub fn firefox() -> Browser {
        let program = setup::firefox();
        Browser::with(|downloads| Box::new(firefox::Firefox::start(&program, downloads)))
    }

    fn old(build: &old_chromium::Build) -> Browser {
        let program = build.program();
        Browser::with(|downloads| Box::new(chromium::Chromium::start(&program, downloads)))
    }

    fn with(start: impl FnOnce(&Path) -> Box<dyn Engine>) -> Browser {
        let downloads = TempDir::with_prefix("downloads-").expect("a temporary directory");
        let engine = start(downloads.path());
        Browser {
            running: Rc::new(Running { engine, downloads }),
        }
    }

    /// Such as `92.0.4512.0`.
    pub fn version(&self) -> String {
        self.running.engine.version()
    }

    /// Opens a file, or an address with a scheme, in a new tab and waits until it has loaded.
    pub fn open(&self, address: impl AsRef<OsStr>) -> Page {
        let url = url_of(address.as_ref());
        let id = self.running.engine.open(&url);
        Page::new(Rc::clone(&self.running), id)
    }
}

/// The address of a file as a double-click gives it; addresses with a scheme stay as they are.
fn url_of(address: &OsStr) -> String {
    if let Some(address) = address.to_str()
        && (address.contains("://") || address.starts_with("about:"))
    {
        return address.to_owned();
    }
    let path = Path::new(address).canonicalize().unwrap_or_else(|error| {
        panic!("{} cannot be opened: {error}", Path::new(address).display())
    });
    let mut url = String::from("file://");
    for &byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            url.push(byte.into());
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    url
}
