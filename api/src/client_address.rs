//! The client's IP address, also behind proxies; limits, the access log, and log lines of refused log-ins use only this one.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use std::convert::Infallible;
use std::fmt;
use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;

/// Bits of an IPv6 address that identify the customer's network.
const IPV6_NETWORK: u32 = 64;
/// Bits of the prefix `::ffff:0:0/96`, for IPv4 addresses written as IPv6.
const IPV4_MAPPED: u8 = 96;

/// The proxies whose `X-Forwarded-For` entries the service trusts.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Arc<[IpNet]>);

/// The reason why an entry of the list of proxies is invalid.
#[derive(Debug, thiserror::Error)]
pub enum ProxyError {
    /// The entry is neither an address nor a network.
    #[error("{0:?} must be an IP address such as 10.0.0.5 or a network such as 10.0.0.0/24")]
    Format(String),
    /// The network contains every address, so any client could choose its own address.
    #[error("{0:?} is every address: any client could then claim any address")]
    Everyone(String),
}

impl TrustedProxies {
    /// Parses addresses and networks; empty entries are skipped.
    ///
    /// # Errors
    /// [`ProxyError`] for the first invalid entry.
    pub fn new<S: AsRef<str>>(entries: &[S]) -> Result<Self, ProxyError> {
        let entries = entries.iter().map(|entry| entry.as_ref().trim()).filter(|entry| !entry.is_empty());
        entries.map(network).collect::<Result<_, _>>().map(Self)
    }

    /// Returns whether this address is a trusted proxy.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Returns the client behind `peer`: the last address in `forwarded` that is not a trusted proxy.
    ///
    /// Each proxy appends the address that connected to it. So the entries are true from the right, as long as the
    /// proxy that appended them is trusted.
    fn client<'a>(&self, peer: IpAddr, forwarded: impl DoubleEndedIterator<Item = &'a [u8]>) -> IpAddr {
        let mut client = peer;
        let mut hops = forwarded.rev();
        while self.contains(client) {
            match hops.next().and_then(hop) {
                Some(address) => client = address,
                None => break,
            }
        }
        client
    }
}

fn network(entry: &str) -> Result<IpNet, ProxyError> {
    let parsed = IpNet::from_str(entry).ok().or_else(|| IpAddr::from_str(entry).ok().map(IpNet::from));
    let network = parsed.map(canonical).ok_or_else(|| ProxyError::Format(entry.to_owned()))?;
    if network.prefix_len() == 0 { Err(ProxyError::Everyone(entry.to_owned())) } else { Ok(network) }
}

/// Converts a network of IPv4 addresses written as IPv6 to the IPv4 network.
fn canonical(network: IpNet) -> IpNet {
    let mapped = |network: Ipv6Net| {
        let prefix = network.prefix_len().checked_sub(IPV4_MAPPED)?;
        Ipv4Net::new(network.addr().to_ipv4_mapped()?, prefix).ok()
    };
    match network {
        IpNet::V6(v6) => mapped(v6).map_or(network, IpNet::V4),
        IpNet::V4(_) => network,
    }
}

/// Parses the address of an entry, which may have a port, and brackets if it is IPv6.
fn hop(entry: &[u8]) -> Option<IpAddr> {
    let entry = std::str::from_utf8(entry).ok()?.trim();
    let bare = entry.strip_prefix('[').and_then(|entry| entry.strip_suffix(']')).unwrap_or(entry);
    let address = bare.parse().ok().or_else(|| Some(entry.parse::<SocketAddr>().ok()?.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}

/// The IP address of the client that sent a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ClientAddress(IpAddr);

impl ClientAddress {
    pub(crate) fn new(address: IpAddr) -> Self {
        Self(address.to_canonical())
    }

    /// Returns the client address of a request; determines it once per request.
    pub(crate) fn of(request: &HttpRequest) -> Self {
        if let Some(known) = request.extensions().get::<Self>() {
            return *known;
        }
        // A connection other than TCP has no peer address; all such clients share one address.
        let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
        let lines: Vec<_> = request.headers().get_all(header::X_FORWARDED_FOR).collect();
        let entries = lines.iter().flat_map(|line| line.as_bytes().split(|byte| *byte == b','));
        let client = request.app_data::<Data<TrustedProxies>>().map_or(peer, |proxies| proxies.client(peer, entries));
        let client = Self::new(client);
        request.extensions_mut().insert(client);
        client
    }

    /// Returns the address itself; for the access log, which names it in full.
    pub(crate) fn address(self) -> IpAddr {
        self.0
    }

    /// Returns the network that counts as one client: an IPv4 address, or the /64 of an IPv6 address.
    ///
    /// A /64 is the smallest network that a customer has.
    pub(crate) fn network(self) -> ClientNetwork {
        ClientNetwork(match self.0 {
            IpAddr::V4(address) => address.into(),
            IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (!0 << (128 - IPV6_NETWORK))).into(),
        })
    }
}

impl FromRequest for ClientAddress {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}

/// The network of a client, as limits count it and log lines show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ClientNetwork(IpAddr);

impl fmt::Display for ClientNetwork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            IpAddr::V4(address) => address.fmt(f),
            IpAddr::V6(address) => write!(f, "{address}/{IPV6_NETWORK}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    /// Returns the client of a request from `peer` with these header lines.
    ///
    /// The proxies are 10.0.0.0/8 and 2001:db8:f::/48.
    fn client(peer: &str, lines: &[&str]) -> String {
        let proxies = TrustedProxies::new(&["10.0.0.0/8", " 2001:db8:f::/48", ""]).unwrap();
        let peer = SocketAddr::new(peer.parse().unwrap(), 40_000);
        let mut request = TestRequest::default().peer_addr(peer).app_data(Data::new(proxies));
        for line in lines {
            request = request.append_header((header::X_FORWARDED_FOR, *line));
        }
        ClientAddress::of(&request.to_http_request()).network().to_string()
    }

    #[test]
    fn the_client_is_the_last_address_that_is_no_trusted_proxy() {
        for (lines, expected) in [
            (&["203.0.113.7"][..], "203.0.113.7"),
            (&["198.51.100.1, 203.0.113.7"], "203.0.113.7"),
            (&["198.51.100.1", "203.0.113.7 ,10.9.9.9"], "203.0.113.7"),
            (&["198.51.100.1, 203.0.113.7", "10.1.1.1, 10.2.2.2"], "203.0.113.7"),
            (&["203.0.113.7:41000"], "203.0.113.7"),
            (&["[2001:db8:1:2:3::4]:443"], "2001:db8:1:2::/64"),
            (&["[2001:db8:1:2:3::4]"], "2001:db8:1:2::/64"),
            (&["2001:db8:1:2:3::4, 2001:db8:f::1"], "2001:db8:1:2::/64"),
            (&["::ffff:203.0.113.7, ::ffff:10.0.0.9"], "203.0.113.7"),
            (&["10.3.3.3, 10.2.2.2"], "10.3.3.3"),
            (&[], "10.0.0.1"),
        ] {
            assert_eq!(client("10.0.0.1", lines), expected, "{lines:?}");
            assert_eq!(client("::ffff:10.0.0.1", lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn nothing_is_believed_past_an_entry_that_is_no_address() {
        for bad in ["unknown", "203.0.113.7.", "", "203.0.113.300", "\u{e9}", "_hidden:80", "[2001:db8::1"] {
            let last_known = client("10.0.0.1", &[&format!("203.0.113.7, {bad}, 10.5.5.5")]);
            assert_eq!(last_known, "10.5.5.5", "{bad:?}");
            assert_eq!(client("10.0.0.1", &[&format!("203.0.113.7, {bad}")]), "10.0.0.1", "{bad:?}");
        }
    }

    #[test]
    fn an_address_that_is_no_proxy_is_not_believed() {
        assert_eq!(client("192.0.2.1", &["203.0.113.7"]), "192.0.2.1");
        assert_eq!(client("2001:db8:a:b:c::1", &["10.0.0.1", "203.0.113.7"]), "2001:db8:a:b::/64");
    }

    #[test]
    fn addresses_and_networks_are_read_and_others_refused() {
        let one = |entry: &str| TrustedProxies::new(&[entry]);
        let has = |entry: &str, address: &str| one(entry).unwrap().contains(address.parse().unwrap());
        assert!(has("127.0.0.1", "127.0.0.1") && !has("127.0.0.1", "127.0.0.2"));
        assert!(has("::1", "::1") && has("10.1.2.3/8", "10.250.0.1"));
        assert!(has("::ffff:10.0.0.0/104", "10.1.1.1") && has("::ffff:10.0.0.1", "10.0.0.1"));
        for bad in ["10.0.0.0/33", "proxy.internal", "10.0.0.1:80", "10.0.0.0/8/8", "10.0.0"] {
            assert!(one(bad).unwrap_err().to_string().contains(bad));
        }
        for everyone in ["0.0.0.0/0", "::/0", "::ffff:0.0.0.0/96"] {
            assert!(matches!(one(everyone), Err(ProxyError::Everyone(_))), "{everyone}");
        }
    }
}
