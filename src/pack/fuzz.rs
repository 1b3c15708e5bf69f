//! The terminal command `fuzz`: the targets of `tests/fuzz`, each given ever new bytes for some seconds, led by what they
//! reach in the code.
//!
//! The fuzzer is libFuzzer, built from its crate; the coverage it is led by is compiled in by flags that a stable compiler
//! takes. Neither a nightly compiler nor cargo-fuzz is needed.

mod seeds;

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::places::Places;
use super::{SetupError, command, compile, install};

/// Seconds for a target unless others are asked for.
pub const DEFAULT_SECONDS: u64 = 10;

/// Every run begins at the same place.
const SEED: &str = "-seed=20191130";

/// A target that holds more memory than this has found something, in megabytes; the files it is given are small.
const MOST_MEMORY: u64 = 512;
/// Address space, in kilobytes: memory that is asked for and never touched is found as well.
const MOST_ADDRESSES: u64 = 1 << 20;

/// Longer than any file should take, on a machine that has other things to do.
const SLOWEST: &str = "-timeout=20";

/// Counters for the branches taken and a table of where they stand, as libFuzzer reads them, and the comparisons made.
const FLAGS: [&str; 6] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

const PURPOSE: &str = "to build the fuzz targets";

/// What is asked of the command.
pub struct Asked {
    /// Seconds for each target.
    pub seconds: u64,
    /// Names of targets; all where none is named.
    pub targets: Vec<String>,
}

/// Why the command does not succeed.
#[derive(Debug)]
pub enum Refused {
    /// A tool is not there, or did not work.
    Setup(SetupError),
    /// There is no target of this name; those there are.
    Unknown(String, Vec<String>),
    /// A target found something.
    Found(Vec<Found>),
}

/// A claim that some bytes broke.
#[derive(Debug)]
pub struct Found {
    target: String,
    /// What the fuzzer wrote while it ran.
    log: PathBuf,
    /// The bytes, kept; none where the target ended before it was given any.
    input: Option<PathBuf>,
    program: PathBuf,
}

impl Error for Refused {}

impl From<SetupError> for Refused {
    fn from(error: SetupError) -> Refused {
        Refused::Setup(error)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Setup(error) => error.fmt(f),
            Refused::Unknown(name, targets) => {
                let targets = targets.join(", ");
                write!(f, "There is no fuzz target `{name}`; there are {targets}.")
            }
            Refused::Found(all) => {
                for found in all {
                    writeln!(f, "{found}")?;
                }
                write!(f, "Fuzzing found something.")
            }
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (target, log) = (&self.target, self.log.display());
        let Some(input) = &self.input else {
            return write!(f, "`{target}` ended before its time; {log} says why.");
        };
        let (input, program) = (input.display(), self.program.display());
        write!(
            f,
            "`{target}` broke on the bytes kept in {input}. Run it again with `{program} {input}`; {log} has the rest. \
             When it is mended, keep the bytes in tests/fuzz/regressions/{target}."
        )
    }
}

/// Builds the targets and runs each for its time.
///
/// # Errors
/// A [`Refused`] that says what is missing, or which bytes broke which target and how to run it again.
pub fn command(asked: &Asked) -> Result<(), Refused> {
    let places = Places::of_this_crate()?;
    let _turn = places.wait_for_turn("fuzz")?;
    let all = targets(&places)?;
    if let Some(unknown) = asked.targets.iter().find(|name| !all.contains(name)) {
        return Err(Refused::Unknown(unknown.clone(), all));
    }
    let is_asked = |name: &String| asked.targets.is_empty() || asked.targets.contains(name);
    let programs = build(&places)?;
    let mut found = Vec::new();
    for target in all.into_iter().filter(is_asked) {
        found.extend(run(&places, &programs, target, asked.seconds)?);
    }
    if found.is_empty() {
        Ok(())
    } else {
        Err(Refused::Found(found))
    }
}

/// The names of the targets: those of their files.
fn targets(places: &Places) -> Result<Vec<String>, SetupError> {
    let folder = places.root().join("tests/fuzz/fuzz_targets");
    let files = seeds::files(&folder)?;
    let name = |path: &PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
    Ok(files.iter().filter_map(name).collect())
}

/// Compiles all targets, and returns the folder they are in.
fn build(places: &Places) -> Result<PathBuf, SetupError> {
    if !command::succeeds(Command::new("c++").arg("--version")) {
        install::debian(&["g++"], PURPOSE)?;
    }
    take_over_versions(places)?;
    let mut rustc = Command::new("rustc");
    let host = command::answer(rustc.args(["--print", "host-tuple"]), PURPOSE)?;
    let flags = FLAGS.map(Into::into);
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // With a target named, the flags are for it alone, and not for what runs while it is built.
    cargo
        .args(["build", "--release", "--bins", "--target", host.trim()])
        .current_dir(places.root().join("tests/fuzz"))
        .env("CARGO_TARGET_DIR", places.fuzz())
        .env("CARGO_ENCODED_RUSTFLAGS", compile::encoded(&flags));
    command::run(&mut cargo, PURPOSE)?;
    Ok(places.fuzz().join(host.trim()).join("release"))
}

/// What is fuzzed is what is shipped, with the same versions of everything: cargo adds what the fuzzer needs.
fn take_over_versions(places: &Places) -> Result<(), SetupError> {
    let ours = places.root().join("Cargo.lock");
    let theirs = places.root().join("tests/fuzz/Cargo.lock");
    let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified());
    let is_newer = match (changed(&ours), changed(&theirs)) {
        (Ok(ours), Ok(theirs)) => theirs > ours,
        _ => false,
    };
    if !is_newer {
        let contents = fs::read(&ours).map_err(SetupError::file(&ours))?;
        fs::write(&theirs, contents).map_err(SetupError::file(&theirs))?;
    }
    Ok(())
}

/// Runs one target for its time; what it found, if anything.
fn run(
    places: &Places,
    programs: &Path,
    target: String,
    seconds: u64,
) -> Result<Option<Found>, SetupError> {
    let corpus = places.fuzz().join("corpus").join(&target);
    let kept = places.fuzz().join("found").join(&target);
    let words = places.fuzz().join("words");
    let log = places.fuzz().join(format!("{target}.log"));
    seeds::lay(places.root(), &target, &corpus)?;
    fs::create_dir_all(&kept).map_err(SetupError::file(&kept))?;
    fs::write(&words, seeds::words()).map_err(SetupError::file(&words))?;
    let file = File::create(&log).map_err(SetupError::file(&log))?;
    let same = file.try_clone().map_err(SetupError::file(&log))?;
    let program = programs.join(&target);
    let status = limited(&program)
        .arg(&corpus)
        .args([SEED, SLOWEST])
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-rss_limit_mb={MOST_MEMORY}"))
        .arg(format!("-max_len={}", seeds::longest(&target)))
        .arg(option("-dict=", &words, ""))
        .arg(option("-artifact_prefix=", &kept, "/"))
        .stdout(file)
        .stderr(same)
        .status()
        .map_err(SetupError::file(&program))?;
    let written = fs::read(&log).map_err(SetupError::file(&log))?;
    let written = String::from_utf8_lossy(&written);
    if status.success() {
        println!("{target}: {}", summary(&written));
        return Ok(None);
    }
    eprintln!("{}", what_broke(&written));
    Ok(Some(Found {
        input: kept_input(&written),
        target,
        log,
        program,
    }))
}

/// The program with no more than so much address space.
fn limited(program: &Path) -> Command {
    let mut shell = Command::new("sh");
    shell
        .arg("-c")
        .arg(format!("ulimit -v {MOST_ADDRESSES} && exec \"$0\" \"$@\""))
        .arg(program);
    shell
}

fn option(name: &str, path: &Path, end: &str) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option.push(end);
    option
}

/// Where libFuzzer says that it kept the bytes at hand.
fn kept_input(log: &str) -> Option<PathBuf> {
    let told = log.lines().rev();
    let mut path = told.filter_map(|line| line.split_once("Test unit written to "));
    path.next().map(|(_, path)| PathBuf::from(path.trim()))
}

/// How many inputs were tried, and how much more of the code they reached than the seeds did.
fn summary(log: &str) -> String {
    let line = |word: &str| {
        log.lines()
            .rfind(|line| line.starts_with('#') && line.split_whitespace().nth(1) == Some(word))
    };
    let after = |line: Option<&str>, word: &str| -> Option<String> {
        let mut words = line?.split_whitespace();
        words.find(|found| *found == word)?;
        words.next().map(str::to_owned)
    };
    let tried = line("DONE").and_then(|line| line.split(['#', '\t', ' ']).nth(1));
    let reached = (after(line("INITED"), "cov:"), after(line("DONE"), "cov:"));
    match (tried, reached) {
        (Some(tried), (Some(first), Some(last))) => {
            format!(
                "{tried} inputs tried, {first} places in the code reached at first, {last} at the end."
            )
        }
        _ => "nothing found.".to_owned(),
    }
}

/// From the panic on, without the fuzzer's progress before it.
fn what_broke(log: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    let first = lines
        .iter()
        .position(|line| line.contains("panicked at") || line.contains("ERROR: libFuzzer"));
    let from = first.unwrap_or_else(|| lines.len().saturating_sub(20));
    lines
        .into_iter()
        .skip(from)
        .take(20)
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "INFO: seed corpus: files: 77\n\
        #78\tINITED cov: 6501 ft: 13217 corp: 74/42Kb exec/s: 0 rss: 31Mb\n\
        #80\tNEW    cov: 6501 ft: 13223 corp: 75/42Kb lim: 3000 exec/s: 0 rss: 31Mb L: 33/3000\n";

    #[test]
    fn a_run_tells_how_much_more_was_reached() {
        let log =
            format!("{LOG}#9257\tDONE   cov: 7367 ft: 20526 corp: 1107/1019Kb\nDone 9257 runs\n");
        assert_eq!(
            summary(&log),
            "9257 inputs tried, 6501 places in the code reached at first, 7367 at the end."
        );
    }

    #[test]
    fn what_broke_and_the_bytes_are_found_in_the_log() {
        let log = format!(
            "{LOG}\nthread '<unnamed>' panicked at src/a.rs:1:2:\nboth\n==1== ERROR: libFuzzer: deadly signal\n\
             artifact_prefix='/t/'; Test unit written to /t/crash-1\nBase64: AA==\n"
        );
        assert_eq!(kept_input(&log), Some(PathBuf::from("/t/crash-1")));
        assert!(what_broke(&log).starts_with("thread '<unnamed>' panicked"));
        assert_eq!(kept_input(LOG), None);
    }
}
