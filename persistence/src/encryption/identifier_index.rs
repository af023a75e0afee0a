use aws_lc_rs::hmac::{HMAC_SHA256, Key, sign};
use domain::clients::ExternalIdentifier;
use domain::ports::IndexKey;

/// Hashes identifiers for the index of one organisation: equal ones get equal hashes, and no others do.
pub(crate) struct IdentifierIndex(Key);

impl IdentifierIndex {
    pub(crate) fn new(key: &IndexKey) -> Self {
        Self(Key::new(HMAC_SHA256, key.expose()))
    }

    /// The column `value_hash`. Neither text contains a zero character.
    pub(crate) fn hash(&self, identifier: &ExternalIdentifier) -> Vec<u8> {
        let (system, value) = (identifier.system.as_str(), identifier.value.as_str());
        sign(&self.0, &[system.as_bytes(), &[0], value.as_bytes()].concat()).as_ref().to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ShortText;

    fn hash(key: u8, system: &str, value: &str) -> Vec<u8> {
        let text = |text| ShortText::new(text).unwrap();
        let identifier = ExternalIdentifier { system: text(system), value: text(value) };
        IdentifierIndex::new(&IndexKey::new(Box::new([key; 32]))).hash(&identifier)
    }

    #[test]
    fn equal_identifiers_of_one_organisation_have_equal_hashes_and_no_others() {
        assert_eq!(hash(1, "bsn", "Zoë"), hash(1, "bsn", "Zoe\u{308}"), "both ways of writing a letter");
        let others = [hash(2, "bsn", "1"), hash(1, "bsn", "2"), hash(1, "bs", "n1"), hash(1, "bsn1", "1")];
        assert!(others.iter().all(|other| *other != hash(1, "bsn", "1")));
        assert_eq!(hash(1, "bsn", "1").len(), 32);
    }
}
