//! `/v1/clients/{clientId}/overview`: a client's page in one response.

use crate::support::{App, Client, Db, both_databases, id};
use chrono::Days;
use domain::TimeZone;
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::{Value, json};

async fn map(by: &Client, client: &str, private: bool) -> String {
    let body = json!({ "theme": "dementie", "private": private });
    by.post(&format!("{client}/maps"), body).await.expect(201).location()
}

async fn agree(by: &Client, map: &str, agreement: Value) -> String {
    by.post(&format!("{map}/agreements"), agreement).await.expect(201).id()
}

fn ids(items: &Value) -> Vec<String> {
    items.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_clients_page_is_one_response(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, coach) = (format!("/v1/clients/{}", world.a.client_id), &world.a.coach);
    let today = TimeZone::AMSTERDAM.day(app.clock.now());
    let first = map(coach, &client, false).await;
    let second = map(&world.a.client, &client, false).await;
    let anna = coach.post(&format!("{first}/supporters"), json!({ "person": { "alias": "Anna" } })).await.expect(201);
    let card = coach.post(&format!("{first}/cards"), json!({})).await.expect(201);
    let someday = agree(coach, &first, json!({ "text": "Ooit", "status": "planned" })).await;
    let late = json!({ "text": "Bellen", "status": "asked", "dueOn": today - Days::new(1), "supporterId": anna.id() });
    let late = agree(coach, &first, late).await;
    let soon = agree(coach, &second, json!({ "text": "Koken", "status": "accepted", "dueOn": today })).await;
    agree(coach, &second, json!({ "text": "Klaar", "status": "done" })).await;

    let overview = coach.get(&format!("{client}/overview")).await.expect(200);
    assert_eq!(overview["client"], coach.get(&client).await.expect(200).json());
    assert_eq!(overview["clientEtag"], json!(coach.get(&client).await.expect(200).etag()));
    let maps = &overview["maps"];
    assert_eq!(maps.as_array().unwrap().len(), 2);
    // The one last worked on comes first.
    assert!(second.ends_with(maps[0]["id"].as_str().unwrap()));
    let shown = coach.get(&first).await.expect(200);
    for member in ["id", "clientId", "theme", "private", "reviewOn", "createdAt", "updatedAt", "steps"] {
        assert_eq!(maps[1][member], shown[member], "{member}");
    }
    assert_eq!((&maps[1]["supporters"], &maps[1]["etag"]), (&json!(1), &json!(shown.etag())));
    let me = coach.get("/v1/me").await.expect(200);
    let marijke = json!({ "id": world.a.coach.user, "name": me["name"] });
    assert_eq!(maps[1]["updatedBy"], marijke);
    let last_card = json!({
        "id": card.id(), "mapId": shown["id"], "number": 1, "createdAt": card["createdAt"],
    });
    assert_eq!((&maps[0]["lastCard"], &maps[1]["lastCard"]), (&Value::Null, &last_card));
    let agreements = &overview["agreements"];
    let counts = (&agreements["open"], &agreements["overdue"], &agreements["nextDueOn"]);
    assert_eq!(counts, (&json!(3), &json!(1), &json!(today)));
    assert_eq!(ids(&agreements["items"]), [late.as_str(), &soon, &someday]);
    assert_eq!(agreements["items"][0]["supporter"], json!({ "id": anna.id(), "name": "Anna" }));
    assert_eq!(agreements["items"][1]["supporter"], Value::Null);
    let kept = coach.get(&format!("/v1/agreements/{late}")).await.expect(200);
    assert_eq!(agreements["items"][0]["etag"], json!(kept.etag()));
    let assignment = world.a.admin.get(&format!("/v1/assignments/{}", world.a.assignment_id)).await.expect(200);
    let expected = json!([{
        "coach": marijke, "since": assignment["startsAt"], "until": null, "basis": assignment["basis"],
    }]);
    assert_eq!(overview["coaches"], expected);
    assert_eq!(world.a.client.get(&format!("{client}/overview")).await.expect(200).json(), overview.json());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_coach_sees_no_private_data_in_an_overview(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = format!("/v1/clients/{}", world.a.client_id);
    let overview = format!("{client}/overview");
    map(&world.a.coach, &client, false).await;
    let before = world.a.coach.get(&overview).await.expect(200).json();
    let private = map(&world.a.client, &client, true).await;
    agree(&world.a.client, &private, json!({ "text": "Geheim", "status": "planned", "dueOn": "2020-01-01" })).await;
    world.a.client.post(&format!("{private}/cards"), json!({})).await.expect(201);
    assert_eq!(world.a.coach.get(&overview).await.expect(200).json(), before);
    let own = world.a.client.get(&overview).await.expect(200);
    assert_eq!((ids(&own["maps"]).len(), &own["agreements"]["overdue"]), (2, &json!(1)));
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_and_the_coach_have_an_overview(db: Db) {
    let (app, world) = App::with_world(db).await;
    let overview = format!("/v1/clients/{}/overview", world.a.client_id);
    let unknown = format!("/v1/clients/{}/overview", id());
    app.anonymous().get(&overview).await.problem(401, "not-authenticated");
    world.a.admin.get(&overview).await.problem(403, "forbidden");
    for stranger in [&world.a.other_coach, &world.a.other_client, &world.b.coach, &world.b.client] {
        stranger.get(&overview).await.problem(404, "not-found");
        stranger.get(&unknown).await.problem(404, "not-found");
    }
    world.b.admin.get(&overview).await.problem(403, "forbidden");
    world.operator.get(&overview).await.problem(404, "not-found");
    let malformed = world.a.coach.get("/v1/clients/niemand/overview").await.problem(400, "invalid-request");
    assert_eq!(malformed.errors(), ["/clientId format"]);
}
