use super::log_sheet;
use super::printed::Printed;
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

/// Prints who read or changed a client's record, in plain sentences in the language of the request. For coaches of the client and
/// administrators. Needs a recent confirmation.
///
/// The newest 1,000 lines; the sheet says if there are older ones. Printing it adds a line. Later than 30 days after the request was
/// recorded: 409 `access-request-over`; if the client has a confirmed log-in by now: 409 `client-has-own-access`.
#[utoipa::path(
    tag = "access-requests",
    operation_id = "printAccessLog",
    extensions(("x-problems" = json!(["access-request-over", "client-has-own-access"]))),
    responses(
        (status = 200, description = "The access log, to hand to the client.", content((Binary = "application/pdf")),
            headers(("Content-Language" = String, description = "The language of the sheet."))),
    ),
)]
#[get("/v1/access-requests/{accessRequestId}/access-log")]
pub(super) async fn print_access_log(
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
        let log = access_requests::print_access_log(&ports, &caller, id.0).await?;
        Printed::draw(&log_sheet::document(&log, language), language, "inzagelog", &to)
    };
    Ok(heavy.run(print).await?)
}
