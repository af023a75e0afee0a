//! The URL of a PostgreSQL server, as libpq reads it.

use super::error::EngineError;
use super::tls::{self, Checked};
use crate::connect::ConnectError;
use secrecy::SecretString;
use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Client, Config};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Why a database URL cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("invalid database URL: {0}")]
pub struct PostgresUrlError(Box<dyn Error + Send + Sync>);

impl PostgresUrlError {
    pub(super) fn of(why: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(why.into())
    }
}

/// A server, the role to log in as, and how connections are encrypted.
#[derive(Clone)]
pub struct PostgresUrl {
    pub(crate) config: Config,
    pub(crate) tls: MakeRustlsConnect,
}

impl fmt::Debug for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PostgresUrl({})", self.place())
    }
}

/// Whether this is a URL of PostgreSQL.
pub(crate) fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres:") || url.starts_with("postgresql:")
}

/// The role that a PostgreSQL URL logs in as.
#[must_use]
pub fn postgres_role(url: &str) -> Option<String> {
    PostgresUrl::parse(url).ok()?.config.get_user().map(str::to_owned)
}

/// An address for PostgreSQL's own programs.
#[derive(Debug)]
pub struct ProgramAddress {
    /// The URL without its password: everyone on the machine can read the arguments of a program.
    pub url: String,
    /// The host.
    pub host: String,
    /// The password of the URL or the environment.
    pub password: Option<SecretString>,
}

/// The address of a URL for PostgreSQL's own programs.
///
/// # Errors
/// [`PostgresUrlError`] if the URL is invalid.
pub fn program_address(url: &str) -> Result<ProgramAddress, PostgresUrlError> {
    let parsed = PostgresUrl::parse(url)?;
    let password = parsed.config.get_password().map(|bytes| String::from_utf8_lossy(bytes).into_owned().into());
    let place = parsed.place();
    let host = place.rsplit_once(':').map_or(place.as_str(), |(host, _)| host).to_owned();
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let (scheme, rest) = address.split_once("://").ok_or_else(|| PostgresUrlError::of("it must have `://`"))?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let authority = match authority.rsplit_once('@') {
        Some((user, host)) => format!("{}@{host}", user.split(':').next().unwrap_or_default()),
        None => authority.to_owned(),
    };
    let named = |pair: &&str| !pair.is_empty() && !pair.starts_with("password=");
    let query = query.split('&').filter(named).map(|pair| match pair.split_once('=') {
        Some(("ssl-mode", value)) => format!("sslmode={value}"),
        Some(("ssl-root-cert", value)) => format!("sslrootcert={value}"),
        _ => pair.to_owned(),
    });
    let url = format!("{scheme}://{authority}/{path}?{}", query.collect::<Vec<_>>().join("&"));
    Ok(ProgramAddress { url, host, password })
}

/// Opens one connection to PostgreSQL, to migrate with. Dropped, it closes.
///
/// # Errors
/// [`ConnectError`] if the URL is invalid or the server cannot be reached.
pub async fn open_postgres(url: &str) -> Result<Client, ConnectError> {
    let client = PostgresUrl::parse(url)?.connect().await;
    client.map_err(|error| EngineError::from(error).into())
}

impl PostgresUrl {
    /// Parses a URL. Handles `sslmode` and `sslrootcert` itself, as the driver does not know `verify-ca` and `verify-full`.
    ///
    /// # Errors
    /// [`PostgresUrlError`], also if there is no root certificate to verify the server with.
    pub fn parse(url: &str) -> Result<Self, PostgresUrlError> {
        if !is_postgres(url) {
            return Err(PostgresUrlError("it must begin with postgres:".into()));
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
        let mut config = Config::from_str(&format!("{address}?{}", others.join("&")))
            .map_err(|error| PostgresUrlError(error.into()))?;
        config.ssl_mode(mode).application_name("omringd");
        complete(&mut config, std::env::var("PGPASSWORD").ok());
        let tls = tls::connector(checked, issuers.as_deref()).map_err(PostgresUrlError)?;
        Ok(Self { config, tls })
    }

    /// The host and port.
    pub(crate) fn place(&self) -> String {
        let host = self.config.get_hosts().first().map(|host| match host {
            Host::Tcp(name) => name.clone(),
            Host::Unix(path) => path.display().to_string(),
        });
        let port = self.config.get_ports().first().copied().unwrap_or(5432);
        format!("{}:{port}", host.unwrap_or_default())
    }

    /// Opens a connection, which closes when the client is dropped.
    pub(crate) async fn connect(&self) -> Result<Client, tokio_postgres::Error> {
        let (client, connection) = self.config.connect(self.tls.clone()).await?;
        tokio::spawn(connection);
        Ok(client)
    }
}

/// Adds the password of the environment if the URL has none, as libpq does; there it needs no percent-encoding.
fn complete(config: &mut Config, password: Option<String>) {
    if let (None, Some(password)) = (config.get_password(), password) {
        config.password(password);
    }
}

/// The encryption of a `sslmode`, as in libpq: `prefer` by default, and `require` verifies the issuer if there is a root file.
fn encryption(mode: Option<&str>, issuers: bool) -> Result<(SslMode, Checked), PostgresUrlError> {
    Ok(match mode.unwrap_or("prefer") {
        "disable" => (SslMode::Disable, Checked::Nothing),
        "allow" | "prefer" => (SslMode::Prefer, Checked::Nothing),
        "require" if issuers => (SslMode::Require, Checked::Issuer),
        "require" => (SslMode::Require, Checked::Nothing),
        "verify-ca" => (SslMode::Require, Checked::Issuer),
        "verify-full" => (SslMode::Require, Checked::IssuerAndHost),
        _ => {
            let modes = "sslmode must be disable, allow, prefer, require, verify-ca or verify-full";
            return Err(PostgresUrlError(modes.into()));
        }
    })
}

/// Decodes the percent-encoding of a value of the query.
fn decoded(value: &str) -> Result<String, PostgresUrlError> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next(), rest.next()].map(|digit| digit.and_then(|digit| char::from(digit).to_digit(16)));
        let [Some(high), Some(low)] = digits else {
            return Err(PostgresUrlError("`%` must be followed by two hexadecimal digits".into()));
        };
        bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
    }
    String::from_utf8(bytes).map_err(|error| PostgresUrlError(error.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    #[test]
    fn encryption_follows_libpq() {
        let encrypted = |query: &str| {
            let address = PostgresUrl::parse(&format!("postgres://a:b%40c@db.example:6432/omringd{query}"))?;
            Ok::<_, PostgresUrlError>(address.config.get_ssl_mode())
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
    fn no_password_is_in_the_url_for_a_program() {
        for (url, shown) in [
            (
                "postgres://a:b%40c@db.example:6432/omringd?ssl-mode=require",
                "postgres://a@db.example:6432/omringd?sslmode=require",
            ),
            (
                "postgres://a@%2Frun%2Fpg/omringd?password=b%40c&connect_timeout=3",
                "postgres://a@%2Frun%2Fpg/omringd?connect_timeout=3",
            ),
            ("postgres:///omringd?user=a&host=/run&password=b%40c", "postgres:///omringd?user=a&host=/run"),
        ] {
            let address = program_address(url).unwrap();
            assert_eq!((address.url.as_str(), address.password.unwrap().expose_secret()), (shown, "b@c"));
        }
    }

    #[test]
    fn a_url_gives_its_role_and_place_and_hides_the_password() {
        let url = "postgresql://role%201:secret@db.example:6432/omringd";
        let address = PostgresUrl::parse(url).unwrap();
        assert_eq!((postgres_role(url).as_deref(), address.place().as_str()), (Some("role 1"), "db.example:6432"));
        assert!(!format!("{address:?}").contains("secret"));
    }
}
