//! What the page asks of the worker and what the worker answers. Plain data, sent as JSON beside the files themselves.

use serde::{Deserialize, Serialize};

use crate::report::policy::calendar::{Calendar, DuesOf};
use crate::report::policy::check_rows::CheckPage;
use crate::report::policy::money_list::{MoneyListQuery, MoneyPage};
use crate::report::policy::{WorkPage, WorkQuery};
use crate::report::what_if::{NoAnswer, Question, WhatIf};
use crate::report::{
    CreditVillageRow, Date, Explained, FileChoices, FileKind, LoanDetail, MapShapes, PolicyReport,
    Preview, Profile, RawLine, Reading, RegisterGroups, RegisterPage, RegisterQuery, Report,
    Settings, VillageRow,
};
use crate::text::Lang;

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Request {
    /// Read the files sent along; `expected` says of each what its giver holds it for, if anything.
    Read {
        /// One for each file.
        expected: Vec<Option<FileKind>>,
        /// What was said before.
        before: BeforeReading,
    },
    /// Make the sample county's files and read them.
    ReadSample {
        /// What was said before.
        before: BeforeReading,
    },
    /// The first rows of a table, in every way of reading worth trying.
    Preview {
        /// Its place among the tables of the reading.
        table: u32,
    },
    /// Some lines of a table, as its cells.
    Lines {
        /// Its place among the tables of the reading.
        table: u32,
        /// The lines, from 1.
        lines: Vec<u32>,
    },
    /// A table as CSV with its personal columns left out or as pseudonyms.
    Pseudonymised {
        /// Its place among the tables of the reading.
        table: u32,
    },
    /// Run through the work once on a small invented county, and forget it.
    WarmUp,
    /// Work out the report for a day.
    Report {
        /// 统计时点
        as_of: Date,
        /// The settings.
        settings: Settings,
    },
    /// What the rules say (after a report), for its day and settings.
    Policy,
    /// A window of a work list (after a report).
    WorkList {
        /// Which loans.
        query: WorkQuery,
    },
    /// A work list, all of it, as CSV to be filled in.
    WorkListCsv {
        /// Which loans; the window is not looked at.
        query: WorkQuery,
        /// The language of its sentences.
        lang: Lang,
    },
    /// The repayment calendar of one group (after a report).
    Calendar {
        /// Whose.
        of: DuesOf,
    },
    /// What the figures would be (after a report), for its day and settings.
    WhatIf {
        /// What is asked.
        question: Question,
    },
    /// Every loan that an answer takes as collected, as CSV for Excel and WPS.
    WhatIfLoansCsv {
        /// What is asked.
        question: Question,
        /// The language of the headings.
        lang: Lang,
    },
    /// A window of the loans that a check caught (after a report).
    CheckRows {
        /// The check.
        id: String,
        /// First row of the window.
        offset: u64,
        /// Most rows of the window.
        limit: u64,
    },
    /// All loans that a check caught, as CSV for Excel and WPS.
    CheckCsv {
        /// The check.
        id: String,
        /// The language of the headings and sentences.
        lang: Lang,
    },
    /// A window of a list of subsidies or claims (after a report).
    MoneyList {
        /// Which list.
        query: MoneyListQuery,
        /// First row of the window.
        offset: u64,
        /// Most rows of the window.
        limit: u64,
    },
    /// The same list, all of it, as CSV for Excel and WPS.
    MoneyListCsv {
        /// Which list.
        query: MoneyListQuery,
        /// The language of the headings.
        lang: Lang,
    },
    /// The shapes of the map.
    MapShapes,
    /// A window of the register (after a report).
    Register {
        /// Which loans.
        query: RegisterQuery,
    },
    /// The register's loans that fit a query, in its groups (after a report).
    RegisterGroups {
        /// Which loans, and by what.
        query: RegisterQuery,
    },
    /// One loan in full (after a report).
    Loan {
        /// Its row in the whole register.
        row: u64,
    },
    /// One loan explained (after a report).
    Explain {
        /// Its row in the whole register.
        row: u64,
    },
    /// The register's loans that fit a query, all of them, as CSV for Excel and WPS.
    RegisterCsv {
        /// Which loans; the window is not looked at.
        query: RegisterQuery,
        /// The language of the headings.
        lang: Lang,
    },
    /// All findings of all files, as CSV for Excel and WPS.
    FindingsCsv {
        /// The language of the sentences.
        lang: Lang,
    },
}

/// What was said before files are read.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BeforeReading {
    /// What a person said of single files, in their order; none where nothing was said.
    pub choices: Vec<Option<FileChoices>>,
    /// What was settled for files of known shapes.
    pub profile: Profile,
    /// The words under which numbers become pseudonyms; none where no column is to have them. In no file and no report.
    pub passphrase: Option<String>,
}

impl std::fmt::Debug for BeforeReading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BeforeReading")
            .field("choices", &self.choices)
            .field("profile", &self.profile)
            .field("has_passphrase", &self.passphrase.is_some())
            .finish()
    }
}

/// How far the reading is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes read.
    pub bytes: u64,
    /// Bytes in all.
    pub total: u64,
    /// Rows read.
    pub rows: u64,
    /// The file being read.
    pub file: String,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Reply {
    /// The reading goes on.
    Progress(Progress),
    /// All files are read.
    Reading(Box<Reading>),
    /// The report without its long lists; its parts follow.
    Report(Box<Report>),
    /// A part of the report just sent.
    Part(Part),
    /// The report is complete.
    Complete,
    /// The first rows of a table; none if it has none that can be shown.
    Preview {
        /// The rows.
        preview: Option<Box<Preview>>,
    },
    /// Some lines of a table.
    Lines {
        /// The lines, in their order in the file.
        lines: Vec<RawLine>,
    },
    /// What the rules say.
    Policy(Box<PolicyReport>),
    /// A window of a work list.
    WorkList(WorkPage),
    /// The repayment calendar of one group.
    Calendar(Box<Calendar>),
    /// What the figures would be: an assumption.
    WhatIf(Box<WhatIf>),
    /// What was asked cannot be asked of these files.
    NoAnswer {
        /// Why.
        why: NoAnswer,
    },
    /// A window of the loans that a check caught.
    CheckRows(Box<CheckPage>),
    /// A window of a list of subsidies or claims.
    MoneyList(Box<MoneyPage>),
    /// The shapes of the map.
    MapShapes(MapShapes),
    /// A window of the register.
    Register(RegisterPage),
    /// The register in groups.
    RegisterGroups(Box<RegisterGroups>),
    /// One loan in full.
    Loan(Box<LoanDetail>),
    /// One loan explained.
    Explained(Box<Explained>),
    /// A file to save; its bytes are sent along.
    File {
        /// The name to save it under.
        name: String,
    },
    /// It could not be done.
    Failed(Failure),
}

/// Some rows of one of the report's long lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "part", content = "rows", rename_all = "snake_case")]
pub enum Part {
    /// `villages`
    Villages(Vec<VillageRow>),
    /// `credit_villages.ranked`
    Ranked(Vec<CreditVillageRow>),
    /// `credit_villages.too_few`
    TooFew(Vec<CreditVillageRow>),
    /// `credit_villages.undetermined`
    Undetermined(Vec<CreditVillageRow>),
}

impl Part {
    /// Puts the rows where they belong in the report.
    pub fn append_to(self, report: &mut Report) {
        match self {
            Part::Villages(rows) => report.villages.extend(rows),
            Part::Ranked(rows) => report.credit_villages.ranked.extend(rows),
            Part::TooFew(rows) => report.credit_villages.too_few.extend(rows),
            Part::Undetermined(rows) => report.credit_villages.undetermined.extend(rows),
        }
    }
}

/// Rows of one part: few enough to be read in a few milliseconds.
const ROWS_IN_A_PART: usize = 64;

/// Takes the long lists out of a report, as parts in their order.
pub fn take_parts(report: &mut Report) -> Vec<Part> {
    fn cut<T: Clone>(rows: &mut Vec<T>, part: impl Fn(Vec<T>) -> Part) -> Vec<Part> {
        let rows = std::mem::take(rows);
        rows.chunks(ROWS_IN_A_PART)
            .map(|rows| part(rows.to_vec()))
            .collect()
    }
    let villages = &mut report.credit_villages;
    let mut parts = cut(&mut report.villages, Part::Villages);
    parts.extend(cut(&mut villages.ranked, Part::Ranked));
    parts.extend(cut(&mut villages.too_few, Part::TooFew));
    parts.extend(cut(&mut villages.undetermined, Part::Undetermined));
    parts
}

/// Why something could not be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "failure", rename_all = "snake_case")]
pub enum Failure {
    /// There is no loan to report on.
    NoLoans,
    /// A report was asked for before anything was read, or a window before a report.
    NotReady,
    /// There is no such loan.
    NoSuchLoan,
    /// There is no such check.
    NoSuchCheck,
    /// There is no such table, or its file can no longer be read.
    NoSuchTable,
    /// The passphrase is too short to protect anything.
    PassphraseTooShort,
    /// The files need more memory than this browser gives a page.
    TooLarge {
        /// Bytes needed, about.
        needed: u64,
        /// Bytes there are, about.
        available: u64,
    },
    /// The memory this browser gives a page is used up.
    OutOfMemory,
    /// The program stopped by a fault of its own; the words are the fault's.
    Panicked {
        /// The fault's words, for whoever mends it.
        message: String,
    },
    /// The browser refused something; the words are the browser's.
    Browser {
        /// The browser's words.
        message: String,
    },
    /// The reading was stopped.
    Stopped,
}
