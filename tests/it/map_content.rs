//! `PUT /v1/maps/{mapId}/content`.

use crate::support::{App, Client, Db, both_databases, id};
use rstest_reuse::apply;
use serde_json::{Value, json};

/// A map of two supporters who are tied, with a need and an agreement; the front end chose the ids.
struct Draft {
    anna: String,
    bram: String,
    content: Value,
}

fn draft() -> Draft {
    let [person_a, person_b, anna, bram, tie, agreement] = [(); 6].map(|()| id().to_string());
    let content = json!({
        "theme": "kanker",
        "everyoneNamed": true,
        "reviewOn": "2027-06-01",
        "persons": [{ "id": person_a, "alias": "Anna", "relationship": "friend" }, { "id": person_b, "alias": "Bram" }],
        "supporters": [
            { "id": anna, "personId": person_a, "closeness": "inner", "tension": 0,
              "supports": [{ "supportType": "emotional", "direction": "mutual", "availability": "could-ask" }] },
            { "id": bram, "personId": person_b, "supports": [] },
        ],
        "ties": [{ "id": tie, "supporterIds": [bram, anna], "strength": 3 }],
        "needs": [{ "supportType": "emotional", "level": 3 }],
        "agreements": [{ "id": agreement, "text": "Samen wandelen", "supporterId": anna, "status": "planned" }],
    });
    Draft { anna, bram, content }
}

async fn empty_map(who: &Client, client: impl std::fmt::Display) -> (String, String) {
    let map = who.post(&format!("/v1/clients/{client}/maps"), json!({ "theme": "iets" })).await.expect(201);
    (map.location(), map.etag())
}

#[apply(both_databases)]
#[tokio::test]
async fn a_map_made_offline_is_saved_whole_and_read_back_equal(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let coach = &world.a.coach;
    let (map, etag) = empty_map(coach, world.a.client_id).await;
    let draft = draft();
    let saved = coach.put(&format!("{map}/content"), &etag, draft.content.clone()).await.expect(200);
    let shown = coach.get(&map).await.expect(200);
    assert_eq!(saved.json(), shown.json());
    assert_eq!(saved.etag(), shown.etag());
    assert_ne!(saved.etag(), etag);
    assert_eq!(shown["theme"], "kanker");
    assert_eq!(shown["everyoneNamed"], true);
    assert_eq!(shown["everyTieNamed"], Value::Null);
    assert_eq!(shown["supporters"][0]["id"], draft.anna);
    assert_eq!(shown["supporters"][0]["supports"], draft.content["supporters"][0]["supports"]);
    assert_eq!(shown["supporters"][1]["supports"], json!([]));
    assert_eq!(shown["supporters"][1]["closeness"], Value::Null);
    assert_eq!(shown["ties"][0]["supporterIds"], json!([draft.anna, draft.bram]));
    assert_eq!(shown["agreements"][0]["text"], "Samen wandelen");
    assert_eq!(shown["needs"], draft.content["needs"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn unchanged_entries_keep_their_version_and_unlisted_ones_are_deleted(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let coach = &world.a.coach;
    let (map, etag) = empty_map(coach, world.a.client_id).await;
    let Draft { anna, bram, mut content } = draft();
    let path = format!("{map}/content");
    let persons = format!("/v1/clients/{}/persons", world.a.client_id);
    let before = coach.all(&persons).await.len();
    let first = coach.put(&path, &etag, content.clone()).await.expect(200);
    content["supporters"][1]["closeness"] = json!("outer");
    content["persons"][0]["alias"] = json!("Anna B.");
    content.as_object_mut().unwrap().remove("agreements");
    let second = coach.put(&path, &first.etag(), content.clone()).await.expect(200);
    assert_eq!(second["supporters"][0], first["supporters"][0]);
    assert_eq!(second["ties"], first["ties"]);
    assert_eq!(second["agreements"], first["agreements"]);
    assert_ne!(second["supporters"][1]["etag"], first["supporters"][1]["etag"]);
    assert_eq!(second["supporters"][1]["createdAt"], first["supporters"][1]["createdAt"]);
    assert_eq!(second["persons"][0]["alias"], "Anna B.");
    // Removing Bram removes the tie; the person stays.
    content["supporters"] = json!([content["supporters"][0]]);
    content["ties"] = json!([]);
    let third = coach.put(&path, &second.etag(), content).await.expect(200);
    assert_eq!(third["supporters"].as_array().unwrap().len(), 1);
    assert_eq!(third["supporters"][0]["id"], anna);
    coach.get(&format!("/v1/supporters/{bram}")).await.problem(404, "not-found");
    assert_eq!(coach.all(&persons).await.len(), before + 2);
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_is_reported_at_once_and_nothing_is_changed(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let coach = &world.a.coach;
    let (map, etag) = empty_map(coach, world.a.client_id).await;
    let path = format!("{map}/content");
    let Draft { anna, mut content, .. } = draft();
    content["supporters"][1]["personId"] = content["supporters"][0]["personId"].clone();
    content["ties"][0]["supporterIds"] = json!([anna, anna]);
    content["persons"][0]["id"] = json!("7f1c9a52-8a3e-4b7c-9c54-3a1d2b1c0d9e");
    content["needs"] = json!([{ "supportType": "emotional", "level": 1 }, { "supportType": "emotional", "level": 2 }]);
    let refused = coach.put(&path, &etag, content).await.problem(400, "invalid-request");
    let mut errors = refused.errors();
    errors.sort();
    assert_eq!(
        errors,
        [
            "/needs/1/supportType duplicate",
            "/persons/0/id format",
            "/supporters/1/personId duplicate",
            "/ties/0/supporterIds/1 duplicate",
        ]
    );
    let Draft { mut content, .. } = draft();
    let nobody = id().to_string();
    content["supporters"][0]["personId"] = json!(nobody);
    content["ties"][0]["supporterIds"][0] = json!(nobody);
    content["agreements"][0]["supporterId"] = json!(nobody);
    let refused = coach.put(&path, &etag, content.clone()).await.problem(409, "unknown-reference");
    assert_eq!(refused.errors().len(), 3);
    content["supporters"][0]["supports"][0]["supportType"] = json!("dancing");
    coach.put(&path, &etag, content).await.problem(409, "unknown-reference");
    let shown = coach.get(&map).await.expect(200);
    assert_eq!(shown.etag(), etag);
    assert_eq!(shown["persons"], json!([]));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_stale_content_and_foreign_ids_are_refused(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let coach = &world.a.coach;
    let (map, etag) = empty_map(coach, world.a.client_id).await;
    let path = format!("{map}/content");
    let Draft { content, .. } = draft();
    let saved = coach.put(&path, &etag, content.clone()).await.expect(200);
    coach.put(&path, &etag, content.clone()).await.problem(412, "stale");
    // The same ids on another client's map: taken, and the first map is as it was.
    let (other, other_etag) = empty_map(&world.a.other_client, world.a.other_client_id).await;
    let save = async |content| world.a.other_client.put(&format!("{other}/content"), &other_etag, content).await;
    let taken = save(content.clone()).await.problem(409, "id-taken").errors();
    let ids = ["/agreements/0", "/persons/0", "/persons/1", "/supporters/0", "/supporters/1", "/ties/0"];
    assert_eq!(taken, ids.map(|entry| format!("{entry}/id id-taken")));
    let mut hijack = content.clone();
    hijack["persons"] = json!([]);
    hijack["supporters"] = json!([]);
    hijack["ties"] = json!([]);
    hijack["agreements"][0]["supporterId"] = Value::Null;
    assert_eq!(save(hijack).await.problem(409, "id-taken").errors(), ["/agreements/0/id id-taken"]);
    let mut theirs = content.clone();
    theirs["persons"] = json!([]);
    save(theirs).await.problem(409, "unknown-reference");
    // Among ids of their own, and a person whom the coach may not see.
    let mut own = draft().content;
    own["supporters"][1]["id"] = content["supporters"][0]["id"].clone();
    own["ties"] = json!([]);
    assert_eq!(save(own).await.problem(409, "id-taken").errors(), ["/supporters/1/id id-taken"]);
    let mut hidden = content.clone();
    hidden["persons"].as_array_mut().unwrap().push(json!({ "id": world.a.private.person, "alias": "Anna" }));
    let refused = coach.put(&path, "*", hidden).await.problem(409, "id-taken");
    assert_eq!(refused.errors(), ["/persons/2/id id-taken"]);
    assert_eq!(coach.get(&map).await.expect(200).json(), saved.json());
    assert_eq!(world.a.other_client.get(&other).await.expect(200).etag(), other_etag);
}

/// The largest content that is taken: everything at its limit, with `types` on each of 200 supporters.
fn largest(codes: &[String], types: usize) -> Value {
    let ids = |n: usize| (0..n).map(|_| id().to_string()).collect::<Vec<_>>();
    let (persons, supporters) = (ids(200), ids(200));
    let of = |n: usize, make: &dyn Fn(usize) -> Value| (0..n).map(make).collect::<Vec<_>>();
    let supports = |from: usize| of(types, &|n| json!({ "supportType": codes[(from + n) % codes.len()] }));
    // Ten ties each: with the next ten around the circle.
    let tie = |n: usize| {
        let (one, other) = (n % 200, (n % 200 + n / 200 + 1) % 200);
        json!({ "id": id().to_string(), "supporterIds": [supporters[one], supporters[other]], "strength": 2 })
    };
    json!({
        "persons": of(200, &|n| json!({ "id": persons[n], "alias": format!("Persoon {n}") })),
        "supporters": of(200, &|n| json!({ "id": supporters[n], "personId": persons[n], "supports": supports(n) })),
        "ties": of(2000, &tie),
        "needs": codes.iter().map(|code| json!({ "supportType": code, "level": 1 })).collect::<Vec<_>>(),
        "agreements": of(200, &|n| json!({ "id": id().to_string(), "text": format!("Afspraak {n}"), "status": "planned" })),
    })
}

#[apply(both_databases)]
#[tokio::test]
async fn the_largest_content_is_saved_and_a_larger_one_refused(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (admin, coach) = (&world.a.admin, &world.a.coach);
    let own: Vec<_> =
        (0..20).map(|n| json!({ "code": format!("own-{n}"), "labels": { "nl": "x", "en": "x" } })).collect();
    let etag = admin.get("/v1/vocabulary").await.expect(200).etag();
    admin.put("/v1/vocabulary", &etag, json!({ "supportTypes": own })).await.expect(200);
    let codes: Vec<_> = (0..20)
        .map(|n| format!("own-{n}"))
        .chain(["emotional", "practical", "informational", "companionship", "appraisal"].map(str::to_owned))
        .collect();
    let (map, etag) = empty_map(coach, world.a.client_id).await;
    let path = format!("{map}/content");
    let content = largest(&codes, 10);
    let one_more = |member: &str, like: usize| {
        let mut content = content.clone();
        let mut item = content[member][like].clone();
        item["id"] = json!(id().to_string());
        content[member].as_array_mut().unwrap().push(item);
        content
    };
    for member in ["persons", "supporters", "ties", "agreements"] {
        let refused = coach.put(&path, &etag, one_more(member, 0)).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), [format!("/{member} too-many")]);
    }
    let mut one_support_more = content.clone();
    let eleventh = json!({ "supportType": codes[10] });
    one_support_more["supporters"][0]["supports"].as_array_mut().unwrap().push(eleventh);
    let refused = coach.put(&path, &etag, one_support_more).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/supporters too-many"]);
    let saved = coach.put(&path, &etag, content).await.expect(200);
    let shown = coach.get(&map).await.expect(200);
    assert_eq!(saved.json(), shown.json());
    for (member, count) in [("persons", 200), ("supporters", 200), ("ties", 2000), ("agreements", 200), ("needs", 25)] {
        assert_eq!(shown[member].as_array().unwrap().len(), count, "{member}");
    }
    let supports = shown["supporters"].as_array().unwrap().iter().map(|one| one["supports"].as_array().unwrap().len());
    assert_eq!(supports.sum::<usize>(), 2000);
    // All of it taken off again, and all of it changed, is as well within what the databases take.
    let again = coach.put(&path, &shown.etag(), largest(&codes, 10)).await.expect(200);
    assert_eq!(again["supporters"].as_array().unwrap().len(), 200);
}
