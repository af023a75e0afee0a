//! What JSON Schema has no word for, as keywords of our own: a front end reads them in the document, and the validator holds
//! bodies to them along with the rest of the schema. What refers to stored data stays in the domain.

use domain::FieldCode;
use jsonschema::{Keyword, ValidationError};
use serde_json::{Map, Value, json};
use std::collections::HashSet;

/// A keyword with what it says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// `x-unique-by` of a list: by each of these members no two items are the same; a list of members counts together, and no
    /// member at all means the items themselves.
    UniqueBy(Vec<Vec<String>>),
    /// `x-instead-of` of a member: either it or the other is there. The first is the other.
    InsteadOf(String, String),
    /// `x-not-before` of a member: this instant or day is not earlier than the other. The first is the later.
    NotBefore(String, String),
}

/// A place below the value and what is wrong there.
pub(super) type Fault = (String, FieldCode);

/// The keywords that stand at a member and say something about two.
const OF_MEMBERS: [&str; 2] = ["x-instead-of", "x-not-before"];

impl Rule {
    /// The keywords the validator knows.
    pub(super) const KEYWORDS: [&'static str; 2] = ["x-unique-by", HOISTED];

    /// Everything that breaks the rule. A value of another type than the rule is about breaks the rest of its schema.
    fn faults(&self, value: &Value) -> Vec<Fault> {
        match (self, value) {
            (Self::UniqueBy(keys), Value::Array(items)) => keys.iter().flat_map(|key| repeated(items, key)).collect(),
            (Self::InsteadOf(one, other), Value::Object(object)) => {
                let there = |member: &str| object.get(member).is_some_and(|value| !value.is_null());
                match (there(one), there(other)) {
                    (false, false) => vec![(format!("/{one}"), FieldCode::Required)],
                    (true, true) => vec![(format!("/{other}"), FieldCode::Exclusive)],
                    (true, false) | (false, true) => Vec::new(),
                }
            }
            (Self::NotBefore(later, earlier), Value::Object(object)) => {
                match (instant(object, later), instant(object, earlier)) {
                    (Some(end), Some(start)) if end < start => vec![(format!("/{later}"), FieldCode::BeforeStart)],
                    _ => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }

    /// The rules of a keyword; none if it does not say what it should.
    fn read(keyword: &str, says: &Value) -> Option<Vec<Self>> {
        let says = says.as_array()?;
        if keyword == "x-unique-by" {
            let keys = says.iter().map(key).collect::<Option<Vec<_>>>()?;
            return Some(vec![Self::UniqueBy(if keys.is_empty() { vec![Vec::new()] } else { keys })]);
        }
        says.iter().map(Self::of_members).collect()
    }

    fn of_members(hoisted: &Value) -> Option<Self> {
        let name = |index: usize| hoisted.get(index)?.as_str().map(str::to_owned);
        match name(0)?.as_str() {
            "x-instead-of" => Some(Self::InsteadOf(name(2)?, name(1)?)),
            "x-not-before" => Some(Self::NotBefore(name(1)?, name(2)?)),
            _ => None,
        }
    }
}

fn key(says: &Value) -> Option<Vec<String>> {
    let name = |member: &Value| member.as_str().map(str::to_owned);
    says.as_array().map_or_else(|| Some(vec![name(says)?]), |members| members.iter().map(name).collect())
}

/// Where the rules of its members stand in the schema of an object once they are hoisted.
const HOISTED: &str = "x-of-members";

/// Moves what a member's schema says about two members to the schema of their object: a keyword sees the value of its own schema
/// only.
pub(super) fn hoist(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            let members = object.get("properties").and_then(Value::as_object).into_iter().flatten();
            let rules: Vec<Value> = members
                .flat_map(|(name, member)| OF_MEMBERS.map(|keyword| (keyword, name, member.get(keyword))))
                .filter_map(|(keyword, name, other)| Some(json!([keyword, name, other?])))
                .collect();
            object.values_mut().for_each(hoist);
            if !rules.is_empty() {
                object.insert(HOISTED.to_owned(), Value::Array(rules));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hoist),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The items that stand there before already.
fn repeated(items: &[Value], members: &[String]) -> Vec<Fault> {
    let mut seen = HashSet::new();
    let key = |item: &Value| match members {
        [] => Some(vec![item.to_string()]),
        members => members.iter().map(|member| item.get(member).map(Value::to_string)).collect::<Option<Vec<_>>>(),
    };
    let again = items.iter().enumerate().filter(|(_, item)| key(item).is_some_and(|key| !seen.insert(key)));
    let below = if let [member] = members { format!("/{member}") } else { String::new() };
    again.map(|(index, _)| (format!("/{index}{below}"), FieldCode::Duplicate)).collect()
}

/// An instant, or the beginning of a day.
fn instant(object: &Map<String, Value>, member: &str) -> Option<chrono::DateTime<chrono::Utc>> {
    let text = object.get(member)?.as_str()?;
    let day = || Some(text.parse::<chrono::NaiveDate>().ok()?.and_hms_opt(0, 0, 0)?.and_utc());
    text.parse().ok().or_else(day)
}

/// What a keyword's error says to [`fault`]: the code's place in no schema, so it goes along as text.
fn message((pointer, code): &Fault) -> String {
    format!("{code} {pointer}")
}

/// The fault that a keyword's error is about.
pub(super) fn fault(message: &str) -> Option<Fault> {
    let (code, pointer) = message.split_once(' ')?;
    let codes = [FieldCode::Duplicate, FieldCode::Exclusive, FieldCode::Required, FieldCode::BeforeStart];
    let code = codes.into_iter().find(|known| known.code() == code)?;
    Some((pointer.to_owned(), code))
}

/// The rules of one keyword, for the validator.
struct Rules(Vec<Rule>);

impl Rules {
    fn faults(&self, value: &Value) -> Vec<Fault> {
        self.0.iter().flat_map(|rule| rule.faults(value)).collect()
    }
}

impl<'i> Keyword<'i> for Rules {
    fn validate(&self, value: &'i Value) -> Result<(), ValidationError<'i>> {
        self.faults(value).first().map_or(Ok(()), |fault| Err(ValidationError::custom(message(fault))))
    }

    fn is_valid(&self, value: &'i Value) -> bool {
        self.faults(value).is_empty()
    }

    fn iter_errors(&self, value: &'i Value) -> Box<dyn Iterator<Item = ValidationError<'i>> + 'i> {
        Box::new(self.faults(value).into_iter().map(|fault| ValidationError::custom(message(&fault))))
    }
}

/// What a keyword of a schema says, for the validator.
pub(super) fn keyword<'a>(name: &str, says: &'a Value) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    match Rule::read(name, says) {
        Some(rules) => Ok(Box::new(Rules(rules))),
        None => Err(ValidationError::schema(format!("{name} does not name members"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(mut schema: Value, value: &Value) -> Vec<String> {
        hoist(&mut schema);
        let keyword = Rule::KEYWORDS.into_iter().find(|keyword| schema.get(keyword).is_some()).unwrap();
        let faults = Rules(Rule::read(keyword, &schema[keyword]).unwrap()).faults(value);
        assert!(faults.iter().all(|one| fault(&message(one)).as_ref() == Some(one)));
        faults.iter().map(message).collect()
    }

    #[test]
    fn every_item_that_comes_again_is_told() {
        let by = |members: Value, items: Value| faults(json!({ "x-unique-by": members }), &items);
        let needs = json!([{ "type": "a" }, { "type": "b" }, { "type": "a" }, {}, {}, { "type": "b" }]);
        assert_eq!(by(json!(["type"]), needs), ["duplicate /2/type", "duplicate /5/type"]);
        let numbers = json!([{ "a": "1", "b": "2" }, { "a": "1", "b": "3" }, { "b": "2", "a": "1", "c": 7 }]);
        assert_eq!(by(json!([["a", "b"]]), numbers.clone()), ["duplicate /2"]);
        assert_eq!(by(json!(["a", "b"]), numbers), ["duplicate /1/a", "duplicate /2/a", "duplicate /2/b"]);
        assert_eq!(by(json!([]), json!(["x", "y", "x", "x"])), ["duplicate /2", "duplicate /3"]);
        assert!(by(json!([]), json!("xx")).is_empty());
    }

    #[test]
    fn one_of_two_members_is_there() {
        let schema = json!({ "properties": { "id": {}, "person": { "x-instead-of": "id" } } });
        let one = |value: Value| faults(schema.clone(), &value);
        assert_eq!(one(json!({})), ["required /id"]);
        assert_eq!(one(json!({ "id": null, "person": null })), ["required /id"]);
        assert!(one(json!({ "person": {} })).is_empty() && one(json!({ "id": 3, "person": null })).is_empty());
        assert_eq!(one(json!({ "id": 1, "person": {} })), ["exclusive /person"]);
    }

    #[test]
    fn instants_and_days_are_in_order() {
        let schema = json!({ "properties": { "endsAt": { "x-not-before": "startsAt" } } });
        let dates = |value: Value| faults(schema.clone(), &value);
        let late = "2026-03-01T10:00:00Z";
        assert_eq!(dates(json!({ "startsAt": late, "endsAt": "2026-03-01T10:30:00+01:00" })), ["before-start /endsAt"]);
        assert_eq!(dates(json!({ "startsAt": "2026-03-02", "endsAt": "2026-03-01" })), ["before-start /endsAt"]);
        assert!(dates(json!({ "startsAt": late, "endsAt": late })).is_empty());
        assert!(
            dates(json!({ "endsAt": late })).is_empty()
                && dates(json!({ "startsAt": late, "endsAt": null })).is_empty()
        );
        assert!(dates(json!({ "startsAt": late, "endsAt": "soon" })).is_empty());
    }
}
