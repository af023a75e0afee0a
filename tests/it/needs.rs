//! `/v1/maps/{mapId}/needs`: what the client needs, one document of its map.

use crate::support::{App, Db, World, both_databases, count};
use domain::vocabulary::BuiltInSupport;
use rstest_reuse::apply;
use serde_json::{Value, json};

/// Makes an open map and gives its path and that of its needs.
async fn map(world: &World) -> (String, String) {
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let map = world.a.client.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location();
    let needs = format!("{map}/needs");
    (map, needs)
}

fn needs(levels: &[(&str, i16)]) -> Value {
    let needs: Vec<_> = levels.iter().map(|(code, level)| json!({ "supportType": code, "level": level })).collect();
    json!({ "needs": needs })
}

#[apply(both_databases)]
#[tokio::test]
async fn the_needs_are_replaced_as_a_whole_under_a_version_of_their_own(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, (map, path)) = (&world.a.client, map(&world).await);
    let empty = client.get(&path).await.expect(200);
    assert_eq!(empty.json(), needs(&[]));
    assert_eq!(empty.etag(), client.get(&map).await.expect(200)["needsEtag"]);
    client.with("if-none-match", &empty.etag()).get(&path).await.expect(304);
    let body = needs(&[("practical", 3), ("emotional", 0)]);
    let first = world.a.coach.put(&path, &empty.etag(), body).await.expect(200);
    assert_eq!(first.json(), needs(&[("emotional", 0), ("practical", 3)]), "nothing needed is an answer");
    let shown = client.get(&path).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (first.json(), first.etag()));
    let whole = client.get(&map).await.expect(200);
    assert_eq!((&whole["needs"], &whole["needsEtag"]), (&first["needs"], &json!(first.etag())));
    let second = client.put(&path, &first.etag(), needs(&[("appraisal", 1)])).await.expect(200);
    assert_eq!(client.get(&path).await.expect(200).json(), needs(&[("appraisal", 1)]), "the others are unanswered");
    let last = client.put(&path, &second.etag(), needs(&[])).await.expect(200);
    assert_eq!(last.json(), needs(&[]));
}

#[apply(both_databases)]
#[tokio::test]
async fn only_a_change_of_the_needs_changes_their_version(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, (map, path)) = (&world.a.client, map(&world).await);
    let seen = client.get(&path).await.expect(200).etag();
    let body = needs(&[("emotional", 2)]);
    client.send(reqwest::Method::PUT, &path, Some(body.clone())).await.problem(428, "precondition-required");
    client.post(&format!("{map}/supporters"), json!({ "person": { "alias": "Anna" } })).await.expect(201);
    client.put(&path, &seen, body.clone()).await.expect(200);
    client.put(&path, &seen, needs(&[])).await.problem(412, "stale");
    let now = client.get(&path).await.expect(200);
    assert_eq!(now.json(), body, "what was refused changed nothing");
    client.put(&path, "*", body).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_of_the_needs_is_reported_with_its_pointer(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, (_, path)) = (&world.a.client, map(&world).await);
    let twice = needs(&[("emotional", 1), ("practical", 1), ("emotional", 2)]);
    for (body, errors) in [
        (json!({}), vec!["/needs required"]),
        (json!({ "needs": null }), vec!["/needs type"]),
        (needs(&[("emotional", 4), ("practical", -1)]), vec!["/needs/0/level too-large", "/needs/1/level too-small"]),
        (json!({ "needs": [{ "supportType": "emotional" }] }), vec!["/needs/0/level required"]),
        (json!({ "needs": [{ "supportType": "emotional", "level": null }] }), vec!["/needs/0/level type"]),
        (json!({ "needs": [], "all": true }), vec!["/all unknown-member"]),
        (twice, vec!["/needs/2/supportType duplicate"]),
    ] {
        let refused = client.put(&path, "*", body.clone()).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), errors, "{body}");
    }
    let refused = client.put(&path, "*", needs(&[("emotional", 1), ("prayer", 2)])).await;
    assert_eq!(refused.problem(409, "unknown-reference").errors(), ["/needs/1/supportType unknown-reference"]);
    assert_eq!(count(&app.raw, "need").await, 0);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_organisations_own_support_type_can_be_needed(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, (_, path)) = (&world.a.client, map(&world).await);
    let etag = world.a.admin.get("/v1/vocabulary").await.expect(200).etag();
    let own = json!({ "supportTypes": [{ "code": "prayer", "labels": { "nl": "Gebed", "en": "Prayer" } }] });
    world.a.admin.put("/v1/vocabulary", &etag, own).await.expect(200);
    let mut levels: Vec<_> = BuiltInSupport::ALL.iter().map(|word| (word.code(), 1)).collect();
    levels.push(("prayer", 3));
    levels.sort_unstable();
    client.put(&path, "*", needs(&levels)).await.expect(200);
    assert_eq!(client.get(&path).await.expect(200).json(), needs(&levels));
    let etag = world.a.admin.get("/v1/vocabulary").await.expect(200).etag();
    let none = json!({ "supportTypes": [] });
    world.a.admin.put("/v1/vocabulary", &etag, none).await.problem(409, "support-type-in-use");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_and_the_assigned_coach_can_access_the_needs(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (a, (map, path)) = (&world.a, map(&world).await);
    let body = needs(&[("emotional", 2)]);
    app.anonymous().get(&path).await.problem(401, "not-authenticated");
    app.anonymous().put(&path, "*", body.clone()).await.problem(401, "not-authenticated");
    let b = &world.b;
    let strangers = [&a.other_coach, &a.other_client, &a.admin, &b.coach, &b.client, &b.admin, &world.operator];
    for stranger in strangers {
        stranger.get(&path).await.problem(404, "not-found");
        stranger.put(&path, "*", body.clone()).await.problem(404, "not-found");
    }
    a.coach.put(&path, "*", body.clone()).await.expect(200);
    a.client.patch(&map, "*", json!({ "private": true })).await.expect(200);
    a.coach.get(&path).await.problem(404, "not-found");
    a.coach.put(&path, "*", needs(&[])).await.problem(404, "not-found");
    assert_eq!(a.client.get(&path).await.expect(200).json(), body, "nobody changed anything");
}
