//! Numbers drawn from a seed, and days counted by the civil calendar.

/// Draws numbers, the same from every seed.
pub struct Draw(pub u64);

impl Draw {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, count: i64) -> i64 {
        (self.next() % count as u64) as i64
    }

    pub fn between(&mut self, first: i64, last: i64) -> i64 {
        first + self.below(last - first + 1)
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as i64) as usize]
    }

    /// Whether a case of so many in a hundred.
    pub fn percent(&mut self, percent: i64) -> bool {
        self.below(100) < percent
    }

    /// One of the words, each with its share.
    pub fn weighed(&mut self, of: &[(i64, &'static str)]) -> &'static str {
        let mut at = self.below(of.iter().map(|(weight, _)| weight).sum());
        for (weight, word) in of {
            at -= weight;
            if at < 0 {
                return word;
            }
        }
        ""
    }
}

/// The day that is so many days after 1970-01-01, by the civil calendar.
pub fn day_text(days: i64) -> String {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The number of a day after 1970-01-01.
pub fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day so many months later; a day that the month does not have is left at its last, or goes on into the next.
pub fn months_later(day: i64, months: i64, goes_on: bool) -> i64 {
    let text = day_text(day);
    let part = |at: std::ops::Range<usize>| text[at].parse::<i64>().unwrap_or(1);
    let month = part(0..4) * 12 + part(5..7) - 1 + months;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    let next = day_number(year + month / 12, month % 12 + 1, 1);
    let wanted = day_number(year, month, part(8..10));
    if goes_on {
        wanted
    } else {
        wanted.min(next - 1)
    }
}
