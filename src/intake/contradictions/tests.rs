//! Both sides of every border: what is a contradiction, and what is just not one yet.

use super::*;
use crate::domain::Fen;
use crate::intake::session::Session;
use crate::intake::source;

const HEADER: &str = "数据日期,借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期,展期到期日,结清日期,贷款状态,逾期天数,逾期金额（元）";

/// The cells of a sound loan, with those of the columns told set anew.
fn row(changes: &[(&str, &str)]) -> String {
    let sound =
        "2019-11-30,JJ-001,YX0001,东湾镇,石坝村,甲银行,50000,50000,2018-09-01,2020-09-01,,,,,";
    let mut cells: Vec<&str> = sound.split(',').collect();
    for (header, text) in changes {
        let mut known = HEADER.split(',');
        let at = known.position(|known| known.starts_with(header));
        cells[at.expect("a column")] = text;
    }
    cells.join(",")
}

fn read(files: &[(&str, &str)]) -> Vec<Vec<Finding>> {
    let mut session = Session::new();
    for (name, text) in files {
        source::read(&mut session, name, text.as_bytes(), 1 << 16);
    }
    let files = session.finish().files;
    for file in &files {
        assert_eq!(file.findings.len() as u64, file.findings_total);
    }
    files.into_iter().map(|file| file.findings).collect()
}

fn of_rows(rows: &[String]) -> Vec<Finding> {
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    read(&[("甲.csv", &text)]).remove(0)
}

/// What is said of one row: header and problem.
fn said(changes: &[(&str, &str)]) -> Vec<(String, Problem)> {
    let findings = of_rows(&[row(changes)]);
    let said = findings.into_iter().map(|finding| {
        assert_eq!((finding.line, finding.outcome), (Some(2), Outcome::Note));
        (finding.header.expect("a header"), finding.problem)
    });
    said.collect()
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

#[test]
fn a_sound_loan_has_nothing_said_of_it() {
    assert_eq!(said(&[]), []);
}

#[test]
fn a_balance_may_be_the_whole_principal_and_not_a_fen_more() {
    assert_eq!(said(&[("贷款余额", "50000.00")]), []);
    let [(header, problem)] = said(&[("贷款余额", "50000.01")]).try_into().expect("one");
    assert_eq!(header, "贷款余额（元）");
    let (balance, principal) = (Fen(5_000_001), Fen(5_000_000));
    assert_eq!(
        problem,
        Problem::BalanceAbovePrincipal { balance, principal }
    );
}

#[test]
fn a_loan_may_be_due_on_the_day_it_is_disbursed_and_not_before() {
    let due = |text| said(&[("到期日期", text), ("贷款余额", "0")]);
    assert_eq!(due("2018-09-01"), []);
    let problem = Problem::MaturityBeforeDisbursement {
        disbursement: day("2018-09-01"),
        maturity: day("2018-08-31"),
    };
    assert_eq!(due("2018-08-31"), [("到期日期".to_owned(), problem)]);
}

#[test]
fn an_extension_may_be_to_the_day_itself_and_not_before() {
    assert_eq!(said(&[("展期到期日", "2020-09-01")]), []);
    let problem = Problem::ExtendedBeforeMaturity {
        maturity: day("2020-09-01"),
        extended: day("2020-08-31"),
    };
    let found = said(&[("展期到期日", "2020-08-31")]);
    assert_eq!(found, [("展期到期日".to_owned(), problem)]);
}

#[test]
fn a_loan_may_be_disbursed_on_the_day_of_the_data_and_not_after() {
    assert_eq!(said(&[("放款日期", "2019-11-30")]), []);
    let problem = Problem::DisbursedAfterAsOf {
        disbursement: day("2019-12-01"),
        as_of: day("2019-11-30"),
    };
    let found = said(&[("放款日期", "2019-12-01")]);
    assert_eq!(found, [("放款日期".to_owned(), problem)]);
}

#[test]
fn a_settled_loan_has_no_balance_by_status_or_by_a_day_that_has_come() {
    let with = |status, day, balance| {
        let cells = [
            ("贷款状态", status),
            ("结清日期", day),
            ("贷款余额", balance),
        ];
        said(&cells)
            .into_iter()
            .map(|(_, problem)| problem)
            .collect::<Vec<_>>()
    };
    let settled = |settlement| Problem::SettledWithBalance {
        balance: Fen(1),
        settlement,
    };
    assert_eq!(with("已结清", "2019-11-30", "0"), []);
    assert_eq!(with("已结清", "", "0.01"), [settled(None)]);
    let come = Some(day("2019-11-30"));
    assert_eq!(with("", "2019-11-30", "0.01"), [settled(come)]);
    // Both say one thing: one finding.
    assert_eq!(with("已结清", "2019-11-30", "0.01"), [settled(come)]);
    assert_eq!(with("", "2019-12-01", "0.01"), []);
}

#[test]
fn a_loan_is_not_overdue_on_the_day_it_is_due_and_is_on_the_next() {
    let due = |text| said(&[("到期日期", text), ("贷款状态", "逾期")]);
    assert_eq!(due("2019-11-29"), []);
    let problem = Problem::OverdueButNotDue {
        as_of: day("2019-11-30"),
        maturity: day("2019-11-30"),
    };
    assert_eq!(due("2019-11-30"), [("贷款状态".to_owned(), problem)]);
    let extended = [
        ("到期日期", "2019-08-01"),
        ("展期到期日", "2019-11-30"),
        ("贷款状态", "逾期"),
    ];
    assert_eq!(said(&extended).len(), 1);
}

#[test]
fn days_overdue_are_those_of_the_calendar_to_the_day() {
    let due = |text, days| said(&[("到期日期", text), ("逾期天数", days)]);
    assert_eq!(due("2019-11-20", "10"), []);
    assert_eq!(due("2019-11-30", "0"), []);
    assert_eq!(due("2020-09-01", "0"), []);
    let differ = |reported, counted| {
        let problem = Problem::OverdueDaysDiffer { reported, counted };
        [("逾期天数".to_owned(), problem)]
    };
    assert_eq!(due("2019-11-20", "11"), differ(11, 10));
    assert_eq!(due("2019-11-20", "9"), differ(9, 10));
    assert_eq!(due("2019-11-30", "1"), differ(1, 0));
    // Without a balance no days are counted.
    let repaid = [
        ("到期日期", "2019-11-20"),
        ("逾期天数", "3"),
        ("贷款余额", "0"),
    ];
    assert_eq!(said(&repaid), []);
    assert_eq!(due("2019-11-20", ""), []);
}

#[test]
fn all_of_the_balance_may_be_overdue_and_not_a_fen_more() {
    let overdue = |amount| said(&[("贷款余额", "30000"), ("逾期金额", amount)]);
    assert_eq!(overdue("30000"), []);
    let problem = Problem::OverduePrincipalAboveBalance {
        overdue: Fen(3_000_001),
        balance: Fen(3_000_000),
    };
    assert_eq!(
        overdue("30000.01"),
        [("逾期金额（元）".to_owned(), problem)]
    );
}

#[test]
fn a_row_with_two_contradictions_has_two_findings_in_their_columns() {
    let found = said(&[("贷款余额", "60000"), ("展期到期日", "2020-08-31")]);
    let headers: Vec<&str> = found.iter().map(|(header, _)| header.as_str()).collect();
    assert_eq!(headers, ["贷款余额（元）", "展期到期日"]);
}

#[test]
fn without_one_day_of_data_nothing_is_said_of_days() {
    let odd = [("放款日期", "2019-12-15"), ("逾期天数", "7")];
    let two = |first, second| {
        let second = [
            ("借据号", "JJ-002"),
            ("户编号", "YX0002"),
            ("数据日期", second),
        ];
        let first = [&odd[..], &[("数据日期", first)]].concat();
        let findings = of_rows(&[row(&first), row(&second)]);
        let notes = findings
            .iter()
            .filter(|finding| finding.outcome == Outcome::Note);
        notes.count()
    };
    assert_eq!(two("2019-11-30", "2019-10-31"), 0);
    assert_eq!(two("2019-11-30", "2019-11-30"), 2);
    assert_eq!(two("", ""), 0);
}

#[test]
fn a_finding_tells_amounts_and_days_plainly_and_stands_in_its_column() {
    let findings = of_rows(&[row(&[("贷款余额", "6万")]), row(&[("借据号", "JJ-002")])]);
    let [finding] = findings.try_into().expect("one");
    assert_eq!((finding.line, finding.column), (Some(2), Some(8)));
    assert_eq!(finding.found.as_deref(), Some("60000.00"));
}

/// Loans of one household: number, township, village, lender, amount, day.
fn household(loans: &[[&str; 6]]) -> String {
    let rows = loans
        .iter()
        .map(|[number, township, village, lender, amount, day]| {
            row(&[
                ("借据号", number),
                ("乡镇", township),
                ("行政村", village),
                ("承贷银行", lender),
                ("贷款金额", amount),
                ("贷款余额", "1"),
                ("放款日期", day),
            ])
        });
    let rows: Vec<String> = rows.collect();
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

#[test]
fn loans_of_one_household_in_two_villages_are_told_with_the_first_of_them() {
    let first = household(&[["1", "东湾镇", "石坝村", "甲银行", "10000", "2018-09-01"]]);
    let second = household(&[
        ["2", "东湾镇", "石坝村", "乙银行", "10000", "2018-09-02"],
        ["3", "东湾镇", "柳坪村", "乙银行", "10000", "2018-09-03"],
        ["4", "西岭乡", "石坝村", "乙银行", "10000", "2018-09-04"],
    ]);
    let findings = read(&[("甲.csv", &first), ("乙.csv", &second)]);
    assert_eq!(findings[0], []);
    let places: Vec<_> = findings[1]
        .iter()
        .map(|finding| {
            (
                finding.line,
                finding.header.as_deref(),
                finding.found.as_deref(),
            )
        })
        .collect();
    let wanted = [
        (Some(3), Some("行政村"), Some("柳坪村")),
        (Some(4), Some("乡镇"), Some("西岭乡")),
    ];
    assert_eq!(places, wanted);
    let problem = Problem::HouseholdAtTwoAddresses {
        first_file: 0,
        first_line: 2,
        township: "东湾镇".to_owned(),
        village: "石坝村".to_owned(),
    };
    assert!(findings[1].iter().all(|finding| finding.problem == problem));
}

#[test]
fn the_roster_goes_before_the_loans_wherever_it_is_read() {
    let roster = "户编号,乡镇,行政村\nYX0009,东湾镇,柳坪村\nYX0001,东湾镇,柳坪\n";
    let loans = household(&[
        ["1", "东湾镇", "石坝村", "甲银行", "10000", "2018-09-01"],
        ["2", "东湾", "柳坪村委会", "甲银行", "10000", "2018-09-02"],
    ]);
    for roster_at in [0, 1] {
        let mut files = vec![("甲.csv", loans.as_str())];
        files.insert(roster_at, ("花名册.csv", roster));
        let findings = read(&files).remove(1 - roster_at);
        // 柳坪村委会 in 东湾 is 柳坪 in 东湾镇.
        let [finding] = findings.try_into().expect("one");
        assert_eq!(
            (finding.line, finding.found.as_deref()),
            (Some(2), Some("石坝村"))
        );
        let first_file = roster_at as u32;
        assert!(matches!(
            finding.problem,
            Problem::HouseholdAtTwoAddresses { first_file: file, first_line: 3, .. } if file == first_file
        ));
    }
}

#[test]
fn one_loan_under_two_numbers_is_told_at_another_lender_only() {
    let loan = |number, lender, amount, day| [number, "东湾镇", "石坝村", lender, amount, day];
    let alike = |loans: &[[&str; 6]]| -> Vec<(u32, u32)> {
        let findings = read(&[("甲.csv", &household(loans))]).remove(0);
        let rows = findings.iter().map(|finding| match &finding.problem {
            Problem::LoanAlikeAtOtherLender {
                first_line, lender, ..
            } => {
                assert_eq!(lender, "甲银行");
                (finding.line.expect("a line"), *first_line)
            }
            other => panic!("{other:?}"),
        });
        rows.collect()
    };
    let first = loan("1", "甲银行", "10000", "2018-09-01");
    let twin = loan("9", "乙银行", "10000", "2018-09-01");
    assert_eq!(alike(&[first, twin]), [(3, 2)]);
    assert_eq!(
        alike(&[first, loan("2", "甲银行", "10000", "2018-09-01")]),
        []
    );
    assert_eq!(
        alike(&[first, loan("2", "乙银行", "10000", "2018-09-02")]),
        []
    );
    assert_eq!(
        alike(&[first, loan("2", "乙银行", "10000.01", "2018-09-01")]),
        []
    );
    // Neither of the two is the household's first loan, nor its second.
    let others = [
        loan("3", "丙银行", "20000", "2018-01-01"),
        loan("4", "丙银行", "30000", "2018-01-01"),
        loan("5", "丙银行", "40000", "2018-02-01"),
        first,
        loan("6", "丙银行", "10000", "2018-03-01"),
        twin,
    ];
    assert_eq!(alike(&others), [(7, 5)]);
    // And the second and third are.
    assert_eq!(alike(&[others[0], first, twin]), [(4, 3)]);
}

#[test]
fn a_number_of_two_lenders_sets_the_later_row_aside_and_names_the_other_lender() {
    let first = household(&[["1", "东湾镇", "石坝村", "甲银行", "10000", "2018-09-01"]]);
    let second = household(&[["1", "东湾镇", "石坝村", "乙银行", "10000", "2018-09-01"]]);
    let findings = read(&[("甲.csv", &first), ("乙.csv", &second)]).remove(1);
    let [finding] = findings.try_into().expect("one");
    assert_eq!(finding.outcome, Outcome::RowSetAside);
    let problem = Problem::LoanNumberAtOtherLender {
        first_file: 0,
        first_line: 2,
        lender: "甲银行".to_owned(),
    };
    assert_eq!(finding.problem, problem);
}

#[test]
fn findings_of_rows_and_of_contradictions_stand_in_one_order_of_lines() {
    let rows: Vec<String> = (0..6)
        .map(|at| {
            let number = format!("JJ-{at}");
            let household = format!("YX{at:04}");
            let change = if at % 2 == 0 {
                ("贷款余额", "50001")
            } else {
                ("到期日期", "无")
            };
            row(&[
                ("借据号", number.as_str()),
                ("户编号", household.as_str()),
                change,
            ])
        })
        .collect();
    let lines: Vec<_> = of_rows(&rows).iter().map(|finding| finding.line).collect();
    assert_eq!(lines, (2..8).map(Some).collect::<Vec<_>>());
}

#[test]
fn most_findings_are_kept_and_all_are_counted() {
    let many = MOST_KEPT + 5;
    let mut text = format!("{HEADER}\n");
    for at in 0..many {
        let (number, household) = (format!("JJ-{at}"), format!("YX{at:07}"));
        let cells = [
            ("借据号", number.as_str()),
            ("户编号", household.as_str()),
            ("贷款余额", "50001"),
        ];
        text += &row(&cells);
        text.push('\n');
    }
    let mut session = Session::new();
    source::read(&mut session, "甲.csv", text.as_bytes(), 1 << 20);
    let file = session.finish().files.remove(0);
    assert_eq!(file.findings_total, many as u64);
    assert_eq!(file.findings.len(), MOST_KEPT);
    assert_eq!(file.used, many as u64);
}
