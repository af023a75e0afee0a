use super::{Capacity, Grant};
use crate::vocabulary::words;

words! {
    /// What an authorization rests on, from the most specific (NEN 7513: authorization and treatment relationship).
    pub enum Basis {
        /// The record is the caller's own.
        OwnRecord = "own-record", "Eigen gegevens", "Own record";
        /// The caller is assigned to the client as a coach.
        Assignment = "assignment", "Toewijzing", "Assignment";
        /// The client consented.
        Consent = "consent", "Toestemming", "Consent";
        /// The client shared it.
        Share = "share", "Inzage", "Share";
        /// The integration has a scope for it.
        Scope = "scope", "Recht van het systeem", "Scope of the system";
        /// The caller's role suffices.
        Role = "role", "Functie", "Role";
    }
}

/// Why an action is authorized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// The capacity in which the caller acts.
    pub capacity: Capacity,
    /// What it rests on.
    pub basis: Basis,
}

impl Grounds {
    /// The grounds of this grant in this capacity; `None` if it denies.
    pub(super) fn new(capacity: Capacity, grant: Grant) -> Option<Self> {
        let basis = match grant {
            Grant::Never => return None,
            Grant::Always if capacity == Capacity::Integration => Basis::Scope,
            Grant::Always => Basis::Role,
            Grant::Caseload | Grant::OpenCaseload | Grant::Author => Basis::Assignment,
            Grant::OwnRecord | Grant::ConfirmedRecord => Basis::OwnRecord,
            Grant::Shared => Basis::Share,
            Grant::Consented => Basis::Consent,
        };
        Some(Self { capacity, basis })
    }
}
