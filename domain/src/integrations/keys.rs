use crate::{Error, FieldCode, FieldError, Result};
use serde::{Deserialize, Serialize};

/// Maximum number of keys of an integration: the current, the next, and those of its other machines.
const MAX_KEYS: usize = 10;
/// Maximum length of the address of a key set.
const MAX_URL: usize = 500;
/// Length of the modulus of an RSA key of 2048 and of 4096 bits, in base64url.
const RSA_MODULUS: std::ops::RangeInclusive<usize> = 342..=683;

/// A public key (RFC 7517), with the members that verifying a signature needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicKey {
    /// The key type: `EC`, `OKP` or `RSA`.
    pub kty: String,
    /// The id of the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kid: Option<String>,
    /// The use: `sig`, or none.
    #[serde(default, rename = "use", skip_serializing_if = "Option::is_none")]
    pub usage: Option<String>,
    /// The only algorithm of the key, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alg: Option<String>,
    /// The curve, of `EC` and `OKP`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crv: Option<String>,
    /// The first coordinate or the key, of `EC` and `OKP`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
    /// The second coordinate, of `EC`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<String>,
    /// The modulus, of `RSA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<String>,
    /// The exponent, of `RSA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub e: Option<String>,
}

impl PublicKey {
    /// The signature algorithms that the key fits. None for a key that is not for signatures, or too weak.
    #[must_use]
    pub fn algorithms(&self) -> &'static [&'static str] {
        if self.usage.as_deref().is_some_and(|usage| usage != "sig") {
            return &[];
        }
        match (self.kty.as_str(), self.crv.as_deref(), &self.x, &self.y, &self.n, &self.e) {
            ("EC", Some("P-256"), Some(_), Some(_), None, None) => &["ES256"],
            ("EC", Some("P-384"), Some(_), Some(_), None, None) => &["ES384"],
            ("OKP", Some("Ed25519"), Some(_), None, None, None) => &["EdDSA"],
            ("RSA", None, None, None, Some(n), Some(_)) if RSA_MODULUS.contains(&n.len()) => {
                &["RS256", "RS384", "PS256"]
            }
            _ => &[],
        }
    }

    /// Whether the key can verify a signature of this algorithm that names this key id, or none.
    #[must_use]
    pub fn fits(&self, algorithm: &str, kid: Option<&str>) -> bool {
        let named = kid.is_none_or(|kid| self.kid.as_deref() == Some(kid));
        let other = self.alg.as_deref().is_some_and(|own| own != algorithm);
        named && !other && self.algorithms().contains(&algorithm)
    }
}

/// The public keys of an integration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySet {
    keys: Vec<PublicKey>,
}

impl KeySet {
    /// Checks the keys.
    ///
    /// # Errors
    /// [`Error::Invalid`] with one error per key that cannot verify signatures or has the id of another; without a key,
    /// or with too many.
    pub fn new(keys: Vec<PublicKey>) -> Result<Self> {
        match keys.len() {
            0 => return Err(Error::invalid(KEYS, FieldCode::TooFew(1))),
            many if many > MAX_KEYS => return Err(Error::invalid(KEYS, FieldCode::TooMany(MAX_KEYS))),
            _ => {}
        }
        let mut errors = Vec::new();
        for (at, key) in keys.iter().enumerate() {
            if key.algorithms().is_empty() {
                errors.push(FieldError::new(format!("{KEYS}/{at}"), FieldCode::Invalid));
            }
            if key.kid.is_some() && keys.iter().take(at).any(|other| other.kid == key.kid) {
                errors.push(FieldError::new(format!("{KEYS}/{at}/kid"), FieldCode::Duplicate));
            }
        }
        if errors.is_empty() { Ok(Self { keys }) } else { Err(Error::Invalid(errors)) }
    }

    /// The keys.
    #[must_use]
    pub fn keys(&self) -> &[PublicKey] {
        &self.keys
    }
}

/// Where the keys are in a request.
const KEYS: &str = "/jwks/keys";

/// The address of a key set: `https`, without credentials and fragment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeySetUrl(String);

impl KeySetUrl {
    /// Checks the address.
    ///
    /// # Errors
    /// [`Error::Invalid`] at `/jwksUri`.
    pub fn new(url: String) -> Result<Self> {
        let rest = url.strip_prefix("https://").filter(|_| url.len() <= MAX_URL);
        let authority = rest.and_then(|rest| rest.split(['/', '?']).next()).filter(|authority| !authority.is_empty());
        let plain = url.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#' && byte != b'\\');
        match authority {
            Some(authority) if plain && !authority.contains('@') => Ok(Self(url)),
            Some(_) | None => Err(Error::invalid("/jwksUri", FieldCode::Format)),
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where the keys of an integration come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeySource {
    /// Stored with the integration.
    Value(KeySet),
    /// Fetched from the external system.
    Url(KeySetUrl),
    /// Nowhere: the integration has tokens only.
    None,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(json: &str) -> PublicKey {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_key_fits_its_own_algorithms() {
        let ec = key(r#"{"kty":"EC","crv":"P-256","x":"a","y":"b","kid":"1"}"#);
        assert!(ec.fits("ES256", Some("1")) && ec.fits("ES256", None));
        assert!(!ec.fits("ES384", Some("1")) && !ec.fits("ES256", Some("2")) && !ec.fits("HS256", None));
        let rsa = PublicKey { n: Some("n".repeat(342)), ..key(r#"{"kty":"RSA","e":"AQAB","alg":"PS256"}"#) };
        assert!(rsa.fits("PS256", None) && !rsa.fits("RS256", None));
        let weak = PublicKey { n: Some("n".repeat(171)), ..rsa.clone() };
        let sealing = PublicKey { usage: Some("enc".to_owned()), ..rsa };
        let secret = key(r#"{"kty":"oct"}"#);
        for none in [weak, sealing, secret] {
            assert!(none.algorithms().is_empty());
        }
    }

    #[test]
    fn a_set_has_usable_keys_with_distinct_ids() {
        let ed = key(r#"{"kty":"OKP","crv":"Ed25519","x":"a","kid":"1"}"#);
        assert!(KeySet::new(vec![ed.clone()]).is_ok());
        for bad in [vec![], vec![ed.clone(), ed.clone()], vec![ed; 11], vec![key(r#"{"kty":"oct"}"#)]] {
            assert!(matches!(KeySet::new(bad), Err(Error::Invalid(_))));
        }
    }

    #[test]
    fn an_address_is_https_and_nothing_else() {
        assert!(KeySetUrl::new("https://ecd.example.nl/jwks.json".to_owned()).is_ok());
        for bad in
            ["http://ecd.example.nl/jwks", "https://", "https://a@b/", "https://b/#x", "https://b/ x", "file:///x"]
        {
            assert!(KeySetUrl::new(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
