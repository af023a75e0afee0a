//! `/v1/clients/{clientId}/helpers`: whom to call for what.

use crate::support::{Answer, App, Client, Db, both_databases, id};
use chrono::TimeDelta;
use rstest_reuse::apply;
use serde_json::{Value, json};
use uuid::Uuid;

async fn map(by: &Client, client: Uuid, private: bool) -> String {
    let body = json!({ "theme": "burn-out", "private": private });
    by.post(&format!("/v1/clients/{client}/maps"), body).await.expect(201).location()
}

async fn place(by: &Client, map: &str, alias: &str, answers: Value) -> String {
    let mut body = answers;
    body["person"] = json!({ "alias": alias, "relationship": "friend", "phone": "06 10000001" });
    by.post(&format!("{map}/supporters"), body).await.expect(201).id()
}

fn emotional(closeness: &str, availability: Option<&str>, direction: Option<&str>) -> Value {
    let support = json!({ "supportType": "emotional", "direction": direction, "availability": availability });
    json!({ "closeness": closeness, "supports": [support] })
}

fn path(client: Uuid, query: &str) -> String {
    format!("/v1/clients/{client}/helpers?{query}")
}

async fn find(by: &Client, client: Uuid) -> Answer {
    by.get(&path(client, "supportType=emotional")).await.expect(200)
}

fn aliases(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|helper| helper["alias"].as_str().unwrap()).collect()
}

fn codes(helper: &Value) -> Vec<&str> {
    helper["reasons"].as_array().unwrap().iter().map(|reason| reason["code"].as_str().unwrap()).collect()
}

#[apply(both_databases)]
#[tokio::test]
async fn helpers_are_ordered_and_have_reasons(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client.with("accept-language", "en");
    let map = map(client, world.a.client_id, false).await;
    place(client, &map, "Mam", emotional("inner", Some("would-not-ask"), Some("received"))).await;
    place(client, &map, "Petra", emotional("outer", None, None)).await;
    place(client, &map, "Els", json!({ "closeness": "middle" })).await;
    place(client, &map, "Bram", json!({ "closeness": "inner", "supports": [] })).await;
    place(client, &map, "Rachid", json!({ "closeness": "outer", "supports": [] })).await;
    let mut strained = emotional("inner", Some("received-now"), Some("mutual"));
    (strained["burden"], strained["tension"]) = (json!(4), json!(2));
    place(client, &map, "Mark", strained).await;
    let mut anna = emotional("inner", Some("could-ask"), Some("mutual"));
    (anna["contactFrequency"], anna["burden"]) = (json!("weekly"), json!(1));
    let anna = place(client, &map, "Anna", anna).await;
    let yvonne = place(client, &map, "Yvonne", emotional("outer", Some("could-ask"), None)).await;
    let karel = place(client, &map, "Karel", emotional("inner", Some("could-ask"), Some("given"))).await;
    let agree = async |supporter: &str, status: &str, due: Value| {
        let text = json!({ "text": "Een avond praten", "supportType": "emotional", "supporterId": supporter });
        let mut body = text;
        (body["status"], body["dueOn"]) = (json!(status), due);
        client.post(&format!("{map}/agreements"), body).await.expect(201)
    };
    agree(&yvonne, "accepted", json!("2030-02-01")).await;
    let declined = agree(&karel, "declined", Value::Null).await;

    let found = find(client, world.a.client_id).await;
    assert_eq!(aliases(&found["helpers"]), ["Yvonne", "Anna", "Mark", "Karel", "Petra", "Mam"]);
    assert_eq!(aliases(&found["others"]), ["Els", "Bram"], "near, and not said of; the outer ring is not");
    assert_eq!((&found["supportType"], &found["label"]), (&json!("emotional"), &json!("Listening")));
    let whole = client.get(&map).await.expect(200);
    let looked_at = json!([{ "id": whole["id"], "theme": "burn-out", "updatedAt": whole["updatedAt"] }]);
    assert_eq!(found["maps"], looked_at);

    let helper = |at: usize| found["helpers"][at].clone();
    assert_eq!(codes(&helper(0)), ["could-ask", "accepted", "closeness"]);
    assert_eq!(helper(0)["reasons"][1]["sentence"], "Yvonne said yes, for 1 February 2030.");
    assert_eq!(codes(&helper(1)), ["could-ask", "closeness", "contact-frequency", "mutual", "low-burden"]);
    assert_eq!(helper(1)["supporterId"], anna);
    assert_eq!((&helper(1)["phone"], &helper(1)["email"]), (&json!("06 10000001"), &Value::Null));
    assert_eq!((&helper(1)["call"], &helper(1)["mapIds"]), (&json!("tel:+31610000001"), &json!([whole["id"]])));
    let sentences: Vec<_> = helper(1)["reasons"].as_array().unwrap().iter().map(|of| of["sentence"].clone()).collect();
    let expected = [
        "You could ask Anna.",
        "Anna is very close to you.",
        "You are in touch every week.",
        "You do this for Anna too.",
        "Anna carries little.",
    ];
    assert_eq!(sentences, expected);
    assert_eq!(
        codes(&helper(2)),
        ["received-now", "closeness", "mutual", "high-burden", "tension"],
        "named, not hidden"
    );
    assert_eq!((&helper(2)["reasons"][3]["level"], &helper(2)["reasons"][4]["level"]), (&json!(4), &json!(2)));
    assert_eq!(codes(&helper(3)), ["could-ask", "declined-recently", "closeness", "given"]);
    assert_eq!(helper(3)["reasons"][1]["agreementId"], declined.id());
    assert_eq!(codes(&helper(4)), ["availability-unanswered", "closeness"]);
    assert_eq!(codes(&helper(5)), ["would-not-ask", "closeness"]);
    assert_eq!(codes(&found["others"][0])[0], "support-unanswered");
    assert_eq!(codes(&found["others"][1])[0], "not-named-for-this");
    assert!(!found.text().contains("{ $"), "sentences are whole");
    let dutch = find(&world.a.client, world.a.client_id).await;
    assert_eq!((dutch.header("content-language"), dutch.header("vary").contains("Accept-Language")), ("nl", true));
    assert_eq!(dutch["helpers"][0]["reasons"][1]["sentence"], "Yvonne heeft het toegezegd, voor 01-02-2030.");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_refusal_expires_after_a_month(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let map = map(&world.a.client, world.a.client_id, false).await;
    let first = place(&world.a.client, &map, "Anna", emotional("inner", Some("could-ask"), None)).await;
    place(&world.a.client, &map, "Bram", emotional("inner", Some("could-ask"), None)).await;
    let body = json!({ "text": "Vragen", "supporterId": first, "status": "declined" });
    world.a.client.post(&format!("{map}/agreements"), body).await.expect(201);
    assert_eq!(aliases(&find(&world.a.client, world.a.client_id).await["helpers"]), ["Bram", "Anna"]);
    app.clock.advance(TimeDelta::days(31));
    let later = app.log_in(world.a.client.user, Some(world.a.id)).await;
    assert_eq!(aliases(&find(&later, world.a.client_id).await["helpers"]), ["Anna", "Bram"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn everyone_on_a_visible_map_is_found(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, coach, of) = (&world.a.client, &world.a.coach, world.a.client_id);
    let nobody = find(client, of).await;
    assert_eq!(nobody["maps"], json!([]));
    assert_eq!((&nobody["helpers"], &nobody["others"]), (&json!([]), &json!([])), "no map is no error");

    let open = map(client, of, false).await;
    place(client, &open, "Anna", emotional("inner", Some("could-ask"), None)).await;
    app.clock.advance(TimeDelta::seconds(1));
    let private = map(client, of, true).await;
    place(client, &private, "Bram", emotional("middle", Some("could-ask"), None)).await;
    app.clock.advance(TimeDelta::seconds(1));
    let empty = map(client, of, false).await;

    let found = find(client, of).await;
    assert_eq!(aliases(&found["helpers"]), ["Anna", "Bram"]);
    let id_of = |map: &str| map.rsplit('/').next().unwrap().to_owned();
    let looked_at: Vec<_> = found["maps"].as_array().unwrap().iter().map(|map| map["id"].clone()).collect();
    assert_eq!(looked_at, [id_of(&private), id_of(&open)], "the one last worked on first, none without anybody");
    let seen = find(coach, of).await;
    assert_eq!((aliases(&seen["helpers"]), seen["maps"].as_array().unwrap().len()), (vec!["Anna"], 1));

    let on = |map: &str| path(of, &format!("supportType=emotional&mapId={}", id_of(map)));
    let chosen = client.get(&on(&private)).await.expect(200);
    assert_eq!(aliases(&chosen["helpers"]), ["Bram"]);
    coach.get(&on(&private)).await.problem(404, "not-found");
    let chosen = coach.get(&on(&empty)).await.expect(200);
    assert_eq!((&chosen["helpers"], &chosen["maps"][0]["id"]), (&json!([]), &json!(id_of(&empty))), "it may be empty");
    client.get(&on(&format!("/{}", id()))).await.problem(404, "not-found");

    client.patch(&open, "*", json!({ "private": true })).await.expect(200);
    let hidden = find(coach, of).await;
    assert_eq!((&hidden["maps"], &hidden["helpers"]), (&json!([]), &json!([])), "not even that there is one");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_person_on_two_maps_is_listed_once_with_the_newest_answers(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, of) = (&world.a.client, world.a.client_id);
    let first = map(client, of, false).await;
    let body = emotional("inner", Some("could-ask"), None);
    let supporter = place(client, &first, "Anna", body).await;
    let anna = client.get(&format!("/v1/supporters/{supporter}")).await.expect(200)["personId"].clone();
    app.clock.advance(TimeDelta::seconds(1));
    let second = map(client, of, false).await;
    let body = json!({ "personId": anna, "closeness": "outer" });
    let newer = client.post(&format!("{second}/supporters"), body).await.expect(201);

    let found = find(client, of).await;
    assert_eq!(aliases(&found["helpers"]), ["Anna"], "a new map without supports hides nobody");
    let helper = &found["helpers"][0];
    assert_eq!(codes(helper), ["could-ask", "closeness"]);
    assert_eq!(helper["reasons"][1]["closeness"], "outer", "the newest answer");
    assert_eq!(helper["supporterId"], supporter, "where the support was answered");
    assert_eq!(helper["mapIds"].as_array().unwrap().len(), 2);

    app.clock.advance(TimeDelta::seconds(1));
    let answer = json!({ "supports": [{ "supportType": "emotional", "availability": "would-not-ask" }] });
    let newer = client.patch(&newer.location(), "*", answer).await.expect(200);
    let helper = find(client, of).await["helpers"][0].clone();
    assert_eq!((codes(&helper)[0], &helper["supporterId"]), ("would-not-ask", &newer["id"]));
    assert_eq!(helper["answeredAt"], newer["updatedAt"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn all_needs_come_in_one_cacheable_response(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, of) = (&world.a.client, world.a.client_id);
    let map = map(client, of, false).await;
    place(client, &map, "Anna", emotional("inner", Some("could-ask"), None)).await;
    let every = client.get(&path(of, "")).await.expect(200);
    let needs: Vec<_> = every["items"].as_array().unwrap().iter().map(|need| need["supportType"].clone()).collect();
    assert_eq!(needs, ["emotional", "practical", "informational", "companionship", "appraisal"]);
    assert_eq!(
        (&every["items"][0], &every["next"]),
        (&find(client, of).await.json(), &Value::Null),
        "each as by itself"
    );
    assert_eq!(aliases(&every["items"][1]["others"]), ["Anna"], "near, and not named for it");

    let again = client.with("if-none-match", &every.etag());
    again.get(&path(of, "")).await.expect(304);
    again.with("accept-language", "en").get(&path(of, "")).await.expect(200);
    place(client, &map, "Bram", json!({})).await;
    again.get(&path(of, "")).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn reasons_address_their_reader(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, coach, of) = (&world.a.client, &world.a.coach, world.a.client_id);
    let map = map(client, of, false).await;
    place(client, &map, "Anna", emotional("inner", Some("could-ask"), None)).await;
    let told = async |by: &Client, language: &str, query: &str| {
        let by = by.with("accept-language", language);
        let found = by.get(&path(of, &format!("supportType=emotional{query}"))).await.expect(200);
        let every = by.get(&path(of, query)).await.expect(200);
        let reason = found["helpers"][0]["reasons"][0]["sentence"].clone();
        assert_eq!(every["items"][0]["helpers"][0]["reasons"][0]["sentence"], reason);
        (reason, found.etag())
    };
    for (language, to_client, to_coach) in [
        ("nl", "U zou het Anna kunnen vragen.", "De cliënt zou het Anna kunnen vragen."),
        ("en", "You could ask Anna.", "The client could ask Anna."),
    ] {
        let (sentence, tag) = told(client, language, "").await;
        assert_eq!(sentence, to_client);
        assert_eq!(told(coach, language, "&audience=client").await, (json!(to_client), tag.clone()), "on one screen");
        let (sentence, other) = told(coach, language, "").await;
        assert_eq!(sentence, to_coach);
        assert_ne!(tag, other);
        assert_eq!(told(client, language, "&audience=coach").await, (json!(to_coach), other));
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_map_of_another_client_is_not_found(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (a, other) = (&world.a, world.a.other_client_id);
    let body = json!({ "coachId": a.coach.user, "basis": "Verwijzing" });
    a.admin.post(&format!("/v1/clients/{other}/assignments"), body).await.expect(201);
    let map = map(&a.other_client, other, false).await;
    place(&a.other_client, &map, "Anna", emotional("inner", Some("could-ask"), None)).await;
    // The coach may read both clients, but not the map of one under the path of the other.
    let query = format!("supportType=emotional&mapId={}", map.rsplit('/').next().unwrap());
    a.coach.get(&path(other, &query)).await.expect(200);
    a.coach.get(&path(a.client_id, &query)).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_invalid_query_is_refused(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    for (query, errors) in [
        ("supportType=Emotional", vec!["/supportType format"]),
        ("supportType=emotional&audience=admin", vec!["/audience enum"]),
        ("supportType=prayer", vec!["/supportType unknown-reference"]),
        ("supportType=emotional&supportType=practical", vec!["/supportType duplicate"]),
        ("supportType=emotional&mapId=1&limit=3", vec!["/limit unknown-member", "/mapId format"]),
    ] {
        let refused = world.a.client.get(&path(world.a.client_id, query)).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), errors, "{query}");
        assert_eq!(refused["errors"][0]["in"], "query", "{query}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn an_own_support_type_can_be_looked_up(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let etag = world.a.admin.get("/v1/vocabulary").await.expect(200).etag();
    let own = json!({ "supportTypes": [{ "code": "prayer", "labels": { "nl": "Gebed", "en": "Prayer" } }] });
    world.a.admin.put("/v1/vocabulary", &etag, own).await.expect(200);
    let found = world.a.client.get(&path(world.a.client_id, "supportType=prayer")).await.expect(200);
    assert_eq!(found["label"], "Gebed");
    let refused = world.b.client.get(&path(world.b.client_id, "supportType=prayer")).await;
    refused.problem(400, "invalid-request");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_and_the_assigned_coach_find_helpers(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let path = path(a.client_id, "supportType=emotional");
    app.anonymous().get(&path).await.problem(401, "not-authenticated");
    for stranger in [&a.other_coach, &a.other_client, &b.coach, &b.client, &world.operator] {
        stranger.get(&path).await.problem(404, "not-found");
    }
    // An administrator finds no client's helpers.
    for admin in [&a.admin, &b.admin] {
        admin.get(&path).await.problem(403, "forbidden");
    }
    let maps =
        |answer: Answer| answer["maps"].as_array().unwrap().iter().map(|map| map["id"].clone()).collect::<Vec<_>>();
    let seen = maps(a.client.get(&path).await.expect(200));
    assert!(seen.contains(&json!(a.private.map)) && seen.contains(&json!(a.open.map)));
    let seen = maps(a.coach.get(&path).await.expect(200));
    assert!(!seen.contains(&json!(a.private.map)) && seen.contains(&json!(a.open.map)));
}
