//! The terminal command `analyze`: the same engine on the same files, without a browser.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::export::json;
use crate::intake::file_read::Intake;
use crate::intake::recognise::HEAD;
use crate::intake::session::{Session, Wanted};
use crate::report::build::{reading, report};
use crate::report::policy::{ParameterChoices, ParameterFile, policy};
use crate::report::{Date, Fen, Figures, Rate, Reading, Report, Settings};
use crate::text::definition::{Indicator, name};
use crate::text::number::{MoneyUnit, count, count_fraction, money, money_fraction, percent};
use crate::text::{Lang, field, finding};

/// Bytes read at a time.
const SLICE: usize = 4 << 20;

/// What is asked of the command.
pub struct Asked {
    /// The files.
    pub files: Vec<PathBuf>,
    /// 统计时点; none where the files are to say.
    pub as_of: Option<Date>,
    /// Whether the answer is JSON, else a table to read.
    pub as_json: bool,
    /// The settings.
    pub settings: Settings,
}

/// Why there is no answer.
#[derive(Debug)]
pub enum Refused {
    /// A file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A file is no table of parameters; in the reader's words.
    NoParameters(PathBuf, String),
    /// No loan was read.
    NoLoans(Box<Reading>),
    /// No day is given, and the files give none or several.
    NoDay(Vec<Date>),
}

impl std::error::Error for Refused {}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Refused::Unreadable(path, error) => {
                write!(f, "{} cannot be read: {error}.", path.display())
            }
            Refused::NoParameters(path, why) => {
                write!(f, "{} is no table of parameters: {why}.", path.display())
            }
            Refused::NoLoans(reading) => {
                write!(
                    f,
                    "No loan was read, so there is nothing to report.\n{}",
                    of_reading(reading)
                )
            }
            Refused::NoDay(days) if days.is_empty() => {
                write!(
                    f,
                    "The files give no day; name it with --as-of, such as --as-of 2019-11-30."
                )
            }
            Refused::NoDay(days) => {
                let days: Vec<String> = days.iter().map(Date::to_string).collect();
                write!(
                    f,
                    "The files give several days ({}); name one with --as-of.",
                    days.join(", ")
                )
            }
        }
    }
}

/// The parameters that a file sets.
///
/// # Errors
/// Where the file cannot be read, or is no table of parameters.
pub fn parameters(path: &Path) -> Result<ParameterChoices, Refused> {
    let unreadable = |error| Refused::Unreadable(path.to_owned(), error);
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    ParameterFile::read(text).map_err(|why| Refused::NoParameters(path.to_owned(), why))
}

/// Reads files from disk.
///
/// # Errors
/// Where a file cannot be read; what is wrong inside a file is a finding.
pub fn read(files: &[PathBuf]) -> Result<Intake, Refused> {
    let mut session = Session::new();
    for path in files {
        read_file(&mut session, path).map_err(|error| Refused::Unreadable(path.clone(), error))?;
    }
    Ok(session.finish())
}

fn read_file(session: &mut Session, path: &Path) -> io::Result<()> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut head = Vec::new();
    file.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    if let Wanted::From(start) = session.open(&name, size, &head) {
        file.seek(SeekFrom::Start(start))?;
        let mut buffer = vec![0; SLICE];
        loop {
            let length = file.read(&mut buffer)?;
            if length == 0 {
                break;
            }
            session.feed(length, |into| into.copy_from_slice(&buffer[..length]));
        }
    }
    session.close();
    Ok(())
}

/// The day asked for, or the one day that the files give.
///
/// # Errors
/// Where the files give no day, or several.
pub fn day(asked: Option<Date>, reading: &Reading) -> Result<Date, Refused> {
    match (asked, reading.as_of_candidates.as_slice()) {
        (Some(day), _) => Ok(day),
        (None, [only]) => Ok(only.date),
        (None, several) => Err(Refused::NoDay(
            several.iter().map(|candidate| candidate.date).collect(),
        )),
    }
}

/// The report of files, before it is written.
///
/// # Errors
/// A [`Refused`] that says why there is none.
pub fn analyze(asked: &Asked) -> Result<Report, Refused> {
    let intake = read(&asked.files)?;
    let understood = reading(&intake);
    if understood.loans == 0 {
        return Err(Refused::NoLoans(Box::new(understood)));
    }
    let as_of = day(asked.as_of, &understood)?;
    let mut settings = asked.settings.clone();
    // What the command was told counts; else a file of parameters among the files.
    if let Some(parameters) = understood.parameters
        && settings.parameters == ParameterChoices::default()
    {
        settings.parameters = parameters;
    }
    let mut report = report(&intake, as_of, &settings)
        .map_err(|_| Refused::NoLoans(Box::new(reading(&intake))))?;
    report.policy = Some(policy(&intake.county, as_of, &settings));
    Ok(report)
}

/// The answer as bytes: JSON, or a table to read.
///
/// # Errors
/// A [`Refused`] that says why there is none.
pub fn command(asked: &Asked) -> Result<Vec<u8>, Refused> {
    let report = analyze(asked)?;
    if asked.as_json {
        return Ok(json::report(&report));
    }
    Ok(format!("{}\n{}", of_reading(&report.reading), of_report(&report)).into_bytes())
}

const LANG: Lang = Lang::Zh;

fn of_reading(reading: &Reading) -> String {
    let mut out = String::new();
    for file in &reading.files {
        let kind = field::kind(file.kind).of(LANG);
        let (rows, used, set_aside) = (count(file.rows), count(file.used), count(file.set_aside));
        // Writing into a String cannot fail.
        let _ = writeln!(
            out,
            "{}　{kind}　{rows} 行 = 采用 {used} + 搁置 {set_aside}",
            file.name
        );
        for problem in &file.findings {
            let _ = writeln!(
                out,
                "  {}",
                finding::sentence(problem, &reading.files, LANG)
            );
        }
    }
    for problem in &reading.findings {
        let _ = writeln!(out, "{}", finding::sentence(problem, &reading.files, LANG));
    }
    out
}

/// The main figures of a report, each with numerator and denominator.
pub fn of_report(report: &Report) -> String {
    let mut out = format!("统计时点 {}\n", report.as_of);
    for (indicator, figure) in main_figures(&report.total) {
        let _ = writeln!(out, "{}　{figure}", name(indicator).of(LANG));
    }
    out
}

fn main_figures(total: &Figures) -> Vec<(Indicator, String)> {
    let of_money = |rate: &Rate<Fen>| {
        format!(
            "{}（{} 万元）",
            percent(rate.percent),
            money_fraction(rate, MoneyUnit::TenThousandYuan)
        )
    };
    let of_count =
        |rate: &Rate<u64>| format!("{}（{}）", percent(rate.percent), count_fraction(rate));
    let balance = money(total.outstanding_principal, MoneyUnit::TenThousandYuan);
    vec![
        (Indicator::OutstandingPrincipal, format!("{balance} 万元")),
        (Indicator::Loans, count(total.loans)),
        (Indicator::OutstandingLoans, count(total.outstanding_loans)),
        (
            Indicator::OutstandingHouseholds,
            count(total.outstanding_households),
        ),
        (
            Indicator::OverdueByAmount,
            of_money(&total.overdue_by_amount),
        ),
        (Indicator::OverdueByLoans, of_count(&total.overdue_by_loans)),
        (
            Indicator::OverdueByHouseholds,
            of_count(&total.overdue_by_households),
        ),
        (Indicator::NplByAmount, of_money(&total.npl_by_amount)),
        (Indicator::NplByLoans, of_count(&total.npl_by_loans)),
        (Indicator::Coverage, of_count(&total.coverage)),
        (Indicator::OnTimeByLoans, of_count(&total.on_time_by_loans)),
    ]
}
