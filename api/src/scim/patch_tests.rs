use super::*;
use serde_json::json;

fn jan() -> User {
    let value = json!({
        "userName": "jan", "active": true, "name": { "givenName": "Jan", "familyName": "Bos" },
        "emails": [{ "value": "jan@a.test", "type": "work", "primary": true }],
    });
    value.as_object().unwrap().clone()
}

fn patched(operations: Value) -> Result<Value, Option<ScimType>> {
    let mut user = jan();
    let body = json!({ "Operations": operations });
    apply(body.as_object().unwrap(), &mut user).map_err(|problem| problem.scim_type)?;
    Ok(Value::Object(user))
}

#[test]
fn entra_and_okta_are_understood() {
    // Entra, in its own spelling.
    let value = patched(json!([{ "op": "Replace", "path": "active", "value": "False" }])).unwrap();
    assert_eq!(value["active"], "False", "the reader of a user understands the text");
    let value =
        patched(json!([{ "op": "Add", "path": "emails[type eq \"work\"].value", "value": "b@a.test" }])).unwrap();
    assert_eq!(value["emails"], json!([{ "value": "b@a.test", "type": "work", "primary": true }]));
    let value =
        patched(json!([{ "op": "Add", "path": "emails[type eq \"home\"].value", "value": "h@a.test" }])).unwrap();
    assert_eq!(value["emails"][1], json!({ "value": "h@a.test", "type": "home" }));
    let path = "roles[primary eq \"True\"].value";
    let value = patched(json!([{ "op": "Replace", "path": path, "value": "admin" }])).unwrap();
    assert_eq!(value["roles"], json!([{ "value": "admin" }]));
    // Okta and Entra without a path, with paths as names.
    let members = json!({
        "active": false, "name.familyName": "Vos", "title": "coach",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "Zorg",
        "urn:ietf:params:scim:schemas:core:2.0:User:displayName": "Jan Vos",
    });
    let value = patched(json!([{ "op": "replace", "value": members }])).unwrap();
    assert_eq!((&value["active"], &value["displayName"]), (&json!(false), &json!("Jan Vos")));
    assert_eq!(value["name"], json!({ "givenName": "Jan", "familyName": "Vos" }));
    assert!(value.get("title").is_none());
}

#[test]
fn lists_are_added_to_replaced_and_removed_from() {
    let new = json!([{ "value": "x@a.test", "primary": true }]);
    let value = patched(json!([{ "op": "add", "path": "emails", "value": new }])).unwrap();
    let expected = json!([{ "value": "jan@a.test", "type": "work" }, { "value": "x@a.test", "primary": true }]);
    assert_eq!(value["emails"], expected);
    let value = patched(json!([{ "op": "replace", "path": "emails", "value": new }])).unwrap();
    assert_eq!(value["emails"], new);
    let value = patched(json!([{ "op": "remove", "path": "emails[type eq \"WORK\"]" }])).unwrap();
    assert_eq!(value["emails"], json!([]));
    let value = patched(json!([{ "op": "remove", "path": "emails[type eq \"home\"].value" }])).unwrap();
    assert_eq!(value["emails"], jan()["emails"]);
    let value = patched(json!([{ "op": "remove", "path": "name" }, { "op": "remove", "path": "emails" }])).unwrap();
    assert!(value.get("name").is_none() && value.get("emails").is_none());
}

#[test]
fn what_cannot_be_done_is_refused_with_its_kind() {
    let many = vec![json!({ "op": "remove", "path": "name" }); MAX_OPERATIONS + 1];
    for (operations, kind) in [
        (json!([{ "op": "move", "path": "name" }]), ScimType::InvalidValue),
        (json!([{ "op": "add", "path": "shoeSize", "value": 42 }]), ScimType::InvalidPath),
        (json!([{ "op": "add", "path": "emails[", "value": 42 }]), ScimType::InvalidPath),
        (json!([{ "op": "add", "path": "userName.x", "value": 42 }]), ScimType::InvalidPath),
        (json!([{ "op": "add", "path": "name[formatted eq \"x\"]", "value": {} }]), ScimType::InvalidPath),
        (json!([{ "op": "add", "path": "emails[value co \"x\"].type", "value": "x" }]), ScimType::InvalidPath),
        (json!([{ "op": "add", "path": "x".repeat(MAX_PATH + 1), "value": 42 }]), ScimType::InvalidPath),
        (json!([{ "op": "add", "path": 7, "value": 42 }]), ScimType::InvalidPath),
        (json!([{ "op": "remove" }]), ScimType::NoTarget),
        (json!([{ "op": "add", "value": "x" }]), ScimType::InvalidValue),
        (json!([{ "op": "remove", "path": "userName" }]), ScimType::Mutability),
        (json!([{ "op": "remove", "path": "id" }]), ScimType::Mutability),
        (json!([{ "op": "replace", "path": "meta.version", "value": "2" }]), ScimType::Mutability),
        (json!("x"), ScimType::InvalidSyntax),
        (json!(many), ScimType::InvalidSyntax),
    ] {
        assert_eq!(patched(operations.clone()).unwrap_err(), Some(kind), "{operations}");
    }
}
