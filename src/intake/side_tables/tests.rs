//! What the side tables hold once they are read.

use crate::domain::gazetteer::PlaceLevel;
use crate::domain::side_table::RateKind;
use crate::domain::{AnnualRate, County, Fen};
use crate::intake::session::Session;
use crate::intake::source;

fn county(text: &str) -> County {
    let mut session = Session::new();
    source::read(&mut session, "a.csv", text.as_bytes(), 64);
    session.finish().county
}

#[test]
fn a_subsidy_keeps_its_loan_number_period_amount_and_place() {
    let county = county(
        "借据号,计息起日,计息止日,计息天数,贴息金额（元）,资金来源\n\
         L1,2019-06-21,2019-09-21,92,606.94,财政扶贫资金\n\
         L1,2019-09-21,2019-09-21,,0,\n",
    );
    let subsidies = &county.subsidies;
    let [first, second] = subsidies.payments() else {
        panic!("two payments");
    };
    assert_eq!(subsidies.loan_numbers.text(first.loan_number), "L1");
    assert_eq!(first.loan_number, second.loan_number);
    assert_eq!(first.period_end.to_string(), "2019-09-21");
    assert_eq!((first.amount, first.days), (Fen(60_694), Some(92)));
    let source = first.source.map(|source| subsidies.sources.text(source));
    assert_eq!(source.as_deref(), Some("财政扶贫资金"));
    assert_eq!(
        (second.amount, second.days, second.source),
        (Fen(0), None, None)
    );
    assert_eq!((second.file, second.line), (0, 3));
}

#[test]
fn a_target_is_found_by_township_and_year() {
    let county = county("乡镇,年度,目标（万元）\n东镇,2018,520\n东镇,2019,5.5\n");
    let township = county.places.find_township("东镇").expect("the township");
    let target = county.targets.get(&(township, 2019)).expect("a target");
    assert_eq!((target.says.amount, target.line), (Fen(5_500_000), 3));
    assert_eq!(county.targets.get(&(township, 2020)), None);
}

#[test]
fn a_lender_of_side_tables_is_the_lender_of_the_loans() {
    let county = county("承贷银行,数据日期,风险补偿金余额（元）\n甲行,2019-11-30,100\n");
    let lender = county.loans.lenders.find("甲行".as_bytes());
    let fund = county.funds.iter().next().expect("a fund");
    assert_eq!(Some(fund.says.lender), lender);
    assert_eq!(fund.says.amount, Fen(10_000));
}

#[test]
fn reported_totals_leave_unknown_what_the_lender_left_out() {
    let county = county("承贷银行,贷款笔数,贷款余额（万元）,逾期贷款余额（万元）\n甲行,12,60.5,\n");
    let total = county.reported_totals.iter().next().expect("a total").says;
    assert_eq!(
        (total.loans, total.outstanding),
        (Some(12), Fen(60_500_000))
    );
    assert_eq!((total.overdue, total.as_of), (None, None));
}

#[test]
fn rates_of_two_kinds_may_come_into_force_on_one_day() {
    let county = county(
        "执行日期,一年期利率,五年期以上利率,利率种类\n\
         2019-08-20,4.25,4.85,LPR\n2019-08-20,4.35%,,基准利率\n",
    );
    let kinds: Vec<_> = county.rates.iter().map(|row| row.says.kind).collect();
    assert_eq!(
        kinds,
        [Some(RateKind::LoanPrimeRate), Some(RateKind::Benchmark)]
    );
    let last = county.rates.iter().last().expect("a rate").says;
    assert_eq!((last.one_year, last.five_years), (AnnualRate(43_500), None));
}

#[test]
fn a_place_stands_in_a_gazetteer_once_for_every_year() {
    let county = county(
        "代码,名称,上级代码,级别,年度,撤并后区划代码\n\
         990124002000,西河乡,990124000000,乡镇,2019,990124001000\n\
         990124002000,西河乡,990124000000,4,2018,\n",
    );
    assert_eq!(county.gazetteer.len(), 2);
    let key = ("990124002000".to_owned(), Some(2019));
    let place = &county.gazetteer.get(&key).expect("a place").says;
    assert_eq!(place.name, "西河乡");
    assert_eq!(place.level, Some(PlaceLevel::Township));
    assert_eq!(place.successor.as_deref(), Some("990124001000"));
}

#[test]
fn a_village_keeps_its_code() {
    let county = county("乡镇,行政村,行政区划代码,农户总数\n东镇,石村,990124001201,346\n");
    let (village, facts) = county.villages.iter().next().expect("a village");
    assert_eq!(facts.all_households, Some(346));
    assert_eq!(
        county.village_codes.get(village).map(String::as_str),
        Some("990124001201")
    );
}
