//! `/v1/clients`: the model of all other resources.

use crate::support::{Actor, App, Db, both_databases, count};
use rstest_reuse::apply;
use serde_json::{Value, json};

const SYSTEM: &str = "https://ecd.example.nl/nummer";

fn numbered(name: &str, number: &str) -> Value {
    json!({ "name": name, "externalIdentifiers": [{ "system": SYSTEM, "value": number }] })
}

/// Creates a client of this name and returns its path.
async fn created(by: &Actor, name: &str) -> String {
    by.post("/v1/clients", json!({ "name": name })).await.expect(201).location()
}

async fn found(by: &Actor, search: Value) -> Vec<String> {
    let page = by.post("/v1/clients/search", search).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|client| client["name"].as_str().unwrap().to_owned()).collect()
}

#[apply(both_databases)]
#[tokio::test]
async fn an_administrator_creates_a_client_and_reads_it_back(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let body = json!({
        "name": "Zoë van Dijk",
        "dateOfBirth": "1974-05-03",
        "externalIdentifiers": [{ "system": SYSTEM, "value": "1204" }],
    });
    let created = world.a.admin.post("/v1/clients", body.clone()).await.expect(201);
    let shown = world.a.admin.get(&created.location()).await.expect(200);
    assert_eq!(shown.json(), created.json());
    assert_eq!(shown.etag(), created.etag());
    assert_eq!(created.location(), format!("/v1/clients/{}", created.id()));
    for member in ["name", "dateOfBirth", "externalIdentifiers"] {
        assert_eq!(shown[member], body[member]);
    }
    assert_eq!(shown["userId"], Value::Null, "no log-in yet, and said so");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_external_identifier_belongs_to_one_client_of_the_organisation(db: Db) {
    let (_app, world) = App::with_world(db).await;
    world.a.admin.post("/v1/clients", numbered("Zoë", "1204")).await.expect(201);
    let again = world.a.admin.post("/v1/clients", numbered("Somebody else", "1204")).await;
    again.problem(409, "external-identifier-taken");
    world.b.admin.post("/v1/clients", numbered("Of another organisation", "1204")).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_conditional_create_returns_the_existing_client(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let path = "/v1/clients?ifExists=return";
    let first = world.a.admin.post(path, numbered("Zoë", "1204")).await.expect(201);
    let second = world.a.admin.post(path, numbered("Zoe", "1204")).await.expect(200);
    assert_eq!(second.json(), first.json(), "unchanged");
    assert_eq!(second.etag(), first.etag());
    world.b.admin.post(path, numbered("Zoë", "1204")).await.expect(201);
    world.a.admin.post("/v1/clients?ifExists=maybe", numbered("Zoë", "1")).await.problem(400, "invalid-request");
    world.a.admin.post("/v1/clients?ifexists=return", numbered("Zoë", "1")).await.problem(400, "invalid-request");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_list_is_paged(db: Db) {
    let (_app, world) = App::with_world(db).await;
    for number in 0..7 {
        created(&world.a.admin, &format!("Client {number}")).await;
    }
    let first = world.a.admin.get("/v1/clients?limit=4").await.expect(200);
    assert_eq!(first["items"].as_array().unwrap().len(), 4);
    let next = first["next"].as_str().unwrap();
    assert_eq!(first.header("link"), format!("<{next}>; rel=\"next\""));
    let all = world.a.admin.all("/v1/clients?limit=4").await;
    let mut ids: Vec<_> = all.iter().map(|client| client["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 10, "three of the world and seven");
    assert!(ids.is_sorted());
    ids.dedup();
    assert_eq!(ids.len(), 10, "none twice");
    let last = world.a.admin.get("/v1/clients?limit=10").await.expect(200);
    assert_eq!(last["next"], Value::Null);
    assert_eq!(last.header("link"), "");
}

#[apply(both_databases)]
#[case("limit=0", "/limit too-small")]
#[case("limit=201", "/limit too-large")]
#[case("limit=-1", "/limit too-small")]
#[case("limit=x", "/limit type")]
#[case("cursor=x", "/cursor format")]
#[case("page=2", "/page unknown-member")]
#[tokio::test]
async fn a_list_refuses_invalid_parameters(db: Db, #[case] query: &str, #[case] error: &str) {
    let (_app, world) = App::with_world(db).await;
    let answer = world.a.admin.get(&format!("/v1/clients?{query}")).await.problem(400, "invalid-request");
    assert_eq!(answer.errors(), [error]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_search_ignores_case_and_accents_and_takes_wildcards_literally(db: Db) {
    let (_app, world) = App::with_world(db).await;
    for name in ["Zoë van Díjk", "100% Jansen", "Under_score", "Back\\slash"] {
        created(&world.a.admin, name).await;
    }
    let by_name = async |name: &str| found(&world.a.admin, json!({ "name": name })).await;
    assert_eq!(by_name("ZOE").await, ["Zoë van Díjk"]);
    assert_eq!(by_name("dïjk").await, ["Zoë van Díjk"]);
    assert_eq!(by_name("%").await, ["100% Jansen"]);
    assert_eq!(by_name("_").await, ["Under_score"]);
    assert_eq!(by_name("\\").await, ["Back\\slash"]);
    assert!(by_name("0_ J").await.is_empty());
    assert!(by_name("' or 1=1 --").await.is_empty());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_search_by_number_is_exact_and_both_must_match(db: Db) {
    let (_app, world) = App::with_world(db).await;
    world.a.admin.post("/v1/clients", numbered("Zoë", "1204")).await.expect(201);
    let number = |value: &str| json!({ "system": SYSTEM, "value": value });
    let search = async |body| found(&world.a.admin, body).await;
    assert_eq!(search(json!({ "externalIdentifier": number("1204") })).await, ["Zoë"]);
    assert!(search(json!({ "externalIdentifier": number("120") })).await.is_empty());
    assert_eq!(search(json!({ "name": "zo", "externalIdentifier": number("1204") })).await, ["Zoë"]);
    assert!(search(json!({ "name": "x", "externalIdentifier": number("1204") })).await.is_empty());
    assert!(found(&world.b.admin, json!({ "externalIdentifier": number("1204") })).await.is_empty());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_search_is_paged(db: Db) {
    let (_app, world) = App::with_world(db).await;
    for number in 0..3 {
        created(&world.a.admin, &format!("Jansen {number}")).await;
    }
    let body = json!({ "name": "jansen" });
    let first = world.a.admin.post("/v1/clients/search?limit=2", body.clone()).await.expect(200);
    let rest = world.a.admin.post(first["next"].as_str().unwrap(), body).await.expect(200);
    assert_eq!(rest["items"].as_array().unwrap().len(), 1);
    assert_eq!(rest["next"], Value::Null);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_coach_lists_their_caseload_and_a_client_their_record(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    let listed = async |actor: &Actor| actor.all("/v1/clients").await.len();
    assert_eq!(listed(&a.admin).await, 3);
    assert_eq!(listed(&a.coach).await, 1);
    assert_eq!(listed(&a.other_coach).await, 0);
    assert_eq!(found(&a.coach, json!({})).await.len(), 1);
    a.coach.get(&format!("/v1/clients/{}", a.client_id)).await.expect(200);
    a.coach.get(&format!("/v1/clients/{}", a.lone_client_id)).await.problem(404, "not-found");
    a.client.get(&format!("/v1/clients/{}", a.client_id)).await.expect(200);
    a.client.get(&format!("/v1/clients/{}", a.other_client_id)).await.problem(404, "not-found");
    a.client.get("/v1/clients").await.problem(403, "forbidden");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_unchanged_client_is_304(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let path = format!("/v1/clients/{}", world.a.client_id);
    let tag = world.a.admin.get(&path).await.expect(200).etag();
    let known = world.a.admin.with("if-none-match", &tag).get(&path).await.expect(304);
    assert!(known.bytes.is_empty());
    assert_eq!(known.etag(), tag);
    world.a.admin.patch(&path, &tag, json!({ "name": "Anders" })).await.expect(200);
    world.a.admin.with("if-none-match", &tag).get(&path).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_merge_patch_changes_named_members_and_null_clears_them(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let mut body = numbered("Zoë", "1");
    body["dateOfBirth"] = "1974-05-03".into();
    let created = admin.post("/v1/clients", body).await.expect(201);
    let path = created.location();
    let renamed = admin.patch(&path, &created.etag(), json!({ "name": "Zoe" })).await.expect(200);
    assert_eq!((&renamed["name"], &renamed["dateOfBirth"]), (&json!("Zoe"), &json!("1974-05-03")));
    assert_eq!(renamed["externalIdentifiers"][0]["value"], "1");
    assert_ne!(renamed.etag(), created.etag());
    let born = admin.patch(&path, &renamed.etag(), json!({ "dateOfBirth": null })).await.expect(200);
    assert_eq!((&born["name"], &born["dateOfBirth"]), (&json!("Zoe"), &Value::Null));
    let none = admin.patch(&path, &born.etag(), json!({ "externalIdentifiers": [] })).await.expect(200);
    assert_eq!(none["externalIdentifiers"], json!([]));
    assert_eq!(admin.get(&path).await.expect(200).json(), none.json());
    let nameless = admin.patch(&path, &none.etag(), json!({ "name": null })).await.problem(400, "invalid-request");
    assert_eq!(nameless.errors(), ["/name type"]);
    let merge = admin.with("content-type", "application/merge-patch+json");
    merge.patch(&path, &none.etag(), json!({ "name": "Zoë" })).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_change_needs_the_current_version(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let path = created(admin, "Zoë").await;
    let tag = admin.get(&path).await.expect(200).etag();
    let change = json!({ "name": "Zoe" });
    let bare = admin.send(reqwest::Method::PATCH, &path, Some(change.clone())).await;
    bare.problem(428, "precondition-required");
    admin.send(reqwest::Method::DELETE, &path, None).await.problem(428, "precondition-required");
    let changed = admin.patch(&path, &tag, change.clone()).await.expect(200);
    let stale = admin.patch(&path, &tag, change.clone()).await.problem(412, "stale");
    assert_eq!(stale.etag(), changed.etag(), "the version to read again");
    admin.delete(&path, &tag).await.problem(412, "stale");
    admin.patch(&path, &format!("W/{tag}"), change.clone()).await.problem(412, "stale");
    // As a compressing proxy sends it.
    admin.patch(&path, &format!("W/{}", changed.etag()), change.clone()).await.expect(200);
    admin.patch(&path, "\"nonsense\"", change.clone()).await.problem(412, "stale");
    admin.patch(&path, "*", change).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn of_two_concurrent_changes_one_is_refused(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let path = created(admin, "Zoë").await;
    let tag = admin.get(&path).await.expect(200).etag();
    let change = |name: &str| json!({ "name": name });
    let (one, other) = tokio::join!(admin.patch(&path, &tag, change("One")), admin.patch(&path, &tag, change("Other")));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}

#[apply(both_databases)]
#[tokio::test]
async fn deleting_a_client_deletes_all_their_data(db: Db) {
    let (app, world) = App::with_world(db).await;
    let path = format!("/v1/clients/{}", world.a.client_id);
    world.a.coach.delete(&path, "*").await.problem(403, "forbidden");
    world.a.admin.delete(&path, "*").await.problem(409, "client-has-record");
    app.erase(&world.a, world.a.client_id).await;
    world.a.admin.get(&path).await.problem(404, "not-found");
    world.a.admin.delete(&path, "*").await.problem(404, "not-found");
    assert!(world.a.coach.all("/v1/clients").await.is_empty());
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_of_a_body_is_reported_at_once(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let body = json!({
        "name": "x".repeat(201),
        "dateOfBirth": "3 mei 1974",
        "externalIdentifiers": [{ "system": 1 }],
        "organisationId": world.b.id,
    });
    let answer = world.a.admin.post("/v1/clients", body).await.problem(400, "invalid-request");
    let expected = [
        "/dateOfBirth format",
        "/externalIdentifiers/0/system type",
        "/externalIdentifiers/0/value required",
        "/name too-long",
        "/organisationId unknown-member",
    ];
    assert_eq!(answer.errors(), expected);
}

#[apply(both_databases)]
#[case(json!({}), "/name required")]
#[case(json!([]), " type")]
#[case(json!({ "name": "  " }), "/name blank")]
#[case(json!({ "name": "a\u{0}b" }), "/name format")]
#[case(json!({ "name": "x".repeat(201) }), "/name too-long")]
#[case(json!({ "name": "x", "dateOfBirth": "2023-02-29" }), "/dateOfBirth format")]
#[case(json!({ "name": "x", "externalIdentifiers": [
    { "system": "s", "value": "1" }, { "system": "s", "value": "1" }] }), "/externalIdentifiers/1 duplicate")]
#[tokio::test]
async fn an_invalid_body_is_refused_with_pointers(db: Db, #[case] body: Value, #[case] error: &str) {
    let (_app, world) = App::with_world(db).await;
    let answer = world.a.admin.post("/v1/clients", body).await.problem(400, "invalid-request");
    assert_eq!(answer.errors(), [error]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_repeat_with_the_same_key_gets_the_same_response(db: Db) {
    let (app, world) = App::with_world(db).await;
    let admin = world.a.admin.with("idempotency-key", "one");
    let first = admin.post("/v1/clients", numbered("Zoë", "1204")).await.expect(201);
    let again = admin.post("/v1/clients", numbered("Zoë", "1204")).await.expect(201);
    assert_eq!(again.bytes, first.bytes);
    assert_eq!((again.etag(), again.location()), (first.etag(), first.location()));
    let other = admin.post("/v1/clients", numbered("Zoë", "1205")).await;
    other.problem(422, "idempotency-key-reused");
    let theirs = world.b.admin.with("idempotency-key", "one").post("/v1/clients", numbered("Zoë", "1204")).await;
    assert_ne!(theirs.expect(201).id(), first.id(), "a key is the user's own");
    app.clock.advance(chrono::TimeDelta::hours(25));
    let late = admin.bearer(&app.token(world.a.admin.session, world.a.admin.user));
    late.post("/v1/clients", numbered("Zoë", "1204")).await.problem(401, "not-authenticated");
}

#[apply(both_databases)]
#[tokio::test]
async fn after_a_day_a_key_is_free_and_its_stored_response_deleted(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (admin, body) = (&world.a.admin, json!({ "name": "Zoë" }));
    let first = admin.with("idempotency-key", "one").post("/v1/clients", body.clone()).await.expect(201);
    admin.with("idempotency-key", "two").post("/v1/clients", body.clone()).await.expect(201);
    world.b.admin.with("idempotency-key", "one").post("/v1/clients", body.clone()).await.expect(201);
    // Beside these the world begins with one of each administrator.
    assert_eq!(count(&app.raw, "idempotency").await, 5);
    app.clock.advance(chrono::TimeDelta::hours(25));
    let late = app.log_in(admin.user, Some(world.a.id)).await.with("idempotency-key", "one");
    let new = late.post("/v1/clients", body.clone()).await.expect(201);
    assert_ne!(new.id(), first.id());
    assert_eq!(count(&app.raw, "idempotency").await, 3, "of the user's the new one, and another's two");
    assert_eq!(late.post("/v1/clients", body).await.expect(201).id(), new.id());
}

#[apply(both_databases)]
#[tokio::test]
async fn two_concurrent_requests_with_one_key_create_one_client(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = world.a.admin.with("idempotency-key", "one");
    let create = || admin.post("/v1/clients", json!({ "name": "Zoë" }));
    let (one, other) = tokio::join!(create(), create());
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert!(matches!(statuses, [201, 201 | 409]), "{statuses:?}");
    assert_eq!(found(&world.a.admin, json!({ "name": "zoe" })).await.len(), 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_failed_request_leaves_its_key_free(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let taken = world.a.admin.post("/v1/clients", numbered("First", "1")).await.expect(201);
    let admin = world.a.admin.with("idempotency-key", "one");
    admin.post("/v1/clients", numbered("Second", "1")).await.problem(409, "external-identifier-taken");
    world.a.admin.delete(&taken.location(), "*").await.expect(204);
    admin.post("/v1/clients", numbered("Second", "1")).await.expect(201);
}

/// Deleted rows are overwritten in the file: an erased client cannot be read from its free pages.
#[tokio::test]
async fn no_data_of_a_deleted_client_stays_in_the_file() {
    let (app, world) = App::with_world(Db::Sqlite).await;
    let url = app.kept.url();
    let file = url.trim_start_matches("sqlite://").split('?').next().unwrap().to_owned();
    let contains = |bytes: &[u8]| std::fs::read(&file).unwrap().windows(bytes.len()).any(|part| part == bytes);
    let client = world.a.admin.post("/v1/clients", json!({ "name": "Wilhelmina Onvindbaar" })).await.expect(201);
    let id: uuid::Uuid = client.id().parse().unwrap();
    let row = app.raw.query("select sealed from client where id = $1", &[id.into()]).await.unwrap().remove(0);
    let sealed: Vec<u8> = row.get("sealed").unwrap();
    app.raw.run("pragma wal_checkpoint(truncate)").await.unwrap();
    assert!(contains(&sealed) && !contains(b"Wilhelmina Onvindbaar"));
    world.a.admin.delete(&client.location(), &client.etag()).await.expect(204);
    app.raw.run("pragma wal_checkpoint(truncate)").await.unwrap();
    assert!(!contains(&sealed));
}
