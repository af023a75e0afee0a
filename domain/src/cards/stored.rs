//! A card as the database keeps it: frozen, verifiable, and with every person in a place of their own.
//!
//! What the client tells of a person stands apart from the content, which holds no more of it than a salted digest. So a
//! person who objects is taken off every card by deleting rows: the content, and with it its hash, stay as they were.
//! The salt goes with the row, so that nobody can find the name again by trying names on the digest.

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

/// What a person who was taken off a card is called: no word of any language.
const NOBODY: &str = "—";

/// A card as the database keeps it.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredCard {
    /// Which card, made by whom and when.
    pub head: CardHead,
    /// What is on it, without what is told of the persons.
    pub content: String,
    /// What is told of the persons who are still on it.
    pub persons: Vec<StoredPerson>,
}

/// What a card tells of one person.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredPerson {
    /// Who; there need be no such person any more.
    pub person_id: PersonId,
    /// The profile.
    pub profile: String,
    /// What the digest in the content was salted with.
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

/// The content as text. Members may be added with a default; none may go or change its meaning.
#[derive(Serialize, Deserialize)]
struct Frozen {
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
    /// Of salt and profile.
    digest: Digest,
    /// Whether they belonged to the past when the card was made.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    past: bool,
    version: Version,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl Card {
    /// The card to keep; `head` with whatever hash. A person already taken off stays so. The salts are made from the
    /// secret, which is for this card alone and is kept nowhere.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub fn seal(head: CardHead, content: &Content, secret: &Secret) -> Result<StoredCard> {
        let (mut frozen, mut sealed) = (Vec::new(), Vec::new());
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
                sealed.push(StoredPerson { person_id: person.id, profile, salt });
            }
        }
        let whole = content.whole.clone();
        let content = serde_json::to_string(&Frozen {
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
        Ok(StoredCard { head: CardHead { content_hash, ..head }, content, persons: sealed })
    }
}

impl StoredCard {
    /// The card, after checking that content and persons are those it was made with.
    ///
    /// # Errors
    /// [`Error::Internal`], naming the card by its id, if somebody changed them.
    pub fn open(self) -> Result<Card> {
        let id = self.head.id;
        let tampered = || Error::internal(format!("card {id} does not fit its hash"));
        if Digest::of(&[self.content.as_bytes()]) != self.head.content_hash {
            return Err(tampered());
        }
        let frozen: Frozen = serde_json::from_str(&self.content).map_err(Error::internal)?;
        let mut told: HashMap<_, _> = self.persons.into_iter().map(|person| (person.person_id, person)).collect();
        let (mut persons, mut redacted) = (Vec::new(), Vec::new());
        for person in frozen.persons {
            let profile = match told.remove(&person.id) {
                Some(told) if Digest::of(&[&told.salt, told.profile.as_bytes()]) != person.digest => {
                    return Err(tampered());
                }
                Some(told) => serde_json::from_str(&told.profile).map_err(Error::internal)?,
                None => {
                    redacted.push(person.id);
                    nobody()?
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
        if !told.is_empty() || frozen.map.id != self.head.map_id || frozen.map.client_id != self.head.client_id {
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

/// What is told of a person who was taken off.
pub(crate) fn nobody() -> Result<Profile> {
    let alias = ShortText::new(NOBODY).map_err(Error::internal)?;
    Ok(Profile { alias, relationship: None, life_domain: None, phone: None, email: None, note: None })
}

#[cfg(test)]
mod tests {
    use super::super::samples::{card, head, whole};
    use super::*;
    use proptest::prelude::*;

    fn seal(card: &Card) -> StoredCard {
        Card::seal(card.head.clone(), &card.content, &Secret::new("of this card alone")).unwrap()
    }

    fn refused(sealed: StoredCard) -> bool {
        matches!(sealed.open(), Err(Error::Internal(cause)) if cause.to_string().contains("does not fit its hash"))
    }

    proptest! {
        #[test]
        fn a_card_opens_as_it_was_sealed(whole in whole(5)) {
            let card = card(whole);
            let sealed = seal(&card);
            let opened = sealed.clone().open().unwrap();
            prop_assert_eq!(&opened.content, &card.content);
            prop_assert_eq!(opened.head, CardHead { content_hash: sealed.head.content_hash, ..head(&card.content.whole) });
        }

        #[test]
        fn whoever_is_taken_off_leaves_no_trace_and_the_rest_as_it_was(whole in whole(5), at in any::<proptest::sample::Index>()) {
            prop_assume!(!whole.persons.is_empty());
            let card = card(whole);
            let mut sealed = seal(&card);
            let gone = sealed.persons.remove(at.index(sealed.persons.len()));
            prop_assert!(!sealed.content.contains("Persoon") && !sealed.content.contains("06 12345678"));
            let opened = sealed.clone().open().unwrap();
            prop_assert_eq!(&opened.content.redacted, &[gone.person_id]);
            let mut expected = card.content.clone();
            for person in expected.whole.persons.iter_mut().filter(|person| person.id == gone.person_id) {
                person.profile = nobody().unwrap();
            }
            prop_assert_eq!(&opened.content.whole, &expected.whole);
            // Sealed once more, as an import does, they stay off it.
            let again = seal(&opened).open().unwrap();
            prop_assert_eq!(again.content, opened.content);
        }

        #[test]
        fn a_changed_card_is_found_out(whole in whole(5)) {
            let sealed = seal(&card(whole));
            let content = sealed.content.replace("dementie", "kanker");
            let changed = StoredCard { content, ..sealed.clone() };
            prop_assert!(refused(changed));
            if let Some(person) = sealed.persons.first() {
                let mut changed = sealed.clone();
                changed.persons[0].profile = person.profile.replace("Persoon", "Anna");
                prop_assert!(refused(changed));
                let mut strange = sealed.clone();
                strange.persons[0].person_id = PersonId(uuid::Uuid::from_u128(1));
                prop_assert!(refused(strange));
            }
        }
    }
}
