//! Installs what is missing with Debian's own package manager, and says first what and why.

use std::process::Command;

use super::SetupError;
use super::command;
use super::places::Places;

/// Installs those of the packages that are missing; does nothing where all are there.
///
/// `purpose` completes a sentence: "to drive the page in a real browser".
///
/// # Errors
/// [`SetupError::Missing`] where this is not Debian or not root, with the command to run;
/// [`SetupError::CommandFailed`] where the package manager does not succeed.
pub fn debian(packages: &[&str], purpose: &str) -> Result<(), SetupError> {
    if missing(packages).is_empty() {
        return Ok(());
    }
    let _turn = Places::of_this_crate()?.wait_for_turn("install")?;
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !is_debian() || !is_root() {
        return Err(SetupError::Missing {
            what: missing.join(", "),
            purpose: purpose.to_string(),
            command: format!("sudo apt-get install -y --no-install-recommends {names}"),
        });
    }
    eprintln!("Installing {names} with apt-get, {purpose}.");
    command::run(apt_get().arg("update"), purpose)?;
    command::run(
        apt_get()
            .args(["install", "-y", "--no-install-recommends"])
            .args(&missing),
        purpose,
    )
}

/// Whether Debian's package manager says that the package is installed.
pub fn is_installed(package: &str) -> bool {
    let asked = Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .output();
    asked.is_ok_and(|output| output.status.success() && output.stdout == b"installed")
}

fn missing<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    packages
        .iter()
        .copied()
        .filter(|package| !is_installed(package))
        .collect()
}

/// Whether Debian's package manager is there.
pub fn is_debian() -> bool {
    command::succeeds(Command::new("apt-get").arg("--version"))
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Quiet but for errors, asks nothing, and waits if another installation is under way.
fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command
        .args(["-qq", "-o", "DPkg::Lock::Timeout=600"])
        .env("DEBIAN_FRONTEND", "noninteractive");
    command
}
