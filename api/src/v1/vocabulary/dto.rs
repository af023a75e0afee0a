use crate::respond::Versioned;
use crate::schema;
use domain::access::Role;
use domain::support_types::{OwnSupportType, OwnSupportTypes, SupportTypeEntry, Vocabulary};
use domain::vocabulary::{self, Label, SupportType};
use domain::{Error, ShortText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The organisation's own support types, all of them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ReplaceSupportTypes {
    /// In the order in which they are to be shown, after the built-in ones.
    #[schema(max_items = 20, extensions(("x-unique-by" = json!(["code"]))))]
    support_types: Vec<NewSupportType>,
}

/// A support type of the organisation's own.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = OwnSupportType)]
pub(super) struct NewSupportType {
    /// Its code; not a built-in one's.
    #[schema(value_type = schema::SupportType, example = "spiritual")]
    code: SupportType,
    labels: NewLabels,
}

/// Labels in both languages.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewLabels)]
pub(super) struct NewLabels {
    /// Dutch.
    #[schema(value_type = schema::ShortText, example = "Zingeving")]
    nl: ShortText,
    /// English.
    #[schema(value_type = schema::ShortText, example = "Meaning")]
    en: ShortText,
}

/// Labels in both languages.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Labels)]
pub(super) struct LabelsView {
    /// Dutch.
    #[schema(example = "Buur")]
    nl: String,
    /// English.
    #[schema(example = "Neighbour")]
    en: String,
}

/// A word with its labels.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Word)]
pub(super) struct WordView {
    /// As in the API.
    #[schema(example = "neighbour")]
    code: String,
    labels: LabelsView,
}

/// A support type with its labels.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SupportTypeWord)]
pub(in crate::v1) struct SupportTypeView {
    /// As in the API.
    #[schema(value_type = schema::SupportType)]
    code: String,
    labels: LabelsView,
    /// Whether every organisation has it.
    built_in: bool,
}

/// Every word list, in its order.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Vocabulary)]
pub(super) struct VocabularyView {
    /// What a person is to the client.
    relationships: Vec<WordView>,
    /// How close a supporter is.
    closenesses: Vec<WordView>,
    /// The part of life in which the client meets somebody.
    life_domains: Vec<WordView>,
    /// Which way support goes, seen from the client.
    directions: Vec<WordView>,
    /// Whether the client could ask for it.
    availabilities: Vec<WordView>,
    /// How often there is contact.
    contact_frequencies: Vec<WordView>,
    /// Where an agreement stands.
    agreement_statuses: Vec<WordView>,
    /// How far a step is.
    step_states: Vec<WordView>,
    /// What a member of an organisation is.
    roles: Vec<WordView>,
    /// The organisation's support types: the built-in ones first.
    support_types: Vec<SupportTypeView>,
    #[serde(skip)]
    version: Version,
}

impl Versioned for VocabularyView {
    fn version(&self) -> Version {
        self.version
    }
}

macro_rules! list {
    ($words:ty) => {
        <$words>::ALL
            .iter()
            .map(|word| WordView { code: word.code().to_owned(), labels: word.label().into() })
            .collect()
    };
}

impl From<Vocabulary> for VocabularyView {
    fn from(own: Vocabulary) -> Self {
        let mut roles: Vec<WordView> = list!(Role);
        // Nobody is an operator in an organisation.
        roles.retain(|role| role.code != Role::Operator.code());
        Self {
            relationships: list!(vocabulary::Relationship),
            closenesses: list!(vocabulary::Closeness),
            life_domains: list!(vocabulary::LifeDomain),
            directions: list!(vocabulary::Direction),
            availabilities: list!(vocabulary::Availability),
            contact_frequencies: list!(vocabulary::ContactFrequency),
            agreement_statuses: list!(vocabulary::AgreementStatus),
            step_states: list!(vocabulary::StepState),
            roles,
            support_types: own.support_types.into_iter().map(Into::into).collect(),
            version: own.version,
        }
    }
}

impl From<SupportTypeEntry> for SupportTypeView {
    fn from(entry: SupportTypeEntry) -> Self {
        Self { code: entry.code.into(), labels: entry.label.into(), built_in: entry.built_in }
    }
}

impl From<Label> for LabelsView {
    fn from(label: Label) -> Self {
        Self { nl: label.nl, en: label.en }
    }
}

impl TryFrom<ReplaceSupportTypes> for OwnSupportTypes {
    type Error = Error;

    fn try_from(body: ReplaceSupportTypes) -> Result<Self, Error> {
        let own = |own: NewSupportType| OwnSupportType { code: own.code, nl: own.labels.nl, en: own.labels.en };
        Self::new(body.support_types.into_iter().map(own).collect())
    }
}
