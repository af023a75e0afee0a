use crate::extract::read_query;
use crate::problem::Problem;
use crate::schema;
use crate::voice::Addressee;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::FieldCode;
use domain::MapId;
use domain::vocabulary::SupportType;
use std::future::{Ready, ready};
use utoipa::IntoParams;
use uuid::Uuid;

/// The query of the look-up.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct HelpersQuery {
    /// What is needed: a support type of the organisation. Without it, each of them is looked up.
    #[param(value_type = Option<schema::SupportType>)]
    #[expect(dead_code, reason = "read by Needed; here for the documentation")]
    support_type: Option<SupportType>,
    /// On which map of the client's to look; without it, on all of them.
    #[expect(dead_code, reason = "read by Needed; here for the documentation")]
    map_id: Option<Uuid>,
}

/// What is needed, on which map to look, and whom the answer addresses.
#[derive(Debug)]
pub(super) struct Needed {
    pub(super) support_type: Option<SupportType>,
    pub(super) map: Option<MapId>,
    pub(super) addressee: Addressee,
}

impl FromRequest for Needed {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(needed(request.query_string()))
    }
}

fn needed(query: &str) -> Result<Needed, Problem> {
    let (mut support_type, mut map, mut addressee) = (None, None, Addressee::default());
    let errors = read_query(query, &[], |name, value| match name {
        "supportType" => {
            support_type = SupportType::new(value.to_owned()).ok();
            Some(support_type.as_ref().map(|_| ()).ok_or(FieldCode::Format))
        }
        "mapId" => {
            map = Uuid::try_parse(value).ok().map(MapId::from);
            Some(map.map(|_| ()).ok_or(FieldCode::Format))
        }
        "audience" => Some(addressee.take(value)),
        _ => None,
    });
    if errors.is_empty() { Ok(Needed { support_type, map, addressee }) } else { Err(Problem::invalid(errors)) }
}
