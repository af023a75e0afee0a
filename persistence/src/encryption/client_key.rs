use super::aead::{cipher, decrypt, encrypt};
use super::organisation_keys::Cipher;
use crate::engine::Row;
use aws_lc_rs::aead::RandomizedNonceKey;
use domain::ports::{KeyVersion, OrganisationKey};
use domain::{ClientId, Error, OrganisationId, Result};
use secrecy::zeroize::Zeroizing;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// The encrypted part of a row: all text that a client or coach wrote.
pub(crate) trait Content: Serialize + DeserializeOwned {
    /// The table, to which the value is bound.
    const TABLE: &'static str;
}

/// The first byte of every encrypted value: how it is made.
const FORMAT: u8 = 1;
/// The length of a key in bytes.
const KEY: usize = 32;

/// The ids of a row, to which its value is bound. A table decides how many they are.
#[derive(Debug)]
pub struct RowId(Vec<u8>);

impl From<Uuid> for RowId {
    fn from(id: Uuid) -> Self {
        Self(id.as_bytes().to_vec())
    }
}

impl From<[Uuid; 2]> for RowId {
    fn from(ids: [Uuid; 2]) -> Self {
        Self(ids.map(Uuid::into_bytes).concat())
    }
}

/// The key of a client as it is stored, under a key of the organisation.
#[derive(Clone, Debug)]
pub(crate) struct EncryptedKey {
    pub(crate) client: ClientId,
    /// Which key of the organisation decrypts it.
    pub(crate) version: KeyVersion,
    pub(crate) key: Vec<u8>,
}

impl EncryptedKey {
    /// The key in the columns `key_version` and `client_key` of a row about this client; `None` if the client has none.
    pub(crate) fn of(client: ClientId, row: &Row) -> Result<Option<Self>> {
        let (version, key) = (row.get::<Option<KeyVersion>>("key_version")?, row.get::<Option<Vec<u8>>>("client_key")?);
        Ok(version.zip(key).map(|(version, key)| Self { client, version, key }))
    }

    /// The same key with these secrets.
    fn with(&self, organisation: OrganisationId, under: &Cipher, secrets: &[u8]) -> Result<Self> {
        let key = encrypt(under, &context_of_key(organisation, self.client), secrets)?;
        Ok(Self { key, ..self.clone() })
    }
}

/// The key of a client: a secret for each generation. One encrypts, every one decrypts.
pub(crate) struct ClientKey {
    organisation: OrganisationId,
    client: ClientId,
    generations: Vec<RandomizedNonceKey>,
    /// Number of the one that encrypts: the last one, except while a new one is not known to every request yet.
    current: u8,
}

impl ClientKey {
    /// A new key of a client, under a key of the organisation.
    pub(crate) fn generate(
        organisation: OrganisationId,
        client: ClientId,
        under: &OrganisationKey,
    ) -> Result<EncryptedKey> {
        let mut secret = [0; KEY];
        aws_lc_rs::rand::fill(&mut secret).map_err(Error::internal)?;
        let key = encrypt(&cipher(under.expose())?, &context_of_key(organisation, client), &secret)?;
        Ok(EncryptedKey { client, version: under.version(), key })
    }

    /// The same key, under another key of the organisation.
    pub(crate) fn reencrypt(
        organisation: OrganisationId,
        stored: &EncryptedKey,
        old: &Cipher,
        under: &OrganisationKey,
    ) -> Result<EncryptedKey> {
        let context = context_of_key(organisation, stored.client);
        let secrets = Zeroizing::new(decrypt(old, &context, &stored.key)?);
        let key = encrypt(&cipher(under.expose())?, &context, &secrets)?;
        Ok(EncryptedKey { client: stored.client, version: under.version(), key })
    }

    /// That of a client without a key: nothing of theirs can be read or written.
    pub(crate) fn none(organisation: OrganisationId, client: ClientId) -> Self {
        Self { organisation, client, generations: Vec::new(), current: 0 }
    }

    /// Decrypts a client's key.
    pub(crate) fn decrypt(organisation: OrganisationId, stored: &EncryptedKey, under: &Cipher) -> Result<Self> {
        let secrets = secrets(organisation, stored, under)?;
        let (keys, current) = generations(&secrets)?;
        let generations = keys.iter().map(cipher).collect::<Result<_>>()?;
        Ok(Self { organisation, client: stored.client, generations, current })
    }

    /// The same key with a new generation, which decrypts only until [`ClientKey::use_generation`]; `None` if it has one already.
    ///
    /// A request that read the key before decrypts until it ends whatever others write meanwhile.
    pub(crate) fn add_generation(
        organisation: OrganisationId,
        stored: &EncryptedKey,
        under: &Cipher,
    ) -> Result<Option<EncryptedKey>> {
        let secrets = secrets(organisation, stored, under)?;
        let (keys, current) = generations(&secrets)?;
        if usize::from(current) < keys.len() {
            return Ok(None);
        }
        if current == u8::MAX {
            return Err(Error::internal("the key of a client has 255 generations: there can be no more"));
        }
        let mut secret = Zeroizing::new([0; KEY]);
        aws_lc_rs::rand::fill(secret.as_mut()).map_err(Error::internal)?;
        let more = Zeroizing::new([secrets.as_slice(), secret.as_slice(), &[current]].concat());
        stored.with(organisation, under, &more).map(Some)
    }

    /// The same key, of which the newest generation encrypts; `None` if it does already.
    pub(crate) fn use_generation(
        organisation: OrganisationId,
        stored: &EncryptedKey,
        under: &Cipher,
    ) -> Result<Option<EncryptedKey>> {
        let secrets = secrets(organisation, stored, under)?;
        let (keys, current) = generations(&secrets)?;
        if usize::from(current) == keys.len() {
            return Ok(None);
        }
        stored.with(organisation, under, keys.as_flattened()).map(Some)
    }

    /// Number of the generation that encrypts, which is the second byte of what it encrypted.
    pub(crate) fn generation(&self) -> u8 {
        self.current
    }

    /// The organisation of the client.
    pub(crate) fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Encrypts what this row says.
    pub(crate) fn seal<C: Content>(&self, row: impl Into<RowId>, content: &C) -> Result<Vec<u8>> {
        self.seal_bytes(C::TABLE, row, &serde_json::to_vec(content).map_err(Error::internal)?)
    }

    /// Encrypts what this row of the table says, which is JSON already.
    pub(crate) fn seal_bytes(&self, table: &str, row: impl Into<RowId>, plain: &[u8]) -> Result<Vec<u8>> {
        let generation = self.current;
        let key = self.key(generation).ok_or_else(|| Error::internal("the client has no key"))?;
        let encrypted = encrypt(key, &self.context(table, &row.into(), generation), plain)?;
        Ok([&[FORMAT, generation], encrypted.as_slice()].concat())
    }

    /// Decrypts what this row says.
    ///
    /// # Errors
    /// [`Error::Internal`] for a value of another row, table, client or organisation, and for a changed one.
    pub(crate) fn open<C: Content>(&self, row: impl Into<RowId>, sealed: &[u8]) -> Result<C> {
        // Not the error itself: it may quote what was decrypted.
        serde_json::from_slice(&self.open_bytes(C::TABLE, row, sealed)?)
            .map_err(|_| Error::internal("an encrypted value has an unknown shape"))
    }

    /// Decrypts what [`ClientKey::seal_bytes`] encrypted.
    ///
    /// # Errors
    /// As [`ClientKey::open`].
    pub(crate) fn open_bytes(&self, table: &str, row: impl Into<RowId>, sealed: &[u8]) -> Result<Vec<u8>> {
        let [FORMAT, generation, encrypted @ ..] = sealed else {
            return Err(Error::internal("an encrypted value of an unknown format"));
        };
        let key = self.key(*generation);
        let key = key.ok_or_else(|| Error::internal("an encrypted value of an unknown generation"))?;
        decrypt(key, &self.context(table, &row.into(), *generation), encrypted)
    }

    fn key(&self, generation: u8) -> Option<&RandomizedNonceKey> {
        usize::from(generation).checked_sub(1).and_then(|index| self.generations.get(index))
    }

    /// What a value is bound to. Not the row's version, which changes without the texts.
    fn context(&self, table: &str, RowId(row): &RowId, generation: u8) -> Vec<u8> {
        let (organisation, client) = (self.organisation.0.as_bytes(), self.client.0.as_bytes());
        // Of known length but for the ids, one or two, and the table's name. No name is another one with 16 bytes before it, so
        // that two rows never have the same context.
        [b"omringd row ", organisation.as_slice(), client, row, &[generation], table.as_bytes()].concat()
    }
}

/// What is encrypted in a stored key.
fn secrets(organisation: OrganisationId, stored: &EncryptedKey, under: &Cipher) -> Result<Zeroizing<Vec<u8>>> {
    decrypt(under, &context_of_key(organisation, stored.client), &stored.key).map(Zeroizing::new)
}

/// The secrets of a decrypted key, and the number of the one that encrypts: in a byte after them, else the last one.
fn generations(secrets: &[u8]) -> Result<(&[[u8; KEY]], u8)> {
    let (keys, rest) = secrets.as_chunks::<KEY>();
    let count = u8::try_from(keys.len()).map_err(Error::internal)?;
    match rest {
        [] if count > 0 => Ok((keys, count)),
        [current] if (1..=count).contains(current) => Ok((keys, *current)),
        _ => Err(Error::internal("the key of a client has another length")),
    }
}

fn context_of_key(organisation: OrganisationId, client: ClientId) -> Vec<u8> {
    [b"omringd client ", organisation.0.as_bytes().as_slice(), client.0.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Note(String);

    impl Content for Note {
        const TABLE: &'static str = "note";
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Other(String);

    impl Content for Other {
        const TABLE: &'static str = "other";
    }

    const ORGANISATION: OrganisationId = OrganisationId(Uuid::from_u128(1));
    const CLIENT: ClientId = ClientId(Uuid::from_u128(2));
    const ROW: Uuid = Uuid::from_u128(3);

    fn generated() -> (EncryptedKey, Cipher) {
        let under = OrganisationKey::new(1, Box::new([7; KEY]));
        (ClientKey::generate(ORGANISATION, CLIENT, &under).unwrap(), cipher(under.expose()).unwrap())
    }

    #[test]
    fn only_the_row_that_it_was_written_for_is_readable() {
        let (stored, under) = generated();
        let key = ClientKey::decrypt(ORGANISATION, &stored, &under).unwrap();
        let note = Note("Anna".into());
        let sealed = key.seal(ROW, &note).unwrap();
        assert_eq!(key.open::<Note>(ROW, &sealed).unwrap(), note);
        assert!(key.open::<Note>(Uuid::from_u128(4), &sealed).is_err(), "another row");
        assert!(key.open::<Other>(ROW, &sealed).is_err(), "another table");
        for changed in 0..sealed.len() {
            let mut sealed = sealed.clone();
            sealed[changed] ^= 1;
            assert!(key.open::<Note>(ROW, &sealed).is_err(), "byte {changed}");
        }
        assert!(key.open::<Note>(ROW, &[]).is_err() && key.open::<Note>(ROW, &sealed[..5]).is_err());
    }

    #[test]
    fn a_row_of_two_ids_is_bound_to_both() {
        let (stored, under) = generated();
        let key = ClientKey::decrypt(ORGANISATION, &stored, &under).unwrap();
        let (note, other) = (Note("Anna".into()), Uuid::from_u128(4));
        let sealed = key.seal([ROW, other], &note).unwrap();
        assert_eq!(key.open::<Note>([ROW, other], &sealed).unwrap(), note);
        for ids in [[other, ROW], [ROW, ROW], [other, other]] {
            assert!(key.open::<Note>(ids, &sealed).is_err(), "{ids:?}");
        }
        assert!(key.open::<Note>(ROW, &sealed).is_err());
    }

    #[test]
    fn a_key_is_of_its_client_and_organisation() {
        let (stored, under) = generated();
        assert!(ClientKey::decrypt(OrganisationId(ROW), &stored, &under).is_err());
        assert!(
            ClientKey::decrypt(ORGANISATION, &EncryptedKey { client: ClientId(ROW), ..stored.clone() }, &under)
                .is_err()
        );
        assert!(ClientKey::decrypt(ORGANISATION, &stored, &cipher(&[8; KEY]).unwrap()).is_err());
    }

    #[test]
    fn equal_texts_are_stored_differently() {
        let (stored, under) = generated();
        let key = ClientKey::decrypt(ORGANISATION, &stored, &under).unwrap();
        let note = Note("Anna".into());
        assert_ne!(key.seal(ROW, &note).unwrap(), key.seal(ROW, &note).unwrap());
    }

    #[test]
    fn earlier_generations_stay_readable() {
        let under = cipher(&[7; KEY]).unwrap();
        let of = |secrets: &[u8]| {
            let key = encrypt(&under, &context_of_key(ORGANISATION, CLIENT), secrets).unwrap();
            ClientKey::decrypt(ORGANISATION, &EncryptedKey { client: CLIENT, version: 1, key }, &under)
        };
        let (first, both) = (of(&[1; KEY]).unwrap(), of(&[[1; KEY], [2; KEY]].concat()).unwrap());
        let (old, new) = (first.seal(ROW, &Note("old".into())).unwrap(), both.seal(ROW, &Note("new".into())).unwrap());
        assert_eq!(both.open::<Note>(ROW, &old).unwrap(), Note("old".into()));
        assert_eq!(both.open::<Note>(ROW, &new).unwrap(), Note("new".into()));
        assert!(first.open::<Note>(ROW, &new).is_err());
        assert!(of(&[1; KEY - 1]).is_err() && of(&[]).is_err());
    }

    #[test]
    fn a_new_generation_encrypts_only_when_every_request_knows_it() {
        let (first, under) = generated();
        let open = |stored| ClientKey::decrypt(ORGANISATION, stored, &under).unwrap();
        assert!(ClientKey::use_generation(ORGANISATION, &first, &under).unwrap().is_none(), "there is none");
        let added = ClientKey::add_generation(ORGANISATION, &first, &under).unwrap().unwrap();
        assert!(ClientKey::add_generation(ORGANISATION, &added, &under).unwrap().is_none(), "one waits already");
        let meanwhile = open(&added).seal(ROW, &Note("meanwhile".into())).unwrap();
        assert_eq!(open(&first).open::<Note>(ROW, &meanwhile).unwrap(), Note("meanwhile".into()));
        let used = ClientKey::use_generation(ORGANISATION, &added, &under).unwrap().unwrap();
        let new = open(&used).seal(ROW, &Note("new".into())).unwrap();
        assert_eq!((open(&added).generation(), open(&used).generation(), new[1]), (1, 2, 2));
        assert_eq!(open(&added).open::<Note>(ROW, &new).unwrap(), Note("new".into()));
        assert_eq!(open(&used).open::<Note>(ROW, &meanwhile).unwrap(), Note("meanwhile".into()));
        assert!(open(&first).open::<Note>(ROW, &new).is_err());
    }
}
