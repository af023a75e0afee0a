use super::dto::AssignmentView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::openapi::ReadErrors;
use crate::problem::Problem;
use crate::respond::List;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload, get};
use domain::{FieldCode, Ports, UserId, assignments};
use std::future::{Ready, ready};
use utoipa::IntoParams;
use uuid::Uuid;

/// Which assignments.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
struct CoachQuery {
    /// Only those of this coach: the `userId` of a member.
    #[expect(dead_code, reason = "read by Wanted; here for the documentation")]
    coach_id: Option<Uuid>,
}

/// The page and the coach that the query names.
pub(super) struct Wanted {
    paging: Paging,
    coach: Option<UserId>,
}

impl FromRequest for Wanted {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut coach = None;
        let paging = Paging::with(request, &[], |name, value| {
            (name == "coachId").then(|| id(value).map(|id| coach = Some(UserId(id))).ok_or(FieldCode::Format))
        });
        ready(paging.map(|paging| Self { paging, coach }))
    }
}

/// An id as it is written everywhere: it goes into the address of the next page as it is.
fn id(value: &str) -> Option<Uuid> {
    let plain = value.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if plain { Uuid::try_parse(value).ok() } else { None }
}

/// Lists the assignments of the organisation, or of one coach: who has whom. Ended ones too. For administrators.
#[utoipa::path(
    tag = "assignments",
    operation_id = "listAllAssignments",
    params(PageQuery, CoachQuery),
    responses((status = 200, description = "A page.", body = List<AssignmentView>), ReadErrors),
)]
#[get("/v1/assignments")]
pub(super) async fn list_all_assignments(
    ports: Data<Ports>,
    caller: Bearer,
    wanted: Wanted,
) -> Result<List<AssignmentView>, Problem> {
    let page = assignments::list_all(&ports, &caller.0, wanted.coach, wanted.paging.request).await?;
    Ok(List::of(page, &wanted.paging))
}
