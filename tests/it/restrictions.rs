//! `/v1/clients/{clientId}/restrictions`: while one is in force, only the client reads the record.

use crate::support::operations::{OF_CLIENT, Operation};
use crate::support::{App, Client, Db, Ids, World, both_databases, id};
use api::document;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn path(world: &World) -> String {
    format!("/v1/clients/{}/restrictions", world.a.client_id)
}

fn asked() -> Value {
    json!({ "manner": "by-phone" })
}

#[apply(both_databases)]
#[tokio::test]
async fn a_restricted_record_is_read_by_the_client_alone(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    let map = format!("/v1/maps/{}", a.open.map);
    let made = a.client.post(&path(&world), json!({})).await.expect(201);
    assert_eq!((&made["request"]["manner"], &made["lifting"]), (&json!("own-log-in"), &Value::Null));
    a.client.post(&path(&world), json!({})).await.problem(409, "already-restricted");
    a.client.get(&map).await.expect(200);
    a.client.patch(&map, "*", json!({ "theme": "rouw" })).await.expect(200);
    a.coach.get(&map).await.problem(409, "restricted");
    a.coach.patch(&map, "*", json!({ "theme": "verhuizing" })).await.problem(409, "restricted");
    a.integration.get(&format!("/v1/cards/{}", a.open.card)).await.problem(409, "restricted");
    // A stranger learns nothing from it.
    a.other_coach.get(&map).await.problem(404, "not-found");
    // It is passed over in the caseload, and found by name.
    assert_eq!(a.coach.get("/v1/caseload").await.expect(200)["items"], json!([]));
    let client = format!("/v1/clients/{}", a.client_id);
    for reader in [&a.coach, &a.admin] {
        reader.get(&client).await.expect(200);
        assert_eq!(reader.all(&path(&world)).await.last(), Some(&made.json()));
        assert_eq!(reader.get(&made.location()).await.expect(200).json(), made.json());
    }
    let lifting = format!("{}/liftings", made.location());
    let lifted = a.coach.post(&lifting, asked()).await.expect(200);
    assert_eq!(lifted["lifting"]["recordedBy"]["id"], json!(a.coach.user));
    // Again: the first stays on record.
    assert_eq!(a.admin.post(&lifting, asked()).await.expect(200).json(), lifted.json());
    a.coach.get(&map).await.expect(200);
    assert_eq!(a.coach.get("/v1/caseload").await.expect(200)["items"].as_array().unwrap().len(), 1);
    a.admin.post(&path(&world), asked()).await.expect(201);
    a.coach.get(&map).await.problem(409, "restricted");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_and_those_who_record_for_them_restrict(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    app.anonymous().post(&path(&world), asked()).await.problem(401, "not-authenticated");
    for stranger in [&a.other_coach, &a.other_client, &world.b.admin, &world.b.coach] {
        stranger.post(&path(&world), asked()).await.problem(404, "not-found");
    }
    a.integration.post(&path(&world), asked()).await.problem(403, "forbidden");
    for (body, errors) in [
        (json!({}), ["/manner required"]),
        (json!({ "manner": "own-log-in" }), ["/manner forbidden"]),
        (json!({ "manner": "by-phone", "askedAt": "2999-01-01T00:00:00Z" }), ["/askedAt in-the-future"]),
    ] {
        assert_eq!(a.coach.post(&path(&world), body).await.problem(400, "invalid-request").errors(), errors);
    }
    let said = a.client.post(&path(&world), asked()).await.problem(403, "forbidden");
    assert_eq!(said.errors(), ["/manner forbidden"]);
    a.coach.get(&format!("/v1/restrictions/{}", id())).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_unconfirmed_log_in_does_not_read_a_restricted_record(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let map = format!("/v1/maps/{}", a.open.map);
    let made = a.client.post(&path(&world), json!({})).await.expect(201);
    app.raw.query("update client set login_confirmed = $1", &[false.into()]).await.unwrap();
    a.client.get(&map).await.problem(403, "log-in-unconfirmed");
    a.client.get(&format!("/v1/clients/{}", a.client_id)).await.expect(200);
    a.client.post(&format!("{}/liftings", made.location()), json!({})).await.problem(403, "log-in-unconfirmed");
}

/// The operations that document `restricted`.
fn documented() -> BTreeSet<String> {
    let document = serde_json::to_value(document()).unwrap();
    let mut found = BTreeSet::new();
    for item in document["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values() {
            let conflict = operation["responses"]["409"]["description"].as_str().unwrap_or_default();
            if conflict.contains("`restricted`") {
                found.insert(operation["operationId"].as_str().unwrap().to_owned());
            }
        }
    }
    found
}

/// Calls every operation as everyone but the client, with ids of the restricted record: a read or a change of its content
/// gives 409 and nothing else; what is left is administrative.
#[apply(both_databases)]
#[tokio::test]
async fn no_operation_forgets_a_restriction(db: Db) {
    let app = App::spawn(db).await;
    let world = World::seed(&app).await;
    world.a.client.post(&path(&world), json!({})).await.expect(201);
    let (mut refused, mut allowed) = (BTreeSet::new(), BTreeSet::new());
    let ids = Ids::of(&world.a, &world.a.open);
    for operation in Operation::all() {
        let about = operation.parameters().any(|name| OF_CLIENT.contains(&name) || name == "accessRequestId");
        let harmless =
            !["createRestriction", "createErasureRequest", "createLegalHold"].contains(&operation.id.as_str());
        if !about || !harmless {
            continue;
        }
        let callers: [&Client; 3] = [&world.a.admin, &world.a.coach, &world.a.integration];
        for by in callers {
            let answer = operation.call(by, &ids, &ids).await;
            match answer.status.as_u16() {
                409 if answer.text().contains("/problems/restricted") => {
                    refused.insert(operation.id.clone());
                }
                200..=299 => {
                    allowed.insert(operation.id.clone());
                }
                _ => {}
            }
        }
    }
    let missing: Vec<_> = documented().difference(&refused).cloned().collect();
    let surplus: Vec<_> = refused.difference(&documented()).cloned().collect();
    assert_eq!((missing, surplus), (vec![], vec![]), "documented and not refused; refused and not documented");
    let administrative = [
        "confirmLogIn",
        "createAssignment",
        "listAccessRequests",
        "listAssignments",
        "listConsents",
        "listErasureRequests",
        "listLegalHolds",
        "listLogIns",
        "listRestrictions",
        "showAccessRequest",
        "showClient",
    ];
    assert_eq!(allowed.iter().map(String::as_str).collect::<Vec<_>>(), administrative);
}
