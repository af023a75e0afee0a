//! Authenticating at an identity provider with a private key. The real provider of `scripts/identity-provider.sh` verifies it too.

use crate::support::fake_provider::{CLIENT_ID, FakeProvider, prove};
use crate::support::{Answer, App, Db, World, both_databases, id};
use domain::ports::Clock;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::collections::HashMap;

const WITH_KEY: &str = "private-key";

async fn setting(db: Db) -> (App, World, FakeProvider, String) {
    let fake = FakeProvider::start(false);
    let origin = fake.issuer.clone().try_into().unwrap();
    let (app, world) = App::with_world_and(db, |settings| settings.internal_origins = vec![origin]).await;
    let more = json!({ "clientAuthentication": WITH_KEY, "clientSecret": null });
    let provider = fake.register(&world.a.admin, more).await;
    prove(&world.a.admin, "a.test").await;
    app.raw.run("update user_account set email_confirmed_at = created_at").await.unwrap();
    (app, world, fake, provider)
}

async fn keys(app: &App, provider: &str) -> Answer {
    app.anonymous().get(&format!("/oauth2/client-keys/{provider}")).await
}

async fn log_in(app: &App, fake: &FakeProvider, provider: &str) -> HashMap<String, String> {
    let claims = json!({ "email": "coach@a.test", "email_verified": true });
    fake.log_in(app, provider, "s-1", claims).await.expect(201);
    fake.form()
}

/// The claims of the assertion in a token request, verified with this key.
fn verified(form: &HashMap<String, String>, key: &Value) -> Value {
    let assertion = &form["client_assertion"];
    let header = decode_header(assertion).unwrap();
    assert_eq!((header.alg, header.typ.as_deref()), (Algorithm::ES256, Some("client-authentication+jwt")));
    assert_eq!(json!(header.kid), key["kid"]);
    let key: Jwk = serde_json::from_value(key.clone()).unwrap();
    let mut validation = Validation::new(Algorithm::ES256);
    (validation.validate_exp, validation.validate_aud) = (false, false);
    decode(assertion, &DecodingKey::from_jwk(&key).unwrap(), &validation).unwrap().claims
}

#[apply(both_databases)]
#[tokio::test]
async fn a_token_request_is_signed_with_the_key_that_is_shown(db: Db) {
    let (app, world, fake, provider) = setting(db).await;
    let shown = world.a.admin.get(&format!("/v1/identity-providers/{provider}")).await.expect(200);
    assert_eq!(shown["clientAuthentication"], WITH_KEY);
    assert!(shown["jwksUri"].as_str().unwrap().ends_with(&format!("/oauth2/client-keys/{provider}")));
    let set = keys(&app, &provider).await.expect(200);
    assert_eq!(set.header("cache-control"), "public, max-age=300");
    let [key] = set["keys"].as_array().unwrap().as_slice() else { panic!("one key: {}", set.text()) };
    assert_eq!([&key["kty"], &key["crv"], &key["alg"], &key["use"]], ["EC", "P-256", "ES256", "sig"]);
    assert_eq!(key["d"], Value::Null, "the private key is not shown");
    let [first, second] = [log_in(&app, &fake, &provider).await, log_in(&app, &fake, &provider).await];
    assert_eq!(first["client_assertion_type"], "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    assert_eq!((first["client_id"].as_str(), first.get("client_secret")), (CLIENT_ID, None));
    let [first, second] = [verified(&first, key), verified(&second, key)];
    let now = app.clock.now().timestamp();
    for claims in [&first, &second] {
        assert_eq!([&claims["iss"], &claims["sub"]], [CLIENT_ID, CLIENT_ID]);
        assert_eq!(claims["aud"], json!(fake.issuer), "the issuer, as one text");
        assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 60);
        assert!((claims["iat"].as_i64().unwrap() - now).abs() <= 60);
    }
    assert_ne!(first["jti"], second["jti"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_way_to_authenticate_can_change_and_a_key_is_never_used_again(db: Db) {
    let (app, world, fake, provider) = setting(db).await;
    let (admin, path) = (&world.a.admin, format!("/v1/identity-providers/{provider}"));
    let first = keys(&app, &provider).await.expect(200).json();
    admin.patch(&path, "*", json!({ "name": "Linde", "clientAuthentication": WITH_KEY })).await.expect(200);
    assert_eq!(keys(&app, &provider).await.expect(200).json(), first, "nothing changed");
    for (body, error) in [
        (json!({ "clientSecret": "s3cr3t!" }), "/clientSecret exclusive"),
        (json!({ "clientAuthentication": "client-secret" }), "/clientSecret required"),
    ] {
        assert_eq!(admin.patch(&path, "*", body).await.problem(400, "invalid-request").errors(), [error]);
    }
    let secret = "een geheim: met / en %";
    let body = json!({ "clientAuthentication": "client-secret", "clientSecret": secret });
    let changed = admin.patch(&path, "*", body).await.expect(200);
    assert_eq!((&changed["clientAuthentication"], &changed["jwksUri"]), (&json!("client-secret"), &Value::Null));
    assert!(!changed.text().contains(secret));
    keys(&app, &provider).await.problem(404, "not-found");
    assert_eq!(log_in(&app, &fake, &provider).await.get("client_assertion"), None);
    admin.patch(&path, "*", json!({ "clientAuthentication": WITH_KEY })).await.expect(200);
    let second = keys(&app, &provider).await.expect(200).json();
    assert_ne!(second, first);
    verified(&log_in(&app, &fake, &provider).await, &second["keys"][0]);
    // Neither in clear in the database.
    let stored = app.raw.column::<Vec<u8>>("select client_secret from identity_provider").await.unwrap();
    assert!(stored.iter().all(|it| !String::from_utf8_lossy(it).contains("MIG")), "PKCS #8 in Base64 begins so");
}

#[apply(both_databases)]
#[tokio::test]
async fn keys_are_shown_of_enabled_providers_with_a_key_only_and_differ(db: Db) {
    let (app, world, fake, provider) = setting(db).await;
    let more = json!({ "clientAuthentication": WITH_KEY, "clientSecret": null });
    let other = fake.register(&world.b.admin, more).await;
    let [one, two] = [keys(&app, &provider).await.expect(200), keys(&app, &other).await.expect(200)];
    assert_ne!(one["keys"][0]["x"], two["keys"][0]["x"], "another organisation cannot have ours used");
    for unknown in [world.a.ids["identityProviderId"].to_string(), id().to_string()] {
        keys(&app, &unknown).await.problem(404, "not-found");
    }
    let path = format!("/v1/identity-providers/{provider}");
    world.a.admin.patch(&path, "*", json!({ "enabled": false })).await.expect(200);
    keys(&app, &provider).await.problem(404, "not-found");
}
