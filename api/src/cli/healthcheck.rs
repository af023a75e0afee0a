use crate::config::Config;
use crate::server::Failure;
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(3);

/// Asks the service on this machine whether it is ready.
pub(super) fn healthcheck(config: &Config) -> Result<(), Failure> {
    let mut address: SocketAddr = config.listen;
    if address.ip().is_unspecified() {
        address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(b"GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.take(64).read_to_string(&mut answer)?;
    let status = answer.split_whitespace().nth(1);
    if status == Some("204") { Ok(()) } else { Err(format!("not ready: {}", status.unwrap_or("no answer")).into()) }
}
