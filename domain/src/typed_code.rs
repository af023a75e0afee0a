use crate::ports::Secrets;
use crate::{Result, Secret, SecretDigest};

/// Crockford's Base32 alphabet: no letter resembles a digit.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Number of characters; 5 bits each, 100 bits in total.
const CHARACTERS: usize = 20;
/// Number of characters between hyphens.
const GROUP: usize = 5;

/// A secret of 100 bits that people type: the code of a first log-in, or a recovery code.
#[derive(Clone, Debug)]
pub struct TypedCode(Secret);

impl TypedCode {
    /// Generates a new code.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] if no random bytes are available.
    pub fn fresh(secrets: &dyn Secrets) -> Result<Self> {
        let random = secrets.digest(&secrets.fresh()?).0;
        let characters = random.iter().take(CHARACTERS).filter_map(|byte| ALPHABET.get(usize::from(byte & 31)));
        Ok(Self(Secret::new(characters.map(|byte| char::from(*byte)).collect::<String>())))
    }

    /// Normalises a typed code.
    ///
    /// Ignores spaces, hyphens and case, and maps letters that resemble a digit to that digit.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        let read = |c: char| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        Self(Secret::new(text.chars().filter(|c| c.is_alphanumeric()).map(read).collect::<String>()))
    }

    /// The digest to store.
    pub fn digest(&self, secrets: &dyn Secrets) -> SecretDigest {
        secrets.digest(&self.0)
    }

    /// The code for display, in groups.
    #[must_use]
    pub fn shown(&self) -> String {
        let characters: Vec<_> = self.0.expose().chars().collect();
        characters.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let same = |text| TypedCode::typed(text).0.expose().to_owned();
        assert_eq!(same(" 0a1b2-c3d4e "), "0A1B2C3D4E");
        assert_eq!(same("oAlb2 c3d4e"), same("0A1B2C3D4E"));
        assert_ne!(same("0A1B2C3D4F"), same("0A1B2C3D4E"));
    }

    #[test]
    fn a_code_is_shown_in_groups_and_never_printed() {
        let code = TypedCode::typed("0A1B2C3D4E5F6G7H8J9K");
        assert_eq!(code.shown(), "0A1B2-C3D4E-5F6G7-H8J9K");
        assert!(!format!("{code:?}").contains("0A1B2"));
    }
}
