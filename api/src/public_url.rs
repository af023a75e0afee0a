//! The public URL of the service, optionally with a path prefix of a proxy.

use actix_web::HttpRequest;
use actix_web::web::Data;
use serde::Deserialize;
use std::borrow::Cow;
use std::fmt;
#[cfg(feature = "server")]
use url::Host;
use url::Url;

/// The service's public URL: scheme, host, port and path prefix, without a slash at the end.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicUrl {
    text: String,
    /// The path prefix, such as `/omringd`, or empty.
    prefix: String,
}

/// The error for a text that is not a public URL; its message shows the expected form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected http:// or https://, a host and perhaps a path, such as https://omringd.example.nl")]
pub struct NotPublic;

impl Default for PublicUrl {
    fn default() -> Self {
        Self { text: "http://127.0.0.1:8080".to_owned(), prefix: String::new() }
    }
}

impl TryFrom<String> for PublicUrl {
    type Error = NotPublic;

    fn try_from(text: String) -> Result<Self, NotPublic> {
        let url = Url::parse(text.trim()).map_err(|_| NotPublic)?;
        let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        if !matches!(url.scheme(), "http" | "https") || !plain || url.fragment().is_some() {
            return Err(NotPublic);
        }
        let prefix = url.path().trim_end_matches('/').to_owned();
        Ok(Self { text: format!("{}{prefix}", url.origin().ascii_serialization()), prefix })
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PublicUrl {
    /// Whether it has a path.
    pub(crate) fn has_prefix(&self) -> bool {
        !self.prefix.is_empty()
    }

    /// Whether requests to it are encrypted.
    #[cfg(feature = "server")]
    pub(crate) fn is_https(&self) -> bool {
        self.text.starts_with("https:")
    }

    /// Whether only this machine reaches it.
    #[cfg(feature = "server")]
    pub(crate) fn is_loopback(&self) -> bool {
        match Url::parse(&self.text).ok().as_ref().and_then(Url::host) {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback() || address.is_unspecified(),
            Some(Host::Ipv6(address)) => address.is_loopback() || address.is_unspecified(),
            None => false,
        }
    }

    /// Returns the URL as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns scheme, host and port, as browsers send them in `Origin`.
    pub(crate) fn origin(&self) -> &str {
        self.text.strip_suffix(&self.prefix).unwrap_or(&self.text)
    }

    /// Returns a path of the service with the prefix, as clients see it.
    pub(crate) fn path<'a>(&self, path: &'a str) -> Cow<'a, str> {
        if self.prefix.is_empty() { path.into() } else { format!("{}{path}", self.prefix).into() }
    }

    /// Removes the prefix from a path, for proxies that pass it on.
    pub(crate) fn strip<'a>(&self, path: &'a str) -> Option<&'a str> {
        let rest = path.strip_prefix(&self.prefix).filter(|_| !self.prefix.is_empty())?;
        rest.starts_with('/').then_some(rest)
    }
}

/// Returns a path of the service as the clients of this application see it.
pub(crate) fn public_path(request: &HttpRequest, path: &str) -> String {
    request.app_data::<Data<PublicUrl>>().map_or(path.into(), |url| url.path(path)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<PublicUrl, NotPublic> {
        text.to_owned().try_into()
    }

    #[test]
    fn an_address_is_normalised_and_its_path_is_the_prefix() {
        for (text, address, prefix) in [
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080", ""),
            ("https://Omringd.Example.nl:443/", "https://omringd.example.nl", ""),
            (" https://a.nl/omringd/ ", "https://a.nl/omringd", "/omringd"),
            ("https://a.nl/care/omringd", "https://a.nl/care/omringd", "/care/omringd"),
            ("http://[::1]:81", "http://[::1]:81", ""),
        ] {
            let url = read(text).unwrap();
            assert_eq!((url.as_str(), url.prefix.as_str()), (address, prefix), "{text}");
        }
        assert_eq!(read("http://127.0.0.1:8080"), Ok(PublicUrl::default()));
    }

    #[test]
    fn what_is_no_public_address_is_refused() {
        for text in [
            "",
            "a.nl",
            "//a.nl",
            "ftp://a.nl",
            "https://",
            "https://a.nl?x=1",
            "https://a.nl/#x",
            "https://u:p@a.nl",
            "https://a.nl:x",
        ] {
            assert_eq!(read(text), Err(NotPublic), "{text}");
        }
    }

    #[test]
    fn the_prefix_is_added_and_stripped_at_a_whole_segment() {
        let under = read("https://a.nl/omringd").unwrap();
        assert_eq!(under.path("/v1/clients"), "/omringd/v1/clients");
        assert_eq!(under.strip("/omringd/v1/clients?limit=1"), Some("/v1/clients?limit=1"));
        for other in ["/v1/clients", "/omringd", "/omringdx/v1"] {
            assert_eq!(under.strip(other), None, "{other}");
        }
        let at_root = PublicUrl::default();
        assert_eq!((&*at_root.path("/v1"), at_root.strip("/v1")), ("/v1", None));
    }
}
