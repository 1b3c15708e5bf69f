//! The rooms of the rules: what they say of the sample is seen, opened, changed by a parameter, taken away and brought back.

use crate::atlas::{Atlas, SOON};
use crate::driver::Browser;
use crate::readme;
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

fn wait_for_words(atlas: &Atlas, words: &str) {
    let there = format!("document.body.textContent.includes({words:?})");
    atlas.wait_until(&there, SOON);
}

/// The cells of the first row of any table that begins with these words.
fn row_of(atlas: &Atlas, begins: &str) -> Vec<String> {
    let row = format!(
        "[...document.querySelectorAll('#panel tr')].find(row => row.textContent.trim().startsWith({begins:?}))"
    );
    atlas.wait_until(&format!("!!{row}"), SOON);
    let cells = atlas.value(&format!(
        "[...{row}.cells].map(cell => cell.textContent.trim())"
    ));
    let cells = cells.as_array().expect("cells").iter();
    cells
        .map(|cell| cell.as_str().unwrap_or_else(|| panic!("{cell}")).to_owned())
        .collect()
}

#[test]
fn what_the_rules_say_is_seen_opened_and_changed_by_a_parameter() {
    let atlas = Atlas::open(&Browser::chromium());
    atlas.use_sample();
    atlas.open_overview();

    // 合规: the sample's planted rates above the cap, opened down to the loan and its sentence.
    atlas.open_room("compliance");
    assert_eq!(row_of(&atlas, "A05")[2], "7");
    assert_eq!(
        row_of(&atlas, "A11")[2],
        "7",
        "subsidies are among the sample's files"
    );
    atlas.press_button("A05 利率超限");
    wait_for_words(&atlas, "上限 4.75%");
    atlas.press_button("贴息");
    atlas.wait_for("#subsidy");
    // Its tables follow the unit of the page; what is taken away is to the fen.
    atlas.press_button("元");
    let paid = "document.querySelector('#subsidy tfoot tr').lastElementChild.textContent.trim()";
    let paid = atlas.value(paid);
    let paid = paid.as_str().expect("a sum").replace(',', "");
    atlas.click("#save-subsidy-lenders");
    let lenders = fs::read_to_string(atlas.wait_download(".csv", SOON)).expect("a table");
    assert!(lenders.contains("承贷银行,结息期起日,结息期末日,应贴笔期,应贴息金额（元）"));
    let total = lenders.lines().find(|line| line.starts_with("合计,,,"));
    assert_eq!(
        total.and_then(|line| line.rsplit(',').next()),
        Some(paid.as_str())
    );
    atlas.press_button("万元");
    atlas.press_button("风险补偿");
    atlas.wait_for("#compensation");

    // 处置: every loan goes one way, and a shorter buffer lets more of them be applied for.
    atlas.open_room("disposition");
    assert_eq!(row_of(&atlas, "合计")[1], "12,000");
    let in_buffer = |atlas: &Atlas| -> u32 {
        let cells = row_of(atlas, "缓冲期清收");
        cells[1].replace(',', "").parse().expect("a count")
    };
    let before = in_buffer(&atlas);
    assert!(before > 0);
    atlas.press_button("查看和修改参数");
    atlas.wait_for("#parameters-digest");
    let digest = atlas.text("#parameters-digest");
    let value = "tr[data-parameter=buffer_longest_days] input";
    atlas.wait_for(value);
    atlas.value(&format!(
        "(input => {{ input.value = '0'; input.dispatchEvent(new Event('change', {{ bubbles: true }})); }})(document.querySelector({value:?})) ?? 0"
    ));
    atlas.wait_until(
        &format!("document.querySelector('#parameters-digest')?.textContent !== {digest:?}"),
        SOON,
    );
    atlas.click("#save-parameters");
    let saved = atlas.wait_download(".json", SOON);
    let saved: Value =
        serde_json::from_slice(&fs::read(saved).expect("a file")).expect("parameters as JSON");
    assert_eq!(
        saved["choices"]["changes"][0]["parameter"],
        "buffer_longest_days"
    );
    // A preset is another table; the default one is the table as it was.
    let changed = atlas.text("#parameters-digest");
    let is_other = |other: &str, than: &str| {
        atlas.value(&format!(
            "document.querySelectorAll('#preset input')[{other}].click() ?? 0"
        ));
        atlas.wait_until(
            &format!("document.querySelector('#parameters-digest')?.textContent !== {than:?}"),
            SOON,
        );
        atlas.text("#parameters-digest")
    };
    let of_2021 = is_other("2", &changed);
    assert_eq!(is_other("0", &of_2021), changed);
    assert!(atlas.text("#parameters-changed").contains("已改 1 项"));
    atlas.value("document.querySelector('dialog[open]').close() ?? 0");
    atlas.wait_until(
        &format!(
            "[...document.querySelectorAll('#panel tr')].some(row => row.textContent.trim().startsWith('缓冲期清收') && row.cells[1].textContent.trim() !== '{before}')"
        ),
        SOON,
    );
    assert!(in_buffer(&atlas) < before);

    // 台账: in the groups of the founding document; 总览: what would be if.
    atlas.open_room("register");
    atlas.click("#risk-ledger");
    atlas.wait_for("#register-groups");
    atlas.open_room("maturities");
    atlas.wait_for("#dues-sheet");
    atlas.open_room("overview");
    atlas.click("#what-if");
    atlas.click("#what-if-ask");
    atlas.wait_for("#what-if-answer");
    let answer = atlas.text("#what-if-answer");
    assert!(answer.contains("假设") && answer.contains("各乡镇的处置建议"));
    atlas.assert_quiet();
}

#[test]
fn a_list_that_a_township_filled_in_comes_back_and_decides_its_loans() {
    let atlas = Atlas::open(&Browser::chromium());
    let mut files = readme::loan_files();
    files.push(readme::sample_file("roster.csv"));
    atlas.choose_files(&files);
    atlas.open_overview();
    atlas.open_room("disposition");
    let to_look_into = |atlas: &Atlas| -> u32 {
        let cells = row_of(atlas, "待摸排");
        cells[1].replace(',', "").parse().expect("a count")
    };
    let before = to_look_into(&atlas);
    atlas.press_button("导出清单（可填报）");
    let list = fs::read_to_string(atlas.wait_download(".csv", SOON)).expect("a list");
    let mut lines = list.trim_start_matches('\u{feff}').lines();
    let heads: Vec<&str> = lines
        .find(|line| line.contains("借据号"))
        .expect("its heads")
        .split(',')
        .collect();
    let at = |name: &str| heads.iter().position(|head| *head == name).expect("a head");
    let (way, ability, will) = (at("处置建议"), at("还款能力"), at("还款意愿"));
    let blank = |cells: &[&str]| cells.get(ability) == Some(&"") && cells.get(will) == Some(&"");
    let open = lines
        .map(|line| line.split(',').collect::<Vec<_>>())
        .find(|cells| cells.get(way) == Some(&"待摸排") && blank(cells));
    let mut cells = open.expect("a loan to be looked into");
    (cells[ability], cells[will]) = ("有", "好");

    let folder = TempDir::new().expect("a temporary directory");
    let returned = folder.path().join("摸排回填.csv");
    fs::write(
        &returned,
        format!("{}\n{}\n", heads.join(","), cells.join(",")),
    )
    .expect("a list");
    files.push(returned);
    let next = Atlas::open(&Browser::chromium());
    next.choose_files(&files);
    next.open_overview();
    next.open_room("disposition");
    assert_eq!(to_look_into(&next), before - 1);
    next.assert_quiet();
}

#[test]
fn a_view_of_the_register_comes_back_from_its_file_and_a_day_of_the_calendar_narrows_it() {
    let atlas = Atlas::open(&Browser::chromium());
    let mut files = readme::loan_files();
    atlas.choose_files(&files);
    atlas.open_overview();
    atlas.open_room("register");
    atlas.click("#risk-ledger");
    atlas.wait_for("#register-groups");
    let name = "document.querySelector('#keep-view input')";
    atlas.value(&format!(
        "(input => {{ input.value = '按月会商'; input.dispatchEvent(new Event('input', {{ bubbles: true }})); }})({name}) ?? 0"
    ));
    atlas.click("#keep-view button");
    atlas.click("#save-views");
    files.push(atlas.wait_download(".json", SOON));

    let next = Atlas::open(&Browser::chromium());
    next.choose_files(&files);
    next.open_overview();
    // A day of the calendar, far down in its room, leads to the head of the register with that day alone.
    next.open_room("maturities");
    next.wait_for("#dues-sheet .day-due");
    next.click("#dues-sheet .day-due");
    next.wait_for(".register-conditions .chip");
    assert!(next.text(".register-conditions").starts_with("到期日："));
    assert_eq!(next.value("scrollY"), 0);
    let total = "document.querySelector('.register-room .totals').textContent";
    let of_the_day = next.value(total);
    next.click(".register-conditions .chip button");
    next.wait_until(&format!("{total} !== {of_the_day}"), SOON);
    next.press_button("按月会商");
    next.wait_for("#register-groups");
    next.assert_quiet();
}
