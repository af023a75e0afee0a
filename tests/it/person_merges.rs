//! `POST /v1/persons/{personId}/merges`: two entries of the same person become one.

use crate::support::{Answer, App, Client, Db, World, both_databases, id};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};

async fn person(by: &Client, client: uuid::Uuid, profile: Value) -> String {
    by.post(&format!("/v1/clients/{client}/persons"), profile).await.expect(201).id()
}

async fn map(by: &Client, client: uuid::Uuid, private: bool) -> String {
    let body = json!({ "theme": "rouw", "private": private });
    by.post(&format!("/v1/clients/{client}/maps"), body).await.expect(201).location()
}

/// Places a known person; returns the id of the supporter.
async fn place(by: &Client, map: &str, person: &str, answers: Value) -> String {
    let mut body = answers;
    body["personId"] = json!(person);
    by.post(&format!("{map}/supporters"), body).await.expect(201).id()
}

async fn tie(by: &Client, map: &str, one: &str, other: &str, strength: Value) {
    let body = json!({ "supporterIds": [one, other], "strength": strength });
    by.post(&format!("{map}/ties"), body).await.expect(201);
}

async fn etag(by: &Client, person: &str) -> String {
    by.get(&format!("/v1/persons/{person}")).await.expect(200).etag()
}

/// Merges the second person into the first, in their current versions.
async fn merge(by: &Client, kept: &str, other: &str) -> Answer {
    let (seen, other_seen) = (etag(by, kept).await, etag(by, other).await);
    merge_seeing(by, (kept, &seen), (other, &other_seen)).await
}

async fn merge_seeing(by: &Client, (kept, seen): (&str, &str), (other, other_seen): (&str, &str)) -> Answer {
    let body = json!({ "personId": other, "etag": other_seen });
    by.with("if-match", seen).post(&format!("/v1/persons/{kept}/merges"), body).await
}

/// Two persons of the client who are on no map.
async fn two(world: &World) -> (String, String) {
    let (client, of) = (&world.a.client, world.a.client_id);
    (person(client, of, json!({ "alias": "Anna" })).await, person(client, of, json!({ "alias": "An" })).await)
}

/// The members that are not timestamps.
fn said(of: &Value, names: &[&str]) -> Value {
    names.iter().map(|name| ((*name).to_owned(), of[*name].clone())).collect::<serde_json::Map<_, _>>().into()
}

#[apply(both_databases)]
#[tokio::test]
async fn two_supporters_on_one_map_become_one(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, of) = (&world.a.client, world.a.client_id);
    let kept = person(client, of, json!({ "alias": "Anna", "relationship": "friend", "phone": "1" })).await;
    let profile = json!({ "alias": "An", "relationship": "neighbour", "lifeDomain": "leisure", "phone": "2", "note": "Belt graag" });
    let other = person(client, of, profile).await;
    let [bram, cor] =
        [person(client, of, json!({ "alias": "Bram" })).await, person(client, of, json!({ "alias": "Cor" })).await];
    let map = map(client, of, false).await;
    let support = |code: &str, direction: Value, availability: &str| json!({ "supportType": code, "direction": direction, "availability": availability });
    let supports =
        json!([support("emotional", Value::Null, "could-ask"), support("practical", json!("given"), "would-not-ask")]);
    let one = place(client, &map, &kept, json!({ "tension": 0, "supports": supports })).await;
    let supports = json!([
        support("emotional", json!("received"), "would-not-ask"),
        support("appraisal", json!("mutual"), "received-now")
    ]);
    let answers =
        json!({ "closeness": "inner", "angle": 30, "tension": 4, "contactFrequency": "weekly", "supports": supports });
    let gone = place(client, &map, &other, answers).await;
    let (bram, cor) = (place(client, &map, &bram, json!({})).await, place(client, &map, &cor, json!({})).await);
    for (from, to, strength) in
        [(&one, &bram, Value::Null), (&bram, &gone, json!(3)), (&gone, &cor, json!(1)), (&gone, &one, json!(4))]
    {
        tie(client, &map, from, to, strength).await;
    }
    for (text, asked) in [("Van een", &one), ("Van de ander", &gone), ("Van Bram", &bram)] {
        let body = json!({ "text": text, "supporterId": asked });
        client.post(&format!("{map}/agreements"), body).await.expect(201);
    }
    let before = client.get(&map).await.expect(200);

    let merged = merge(client, &kept, &other).await.expect(200);
    let members = ["id", "alias", "relationship", "lifeDomain", "phone", "email", "note", "past"];
    let expected = json!({ "id": kept, "alias": "Anna", "relationship": "friend", "lifeDomain": "leisure", "phone": "1",
        "email": null, "note": "Belt graag", "past": false });
    assert_eq!(said(&merged.json(), &members), expected);
    let shown = client.get(&format!("/v1/persons/{kept}")).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (merged.json(), merged.etag()));
    client.get(&format!("/v1/persons/{other}")).await.problem(404, "not-found");
    client.get(&format!("/v1/supporters/{gone}")).await.problem(404, "not-found");

    let whole = client.get(&map).await.expect(200);
    assert_ne!(whole.etag(), before.etag());
    let supporter = client.get(&format!("/v1/supporters/{one}")).await.expect(200).json();
    let members = ["personId", "closeness", "angle", "tension", "burden", "contactFrequency", "supports"];
    let supports = json!([
        support("appraisal", json!("mutual"), "received-now"),
        support("emotional", json!("received"), "could-ask"),
        support("practical", json!("given"), "would-not-ask"),
    ]);
    assert_eq!(
        said(&supporter, &members),
        json!({ "personId": kept, "closeness": "inner", "angle": 30, "tension": 0, "burden": null,
            "contactFrequency": "weekly", "supports": supports })
    );
    assert_ne!(supporter["etag"], before["supporters"][0]["etag"]);
    assert_eq!(whole["supporters"].as_array().unwrap().len(), 3);
    let mut ties: Vec<_> =
        whole["ties"].as_array().unwrap().iter().map(|tie| said(tie, &["supporterIds", "strength"])).collect();
    ties.sort_by_key(|tie| tie["strength"].as_i64());
    let tied = |with: &String, strength: i64| {
        let mut ids = [one.clone(), with.clone()];
        ids.sort();
        json!({ "supporterIds": ids, "strength": strength })
    };
    assert_eq!(ties, [tied(&cor, 1), tied(&bram, 3)]);
    let agreed =
        whole["agreements"].as_array().unwrap().iter().map(|one| one["supporterId"].as_str().unwrap().to_owned());
    assert_eq!(agreed.collect::<Vec<_>>(), [one.clone(), one, bram]);
}

#[apply(both_databases)]
#[tokio::test]
async fn missing_answers_are_filled_from_the_other_person(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, of) = (&world.a.client, world.a.client_id);
    let some = json!([{ "supportType": "emotional", "direction": null, "availability": null }]);
    for (kept, other, expected) in [
        (Value::Null, some.clone(), some.clone()),
        (some.clone(), Value::Null, some.clone()),
        (json!([]), some.clone(), some.clone()),
        (Value::Null, json!([]), json!([])),
        (Value::Null, Value::Null, Value::Null),
    ] {
        let ((one, two), map) = (two(&world).await, map(client, of, false).await);
        let supporter = place(client, &map, &one, json!({ "supports": kept })).await;
        place(client, &map, &two, json!({ "supports": other })).await;
        merge(client, &one, &two).await.expect(200);
        assert_eq!(client.get(&format!("/v1/supporters/{supporter}")).await.expect(200)["supports"], expected);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_merge_changes_the_maps_of_both_persons_and_no_cards(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, of) = (&world.a.client, world.a.client_id);
    let (kept, other) = two(&world).await;
    let [both, with_kept, with_other, neither] = [
        map(client, of, false).await,
        map(client, of, false).await,
        map(client, of, true).await,
        map(client, of, false).await,
    ];
    for (map, person) in [(&both, &kept), (&both, &other), (&with_kept, &kept)] {
        place(client, map, person, json!({})).await;
    }
    let moved = place(client, &with_other, &other, json!({ "closeness": "outer" })).await;
    let card = client.post(&format!("{both}/cards"), json!({})).await.expect(201);
    let mut before = Vec::new();
    for map in [&both, &with_kept, &with_other, &neither] {
        before.push(client.get(map).await.expect(200).etag());
    }
    merge(client, &kept, &other).await.expect(200);
    let mut changed = Vec::new();
    for (map, before) in [&both, &with_kept, &with_other, &neither].into_iter().zip(before) {
        let now = client.get(map).await.expect(200);
        assert!(now["persons"].as_array().unwrap().iter().all(|person| person["id"] == json!(kept)));
        changed.push(now.etag() != before);
    }
    assert_eq!(changed, [true, true, true, false]);
    let told: Vec<i64> =
        app.raw.column("select count(distinct map_id) from event where action = 'MergePersons'").await.unwrap();
    assert_eq!(told, [3], "an event for each map that changed");
    let supporter = client.get(&format!("/v1/supporters/{moved}")).await.expect(200);
    assert_eq!((&supporter["personId"], &supporter["closeness"]), (&json!(kept), &json!("outer")));
    assert_eq!(client.get(&card.location()).await.expect(200).json(), card.json());
    let helpers = client.get(&format!("/v1/clients/{of}/helpers?supportType=emotional")).await.expect(200);
    assert!(!helpers.text().contains(&other));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_merged_person_can_still_be_redacted_from_every_card(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, of) = (&world.a.client, world.a.client_id);
    let ((kept, other), map) = (two(&world).await, map(client, of, false).await);
    let third = person(client, of, json!({ "alias": "Annie" })).await;
    let unnamed = person(client, of, json!({ "alias": "A." })).await;
    place(client, &map, &other, json!({})).await;
    place(client, &map, &third, json!({})).await;
    let card = client.post(&format!("{map}/cards"), json!({})).await.expect(201).location();
    // One after the other: the last one kept stands for all of them. A card does not name `unnamed`.
    for (kept, other) in [(&third, &unnamed), (&other, &third), (&kept, &other)] {
        merge(client, kept, other).await.expect(200);
    }
    let literal = |id: &str| if db == Db::Sqlite { format!("x'{}'", id.replace('-', "")) } else { format!("'{id}'") };
    let of_kept = format!("select person_id from merged_person where kept_id = {}", literal(&kept));
    let merged = app.raw.column::<i64>(&format!("select count(*) from ({of_kept}) merged")).await.unwrap();
    assert_eq!(merged, [2]);
    app.raw.run(&format!("delete from card_person where person_id in ({of_kept})")).await.unwrap();
    let mut gone = [other, third];
    gone.sort();
    assert_eq!(client.get(&card).await.expect(200)["redactedPersonIds"], json!(gone));
}

#[apply(both_databases)]
#[tokio::test]
async fn both_persons_must_be_in_the_version_that_was_seen(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let (kept, other) = two(&world).await;
    let (seen, other_seen) = (etag(client, &kept).await, etag(client, &other).await);
    let body = json!({ "personId": other, "etag": other_seen });
    let path = format!("/v1/persons/{kept}/merges");
    client.send(Method::POST, &path, Some(body)).await.problem(428, "precondition-required");
    client.patch(&format!("/v1/persons/{other}"), "*", json!({ "note": "x" })).await.expect(200);
    merge_seeing(client, (&kept, &seen), (&other, &other_seen)).await.problem(412, "stale");
    let other_seen = etag(client, &other).await;
    merge_seeing(client, (&kept, "\"99\""), (&other, &other_seen)).await.problem(412, "stale");
    assert_eq!((etag(client, &kept).await, etag(client, &other).await), (seen.clone(), other_seen.clone()));
    let keyed = client.with("idempotency-key", "once");
    let merged = merge_seeing(&keyed, (&kept, &seen), (&other, &other_seen)).await.expect(200);
    let again = merge_seeing(&keyed, (&kept, &seen), (&other, &other_seen)).await.expect(200);
    assert_eq!((again.json(), again.etag()), (merged.json(), merged.etag()));
    merge_seeing(client, (&kept, "*"), (&other, &other_seen)).await.problem(409, "unknown-reference");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_another_person_of_the_same_client_can_be_merged(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (a, client) = (&world.a, &world.a.client);
    let (kept, other) = two(&world).await;
    let theirs = person(&a.other_client, a.other_client_id, json!({ "alias": "Anna" })).await;
    let foreign = person(&world.b.client, world.b.client_id, json!({ "alias": "Anna" })).await;
    for unknown in [&theirs, &foreign, &id().to_string()] {
        let refused = merge_seeing(client, (&kept, "*"), (unknown, "\"1\"")).await.problem(409, "unknown-reference");
        assert_eq!(refused.errors(), ["/personId unknown-reference"]);
    }
    let refused = merge_seeing(client, (&kept, "*"), (&kept, "\"1\"")).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/personId duplicate"]);
    let path = format!("/v1/persons/{kept}/merges");
    let wrong = json!({ "personId": "x", "etag": "1", "name": "An" });
    let mut errors = client.with("if-match", "*").post(&path, wrong).await.problem(400, "invalid-request").errors();
    errors.sort();
    assert_eq!(errors, ["/etag format", "/name unknown-member", "/personId format"]);
    let refused = client.with("if-match", "*").post(&path, json!({})).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/etag required", "/personId required"]);

    merge_seeing(&app.anonymous(), (&kept, "*"), (&other, "\"1\"")).await.problem(401, "not-authenticated");
    for stranger in [&a.other_coach, &a.other_client, &a.admin, &world.operator, &world.b.coach, &world.b.client] {
        merge_seeing(stranger, (&kept, "*"), (&other, "\"1\"")).await.problem(404, "not-found");
    }
    assert_eq!(etag(client, &kept).await, "\"1\"", "nobody changed anything");
    merge(&a.coach, &kept, &other).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_merge_by_a_coach_leaves_private_maps_unchanged(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, coach, of) = (&world.a.client, &world.a.coach, world.a.client_id);
    let (kept, other) = two(&world).await;
    let (open, private) = (map(client, of, false).await, map(client, of, true).await);
    let secret = place(client, &private, &other, json!({ "tension": 4 })).await;
    let hidden = merge_seeing(coach, (&kept, "*"), (&other, "\"1\"")).await.problem(409, "unknown-reference");
    let unknown =
        merge_seeing(coach, (&kept, "*"), (&id().to_string(), "\"1\"")).await.problem(409, "unknown-reference");
    assert_eq!(hidden.errors(), unknown.errors());
    merge_seeing(coach, (&other, "*"), (&kept, "\"1\"")).await.problem(404, "not-found");

    place(client, &open, &other, json!({ "closeness": "inner" })).await;
    merge(coach, &kept, &other).await.expect(200);
    coach.get(&format!("/v1/persons/{other}")).await.problem(404, "not-found");
    let shown = coach.get(&open).await.expect(200);
    assert_eq!((&shown["persons"][0]["id"], &shown["supporters"][0]["closeness"]), (&json!(kept), &json!("inner")));
    let kept_apart = client.get(&private).await.expect(200);
    let there = &kept_apart["supporters"][0];
    assert_eq!((&there["id"], &there["personId"], &there["tension"]), (&json!(secret), &json!(other), &json!(4)));

    merge(client, &kept, &other).await.expect(200);
    client.get(&format!("/v1/persons/{other}")).await.problem(404, "not-found");
    assert_eq!(client.get(&private).await.expect(200)["persons"][0]["id"], json!(kept));
}

#[apply(both_databases)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_supporter_is_lost_that_is_created_during_a_merge(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, of) = (&world.a.client, world.a.client_id);
    for _ in 0..8 {
        let ((kept, other), map) = (two(&world).await, map(client, of, false).await);
        let supporters = format!("{map}/supporters");
        let placing = client.post(&supporters, json!({ "personId": other }));
        let (merged, placed) = tokio::join!(merge_seeing(client, (&kept, "*"), (&other, "\"1\"")), placing);
        assert!([200, 412].contains(&merged.status.as_u16()), "{}", merged.text());
        assert!([201, 409].contains(&placed.status.as_u16()), "{}", placed.text());
        let there = client.get(&map).await.expect(200)["supporters"].as_array().unwrap().len();
        assert_eq!(there, usize::from(placed.status == 201));
    }
    drop(app);
}
