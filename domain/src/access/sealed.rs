use super::{Action, ClientFacts, Identity, Principal};
use crate::{Error, Result};

/// Something read in the same statement that recognised the caller: nobody can look at it before the rules were asked.
#[derive(Debug)]
pub struct Sealed<T> {
    identity: Identity,
    found: Option<(ClientFacts, T)>,
}

impl<T> Sealed<T> {
    /// What was found for this caller in the organisation of their session, if anything.
    #[must_use]
    pub fn new(identity: Identity, found: Option<(ClientFacts, T)>) -> Self {
        Self { identity, found }
    }

    /// Opens it, if the caller may do this action on it.
    ///
    /// # Errors
    /// As [`Principal::authorize`] and [`super::Authorized::on`].
    pub fn open(self, action: Action) -> Result<T> {
        let leave = Principal::new(self.identity).authorize(action)?;
        leave.on(self.found.as_ref().map(|(facts, _)| *facts))?;
        self.found.map(|(_, thing)| thing).ok_or(Error::NotFound)
    }
}
