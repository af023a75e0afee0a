//! Front ends in a browser on another origin.

use crate::support::{Answer, App, Client, Db, both_databases};
use reqwest::Method;
use rstest_reuse::apply;

const ORIGIN: &str = "https://front-end.example";
const PATH: &str = "/v1/clients";

fn browser(app: &App) -> Client {
    app.anonymous().with("origin", ORIGIN)
}

async fn preflight(by: &Client, method: &str, headers: Option<&str>) -> Answer {
    let by = by.with("access-control-request-method", method);
    let by = headers.map_or_else(|| by.clone(), |headers| by.with("access-control-request-headers", headers));
    by.send(Method::OPTIONS, PATH, None).await
}

#[tokio::test]
async fn a_preflight_allows_what_front_ends_and_their_libraries_send() {
    let app = App::spawn(Db::Sqlite).await;
    for (method, headers) in [
        ("GET", None),
        ("HEAD", Some("authorization")),
        ("PATCH", Some("authorization,content-type,if-match")),
        ("PUT", Some("Authorization, Content-Type, If-None-Match, Idempotency-Key")),
        ("DELETE", Some("authorization,x-request-id")),
        ("GET", Some("authorization,traceparent,tracestate")),
        ("GET", Some("authorization,baggage,sentry-trace")),
        ("POST", Some("cache-control,pragma,x-requested-with,accept-language,last-event-id")),
        ("GET", Some("x-datadog-trace-id,x-datadog-parent-id,b3")),
        ("GET", Some("")),
        ("GET", Some(" , authorization,, ")),
    ] {
        let answer = preflight(&browser(&app), method, headers).await.expect(200);
        assert_eq!(answer.header("access-control-allow-origin"), ORIGIN, "{method} {headers:?}");
        assert!(answer.header("access-control-allow-methods").contains(method));
        let allowed = answer.header("access-control-allow-headers").to_ascii_lowercase();
        for name in headers.unwrap_or_default().split(',').map(str::trim).filter(|name| !name.is_empty()) {
            assert!(allowed.split(", ").any(|known| known.eq_ignore_ascii_case(name)), "{name}: {allowed}");
        }
        // For the cookie with the refresh token.
        assert_eq!(answer.header("access-control-allow-credentials"), "true");
    }
}

#[tokio::test]
async fn a_refused_preflight_is_a_problem_that_names_the_header() {
    let app = App::spawn(Db::Sqlite).await;
    let elsewhere = app.anonymous().with("origin", "https://elsewhere.example");
    for (by, method, headers, pointer) in [
        (&elsewhere, "GET", None, "/Origin"),
        (&app.anonymous().with("origin", "null"), "GET", None, "/Origin"),
        (&app.anonymous(), "GET", None, "/Origin"),
        (&browser(&app), "CONNECT", None, "/Access-Control-Request-Method"),
        (&browser(&app), "GET", Some("x-unheard-of"), "/Access-Control-Request-Headers"),
        (&browser(&app), "GET", Some("a b"), "/Access-Control-Request-Headers"),
    ] {
        let answer = preflight(by, method, headers).await.problem(400, "cross-origin-refused");
        assert_eq!(answer.errors(), [format!("{pointer} enum")]);
        assert_eq!(answer.header("access-control-allow-origin"), "");
        assert!(answer.header("vary").contains("Origin"));
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_front_end_reads_the_headers_it_needs(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let picture = format!("/v1/maps/{}/card?format=svg", world.a.open.map);
    let answer = world.a.coach.with("origin", ORIGIN).get(&picture).await.expect(200);
    assert_eq!(answer.header("access-control-allow-origin"), ORIGIN);
    let exposed = answer.header("access-control-expose-headers").to_ascii_lowercase();
    for name in [
        "content-disposition",
        "date",
        "etag",
        "link",
        "location",
        "map-etag",
        "ratelimit",
        "retry-after",
        "x-request-id",
    ] {
        assert!(exposed.split(", ").any(|known| known == name), "{name}: {exposed}");
    }
    let vary = answer.header("vary");
    for name in ["Accept", "Accept-Language", "Accept-Encoding", "Origin"] {
        assert!(vary.split(", ").any(|known| known == name), "{name}: {vary}");
    }
    // Also of a refusal, and nothing for other origins.
    let refused = world.a.coach.with("origin", ORIGIN).get("/v1/clients/x").await.problem(400, "invalid-request");
    assert_eq!(refused.header("access-control-allow-origin"), ORIGIN);
    let elsewhere = world.a.coach.with("origin", "https://elsewhere.example").get("/v1/clients").await.expect(200);
    assert_eq!(elsewhere.header("access-control-allow-origin"), "");
}
