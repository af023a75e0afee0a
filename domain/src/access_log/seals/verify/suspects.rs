//! Lines that are not as they were sealed, kept until it is known whether two of them changed places.

use super::super::{LogRecord, ReadRecord, Seal};
use super::{Finding, FindingKind};
use crate::OrganisationId;
use std::collections::HashMap;
use uuid::Uuid;

/// Maximum number of suspects among which swaps are looked for.
pub(super) const MOST: usize = 200;

/// A sealed line that was not found, a line that was found and is not sealed, or both in the same place.
pub(super) struct Suspect {
    head: i64,
    organisation: OrganisationId,
    block: Option<i64>,
    place: Option<i64>,
    /// The tag of the sealed line.
    tag: Option<Vec<u8>>,
    /// The id of the line that was found.
    line: Option<Uuid>,
    record: Option<LogRecord>,
}

impl Suspect {
    pub(super) fn in_block(seal: &Seal, place: Option<i64>, tag: Option<Vec<u8>>, line: Option<ReadRecord>) -> Self {
        let id = line.as_ref().map(|line| line.position.id);
        let record = line.and_then(|line| line.record);
        let (organisation, block) = (seal.organisation, Some(seal.number));
        Self { head: seal.head, organisation, block, place, tag, line: id, record }
    }

    /// A line of an organisation without a seal under this head.
    pub(super) fn outside(head: i64, organisation: OrganisationId, line: ReadRecord) -> Self {
        let id = Some(line.position.id);
        Self { head, organisation, block: None, place: None, tag: None, line: id, record: line.record }
    }

    fn finding(&self, kind: FindingKind) -> Finding {
        Finding {
            kind,
            head: Some(self.head),
            organisation: Some(self.organisation),
            block: self.block,
            place: self.place,
            line: self.line,
            other: None,
        }
    }
}

/// Resolves the suspects to findings.
pub(super) fn resolve(mut suspects: Vec<Suspect>) -> Vec<Finding> {
    let mut findings = swapped(&mut suspects);
    findings.extend(suspects.iter().filter_map(|suspect| {
        let kind = match (&suspect.tag, suspect.line) {
            (Some(_), Some(_)) => FindingKind::Edited,
            (Some(_), None) => FindingKind::Missing,
            (None, Some(_)) => FindingKind::Foreign,
            (None, None) => return None,
        };
        Some(suspect.finding(kind))
    }));
    findings
}

/// Takes out the pairs of lines that are both as they were sealed once their places are exchanged.
fn swapped(suspects: &mut [Suspect]) -> Vec<Finding> {
    let mut tags: HashMap<Vec<u8>, usize> =
        suspects.iter().enumerate().filter_map(|(at, one)| Some((one.tag.clone()?, at))).collect();
    let mut findings = Vec::new();
    for first in 0..suspects.len() {
        for second in first + 1..suspects.len() {
            let Some((one, other)) = exchanged(&suspects[first], &suspects[second], &tags) else { continue };
            let finding = suspects[first].finding(FindingKind::Swapped);
            findings.push(Finding { other: suspects[second].line, ..finding });
            for tag in [one, other] {
                if let Some(at) = tags.remove(&tag) {
                    suspects[at].tag = None;
                }
            }
            for at in [first, second] {
                suspects[at].line = None;
                suspects[at].record = None;
            }
            break;
        }
    }
    findings
}

/// The tags of both lines if an exchange makes them the sealed ones.
fn exchanged(first: &Suspect, second: &Suspect, tags: &HashMap<Vec<u8>, usize>) -> Option<(Vec<u8>, Vec<u8>)> {
    let (first, second) = (first.record.as_ref()?, second.record.as_ref()?);
    let exchanges: [fn(&mut LogRecord, &mut LogRecord); 3] = [
        |a, b| {
            (a.position.epoch, b.position.epoch, a.position.commit, b.position.commit) =
                (b.position.epoch, a.position.epoch, b.position.commit, a.position.commit)
        },
        |a, b| std::mem::swap(&mut a.position.id, &mut b.position.id),
        |a, b| std::mem::swap(&mut a.position, &mut b.position),
    ];
    exchanges.iter().find_map(|exchange| {
        let (mut first, mut second) = (first.clone(), second.clone());
        exchange(&mut first, &mut second);
        let (one, other) = (first.leaf().tag().to_vec(), second.leaf().tag().to_vec());
        (one != other && tags.contains_key(&one) && tags.contains_key(&other)).then_some((one, other))
    })
}
