//! Seals new lines, a bounded number at a time.

use super::{Anchors, Head, Lag, SealStore, SignedNote, SigningKey, close};
use crate::Result;
use crate::ports::Clock;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Maximum number of lines that are sealed at once.
pub const MAX_LINES: u32 = 4_000;

/// Seals the access log.
#[derive(Clone, Debug)]
pub struct Sealer {
    /// The database.
    pub store: Arc<dyn SealStore>,
    /// The key of heads.
    pub key: Arc<dyn SigningKey>,
    /// Where heads are kept outside.
    pub anchors: Vec<Arc<dyn Anchors>>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Whether the last head that this process knows is anchored.
    anchored: Arc<AtomicBool>,
}

impl Sealer {
    /// Creates a sealer.
    #[must_use]
    pub fn new(
        store: Arc<dyn SealStore>,
        key: Arc<dyn SigningKey>,
        anchors: Vec<Arc<dyn Anchors>>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { store, key, anchors, clock, anchored: Arc::default() }
    }

    /// Seals the lines that can be sealed now, if there are any. Without new lines nothing is written.
    ///
    /// Returns what was not sealed before. Lines added meanwhile wait for the next time: otherwise a busy service would be sealing
    /// without end, a few lines at a time.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`].
    pub async fn seal_new(&self) -> Result<Lag> {
        let lag = self.store.lag().await?;
        for _ in 0..lag.ready.div_ceil(MAX_LINES.into()) {
            if self.seal_block().await?.is_none() {
                // Another process seals.
                return Ok(lag);
            }
        }
        self.anchor_last().await?;
        Ok(lag)
    }

    /// Seals the next lines, at most [`MAX_LINES`].
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`].
    pub async fn seal_block(&self) -> Result<Option<Head>> {
        let at = self.clock.now();
        // Read for each block: no head is signed by a key that was replaced before it.
        let closing = |unsealed| Ok(close(unsealed, &*self.key.current()?, at));
        let head = self.store.seal(MAX_LINES, &closing).await?;
        if let Some(head) = &head {
            self.anchor(head).await?;
        }
        Ok(head)
    }

    /// Anchors the last head if this process has not: the one that sealed it may have died before it did, or its disk was full.
    async fn anchor_last(&self) -> Result<()> {
        if self.anchors.is_empty() || self.anchored.load(Ordering::SeqCst) {
            return Ok(());
        }
        match self.store.last_head().await? {
            Some(head) => self.anchor(&head).await,
            None => Ok(()),
        }
    }

    async fn anchor(&self, head: &Head) -> Result<()> {
        let note = SignedNote::from(head);
        self.anchored.store(false, Ordering::SeqCst);
        for anchors in &self.anchors {
            anchors.append(&note).await?;
        }
        self.anchored.store(true, Ordering::SeqCst);
        Ok(())
    }
}
