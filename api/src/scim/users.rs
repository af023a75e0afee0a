//! `/scim/v2/Users`.

use super::body::ScimBody;
use super::caller::ScimCaller;
use super::query::Query;
use super::representation::{self, one};
use super::{patch as operations, user};
use crate::entity_tag::EntityTags;
use crate::problem::Problem;
use crate::public_url::PublicUrl;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use domain::{Error, Expected, Ports, ProvisionedMemberId, provisioned_members};
use serde_json::Value;
use uuid::Uuid;

/// The id in the path: what is no id of ours does not exist.
fn id(path: &Path<String>) -> Result<ProvisionedMemberId, Problem> {
    Ok(Uuid::try_parse(path).map_err(|_| Error::NotFound)?.into())
}

/// The version that the caller saw. Many identity providers name none.
fn expected(request: &HttpRequest) -> Expected {
    match EntityTags::read(request.headers(), &header::IF_MATCH) {
        None | Some(EntityTags::Any) => Expected::Any,
        Some(EntityTags::Listed(tags)) => Expected::OneOf(tags.iter().filter_map(|tag| tag.version()).collect()),
    }
}

pub(super) async fn list(
    ports: Data<Ports>,
    public: Data<PublicUrl>,
    caller: ScimCaller,
    query: Query,
) -> Result<HttpResponse, Problem> {
    found(&ports, &public, &caller, &query).await
}

/// The same with the query in the body, so that no name is in an address.
pub(super) async fn search(
    ports: Data<Ports>,
    public: Data<PublicUrl>,
    caller: ScimCaller,
    body: ScimBody,
) -> Result<HttpResponse, Problem> {
    found(&ports, &public, &caller, &Query::of_search(&body.0)?).await
}

async fn found(ports: &Ports, public: &PublicUrl, caller: &ScimCaller, query: &Query) -> Result<HttpResponse, Problem> {
    let (total, members) = provisioned_members::list(ports, &caller.0, &query.filter, query.range).await?;
    let user = |member| {
        let mut user = representation::user(public, member);
        query.selection.apply(&mut user);
        Value::Object(user)
    };
    Ok(representation::list(total, query.range.skip, &members.iter().map(user).collect::<Vec<_>>()))
}

pub(super) async fn create(
    ports: Data<Ports>,
    public: Data<PublicUrl>,
    caller: ScimCaller,
    query: Query,
    body: ScimBody,
) -> Result<HttpResponse, Problem> {
    let member = provisioned_members::create(&ports, &caller.0, user::read(body.0, None)?).await?;
    Ok(one(StatusCode::CREATED, &public, &member, &query.selection))
}

pub(super) async fn show(
    ports: Data<Ports>,
    public: Data<PublicUrl>,
    caller: ScimCaller,
    path: Path<String>,
    query: Query,
) -> Result<HttpResponse, Problem> {
    let member = provisioned_members::show(&ports, &caller.0, id(&path)?).await?;
    Ok(one(StatusCode::OK, &public, &member, &query.selection))
}

pub(super) async fn replace(
    ports: Data<Ports>,
    public: Data<PublicUrl>,
    (caller, path, request): (ScimCaller, Path<String>, HttpRequest),
    query: Query,
    body: ScimBody,
) -> Result<HttpResponse, Problem> {
    let make = |current: &provisioned_members::ProvisionedMember| user::read(body.0, Some(current.attributes.active));
    let expected = expected(&request);
    let member = provisioned_members::change(&ports, &caller.0, id(&path)?, &expected, make).await?;
    Ok(one(StatusCode::OK, &public, &member, &query.selection))
}

pub(super) async fn patch(
    ports: Data<Ports>,
    public: Data<PublicUrl>,
    (caller, path, request): (ScimCaller, Path<String>, HttpRequest),
    query: Query,
    body: ScimBody,
) -> Result<HttpResponse, Problem> {
    let make = |current: &provisioned_members::ProvisionedMember| {
        let mut changed = user::written(&current.attributes);
        operations::apply(&body.0, &mut changed)?;
        user::read(changed, Some(current.attributes.active))
    };
    let expected = expected(&request);
    let member = provisioned_members::change(&ports, &caller.0, id(&path)?, &expected, make).await?;
    Ok(one(StatusCode::OK, &public, &member, &query.selection))
}

pub(super) async fn delete(
    ports: Data<Ports>,
    caller: ScimCaller,
    path: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    provisioned_members::delete(&ports, &caller.0, id(&path)?, &expected(&request)).await?;
    Ok(HttpResponse::NoContent().finish())
}
