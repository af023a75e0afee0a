use crate::client_address::ClientNetwork;
use moka::sync::Cache;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a network stays known after a log-in.
const KNOWN_FOR: Duration = Duration::from_secs(90 * 24 * 60 * 60);
/// The maximum number of accounts with known networks.
const ACCOUNTS: u64 = 50_000;
/// The maximum number of networks per account: the latest.
const NETWORKS: usize = 20;

/// The networks from which accounts logged in, latest first. Only a correct password adds one.
pub(super) struct KnownNetworks(Cache<u64, Arc<[(ClientNetwork, Instant)]>>);

impl KnownNetworks {
    pub(super) fn new() -> Self {
        Self(Cache::builder().max_capacity(ACCOUNTS).time_to_live(KNOWN_FOR).build())
    }

    pub(super) fn contains(&self, account: u64, network: ClientNetwork) -> bool {
        let known = self.0.get(&account).unwrap_or_default();
        known.iter().any(|(other, at)| *other == network && at.elapsed() < KNOWN_FOR)
    }

    pub(super) fn remember(&self, account: u64, network: ClientNetwork) {
        self.0.entry(account).and_upsert_with(|known| {
            let known = known.map(moka::Entry::into_value).unwrap_or_default();
            let others = known.iter().copied().filter(|(other, _)| *other != network);
            std::iter::once((network, Instant::now())).chain(others).take(NETWORKS).collect()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client_address::ClientAddress;

    #[test]
    fn the_latest_networks_of_an_account_are_known() {
        let known = KnownNetworks::new();
        let network = |n: usize| ClientAddress::new(format!("192.0.2.{n}").parse().unwrap()).network();
        for n in 0..=NETWORKS {
            known.remember(1, network(n));
        }
        assert!(
            !known.contains(1, network(0)) && known.contains(1, network(1)) && known.contains(1, network(NETWORKS))
        );
        assert!(!known.contains(2, network(1)));
    }
}
