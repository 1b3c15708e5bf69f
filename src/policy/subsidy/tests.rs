//! Loans and payments written by hand, and what is due on them.

use super::periods::Days;
use super::{LoanSubsidy, Subsidy};
use crate::domain::household::{PovertyStatus, RosterRow};
use crate::domain::loan::Source;
use crate::domain::subsidy::SubsidyPayment;
use crate::domain::symbol::hash;
use crate::domain::{
    AnnualRate, County, Date, Fen, Field, HouseholdFacts, Key, Loan, LoanStatus, VillageId,
};
use crate::policy::book::Book;
use crate::policy::money_source::{MoneySource, money_source};
use crate::policy::parameters::{BEGINNING, Parameter, ParameterChoices, Rulebook};
use crate::policy::verdict::Unknown;

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub(crate) fn yuan(text: &str) -> Fen {
    text.parse().expect("yuan")
}

/// A county written by hand.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) county: County,
    pub(crate) choices: ParameterChoices,
}

impl Written {
    /// A loan of that household and lender, in yuan and days, with what is said further.
    pub(crate) fn loan(
        &mut self,
        household: &str,
        principal: &str,
        made: &str,
        due: &str,
        further: impl FnOnce(&mut Loan),
    ) -> &mut Self {
        let county = &mut self.county;
        let township = county.places.township("T");
        let village = county.places.village(township, "V");
        let number = format!("L{}", county.loans.len());
        let id = county
            .households
            .enter(&Key::of(household.as_bytes()), household.as_bytes());
        let mut loan = Loan {
            household: id,
            village,
            lender: county.loans.lenders.intern(b"A").0,
            disbursed_principal: yuan(principal),
            outstanding_principal: yuan(principal),
            disbursement_date: day(made),
            maturity_date: day(due),
            extended_maturity_date: None,
            settlement_date: None,
            annual_interest_rate: Some(AnnualRate(47_500)),
            purpose: None,
            reported_class: None,
            status: None,
        };
        further(&mut loan);
        let loans = &mut county.loans;
        loans
            .enter_number(number.as_bytes(), hash(number.as_bytes()))
            .expect("a new number");
        let line = loans.len() as u32 + 2;
        let place = Source {
            file: 0,
            line,
            start: 0,
            length: 1,
        };
        loans.push(&loan, place);
        self
    }

    /// What the file says further of the loan written last.
    pub(crate) fn fact(&mut self, field: Field, value: i64) -> &mut Self {
        let facts = &mut self.county.loans.facts;
        let column = facts.column(field);
        self.county.loans.push_facts(&[(column, value)]);
        self.county.loan_fields.insert(field);
        self
    }

    /// A household of the roster.
    pub(crate) fn household(
        &mut self,
        number: &str,
        status: PovertyStatus,
        removed: Option<&str>,
    ) -> &mut Self {
        let households = &mut self.county.households;
        let id = households.enter(&Key::of(number.as_bytes()), number.as_bytes());
        let row = RosterRow {
            village: VillageId(0),
            facts: HouseholdFacts {
                poverty_status: Some(status),
                removed_on: removed.map(day),
                ..HouseholdFacts::default()
            },
            day: None,
            is_of_head: false,
            file: 1,
            line: 2,
        };
        households.join(id, &row);
        self.county.has_roster = true;
        self
    }

    /// A payment on a loan by its row.
    pub(crate) fn pay(&mut self, row: usize, from: &str, to: &str, amount: &str) -> &mut Self {
        let subsidies = &mut self.county.subsidies;
        let (loan_number, _) = subsidies.loan_numbers.intern(format!("L{row}").as_bytes());
        subsidies.push(SubsidyPayment {
            loan_number,
            period_start: day(from),
            period_end: day(to),
            days: None,
            amount: yuan(amount),
            source: None,
            file: 2,
            line: 2,
        });
        self
    }

    pub(crate) fn choose(&mut self, parameter: Parameter, value: Option<i64>) -> &mut Self {
        self.choices.change(parameter, BEGINNING, value);
        self
    }

    /// Looks at the county on a day.
    pub(crate) fn on<T>(&self, as_of: &str, look: impl FnOnce(&Book<'_>) -> T) -> T {
        let rulebook = Rulebook::of(&self.choices);
        look(&Book::new(&self.county, day(as_of), &rulebook))
    }

    fn due(&self, as_of: &str, row: usize, from: &str, to: &str) -> Result<Subsidy, Unknown> {
        let days = Days {
            from: day(from),
            to: day(to),
        };
        self.on(as_of, |book| LoanSubsidy::of(book.case(row))?.of_days(days))
    }

    /// What is due by 360 days, at least and at most.
    fn by_360(&self, row: usize, from: &str, to: &str) -> (String, String) {
        let due = self.due("2020-12-31", row, from, to).expect("it is known");
        (due.least.by_360.to_string(), due.most.by_360.to_string())
    }
}

fn known(amount: &str) -> (String, String) {
    (amount.to_owned(), amount.to_owned())
}

pub(crate) fn plain() -> Written {
    let mut written = Written::default();
    written.loan("H", "50000.00", "2018-08-31", "2019-08-31", |_| {});
    written
}

#[test]
fn a_whole_quarter_of_a_whole_loan_on_360_and_on_365_days() {
    let mut written = Written::default();
    written.loan("H", "50000.00", "2019-01-10", "2022-01-10", |_| {});
    let due = written.due("2019-11-30", 0, "2019-06-21", "2019-09-21");
    let due = due.expect("known").known().expect("exact");
    assert_eq!(due.by_360, yuan("606.94"));
    assert_eq!(due.by_365, yuan("598.63"));
}

#[test]
fn nothing_is_due_for_the_maturity_date_nor_for_any_day_after_it() {
    let written = plain();
    assert_eq!(written.by_360(0, "2019-08-30", "2019-09-21"), known("6.04"));
    assert_eq!(written.by_360(0, "2019-08-31", "2019-09-21"), known("0.00"));
    assert_eq!(
        written.by_360(0, "2018-06-21", "2018-09-21"),
        known("126.88")
    );
}

#[test]
fn the_day_of_the_report_bears_nothing_yet() {
    let mut written = Written::default();
    written.loan("H", "50000.00", "2019-11-01", "2020-11-01", |_| {});
    let due = |as_of| {
        let due = written.due(as_of, 0, "2019-09-21", "2019-12-21");
        due.expect("known").most.by_360
    };
    assert_eq!(due("2019-11-01"), Fen::ZERO);
    assert_eq!(due("2019-11-02"), yuan("6.04"));
}

#[test]
fn the_subsidised_rate_is_at_most_the_cap_of_its_term() {
    let mut written = Written::default();
    let dear = |loan: &mut Loan| loan.annual_interest_rate = Some(AnnualRate(60_000));
    written.loan("H", "50000.00", "2018-08-31", "2019-08-31", dear);
    // 4.35 % for a year and less.
    assert_eq!(
        written.by_360(0, "2019-06-01", "2019-07-01"),
        known("181.25")
    );
    written.choose(Parameter::SubsidyRateIsCapped, Some(0));
    assert_eq!(
        written.by_360(0, "2019-06-01", "2019-07-01"),
        known("250.00")
    );
}

#[test]
fn a_loan_settled_early_bears_until_that_day() {
    let mut written = Written::default();
    written.loan("H", "50000.00", "2018-08-31", "2021-08-31", |loan| {
        loan.outstanding_principal = Fen::ZERO;
        loan.settlement_date = Some(day("2019-07-01"));
    });
    assert_eq!(
        written.by_360(0, "2019-06-21", "2019-09-21"),
        known("65.97")
    );
}

#[test]
fn of_a_loan_repaid_in_part_only_bounds_are_known_and_what_is_lacking_is_said() {
    let mut written = Written::default();
    written.loan("H", "50000.00", "2019-01-10", "2022-01-10", |loan| {
        loan.outstanding_principal = yuan("30000.00");
    });
    let (least, most) = written.by_360(0, "2019-06-21", "2019-09-21");
    assert_eq!((least.as_str(), most.as_str()), ("364.17", "606.94"));
    let lacks = written.on("2019-11-30", |book| {
        LoanSubsidy::of(book.case(0)).map(|subsidy| subsidy.lacks())
    });
    assert_eq!(lacks, Ok(Unknown::Fact(Field::RepaidTotal)));
}

#[test]
fn a_settled_loan_without_its_day_is_between_nothing_and_the_whole() {
    let mut written = plain();
    written.loan("G", "50000.00", "2018-08-31", "2019-08-31", |loan| {
        loan.outstanding_principal = Fen::ZERO;
    });
    let (least, most) = written.by_360(1, "2019-06-21", "2019-09-21");
    assert_eq!((least.as_str(), most.as_str()), ("0.00", "428.96"));
    // Who paid it out did so after maturity.
    written.loan("K", "50000.00", "2018-08-31", "2019-08-31", |loan| {
        loan.outstanding_principal = Fen::ZERO;
        loan.status = Some(LoanStatus::PaidOut);
    });
    assert_eq!(
        written.by_360(2, "2019-06-21", "2019-09-21"),
        known("428.96")
    );
}

#[test]
fn loans_of_a_household_share_the_limit_in_the_order_in_which_they_were_made() {
    let mut written = Written::default();
    written
        .loan("H", "40000.00", "2019-03-01", "2020-03-01", |_| {})
        .loan("H", "30000.00", "2018-07-01", "2019-07-01", |_| {});
    // The earlier is whole; of the later 20,000 until 2019-07-01, from then on all 40,000.
    assert_eq!(
        written.by_360(1, "2019-06-21", "2019-09-21"),
        known("36.25")
    );
    // 20,000 × 10 days + 40,000 × 82 days at 4.35 %.
    assert_eq!(
        written.by_360(0, "2019-06-21", "2019-09-21"),
        known("420.50")
    );
    written.choose(Parameter::SubsidisedLimit, None);
    assert_eq!(
        written.due("2019-11-30", 0, "2019-06-21", "2019-09-21"),
        Err(Unknown::Parameter(Parameter::SubsidisedLimit))
    );
}

#[test]
fn one_fen_above_the_limit_is_not_subsidised() {
    let due = |principal| {
        let mut written = Written::default();
        written.loan("H", principal, "2019-01-01", "2020-01-01", |_| {});
        written.by_360(0, "2019-01-01", "2020-01-01")
    };
    assert_eq!(due("50000.00"), due("50000.01"));
    assert_eq!(due("50000.00"), due("99999.99"));
}

#[test]
fn extended_days_are_in_term_only_where_the_parameter_says_so() {
    let mut written = Written::default();
    written.loan("H", "50000.00", "2018-08-31", "2019-08-31", |loan| {
        loan.extended_maturity_date = Some(day("2020-02-28"));
    });
    assert_eq!(
        written.by_360(0, "2019-09-01", "2019-10-01"),
        known("181.25")
    );
    written.choose(Parameter::ExtensionIsSubsidised, Some(0));
    assert_eq!(written.by_360(0, "2019-09-01", "2019-10-01"), known("0.00"));
    written.choose(Parameter::ExtensionIsSubsidised, None);
    let due = written.due("2020-12-31", 0, "2019-09-01", "2019-10-01");
    let unknown = Unknown::Parameter(Parameter::ExtensionIsSubsidised);
    assert_eq!(due, Err(unknown));
}

#[test]
fn days_cut_at_settlement_days_are_each_counted_once_under_every_convention() {
    let (cuts, whole) = (
        ["2018-09-21", "2018-12-21", "2019-03-21", "2019-06-21"],
        ("2018-01-01", "2020-12-31"),
    );
    for (first, last) in [(1, 0), (0, 1), (1, 1), (0, 0)] {
        let mut written = plain();
        written
            .choose(Parameter::FirstDayBearsInterest, Some(first))
            .choose(Parameter::LastDayBearsInterest, Some(last));
        written.on("2020-12-31", |book| {
            let subsidy = LoanSubsidy::of(book.case(0)).expect("it");
            let mut days = subsidy
                .days
                .and(Days {
                    from: day(whole.0),
                    to: day(cuts[0]),
                })
                .count();
            for pair in cuts.windows(2) {
                days += subsidy
                    .days
                    .and(Days {
                        from: day(pair[0]),
                        to: day(pair[1]),
                    })
                    .count();
            }
            days += subsidy
                .days
                .and(Days {
                    from: day(cuts[3]),
                    to: day(whole.1),
                })
                .count();
            assert_eq!(days, 365 - 1 + first + last);
        });
    }
}

fn source(written: &Written, to: &str) -> Result<MoneySource, Unknown> {
    written.on("2019-11-30", |book| {
        money_source(&book.case(0), day(to).plus_days(-1))
    })
}

#[test]
fn a_removed_household_goes_to_other_money_from_the_day_of_its_removal() {
    let mut written = plain();
    written.household("H", PovertyStatus::Removed, Some("2019-05-01"));
    assert_eq!(
        source(&written, "2019-05-01"),
        Ok(MoneySource::PovertyRelief)
    );
    assert_eq!(source(&written, "2019-05-02"), Ok(MoneySource::Other));
    written.choose(Parameter::RemovedHouseholds, Some(2));
    assert_eq!(source(&written, "2019-05-02"), Ok(MoneySource::Nobody));
    written.choose(Parameter::RemovedHouseholds, Some(1));
    assert_eq!(
        source(&written, "2019-05-02"),
        Ok(MoneySource::PovertyRelief)
    );
}

#[test]
fn whose_money_it_is_is_unknown_where_roster_or_parameter_does_not_say() {
    let to = "2019-09-21";
    let nowhere = Unknown::Table(crate::domain::FileKind::Roster);
    assert_eq!(source(&plain(), to), Err(nowhere));
    let mut other = plain();
    other.household("G", PovertyStatus::InPoverty, None);
    assert_eq!(
        source(&other, to),
        Err(Unknown::Fact(Field::HouseholdNumber))
    );
    let mut without = plain();
    without.household("H", PovertyStatus::LiftedWithoutSupport, None);
    let parameter = Parameter::UnsupportedHouseholds;
    assert_eq!(source(&without, to), Err(Unknown::Parameter(parameter)));
    let mut enterprise = plain();
    enterprise.fact(Field::EnterpriseUse, 1);
    let parameter = Parameter::EnterpriseUseIsSubsidised;
    assert_eq!(source(&enterprise, to), Err(Unknown::Parameter(parameter)));
}
