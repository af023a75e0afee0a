use data_encoding::HEXLOWER_PERMISSIVE;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Reads an encrypted value that the database wrote into JSON, in hexadecimal digits.
pub(crate) fn hexadecimal<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<u8>, D::Error> {
    let digits = <&str>::deserialize(json)?;
    HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).map_err(D::Error::custom)
}
