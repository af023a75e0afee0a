//! The relying party of passkeys: to which domain they belong, and on which origins they are used.

use super::{Config, ConfigError, Origin};
use url::{Host, Url};

const ORIGINS: &str = "origins such as https://app.example.nl, separated by commas: https, or http on localhost, each on the domain \
    in passkey_relying_party or below it";
const DOMAIN: &str = "a domain such as example.nl, together with passkey_origins or front_end_url";

/// The domain to which passkeys belong, with the origins on which they are used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelyingParty {
    /// The domain.
    pub id: String,
    /// The origins, at least one. Each matches exactly.
    pub origins: Vec<Url>,
}

impl Config {
    /// The relying party; `None` without an origin for it.
    ///
    /// # Errors
    /// [`ConfigError::Refused`].
    pub fn relying_party(&self) -> Result<Option<RelyingParty>, ConfigError> {
        let of_front_end = self.front_end().and_then(|url| Url::parse(url.as_str()).ok());
        let (origins, named) = if self.passkey_origins.is_empty() {
            // A front end that cannot use passkeys has none.
            (of_front_end.filter(|url| usable_host(url).is_some()).into_iter().collect(), false)
        } else {
            let origins = self.passkey_origins.iter().map(url).collect::<Option<Vec<_>>>();
            (origins.ok_or(ConfigError::Refused("passkey_origins", ORIGINS))?, true)
        };
        let id = self.passkey_relying_party.as_deref().map(str::to_ascii_lowercase);
        let Some(first) = origins.first() else {
            return if id.is_some() { Err(ConfigError::Refused("passkey_relying_party", DOMAIN)) } else { Ok(None) };
        };
        let id = id.or_else(|| usable_host(first)).unwrap_or_default();
        if !matches!(Host::parse(&id), Ok(Host::Domain(domain)) if domain == id && (id == "localhost" || id.contains('.')))
        {
            let setting = if named { "passkey_origins" } else { "passkey_relying_party" };
            return Err(ConfigError::Refused(setting, if named { ORIGINS } else { DOMAIN }));
        }
        let belongs =
            |origin: &Url| usable_host(origin).is_some_and(|host| host == id || host.ends_with(&format!(".{id}")));
        if !origins.iter().all(belongs) {
            return Err(ConfigError::Refused(if named { "passkey_origins" } else { "passkey_relying_party" }, DOMAIN));
        }
        Ok(Some(RelyingParty { id, origins: origins.iter().filter_map(origin_of).collect() }))
    }
}

fn url(origin: &Origin) -> Option<Url> {
    Url::parse(&origin.to_string()).ok()
}

/// The URL without its path.
fn origin_of(url: &Url) -> Option<Url> {
    Url::parse(&url.origin().ascii_serialization()).ok()
}

/// The host of an origin on which browsers offer passkeys: a domain with https, or this machine.
fn usable_host(url: &Url) -> Option<String> {
    let host = url.domain()?;
    let is_local = host == "localhost" || host.ends_with(".localhost");
    (url.scheme() == "https" || url.scheme() == "http" && is_local).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(
        front_end: Option<&str>,
        origins: &[&str],
        id: Option<&str>,
    ) -> Result<Option<(String, Vec<String>)>, String> {
        let config = Config {
            front_end_url: front_end.map(|url| url.to_owned().try_into().unwrap()),
            passkey_origins: origins.iter().map(|origin| (*origin).to_owned().try_into().unwrap()).collect(),
            passkey_relying_party: id.map(str::to_owned),
            ..Config::default()
        };
        let relying_party = config.relying_party().map_err(|error| error.to_string())?;
        Ok(relying_party.map(|party| (party.id, party.origins.iter().map(ToString::to_string).collect())))
    }

    fn some(id: &str, origins: &[&str]) -> Result<Option<(String, Vec<String>)>, String> {
        Ok(Some((id.to_owned(), origins.iter().map(|origin| (*origin).to_owned()).collect())))
    }

    #[test]
    fn the_front_end_is_the_default() {
        assert_eq!(
            of(Some("https://app.example.nl/mlm"), &[], None),
            some("app.example.nl", &["https://app.example.nl/"])
        );
        assert_eq!(
            of(Some("https://app.example.nl"), &[], Some("Example.nl")),
            some("example.nl", &["https://app.example.nl/"])
        );
        assert_eq!(of(Some("http://localhost:5173"), &[], None), some("localhost", &["http://localhost:5173/"]));
        for front_end in [None, Some("http://192.0.2.1"), Some("http://app.example.nl")] {
            assert_eq!(of(front_end, &[], None), Ok(None), "{front_end:?}");
        }
    }

    #[test]
    fn each_origin_belongs_to_the_relying_party() {
        let origins = ["https://app.example.nl", "https://example.nl:8443"];
        assert_eq!(
            of(None, &origins, Some("example.nl")),
            some("example.nl", &["https://app.example.nl/", "https://example.nl:8443/"])
        );
        for (origins, id) in [
            (&["https://app.example.nl", "https://example.nl"][..], None),
            (&["https://app.example.nl", "https://evil-example.nl"], Some("example.nl")),
            (&["https://example.nl"], Some("app.example.nl")),
            (&["http://app.example.nl"], None),
            (&["https://192.0.2.1"], None),
            (&["https://app.example.nl"], Some("nl")),
            (&["https://app.example.nl"], Some("")),
            (&["https://app.example.nl"], Some("https://app.example.nl")),
            (&["capacitor://localhost"], None),
            (&[], Some("example.nl")),
        ] {
            let error = of(None, origins, id).unwrap_err();
            assert!(error.contains("OMRINGD_PASSKEY_") && error.contains("expected "), "{error}");
        }
        assert!(of(Some("https://app.example.nl"), &[], Some("example.org")).is_err());
    }
}
