//! The one place that knows the databases: wires them to the API and serves.

use crate::routes::{App, application};
use actix_web::HttpServer;
use actix_web::dev::Server;
pub use actix_web::web::Data;
use std::net::TcpListener;

/// Serves the API on this listener until the server is stopped.
///
/// # Errors
/// If the listener cannot be used.
pub fn run(app: App, listener: TcpListener, workers: usize) -> std::io::Result<Server> {
    let server = HttpServer::new(move || application(app.clone())).workers(workers).listen(listener)?;
    Ok(server.disable_signals().run())
}
