//! What a read discloses: nothing leaves a unit of work that does not say so.

use crate::{ClientId, Page, Version};

/// The result of a read. [`crate::UnitOfWork::end`] returns it only after the log has a line for each client that it is about.
pub trait Disclosure {
    /// The clients that the result is about, other than the client of the target.
    fn clients(&self) -> Vec<ClientId> {
        Vec::new()
    }
}

impl Disclosure for () {}

/// With the version of what was read.
impl<T: Disclosure> Disclosure for (T, Version) {
    fn clients(&self) -> Vec<ClientId> {
        self.0.clients()
    }
}

/// With the number of all that match.
impl<T: Disclosure> Disclosure for (u64, T) {
    fn clients(&self) -> Vec<ClientId> {
        self.1.clients()
    }
}

impl<T: Disclosure> Disclosure for Option<T> {
    fn clients(&self) -> Vec<ClientId> {
        self.as_ref().map(Disclosure::clients).unwrap_or_default()
    }
}

impl<T: Disclosure> Disclosure for Vec<T> {
    fn clients(&self) -> Vec<ClientId> {
        self.iter().flat_map(Disclosure::clients).collect()
    }
}

impl<T: Disclosure> Disclosure for Page<T> {
    fn clients(&self) -> Vec<ClientId> {
        self.items.clients()
    }
}
