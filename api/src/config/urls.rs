//! Settings that are URLs. They are parsed at startup, so that an invalid one stops the service with its name.
//!
//! Messages describe what is expected and never repeat the value, which may contain a password.

use super::ConfigError;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::fmt;
use std::path::{Path, PathBuf};
use url::{Position, Url};

/// The origin of a front end, in the form in which browsers send it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Origin(String);

/// The text is not an origin; the message describes what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected origins such as https://app.example.nl, separated by commas: scheme, host and perhaps a port, without a path, \
     a slash at the end or a wildcard"
)]
pub struct NotAnOrigin;

impl TryFrom<String> for Origin {
    type Error = NotAnOrigin;

    /// Normalizes to lower case, without the default port; international names become Punycode.
    fn try_from(text: String) -> Result<Self, NotAnOrigin> {
        let text = text.trim();
        let (scheme, authority) = text.split_once("://").ok_or(NotAnOrigin)?;
        let unfit = |c: char| c.is_whitespace() || c.is_control() || "/\\?#@*;,\"'<>".contains(c);
        if authority.is_empty() || authority.contains(unfit) {
            return Err(NotAnOrigin);
        }
        let url = Url::parse(text).map_err(|_| NotAnOrigin)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(NotAnOrigin)?;
        match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => Ok(Self(url.origin().ascii_serialization())),
            "file" | "ftp" | "ws" | "wss" => Err(NotAnOrigin),
            // Apps in a web view: `capacitor://localhost`.
            scheme => {
                let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
                Ok(Self(format!("{scheme}://{}{port}", host.to_ascii_lowercase())))
            }
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An HTTP URL to which this service sends data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct HttpUrl(String);

/// The text is not an HTTP URL; the message describes what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected http:// or https://, a host and a path, such as http://collector:4318/v1/traces")]
pub struct NotHttp;

impl TryFrom<String> for HttpUrl {
    type Error = NotHttp;

    fn try_from(text: String) -> Result<Self, NotHttp> {
        let url = Url::parse(text.trim()).map_err(|_| NotHttp)?;
        let fit = matches!(url.scheme(), "http" | "https") && url.fragment().is_none();
        if fit { Ok(Self(url.into())) } else { Err(NotHttp) }
    }
}

impl HttpUrl {
    /// The URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Description of a valid database URL.
pub(super) const DATABASE: &str = "sqlite:///path/file.db or postgres://user:password@host:port/database; write special \
    characters of the password as %XX";

/// Checks that a URL names a database.
///
/// # Errors
/// Description of what is expected.
pub(super) fn check_database(url: &SecretString) -> Result<(), &'static str> {
    let text = url.expose_secret();
    if let Some(file) = text.strip_prefix("sqlite:") {
        let path = file.split('?').next().unwrap_or_default().trim_start_matches("//");
        return if path.is_empty() { Err(DATABASE) } else { Ok(()) };
    }
    let url = Url::parse(text).map_err(|_| DATABASE)?;
    // A socket's directory is named in the query: `postgres:///omringd?host=/run/postgresql`.
    let host = url.host_str().is_some_and(|host| !host.is_empty()) || url.query_pairs().any(|(name, _)| name == "host");
    // The rest of a password after an unescaped `#`.
    let cut = url[Position::AfterPath..].contains('#') || url.path().matches('/').count() > 1;
    let fit = matches!(url.scheme(), "postgres" | "postgresql") && host && !cut;
    if fit { Ok(()) } else { Err(DATABASE) }
}

/// The URL of a SQLite file.
#[must_use]
pub fn sqlite_url(file: &Path) -> SecretString {
    format!("sqlite://{}", file.display()).into()
}

/// The service's data directory of this user (XDG Base Directory).
///
/// # Errors
/// [`ConfigError::NoDataDirectory`].
pub fn data_directory() -> Result<PathBuf, ConfigError> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = set("XDG_DATA_HOME").or_else(|| Some(set("HOME")?.join(".local/share")));
    base.map(|base| base.join("omringd")).ok_or(ConfigError::NoDataDirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_normalised_to_what_browsers_send() {
        for (text, origin) in [
            ("https://a.nl", "https://a.nl"),
            (" https://a.nl\t", "https://a.nl"),
            ("HTTPS://App.A.NL", "https://app.a.nl"),
            ("https://a.nl:443", "https://a.nl"),
            ("http://a.nl:80", "http://a.nl"),
            ("http://a.nl:443", "http://a.nl:443"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://127.0.0.1:5173", "http://127.0.0.1:5173"),
            ("http://[::1]:3000", "http://[::1]:3000"),
            ("https://münchen.example", "https://xn--mnchen-3ya.example"),
            ("capacitor://localhost", "capacitor://localhost"),
        ] {
            assert_eq!(Origin::try_from(text.to_owned()).unwrap().to_string(), origin, "{text}");
        }
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        for text in [
            "",
            "*",
            "null",
            "a.nl",
            "//a.nl",
            "https://",
            "https:a.nl",
            "https://a.nl/",
            "https://a.nl/app",
            "https://*.a.nl",
            "https://a.nl;https://b.nl",
            "https://a.nl https://b.nl",
            "https://a.nl?x",
            "https://a.nl#x",
            "https://u@a.nl",
            "https://a.nl:port",
            "https://a.nl:99999",
            "\"https://a.nl\"",
            "file://a",
            "https://a.nl,",
            "https://a nl",
        ] {
            assert_eq!(Origin::try_from(text.to_owned()), Err(NotAnOrigin), "{text}");
        }
    }

    #[test]
    fn traces_go_to_an_address_over_http() {
        for text in ["http://collector:4318/v1/traces", "https://u:p@a.nl/x?y=1"] {
            assert_eq!(HttpUrl::try_from(text.to_owned()).unwrap().as_str(), text);
        }
        for text in ["", "collector:4318", "grpc://a:4317", "http://", "/v1/traces"] {
            assert_eq!(HttpUrl::try_from(text.to_owned()), Err(NotHttp), "{text}");
        }
    }

    #[test]
    fn the_address_of_a_database_is_one_or_is_refused_without_its_password() {
        let check = |text: &str| check_database(&SecretString::from(text.to_owned()));
        for text in [
            "sqlite:///var/lib/omringd.db",
            "sqlite://a.db?mode=rwc",
            "sqlite::memory:",
            "postgres://a",
            "postgres://u:p@host/db",
            "postgresql://u:p%2Fw@host:5432/db?sslmode=require",
            "postgres:///db?host=/run/postgresql",
            "postgres://u:p@w@host/db",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
        for text in [
            "",
            "omringd.db",
            "mysql://u:secret@host/db",
            "sqlite:",
            "sqlite://",
            "postgres:",
            "postgres://",
            "postgres:///db",
            "postgres://u:se/cret@host/db",
            "postgres://u:se#cret@host/db",
            "postgres://u:se?cret@host/db",
            "postgres://u:secret@host:port/db",
            "postgres://u:secret@host/db/other",
            "postgres://u:secret@host/db#x",
        ] {
            let expected = check(text).unwrap_err();
            assert!(!expected.contains("secret"), "{text}");
        }
    }
}
