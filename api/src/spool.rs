//! Buffers a complete response in a file before it is sent.
//!
//! A response to a slow client then waits in the file instead of in memory. The file has no name from the start, so
//! no other process can open it and nothing of it remains, however the process ends. A short response stays in memory.

use actix_web::HttpResponse;
use actix_web::HttpResponseBuilder;
use actix_web::body::SizedStream;
use actix_web::rt::task::spawn_blocking;
use actix_web::web::Bytes;
use domain::Error;
use futures_util::stream;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes kept in memory before they are written to the file, and bytes read from the file at once.
const PIECE: usize = 64 * 1024;

/// The directory of the spooled responses, and the limit on their total size.
#[derive(Clone, Debug)]
pub(crate) struct Spools(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    directory: PathBuf,
    max: u64,
    used: AtomicU64,
}

impl Spools {
    /// Creates the spools in `directory`, with at most `max` bytes in all files together.
    #[must_use]
    pub(crate) fn new(directory: PathBuf, max: u64) -> Self {
        Self(Arc::new(Inner { directory, max, used: AtomicU64::new(0) }))
    }

    /// Returns a new, empty response.
    pub(crate) fn spool(&self) -> Spool {
        Spool { latest: Vec::new(), file: None, room: Room { of: Arc::clone(&self.0), bytes: 0 } }
    }
}

/// The file space that one response uses; released when dropped.
#[derive(Debug)]
struct Room {
    of: Arc<Inner>,
    bytes: u64,
}

impl Room {
    fn take(&mut self, bytes: usize) -> io::Result<()> {
        let more = bytes as u64;
        let within = |used: u64| used.checked_add(more).filter(|total| *total <= self.of.max);
        match self.of.used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, within) {
            Ok(_) => {
                self.bytes += more;
                Ok(())
            }
            Err(_) => Err(io::Error::new(io::ErrorKind::StorageFull, "no room for more answers that wait in files")),
        }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        self.of.used.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// A response that is being written.
#[derive(Debug)]
pub(crate) struct Spool {
    /// The last bytes written, not yet in the file.
    latest: Vec<u8>,
    file: Option<File>,
    room: Room,
}

impl Spool {
    fn spill(&mut self) -> io::Result<()> {
        self.room.take(self.latest.len())?;
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(private(&self.room.of.directory)?),
        };
        file.write_all(&self.latest)?;
        self.latest.clear();
        Ok(())
    }

    /// Returns the complete response, to be read from the beginning.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub(crate) fn finish(mut self) -> io::Result<Spooled> {
        if self.file.is_some() {
            self.spill()?;
        }
        let Self { latest, file, room } = self;
        let content = match file {
            None => Content::Memory(Cursor::new(latest)),
            Some(mut file) => {
                file.rewind()?;
                Content::File(file)
            }
        };
        Ok(Spooled { content, room })
    }
}

/// Opens a file without a name that only the user of this process can read.
fn private(directory: &std::path::Path) -> io::Result<File> {
    let file = tempfile::tempfile_in(directory)?;
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(file)
}

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.latest.extend_from_slice(bytes);
        if self.latest.len() >= PIECE {
            self.spill()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A complete response.
#[derive(Debug)]
pub(crate) struct Spooled {
    content: Content,
    room: Room,
}

#[derive(Debug)]
enum Content {
    Memory(Cursor<Vec<u8>>),
    File(File),
}

impl Read for Spooled {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        match &mut self.content {
            Content::Memory(bytes) => bytes.read(to),
            Content::File(file) => file.read(to),
        }
    }
}

impl Spooled {
    /// Builds the HTTP response with this body.
    pub(crate) fn respond(self, response: &mut HttpResponseBuilder) -> HttpResponse {
        match self.content {
            Content::Memory(bytes) => response.body(bytes.into_inner()),
            Content::File(_) => response.body(SizedStream::new(self.room.bytes, stream::try_unfold(self, Self::next))),
        }
    }

    /// Reads the next piece of the body, on demand.
    async fn next(self) -> io::Result<Option<(Bytes, Self)>> {
        let read = spawn_blocking(move || {
            let mut spooled = self;
            let mut piece = Vec::with_capacity(PIECE);
            spooled.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
            Ok((!piece.is_empty()).then(|| (piece.into(), spooled)))
        });
        read.await.map_err(io::Error::other)?
    }
}

/// Returns the error for a failed write: temporary, because a later write may succeed.
pub(crate) fn unwritten(error: io::Error) -> Error {
    Error::Unavailable(error.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spools(max: usize) -> (tempfile::TempDir, Spools) {
        let directory = tempfile::tempdir().unwrap();
        let spools = Spools::new(directory.path().to_owned(), max as u64);
        (directory, spools)
    }

    fn read(spool: Spool) -> Vec<u8> {
        let mut all = Vec::new();
        spool.finish().unwrap().read_to_end(&mut all).unwrap();
        all
    }

    #[test]
    fn what_was_written_is_read_and_leaves_nothing_behind() {
        let (directory, spools) = spools(1 << 20);
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 5 * PIECE + 7] {
            let bytes: Vec<_> = (0..length).map(|n| n.to_le_bytes()[0]).collect();
            let mut spool = spools.spool();
            bytes.chunks(1000).for_each(|chunk| spool.write_all(chunk).unwrap());
            assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0, "it has a name");
            assert_eq!(read(spool), bytes);
        }
        assert_eq!(spools.0.used.load(Ordering::Relaxed), 0);
    }

    #[cfg(unix)]
    #[test]
    fn only_this_user_may_read_it() {
        use std::os::unix::fs::MetadataExt;
        let (directory, _) = spools(1);
        let metadata = private(directory.path()).unwrap().metadata().unwrap();
        assert_eq!((metadata.mode() & 0o777, metadata.nlink()), (0o600, 0));
    }

    #[test]
    fn all_together_take_no_more_than_there_is_room_for() {
        let (_directory, spools) = spools(3 * PIECE);
        let piece = vec![1; PIECE];
        let (mut one, mut other) = (spools.spool(), spools.spool());
        one.write_all(&piece).unwrap();
        one.write_all(&piece).unwrap();
        other.write_all(&piece).unwrap();
        let refused = one.write_all(&piece).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::StorageFull);
        assert!(matches!(unwritten(refused), Error::Unavailable(_)));
        drop(one);
        other.write_all(&piece).unwrap();
        assert_eq!(read(other).len(), 2 * PIECE);
    }

    #[test]
    fn a_directory_that_is_gone_is_an_error() {
        let (directory, spools) = spools(1 << 20);
        drop(directory);
        let mut spool = spools.spool();
        spool.write_all(&[1; PIECE - 1]).unwrap();
        assert!(spool.write_all(&[1]).is_err());
    }
}
