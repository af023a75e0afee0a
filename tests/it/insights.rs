//! `/v1/maps/{mapId}/insights` and `…/absence/{supporterId}`.

use crate::support::{Answer, App, Client, Db, both_databases, id};
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A map of the client's with these people on it, and the ids of their supporters by alias.
struct Made {
    path: String,
    ids: BTreeMap<String, String>,
}

impl Made {
    async fn new(by: &Client, client: impl std::fmt::Display, people: &[(&str, &str, Value)]) -> Self {
        let map = by.post(&format!("/v1/clients/{client}/maps"), json!({ "theme": "kanker" })).await.expect(201);
        let (path, mut ids) = (map.location(), BTreeMap::new());
        for (alias, relationship, answers) in people {
            let mut body = answers.clone();
            body["person"] = json!({ "alias": alias, "relationship": relationship });
            ids.insert((*alias).to_owned(), by.post(&format!("{path}/supporters"), body).await.expect(201).id());
        }
        Self { path, ids }
    }

    async fn tie(&self, by: &Client, one: &str, other: &str) {
        let body = json!({ "supporterIds": [self.ids[one], self.ids[other]] });
        by.post(&format!("{}/ties", self.path), body).await.expect(201);
    }

    async fn need(&self, by: &Client, needs: Value) {
        by.put(&format!("{}/needs", self.path), "*", json!({ "needs": needs })).await.expect(200);
    }

    async fn insights(&self, by: &Client) -> Answer {
        by.get(&format!("{}/insights", self.path)).await.expect(200)
    }
}

fn can(types: &[&str]) -> Value {
    types
        .iter()
        .map(|code| json!({ "supportType": code, "direction": "mutual", "availability": "could-ask" }))
        .collect::<Vec<_>>()
        .into()
}

/// Anna gives most support; Bram is close and unanswered; Els is unplaced; the nurse is a professional.
fn people() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        (
            "Anna",
            "friend",
            json!({ "closeness": "inner", "burden": 3, "tension": 2, "supports": can(&["emotional", "practical", "appraisal"]) }),
        ),
        ("Bram", "sibling", json!({ "closeness": "inner", "supports": [] })),
        ("Els", "colleague", json!({ "closeness": "middle" })),
        ("Wijkverpleging", "professional", json!({ "closeness": "outer", "supports": can(&["practical"]) })),
    ]
}

#[apply(both_databases)]
#[tokio::test]
async fn insights_have_coverage_measures_and_questions(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client.with("accept-language", "en");
    let made = Made::new(client, world.a.client_id, &people()).await;
    made.tie(client, "Anna", "Bram").await;
    let needs = json!([{ "supportType": "emotional", "level": 3 }, { "supportType": "practical", "level": 1 },
        { "supportType": "companionship", "level": 2 }, { "supportType": "appraisal", "level": 0 }]);
    made.need(client, needs).await;
    let told = made.insights(client).await;
    let of = |alias: &str| made.ids[alias].clone();
    let states: Vec<_> = told["coverage"].as_array().unwrap().iter().map(|of| of["state"].clone()).collect();
    assert_eq!(json!(states), json!(["fragile", "covered", "not-answered", "gap", "no-need"]));
    let emotional = &told["coverage"][0];
    assert_eq!(emotional["label"], "Listening");
    assert_eq!((&emotional["available"], &emotional["unanswered"]), (&json!([of("Anna")]), &json!([of("Els")])));

    let measures = &told["measures"];
    assert_eq!(measures["density"], 1.0 / 6.0);
    assert_eq!(measures["effectiveSize"], 3.5);
    assert_eq!(
        (&measures["components"], &measures["isolates"]),
        (&json!(3), &json!([of("Els"), of("Wijkverpleging")]))
    );
    let concentration = json!({ "share": 0.75, "links": 4, "supporterIds": [of("Anna")] });
    assert_eq!(measures["concentration"], concentration);
    assert_eq!((&measures["reciprocity"], &measures["multiplexity"]), (&json!(2.0 / 3.0), &json!(4.0 / 3.0)));
    assert_eq!(measures["closenesses"]["entropy"], 1.5);
    assert_eq!(measures["relationships"]["entropy"], 2.0);

    let observations = told["observations"].as_array().unwrap();
    let rules: Vec<_> = observations.iter().map(|of| of["rule"].as_str().unwrap()).collect();
    let expected = [
        "nobody-for-type",
        "rests-on-one-person",
        "one-person-carries-most",
        "high-burden",
        "tension-in-inner-ring",
        "inner-ring-never-asked",
        "support-unanswered",
    ];
    assert_eq!(rules, expected);
    for of in observations {
        assert!(of["question"].as_str().unwrap().contains('?'), "a question: {of}");
        assert!(!of["question"].as_str().unwrap().contains(['{', '}', '$']), "whole: {of}");
        assert!(!of["source"].as_str().unwrap().is_empty());
    }
    assert_eq!(
        observations[0]["question"],
        "For “Company” there is nobody you would ask. For Els it has not been answered yet. Could it be them?"
    );
    assert_eq!(observations[0]["facts"]["unansweredIds"], json!([of("Els")]));
    assert_eq!(observations[5]["facts"]["supporterIds"], json!([of("Bram")]));
}

#[apply(both_databases)]
#[tokio::test]
async fn measures_of_an_empty_map_are_undefined(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let made = Made::new(&world.a.client, world.a.client_id, &[]).await;
    let told = made.insights(&world.a.client).await;
    assert_eq!(told["observations"], json!([]));
    let none = json!({ "counts": [], "unanswered": 0, "entropy": null });
    let expected = json!({
        "supporters": 0, "ties": 0, "density": null, "relationships": none, "closenesses": none, "effectiveSize": null,
        "components": 0, "isolates": [], "concentration": null, "reciprocity": null, "multiplexity": null,
    });
    assert_eq!(told["measures"], expected);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_absence_shows_gaps_groups_and_agreements(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client.with("accept-language", "en");
    let made = Made::new(client, world.a.client_id, &people()).await;
    made.tie(client, "Anna", "Bram").await;
    made.tie(client, "Anna", "Els").await;
    made.need(client, json!([{ "supportType": "emotional", "level": 3 }, { "supportType": "practical", "level": 1 }]))
        .await;
    let agreement = json!({ "text": "Mee naar de uitslag", "supporterId": made.ids["Anna"] });
    let agreement = client.post(&format!("{}/agreements", made.path), agreement).await.expect(201);
    let absence = |alias: &str| format!("{}/insights/absence/{}", made.path, made.ids[alias]);
    let told = client.get(&absence("Anna")).await.expect(200);
    let supports: Vec<_> = told["supports"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| json!([of["supportType"], of["before"], of["after"], of["left"]]))
        .collect();
    let expected = json!([
        ["emotional", "fragile", "gap", []],
        ["practical", "covered", "fragile", [made.ids["Wijkverpleging"]]],
        ["appraisal", "not-answered", "not-answered", []],
    ]);
    assert_eq!(json!(supports), expected);
    assert_eq!(told["groups"], json!([[made.ids["Bram"]], [made.ids["Els"]]]));
    assert_eq!(told["agreementIds"], json!([agreement.id()]));
    let sentences = json!([
        "Without Anna there is nobody left for “Listening”.",
        "Without Anna, “Practical help” rests on one person: Wijkverpleging.",
        "Without Anna there is nobody left for “Appreciation”. Whether you need it has not been answered.",
        "Without Anna these people no longer know each other through somebody else: Bram; Els.",
        "One agreement with Anna is open.",
    ]);
    assert_eq!(told["sentences"], sentences);
    let dutch = client.with("accept-language", "nl").get(&absence("Bram")).await.expect(200);
    assert_eq!(dutch["sentences"], json!(["Zonder Bram ontstaat er op deze kaart geen nieuw gat."]));
    assert_eq!((&dutch["supports"], &dutch["groups"]), (&json!([]), &json!([])));

    let other = Made::new(client, world.a.client_id, &people()).await;
    client.get(&format!("{}/insights/absence/{}", made.path, other.ids["Anna"])).await.problem(404, "not-found");
    client.get(&format!("{}/insights/absence/{}", made.path, id())).await.problem(404, "not-found");
    let refused = client.get(&format!("{}/insights/absence/anna", made.path)).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/supporterId format"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_entity_tag_depends_on_map_vocabulary_and_language(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let made = Made::new(client, world.a.client_id, &people()).await;
    for path in [format!("{}/insights", made.path), format!("{}/insights/absence/{}", made.path, made.ids["Anna"])] {
        let dutch = client.get(&path).await.expect(200);
        assert_eq!((dutch.header("content-language"), dutch.header("vary").contains("Accept-Language")), ("nl", true));
        client.with("if-none-match", &dutch.etag()).get(&path).await.expect(304);
        let english = client.with("accept-language", "en-GB, nl;q=0.5");
        let answer = english.with("if-none-match", &dutch.etag()).get(&path).await.expect(200);
        assert_eq!(answer.header("content-language"), "en");
        assert_ne!(answer.bytes, dutch.bytes);
        english.with("if-none-match", &answer.etag()).get(&path).await.expect(304);
    }
    let path = format!("{}/insights", made.path);
    let before = made.insights(client).await.etag();
    made.need(client, json!([{ "supportType": "practical", "level": 1 }])).await;
    let needed = client.with("if-none-match", &before).get(&path).await.expect(200).etag();
    let words = world.a.admin.get("/v1/vocabulary").await.expect(200).etag();
    let own = json!({ "supportTypes": [{ "code": "prayer", "labels": { "nl": "Gebed", "en": "Prayer" } }] });
    world.a.admin.put("/v1/vocabulary", &words, own).await.expect(200);
    let told = client.with("if-none-match", &needed).get(&path).await.expect(200);
    assert_eq!((&told["coverage"][5]["label"], &told["coverage"][5]["need"]), (&json!("Gebed"), &Value::Null));
}

#[apply(both_databases)]
#[tokio::test]
async fn sentences_address_their_reader(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let made = Made::new(&world.a.client, world.a.client_id, &people()).await;
    made.need(&world.a.client, json!([{ "supportType": "companionship", "level": 2 }])).await;
    let insights = format!("{}/insights", made.path);
    let absence = format!("{insights}/absence/{}", made.ids["Anna"]);
    let last = |language, audience| match (language, audience) {
        ("nl", "client") => ["er niemand aan wie u het zou vragen", "Of u dat nodig heeft, is niet ingevuld."],
        ("nl", _) => ["er niemand aan wie de cliënt het zou vragen", "Of de cliënt dat nodig heeft, is niet ingevuld."],
        (_, "client") => ["there is nobody you would ask", "Whether you need it has not been answered."],
        (_, _) => ["there is nobody the client would ask", "Whether the client needs it has not been answered."],
    };
    let mut tags = Vec::new();
    for language in ["nl", "en"] {
        for (by, own, other) in [(&world.a.client, "client", "coach"), (&world.a.coach, "coach", "client")] {
            let by = by.with("accept-language", language);
            let unsaid = by.get(&insights).await.expect(200);
            for (query, audience) in [("", own), (own, own), (other, other)] {
                let query = if query.is_empty() { String::new() } else { format!("?audience={query}") };
                let [question, sentence] = last(language, audience);
                let told = by.get(&format!("{insights}{query}")).await.expect(200);
                let text = told["observations"][0]["question"].as_str().unwrap();
                assert!(text.contains(question), "{language} {audience}: {text}");
                assert_eq!(told.etag() == unsaid.etag(), audience == own);
                tags.push(told.etag());
                let told = by.get(&format!("{absence}{query}")).await.expect(200);
                let text = told["sentences"].to_string();
                assert!(text.contains(sentence), "{language} {audience}: {text}");
            }
        }
    }
    assert_eq!(
        tags.into_iter().collect::<std::collections::BTreeSet<_>>().len(),
        4,
        "one of each language and audience"
    );
    for path in [&insights, &absence] {
        let refused = world.a.coach.get(&format!("{path}?audience=admin&to=me")).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/audience enum", "/to unknown-member"]);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn only_readers_of_the_map_get_its_insights(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    for (content, coach) in [(&a.open, 200), (&a.private, 404)] {
        for path in [
            format!("/v1/maps/{}/insights", content.map),
            format!("/v1/maps/{}/insights/absence/{}", content.map, content.supporter),
        ] {
            app.anonymous().get(&path).await.problem(401, "not-authenticated");
            for stranger in [&a.admin, &a.other_coach, &a.other_client, &b.coach, &b.client, &world.operator] {
                stranger.get(&path).await.problem(404, "not-found");
            }
            a.client.get(&path).await.expect(200);
            a.coach.get(&path).await.expect(coach);
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn supporters_of_the_past_cover_nothing(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, coach, of) = (&world.a.client, &world.a.coach, world.a.client_id);
    let made = Made::new(client, of, &people()).await;
    made.tie(client, "Anna", "Bram").await;
    made.need(client, json!([{ "supportType": "emotional", "level": 3 }, { "supportType": "practical", "level": 1 }]))
        .await;
    let emotional = format!("/v1/clients/{of}/helpers?supportType=emotional");
    // What the insights, the caseload and the look-up say of the two needs, and how many there are to call.
    let said = async || {
        let insights = made.insights(coach).await.json();
        let state = |code: &str| {
            let all = insights["coverage"].as_array().unwrap();
            all.iter().find(|one| one["supportType"] == code).unwrap()["state"].clone()
        };
        let latest = coach.get("/v1/caseload").await.expect(200)["items"][0]["latestMap"].clone();
        let available = coach.get(&emotional).await.expect(200)["helpers"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|helper| helper["reasons"][0]["code"] == "could-ask")
            .count();
        (json!([state("emotional"), state("practical")]), json!([latest["fragile"], latest["uncovered"]]), available)
    };
    assert_eq!(said().await, (json!(["fragile", "covered"]), json!([["emotional"], []]), 1));
    let whole = coach.get(&made.path).await.expect(200);
    let anna = whole["persons"][0]["id"].as_str().unwrap().to_owned();
    client.patch(&format!("/v1/persons/{anna}"), "*", json!({ "past": true })).await.expect(200);
    assert_eq!(said().await, (json!(["gap", "fragile"]), json!([["practical"], ["emotional"]]), 0));

    let insights = made.insights(coach).await.json();
    let nurse = json!([made.ids["Wijkverpleging"]]);
    assert_eq!(insights["measures"]["concentration"]["supporterIds"], nurse);
    assert_eq!(
        (&insights["measures"]["supporters"], &insights["measures"]["ties"]),
        (&json!(4), &json!(1)),
        "still on the map"
    );
    let rules: Vec<_> =
        insights["observations"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
    assert_eq!(
        rules,
        [
            "nobody-for-type",
            "rests-on-one-person",
            "inner-ring-never-asked",
            "only-professionals",
            "support-unanswered"
        ]
    );
    let absence = coach.get(&format!("{}/insights/absence/{}", made.path, made.ids["Anna"])).await.expect(200);
    assert_eq!(absence["supports"], json!([]), "nothing falls away with her");
    client.patch(&format!("/v1/persons/{anna}"), "*", json!({ "past": false })).await.expect(200);
    assert_eq!(said().await.2, 1);
}
