use crate::audit::Disclosure;
use crate::supporters::Grade;
use crate::vocabulary::SupportType;
use crate::{Error, FieldCode, FieldError, Result};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The level of a need: 0 none, 3 much.
pub type Level = Grade<3>;

/// The client's need for one support type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Need {
    /// The type of support.
    pub support_type: SupportType,
    /// How much of it is needed.
    pub level: Level,
}

impl Disclosure for Need {}

/// One error at the pointer of each repeated support type.
pub(crate) fn duplicates(needs: &[Need]) -> Vec<FieldError> {
    let mut seen = HashSet::new();
    let needs = needs.iter().enumerate().filter(|(_, need)| !seen.insert(&need.support_type));
    needs.map(|(index, _)| FieldError::new(format!("/needs/{index}/supportType"), FieldCode::Duplicate)).collect()
}

/// Checks that each support type occurs once.
///
/// # Errors
/// [`Error::Invalid`] if a support type occurs twice.
pub(super) fn distinct(needs: &[Need]) -> Result<()> {
    let errors = duplicates(needs);
    if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
}
