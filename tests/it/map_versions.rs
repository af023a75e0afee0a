//! The map's version in the response to each change on it, and entity tags that never repeat.

use crate::support::{Answer, App, Client, Db, both_databases, id};
use rstest_reuse::apply;
use serde_json::{Value, json};

async fn map(by: &Client, client: uuid::Uuid) -> String {
    by.post(&format!("/v1/clients/{client}/maps"), json!({ "theme": "burn-out" })).await.expect(201).location()
}

#[apply(both_databases)]
#[tokio::test]
async fn each_change_on_a_map_returns_the_new_version_of_the_map(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let map = map(client, world.a.client_id).await;
    let tells = async |answer: Answer| {
        let now = client.get(&map).await.expect(200);
        assert_eq!(answer.header("map-etag"), now.etag(), "{}", answer.text());
        answer
    };
    let at = |what: &str| format!("{map}/{what}");
    let place = async |alias: &str| {
        let body = json!({ "person": { "alias": alias } });
        tells(client.post(&at("supporters"), body).await.expect(201)).await
    };
    let (anna, bram) = (place("Anna").await, place("Bram").await);
    let body = json!({ "closeness": "inner", "supports": [{ "supportType": "emotional" }] });
    tells(client.patch(&anna.location(), &anna.etag(), body).await.expect(200)).await;
    let body = json!({ "supporterIds": [anna.id(), bram.id()] });
    let tie = tells(client.post(&at("ties"), body).await.expect(201)).await;
    let tie = tells(client.patch(&tie.location(), &tie.etag(), json!({ "strength": 2 })).await.expect(200)).await;
    tells(client.delete(&format!("/v1/ties/{}", tie.id()), &tie.etag()).await.expect(204)).await;
    let body = json!({ "text": "Bellen", "supporterId": anna.id() });
    let agreed = tells(client.post(&at("agreements"), body).await.expect(201)).await;
    let agreed = tells(client.patch(&agreed.location(), "*", json!({ "status": "asked" })).await.expect(200)).await;
    tells(client.delete(&format!("/v1/agreements/{}", agreed.id()), "*").await.expect(204)).await;
    tells(client.put(&at("needs"), "*", json!({ "needs": [] })).await.expect(200)).await;
    tells(client.delete(&bram.location(), &bram.etag()).await.expect(204)).await;

    // A repeat changes nothing and has no `Map-ETag`.
    let once = client.with("idempotency-key", &id().to_string());
    let body = json!({ "person": { "alias": "Els" } });
    tells(once.post(&at("supporters"), body.clone()).await.expect(201)).await;
    assert_eq!(once.post(&at("supporters"), body).await.expect(201).header("map-etag"), "");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_map_itself_and_its_needs_have_tags_of_their_own(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let map = map(client, world.a.client_id).await;
    let before = client.get(&map).await.expect(200);
    let tag = |of: &Answer, member: &str| of[member].as_str().unwrap().to_owned();
    let (head, needs) = (tag(&before, "headEtag"), tag(&before, "needsEtag"));
    let needs_at = format!("{map}/needs");
    assert_eq!(client.get(&needs_at).await.expect(200).etag(), needs);
    client.post(&format!("{map}/supporters"), json!({ "person": { "alias": "Anna" } })).await.expect(201);

    let renamed = client.patch(&map, &head, json!({ "theme": "herstel" })).await.expect(200);
    let body = json!({ "needs": [{ "supportType": "emotional", "level": 2 }] });
    let needed = client.put(&needs_at, &needs, body.clone()).await.expect(200);
    assert_eq!(client.get(&needs_at).await.expect(200).etag(), needed.etag());

    let stale = client.patch(&map, &head, json!({ "theme": "rust" })).await.problem(412, "stale");
    assert_eq!(stale.etag(), tag(&renamed, "headEtag"));
    let stale = client.put(&needs_at, &needs, body.clone()).await.problem(412, "stale");
    assert_eq!(stale.etag(), needed.etag());
    // The tag of the whole map is accepted too while nothing on it changed; the tag of one part is neither another's nor the map's.
    let whole = client.get(&map).await.expect(200);
    client.put(&needs_at, &whole.etag(), body.clone()).await.expect(200);
    client.put(&needs_at, &whole.etag(), body).await.problem(412, "stale");
    let whole = client.get(&map).await.expect(200);
    let of = |part: &str| format!("\"{}-{part}\"", whole.etag().trim_matches('"'));
    client.delete(&map, &of("head")).await.problem(412, "stale");
    client.delete(&map, &of("needs")).await.problem(412, "stale");
    client.patch(&map, &tag(&whole, "needsEtag"), json!({ "theme": "rust" })).await.problem(412, "stale");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_restored_entry_has_a_new_entity_tag(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let map = map(client, world.a.client_id).await;
    let (content, person, supporter) = (format!("{map}/content"), id(), id());
    let save = async |closeness: Value| {
        let body = json!({
            "persons": [{ "id": person, "alias": "Anna" }], "ties": [], "needs": [],
            "supporters": [{ "id": supporter, "personId": person, "closeness": closeness }],
        });
        client.put(&content, "*", body).await.expect(200)
    };
    let tag = |saved: &Answer| saved["supporters"][0]["etag"].as_str().unwrap().to_owned();
    let first = tag(&save(json!("inner")).await);
    let at = format!("/v1/supporters/{supporter}");
    client.delete(&at, &first).await.expect(204);
    let person_at = format!("/v1/persons/{person}");
    let person_tag = client.get(&person_at).await.expect(200).etag();
    let second = tag(&save(json!("outer")).await);
    assert_ne!(first, second);
    client.patch(&at, &first, json!({ "closeness": "middle" })).await.problem(412, "stale");
    assert_eq!(client.get(&at).await.expect(200)["closeness"], "outer");
    assert_eq!(client.get(&person_at).await.expect(200).etag(), person_tag, "the person was never gone");
}

#[apply(both_databases)]
#[tokio::test]
async fn saving_a_whole_map_may_skip_steps_of_an_agreement(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let map = map(client, world.a.client_id).await;
    let agreed = client.post(&format!("{map}/agreements"), json!({ "text": "Bellen" })).await.expect(201);
    for status in ["accepted", "thanked", "planned", "declined", "done"] {
        let body = json!({
            "persons": [], "supporters": [], "ties": [], "needs": [],
            "agreements": [{ "id": agreed.id(), "text": "Bellen", "status": status }],
        });
        let saved = client.put(&format!("{map}/content"), "*", body).await.expect(200);
        assert_eq!(saved["agreements"][0]["status"], status);
    }
    client.patch(&agreed.location(), "*", json!({ "status": "planned" })).await.problem(409, "agreement-step");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_map_accepts_what_it_returned(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (client, map) = (&world.a.client, format!("/v1/maps/{}", world.a.open.map));
    let before = client.get(&map).await.expect(200);
    assert!(!before["ties"].as_array().unwrap().is_empty() && !before["agreements"].as_array().unwrap().is_empty());
    let saved = client.put(&format!("{map}/content"), &before.etag(), before.json()).await.expect(200);
    for member in ["persons", "supporters", "ties", "needs", "agreements", "headEtag", "needsEtag", "theme"] {
        assert_eq!(saved[member], before[member], "nothing changed: {member}");
    }
    let mut hidden = saved.json();
    hidden["private"] = json!(true);
    let refused = client.put(&format!("{map}/content"), "*", hidden).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/private immutable"]);
}
