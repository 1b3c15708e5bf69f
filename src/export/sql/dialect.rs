//! What the engines say differently: arithmetic of days, whole quotients, how a table is kept.

use serde::{Deserialize, Serialize};

/// An engine's own SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dialect {
    /// Spark SQL, 3.3 and later.
    Spark,
    /// DuckDB, 1.0 and later.
    DuckDb,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Dialect; 2] = [Dialect::Spark, Dialect::DuckDb];

    /// Its name in commands and in the names of files.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::Spark => "spark",
            Dialect::DuckDb => "duckdb",
        }
    }

    /// The dialect of a name.
    pub fn of_name(name: &str) -> Option<Dialect> {
        Dialect::ALL
            .into_iter()
            .find(|dialect| dialect.name() == name)
    }

    /// Calendar days from one day to another; negative where the other comes first.
    pub(super) fn days(self, from: &str, to: &str) -> String {
        match self {
            Dialect::Spark => format!("datediff({to}, {from})"),
            Dialect::DuckDb => format!("date_diff('day', {from}, {to})"),
        }
    }

    /// The day so many days later.
    pub(super) fn plus_days(self, day: &str, days: &str) -> String {
        match self {
            Dialect::Spark => format!("date_add({day}, cast({days} as int))"),
            Dialect::DuckDb => format!("({day} + cast({days} as int))"),
        }
    }

    /// The same day so many months later, or the last of a shorter month.
    pub(super) fn plus_months(self, day: &str, months: &str) -> String {
        match self {
            Dialect::Spark => format!("add_months({day}, cast({months} as int))"),
            Dialect::DuckDb => format!("cast({day} + to_months(cast({months} as int)) as date)"),
        }
    }

    /// The whole part of a quotient of numbers that are not below zero.
    pub(super) fn quotient(self, part: &str, whole: &str) -> String {
        match self {
            Dialect::Spark => format!("(({part}) div ({whole}))"),
            Dialect::DuckDb => format!("(({part}) // ({whole}))"),
        }
    }

    /// A whole number that 64 bits may not hold.
    pub(super) fn wide(self, number: &str) -> String {
        match self {
            Dialect::Spark => format!("cast({number} as decimal(38, 0))"),
            Dialect::DuckDb => format!("cast({number} as hugeint)"),
        }
    }

    /// What follows the columns of a table.
    pub(super) fn kept(self) -> &'static str {
        match self {
            Dialect::Spark => " using parquet",
            Dialect::DuckDb => "",
        }
    }
}
