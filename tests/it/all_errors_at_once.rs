//! Every error of a body or query is reported at once: those of the schema and those it cannot express, one error
//! for each cause, with the figure and what is expected.

use crate::support::{App, Content, Db, both_databases, id};
use rstest_reuse::apply;
use serde_json::{Value, json};

#[apply(both_databases)]
#[tokio::test]
async fn a_schema_error_hides_no_other_error(db: Db) {
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

#[apply(both_databases)]
#[tokio::test]
async fn duplicates_and_missing_members_of_a_whole_map_are_reported_together(db: Db) {
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

#[apply(both_databases)]
#[case(json!({ "name": "x".repeat(201) }), "too-long", json!({ "max": 200 }), "At most 200 characters.", "Hoogstens 200 tekens.")]
#[case(json!({ "name": 7 }), "type", json!({ "type": "string" }), "Must be a text, between quotes.", "Dit moet een tekst zijn, tussen aanhalingstekens.")]
#[case(json!({ "name": "x", "preferredName": 7 }), "type", json!({ "type": "string" }), "Must be a text, between quotes.", "Dit moet een tekst zijn, tussen aanhalingstekens.")]
#[case(json!({ "name": "x", "dateOfBirth": "1974-5-3" }), "format", json!({ "format": "date" }), "Must be an existing date, such as 2026-03-01.", "Dit moet een bestaande datum zijn, zoals 2026-03-01.")]
#[case(json!({ "name": "x\ny" }), "format", json!({ "format": "single-line" }), "Must be one line, without control characters.", "Dit moet één regel zijn, zonder besturingstekens.")]
#[tokio::test]
async fn an_error_states_the_expected_value_with_its_limit(
    db: Db,
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

#[apply(both_databases)]
#[tokio::test]
async fn errors_name_the_allowed_words_formats_and_list_sizes(db: Db) {
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

#[apply(both_databases)]
#[tokio::test]
async fn a_query_is_validated_against_its_schema_like_a_body(db: Db) {
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

#[apply(both_databases)]
#[tokio::test]
async fn one_page_lists_every_problem_type_and_field_code(db: Db) {
    let app = App::spawn(db).await;
    for (language, title) in [("nl", "Problemen"), ("en", "Problems")] {
        let page = app.anonymous().with("accept-language", language).get("/problems").await.expect(200).text();
        for text in [title, "/problems/map-full", "<code>in-flight</code></a> (409)", "<code>too-long</code>"] {
            assert!(page.contains(text), "{language}: {text}");
        }
    }
}
