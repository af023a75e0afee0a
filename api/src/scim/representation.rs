use super::query::Selection;
use super::user::written;
use super::{BASE, MEDIA_TYPE};
use crate::entity_tag;
use crate::public_url::PublicUrl;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use domain::provisioned_members::ProvisionedMember;
use scim_v2::schema_urns;
use serde_json::{Map, Value, json};

/// The absolute address of a resource.
pub(super) fn location(public: &PublicUrl, path: &str) -> String {
    format!("{public}{BASE}{path}")
}

/// A user with id and metadata.
pub(super) fn user(public: &PublicUrl, member: &ProvisionedMember) -> Map<String, Value> {
    let mut user = written(&member.attributes);
    user.insert("id".to_owned(), json!(member.id));
    let meta = json!({
        "resourceType": "User", "created": member.created_at, "lastModified": member.updated_at,
        "version": format!("\"{}\"", member.version), "location": location(public, &format!("/Users/{}", member.id)),
    });
    user.insert("meta".to_owned(), meta);
    user
}

/// A response with one user.
pub(super) fn one(
    status: StatusCode,
    public: &PublicUrl,
    member: &ProvisionedMember,
    selection: &Selection,
) -> HttpResponse {
    let mut user = user(public, member);
    selection.apply(&mut user);
    HttpResponse::build(status)
        .insert_header((header::ETAG, entity_tag::strong(&member.version.to_string())))
        .insert_header((header::LOCATION, location(public, &format!("/Users/{}", member.id))))
        .content_type(MEDIA_TYPE)
        .body(Value::Object(user).to_string())
}

/// A response with a part of a list that begins after `skipped` resources.
pub(super) fn list(total: u64, skipped: u64, resources: &[Value]) -> HttpResponse {
    let list = json!({
        "schemas": [schema_urns::LIST_RESPONSE], "totalResults": total, "startIndex": skipped + 1,
        "itemsPerPage": resources.len(), "Resources": resources,
    });
    HttpResponse::Ok().content_type(MEDIA_TYPE).body(list.to_string())
}
