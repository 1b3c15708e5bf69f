//! Where what falls due is heaped: the parts of a year above a stated multiple of their mean, and the fewest that hold half of it.

/// Which of some amounts lie above so many hundredths of a percent of their mean.
pub fn peaks(amounts: &[i128], percent_of_mean: i64) -> Vec<bool> {
    let all: i128 = amounts.iter().sum();
    let (count, percent) = (amounts.len() as i128, i128::from(percent_of_mean));
    // Compared exactly: amount × count × 10,000 against sum × hundredths.
    let is_above = |amount: &i128| amount * count * 10_000 > all * percent;
    amounts.iter().map(is_above).collect()
}

/// The places of the fewest amounts that hold at least half of the sum, in order; of equal ones the earlier.
/// None where there is nothing to hold.
pub fn smallest_half(amounts: &[i128]) -> Vec<usize> {
    let all: i128 = amounts.iter().sum();
    let mut places: Vec<usize> = (0..amounts.len()).collect();
    places.sort_by_key(|&at| (std::cmp::Reverse(amounts[at]), at));
    let mut held = 0;
    let is_needed = |at: &usize| {
        let is_needed = held * 2 < all;
        held += amounts[*at];
        is_needed
    };
    let mut half: Vec<usize> = places.into_iter().take_while(is_needed).collect();
    half.sort_unstable();
    half
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_peak_is_above_the_multiple_of_the_mean_and_not_at_it() {
        // The mean of twelve is 10: 15 is no peak at 150 %, 16 is one.
        let amounts = [15, 16, 89, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let marked = peaks(&amounts, 15_000);
        assert_eq!(&marked[..4], &[false, true, true, false]);
        assert_eq!(peaks(&amounts, 89_000), [false; 12]);
        assert!(peaks(&[], 15_000).is_empty());
    }

    #[test]
    fn the_smallest_set_holds_half_and_of_equals_the_earlier_are_taken() {
        assert_eq!(smallest_half(&[1, 5, 2, 2]), [1]);
        assert_eq!(smallest_half(&[4, 3, 4, 3]), [0, 2]);
        assert_eq!(smallest_half(&[1, 1, 1, 1, 1]), [0, 1, 2]);
        assert!(smallest_half(&[0, 0]).is_empty());
    }

    proptest! {
        #[test]
        fn no_smaller_set_holds_half(amounts in proptest::collection::vec(0..50_i128, 0..10)) {
            let all: i128 = amounts.iter().sum();
            let found = smallest_half(&amounts);
            let held: i128 = found.iter().map(|&at| amounts[at]).sum();
            prop_assert!(held * 2 >= all);
            let by_trying = (0..1_u32 << amounts.len())
                .filter(|set| {
                    let sum: i128 = amounts.iter().enumerate()
                        .filter(|(at, _)| set >> at & 1 == 1)
                        .map(|(_, amount)| amount)
                        .sum();
                    sum * 2 >= all
                })
                .map(u32::count_ones)
                .min();
            prop_assert_eq!(Some(found.len() as u32), by_trying);
        }
    }
}
