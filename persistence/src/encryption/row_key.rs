use super::aead::{decrypt, encrypt};
use super::organisation_keys::Cipher;
use domain::ports::KeyVersion;
use domain::{Error, OrganisationId, Result};
use std::sync::Arc;
use uuid::Uuid;

/// The first byte of every value: how it is made.
const FORMAT: u8 = 1;

/// A key of an organisation, for rows that are not about a client.
pub(crate) struct RowKey {
    organisation: OrganisationId,
    version: KeyVersion,
    cipher: Arc<Cipher>,
}

impl RowKey {
    pub(super) fn new(organisation: OrganisationId, version: KeyVersion, cipher: Arc<Cipher>) -> Self {
        Self { organisation, version, cipher }
    }

    /// The column `key_version`: which key of the organisation decrypts the row.
    pub(crate) fn version(&self) -> KeyVersion {
        self.version
    }

    /// Encrypts what this row of the table says.
    pub(crate) fn seal(&self, table: &str, row: Uuid, plain: &[u8]) -> Result<Vec<u8>> {
        let encrypted = encrypt(&self.cipher, &self.context(table, row), plain)?;
        Ok([&[FORMAT], encrypted.as_slice()].concat())
    }

    /// Decrypts what [`RowKey::seal`] encrypted.
    ///
    /// # Errors
    /// [`Error::Internal`] for a value of another row, table or organisation, and for a changed one.
    pub(crate) fn open(&self, table: &str, row: Uuid, sealed: &[u8]) -> Result<Vec<u8>> {
        let [FORMAT, encrypted @ ..] = sealed else {
            return Err(Error::internal("an encrypted value of an unknown format"));
        };
        decrypt(&self.cipher, &self.context(table, row), encrypted)
    }

    /// What a value is bound to.
    fn context(&self, table: &str, row: Uuid) -> Vec<u8> {
        [b"omringd row of organisation ", self.organisation.0.as_bytes().as_slice(), row.as_bytes(), table.as_bytes()]
            .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::super::aead::cipher;
    use super::*;

    #[test]
    fn only_the_row_that_it_was_written_for_is_readable() {
        let key = |organisation, byte| {
            RowKey::new(OrganisationId(Uuid::from_u128(organisation)), 1, Arc::new(cipher(&[byte; 32]).unwrap()))
        };
        let row = Uuid::from_u128(3);
        let sealed = key(1, 7).seal("invitation", row, b"anna@elders.test").unwrap();
        assert_eq!(key(1, 7).open("invitation", row, &sealed).unwrap(), b"anna@elders.test");
        assert!(key(1, 7).open("invitation", Uuid::from_u128(4), &sealed).is_err(), "another row");
        assert!(key(1, 7).open("other", row, &sealed).is_err(), "another table");
        assert!(key(2, 7).open("invitation", row, &sealed).is_err(), "another organisation");
        assert!(key(1, 8).open("invitation", row, &sealed).is_err(), "another key");
        for changed in 0..sealed.len() {
            let mut sealed = sealed.clone();
            sealed[changed] ^= 1;
            assert!(key(1, 7).open("invitation", row, &sealed).is_err(), "byte {changed}");
        }
        assert!(key(1, 7).open("invitation", row, &[]).is_err());
    }
}
