//! The page as a person meets it: files in, rooms, figures, tables. Only this file knows how the page is marked up.

use crate::driver::{Browser, Page};
use credit_atlas::pack;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::path::PathBuf;
use std::time::Duration;

/// Long enough for anything a person would wait for without doubt.
pub const SOON: Duration = Duration::from_secs(15);

const FILE_INPUT: &str = "input[type=file]";

const SCROLL_THROUGH: &str = r"(async id => {
  const box = document.getElementById(id);
  const rows = new Map();
  for (let top = 0; ; top += box.clientHeight / 2) {
    box.scrollTop = top;
    await new Promise(next => { requestAnimationFrame(next); setTimeout(next, 100); });
    for (const row of box.querySelectorAll('tbody tr'))
      rows.set(Number(row.dataset.row), [...row.children].map(cell => cell.textContent.trim()));
    if (top + box.clientHeight >= box.scrollHeight) break;
  }
  box.scrollTop = 0;
  return [...rows].sort((a, b) => a[0] - b[0]).map(([at, cells]) => cells);
})";

/// The page, open in a browser.
pub struct Atlas(Page);

impl Deref for Atlas {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.0
    }
}

impl Atlas {
    /// Opens the page from its file, as a double-click does.
    pub fn open(browser: &Browser) -> Atlas {
        let path = pack::page().unwrap_or_else(|error| panic!("{error}"));
        let atlas = Atlas(browser.open(path));
        atlas.wait_until("document.querySelector('.drop') !== null", SOON);
        atlas
    }

    /// Chooses files and waits until they are read.
    pub fn choose_files(&self, files: &[PathBuf]) {
        self.set_files(FILE_INPUT, files);
        self.wait_until_read();
    }

    /// Presses 使用示例数据 and waits until it is read.
    pub fn use_sample(&self) {
        self.press_button("使用示例数据");
        self.wait_until_read();
    }

    /// Waits for an element.
    pub fn wait_for(&self, css: &str) {
        let there = format!("document.querySelector({}) !== null", json!(css));
        self.wait_until(&there, SOON);
    }

    /// Waits until the files are read and, where a day is known, the report is there.
    pub fn wait_until_read(&self) {
        let read = "document.querySelector('.reading-now') === null && document.querySelector('.unread') === null
            && document.querySelector('article.file') !== null";
        self.wait_until(read, SOON);
    }

    /// Waits until 总览 can be opened, and opens it.
    pub fn open_overview(&self) {
        self.wait_until(
            "[...document.querySelectorAll('button')].some(b => b.textContent === '查看总览' && !b.disabled)",
            SOON,
        );
        self.press_button("查看总览");
        self.wait_until("document.querySelector('.headline') !== null", SOON);
    }

    /// Opens the room of that tab.
    pub fn open_room(&self, id: &str) {
        self.click(&format!("#tab-{id}"));
    }

    /// Clicks the first button that shows these words.
    pub fn press_button(&self, words: &str) {
        self.press_button_in("body", words);
    }

    /// Clicks the first button within an element that shows these words.
    pub fn press_button_in(&self, css: &str, words: &str) {
        let mark = format!(
            "(words => {{ for (const old of document.querySelectorAll('[data-wanted]')) old.removeAttribute('data-wanted');
              const is = button => button.textContent.trim() === words;
              const found = [...document.querySelector({}).querySelectorAll('button')].find(is);
              if (found) found.setAttribute('data-wanted', '');
              return !!found; }})({})",
            json!(css),
            json!(words)
        );
        self.wait_until(&mark, SOON);
        self.click("[data-wanted]");
    }

    /// What an expression gives.
    pub fn value(&self, expression: &str) -> Value {
        let value = self.evaluate(expression);
        value.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// The text of the first element of that selector, white space run together.
    pub fn text(&self, css: &str) -> String {
        let texts = self.texts(css);
        let first = texts.into_iter().next();
        first.unwrap_or_else(|| panic!("there is no {css}"))
    }

    /// The texts of all elements of that selector.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let list = format!(
            "[...document.querySelectorAll({})].map(e => e.textContent.replace(/\\s+/g, ' ').trim())",
            json!(css)
        );
        strings(&self.value(&list))
    }

    /// The county's figures: name → (figure, numerator and denominator).
    pub fn headlines(&self) -> BTreeMap<String, (String, String)> {
        let part = |css: &str| self.texts(&format!(".headline .headline-figure {css}"));
        let figures = part("strong").into_iter().zip(part(".headline-parts"));
        part(".headline-name").into_iter().zip(figures).collect()
    }

    /// All rows of a table, cell by cell: it is scrolled from its first row to its last, as only those in view stand in
    /// the document.
    pub fn table(&self, id: &str) -> Vec<Vec<String>> {
        self.value(&format!("{SCROLL_THROUGH}('{id}')"))
            .as_array()
            .expect("rows")
            .iter()
            .map(strings)
            .collect()
    }

    /// The cells of a table's row of totals.
    pub fn total(&self, id: &str) -> Vec<String> {
        self.texts(&format!("#{id} tfoot td"))
    }

    /// Sorts a table by the heading of these words.
    pub fn sort(&self, id: &str, heading: &str) {
        self.press_button_in(&format!("#{id}"), heading);
    }

    /// Chooses in the list that is labelled so.
    pub fn choose_in(&self, label: &str, option: &str) {
        let mark = format!(
            "(label => {{ for (const old of document.querySelectorAll('[data-list]')) old.removeAttribute('data-list');
              const of = [...document.querySelectorAll('label')].find(l => l.querySelector('select') && l.textContent.trim().startsWith(label));
              if (of) of.querySelector('select').setAttribute('data-list', '');
              return !!of; }})({})",
            json!(label)
        );
        self.wait_until(&mark, SOON);
        self.choose("[data-list]", option);
    }

    /// Opens every group of problems.
    pub fn open_problems(&self) {
        self.value("document.querySelectorAll('.group-head[aria-expanded=false]').forEach(head => head.click()) ?? 0");
        self.wait_until(
            "document.querySelector('.group-head[aria-expanded=false]') === null",
            SOON,
        );
    }

    /// The lines that the open groups of a file's problems name.
    pub fn lines_told(&self, file: &str) -> Vec<String> {
        let lines = self.value(&format!(
            "[...document.querySelectorAll('article.file')].filter(card => card.textContent.startsWith({}))
              .flatMap(card => [...card.querySelectorAll('.lines')]).flatMap(lines => lines.textContent.match(/\\d+/g) ?? [])",
            json!(file)
        ));
        strings(&lines)
    }

    /// Whether the page's whole text contains the words.
    pub fn shows(&self, words: &str) -> bool {
        self.text("body").contains(words)
    }

    /// Nothing was asked of the network, and nothing went wrong that nobody met.
    pub fn assert_quiet(&self) {
        assert_eq!(self.requests(), Vec::<String>::new());
        assert_eq!(self.errors(), Vec::<String>::new());
    }
}

fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list").iter();
    list.map(|text| text.as_str().expect("a text").to_owned())
        .collect()
}
