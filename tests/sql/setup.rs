//! Sees to it that the engines are on the machine: Python's own environment below `target`, Debian's Python and Java.
//! What cannot be had is a failed test with one sentence that names the command, never a skipped one.

use std::path::{Path, PathBuf};
use std::process::Command;

use credit_atlas::pack::command::{run, succeeds};
use credit_atlas::pack::install::debian;
use credit_atlas::pack::places::Places;

/// The engines, each as it was when it was tried.
const ENGINES: [&str; 2] = ["duckdb==2.0.0", "pyspark==4.3.0"];
const PURPOSE: &str = "to run the exported SQL on Spark and DuckDB";

/// Where everything lies: the Python of the environment, and a folder to work in.
pub struct Place {
    pub python: PathBuf,
    pub folder: PathBuf,
}

/// The engines, fetched if they are not there.
pub fn engines() -> Place {
    let places = Places::of_this_crate().unwrap_or_else(|error| panic!("{error}"));
    let _turn = places
        .wait_for_turn("sql")
        .unwrap_or_else(|error| panic!("{error}"));
    let folder = places.sql();
    let environment = folder.join("venv");
    let python = environment.join("bin").join("python");
    if !succeeds(Command::new("java").arg("-version")) {
        debian(&["default-jre-headless"], PURPOSE).unwrap_or_else(|error| panic!("{error}"));
    }
    let is_there = |python: &Path| {
        let versions = "import duckdb, pyspark; print(duckdb.__version__, pyspark.__version__)";
        let output = Command::new(python).args(["-c", versions]).output();
        let wanted: Vec<&str> = ENGINES
            .iter()
            .filter_map(|own| own.split("==").nth(1))
            .collect();
        output.is_ok_and(|output| output.stdout.trim_ascii() == wanted.join(" ").as_bytes())
    };
    if !is_there(&python) {
        if !succeeds(Command::new("python3").args(["-c", "import venv, ensurepip"])) {
            debian(&["python3", "python3-venv"], PURPOSE).unwrap_or_else(|error| panic!("{error}"));
        }
        let make = run(
            Command::new("python3")
                .args(["-m", "venv"])
                .arg(&environment),
            PURPOSE,
        );
        make.unwrap_or_else(|error| panic!("{error}"));
        eprintln!("Fetching {} with pip, {PURPOSE}.", ENGINES.join(" and "));
        let mut pip = Command::new(&python);
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]);
        run(pip.args(ENGINES), PURPOSE).unwrap_or_else(|error| panic!("{error}"));
    }
    Place { python, folder }
}
