//! `/v1/clients/{clientId}/access-log` and `/v1/audit-events`: who looked, changed or was refused, and on which basis;
//! `/v1/audit-events/heads` shows that the log has not changed since.

mod audit_events;
mod dto;
mod heads;
mod list;
mod sentence;

use crate::routing::Routes;
pub(in crate::v1) use sentence::sentence;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("access-log", "Who read or changed a client's data, in which capacity and on which basis.")
        .service(list::list_access_log)
        .service(audit_events::list_audit_events)
        .service(heads::list_access_log_heads);
}
