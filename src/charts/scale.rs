//! Round numbers for axes and legends: 1, 2 or 5 times a power of ten.

/// The smallest round number that is not below `wanted`; 1 for what is not positive.
pub fn round_step(wanted: i64) -> i64 {
    let mut power = 1_i64;
    loop {
        for factor in [1, 2, 5] {
            match power.checked_mul(factor) {
                Some(step) if step >= wanted => return step,
                Some(_) => {}
                None => return i64::MAX,
            }
        }
        match power.checked_mul(10) {
            Some(next) => power = next,
            None => return i64::MAX,
        }
    }
}

/// The marks of an axis from zero to the first round mark not below `maximum`, about `count` steps; at least one step.
pub fn ticks(maximum: i64, count: i64) -> Vec<i64> {
    let maximum = maximum.max(1);
    let step = round_step(ceiling(maximum, count.max(1)));
    let steps = ceiling(maximum, step);
    (0..=steps).map(|n| n.saturating_mul(step)).collect()
}

fn ceiling(part: i64, whole: i64) -> i64 {
    part / whole + i64::from(part % whole != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_on_a_round_number_at_or_above_the_maximum() {
        assert_eq!(ticks(0, 5), [0, 1]);
        assert_eq!(ticks(7, 5), [0, 2, 4, 6, 8]);
        assert_eq!(ticks(100, 5), [0, 20, 40, 60, 80, 100]);
        assert_eq!(ticks(101, 5), [0, 50, 100, 150]);
    }

    #[test]
    fn the_largest_number_there_is_does_not_overflow() {
        assert_eq!(round_step(i64::MAX), i64::MAX);
        assert!(!ticks(i64::MAX, 5).is_empty());
    }
}
