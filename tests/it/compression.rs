//! Compressed answers, and the entity tags that come with them.

use crate::support::{Actor, Answer, App, Db, World, both_databases};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::json;
use std::io::Read;

/// The decompressed body; the response must declare its encoding.
#[track_caller]
fn unpacked(answer: &Answer, coding: &str) -> Vec<u8> {
    assert_eq!(answer.header("content-encoding"), coding);
    assert!(answer.header("vary").contains("Accept-Encoding"), "{}", answer.header("vary"));
    let mut body = Vec::new();
    match coding {
        "gzip" => drop(flate2::read::GzDecoder::new(&*answer.bytes).read_to_end(&mut body).unwrap()),
        _ => brotli::BrotliDecompress(&mut &*answer.bytes, &mut body).unwrap(),
    }
    body
}

/// What is read and large enough: single resources, lists, pictures.
fn paths(world: &World) -> Vec<String> {
    let (map, card) = (world.a.open.map, world.a.open.card);
    vec![
        format!("/v1/maps/{map}"),
        format!("/v1/maps/{map}/supporters"),
        format!("/v1/maps/{map}/insights"),
        format!("/v1/maps/{map}/card?format=svg"),
        format!("/v1/cards/{card}"),
        format!("/v1/cards/{card}?format=svg&sheet=a4"),
        "/v1/vocabulary".to_owned(),
    ]
}

#[apply(both_databases)]
#[case("gzip", "gzip")]
#[case("br", "br")]
#[case("gzip, deflate, br, zstd", "gzip")]
#[case("deflate, gzip;q=0.5, BR;q=0.7, *;q=0", "br")]
#[tokio::test]
async fn a_read_is_compressed_if_the_client_accepts_it(db: Db, #[case] accepted: &str, #[case] coding: &str) {
    let (_app, world) = App::with_world(db).await;
    for path in paths(&world) {
        let plain = world.a.coach.get(&path).await.expect(200);
        assert_eq!(plain.header("content-encoding"), "", "{path}");
        assert!(plain.header("vary").contains("Accept-Encoding"), "{path}");
        for _ in 0..2 {
            let compressed = world.a.coach.with("accept-encoding", accepted).get(&path).await.expect(200);
            assert_eq!(unpacked(&compressed, coding), plain.bytes, "{path}");
            assert!(compressed.bytes.len() < plain.bytes.len(), "{path}");
            assert_eq!(compressed.header("content-length"), compressed.bytes.len().to_string());
            assert_eq!(compressed.header("content-type"), plain.header("content-type"));
            if !plain.header("etag").is_empty() {
                assert_eq!(compressed.etag(), format!("{}-{coding}\"", plain.etag().trim_end_matches('"')));
            }
        }
        let head = world.a.coach.with("accept-encoding", accepted).send(Method::HEAD, &path, None).await.expect(200);
        assert_eq!((head.header("content-encoding"), head.bytes.len()), (coding, 0), "{path}");
    }
    // Saving a whole map returns the same as reading it.
    let map = world.a.coach.get(&format!("/v1/maps/{}", world.a.open.map)).await.expect(200);
    let path = format!("/v1/maps/{}/content", world.a.open.map);
    let saved = world.a.coach.with("accept-encoding", accepted).put(&path, &map.etag(), map.json()).await.expect(200);
    let saved: serde_json::Value = serde_json::from_slice(&unpacked(&saved, coding)).unwrap();
    assert_eq!(saved["id"], map["id"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn small_compressed_streamed_and_secret_responses_are_not_compressed(db: Db) {
    let (app, world) = App::with_world(db).await;
    let plain = async |who: &Actor, method: Method, path: &str, body| {
        let answer = who.with("accept-encoding", "gzip, br").send(method, path, body).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.status);
        assert_eq!(answer.header("content-encoding"), "", "{path}");
        assert!(answer.header("etag").is_empty() || !answer.etag().contains("gzip"), "{path}");
        answer
    };
    let (coach, client, map) = (&world.a.coach, &world.a.client, world.a.open.map);
    let small = plain(coach, Method::GET, &format!("/v1/ties/{}", world.a.open.tie), None).await;
    assert!(small.bytes.len() < 1024 && small.header("vary").contains("Accept-Encoding"));
    for format in ["png", "pdf"] {
        plain(coach, Method::GET, &format!("/v1/maps/{map}/card?format={format}"), None).await;
    }
    plain(client, Method::GET, &format!("/v1/clients/{}/export", world.a.client_id), None).await;
    plain(coach, Method::GET, &format!("/v1/maps/{map}/events"), None).await;
    // An answer with a secret.
    let invitation = json!({ "email": format!("{}@omringd.test", "x".repeat(60)), "roles": ["coach"] });
    let invited = plain(&world.a.admin, Method::POST, "/v1/invitations", Some(invitation)).await;
    assert!(invited["secret"].is_string());
    for refused in ["identity", "gzip;q=0", "*;q=0", "", "zstd"] {
        let answer = coach.with("accept-encoding", refused).get(&format!("/v1/maps/{map}")).await.expect(200);
        assert_eq!(answer.header("content-encoding"), "", "{refused}");
    }
    drop(app);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_entity_tag_that_a_proxy_changed_names_the_version(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (coach, path) = (&world.a.coach, format!("/v1/maps/{}", world.a.open.map));
    let compressed = coach.with("accept-encoding", "gzip").get(&path).await.expect(200).etag();
    assert!(compressed.ends_with("-gzip\""), "{compressed}");
    let mut forms = vec![compressed];
    let version = coach.get(&path).await.expect(200).etag().replace('"', "");
    forms.extend(
        ["W/\"{}\"", "\"{}-gzip\"", "\"{}--gzip\"", "\"{};gzip\"", "\"{}-br\"", "W/\"{}-gzip\"", "\"0\", W/\"{}\""]
            .map(|form| form.replace("{}", &version)),
    );
    for form in &forms {
        let unchanged = coach.with("if-none-match", form).get(&path).await.expect(304);
        assert!(!unchanged.header("etag").is_empty() && unchanged.header("vary").contains("Accept-Encoding"), "{form}");
    }
    for (n, form) in forms.iter().enumerate() {
        let now = coach.get(&path).await.expect(200).etag().replace('"', "");
        let form = form.replace(&version, &now);
        coach.patch(&path, &form, json!({ "theme": format!("thema {n}") })).await.expect(200);
        coach.patch(&path, &form, json!({ "theme": "verouderd" })).await.problem(412, "stale");
    }
    for nothing in ["W/\"0\"", "\"x-gzip\"", "\"-gzip\"", "garbage"] {
        coach.patch(&path, nothing, json!({ "theme": "niets" })).await.problem(412, "stale");
    }
    coach.patch(&path, "", json!({ "theme": "niets" })).await.problem(428, "precondition-required");
    coach.patch(&path, " * ", json!({ "theme": "alles" })).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_entity_tag_of_a_compressed_response_is_accepted(db: Db) {
    let (app, world) = App::with_world(db).await;
    let mut paths = paths(&world);
    paths.retain(|path| !path.ends_with("/supporters"));
    paths.extend(["/v1/me", "/v1/openapi.json", "/docs/swagger-ui.css"].map(str::to_owned));
    paths.push(format!("/v1/supporters/{}", world.a.open.supporter));
    paths.push(format!("/v1/maps/{}/card?format=png", world.a.open.map));
    for path in paths {
        let tag = world.a.coach.get(&path).await.expect(200).etag();
        let compressed = format!("{}-gzip\"", tag.trim_end_matches('"'));
        for form in [format!("W/{tag}"), compressed] {
            world.a.coach.with("if-none-match", &form).get(&path).await.expect(304);
        }
        world.a.coach.with("if-none-match", "\"other\"").get(&path).await.expect(200);
    }
    drop(app);
}

#[tokio::test]
async fn the_documentation_is_compressed_and_public() {
    let app = App::spawn(Db::Sqlite).await;
    for path in ["/v1/openapi.json", "/docs/swagger-ui-bundle.js"] {
        let plain = app.anonymous().get(path).await.expect(200);
        assert_eq!(plain.header("content-encoding"), "");
        for coding in ["br", "gzip"] {
            let compressed = app.anonymous().with("accept-encoding", coding).get(path).await.expect(200);
            assert_eq!(unpacked(&compressed, coding), plain.bytes, "{path}");
            assert!(compressed.bytes.len() * 3 < plain.bytes.len(), "{path}: {}", compressed.bytes.len());
            assert_eq!(compressed.header("cache-control"), plain.header("cache-control"));
        }
        let both = app.anonymous().with("accept-encoding", "gzip, br").get(path).await.expect(200);
        assert_eq!(both.header("content-encoding"), "br");
    }
}
