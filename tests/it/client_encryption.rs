//! What is said about clients is encrypted (ADR 56), and found by decrypting or by a hash with a key (ADR 58).

use crate::support::{Answer, App, Db, World, both_databases, id};
use persistence::contract::Value as Cell;
use rstest_reuse::apply;
use serde_json::{Value, json};
use uuid::Uuid;

/// A date of birth that no other test has.
pub(crate) const BORN: &str = "1911-11-13";

fn number(value: &str) -> Value {
    json!({ "system": "https://ecd.example.nl", "value": value })
}

/// Says this in every text about a client and about a coach's assignment to them, and looks for it, in each way that there is.
pub(crate) async fn written(world: &World, text: &str) {
    let (admin, coach) = (&world.a.admin, world.a.coach.user);
    let says =
        json!({ "name": text, "preferredName": text, "dateOfBirth": BORN, "externalIdentifiers": [number(text)] });
    let own = admin.with("idempotency-key", &id().to_string()).post("/v1/clients", says.clone()).await.expect(201);
    admin.post("/v1/clients?ifExists=return", says.clone()).await.expect(200);
    admin.post("/v1/clients", says).await.problem(409, "external-identifier-taken");
    for search in [json!({ "name": text }), json!({ "externalIdentifier": number(text) })] {
        let found = admin.post("/v1/clients/search", search).await.expect(200);
        assert_eq!(found["items"], json!([own.json()]));
    }
    let changed = format!("{text}!");
    let changes = json!({ "name": changed, "preferredName": changed, "externalIdentifiers": [number(&changed)] });
    admin.patch(&own.location(), "*", changes).await.expect(200);
    let assignments = format!("{}/assignments", own.location());
    let assigned = admin.post(&assignments, json!({ "coachId": coach, "basis": text })).await.expect(201);
    admin.patch(&assigned.location(), "*", json!({ "basis": changed })).await.expect(200);
    let other = admin.post("/v1/clients", json!({ "name": "Ander" })).await.expect(201);
    let batch = json!({ "coachId": coach, "clientIds": [other.id()], "basis": text });
    admin.post("/v1/assignments/batch", batch).await.expect(201);
    let caseload = world.a.coach.get("/v1/caseload").await.expect(200);
    assert!(caseload.text().contains(&changed));
}

async fn cell(app: &App, sql: &str, of: Uuid) -> Vec<u8> {
    let row = app.raw.query(sql, &[of.into()]).await.unwrap().remove(0);
    row.at(0).unwrap()
}

async fn put(app: &App, sql: &str, values: &[Cell]) {
    app.raw.query(sql, values).await.unwrap();
}

fn refused(answer: Answer) {
    let text = answer.problem(500, "internal").text();
    assert!(["Saskia", "Joost", "Referral"].iter().all(|name| !text.contains(name)), "{text}");
}

#[apply(both_databases)]
#[tokio::test]
async fn what_is_said_about_a_client_is_readable_in_their_own_row_only(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let own = format!("/v1/clients/{}", a.client_id);
    let (read, change) = ("select sealed from client where id = $1", "update client set sealed = $2 where id = $1");
    let mine = cell(&app, read, a.client_id).await;
    for other in [a.other_client_id, world.b.client_id] {
        let theirs = cell(&app, read, other).await;
        put(&app, change, &[a.client_id.into(), theirs.into()]).await;
        for path in [&own, "/v1/clients", &format!("{own}/assignments"), "/v1/assignments"] {
            refused(a.admin.get(path).await);
        }
        refused(a.coach.get("/v1/caseload").await);
        refused(a.client.get(&format!("{own}/overview")).await);
        refused(a.admin.post("/v1/clients/search", json!({ "name": "joost" })).await);
        refused(a.admin.patch(&own, "*", json!({ "preferredName": "Sas" })).await);
        world.b.admin.get("/v1/clients").await.expect(200);
    }
    put(&app, change, &[a.client_id.into(), mine.into()]).await;
    assert_eq!(a.admin.get(&own).await.expect(200)["name"], "Saskia de Wit");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_basis_of_an_assignment_is_readable_in_its_own_row_only(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, read) = (&world.a, "select sealed from assignment where id = $1");
    let own = format!("/v1/assignments/{}", a.assignment_id);
    let body = json!({ "coachId": a.coach.user, "basis": "Referral" });
    let other = a.admin.post(&format!("/v1/clients/{}/assignments", a.other_client_id), body).await.expect(201);
    for other in [other.id().parse().unwrap(), world.b.assignment_id] {
        let theirs = cell(&app, read, other).await;
        assert_ne!(theirs, cell(&app, read, a.assignment_id).await);
        put(&app, "update assignment set sealed = $2 where id = $1", &[a.assignment_id.into(), theirs.into()]).await;
        refused(a.admin.get(&own).await);
        refused(a.admin.patch(&own, "*", json!({ "basis": "Overdracht" })).await);
        refused(a.client.get(&format!("/v1/clients/{}/overview", a.client_id)).await);
    }
    a.admin.get(&other.location()).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn equal_identifiers_are_unique_in_an_organisation_and_differ_between_two(db: Db) {
    let (app, world) = App::with_world(db).await;
    let says = |value| json!({ "name": "Zoë", "externalIdentifiers": [number(value)] });
    let mut hashes = Vec::new();
    for organisation in [&world.a, &world.b] {
        let created = organisation.admin.post("/v1/clients", says("999999990")).await.expect(201);
        let read = "select value_hash from client_identifier where client_id = $1";
        hashes.push(cell(&app, read, created.id().parse().unwrap()).await);
        organisation.admin.post("/v1/clients", says("999999990")).await.problem(409, "external-identifier-taken");
        let other = organisation.admin.post("/v1/clients", says("1")).await.expect(201);
        let taken = json!({ "externalIdentifiers": [number("999999990")] });
        let refused = organisation.admin.patch(&other.location(), "*", taken).await;
        refused.problem(409, "external-identifier-taken");
    }
    assert!(hashes[0] != hashes[1] && hashes.iter().all(|hash| hash.len() == 32), "{hashes:?}");
    // A process that starts later knows the same numbers.
    let second = app.beside();
    let search = json!({ "externalIdentifier": number("999999990") });
    let found = world.a.admin.at(&second.base).post("/v1/clients/search", search).await.expect(200);
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_hash_that_was_moved_to_another_client_finds_nobody(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, says) = (&world.a, json!({ "name": "Zoë", "externalIdentifiers": [number("1")] }));
    let created = a.admin.post("/v1/clients", says.clone()).await.expect(201);
    let search = json!({ "externalIdentifier": number("1") });
    let moved = "update client_identifier set client_id = $2 where client_id = $1";
    let (from, to): (Uuid, Uuid) = (created.id().parse().unwrap(), a.lone_client_id);
    put(&app, moved, &[from.into(), to.into()]).await;
    refused(a.admin.post("/v1/clients/search", search).await);
    refused(a.admin.post("/v1/clients?ifExists=return", says).await);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_list_leaves_out_no_client_whose_key_is_gone(db: Db) {
    let (app, world) = App::with_world(db).await;
    put(&app, "delete from client_key where client_id = $1", &[world.a.lone_client_id.into()]).await;
    refused(world.a.admin.get("/v1/clients").await);
    refused(world.a.admin.post("/v1/clients/search", json!({ "name": "saskia" })).await);
    world.a.coach.get("/v1/clients").await.expect(200);
}
