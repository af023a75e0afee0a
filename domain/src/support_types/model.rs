use crate::vocabulary::{BuiltInSupport, Label, SupportType};
use crate::{Error, FieldCode, FieldError, Result, ShortText, Version};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A support type of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportTypeEntry {
    /// Code.
    pub code: SupportType,
    /// For people.
    pub label: Label,
    /// Whether every organisation has it.
    pub built_in: bool,
}

/// The organisation's support types, at a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// The built-in ones first, each group in its order.
    pub support_types: Vec<SupportTypeEntry>,
    /// Version.
    pub version: Version,
}

/// A support type of the organisation's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSupportType {
    /// Code.
    pub code: SupportType,
    /// Dutch.
    pub nl: ShortText,
    /// English.
    pub en: ShortText,
}

/// All of the organisation's own support types, in order: no code twice, none of a built-in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSupportTypes(Vec<OwnSupportType>);

impl OwnSupportTypes {
    /// The most of them.
    pub const MAX: usize = 20;

    /// # Errors
    /// [`Error::Invalid`] names every code that is taken.
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

    /// Each of them.
    #[must_use]
    pub fn as_slice(&self) -> &[OwnSupportType] {
        &self.0
    }
}

impl Vocabulary {
    /// The next version, with these as the organisation's own.
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
