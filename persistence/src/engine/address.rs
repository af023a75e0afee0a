//! The address of a PostgreSQL server, as libpq writes it.

use super::failure::Failure;
use super::tls::{self, Checked};
use crate::connect::ConnectError;
use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Client, Config};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Why an address is none.
#[derive(Debug, thiserror::Error)]
#[error("the address of the database is not right: {0}")]
pub struct AddressError(Box<dyn Error + Send + Sync>);

impl AddressError {
    pub(super) fn of(why: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(why.into())
    }
}

/// Where a server is, as whom to log in, and how the connection is encrypted.
#[derive(Clone)]
pub struct Address {
    pub(crate) config: Config,
    pub(crate) tls: MakeRustlsConnect,
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({})", self.place())
    }
}

/// Whether this is an address of PostgreSQL.
pub(crate) fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres:") || url.starts_with("postgresql:")
}

/// The role that a PostgreSQL address logs in as.
#[must_use]
pub fn postgres_role(url: &str) -> Option<String> {
    Address::parse(url).ok()?.config.get_user().map(str::to_owned)
}

/// A connection to PostgreSQL that is nobody else's, to migrate by. It ends when it is dropped.
///
/// # Errors
/// [`ConnectError`] if the address is none, or the server cannot be reached.
pub async fn open_postgres(url: &str) -> Result<Client, ConnectError> {
    let client = Address::parse(url)?.connect().await;
    client.map_err(|error| Failure::from(error).into())
}

impl Address {
    /// The driver knows neither `verify-ca`, `verify-full` nor `sslrootcert`: they are taken out of the query here.
    ///
    /// # Errors
    /// [`AddressError`], also if there is no certificate to check the server's with.
    pub fn parse(url: &str) -> Result<Self, AddressError> {
        if !is_postgres(url) {
            return Err(AddressError("it must begin with postgres:".into()));
        }
        let (address, query) = url.split_once('?').unwrap_or((url, ""));
        let (mut mode, mut issuers, mut others) = (None, None, Vec::new());
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=') {
                Some(("sslmode" | "ssl-mode", value)) => mode = Some(value),
                Some(("sslrootcert" | "ssl-root-cert", value)) => issuers = Some(PathBuf::from(decoded(value)?)),
                _ => others.push(pair),
            }
        }
        let (mode, checked) = encryption(mode, issuers.is_some())?;
        let mut config =
            Config::from_str(&format!("{address}?{}", others.join("&"))).map_err(|error| AddressError(error.into()))?;
        config.ssl_mode(mode).application_name("omringd");
        complete(&mut config, std::env::var("PGPASSWORD").ok());
        let tls = tls::connector(checked, issuers.as_deref()).map_err(AddressError)?;
        Ok(Self { config, tls })
    }

    /// The host and port, without a secret.
    pub(crate) fn place(&self) -> String {
        let host = self.config.get_hosts().first().map(|host| match host {
            Host::Tcp(name) => name.clone(),
            Host::Unix(path) => path.display().to_string(),
        });
        let port = self.config.get_ports().first().copied().unwrap_or(5432);
        format!("{}:{port}", host.unwrap_or_default())
    }

    /// A connection of its own, which ends when it is dropped.
    pub(crate) async fn connect(&self) -> Result<Client, tokio_postgres::Error> {
        let (client, connection) = self.config.connect(self.tls.clone()).await?;
        tokio::spawn(connection);
        Ok(client)
    }
}

/// Adds the password of the environment where the address has none, as libpq does: there it needs no percent signs.
fn complete(config: &mut Config, password: Option<String>) {
    if let (None, Some(password)) = (config.get_password(), password) {
        config.password(password);
    }
}

/// As libpq takes it: encrypted if the server can, unless something else is asked for. A file of issuers makes `require` check them.
fn encryption(mode: Option<&str>, issuers: bool) -> Result<(SslMode, Checked), AddressError> {
    Ok(match mode.unwrap_or("prefer") {
        "disable" => (SslMode::Disable, Checked::Nothing),
        "allow" | "prefer" => (SslMode::Prefer, Checked::Nothing),
        "require" if issuers => (SslMode::Require, Checked::Issuer),
        "require" => (SslMode::Require, Checked::Nothing),
        "verify-ca" => (SslMode::Require, Checked::Issuer),
        "verify-full" => (SslMode::Require, Checked::IssuerAndHost),
        _ => {
            let modes = "sslmode is one of disable, allow, prefer, require, verify-ca and verify-full";
            return Err(AddressError(modes.into()));
        }
    })
}

/// A value of the query, without its percent signs.
fn decoded(value: &str) -> Result<String, AddressError> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next(), rest.next()].map(|digit| digit.and_then(|digit| char::from(digit).to_digit(16)));
        let [Some(high), Some(low)] = digits else {
            return Err(AddressError("a percent sign is not followed by two digits".into()));
        };
        bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
    }
    String::from_utf8(bytes).map_err(|error| AddressError(error.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_connection_is_encrypted_is_as_libpq_has_it() {
        let encrypted = |query: &str| {
            let address = Address::parse(&format!("postgres://a:b%40c@db.example:6432/omringd{query}"))?;
            Ok::<_, AddressError>(address.config.get_ssl_mode())
        };
        for (query, mode) in [
            ("", SslMode::Prefer),
            ("?sslmode=disable", SslMode::Disable),
            ("?sslmode=require&connect_timeout=3", SslMode::Require),
        ] {
            assert_eq!(encrypted(query).unwrap(), mode, "{query}");
        }
        for query in
            ["?sslmode=verify", "?sslmode=verify-full&sslrootcert=/nowhere%2Fat", "?sslrootcert=%4", "?other=1"]
        {
            assert!(encrypted(query).is_err(), "{query}");
        }
        assert_eq!(encryption(Some("require"), true).unwrap(), (SslMode::Require, Checked::Issuer));
        assert_eq!(encryption(Some("verify-full"), false).unwrap(), (SslMode::Require, Checked::IssuerAndHost));
    }

    #[test]
    fn a_password_of_the_environment_completes_an_address_without_one() {
        for (url, password) in
            [("postgres://a@db.example/omringd", "p@ss/w#rd?%41:"), ("postgres://a:b%40c@db.example/omringd", "b@c")]
        {
            let mut config = Config::from_str(url).unwrap();
            complete(&mut config, Some("p@ss/w#rd?%41:".to_owned()));
            assert_eq!(config.get_password(), Some(password.as_bytes()), "{url}");
        }
    }

    #[test]
    fn an_address_tells_its_role_and_its_place_and_no_secret() {
        let url = "postgresql://role%201:secret@db.example:6432/omringd";
        let address = Address::parse(url).unwrap();
        assert_eq!((postgres_role(url).as_deref(), address.place().as_str()), (Some("role 1"), "db.example:6432"));
        assert!(!format!("{address:?}").contains("secret"));
    }
}
