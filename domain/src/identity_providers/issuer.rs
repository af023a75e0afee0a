use crate::{Error, FieldCode, Result};
use serde::{Deserialize, Serialize};

/// Maximum length of an issuer.
const MAX: usize = 500;
/// Hosts of this machine, which the operator can allow without TLS.
const OWN_HOSTS: [&str; 3] = ["127.0.0.1", "[::1]", "localhost"];

/// The issuer of a provider: an `https` address without query and fragment. Compared exactly, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Issuer(String);

impl Issuer {
    /// Checks the address. `http` is accepted for a host of this machine; whether it may be reached is a setting.
    ///
    /// # Errors
    /// [`Error::Invalid`] at `/issuer`.
    pub fn new(text: String) -> Result<Self> {
        let plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\\#?@".contains(&byte));
        let authority = |rest: &str| rest.split('/').next().unwrap_or_default().to_owned();
        let fits = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
            (Some(rest), _) => !authority(rest).is_empty(),
            (None, Some(rest)) => {
                let host = authority(rest);
                let host = host.rsplit_once(':').map_or(host.as_str(), |(host, _)| host);
                OWN_HOSTS.contains(&host)
            }
            (None, None) => false,
        };
        if fits && plain && text.len() <= MAX {
            Ok(Self(text))
        } else {
            Err(Error::invalid("/issuer", FieldCode::Format))
        }
    }

    /// The issuer.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_https_or_on_this_machine() {
        for good in ["https://login.example.nl/a/v2.0", "https://a.nl/", "http://127.0.0.1:9000", "http://localhost/x"]
        {
            assert!(Issuer::new(good.to_owned()).is_ok(), "{good}");
        }
        for bad in [
            "",
            "https://",
            "http://a.nl",
            "http://localhost.a.nl",
            "https://u@a.nl",
            "https://a.nl?x",
            "https://a.nl#x",
            "ftp://a.nl",
            "https://a.nl/ x",
        ] {
            assert!(Issuer::new(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
