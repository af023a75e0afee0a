//! How an integration proves who it is: `POST /oauth2/token` with `private_key_jwt`.

use crate::support::machines::{ISSUER, KeyPair, claims, send, token};
use crate::support::{Actor, App, Client, Db, World, both_databases, count, id};
use domain::ports::Clock;
use futures_util::future::join_all;
use jsonwebtoken::Algorithm;
use rstest_reuse::apply;
use serde_json::{Value, json};

/// Registers an integration with these keys; returns its client id.
async fn register(admin: &Actor, keys: &[&KeyPair]) -> String {
    let keys: Vec<_> = keys.iter().map(|key| key.public()).collect();
    let body = json!({ "name": "ECD", "scopes": ["clients.write", "cards.read"], "jwks": { "keys": keys } });
    admin.post("/v1/integrations", body).await.expect(201).id()
}

fn base(app: &App) -> String {
    format!("http://{}", app.address)
}

fn bearer(app: &App, answer: &Value) -> Client {
    app.anonymous().bearer(answer["access_token"].as_str().unwrap())
}

#[track_caller]
fn refused((status, body): (reqwest::StatusCode, Value), what: &str) {
    assert_eq!((status.as_u16(), &body["error"]), (401, &json!("invalid_client")), "{what}");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_integration_gets_a_token_with_every_kind_of_key(db: Db) {
    let (app, world) = App::with_world(db).await;
    let keys = [
        KeyPair::ed25519("ed"),
        KeyPair::ec(Algorithm::ES256, "p256"),
        KeyPair::ec(Algorithm::ES384, "p384"),
        KeyPair::rsa(Algorithm::RS256, "rs256"),
        KeyPair::rsa(Algorithm::RS384, "rs384"),
        KeyPair::rsa(Algorithm::PS256, "ps256"),
    ];
    let client = register(&world.a.admin, &keys.each_ref()).await;
    for (key, typ) in keys.iter().zip(["JWT", "client-authentication+jwt"].into_iter().cycle()) {
        let (status, answer) = token(&base(&app), &key.sign(&json!({ "typ": typ }), &claims(&app, &client))).await;
        assert_eq!(status, 200, "{answer}");
        assert_eq!((&answer["token_type"], &answer["expires_in"]), (&json!("Bearer"), &json!(600)));
        assert_eq!(answer["scope"], "clients.write cards.read");
        assert!(answer.get("refresh_token").is_none());
        assert_eq!(bearer(&app, &answer).get("/v1/clients").await.expect(200)["items"].as_array().unwrap().len(), 3);
    }
    let shown = world.a.admin.get(&format!("/v1/integrations/{client}")).await.expect(200);
    assert!(shown["lastUsedAt"].is_string(), "{shown:?}");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_audience_is_the_issuer_or_the_token_endpoint_and_nothing_else(db: Db) {
    let (app, world) = App::with_world(db).await;
    let key = KeyPair::ed25519("1");
    let client = register(&world.a.admin, &[&key]).await;
    let with = |aud: Value| {
        let mut claims = claims(&app, &client);
        claims["aud"] = aud;
        key.sign(&json!({}), &claims)
    };
    let endpoint = format!("{ISSUER}/oauth2/token");
    for aud in [json!(ISSUER), json!([ISSUER]), json!(endpoint)] {
        assert_eq!(token(&base(&app), &with(aud.clone())).await.0, 200, "{aud}");
    }
    for aud in [
        json!([ISSUER, endpoint]),
        json!([ISSUER, ISSUER]),
        json!([]),
        json!(null),
        json!("https://elsewhere.test"),
        json!(format!("{ISSUER}/oauth2/revoke")),
        json!(format!("{ISSUER}/")),
        json!(format!("{ISSUER}.evil.test")),
        json!("http://127.0.0.1:808"),
    ] {
        refused(token(&base(&app), &with(aud.clone())).await, &aud.to_string());
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn every_claim_is_required_and_checked(db: Db) {
    let (app, world) = App::with_world(db).await;
    let key = KeyPair::ed25519("1");
    let client = register(&world.a.admin, &[&key]).await;
    let now = app.clock.now().timestamp();
    let try_with = async |name: &str, value: Option<Value>| {
        let mut claims = claims(&app, &client);
        match value {
            Some(value) => claims[name] = value,
            None => drop(claims.as_object_mut().unwrap().remove(name)),
        }
        token(&base(&app), &key.sign(&json!({}), &claims)).await
    };
    for name in ["iss", "sub", "aud", "iat", "exp", "jti"] {
        refused(try_with(name, None).await, &format!("without {name}"));
        refused(try_with(name, Some(json!(null))).await, &format!("with null as {name}"));
    }
    for (name, value) in [
        ("iss", json!(id())),
        ("sub", json!(id())),
        ("sub", json!(client.to_uppercase())),
        ("exp", json!(now - 31)),
        ("iat", json!(now + 90)),
        ("nbf", json!(now + 90)),
        ("jti", json!("")),
        ("jti", json!("x".repeat(256))),
    ] {
        refused(try_with(name, Some(value.clone())).await, &format!("{name}: {value}"));
    }
    let mut long = claims(&app, &client);
    long["exp"] = json!(long["iat"].as_i64().unwrap() + 301);
    refused(token(&base(&app), &key.sign(&json!({}), &long)).await, "longer than five minutes");
    // Clocks differ by half a minute.
    for (name, value) in [("iat", now + 29), ("nbf", now + 29)] {
        assert_eq!(try_with(name, Some(json!(value))).await.0, 200, "{name}");
    }
    let mut early = claims(&app, &client);
    (early["iat"], early["exp"]) = (json!(now - 300), json!(now - 15));
    assert_eq!(token(&base(&app), &key.sign(&json!({}), &early)).await.0, 200);
    assert_eq!(try_with("exp", Some(json!(now as f64 + 60.5))).await.0, 200, "an instant with decimals");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_forged_or_foreign_assertion_is_refused(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (key, other) = (KeyPair::ed25519("1"), KeyPair::ed25519("1"));
    let client = register(&world.a.admin, &[&key]).await;
    let of_b = register(&world.b.admin, &[&other]).await;
    let valid = || claims(&app, &client);
    refused(token(&base(&app), &other.assertion(&app, &client)).await, "signed with another key");
    refused(token(&base(&app), &key.assertion(&app, &of_b)).await, "for an integration of another organisation");
    refused(token(&base(&app), &key.assertion(&app, &id().to_string())).await, "for an unknown integration");
    for header in [
        json!({ "typ": "at+jwt" }),
        json!({ "typ": "jwt+other" }),
        json!({ "typ": null }),
        json!({ "kid": "2" }),
        json!({ "crit": ["b64"] }),
    ] {
        refused(token(&base(&app), &key.sign(&header, &valid())).await, &header.to_string());
    }
    // Keys that the assertion itself names are ignored.
    let own = json!({ "jwk": other.public(), "jku": "https://evil.test/jwks" });
    refused(token(&base(&app), &other.sign(&own, &valid())).await, "with a key of its own");
    let signed = key.sign(&json!({}), &valid());
    let (text, signature) = signed.rsplit_once('.').unwrap();
    let (_, body) = text.split_once('.').unwrap();
    // {"alg":"none","typ":"JWT"}
    let none = format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{body}");
    let secret = key.public()["x"].as_str().unwrap().to_owned();
    let hmac = jsonwebtoken::EncodingKey::from_secret(secret.as_bytes());
    let hmac = jsonwebtoken::encode(&jsonwebtoken::Header::default(), &valid(), &hmac).unwrap();
    let long = format!("{text}.{}", "A".repeat(9_000));
    for (what, forged) in [
        ("none", format!("{none}.")),
        ("none with a signature", format!("{none}.{signature}")),
        ("a shared secret", hmac),
        ("no signature", format!("{text}.")),
        ("too long", long),
        ("no JWT", "x".to_owned()),
    ] {
        refused(token(&base(&app), &forged).await, what);
    }
    for cut in (1..signature.len()).step_by(7) {
        refused(token(&base(&app), &signed[..signed.len() - cut]).await, &format!("{cut} characters short"));
    }
    for more in ["A", "=", ".", " "] {
        refused(token(&base(&app), &format!("{signed}{more}")).await, &format!("followed by {more:?}"));
    }
    assert_eq!(token(&base(&app), &signed).await.0, 200, "refusals used nothing up");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_assertion_is_used_once_on_all_processes(db: Db) {
    let (app, world) = App::with_world(db).await;
    let key = KeyPair::ed25519("1");
    let client = register(&world.a.admin, &[&key]).await;
    let before = count(&app.raw, "client_assertion").await;
    let beside = app.beside();
    let assertion = key.assertion(&app, &client);
    let bases = [base(&app), beside.base.clone()];
    let answers = join_all((0..20).map(|n| token(&bases[n % 2], &assertion))).await;
    let given = answers.iter().filter(|(status, _)| *status == 200).count();
    assert_eq!(given, 1, "{answers:?}");
    answers.into_iter().filter(|(status, _)| *status != 200).for_each(|answer| refused(answer, "a second use"));
    // It is remembered for as long as it could be valid, and no longer.
    app.clock.advance(chrono::TimeDelta::seconds(329));
    refused(token(&bases[0], &assertion).await, "within the tolerated skew");
    assert_eq!(count(&app.raw, "client_assertion").await, before + 1);
    app.clock.advance(chrono::TimeDelta::seconds(70));
    assert_eq!(token(&bases[0], &key.assertion(&app, &client)).await.0, 200);
    assert_eq!(count(&app.raw, "client_assertion").await, before + 1, "the first is forgotten");
}

#[apply(both_databases)]
#[tokio::test]
async fn keys_are_rotated_without_interruption(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (old, new) = (KeyPair::ed25519("old"), KeyPair::ec(Algorithm::ES256, "new"));
    let client = register(&world.a.admin, &[&old]).await;
    let path = format!("/v1/integrations/{client}");
    for (keys, accepted) in [(vec![&old, &new], [true, true]), (vec![&new], [false, true])] {
        let keys: Vec<_> = keys.into_iter().map(KeyPair::public).collect();
        let seen = world.a.admin.get(&path).await.expect(200).etag();
        world.a.admin.patch(&path, &seen, json!({ "jwks": { "keys": keys } })).await.expect(200);
        for (key, accepted) in [&old, &new].into_iter().zip(accepted) {
            let (status, _) = token(&base(&app), &key.assertion(&app, &client)).await;
            assert_eq!(status, if accepted { 200 } else { 401 });
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_disabled_or_deleted_integration_and_a_suspended_organisation_have_no_access(db: Db) {
    let (app, world) = App::with_world(db).await;
    let key = KeyPair::ed25519("1");
    let World { a, operator, .. } = &world;
    let client = register(&a.admin, &[&key]).await;
    let (status, answer) = token(&base(&app), &key.assertion(&app, &client)).await;
    assert_eq!(status, 200);
    let integration = bearer(&app, &answer);
    let ends = async |what: &str| {
        integration.get("/v1/clients").await.problem(401, "not-authenticated");
        let body = json!({ "name": "Saskia" });
        integration.post("/v1/clients", body).await.problem(401, "not-authenticated");
        refused(token(&base(&app), &key.assertion(&app, &client)).await, what);
    };
    let path = format!("/v1/integrations/{client}");
    let set_enabled = async |enabled: bool| {
        let seen = a.admin.get(&path).await.expect(200).etag();
        a.admin.patch(&path, &seen, json!({ "enabled": enabled })).await.expect(200);
    };
    set_enabled(false).await;
    ends("disabled").await;
    set_enabled(true).await;
    integration.get("/v1/clients").await.expect(200);
    let organisation = format!("/v1/organisations/{}", a.id);
    let set_status = async |status: &str| {
        let seen = operator.get(&organisation).await.expect(200).etag();
        operator.patch(&organisation, &seen, json!({ "status": status })).await.expect(200);
    };
    set_status("suspended").await;
    ends("suspended").await;
    set_status("active").await;
    integration.get("/v1/clients").await.expect(200);
    let seen = a.admin.get(&path).await.expect(200).etag();
    a.admin.delete(&path, &seen).await.expect(204);
    ends("deleted").await;
}

#[apply(both_databases)]
#[tokio::test]
async fn a_token_request_says_what_it_lacks_and_no_assertion_goes_by_the_query(db: Db) {
    let (app, world) = App::with_world(db).await;
    let key = KeyPair::ed25519("1");
    let client = register(&world.a.admin, &[&key]).await;
    let (base, kind) = (base(&app), "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    let with = async |assertion: &str, more: &[(&str, &str)]| {
        let form =
            [("grant_type", "client_credentials"), ("client_assertion_type", kind), ("client_assertion", assertion)];
        send(&base, "/oauth2/token", &[&form[..], more].concat()).await
    };
    refused(send(&base, "/oauth2/token", &[("grant_type", "client_credentials")]).await, "no assertion");
    let assertion = key.assertion(&app, &client);
    let wrong_type = [("grant_type", "client_credentials"), ("client_assertion", &assertion)];
    refused(send(&base, "/oauth2/token", &wrong_type).await, "no type");
    refused(with(&assertion, &[("client_id", &id().to_string())]).await, "another client id");
    let (status, body) = with(&key.assertion(&app, &client), &[("scope", "members.read")]).await;
    assert_eq!((status.as_u16(), &body["error"]), (400, &json!("invalid_scope")));
    let (status, body) = with(&key.assertion(&app, &client), &[("scope", "cards.read"), ("client_id", &client)]).await;
    assert_eq!(status, 200, "{body}");
    let assertion = key.assertion(&app, &client);
    let query = format!(
        "/oauth2/token?grant_type=client_credentials&client_assertion_type={kind}&client_assertion={assertion}"
    );
    let (status, body) = send(&base, &query, &[]).await;
    assert_eq!(status, 400);
    assert!(!body.to_string().contains(&assertion), "{body}");
    assert_eq!(with(&assertion, &[]).await.0, 200, "it was not used");
}

#[tokio::test]
async fn the_metadata_name_the_grant_the_method_and_the_algorithms() {
    let (app, _world) = App::with_world(Db::Sqlite).await;
    let metadata = app.anonymous().get("/.well-known/oauth-authorization-server").await.expect(200);
    assert_eq!(metadata["issuer"], ISSUER);
    assert_eq!(metadata["token_endpoint"], format!("{ISSUER}/oauth2/token"));
    assert_eq!(metadata["grant_types_supported"], json!(["refresh_token", "client_credentials"]));
    assert_eq!(metadata["token_endpoint_auth_methods_supported"], json!(["none", "private_key_jwt"]));
    let algorithms = json!(["RS256", "RS384", "PS256", "ES256", "ES384", "EdDSA"]);
    assert_eq!(metadata["token_endpoint_auth_signing_alg_values_supported"], algorithms);
    let scopes = json!(["clients.read", "clients.write", "cards.read", "members.write", "members.grant-admin"]);
    assert_eq!(metadata["scopes_supported"], scopes);
}
