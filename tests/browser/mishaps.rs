//! What goes wrong is met with a sentence: files that are no tables, personal data, a program that stops, a worker that
//! dies.

use crate::atlas::{Atlas, SOON};
use crate::driver::Browser;
use crate::readme;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A number that obeys GB 11643 and belongs to nobody: the standard's own example. The others are invented likewise.
const IDENTITY_NUMBER: &str = "11010519491231002X";
const PHONE: &str = "13800000000";
const PERSON: &str = "张三丰";

#[test]
fn bad_files_are_named_and_good_rows_used() {
    let atlas = Atlas::open(&Browser::chromium());
    let folder = TempDir::new().expect("a temporary directory");
    let picture = file(
        folder.path(),
        "照片.csv",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06",
    );
    let empty = file(folder.path(), "空.csv", b"");
    let header = file(
        folder.path(),
        "表头.csv",
        "借据号,户编号,乡镇,行政村,承贷银行,贷款金额(元),贷款余额(元),放款日期,到期日期\n"
            .as_bytes(),
    );
    let files = readme::loan_files();
    let roster = readme::sample_file("roster.csv");
    atlas.choose_files(&[picture, empty, header, files[3].clone(), roster.clone()]);
    atlas.choose_files(&[roster, files[3].clone()]);
    let cards = atlas.texts("article.file");
    let card = |name: &str| {
        let found = cards.iter().find(|card| card.starts_with(name));
        found.unwrap_or_else(|| panic!("no card of {name}: {cards:?}"))
    };
    assert!(
        card("照片.csv").contains("看起来是图片"),
        "{}",
        card("照片.csv")
    );
    assert!(card("空.csv").contains("是空的"), "{}", card("空.csv"));
    assert!(
        card("表头.csv").contains("只有表头"),
        "{}",
        card("表头.csv")
    );
    assert!(cards[5].contains("内容相同，只计一次"), "{}", cards[5]);
    assert!(atlas.shows("采用贷款 1,172 笔，花名册 14,000 户"));
    atlas.assert_quiet();
}

/// Names, identity and phone numbers are met by a warning and stand nowhere: not on the page, not in what is saved.
#[test]
fn personal_data_are_left_out() {
    let atlas = Atlas::open(&Browser::chromium());
    let folder = TempDir::new().expect("a temporary directory");
    let mut table = String::from(
        "借据号,户编号,姓名,身份证号,手机号,乡镇,行政村,承贷银行,贷款金额(元),贷款余额(元),放款日期,到期日期\n",
    );
    for row in 1..=30 {
        // One amount is wrong, so that a finding quotes from the file.
        let amount = if row == 7 { "五万" } else { "30000" };
        table.push_str(&format!("JJ{row:04},H{row:04},{PERSON},{IDENTITY_NUMBER},{PHONE},甲镇,乙村,丙银行,{amount},30000,2018-01-05,2021-01-05\n"));
    }
    // A row that ends early is quoted too, but for what may be somebody's.
    table.push_str(&format!(
        "JJ0099,H0099,{PERSON},{IDENTITY_NUMBER},{PHONE},甲镇\n"
    ));
    atlas.choose_files(&[file(folder.path(), "台账2019-11-30.csv", table.as_bytes())]);
    assert!(
        atlas
            .text(".warning[role=alert]")
            .contains("发现疑似个人信息，已剔除")
    );
    for what in ["“姓名”", "“身份证号”", "“手机号”"] {
        assert!(
            atlas.text(".warning").contains(what),
            "{}",
            atlas.text(".warning")
        );
    }
    atlas.press_button("导出全部问题（CSV）");
    let findings = fs::read_to_string(atlas.wait_download(".csv", SOON)).expect("the findings");
    assert!(findings.contains("五万"), "{findings}");
    atlas.open_overview();
    atlas.press_button("导出全部结果（JSON）");
    let report = fs::read_to_string(atlas.wait_download(".json", SOON)).expect("the result");
    atlas.open_room("register");
    atlas.wait_for("#register tbody td[data-col='3']");
    atlas.click("#register tbody td");
    atlas.wait_until("document.querySelector('dialog#loan').open", SOON);
    let mut seen = vec![findings, report, atlas.text("html")];
    atlas.press("Escape");
    for room in ["data", "overview", "map", "maturities", "villages"] {
        atlas.open_room(room);
        seen.push(atlas.text("html"));
    }
    for private in [PERSON, IDENTITY_NUMBER, PHONE] {
        assert!(
            !seen.iter().any(|text| text.contains(private)),
            "{private} stands somewhere"
        );
        let (memories, holding) = atlas.wasm_memories(private);
        assert!(memories >= 2, "the page and its worker have memories");
        assert_eq!(holding, 0, "{private} stands in memory");
    }
    // What was kept is there, so that the search is one.
    assert!(atlas.wasm_memories("丙银行").1 > 0);
    atlas.assert_quiet();
}

/// A browser that refuses what every browser can do, here to make an element, makes the program panic where it stands:
/// the fault is real, though its cause is set up.
#[test]
fn a_panic_shows_a_card_that_leads_on() {
    let atlas = Atlas::open(&Browser::chromium());
    atlas.value("void (Document.prototype.createTextNode = Node.prototype.cloneNode = () => { throw new Error('refused by the test'); })");
    atlas.click("#tab-overview");
    atlas.wait_for("#fault");
    let card = atlas.text("#fault");
    assert!(
        card.contains("程序出错，已停止运行") && card.contains("没有离开本机"),
        "{card}"
    );
    assert_eq!(atlas.requests(), Vec::<String>::new());
    atlas.value("void (window.beforeReload = true)");
    atlas.click("#fault a");
    atlas.wait_until(
        "window.beforeReload === undefined && document.querySelector('.drop') !== null",
        SOON,
    );
    atlas.use_sample();
}

/// A worker that dies, as one does whose memory is used up, is told with a sentence; the earlier result stays and the
/// page goes on. The worker is one of the test's own, which dies as wasm does, in the place of the page's.
#[test]
fn a_worker_that_dies_costs_no_result() {
    let atlas = Atlas::open(&Browser::chromium());
    atlas.use_sample();
    let dying = "onmessage = e => { if (!e.data.module) setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); }";
    atlas.value(&format!("void (window.good = __creditAtlas.workerUrl, __creditAtlas.workerUrl = URL.createObjectURL(new Blob([`{dying}`])))"));
    atlas.set_files("input[type=file]", &readme::loan_files());
    atlas.wait_for(".failed");
    assert!(
        atlas.text(".failed").contains("原有结果仍可使用"),
        "{}",
        atlas.text(".failed")
    );
    atlas.press_button_in(".failed", "知道了");
    atlas.click("#tab-overview");
    atlas.wait_for(".headline");
    assert_eq!(atlas.headlines()["有余额笔数"].0, "7,195");
    atlas.value("void (__creditAtlas.workerUrl = window.good)");
    atlas.open_room("data");
    atlas.press_button("重新读取");
    atlas.wait_until_read();
    assert!(atlas.shows("采用贷款 12,000 笔"));
    assert_eq!(atlas.requests(), Vec::<String>::new());
}

fn file(folder: &Path, name: &str, content: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, content).expect("a file");
    path
}
