use crate::audit::Disclosure;
use crate::vocabulary::{BuiltInSupport, Label, SupportType};
use crate::{Error, FieldCode, FieldError, Result, ShortText, Version};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A support type of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportTypeEntry {
    /// The code of the type.
    pub code: SupportType,
    /// The label in both languages.
    pub label: Label,
    /// Whether it is built in, so that every organisation has it.
    pub built_in: bool,
}

/// The support types of an organisation, with their version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// The built-in types, followed by the organisation's own, each in order.
    pub support_types: Vec<SupportTypeEntry>,
    /// Version, incremented by every update.
    pub version: Version,
}

impl Disclosure for Vocabulary {}

/// A custom support type of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSupportType {
    /// The code of the type.
    pub code: SupportType,
    /// Dutch label.
    pub nl: ShortText,
    /// English label.
    pub en: ShortText,
}

/// The custom support types of an organisation, in order, with distinct codes that are not built in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSupportTypes(Vec<OwnSupportType>);

impl OwnSupportTypes {
    /// Maximum number of custom types.
    pub const MAX: usize = 20;

    /// Checks the codes.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every code that is repeated or built in, or if there are more than [`Self::MAX`].
    pub fn new(types: Vec<OwnSupportType>) -> Result<Self> {
        if types.len() > Self::MAX {
            return Err(Error::invalid("/supportTypes", FieldCode::TooMany(Self::MAX)));
        }
        let mut seen: HashSet<_> = BuiltInSupport::ALL.iter().map(|word| word.code().to_owned()).collect();
        let taken = |(_, own): &(usize, &OwnSupportType)| !seen.insert(own.code.code().to_owned());
        let errors: Vec<_> = types
            .iter()
            .enumerate()
            .filter(taken)
            .map(|(at, _)| FieldError::new(format!("/supportTypes/{at}/code"), FieldCode::Duplicate))
            .collect();
        if errors.is_empty() { Ok(Self(types)) } else { Err(Error::Invalid(errors)) }
    }

    /// The types, in order.
    #[must_use]
    pub fn as_slice(&self) -> &[OwnSupportType] {
        &self.0
    }
}

impl Vocabulary {
    /// Returns the next version, with these custom types.
    pub(super) fn with_own(self, own: &OwnSupportTypes) -> Self {
        let built_in = self.support_types.into_iter().filter(|entry| entry.built_in);
        let support_types = built_in.chain(own.as_slice().iter().map(Into::into)).collect();
        Self { support_types, version: self.version + 1 }
    }
}

impl From<&OwnSupportType> for SupportTypeEntry {
    fn from(own: &OwnSupportType) -> Self {
        let label = Label { nl: own.nl.as_str().to_owned(), en: own.en.as_str().to_owned() };
        Self { code: own.code.clone(), label, built_in: false }
    }
}

impl From<BuiltInSupport> for SupportTypeEntry {
    fn from(word: BuiltInSupport) -> Self {
        Self { code: word.into(), label: word.label(), built_in: true }
    }
}
