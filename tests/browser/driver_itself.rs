//! The driver, tried in every browser on a small page: what it reports must be what a person would have met.

use crate::driver::{Browser, Page};
use serde_json::json;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const SOON: Duration = Duration::from_secs(15);

/// A page with one thing of each kind the driver handles. The button stands far below the first screen; the drop area
/// and the worker report what they get.
const PAGE: &str = r#"<!doctype html><meta charset="utf-8"><title>试</title>
<style>body { margin: 0 } @media print { #media { color: rgb(1, 2, 3) } }</style>
<input id="file" type="file"><p id="read"></p>
<input id="name" value="旧"><p id="keys"></p>
<select id="town"><option>甲镇<option disabled>乙镇<option>丙乡</select><p id="chosen"></p>
<div id="area" style="height: 80px; background: #eee">放在这里</div>
<p id="media">纸</p>
<svg width="300" height="100"><path id="township" fill="red" d="M0 0H300V100H290V10H10V100H0Z"/></svg>
<div style="height: 3000px"></div>
<button id="button">开始</button>
<div style="position: relative"><button id="covered">盖住</button>
  <div id="cover" style="position: absolute; inset: 0; background: #fff"></div></div>
<a id="save" download="信用村.csv">导出</a>
<script>
const by = id => document.getElementById(id);
const read = async files => { by('read').textContent = await files[0].text(); };
by('file').onchange = event => read(event.target.files);
by('button').onclick = event => { event.target.textContent = event.isTrusted ? '点过了' : '假的'; };
by('button').addEventListener('touchstart', () => { by('read').textContent = '摸过了'; });
by('town').onchange = event => { by('chosen').textContent += event.target.value[0]; };
by('township').onclick = () => { by('media').textContent = '乡镇'; };
by('name').onkeydown = event => { by('keys').textContent += event.key + ' '; };
by('area').ondragover = event => event.preventDefault();
by('area').ondrop = event => { event.preventDefault(); if (event.isTrusted) read(event.dataTransfer.files); };
by('save').href = URL.createObjectURL(new Blob(['村,分\n甲,95\n'], { type: 'text/csv' }));
const source = `console.log('工人说话'); onmessage = ({ data }) => {
  new WebSocket(data.replace('http', 'ws') + '/worker-socket');
  fetch(data + '/worker-fetch').catch(() => postMessage('refused'));
}`;
window.ask = address => new Promise(done => {
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  worker.onmessage = event => done(event.data);
  worker.postMessage(address);
  new WebSocket(address.replace('http', 'ws') + '/socket');
  fetch(address + '/fetch').catch(() => 0);
  navigator.sendBeacon(address + '/beacon', 'x');
  new Image().src = address + '/image';
});
</script>"#;

/// The page opened in a browser, with the directory it lies in.
struct Tried {
    page: Page,
    directory: TempDir,
}

fn open_in(browser: &Browser) -> Tried {
    let directory = TempDir::with_prefix("试 页-").expect("a temporary directory");
    let file = directory.path().join("page.html");
    fs::write(&file, PAGE).expect("a page");
    Tried {
        page: browser.open(&file),
        directory,
    }
}

impl Tried {
    fn text_of(&self, css: &str) -> String {
        let expression = format!("document.querySelector({}).textContent", json!(css));
        self.page
            .evaluate(&expression)
            .expect("an element")
            .as_str()
            .expect("a text")
            .to_owned()
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.directory.path().join(name);
        fs::write(&path, content).expect("a file");
        path
    }

    fn wait_for_text(&self, css: &str, text: &str) {
        let expression = format!(
            "document.querySelector({}).textContent === {}",
            json!(css),
            json!(text)
        );
        self.page.wait_until(&expression, SOON);
    }

    fn evaluates(&self) {
        let value = self
            .page
            .evaluate("Promise.resolve({ name: document.title, list: [1, null] }) // 注");
        assert_eq!(value, Ok(json!({ "name": "试", "list": [1, null] })));
        assert_eq!(self.page.evaluate("undefined"), Ok(json!(null)));
        let thrown = self
            .page
            .evaluate("Promise.reject(new Error('坏了'))")
            .expect_err("a rejection");
        assert!(thrown.contains("坏了"), "{thrown}");
        self.page
            .evaluate("no such syntax")
            .expect_err("a syntax error");
    }

    fn clicks_and_types(&self) {
        self.page.click("#button");
        assert_eq!(self.text_of("#button"), "点过了");
        self.page.click("#township");
        assert_eq!(self.text_of("#media"), "乡镇");
        self.page.choose("#town", "丙乡");
        self.page.choose("#town", "甲镇");
        assert_eq!(self.text_of("#chosen"), "丙甲");
        self.page.type_text("#name", "a村B");
        assert_eq!(
            self.page.evaluate("document.querySelector('#name').value"),
            Ok(json!("a村B"))
        );
        self.page.press("Shift+Tab");
        assert_eq!(
            self.page.evaluate("document.activeElement.id"),
            Ok(json!("file"))
        );
        let keys = self.text_of("#keys");
        assert!(keys.starts_with("Control a a "), "{keys}");
        assert!(keys.ends_with("B Shift Tab "), "{keys}");
    }

    fn chooses_files(&self) {
        let file = self.file("贷款.csv", "编号,金额\n");
        self.page.set_files("#file", &[file]);
        self.wait_for_text("#read", "编号,金额\n");
    }

    fn downloads(&self) {
        for _ in 0..2 {
            self.page.click("#save");
            let file = self.page.wait_download("信用村", SOON);
            assert!(file.starts_with(self.page.downloads_dir()));
            assert_eq!(
                fs::read_to_string(file).expect("a download"),
                "村,分\n甲,95\n"
            );
        }
    }

    fn hears_the_console(&self) {
        let said = "console.error('第一', 2); setTimeout(() => { throw new Error('没人接') })";
        self.page
            .evaluate(&format!(
                "new Promise(done => {{ {said}; setTimeout(done, 50) }})"
            ))
            .expect("a timer");
        let console = self.page.console();
        assert_eq!(self.page.errors().len(), 2, "{console:?}");
        assert!(console.contains(&"error: 第一 2".to_owned()), "{console:?}");
        assert!(
            console
                .iter()
                .any(|line| line.starts_with("uncaught: ") && line.contains("没人接")),
            "{console:?}"
        );
    }

    /// By whatever means the page or its worker tries to reach the network.
    fn sees_requests(&self) {
        assert_eq!(self.page.requests(), Vec::<String>::new());
        let address = silent_address();
        assert_eq!(
            self.page.evaluate(&format!("ask('{address}')")),
            Ok(json!("refused"))
        );
        let deadline = Instant::now() + SOON;
        while self.page.requests().len() < 6 && Instant::now() < deadline {
            sleep(Duration::from_millis(50));
        }
        let mut asked: Vec<String> = self
            .page
            .requests()
            .iter()
            .map(|url| path_of(url, &address))
            .collect();
        asked.sort();
        assert_eq!(
            asked,
            [
                "/beacon",
                "/fetch",
                "/image",
                "/socket",
                "/worker-fetch",
                "/worker-socket"
            ]
        );
        assert!(
            self.page
                .console()
                .iter()
                .any(|line| line.ends_with("工人说话")),
            "{:?}",
            self.page.console()
        );
    }

    fn starts_again(&self) {
        self.page.evaluate("alert('注意')").expect("a dialog");
        assert!(
            self.page.console().contains(&"dialog: 注意".to_owned()),
            "{:?}",
            self.page.console()
        );
        self.page.reload();
        assert_eq!(self.text_of("#button"), "开始");
    }

    fn takes_pictures(&self) {
        let picture = self.directory.path().join("picture.png");
        self.page.screenshot(&picture, 640, 360);
        assert_eq!(png_size(&picture), (640, 360));
        let paper = self.directory.path().join("paper.pdf");
        self.page.print_pdf(&paper);
        assert!(fs::read(paper).expect("a PDF").starts_with(b"%PDF-"));
    }

    fn drops_files(&self) {
        self.page
            .drop_files("#area", &[self.file("名册.csv", "户主\n")]);
        self.wait_for_text("#read", "户主\n");
    }

    fn touches_and_shows_print(&self) {
        self.page.touch("#button");
        self.wait_for_text("#read", "摸过了");
        self.page.emulate_media("print");
        let colour = self
            .page
            .evaluate("getComputedStyle(document.querySelector('#media')).color");
        assert_eq!(colour, Ok(json!("rgb(1, 2, 3)")));
    }
}

/// An address of this machine where nobody answers.
fn silent_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    format!("http://{}", listener.local_addr().expect("its address"))
}

fn path_of(url: &str, address: &str) -> String {
    let (_, host) = address.split_once("://").expect("a scheme");
    url.split_once(host)
        .unwrap_or_else(|| panic!("{url} was not asked for"))
        .1
        .to_owned()
}

/// Width and height in the header of a PNG.
fn png_size(path: &Path) -> (u32, u32) {
    let bytes = fs::read(path).expect("a picture");
    assert!(
        bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "{} is no PNG",
        path.display()
    );
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

fn does_what_every_browser_can(browser: &Browser, version: &str) -> Tried {
    assert!(
        browser.version().starts_with(version),
        "{}",
        browser.version()
    );
    let tried = open_in(browser);
    tried.evaluates();
    tried.clicks_and_types();
    tried.chooses_files();
    tried.downloads();
    tried.hears_the_console();
    tried.sees_requests();
    tried.takes_pictures();
    tried.starts_again();
    tried
}

#[test]
fn chromium_does_what_a_person_does() {
    let tried = does_what_every_browser_can(&Browser::chromium(), "");
    tried.drops_files();
    tried.touches_and_shows_print();
}

#[test]
fn chromium_109_does_what_a_person_does() {
    let tried = does_what_every_browser_can(&Browser::chromium_109(), "109.");
    tried.drops_files();
    tried.touches_and_shows_print();
}

#[test]
fn chromium_92_does_what_a_person_does_except_dropping_files() {
    let tried = does_what_every_browser_can(&Browser::chromium_92(), "92.");
    tried.touches_and_shows_print();
}

#[test]
fn firefox_does_what_a_person_does_except_dropping_files() {
    does_what_every_browser_can(&Browser::firefox(), "");
}

#[test]
#[should_panic(expected = "#covered cannot be reached: it \"is covered by <div id=\\\"cover\\\"")]
fn what_is_covered_cannot_be_clicked() {
    open_in(&Browser::chromium()).page.click("#covered");
}
