//! Whole files through the reader of loans: what their further columns come to.

use crate::domain::{
    Ability, Cause, County, Date, Fen, Field, Guarantee, Product, RenewalKind, Willingness,
};
use crate::intake::session::Session;
use crate::intake::source;

const CORE: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额(元),贷款余额(元),放款日期,到期日期";

/// The county of some files, each given by the headers and rows of its further columns.
fn county(files: &[(&str, &[&str])]) -> County {
    let mut session = Session::new();
    for (at, (headers, rows)) in files.iter().enumerate() {
        let mut text = format!("{CORE},{headers}\n");
        for (row, cells) in rows.iter().enumerate() {
            text.push_str(&format!(
                "JJ-{at}-{row},YX{row},东湾镇,石坝村,甲银行,50000,50000,2018-09-01,2019-09-01,{cells}\n"
            ));
        }
        source::read(&mut session, &format!("{at}.csv"), text.as_bytes(), 1 << 16);
    }
    session.finish().county
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

#[test]
fn every_sort_of_cell_is_kept_as_what_it_is() {
    let county = county(&[(
        "业务品种,担保方式,贷款期限,逾期天数,欠息金额(万元),续贷展期,还款能力,还款意愿,逾期原因,是否户贷企用,用款企业,代偿日期,人编号",
        &[
            "扶贫小额信贷,免担保,三年,91,0.0125,借新还旧,弱,恶意,因灾,√,甲合作社,2019/12/2 0:00,R001",
            ",,,,,,,,,,,,",
            "帮扶小额信贷,D,18个月,0,0,无,无,未知,其它,0,无,-,R002",
        ],
    )]);
    let facts = &county.loans.facts;
    assert_eq!(facts.word(0), Some(Product::PovertyAlleviation));
    assert_eq!(facts.word(0), Some(Guarantee::Credit));
    assert_eq!(facts.count(Field::Term, 0), Some(36));
    assert_eq!(facts.count(Field::OverdueDays, 0), Some(91));
    assert_eq!(facts.money(Field::InterestArrears, 0), Some(Fen(12_500)));
    assert_eq!(facts.word(0), Some(RenewalKind::Refinancing));
    assert_eq!(facts.word(0), Some(Ability::Weak));
    assert_eq!(facts.word(0), Some(Willingness::Malicious));
    assert_eq!(facts.word(0), Some(Cause::Disaster));
    assert_eq!(facts.flag(Field::EnterpriseUse, 0), Some(true));
    assert_eq!(facts.text(Field::EnterpriseCode, 0), Some("甲合作社"));
    assert_eq!(facts.day(Field::PayoutDate, 0), day("2019-12-02"));
    assert_eq!(facts.text(Field::PersonNumber, 0), Some("R001"));
    // What the file does not say is unknown, what it says to be nothing is nothing.
    assert_eq!(facts.word::<Product>(1), None);
    assert_eq!(facts.money(Field::InterestArrears, 1), None);
    assert_eq!(facts.flag(Field::EnterpriseUse, 1), None);
    assert_eq!(facts.money(Field::InterestArrears, 2), Some(Fen(0)));
    assert_eq!(facts.count(Field::OverdueDays, 2), Some(0));
    assert_eq!(facts.word(2), Some(RenewalKind::None));
    assert_eq!(facts.word(2), Some(Ability::None));
    assert_eq!(facts.word(2), Some(Willingness::Unknown));
    assert_eq!(facts.flag(Field::EnterpriseUse, 2), Some(false));
    assert_eq!(facts.text(Field::EnterpriseCode, 2), None);
    assert_eq!(facts.day(Field::PayoutDate, 2), None);
}

#[test]
fn a_column_that_only_the_second_file_has_is_unknown_for_the_loans_of_the_first() {
    let county = county(&[
        ("还款方式", &["到期一次还本", "按季结息"]),
        ("还款能力", &["有", "弱"]),
        ("还款方式", &["按季结息"]),
    ]);
    let facts = &county.loans.facts;
    let abilities: Vec<Option<Ability>> = (0..5).map(|row| facts.word(row)).collect();
    assert_eq!(
        abilities,
        [None, None, Some(Ability::Able), Some(Ability::Weak), None]
    );
    assert!(!facts.has(Field::RepaymentMethod), "known, and not read");
}

#[test]
fn a_file_without_such_columns_keeps_nothing_of_them() {
    let county = county(&[("贷款用途,还款方式,备注", &["养猪,按季结息,某", "养鸡,,"])]);
    assert_eq!(county.loans.len(), 2);
    assert_eq!(county.loans.facts.bytes(), 0);
}

#[test]
fn that_a_loan_was_not_renewed_is_known_only_where_nothing_is_left_open() {
    let kinds = |headers: &str, cells: &[&str]| -> Vec<Option<RenewalKind>> {
        let county = county(&[(headers, cells)]);
        let rows = 0..county.loans.len();
        rows.map(|row| county.loans.renewal_kind(row)).collect()
    };
    assert_eq!(
        kinds(
            "是否续贷,是否展期",
            &["是,否", "否,是", "否,否", "否,", ",", "是,是"]
        ),
        [
            Some(RenewalKind::Renewal),
            Some(RenewalKind::Extension),
            Some(RenewalKind::None),
            None,
            None,
            Some(RenewalKind::Extension),
        ]
    );
    assert_eq!(
        kinds("是否续贷", &["否", "已续贷"]),
        [None, Some(RenewalKind::Renewal)]
    );
    assert_eq!(
        kinds("续贷展期,是否续贷", &["展期,是", ",是"]),
        [Some(RenewalKind::Extension), Some(RenewalKind::Renewal)]
    );
}

#[test]
fn a_loan_met_twice_says_the_same_only_if_its_further_columns_do() {
    let twice = |first: &str, second: &str| {
        let mut session = Session::new();
        for (name, cell) in [("a.csv", first), ("b.csv", second)] {
            let text = format!(
                "{CORE},还款能力\nJJ-1,YX1,东湾镇,石坝村,甲银行,50000,50000,2018-09-01,2019-09-01,{cell}\nJJ-{name},YX2,东湾镇,石坝村,甲银行,50000,50000,2018-09-01,2019-09-01,有\n"
            );
            source::read(&mut session, name, text.as_bytes(), 1 << 16);
        }
        let intake = session.finish();
        let problems = intake.files.iter().flat_map(|file| &file.findings);
        let mut same = problems.filter_map(|finding| match finding.problem {
            crate::intake::finding::Problem::RepeatedLoan { same, .. } => Some(same),
            _ => None,
        });
        same.next()
    };
    assert_eq!(twice("弱", "弱"), Some(true));
    assert_eq!(twice("弱", "无"), Some(false));
    assert_eq!(twice("弱", ""), Some(false));
}

#[test]
fn a_branch_stands_in_for_the_lender_and_a_group_is_no_part_of_the_village() {
    let header = "借据号,户编号,乡镇,行政村组,支行,贷款金额(元),贷款余额(元),放款日期,到期日期";
    let row = |number: u32, village: &str| {
        format!("J{number},YX1,东湾镇,{village},东湾支行,5,5,2018-09-01,2019-09-01\n")
    };
    let rows = [
        row(1, "石桥村3组"),
        row(2, "石桥村（十二组）"),
        row(3, "石桥村"),
    ];
    let text = format!("{header}\n{}", rows.concat());
    let (gbk, _, _) = encoding_rs::GB18030.encode(&text);
    for bytes in [text.as_bytes(), &gbk] {
        let mut session = Session::new();
        source::read(&mut session, "a.csv", bytes, 1 << 16);
        let county = session.finish().county;
        assert_eq!(county.loans.len(), 3);
        assert_eq!(county.places.village_count(), 1);
        let loan = county.loans.loan(0);
        assert_eq!(county.places.village_name(loan.village), "石桥村");
        assert_eq!(county.loans.lenders.text(loan.lender), "东湾支行");
    }
}
