//! What is the same for every request.

use crate::support::operations::Operation;
use crate::support::{App, Db, Ids, both_databases};
use reqwest::Method;
use rstest::rstest;
use rstest_reuse::apply;
use serde_json::{Value, json};

#[apply(both_databases)]
#[tokio::test]
async fn a_request_without_a_token_of_ours_is_401(db: Db) {
    let (app, world) = App::with_world(db).await;
    let nobody = app.anonymous();
    let token = app.token(world.a.admin.session, world.a.admin.user);
    let (head, signature) = token.rsplit_once('.').unwrap();
    let forged = format!("{head}.{}", signature.chars().rev().collect::<String>());
    let without = "Bearer realm=\"omringd\"";
    let invalid = "Bearer realm=\"omringd\", error=\"invalid_token\"";
    let strangers = [
        (nobody.clone(), without),
        (nobody.with("authorization", "Basic dTpw"), without),
        (nobody.bearer(""), without),
        (nobody.bearer("x.y.z"), invalid),
        (nobody.bearer(&forged), invalid),
        (nobody.bearer(&app.token(world.a.admin.session, world.a.coach.user)), invalid),
        (nobody.bearer(&app.token(uuid::Uuid::nil(), world.a.admin.user)), invalid),
    ];
    for (stranger, challenge) in strangers {
        let answer = stranger.get("/v1/clients").await.problem(401, "not-authenticated");
        assert_eq!(answer.header("www-authenticate"), challenge);
    }
    nobody.with("authorization", &format!("bearer {token}")).get("/v1/clients").await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn revocation_takes_effect_on_the_next_request(db: Db) {
    let (app, world) = App::with_world(db).await;
    let execute = async |sql: &str| app.raw.run(sql).await.unwrap();
    let path = format!("/v1/clients/{}", world.a.client_id);
    world.a.coach.get(&path).await.expect(200);
    execute("update assignment set ends_at = starts_at").await;
    world.a.coach.get(&path).await.problem(404, "not-found");
    world.a.admin.get(&path).await.expect(200);
    execute("update member set admin = (1 = 0), coach = (1 = 1) where admin").await;
    world.a.admin.get(&path).await.problem(404, "not-found");
    execute("update organisation set status = 'suspended'").await;
    world.a.client.get(&path).await.problem(403, "no-organisation");
    execute("update session set ended_at = created_at").await;
    world.a.client.get(&path).await.problem(401, "not-authenticated");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_session_expires(db: Db) {
    let (app, world) = App::with_world(db).await;
    app.clock.advance(chrono::TimeDelta::hours(13));
    world.a.admin.get("/v1/clients").await.problem(401, "not-authenticated");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_unknown_path_is_404(db: Db) {
    let (app, world) = App::with_world(db).await;
    for path in ["/v1", "/v1/clients/", "/v1/clients//", "/v1/nothing", "/v2/clients"] {
        world.a.admin.get(path).await.problem(404, "not-found");
        app.anonymous().get(path).await.problem(404, "not-found");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_wrong_method_is_405_with_the_allowed_ones(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let one = format!("/v1/clients/{}", world.a.client_id);
    let refused = async |method: Method, path: &str| {
        let answer = world.a.admin.send(method, path, None).await.problem(405, "method-not-allowed");
        answer.header("allow").to_owned()
    };
    assert_eq!(refused(Method::PUT, "/v1/clients").await, "GET, HEAD, POST");
    assert_eq!(refused(Method::POST, &one).await, "GET, HEAD, DELETE, PATCH");
    assert_eq!(refused(Method::GET, "/v1/clients/search").await, "POST");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_malformed_id_is_400(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let answer = world.a.admin.get("/v1/clients/17").await.problem(400, "invalid-request");
    assert_eq!(answer.errors(), ["/clientId format"]);
    assert_eq!(answer["errors"][0]["in"], "path");
}

#[apply(both_databases)]
#[case("{", 400)]
#[case("", 400)]
#[case("{\"name\":\"a\",\"name\":\"b\"}", 400)]
#[case("{\"name\":\"\\ud800\"}", 400)]
#[tokio::test]
async fn a_body_that_is_not_json_is_refused(db: Db, #[case] body: &'static str, #[case] status: u16) {
    let (_app, world) = App::with_world(db).await;
    let admin = world.a.admin.with("content-type", "application/json");
    let answer = admin.raw(Method::POST, "/v1/clients", body).await.problem(status, "invalid-request");
    assert_eq!(answer.errors().len(), 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_body_too_large_too_deep_or_of_another_kind_is_refused(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = world.a.admin.with("content-type", "application/json");
    let large = json!({ "name": "x".repeat(2 * 1024 * 1024) }).to_string();
    admin.raw(Method::POST, "/v1/clients", large).await.problem(413, "payload-too-large");
    // Only the import of a whole client may be larger.
    let (import, large) = (format!("/v1/clients/{}/import", world.a.client_id), "x".repeat(3 * 1024 * 1024));
    let client = world.a.client.with("content-type", "application/json");
    client.raw(Method::POST, &import, large.clone()).await.problem(400, "invalid-request");
    client.raw(Method::PUT, &import, large).await.problem(413, "payload-too-large");
    let deep = format!("{{\"name\":{}{}}}", "[".repeat(200), "]".repeat(200));
    admin.raw(Method::POST, "/v1/clients", deep).await.problem(400, "invalid-request");
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/xml"] {
        let other = admin.with("content-type", kind);
        other.raw(Method::POST, "/v1/clients", "{\"name\":\"x\"}").await.problem(415, "unsupported-media-type");
    }
    let none = admin.without("content-type");
    none.raw(Method::POST, "/v1/clients", "{\"name\":\"x\"}").await.problem(415, "unsupported-media-type");
    let with_charset = admin.with("content-type", "application/json; charset=utf-8");
    with_charset.raw(Method::POST, "/v1/clients", "{\"name\":\"x\"}").await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_blank_if_match_is_none_and_the_document_says_so(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let document = serde_json::to_value(api::document()).unwrap();
    let tag = &document["components"]["parameters"]["IfMatch"]["schema"];
    assert_eq!(*tag, json!({ "type": "string", "minLength": 1, "pattern": "\\S" }));
    let ids = Ids::of(&world.a, &world.a.open).unknown();
    let mut asked = 0;
    for operation in Operation::all().into_iter().filter(Operation::is_conditional) {
        let described = &document["paths"][&operation.path][operation.method.as_str().to_lowercase()];
        let parameters = described["parameters"].as_array().into_iter().flatten();
        if !parameters.into_iter().any(|one| one["$ref"] == "#/components/parameters/IfMatch") {
            continue;
        }
        for blank in ["", " \t"] {
            operation.call_seeing(&world.a.admin, &ids, &ids, blank).await.problem(428, "precondition-required");
        }
        asked += 1;
    }
    assert!(asked > 20, "{asked}");
}

#[apply(both_databases)]
#[tokio::test]
async fn every_request_has_an_id(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let given = world.a.admin.with("x-request-id", "my-request.1").get("/v1/clients").await.expect(200);
    assert_eq!(given.header("x-request-id"), "my-request.1");
    let own = world.a.admin.get("/v1/clients").await.expect(200);
    assert!(uuid::Uuid::parse_str(own.header("x-request-id")).is_ok());
    for bad in ["a b", "x\"y", &"x".repeat(129)] {
        let replaced = world.a.admin.with("x-request-id", bad).get("/v1/clients").await.expect(200);
        assert_ne!(replaced.header("x-request-id"), bad);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn every_response_has_the_version_and_the_security_headers(db: Db) {
    let (app, world) = App::with_world(db).await;
    let answers = [
        world.a.admin.get("/v1/clients").await.expect(200),
        world.a.admin.get("/nothing").await.expect(404),
        app.anonymous().get("/v1/clients").await.expect(401),
        world.a.admin.delete(&format!("/v1/clients/{}", world.a.lone_client_id), "*").await.expect(204),
    ];
    for answer in answers {
        assert!(!answer.header("api-version").is_empty());
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("x-frame-options"), "DENY");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
        assert!(answer.header("content-security-policy").contains("default-src 'none'"));
        assert_eq!(answer.header("server"), "");
    }
}

#[rstest]
#[case("nl", "nl")]
#[case("en", "en")]
#[case("fr, en;q=0.8, nl;q=0.2", "en")]
#[case("en;q=0.1, nl-NL", "nl")]
#[case("xx", "nl")]
#[case("*", "nl")]
#[tokio::test]
async fn problems_are_in_the_requested_language(#[case] asked: &str, #[case] language: &str) {
    let app = App::spawn(Db::Sqlite).await;
    let answer = app.anonymous().with("accept-language", asked).get("/v1/nothing").await.problem(404, "not-found");
    assert_eq!(answer.header("content-language"), language);
    let title = if language == "nl" { "Niet gevonden" } else { "Not found" };
    assert_eq!(answer["title"], title);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_error_contains_no_names_or_causes(db: Db) {
    let (app, world) = App::with_world(db).await;
    app.raw.run("drop table client_key").await.unwrap();
    let answer = world.a.admin.get("/v1/clients").await.problem(500, "internal");
    let body = answer.json();
    let members: Vec<_> = body.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members, ["detail", "requestId", "status", "title", "type"]);
    assert!(!answer.text().contains("client_key"));
    assert_eq!(body["errors"], Value::Null);
}

#[tokio::test]
async fn the_served_document_is_the_committed_one() {
    let app = App::spawn(Db::Sqlite).await;
    let served = app.anonymous().get("/v1/openapi.json").await.expect(200).json();
    let committed = include_str!("../../openapi/openapi.json");
    assert_eq!(served, serde_json::from_str::<serde_json::Value>(committed).unwrap());
}
