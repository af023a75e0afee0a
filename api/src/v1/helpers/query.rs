use crate::extract::pairs;
use crate::problem::{FieldProblem, Place, Problem};
use crate::schema;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::MapId;
use domain::vocabulary::SupportType;
use std::future::{Ready, ready};
use utoipa::IntoParams;
use uuid::Uuid;

/// The query of the look-up.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct HelpersQuery {
    /// What is needed: a support type of the organisation.
    #[param(value_type = schema::SupportType)]
    #[expect(dead_code, reason = "read by Needed; here for the documentation")]
    support_type: SupportType,
    /// On which map of the client's to look; without it, the one last worked on.
    #[expect(dead_code, reason = "read by Needed; here for the documentation")]
    map_id: Option<Uuid>,
}

/// What is needed, and on which map to look.
#[derive(Debug)]
pub(super) struct Needed {
    pub(super) support_type: SupportType,
    pub(super) map: Option<MapId>,
}

impl FromRequest for Needed {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(needed(request.query_string()))
    }
}

fn needed(query: &str) -> Result<Needed, Problem> {
    let (mut support_type, mut map, mut errors) = (None, None, Vec::new());
    let mut seen = Vec::new();
    let mut refuse =
        |name: &str, code| errors.push(FieldProblem { place: Place::Query, pointer: format!("/{name}"), code });
    for (name, value) in pairs(query) {
        match name.as_str() {
            again if seen.contains(&name) => refuse(again, "duplicate"),
            "supportType" => match SupportType::new(value) {
                Ok(code) => support_type = Some(code),
                Err(_) => refuse("supportType", "format"),
            },
            "mapId" => match Uuid::try_parse(&value) {
                Ok(id) => map = Some(id.into()),
                Err(_) => refuse("mapId", "format"),
            },
            unknown => refuse(unknown, "unknown-member"),
        }
        seen.push(name);
    }
    if !seen.iter().any(|name| name == "supportType") {
        refuse("supportType", "required");
    }
    match support_type {
        Some(support_type) if errors.is_empty() => Ok(Needed { support_type, map }),
        Some(_) | None => Err(Problem::invalid(errors)),
    }
}
