//! Everything that the rules look at for one day: the county, the table of parameters, and what is looked up again and
//! again, found once. A rule gets a [`Case`]: one loan in it.

mod clusters;
mod gathered;
mod given;
mod index;
mod known_places;
mod same_day;
mod together;

use std::ops::Range;

use crate::domain::{
    AnnualRate, County, Date, FactWord, Fen, Field, HouseholdFacts, HouseholdId, Loan, RenewalKind,
    Symbol, facts::Values, subsidy::SubsidyPayment,
};

use super::assumption::Assumption;
use super::classification::{Arrears, Classifier};
use super::parameters::{Parameter, Rulebook};
use super::subsidy::against_paid::Coverage;

use gathered::Gathered;
pub use gathered::{Excess, Known, VILLAGE_ENDINGS};
use index::Index;

/// The county on a day, under a table of parameters.
pub struct Book<'c> {
    county: &'c County,
    as_of: Date,
    /// What is assumed of the loans instead of what the files say; none for the county as it is.
    assumption: Option<&'c Assumption>,
    rulebook: &'c Rulebook,
    classifier: Classifier<'c>,
    /// By meaning, the columns that some loan file has beside what every loan has.
    columns: Vec<Values<'c>>,
    /// Rows of loans by household.
    of_household: Index,
    /// Places of subsidy payments by loan's row.
    payments: Index,
    /// What only all loans together can tell, once a rule asks.
    gathered: Gathered,
    /// The days that the subsidy tables are about.
    coverage: Coverage,
}

impl<'c> Book<'c> {
    /// A book of what was read.
    pub fn new(county: &'c County, as_of: Date, rulebook: &'c Rulebook) -> Book<'c> {
        let facts = &county.loans.facts;
        let mut columns = Vec::new();
        for field in facts.fields() {
            let at = field as usize;
            if columns.len() <= at {
                columns.resize(at + 1, Values::default());
            }
            columns[at] = facts.values(field);
        }
        let households = county.loans.households().iter().map(|id| Some(id.0));
        let payments = payments(county);
        let with_payments = if payments.is_empty() {
            0
        } else {
            county.loans.len()
        };
        Book {
            county,
            as_of,
            assumption: None,
            rulebook,
            classifier: Classifier::new(county, as_of, rulebook),
            columns,
            of_household: Index::of(county.households.len(), households),
            payments: Index::of(with_payments, payments.into_iter()),
            gathered: Gathered::default(),
            coverage: Coverage::of(county.subsidies.payments()),
        }
    }

    /// A book of the loans as they are assumed to be.
    pub fn assuming(
        county: &'c County,
        assumption: &'c Assumption,
        rulebook: &'c Rulebook,
    ) -> Book<'c> {
        Book {
            assumption: Some(assumption).filter(|own| own.changes_loans()),
            ..Book::new(county, assumption.as_of(), rulebook)
        }
    }

    /// What was read.
    pub fn county(&self) -> &'c County {
        self.county
    }

    /// 统计时点
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The table of parameters.
    pub fn rulebook(&self) -> &'c Rulebook {
        self.rulebook
    }

    /// What classifies the loans.
    pub fn classifier(&self) -> &Classifier<'c> {
        &self.classifier
    }

    /// The days for which some subsidy was paid on some loan.
    pub fn subsidy_coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// How many loans there are.
    pub fn len(&self) -> usize {
        self.county.loans.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.county.loans.is_empty()
    }

    /// A loan by its row. Always inlined: what is not looked at is then not read.
    #[inline(always)]
    pub fn case(&self, row: usize) -> Case<'_> {
        Case {
            book: self,
            row,
            loan: match self.assumption {
                None => self.county.loans.loan(row),
                Some(assumption) => assumption.loan(self.county, row),
            },
        }
    }

    /// Every loan, row by row.
    pub fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        (0..self.len()).map(|row| self.case(row))
    }

    /// Looks at every loan, row by row and block by block; see [`crate::domain::Loans::blocks`].
    #[inline(always)]
    pub fn each(&self, mut look: impl FnMut(Case<'_>)) {
        for rows in self.county.loans.blocks() {
            self.look_at(rows, &mut look);
        }
    }

    #[inline(never)]
    fn look_at(&self, rows: Range<usize>, look: &mut impl FnMut(Case<'_>)) {
        for row in rows {
            look(self.case(row));
        }
    }

    /// Whether some loan file has that column beside what every loan has.
    pub fn has_column(&self, field: Field) -> bool {
        self.county.loan_fields.contains(&field)
    }

    /// The value of a parameter on the day of the report, for what is not of one loan.
    pub fn parameter(&self, parameter: Parameter) -> Option<i64> {
        self.rulebook.value(parameter, self.as_of)
    }

    /// Rows of a household's loans, in the order of the files.
    pub fn rows_of(&self, household: HouseholdId) -> &[u32] {
        self.of_household.of_group(household.0)
    }
}

/// Of each payment the row of its loan, if there is such a loan.
fn payments(county: &County) -> Vec<Option<u32>> {
    let subsidies = &county.subsidies;
    if subsidies.payments().is_empty() {
        return Vec::new();
    }
    let row_of_number: Vec<Option<u32>> = (0..subsidies.loan_numbers.len() as u32)
        .map(|at| {
            county
                .loans
                .find_number(subsidies.loan_numbers.bytes(Symbol(at)))
        })
        .collect();
    let payments = subsidies.payments().iter();
    payments
        .map(|payment| row_of_number[payment.loan_number.0 as usize])
        .collect()
}

/// One loan, with all that a rule may ask about it.
#[derive(Clone, Copy)]
pub struct Case<'b> {
    book: &'b Book<'b>,
    row: usize,
    /// The loan.
    pub loan: Loan,
}

impl<'b> Case<'b> {
    /// The book it stands in.
    pub fn book(&self) -> &'b Book<'b> {
        self.book
    }

    /// Its row in the whole register.
    pub fn row(&self) -> usize {
        self.row
    }

    /// 统计时点
    pub fn as_of(&self) -> Date {
        self.book.as_of
    }

    /// The value of a parameter in force on the loan's 放款日期; none where it is an input that was not given.
    #[inline]
    pub fn parameter(&self, parameter: Parameter) -> Option<i64> {
        self.book
            .rulebook
            .value(parameter, self.loan.disbursement_date)
    }

    /// The cell of a column as it is kept; none where the file did not say.
    #[inline]
    fn value(&self, field: Field) -> Option<i64> {
        self.book.columns.get(field as usize)?.get(self.row)
    }

    /// An amount that some files give.
    pub fn money(&self, field: Field) -> Option<Fen> {
        self.value(field).map(Fen)
    }

    /// A day that some files give.
    pub fn day(&self, field: Field) -> Option<Date> {
        let days = i32::try_from(self.value(field)?).ok()?;
        Some(Date::from_days(days))
    }

    /// A number that some files give.
    pub fn count(&self, field: Field) -> Option<u64> {
        u64::try_from(self.value(field)?).ok()
    }

    /// A yearly rate that some files give.
    pub fn rate(&self, field: Field) -> Option<AnnualRate> {
        i32::try_from(self.value(field)?).ok().map(AnnualRate)
    }

    /// 是 or 否 that some files give.
    pub fn flag(&self, field: Field) -> Option<bool> {
        self.value(field).map(|value| value != 0)
    }

    /// A word that some files give.
    pub fn word<W: FactWord>(&self) -> Option<W> {
        let code = usize::try_from(self.value(W::FIELD)?).ok()?;
        W::ALL.get(code).copied()
    }

    /// A text that some files give.
    pub fn text(&self, field: Field) -> Option<&'b str> {
        self.book.county.loans.facts.text(field, self.row)
    }

    /// 贷款用途 as the file writes it.
    pub fn purpose(&self) -> Option<&'b str> {
        let purposes = &self.book.county.loans.purposes;
        std::str::from_utf8(purposes.bytes(self.loan.purpose?)).ok()
    }

    /// Whether the loan names the enterprise that uses it.
    pub fn names_enterprise(&self) -> bool {
        let name = self.text(Field::EnterpriseCode);
        name.is_some_and(|name| !name.is_empty())
    }

    /// 户贷企用: whether an enterprise uses the loan, flagged so or named; none where the file does not say.
    pub fn is_used_by_enterprise(&self) -> Option<bool> {
        match self.flag(Field::EnterpriseUse) {
            Some(false) | None if self.names_enterprise() => Some(true),
            flag => flag,
        }
    }

    /// How far the loan is in arrears, and its class; none without a balance.
    pub fn arrears(&self) -> Option<Arrears> {
        self.book.classifier.arrears(self.row, &self.loan)
    }

    /// What the rosters say of the household; none where the household is in no roster.
    pub fn household_facts(&self) -> Option<HouseholdFacts> {
        let households = &self.book.county.households;
        let household = self.loan.household;
        households
            .is_in_roster(household)
            .then(|| households.facts(household))
    }

    /// How the loan came to go on beyond its first term; see [`crate::domain::Loans::renewal_kind`].
    pub fn renewal_kind(&self) -> Option<RenewalKind> {
        if let Some(kind) = self.word::<RenewalKind>() {
            return Some(kind);
        }
        match [Field::Extended, Field::Renewed].map(|field| self.flag(field)) {
            [Some(true), _] => Some(RenewalKind::Extension),
            [_, Some(true)] => Some(RenewalKind::Renewal),
            [Some(false), Some(false)] => Some(RenewalKind::None),
            _ => None,
        }
    }

    /// The row of the loan that this one renewed, where the files have it.
    pub fn renewed_row(&self) -> Option<usize> {
        let number = self.text(Field::RenewedFrom)?;
        let row = self.book.county.loans.find_number(number.as_bytes())?;
        Some(row as usize)
    }

    /// The household's loans, this one among them, in the order of the files.
    pub fn household_loans(&self) -> impl Iterator<Item = Case<'b>> + use<'b> {
        let book = self.book;
        let rows = book.rows_of(self.loan.household).iter();
        rows.map(move |&row| book.case(row as usize))
    }

    /// How many loans the household has, this one among them.
    pub fn household_loan_count(&self) -> usize {
        self.book.rows_of(self.loan.household).len()
    }

    /// The subsidies paid on the loan, in the order of the files.
    pub fn payments(&self) -> impl Iterator<Item = &'b SubsidyPayment> + use<'b> {
        let all = self.book.county.subsidies.payments();
        let places = self.book.payments.of_group(self.row as u32).iter();
        places.map(move |&at| &all[at as usize])
    }
}
