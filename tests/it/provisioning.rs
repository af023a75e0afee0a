//! `/scim/v2`: members managed by an identity provider.

use crate::support::{Answer, App, Client, Db, World, both_databases, id};
use reqwest::Method;
use rstest_reuse::apply;
use scim_v2::models::errors::ScimHttpError;
use scim_v2::models::others::ListResponse;
use scim_v2::models::user::User;
use scim_v2::{Context, Valid, Validate};
use serde_json::{Value, json};

const USERS: &str = "/scim/v2/Users";
const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const PASSWORD: &str = "een lange zin is sterk";

/// The identity provider of organisation A, with a token that may do this.
async fn provider(app: &App, world: &World, scopes: Value) -> Client {
    let body = json!({ "name": "Entra ID", "scopes": scopes });
    let integration = world.a.admin.post("/v1/integrations", body).await.expect(201);
    let issued = world.a.admin.post(&format!("{}/tokens", integration.location()), json!({})).await.expect(201);
    let client = app.anonymous().with("content-type", "application/scim+json");
    client.bearer(issued["secret"].as_str().unwrap())
}

async fn of_coaches(app: &App, world: &World) -> Client {
    provider(app, world, json!(["members.write"])).await
}

fn jan() -> Value {
    json!({ "schemas": [USER], "userName": "Jan@elders.test", "externalId": "e-1", "active": true })
}

async fn patch(by: &Client, path: &str, operations: Value) -> Answer {
    let body = json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations });
    by.send(Method::PATCH, path, Some(body)).await
}

fn path(user: &Answer) -> String {
    format!("{USERS}/{}", user["id"].as_str().unwrap())
}

/// A user as the standard wants it in a response.
#[track_caller]
fn user(answer: Answer, status: u16) -> Answer {
    let answer = answer.expect(status);
    assert_eq!(answer.header("content-type"), "application/scim+json");
    let user: User<String> = serde_json::from_value(answer.json()).unwrap();
    Valid::new(user, Context::Response).unwrap();
    assert_eq!(answer["meta"]["version"], answer.etag());
    answer
}

#[track_caller]
fn refused(answer: &Answer, status: u16, kind: Value) {
    assert_eq!((answer.status.as_u16(), &answer["scimType"]), (status, &kind), "{}", answer.text());
    assert_eq!(answer.header("content-type"), "application/scim+json");
    let error: ScimHttpError = serde_json::from_value(answer.json()).unwrap();
    error.validate().unwrap();
    assert!(error.detail.is_some_and(|detail| !detail.is_empty()));
}

/// The invitation of this address, as an administrator sees it.
async fn invitation(world: &World, email: &str) -> Option<Value> {
    world.a.admin.all("/v1/invitations").await.into_iter().find(|invitation| invitation["email"] == email)
}

/// The holder of the address accepts; returns the log-in.
async fn accept(app: &App, world: &World, email: &str) -> Client {
    // Without mail, an administrator delivers it by hand and becomes its inviter.
    let id = invitation(world, email).await.unwrap()["id"].as_str().unwrap().to_owned();
    let delivered = world.a.admin.post(&format!("/v1/invitations/{id}/deliveries"), Value::Null).await.expect(201);
    let body = json!({ "secret": delivered["secret"], "name": "Jan", "password": PASSWORD });
    let accepted = app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
    app.log_in(accepted["userId"].as_str().unwrap().parse().unwrap(), Some(world.a.id)).await
}

#[apply(both_databases)]
#[tokio::test]
async fn a_user_is_created_read_replaced_changed_and_deleted(db: Db) {
    let (app, world) = App::with_world(db).await;
    let entra = of_coaches(&app, &world).await;
    let created = user(entra.post(USERS, jan()).await, 201);
    assert_eq!(created.header("location"), created["meta"]["location"].as_str().unwrap());
    let shown = user(entra.get(&path(&created)).await, 200);
    assert_eq!(shown.json(), created.json());
    let invited = invitation(&world, "jan@elders.test").await.unwrap();
    assert_eq!((&invited["roles"], &invited["invitedBy"]["name"]), (&json!(["coach"]), &json!("Entra ID")));
    let mut body = jan();
    body["name"] = json!({ "givenName": "Jan", "familyName": "Bos" });
    body["title"] = json!("not kept");
    let replaced = user(entra.put(&path(&created), &created.etag(), body.clone()).await, 200);
    assert_eq!((&replaced["name"], &replaced["title"]), (&body["name"], &Value::Null));
    refused(&entra.put(&path(&created), &created.etag(), body).await, 412, Value::Null);
    let changed =
        patch(&entra, &path(&created), json!([{ "op": "replace", "path": "displayName", "value": "J" }])).await;
    assert_eq!(user(changed, 200)["displayName"], "J");
    let list: ListResponse<User> = serde_json::from_value(entra.get(USERS).await.expect(200).json()).unwrap();
    list.validate().unwrap();
    entra.send(Method::DELETE, &path(&created), None).await.expect(204);
    refused(&entra.get(&path(&created)).await, 404, Value::Null);
    assert_eq!(invitation(&world, "jan@elders.test").await, None, "withdrawn");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_holder_of_the_address_accepts_and_then_is_the_member(db: Db) {
    let (app, world) = App::with_world(db).await;
    let entra = of_coaches(&app, &world).await;
    let created = user(entra.post(USERS, jan()).await, 201);
    let jan = accept(&app, &world, "jan@elders.test").await;
    jan.get("/v1/caseload").await.expect(200);
    // Entra ends it at once, in its own spelling, and gives it back.
    let off = json!([{ "op": "Replace", "path": "active", "value": "False" }]);
    assert_eq!(user(patch(&entra, &path(&created), off).await, 200)["active"], false);
    jan.get("/v1/caseload").await.problem(403, "no-organisation");
    jan.get("/v1/clients").await.problem(403, "no-organisation");
    let on = json!([{ "op": "Add", "value": { "active": "True" } }]);
    assert_eq!(user(patch(&entra, &path(&created), on).await, 200)["active"], true);
    jan.get("/v1/caseload").await.expect(200);
    // A name and an address are of the record, never of the account.
    let said = json!([{ "op": "replace", "value": { "userName": "piet@elders.test", "displayName": "Piet" } }]);
    user(patch(&entra, &path(&created), said).await, 200);
    let me = jan.get("/v1/me").await.expect(200);
    assert_eq!((&me["email"], &me["name"]), (&json!("jan@elders.test"), &json!("Jan")));
    entra.send(Method::DELETE, &path(&created), None).await.expect(204);
    jan.get("/v1/caseload").await.problem(403, "no-organisation");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_suspended_coach_keeps_their_caseload_and_a_deleted_one_does_not(db: Db) {
    let (app, world) = App::with_world(db).await;
    let entra = of_coaches(&app, &world).await;
    let body = json!({ "schemas": [USER], "userName": "coach@a.test" });
    let linked = user(entra.post(USERS, body).await, 201);
    assert_eq!(invitation(&world, "coach@a.test").await, None, "a member is linked, not invited");
    let client = format!("/v1/clients/{}", world.a.client_id);
    let assignment = format!("/v1/assignments/{}", world.a.assignment_id);
    let active = |active: bool| json!([{ "op": "replace", "path": "active", "value": active }]);
    user(patch(&entra, &path(&linked), active(false)).await, 200);
    world.a.coach.get(&client).await.problem(403, "no-organisation");
    assert!(world.a.admin.get(&assignment).await.expect(200)["endsAt"].is_null());
    user(patch(&entra, &path(&linked), active(true)).await, 200);
    world.a.coach.get(&client).await.expect(200);
    user(patch(&entra, &path(&linked), active(false)).await, 200);
    entra.send(Method::DELETE, &path(&linked), None).await.expect(204);
    assert!(!world.a.admin.get(&assignment).await.expect(200)["endsAt"].is_null());
    world.a.coach.get(&client).await.problem(403, "no-organisation");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_account_elsewhere_is_not_touched(db: Db) {
    let (app, world) = App::with_world(db).await;
    let entra = of_coaches(&app, &world).await;
    let body = json!({ "schemas": [USER], "userName": "coach@b.test", "displayName": "Kwaad" });
    let created = user(entra.post(USERS, body).await, 201);
    let b = &world.b.coach;
    let me = b.get("/v1/me").await.expect(200);
    assert_eq!((&me["name"], &me["memberships"].as_array().map(Vec::len)), (&json!("coach"), &Some(1)));
    b.get("/v1/caseload").await.expect(200);
    // It is invited, as an administrator would: only the password of the account accepts (`invitations.rs`).
    assert_eq!(invitation(&world, "coach@b.test").await.unwrap()["acceptedAt"], Value::Null);
    entra.send(Method::DELETE, &path(&created), None).await.expect(204);
    b.get("/v1/caseload").await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_role_of_administrator_is_given_only_if_the_organisation_allows_it(db: Db) {
    let (app, world) = App::with_world(db).await;
    let entra = of_coaches(&app, &world).await;
    let roles = |role: &str| json!([{ "value": role, "primary": "True", "type": "WindowsAzureActiveDirectoryRole" }]);
    let with = |name: &str, role: &str| json!({ "schemas": [USER], "userName": name, "roles": roles(role) });
    refused(&entra.post(USERS, with("baas@elders.test", "admin")).await, 403, Value::Null);
    refused(&entra.post(USERS, with("baas@elders.test", "owner")).await, 400, json!("invalidValue"));
    let linked = user(entra.post(USERS, with("coach@a.test", "coach")).await, 201);
    let up = json!([{ "op": "replace", "path": "roles[primary eq \"True\"].value", "value": "admin" }]);
    refused(&patch(&entra, &path(&linked), up.clone()).await, 403, Value::Null);
    world.a.coach.get("/v1/members").await.problem(403, "forbidden");
    assert_eq!(invitation(&world, "baas@elders.test").await, None);
    let trusted = provider(&app, &world, json!(["members.write", "members.grant-admin"])).await;
    let changed = user(patch(&trusted, &path(&linked), up).await, 200);
    assert_eq!(changed["roles"], json!([{ "value": "admin" }]));
    world.a.coach.get("/v1/members").await.expect(200);
    user(trusted.post(USERS, with("baas@elders.test", "Admin")).await, 201);
    assert_eq!(invitation(&world, "baas@elders.test").await.unwrap()["roles"], json!(["admin"]));
}

#[apply(both_databases)]
#[tokio::test]
async fn the_last_administrator_stays(db: Db) {
    let (app, world) = App::with_world(db).await;
    let entra = of_coaches(&app, &world).await;
    let body = json!({ "schemas": [USER], "userName": "admin@a.test" });
    let linked = user(entra.post(USERS, body).await, 201);
    world.a.admin.get("/v1/members").await.expect(200);
    let off = json!([{ "op": "replace", "path": "active", "value": false }]);
    refused(&patch(&entra, &path(&linked), off).await, 409, Value::Null);
    refused(&entra.send(Method::DELETE, &path(&linked), None).await, 409, Value::Null);
    world.a.admin.get("/v1/members").await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn users_are_found_by_name_and_id_page_by_page(db: Db) {
    let (app, world) = App::with_world(db).await;
    let entra = of_coaches(&app, &world).await;
    for number in 1..=5 {
        let body = json!({
            "schemas": [USER], "userName": format!("N{number}@elders.test"), "externalId": format!("x{number}"),
            "active": number % 2 == 0,
        });
        user(entra.post(USERS, body).await, 201);
    }
    let found = async |query: &str| {
        let answer = entra.get(&format!("{USERS}?{query}")).await.expect(200);
        let list: ListResponse<User> = serde_json::from_value(answer.json()).unwrap();
        list.validate().unwrap();
        (list.total_results, list.resources.into_iter().map(|user| user.user_name).collect::<Vec<_>>())
    };
    assert_eq!(found("filter=userName%20eq%20%22n3@ELDERS.test%22").await, (1, vec!["N3@elders.test".to_owned()]));
    assert_eq!(found("filter=externalId%20eq%20%22x2%22%20and%20active%20eq%20true").await.0, 1);
    assert_eq!(found("filter=externalId%20eq%20%22x2%22%20and%20active%20eq%20false").await, (0, vec![]));
    assert_eq!(found("filter=active%20eq%20%22True%22&count=1&startIndex=2").await, (2, vec!["N4@elders.test".into()]));
    let two = found("startIndex=3&count=2").await;
    assert!(two.0 >= 5 && two.1.len() == 2 && two.1.iter().all(|name| name.starts_with('N')), "{two:?}");
    assert_eq!(found("count=0").await.1.len(), 0);
    assert_eq!(found("startIndex=1000").await.1.len(), 0);
    let search = json!({ "filter": "userName eq \"n3@elders.test\"", "attributes": ["externalId"] });
    for path in ["/scim/v2/.search", "/scim/v2/Users/.search"] {
        let searched = entra.post(path, search.clone()).await.expect(200);
        assert_eq!((&searched["totalResults"], &searched["Resources"][0]["externalId"]), (&json!(1), &json!("x3")));
    }
    let chosen = entra.get(&format!("{USERS}?attributes=externalId&count=1")).await.expect(200);
    assert!(chosen["Resources"][0].get("userName").is_none(), "{}", chosen.text());
    for filter in
        ["userName%20co%20%22n%22", "userName", "title%20eq%20%22x%22", "active%20eq%20true%20or%20active%20eq%20false"]
    {
        refused(&entra.get(&format!("{USERS}?filter={filter}")).await, 400, json!("invalidFilter"));
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_has_its_kind_in_the_form_of_the_standard(db: Db) {
    let (app, world) = App::with_world(db).await;
    let entra = of_coaches(&app, &world).await;
    let created = user(entra.post(USERS, jan()).await, 201);
    let mut again = jan();
    again["userName"] = json!("JAN@ELDERS.TEST");
    refused(&entra.post(USERS, again).await, 409, json!("uniqueness"));
    let other = user(entra.post(USERS, json!({ "schemas": [USER], "userName": "piet@elders.test" })).await, 201);
    let taken = json!([{ "op": "replace", "path": "userName", "value": "jan@elders.test" }]);
    refused(&patch(&entra, &path(&other), taken).await, 409, json!("uniqueness"));
    for (body, kind) in [
        (json!({ "userName": "x@elders.test" }), "invalidSyntax"),
        (json!({ "schemas": [USER] }), "invalidValue"),
        (json!({ "schemas": [USER], "userName": "no address" }), "invalidValue"),
        (json!({ "schemas": [USER], "userName": "x".repeat(201) }), "invalidValue"),
        (json!({ "schemas": [USER], "userName": 7 }), "invalidValue"),
        (json!({ "schemas": [USER], "userName": "x@y.test", "emails": [{ "value": "nothing" }] }), "invalidValue"),
        (json!({ "schemas": [USER], "userName": "x@y.test", "USERNAME": "z@y.test" }), "invalidSyntax"),
        (json!([]), "invalidSyntax"),
    ] {
        refused(&entra.post(USERS, body).await, 400, json!(kind));
    }
    refused(&entra.raw(Method::POST, USERS, "{").await, 400, json!("invalidSyntax"));
    refused(&entra.with("content-type", "text/plain").raw(Method::POST, USERS, "{}").await, 415, Value::Null);
    refused(&entra.raw(Method::POST, USERS, "x".repeat(100_000)).await, 413, Value::Null);
    let bad = json!([{ "op": "replace", "path": "shoeSize", "value": 1 }]);
    refused(&patch(&entra, &path(&created), bad).await, 400, json!("invalidPath"));
    refused(&patch(&entra, &path(&created), json!([{ "op": "remove" }])).await, 400, json!("noTarget"));
    for unknown in [format!("{USERS}/{}", id()), format!("{USERS}/jan"), "/scim/v2/Groups".to_owned()] {
        refused(&entra.get(&unknown).await, 404, Value::Null);
    }
    refused(&entra.send(Method::DELETE, "/scim/v2/Schemas", None).await, 405, Value::Null);
    refused(&entra.send(Method::POST, "/scim/v2/Bulk", Some(json!({}))).await, 501, Value::Null);
    let usual = entra.with("content-type", "application/json");
    user(usual.post(USERS, json!({ "schemas": [USER], "userName": "usual@elders.test" })).await, 201);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_an_integration_of_the_organisation_with_the_scope_manages_members(db: Db) {
    let (app, world) = App::with_world(db).await;
    let entra = of_coaches(&app, &world).await;
    let created = user(entra.post(USERS, jan()).await, 201);
    refused(&app.anonymous().get(USERS).await, 401, Value::Null);
    refused(&app.anonymous().bearer(&"x".repeat(43)).get(USERS).await, 401, Value::Null);
    for person in [&world.a.admin, &world.a.coach, &world.a.client] {
        refused(&person.get(USERS).await, 403, Value::Null);
        refused(&person.get(&path(&created)).await, 404, Value::Null);
        refused(&person.post(USERS, jan()).await, 403, Value::Null);
    }
    // The client record system has other scopes.
    refused(&world.a.integration.post(USERS, jan()).await, 403, Value::Null);
    let own = world.a.ids["integrationId"];
    let scopes = json!({ "scopes": ["members.write"] });
    world.a.admin.patch(&format!("/v1/integrations/{own}"), "*", scopes.clone()).await.expect(200);
    user(world.a.integration.get(&path(&created)).await, 200);
    // Another organisation's integration does not know it.
    let other = world.b.ids["integrationId"];
    world.b.admin.patch(&format!("/v1/integrations/{other}"), "*", scopes).await.expect(200);
    let b = &world.b.integration;
    refused(&b.get(&path(&created)).await, 404, Value::Null);
    refused(&b.put(&path(&created), "*", jan()).await, 404, Value::Null);
    refused(&patch(b, &path(&created), json!([{ "op": "remove", "path": "name" }])).await, 404, Value::Null);
    refused(&b.send(Method::DELETE, &path(&created), None).await, 404, Value::Null);
    let listed = b.get(&format!("{USERS}?filter=userName%20eq%20%22jan@elders.test%22")).await.expect(200);
    assert_eq!(listed["totalResults"], 0);
    user(b.post(USERS, jan()).await, 201);
    // The token opens nothing else.
    entra.get("/v1/clients").await.problem(401, "not-authenticated");
    entra.get("/v1/members").await.problem(401, "not-authenticated");
}
