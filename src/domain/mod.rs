//! The vocabulary of the field: money, dates, places, households, loans. Imports nothing of ours; holds no floating point, no clock and no word that a person reads.

pub mod answer;
pub mod county;
pub mod date;
pub mod entries;
pub mod facts;
pub mod field;
pub mod gazetteer;
pub mod household;
pub mod key;
pub mod loan;
pub mod money;
pub mod place;
pub mod rate;
pub mod side_table;
pub mod subsidy;
pub mod symbol;

pub use answer::{Answer, Answered, Answers};
pub use county::County;
pub use date::{Date, Month, Weekday};
pub use entries::{Entries, Placed};
pub use facts::{Ability, Cause, FactWord, Facts, Guarantee, Product, RenewalKind, Willingness};
pub use field::{Field, FileKind};
pub use household::{HouseholdFacts, HouseholdId, Households, PovertyStatus};
pub use key::{Key, Keys};
pub use loan::{Loan, LoanStatus, Loans, RiskClass};
pub use money::Fen;
pub use place::{Places, TownshipId, VillageId};
pub use rate::AnnualRate;
pub use symbol::{Symbol, Symbols};
