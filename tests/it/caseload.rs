//! `/v1/caseload`: a coach's clients, each with what is open and what needs attention.

use crate::support::{App, Db, World, both_databases, id, insert};
use chrono::{Days, NaiveDate, TimeDelta};
use domain::TimeZone;
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::{Value, json};
use uuid::Uuid;

/// So many days from today.
fn day(app: &App, days: i64) -> NaiveDate {
    let today = TimeZone::AMSTERDAM.day(app.clock.now());
    if days < 0 { today - Days::new(days.unsigned_abs()) } else { today + Days::new(days.unsigned_abs()) }
}

async fn map(world: &World, private: bool, review_on: Option<NaiveDate>) -> String {
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let body = json!({ "theme": "dementie", "private": private });
    let map = world.a.client.post(&maps, body).await.expect(201);
    if review_on.is_some() {
        let patch = json!({ "reviewOn": review_on });
        world.a.client.patch(&map.location(), &map.etag(), patch).await.expect(200);
    }
    map.location()
}

async fn agree(world: &World, map: &str, status: &str, due_on: Option<NaiveDate>) {
    let body = json!({ "text": "Koken", "status": status, "dueOn": due_on });
    world.a.client.post(&format!("{map}/agreements"), body).await.expect(201);
}

async fn supporter(world: &World, map: &str, supports: Value) {
    let body = json!({ "person": { "alias": "Anna" }, "supports": supports });
    world.a.client.post(&format!("{map}/supporters"), body).await.expect(201);
}

/// Inserts a card directly, made so many minutes ago.
async fn card(app: &App, world: &World, map: &str, number: i64, minutes: i64) -> Uuid {
    let (card, map) = (id(), Uuid::try_parse(map.rsplit('/').next().unwrap()).unwrap());
    let row = vec![
        ("organisation_id", world.a.id.into()),
        ("id", card.into()),
        ("client_id", world.a.client_id.into()),
        ("map_id", map.into()),
        ("number", number.into()),
        ("made_as", "coach".into()),
        ("sealed", Vec::<u8>::new().into()),
        ("content_hash", vec![0_u8; 32].into()),
        ("created_at", (app.clock.now() - TimeDelta::minutes(minutes)).into()),
    ];
    insert(&app.raw, "card", row).await.unwrap();
    card
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_without_a_map_needs_a_card_and_nothing_else(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = format!("/v1/clients/{}", world.a.client_id);
    let identifiers = json!([{ "system": "z", "value": "12" }, { "system": "a", "value": "7" }]);
    let patch = json!({ "externalIdentifiers": identifiers, "dateOfBirth": "1951-02-03" });
    let shown = world.a.admin.patch(&client, "*", patch).await.expect(200);
    assert_eq!(shown["externalIdentifiers"], identifiers);
    let expected = json!([{
        "clientId": world.a.client_id, "name": "Saskia de Wit", "lastCard": null, "nextReviewOn": null,
        "dateOfBirth": shown["dateOfBirth"], "externalIdentifiers": shown["externalIdentifiers"],
        "preferredName": null, "overdueReviewOn": null, "agreements": { "open": 0, "overdue": 0, "nextDueOn": null }, "latestMap": null,
        "attention": ["never-a-card"],
    }]);
    let answer = world.a.coach.get("/v1/caseload").await.expect(200);
    assert_eq!((&answer["items"], &answer["next"]), (&expected, &Value::Null));
    let counts = [
        ("review-overdue", 0),
        ("agreement-overdue", 0),
        ("never-a-card", 1),
        ("uncovered-type", 0),
        ("fragile-type", 0),
    ];
    let counts = counts.map(|(code, clients)| json!({ "code": code, "clients": clients }));
    assert_eq!(answer["facets"], json!({ "clients": 1, "attention": counts }));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_caseload_entry_has_card_dates_agreements_and_thin_support(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let first = map(&world, false, Some(day(&app, 9))).await;
    card(&app, &world, &first, 1, 30).await;
    let last = card(&app, &world, &first, 2, 10).await;
    for (status, days) in [("planned", Some(3)), ("asked", Some(0)), ("accepted", None), ("done", Some(-5))] {
        agree(&world, &first, status, days.map(|days| day(&app, days))).await;
    }
    let second = map(&world, false, Some(day(&app, 2))).await;
    card(&app, &world, &second, 1, 20).await;
    let could = |code: &str, availability: &str| json!({ "supportType": code, "availability": availability });
    supporter(&world, &second, json!([could("emotional", "received-now"), could("practical", "could-ask")])).await;
    supporter(&world, &second, json!([could("emotional", "could-ask"), could("appraisal", "would-not-ask")])).await;
    let needs = json!({ "needs": [
        { "supportType": "emotional", "level": 3 }, { "supportType": "practical", "level": 1 },
        { "supportType": "appraisal", "level": 2 }, { "supportType": "companionship", "level": 0 },
    ] });
    let tag = world.a.client.get(&format!("{second}/needs")).await.expect(200).etag();
    world.a.client.put(&format!("{second}/needs"), &tag, needs).await.expect(200);
    let entry = world.a.coach.get("/v1/caseload").await.expect(200)["items"][0].clone();
    assert_eq!((&entry["lastCard"]["id"], &entry["lastCard"]["number"]), (&json!(last), &json!(2)));
    assert!(first.ends_with(entry["lastCard"]["mapId"].as_str().unwrap()), "the card made last is of the first map");
    assert_eq!((&entry["nextReviewOn"], &entry["overdueReviewOn"]), (&json!(day(&app, 2)), &Value::Null));
    assert_eq!(entry["agreements"], json!({ "open": 3, "overdue": 0, "nextDueOn": day(&app, 0) }));
    let shown = world.a.coach.get(&second).await.expect(200);
    let latest = json!({
        "id": shown["id"], "updatedAt": shown["updatedAt"], "fragile": ["practical"], "uncovered": ["appraisal"],
        "theme": "dementie", "supporters": 2, "steps": shown["steps"],
        "updatedBy": { "id": world.a.client.user, "name": world.a.client.get("/v1/me").await.expect(200)["name"] },
    });
    assert_eq!(entry["latestMap"], latest);
    assert_eq!(entry["attention"], json!(["uncovered-type", "fragile-type"]));

    app.clock.advance(TimeDelta::days(4));
    let coach = app.log_in(world.a.coach.user, Some(world.a.id)).await;
    let entry = coach.get("/v1/caseload").await.expect(200)["items"][0].clone();
    assert_eq!((&entry["nextReviewOn"], &entry["overdueReviewOn"]), (&json!(day(&app, 5)), &json!(day(&app, -2))));
    assert_eq!(entry["agreements"], json!({ "open": 3, "overdue": 2, "nextDueOn": null }));
    assert_eq!(entry["attention"], json!(["review-overdue", "agreement-overdue", "uncovered-type", "fragile-type"]));
}

#[apply(both_databases)]
#[tokio::test]
async fn private_maps_do_not_count_in_the_caseload(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let before = world.a.coach.get("/v1/caseload").await.expect(200).json();
    let private = map(&world, true, Some(day(&app, 1))).await;
    map_with_everything(&app, &world, &private).await;
    assert_eq!(world.a.coach.get("/v1/caseload").await.expect(200).json(), before);
    let tag = world.a.client.get(&private).await.expect(200).etag();
    world.a.client.patch(&private, &tag, json!({ "private": false })).await.expect(200);
    let opened = world.a.coach.get("/v1/caseload").await.expect(200)["items"][0].clone();
    assert_eq!((&opened["agreements"]["open"], &opened["lastCard"]["number"]), (&json!(1), &json!(1)));
    assert_eq!(opened["latestMap"]["uncovered"], json!(["emotional"]));
}

async fn map_with_everything(app: &App, world: &World, map: &str) {
    agree(world, map, "planned", Some(day(app, 1))).await;
    card(app, world, map, 1, 5).await;
    let tag = world.a.client.get(&format!("{map}/needs")).await.expect(200).etag();
    let needs = json!({ "needs": [{ "supportType": "emotional", "level": 3 }] });
    world.a.client.put(&format!("{map}/needs"), &tag, needs).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_last_change_of_a_map_comes_with_its_author(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let map = map(&world, false, None).await;
    let by = async || {
        let entry = world.a.coach.get("/v1/caseload").await.expect(200)["items"][0].clone();
        entry["latestMap"]["updatedBy"]["id"].clone()
    };
    assert_eq!(by().await, json!(world.a.client.user));
    let body = json!({ "person": { "alias": "Anna" } });
    let placed = world.a.coach.post(&format!("{map}/supporters"), body).await.expect(201);
    assert_eq!(by().await, json!(world.a.coach.user));
    let person = format!("/v1/persons/{}", placed["personId"].as_str().unwrap());
    world.a.client.patch(&person, "*", json!({ "alias": "Annie" })).await.expect(200);
    assert_eq!(by().await, json!(world.a.client.user));
    world.a.coach.patch(&placed.location(), "*", json!({ "closeness": "inner" })).await.expect(200);
    assert_eq!(by().await, json!(world.a.coach.user));
    world
        .a
        .client
        .put(&format!("{map}/content"), "*", json!({ "supporters": [], "ties": [], "needs": [] }))
        .await
        .expect(200);
    assert_eq!(by().await, json!(world.a.client.user));
    // A map from before its author was recorded.
    app.raw.run("update map set updated_by = null").await.unwrap();
    assert_eq!(by().await, Value::Null);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_coach_pages_through_their_own_caseload(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let mut expected = vec![world.a.client_id.to_string()];
    for nth in 0..4 {
        let client = world.a.admin.post("/v1/clients", json!({ "name": format!("Cliënt {nth}") })).await.expect(201);
        let body = json!({ "coachId": world.a.coach.user, "basis": "Verwijzing" });
        world.a.admin.post(&format!("{}/assignments", client.location()), body).await.expect(201);
        expected.push(client.id());
    }
    let ids = async |query: &str| {
        let items = world.a.coach.all(&format!("/v1/caseload?limit=2{query}")).await;
        items.iter().map(|item| item["clientId"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids("").await, expected);
    let first = world.a.coach.get("/v1/caseload?limit=2&sort=-name&attention=never-a-card").await.expect(200);
    assert!(
        first["next"].as_str().unwrap().starts_with("/v1/caseload?sort=-name&attention=never-a-card&limit=2&cursor=")
    );
    assert_eq!(first["facets"]["clients"], json!(5));
    // Saskia comes after every Cliënt.
    let (saskia, others) = expected.split_first().unwrap();
    assert_eq!(ids("&sort=name").await, [others, std::slice::from_ref(saskia)].concat());
    let mut backwards = ids("&sort=name&attention=never-a-card&attention=fragile-type").await;
    backwards.reverse();
    assert_eq!(ids("&sort=-name").await, backwards);
    assert!(ids("&attention=fragile-type").await.is_empty());
    assert!(world.a.other_coach.all("/v1/caseload").await.is_empty());
    let of_b = world.b.coach.all("/v1/caseload").await;
    assert_eq!(of_b.len(), 1);
    assert_eq!(of_b[0]["clientId"], json!(world.b.client_id));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_leaves_the_caseload_when_the_assignment_ends(db: Db) {
    let (_app, world) = App::with_world(db).await;
    assert_eq!(world.a.coach.all("/v1/caseload").await.len(), 1);
    world.end_assignment().await;
    assert!(world.a.coach.all("/v1/caseload").await.is_empty());
}

#[apply(both_databases)]
#[tokio::test]
async fn only_a_coach_has_a_caseload(db: Db) {
    let (app, world) = App::with_world(db).await;
    for other in [&world.a.admin, &world.a.client] {
        other.get("/v1/caseload").await.problem(403, "forbidden");
    }
    world.operator.get("/v1/caseload").await.problem(403, "forbidden");
    app.anonymous().get("/v1/caseload").await.problem(401, "not-authenticated");
    let refused =
        world.a.coach.get("/v1/caseload?limit=0&attention=true&sort=id&q=Jan").await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/attention enum", "/limit too-small", "/q unknown-member", "/sort enum"]);
}
