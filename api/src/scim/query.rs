//! The query of a request: filter, part of the list, and the attributes to return.

use super::filter;
use super::problem::invalid;
use crate::problem::Problem;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::FieldCode;
use domain::provisioned_members::{Filter, MAX_LISTED, Range};
use scim_v2::models::errors::ScimType;
use scim_v2::schema_urns;
use serde_json::{Map, Value};
use std::future::{Ready, ready};

/// The number on a page if the caller names none.
const USUAL: u64 = 100;

/// The query of a request. Unknown parameters are ignored, and so is the order: lists are in order of creation.
#[derive(Debug, Default)]
pub(super) struct Query {
    pub(super) filter: Filter,
    /// Whether there is a filter.
    pub(super) filtered: bool,
    pub(super) range: Range,
    pub(super) selection: Selection,
}

/// The attributes to return.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Selection {
    #[default]
    All,
    Only(Vec<String>),
    Except(Vec<String>),
}

/// The attributes that are returned always.
const ALWAYS: [&str; 2] = ["schemas", "id"];

impl FromRequest for Query {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request.query_string()))
    }
}

fn read(text: &str) -> Result<Query, Problem> {
    let mut query = Query::usual();
    form_urlencoded::parse(text.as_bytes()).try_for_each(|(name, value)| query.set(&name, &value))?;
    Ok(query)
}

impl Query {
    fn usual() -> Self {
        Self { range: Range { skip: 0, count: USUAL }, ..Self::default() }
    }

    /// The query in the body of a search.
    ///
    /// # Errors
    /// As of a query in an address.
    pub(super) fn of_search(body: &Map<String, Value>) -> Result<Self, Problem> {
        let mut query = Self::usual();
        for (name, value) in body {
            match value {
                Value::String(text) => query.set(name, text)?,
                Value::Number(number) => query.set(name, &number.to_string())?,
                Value::Array(names) => {
                    let names: Vec<_> = names.iter().filter_map(Value::as_str).collect();
                    query.set(name, &names.join(","))?;
                }
                Value::Null => {}
                Value::Bool(_) | Value::Object(_) => {
                    return Err(invalid(ScimType::InvalidSyntax, name, FieldCode::Type));
                }
            }
        }
        Ok(query)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), Problem> {
        match name {
            "filter" => {
                self.filtered = true;
                self.filter = filter::read(value)?;
            }
            // Below 1 means 1, and a negative count 0 (RFC 7644, 3.4.2.4).
            "startIndex" => self.range.skip = number(name, value)?.saturating_sub(1),
            "count" => self.range.count = number(name, value)?.min(MAX_LISTED),
            "attributes" if !value.is_empty() => self.selection = Selection::Only(names(value)),
            "excludedAttributes" => self.selection = Selection::Except(names(value)),
            _ => {}
        }
        Ok(())
    }
}

fn number(name: &str, value: &str) -> Result<u64, Problem> {
    let number: i32 = value.trim().parse().map_err(|_| invalid(ScimType::InvalidValue, name, FieldCode::Format))?;
    Ok(u64::try_from(number).unwrap_or_default())
}

/// Names of attributes without the name of their schema, in lower case.
fn names(list: &str) -> Vec<String> {
    let prefix = format!("{}:", schema_urns::USER.to_ascii_lowercase());
    let bare = |name: &str| {
        let name = name.trim().to_ascii_lowercase();
        name.strip_prefix(&prefix).map_or(name.clone(), str::to_owned)
    };
    list.split(',').map(bare).filter(|name| !name.is_empty()).collect()
}

impl Selection {
    /// Leaves out what was not asked for.
    pub(super) fn apply(&self, resource: &mut Map<String, Value>) {
        match self {
            Self::All => {}
            Self::Only(names) => resource.retain(|name, value| keep(names, name, value)),
            Self::Except(names) => {
                let lower = |name: &str| name.to_ascii_lowercase();
                resource.retain(|name, _| ALWAYS.contains(&name.as_str()) || !names.contains(&lower(name)));
                for (name, value) in resource.iter_mut() {
                    let prefix = format!("{}.", lower(name));
                    let subs: Vec<_> = names.iter().filter_map(|name| name.strip_prefix(&prefix)).collect();
                    each_object(value, |object| object.retain(|sub, _| !subs.contains(&lower(sub).as_str())));
                }
            }
        }
    }
}

/// Whether to keep an attribute, of which this keeps only the sub-attributes that are named.
fn keep(names: &[String], name: &str, value: &mut Value) -> bool {
    let name = name.to_ascii_lowercase();
    if ALWAYS.contains(&name.as_str()) || names.contains(&name) {
        return true;
    }
    let prefix = format!("{name}.");
    let subs: Vec<_> = names.iter().filter_map(|name| name.strip_prefix(&prefix)).collect();
    each_object(value, |object| object.retain(|sub, _| subs.contains(&sub.to_ascii_lowercase().as_str())));
    !subs.is_empty()
}

fn each_object(value: &mut Value, mut change: impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => change(object),
        Value::Array(list) => list.iter_mut().filter_map(Value::as_object_mut).for_each(change),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_part_of_a_list_is_bounded() {
        for (text, skip, count) in [
            ("", 0, 100),
            ("startIndex=1&count=2", 0, 2),
            ("startIndex=-3&count=-1", 0, 0),
            ("startIndex=11&count=100000", 10, 200),
            ("sortBy=userName&unknown=1", 0, 100),
        ] {
            assert_eq!(read(text).unwrap().range, Range { skip, count }, "{text}");
        }
        for text in ["startIndex=x", "count=99999999999999999999", "filter=x"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_search_says_the_same_in_its_body() {
        let body = json!({
            "schemas": ["s"], "filter": "active eq true", "startIndex": 3, "count": 2, "attributes": ["userName", "name.x"],
        });
        let query = Query::of_search(body.as_object().unwrap()).unwrap();
        assert_eq!((query.filter.active, query.range), (Some(true), Range { skip: 2, count: 2 }));
        assert_eq!(query.selection, Selection::Only(vec!["username".to_owned(), "name.x".to_owned()]));
        assert!(Query::of_search(json!({ "filter": {} }).as_object().unwrap()).is_err());
    }

    #[test]
    fn attributes_are_selected_by_name_and_sub_attribute() {
        let whole = || {
            let value = json!({
                "schemas": ["s"], "id": "1", "userName": "jan", "name": { "givenName": "Jan", "familyName": "Bos" },
                "emails": [{ "value": "a", "type": "work" }],
            });
            value.as_object().unwrap().clone()
        };
        for (text, expected) in [
            ("attributes=username", json!({ "schemas": ["s"], "id": "1", "userName": "jan" })),
            (
                "attributes=name.givenName,emails.value",
                json!({ "schemas": ["s"], "id": "1", "name": { "givenName": "Jan" }, "emails": [{ "value": "a" }] }),
            ),
            (
                "excludedAttributes=urn:ietf:params:scim:schemas:core:2.0:User:emails,name.familyName,id",
                json!({ "schemas": ["s"], "id": "1", "userName": "jan", "name": { "givenName": "Jan" } }),
            ),
        ] {
            let mut resource = whole();
            read(text).unwrap().selection.apply(&mut resource);
            assert_eq!(Value::Object(resource), expected, "{text}");
        }
    }
}
