use super::PaceSettings;
use crate::client_address::{ClientAddress, ClientNetwork, TrustedProxies};
use crate::slots::{Bounds, Full, Slot, Slots};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Interval between log lines about refused connections.
const LOG_EVERY: Duration = Duration::from_secs(60);

/// Limits of client connections.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionSettings {
    /// Maximum open connections per process.
    pub per_process: u32,
    /// Maximum open connections per address: an IPv4 address, or a /64 of IPv6.
    ///
    /// A trusted proxy has only the limit of the process.
    pub per_address: u32,
    /// Timeout for the first byte after a client connects.
    pub first_byte: Duration,
    /// Minimum rate at which a client must read its responses.
    pub pace: PaceSettings,
}

impl Default for ConnectionSettings {
    fn default() -> Self {
        Self {
            per_process: 10_000,
            per_address: 4000,
            first_byte: Duration::from_secs(5),
            pace: PaceSettings::default(),
        }
    }
}

/// The open connections of this process.
#[derive(Clone, Debug)]
pub(crate) struct Connections {
    settings: ConnectionSettings,
    places: Slots<ClientNetwork>,
    refused: Arc<Mutex<Refused>>,
}

/// Connections refused since the last log line.
#[derive(Debug, Default)]
struct Refused {
    count: u64,
    logged: Option<Instant>,
}

impl Connections {
    /// Creates the limits, with no open connections.
    #[must_use]
    pub(crate) fn new(settings: ConnectionSettings) -> Self {
        Self { settings, places: Slots::new("connections_open"), refused: Arc::default() }
    }

    pub(crate) fn settings(&self) -> ConnectionSettings {
        self.settings
    }

    /// Returns a slot for a connection; `None` if its address or the process is at the limit.
    pub(crate) fn admit(&self, address: IpAddr, proxies: &TrustedProxies) -> Option<Slot<ClientNetwork>> {
        let network = (!proxies.contains(address)).then(|| ClientAddress::new(address).network());
        let bounds = Bounds { each: self.settings.per_address, all: self.settings.per_process };
        self.places.enter(network, bounds).map_err(|full| self.refuse(full)).ok()
    }

    fn refuse(&self, full: Full) {
        let bound = match full {
            Full::All => "process",
            Full::Each => "address",
        };
        metrics::counter!("connections_refused_total", "bound" => bound).increment(1);
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        refused.count += 1;
        if refused.logged.is_none_or(|logged| logged.elapsed() >= LOG_EVERY) {
            let (open, count) = (self.places.open(), refused.count);
            tracing::warn!(bound, open, refused = count, "connections refused: too many are open");
            *refused = Refused { count: 0, logged: Some(Instant::now()) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connections(per_process: u32, per_address: u32) -> Connections {
        Connections::new(ConnectionSettings { per_process, per_address, ..ConnectionSettings::default() })
    }

    fn admit(connections: &Connections, address: &str) -> Option<Slot<ClientNetwork>> {
        connections.admit(address.parse().unwrap(), &TrustedProxies::new(&["10.0.0.1"]).unwrap())
    }

    #[test]
    fn an_address_has_so_many_and_others_have_theirs() {
        let connections = connections(10, 2);
        let mut open = vec![admit(&connections, "192.0.2.1").unwrap(), admit(&connections, "192.0.2.1").unwrap()];
        assert!(admit(&connections, "192.0.2.1").is_none());
        assert!(admit(&connections, "::ffff:192.0.2.1").is_none());
        open.push(admit(&connections, "192.0.2.2").unwrap());
        // A /64 is one customer.
        open.extend([admit(&connections, "2001:db8::1").unwrap(), admit(&connections, "2001:db8::2").unwrap()]);
        assert!(admit(&connections, "2001:db8::3").is_none());
        open.push(admit(&connections, "2001:db8:0:1::3").unwrap());
        open.remove(0);
        open.push(admit(&connections, "192.0.2.1").unwrap());
    }

    #[test]
    fn a_proxy_has_as_many_as_the_process() {
        let connections = connections(3, 1);
        let open = ["10.0.0.1", "10.0.0.1", "10.0.0.1"].map(|proxy| admit(&connections, proxy).unwrap());
        assert!(admit(&connections, "10.0.0.1").is_none());
        assert!(admit(&connections, "192.0.2.2").is_none());
        drop(open);
        assert!(admit(&connections, "192.0.2.2").is_some());
    }
}
