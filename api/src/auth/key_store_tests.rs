//! Tests of the keys of organisations as files.

use super::super::keys::ORGANISATIONS;
use super::*;
use chrono::Duration;
use domain::ports::{Clock, SystemClock};
use std::fs;
use uuid::Uuid;

const ONE: OrganisationId = OrganisationId(Uuid::from_u128(1));
const OTHER: OrganisationId = OrganisationId(Uuid::from_u128(2));

fn setting(byte: u8) -> KeyEncryptionKey {
    KeyEncryptionKey::Setting(BASE64_STANDARD.encode([byte; SECRET_BYTES]).into())
}

/// Makes the keys of an organisation.
async fn created(store: &OrganisationKeyFiles, organisation: OrganisationId) -> OrganisationKey {
    store.create(organisation).await.unwrap();
    store.newest(organisation).await.unwrap()
}

#[tokio::test]
async fn processes_that_ask_together_get_the_same_key() {
    let place = tempfile::tempdir().unwrap();
    let ask = || async { created(&OrganisationKeyFiles::new(place.path().to_owned(), setting(1)), ONE).await };
    let keys = tokio::join!(ask(), ask(), ask(), ask());
    assert!([&keys.1, &keys.2, &keys.3].iter().all(|key| key.expose() == keys.0.expose() && key.version() == 1));
    let store = OrganisationKeyFiles::new(place.path().to_owned(), setting(1));
    assert_eq!(store.key(ONE, 1).await.unwrap().expose(), keys.0.expose());
    assert_ne!(created(&store, OTHER).await.expose(), keys.0.expose());
}

#[tokio::test]
async fn only_the_right_key_encryption_key_opens_a_file_in_its_own_place() {
    let place = tempfile::tempdir().unwrap();
    let store = |byte| OrganisationKeyFiles::new(place.path().to_owned(), setting(byte));
    let made = created(&store(1), ONE).await;
    let text = fs::read(place.path().join(ONE.0.to_string()).join("1")).unwrap();
    assert!(!BASE64_STANDARD.decode(text.trim_ascii()).unwrap().windows(SECRET_BYTES).any(|w| w == made.expose()));
    assert!(store(2).newest(ONE).await.is_err(), "another key encryption key");
    fs::create_dir(place.path().join(OTHER.0.to_string())).unwrap();
    fs::write(place.path().join(OTHER.0.to_string()).join("1"), &text).unwrap();
    assert!(store(1).newest(OTHER).await.is_err(), "the key of another organisation");
}

#[tokio::test]
async fn a_destroyed_key_does_not_come_back() {
    let place = tempfile::tempdir().unwrap();
    let store = OrganisationKeyFiles::new(place.path().to_owned(), setting(1));
    created(&store, ONE).await;
    fs::remove_file(place.path().join(ONE.0.to_string()).join("1")).unwrap();
    assert!(matches!(store.key(ONE, 1).await, Err(Error::Internal(_))));
    assert!(!place.path().join(ONE.0.to_string()).join("1").exists());
}

#[tokio::test]
async fn a_replaced_key_stays_a_while_and_is_then_destroyed() {
    let place = tempfile::tempdir().unwrap();
    let [store, beside] = [(); 2].map(|()| OrganisationKeyFiles::new(place.path().to_owned(), setting(1)));
    let first = created(&store, ONE).await;
    store.add(ONE).await.unwrap();
    let second = beside.newest(ONE).await.unwrap();
    assert_eq!((first.version(), second.version()), (1, 2));
    assert_ne!(first.expose(), second.expose());
    assert!(store.destroy_replaced(ONE, SystemClock.now() - Duration::minutes(1)).await.unwrap(), "one is left");
    assert_eq!(beside.key(ONE, 1).await.unwrap().expose(), first.expose());
    assert!(!store.destroy_replaced(ONE, SystemClock.now() + Duration::minutes(1)).await.unwrap());
    assert!(matches!(beside.key(ONE, 1).await, Err(Error::Internal(_))));
    assert_eq!(beside.newest(ONE).await.unwrap().expose(), second.expose());
    assert!(!store.destroy_replaced(OTHER, SystemClock.now()).await.unwrap());
}

#[tokio::test]
async fn keys_are_encrypted_anew_while_they_are_read_and_made() {
    let (place, keys) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let file = KeyEncryptionKey::File(KeyDirectory::new(keys.path()));
    let [store, beside] = [(); 2].map(|()| OrganisationKeyFiles::new(place.path().to_owned(), file.clone()));
    let before = created(&store, ONE).await;
    let read = || fs::read_to_string(keys.path().join(ORGANISATIONS)).unwrap();
    let (old, text) = (read(), fs::read(place.path().join(ONE.0.to_string()).join("1")).unwrap());
    assert_eq!(beside.reencrypt().unwrap(), 1);
    assert!(read() != old && read().len() == old.len(), "one other key");
    assert_ne!(fs::read(place.path().join(ONE.0.to_string()).join("1")).unwrap(), text);
    // The process that knows the old key only.
    assert_eq!(store.newest(ONE).await.unwrap().expose(), before.expose());
    beside.reencrypt().unwrap();
    let made = created(&store, OTHER).await;
    let fresh = OrganisationKeyFiles::new(place.path().to_owned(), file);
    assert_eq!(fresh.newest(OTHER).await.unwrap().expose(), made.expose());
    let former = OrganisationKeyFiles::new(place.path().to_owned(), KeyEncryptionKey::Setting(old.into()));
    assert!(former.newest(ONE).await.is_err());
}

#[tokio::test]
async fn a_key_in_a_setting_is_replaced_by_one_before_it() {
    let place = tempfile::tempdir().unwrap();
    let store =
        |text: String| OrganisationKeyFiles::new(place.path().to_owned(), KeyEncryptionKey::Setting(text.into()));
    let [old, new] = [1, 2].map(|byte| BASE64_STANDARD.encode([byte; SECRET_BYTES]));
    let key = created(&store(old.clone()), ONE).await;
    let both = store(format!("{new} {old}"));
    assert_eq!(both.newest(ONE).await.unwrap().expose(), key.expose());
    assert!(store(new.clone()).newest(ONE).await.is_err());
    assert_eq!(both.reencrypt().unwrap(), 1);
    assert_eq!(store(new).newest(ONE).await.unwrap().expose(), key.expose());
    assert!(store(old).newest(ONE).await.is_err());
}

#[tokio::test]
async fn keys_are_made_with_the_organisation_and_never_again() {
    let place = tempfile::tempdir().unwrap();
    let store = OrganisationKeyFiles::new(place.path().to_owned(), setting(1));
    assert!(store.index_versions(ONE).await.is_err() && store.index_key(ONE, 1).await.is_err());
    assert!(store.newest(ONE).await.is_err() && store.oldest(ONE).await.is_err());
    assert!(store.add(ONE).await.is_err() && store.add_index(ONE).await.is_err());
    assert!(store.reencrypt().is_err(), "there is nothing: another directory");
    let key = created(&store, ONE).await;
    let made = store.index_key(ONE, 1).await.unwrap();
    assert_ne!(made.expose(), key.expose());
    assert_eq!(made.expose(), store.index_key(ONE, 1).await.unwrap().expose());
    let other = *created(&store, OTHER).await.expose();
    let file = |of: OrganisationId| place.path().join(of.0.to_string()).join("index-1");
    assert!(file(OTHER).exists(), "made with the key");
    assert_ne!(&other, store.index_key(OTHER, 1).await.unwrap().expose());
    fs::copy(file(ONE), file(OTHER)).unwrap();
    assert!(store.index_key(OTHER, 1).await.is_err(), "that of another organisation");
    fs::remove_file(file(ONE)).unwrap();
    assert!(matches!(store.index_key(ONE, 1).await, Err(Error::Internal(_))));
    assert!(store.newest(ONE).await.is_ok() && !file(ONE).exists(), "none comes in its place");
}

#[tokio::test]
async fn an_index_key_is_replaced_apart_from_the_keys_beside_it() {
    let place = tempfile::tempdir().unwrap();
    let store = OrganisationKeyFiles::new(place.path().to_owned(), setting(1));
    created(&store, ONE).await;
    let first = store.index_key(ONE, 1).await.unwrap();
    store.add_index(ONE).await.unwrap();
    assert_eq!(store.index_versions(ONE).await.unwrap(), [1, 2]);
    assert_ne!(store.index_key(ONE, 2).await.unwrap().expose(), first.expose());
    assert_eq!(store.newest(ONE).await.unwrap().version(), 1);
    assert!(!store.destroy_replaced_index(ONE, SystemClock.now() + Duration::minutes(1)).await.unwrap());
    assert_eq!(store.index_versions(ONE).await.unwrap(), [2]);
    assert!(store.index_key(ONE, 1).await.is_err() && store.key(ONE, 1).await.is_ok());
    store.add(ONE).await.unwrap();
    assert_eq!(store.oldest(ONE).await.unwrap(), 1);
    assert!(!store.destroy_replaced(ONE, SystemClock.now() + Duration::minutes(1)).await.unwrap());
    assert_eq!((store.oldest(ONE).await.unwrap(), store.index_versions(ONE).await.unwrap()), (2, vec![2]));
}
