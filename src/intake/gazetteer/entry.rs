//! The rows of a gazetteer table, and what each must say to be a place.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::ending::{shown_township, shown_village, squeeze, township_stem, village_stem};

/// What sort of place a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// 县、区、市
    County,
    /// 乡、镇、街道
    Township,
    /// 行政村、社区
    Village,
}

impl Level {
    /// The level that a cell names, in the words and numbers that such tables use.
    pub fn of_word(word: &str) -> Option<Level> {
        match squeeze(word).to_lowercase().as_str() {
            "county" | "district" | "县" | "区" | "市" | "县级" | "区县" | "县区" | "3" => {
                Some(Level::County)
            }
            "town" | "township" | "乡镇" | "乡" | "镇" | "街道" | "乡级" | "乡镇级" | "4" => {
                Some(Level::Township)
            }
            "village" | "村" | "社区" | "行政村" | "村级" | "5" => Some(Level::Village),
            _ => None,
        }
    }
}

/// One row of a gazetteer table, as read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// 12 digits of the statistics bureau (6 county, 3 township, 3 village), 9 or 6 of them, or any code of the office's own.
    pub code: Option<String>,
    /// The official name.
    pub name: String,
    /// The code of the place it lies in, or its name. A code of 12 digits says it too.
    pub parent: Option<String>,
    /// A code of 12 digits, the ending of a township and a township as parent say it too.
    pub level: Option<Level>,
    /// The year of the list; none is a list that holds today.
    pub year: Option<i32>,
    /// The code of the place it became.
    pub successor: Option<String>,
}

/// A row that says too little or contradicts another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntryFault {
    /// Which of the entries, from 0.
    pub entry: usize,
    /// What is wrong.
    pub problem: EntryProblem,
}

/// What is wrong with a row. Only the first three set it aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EntryProblem {
    /// It has no name.
    NoName,
    /// Whether it is a county, township or village is not to be known.
    LevelUnknown,
    /// A village whose township the table does not have.
    ParentUnknown,
    /// Its code is that of another name in the same list: the code is not used.
    CodeTwice,
    /// Its name stands twice in the same township and list under two codes: taken for one place.
    NameTwice,
    /// The table has no place with the successor's code.
    SuccessorUnknown,
    /// Its successors lead back to it: none is followed.
    SuccessorCircle,
}

/// The list of rows that have no year: it holds today, so it comes after every year.
pub(super) const UNDATED: i32 = i32::MAX;

/// A row with what its cells imply.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) entry: usize,
    pub(super) level: Level,
    pub(super) code: Option<String>,
    pub(super) name: String,
    /// The name without its ending.
    pub(super) stem: String,
    /// The name as people read it.
    pub(super) short: String,
    /// Code or name of what it lies in.
    pub(super) parent: Option<String>,
    /// The year, or [`UNDATED`]; for plain names the rank of their source.
    pub(super) list: i32,
    pub(super) successor: Option<String>,
}

impl Row {
    /// A row of a level with the forms of its name.
    pub(super) fn of(entry: usize, level: Level, name: &str, list: i32) -> Row {
        let name = squeeze(name).into_owned();
        let (stem, short) = match level {
            Level::Village => (village_stem(&name).to_owned(), shown_village(&name)),
            _ => (township_stem(&name).to_owned(), shown_township(&name)),
        };
        Row {
            entry,
            level,
            code: None,
            name,
            stem,
            short,
            parent: None,
            list,
            successor: None,
        }
    }
}

/// A code as all tables can agree on it: without spaces; 6 or 9 digits are the first of 12. None if it is blank.
pub(super) fn code_of(cell: &str) -> Option<String> {
    let code = squeeze(cell);
    if code.is_empty() {
        return None;
    }
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    match code.len() {
        6 | 9 if is_number => Some(format!("{code:0<12}")),
        _ => Some(code.into_owned()),
    }
}

/// The twelve digits of a statistics bureau's code, if it is one.
fn digits(code: Option<&str>) -> Option<&str> {
    code.filter(|code| code.len() == 12 && code.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The code of the county that a code of 12 digits begins with.
pub(super) fn county_in(code: &str) -> Option<String> {
    let county = digits(Some(code))?.get(..6)?;
    Some(format!("{county:0<12}"))
}

/// The code of the township that a code of 12 digits begins with.
fn township_in(code: &str) -> Option<String> {
    let township = digits(Some(code))?.get(..9)?;
    Some(format!("{township:0<12}"))
}

/// The rows of the entries that say what they are, in an order that is not that of the entries.
pub(super) fn rows_of(entries: &[Entry], faults: &mut Vec<EntryFault>) -> Vec<Row> {
    let mut rows = Vec::new();
    let levels = levels(entries);
    for (at, entry) in entries.iter().enumerate() {
        let problem = match (squeeze(&entry.name).is_empty(), levels[at]) {
            (true, _) => EntryProblem::NoName,
            (false, None) => EntryProblem::LevelUnknown,
            (false, Some(level)) => {
                rows.push(row_of(at, entry, level));
                continue;
            }
        };
        faults.push(EntryFault { entry: at, problem });
    }
    rows.sort_by(|a, b| order(a).cmp(&order(b)));
    rows
}

fn order(row: &Row) -> (Level, i32, &Option<String>, &str, &Option<String>, usize) {
    let Row { level, list, .. } = row;
    (*level, *list, &row.code, &row.name, &row.parent, row.entry)
}

fn row_of(at: usize, entry: &Entry, level: Level) -> Row {
    let code = entry.code.as_deref().and_then(code_of);
    let implied = || match level {
        Level::County => None,
        Level::Township => county_in(code.as_deref()?),
        Level::Village => township_in(code.as_deref()?),
    };
    let parent = entry.parent.as_deref().and_then(code_of).or_else(implied);
    let list = entry.year.unwrap_or(UNDATED);
    let row = Row::of(at, level, &entry.name, list);
    Row {
        parent,
        successor: entry.successor.as_deref().and_then(code_of),
        code,
        ..row
    }
}

/// The level of each entry: as said, by its code, by its name, and at last by its parent.
fn levels(entries: &[Entry]) -> Vec<Option<Level>> {
    let mut levels: Vec<Option<Level>> = entries.iter().map(own_level).collect();
    let mut townships: HashMap<String, ()> = HashMap::new();
    for (entry, level) in entries.iter().zip(&levels) {
        if *level == Some(Level::Township) {
            townships.extend(entry.code.as_deref().and_then(code_of).map(|c| (c, ())));
            townships.insert(squeeze(&entry.name).into_owned(), ());
        }
    }
    for (entry, level) in entries.iter().zip(&mut levels) {
        let parent = entry.parent.as_deref().and_then(code_of);
        if level.is_none() && parent.is_some_and(|parent| townships.contains_key(&parent)) {
            *level = Some(Level::Village);
        }
    }
    levels
}

fn own_level(entry: &Entry) -> Option<Level> {
    let code = entry.code.as_deref().and_then(code_of);
    let by_code = digits(code.as_deref()).map(|code| {
        if code.ends_with("000000") {
            Level::County
        } else if code.ends_with("000") {
            Level::Township
        } else {
            Level::Village
        }
    });
    let name = squeeze(&entry.name);
    let by_name = (township_stem(&name) != name).then_some(Level::Township);
    entry.level.or(by_code).or(by_name)
}
