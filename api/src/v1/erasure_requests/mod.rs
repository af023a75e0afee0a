//! `/v1/clients/{clientId}/erasure-requests` and `/v1/erasure-requests`: a client’s record is erased after a waiting time.

mod create;
mod dto;
mod list;
mod refuse;
mod show;
mod withdraw;

use crate::routing::Routes;
pub(in crate::v1) use dto::{ErasureRequestView, RetentionConfirmationView};

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("erasure-requests", "A client asks that their record is erased, which happens after a waiting time.")
        .service(list::list_erasure_requests)
        .service(create::create_erasure_request)
        .service(show::show_erasure_request)
        .service(withdraw::withdraw_erasure_request)
        .service(refuse::refuse_erasure_request);
}
