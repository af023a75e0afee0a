//! Bodies and queries are told everything that is wrong with them at once: what the schema says and what it cannot, one error
//! for each cause, with the figure and what is expected.

use crate::support::{App, Content, Db, id};
use rstest::rstest;
use serde_json::{Value, json};

#[rstest]
#[tokio::test]
async fn a_fault_of_the_schema_hides_no_other_fault(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (_app, world) = App::with_world(db).await;
    let Content { map, person, .. } = world.a.open;
    let support = json!({ "supportType": "emotional" });
    let both = json!({
        "personId": person, "person": { "alias": " " }, "tension": 9, "supports": [support, support],
    });
    let refused = world.a.coach.post(&format!("/v1/maps/{map}/supporters"), both).await;
    let expected =
        ["/person exclusive", "/person/alias blank", "/supports/1/supportType duplicate", "/tension too-large"];
    assert_eq!(refused.problem(400, "invalid-request").errors(), expected);

    let twice = json!({ "system": "https://ecd.example.nl", "value": "1204" });
    let client = json!({ "name": "", "externalIdentifiers": [twice, twice], "dateOfBirth": "2001-02-30" });
    let refused = world.a.admin.post("/v1/clients", client).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/dateOfBirth format", "/externalIdentifiers/1 duplicate", "/name too-short"]);

    let period = json!({ "coachId": "Anouk", "startsAt": "2026-03-02T00:00:00Z", "endsAt": "2026-03-01T00:00:00Z" });
    let assignments = format!("/v1/clients/{}/assignments", world.a.client_id);
    let refused = world.a.admin.post(&assignments, period).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/basis required", "/coachId format", "/endsAt before-start"]);
}

#[rstest]
#[tokio::test]
async fn a_whole_map_is_told_every_duplicate_beside_what_is_missing(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (_app, world) = App::with_world(db).await;
    let Content { map, supporter, person, .. } = world.a.open;
    let placed = json!({ "id": supporter, "personId": person, "closeness": "near" });
    let content = json!({
        "supporters": [placed, placed],
        "ties": [{ "id": id(), "supporterIds": [supporter, supporter] }],
        "needs": [{ "supportType": "emotional", "level": 1 }, { "supportType": "emotional" }],
    });
    let refused = world.a.coach.put(&format!("/v1/maps/{map}/content"), "*", content).await;
    let expected = [
        "/needs/1/level required",
        "/needs/1/supportType duplicate",
        "/supporters/0/closeness enum",
        "/supporters/1/closeness enum",
        "/supporters/1/id duplicate",
        "/supporters/1/personId duplicate",
        "/ties/0/supporterIds/1 duplicate",
    ];
    assert_eq!(refused.problem(400, "invalid-request").errors(), expected);
}

/// The one error of a problem.
fn only(body: &Value) -> Value {
    let errors = body["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{body}");
    let error = &errors[0];
    json!([error["code"], error["params"], error["detail"]])
}

#[rstest]
#[case(json!({ "name": "x".repeat(201) }), "too-long", json!({ "max": 200 }), "At most 200 characters.", "Hoogstens 200 tekens.")]
#[case(json!({ "name": 7 }), "type", json!({ "type": "string" }), "Must be a text, between quotes.", "Dit moet een tekst zijn, tussen aanhalingstekens.")]
#[case(json!({ "name": "x", "dateOfBirth": "1974-5-3" }), "format", json!({ "format": "date" }), "Must be an existing date, such as 2026-03-01.", "Dit moet een bestaande datum zijn, zoals 2026-03-01.")]
#[case(json!({ "name": "x\ny" }), "format", json!({ "format": "single-line" }), "Must be one line, without control characters.", "Dit moet één regel zijn, zonder besturingstekens.")]
#[tokio::test]
async fn an_error_says_what_is_expected_with_its_figure(
    #[values(Db::Sqlite, Db::Postgres)] db: Db,
    #[case] body: Value,
    #[case] code: &str,
    #[case] params: Value,
    #[case] english: &str,
    #[case] dutch: &str,
) {
    let (_app, world) = App::with_world(db).await;
    for (language, detail) in [("en", english), ("nl", dutch)] {
        let answer = world.a.admin.with("accept-language", language).post("/v1/clients", body.clone()).await;
        assert_eq!(only(&answer.problem(400, "invalid-request").json()), json!([code, params, detail]));
    }
}

#[rstest]
#[tokio::test]
async fn words_addresses_and_figures_of_lists_are_told(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (_app, world) = App::with_world(db).await;
    let english = |client: &crate::support::Client| client.with("accept-language", "en");
    let Content { map, unplaced_person, .. } = world.a.open;
    let near = json!({ "personId": unplaced_person, "closeness": "near" });
    let refused = english(&world.a.coach).post(&format!("/v1/maps/{map}/supporters"), near).await;
    let words = ["inner", "middle", "outer"];
    let expected = json!(["enum", { "words": words }, "Must be one of: inner, middle, outer."]);
    assert_eq!(only(&refused.problem(400, "invalid-request").json()), expected);

    let invitation = json!({ "email": "anouk at example.nl", "roles": ["coach"] });
    let refused = english(&world.a.admin).post("/v1/invitations", invitation).await;
    let expected = "Must be an email address, such as saskia@example.nl.";
    let error = json!(["format", { "format": "email-address" }, expected]);
    assert_eq!(only(&refused.problem(400, "invalid-request").json()), error);

    let none = json!({ "persons": [] });
    let path = format!("/v1/clients/{}/persons/batch", world.a.client_id);
    let refused = english(&world.a.coach).post(&path, none).await.problem(400, "invalid-request");
    assert_eq!(only(&refused.json()), json!(["too-few", { "min": 1 }, "At least 1 of these."]));
}

#[rstest]
#[tokio::test]
async fn a_query_is_held_to_its_schema_as_a_body_is(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (_app, world) = App::with_world(db).await;
    let coach = world.a.coach.with("accept-language", "en");
    let refused =
        coach.get("/v1/caseload?limit=900&sort=size&attention=fragile-type&attention=none&page=2&sort=name").await;
    let refused = refused.problem(400, "invalid-request");
    let expected = ["/attention enum", "/limit too-large", "/page unknown-member", "/sort duplicate", "/sort enum"];
    assert_eq!(refused.errors(), expected);
    let body = refused.json();
    let of = |pointer: &str, code: &str| {
        let errors = body["errors"].as_array().unwrap();
        errors.iter().find(|error| error["pointer"] == pointer && error["code"] == code).unwrap().clone()
    };
    assert_eq!(of("/limit", "too-large")["params"], json!({ "max": 200 }));
    assert_eq!(of("/limit", "too-large")["in"], "query");
    assert!(of("/sort", "enum")["detail"].as_str().unwrap().contains("reviewOn"));
    world.a.admin.post("/v1/clients?ifExists=ok", json!({ "name": "x" })).await.problem(400, "invalid-request");
    let page =
        coach.get("/v1/caseload?sort=-name&limit=1&attention=uncovered-type&attention=fragile-type").await.expect(200);
    assert!(page["facets"].is_object());
}

#[rstest]
#[tokio::test]
async fn every_problem_and_code_is_on_one_page(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let app = App::spawn(db).await;
    for (language, title) in [("nl", "Problemen"), ("en", "Problems")] {
        let page = app.anonymous().with("accept-language", language).get("/problems").await.expect(200).text();
        for text in [title, "/problems/map-full", "<code>in-flight</code></a> (409)", "<code>too-long</code>"] {
            assert!(page.contains(text), "{language}: {text}");
        }
    }
}
