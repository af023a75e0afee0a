use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::str::FromStr;

/// A SHA-256 digest, written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(pub [u8; 32]);

/// The text is not 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a digest")]
pub struct NoDigest;

impl Digest {
    /// The digest of these parts, concatenated.
    pub(crate) fn of(parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        parts.iter().for_each(|part| hash.update(part));
        Self(hash.finalize().into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Digest {
    type Err = NoDigest;

    fn from_str(hex: &str) -> Result<Self, NoDigest> {
        let digits: Vec<_> = hex.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>().ok_or(NoDigest)?;
        let bytes = digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + digit));
        let bytes: Vec<_> = bytes.map(u8::try_from).collect::<Result<_, _>>().map_err(|_| NoDigest)?;
        if digits.len() == 64 { bytes.try_into().map(Self).map_err(|_| NoDigest) } else { Err(NoDigest) }
    }
}

impl TryFrom<String> for Digest {
    type Error = NoDigest;

    fn try_from(hex: String) -> Result<Self, NoDigest> {
        hex.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_sha_256_in_hexadecimal() {
        // FIPS 180-2, appendix B.1.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Digest::of(&[b"a", b"bc"]).to_string(), abc);
        assert_eq!(abc.parse(), Ok(Digest::of(&[b"abc"])));
        for wrong in ["", "ba", &abc[1..], &format!("{abc}00"), &abc.replace('f', "g")] {
            assert_eq!(wrong.parse::<Digest>(), Err(NoDigest), "{wrong}");
        }
    }
}
