//! What the page knows and what the person has chosen, as signals. Changed by `actions`.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::{Get, LocalStorage, RwSignal, StoredValue};

use crate::platform::file::ChosenFile;
use crate::report::policy::ParameterChoices;
use crate::report::{
    AsOfCandidate, Date, MapShapes, PolicyReport, Reading, RegisterQuery, Report, Settings, View,
};
use crate::text::Lang;
use crate::text::number::MoneyUnit;
use crate::worker::client::Engine;
use crate::worker::history::History;
use crate::worker::protocol::{Failure, Progress};

use super::pages::findings_open::Mending;
use super::pages::loan::Opened;
use super::reader::Reader;
use super::rooms::Room;

/// The day of the report and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// 统计时点
    pub date: Date,
    /// Where it was found; none if the person set it.
    pub found: Option<AsOfCandidate>,
}

/// What files of parameters and views said, so that they are not taken again each time the files are read.
#[derive(Clone, Debug, Default)]
pub struct Adopted {
    /// The parameters.
    pub parameters: Option<ParameterChoices>,
    /// The views.
    pub views: Vec<View>,
}

/// Which table of the files given: the file's place among them, and the sheet if it is a workbook's.
pub type TableKey = (u32, Option<String>);

/// The state of the page. Copied freely: it is a handful of handles.
#[derive(Clone, Copy)]
pub struct State {
    /// The language.
    pub lang: RwSignal<Lang>,
    /// The unit of money.
    pub unit: RwSignal<MoneyUnit>,
    /// The room that is open.
    pub room: RwSignal<Room>,
    /// The files that were given, in the order given.
    pub files: RwSignal<Vec<ChosenFile>, LocalStorage>,
    /// What the person said of how the files are to be read, step by step.
    pub said: RwSignal<History>,
    /// The tables whose reading the person opened to check it, or closed.
    pub checks: RwSignal<BTreeMap<TableKey, bool>>,
    /// What stands open among the problems of the files.
    pub mending: Mending,
    /// The words under which numbers become pseudonyms; in this page's memory only.
    pub passphrase: RwSignal<Option<String>>,
    /// Whether the sample stands in the place of files.
    pub is_sample: RwSignal<bool>,
    /// Whether the files that were given are not those the result is of.
    pub is_unread: RwSignal<bool>,
    /// How far a reading is; none while nothing is being read.
    pub progress: RwSignal<Option<Progress>>,
    /// What was understood of the files.
    pub reading: RwSignal<Option<Arc<Reading>>>,
    /// The day of the report; none until it is found or set.
    pub as_of: RwSignal<Option<AsOf>>,
    /// What the person set.
    pub settings: RwSignal<Settings>,
    /// Whether a report is being worked out.
    pub is_working: RwSignal<bool>,
    /// The report.
    pub report: RwSignal<Option<Arc<Report>>>,
    /// What the rules say, once that is worked out.
    pub policy: RwSignal<Option<Arc<PolicyReport>>>,
    /// The shapes of the map, if a boundary file gave any.
    pub shapes: RwSignal<Option<Arc<MapShapes>>>,
    /// The loan that stands open, if one does.
    pub opened: Opened,
    /// What could not be done last.
    pub failure: RwSignal<Option<Failure>>,
    /// Which loans the register shows.
    pub query: RwSignal<RegisterQuery>,
    /// The views of the register that the person named.
    pub views: RwSignal<Vec<View>>,
    /// What was taken from the files last read.
    pub adopted: StoredValue<Adopted>,
    /// Whether the page is being put on paper.
    pub is_printing: RwSignal<bool>,
    /// The worker whose rows the page shows.
    pub engine: RwSignal<Option<Engine>, LocalStorage>,
    /// The worker that is reading.
    pub reading_engine: RwSignal<Option<Engine>, LocalStorage>,
    /// Counts readings, so that one that was overtaken is not taken.
    pub reading_turn: StoredValue<u64>,
    /// Counts reports, likewise.
    pub report_turn: StoredValue<u64>,
}

impl State {
    /// The state of a page just opened.
    pub fn new() -> State {
        State {
            lang: RwSignal::new(Lang::default()),
            unit: RwSignal::new(MoneyUnit::default()),
            room: RwSignal::new(Room::Data),
            files: RwSignal::new_local(Vec::new()),
            said: RwSignal::new(History::default()),
            checks: RwSignal::new(BTreeMap::new()),
            mending: Mending::new(),
            passphrase: RwSignal::new(None),
            is_sample: RwSignal::new(false),
            is_unread: RwSignal::new(false),
            progress: RwSignal::new(None),
            reading: RwSignal::new(None),
            as_of: RwSignal::new(None),
            settings: RwSignal::new(Settings::default()),
            is_working: RwSignal::new(false),
            report: RwSignal::new(None),
            policy: RwSignal::new(None),
            shapes: RwSignal::new(None),
            opened: RwSignal::new(None),
            failure: RwSignal::new(None),
            query: RwSignal::new(RegisterQuery::default()),
            views: RwSignal::new(Vec::new()),
            adopted: StoredValue::new(Adopted::default()),
            is_printing: RwSignal::new(false),
            engine: RwSignal::new_local(None),
            reading_engine: RwSignal::new_local(None),
            reading_turn: StoredValue::new(0),
            report_turn: StoredValue::new(0),
        }
    }

    /// How the person reads the page now; who asks is told when it changes.
    pub fn reader(self) -> Reader {
        Reader {
            lang: self.lang.get(),
            unit: self.unit.get(),
        }
    }
}

impl Default for State {
    fn default() -> State {
        State::new()
    }
}
