//! Converts an imported document to domain types.

use super::document::{
    DocumentAgreement, DocumentCard, DocumentCardPerson, DocumentMap, DocumentPerson, DocumentProfile,
    DocumentSupportType, DocumentSupporter, DocumentTie,
};
use crate::v1::supporters::supports;
use chrono::{DateTime, Utc};
use domain::imports::{
    ImportedAgreement, ImportedCard, ImportedCardPerson, ImportedMap, ImportedPerson, ImportedSupporter, ImportedTie,
    Timestamps,
};
use domain::persons::Profile;
use domain::support_types::SupportTypeEntry;
use domain::supporters::Answers;
use domain::vocabulary::Label;
use domain::{Result, storable};

pub(super) fn person(person: DocumentPerson) -> ImportedPerson {
    let timestamps = timestamps(person.created_at, person.updated_at);
    ImportedPerson { profile: person.profile.into(), past: person.past, timestamps }
}

/// Converts timestamps to the precision that both databases store.
fn timestamps(created_at: DateTime<Utc>, updated_at: DateTime<Utc>) -> Timestamps {
    Timestamps { created_at: storable(created_at), updated_at: storable(updated_at) }
}

pub(super) fn card(card: DocumentCard) -> Result<ImportedCard> {
    let content = card.content;
    let intact = content.hash()? == card.hash;
    let persons = content.persons.into_iter();
    Ok(ImportedCard {
        map: card.map.into(),
        number: i64::from(u32::from(card.number)),
        made_as: card.made_as,
        created_at: storable(card.created_at),
        intact,
        persons: card.persons.into_iter().map(Into::into).collect(),
        profiles: persons.map(Into::into).collect(),
        content: content.map.into(),
        support_types: content.support_types.into_iter().map(Into::into).collect(),
    })
}

impl From<DocumentCardPerson> for ImportedCardPerson {
    fn from(person: DocumentCardPerson) -> Self {
        Self {
            profile: person.profile.map(Into::into),
            past: person.past,
            timestamps: timestamps(person.created_at, person.updated_at),
        }
    }
}

impl From<DocumentMap> for ImportedMap {
    fn from(map: DocumentMap) -> Self {
        let reflection =
            |one: super::document::DocumentReflection| (one.text, timestamps(one.created_at, one.updated_at));
        Self {
            theme: map.theme,
            private: map.private,
            everyone_named: map.everyone_named,
            every_tie_named: map.every_tie_named,
            review_on: map.review_on,
            timestamps: timestamps(map.created_at, map.updated_at),
            supporters: map.supporters.into_iter().map(Into::into).collect(),
            ties: map.ties.into_iter().map(Into::into).collect(),
            needs: map.needs.into_iter().map(Into::into).collect(),
            agreements: map.agreements.into_iter().map(Into::into).collect(),
            reflections: map.reflections.map(|all| all.into_iter().map(reflection).collect()),
        }
    }
}

impl From<DocumentSupporter> for ImportedSupporter {
    fn from(supporter: DocumentSupporter) -> Self {
        Self {
            person: supporter.person.into(),
            answers: Answers {
                closeness: supporter.closeness,
                contact_frequency: supporter.contact_frequency,
                tension: supporter.tension,
                burden: supporter.burden,
                supports: supporter.supports.map(supports),
                angle: supporter.angle,
            },
            timestamps: timestamps(supporter.created_at, supporter.updated_at),
        }
    }
}

impl From<DocumentTie> for ImportedTie {
    fn from(tie: DocumentTie) -> Self {
        let timestamps = timestamps(tie.created_at, tie.updated_at);
        Self { supporters: tie.supporters.map(Into::into), strength: tie.strength, timestamps }
    }
}

impl From<DocumentAgreement> for ImportedAgreement {
    fn from(agreement: DocumentAgreement) -> Self {
        Self {
            text: agreement.text,
            supporter: agreement.supporter.map(Into::into),
            support_type: agreement.support_type,
            due_on: agreement.due_on,
            status: agreement.status,
            timestamps: timestamps(agreement.created_at, agreement.updated_at),
        }
    }
}

impl From<DocumentProfile> for Profile {
    fn from(profile: DocumentProfile) -> Self {
        Self {
            alias: profile.alias,
            relationship: profile.relationship,
            life_domain: profile.life_domain,
            phone: profile.phone,
            email: profile.email,
            note: profile.note,
        }
    }
}

impl From<DocumentSupportType> for SupportTypeEntry {
    fn from(entry: DocumentSupportType) -> Self {
        Self {
            built_in: entry.code.is_built_in(),
            code: entry.code,
            label: Label { nl: entry.labels.nl, en: entry.labels.en },
        }
    }
}
