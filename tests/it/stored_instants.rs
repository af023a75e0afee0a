//! Instants are the same in every response and on both databases, even if a clock was wrong.

use crate::support::{Actor, App, Client, Db, both_databases};
use chrono::{DateTime, TimeDelta, Utc};
use rstest_reuse::apply;
use serde_json::{Value, json};

#[apply(both_databases)]
#[tokio::test]
async fn a_leap_second_is_stored_as_the_next_second(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (admin, client) = (&world.a.admin, world.a.lone_client_id);
    for (sent, kept) in [
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("2017-01-01T00:59:60.5+01:00", "2017-01-01T00:00:00.500Z"),
        ("2016-12-31T23:59:59.123456789Z", "2016-12-31T23:59:59.123456Z"),
    ] {
        let body = json!({ "coachId": world.a.other_coach.user, "basis": "x", "startsAt": sent, "endsAt": "2017-06-30T12:00:00Z" });
        let made = admin.post(&format!("/v1/clients/{client}/assignments"), body).await.expect(201);
        assert_eq!(made["startsAt"], kept, "{sent}");
        let read = admin.get(&made.location()).await.expect(200);
        assert_eq!(read["startsAt"], kept, "{sent}");
        let listed = admin.all(&format!("/v1/clients/{client}/assignments")).await;
        assert!(listed.iter().any(|one| one["startsAt"] == kept), "{sent}");
    }
    let body = json!({ "coachId": world.a.coach.user, "basis": "x" });
    let open = admin.post(&format!("/v1/clients/{client}/assignments"), body).await.expect(201);
    let ended = admin.patch(&open.location(), "*", json!({ "endsAt": "2998-12-31T23:59:60Z" })).await.expect(200);
    assert_eq!(ended["endsAt"], "2999-01-01T00:00:00Z");
    assert_eq!(admin.get(&open.location()).await.expect(200).json(), ended.json());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_leap_second_in_a_document_is_stored_as_the_next_second(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (client, id) = (&world.a.client, world.a.client_id);
    let mut document = client.get(&format!("/v1/clients/{id}/export")).await.expect(200).json();
    document["cards"] = json!([]);
    document["persons"][0]["createdAt"] = json!("2016-12-31T23:59:60Z");
    document["maps"][0]["reflections"][0]["createdAt"] = json!("2016-12-31T23:59:60.000001Z");
    app.bare().await;
    client.post(&format!("/v1/clients/{id}/import"), document).await.expect(200);
    let export = client.get(&format!("/v1/clients/{id}/export")).await.expect(200);
    assert_eq!(export["persons"][0]["createdAt"], "2017-01-01T00:00:00Z");
    assert_eq!(export["maps"][0]["reflections"][0]["createdAt"], "2017-01-01T00:00:00.000001Z");
}

/// The same user with a new access token.
fn again(app: &App, actor: &Actor) -> Client {
    app.anonymous().bearer(&app.token(actor.session, actor.user))
}

/// Every `updatedAt` of a document that lies before the `createdAt` beside it.
fn out_of_order(value: &Value) -> Vec<Value> {
    let instant = |name: &str| value[name].as_str().map(|text| text.parse::<DateTime<Utc>>().unwrap());
    let mut found: Vec<Value> = match value {
        Value::Object(members) => members.values().flat_map(out_of_order).collect(),
        Value::Array(items) => items.iter().flat_map(out_of_order).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    if value.is_object() && instant("updatedAt") < instant("createdAt") && value.get("updatedAt").is_some() {
        found.push(value.clone());
    }
    found
}

#[apply(both_databases)]
#[tokio::test]
async fn after_a_clock_went_back_no_change_precedes_the_creation(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, id) = (&world.a, world.a.client_id);
    app.clock.advance(-TimeDelta::hours(1));
    let (client, admin) = (again(&app, &a.client), again(&app, &a.admin));
    let on = |kind: &str, id: uuid::Uuid| format!("/v1/{kind}/{id}");
    client.patch(&on("persons", a.open.person), "*", json!({ "note": "x" })).await.expect(200);
    client.patch(&on("supporters", a.open.supporter), "*", json!({ "tension": 1 })).await.expect(200);
    client.patch(&on("ties", a.open.tie), "*", json!({ "strength": 1 })).await.expect(200);
    client.patch(&on("agreements", a.open.agreement), "*", json!({ "text": "x" })).await.expect(200);
    client.patch(&on("reflections", a.open.reflection), "*", json!({ "text": "x" })).await.expect(200);
    let map = on("maps", a.open.map);
    let changed = client.patch(&map, "*", json!({ "theme": "x" })).await.expect(200);
    assert!(out_of_order(&changed.json()).is_empty(), "{}", changed.text());
    client.post(&format!("{map}/supporters"), json!({ "person": { "alias": "Nieuw" } })).await.expect(201);
    client.patch(&on("persons", a.private.person), "*", json!({ "alias": "x" })).await.expect(200);
    client.patch("/v1/me", "*", json!({ "language": "en" })).await.expect(200);
    admin.patch(&on("clients", id), "*", json!({ "name": "x" })).await.expect(200);
    admin
        .patch(&format!("/v1/members/{}", a.coach.member.unwrap()), "*", json!({ "roles": ["coach"] }))
        .await
        .expect(200);
    for path in ["/v1/me".to_owned(), map, on("persons", a.open.person)] {
        let shown = client.get(&path).await.expect(200);
        assert!(out_of_order(&shown.json()).is_empty(), "{path}: {}", shown.text());
    }
    let shown = admin.get(&on("clients", id)).await.expect(200);
    assert!(out_of_order(&shown.json()).is_empty(), "{}", shown.text());
    let path = format!("/v1/clients/{id}/export");
    let export = client.get(&path).await.expect(200).json();
    assert_eq!(out_of_order(&export), Vec::<Value>::new());
    // The service accepts its own export although its clock is behind.
    app.bare().await;
    client.post(&format!("/v1/clients/{id}/import"), export).await.expect(200);
    let after = client.get(&path).await.expect(200).json();
    assert_eq!(out_of_order(&after), Vec::<Value>::new());
    let now = domain::ports::Clock::now(&app.clock);
    let person: DateTime<Utc> = after["persons"][0]["createdAt"].as_str().unwrap().parse().unwrap();
    assert!(person <= now, "nothing that comes in is still to come: {person}");
}
