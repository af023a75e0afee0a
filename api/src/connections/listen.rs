use super::{Connections, Watched};
use crate::client_address::TrustedProxies;
use crate::routes::{App, application};
use actix_http::error::DispatchError;
use actix_http::{HttpService, Protocol};
use actix_service::{IntoServiceFactory, ServiceFactoryExt, fn_service, map_config};
use actix_web::dev::{AppConfig, Server};
use socket2::SockRef;
use std::future::ready;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;
use tokio::net::TcpStream;

/// Time for a client to close a connection after a response that left part of its request unread.
const CLOSING: Duration = Duration::from_secs(1);
/// Maximum connections per thread that are accepted but not yet refused.
pub(crate) const TO_REFUSE: u32 = 64;

/// The response when there is no slot for a connection, whatever the request.
const FULL: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\nretry-after: 5\r\n\r\n";

/// Serves the application on this listener, with limits on connections.
///
/// It otherwise works as `actix_web::HttpServer`, which cannot close a connection whose client reads or sends nothing.
pub(crate) fn listen(app: App, listener: TcpListener, workers: usize, shutdown_seconds: u64) -> io::Result<Server> {
    let (settings, head) = (app.connections.settings(), app.deadlines.receive);
    let per_worker = usize::try_from(settings.per_process / u32::try_from(workers).unwrap_or(1).max(1) + TO_REFUSE);
    let server = Server::build()
        .workers(workers)
        .shutdown_timeout(shutdown_seconds)
        .max_concurrent_connections(per_worker.unwrap_or(usize::MAX));
    let stopping = server.graceful_shutdown_signal();
    let server = server.listen("api", listener, move || {
        let (connections, proxies) = (app.connections.clone(), app.trusted_proxies.clone());
        let stopping = stopping.clone();
        let service = application(app.clone()).into_factory().map_err(|error| error.error_response());
        let http = HttpService::build()
            .graceful_shutdown_signal(move || {
                let stopping = stopping.clone();
                async move { stopping.notified().await }
            })
            .client_request_timeout(head)
            .client_disconnect_timeout(CLOSING)
            .on_connect_ext(|connection: &Watched, data| drop(data.insert(connection.watch().clone())))
            .finish(map_config(service, |()| AppConfig::default()));
        fn_service(move |tcp| ready(admit(tcp, &connections, &proxies, head))).and_then(http)
    })?;
    Ok(server.disable_signals().run())
}

/// Accepts or refuses a connection.
fn admit(
    tcp: TcpStream,
    connections: &Connections,
    proxies: &TrustedProxies,
    head: Duration,
) -> Result<(Watched, Protocol, Option<SocketAddr>), DispatchError> {
    let peer = tcp.peer_addr()?;
    match connections.admit(peer.ip(), proxies) {
        Some(place) => Ok((Watched::new(tcp, connections.settings(), head, place), Protocol::Http1, Some(peer))),
        None => {
            // Unread data would make the close a reset, which can discard the response before the client reads it.
            let socket = SockRef::from(&tcp);
            drop((&*socket).read(&mut [0; 4096]));
            drop((&*socket).write(FULL));
            Err(io::Error::from(io::ErrorKind::ConnectionRefused).into())
        }
    }
}
