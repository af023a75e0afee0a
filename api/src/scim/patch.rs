//! PATCH (RFC 7644, 3.5.2), as the standard has it and as Entra ID and Okta send it.
//!
//! The operations change the user as SCIM writes it; the result is read and checked as that of a PUT.

use super::path::{Attribute, is_list, is_of_extension};
use super::problem::{invalid, not_one_of};
use crate::problem::Problem;
use domain::FieldCode;
use scim_v2::filter::{AttrExp, CompValue, CompareOp, PatchPath, ValFilter};
use scim_v2::models::errors::ScimType;
use serde_json::{Map, Value};

/// Maximum number of operations.
const MAX_OPERATIONS: usize = 50;
/// Maximum length of a path in bytes.
const MAX_PATH: usize = 500;

type User = Map<String, Value>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Op {
    Add,
    Replace,
    Remove,
}

/// Applies the operations of a body to a user, all or none.
///
/// # Errors
/// 400 `invalidSyntax`, `invalidPath`, `invalidValue`, `noTarget` or `mutability`.
pub(super) fn apply(body: &Map<String, Value>, user: &mut User) -> Result<(), Problem> {
    let operations = body.get("Operations").and_then(Value::as_array);
    let operations = operations.ok_or_else(|| invalid(ScimType::InvalidSyntax, "Operations", FieldCode::Required))?;
    if operations.len() > MAX_OPERATIONS {
        return Err(invalid(ScimType::InvalidSyntax, "Operations", FieldCode::TooMany(MAX_OPERATIONS)));
    }
    operations.iter().try_for_each(|operation| apply_one(operation, user))
}

fn apply_one(operation: &Value, user: &mut User) -> Result<(), Problem> {
    let op = operation["op"].as_str().unwrap_or_default().to_ascii_lowercase();
    let op = match op.as_str() {
        "add" => Op::Add,
        "replace" => Op::Replace,
        "remove" => Op::Remove,
        _ => return Err(not_one_of("op", &["add", "replace", "remove"])),
    };
    let value = &operation["value"];
    match (&operation["path"], value) {
        (Value::String(path), _) => at_path(op, path, value, user),
        // Without a path, each member of the value is one.
        (Value::Null, Value::Object(members)) if op != Op::Remove => {
            members.iter().try_for_each(|(path, value)| at_path(op, path, value, user))
        }
        (Value::Null, _) if op == Op::Remove => Err(invalid(ScimType::NoTarget, "path", FieldCode::Required)),
        (Value::Null, _) => Err(invalid(ScimType::InvalidValue, "value", FieldCode::Type)),
        _ => Err(bad_path()),
    }
}

fn at_path(op: Op, path: &str, value: &Value, user: &mut User) -> Result<(), Problem> {
    if path.len() > MAX_PATH {
        return Err(bad_path());
    }
    if is_of_extension(path) {
        return Ok(());
    }
    let (attribute, sub, selected) = match path.parse().map_err(|_| bad_path())? {
        PatchPath::Attr(path) => (path.name, path.sub_attr, None),
        PatchPath::Value(path) => (path.attr.name, path.sub_attr, Some(path.filter)),
    };
    let name = match Attribute::named(&attribute).ok_or_else(bad_path)? {
        Attribute::Ignored => return Ok(()),
        // Providers repeat them; they cannot change.
        Attribute::ReadOnly if op != Op::Remove && selected.is_none() && sub.is_none() => return Ok(()),
        Attribute::ReadOnly => return Err(invalid(ScimType::Mutability, "path", FieldCode::Immutable)),
        Attribute::Kept(name) => name,
    };
    let op = if value.is_null() && op == Op::Replace { Op::Remove } else { op };
    match (selected, sub) {
        (None, None) => whole(op, name, value, user),
        (None, Some(sub)) if name == "name" => part(op, &sub, value, user),
        (None, Some(sub)) if is_list(name) => elements(op, name, &[], Some(&sub), value, user),
        (Some(filter), sub) if is_list(name) => {
            elements(op, name, &conditions(&filter).ok_or_else(bad_path)?, sub.as_deref(), value, user)
        }
        (None | Some(_), _) => Err(bad_path()),
    }
}

fn bad_path() -> Problem {
    invalid(ScimType::InvalidPath, "path", FieldCode::Invalid)
}

/// Changes a whole attribute.
fn whole(op: Op, name: &'static str, value: &Value, user: &mut User) -> Result<(), Problem> {
    let value = match value {
        // One element of a list.
        Value::Object(_) if is_list(name) => Value::Array(vec![value.clone()]),
        Value::String(_) if is_list(name) => Value::Array(vec![serde_json::json!({ "value": value })]),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => {
            value.clone()
        }
    };
    match (op, user.get_mut(name), value) {
        (Op::Remove, _, _) if matches!(name, "userName" | "active") => {
            return Err(invalid(ScimType::Mutability, "path", FieldCode::Required));
        }
        (Op::Remove, _, _) => drop(user.remove(name)),
        (Op::Add | Op::Replace, Some(Value::Object(parts)), Value::Object(value)) => parts.extend(value),
        (Op::Add, Some(Value::Array(list)), Value::Array(added)) => append(list, added),
        (Op::Add | Op::Replace, _, value) => drop(user.insert(name.to_owned(), value)),
    }
    Ok(())
}

/// Appends what is new. A new preferred element takes the place of the earlier one.
fn append(list: &mut Vec<Value>, added: Vec<Value>) {
    for new in added {
        if list.contains(&new) {
            continue;
        }
        if is(&new["primary"], &Value::Bool(true)) {
            for old in list.iter_mut().filter_map(Value::as_object_mut) {
                old.remove("primary");
            }
        }
        list.push(new);
    }
}

/// Changes a part of the name.
fn part(op: Op, sub: &str, value: &Value, user: &mut User) -> Result<(), Problem> {
    let parts = ["formatted", "givenName", "familyName"];
    // A middle name or a title is not kept.
    let Some(sub) = parts.into_iter().find(|part| part.eq_ignore_ascii_case(sub)) else { return Ok(()) };
    let name = user.entry("name").or_insert_with(|| Value::Object(Map::new()));
    let Value::Object(name) = name else { return Err(bad_path()) };
    match op {
        Op::Remove => name.remove(sub),
        Op::Add | Op::Replace => name.insert(sub.to_owned(), value.clone()),
    };
    Ok(())
}

/// The equalities of a filter on the elements of a list; `None` for any other filter.
fn conditions(filter: &ValFilter) -> Option<Vec<(String, Value)>> {
    match filter {
        ValFilter::And(all) => all.iter().map(conditions).collect::<Option<Vec<_>>>().map(|all| all.concat()),
        ValFilter::Attr(AttrExp::Comparison(path, CompareOp::Eq, value)) => {
            let value = match value {
                CompValue::Str(text) => Value::String(text.clone()),
                CompValue::True => Value::Bool(true),
                CompValue::False => Value::Bool(false),
                CompValue::Null | CompValue::Number(_) => return None,
            };
            let name = ["value", "type", "primary", "display"];
            let name = name.into_iter().find(|name| name.eq_ignore_ascii_case(&path.name))?;
            Some(vec![(name.to_owned(), value)])
        }
        ValFilter::Attr(AttrExp::Comparison(..) | AttrExp::Present(_)) | ValFilter::Not(_) | ValFilter::Or(_) => None,
    }
}

/// Whether two values are equal; texts have no case, and `"True"` is true.
fn is(one: &Value, other: &Value) -> bool {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.to_lowercase()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
    };
    text(one).is_some() && text(one) == text(other)
}

/// Changes the elements of a list that meet the conditions.
///
/// If none does, an addition or replacement makes one that does: so providers set an address for work.
fn elements(
    op: Op,
    name: &'static str,
    conditions: &[(String, Value)],
    sub: Option<&str>,
    value: &Value,
    user: &mut User,
) -> Result<(), Problem> {
    let list = user.entry(name).or_insert_with(|| Value::Array(Vec::new()));
    let Value::Array(list) = list else { return Err(bad_path()) };
    // Of a role only the value is kept: a condition on anything else chooses every role.
    let kept = |of: &str| name != "roles" || of == "value";
    let conditions: Vec<_> = conditions.iter().filter(|(of, _)| kept(of)).collect();
    let meets = |element: &Value| conditions.iter().all(|(name, value)| is(&element[name.as_str()], value));
    let changed: Map<_, _> = match (sub, value) {
        (Some(sub), _) => [(sub.to_owned(), value.clone())].into_iter().collect(),
        (None, Value::Object(members)) => members.clone(),
        (None, _) if op == Op::Remove => Map::new(),
        (None, _) => return Err(invalid(ScimType::InvalidValue, "value", FieldCode::Type)),
    };
    if op == Op::Remove {
        match sub {
            None => list.retain(|element| !meets(element)),
            Some(sub) => {
                let chosen = list.iter_mut().filter(|element| meets(element));
                chosen.filter_map(Value::as_object_mut).for_each(|element| drop(element.remove(sub)));
            }
        }
        return Ok(());
    }
    if !list.iter().any(meets) {
        let new = conditions.iter().map(|condition| (*condition).clone()).chain(changed).collect();
        append(list, vec![Value::Object(new)]);
        return Ok(());
    }
    let chosen = list.iter_mut().filter(|element| meets(element)).filter_map(Value::as_object_mut);
    chosen.for_each(|element| element.extend(changed.clone()));
    Ok(())
}

#[cfg(test)]
#[path = "patch_tests.rs"]
mod tests;
