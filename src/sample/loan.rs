//! One loan: who borrowed what, when, on which terms, and how it stood on a day.

use super::calendar::civil;

/// One loan and its whole history up to the later snapshot; amounts in whole yuan, dates as days.
#[derive(Clone)]
pub struct Loan {
    pub lender: u8,
    pub village: u32,
    pub household: u32,
    pub principal: u32,
    pub disbursed: i32,
    pub due: i32,
    /// The day an extension was signed and the new maturity.
    pub extension: Option<(i32, i32)>,
    /// How often it was renewed without repayment (无还本续贷).
    pub renewals: u8,
    /// Thousandths of a percent per year: 4.75 % is 4750.
    pub rate: u16,
    /// Index into `words::PURPOSES`.
    pub purpose: u8,
    /// Index into `words::GUARANTEES`.
    pub guarantee: u8,
    /// 0 none, else the number of the enterprise that uses the money.
    pub enterprise: u8,
    pub settled: Option<i32>,
    /// The day of a part repayment and what was left after it.
    pub part_repaid: Option<(i32, u32)>,
    pub payout: Option<Payout>,
    /// Indices into the word lists of 还款能力, 还款意愿 and 逾期原因; 0 is "not looked into".
    pub ability: u8,
    pub willingness: u8,
    pub cause: u8,
    pub collections: u8,
    pub twist: Twist,
}

/// What happened with the risk sharing of a loan.
#[derive(Clone, Copy)]
pub struct Payout {
    pub applied: i32,
    pub paid: Option<i32>,
    /// The government's share of the claim in percent.
    pub government_percent: u8,
}

/// What a planted irregularity changes in what the files say of the loan. `Plain` loans say the truth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Twist {
    Plain,
    /// Planted through the loan's own fields; kept so that no second plant is laid on the same loan.
    InFields,
    /// The borrower's age when the loan was paid out.
    Age(u8),
    HouseholdNotInRoster,
    VillageUnknown(u8),
    TownshipMisspelt,
    /// The bank's own class, 1 to 5.
    Class(u8),
    BalanceAbovePrincipal,
    SettledWithBalance(u32),
    BufferMissing,
    CollectionMissing,
    SubsidyTwice,
    SubsidyOverlap,
    SubsidyAfterDue,
    SubsidyWrong(i16),
    SubsidyMissing,
    RepeatedInFile,
    RepeatedAtLender(u8),
}

impl Loan {
    /// The year in which the borrower was born: of one household's loans always the same, 23 to 62 years before any.
    pub fn birth_year(&self) -> i32 {
        match self.twist {
            Twist::Age(age) => civil(self.disbursed).0 - i32::from(age),
            _ => 1957 + (self.household % 37) as i32,
        }
    }

    /// Maturity as it stood on a day: the extension counts once it is signed.
    pub fn effective_due(&self, as_of: i32) -> i32 {
        match self.extension {
            Some((signed, until)) if signed <= as_of => until,
            _ => self.due,
        }
    }

    /// Principal, but for the few loans planted otherwise.
    pub fn balance(&self, as_of: i32) -> u32 {
        match self.twist {
            Twist::BalanceAbovePrincipal => return self.principal + 5_000,
            Twist::SettledWithBalance(balance) if self.is_settled(as_of) => return balance,
            _ => {}
        }
        let paid_out = self
            .payout
            .and_then(|payout| payout.paid)
            .is_some_and(|paid| paid <= as_of);
        if self.is_settled(as_of) || paid_out {
            0
        } else {
            self.left_to_repay(as_of)
        }
    }

    /// What the borrower still owes, whether or not the bank has been paid out.
    pub fn left_to_repay(&self, as_of: i32) -> u32 {
        match self.part_repaid {
            Some((repaid, left)) if repaid <= as_of => left,
            _ => self.principal,
        }
    }

    pub fn is_settled(&self, as_of: i32) -> bool {
        self.settled.is_some_and(|settled| settled <= as_of)
    }

    /// Calendar days from the effective maturity, 0 where nothing is overdue.
    pub fn days_overdue(&self, as_of: i32) -> i32 {
        if self.is_settled(as_of) || self.balance(as_of) == 0 {
            0
        } else {
            (as_of - self.effective_due(as_of)).max(0)
        }
    }
}

/// Whether a lender's file can say that a loan was renewed or extended.
pub fn reports_renewals(lender: u8) -> bool {
    lender != 2
}

/// Whether a lender's file says what was found out of ability and will.
pub fn reports_abilities(lender: u8) -> bool {
    lender != 1
}

/// Whether a lender's file gives the year in which the borrower was born.
pub fn reports_births(lender: u8) -> bool {
    lender == 0
}

/// Whether a lender's file has the columns of risk sharing and collection.
pub fn reports_payouts(lender: u8) -> bool {
    lender != 3
}

/// Whether a lender's file says who really uses the money.
pub fn reports_enterprises(lender: u8) -> bool {
    lender != 1
}
