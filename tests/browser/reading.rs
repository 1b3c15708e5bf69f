//! A file that was taken for something else is put right by hand, and next month's is then read the same way.

use crate::atlas::{Atlas, SOON};
use crate::driver::Browser;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The bytes that are 东湖 in UTF-8 are 涓滄箹 in GBK: nothing but a person can tell which is meant.
const TOWNSHIP_AS_GUESSED: &str = "东湖";
const TOWNSHIP: &str = "涓滄箹";

/// A bank's file in GBK under headers of its own: what was lent stands under `amt`, in no unit that anyone could guess.
fn bank_file(folder: &Path, name: &str, loans: std::ops::Range<u32>, undated: u32) -> PathBuf {
    let mut bytes = b"loan_number,household_number,township,village,lender,amt,outstanding_principal,disbursement_date,maturity_date\n".to_vec();
    let first = loans.start;
    for at in loans {
        let maturity = if at - first < undated {
            "TBD"
        } else {
            "2019-06-30"
        };
        bytes.extend_from_slice(format!("L{at:03},H{at:03},").as_bytes());
        bytes.extend_from_slice(TOWNSHIP_AS_GUESSED.as_bytes());
        bytes.extend_from_slice(
            format!(",V{},Bank,500,100,2018-07-01,{maturity}\n", at % 2).as_bytes(),
        );
    }
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file for the page");
    path
}

fn wait_for_words(atlas: &Atlas, words: &str) {
    let there = format!("document.body.textContent.includes({words:?})");
    atlas.wait_until(&there, SOON);
}

/// Says 元, and waits until the files are read again: the question 元或万元 is then no longer among the answers.
fn choose_unit(atlas: &Atlas, css: &str) {
    atlas.wait_until_read();
    atlas.wait_for(css);
    atlas.choose(css, "元");
    let is_answered = format!("document.querySelector({css:?})?.options.length === 2");
    atlas.wait_until(&is_answered, SOON);
    atlas.wait_until_read();
}

/// Opens the group of problems that shows these words, and types what its text is to become.
fn mend_all(atlas: &Atlas, group: &str, becomes: &str) {
    let mark = format!(
        "(() => {{ const found = [...document.querySelectorAll('.group-head')].find(head => head.textContent.includes({group:?}));
          if (found) found.setAttribute('data-group', ''); return !!found; }})()"
    );
    atlas.wait_until(&mark, SOON);
    atlas.click("[data-group]");
    atlas.wait_for("form.mend input.becomes");
    atlas.type_text("form.mend input.becomes", becomes);
    atlas.press("Enter");
}

#[test]
fn wrong_guesses_are_put_right_and_next_month_is_read_the_same_way() {
    let browser = Browser::chromium();
    let atlas = Atlas::open(&browser);
    let folder = TempDir::new().expect("a temporary directory");
    let first = bank_file(folder.path(), "loans-2019-10-31.csv", 1..9, 3);
    atlas.choose_files(&[first]);

    // What was guessed wrong is open to be checked.
    atlas.wait_for("section.check .encodings");
    assert!(atlas.text(".check").contains(TOWNSHIP_AS_GUESSED));
    assert!(
        atlas.shows("缺少"),
        "the column of what was lent is missing"
    );

    atlas.click("#check-0-Gb18030");
    atlas.wait_until(
        &format!("document.querySelector('.check table').textContent.includes({TOWNSHIP:?})"),
        SOON,
    );
    atlas.wait_until_read();
    atlas.choose("#check-0-5-meaning", "贷款金额");
    atlas.wait_for("#check-0-5-unit");
    let spread = atlas.text(".check .spread");
    assert!(spread.contains("500"), "{spread}");
    choose_unit(&atlas, "#check-0-5-unit");
    choose_unit(&atlas, "#check-0-6-unit");
    wait_for_words(&atlas, "采用贷款 5 笔");

    mend_all(&atlas, "不是日期", "2020-12-31");
    wait_for_words(&atlas, "采用贷款 8 笔");
    wait_for_words(&atlas, "更正后采用 3");
    atlas.press_button_in(".reading-bar", "撤销");
    wait_for_words(&atlas, "采用贷款 5 笔");
    atlas.press_button_in(".reading-bar", "重做");
    wait_for_words(&atlas, "采用贷款 8 笔");

    atlas.wait_until_read();
    atlas.press_button_in(".reading-bar", "保存读取方案（.json）");
    let profile = atlas.wait_download(".json", SOON);
    let kept = folder.path().join("profile.json");
    fs::copy(&profile, &kept).expect("the profile is kept");
    let text = fs::read_to_string(&kept).expect("a profile");
    for words in [
        "gb18030",
        "disbursed_principal",
        "yuan",
        "TBD",
        "2020-12-31",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(!text.contains("L001"), "no row is in the profile: {text}");
    atlas.assert_quiet();

    // A page just opened knows nothing of it; the profile's file tells it.
    let next = Atlas::open(&browser);
    let second = bank_file(folder.path(), "loans-2019-11-30.csv", 101..107, 2);
    next.choose_files(&[second, kept]);
    wait_for_words(&next, "采用贷款 6 笔");
    wait_for_words(&next, "更正后采用 2");
    wait_for_words(&next, "按方案读取");
    next.open_overview();
    next.open_room("register");
    next.wait_for("#register tbody td");
    wait_for_words(&next, TOWNSHIP);
    next.assert_quiet();
}
