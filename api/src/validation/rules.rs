//! Rules that JSON Schema cannot express, as a custom keyword: front ends read it in the document, and the validator
//! enforces it with the rest of the schema. Rules about stored data stay in the domain.

use crate::problem::MOST_ERRORS;
use chrono::{DateTime, NaiveDate, Utc};
use domain::FieldCode;
use domain::vocabulary::BuiltInSupport;
use jsonschema::{Keyword, ValidationError};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::HashSet;
use utoipa::openapi::schema::Schema;
use utoipa::openapi::{RefOr, extensions::ExtensionsBuilder};
use uuid::Uuid;

/// The keyword of an object's schema.
pub(super) const KEYWORD: &str = "x-rules";

/// A rule about several members of an object.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Rule {
    /// The items of the list, or their values of these members, are unique. Lists among the values are compared
    /// regardless of order.
    Unique {
        list: String,
        by: Vec<String>,
        /// Values that are already taken.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        besides: Vec<String>,
    },
    /// The `id` of each item of the list is a UUID of version 7.
    MadeIds(String),
    /// Exactly one of them is present.
    OneOf(Vec<String>),
    /// The first of these two instants or days is not earlier than the second.
    NotBefore(String, String),
}

/// The rules per schema. An imported document has none: the domain validates it as a whole.
fn rules(schema: &str) -> Vec<Rule> {
    let unique = |list: &str, by: &[&str]| Rule::Unique {
        list: list.to_owned(),
        by: by.iter().map(|member| (*member).to_owned()).collect(),
        besides: Vec::new(),
    };
    let one_of = |members: &[&str]| Rule::OneOf(members.iter().map(|member| (*member).to_owned()).collect());
    let not_before = |later: &str, earlier: &str| Rule::NotBefore(later.to_owned(), earlier.to_owned());
    let made_ids = |list: &str| Rule::MadeIds(list.to_owned());
    let supports = || unique("supports", &["supportType"]);
    let needs = || unique("needs", &["supportType"]);
    match schema {
        "CreateSupporter" | "PutSupporter" => vec![one_of(&["personId", "person"]), supports()],
        "UpdateSupporter" | "ContentSupporter" => vec![supports()],
        "ReplaceNeeds" => vec![needs()],
        "ReplaceMapContent" => vec![
            unique("persons", &["id"]),
            unique("supporters", &["id"]),
            unique("supporters", &["personId"]),
            unique("ties", &["id"]),
            unique("ties", &["supporterIds"]),
            needs(),
            unique("agreements", &["id"]),
            made_ids("persons"),
            made_ids("supporters"),
            made_ids("ties"),
            made_ids("agreements"),
        ],
        "ConfirmSession" => vec![one_of(&["password", "code", "passkey"])],
        "CreateTie" | "ContentTie" => vec![unique("supporterIds", &[])],
        "CreateClient" | "UpdateClient" => vec![unique("externalIdentifiers", &["system", "value"])],
        "ReplaceSupportTypes" => vec![Rule::Unique {
            list: "supportTypes".to_owned(),
            by: vec!["code".to_owned()],
            besides: BuiltInSupport::CODES.iter().map(|code| (*code).to_owned()).collect(),
        }],
        "CreateAssignment" => vec![not_before("endsAt", "startsAt")],
        "CreateAssignments" => vec![not_before("endsAt", "startsAt"), unique("clientIds", &[])],
        _ => Vec::new(),
    }
}

/// Adds its rules to the schema of this name.
pub(crate) fn annotate(name: &str, schema: &mut RefOr<Schema>) {
    let rules = rules(name);
    if let RefOr::T(Schema::Object(object)) = schema
        && !rules.is_empty()
    {
        object.extensions = Some(ExtensionsBuilder::new().add(KEYWORD, json!(rules)).build());
    }
}

/// A place below the object and what is wrong there.
type Fault = (String, FieldCode);

impl Rule {
    /// All violations of the rule. A value of the wrong type is left to the rest of the schema.
    fn faults(&self, object: &Map<String, Value>) -> Vec<Fault> {
        match self {
            Self::Unique { list, by, besides } => object
                .get(list)
                .and_then(Value::as_array)
                .map(|items| {
                    repeated(items, by, besides)
                        .into_iter()
                        .map(|(below, code)| (format!("/{list}{below}"), code))
                        .collect()
                })
                .unwrap_or_default(),
            Self::MadeIds(list) => {
                let items = object.get(list).and_then(Value::as_array).into_iter().flatten().enumerate();
                let ids = items.filter_map(|(at, item)| Some((at, item.get("id")?.as_str()?.parse::<Uuid>().ok()?)));
                let others = ids.filter(|(_, id)| id.get_version_num() != 7);
                others.map(|(at, _)| (format!("/{list}/{at}/id"), FieldCode::Format)).collect()
            }
            Self::OneOf(members) => {
                let there = |member: &&String| object.get(*member).is_some_and(|value| !value.is_null());
                let lacking = members.first().filter(|_| !members.iter().any(|member| there(&member)));
                let more = members.iter().filter(there).skip(1);
                let faults = lacking.map(|first| (format!("/{first}"), FieldCode::Required)).into_iter();
                faults.chain(more.map(|member| (format!("/{member}"), FieldCode::Exclusive))).collect()
            }
            Self::NotBefore(later, earlier) => match (instant(object, later), instant(object, earlier)) {
                (Some(end), Some(start)) if end < start => vec![(format!("/{later}"), FieldCode::BeforeStart)],
                _ => Vec::new(),
            },
        }
    }
}

/// The items that are taken or repeated.
fn repeated(items: &[Value], members: &[String], taken: &[String]) -> Vec<Fault> {
    let mut seen: HashSet<_> = taken.iter().map(|value| vec![json!(value).to_string()]).collect();
    let key = |item: &Value| match members {
        [] => Some(vec![item.to_string()]),
        members => members.iter().map(|member| item.get(member).map(in_one_order)).collect::<Option<Vec<_>>>(),
    };
    let again = items.iter().enumerate().filter(|(_, item)| key(item).is_some_and(|key| !seen.insert(key)));
    let below = if let [member] = members { format!("/{member}") } else { String::new() };
    again.map(|(index, _)| (format!("/{index}{below}"), FieldCode::Duplicate)).collect()
}

/// The value as text; the items of a list are sorted.
fn in_one_order(value: &Value) -> String {
    let Value::Array(items) = value else { return value.to_string() };
    let mut items: Vec<_> = items.iter().map(Value::to_string).collect();
    items.sort();
    items.join(",")
}

/// An instant, or the beginning of a day.
fn instant(object: &Map<String, Value>, member: &str) -> Option<DateTime<Utc>> {
    let text = object.get(member)?.as_str()?;
    let day = || Some(text.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0)?.and_utc());
    text.parse().ok().or_else(day)
}

/// Encodes faults as the message of a keyword's error, for [`faults`]: one line each.
fn message(faults: &[Fault]) -> String {
    faults.iter().map(|(pointer, code)| format!("{code} {pointer}")).collect::<Vec<_>>().join("\n")
}

/// Decodes the faults of a keyword's error.
pub(super) fn faults(message: &str) -> Vec<Fault> {
    message.lines().filter_map(fault).collect()
}

fn fault(message: &str) -> Option<Fault> {
    let (code, pointer) = message.split_once(' ')?;
    let codes =
        [FieldCode::Duplicate, FieldCode::Exclusive, FieldCode::Required, FieldCode::BeforeStart, FieldCode::Format];
    let code = codes.into_iter().find(|known| known.code() == code)?;
    Some((pointer.to_owned(), code))
}

/// The rules of one object, for the validator.
struct Rules(Vec<Rule>);

impl Rules {
    fn faults(&self, value: &Value) -> Vec<Fault> {
        let Value::Object(object) = value else { return Vec::new() };
        self.0.iter().flat_map(|rule| rule.faults(object)).collect()
    }
}

impl<'i> Keyword<'i> for Rules {
    fn validate(&self, value: &'i Value) -> Result<(), ValidationError<'i>> {
        match self.faults(value).first() {
            Some(first) => Err(ValidationError::custom(message(std::slice::from_ref(first)))),
            None => Ok(()),
        }
    }

    fn is_valid(&self, value: &'i Value) -> bool {
        self.faults(value).is_empty()
    }

    fn iter_errors(&self, value: &'i Value) -> Box<dyn Iterator<Item = ValidationError<'i>> + 'i> {
        let mut faults = self.faults(value);
        faults.truncate(MOST_ERRORS);
        // One error for all faults: the validator copies the whole object into each error.
        let error = (!faults.is_empty()).then(|| ValidationError::custom(message(&faults)));
        Box::new(error.into_iter())
    }
}

/// Reads the keyword of a schema, for the validator.
pub(super) fn keyword(says: &Value) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'_>> {
    let rules = Vec::deserialize(says).map_err(|error| ValidationError::schema(error.to_string()))?;
    Ok(Box::new(Rules(rules)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(rules: Value, value: &Value) -> Vec<String> {
        let faults = Rules(serde_json::from_value(rules).unwrap()).faults(value);
        let message = message(&faults);
        assert_eq!(super::faults(&message), faults);
        message.lines().map(str::to_owned).collect()
    }

    #[test]
    fn however_many_faults_there_are_is_one_error_with_as_many_as_are_told() {
        let rules = Rules(vec![Rule::Unique { list: "all".to_owned(), by: Vec::new(), besides: Vec::new() }]);
        let value = json!({ "all": vec!["the same"; 2_000] });
        let errors: Vec<_> = rules.iter_errors(&value).collect();
        let [error] = errors.as_slice() else { panic!("{} errors", errors.len()) };
        let told = super::faults(&error.to_string());
        assert_eq!((told.len(), told[0].0.as_str()), (MOST_ERRORS, "/all/1"));
    }

    #[test]
    fn every_item_that_comes_again_is_told() {
        let by = |members: Value, items: Value| {
            faults(json!([{ "unique": { "list": "all", "by": members } }]), &json!({ "all": items }))
        };
        let needs = json!([{ "type": "a" }, { "type": "b" }, { "type": "a" }, {}, {}, { "type": "b" }]);
        assert_eq!(by(json!(["type"]), needs), ["duplicate /all/2/type", "duplicate /all/5/type"]);
        let numbers = json!([{ "a": "1", "b": "2" }, { "a": "1", "b": "3" }, { "b": "2", "a": "1", "c": 7 }]);
        assert_eq!(by(json!(["a", "b"]), numbers), ["duplicate /all/2"]);
        assert_eq!(by(json!([]), json!(["x", "y", "x", "x"])), ["duplicate /all/2", "duplicate /all/3"]);
        let pairs = json!([{ "of": ["x", "y"] }, { "of": ["y", "x"] }, { "of": ["x", "z"] }]);
        assert_eq!(by(json!(["of"]), pairs), ["duplicate /all/1/of"]);
        assert!(by(json!([]), json!("xx")).is_empty() && by(json!([]), Value::Null).is_empty());
    }

    #[test]
    fn one_of_two_members_is_there() {
        let one = |value: Value| faults(json!([{ "oneOf": ["id", "person"] }]), &value);
        assert_eq!(one(json!({})), ["required /id"]);
        assert_eq!(one(json!({ "id": null, "person": null })), ["required /id"]);
        assert!(one(json!({ "person": {} })).is_empty() && one(json!({ "id": 3, "person": null })).is_empty());
        assert_eq!(one(json!({ "id": 1, "person": {} })), ["exclusive /person"]);
        assert!(one(json!("x")).is_empty());
    }

    #[test]
    fn instants_and_days_are_in_order() {
        let dates = |value: Value| faults(json!([{ "notBefore": ["endsAt", "startsAt"] }]), &value);
        let late = "2026-03-01T10:00:00Z";
        assert_eq!(dates(json!({ "startsAt": late, "endsAt": "2026-03-01T10:30:00+01:00" })), ["before-start /endsAt"]);
        assert_eq!(dates(json!({ "startsAt": "2026-03-02", "endsAt": "2026-03-01" })), ["before-start /endsAt"]);
        assert!(dates(json!({ "startsAt": late, "endsAt": late })).is_empty());
        assert!(dates(json!({ "endsAt": late })).is_empty());
        assert!(dates(json!({ "startsAt": late, "endsAt": null })).is_empty());
        assert!(dates(json!({ "startsAt": late, "endsAt": "soon" })).is_empty());
    }

    #[test]
    fn every_rule_is_about_members_of_a_schema_of_the_document() {
        let document = serde_json::to_value(crate::document()).unwrap();
        let mut found = 0;
        for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
            let told: Vec<Rule> = serde_json::from_value(schema.get(KEYWORD).cloned().unwrap_or(json!([]))).unwrap();
            assert_eq!(told, rules(name), "{name}");
            for rule in told {
                let members = match rule {
                    Rule::Unique { list, .. } | Rule::MadeIds(list) => vec![list],
                    Rule::OneOf(members) => members,
                    Rule::NotBefore(later, earlier) => vec![later, earlier],
                };
                assert!(members.iter().all(|member| schema["properties"].get(member).is_some()), "{name} {members:?}");
                found += 1;
            }
        }
        assert_eq!(found, 27);
    }
}
