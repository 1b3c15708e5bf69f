//! Tables as CSV: UTF-8 with byte order mark and CRLF, a total row where there is one, and where it comes from at the end.

use std::collections::HashMap;

use crate::report::{
    CreditVillageRow, Date, Figures, FileReading, Finding, Month, Reading, RepaymentBasis, Report,
    Settings, policy::ParameterChoices,
};
use crate::text::{Lang, SEMICOLON, Words, finding, mending, parameter, table};

use super::cell::Cell;
use super::figures::{amounts, columns, of_counts};

/// What every table says of itself at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// 统计时点; none before one is settled.
    pub as_of: Option<Date>,
    /// The names of the files.
    pub files: Vec<String>,
    /// The parameters of the rules; none for a table that no rule touches.
    pub parameters: Option<ParameterChoices>,
}

impl Source {
    /// The source of a report.
    pub fn of(report: &Report) -> Source {
        Source::read(&report.reading, Some(report.as_of)).under(&report.settings)
    }

    /// The source of what was read.
    pub fn read(reading: &Reading, as_of: Option<Date>) -> Source {
        Source {
            as_of,
            files: reading.files.iter().map(|file| file.name.clone()).collect(),
            parameters: None,
        }
    }

    /// The same, of a table that was worked out under these settings.
    #[must_use]
    pub fn under(self, settings: &Settings) -> Source {
        Source {
            parameters: Some(settings.parameters.clone()),
            ..self
        }
    }
}

/// A table being written, row by row: a register of a million loans is never held twice.
pub struct Table {
    writer: ::csv::Writer<Vec<u8>>,
    width: usize,
    lang: Lang,
}

/// Writing into memory cannot fail, and rows of any width are allowed.
const WRITES: &str = "a row can be written into memory";

impl Table {
    /// Begins a table with its headings.
    pub fn new<H: AsRef<str>>(headings: &[H], lang: Lang) -> Table {
        // Without its mark Excel takes UTF-8 for the system's code page.
        let out = "\u{feff}".as_bytes().to_vec();
        let mut writer = ::csv::WriterBuilder::new()
            .terminator(::csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(out);
        writer
            .write_record(headings.iter().map(AsRef::as_ref))
            .expect(WRITES);
        Table {
            writer,
            width: headings.len(),
            lang,
        }
    }

    /// Adds a row.
    pub fn push(&mut self, cells: &[Cell<'_>]) {
        for cell in cells {
            self.writer
                .write_field(cell.written().as_ref())
                .expect(WRITES);
        }
        self.end_row(cells.len());
    }

    /// Ends the table with parameters, day, audience and files, every row as wide as the others.
    pub fn finish(mut self, source: &Source) -> Vec<u8> {
        let day = source.as_of.map(|day| day.to_string());
        let day = day.unwrap_or_else(|| table::NO_DAY.of(self.lang).to_owned());
        let files = source.files.join(SEMICOLON.of(self.lang));
        if let Some(choices) = &source.parameters {
            let told = parameter::printed(choices, self.lang);
            self.note(parameter::TITLE, &told);
        }
        self.note(table::AS_OF, &day);
        self.note(table::AUDIENCE, table::INTERNAL.of(self.lang));
        self.note(table::SOURCE, &files);
        self.writer.into_inner().expect(WRITES)
    }

    /// Adds a line that says something of the whole table, below its rows.
    pub fn note(&mut self, name: Words, text: &str) {
        let name = Cell::text(name.of(self.lang));
        self.push(&[name, Cell::text(text)]);
    }

    fn end_row(&mut self, written: usize) {
        for _ in written..self.width {
            self.writer.write_field("").expect(WRITES);
        }
        self.writer.write_record(None::<&[u8]>).expect(WRITES);
    }
}

/// By township, with the county as total.
pub fn townships(report: &Report, lang: Lang) -> Vec<u8> {
    let rows = report
        .townships
        .iter()
        .map(|row| (vec![row.township.as_str()], &row.figures));
    grouped(report, &[table::TOWNSHIP], rows, lang)
}

/// By village, with the county as total.
pub fn villages(report: &Report, lang: Lang) -> Vec<u8> {
    let rows = report.villages.iter().map(|row| {
        let place = vec![row.township.as_str(), row.village.as_str()];
        (place, &row.figures)
    });
    grouped(report, &[table::TOWNSHIP, table::VILLAGE], rows, lang)
}

/// By lender, with the county as total.
pub fn lenders(report: &Report, lang: Lang) -> Vec<u8> {
    let rows = report
        .lenders
        .iter()
        .map(|row| (vec![row.lender.as_str()], &row.figures));
    grouped(report, &[table::LENDER], rows, lang)
}

fn grouped<'a>(
    report: &'a Report,
    names: &[Words],
    rows: impl Iterator<Item = (Vec<&'a str>, &'a Figures)>,
    lang: Lang,
) -> Vec<u8> {
    let total = columns(&report.total, lang);
    let mut headings: Vec<String> = names.iter().map(|n| n.of(lang).to_owned()).collect();
    headings.extend(total.iter().map(|(heading, _)| heading.clone()));
    let mut table = Table::new(&headings, lang);
    for (place, figures) in rows {
        let figures = columns(figures, lang).into_iter().map(|(_, cell)| cell);
        let cells: Vec<Cell<'_>> = place.into_iter().map(Cell::text).chain(figures).collect();
        table.push(&cells);
    }
    let mut cells = vec![Cell::text(table::TOTAL.of(lang))];
    cells.resize(names.len(), Cell::text(""));
    cells.extend(total.into_iter().map(|(_, cell)| cell));
    table.push(&cells);
    table.finish(&Source::of(report))
}

/// What falls due by month, with a total. Its households are counted once each, not added up: one may be in two months.
pub fn months(report: &Report, lang: Lang) -> Vec<u8> {
    let headings = [
        table::MONTH,
        table::LOANS,
        table::HOUSEHOLDS,
        table::FALLING_DUE,
        table::OVERDUE,
        table::PEAK,
    ];
    let mut out = Table::new(&headings.map(|h| h.of(lang)), lang);
    for row in &report.maturities {
        out.push(&[
            Cell::Figure(month(row.month, lang)),
            Cell::count(row.loans),
            Cell::count(row.households),
            Cell::yuan(row.outstanding_principal),
            Cell::yuan(row.overdue_principal),
            match row.is_peak {
                Some(is_peak) => yes_or_no(is_peak, lang),
                None => Cell::text(table::UNKNOWN.of(lang)),
            },
        ]);
    }
    let rows = report.maturities.iter();
    out.push(&[
        Cell::text(table::TOTAL.of(lang)),
        Cell::count(rows.clone().map(|row| row.loans).sum()),
        Cell::count(report.total.outstanding_households),
        Cell::yuan(rows.clone().map(|row| row.outstanding_principal).sum()),
        Cell::yuan(rows.map(|row| row.overdue_principal).sum()),
        Cell::text(""),
    ]);
    out.finish(&Source::of(report))
}

/// `2019 年 12 月` for spreadsheets in Chinese, which take `2019-12` for `Dec-19`.
fn month(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => crate::text::chart::month(month, lang).replace(' ', ""),
        Lang::En => month.to_string(),
    }
}

/// The order of villages, then those with too few matured loans, then those that cannot be told.
pub fn credit_villages(report: &Report, lang: Lang) -> Vec<u8> {
    let villages = &report.credit_villages;
    let repayment = match villages.basis {
        RepaymentBasis::OnTime => table::ON_TIME,
        RepaymentBasis::ByAsOf => table::REPAID,
    };
    let words = |words: Words| words.of(lang).to_owned();
    let mut headings = vec![
        words(table::LIST),
        words(table::RANK),
        words(table::TIED),
        words(table::TOWNSHIP),
        words(table::VILLAGE),
        words(table::OUTSTANDING_LOANS),
        words(table::MATURED_LOANS),
    ];
    headings.extend(table::rate(repayment.of(lang), None, lang));
    let overdue =
        crate::text::definition::name(crate::text::definition::Indicator::OverdueByAmount);
    let yuan = crate::text::number::MoneyUnit::Yuan.name(lang);
    headings.extend(table::rate(overdue.of(lang), Some(yuan), lang));
    headings.push(words(table::CREDIT_HOUSEHOLDS));
    headings.push(words(table::ALL_HOUSEHOLDS));
    let mut out = Table::new(&headings, lang);
    let lists = [
        (table::RANKED, &villages.ranked),
        (table::TOO_FEW, &villages.too_few),
        (table::UNDETERMINED, &villages.undetermined),
    ];
    for (list, rows) in lists {
        for row in rows {
            out.push(&credit_village(row, list, lang));
        }
    }
    out.finish(&Source::of(report))
}

fn credit_village(row: &CreditVillageRow, list: Words, lang: Lang) -> Vec<Cell<'_>> {
    let known = |count: Option<u64>| match count {
        Some(count) => Cell::count(count),
        None => Cell::text(table::UNKNOWN.of(lang)),
    };
    let rank = match row.rank {
        Some(rank) => Cell::count(u64::from(rank)),
        None => Cell::text(table::NOT_APPLICABLE.of(lang)),
    };
    let mut cells = vec![
        Cell::text(list.of(lang)),
        rank,
        yes_or_no(row.is_tied, lang),
        Cell::text(row.township.as_str()),
        Cell::text(row.village.as_str()),
        Cell::count(row.outstanding_loans),
        Cell::count(row.matured_loans),
    ];
    cells.extend(of_counts(&row.repayment, lang));
    cells.extend(amounts(&row.overdue_by_amount, lang));
    cells.push(known(row.credit_households));
    cells.push(known(row.all_households));
    cells
}

/// The loans that the report lists whose household the roster lacks. All of them are in the register.
pub fn not_in_roster(report: &Report, lang: Lang) -> Vec<u8> {
    let headings = [
        table::LOAN_NUMBER,
        table::TOWNSHIP,
        table::VILLAGE,
        table::BALANCE,
        table::FILE,
        table::LINE,
    ];
    let mut out = Table::new(&headings.map(|h| h.of(lang)), lang);
    for place in &report.not_in_roster.first {
        out.push(&[
            Cell::text(place.loan_number.as_str()),
            Cell::text(place.township.as_str()),
            Cell::text(place.village.as_str()),
            Cell::yuan(place.outstanding_principal),
            Cell::text(file_name(&report.reading.files, place.file, lang)),
            Cell::count(u64::from(place.line)),
        ]);
    }
    out.finish(&Source::of(report))
}

/// What was wrong in the files: as many findings as are given, in their order, and then for each file how many it has
/// beyond those.
pub fn findings<'a>(
    reading: &Reading,
    findings: impl IntoIterator<Item = &'a Finding>,
    as_of: Option<Date>,
    lang: Lang,
) -> Vec<u8> {
    let headings = [
        table::FILE,
        table::SHEET,
        table::LINE,
        table::COLUMN,
        table::HEADER,
        table::FOUND,
        table::PROBLEM,
        table::WANTED,
        table::OUTCOME,
        table::SENTENCE,
    ];
    let mut out = Table::new(&headings.map(|h| h.of(lang)), lang);
    let mut listed: HashMap<u32, u64> = HashMap::new();
    for finding in findings {
        *listed.entry(finding.file).or_insert(0) += 1;
        out.push(&one_finding(finding, &reading.files, lang));
    }
    for (at, file) in (0_u32..).zip(&reading.files) {
        let shared = reading.findings.iter().filter(|f| f.file == at).count() as u64;
        let listed = listed
            .get(&at)
            .map_or(0, |listed| listed.saturating_sub(shared));
        let rest = file.findings_total.saturating_sub(listed);
        if rest > 0 {
            let mut cells = vec![Cell::text(&file.name), sheet(Some(file), lang)];
            cells.resize(headings.len() - 1, Cell::text(""));
            cells.push(Cell::text(mending::not_exported(rest, lang)));
            out.push(&cells);
        }
    }
    out.finish(&Source::read(reading, as_of))
}

fn one_finding<'a>(finding: &'a Finding, files: &'a [FileReading], lang: Lang) -> [Cell<'a>; 10] {
    let place = |at: Option<u32>| match at {
        Some(at) => Cell::count(u64::from(at)),
        None => Cell::text(table::NOT_APPLICABLE.of(lang)),
    };
    [
        Cell::text(file_name(files, finding.file, lang)),
        sheet(files.get(finding.file as usize), lang),
        place(finding.line),
        place(finding.column),
        text_or_none(finding.header.as_deref(), lang),
        text_or_none(finding.found.as_deref(), lang),
        Cell::text(finding::short(&finding.problem, lang)),
        Cell::text(finding::wanted(&finding.problem, lang)),
        Cell::text(finding::outcome_short(finding.outcome).of(lang)),
        Cell::text(finding::sentence(finding, files, lang)),
    ]
}

/// The sheet of a workbook; a file that is none has no sheets.
fn sheet(file: Option<&FileReading>, lang: Lang) -> Cell<'_> {
    let sheet = file.and_then(|file| file.sheet.as_deref());
    Cell::text(sheet.unwrap_or(table::NOT_APPLICABLE.of(lang)))
}

fn text_or_none(text: Option<&str>, lang: Lang) -> Cell<'_> {
    Cell::text(text.unwrap_or(table::NONE.of(lang)))
}

/// The findings that a reading lists: those of no one file, then file by file.
pub fn listed(reading: &Reading) -> impl Iterator<Item = &Finding> {
    let of_files = reading.files.iter().flat_map(|file| &file.findings);
    reading.findings.iter().chain(of_files)
}

fn file_name(files: &[FileReading], file: u32, lang: Lang) -> &str {
    usize::try_from(file)
        .ok()
        .and_then(|at| files.get(at))
        .map_or(table::UNKNOWN.of(lang), |file| file.name.as_str())
}

pub(super) fn yes_or_no(yes: bool, lang: Lang) -> Cell<'static> {
    Cell::text(if yes { table::YES } else { table::NO }.of(lang))
}
