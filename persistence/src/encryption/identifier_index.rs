use aws_lc_rs::hmac::{HMAC_SHA256, Key, sign};
use domain::accounts::Email;
use domain::clients::ExternalIdentifier;
use domain::ports::{IndexKey, KeyVersion};
use std::sync::Arc;

/// Hashes identifiers and addresses for the index of one organisation: equal ones get equal hashes, and no others do.
pub(crate) struct IdentifierIndex {
    version: KeyVersion,
    key: Key,
}

impl IdentifierIndex {
    pub(crate) fn new(key: &IndexKey) -> Self {
        Self { version: key.version(), key: Key::new(HMAC_SHA256, key.expose()) }
    }

    /// Which index key of the organisation this is.
    pub(crate) fn version(&self) -> KeyVersion {
        self.version
    }

    /// The column `value_hash`. Neither text contains a zero character.
    pub(crate) fn hash(&self, identifier: &ExternalIdentifier) -> Vec<u8> {
        self.hash_of(identifier.system.as_str(), identifier.value.as_str())
    }

    /// The column `address_hash`. No system of identifiers has an empty name.
    pub(crate) fn hash_address(&self, email: &Email) -> Vec<u8> {
        self.hash_of("", email.as_str())
    }

    fn hash_of(&self, system: &str, value: &str) -> Vec<u8> {
        sign(&self.key, &[system.as_bytes(), &[0], value.as_bytes()].concat()).as_ref().to_vec()
    }
}

/// The indexes of an organisation, the oldest first: one for each index key that is not destroyed. Identifiers are in each, and found
/// by any.
pub(crate) type IdentifierIndexes = Vec<Arc<IdentifierIndex>>;

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ShortText;

    fn index(key: u8) -> IdentifierIndex {
        IdentifierIndex::new(&IndexKey::new(1, Box::new([key; 32])))
    }

    fn hash(key: u8, system: &str, value: &str) -> Vec<u8> {
        let text = |text| ShortText::new(text).unwrap();
        let identifier = ExternalIdentifier { system: text(system), value: text(value) };
        index(key).hash(&identifier)
    }

    #[test]
    fn equal_identifiers_of_one_organisation_have_equal_hashes_and_no_others() {
        assert_eq!(hash(1, "bsn", "Zoë"), hash(1, "bsn", "Zoe\u{308}"), "both ways of writing a letter");
        let others = [hash(2, "bsn", "1"), hash(1, "bsn", "2"), hash(1, "bs", "n1"), hash(1, "bsn1", "1")];
        assert!(others.iter().all(|other| *other != hash(1, "bsn", "1")));
        assert_eq!(hash(1, "bsn", "1").len(), 32);
    }

    #[test]
    fn an_address_has_a_hash_of_its_own() {
        let address = |key| index(key).hash_address(&Email::new("a@b.test").unwrap());
        assert!(address(1) == address(1) && address(1) != address(2));
        assert!([hash(1, "email", "a@b.test"), hash(1, "a@b.test", "1")].iter().all(|other| *other != address(1)));
    }
}
