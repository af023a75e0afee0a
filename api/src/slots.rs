//! Limits on concurrent use, per holder and for the process.

use crate::problem::Problem;
use domain::Error;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Maximum number of slots in use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Per holder.
    pub(crate) each: u32,
    /// For all holders together.
    pub(crate) all: u32,
}

/// The limit that is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Full {
    Each,
    All,
}

impl Full {
    /// Returns 429 if the holder is at its limit, 503 if the process is.
    pub(crate) fn problem(self, retry_after: u32) -> Problem {
        match self {
            Self::Each => Error::Busy(retry_after).into(),
            Self::All => Problem::unavailable(retry_after),
        }
    }
}

/// Slots in use, by holder. Only a holder with a slot takes memory.
#[derive(Debug)]
pub(crate) struct Slots<K: Eq + Hash>(Arc<Open<K>>);

#[derive(Debug)]
struct Open<K> {
    all: AtomicU32,
    of: Mutex<HashMap<K, u32>>,
    gauge: &'static str,
}

impl<K: Eq + Hash> Clone for Slots<K> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K: Eq + Hash + Clone> Slots<K> {
    /// Creates the counts at zero; the metric `gauge` shows the number of slots in use.
    pub(crate) fn new(gauge: &'static str) -> Self {
        Self(Arc::new(Open { all: AtomicU32::new(0), of: Mutex::default(), gauge }))
    }

    /// Takes a slot. A slot without a holder counts only towards the limit for all.
    pub(crate) fn enter(&self, holder: Option<K>, bounds: Bounds) -> Result<Slot<K>, Full> {
        let mut of = self.0.of();
        let has_room = room(&of, holder.as_ref(), self.0.all.load(Ordering::Relaxed), bounds);
        has_room.inspect_err(|full| self.count_refusal(*full))?;
        if let Some(holder) = &holder {
            *of.entry(holder.clone()).or_default() += 1;
        }
        let all = self.0.all.fetch_add(1, Ordering::Relaxed) + 1;
        metrics::gauge!(self.0.gauge).set(all);
        Ok(Slot { places: self.clone(), holder })
    }

    /// Checks for a free slot without taking it.
    pub(crate) fn has_room(&self, holder: &K, bounds: Bounds) -> Result<(), Full> {
        match self.0.all.load(Ordering::Relaxed) {
            0 if bounds.all > 0 => Ok(()),
            all => room(&self.0.of(), Some(holder), all, bounds).inspect_err(|full| self.count_refusal(*full)),
        }
    }

    /// Returns the number of slots in use.
    #[cfg(feature = "server")]
    pub(crate) fn open(&self) -> u32 {
        self.0.all.load(Ordering::Relaxed)
    }
}

impl<K: Eq + Hash> Slots<K> {
    fn count_refusal(&self, full: Full) {
        let bound = match full {
            Full::Each => "holder",
            Full::All => "process",
        };
        metrics::counter!("slots_refused_total", "slots" => self.0.gauge, "bound" => bound).increment(1);
    }
}

impl<K> Open<K> {
    fn of(&self) -> MutexGuard<'_, HashMap<K, u32>> {
        self.of.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn room<K: Eq + Hash>(of: &HashMap<K, u32>, holder: Option<&K>, all: u32, bounds: Bounds) -> Result<(), Full> {
    if holder.and_then(|holder| of.get(holder)).is_some_and(|open| *open >= bounds.each) {
        return Err(Full::Each);
    }
    if all >= bounds.all { Err(Full::All) } else { Ok(()) }
}

/// A slot in use; released when dropped.
#[derive(Debug)]
pub(crate) struct Slot<K: Eq + Hash> {
    places: Slots<K>,
    holder: Option<K>,
}

impl<K: Eq + Hash> Drop for Slot<K> {
    fn drop(&mut self) {
        let open = &self.places.0;
        let mut of = open.of();
        if let Some(holder) = &self.holder
            && let Some(places) = of.get_mut(holder)
        {
            *places = places.saturating_sub(1);
            if *places == 0 {
                of.remove(holder);
            }
        }
        let all = open.all.fetch_sub(1, Ordering::Relaxed).saturating_sub(1);
        metrics::gauge!(open.gauge).set(all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_holder_and_all_together_have_so_many() {
        let (places, bounds) = (Slots::new("test_open"), Bounds { each: 2, all: 4 });
        let enter = |holder| places.enter(holder, bounds);
        let mut open = vec![enter(Some("anna")).unwrap(), enter(Some("anna")).unwrap()];
        assert_eq!(enter(Some("anna")).unwrap_err(), Full::Each);
        assert_eq!(places.has_room(&"anna", bounds), Err(Full::Each));
        assert_eq!(places.has_room(&"bram", bounds), Ok(()));
        open.extend([enter(Some("bram")).unwrap(), enter(None).unwrap()]);
        assert_eq!(enter(Some("bram")).unwrap_err(), Full::All);
        assert_eq!(enter(None).unwrap_err(), Full::All);
        assert_eq!(places.has_room(&"bram", bounds), Err(Full::All));
        open.remove(0);
        open.push(enter(Some("anna")).unwrap());
        drop(open);
        assert_eq!((places.open(), places.0.of().len()), (0, 0));
    }
}
