use crate::problem::Problem;
use crate::retry_after;
use crate::slots::{Bounds, Slot, Slots};
use domain::OrganisationId;

/// How many imports of whole clients there are at once, each of which takes up to four times its body: one of an organisation,
/// two of one process.
const BOUNDS: Bounds = Bounds { each: 1, all: 2 };

/// The organisations for which a whole client is being imported.
#[derive(Clone, Debug)]
pub(crate) struct Imports(Slots<OrganisationId>);

impl Default for Imports {
    fn default() -> Self {
        Self(Slots::new("imports_open"))
    }
}

impl Imports {
    /// A place for an import of this organisation: 429 if it has one, 503 if the process has too many.
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
