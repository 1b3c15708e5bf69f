//! The tables beside the loans: households of the roster, subsidies paid, villages, the fund, reported totals, rates.

use crate::domain::{County, Field, HouseholdId};

use super::{Sink, Table, Value, numbered, optional, required};

pub(super) const ROSTER: Table = Table {
    name: "roster",
    columns: &[
        required("household_number", Field::HouseholdNumber),
        required("township", Field::Township),
        required("village", Field::Village),
        optional("poverty_status", Field::PovertyStatus),
        optional("household_type", Field::HouseholdType),
        optional("monitor_type", Field::MonitorType),
        optional("monitor_state", Field::MonitorState),
        optional("identified_on", Field::IdentifiedOn),
        optional("exit_year", Field::ExitYear),
        optional("removed_on", Field::RemovedOn),
        optional("family_size", Field::FamilySize),
        optional("labour_count", Field::LabourCount),
        optional("credit_grade", Field::CreditGrade),
        optional("credit_line", Field::CreditLine),
        optional("loan_wish", Field::LoanWish),
    ],
    rows: roster,
};

pub(super) const SUBSIDY: Table = Table {
    name: "subsidy",
    columns: &[
        numbered("row_number"),
        required("loan_number", Field::LoanNumber),
        required("period_start", Field::PeriodStart),
        required("period_end", Field::PeriodEnd),
        optional("subsidy_days", Field::SubsidyDays),
        required("subsidy_amount", Field::SubsidyAmount),
        optional("fund_source", Field::FundSource),
    ],
    rows: subsidy,
};

pub(super) const VILLAGES: Table = Table {
    name: "villages",
    columns: &[
        required("township", Field::Township),
        required("village", Field::Village),
        optional("all_households", Field::AllHouseholds),
        optional("registered_households", Field::RegisteredHouseholds),
        optional("credit_households", Field::CreditHouseholds),
    ],
    rows: villages,
};

pub(super) const FUND: Table = Table {
    name: "fund",
    columns: &[
        required("lender", Field::Lender),
        optional("as_of", Field::AsOf),
        required("fund_balance", Field::FundBalance),
    ],
    rows: fund,
};

pub(super) const REPORTED: Table = Table {
    name: "reported",
    columns: &[
        required("lender", Field::Lender),
        optional("as_of", Field::AsOf),
        optional("loan_count", Field::LoanCount),
        required("outstanding_principal", Field::OutstandingPrincipal),
        optional("overdue_principal", Field::OverduePrincipal),
    ],
    rows: reported,
};

pub(super) const RATES: Table = Table {
    name: "rates",
    columns: &[
        required("effective_from", Field::EffectiveFrom),
        optional("rate_kind", Field::RateKind),
        required("rate_one_year", Field::RateOneYear),
        optional("rate_five_years", Field::RateFiveYears),
    ],
    rows: rates,
};

/// The codes that any file gives for villages: a list of places may name a village by its code alone.
pub(super) const VILLAGE_CODES: Table = Table {
    name: "village_codes",
    columns: &[
        required("township", Field::Township),
        required("village", Field::Village),
        required("place_code", Field::PlaceCode),
    ],
    rows: village_codes,
};

pub(super) const GAZETTEER: Table = Table {
    name: "gazetteer",
    columns: &[
        required("place_code", Field::PlaceCode),
        required("place_name", Field::PlaceName),
        optional("parent_code", Field::ParentCode),
        optional("place_level", Field::PlaceLevel),
    ],
    rows: gazetteer,
};

fn roster(county: &County, sink: Sink<'_>) {
    let households = &county.households;
    for at in 0..households.len() as u32 {
        let household = HouseholdId(at);
        let Some(village) = households.roster_village(household) else {
            continue;
        };
        let facts = households.facts(household);
        let grade = facts.credit_grade;
        let flag = |flag: Option<bool>| flag.map_or(Value::Nothing, Value::Flag);
        let township = county.places.township_of(village);
        sink(&[
            Value::Text(households.number(household).into()),
            Value::Text(county.places.township_name(township).into()),
            Value::Text(county.places.village_name(village).into()),
            Value::word(facts.poverty_status),
            Value::word(facts.household_type),
            Value::word(facts.monitor_type),
            Value::word(facts.monitor_state),
            Value::day(facts.identified_on),
            Value::number(facts.exit_year),
            Value::day(facts.removed_on),
            Value::number(facts.family_size),
            Value::number(facts.labour_count),
            Value::text(grade.map(|grade| households.credit_grades.text(grade))),
            Value::number(facts.credit_line.map(|line| line.0)),
            flag(facts.loan_wish),
        ]);
    }
}

fn subsidy(county: &County, sink: Sink<'_>) {
    let subsidies = &county.subsidies;
    for (at, payment) in (1_i64..).zip(subsidies.payments()) {
        let source = payment.source;
        sink(&[
            Value::Number(at),
            Value::Text(subsidies.loan_numbers.text(payment.loan_number)),
            Value::Day(payment.period_start),
            Value::Day(payment.period_end),
            Value::number(payment.days),
            Value::Number(payment.amount.0),
            Value::text(source.map(|source| subsidies.sources.text(source))),
        ]);
    }
}

fn villages(county: &County, sink: Sink<'_>) {
    for (village, facts) in &county.villages {
        let township = county.places.township_of(*village);
        sink(&[
            Value::Text(county.places.township_name(township).into()),
            Value::Text(county.places.village_name(*village).into()),
            Value::count(facts.all_households),
            Value::count(facts.registered_households),
            Value::count(facts.credit_households),
        ]);
    }
}

fn fund(county: &County, sink: Sink<'_>) {
    for row in county.funds.iter().map(|row| row.says) {
        sink(&[
            Value::Text(county.loans.lenders.text(row.lender)),
            Value::day(row.as_of),
            Value::Number(row.amount.0),
        ]);
    }
}

fn reported(county: &County, sink: Sink<'_>) {
    for row in county.reported_totals.iter().map(|row| row.says) {
        sink(&[
            Value::Text(county.loans.lenders.text(row.lender)),
            Value::day(row.as_of),
            Value::count(row.loans),
            Value::Number(row.outstanding.0),
            Value::number(row.overdue.map(|overdue| overdue.0)),
        ]);
    }
}

fn rates(county: &County, sink: Sink<'_>) {
    for row in county.rates.iter().map(|row| row.says) {
        sink(&[
            Value::Day(row.effective_from),
            Value::word(row.kind),
            Value::Number(i64::from(row.one_year.0)),
            Value::number(row.five_years.map(|rate| rate.0)),
        ]);
    }
}

fn village_codes(county: &County, sink: Sink<'_>) {
    for (village, code) in &county.village_codes {
        let township = county.places.township_of(*village);
        sink(&[
            Value::Text(county.places.township_name(township).into()),
            Value::Text(county.places.village_name(*village).into()),
            Value::Text(code.into()),
        ]);
    }
}

fn gazetteer(county: &County, sink: Sink<'_>) {
    for place in county.gazetteer.iter().map(|row| &row.says) {
        sink(&[
            Value::Text((&place.code).into()),
            Value::Text((&place.name).into()),
            Value::text(place.parent.as_ref()),
            Value::word(place.level),
        ]);
    }
}
