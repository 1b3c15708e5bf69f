//! A list of places by code: which place lies in which, and which old place became which new one.

use serde::{Deserialize, Serialize};

use super::entries::Entries;

/// The level of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceLevel {
    /// 省
    Province,
    /// 市, 州
    Prefecture,
    /// 县, 区
    County,
    /// 乡, 镇, 街道
    Township,
    /// 村, 社区
    Village,
}

/// One place of a gazetteer, as its row has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GazetteerPlace {
    /// 行政区划代码
    pub code: String,
    /// The name.
    pub name: String,
    /// The code of the place it lies in, if the file gives it.
    pub parent: Option<String>,
    /// Its level, if the file gives it.
    pub level: Option<PlaceLevel>,
    /// The year of the list, if the file gives it.
    pub year: Option<u16>,
    /// Code or name of the place that took its place, if the file gives one.
    pub successor: Option<String>,
}

/// Places by code and year: one code may stand in the lists of several years.
pub type Gazetteer = Entries<(String, Option<u16>), GazetteerPlace>;
