//! The whole way of an official: files in, the figures, the map, what falls due, the villages, the loans, files out.

use crate::atlas::{Atlas, SOON};
use crate::driver::Browser;
use crate::readme;
use serde_json::{Value, json};
use std::fs;

/// A township of the sample with much overdue, as the README says.
const TOWNSHIP: &str = "漱墟镇";

#[test]
fn an_official_walks_through_the_page_in_chromium() {
    let browser = Browser::chromium();
    let atlas = Atlas::open(&browser);
    atlas.drop_files("body", &readme::all_files());
    atlas.wait_until_read();
    walk(&atlas);
    atlas.open_room("map");
    atlas.touch("#map [data-township='苕垌镇']");
    shows_the_villages_of(&atlas, "苕垌镇");
    atlas.assert_quiet();
}

#[test]
fn an_official_walks_through_the_page_in_firefox() {
    let browser = Browser::firefox();
    let atlas = Atlas::open(&browser);
    atlas.choose_files(&readme::all_files());
    walk(&atlas);
    atlas.assert_quiet();
}

fn walk(atlas: &Atlas) {
    sees_what_was_understood(atlas);
    atlas.open_overview();
    reads_the_headlines(atlas);
    compares_townships(atlas);
    takes_files_away(atlas);
    opens_a_township_on_the_map(atlas);
    sees_what_falls_due(atlas);
    reads_the_order_of_villages(atlas);
    looks_into_the_register(atlas);
}

/// The day is offered by the files themselves, read and set aside add up, and each bad row is named by its line.
fn sees_what_was_understood(atlas: &Atlas) {
    assert_eq!(atlas.text(".day"), "2019-11-30");
    let files = atlas.texts("article.file h3");
    let sums = atlas.texts("article.file header .number");
    assert_eq!(files.len(), 7);
    let (mut used, mut set_aside) = (0, 0);
    for (file, sum) in files.iter().zip(&sums) {
        let numbers: Vec<u64> = sum
            .split(|c: char| !c.is_ascii_digit() && c != ',')
            .filter_map(|number| number.replace(',', "").parse().ok())
            .collect();
        let &[rows, good, bad] = numbers.as_slice() else {
            panic!("{file}: {sum}")
        };
        assert_eq!(rows, good + bad, "{file}: {sum}");
        if file.contains("银行") {
            used += good;
            set_aside += bad;
        }
    }
    assert_eq!((used, set_aside), (12_000, 11));
    atlas.open_problems();
    let cards = atlas.texts("article.file");
    for row in readme::set_aside() {
        let card = cards.iter().find(|card| card.starts_with(&row.file));
        let card = card.unwrap_or_else(|| panic!("no card of {}", row.file));
        match row.repeated_loan {
            // Which of the two rows is the later one depends on the order in which the files are given.
            Some(number) => assert!(
                cards.concat().contains(&format!("「{number}」")),
                "{number}"
            ),
            None => {
                let lines = atlas.lines_told(&row.file);
                assert!(
                    lines.contains(&row.line),
                    "{}: {lines:?} of {card}",
                    row.line
                );
            }
        }
    }
    assert!(atlas.shows("2019-02-30"), "the text found is quoted");
}

fn reads_the_headlines(atlas: &Atlas) {
    let sums = readme::sums_of("合计 all");
    let [
        ..,
        outstanding,
        balance,
        overdue,
        overdue_balance,
        rate,
        npl,
        npl_balance,
    ] = sums.as_slice()
    else {
        panic!("{sums:?}")
    };
    atlas.press_button_in(".switches", "元");
    let shown = atlas.headlines();
    let of = |name: &str| {
        shown
            .get(name)
            .unwrap_or_else(|| panic!("{name} is not in {shown:?}"))
            .clone()
    };
    assert_eq!(of("贷款余额").0, format!("{}元", readme::in_yuan(balance)));
    assert_eq!(of("有余额笔数").0, readme::grouped(outstanding));
    let parts = format!(
        "{} / {} 元",
        readme::in_yuan(overdue_balance),
        readme::in_yuan(balance)
    );
    assert_eq!(of("逾期率（金额）"), (format!("{rate}%"), parts));
    assert_eq!(
        of("逾期率（笔数）").1,
        format!("{overdue} / {}", readme::grouped(outstanding))
    );
    assert_eq!(
        of("不良率（笔数）").1,
        format!("{npl} / {}", readme::grouped(outstanding))
    );
    let parts = format!(
        "{} / {} 元",
        readme::in_yuan(npl_balance),
        readme::in_yuan(balance)
    );
    assert_eq!(of("不良率（金额）").1, parts);
    atlas.press_button_in(".switches", "万元");
    assert_eq!(atlas.headlines()["贷款余额"].0, "24,737.40万元");
    atlas.press_button_in(".switches", "元");
}

/// Every township's and lender's figures are the README's, and a press on a heading orders them.
fn compares_townships(atlas: &Atlas) {
    let table = atlas.table("townships");
    for row in readme::townships() {
        let [name, _, balance, _, rate] = row.as_slice() else {
            unreachable!("five columns")
        };
        // The README counts the two loans whose township is written with a character too many to the township meant.
        let misspelt = table.iter().filter(|shown| has_one_more(&shown[0], name));
        let misspelt: u64 = misspelt.map(|shown| fen(&shown[1])).sum();
        let shown = table.iter().find(|shown| &shown[0] == name);
        let shown = shown.unwrap_or_else(|| panic!("{name} is not shown"));
        assert_eq!(
            fen(&shown[1]) + misspelt,
            fen(&readme::in_yuan(balance)),
            "{name}"
        );
        if misspelt == 0 {
            assert_eq!(&shown[4], &format!("{rate}%"), "{name}");
        }
    }
    assert_eq!(table.len(), 26);
    assert_eq!(atlas.total("townships")[1], readme::in_yuan("247374000"));
    let lenders = atlas.table("lenders");
    assert_eq!(lenders.len(), 4);
    for row in lenders {
        let sums = readme::sums_of(&row[0]);
        let wanted = (readme::in_yuan(&sums[4]), readme::grouped(&sums[3]));
        assert_eq!((&row[1], &row[2]), (&wanted.0, &wanted.1), "{}", row[0]);
    }
    atlas.sort("townships", "逾期率（金额）");
    assert_eq!(atlas.table("townships")[0][0], TOWNSHIP);
    atlas.sort("townships", "逾期率（金额）");
    let first = atlas.table("townships").swap_remove(0);
    assert_eq!(first[4], "0.00%", "{first:?}");
}

/// Whether one character taken out of `longer` leaves `name`.
fn has_one_more(longer: &str, name: &str) -> bool {
    longer.char_indices().any(|(at, one)| {
        let (before, after) = longer.split_at(at);
        name.strip_prefix(before) == Some(&after[one.len_utf8()..])
    })
}

/// A table for Excel and WPS, and the whole result.
fn takes_files_away(atlas: &Atlas) {
    atlas.press_button_in("section:has(> h2 + .table-tools + #townships)", "导出 CSV");
    let csv = fs::read_to_string(atlas.wait_download("乡镇", SOON)).expect("a table");
    let rows = csv
        .strip_prefix('\u{feff}')
        .expect("the mark Excel needs")
        .split("\r\n");
    let rows: Vec<&str> = rows.collect();
    assert!(rows[0].starts_with("乡镇,"), "{}", rows[0]);
    let total = rows.iter().find(|row| row.starts_with("合计,"));
    let total = total.expect("a row of totals");
    assert!(total.contains(",247374000.00,"), "{total}");
    atlas.press_button("导出全部结果（JSON）");
    let json = fs::read(atlas.wait_download(".json", SOON)).expect("the result");
    let report: Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(report["as_of"], "2019-11-30");
}

/// A click on a shape opens its villages, and so does Enter on the one that has the focus.
fn opens_a_township_on_the_map(atlas: &Atlas) {
    atlas.open_room("map");
    atlas.wait_until(
        "document.querySelectorAll('#map path[data-township]').length >= 24",
        SOON,
    );
    atlas.click(&format!("#map [data-township='{TOWNSHIP}']"));
    shows_the_villages_of(atlas, TOWNSHIP);
    let focused = "document.activeElement.dataset.township";
    assert_eq!(atlas.value(focused), json!(TOWNSHIP));
    atlas.press("Tab");
    let next = atlas.value(focused);
    let next = next.as_str().expect("Tab leads to the next township");
    assert_ne!(next, TOWNSHIP);
    atlas.press("Enter");
    shows_the_villages_of(atlas, next);
    atlas.press_button("返回各乡镇");
    atlas.wait_until("document.querySelector('#map-townships') !== null", SOON);
}

/// The villages' balances add up to the township's as the README has it.
fn shows_the_villages_of(atlas: &Atlas, township: &str) {
    atlas.wait_until("document.querySelector('#map-villages') !== null", SOON);
    let heading = json!(format!("{township}各村"));
    atlas.wait_until(
        &format!("[...document.querySelectorAll('h2')].some(h => h.textContent === {heading})"),
        SOON,
    );
    let rows = readme::townships();
    let row = rows
        .iter()
        .find(|row| row[0] == township)
        .expect("a township of the README");
    assert_eq!(atlas.total("map-villages")[1], readme::in_yuan(&row[2]));
    let sum: u64 = atlas
        .table("map-villages")
        .iter()
        .map(|row| fen(&row[1]))
        .sum();
    assert_eq!(sum, fen(&readme::in_yuan(&row[2])), "{township}");
}

fn fen(money: &str) -> u64 {
    money.replace([',', '.'], "").parse().expect("money")
}

/// Each month's balance is the README's; the months that stand out are marked.
fn sees_what_falls_due(atlas: &Atlas) {
    atlas.open_room("maturities");
    atlas.wait_until("document.querySelector('#months') !== null", SOON);
    let table = atlas.table("months");
    let months: Vec<_> = readme::rows(2)
        .into_iter()
        .filter(|row| row[0].starts_with("20"))
        .collect();
    assert_eq!(months.len(), 12);
    for month in &months {
        let row = table
            .iter()
            .find(|row| row[0] == month[0])
            .unwrap_or_else(|| panic!("{} is not shown", month[0]));
        assert_eq!(row[3], readme::in_yuan(&month[1]), "{}", month[0]);
    }
    let peaks: Vec<&str> = table
        .iter()
        .filter(|row| row[5].contains("高峰"))
        .map(|row| row[0].as_str())
        .collect();
    // One and a half times the mean of 2019-11 to 2020-10, of which the README leaves 0 + 82,598,000 yuan, is
    // 10,324,750 yuan.
    assert_eq!(peaks, ["2019-12", "2020-06"]);
    assert!(atlas.shows("高峰月份：2019-12、2020-06。"));
}

/// The first villages have nothing overdue; those with fewer than ten matured loans stand apart.
fn reads_the_order_of_villages(atlas: &Atlas) {
    atlas.open_room("villages");
    atlas.wait_until("document.querySelector('#ranked') !== null", SOON);
    let rows = atlas.table("ranked");
    assert!(rows[0][0].starts_with('1'), "{:?}", rows[0]);
    let repaid = |row: &Vec<String>| row[5].trim_end_matches('%').parse::<f64>().expect("a rate");
    assert!(
        rows.windows(2)
            .all(|pair| repaid(&pair[0]) >= repaid(&pair[1])),
        "{rows:?}"
    );
    let apart = atlas.table("too-few");
    assert!(!apart.is_empty());
    for row in apart {
        assert!(row[3].parse::<u64>().expect("a count") < 10, "{row:?}");
    }
}

/// The loans of one township that are overdue add up to the README's figure; one of them opens with its line.
fn looks_into_the_register(atlas: &Atlas) {
    atlas.open_room("register");
    atlas.wait_until(
        "document.querySelector('#register tbody td[data-col=\"3\"]') !== null",
        SOON,
    );
    assert_eq!(atlas.text(".totals dd strong"), "12,000");
    reaches_the_last_loan(atlas);
    atlas.choose_in("乡镇", TOWNSHIP);
    atlas.choose_in("逾期", "仅逾期");
    let rows = readme::townships();
    let row = rows
        .iter()
        .find(|row| row[0] == TOWNSHIP)
        .expect("a township of the README");
    let overdue = json!(readme::in_yuan(&row[3]));
    atlas.wait_until(
        &format!(
            "[...document.querySelectorAll('.totals dd strong')].pop().textContent === {overdue}"
        ),
        SOON,
    );
    let shown = atlas.table("register");
    assert!(shown.iter().all(|row| row[2] == TOWNSHIP), "{shown:?}");
    let number = shown[0][0].clone();
    atlas.click("#register tbody td");
    atlas.wait_until("document.querySelector('dialog#loan').open", SOON);
    let loan = atlas.text("dialog#loan");
    assert!(loan.contains(&number) && loan.contains(TOWNSHIP), "{loan}");
    names_the_line_the_loan_stands_on(&loan, &number);
    atlas.press("Escape");
    atlas.wait_until("!document.querySelector('dialog#loan').open", SOON);
    atlas.press_button_in(".totals", "导出 CSV");
    let csv = fs::read_to_string(atlas.wait_download("台账", SOON)).expect("the loans");
    assert!(csv.contains(&number));
}

/// By the scroll bar and by the keyboard.
fn reaches_the_last_loan(atlas: &Atlas) {
    atlas.value("void (document.querySelector('#register').scrollTop = 1e9)");
    let last = "document.querySelector('#register tbody tr[aria-rowindex=\"12000\"] td:nth-child(3)') !== null";
    atlas.wait_until(last, SOON);
    atlas.value("void (document.querySelector('#register').scrollTop = 0)");
    atlas.wait_until(&format!("!({last})"), SOON);
    atlas.value("document.querySelector('#register').focus()");
    atlas.press("End");
    atlas.wait_until(last, SOON);
    atlas.press("Home");
    atlas.wait_until(&format!("!({last})"), SOON);
}

/// `云岫农商银行_贷款台账.csv 第 123 行`: on that line of that file the loan's number stands, and its cells are shown as
/// they are there. The numbers are plain ASCII in every encoding of the sample.
fn names_the_line_the_loan_stands_on(loan: &str, number: &str) {
    let (before, after) = loan.split_once(" 第 ").expect("the line is named");
    let line: usize = after
        .split_once(" 行")
        .expect("a line")
        .0
        .replace(',', "")
        .parse()
        .expect("a number");
    let file = readme::loan_files().into_iter().find(|file| {
        let name = file
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        before.ends_with(&name)
    });
    let bytes = fs::read(file.expect("the file is named")).expect("the file");
    let row = bytes
        .split(|&byte| byte == b'\n')
        .nth(line - 1)
        .expect("the line is there");
    let row = String::from_utf8_lossy(row);
    assert!(row.contains(number), "{number} is not in {row}");
    let raw = after.split_once(" 行").expect("a line").1;
    assert!(raw.contains(number), "{raw}");
}
