//! The stored form of a card: immutable, verifiable, with each person's data in a separate row.
//!
//! The content holds only a salted digest of each person's data. Deleting a person's row redacts them from the card
//! while the content and its hash stay the same. The salt is in the same row, so that the name cannot be found by
//! hashing guesses.

use super::{Card, CardHead, Content, Digest};
use crate::agreements::Agreement;
use crate::maps::{Map, WholeMap};
use crate::needs::Need;
use crate::persons::{Person, Profile};
use crate::reflections::Reflection;
use crate::support_types::SupportTypeEntry;
use crate::supporters::Supporter;
use crate::ties::Tie;
use crate::{Error, PersonId, Result, Secret, ShortText, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The alias of a redacted person; not a word of any language.
const REDACTED_ALIAS: &str = "—";

/// A card as stored in the database.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredCard {
    /// The metadata of the card.
    pub head: CardHead,
    /// The content as JSON, without the persons' data.
    pub content: String,
    /// The data of the persons who are not redacted.
    pub persons: Vec<StoredPerson>,
}

/// The data of one person on a card.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredPerson {
    /// The person's id; the person may no longer exist.
    pub person_id: PersonId,
    /// The profile as JSON.
    pub profile: String,
    /// The salt of the digest in the content.
    pub salt: [u8; 32],
}

impl std::fmt::Debug for StoredCard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredCard").field("id", &self.head.id).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for StoredPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredPerson").field("person_id", &self.person_id).finish_non_exhaustive()
    }
}

/// The content as JSON.
///
/// New members need a default; existing members must not be removed or change meaning.
#[derive(Serialize, Deserialize)]
struct Frozen {
    /// Never read: without it, content could be guessed and tested against its hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    salt: Option<Digest>,
    map: Map,
    persons: Vec<FrozenPerson>,
    supporters: Vec<Supporter>,
    ties: Vec<Tie>,
    needs: Vec<Need>,
    agreements: Vec<Agreement>,
    support_types: Vec<SupportTypeEntry>,
    reflections: Option<Vec<Reflection>>,
}

#[derive(Serialize, Deserialize)]
struct FrozenPerson {
    id: PersonId,
    /// SHA-256 of salt and profile.
    digest: Digest,
    /// Whether the person belonged to the past when the card was made.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    past: bool,
    version: Version,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl StoredCard {
    /// Builds the stored form; the hash in `head` is ignored.
    ///
    /// Redacted persons stay redacted. The salts of the content and of each person are derived from `secret`, which is
    /// used for this card only and never stored.
    pub fn new(head: CardHead, content: &Content, secret: &Secret) -> Result<Self> {
        let (mut frozen, mut stored) = (Vec::new(), Vec::new());
        for person in &content.whole.persons {
            let salt = Digest::of(&[secret.expose().as_bytes(), person.id.0.as_bytes()]).0;
            let profile = serde_json::to_string(&person.profile).map_err(Error::internal)?;
            frozen.push(FrozenPerson {
                id: person.id,
                digest: Digest::of(&[&salt, profile.as_bytes()]),
                past: person.past,
                version: person.version,
                created_at: person.created_at,
                updated_at: person.updated_at,
            });
            if !content.redacted.contains(&person.id) {
                stored.push(StoredPerson { person_id: person.id, profile, salt });
            }
        }
        let whole = content.whole.clone();
        let content = serde_json::to_string(&Frozen {
            salt: Some(Digest::of(&[secret.expose().as_bytes(), b"content"])),
            map: whole.map,
            persons: frozen,
            supporters: whole.supporters,
            ties: whole.ties,
            needs: whole.needs,
            agreements: whole.agreements,
            support_types: content.support_types.clone(),
            reflections: content.reflections.clone(),
        })
        .map_err(Error::internal)?;
        let content_hash = Digest::of(&[content.as_bytes()]);
        Ok(Self { head: CardHead { content_hash, ..head }, content, persons: stored })
    }

    /// Returns the card after verifying its content and persons.
    ///
    /// # Errors
    /// [`Error::Internal`] with the card's id if the stored data was modified.
    pub fn verify(self) -> Result<Card> {
        let id = self.head.id;
        let tampered = || Error::internal(format!("card {id} does not match its hash"));
        if Digest::of(&[self.content.as_bytes()]) != self.head.content_hash {
            return Err(tampered());
        }
        let frozen: Frozen = serde_json::from_str(&self.content).map_err(Error::internal)?;
        let mut stored: HashMap<_, _> = self.persons.into_iter().map(|person| (person.person_id, person)).collect();
        let (mut persons, mut redacted) = (Vec::new(), Vec::new());
        for person in frozen.persons {
            let profile = match stored.remove(&person.id) {
                Some(stored) if Digest::of(&[&stored.salt, stored.profile.as_bytes()]) != person.digest => {
                    return Err(tampered());
                }
                Some(stored) => serde_json::from_str(&stored.profile).map_err(Error::internal)?,
                None => {
                    redacted.push(person.id);
                    redacted_profile()?
                }
            };
            persons.push(Person {
                id: person.id,
                client_id: frozen.map.client_id,
                profile,
                past: person.past,
                version: person.version,
                created_at: person.created_at,
                updated_at: person.updated_at,
            });
        }
        if !stored.is_empty() || frozen.map.id != self.head.map_id || frozen.map.client_id != self.head.client_id {
            return Err(tampered());
        }
        let whole = WholeMap {
            map: frozen.map,
            persons,
            supporters: frozen.supporters,
            ties: frozen.ties,
            needs: frozen.needs,
            agreements: frozen.agreements,
        };
        let (support_types, reflections) = (frozen.support_types, frozen.reflections);
        Ok(Card { head: self.head, content: Content { whole, redacted, support_types, reflections } })
    }
}

/// The profile of a redacted person.
pub(crate) fn redacted_profile() -> Result<Profile> {
    let alias = ShortText::new(REDACTED_ALIAS).map_err(Error::internal)?;
    Ok(Profile { alias, relationship: None, life_domain: None, phone: None, email: None, note: None })
}

#[cfg(test)]
mod tests {
    use super::super::samples::{card, head, whole};
    use super::*;
    use proptest::prelude::*;

    fn stored(card: &Card) -> StoredCard {
        StoredCard::new(card.head.clone(), &card.content, &Secret::new("for this card only")).unwrap()
    }

    fn refused(stored: StoredCard) -> bool {
        matches!(stored.verify(), Err(Error::Internal(cause)) if cause.to_string().contains("does not match its hash"))
    }

    proptest! {
        #[test]
        fn a_stored_card_has_the_same_content(whole in whole(5)) {
            let card = card(whole);
            let stored_card = stored(&card);
            let opened = stored_card.clone().verify().unwrap();
            prop_assert_eq!(&opened.content, &card.content);
            prop_assert_eq!(opened.head, CardHead { content_hash: stored_card.head.content_hash, ..head(&card.content.whole) });
        }

        #[test]
        fn a_redacted_person_leaves_no_trace_and_the_rest_stays(whole in whole(5), at in any::<proptest::sample::Index>()) {
            prop_assume!(!whole.persons.is_empty());
            let card = card(whole);
            let mut stored_card = stored(&card);
            let gone = stored_card.persons.remove(at.index(stored_card.persons.len()));
            prop_assert!(!stored_card.content.contains("Persoon") && !stored_card.content.contains("06 12345678"));
            let opened = stored_card.clone().verify().unwrap();
            prop_assert_eq!(&opened.content.redacted, &[gone.person_id]);
            let mut expected = card.content.clone();
            for person in expected.whole.persons.iter_mut().filter(|person| person.id == gone.person_id) {
                person.profile = redacted_profile().unwrap();
            }
            prop_assert_eq!(&opened.content.whole, &expected.whole);
            // Stored again, as by an import, they stay redacted.
            let again = stored(&opened).verify().unwrap();
            prop_assert_eq!(again.content, opened.content);
        }

        #[test]
        fn a_hash_reveals_no_content_that_is_guessed(whole in whole(5)) {
            let card = card(whole);
            let of = |secret: &str| {
                let stored = StoredCard::new(card.head.clone(), &card.content, &Secret::new(secret)).unwrap();
                stored.head.content_hash
            };
            // Also of a map without persons, which has no other salt.
            prop_assert_eq!(of("one"), of("one"));
            prop_assert_ne!(of("one"), of("other"));
        }

        #[test]
        fn a_modified_card_is_detected(whole in whole(5)) {
            let stored_card = stored(&card(whole));
            let content = stored_card.content.replace("dementie", "kanker");
            let changed = StoredCard { content, ..stored_card.clone() };
            prop_assert!(refused(changed));
            if let Some(person) = stored_card.persons.first() {
                let mut changed = stored_card.clone();
                changed.persons[0].profile = person.profile.replace("Persoon", "Anna");
                prop_assert!(refused(changed));
                let mut strange = stored_card.clone();
                strange.persons[0].person_id = PersonId(uuid::Uuid::from_u128(1));
                prop_assert!(refused(strange));
            }
        }
    }
}
