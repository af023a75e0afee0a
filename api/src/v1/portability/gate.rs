use crate::problem::Problem;
use crate::retry_after;
use crate::slots::{Bounds, Slot, Slots};
use domain::OrganisationId;

/// Maximum concurrent imports of whole clients: one per organisation, two per process.
///
/// Each import uses up to four times the size of its body.
const BOUNDS: Bounds = Bounds { each: 1, all: 2 };

/// The organisations with an import of a whole client in progress.
#[derive(Clone, Debug)]
pub(crate) struct Imports(Slots<OrganisationId>);

impl Default for Imports {
    fn default() -> Self {
        Self(Slots::new("imports_open"))
    }
}

impl Imports {
    /// Takes a slot for an import: 429 if the organisation has one, 503 if the process has too many.
    pub(super) fn enter(&self, organisation: OrganisationId) -> Result<Slot<OrganisationId>, Problem> {
        self.0.enter(Some(organisation), BOUNDS).map_err(|full| full.problem(retry_after::IMPORT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_imports_one_client_at_a_time_and_a_process_two() {
        let imports = Imports::default();
        let organisation = |n: u128| OrganisationId(uuid::Uuid::from_u128(n));
        let status = |n| imports.enter(organisation(n)).err().map(|problem| problem.status.as_u16());
        let one = imports.enter(organisation(1)).unwrap();
        assert_eq!(status(1), Some(429));
        let _other = imports.enter(organisation(2)).unwrap();
        assert_eq!(status(3), Some(503));
        drop(one);
        assert_eq!(status(1), None);
    }
}
