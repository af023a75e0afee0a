use crate::problem::Problem;
use actix_web::http::{StatusCode, header};
use domain::{Error, OrganisationId};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many imports of whole clients one process does at once: each takes up to four times its body.
const AT_ONCE: usize = 2;
/// After how many seconds a refused caller may try again.
const AGAIN: u32 = 5;

/// The organisations for which a whole client is being imported: each does one at a time.
#[derive(Clone, Debug, Default)]
pub struct Imports(Arc<Mutex<HashSet<OrganisationId>>>);

impl Imports {
    /// A place for an import of this organisation: 429 if it has one, 503 if the process has too many.
    pub(super) fn enter(&self, organisation: OrganisationId) -> Result<Place, Problem> {
        let mut under_way = self.under_way();
        if under_way.contains(&organisation) {
            return Err(Error::Busy(AGAIN).into());
        }
        if under_way.len() >= AT_ONCE {
            return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable")
                .with(header::RETRY_AFTER, AGAIN.to_string()));
        }
        under_way.insert(organisation);
        Ok(Place { imports: self.clone(), organisation })
    }

    fn under_way(&self) -> MutexGuard<'_, HashSet<OrganisationId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of an import; given up when dropped.
#[derive(Debug)]
pub(super) struct Place {
    imports: Imports,
    organisation: OrganisationId,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.imports.under_way().remove(&self.organisation);
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
