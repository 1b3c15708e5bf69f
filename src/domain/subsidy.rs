//! 贴息: interest subsidies paid, one for each loan and period, joined to the loans by loan number.

use super::date::Date;
use super::money::Fen;
use super::symbol::{Symbol, Symbols};

/// One payment of interest subsidy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SubsidyPayment {
    /// 借据号, a symbol of [`Subsidies::loan_numbers`].
    pub loan_number: Symbol,
    /// 计息起日, the first day that bears interest.
    pub period_start: Date,
    /// 计息止日.
    pub period_end: Date,
    /// 计息天数 as the file gives them.
    pub days: Option<u32>,
    /// 贴息金额
    pub amount: Fen,
    /// 资金来源, a symbol of [`Subsidies::sources`].
    pub source: Option<Symbol>,
    /// The file, by its place in the list of files.
    pub file: u32,
    /// The line the row begins on, from 1.
    pub line: u32,
}

impl SubsidyPayment {
    /// Whether both rows say the same, wherever they stand.
    pub fn says_the_same(&self, other: &SubsidyPayment) -> bool {
        *self
            == SubsidyPayment {
                file: self.file,
                line: self.line,
                ..*other
            }
    }
}

/// All payments in the order in which they were read. One loan may have the same period twice: that is for a rule to find.
#[derive(Clone, Debug, Default)]
pub struct Subsidies {
    /// Loan numbers as the subsidy files have them, UTF-8, each held once.
    pub loan_numbers: Symbols,
    /// Words for the source of the money, UTF-8.
    pub sources: Symbols,
    payments: Vec<SubsidyPayment>,
}

impl Subsidies {
    /// Makes room for `count` more payments.
    pub fn reserve(&mut self, count: usize) {
        self.payments.reserve_exact(count);
    }

    /// Enters a payment.
    #[inline(always)]
    pub fn push(&mut self, payment: SubsidyPayment) {
        self.payments.push(payment);
    }

    /// The payments in the order in which they were read.
    pub fn payments(&self) -> &[SubsidyPayment] {
        &self.payments
    }

    /// Takes the payments of a file out again if another file before it has the very same, row by row; that file.
    pub fn withdraw_copy(&mut self, file: u32) -> Option<u32> {
        let start = self
            .payments
            .iter()
            .position(|payment| payment.file == file)?;
        let (before, own) = self.payments.split_at(start);
        let first = before
            .chunk_by(|a, b| a.file == b.file)
            .find(|other| {
                let pairs = || other.iter().zip(own);
                other.len() == own.len() && pairs().all(|(a, b)| a.says_the_same(b))
            })?
            .first()?
            .file;
        self.payments.truncate(start);
        Some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payment(subsidies: &mut Subsidies, number: &str, fen: i64, file: u32, line: u32) {
        let (loan_number, _) = subsidies.loan_numbers.intern(number.as_bytes());
        subsidies.push(SubsidyPayment {
            loan_number,
            period_start: Date::from_days(18_000),
            period_end: Date::from_days(18_090),
            days: Some(90),
            amount: Fen(fen),
            source: None,
            file,
            line,
        });
    }

    #[test]
    fn a_file_that_says_row_by_row_what_another_said_is_taken_out_again() {
        let mut subsidies = Subsidies::default();
        for (file, amounts) in [(0, [1, 2]), (1, [1, 3]), (2, [1, 2])] {
            for (line, fen) in amounts.into_iter().enumerate() {
                payment(&mut subsidies, "A", fen, file, line as u32 + 2);
            }
            let first = subsidies.withdraw_copy(file);
            assert_eq!(first, (file == 2).then_some(0));
        }
        assert_eq!(subsidies.payments().len(), 4);
        assert_eq!(subsidies.loan_numbers.len(), 1);
    }
}
