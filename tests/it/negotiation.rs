//! Content negotiation: formats, languages, bodies and queries, in every notation that clients use.

use crate::support::{App, Db, both_databases};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::json;

#[apply(both_databases)]
#[tokio::test]
async fn the_format_follows_the_valid_media_ranges(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let card = format!("/v1/cards/{}", world.a.open.card);
    for (accept, form) in [
        ("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", "application/json"),
        ("application/json ; charset=UTF-8", "application/json"),
        ("application/json;q=.5, image/svg+xml;q=.9", "image/svg+xml"),
        ("IMAGE/SVG+XML;Q=0.9,,", "image/svg+xml"),
        ("", "application/json"),
        ("nonsense", "application/json"),
        ("image/png;q=x, image/svg+xml", "image/svg+xml"),
    ] {
        let answer = world.a.coach.with("accept", accept).get(&card).await.expect(200);
        assert_eq!(answer.header("content-type"), form, "{accept}");
    }
    for accept in ["text/html", "text/html, nonsense", "*/*;q=0", "application/json;q=0.0"] {
        world.a.coach.with("accept", accept).get(&card).await.problem(406, "not-acceptable");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn an_excluded_language_is_not_chosen(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let picture = format!("/v1/maps/{}/card?format=svg", world.a.open.map);
    for (asked, language) in [
        ("en;q=0", "nl"),
        ("nl;q=0", "en"),
        ("nl;q=0, *;q=0.5", "en"),
        ("en_US", "en"),
        ("EN-gb;q=.7, nl;q=.6", "en"),
        ("*", "nl"),
        ("de, *;q=0", "nl"),
        ("", "nl"),
    ] {
        let answer = world.a.coach.with("accept-language", asked).get(&picture).await.expect(200);
        assert_eq!(answer.header("content-language"), language, "{asked}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn the_media_type_is_case_insensitive_and_only_utf_8_is_accepted(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (admin, body) = (&world.a.admin, "{\"name\":\"Saskia\"}");
    for kind in [
        "Application/JSON",
        "application/json;CHARSET=\"UTF-8\"",
        "application/json ; charset=Utf-8 ;",
        "application/merge-patch+json",
    ] {
        admin.with("content-type", kind).raw(Method::POST, "/v1/clients", body).await.expect(201);
    }
    for kind in ["application/json; charset=utf-16", "application/json;charset=ISO-8859-1", "application/jsonx"] {
        let by = admin.with("content-type", kind);
        let answer = by.raw(Method::POST, "/v1/clients", body).await.problem(415, "unsupported-media-type");
        assert!(answer.header("accept").starts_with("application/json"));
    }
    let client = format!("/v1/clients/{}", world.a.client_id);
    let patch = admin.with("content-type", "APPLICATION/MERGE-PATCH+JSON; charset=UTF-8").with("if-match", "*");
    patch.raw(Method::PATCH, &client, body).await.expect(200);
    let form = "grant_type=refresh_token&refresh_token=x; charset=utf-8";
    let token = admin.with("content-type", "Application/X-WWW-Form-Urlencoded; Charset=UTF-8");
    assert_eq!(token.raw(Method::POST, "/oauth2/token", form).await.expect(400)["error"], "invalid_grant");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_compressed_body_is_415(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let json = world.a.admin.with("content-type", "application/json");
    for coding in ["gzip", "GZIP", "br", "identity, gzip", "deflate"] {
        let by = json.with("content-encoding", coding);
        let answer = by.raw(Method::POST, "/v1/clients", vec![0x1f, 0x8b, 8, 0]).await;
        let answer = answer.problem(415, "unsupported-content-encoding");
        assert_eq!(answer.header("accept-encoding"), "identity", "{coding}");
    }
    for none in ["identity", ""] {
        let by = json.with("content-encoding", none);
        by.raw(Method::POST, "/v1/clients", "{\"name\":\"Saskia\"}").await.expect(201);
    }
    // Nothing to unpack.
    json.with("content-encoding", "gzip").get("/v1/clients").await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_repeated_parameter_is_refused_by_name(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (coach, map, card) = (&world.a.coach, world.a.open.map, world.a.open.card);
    for (path, errors) in [
        ("/v1/clients?limit=1&limit=1".to_owned(), vec!["/limit duplicate"]),
        ("/v1/clients?limit=1&LIMIT=2&l%69mit=0".to_owned(), vec!["/LIMIT unknown-member", "/limit duplicate"]),
        (format!("/v1/cards/{card}?format=svg&format=png"), vec!["/format duplicate"]),
        (format!("/v1/maps/{map}/card?sheet=a4&sheet=a4&x=1"), vec!["/sheet duplicate", "/x unknown-member"]),
        (
            format!("/v1/clients/{}/helpers?supportType=emotional&supportType=practical", world.a.client_id),
            vec!["/supportType duplicate"],
        ),
    ] {
        assert_eq!(coach.get(&path).await.problem(400, "invalid-request").errors(), errors, "{path}");
    }
    let export = format!("/v1/clients/{}/export?format=json&format=zip", world.a.client_id);
    let refused = world.a.client.get(&export).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/format duplicate"]);
    let create = world.a.admin.post("/v1/clients?ifExists=return&ifExists=refuse", json!({ "name": "Saskia" })).await;
    assert_eq!(create.problem(400, "invalid-request").errors(), ["/ifExists duplicate"]);
    let create = world.a.admin.post("/v1/clients?ifExists=maybe&x=1", json!({ "name": "Saskia" })).await;
    assert_eq!(create.problem(400, "invalid-request").errors(), ["/ifExists enum", "/x unknown-member"]);
    // This one is a list.
    coach.get(&format!("/v1/maps/{map}/agreements?status=planned&status=asked")).await.expect(200);
}
