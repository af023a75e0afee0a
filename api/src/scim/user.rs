//! A user of SCIM, from and to a provisioned member.

use super::path::Attribute;
use super::problem::{invalid, not_one_of};
use crate::problem::Problem;
use domain::access::{Role, Roles};
use domain::provisioned_members::{Address, Attributes, Name};
use domain::{FieldCode, ShortText, TextError};
use scim_v2::Asserted;
use scim_v2::models::errors::ScimType;
use scim_v2::models::user::{Email, Role as ScimRole, User};
use scim_v2::schema_urns;
use serde_json::{Map, Value, json};

/// The roles that can be given.
pub(super) const ROLES: [&str; 2] = ["coach", "admin"];

/// Reads a user, of which only the attributes that are kept must be valid. `active` stays as it was if it is not given.
///
/// # Errors
/// 400 `invalidSyntax` or `invalidValue`.
pub(super) fn read(mut object: Map<String, Value>, was_active: Option<bool>) -> Result<Attributes, Problem> {
    let declared = object.get("schemas").and_then(Value::as_array).is_some_and(|schemas| {
        schemas.iter().filter_map(Value::as_str).any(|urn| urn.eq_ignore_ascii_case(schema_urns::USER))
    });
    if !declared {
        return Err(invalid(ScimType::InvalidSyntax, "schemas", FieldCode::Required));
    }
    object.retain(|name, _| matches!(Attribute::named(name), Some(Attribute::Kept(_))));
    if object.get("userName").is_none_or(Value::is_null) {
        return Err(invalid(ScimType::InvalidValue, "userName", FieldCode::Required));
    }
    object.insert("schemas".to_owned(), json!([schema_urns::USER]));
    let user: User = serde_json::from_value(Value::Object(object)).map_err(|error| not_readable(&error))?;
    let name = user.name.into_option().unwrap_or_default();
    Ok(Attributes {
        external_id: text("externalId", user.external_id.into_option())?,
        user_name: ShortText::new(user.user_name).map_err(|error| unfit("userName", error))?,
        name: Name {
            display: text("displayName", user.display_name.into_option())?,
            formatted: text("name.formatted", name.formatted.into_option())?,
            given: text("name.givenName", name.given_name.into_option())?,
            family: text("name.familyName", name.family_name.into_option())?,
        },
        addresses: addresses(user.emails)?,
        roles: roles(user.roles)?,
        active: user.active.into_option().or(was_active).unwrap_or(true),
    })
}

/// Of a wrong type. The message of the reader may repeat a value, so it is not told.
fn not_readable(_: &serde_json::Error) -> Problem {
    invalid(ScimType::InvalidValue, "", FieldCode::Invalid)
}

fn unfit(pointer: &str, error: TextError) -> Problem {
    invalid(ScimType::InvalidValue, pointer, error.code())
}

/// A text; a blank one is none.
fn text(pointer: &str, text: Option<String>) -> Result<Option<ShortText>, Problem> {
    match text.map(ShortText::new).transpose() {
        Err(TextError::Blank) => Ok(None),
        read => read.map_err(|error| unfit(pointer, error)),
    }
}

fn addresses(emails: Asserted<Vec<Email>>) -> Result<Vec<Address>, Problem> {
    let emails = emails.into_option().unwrap_or_default();
    if emails.iter().filter(|email| email.primary == Some(true)).count() > 1 {
        return Err(invalid(ScimType::InvalidValue, "emails.primary", FieldCode::Duplicate));
    }
    let mut addresses = Vec::new();
    for email in emails {
        let Some(value) = text("emails.value", email.value)? else { continue };
        addresses.push(Address { value, kind: text("emails.type", email.r#type)?, primary: email.primary });
    }
    Ok(addresses)
}

fn roles(roles: Asserted<Vec<ScimRole>>) -> Result<Option<Roles>, Problem> {
    let mut found = Vec::new();
    for role in roles.into_option().unwrap_or_default() {
        let Some(value) = role.value.filter(|value| !value.trim().is_empty()) else { continue };
        found.push(match value.trim().to_ascii_lowercase().as_str() {
            "coach" => Role::Coach,
            "admin" => Role::Admin,
            _ => return Err(not_one_of("roles.value", &ROLES)),
        });
    }
    Ok((!found.is_empty()).then(|| found.into_iter().collect()))
}

/// The attributes that are kept, as SCIM writes them. An attribute without a value is absent.
pub(super) fn written(of: &Attributes) -> Map<String, Value> {
    let Attributes { external_id, user_name, name, addresses, roles, active } = of;
    let parts = [("formatted", &name.formatted), ("givenName", &name.given), ("familyName", &name.family)];
    let mut user = Map::new();
    user.insert("schemas".to_owned(), json!([schema_urns::USER]));
    user.insert("userName".to_owned(), json!(user_name));
    user.insert("active".to_owned(), json!(active));
    let given = [
        ("externalId", external_id.as_ref().map(|id| json!(id))),
        ("displayName", name.display.as_ref().map(|name| json!(name))),
        ("name", object(parts.map(|(part, text)| (part, text.as_ref().map(|text| json!(text)))))),
        ("emails", list(addresses.iter().filter_map(address).collect())),
        ("roles", roles.and_then(|roles| list(roles.iter().map(|role| json!({ "value": role.code() })).collect()))),
    ];
    user.extend(given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    user
}

fn address(of: &Address) -> Option<Value> {
    object([
        ("value", Some(json!(of.value))),
        ("type", of.kind.as_ref().map(|kind| json!(kind))),
        ("primary", of.primary.map(Value::Bool)),
    ])
}

fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Option<Value> {
    let some: Map<_, _> = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    (!some.is_empty()).then_some(Value::Object(some))
}

fn list(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(Value::Array(values))
}
