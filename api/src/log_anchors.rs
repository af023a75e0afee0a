//! Where heads of the access log are kept outside the database: a file, and the log of the service.

use async_trait::async_trait;
use domain::access_log::seals::{Anchors, SignedNote};
use domain::{Error, Result};
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Maximum length of a line of a note.
const LONGEST: u64 = 1_000;
/// The number of lines of a note that are not empty.
const LINES: usize = 4;

/// A file to which notes are appended.
#[derive(Debug)]
pub(crate) struct AnchorFile(PathBuf);

impl AnchorFile {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self(path)
    }
}

#[async_trait]
impl Anchors for AnchorFile {
    async fn append(&self, note: &SignedNote) -> Result<()> {
        let (path, note) = (self.0.clone(), format!("{note}\n"));
        let appended = tokio::task::spawn_blocking(move || append(&path, &note)).await.map_err(Error::internal)?;
        appended
            .map_err(|error| Error::Unavailable(format!("OMRINGD_LOG_ANCHORS: {}: {error}", self.0.display()).into()))
    }
}

/// Appends a note on lines of its own, also after one that a full disk has cut off, and waits for the disk.
fn append(path: &Path, note: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
    let mut last = [b'\n'];
    if file.seek(SeekFrom::End(0))? > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    let separator = if last == [b'\n'] { "" } else { "\n\n" };
    file.write_all(format!("{separator}{note}").as_bytes())?;
    file.sync_all()
}

/// The log of the service, which is usually kept on another machine.
#[derive(Debug)]
pub(crate) struct LoggedAnchors;

#[async_trait]
impl Anchors for LoggedAnchors {
    async fn append(&self, note: &SignedNote) -> Result<()> {
        let signature: String = note.signature.iter().map(|byte| format!("{byte:02x}")).collect();
        tracing::info!(head = note.number, hash = %note.hash, signature, log = note.name, "the access log was sealed");
        Ok(())
    }
}

/// Reads the notes of a file one by one; `None` is one that cannot be read. One that was cut off by another is passed over.
pub(crate) struct AnchorReader(io::Lines<BufReader<io::Take<File>>>, Vec<String>);

impl AnchorReader {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        Ok(Self(BufReader::new(file.take(length)).lines(), Vec::with_capacity(LINES)))
    }

    /// # Errors
    /// If the file cannot be read.
    pub(crate) fn next_note(&mut self) -> io::Result<Option<Option<SignedNote>>> {
        for line in self.0.by_ref() {
            let line = line?;
            if SignedNote::begins(&line) {
                self.1.clear();
            }
            if !line.is_empty() && self.1.len() < LINES && line.len() < usize::try_from(LONGEST).unwrap_or(usize::MAX) {
                self.1.push(line.clone());
            }
            if SignedNote::ends(&line) {
                let lines: Vec<_> = self.1.iter().map(String::as_str).collect();
                let note = SignedNote::parse(&lines).ok();
                self.1.clear();
                return Ok(Some(note));
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::access_log::seals::LogHash;

    fn note(number: i64) -> SignedNote {
        let name = "omringd/access-log/01939d00-0000-7000-8000-000000000001".to_owned();
        SignedNote { name, number, hash: LogHash([7; 32]), signature: vec![1; 68] }
    }

    fn all(path: &Path) -> Vec<Option<SignedNote>> {
        let mut reader = AnchorReader::open(path).unwrap();
        std::iter::from_fn(|| reader.next_note().unwrap()).collect()
    }

    #[test]
    fn notes_are_read_as_they_were_appended() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("anchors");
        for number in [1, 2] {
            append(&file, &format!("{}\n", note(number))).unwrap();
        }
        assert_eq!(all(&file), [Some(note(1)), Some(note(2))]);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with(&format!("{}\n1\n{}=\n\n— ", note(1).name, "BwcH".repeat(10) + "Bwc")), "{text}");
    }

    #[test]
    fn a_note_that_was_cut_off_is_passed_over() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("anchors");
        append(&file, &format!("{}\n", note(1))).unwrap();
        append(&file, "omringd/access-log/01939d00-0000-70").unwrap();
        append(&file, &format!("{}\n", note(2))).unwrap();
        assert_eq!(all(&file), [Some(note(1)), Some(note(2))]);
        append(&file, "something\n— else\n").unwrap();
        assert_eq!(all(&file).last(), Some(&None));
    }
}
