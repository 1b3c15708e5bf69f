//! The rates that cap a loan's rate: the central bank's benchmark and the loan prime rate, as they changed.
//! A county's own rate table, dropped in, goes before these.

use super::{Certainty, Ymd};
use crate::domain::side_table::RateKind;

/// Rates in force from a day on, in ten-thousandths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatePoint {
    /// The first day in force.
    pub from: Ymd,
    /// For terms of at most a year.
    pub one_year: i32,
    /// For longer ones: one to five years of the benchmark, above five years of the prime rate.
    pub longer: i32,
    /// How sure it is.
    pub certainty: Certainty,
}

/// The changes of one sort of rate.
#[derive(Clone, Copy, Debug)]
pub struct RateSeries {
    /// Which sort.
    pub kind: RateKind,
    /// Who publishes it.
    pub source: &'static str,
    /// Its changes, in order of time.
    pub points: &'static [RatePoint],
}

const fn point(from: Ymd, one_year: i32, longer: i32, certainty: Certainty) -> RatePoint {
    RatePoint {
        from,
        one_year,
        longer,
        certainty,
    }
}

use Certainty::{Confirmed, ToBeConfirmed};

/// Both sorts. Where only a value and not its first day was seen, the point is 待核实.
pub const RATE_SERIES: [RateSeries; 2] = [
    RateSeries {
        kind: RateKind::Benchmark,
        source: "中国人民银行金融机构人民币贷款基准利率（1年以内、1至5年）",
        points: &[point((2015, 10, 24), 43_500, 47_500, ToBeConfirmed)],
    },
    RateSeries {
        kind: RateKind::LoanPrimeRate,
        source: "全国银行间同业拆借中心公布的贷款市场报价利率（1年期、5年期以上）",
        points: &[
            point((2019, 8, 20), 42_500, 48_500, ToBeConfirmed),
            point((2019, 9, 20), 42_000, 48_500, ToBeConfirmed),
            point((2019, 11, 20), 41_500, 48_000, ToBeConfirmed),
            point((2020, 2, 20), 40_500, 47_500, ToBeConfirmed),
            point((2020, 4, 20), 38_500, 46_500, ToBeConfirmed),
            point((2021, 12, 20), 38_000, 46_500, Confirmed),
            point((2022, 1, 20), 37_000, 46_000, ToBeConfirmed),
            point((2022, 5, 20), 37_000, 44_500, Confirmed),
            point((2022, 8, 22), 36_500, 43_000, Confirmed),
            point((2023, 6, 20), 35_500, 42_000, ToBeConfirmed),
            point((2023, 8, 21), 34_500, 42_000, ToBeConfirmed),
            point((2024, 2, 20), 34_500, 39_500, ToBeConfirmed),
            point((2024, 7, 22), 33_500, 38_500, Confirmed),
            point((2024, 10, 21), 31_000, 36_000, ToBeConfirmed),
            point((2025, 5, 20), 30_000, 35_000, Confirmed),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_points_of_each_series_stand_in_order_of_time() {
        for series in RATE_SERIES {
            assert!(series.points.is_sorted_by(|a, b| a.from < b.from));
        }
    }
}
