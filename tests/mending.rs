//! Corrections, from the group of problems to the file read again, and the list of problems that is taken away.

use std::collections::BTreeMap;

use credit_atlas::export::csv;
use credit_atlas::intake::session::{Before, Session};
use credit_atlas::intake::source;
use credit_atlas::report::{build, *};
use credit_atlas::text::{Lang, mending as words};

const HEADER: &str =
    "借据号,户编号,乡镇,行政村,承贷银行,贷款金额(元),贷款余额(元),放款日期,到期日期,五级分类\n";

/// A loan register of one row for each due date and class.
fn register(rows: &[(&str, &str)]) -> String {
    let rows = rows.iter().zip(1..).map(|((due, class), at)| {
        format!("JD-{at},H{at},东乡镇,新村,农商行,50000,50000,2019-01-02,{due},{class}\n")
    });
    HEADER.to_owned() + &rows.collect::<String>()
}

fn read(text: &str, choices: Choices) -> (Reading, Vec<Finding>) {
    let mut session = Session::with(Before {
        choices: vec![Some(BTreeMap::from([(String::new(), choices)]))],
        ..Before::default()
    });
    source::read(&mut session, "loans.csv", text.as_bytes(), 1 << 16);
    let intake = session.finish();
    let kept = intake.files[0].findings.clone();
    (build::reading(&intake), kept)
}

fn group(file: &FileReading, is_it: impl Fn(&Problem) -> bool) -> Option<&FindingGroup> {
    file.groups.iter().find(|group| is_it(&group.first.problem))
}

fn is_blank(problem: &Problem) -> bool {
    matches!(problem, Problem::Blank { .. })
}

fn step(file: &FileReading, of: &FindingGroup, becomes: &str, rows: StepRows) -> Step {
    let found = of.texts[0].found.clone().expect("a text");
    Step {
        column: file.columns[of.place().expect("a column")].name(),
        found,
        becomes: becomes.to_owned(),
        rows,
    }
}

#[test]
fn one_correction_for_all_mends_every_row_alike_and_says_how_many() {
    let text = register(&[
        ("", "正常"),
        ("2020-12-31", "正常"),
        ("", "正常"),
        ("", "正常"),
    ]);
    let before = read(&text, Choices::NONE).0;
    let blank = group(&before.files[0], is_blank).expect("blank due dates");
    assert_eq!((blank.count, before.files[0].set_aside), (3, 3));
    let made = step(&before.files[0], blank, "2020-12-31", StepRows::All);
    let after = read(&text, Choices::NONE.with_step(made.clone())).0;
    let file = &after.files[0];
    assert_eq!(file.step_hits, [3]);
    assert_eq!((file.used, file.mended, file.findings_total), (4, 3, 0));
    let undone = file.choices.clone().without_step(&made);
    assert_eq!(read(&text, undone).0.files[0], before.files[0]);
}

#[test]
fn a_correction_of_one_row_goes_by_its_number_and_leaves_the_others() {
    let text = register(&[("", "正常"), ("", "正常"), ("", "正常")]);
    let before = read(&text, Choices::NONE).0;
    let file = &before.files[0];
    let blank = group(file, is_blank).expect("blank due dates");
    let cells = ["JD-2", "H2"].map(|cell| Some(cell.to_owned())).to_vec();
    let rows = file.rows_of(blank, &RawLine { line: 3, cells });
    let key = "JD-2".to_owned();
    assert_eq!(rows, StepRows::Key { key });
    let made = step(file, blank, "2020-12-31", rows);
    let after = read(&text, Choices::NONE.with_step(made)).0;
    assert_eq!(after.files[0].step_hits, [1]);
    let left = group(&after.files[0], is_blank).expect("two are left");
    assert_eq!(left.texts[0].lines, [2, 4]);
}

#[test]
fn a_row_goes_by_its_line_where_its_number_is_blank_hidden_cut_short_or_itself_at_fault() {
    let text = register(&[("", "正常"), ("2020-12-31", "正常")])
        + "JD-2,H9,东乡镇,新村,农商行,50000,40000,2019-01-02,2020-12-31,正常\n";
    let reading = read(&text, Choices::NONE).0;
    let file = &reading.files[0];
    let blank = group(file, is_blank).expect("a blank due date");
    let by_line = StepRows::Line { line: 7 };
    for number in ["", " ", "●●●", "5.13021E+17", "JD\n1", &"9".repeat(41)] {
        let cells = vec![Some(number.to_owned())];
        assert_eq!(
            file.rows_of(blank, &RawLine { line: 7, cells }),
            by_line,
            "{number}"
        );
    }
    let cells = vec![None];
    assert_eq!(file.rows_of(blank, &RawLine { line: 7, cells }), by_line);
    let twice = group(file, |p| matches!(p, Problem::RepeatedLoan { .. })).expect("a loan twice");
    assert!(twice.is_of_repeated_rows());
    let cells = vec![Some("JD-2".to_owned())];
    assert_eq!(file.rows_of(twice, &RawLine { line: 7, cells }), by_line);
}

#[test]
fn every_word_that_is_offered_is_one_that_the_reader_knows() {
    let text = register(&[("2020-12-31", "好的"), ("2020-12-31", "正常")]);
    let reading = read(&text, Choices::NONE).0;
    let file = &reading.files[0];
    let unknown = group(file, |p| matches!(p, Problem::UnknownWord { .. })).expect("a word");
    let offered = words::known(&unknown.first.problem);
    assert_eq!(offered.len(), RiskClass::ALL.len());
    for word in offered {
        let made = step(file, unknown, word.zh, StepRows::All);
        let after = read(&text, Choices::NONE.with_step(made)).0;
        assert_eq!(after.files[0].findings_total, 0, "{}", word.zh);
    }
}

#[test]
fn a_column_that_may_be_blank_can_be_mended_by_a_blank() {
    let text = register(&[("2020-12-31", "好的"), ("", "正常")]);
    let reading = read(&text, Choices::NONE).0;
    let file = &reading.files[0];
    let unknown = group(file, |p| matches!(p, Problem::UnknownWord { .. })).expect("a word");
    assert!(unknown.may_become_blank(file));
    assert!(
        !group(file, is_blank)
            .expect("a blank")
            .may_become_blank(file)
    );
    let made = step(file, unknown, "", StepRows::All);
    let after = read(&text, Choices::NONE.with_step(made)).0;
    assert!(
        group(&after.files[0], |p| matches!(
            p,
            Problem::UnknownWord { .. }
        ))
        .is_none()
    );
}

#[test]
fn saying_a_correction_twice_in_a_row_is_saying_it_once() {
    let made = Step {
        column: ColumnName {
            header: "到期日期".to_owned(),
            occurrence: 1,
        },
        found: "无".to_owned(),
        becomes: "2020-12-31".to_owned(),
        rows: StepRows::All,
    };
    let choices = Choices::NONE
        .with_step(made.clone())
        .with_step(made.clone());
    assert_eq!(choices.steps.len(), 1);
    assert!(choices.without_step(&made).is_empty());
    assert_eq!(
        words::step(&made, Lang::Zh),
        "「到期日期」：「无」 → 「2020-12-31」，全部"
    );
}

fn exported(reading: &Reading, findings: &[Finding]) -> Vec<Vec<String>> {
    let table = csv::findings(reading, findings, None, Lang::Zh);
    let text = String::from_utf8(table).expect("UTF-8");
    ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn the_exported_list_names_file_sheet_line_column_text_and_what_was_wanted() {
    let text = register(&[("2024/13/1", "正常"), ("2020-12-31", "正常")]);
    let (mut reading, findings) = read(&text, Choices::NONE);
    reading.files[0].sheet = Some("一季度".to_owned());
    let rows = exported(&reading, &findings);
    assert_eq!(
        rows[0],
        [
            "文件",
            "工作表",
            "行",
            "列",
            "列名",
            "原内容",
            "问题",
            "应为",
            "处理",
            "说明"
        ]
    );
    assert_eq!(rows[1][..5], ["loans.csv", "一季度", "2", "9", "到期日期"]);
    assert_eq!(rows[1][5].trim(), "2024/13/1");
    assert!(rows[1][7..].iter().all(|cell| !cell.is_empty()));
    assert_eq!(rows[2][0], "统计时点");
}

#[test]
fn problems_beyond_those_listed_are_counted_in_the_exported_list() {
    let due = [("", "正常"); 5];
    let (reading, findings) = read(&register(&due), Choices::NONE);
    assert_eq!(reading.files[0].findings_total, 5);
    let rows = exported(&reading, &findings[..2]);
    assert_eq!(rows[3][0], "loans.csv");
    assert_eq!(rows[3][9], "本文件另有 3 个问题未逐条列出");
    assert_eq!(exported(&reading, &findings)[6][0], "统计时点");
}

#[test]
fn a_file_with_more_problems_than_are_kept_still_says_how_many_it_has() {
    let due = vec![("", "正常"); 100_007];
    let (reading, findings) = read(&register(&due), Choices::NONE);
    assert_eq!(
        (reading.files[0].findings_total, findings.len()),
        (100_007, 100_000)
    );
    let rows = exported(&reading, &findings);
    assert_eq!(rows[100_001][9], "本文件另有 7 个问题未逐条列出");
}

#[test]
fn a_correction_for_all_leaves_totals_and_notes_blank_and_does_not_count_them() {
    let text = register(&[("", "正常"), ("", "正常"), ("2020-12-31", "正常")])
        + "合计,,,,,150000,150000,,,\n小计,,东乡镇,新村,农商行,150000,150000,2019-01-02,,\n制表人：,,,,,,,,,\n";
    let before = read(&text, Choices::NONE).0;
    let blank = group(&before.files[0], is_blank).expect("blank due dates");
    assert_eq!(blank.count, 2);
    let made = step(&before.files[0], blank, "2020-12-31", StepRows::All);
    let after = read(&text, Choices::NONE.with_step(made)).0;
    let file = &after.files[0];
    assert_eq!(file.step_hits, [2]);
    assert_eq!(
        (file.rows, file.used, file.mended, file.set_aside),
        (6, 3, 2, 3)
    );
}

#[test]
fn a_column_whose_cells_were_mended_is_sure_again() {
    let text = register(&[
        ("无日期", "正常"),
        ("2020-12-31", "正常"),
        ("无日期", "正常"),
    ]);
    let (before, findings) = read(&text, Choices::NONE);
    let due = |reading: &Reading| {
        let column = &reading.files[0].columns[8];
        (column.certainty, column.fit)
    };
    assert_eq!(due(&before), (Some(Certainty::Doubtful), Some((1, 3))));
    assert_eq!(findings.len(), 2);
    let column = before.files[0].columns[8].name();
    let step = |rows| Step {
        column: column.clone(),
        found: "无日期".to_owned(),
        becomes: "2020-12-31".to_owned(),
        rows,
    };
    let mended = read(&text, Choices::NONE.with_step(step(StepRows::All))).0;
    assert_eq!(due(&mended), (Some(Certainty::Sure), Some((3, 3))));
    let one = step(StepRows::Line { line: 2 });
    let partly = read(&text, Choices::NONE.with_step(one)).0;
    assert_eq!(due(&partly), (Some(Certainty::Doubtful), Some((2, 3))));
}
