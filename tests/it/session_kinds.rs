//! Sessions of browsers and of the user's own devices: lifetimes, refreshes at the same time, and the cookie.

use crate::support::{Answer, App, Client, Db, World, both_databases};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ports::Clock;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const PASSWORD: &str = "een lange zin is sterk";
const EMAIL: &str = "beheer@example.nl";
const FRONT_END: &str = "https://front-end.example";

async fn log_in(app: &App, more: Value) -> Answer {
    let mut body = json!({ "email": EMAIL, "password": PASSWORD });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.anonymous().post("/v1/sessions", body).await.expect(201)
}

async fn operator(db: Db) -> App {
    let app = App::spawn(db).await;
    app.operator_account(EMAIL, PASSWORD).await;
    app
}

async fn refresh_at(anonymous: &Client, token: &Value) -> Answer {
    let form = format!("grant_type=refresh_token&refresh_token={}", token.as_str().unwrap());
    let forms = anonymous.with("content-type", "application/x-www-form-urlencoded");
    forms.raw(Method::POST, "/oauth2/token", form).await
}

async fn refresh(app: &App, token: &Value) -> Answer {
    refresh_at(&app.anonymous(), token).await
}

fn instant(value: &Value) -> DateTime<Utc> {
    value.as_str().unwrap().parse().unwrap()
}

#[apply(both_databases)]
#[tokio::test]
async fn refreshes_at_the_same_time_get_the_same_next_token(db: Db) {
    let app = operator(db).await;
    let first = log_in(&app, json!({})).await["refreshToken"].clone();
    let beside = app.beside();
    let processes = [app.anonymous(), app.anonymous().at(&beside.base)];
    let attempts = (0..50).map(|n| {
        let (process, first) = (processes[n % 2].clone(), first.clone());
        tokio::spawn(async move { refresh_at(&process, &first).await.expect(200)["refresh_token"].to_string() })
    });
    let mut next = BTreeSet::new();
    for attempt in attempts.collect::<Vec<_>>() {
        next.insert(attempt.await.unwrap());
    }
    assert_eq!(next.len(), 1, "one live branch: {next:?}");
    let second: Value = next.first().unwrap().parse().unwrap();
    // Used in the meantime, the first token still gives it.
    let third = refresh(&app, &second).await.expect(200)["refresh_token"].clone();
    assert_eq!(refresh(&app, &first).await.expect(200)["refresh_token"], second);
    app.clock.advance(TimeDelta::seconds(31));
    assert_eq!(refresh(&app, &first).await.expect(400)["error"], "invalid_grant");
    // A copy ends the session for its holder too, in every process, also in one that starts later.
    let later = app.beside();
    let everywhere = [app.anonymous(), app.anonymous().at(&beside.base), app.anonymous().at(&later.base)];
    for token in [&first, &second, &third] {
        for process in &everywhere {
            refresh_at(process, token).await.expect(400);
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_browser_that_refreshes_late_must_log_in_again(db: Db) {
    let app = operator(db).await;
    let first = log_in(&app, json!({})).await["refreshToken"].clone();
    refresh(&app, &first).await.expect(200);
    app.clock.advance(TimeDelta::seconds(31));
    refresh(&app, &first).await.expect(400);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_device_gets_a_new_token_for_one_whose_answer_was_lost(db: Db) {
    let app = operator(db).await;
    let first = log_in(&app, json!({ "kind": "device" })).await["refreshToken"].clone();
    let lost = refresh(&app, &first).await.expect(200)["refresh_token"].clone();
    app.clock.advance(TimeDelta::minutes(5));
    let second = refresh(&app, &first).await.expect(200)["refresh_token"].clone();
    assert_ne!(second, lost);
    // Once the new one was used, the old one is a copy, and so is the lost one.
    let third = refresh(&app, &second).await.expect(200)["refresh_token"].clone();
    app.clock.advance(TimeDelta::minutes(5));
    refresh(&app, &lost).await.expect(400);
    refresh(&app, &third).await.expect(400);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_browser_session_ends_after_12_hours_and_a_devices_90_days_after_its_last_use(db: Db) {
    let app = operator(db).await;
    let [browser, device] = [log_in(&app, json!({})).await, log_in(&app, json!({ "kind": "device" })).await];
    for (session, lifetime) in [(&browser, TimeDelta::hours(12)), (&device, TimeDelta::days(90))] {
        let session = &session["session"];
        assert_eq!(instant(&session["expiresAt"]) - instant(&session["createdAt"]), lifetime);
    }
    app.clock.advance(TimeDelta::hours(11));
    let next = refresh(&app, &browser["refreshToken"]).await.expect(200);
    app.clock.advance(TimeDelta::hours(2));
    refresh(&app, &next["refresh_token"]).await.expect(400);
    let mut token = device["refreshToken"].clone();
    for _ in 0..2 {
        app.clock.advance(TimeDelta::days(89));
        let answer = refresh(&app, &token).await.expect(200);
        token = answer["refresh_token"].clone();
        let current =
            app.anonymous().bearer(answer["access_token"].as_str().unwrap()).get("/v1/sessions/current").await;
        let until = instant(&current.expect(200)["expiresAt"]);
        assert!((until - app.clock.now() - TimeDelta::days(90)).abs() < TimeDelta::minutes(1));
    }
    app.clock.advance(TimeDelta::days(91));
    refresh(&app, &token).await.expect(400);
}

/// The client of organisation A with a password, on a device of their own.
async fn on_device(app: &App, world: &World) -> (Answer, String) {
    let client = world.a.lone_client_id;
    let body = json!({ "email": EMAIL, "roles": [], "clientId": client });
    let invitation = world.a.admin.post("/v1/invitations", body).await.expect(201);
    let body = json!({ "secret": invitation["secret"], "name": "Fatima", "password": PASSWORD });
    app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
    let session = log_in(app, json!({ "kind": "device", "deviceName": "Telefoon" })).await;
    (session, format!("/v1/clients/{client}"))
}

#[apply(both_databases)]
#[tokio::test]
async fn a_device_that_was_not_confirmed_for_a_month_still_helps_on_a_hard_day(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (session, record) = on_device(&app, &world).await;
    let client = app.anonymous().bearer(session["accessToken"].as_str().unwrap());
    let map = client.post(&format!("{record}/maps"), json!({ "theme": "verhuizing" })).await.expect(201).location();
    let mut token = session["refreshToken"].clone();
    for _ in 0..3 {
        app.clock.advance(TimeDelta::days(11));
        token = refresh(&app, &token).await.expect(200)["refresh_token"].clone();
    }
    let token = refresh(&app, &token).await.expect(200)["access_token"].clone();
    let client = app.anonymous().bearer(token.as_str().unwrap());
    for path in [
        format!("{record}/helpers?supportType=emotional"),
        format!("{record}/maps"),
        map.clone(),
        format!("{map}/cards"),
        "/v1/vocabulary".to_owned(),
        "/v1/sessions/current".to_owned(),
    ] {
        client.get(&path).await.expect(200);
    }
    let (person, path) = (json!({ "alias": "Riet" }), format!("{record}/persons"));
    let refused = client.post(&path, person.clone()).await.problem(401, "confirmation-required");
    assert!(refused.header("www-authenticate").ends_with("max_age=2592000"));
    for path in [format!("{record}/persons"), format!("{map}/reflections"), format!("{record}/overview")] {
        client.get(&path).await.problem(401, "confirmation-required");
    }
    client.patch("/v1/me", "*", json!({ "name": "Iemand" })).await.problem(401, "confirmation-required");
    client.post("/v1/sessions/current/confirmations", json!({ "password": PASSWORD })).await.expect(200);
    client.post(&path, person).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_session_tells_its_device_network_and_factors(db: Db) {
    let app = operator(db).await;
    let named = log_in(&app, json!({ "kind": "device", "deviceName": "Telefoon van Saskia" })).await;
    let by_agent = app.anonymous().with("user-agent", "Firefox/140");
    let body = json!({ "email": EMAIL, "password": PASSWORD });
    let other = by_agent.post("/v1/sessions", body).await.expect(201);
    let device = app.anonymous().bearer(named["accessToken"].as_str().unwrap());
    let listed = device.all("/v1/sessions").await;
    assert_eq!(listed[0]["deviceName"], "Telefoon van Saskia");
    assert_eq!([&listed[0]["kind"], &listed[0]["current"]], [&json!("device"), &json!(true)]);
    assert_eq!([&listed[1]["deviceName"], &listed[1]["kind"]], [&json!("Firefox/140"), &json!("browser")]);
    assert_eq!([&listed[1]["network"], &listed[1]["factors"]], [&json!("127.0.0.1"), &json!(["password"])]);
    assert_eq!(listed[1]["id"], other["session"]["id"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_refresh_token_can_stay_in_a_cookie_that_scripts_cannot_read(db: Db) {
    let app = operator(db).await;
    let body = || json!({ "email": EMAIL, "password": PASSWORD, "cookie": true });
    let anonymous = app.anonymous();
    // Only a known front end gets one.
    anonymous.post("/v1/sessions", body()).await.problem(400, "cross-origin-refused");
    let stranger = anonymous.with("origin", "https://evil.example");
    stranger.post("/v1/sessions", body()).await.problem(400, "cross-origin-refused");
    let front_end = anonymous.with("origin", FRONT_END);
    let session = front_end.post("/v1/sessions", body()).await.expect(201);
    assert_eq!(session["refreshToken"], Value::Null);
    assert_eq!(session.header("access-control-allow-credentials"), "true");
    let cookie = |answer: &Answer| {
        let (pair, attributes) = answer.header("set-cookie").split_once("; ").unwrap();
        assert!(pair.starts_with("__Host-omringd-refresh="), "{pair}");
        assert!(attributes.starts_with("Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age="), "{attributes}");
        pair.to_owned()
    };
    let first = cookie(&session);
    let form = |by: &Client, path: &'static str, form: &'static str| {
        let by = by.with("content-type", "application/x-www-form-urlencoded");
        async move { by.raw(Method::POST, path, form).await }
    };
    let with = |cookie: &str| front_end.with("cookie", &format!("theme=dark; {cookie}"));
    let refreshed = form(&with(&first), "/oauth2/token", "grant_type=refresh_token").await.expect(200);
    assert_eq!(refreshed["refresh_token"], Value::Null);
    let second = cookie(&refreshed);
    assert_ne!(first, second);
    // The cookie alone is not enough: the browser must say that a front end of this service sends it.
    for by in [anonymous.with("cookie", &second), stranger.with("cookie", &second)] {
        for (path, body) in [("/oauth2/token", "grant_type=refresh_token"), ("/oauth2/revoke", "")] {
            assert_eq!(form(&by, path, body).await.expect(400)["error"], "invalid_request");
        }
    }
    let bearer = with(&second).bearer(refreshed["access_token"].as_str().unwrap());
    let out = bearer.send(Method::DELETE, "/v1/sessions/current", None).await.expect(204);
    assert!(out.header("set-cookie").ends_with("Max-Age=0"), "{:?}", out.header("set-cookie"));
    form(&with(&second), "/oauth2/token", "grant_type=refresh_token").await.expect(400);
    form(&front_end, "/oauth2/token", "grant_type=refresh_token").await.expect(400);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_part_of_a_refresh_token_or_more_than_it_is_refused_like_any_other_text(db: Db) {
    let app = operator(db).await;
    let token = log_in(&app, json!({})).await["refreshToken"].as_str().unwrap().to_owned();
    let expected = refresh(&app, &json!("A".repeat(43))).await.expect(400).text();
    let prefixes = (1..token.len()).map(|end| token[..end].to_owned());
    let longer =
        (b'!'..=b'~').filter(|byte| !b"&+%=;#".contains(byte)).map(|byte| format!("{token}{}", char::from(byte)));
    for other in prefixes.chain(longer) {
        assert_eq!(refresh(&app, &json!(other)).await.expect(400).text(), expected, "{}", other.len());
    }
    // None of them ended the session.
    refresh(&app, &json!(token)).await.expect(200);
}
