//! A lattice of small hexagons, grown into townships: three borders at most meet in a corner, so whatever
//! set of cells a township gets, its border is a simple closed line that its neighbours share exactly.

use super::random::Random;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A corner of the lattice: half a cell's width across, a quarter of its height up.
pub type Corner = (i32, i32);

/// The county's outline by hand, in hundredths of the lattice.
const OUTLINE: [(i64, i64); 22] = [
    (12, 22),
    (22, 8),
    (33, 13),
    (42, 5),
    (55, 9),
    (63, 3),
    (74, 12),
    (88, 14),
    (97, 28),
    (90, 40),
    (95, 52),
    (86, 62),
    (89, 77),
    (76, 88),
    (66, 84),
    (58, 96),
    (44, 92),
    (37, 81),
    (23, 86),
    (14, 73),
    (17, 58),
    (4, 42),
];

/// A lattice of cells, each outside (`None`) or of one township.
pub struct Lattice {
    pub columns: i32,
    pub rows: i32,
    owners: Vec<Option<u32>>,
}

impl Lattice {
    /// Cells inside the outline, shared out to `townships`, each in one piece.
    pub fn grow(seed: u64, townships: usize) -> Self {
        let side = ((townships as u64 * 300).isqrt() as i32).max(24);
        let cells = (side * side) as usize;
        let mut lattice = Self {
            columns: side,
            rows: side,
            owners: vec![None; cells],
        };
        let inside: Vec<usize> = (0..cells).filter(|cell| lattice.is_inside(*cell)).collect();
        let mut random = Random::new(seed, 30, 0);
        let mut seeds = spread_seeds(&lattice, &inside, townships, &mut random);
        let even = vec![10; cells];
        for _ in 0..2 {
            lattice.spread(&seeds, &even);
            seeds = lattice.centres(&seeds);
        }
        let rough: Vec<u64> = (0..cells).map(|_| 3 + random.below(36)).collect();
        lattice.spread(&seeds, &rough);
        lattice
    }

    /// The township of a cell, `None` outside the county.
    pub fn owner(&self, column: i32, row: i32) -> Option<u32> {
        let inside = (0..self.columns).contains(&column) && (0..self.rows).contains(&row);
        if inside {
            self.owners[(row * self.columns + column) as usize]
        } else {
            None
        }
    }

    fn is_inside(&self, cell: usize) -> bool {
        let column = cell as i64 % i64::from(self.columns);
        let row = cell as i64 / i64::from(self.columns);
        let x = (column * 2 + row % 2) * 50;
        let y = row * 100;
        let scale = i64::from(self.columns);
        let mut odd = false;
        for (index, &(x2, y2)) in OUTLINE.iter().enumerate() {
            let (x1, y1) = OUTLINE[(index + OUTLINE.len() - 1) % OUTLINE.len()];
            let (x1, y1, x2, y2) = (x1 * scale, y1 * scale, x2 * scale, y2 * scale);
            if (y1 > y) != (y2 > y) {
                let left = (x - x1) * (y2 - y1);
                let right = (x2 - x1) * (y - y1);
                odd ^= if y2 > y1 { left < right } else { left > right };
            }
        }
        odd
    }

    fn neighbours(&self, cell: usize) -> impl Iterator<Item = usize> + '_ {
        let (column, row) = (cell as i32 % self.columns, cell as i32 / self.columns);
        neighbours_of(column, row)
            .into_iter()
            .filter_map(|(column, row)| {
                let on = (0..self.columns).contains(&column) && (0..self.rows).contains(&row);
                let cell = (row * self.columns + column) as usize;
                (on && self.is_inside(cell)).then_some(cell)
            })
    }

    /// Every cell goes to the seed that reaches it at the least cost (Dijkstra 1959); ties to the lower number.
    fn spread(&mut self, seeds: &[usize], costs: &[u64]) {
        self.owners.fill(None);
        let mut queue: BinaryHeap<Reverse<(u64, u32, usize)>> = seeds
            .iter()
            .enumerate()
            .map(|(township, cell)| Reverse((0, township as u32, *cell)))
            .collect();
        while let Some(Reverse((cost, township, cell))) = queue.pop() {
            if self.owners[cell].is_some() {
                continue;
            }
            self.owners[cell] = Some(township);
            let next: Vec<usize> = self
                .neighbours(cell)
                .filter(|next| self.owners[*next].is_none())
                .collect();
            queue.extend(
                next.into_iter()
                    .map(|next| Reverse((cost + costs[next], township, next))),
            );
        }
    }

    /// The cell nearest to the mean of each township's cells.
    fn centres(&self, seeds: &[usize]) -> Vec<usize> {
        let mut sums = vec![(0_i64, 0_i64, 0_i64); seeds.len()];
        for (cell, owner) in self.owners.iter().enumerate() {
            if let Some(owner) = owner {
                let (x, y) = self.middle(cell);
                let sum = &mut sums[*owner as usize];
                *sum = (sum.0 + x, sum.1 + y, sum.2 + 1);
            }
        }
        let mut nearest: Vec<(i64, usize)> = seeds.iter().map(|seed| (i64::MAX, *seed)).collect();
        for (cell, owner) in self.owners.iter().enumerate() {
            if let Some(owner) = owner {
                let (x, y) = self.middle(cell);
                let (sum_x, sum_y, count) = sums[*owner as usize];
                let distance = (x * count - sum_x).pow(2) + (y * count - sum_y).pow(2);
                nearest[*owner as usize] = nearest[*owner as usize].min((distance, cell));
            }
        }
        nearest.into_iter().map(|(_, cell)| cell).collect()
    }

    fn middle(&self, cell: usize) -> (i64, i64) {
        let (column, row) = (cell as i32 % self.columns, cell as i32 / self.columns);
        let (x, y) = middle_corner(column, row);
        // Seven to four: the true shape of a regular hexagon in these units, near enough.
        (i64::from(x) * 7, i64::from(y) * 4)
    }
}

/// Seeds far from one another: of a dozen cells drawn, the one farthest from the seeds there are.
fn spread_seeds(
    lattice: &Lattice,
    inside: &[usize],
    count: usize,
    random: &mut Random,
) -> Vec<usize> {
    let mut seeds: Vec<usize> = Vec::with_capacity(count);
    while seeds.len() < count {
        let far = |cell: usize| {
            let (x, y) = lattice.middle(cell);
            let apart = |other: &usize| {
                let (other_x, other_y) = lattice.middle(*other);
                (x - other_x).pow(2) + (y - other_y).pow(2)
            };
            seeds.iter().map(apart).min().unwrap_or(i64::MAX)
        };
        let drawn: Vec<usize> = (0..12)
            .map(|_| inside[random.index(inside.len())])
            .collect();
        if let Some(best) = drawn.into_iter().max_by_key(|cell| (far(*cell), *cell)) {
            seeds.push(best);
        }
    }
    seeds
}

/// The middle of a cell in lattice units.
fn middle_corner(column: i32, row: i32) -> Corner {
    (column * 2 + 1 + row.rem_euclid(2), row * 3 + 2)
}

/// The six corners of a cell against the clock, beginning at the lower right; side i runs from corner i to i + 1.
pub fn corners_of(column: i32, row: i32) -> [Corner; 6] {
    let (x, y) = middle_corner(column, row);
    [
        (x + 1, y - 1),
        (x + 1, y + 1),
        (x, y + 2),
        (x - 1, y + 1),
        (x - 1, y - 1),
        (x, y - 2),
    ]
}

/// The cell across each of the six sides.
pub fn neighbours_of(column: i32, row: i32) -> [(i32, i32); 6] {
    let shift = row.rem_euclid(2);
    [
        (column + 1, row),
        (column + shift, row + 1),
        (column + shift - 1, row + 1),
        (column - 1, row),
        (column + shift - 1, row - 1),
        (column + shift, row - 1),
    ]
}
