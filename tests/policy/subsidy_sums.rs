//! 贴息 adds up to the fen: loan by loan and period by period, rounded once, to every table of the report, of lists and of
//! files, and what was paid with it, whichever year, convention, share and settlement days a county has chosen.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use credit_atlas::domain::County;
use credit_atlas::export::subsidies as written;
use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::policy::book::Book;
use credit_atlas::policy::money_source::{MoneySource, money_source};
use credit_atlas::policy::parameters::{BEGINNING, Parameter, ParameterChoices, Rulebook};
use credit_atlas::policy::subsidy::LoanSubsidy;
use credit_atlas::policy::subsidy::interest::Amounts;
use credit_atlas::policy::subsidy::periods::{Calendar, Days};
use credit_atlas::report::policy::money_list::{MoneyList, MoneyListQuery, MoneyRows};
use credit_atlas::report::policy::subsidy::{SubsidyFigures, SubsidyReport, subsidy};
use credit_atlas::report::{Date, Fen, Settings, build};
use credit_atlas::text::Lang;
use proptest::prelude::*;

const HEADER: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期,展期到期日,结清日期,执行利率(%),是否户贷企用\n";
const STATUSES: [&str; 6] = [
    "脱贫享受政策",
    "脱贫不享受政策",
    "清退",
    "监测",
    "一般农户",
    "",
];

fn day(days: i32) -> Date {
    Date::from_ymd(2016, 1, 1).expect("a day").plus_days(days)
}

fn as_of() -> Date {
    day(1_400)
}

#[derive(Clone, Debug)]
struct Loan {
    household: u8,
    place: (u8, u8),
    lender: u8,
    principal: i64,
    balance: i64,
    made: i32,
    term: i32,
    extension: Option<i32>,
    settled: Option<i32>,
    rate: Option<i64>,
    enterprise: &'static str,
}

#[derive(Clone, Debug)]
struct Payment {
    loan: usize,
    from: i32,
    days: i32,
    amount: i64,
}

fn loan() -> impl Strategy<Value = Loan> {
    let whose = (0..8_u8, (0..2_u8, 0..3_u8), 0..3_u8);
    let owed = prop_oneof![Just(100), Just(0), 0..=100_i64];
    let rate = proptest::option::weighted(0.9, 1..80_000_i64);
    let money = (1..8_000_000_i64, owed, rate);
    let further = (
        proptest::option::weighted(0.2, 1..300),
        proptest::option::weighted(0.5, 0..900),
        prop_oneof![3 => Just(""), 1 => Just("是"), 1 => Just("否")],
    );
    let days = (0..1_500, 1..1_100);
    (whose, money, days, further).prop_map(|(whose, money, days, further)| Loan {
        household: whose.0,
        place: whose.1,
        lender: whose.2,
        principal: money.0,
        balance: money.0 * money.1 / 100,
        rate: money.2,
        made: days.0,
        term: days.1,
        extension: further.0,
        settled: further.1,
        enterprise: further.2,
    })
}

fn payment() -> impl Strategy<Value = Payment> {
    let of = (0..34_usize, -60..1_500, 1..120, 1..100_000_i64);
    of.prop_map(|(loan, from, days, amount)| Payment {
        loan,
        from,
        days,
        amount,
    })
}

/// What a county may choose, and that it has not chosen.
fn choices() -> impl Strategy<Value = ParameterChoices> {
    let chosen = |values: &'static [i64]| {
        let value = proptest::sample::select(values).prop_map(Some);
        prop_oneof![9 => value, 1 => Just(None)]
    };
    let known = |values: &'static [i64]| proptest::sample::select(values).prop_map(Some);
    (
        (known(&[1, 2, 3, 4, 6, 12]), known(&[1, 15, 20, 21, 29, 31])),
        (known(&[360, 365]), known(&[0, 1]), known(&[0, 1])),
        (
            chosen(&[10_000, 7_000, 3_333]),
            chosen(&[5_000_000, 3_000_000]),
        ),
        (chosen(&[0, 1]), chosen(&[0, 1, 2]), chosen(&[0, 1, 2])),
        (chosen(&[0, 1]), chosen(&[0, 1])),
    )
        .prop_map(|(settled, interest, paid, whose, further)| {
            let mut choices = ParameterChoices::default();
            for (parameter, value) in [
                (Parameter::SettlementsPerYear, settled.0),
                (Parameter::SettlementDayOfMonth, settled.1),
                (Parameter::InterestYearDays, interest.0),
                (Parameter::FirstDayBearsInterest, interest.1),
                (Parameter::LastDayBearsInterest, interest.2),
                (Parameter::SubsidyShare, paid.0),
                (Parameter::SubsidisedLimit, paid.1),
                (Parameter::SubsidyRateIsCapped, whose.0),
                (Parameter::RemovedHouseholds, whose.1),
                (Parameter::UnsupportedHouseholds, whose.2),
                (Parameter::EnterpriseUseIsSubsidised, further.0),
                (Parameter::ExtensionIsSubsidised, further.1),
            ] {
                choices.change(parameter, BEGINNING, value);
            }
            choices
        })
}

fn ledger(loans: &[Loan]) -> String {
    let mut text = HEADER.to_owned();
    for (at, loan) in loans.iter().enumerate() {
        let maturity = loan.made + loan.term;
        let told = |days: Option<i32>| days.map(|days| day(days).to_string()).unwrap_or_default();
        let rate = loan
            .rate
            .map(|rate| format!("{}.{:04}", rate / 10_000, rate % 10_000));
        let _ = writeln!(
            text,
            "J{at},H{},{}号镇,{}号村,{}号银行,{},{},{},{},{},{},{},{}",
            loan.household,
            loan.place.0,
            loan.place.1,
            loan.lender,
            Fen(loan.principal),
            Fen(loan.balance),
            day(loan.made),
            day(maturity),
            told(loan.extension.map(|days| maturity + days)),
            told(
                loan.settled
                    .filter(|_| loan.balance == 0)
                    .map(|days| loan.made + days)
            ),
            rate.unwrap_or_default(),
            loan.enterprise,
        );
    }
    text
}

fn roster() -> String {
    let mut text = "户编号,乡镇,行政村,脱贫属性,清退时间\n".to_owned();
    for household in 0..7_usize {
        let status = STATUSES[household % STATUSES.len()];
        let removed = (household == 2).then(|| day(900).to_string());
        let removed = removed.unwrap_or_default();
        let _ = writeln!(text, "H{household},0号镇,0号村,{status},{removed}");
    }
    text
}

fn table(payments: &[Payment]) -> String {
    let mut text = "借据号,计息起日,计息止日,贴息金额（元）\n".to_owned();
    for payment in payments {
        let (from, to) = (day(payment.from), day(payment.from + payment.days));
        let _ = writeln!(
            text,
            "J{},{from},{to},{}",
            payment.loan,
            Fen(payment.amount)
        );
    }
    text
}

fn read(loans: &[Loan], payments: &[Payment]) -> Intake {
    let mut session = Session::new();
    for (name, text) in [
        ("台账.csv", ledger(loans)),
        ("花名册.csv", roster()),
        ("贴息.csv", table(payments)),
    ] {
        source::read(&mut session, name, text.as_bytes(), 1 << 16);
    }
    session.finish()
}

/// Whose sums: a lender, or a village of a township, of a period or of all; each of a source of money or of what was paid.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Whose {
    group: Option<String>,
    period: Option<Date>,
    of: Option<MoneySource>,
}

/// Items, amount, by 360, by 365, undetermined, least, most; or payments and their sum.
type Sums = BTreeMap<Whose, [i64; 7]>;

fn add(sums: &mut Sums, whose: Whose, own: [i64; 7]) {
    if own == [0; 7] {
        return;
    }
    let sum = sums.entry(whose).or_default();
    for (sum, own) in sum.iter_mut().zip(own) {
        *sum += own;
    }
}

/// Adds to a lender, a village and the county, of one period and of all.
fn add_everywhere(
    sums: &mut Sums,
    groups: &[Option<String>; 3],
    period: Date,
    of: Option<MoneySource>,
    own: [i64; 7],
) {
    for group in groups {
        for period in [Some(period), None] {
            let group = group.clone();
            add(sums, Whose { group, period, of }, own);
        }
    }
}

fn groups(county: &County, row: usize) -> [Option<String>; 3] {
    let loan = county.loans.loan(row);
    let township = county.places.township_of(loan.village);
    let village = format!(
        "{}/{}",
        county.places.township_name(township),
        county.places.village_name(loan.village)
    );
    let lender = county.loans.lenders.text(loan.lender).into_owned();
    [None, Some(lender), Some(village)]
}

/// Loan by loan and period by period.
fn of_loans(book: &Book<'_>, calendar: &Calendar) -> Sums {
    let mut sums = Sums::new();
    for case in book.cases() {
        let Ok(subsidy) = LoanSubsidy::of(case) else {
            continue;
        };
        let groups = groups(book.county(), case.row());
        let year = |amounts: Amounts| match case.parameter(Parameter::InterestYearDays) {
            Some(365) => amounts.by_365.0,
            _ => amounts.by_360.0,
        };
        for period in calendar.periods() {
            let Ok(due) = subsidy.of_days(period) else {
                continue;
            };
            let own = match due.known() {
                Some(known) => {
                    let is_any = i64::from(known.by_360.is_positive());
                    let (by_360, by_365) = (known.by_360.0, known.by_365.0);
                    [is_any, year(known), by_360, by_365, 0, 0, 0]
                }
                None => [0, 0, 0, 0, 1, year(due.least), year(due.most)],
            };
            let source = money_source(&case, period.to.plus_days(-1)).into();
            add_everywhere(&mut sums, &groups, period.from, Some(source), own);
        }
    }
    sums
}

/// Payment by payment; what is in no period and on no loan is left over.
fn of_payments(book: &Book<'_>, calendar: &Calendar, sums: &mut Sums) -> [(u64, Fen); 2] {
    let county = book.county();
    let mut left = [(0, Fen::ZERO); 2];
    for payment in county.subsidies.payments() {
        let number = county.subsidies.loan_numbers.bytes(payment.loan_number);
        let last = payment.period_end.plus_days(-1);
        let period = calendar
            .periods()
            .find(|period| period.from <= last && last < period.to);
        match (county.loans.find_number(number), period) {
            (Some(row), Some(period)) => {
                let own = [1, payment.amount.0, 0, 0, 0, 0, 0];
                let groups = groups(county, row as usize);
                add_everywhere(sums, &groups, period.from, None, own);
            }
            (found, _) => {
                let at = usize::from(found.is_some());
                left[at].0 += 1;
                left[at].1 += payment.amount;
            }
        }
    }
    left
}

fn add_figures(sums: &mut Sums, group: Option<&str>, period: Option<Date>, of: &SubsidyFigures) {
    let whose = |of| Whose {
        group: group.map(str::to_owned),
        period,
        of,
    };
    for source in MoneySource::ALL {
        let due = of.sources[source as usize];
        let own = [
            due.items as i64,
            due.amount.0,
            due.by_360.0,
            due.by_365.0,
            due.undetermined as i64,
            due.least.0,
            due.most.0,
        ];
        add(sums, whose(Some(source)), own);
    }
    let paid = [of.payments as i64, of.paid.0, 0, 0, 0, 0, 0];
    add(sums, whose(None), paid);
}

/// As the tables of the report have it.
fn of_report(report: &SubsidyReport) -> Sums {
    let mut sums = Sums::new();
    add_figures(&mut sums, None, None, &report.total);
    for row in &report.periods {
        add_figures(&mut sums, None, Some(row.from), &row.figures);
    }
    let all = (0..report.periods.len()).map(Some).chain([None]);
    for period in all {
        let from = period.map(|at| report.periods[at].from);
        for (lender, figures) in report.lenders_of(period) {
            add_figures(&mut sums, lender, from, &figures);
        }
        for (village, figures) in report.villages_of(period) {
            let name = format!("{}/{}", village.township, village.village);
            add_figures(&mut sums, Some(&name), from, &figures);
        }
    }
    sums
}

/// The sum of the columns of amounts of a file, and its line of totals.
fn columns(bytes: &[u8]) -> (BTreeMap<String, Fen>, BTreeMap<String, Fen>) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let headings: Vec<String> = reader
        .headers()
        .expect("a head")
        .iter()
        .map(str::to_owned)
        .collect();
    let (mut sums, mut totals) = (BTreeMap::new(), BTreeMap::new());
    for record in reader.records() {
        let record = record.expect("a row");
        let amounts = headings
            .iter()
            .zip(&record)
            .filter(|(heading, _)| heading.ends_with("（元）"));
        if record.get(2) == Some("") && record.get(0) != Some("合计") {
            break;
        }
        for (heading, cell) in amounts {
            let amount: Fen = cell.parse().expect("an amount to the fen");
            let is_total = record.get(0) == Some("合计");
            for (into, adds) in [(&mut totals, is_total), (&mut sums, !is_total)] {
                let sum = into.entry(heading.clone()).or_insert(Fen::ZERO);
                *sum += if adds { amount } else { Fen::ZERO };
            }
        }
    }
    (sums, totals)
}

/// The declaration of a period comes to what the report says is due of it, and its rows come to the declaration.
fn check_declaration(
    county: &County,
    choices: &ParameterChoices,
    period: Days,
    due: Fen,
) -> Result<(), TestCaseError> {
    let query = MoneyListQuery::Declaration {
        from: period.from,
        to: period.to,
        lender: None,
    };
    let list = MoneyList::of(county, as_of(), choices, &query).page(county, 0, u64::MAX);
    prop_assert_eq!(list.amount, due);
    let MoneyRows::Declaration(rows) = list.rows else {
        return Err(TestCaseError::fail("another list"));
    };
    let sum: Fen = rows.iter().filter_map(|row| row.amount).sum();
    prop_assert_eq!(sum, due);
    Ok(())
}

fn check(
    loans: &[Loan],
    payments: &[Payment],
    choices: &ParameterChoices,
) -> Result<(), TestCaseError> {
    let intake = read(loans, payments);
    let county = &intake.county;
    let rulebook = Rulebook::of(choices);
    let book = Book::new(county, as_of(), &rulebook);
    let calendar = Calendar::of(&book).expect("periods");
    let report = subsidy(&book);
    prop_assert_eq!(report.lacks, None);

    let mut sums = of_loans(&book, &calendar);
    let [orphans, early] = of_payments(&book, &calendar, &mut sums);
    prop_assert_eq!(&of_report(&report), &sums);
    prop_assert_eq!((report.without_loan, report.without_loan_paid), orphans);
    prop_assert_eq!((report.out_of_periods, report.out_of_periods_paid), early);
    let in_files: Fen = payments.iter().map(|payment| Fen(payment.amount)).sum();
    prop_assert_eq!(report.total.paid + orphans.1 + early.1, in_files);

    for row in &report.periods {
        let period = Days {
            from: row.from,
            to: row.to,
        };
        check_declaration(county, choices, period, row.figures.due().amount)?;
    }
    let settings = Settings {
        parameters: choices.clone(),
        ..Settings::default()
    };
    let whole = build::report(&intake, as_of(), &settings).expect("loans");
    for file in [
        written::periods(&whole, &report, Lang::Zh),
        written::lenders(&whole, &report, None, Lang::Zh),
        written::villages(&whole, &report, None, Lang::Zh),
    ] {
        let (rows, totals) = columns(&file);
        prop_assert!(totals.len() > 5);
        prop_assert_eq!(totals.get("已付贴息（元）"), Some(&report.total.paid));
        prop_assert_eq!(rows, totals);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn subsidies_of_loans_come_to_every_table_to_the_fen_whatever_the_county_has_chosen(
        loans in proptest::collection::vec(loan(), 1..32),
        payments in proptest::collection::vec(payment(), 1..24),
        choices in choices(),
    ) {
        check(&loans, &payments, &choices)?;
    }
}
