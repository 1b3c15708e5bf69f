//! Names of townships and villages, as files write them, brought to the names of one list.
//!
//! A [`Gazetteer`] is made of a table with codes and years, or of plain names when there is no such table. [`agree`]
//! then says for each written pair which place it is and by which [`Rule`], or which places come nearest. Nothing is
//! merged that is only near, and two villages of one name in different townships stay two.

use serde::{Deserialize, Serialize};

mod agree;
mod asked;
mod choice;
mod ending;
mod entry;
mod grouping;
mod index;
mod nearest;
mod place;
mod successor;

pub use agree::agree;
pub use choice::{Choice, Follow, PlaceChoices, Unfit, UnfitChoice};
pub use ending::{is_same_township, is_same_village, shown_village};
pub use entry::{Entry, EntryFault, EntryProblem, Level};
pub use place::Gazetteer;

/// A township, or a village in its township.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceName {
    /// The township.
    pub township: String,
    /// The village; none is the township itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<String>,
}

/// A place as a row of some file writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// The township's cell.
    pub township: &'a str,
    /// The village's cell, if the file has one.
    pub village: Option<&'a str>,
    /// The code's cell: of the village, or of the township.
    pub code: Option<&'a str>,
}

/// By what a written name was found to be a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The code, and the name says nothing against it.
    Code,
    /// The code, although the name is that of no or another place.
    CodeAgainstName,
    /// The official name, or the name shown for it.
    Name,
    /// A name that the same place bore in an earlier list.
    EarlierName,
    /// The name but for its ending, such as 镇, 街道, 村 or 社区; no other place there has it.
    Ending,
    /// The name behind that of its county or township.
    LeadingName,
    /// A person chose it.
    Choice,
    /// The place that a former one became, followed because a person chose to.
    Successor,
    /// A village of a former township that keeps its own name in the new one.
    NameKept,
}

impl Rule {
    /// Whether a person should see it in the list of what was matched by rule: everything but code and name.
    pub fn is_listed(self) -> bool {
        !matches!(self, Rule::Code | Rule::Name)
    }
}

/// A place that comes near to what was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Candidate {
    /// Characters to insert, take away or replace between the two names without their endings.
    pub distance: u32,
    /// The place, by the names shown.
    pub place: PlaceName,
}

/// What a written name was found to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// One place.
    Matched(Rule),
    /// A place that is no more: it has a successor, or stands in lists of earlier years only. Its name is kept.
    Superseded {
        /// By what it was found.
        rule: Rule,
        /// What it became, if the list says so.
        successor: Option<PlaceName>,
    },
    /// A village of a township of which the gazetteer has no villages; the name is left as it was written.
    Unlisted,
    /// The name fits several places; the name is left as it was written.
    Ambiguous {
        /// The places it fits, nearest first, at most five.
        candidates: Vec<Candidate>,
    },
    /// No place; the name is left as it was written.
    Unknown {
        /// The places that come nearest, those of the same township first, at most five.
        candidates: Vec<Candidate>,
    },
}

/// The name to use for what was written, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// The name to use: the one shown for the place, or what was written where no place was found.
    pub name: String,
    /// What it was found to be.
    pub outcome: Outcome,
}

/// What became of one written pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The township.
    pub township: Placed,
    /// The village, if one was written or the code is that of one.
    pub village: Option<Placed>,
}

/// What became of all written pairs, in their order, and of the choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// One for each written pair.
    pub places: Vec<Agreement>,
    /// Choices that fit nothing any more, in the order of the choices.
    pub unfit: Vec<UnfitChoice>,
}
