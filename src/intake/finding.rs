//! What was wrong, where, and what became of it. The sentences stand in `text::finding`.

mod sorts;

use serde::{Deserialize, Serialize};

use crate::domain::{Answered, Date, Fen, Field, FileKind};

pub use sorts::{Content, Encoding, Evidence, Personal, Separator, Unit};

/// One problem of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The file, by its place in the list of files.
    pub file: u32,
    /// Line of the file, from 1; none where the problem is the whole file's.
    pub line: Option<u32>,
    /// Column of the file, from 1; none where the problem is the whole row's.
    pub column: Option<u32>,
    /// The header of that column, as the file has it.
    pub header: Option<String>,
    /// The text found, at most 40 characters; none where there is none or where it may be personal.
    pub found: Option<String>,
    /// What is wrong.
    pub problem: Problem,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of the thing a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The whole file was not used.
    FileSetAside,
    /// The row was not used; it is counted and listed.
    RowSetAside,
    /// The row was used, the cell counts as unknown.
    CellUnknown,
    /// The column was left out.
    ColumnLeftOut,
    /// The column's numbers were replaced by pseudonyms.
    ColumnPseudonymised,
    /// Everything was used; someone should know.
    Note,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Problem {
    /// The file has no byte, or nothing but blank.
    EmptyFile,
    /// The bytes are no text table: a picture, a workbook, an archive.
    NotATable {
        /// What the first bytes say it is.
        looks_like: Content,
    },
    /// There is a header and no row below it.
    HeaderAlone,
    /// No line near the top is a header that is known.
    UnknownHeader,
    /// The file lacks columns that its kind must have.
    MissingColumns {
        /// What it is otherwise.
        file_kind: FileKind,
        /// What it lacks.
        fields: Vec<Field>,
    },
    /// Two columns claim one meaning; one of them is used.
    RepeatedColumn {
        /// The meaning.
        field: Field,
        /// The header of the column that is used, as the file has it.
        used: String,
    },
    /// The file is the same as one before it.
    SameFileTwice {
        /// That file.
        first_file: u32,
    },
    /// The file holds another kind of table than its giver said.
    OtherKind {
        /// What it was given as.
        expected: FileKind,
        /// What it is.
        found: FileKind,
    },
    /// A cell that must hold something is blank.
    Blank {
        /// What it should hold.
        field: Field,
    },
    /// Not a day in any known way of writing.
    NotADate {
        /// What the column means.
        field: Field,
    },
    /// Written as a day, but the calendar has no such day.
    NoSuchDate {
        /// What the column means.
        field: Field,
    },
    /// Not an amount of money.
    NotMoney {
        /// What the column means.
        field: Field,
    },
    /// An amount finer than one fen.
    FinerThanFen {
        /// What the column means.
        field: Field,
    },
    /// An amount below nothing.
    NegativeMoney {
        /// What the column means.
        field: Field,
    },
    /// An amount larger than any loan: more than ten thousand million yuan.
    MoneyTooLarge {
        /// What the column means.
        field: Field,
    },
    /// Not a number.
    NotANumber {
        /// What the column means.
        field: Field,
    },
    /// A word or code that is not among those known for the column.
    UnknownWord {
        /// What the column means.
        field: Field,
    },
    /// A number of a loan, household or person that a spreadsheet turned into powers of ten (5.13021E+17).
    DamagedNumber {
        /// What the column means.
        field: Field,
    },
    /// The row has fewer cells than the header.
    TooFewCells {
        /// Cells found.
        found: u32,
        /// Cells of the header.
        wanted: u32,
    },
    /// The row has more cells than the header, and not all of those are blank.
    TooManyCells {
        /// Cells found.
        found: u32,
        /// Cells of the header.
        wanted: u32,
    },
    /// A quote was opened and never closed.
    QuoteNeverClosed,
    /// Bytes that are no characters in the file's encoding.
    NotText {
        /// What the column means.
        field: Field,
    },
    /// A total (合计), which is no loan.
    TotalRow,
    /// A note among or below the rows (注：…, 制表人：…), which is no row.
    NoteRow,
    /// The header once more, as on every page of a printed list.
    HeaderRow,
    /// The loan number stands in another row too.
    RepeatedLoan {
        /// The file of the row that is used.
        first_file: u32,
        /// Its line.
        first_line: u32,
        /// Whether the two rows say the same in every column that is read.
        same: bool,
    },
    /// The loan number stands in another row too, which names another lender; that row is used.
    LoanNumberAtOtherLender {
        /// The file of the row that is used.
        first_file: u32,
        /// Its line.
        first_line: u32,
        /// The lender it names.
        lender: String,
    },
    /// Under another number the household has a loan of the same day and principal at another lender.
    LoanAlikeAtOtherLender {
        /// The file of that loan.
        first_file: u32,
        /// Its line.
        first_line: u32,
        /// Its lender.
        lender: String,
    },
    /// The roster, or else an earlier loan of the household, names another village.
    HouseholdAtTwoAddresses {
        /// The file of the row that does.
        first_file: u32,
        /// Its line.
        first_line: u32,
        /// The township it names.
        township: String,
        /// The village it names.
        village: String,
    },
    /// More is owed than was lent.
    BalanceAbovePrincipal {
        /// What is owed.
        balance: Fen,
        /// What was lent.
        principal: Fen,
    },
    /// The loan was due before it was paid out.
    MaturityBeforeDisbursement {
        /// The day it was paid out.
        disbursement: Date,
        /// The day it was due.
        maturity: Date,
    },
    /// The extended day lies before the day that was extended.
    ExtendedBeforeMaturity {
        /// The day of the contract.
        maturity: Date,
        /// The day it was extended to.
        extended: Date,
    },
    /// The loan was paid out after the day of the file's data.
    DisbursedAfterAsOf {
        /// The day it was paid out.
        disbursement: Date,
        /// The day of the data.
        as_of: Date,
    },
    /// The loan is settled, by its status or on a day that has come, and something is owed.
    SettledWithBalance {
        /// What is owed.
        balance: Fen,
        /// The day it was settled, if the row gives one that has come.
        settlement: Option<Date>,
    },
    /// The status is overdue, and on the day of the data the loan is not past due.
    OverdueButNotDue {
        /// The day of the data.
        as_of: Date,
        /// The day it is due, extended where it was.
        maturity: Date,
    },
    /// The file's days overdue are not those of the calendar.
    OverdueDaysDiffer {
        /// What the file says.
        reported: u64,
        /// From the day it is due, extended where it was, to the day of the data.
        counted: u64,
    },
    /// More is overdue than is owed.
    OverduePrincipalAboveBalance {
        /// What is overdue.
        overdue: Fen,
        /// What is owed.
        balance: Fen,
    },
    /// The household stands in the file more than once; the first row is used.
    RepeatedHousehold,
    /// The person stands in the file more than once; the first row is used.
    RepeatedPerson,
    /// An earlier row of the household names another village; that one stays.
    HouseholdElsewhere {
        /// The file of that row.
        first_file: u32,
        /// Its line.
        first_line: u32,
    },
    /// An earlier row of the household gives another status, and no day tells which is the later; that one stays.
    StatusDiffers {
        /// The file of that row.
        first_file: u32,
        /// Its line.
        first_line: u32,
    },
    /// The village stands in the village table more than once; the first row is used.
    RepeatedVillage,
    /// Another row of the table has the same township and year, lender and day, or code; the first is used.
    RepeatedRow {
        /// The file of the row that is used.
        first_file: u32,
        /// Its line.
        first_line: u32,
        /// Whether the two rows say the same in every column that is read.
        same: bool,
    },
    /// A township filled something in for a loan that no file has.
    AnswerWithoutLoan,
    /// A township filled in another word than the bank's file has; the township's counts.
    AnswerDiffers {
        /// The bank's file.
        bank_file: u32,
        /// Its line.
        bank_line: u32,
        /// What it says.
        bank: Answered,
        /// What the township says.
        said: Answered,
    },
    /// An earlier row answers otherwise for the same loan; that one counts.
    AnswersDiffer {
        /// What this row says.
        said: Answered,
        /// What the earlier one says.
        first: Answered,
        /// The file of that row.
        first_file: u32,
        /// Its line.
        first_line: u32,
    },
    /// The period ends before it begins.
    PeriodReversed,
    /// The column looks like personal data and is left out.
    PersonalColumn {
        /// Of what sort.
        personal: Personal,
        /// Whether the header says so or the cells do.
        evidence: Evidence,
    },
    /// The header contains a word for the meaning and is none; no other column has it.
    ColumnGuessed {
        /// The meaning taken.
        field: Field,
    },
    /// Most numbers of the column end in zeros from the sixteenth digit on: a spreadsheet kept fifteen.
    RoundedNumbers {
        /// What the column means.
        field: Field,
    },
    /// The headers name no unit; it was taken from the size of the amounts.
    UnitGuessed {
        /// What the columns mean.
        fields: Vec<Field>,
        /// The unit taken.
        unit: Unit,
    },
    /// The headers name no unit and the amounts do not tell it; the columns or the file are not used.
    UnitUnknown {
        /// What the columns mean.
        fields: Vec<Field>,
    },
    /// The loan files do not give one and the same day as the day of their data.
    DifferentAsOf {
        /// The days they give.
        days: Vec<Date>,
    },
    /// The boundary file is not GeoJSON that can be read.
    NotGeoJson,
    /// A feature of the boundary file has no name or no area.
    BadFeature {
        /// The feature, from 1.
        feature: u32,
    },
    /// The file is larger than can be read.
    TooLarge {
        /// The largest size that can be read, in bytes.
        limit: u64,
    },
    /// The browser or the machine could not read the file.
    CannotRead,
    /// The bytes begin as a workbook does and are none.
    NotAWorkbook,
    /// The workbook is of a form that is not read: .xlsb, or one of Excel 95 and before.
    OtherWorkbook,
    /// The workbook opens with a password only.
    EncryptedWorkbook,
    /// The workbook, or one of its sheets, cannot be read.
    DamagedWorkbook {
        /// The sheet, where it is one.
        sheet: Option<String>,
    },
    /// The profile is of a form that another version of the program wrote.
    OtherProfile {
        /// The form it names.
        schema: String,
    },
    /// A file of parameters or views is of a form that another version of the program wrote.
    OtherForm {
        /// What it is.
        file_kind: FileKind,
        /// The form it names.
        schema: String,
    },
    /// A file of parameters or views cannot be read, or says what cannot be.
    DamagedForm {
        /// What it is.
        file_kind: FileKind,
    },
    /// The profile cannot be read.
    DamagedProfile {
        /// On that line, from 1.
        line: u32,
    },
}
