use crate::config::Config;
use crate::server::StartError;
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

const TIMEOUT: Duration = Duration::from_secs(3);

/// Checks whether the service on this machine is ready.
pub(super) fn healthcheck(config: &Config) -> Result<(), StartError> {
    let path = "/health/ready";
    ask(config.listen, path, TIMEOUT)
        .map_err(|error| format!("the service at http://{}{path} is not ready: {error}", config.listen).into())
}

/// Checks that the service on this machine answers a path with 204.
///
/// # Errors
/// The status or error that was received instead.
pub(super) fn ask(mut address: SocketAddr, path: &str, timeout: Duration) -> Result<(), StartError> {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => IpAddr::V4(Ipv4Addr::LOCALHOST),
            SocketAddr::V6(_) => IpAddr::V6(Ipv6Addr::LOCALHOST),
        });
    }
    let mut stream = TcpStream::connect_timeout(&address, timeout).map_err(|error| error.kind().to_string())?;
    stream.set_read_timeout(Some(timeout))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.take(64).read_to_string(&mut answer)?;
    let status = answer.split_whitespace().nth(1);
    if status == Some("204") {
        Ok(())
    } else {
        Err(status.map_or("no answer".to_owned(), |code| format!("status {code}")).into())
    }
}
