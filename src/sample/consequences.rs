//! What is not planted by itself but follows from the rest: buffers that have run out, subsidy above a household's limit.

use super::Planted;
use super::calendar::{AS_OF, QUARTER};
use super::loan::{Loan, Twist};
use super::world::World;

/// The ids of what is no irregularity laid on a loan of its own, and may stand beside one.
pub const NOT_PLANTED: [&str; 2] = ["A12-2", "A19-3"];

/// The days of a buffer.
const BUFFER_DAYS: i32 = 60;

/// All of it.
pub fn all(world: &World) -> Vec<Planted> {
    let all = 0..world.loans.len();
    vec![
        follows(
            world,
            NOT_PLANTED[0],
            "对 A03 各户上限以上部分贴息（非埋设，由 A03 得出）",
            "subsidy on what the households of A03 have above the limit (not planted, it follows from A03)",
            above_limit(world),
        ),
        follows(
            world,
            NOT_PLANTED[1],
            "缓冲期已超过60天，未见代偿申请（非埋设，由天数得出）",
            "more than 60 days of buffer and no application (not planted, it follows from the days)",
            all.filter(|index| has_run_out(&world.loans[*index]))
                .collect(),
        ),
    ]
}

fn follows(world: &World, id: &str, what_zh: &str, what_en: &str, loans: Vec<usize>) -> Planted {
    Planted {
        id: id.into(),
        what_zh: what_zh.into(),
        what_en: what_en.into(),
        count: loans.len(),
        loan_numbers: loans
            .iter()
            .map(|index| world.loan_number(*index))
            .collect(),
    }
}

/// Of each household with two loans above its limit the later one, where the subsidised quarter had begun before it ended.
fn above_limit(world: &World) -> Vec<usize> {
    let plants = world.plants.iter().filter(|plant| plant.id == "A03");
    plants
        .flat_map(|plant| plant.loans.chunks(2))
        .filter_map(|pair| {
            pair.iter()
                .copied()
                .max_by_key(|index| world.loans[*index].disbursed)
        })
        .filter(|index| world.loans[*index].disbursed < QUARTER.1)
        .collect()
}

/// Non-performing from the 91st day past due, which is also the first day of the buffer.
fn has_run_out(loan: &Loan) -> bool {
    let is_applied = loan.payout.is_some_and(|payout| payout.applied <= AS_OF);
    loan.days_overdue(AS_OF) > 91 + BUFFER_DAYS && !is_applied && loan.twist != Twist::BufferMissing
}
