//! `/v1/maps/{mapId}/cards` and `/v1/cards`: immutable versions of a map.

use crate::support::{Answer, App, Client, Db, World, both_databases, count, id};
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::time::Duration;
use uuid::Uuid;

/// A map of the client with something of every kind on it, and what it looks like.
pub(crate) async fn map(world: &World, private: bool) -> Answer {
    let (client, maps) = (&world.a.client, format!("/v1/clients/{}/maps", world.a.client_id));
    let map = client.post(&maps, json!({ "theme": "dementie", "private": private })).await.expect(201);
    let [anna, buur] = [id(), id()];
    let content = json!({
        "reviewOn": "2027-05-01",
        "persons": [
            { "id": anna, "alias": "Anna", "phone": "06 12345678", "note": "Belt liever 's avonds" },
            { "id": buur, "alias": "Buurman" },
        ],
        "supporters": [
            { "id": id(), "personId": anna, "closeness": "inner", "supports": [
                { "supportType": "emotional", "direction": "mutual", "availability": "could-ask" },
            ] },
            { "id": id(), "personId": buur, "closeness": "outer" },
        ],
        "ties": [],
        "needs": [{ "supportType": "practical", "level": 3 }],
    });
    client.put(&format!("{}/content", map.location()), &map.etag(), content).await.expect(200);
    client.get(&map.location()).await.expect(200)
}

fn cards_of(map: &Answer) -> String {
    format!("/v1/maps/{}/cards", map.id())
}

pub(crate) async fn make(by: &Client, map: &Answer) -> Answer {
    by.post(&cards_of(map), json!({})).await.expect(201)
}

#[apply(both_databases)]
#[tokio::test]
async fn a_card_is_the_map_as_it_was(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (coach, client) = (&world.a.coach, &world.a.client);
    let map = map(&world, false).await;
    let card = make(coach, &map).await;
    assert_eq!(card.location(), format!("/v1/cards/{}", card.id()));
    assert_eq!(card["map"], map.json());
    assert_eq!((&card["number"], &card["madeAs"]), (&json!(1), &json!("coach")));
    let name = world.a.coach.get("/v1/me").await.expect(200)["name"].clone();
    assert_eq!(card["madeBy"], json!({ "id": world.a.coach.user, "name": name }));
    let listed = coach.all(&format!("/v1/maps/{}/cards", map.id())).await;
    assert_eq!(listed[0]["madeBy"], card["madeBy"]);
    assert_eq!((&card["mapId"], &card["clientId"]), (&map["id"], &map["clientId"]));
    assert_eq!((&card["reviewOn"], &card["reflections"]), (&json!("2027-05-01"), &Value::Null));
    assert_eq!(card["contentHash"].as_str().unwrap().len(), 64);
    assert_eq!(card["supportTypes"].as_array().unwrap().len(), 5);

    let shown = client.get(&card.location()).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (card.json(), card.etag()));
    client.with("if-none-match", &shown.etag()).get(&card.location()).await.expect(304);
    // Creating a card does not change the map, and changing the map does not change the card.
    assert_eq!(client.get(&format!("/v1/maps/{}", map.id())).await.etag(), map.etag());
    let person = map["persons"][0]["id"].as_str().unwrap();
    client.patch(&format!("/v1/persons/{person}"), "*", json!({ "alias": "Annemarie" })).await.expect(200);
    client.patch(&format!("/v1/maps/{}", map.id()), "*", json!({ "theme": "rouw" })).await.expect(200);
    assert_eq!(client.get(&card.location()).await.expect(200).json(), card.json());

    let second = make(client, &map).await;
    assert_eq!((&second["number"], &second["madeAs"]), (&json!(2), &json!("client")));
    assert_eq!((&second["map"]["theme"], &second["map"]["persons"][0]["alias"]), (&json!("rouw"), &json!("Annemarie")));
    assert_ne!(second["contentHash"], card["contentHash"]);
    assert_ne!(second.etag(), card.etag());
}

#[apply(both_databases)]
#[tokio::test]
async fn the_list_has_the_cards_in_order_without_their_content(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let map = map(&world, false).await;
    let mut made = Vec::new();
    for _ in 0..5 {
        let mut card = make(&world.a.client, &map).await.json();
        for content in ["map", "redactedPersonIds", "supportTypes", "reflections"] {
            card.as_object_mut().unwrap().remove(content).unwrap();
        }
        made.push(card);
    }
    assert_eq!(world.a.coach.all(&format!("{}?limit=2", cards_of(&map))).await, made);
    let numbers: Vec<_> = made.iter().map(|card| card["number"].as_i64().unwrap()).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5]);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_includes_reflections_in_a_card(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let map = map(&world, false).await;
    let words = format!("/v1/maps/{}/reflections", map.id());
    let mut written = Vec::new();
    for n in 0..3 {
        written.push(world.a.client.post(&words, json!({ "text": format!("Dag {n}") })).await.expect(201).json());
    }
    let cards = cards_of(&map);
    world.a.coach.post(&cards, json!({ "includeReflections": true })).await.problem(403, "forbidden");
    assert_eq!(world.a.coach.post(&cards, json!({ "includeReflections": false })).await.expect(201)["number"], 1);
    let without = world.a.client.post(&cards, json!({ "includeReflections": false })).await.expect(201);
    assert_eq!(without["reflections"], Value::Null);
    assert!(!without.text().contains("Dag 0"));
    let with = world.a.client.post(&cards, json!({ "includeReflections": true })).await.expect(201);
    assert_eq!(with["reflections"], json!(written));
    assert_eq!(world.a.client.get(&with.location()).await.expect(200).json(), with.json());
}

#[apply(both_databases)]
#[tokio::test]
async fn an_invalid_body_is_refused(db: Db) {
    let (app, world) = App::with_world(db).await;
    let cards = cards_of(&map(&world, false).await);
    let refused = world.a.client.post(&cards, json!({ "includeReflections": "yes", "number": 7 })).await;
    assert_eq!(
        refused.problem(400, "invalid-request").errors(),
        ["/includeReflections type", "/number unknown-member"]
    );
    let answer = world.a.client.get("/v1/cards/7").await.problem(400, "invalid-request");
    assert_eq!(answer.errors(), ["/cardId format"]);
    app.anonymous().post(&cards, json!({})).await.problem(401, "not-authenticated");
    app.anonymous().get(&cards).await.problem(401, "not-authenticated");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_card_is_hidden_from_everyone_but_client_and_coach(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let open = map(&world, false).await;
    let card = make(&a.client, &open).await;
    for stranger in [&a.admin, &a.other_coach, &a.other_client, &b.client, &b.coach, &b.admin, &world.operator] {
        for path in [card.location(), cards_of(&open), format!("/v1/maps/{}/card", open.id())] {
            stranger.get(&path).await.problem(404, "not-found");
        }
        stranger.post(&cards_of(&open), json!({})).await.problem(404, "not-found");
    }
    app.anonymous().get(&card.location()).await.problem(401, "not-authenticated");
    // A card of a map that is private, even if it became so later.
    a.client.patch(&format!("/v1/maps/{}", open.id()), &open.etag(), json!({ "private": true })).await.expect(200);
    a.coach.get(&card.location()).await.problem(404, "not-found");
    a.coach.post(&cards_of(&open), json!({})).await.problem(404, "not-found");
    a.client.get(&card.location()).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_repeated_request_creates_one_card(db: Db) {
    let (app, world) = App::with_world(db).await;
    let map = map(&world, false).await;
    let client = world.a.client.with("idempotency-key", "card-1");
    let first = make(&client, &map).await;
    let again = make(&client, &map).await;
    assert_eq!((first.json(), first.etag(), first.location()), (again.json(), again.etag(), again.location()));
    client.post(&cards_of(&map), json!({ "includeReflections": true })).await.problem(422, "idempotency-key-reused");
    assert_eq!(client.all(&cards_of(&map)).await.len(), 1);
    // A repeat does not return what was redacted meanwhile.
    let person = map["persons"][0]["id"].as_str().unwrap();
    redact(&app, person).await;
    assert_eq!(make(&client, &map).await["redactedPersonIds"], json!([person]));
}

#[apply(both_databases)]
#[tokio::test]
async fn cards_created_concurrently_get_distinct_numbers(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let map = map(&world, false).await;
    let (client, path) = (world.a.client.clone(), cards_of(&map));
    let made: Vec<_> = (0..8)
        .map(|_| {
            let (client, path) = (client.clone(), path.clone());
            tokio::spawn(async move { client.post(&path, json!({})).await.expect(201)["number"].as_i64().unwrap() })
        })
        .collect();
    let mut numbers = Vec::new();
    for card in made {
        numbers.push(card.await.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
}

async fn run(app: &App, sql: &str) -> Result<u64, String> {
    app.raw.run(sql).await.map_err(|error| error.to_string())
}

/// An id as a literal of SQL.
fn literal(app: &App, id: &str) -> String {
    match app.db {
        Db::Sqlite => format!("x'{}'", id.replace('-', "")),
        Db::Postgres => format!("'{id}'"),
    }
}

/// Redacts a person from every card, as an objection does.
async fn redact(app: &App, person: &str) {
    let sql = format!("delete from card_person where person_id = {}", literal(app, person));
    assert!(run(app, &sql).await.unwrap() > 0);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_database_refuses_to_change_a_card(db: Db) {
    let (app, world) = App::with_world(db).await;
    let card = make(&world.a.client, &map(&world, false).await).await;
    for sql in [
        "update card set sealed = content_hash",
        "update card set number = number + 100",
        "update card set made_by = null",
        "update card set sealed = sealed",
        "update card_person set sealed = sealed",
    ] {
        let refused = run(&app, sql).await.unwrap_err();
        assert!(refused.contains("a card never changes"), "{sql}: {refused}");
    }
    let numbered =
        "insert into card select organisation_id, organisation_id, client_id, map_id, number, made_by, made_as,
        review_on, sealed, content_hash, created_at from card";
    assert!(run(&app, numbered).await.unwrap_err().to_lowercase().contains("unique"));
    assert_eq!(world.a.client.get(&card.location()).await.expect(200).json(), card.json());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_person_is_redacted_from_every_card_and_the_hash_still_matches(db: Db) {
    let (app, world) = App::with_world(db).await;
    let map = map(&world, false).await;
    let cards = [make(&world.a.client, &map).await, make(&world.a.client, &map).await];
    let persons = map["persons"].as_array().unwrap();
    let (anna, other) = if persons[0]["alias"] == "Anna" { (0, 1) } else { (1, 0) };
    redact(&app, persons[anna]["id"].as_str().unwrap()).await;
    for card in cards {
        let shown = world.a.client.get(&card.location()).await.expect(200);
        assert_ne!(shown.etag(), card.etag());
        assert_eq!(shown["redactedPersonIds"], json!([persons[anna]["id"]]));
        assert_eq!(shown["contentHash"], card["contentHash"]);
        let gone = &shown["map"]["persons"][anna];
        assert_eq!((&gone["alias"], &gone["phone"], &gone["note"]), (&json!("—"), &Value::Null, &Value::Null));
        assert_eq!(shown["map"]["persons"][other], card["map"]["persons"][other]);
        assert_eq!(shown["map"]["supporters"], card["map"]["supporters"]);
        assert!(!shown.text().contains("Anna") && !shown.text().contains("12345678"));
        let drawn = world.a.client.get(&format!("{}?format=svg", card.location())).await.expect(200).text();
        assert!(drawn.contains("Buurman") && !drawn.contains("Anna"));
    }
    // Nowhere in the database, not even in what the card was hashed over.
    let (key, sql) = (app.key_of(world.a.id, world.a.client_id).await, "select id, sealed from card where map_id = $1");
    for row in app.raw.query(sql, &[map.id().parse::<Uuid>().unwrap().into()]).await.unwrap() {
        let content = key.open("card", row.get::<Uuid>("id").unwrap(), &row.get::<Vec<u8>>("sealed").unwrap()).unwrap();
        assert!(content.contains("dementie") && !content.contains("Anna") && !content.contains("12345678"));
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_deletes_a_map_with_cards(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (with, without) = (map(&world, false).await, map(&world, false).await);
    let before = (count(&app.raw, "card").await, count(&app.raw, "card_person").await);
    let card = make(&world.a.coach, &with).await;
    let path = |map: &Answer| format!("/v1/maps/{}", map.id());
    world.a.coach.delete(&path(&with), &with.etag()).await.problem(409, "map-has-cards");
    world.a.coach.delete(&path(&without), &without.etag()).await.expect(204);
    world.a.client.get(&card.location()).await.expect(200);
    world.a.client.delete(&path(&with), &with.etag()).await.expect(204);
    world.a.client.get(&card.location()).await.problem(404, "not-found");
    assert_eq!((count(&app.raw, "card").await, count(&app.raw, "card_person").await), before);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_card_outlives_its_persons_and_the_organisations_own_support_types(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (client, admin) = (&world.a.client, &world.a.admin);
    let own = json!({ "supportTypes": [{ "code": "spiritual", "labels": { "nl": "Zingeving", "en": "Meaning" } }] });
    let vocabulary = admin.get("/v1/vocabulary").await.etag();
    let vocabulary = admin.put("/v1/vocabulary", &vocabulary, own).await.expect(200).etag();
    let map = map(&world, false).await;
    let supporter = format!("/v1/supporters/{}", map["supporters"][0]["id"].as_str().unwrap());
    let supports = json!([{ "supportType": "spiritual", "direction": "received", "availability": "could-ask" }]);
    client.patch(&supporter, "*", json!({ "supports": supports })).await.expect(200);
    let card = make(client, &map).await;
    assert_eq!(card["supportTypes"][5]["labels"], json!({ "nl": "Zingeving", "en": "Meaning" }));
    client.delete(&supporter, "*").await.expect(204);
    let person = card["map"]["supporters"][0]["personId"].as_str().unwrap();
    client.delete(&format!("/v1/persons/{person}"), "*").await.expect(204);
    admin.put("/v1/vocabulary", &vocabulary, json!({ "supportTypes": [] })).await.expect(200);
    assert_eq!(client.get(&card.location()).await.expect(200).json(), card.json());
}

#[tokio::test]
async fn creating_and_reading_a_card_takes_as_many_statements_for_100_supporters_as_for_5() {
    let app = App::behind_proxy(Duration::ZERO).await;
    let world = World::seed(&app).await;
    let (proxy, client) = (app.proxy.clone().unwrap(), &world.a.client);
    let map = client.post(&format!("/v1/clients/{}/maps", world.a.client_id), json!({ "theme": "dementie" })).await;
    let map = map.expect(201);
    for n in 0..3 {
        let words = format!("{}/reflections", map.location());
        client.post(&words, json!({ "text": format!("Dag {n}") })).await.expect(201);
    }
    let (mut counts, mut supporters) = (Vec::new(), 0);
    for total in [5, 100] {
        while supporters < total {
            supporters += 1;
            let body = json!({ "person": { "alias": format!("Anna {supporters}") }, "supports": [] });
            client.post(&format!("{}/supporters", map.location()), body).await.expect(201);
        }
        proxy.reset();
        let card = client.post(&cards_of(&map), json!({ "includeReflections": true })).await.expect(201);
        let made = proxy.statements();
        assert!(made.len() <= 10, "making a card took {made:#?}");
        proxy.reset();
        let shown = client.get(&card.location()).await.expect(200);
        assert_eq!(shown["map"]["persons"].as_array().unwrap().len(), total);
        // Two of them write the line of the access log.
        assert!(proxy.statements().len() <= 6, "reading a card took {:#?}", proxy.statements());
        counts.push(made.len());
    }
    assert_eq!(counts[0], counts[1]);
}
