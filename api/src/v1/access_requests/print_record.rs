use super::printed::Printed;
use super::record_sheet;
use crate::auth::Bearer;
use crate::export_queue::Heavy;
use crate::extract::Id;
use crate::locale;
use crate::problem::Problem;
use crate::schema::Binary;
use crate::spool::Spools;
use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use domain::{AccessRequestId, Ports, access_requests};

/// Prints a client's record in the language of the request, as far as the coach reads it: persons, maps with all that is on them, reflections, a
/// list of the cards, consents and coaches; and what the law asks to tell: purposes, recipients, retention, rights and complaints. For
/// coaches of the client. Needs a recent confirmation.
///
/// Maps that the client keeps private and notes of coaches are left out, and the sheet says so. Later than 30 days after the request was
/// recorded: 409 `access-request-over`; if the client has a confirmed log-in by now: 409 `client-has-own-access`; while the record
/// is restricted: 409 `restricted`.
#[utoipa::path(
    tag = "access-requests",
    operation_id = "printRecord",
    extensions(("x-problems" = json!(["access-request-over", "client-has-own-access", "restricted"]))),
    responses(
        (status = 200, description = "The record, to hand to the client.", content((Binary = "application/pdf")),
            headers(("Content-Language" = String, description = "The language of the sheet."))),
    ),
)]
#[get("/v1/access-requests/{accessRequestId}/export")]
pub(super) async fn print_record(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<AccessRequestId>,
    request: HttpRequest,
    heavy: Heavy,
    spools: Data<Spools>,
) -> Result<Printed, Problem> {
    let language = locale::language(&request);
    let (ports, caller, to) = (ports.get_ref().clone(), caller.0, spools.clone());
    let print = move || async move {
        let record = access_requests::print_record(&ports, &caller, id.0).await?;
        Printed::draw(&record_sheet::document(record, language).await?, language, "inzage", &to)
    };
    Ok(heavy.run(print).await?)
}
