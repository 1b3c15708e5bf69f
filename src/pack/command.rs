//! Other programs, started and listened to: plain runs, answers as text, and runs that may take only so long.

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::SetupError;

/// Runs to the end with the terminal shared, so that its progress is seen.
///
/// # Errors
/// [`SetupError::CommandFailed`] if it cannot start or does not succeed.
pub fn run(command: &mut Command, purpose: &str) -> Result<(), SetupError> {
    let status = command
        .status()
        .map_err(|error| failed(command, purpose, error.to_string()))?;
    if status.success() {
        return Ok(());
    }
    Err(failed(command, purpose, status.to_string()))
}

/// What it writes to standard output; standard error stays on the terminal.
///
/// # Errors
/// [`SetupError::CommandFailed`] if it cannot start or does not succeed.
pub fn answer(command: &mut Command, purpose: &str) -> Result<String, SetupError> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| failed(command, purpose, error.to_string()))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(failed(command, purpose, output.status.to_string()))
}

/// Whether it succeeds, heard by nobody. A program that is not there does not succeed.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Whether it succeeds within the limit; it is ended when the limit has passed.
pub fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command.stdin(Stdio::null()).spawn() else {
        return false;
    };
    let end = Instant::now() + limit;
    while Instant::now() < end {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(50)),
            Err(_) => return false,
        }
    }
    // It may just have ended by itself: then there is nothing to end, and nothing to report.
    let _ = child.kill();
    let _ = child.wait();
    false
}

/// The command as one would type it.
pub fn as_typed(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn failed(command: &Command, purpose: &str, detail: String) -> SetupError {
    SetupError::CommandFailed {
        command: as_typed(command),
        purpose: purpose.to_string(),
        detail,
    }
}
