use crate::access::{Action, Principal, Target};
use crate::{Caller, OrganisationId, Ports, Result};

impl Ports {
    /// Checks that the caller may do this to that target, in a unit of work that only reads: for what is decided before a large
    /// body is received. The use case checks it again. Tells whose organisation it is.
    ///
    /// # Errors
    /// As [`Ports::begin`] and [`crate::Work::on`].
    pub(crate) async fn check_early(&self, caller: &Caller, action: Action, target: Target) -> Result<OrganisationId> {
        // The key covers the body, which is not there yet.
        let caller = Caller { idempotency: None, ..caller.clone() };
        let now = self.clock.now();
        let opened = self.store.open(&caller, false, Some(target), now).await?;
        let leave = Principal::new(*opened.identity()).authorize(action)?;
        leave.on(opened.facts())?;
        opened.enter(leave.scope()).end();
        Ok(leave.scope().organisation())
    }
}
