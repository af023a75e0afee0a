//! Closes blocks: from lines that are not sealed yet to seals and their head.

use super::{Chain, Head, HeadKey, LogHash, LogId, LogRecord, Position, Seal, signed_note};
use crate::OrganisationId;
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, HashMap};

/// Lines that are not sealed yet, in the order of their commits.
#[derive(Debug)]
pub struct Unsealed {
    /// The log.
    pub log: LogId,
    /// The last head, if there is one.
    pub last: Option<Head>,
    /// The next lines. At least one.
    pub records: Vec<LogRecord>,
    /// Where the chains of their organisations end.
    pub chains: Vec<Chain>,
}

/// The new seals with their head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// A seal for each organisation, in the order of organisations.
    pub seals: Vec<Seal>,
    /// The head over them.
    pub head: Head,
}

/// Closes one block for each organisation; `None` without lines.
pub fn close(unsealed: Unsealed, key: &dyn HeadKey, at: DateTime<Utc>) -> Option<Closed> {
    let Unsealed { log, last, records, chains } = unsealed;
    let number = last.as_ref().map_or(0, |head| head.number) + 1;
    let chains: HashMap<_, _> = chains.into_iter().map(|chain| (chain.organisation, chain)).collect();
    let mut blocks: BTreeMap<OrganisationId, Vec<(Position, LogHash)>> = BTreeMap::new();
    let end = records.last()?.position;
    for record in &records {
        blocks.entry(record.organisation).or_default().push((record.position, record.leaf()));
    }
    let seals: Vec<_> = blocks
        .into_iter()
        .filter_map(|(organisation, block)| {
            let chain = chains.get(&organisation).copied();
            seal(chain.unwrap_or(Chain { organisation, number: 0, hash: LogHash::NONE }), number, &block, at)
        })
        .collect();
    let hashes: Vec<_> = seals.iter().map(|seal| seal.hash).collect();
    let mut head = Head {
        log,
        number,
        seals: count(seals.len()),
        lines: count(records.len()),
        last: end,
        root: LogHash::root(&hashes),
        previous: last.map_or(LogHash::NONE, |head| head.hash),
        hash: LogHash::NONE,
        signature: Vec::new(),
        sealed_at: at,
    };
    head.hash = head.computed_hash();
    head.signature = signed_note(&head, key);
    Some(Closed { seals, head })
}

fn seal(chain: Chain, head: i64, block: &[(Position, LogHash)], at: DateTime<Utc>) -> Option<Seal> {
    let leaves: Vec<_> = block.iter().map(|(_, leaf)| *leaf).collect();
    let mut seal = Seal {
        organisation: chain.organisation,
        number: chain.number + 1,
        head,
        first: block.first()?.0,
        last: block.last()?.0,
        lines: count(block.len()),
        root: LogHash::root(&leaves),
        tags: leaves.iter().flat_map(LogHash::tag).collect(),
        previous: chain.hash,
        hash: LogHash::NONE,
        sealed_at: at,
    };
    seal.hash = seal.computed_hash();
    Some(seal)
}

/// The number of lines or seals of a tick, which is bounded.
fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
