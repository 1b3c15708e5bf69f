//! Which rows of several lists are one place.
//!
//! Codes do not tell: they change when a 乡 becomes a 镇, and the bureau gives a code away again. Names without their
//! endings do, as long as no single list has the name twice.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::entry::Row;

/// The counties of the rows and the lists in which each county's townships stand.
pub(super) struct CountyLists<'a>(HashSet<(Option<&'a str>, i32)>);

impl<'a> CountyLists<'a> {
    /// The lists of all townships.
    pub(super) fn of(townships: &[&'a Row]) -> CountyLists<'a> {
        let lists = townships
            .iter()
            .map(|row| (row.parent.as_deref(), row.list));
        CountyLists(lists.collect())
    }

    /// Whether a township can have gone from one county to another: it is missing where a list would have it.
    ///
    /// Two townships of one name, each in a list of another county and year, show no such thing.
    fn show_a_move(&self, earlier: &Row, later: &Row) -> bool {
        let (from, to) = (earlier.parent.as_deref(), later.parent.as_deref());
        from == to || self.0.contains(&(from, later.list)) || self.0.contains(&(to, earlier.list))
    }
}

/// The rows of one name without its ending, parted into places. Rows come in the order of their lists.
///
/// `has_moved_on` says that a row's successor is a place of another name.
pub(super) fn townships<'a>(
    rows: Vec<&'a Row>,
    lists: &CountyLists<'_>,
    has_moved_on: impl Fn(&Row) -> bool,
) -> Vec<Vec<&'a Row>> {
    let moves = rows.windows(2).all(|pair| match pair {
        [earlier, later] => lists.show_a_move(earlier, later),
        _ => true,
    });
    if moves && !stands_twice(&rows) {
        return before_and_after(rows, &has_moved_on);
    }
    let by_county = parted(rows, |row| (row.parent.clone(), row.short.clone()));
    by_county
        .into_iter()
        .flat_map(by_full_name)
        .flat_map(|rows| before_and_after(rows, &has_moved_on))
        .collect()
}

/// The rows of one township and one name without its ending, parted into places.
pub(super) fn villages(rows: Vec<&Row>, has_moved_on: impl Fn(&Row) -> bool) -> Vec<Vec<&Row>> {
    if !stands_twice(&rows) {
        return before_and_after(rows, &has_moved_on);
    }
    parted(rows, |row| row.short.clone())
        .into_iter()
        .flat_map(by_full_name)
        .flat_map(|rows| before_and_after(rows, &has_moved_on))
        .collect()
}

/// Whether one list has two different names, or two counties' townships, among the rows.
fn stands_twice(rows: &[&Row]) -> bool {
    let mut seen: HashMap<i32, (&str, Option<&str>)> = HashMap::new();
    rows.iter().any(|row| {
        let this = (row.name.as_str(), row.parent.as_deref());
        *seen.entry(row.list).or_insert(this) != this
    })
}

fn by_full_name(rows: Vec<&Row>) -> Vec<Vec<&Row>> {
    match stands_twice(&rows) {
        true => parted(rows, |row| row.name.clone()),
        false => vec![rows],
    }
}

/// A name that is used again for another place after the first one went into a successor is two places.
fn before_and_after<'a>(
    rows: Vec<&'a Row>,
    has_moved_on: &impl Fn(&Row) -> bool,
) -> Vec<Vec<&'a Row>> {
    let gone = rows.iter().filter(|row| has_moved_on(row));
    let Some(last) = gone.map(|row| row.list).max() else {
        return vec![rows];
    };
    let (before, after): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.list <= last);
    [before, after]
        .into_iter()
        .filter(|rows| !rows.is_empty())
        .collect()
}

/// Rows put together by a key, in the order of the keys.
pub(super) fn parted<K: Ord>(rows: Vec<&Row>, key: impl Fn(&Row) -> K) -> Vec<Vec<&Row>> {
    let mut parts: BTreeMap<K, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        parts.entry(key(row)).or_default().push(row);
    }
    parts.into_values().collect()
}

/// The rows that repeat a name of their own list under another code. A row that stands there twice says nothing new.
pub(super) fn repeated<'a>(rows: &[&'a Row]) -> Vec<&'a Row> {
    let mut codes: HashMap<(i32, &str), &Option<String>> = HashMap::new();
    let mut has_another_code =
        |row: &&&'a Row| *codes.entry((row.list, &row.name)).or_insert(&row.code) != &row.code;
    rows.iter()
        .filter(|row| has_another_code(row))
        .copied()
        .collect()
}
