//! A browser process: started with a fresh profile, asked where it listens, killed when it goes out of scope.

use std::fs::{self, File};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a browser may take until it says where it listens.
const START_LIMIT: Duration = Duration::from_secs(60);
/// How long its children may take to end after it.
const END_LIMIT: Duration = Duration::from_secs(3);
const LOG_NAME: &str = "browser.log";

/// A running browser. Dropping it, also while a panic unwinds, ends the process and removes its profile.
pub struct Process {
    child: Child,
    profile: TempDir,
}

impl Process {
    /// Starts `command`. The profile directory must be the one the command names; the browser's own messages
    /// go to a file in it, because a pipe that nobody empties would stop the browser.
    pub fn start(mut command: Command, profile: TempDir) -> Process {
        let log = File::create(profile.path().join(LOG_NAME)).expect("the browser's log file");
        // Caches and key stores that browsers keep in the home directory go with the profile.
        let child = command
            .env("HOME", profile.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::from(log))
            .spawn()
            .unwrap_or_else(|error| panic!("{:?} does not start: {error}", command.get_program()));
        Process { child, profile }
    }

    /// The `ws://` address that follows `announcement` in the browser's messages.
    pub fn address_after(&mut self, announcement: &str) -> String {
        let deadline = Instant::now() + START_LIMIT;
        loop {
            let log = self.log();
            // Only a finished line: the address may still be half written.
            let address = log
                .split_once(announcement)
                .and_then(|(_, rest)| rest.split_once('\n'));
            if let Some((address, _)) = address {
                return address.trim().to_owned();
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                panic!("the browser ended ({status}) before it listened; it said:\n{log}");
            }
            assert!(
                Instant::now() < deadline,
                "the browser did not listen within {START_LIMIT:?}; it said:\n{log}"
            );
            sleep(Duration::from_millis(20));
        }
    }

    fn log(&self) -> String {
        let bytes = fs::read(self.profile.path().join(LOG_NAME)).expect("the browser's log file");
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only when the process is already gone.
        let _ = self.child.kill();
        let _ = self.child.wait();
        // The browser's own children end by themselves a moment later and may write until then.
        let deadline = Instant::now() + END_LIMIT;
        while fs::remove_dir_all(self.profile.path()).is_err() && self.profile.path().exists() {
            if Instant::now() > deadline {
                return;
            }
            sleep(Duration::from_millis(20));
        }
    }
}
