//! What can be asked in a terminal, and the answers.

use std::env;
use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use lexopt::{Arg, Parser, ValueExt};

use crate::export::sql::Dialect;
use crate::intake::session::Session;
use crate::intake::source;
use crate::report::{Date, Settings};
use crate::sample;

use super::analyze::{self, Asked};
use super::{fuzz, sql};

const HELP: &str = "\
Credit Atlas reads 扶贫小额信贷 loans and explains them in one HTML file.

cargo run                       Build dist/credit-atlas.html and open it; without a display, print its path.
cargo run -- analyze FILES…     Read the files as the page does and print the report.
    --as-of 2019-11-30          The day of the report; needed where the files do not give one day.
    --json                      As JSON, byte for byte what the page exports; otherwise a table to read.
    --parameters FILE           The table of parameters that the page saved.
    --minimum-matured-loans 10  Villages with fewer matured loans have no place in the order.
cargo run -- sample --out DIR   Write the invented county's files.
    --loans 12000               How many loans; townships, villages and households follow.
    --seed 20191202             Another seed is another county.
cargo run -- sql FILES…         Print the rules and indicators as SQL, for the day that the files give.
    --dialect spark             Whose SQL: spark or duckdb.
    --as-of 2019-11-30          The day; then no file is needed.
    --parameters FILE           The parameters as the page saves them; otherwise those that are shipped.
    --data DIR                  Write what the files say into the folder, as CSV for the tables of the SQL.
cargo run -- lint               Check the code the browser gets with clippy.
cargo run -- fuzz [TARGET…]     Give the readers bytes that no one thought of (tests/fuzz).
    --seconds 10                How long for each target.
cargo run -- --help             Show this.
";

/// Does what the arguments ask.
///
/// # Errors
/// Anything that stops it, as a sentence.
pub fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = Parser::from_env();
    match arguments.next()? {
        None => build_and_open(),
        Some(Arg::Short('h') | Arg::Long("help")) => print(HELP.as_bytes()),
        Some(Arg::Value(command)) => match command.to_str() {
            Some("lint") => Ok(super::lint()?),
            Some("fuzz") => Ok(fuzz::command(&fuzzing(&mut arguments)?)?),
            Some("analyze") => print(&analyze::command(&asked(&mut arguments)?)?),
            Some("sql") => print(sql::command(&sql_asked(&mut arguments)?)?.as_bytes()),
            Some("sample") => write_sample(&mut arguments),
            _ => Err(unknown(&command.to_string_lossy())),
        },
        Some(other) => Err(other.unexpected().into()),
    }
}

fn unknown(command: &str) -> Box<dyn Error> {
    format!("There is no command `{command}`. `cargo run -- --help` lists what there is.").into()
}

fn asked(arguments: &mut Parser) -> Result<Asked, Box<dyn Error>> {
    let mut asked = Asked {
        files: Vec::new(),
        as_of: None,
        as_json: false,
        settings: Settings::default(),
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("as-of") => {
                asked.as_of = Some(day(arguments)?);
            }
            Arg::Long("json") => asked.as_json = true,
            Arg::Long("minimum-matured-loans") => {
                asked.settings.minimum_matured_loans = arguments.value()?.parse()?;
            }
            Arg::Long("parameters") => {
                let path = PathBuf::from(arguments.value()?);
                asked.settings.parameters = analyze::parameters(&path)?;
            }
            Arg::Value(path) => asked.files.push(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    if asked.files.is_empty() {
        return Err(
            "Name at least one file: cargo run -- analyze FILES… --as-of 2019-11-30.".into(),
        );
    }
    Ok(asked)
}

fn day(arguments: &mut Parser) -> Result<Date, Box<dyn Error>> {
    let text = arguments.value()?.string()?;
    let day = text.parse();
    day.map_err(|_| format!("--as-of wants a day such as 2019-11-30, not `{text}`.").into())
}

fn sql_asked(arguments: &mut Parser) -> Result<sql::Asked, Box<dyn Error>> {
    let mut asked = sql::Asked {
        dialect: Dialect::Spark,
        as_of: None,
        parameters: None,
        data: None,
        files: Vec::new(),
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("dialect") => {
                let name = arguments.value()?.string()?;
                asked.dialect = Dialect::of_name(&name)
                    .ok_or_else(|| format!("--dialect is spark or duckdb, not `{name}`."))?;
            }
            Arg::Long("as-of") => asked.as_of = Some(day(arguments)?),
            Arg::Long("parameters") => asked.parameters = Some(arguments.value()?.into()),
            Arg::Long("data") => asked.data = Some(arguments.value()?.into()),
            Arg::Value(path) => asked.files.push(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(asked)
}

fn fuzzing(arguments: &mut Parser) -> Result<fuzz::Asked, Box<dyn Error>> {
    let mut asked = fuzz::Asked {
        seconds: fuzz::DEFAULT_SECONDS,
        targets: Vec::new(),
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("seconds") => asked.seconds = arguments.value()?.parse()?,
            Arg::Value(target) => asked.targets.push(target.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(asked)
}

fn write_sample(arguments: &mut Parser) -> Result<(), Box<dyn Error>> {
    let (mut loans, mut seed, mut out) = (sample::DEFAULT_LOANS, sample::DEFAULT_SEED, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("loans") => loans = arguments.value()?.parse()?,
            Arg::Long("seed") => seed = arguments.value()?.parse()?,
            Arg::Long("out") => out = Some(PathBuf::from(arguments.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let out = out.ok_or("Say where to write: cargo run -- sample --out DIR.")?;
    for path in super::sample::command(loans, &out, seed)? {
        print(format!("{}\n", path.display()).as_bytes())?;
    }
    Ok(())
}

/// A reader that has gone away, as `head` does, is no fault.
fn print(bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    match std::io::stdout().write_all(bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn build_and_open() -> Result<(), Box<dyn Error>> {
    let page = super::page()?;
    println!("{}", page.display());
    println!("{}", figures_of_the_sample()?);
    if has_display() {
        open(&page);
    }
    Ok(())
}

/// The sample's main figures, by the same engine that the page runs.
fn figures_of_the_sample() -> Result<String, Box<dyn Error>> {
    let mut session = Session::new();
    for file in sample::later_month() {
        source::read(&mut session, &file.path, &file.bytes, file.bytes.len());
    }
    let intake = session.finish();
    let reading = crate::report::build::reading(&intake);
    let day = reading
        .as_of_candidates
        .first()
        .ok_or("The sample gives no day.")?
        .date;
    let report = crate::report::build::report(&intake, day, &Settings::default())
        .map_err(|_| "The sample has no loans.")?;
    Ok(format!(
        "示例数据（云岫县，虚构）sample data of an invented county\n{}",
        analyze::of_report(&report)
    ))
}

fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(is_set)
}

/// The browser may live as long as it likes. That none opened is no failure: the path stands in the terminal.
fn open(page: &Path) {
    let opened = Command::new("xdg-open")
        .arg(page)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if opened.is_err() {
        eprintln!("No browser could be opened; open the file above yourself.");
    }
}
