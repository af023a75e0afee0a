//! Decodes the bytes of a file to text.

use encoding_rs::{Encoding, UTF_8};
use serde::Deserialize;
use std::fmt;

/// The character encoding of a file. A byte order mark in the file takes precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Charset(&'static Encoding);

impl Default for Charset {
    fn default() -> Self {
        Self(UTF_8)
    }
}

impl Charset {
    /// Finds an encoding by its label in the WHATWG Encoding Standard.
    ///
    /// Such as `utf-8`, `windows-1252` or `utf-16le`.
    #[must_use]
    pub fn named(label: &str) -> Option<Self> {
        Encoding::for_label_no_replacement(label.as_bytes()).map(Self)
    }
}

impl TryFrom<String> for Charset {
    type Error = String;

    fn try_from(label: String) -> Result<Self, String> {
        Self::named(&label)
            .ok_or_else(|| format!("{label:?} is not a known encoding, such as \"windows-1252\" or \"utf-16le\""))
    }
}

/// The file is not valid in the given encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecodable {
    /// The line of the first invalid byte, from 1.
    pub line: u32,
    encoding: &'static str,
}

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "is not {}", self.encoding)
    }
}

/// Decodes a file and removes its byte order mark.
///
/// # Errors
/// [`Undecodable`] for an invalid byte, or for the zero bytes of UTF-16 without a byte order mark.
pub fn decode(bytes: &[u8], charset: Charset) -> Result<String, Undecodable> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((charset.0, 0));
    let bytes = bytes.get(mark..).unwrap_or_default();
    let wrong = |before: &str| Undecodable { line: lines(before), encoding: encoding.name() };
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => match text.find('\0') {
            Some(zero) => Err(wrong(text.get(..zero).unwrap_or_default())),
            None => Ok(text.into_owned()),
        },
        None => {
            let text = encoding.decode_without_bom_handling(bytes).0;
            Err(wrong(text.split('\u{FFFD}').next().unwrap_or_default()))
        }
    }
}

fn lines(before: &str) -> u32 {
    let ends = before.replace("\r\n", "\n").matches(['\n', '\r']).count();
    u32::try_from(ends).unwrap_or(u32::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], label: &str) -> Result<String, Undecodable> {
        decode(bytes, Charset::named(label).unwrap())
    }

    #[test]
    fn a_byte_order_mark_overrides_the_named_encoding() {
        assert_eq!(decode("\u{FEFF}Zoë".as_bytes(), Charset::named("windows-1252").unwrap()).unwrap(), "Zoë");
        let wide = |bytes: fn(u16) -> [u8; 2]| "\u{FEFF}Zoë".encode_utf16().flat_map(bytes).collect::<Vec<_>>();
        assert_eq!(decode(&wide(u16::to_le_bytes), Charset::default()).unwrap(), "Zoë");
        assert_eq!(decode(&wide(u16::to_be_bytes), Charset::default()).unwrap(), "Zoë");
    }

    #[test]
    fn the_named_encoding_is_used() {
        assert_eq!(decoded(b"Zo\xEB \x80", "Windows-1252").unwrap(), "Zoë €");
        assert_eq!(decoded(b"Zo\xEB", "latin1").unwrap(), "Zoë");
        assert_eq!(decoded(b"Z\0o\0", "utf-16le").unwrap(), "Zo");
        assert_eq!(Charset::named("replacement"), None);
        assert_eq!(Charset::named("boe"), None);
    }

    #[test]
    fn the_line_of_the_first_wrong_byte_is_named() {
        let wrong = decode(b"nr;naam\r\n1;Anna\r\n2;Zo\xEB\r\n", Charset::default()).unwrap_err();
        assert_eq!((wrong.line, wrong.to_string().as_str()), (3, "is not UTF-8"));
        assert_eq!(decode(b"n\0r\0", Charset::default()).unwrap_err().line, 1);
    }
}
