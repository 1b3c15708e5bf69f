//! 合规检查: every check over every loan in one pass, and the checks of the county as a whole.

use crate::domain::{Fen, HouseholdId};
use crate::policy::book::{Book, Case};
use crate::policy::rules::{Decide, Hit, RULES, Rule};
use crate::policy::verdict::{Unknown, Verdict};

/// What one check says.
pub struct Checked {
    /// The check.
    pub rule: &'static Rule,
    /// What the files lack for it; then it was not made.
    pub lacks: Option<Unknown>,
    /// Rows of the loans caught, in the order of the files.
    pub rows: Vec<u32>,
    /// The amount of those caught, as the check counts it.
    pub amount: Fen,
    /// How many households they are.
    pub households: u64,
    /// How many loans could not be told for want of each thing, most first.
    pub undetermined: Vec<(Unknown, u64)>,
    /// Loans looked at and in order.
    pub clear: u64,
    /// Loans that the check does not ask.
    pub not_applicable: u64,
    /// By township, how many loans are caught and their amount.
    pub townships: Vec<(u64, Fen)>,
    /// What a check of the county as a whole says.
    pub hits: Vec<Hit>,
}

impl Checked {
    fn new(rule: &'static Rule, book: &Book<'_>) -> Checked {
        Checked {
            rule,
            lacks: rule.lacks(book),
            rows: Vec::new(),
            amount: Fen::ZERO,
            households: 0,
            undetermined: Vec::new(),
            clear: 0,
            not_applicable: 0,
            townships: Vec::new(),
            hits: Vec::new(),
        }
    }

    fn note(&mut self, case: &Case<'_>, verdict: Verdict) {
        match verdict {
            Verdict::NotApplicable => self.not_applicable += 1,
            Verdict::Clear => self.clear += 1,
            Verdict::Caught(_) => {
                self.rows.push(case.row() as u32);
                self.amount += (self.rule.amount)(case);
            }
            Verdict::Undetermined(unknown) => {
                let mut known = self.undetermined.iter_mut();
                match known.find(|(own, _)| *own == unknown) {
                    Some((_, count)) => *count += 1,
                    None => self.undetermined.push((unknown, 1)),
                }
            }
        }
    }

    /// What is told of the caught loans together, once all are known.
    fn close(&mut self, book: &Book<'_>) {
        self.undetermined
            .sort_by_key(|(unknown, count)| (std::cmp::Reverse(*count), *unknown));
        let places = &book.county().places;
        self.townships = vec![(0, Fen::ZERO); places.township_count()];
        let mut households: Vec<HouseholdId> = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let case = book.case(*row as usize);
            households.push(case.loan.household);
            let township = places.township_of(case.loan.village).0 as usize;
            if let Some((loans, amount)) = self.townships.get_mut(township) {
                *loans += 1;
                *amount += (self.rule.amount)(&case);
            }
        }
        households.sort_unstable();
        households.dedup();
        self.households = households.len() as u64;
    }
}

/// Makes every check, in the order of the register.
pub fn check_all(book: &Book<'_>) -> Vec<Checked> {
    let mut all: Vec<Checked> = RULES.iter().map(|rule| Checked::new(rule, book)).collect();
    let mut of_loans: Vec<(&mut Checked, LoanDecide)> = Vec::new();
    for checked in all.iter_mut().filter(|checked| checked.lacks.is_none()) {
        match checked.rule.decide {
            Decide::Loan(decide) => of_loans.push((checked, decide)),
            Decide::County(decide) => checked.hits = decide(book),
        }
    }
    book.each(|case| {
        for (checked, decide) in &mut of_loans {
            checked.note(&case, decide(&case));
        }
    });
    for (checked, _) in &mut of_loans {
        checked.close(book);
    }
    all
}

/// What a check says of one loan.
pub type LoanDecide = fn(&Case<'_>) -> Verdict;

/// How the check of that id decides on a loan; none where there is none, it is not of loans, or the files lack what it needs.
pub fn decide_of(book: &Book<'_>, id: &str) -> Option<LoanDecide> {
    let rule = RULES.iter().find(|rule| rule.id == id)?;
    match rule.decide {
        Decide::Loan(decide) if rule.lacks(book).is_none() => Some(decide),
        _ => None,
    }
}

/// Rows of the loans that one check catches, in the order of the files; none where it cannot be made or is not of loans.
pub fn caught_rows(book: &Book<'_>, rule: &Rule) -> Vec<u32> {
    let Decide::Loan(decide) = rule.decide else {
        return Vec::new();
    };
    if rule.lacks(book).is_some() {
        return Vec::new();
    }
    let caught = book.cases().filter(|case| decide(case).is_caught());
    caught.map(|case| case.row() as u32).collect()
}

/// What a check says of one loan; none where it is not of loans, or the files lack what it needs.
pub fn verdict_of(case: &Case<'_>, rule: &Rule) -> Option<Verdict> {
    match rule.decide {
        Decide::Loan(decide) if rule.lacks(case.book()).is_none() => Some(decide(case)),
        _ => None,
    }
}
