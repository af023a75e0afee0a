use super::dto::AuditEventView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use crate::schema;
use actix_web::get;
use actix_web::web::Data;
use chrono::{DateTime, Utc};
use domain::Ports;
use domain::access_log::{self, LogFilter};
use domain::audit::Outcome;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Which lines of the access log.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(super) struct AuditEventParameters {
    /// Only about this client.
    client_id: Option<Uuid>,
    /// Only of this user.
    user_id: Option<Uuid>,
    /// Only with this outcome.
    #[param(value_type = Option<schema::Outcome>, inline, example = "refused")]
    outcome: Option<Outcome>,
    /// Only from this instant.
    from: Option<DateTime<Utc>>,
    /// Only before this instant.
    until: Option<DateTime<Utc>>,
}

impl From<AuditEventParameters> for LogFilter {
    fn from(it: AuditEventParameters) -> Self {
        Self {
            client: it.client_id.map(Into::into),
            user: it.user_id.map(Into::into),
            outcome: it.outcome,
            from: it.from,
            until: it.until,
        }
    }
}

/// Lists the access log of the organisation, newest first. For administrators.
///
/// It names clients and resources by id only. Reading it is in the log too.
#[utoipa::path(
    tag = "access-log",
    operation_id = "listAuditEvents",
    params(PageQuery, AuditEventParameters),
    responses(List<AuditEventView>),
)]
#[get("/v1/audit-events")]
pub(super) async fn list_audit_events(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging<AuditEventParameters>,
) -> Result<List<AuditEventView>, Problem> {
    let Paging { request, query, next } = paging;
    let page = access_log::list(&ports, &caller.0, &query.into(), request).await?;
    Ok(List::of(page, &next))
}
