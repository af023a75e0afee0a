//! How much fits on a map, whichever way it comes there.

use crate::support::{App, Db, World, both_databases, count, id};
use domain::maps::{MAX_AGREEMENTS, MAX_NEEDS, MAX_SUPPORTERS, MAX_SUPPORTS, MAX_TIES};
use rstest_reuse::apply;
use serde_json::{Value, json};

const OWN: [&str; 6] = ["own-a", "own-b", "own-c", "own-d", "own-e", "own-f"];
const BUILT_IN: [&str; 5] = ["appraisal", "companionship", "emotional", "informational", "practical"];

/// A support of every type, eleven of them.
fn supports() -> Vec<Value> {
    OWN.iter().chain(&BUILT_IN).map(|code| json!({ "supportType": code })).collect()
}

/// A content with no room for more of anything: ten supports for each supporter, all of whom know the first ten.
fn full() -> Value {
    let persons: Vec<_> = (0..MAX_SUPPORTERS).map(|_| id()).collect();
    let placed: Vec<_> = (0..MAX_SUPPORTERS).map(|_| id()).collect();
    let pairs = (0..MAX_SUPPORTERS).flat_map(|one| (one + 1..MAX_SUPPORTERS).map(move |other| [one, other]));
    let ties = pairs.take(MAX_TIES).map(|pair| json!({ "id": id(), "supporterIds": pair.map(|n| placed[n]) }));
    let agreements = (0..MAX_AGREEMENTS).map(|_| json!({ "id": id(), "text": "Bellen", "status": "planned" }));
    json!({
        "persons": persons.iter().map(|id| json!({ "id": id, "alias": "Anna" })).collect::<Vec<_>>(),
        "supporters": placed.iter().zip(&persons)
            .map(|(id, person)| json!({ "id": id, "personId": person, "supports": supports()[..10] })).collect::<Vec<_>>(),
        "ties": ties.collect::<Vec<_>>(),
        "needs": [],
        "agreements": agreements.collect::<Vec<_>>(),
    })
}

/// The path of a map that is full.
pub(crate) async fn full_map(world: &World) -> String {
    let etag = world.a.admin.get("/v1/vocabulary").await.expect(200).etag();
    let own = OWN.map(|code| json!({ "code": code, "labels": { "nl": code, "en": code } }));
    world.a.admin.put("/v1/vocabulary", &etag, json!({ "supportTypes": own })).await.expect(200);
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let map = world.a.client.post(&maps, json!({ "theme": "dementie" })).await.expect(201);
    world.a.client.put(&format!("{}/content", map.location()), &map.etag(), full()).await.expect(200);
    map.location()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_full_map_takes_no_more_entries_from_requests_or_tables(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (map, client) = (full_map(&world).await, &world.a.client);
    let whole = client.get(&map).await.expect(200);
    let (supporters, last) = (&whole["supporters"], MAX_SUPPORTERS - 1);
    let person = json!({ "person": { "alias": "Bram" } });
    client.post(&format!("{map}/supporters"), person.clone()).await.problem(409, "map-full");
    let tie = json!({ "supporterIds": [supporters[last - 1]["id"], supporters[last]["id"]] });
    client.post(&format!("{map}/ties"), tie.clone()).await.problem(409, "map-full");
    client.post(&format!("{map}/agreements"), json!({ "text": "Bellen" })).await.problem(409, "map-full");
    client.post(&format!("{map}/import"), json!({ "persons": "key,alias\n1,Bram\n" })).await.problem(409, "map-full");
    assert_eq!(client.get(&map).await.expect(200).etag(), whole.etag(), "nothing was counted");

    // With room for one more of each there is no more than that.
    let gone = |list: &str| format!("/v1/{list}/{}", whole[list][0]["id"].as_str().unwrap());
    for list in ["ties", "agreements"] {
        client.delete(&gone(list), "*").await.expect(204);
    }
    client.post(&format!("{map}/ties"), tie).await.expect(201);
    client.post(&format!("{map}/agreements"), json!({ "text": "Bellen" })).await.expect(201);
    client.post(&format!("{map}/agreements"), json!({ "text": "Bellen" })).await.problem(409, "map-full");
    client.delete(&gone("supporters"), "*").await.expect(204);
    client.post(&format!("{map}/supporters"), person.clone()).await.expect(201);
    client.post(&format!("{map}/supporters"), person).await.problem(409, "map-full");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_supports_of_a_map_are_counted_together(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (map, client) = (full_map(&world).await, &world.a.client);
    let whole = client.get(&map).await.expect(200);
    let supporter = |n: usize| format!("/v1/supporters/{}", whole["supporters"][n]["id"].as_str().unwrap());
    let some = |count: usize| json!(&supports()[..count]);
    let bram = |count: usize| json!({ "person": { "alias": "Bram" }, "supports": some(count) });
    client.delete(&supporter(1), "*").await.expect(204);
    // As many as before is no more; then there is room for nine.
    client.patch(&supporter(0), "*", json!({ "supports": some(10) })).await.expect(200);
    client.patch(&supporter(0), "*", json!({ "supports": some(11) })).await.expect(200);
    client.post(&format!("{map}/supporters"), bram(10)).await.problem(409, "map-full");
    client.post(&format!("{map}/supporters"), bram(9)).await.expect(201);
    client.patch(&supporter(2), "*", json!({ "supports": some(11) })).await.problem(409, "map-full");
    assert_eq!(count(&app.raw, "support").await, i64::try_from(MAX_SUPPORTS).unwrap());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_map_beyond_the_limits_is_not_imported(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let at = |mut thing: Value| {
        thing["createdAt"] = json!("2026-01-01T00:00:00Z");
        thing["updatedAt"] = json!("2026-01-01T00:00:00Z");
        thing
    };
    let many = |count: usize, thing: &dyn Fn(usize) -> Value| (1..=count).map(|n| at(thing(n))).collect::<Vec<_>>();
    let document = |supporters: usize, ties: usize, agreements: usize| {
        let pairs: Vec<_> =
            (1..=MAX_SUPPORTERS).flat_map(|one| (one + 1..=MAX_SUPPORTERS).map(move |n| [one, n])).collect();
        let map = at(json!({
            "theme": "dementie", "private": false, "needs": [], "reflections": [],
            "supporters": many(supporters, &|n| json!({ "person": n })),
            "ties": many(ties, &|n| json!({ "supporters": pairs[n - 1] })),
            "agreements": many(agreements, &|_| json!({ "text": "Bellen", "status": "planned" })),
        }));
        json!({
            "format": "omringd-client-1", "exportedAt": "2026-01-01T00:00:00Z", "supportTypes": [], "cards": [],
            "client": at(json!({ "name": "Niemand", "externalIdentifiers": [] })), "maps": [map],
            "persons": many(supporters, &|_| json!({ "profile": { "alias": "Anna" } })),
        })
    };
    let (client, path) = (&world.a.client, format!("/v1/clients/{}/import", world.a.client_id));
    let over = document(MAX_SUPPORTERS + 1, MAX_TIES + 1, MAX_AGREEMENTS + 1);
    let refused = client.post(&path, over).await.problem(400, "invalid-request");
    let expected = ["/maps/0/agreements too-many", "/maps/0/supporters too-many", "/maps/0/ties too-many"];
    assert_eq!(refused.errors(), expected);
    assert_eq!(count(&app.raw, "map").await, 0);
    client.post(&path, document(MAX_SUPPORTERS, MAX_TIES, MAX_AGREEMENTS)).await.expect(200);
}

#[test]
fn the_schema_of_a_whole_map_has_the_same_limits() {
    let document = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi/openapi.json"));
    let document: Value = serde_json::from_str(document).unwrap();
    let members = &document["components"]["schemas"]["ReplaceMapContent"]["properties"];
    let most = ["supporters", "ties", "needs", "agreements"].map(|list| members[list]["maxItems"].clone());
    assert_eq!(most, [MAX_SUPPORTERS, MAX_TIES, MAX_NEEDS, MAX_AGREEMENTS].map(Value::from));
}
