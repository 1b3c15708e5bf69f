//! The exported SQL under other choices: each set of classification rules, the interest clock, parameters changed or
//! taken away, families of documents left out, files left out; over the sample and over the odd county.

use credit_atlas::export::sql::Dialect;
use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::report::policy::{
    DEFINITIONS, Parameter, ParameterChoices, Preset, PresetChoice,
};
use credit_atlas::report::{Date, Settings};

use crate::{Asking, everything, odd_county};

const LOANS: i64 = 12_000;

/// Parameters and what each is set to wherever the table has an entry; none takes the value away.
type Changes = &'static [(Parameter, Option<i64>)];

struct Variant {
    name: &'static str,
    changes: Changes,
    /// The shipped table that it starts from.
    preset: PresetChoice,
    /// The families of documents that apply instead of the preset's.
    presets: Option<&'static [Preset]>,
    /// The files that are not there.
    without: &'static [&'static str],
    /// Whether Spark runs it as well.
    on_spark: bool,
}

const fn variant(name: &'static str, changes: Changes) -> Variant {
    Variant {
        name,
        changes,
        preset: PresetChoice::AllByDate,
        presets: None,
        without: &[],
        on_spark: false,
    }
}

use Parameter as P;

const VARIANTS: [Variant; 14] = [
    variant("odd", &[]),
    variant(
        "odd_rural_cooperative",
        &[
            (P::ClassificationRule, Some(1)),
            (P::InterestArrearsCount, Some(0)),
            (P::TechnicalOverdueDays, Some(45)),
        ],
    ),
    variant(
        "odd_small_enterprise",
        &[
            (P::ClassificationRule, Some(2)),
            (P::RestructuredFloor, Some(1)),
            (P::NonPerformingStart, Some(1)),
        ],
    ),
    variant("odd_as_reported", &[(P::ClassificationRule, Some(3))]),
    Variant {
        on_spark: true,
        ..variant("odd_changed", CHANGED)
    },
    variant("odd_other_subsidy", OTHER_SUBSIDY),
    variant("odd_untold", UNTOLD),
    variant("odd_without_subsidy_terms", UNTOLD_SUBSIDY),
    Variant {
        presets: Some(&[Preset::LiftedOut2021]),
        ..variant("odd_of_2021", &[])
    },
    Variant {
        preset: PresetChoice::Dachuan2019,
        ..variant("odd_by_the_programme_of_2019", &[])
    },
    Variant {
        preset: PresetChoice::LiftedOut2021,
        on_spark: true,
        ..variant("odd_by_the_programme_of_2021", &[])
    },
    Variant {
        preset: PresetChoice::Assistance2026,
        ..variant("odd_by_the_programme_of_2026", &[])
    },
    Variant {
        without: &["roster.csv", "villages.csv", "reported.csv", "rates.csv"],
        ..variant("odd_without_roster", &[])
    },
    Variant {
        without: &["subsidy.csv", "gazetteer.csv", "fund.csv"],
        ..variant("odd_without_subsidy", &[])
    },
];

/// Another value for nearly everything that some check or sum asks.
const CHANGED: Changes = &[
    (P::SpecialMentionAfterDays, Some(10)),
    (P::SubstandardAfterDays, Some(60)),
    (P::DoubtfulAfterDays, Some(200)),
    (P::LossAfterDays, Some(300)),
    (P::TechnicalOverdueDays, Some(7)),
    (P::RestructuredFloor, Some(1)),
    (P::RestructuredObservationMonths, Some(6)),
    (P::DueSoonDays, Some(30)),
    (P::NonPerformingStart, Some(1)),
    (P::BufferLongestDays, Some(45)),
    (P::RenewalLastSigningDay, Some(18_900)),
    (P::MostRenewals, Some(0)),
    (P::MostExtensions, Some(2)),
    (P::RemovedHouseholds, Some(2)),
    (P::UnsupportedHouseholds, Some(1)),
    (P::EnterpriseUseIsSubsidised, Some(0)),
    (P::HouseholdLimit, Some(7_500_000)),
    (P::SubsidisedLimit, Some(4_000_000)),
    (P::LongestTermMonths, Some(24)),
    (P::RateCapKind, Some(1)),
    (P::UnregisteredMayBorrow, Some(1)),
    (P::YoungestAge, Some(20)),
    (P::OldestAge, Some(60)),
    (P::EnterpriseUseBannedFrom, Some(17_532)),
    (P::ClusterLoans, Some(2)),
    (P::SettlementsPerYear, Some(12)),
    (P::SettlementDayOfMonth, Some(31)),
    (P::InterestYearDays, Some(365)),
    (P::FirstDayBearsInterest, Some(0)),
    (P::LastDayBearsInterest, Some(1)),
    (P::SubsidyShare, Some(7_000)),
    (P::ExtensionIsSubsidised, Some(0)),
    (P::SubsidyTolerance, Some(0)),
    (P::GovernmentShare, Some(7_000)),
    (P::MostLeverage, Some(1)),
    (P::FundFloor, Some(9_000)),
    (P::FundPrescribedSize, Some(100_000_000_000)),
    (P::OverdueTalkLine, Some(5_000)),
    (P::AboveCountyBy, Some(10)),
    (P::PeakPercentOfMean, Some(11_000)),
];

const OTHER_SUBSIDY: Changes = &[
    (P::SubsidyRateIsCapped, Some(0)),
    (P::RemovedHouseholds, Some(1)),
    (P::UnsupportedHouseholds, Some(2)),
    (P::EnterpriseUseIsSubsidised, Some(1)),
    (P::SettlementsPerYear, Some(2)),
    (P::LastDayBearsInterest, Some(1)),
    (P::SubsidyTolerance, Some(50_000)),
    (P::SubsidisedLimit, Some(0)),
];

/// Everything that only the county can give, and has not.
const UNTOLD: Changes = &[
    (P::HouseholdLimit, None),
    (P::LongestTermMonths, None),
    (P::RateCapKind, None),
    (P::UnregisteredMayBorrow, None),
    (P::YoungestAge, None),
    (P::ClusterLoans, None),
    (P::RenewalLastSigningDay, None),
    (P::MostRenewals, None),
    (P::BufferLongestDays, None),
    (P::MostLeverage, None),
    (P::OverdueTalkLine, None),
    (P::LossAfterDays, None),
    (P::InterestArrearsCount, None),
    (P::ExtensionIsSubsidised, None),
    (P::SubsidyTolerance, None),
];

const UNTOLD_SUBSIDY: Changes = &[
    (P::SettlementDayOfMonth, None),
    (P::LastDayBearsInterest, None),
    (P::OldestAge, None),
    (P::MostExtensions, None),
];

fn settings(variant: &Variant) -> Settings {
    let mut parameters = ParameterChoices::default();
    parameters.choose(variant.preset);
    if let Some(families) = variant.presets {
        parameters.presets = families.to_vec();
    }
    for (parameter, value) in variant.changes {
        for entry in DEFINITIONS[*parameter as usize].entries {
            parameters.change(*parameter, entry.first_day(), *value);
        }
    }
    assert_eq!(parameters.first_unfit(), None, "{}", variant.name);
    Settings {
        parameters,
        ..Settings::default()
    }
}

fn odd_intake(without: &[&str]) -> Intake {
    let mut session = Session::new();
    for (name, text) in odd_county::files(LOANS) {
        if !without.contains(&name) {
            source::read(&mut session, name, text.as_bytes(), 1 << 20);
        }
    }
    session.finish()
}

#[test]
fn every_figure_is_the_reports_under_other_choices() {
    let wanted = std::env::var("CREDIT_ATLAS_VARIANT").ok();
    for variant in &VARIANTS {
        if wanted.as_deref().is_some_and(|name| name != variant.name) {
            continue;
        }
        let intake = odd_intake(variant.without);
        let as_of: Date = "2022-03-31".parse().expect("a day");
        let asking = Asking {
            name: variant.name,
            intake: &intake,
            as_of,
            settings: settings(variant),
        };
        let dialects: &[Dialect] = if variant.on_spark {
            &Dialect::ALL
        } else {
            &[Dialect::DuckDb]
        };
        asking.agree(dialects, everything());
    }
}
