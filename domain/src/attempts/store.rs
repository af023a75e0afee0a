use super::{Counter, Limit};
use crate::Result;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use std::fmt::Debug;
use std::time::Duration;

/// How long a network stays known after a log-in.
pub const KNOWN_FOR: TimeDelta = TimeDelta::days(90);
/// The maximum number of known networks of an account: the latest.
pub const KNOWN_NETWORKS: u32 = 20;

/// An attempt to count in one cell of a counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charge {
    /// The counter.
    pub counter: Counter,
    /// The cell of the counter.
    pub cell: i64,
    /// The limit of the counter.
    pub limit: Limit,
}

/// An account and a network from which it logs in, as keyed hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownNetwork {
    /// The account, by its email address.
    pub account: [u8; 16],
    /// The network, for this account only.
    pub network: [u8; 16],
}

/// What an attempt is counted against.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The charges.
    pub charges: Vec<Charge>,
    /// The charges that apply instead if the account logged in from this network lately.
    pub if_known: Option<(KnownNetwork, Vec<Charge>)>,
}

/// The outcome of charging an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Charged {
    /// It was charged, with these charges.
    Yes(Vec<Charge>),
    /// Nothing was charged: this cell is full, for so long.
    Full(Charge, Duration),
}

/// Counts attempts, for all processes together.
#[async_trait]
pub trait FailureStore: Debug + Send + Sync {
    /// Charges an attempt to all of its cells, or to none if one is full.
    async fn charge(&self, tried: &Tried, at: DateTime<Utc>) -> Result<Charged>;
    /// Takes these charges back, and remembers that the account logged in from this network.
    async fn refund(&self, charges: &[Charge], known: Option<&KnownNetwork>, at: DateTime<Utc>) -> Result<()>;
    /// Removes at most `most` cells in which everything is forgiven, and at most `most` networks that are no longer known.
    ///
    /// Returns the number removed.
    async fn remove_forgiven(&self, at: DateTime<Utc>, most: u64) -> Result<u64>;
}

/// Hashes with a key that all processes share and the database does not have.
pub trait KeyedHash: Debug + Send + Sync {
    /// The hash of these parts, in this order.
    fn hash(&self, parts: &[&[u8]]) -> [u8; 32];
}
