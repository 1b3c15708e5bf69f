//! Invented township borders as GeoJSON: neat, irregular, without gap or overlap.

use super::hexagons::{Corner, Lattice, corners_of, neighbours_of};
use super::places::Places;
use super::random::Random;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A point in millionths of a degree, WGS 84.
type Point = (i64, i64);

/// The lower left of the county. It lies in the open water of the Bohai Sea, where no township is,
/// so that nobody takes an invented rate for that of a real place.
const ORIGIN: Point = (119_560_000, 38_380_000);
/// The county's width in millionths of a degree.
const WIDTH: i64 = 640_000;

/// The townships as a GeoJSON feature collection with properties code and name.
pub fn geojson(seed: u64, places: &Places) -> String {
    let lattice = Lattice::grow(seed, places.townships.len());
    let points = place_corners(seed, &lattice);
    let mut text = String::from(
        "{\"type\":\"FeatureCollection\",\"name\":\"云岫县乡镇界（虚构）\",\"features\":[\n",
    );
    for (index, township) in places.townships.iter().enumerate() {
        let rings = rings_of(&lattice, index as u32, &points);
        let rings: Vec<String> = rings.iter().map(|ring| ring_text(ring)).collect();
        let comma = if index + 1 < places.townships.len() {
            ","
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{}\",\"name\":\"{}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{}]}}}}{comma}",
            township.code,
            township.name,
            rings.join(",")
        );
    }
    text.push_str("]}\n");
    text
}

/// The sides of the lattice between different owners, each with the corners it joins.
fn border_sides(lattice: &Lattice) -> BTreeSet<(Corner, Corner)> {
    let mut sides = BTreeSet::new();
    each_side(lattice, |owner, other, from, to| {
        if other != Some(owner) {
            sides.insert((from.min(to), from.max(to)));
        }
    });
    sides
}

/// Calls back for every side of every cell of the county: owner, owner across the side, from corner, to corner.
fn each_side(lattice: &Lattice, mut see: impl FnMut(u32, Option<u32>, Corner, Corner)) {
    let mut see_cell = |column: i32, row: i32, owner: u32| {
        let corners = corners_of(column, row);
        for (side, (next_column, next_row)) in neighbours_of(column, row).into_iter().enumerate() {
            see(
                owner,
                lattice.owner(next_column, next_row),
                corners[side],
                corners[(side + 1) % 6],
            );
        }
    };
    for row in 0..lattice.rows {
        for column in 0..lattice.columns {
            if let Some(owner) = lattice.owner(column, row) {
                see_cell(column, row, owner);
            }
        }
    }
}

/// Where each corner of a border lies: shaken a little, then smoothed along the border. A corner has one
/// place for all who share it, which is what keeps borders without gap or overlap.
fn place_corners(seed: u64, lattice: &Lattice) -> BTreeMap<Corner, Point> {
    let mut joined: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    for (from, to) in border_sides(lattice) {
        joined.entry(from).or_default().push(to);
        joined.entry(to).or_default().push(from);
    }
    let across = WIDTH / (2 * i64::from(lattice.columns));
    // A hexagon is twice as high as its side; a degree of latitude is 1.28 degrees of longitude long here.
    let up = across * 1000 / 2215;
    let mut points: BTreeMap<Corner, Point> = joined
        .keys()
        .map(|&(x, y)| {
            let mut random = Random::new(seed, 31, ((y as u64) << 32) | x as u64);
            let shake_x = random.between(-across * 24 / 100, across * 24 / 100);
            let shake_y = random.between(-up * 42 / 100, up * 42 / 100);
            (
                (x, y),
                (
                    ORIGIN.0 + i64::from(x) * across + shake_x,
                    ORIGIN.1 + i64::from(y) * up + shake_y,
                ),
            )
        })
        .collect();
    for _ in 0..2 {
        let before = points.clone();
        for (corner, point) in &mut points {
            let others = &joined[corner];
            let own_weight = others.len() as i64;
            let sum = others.iter().fold(
                (point.0 * own_weight, point.1 * own_weight),
                |sum, other| (sum.0 + before[other].0, sum.1 + before[other].1),
            );
            let weight = own_weight + others.len() as i64;
            *point = (sum.0 / weight, sum.1 / weight);
        }
    }
    points
}

/// The closed lines around a township, the outer one first and against the clock (RFC 7946, section 3.1.6).
fn rings_of(lattice: &Lattice, township: u32, points: &BTreeMap<Corner, Point>) -> Vec<Vec<Point>> {
    let mut next: BTreeMap<Corner, Corner> = BTreeMap::new();
    each_side(lattice, |owner, other, from, to| {
        if owner == township && other != Some(township) {
            next.insert(from, to);
        }
    });
    let mut rings = Vec::new();
    while let Some((&start, _)) = next.iter().next() {
        let mut ring = vec![points[&start]];
        let mut corner = start;
        while let Some(following) = next.remove(&corner) {
            ring.push(points[&following]);
            corner = following;
        }
        rings.push(ring);
    }
    rings.sort_by_key(|ring| std::cmp::Reverse(doubled_area(ring).abs()));
    rings
}

/// Twice the area inside a ring, positive against the clock.
fn doubled_area(ring: &[Point]) -> i128 {
    let cross = |pair: &[Point]| {
        i128::from(pair[0].0 - ORIGIN.0) * i128::from(pair[1].1 - ORIGIN.1)
            - i128::from(pair[1].0 - ORIGIN.0) * i128::from(pair[0].1 - ORIGIN.1)
    };
    ring.windows(2).map(cross).sum()
}

fn ring_text(ring: &[Point]) -> String {
    let degrees = |value: i64| format!("{}.{:06}", value / 1_000_000, value % 1_000_000);
    let points: Vec<String> = ring
        .iter()
        .map(|point| format!("[{},{}]", degrees(point.0), degrees(point.1)))
        .collect();
    format!("[{}]", points.join(","))
}
