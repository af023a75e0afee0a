use crate::supporters::Grade;
use crate::vocabulary::SupportType;
use crate::{Error, FieldCode, FieldError, Result};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// How much the client needs: 0 nothing, 3 much.
pub type Level = Grade<3>;

/// What the client needs of one support type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Need {
    /// Which type.
    pub support_type: SupportType,
    /// How much.
    pub level: Level,
}

/// The types that stand there twice; the place of each second one.
pub(crate) fn duplicates(needs: &[Need]) -> Vec<FieldError> {
    let mut seen = HashSet::new();
    let needs = needs.iter().enumerate().filter(|(_, need)| !seen.insert(&need.support_type));
    needs.map(|(index, _)| FieldError::new(format!("/needs/{index}/supportType"), FieldCode::Duplicate)).collect()
}

/// # Errors
/// [`Error::Invalid`] if a support type stands there twice.
pub(super) fn distinct(needs: &[Need]) -> Result<()> {
    let errors = duplicates(needs);
    if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
}
