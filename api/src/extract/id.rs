use crate::middleware;
use crate::problem::{Expected, FieldProblem, Place, Problem};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::FieldCode;
use std::future::{Ready, ready};
use uuid::Uuid;

/// The id in the path, as the domain's type. For a path with two: [`Ids`].
#[derive(Debug)]
pub(crate) struct Id<T>(pub(crate) T);

impl<T: From<Uuid>> FromRequest for Id<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(ids::<1>(request).map(|[id]| Self(id.into())))
    }
}

/// The id in the path of a new resource, chosen by the caller: a `UUIDv7`.
#[derive(Debug)]
pub(crate) struct NewId<T>(pub(crate) T);

impl<T: From<Uuid>> FromRequest for NewId<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let name = request.match_info().iter().next().map(|(name, _)| format!("/{name}")).unwrap_or_default();
        let not_made = || Problem::invalid(vec![no_id(name, "uuid-v7")]);
        ready(ids::<1>(request).and_then(
            |[id]| {
                if id.get_version_num() == 7 { Ok(Self(id.into())) } else { Err(not_made()) }
            },
        ))
    }
}

/// The two ids in the path, in their order.
#[derive(Debug)]
pub(crate) struct Ids<T, U>(pub(crate) T, pub(crate) U);

impl<T: From<Uuid>, U: From<Uuid>> FromRequest for Ids<T, U> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(ids::<2>(request).map(|[first, second]| Self(first.into(), second.into())))
    }
}

/// The ids in the path.
fn ids<const COUNT: usize>(request: &HttpRequest) -> Result<[Uuid; COUNT], Problem> {
    let (mut ids, mut errors) = (Vec::new(), Vec::new());
    for (name, value) in request.match_info().iter() {
        match Uuid::try_parse(value) {
            Ok(id) => ids.push(id),
            Err(_) => errors.push(no_id(format!("/{name}"), "uuid")),
        }
    }
    if !errors.is_empty() {
        // `PATCH /v1/clients/search` also gets here: that is a path of its own, without this method.
        return Err(middleware::wrong_method(request).unwrap_or_else(|| Problem::invalid(errors)));
    }
    ids.try_into().map_err(|_| domain::Error::NotFound.into())
}

fn no_id(pointer: String, format: &str) -> FieldProblem {
    FieldProblem::new(Place::Path, pointer, FieldCode::Format).expecting(Expected::Format(format.to_owned()))
}
