//! 风险补偿: the claim of every loan and the split of what was recovered, and by lender the fund, the stop lines and the
//! rates in their readings.

use std::path::Path;

use credit_atlas::policy::book::{Book, Case};
use credit_atlas::policy::compensation::{Claim, PaidOut, is_ready, recovery, split_of};
use credit_atlas::report::PolicyReport;
use credit_atlas::report::policy::compensation::CompensationFigures;
use serde_json::{json, to_value};

use crate::answers::{Row, of_report, of_view, same};
use crate::dispositions::lacks;

/// The views whose answers are compared.
pub const VIEWS: [&str; 5] = [
    "loan_claims",
    "loan_payouts",
    "claims_lacking",
    "compensation",
    "fund_floor",
];

/// Whether an engine's answers are the report's, and its claims the book's.
pub fn agree(engine: &str, out: &Path, said: &PolicyReport, book: &Book<'_>) {
    let compare = |view: &str, ours: Vec<Row>| same(view, engine, of_view(out, view), ours);
    let report = &said.compensation;
    compare("loan_claims", book.cases().filter_map(claim).collect());
    compare("loan_payouts", book.cases().map(payout).collect());
    let missing = report.lacking.iter();
    let missing = missing
        .map(|(unknown, loans)| of_report(&json!({"lacks": lacks(unknown), "loans": loans})));
    compare("claims_lacking", missing.collect());
    let of = |kind: &str, lender: &str, figures: &CompensationFigures| {
        let mut value = to_value(figures).expect("JSON");
        value["group_kind"] = json!(kind);
        value["lender"] = json!(lender);
        of_report(&value)
    };
    let lenders = report.lenders.iter();
    let lenders = lenders.map(|row| of("lender", &row.lender, &row.figures));
    let total = of("total", "", &report.total);
    compare("compensation", lenders.chain([total]).collect());
    let floor = json!({
        "fund_balance": report.total.fund.balance,
        "prescribed_size": report.prescribed_size,
        "is_fund_below_floor": report.is_fund_below_floor,
    });
    compare("fund_floor", vec![of_report(&floor)]);
}

fn claim(case: Case<'_>) -> Option<Row> {
    let claim = Claim::of(&case)?;
    let net = claim.net();
    let split = net.and_then(|net| split_of(&case, net));
    Some(of_report(&json!({
        "loan_number": case.book().county().loans.number(case.row()),
        "is_ready": is_ready(&case),
        "claim_principal": claim.principal.ok(),
        "claim_interest": claim.interest.ok(),
        "claimed": net.ok(),
        "government_part": split.ok().map(|split| split.government),
        "lender_part": split.ok().map(|split| split.lender),
        "lacks": split.err().as_ref().map(lacks),
    })))
}

fn payout(case: Case<'_>) -> Row {
    let payout = PaidOut::of(&case);
    let recovered = recovery::of(&case).ok().flatten();
    let [first, pro_rata] = [0, 1].map(|at| recovered.map(|split| split[at]));
    of_report(&json!({
        "loan_number": case.book().county().loans.number(case.row()),
        "is_paid_out": payout.is_some(),
        "costs": first.map(|split| split.costs),
        "lender_first": first.map(|split| split.lender),
        "fund_after_lender": first.map(|split| split.fund),
        "lender_pro_rata": pro_rata.map(|split| split.lender),
        "fund_pro_rata": pro_rata.map(|split| split.fund),
    }))
}
