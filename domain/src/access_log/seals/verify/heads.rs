//! Walks the heads in order, and the seals and lines under each.

use super::super::{Head, HeadKeys, LogHash, MAX_LINES, Position, ReadRecord, Seal, SealStore, SignedNote, key_name};
use super::block::compare;
use super::suspects::{self, Suspect};
use super::{Finding, FindingKind, Summary};
use crate::{OrganisationId, Result};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Maximum number of heads that are read at a time.
const HEADS: u32 = 100;
/// The number of lines from which no further head is added to a page.
const LINES: i64 = 20_000;
/// How many more rows than expected are read: enough to name those that were added.
const MORE: u64 = 10_000;

/// Verifies the log of all organisations.
pub struct Verifier<'a> {
    store: Arc<dyn SealStore>,
    keys: HeadKeys,
    found: Box<dyn FnMut(Finding) + Send + 'a>,
    summary: Summary,
    /// The last head that was walked.
    previous: Option<Head>,
    /// Where the lines under it end.
    end: Position,
    chains: HashMap<OrganisationId, (i64, LogHash)>,
    suspects: Vec<Suspect>,
    /// Whether an anchor of another past was found; those after it are of that past too.
    forked: bool,
    /// The last head that an anchor knows.
    anchored: i64,
    /// The place of the key that signed the last head, from 0.
    signer: usize,
}

impl std::fmt::Debug for Verifier<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Verifier").field("summary", &self.summary).finish_non_exhaustive()
    }
}

impl<'a> Verifier<'a> {
    /// Creates a verifier that passes on what it finds.
    pub fn new(store: Arc<dyn SealStore>, keys: HeadKeys, found: impl FnMut(Finding) + Send + 'a) -> Self {
        Self {
            store,
            anchored: 0,
            signer: 0,
            keys,
            found: Box::new(found),
            summary: Summary::default(),
            previous: None,
            end: Position::START,
            chains: HashMap::new(),
            suspects: Vec::new(),
            forked: false,
        }
    }

    /// Verifies every line, seal and head. Call it first.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`].
    pub async fn verify_log(&mut self) -> Result<()> {
        loop {
            let mut heads = self.store.heads(self.summary.last_head, HEADS).await?;
            let (mut lines, mut count) = (0, 0);
            while let Some(head) = heads.get(count).filter(|_| lines < LINES) {
                lines += bounded(head);
                count += 1;
            }
            heads.truncate(count);
            if heads.is_empty() {
                break;
            }
            self.verify_page(heads, lines).await?;
        }
        // Seals without a head: it was removed.
        for seal in self.store.seals(self.summary.last_head, i64::MAX, MORE).await? {
            self.report(Finding {
                block: Some(seal.number),
                organisation: Some(seal.organisation),
                ..Finding::of_head(FindingKind::Cut, seal.head)
            });
        }
        self.resolve();
        let lag = self.store.lag().await?;
        (self.summary.unsealed, self.summary.oldest_unsealed) = (lag.lines, lag.oldest);
        Ok(())
    }

    /// Compares the log with anchors, at most some hundreds at a time.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`].
    pub async fn verify_anchors(&mut self, notes: &[SignedNote]) -> Result<()> {
        let numbers: Vec<_> = notes.iter().map(|note| note.number).collect();
        let heads = self.store.heads_of(&numbers).await?;
        let heads: HashMap<_, _> = heads.iter().map(|head| (head.number, head)).collect();
        for note in notes {
            self.summary.anchors += 1;
            if self.keys.signer_of(note, 0).is_none() {
                self.report(Finding::of_head(FindingKind::BadSignature, note.number));
                continue;
            }
            self.anchored = self.anchored.max(note.number);
            let other =
                heads.get(&note.number).is_some_and(|head| head.hash != note.hash || key_name(head.log) != note.name);
            if other && !std::mem::replace(&mut self.forked, true) {
                self.report(Finding::of_head(FindingKind::Forked, note.number));
            }
        }
        Ok(())
    }

    /// Reports an anchor that cannot be read.
    pub fn unreadable_anchor(&mut self) {
        self.report(Finding { head: None, ..Finding::of_head(FindingKind::BadSignature, 0) });
    }

    /// What was verified.
    #[must_use]
    pub fn end(mut self) -> Summary {
        let known = self.anchored.max(self.keys.last_known(self.signer));
        if known > self.summary.last_head {
            self.report(Finding::of_head(FindingKind::Cut, known));
        }
        self.summary.organisations = self.chains.len();
        self.summary
    }

    fn report(&mut self, finding: Finding) {
        self.summary.findings += 1;
        (self.found)(finding);
    }

    fn resolve(&mut self) {
        for finding in suspects::resolve(std::mem::take(&mut self.suspects)) {
            self.report(finding);
        }
    }

    fn suspect(&mut self, suspect: Suspect) {
        self.suspects.push(suspect);
        if self.suspects.len() >= suspects::MOST {
            self.resolve();
        }
    }

    async fn verify_page(&mut self, heads: Vec<Head>, lines: i64) -> Result<()> {
        let Some(until) = heads.last().map(|head| head.number) else { return Ok(()) };
        let most = u64::try_from(lines).unwrap_or_default() + MORE;
        let mut ticks: BTreeMap<i64, (Option<Head>, Vec<Seal>)> = BTreeMap::new();
        for seal in self.store.seals(self.summary.last_head, until, most).await? {
            ticks.entry(seal.head).or_default().1.push(seal);
        }
        for head in heads {
            let number = head.number;
            ticks.entry(number).or_default().0 = Some(head);
        }
        let ticks: Vec<_> = ticks
            .into_iter()
            .map(|(number, (head, seals))| (number, end(head.as_ref(), &seals), head, seals))
            .collect();
        let last = ticks.iter().filter_map(|(_, end, ..)| *end).max().unwrap_or(self.end).max(self.end);
        let mut records = self.store.records(self.end, last, most).await?.into_iter().peekable();
        for (number, end, head, seals) in ticks {
            self.end = end.unwrap_or(self.end).max(self.end);
            let mut blocks: HashMap<OrganisationId, Vec<ReadRecord>> = HashMap::new();
            while let Some(record) = records.next_if(|record| record.position <= self.end) {
                self.summary.lines += 1;
                blocks.entry(record.organisation).or_default().push(record);
            }
            self.verify_head(number, head, &seals);
            for seal in seals {
                let lines = blocks.remove(&seal.organisation).unwrap_or_default();
                self.verify_seal(&seal, lines);
            }
            for (organisation, lines) in blocks {
                lines.into_iter().for_each(|line| self.suspect(Suspect::outside(number, organisation, line)));
            }
        }
        Ok(())
    }

    fn verify_head(&mut self, number: i64, head: Option<Head>, seals: &[Seal]) {
        for missing in self.summary.last_head + 1..number {
            self.report(Finding::of_head(FindingKind::Missing, missing));
        }
        self.summary.last_head = number;
        let Some(head) = head else { return self.report(Finding::of_head(FindingKind::Missing, number)) };
        self.summary.heads += 1;
        let hashes: Vec<_> = seals.iter().map(|seal| seal.hash).collect();
        let fewer = i64::try_from(seals.len()).is_ok_and(|found| found < head.seals);
        let followed = self.previous.as_ref().map_or(LogHash::NONE, |previous| previous.hash);
        let signer = self.keys.signer_of(&SignedNote::from(&head), self.signer);
        self.signer = signer.unwrap_or(self.signer);
        let checks = [
            (head.computed_hash() == head.hash, FindingKind::Edited),
            (signer.is_some(), FindingKind::BadSignature),
            (!fewer, FindingKind::Missing),
            (fewer || LogHash::root(&hashes) == head.root, FindingKind::Edited),
            (head.previous == followed && !self.keys.contradict(&head, self.signer), FindingKind::Forked),
        ];
        for (_, kind) in checks.into_iter().filter(|(right, _)| !right) {
            self.report(Finding::of_head(kind, number));
        }
        self.previous = Some(head);
    }

    fn verify_seal(&mut self, seal: &Seal, lines: Vec<ReadRecord>) {
        self.summary.seals += 1;
        let of_seal = |kind, block| Finding {
            organisation: Some(seal.organisation),
            block: Some(block),
            ..Finding::of_head(kind, seal.head)
        };
        let (number, hash) = self.chains.get(&seal.organisation).copied().unwrap_or((0, LogHash::NONE));
        if seal.number != number + 1 {
            self.report(of_seal(FindingKind::Missing, number + 1));
        } else if seal.previous != hash {
            self.report(of_seal(FindingKind::Forked, seal.number));
        }
        self.chains.insert(seal.organisation, (seal.number, seal.hash));
        let compared = compare(seal, lines);
        if seal.computed_hash() != seal.hash || !compared.agrees && compared.suspects.is_empty() {
            self.report(of_seal(FindingKind::Edited, seal.number));
        }
        compared.suspects.into_iter().for_each(|suspect| self.suspect(suspect));
    }
}

/// The lines under a head, of which there are never more than this.
fn bounded(head: &Head) -> i64 {
    head.lines.clamp(1, i64::from(MAX_LINES))
}

/// Where the lines under a head end; by its seals if the head is gone or not as it was.
fn end(head: Option<&Head>, seals: &[Seal]) -> Option<Position> {
    let head = head.filter(|head| head.computed_hash() == head.hash).map(|head| head.last);
    head.or_else(|| seals.iter().map(|seal| seal.last).max())
}
