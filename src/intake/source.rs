//! Files that are in memory, fed to a session as a browser or a disk would feed them.

use super::recognise::HEAD;
use super::session::{Session, Wanted};

/// Reads one file that is in memory, in slices of at most `slice` bytes.
pub fn read(session: &mut Session, name: &str, bytes: &[u8], slice: usize) {
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Wanted::From(start) = session.open(name, bytes.len() as u64, head) {
        let rest = usize::try_from(start)
            .ok()
            .and_then(|start| bytes.get(start..))
            .unwrap_or(&[]);
        for part in rest.chunks(slice.max(1)) {
            session.feed(part.len(), |into| into.copy_from_slice(part));
        }
    }
    session.close();
}
