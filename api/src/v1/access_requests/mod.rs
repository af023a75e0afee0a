//! `/v1/clients/{clientId}/access-requests` and `/v1/access-requests`: the record and its access log on paper, for a client without a
//! log-in of their own.

mod create;
mod dto;
mod list;
mod log_sheet;
mod map_sheet;
mod print_access_log;
mod print_record;
mod printed;
mod record_sheet;
mod sheet_texts;
mod show;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag(
            "access-requests",
            "A client without a log-in of their own asks for their record and its access log, on paper.",
        )
        .service(list::list_access_requests)
        .service(create::create_access_request)
        .service(show::show_access_request)
        .service(print_access_log::print_access_log)
        .service(print_record::print_record);
}
