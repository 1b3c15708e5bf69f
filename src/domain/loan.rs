//! Loans in columns: a million of them fit into a page's memory, and a rule reads one as a small value.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::facts::{Facts, RenewalKind};
use super::field::Field;
use super::household::HouseholdId;
use super::money::Fen;
use super::place::VillageId;
use super::rate::AnnualRate;
use super::symbol::{Symbol, Symbols};

/// 五级分类, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskClass {
    /// 正常
    Pass,
    /// 关注
    SpecialMention,
    /// 次级
    Substandard,
    /// 可疑
    Doubtful,
    /// 损失
    Loss,
}

impl RiskClass {
    /// All five, from best to worst.
    pub const ALL: [RiskClass; 5] = [
        RiskClass::Pass,
        RiskClass::SpecialMention,
        RiskClass::Substandard,
        RiskClass::Doubtful,
        RiskClass::Loss,
    ];

    /// 不良: substandard or worse (银监发〔2007〕63号 art. 4).
    pub fn is_non_performing(self) -> bool {
        self >= RiskClass::Substandard
    }
}

/// 贷款状态 as the lender reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LoanStatus {
    /// 未到期, 正常
    NotDue,
    /// 逾期
    Overdue,
    /// 已结清
    Settled,
    /// 已代偿
    PaidOut,
    /// 已核销
    WrittenOff,
}

/// One loan, as a rule reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loan {
    /// The household that owes it.
    pub household: HouseholdId,
    /// The village the loan file names.
    pub village: VillageId,
    /// The lender, a symbol of [`Loans::lenders`].
    pub lender: Symbol,
    /// 贷款金额
    pub disbursed_principal: Fen,
    /// 贷款余额
    pub outstanding_principal: Fen,
    /// 放款日期
    pub disbursement_date: Date,
    /// 到期日期 of the contract
    pub maturity_date: Date,
    /// 展期到期日, if there is one
    pub extended_maturity_date: Option<Date>,
    /// 结清日期, if the file gives it
    pub settlement_date: Option<Date>,
    /// 执行利率, if the file gives it
    pub annual_interest_rate: Option<AnnualRate>,
    /// 贷款用途, a symbol of [`Loans::purposes`]
    pub purpose: Option<Symbol>,
    /// 五级分类 as the lender reports it
    pub reported_class: Option<RiskClass>,
    /// 贷款状态 as the lender reports it
    pub status: Option<LoanStatus>,
}

impl Loan {
    /// The day the loan must be repaid: the extended one where it was extended.
    #[inline(always)]
    pub fn effective_maturity_date(&self) -> Date {
        match self.extended_maturity_date {
            Some(extended) => extended,
            None => self.maturity_date,
        }
    }

    /// Whether any principal is still owed.
    #[inline(always)]
    pub fn is_outstanding(&self) -> bool {
        self.outstanding_principal.is_positive()
    }
}

/// Where a loan stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file, by its place in the list of files.
    pub file: u32,
    /// The line the row begins on, from 1.
    pub line: u32,
    /// Byte at which the row begins.
    pub start: u32,
    /// Length of the row in bytes, without its line end.
    pub length: u32,
}

/// A column that some files lack: what it has is held as `i32`, what it has not as `i32::MIN`.
#[derive(Clone, Debug, Default)]
struct Sparse(Vec<i32>);

const ABSENT: i32 = i32::MIN;

impl Sparse {
    #[inline(always)]
    fn set(&mut self, row: usize, value: Option<i32>, room: usize) {
        if let Some(value) = value {
            if self.0.capacity() < room {
                self.0.reserve_exact(room - self.0.len());
            }
            if self.0.len() != row {
                self.0.resize(row, ABSENT);
            }
            self.0.push(value);
        }
    }

    #[inline(always)]
    fn get(&self, row: usize) -> Option<i32> {
        self.0.get(row).copied().filter(|&value| value != ABSENT)
    }
}

/// All loans, one row each, in columns. A loan's row is also the place of its number among the numbers.
#[derive(Clone, Debug, Default)]
pub struct Loans {
    numbers: Symbols,
    /// Names of the lenders, UTF-8.
    pub lenders: Symbols,
    /// Words of purpose, UTF-8.
    pub purposes: Symbols,
    /// What only some files say of their loans; its rows are those of the loans.
    pub facts: Facts,
    household: Vec<HouseholdId>,
    village: Vec<VillageId>,
    lender: Vec<Symbol>,
    disbursed_principal: Vec<Fen>,
    outstanding_principal: Vec<Fen>,
    disbursement_date: Vec<Date>,
    maturity_date: Vec<Date>,
    extended_maturity_date: Sparse,
    settlement_date: Sparse,
    annual_interest_rate: Sparse,
    purpose: Sparse,
    reported_class: Vec<Option<RiskClass>>,
    status: Vec<Option<LoanStatus>>,
    line: Vec<u32>,
    start: Vec<u32>,
    length: Vec<u16>,
    /// First row and file, for each file that has rows.
    files: Vec<(u32, u32)>,
}

/// The longest row whose place is kept to the byte; a longer one is read again from its start.
const LONGEST_ROW: u32 = u16::MAX as u32;

impl Loans {
    /// Makes room for `count` loans whose numbers have `bytes` bytes in all.
    pub fn reserve(&mut self, count: usize, bytes: usize) {
        self.numbers.reserve(count, bytes);
        self.household.reserve_exact(count);
        self.village.reserve_exact(count);
        self.lender.reserve_exact(count);
        self.disbursed_principal.reserve_exact(count);
        self.outstanding_principal.reserve_exact(count);
        self.disbursement_date.reserve_exact(count);
        self.maturity_date.reserve_exact(count);
        self.line.reserve_exact(count);
        self.start.reserve_exact(count);
        self.length.reserve_exact(count);
    }

    /// Brings near what entering numbers of these hashes will read; see [`Symbols::bring_near`].
    pub fn bring_near(&self, hashes: impl Iterator<Item = u32> + Clone) -> u64 {
        self.numbers.bring_near(hashes)
    }

    /// Enters a loan number; the row of the loan that has it already, if there is one.
    /// After `Ok` the loan itself must be entered by [`Loans::push`].
    #[inline(always)]
    pub fn enter_number(&mut self, number: &[u8], hash: u32) -> Result<(), usize> {
        match self.numbers.intern_hashed(number, hash) {
            (_, true) => Ok(()),
            (symbol, false) => Err(symbol.0 as usize),
        }
    }

    /// Enters the loan whose number was entered last.
    #[inline(always)]
    pub fn push(&mut self, loan: &Loan, source: Source) {
        let row = self.household.len();
        let room = self.household.capacity();
        if self
            .files
            .last()
            .is_none_or(|&(_, file)| file != source.file)
        {
            self.files.push((row as u32, source.file));
        }
        self.household.push(loan.household);
        self.village.push(loan.village);
        self.lender.push(loan.lender);
        self.disbursed_principal.push(loan.disbursed_principal);
        self.outstanding_principal.push(loan.outstanding_principal);
        self.disbursement_date.push(loan.disbursement_date);
        self.maturity_date.push(loan.maturity_date);
        self.extended_maturity_date
            .set(row, loan.extended_maturity_date.map(Date::days), room);
        self.settlement_date
            .set(row, loan.settlement_date.map(Date::days), room);
        self.annual_interest_rate
            .set(row, loan.annual_interest_rate.map(|rate| rate.0), room);
        self.purpose
            .set(row, loan.purpose.map(|symbol| symbol.0 as i32), room);
        if loan.reported_class.is_some() {
            self.reported_class.resize(row, None);
            self.reported_class.push(loan.reported_class);
        }
        if loan.status.is_some() {
            self.status.resize(row, None);
            self.status.push(loan.status);
        }
        self.line.push(source.line);
        self.start.push(source.start);
        self.length.push(source.length.min(LONGEST_ROW) as u16);
    }

    /// Enters what its file says beyond that of the loan entered last: places among the facts, and values.
    #[inline(always)]
    pub fn push_facts(&mut self, values: &[(usize, i64)]) {
        let room = self.household.capacity();
        if let Some(row) = self.household.len().checked_sub(1) {
            for &(column, value) in values {
                self.facts.set(column, row, value, room);
            }
        }
    }

    /// How a loan came to go on beyond its first term: by the column 续贷展期, else by 是否展期 and 是否续贷.
    /// That it did not is known only where both of these say so.
    pub fn renewal_kind(&self, row: usize) -> Option<RenewalKind> {
        if let Some(kind) = self.facts.word::<RenewalKind>(row) {
            return Some(kind);
        }
        let flags = [Field::Extended, Field::Renewed].map(|field| self.facts.flag(field, row));
        match flags {
            [Some(true), _] => Some(RenewalKind::Extension),
            [_, Some(true)] => Some(RenewalKind::Renewal),
            [Some(false), Some(false)] => Some(RenewalKind::None),
            _ => None,
        }
    }

    /// How many loans there are.
    pub fn len(&self) -> usize {
        self.household.len()
    }

    /// Whether there is no loan.
    pub fn is_empty(&self) -> bool {
        self.household.is_empty()
    }

    /// The loan of a row. Always inlined: what a rule does not look at is then not read.
    #[inline(always)]
    pub fn loan(&self, row: usize) -> Loan {
        Loan {
            household: self.household[row],
            village: self.village[row],
            lender: self.lender[row],
            disbursed_principal: self.disbursed_principal[row],
            outstanding_principal: self.outstanding_principal[row],
            disbursement_date: self.disbursement_date[row],
            maturity_date: self.maturity_date[row],
            extended_maturity_date: self.extended_maturity_date.get(row).map(Date::from_days),
            settlement_date: self.settlement_date.get(row).map(Date::from_days),
            annual_interest_rate: self.annual_interest_rate.get(row).map(AnnualRate),
            purpose: self.purpose.get(row).map(|symbol| Symbol(symbol as u32)),
            reported_class: self.reported_class.get(row).copied().flatten(),
            status: self.status.get(row).copied().flatten(),
        }
    }

    /// The rows in blocks of some thousands. A browser runs a function as it was first compiled, in haste, until it
    /// returns: what is called block by block is soon the well compiled one.
    pub fn blocks(&self) -> impl Iterator<Item = Range<usize>> + use<> {
        const ROWS: usize = 4096;
        let count = self.len();
        (0..count)
            .step_by(ROWS)
            .map(move |from| from..(from + ROWS).min(count))
    }

    /// The loans, row by row.
    pub fn iter(&self) -> impl Iterator<Item = Loan> + '_ {
        (0..self.len()).map(|row| self.loan(row))
    }

    /// The household of each loan, row by row.
    pub fn households(&self) -> &[HouseholdId] {
        &self.household
    }

    /// The village of each loan, row by row.
    pub fn villages(&self) -> &[VillageId] {
        &self.village
    }

    /// Moves every loan to the household that stands at its household's place.
    pub fn move_households(&mut self, to: &[HouseholdId]) {
        for household in &mut self.household {
            *household = to[household.0 as usize];
        }
    }

    /// Moves every loan to the village that stands at its village's place.
    pub fn move_villages(&mut self, to: &[VillageId]) {
        for village in &mut self.village {
            *village = to[village.0 as usize];
        }
    }

    /// The day of disbursement of each loan, row by row.
    pub fn disbursement_dates(&self) -> &[Date] {
        &self.disbursement_date
    }

    /// The files that have rows, each with its rows, in the order of the rows.
    pub fn rows_of_files(&self) -> impl Iterator<Item = (u32, Range<usize>)> + '_ {
        let ends = self.files.iter().skip(1).map(|&(first, _)| first as usize);
        let ends = ends.chain([self.len()]);
        let files = self.files.iter().zip(ends);
        files.map(|(&(first, file), end)| (file, first as usize..end))
    }

    /// The row of the loan that has a number.
    pub fn find_number(&self, number: &[u8]) -> Option<u32> {
        self.numbers.find(number).map(|symbol| symbol.0)
    }

    /// A loan's number as the file has it.
    pub fn number(&self, row: usize) -> String {
        self.numbers.text(Symbol(row as u32)).into_owned()
    }

    /// Where a loan stands in its file.
    pub fn source(&self, row: usize) -> Source {
        let at = self
            .files
            .partition_point(|&(first, _)| first as usize <= row);
        Source {
            file: self.files[at - 1].1,
            line: self.line[row],
            start: self.start[row],
            length: u32::from(self.length[row]),
        }
    }
}
