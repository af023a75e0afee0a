use crate::SupporterId;
use crate::maps::WholeMap;
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, HashMap};

/// The groups of supporters connected by ties, directly or indirectly.
///
/// These are the connected components of the network without the client. Groups and their members are ordered by id.
/// A supporter without ties is a group of one.
#[must_use]
pub fn groups(whole: &WholeMap) -> Vec<Vec<SupporterId>> {
    without(whole, None)
}

/// The groups without one of the supporters.
pub(super) fn without(whole: &WholeMap, gone: Option<SupporterId>) -> Vec<Vec<SupporterId>> {
    let ids: Vec<_> = whole.supporters.iter().map(|supporter| supporter.id).filter(|id| Some(*id) != gone).collect();
    let place: HashMap<_, _> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut sets = UnionFind::<usize>::new(ids.len());
    for tie in &whole.ties {
        if let [Some(first), Some(second)] = tie.between.ids().map(|id| place.get(&id)) {
            sets.union(*first, *second);
        }
    }
    let mut groups = BTreeMap::<usize, Vec<SupporterId>>::new();
    for (id, set) in ids.iter().zip(sets.into_labeling()) {
        groups.entry(set).or_default().push(*id);
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.iter_mut().for_each(|group| group.sort());
    groups.sort();
    groups
}
