//! Where a name stands in a shape: as far from its border as can be, only where it fits and covers no other name.

use super::projection::Point;
use super::svg::width;

/// Most points by which an inner point is looked for: a border of ten thousand points is no better for it, and slower.
const POINTS: usize = 240;
/// Cells of the first grid, across and down.
const CELLS: usize = 14;
/// How often the grid is made finer around the best point.
const ROUNDS: usize = 5;

/// A simplified shape, for looking things up in it.
#[derive(Clone, Debug)]
pub struct Outline {
    edges: Vec<(Point, Point)>,
}

impl Outline {
    /// The outline of rings that are filled by the even-odd rule.
    pub fn of(rings: &[Vec<Point>]) -> Outline {
        let total: usize = rings.iter().map(Vec::len).sum();
        let stride = total / POINTS + 1;
        let edges = rings
            .iter()
            .filter(|ring| ring.len() >= 3)
            .flat_map(|ring| {
                let stride = stride.min(ring.len() / 3).max(1);
                let kept: Vec<Point> = ring.iter().step_by(stride).copied().collect();
                let next = kept.clone().into_iter().cycle().skip(1);
                kept.into_iter().zip(next).collect::<Vec<_>>()
            })
            .collect();
        Outline { edges }
    }

    /// The inner point that is farthest from the border, by a grid that is made finer around its best point.
    pub fn inner_point(&self) -> Option<Point> {
        let (low, high) = self.bounds()?;
        let mut centre = ((low.0 + high.0) / 2.0, (low.1 + high.1) / 2.0);
        let mut reach = ((high.0 - low.0) / 2.0, (high.1 - low.1) / 2.0);
        let mut best = (self.depth(centre), centre);
        let mut cells = CELLS;
        for _ in 0..ROUNDS {
            for point in grid(centre, reach, cells) {
                let depth = self.depth(point);
                if depth > best.0 {
                    best = (depth, point);
                }
            }
            centre = best.1;
            let finer = 1.5 / cells as f64;
            reach = (reach.0 * finer, reach.1 * finer);
            cells = 4;
        }
        (best.0 > 0.0).then_some(best.1)
    }

    /// From where to where the line through `y` that holds `x` lies inside.
    pub fn chord(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        let mut left = None;
        let mut right = None;
        for crossing in self.crossings(y) {
            if crossing <= x {
                left = Some(left.map_or(crossing, |l: f64| l.max(crossing)));
            } else {
                right = Some(right.map_or(crossing, |r: f64| r.min(crossing)));
            }
        }
        let inside = self.crossings(y).filter(|&c| c > x).count() % 2 == 1;
        if inside { left.zip(right) } else { None }
    }

    fn crossings(&self, y: f64) -> impl Iterator<Item = f64> + '_ {
        self.edges
            .iter()
            .filter(move |(a, b)| (a.1 > y) != (b.1 > y))
            .map(move |(a, b)| a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0))
    }

    fn bounds(&self) -> Option<(Point, Point)> {
        self.edges
            .iter()
            .map(|e| (e.0, e.0))
            .reduce(|(low, high), (p, _)| {
                (
                    (low.0.min(p.0), low.1.min(p.1)),
                    (high.0.max(p.0), high.1.max(p.1)),
                )
            })
    }

    /// The distance to the border, negative outside.
    fn depth(&self, point: Point) -> f64 {
        let nearest = self
            .edges
            .iter()
            .map(|&(a, b)| square_distance(point, a, b))
            .fold(f64::INFINITY, f64::min)
            .sqrt();
        let inside = self.crossings(point.1).filter(|&c| c > point.0).count() % 2 == 1;
        if inside { nearest } else { -nearest }
    }
}

fn grid(centre: Point, reach: Point, cells: usize) -> impl Iterator<Item = Point> {
    let step = (reach.0 * 2.0 / cells as f64, reach.1 * 2.0 / cells as f64);
    (0..cells * cells).map(move |n| {
        let (column, row) = ((n % cells) as f64, (n / cells) as f64);
        (
            centre.0 - reach.0 + step.0 * (column + 0.5),
            centre.1 - reach.1 + step.1 * (row + 0.5),
        )
    })
}

fn square_distance(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let (x, y) = (a.0 + along * dx - p.0, a.1 + along * dy - p.1);
    x * x + y * y
}

/// A rectangle of a picture: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area(pub f64, pub f64, pub f64, pub f64);

impl Area {
    /// Whether two rectangles share ground.
    pub fn meets(&self, other: &Area) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }
}

/// The rectangle of a text of that size centred in the outline near a point; none where it would reach over the border.
pub fn fit(outline: &Outline, point: Point, text: &str, size: f64, below: f64) -> Option<Area> {
    let (top, bottom) = (point.1 - size * 0.5, point.1 + size * 0.5 + below);
    let needed = width(text, size);
    let mut free = (f64::NEG_INFINITY, f64::INFINITY);
    for y in [top, point.1, (point.1 + bottom) / 2.0, bottom] {
        let (left, right) = outline.chord(point.0, y)?;
        free = (free.0.max(left), free.1.min(right));
    }
    if free.1 - free.0 < needed {
        return None;
    }
    let half = needed / 2.0;
    let middle = point.0.clamp(free.0 + half, free.1 - half);
    Some(Area(middle - half, top, middle + half, bottom))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(low: f64, high: f64) -> Vec<Point> {
        vec![(low, low), (high, low), (high, high), (low, high)]
    }

    #[test]
    fn the_inner_point_of_a_square_is_its_middle() {
        let (x, y) = Outline::of(&[square(0.0, 100.0)])
            .inner_point()
            .expect("a point");
        assert!((x - 50.0).abs() < 2.0 && (y - 50.0).abs() < 2.0);
    }

    #[test]
    fn the_inner_point_is_not_in_a_hole() {
        let outline = Outline::of(&[square(0.0, 100.0), square(30.0, 70.0)]);
        let (x, y) = outline.inner_point().expect("a point");
        assert!(!(30.0..70.0).contains(&x) || !(30.0..70.0).contains(&y));
    }

    #[test]
    fn a_name_stands_only_where_it_fits() {
        let outline = Outline::of(&[square(0.0, 50.0)]);
        assert!(fit(&outline, (25.0, 25.0), "东镇", 12.0, 0.0).is_some());
        assert!(fit(&outline, (25.0, 25.0), "很长的乡镇名", 12.0, 0.0).is_none());
    }
}
