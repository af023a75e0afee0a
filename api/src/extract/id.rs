use crate::edge;
use crate::problem::{FieldProblem, Place, Problem};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use std::future::{Ready, ready};
use uuid::Uuid;

/// The id in the path, as the domain's type. No path has two.
#[derive(Debug)]
pub(crate) struct Id<T>(pub(crate) T);

impl<T: From<Uuid>> FromRequest for Id<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut parameters = request.match_info().iter();
        let Some((name, value)) = parameters.next() else {
            return ready(Err(domain::Error::NotFound.into()));
        };
        ready(Uuid::try_parse(value).map(|id| Self(id.into())).map_err(|_| {
            // `PATCH /v1/clients/search` comes here too: no id, but a path of its own without this method.
            if let Some(problem) = edge::wrong_method(request) {
                return problem;
            }
            let error = FieldProblem { place: Place::Path, pointer: format!("/{name}"), code: "format" };
            Problem::invalid(vec![error])
        }))
    }
}
