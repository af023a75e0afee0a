//! What the service supports (RFC 7644, 4). Open to all: it says nothing about an organisation.

use super::MEDIA_TYPE;
use super::query::Query;
use super::representation::{list, location};
use crate::problem::Problem;
use crate::public_url::PublicUrl;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use domain::Error;
use domain::provisioned_members::MAX_LISTED;
use scim_v2::schema_urns;
use serde_json::{Value, json};

/// The schema of a user, with the attributes that are kept.
const USER: &str = include_str!("user_schema.json");

fn body(value: &Value) -> HttpResponse {
    HttpResponse::Ok().content_type(MEDIA_TYPE).body(value.to_string())
}

pub(super) async fn config(public: Data<PublicUrl>) -> HttpResponse {
    let schemes = json!([{
        "type": "oauthbearertoken", "name": "OAuth bearer token", "primary": true,
        "description": "A token of an integration with the scope members.write, or an access token of the integration.",
    }]);
    body(&json!({
        "schemas": [schema_urns::SERVICE_PROVIDER_CONFIG],
        "patch": { "supported": true },
        "bulk": { "supported": false, "maxOperations": 0, "maxPayloadSize": 0 },
        "filter": { "supported": true, "maxResults": MAX_LISTED },
        "changePassword": { "supported": false },
        "sort": { "supported": false },
        "etag": { "supported": true },
        "authenticationSchemes": schemes,
        "meta": {
            "resourceType": "ServiceProviderConfig", "location": location(&public, "/ServiceProviderConfig"),
        },
    }))
}

fn user_type(public: &PublicUrl) -> Value {
    json!({
        "schemas": [schema_urns::RESOURCE_TYPE], "id": "User", "name": "User", "endpoint": "/Users",
        "description": "A member of the organisation, or someone who is invited to become one.",
        "schema": schema_urns::USER, "schemaExtensions": [],
        "meta": { "resourceType": "ResourceType", "location": location(public, "/ResourceTypes/User") },
    })
}

fn user_schema(public: &PublicUrl) -> Result<Value, Problem> {
    let mut schema: Value = serde_json::from_str(USER).map_err(Error::internal)?;
    let at = location(public, &format!("/Schemas/{}", schema_urns::USER));
    schema["meta"] = json!({ "resourceType": "Schema", "location": at });
    Ok(schema)
}

/// Descriptions cannot be filtered (RFC 7644, 4).
fn unfiltered(query: &Query) -> Result<(), Problem> {
    if query.filtered { Err(Error::Forbidden.into()) } else { Ok(()) }
}

pub(super) async fn resource_types(public: Data<PublicUrl>, query: Query) -> Result<HttpResponse, Problem> {
    unfiltered(&query)?;
    Ok(list(1, 0, &[user_type(&public)]))
}

pub(super) async fn resource_type(public: Data<PublicUrl>, path: Path<String>) -> Result<HttpResponse, Problem> {
    if *path == "User" { Ok(body(&user_type(&public))) } else { Err(Error::NotFound.into()) }
}

pub(super) async fn schemas(public: Data<PublicUrl>, query: Query) -> Result<HttpResponse, Problem> {
    unfiltered(&query)?;
    Ok(list(1, 0, &[user_schema(&public)?]))
}

pub(super) async fn schema(public: Data<PublicUrl>, path: Path<String>) -> Result<HttpResponse, Problem> {
    if path.eq_ignore_ascii_case(schema_urns::USER) {
        Ok(body(&user_schema(&public)?))
    } else {
        Err(Error::NotFound.into())
    }
}
