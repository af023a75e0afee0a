//! `omringd log`: verifies the access log, and prints its lines.

mod list;
mod report;

use crate::config::Config;
use crate::log_anchors::AnchorReader;
use crate::server::{self, StartError};
use clap::Subcommand;
use domain::Error;
use domain::access_log::seals::{Finding, KeyChange, SealStore, Summary, Unsealed, Verifier};
use report::{Report, sentence, verified};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Maximum number of findings that are printed; the others are counted.
const SHOWN: usize = 1_000;
/// How often the key is tried to be replaced, and the wait in between.
const TRIES: u32 = 100;
const WAIT: Duration = Duration::from_millis(100);
/// Number of anchors compared at a time.
const AT_ONCE: usize = 500;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Prints lines of the access log, one JSON object each, in the order of their commits: ids and codes, no names. Log-ins and the
    /// commands of the operator are there too. That the log was read becomes a line of it.
    List(list::Wanted),
    /// Recomputes every seal of the access log, and prints each line, block or head that was edited, removed, added or moved.
    /// Exits with 1 if there is a finding. Needs the key directory of the service.
    Verify {
        /// File with anchors, instead of OMRINGD_LOG_ANCHORS; several may be given. Without anchors, a log whose end was cut off, or
        /// that was replaced by an older copy, cannot be told from a whole one.
        #[arg(long)]
        anchors: Vec<PathBuf>,
        /// Prints the result as JSON.
        #[arg(long)]
        json: bool,
    },
}

pub(super) async fn run(config: &Config, command: Command) -> Result<(), StartError> {
    match command {
        Command::List(wanted) => list::list(config, &wanted).await,
        Command::Verify { anchors, json } => verify_and_report(config, anchors, json).await,
    }
}

#[expect(clippy::print_stdout, reason = "the answer of a command")]
async fn verify_and_report(config: &Config, anchors: Vec<PathBuf>, json: bool) -> Result<(), StartError> {
    let files = if anchors.is_empty() { config.log_anchors.clone().into_iter().collect() } else { anchors };
    let mut findings = Vec::new();
    let found = |finding| {
        if findings.len() < SHOWN {
            findings.push(finding);
        }
    };
    let summary = verify(config, &files, found).await?;
    if json {
        println!("{}", serde_json::to_string_pretty(&Report::new(&summary, &findings))?);
    } else {
        findings.iter().for_each(|finding| println!("{}", sentence(finding)));
        println!("{}", verified(&summary, !files.is_empty()));
    }
    match summary.findings {
        0 => Ok(()),
        found => Err(format!("the access log does not agree with its seals: {found} finding(s)").into()),
    }
}

/// Replaces the key that signs heads while no process seals, and returns the change.
///
/// # Errors
/// If the database or the key cannot be used, or other processes seal all the time.
pub async fn replace_key(config: &Config) -> Result<KeyChange, StartError> {
    let (database, key) = server::connect_to_log(config).await?;
    let changed = Mutex::new(None);
    let change = |Unsealed { log, last, .. }: Unsealed| {
        let done = key.replace(log, last.as_ref()).map_err(Error::internal)?;
        *changed.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
        Ok(None)
    };
    for _ in 0..TRIES {
        database.seal(0, &change).await?;
        let done = changed.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(change) = done {
            database.close().await;
            return Ok(change);
        }
        // Another process seals.
        tokio::time::sleep(WAIT).await;
    }
    database.close().await;
    Err("other processes seal the access log all the time; try again later".into())
}

/// Verifies the log and compares it with these files of anchors.
///
/// # Errors
/// If the database, the key or a file cannot be read.
pub async fn verify(
    config: &Config,
    anchors: &[PathBuf],
    found: impl FnMut(Finding) + Send,
) -> Result<Summary, StartError> {
    let (database, key) = server::connect_to_log(config).await?;
    let mut verifier = Verifier::new(database.clone(), key.keys()?, found);
    verifier.verify_log().await?;
    for file in anchors {
        let compared = compare(&mut verifier, file).await;
        compared.map_err(|error| format!("the anchors {}: {error}", file.display()))?;
    }
    let summary = verifier.end();
    database.close().await;
    Ok(summary)
}

async fn compare(verifier: &mut Verifier<'_>, file: &Path) -> Result<(), StartError> {
    let (mut reader, mut notes) = (AnchorReader::open(file)?, Vec::with_capacity(AT_ONCE));
    while let Some(note) = reader.next_note()? {
        match note {
            Some(note) => notes.push(note),
            None => verifier.unreadable_anchor(),
        }
        if notes.len() == AT_ONCE {
            verifier.verify_anchors(&std::mem::take(&mut notes)).await?;
        }
    }
    Ok(verifier.verify_anchors(&notes).await?)
}
