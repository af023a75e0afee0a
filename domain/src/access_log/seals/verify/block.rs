//! Compares the lines of a block with its seal.

use super::super::{LogHash, ReadRecord, Seal};
use super::suspects::Suspect;
use std::collections::HashMap;

/// The lines that are not those of the seal. Empty if only the seal itself is wrong, or nothing is.
pub(super) fn compare(seal: &Seal, lines: Vec<ReadRecord>) -> Compared {
    let leaves: Vec<_> = lines.iter().map(|line| line.record.as_ref().map(|record| record.leaf())).collect();
    let known: Vec<_> = leaves.iter().copied().flatten().collect();
    if known.len() == lines.len() && LogHash::root(&known) == seal.root {
        return Compared { agrees: true, suspects: Vec::new() };
    }
    let places: HashMap<_, _> = seal.each_tag().enumerate().map(|(place, tag)| (tag, place)).collect();
    let tags: Vec<_> = seal.each_tag().map(<[u8]>::to_vec).collect();
    let (mut next, mut gap, mut suspects) = (0, Vec::new(), Vec::new());
    for (line, leaf) in lines.into_iter().zip(leaves) {
        let place = leaf.and_then(|leaf| places.get(leaf.tag().as_slice()).copied()).filter(|place| *place >= next);
        match place {
            Some(place) => {
                pair(seal, next, &tags[next..place], gap.drain(..), &mut suspects);
                next = place + 1;
            }
            None => gap.push(line),
        }
    }
    pair(seal, next, tags.get(next..).unwrap_or_default(), gap.drain(..), &mut suspects);
    Compared { agrees: false, suspects }
}

/// How the lines of a block compare with its seal.
pub(super) struct Compared {
    /// Whether they have the root of the seal.
    pub(super) agrees: bool,
    /// The lines by which they differ.
    pub(super) suspects: Vec<Suspect>,
}

/// Between lines that are right: the sealed lines that were not found, and the lines that were found instead.
fn pair(
    seal: &Seal,
    from: usize,
    tags: &[Vec<u8>],
    lines: impl Iterator<Item = ReadRecord>,
    suspects: &mut Vec<Suspect>,
) {
    let (mut tags, mut lines) = (tags.iter().enumerate(), lines);
    loop {
        let (tag, line) = (tags.next(), lines.next());
        if tag.is_none() && line.is_none() {
            return;
        }
        let place = tag.as_ref().and_then(|(place, _)| i64::try_from(from + place + 1).ok());
        let tag = tag.map(|(_, tag)| tag.clone());
        suspects.push(Suspect::in_block(seal, place, tag, line));
    }
}
