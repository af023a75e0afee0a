use serde::{Deserialize, Serialize};
use std::fmt;

/// An email address, in lower case: what people log in with. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// Not an email address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an email address")]
pub struct NotAnEmail;

impl Email {
    /// The most characters (RFC 5321).
    pub const MAX: usize = 254;

    /// Checks the form only: something before and after one `@`, no spaces. Whether it works, only a mail can tell.
    ///
    /// # Errors
    /// [`NotAnEmail`].
    pub fn new(text: impl AsRef<str>) -> Result<Self, NotAnEmail> {
        let text = text.as_ref();
        let parts = text.split_once('@').filter(|(local, host)| !local.is_empty() && !host.is_empty());
        let clean = !text.chars().any(|c| c.is_whitespace() || c.is_control());
        let one = parts.is_some_and(|(_, host)| !host.contains('@'));
        if !clean || !one || text.chars().count() > Self::MAX {
            return Err(NotAnEmail);
        }
        Ok(Self(text.to_lowercase()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Email {
    type Error = NotAnEmail;

    fn try_from(text: String) -> Result<Self, NotAnEmail> {
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
    fn case_does_not_matter() {
        assert_eq!(Email::new("Saskia@Example.NL").unwrap(), Email::new("saskia@example.nl").unwrap());
    }

    #[test]
    fn what_has_not_the_form_is_refused() {
        for text in ["", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\n", "ab"] {
            assert_eq!(Email::new(text), Err(NotAnEmail), "{text:?}");
        }
    }
}
