use crate::FieldCode;
use crate::text::{composed, is_invisible};
use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// An email address to log in with, normalised so that each address has one spelling.
///
/// `Debug` redacts it.
///
/// Lower case, NFC, the domain in Unicode (IDNA, UTS 46) rather than punycode.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// The reason for which an email address is rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// Not the syntax of an email address.
    #[error("not an email address")]
    Form,
    /// Contains an invisible character, which users cannot type again.
    #[error("an invisible character in the email address")]
    Invisible,
    /// Longer than [`Email::MAX`] characters.
    #[error("an email address of more than 254 characters")]
    TooLong,
}

impl EmailError {
    /// The code of the error in a problem response.
    #[must_use]
    pub fn code(self) -> FieldCode {
        match self {
            Self::Form => FieldCode::Format,
            Self::Invisible => FieldCode::InvisibleCharacter,
            Self::TooLong => FieldCode::TooLong(Email::MAX),
        }
    }
}

/// Characters that an unquoted local part cannot contain.
const SPECIALS: [char; 11] = ['(', ')', '<', '>', '[', ']', ':', ';', '\\', ',', '"'];

impl Email {
    /// Maximum length in characters (RFC 5321).
    pub const MAX: usize = 254;

    /// Parses an address by its syntax; surrounding spaces and a leading `mailto:` are removed.
    ///
    /// Does not check that the mailbox exists.
    ///
    /// # Errors
    /// [`EmailError`] names the rule that the text breaks.
    pub fn new(text: impl AsRef<str>) -> Result<Self, EmailError> {
        let text = text.as_ref().trim();
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        if text.chars().any(is_invisible) {
            return Err(EmailError::Invisible);
        }
        let (local, host) = text.split_once('@').ok_or(EmailError::Form)?;
        let address = format!("{}@{}", mailbox(local)?, domain(host)?);
        if address.chars().count() > Self::MAX {
            return Err(EmailError::TooLong);
        }
        Ok(Self(address))
    }

    /// The normalised address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the `@`.
    #[must_use]
    pub fn mailbox(&self) -> &str {
        self.0.split_once('@').map_or("", |(mailbox, _)| mailbox)
    }

    /// The domain.
    #[must_use]
    pub fn domain(&self) -> Domain {
        Domain(self.0.split_once('@').map_or("", |(_, domain)| domain).to_owned())
    }
}

/// The domain of email addresses, in lower case and Unicode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Domain(String);

impl Domain {
    /// Reads a domain in any spelling.
    ///
    /// # Errors
    /// [`EmailError::Form`].
    pub fn new(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        if text.chars().any(is_invisible) || !text.contains('.') {
            return Err(EmailError::Form);
        }
        domain(text).map(Self)
    }

    /// The domain, in Unicode.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The domain as DNS has it.
    #[must_use]
    pub fn to_ascii(&self) -> String {
        let (bytes, hyphens) = (self.0.as_bytes(), Hyphens::CheckFirstLast);
        // What was read has such a form.
        let ascii = Uts46::new().to_ascii(bytes, AsciiDenyList::STD3, hyphens, DnsLength::Verify);
        ascii.map_or_else(|_| self.0.clone(), Cow::into_owned)
    }
}

fn mailbox(local: &str) -> Result<String, EmailError> {
    let unfit = |c: char| c.is_whitespace() || c.is_control() || SPECIALS.contains(&c);
    if local.is_empty() || local.contains(unfit) {
        return Err(EmailError::Form);
    }
    Ok(composed(local.to_lowercase()))
}

/// Normalises the domain by IDNA, so that composed, decomposed and punycode spellings are equal.
fn domain(host: &str) -> Result<String, EmailError> {
    let ascii = Uts46::new().to_ascii(host.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify);
    let ascii = ascii.map_err(|_| EmailError::Form)?;
    let (letters, fits) = Uts46::new().to_unicode(ascii.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast);
    fits.map_err(|_| EmailError::Form)?;
    Ok(letters.into_owned())
}

impl TryFrom<String> for Email {
    type Error = EmailError;

    fn try_from(text: String) -> Result<Self, EmailError> {
        Self::new(text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_typing_an_address_is_the_same_address() {
        for (kept, typed) in [
            (
                "saskia@example.nl",
                &[
                    "Saskia@Example.NL",
                    " saskia@example.nl\n",
                    "\u{A0}saskia@example.nl",
                    "mailto:saskia@example.nl",
                    "saskia@ｅｘａｍｐｌｅ.nl",
                ][..],
            ),
            ("jan@café.nl", &["jan@cafe\u{301}.nl", "jan@xn--caf-dma.nl", "JAN@CAFÉ.NL", "jan@XN--CAF-DMA.nl"]),
            ("renée@example.nl", &["rene\u{301}e@example.nl", "RENÉE@example.nl"]),
            ("anna+kaart@straße.de", &["anna+kaart@xn--strae-oqa.de"]),
            ("o'brien@example.ie", &["O'Brien@example.ie"]),
        ] {
            assert_eq!(Email::new(kept).unwrap().as_str(), kept);
            for typed in typed {
                assert_eq!(Email::new(typed).unwrap().as_str(), kept, "{typed:?}");
            }
        }
    }

    #[test]
    fn an_invalid_address_is_rejected() {
        for text in [
            "",
            "@",
            "a@",
            "@b",
            "a@b@c",
            "a b@c",
            "a@b c",
            "ab",
            "a@b\0",
            "Jan <jan@b.nl>",
            "a,b@c.nl",
            "mailto:",
            "mailto:mailto:a@b",
            "MAILTO:a@b",
            "a@-",
            "a@b..c",
            "a@.c",
            "a@b_c",
            "a@xn--zz",
            "jan＠b.nl",
        ] {
            assert_eq!(Email::new(text), Err(EmailError::Form), "{text:?}");
        }
        assert_eq!(Email::new(format!("{}@b.nl", "a".repeat(250))), Err(EmailError::TooLong));
        assert_eq!(Email::new(format!("a@{}.nl", "b".repeat(64))), Err(EmailError::Form), "a label has 63 at most");
    }

    #[test]
    fn invisible_characters_in_an_address_are_rejected() {
        for text in [
            "jan\u{200B}@example.nl",
            "\u{200F}jan@example.nl",
            "jan@exam\u{AD}ple.nl",
            "jan@example.nl\u{FEFF}",
            "ja\u{FE0F}n@b.nl",
        ] {
            assert_eq!(Email::new(text), Err(EmailError::Invisible), "{}", text.escape_unicode());
        }
    }
}
