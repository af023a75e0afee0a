//! `/v1/identity-providers`, `/v1/log-in-domains` and `/v1/log-in-methods`.

use crate::support::fake_provider::{prove, publish, withdraw};
use crate::support::{App, Db, both_databases, count};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};

const PROVIDERS: &str = "/v1/identity-providers";
const DOMAINS: &str = "/v1/log-in-domains";

fn provider() -> Value {
    json!({ "name": "De Linde", "issuer": "https://login.linde.example", "clientId": "omringd", "clientSecret": "s3cr3t!" })
}

fn with(name: &str, value: Value) -> Value {
    let mut body = provider();
    body[name] = value;
    body
}

#[apply(both_databases)]
#[tokio::test]
async fn an_administrator_registers_changes_and_deletes_a_provider(db: Db) {
    let (app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let created = admin.post(PROVIDERS, with("tenantId", json!("6a3f"))).await.expect(201);
    assert_eq!(created.location(), format!("{PROVIDERS}/{}", created.id()));
    let redirect = format!("https://front-end.example/provider-log-in/{}", created.id());
    assert_eq!((&created["redirectUri"], &created["enabled"]), (&json!(redirect), &json!(true)));
    for trust in ["trustsEmails", "trustsSecondFactor", "createsCoaches"] {
        assert_eq!(created[trust], false, "{trust} is off until an administrator says otherwise");
    }
    let change = json!({ "secondFactorAcr": "gold", "trustsSecondFactor": true, "clientSecret": "0ther!" });
    let changed = admin.patch(&created.location(), &created.etag(), change).await.expect(200);
    assert_eq!((&changed["secondFactorAcr"], &changed["tenantId"]), (&json!("gold"), &json!("6a3f")));
    let cleared = json!({ "secondFactorAcr": null });
    let cleared = admin.patch(&created.location(), &changed.etag(), cleared).await.expect(200);
    assert_eq!(cleared["secondFactorAcr"], Value::Null);
    let shown = admin.get(&created.location()).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (cleared.json(), cleared.etag()));
    // The secret is never shown, and stored encrypted.
    for answer in [&created, &changed, &shown, &admin.get(PROVIDERS).await.expect(200)] {
        assert!(!answer.text().contains("s3cr3t!") && !answer.text().contains("0ther!"));
    }
    let stored = app.raw.column::<Vec<u8>>("select client_secret from identity_provider").await.unwrap();
    assert!(stored.iter().all(|secret| !String::from_utf8_lossy(secret).contains("0ther!")));
    admin.delete(&created.location(), &created.etag()).await.problem(412, "stale");
    admin.delete(&created.location(), &shown.etag()).await.expect(204);
    admin.get(&created.location()).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_administrators_of_the_organisation_see_providers_domains_and_identities(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let own = |path: &str, name: &str| format!("{path}/{}", a.ids[name]);
    for path in [own(PROVIDERS, "identityProviderId"), own(DOMAINS, "logInDomainId")] {
        for other in [&a.coach, &a.client, &b.admin] {
            other.get(&path).await.problem(404, "not-found");
        }
        app.anonymous().get(&path).await.problem(401, "not-authenticated");
    }
    let identity = own("/v1/member-identities", "memberIdentityId");
    b.admin.send(Method::DELETE, &identity, None).await.problem(404, "not-found");
    a.coach.send(Method::DELETE, &identity, None).await.problem(404, "not-found");
    b.admin.send(Method::DELETE, &own(DOMAINS, "logInDomainId"), None).await.problem(404, "not-found");
    for path in [PROVIDERS, DOMAINS, "/v1/member-identities"] {
        a.coach.get(path).await.problem(403, "forbidden");
    }
    let listed = a.admin.get("/v1/member-identities").await.expect(200);
    assert_eq!(listed["items"][0]["user"]["name"], "coach");
    a.admin.send(Method::DELETE, &identity, None).await.expect(204);
    assert_eq!(a.admin.get("/v1/member-identities").await.expect(200)["items"], json!([]));
}

#[apply(both_databases)]
#[tokio::test]
async fn providers_and_domains_are_checked_and_bounded(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let mut without_secret = provider();
    without_secret.as_object_mut().unwrap().remove("clientSecret");
    for (body, errors) in [
        (json!({}), vec!["/clientId required", "/issuer required", "/name required"]),
        (without_secret, vec!["/clientSecret required"]),
        (with("clientAuthentication", json!("private-key")), vec!["/clientSecret exclusive"]),
        (with("clientAuthentication", json!("none")), vec!["/clientAuthentication enum"]),
        (with("issuer", json!("http://login.linde.example")), vec!["/issuer format"]),
        (with("issuer", json!("https://login.linde.example/?x")), vec!["/issuer format"]),
        (with("enabled", json!(true)), vec!["/enabled unknown-member"]),
    ] {
        assert_eq!(
            admin.post(PROVIDERS, body.clone()).await.problem(400, "invalid-request").errors(),
            errors,
            "{body}"
        );
    }
    let path = format!("{PROVIDERS}/{}", world.a.ids["identityProviderId"]);
    for fixed in ["issuer", "clientId", "tenantId"] {
        let refused = admin.patch(&path, "*", json!({ fixed: "https://b" })).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), [format!("/{fixed} unknown-member")]);
    }
    // One is seeded.
    for _ in 0..4 {
        admin.post(PROVIDERS, provider()).await.expect(201);
    }
    admin.post(PROVIDERS, provider()).await.problem(409, "too-many-identity-providers");
    for bad in ["linde", "a@linde.example", "linde..example", "-.example"] {
        let refused = admin.post(DOMAINS, json!({ "domain": bad })).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/domain format"], "{bad}");
    }
    for number in 0..19 {
        admin.post(DOMAINS, json!({ "domain": format!("{number}.linde.example") })).await.expect(201);
    }
    admin.post(DOMAINS, json!({ "domain": "20.linde.example" })).await.problem(409, "too-many-log-in-domains");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_domain_is_proven_by_its_record_and_only_while_that_is_there(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let claimed = admin.post(DOMAINS, json!({ "domain": "Bücher.Example" })).await.expect(201);
    assert_eq!((&claimed["domain"], &claimed["verifiedAt"]), (&json!("bücher.example"), &Value::Null));
    assert_eq!(claimed["recordName"], "_omringd-challenge.xn--bcher-kva.example");
    admin.post(DOMAINS, json!({ "domain": "xn--bcher-kva.example" })).await.problem(409, "domain-taken");
    let verify = format!("{}/verifications", claimed.location());
    admin.post(&verify, json!({})).await.problem(409, "domain-not-proven");
    // The record of another organisation proves nothing here.
    let other = world.b.admin.post(DOMAINS, json!({ "domain": "bücher.example" })).await.expect(201);
    publish(&other);
    admin.post(&verify, json!({})).await.problem(409, "domain-not-proven");
    publish(&claimed);
    let proven = admin.post(&verify, json!({})).await.expect(200);
    assert!(proven["verifiedAt"].is_string());
    assert_eq!(admin.get(&claimed.location()).await.expect(200).json(), proven.json());
    world.b.admin.post(&format!("{}/verifications", other.location()), json!({})).await.expect(200);
    withdraw(&claimed);
    admin.post(&verify, json!({})).await.problem(409, "domain-not-proven");
    assert_eq!(admin.get(&claimed.location()).await.expect(200)["verifiedAt"], Value::Null);
    admin.send(Method::DELETE, &claimed.location(), None).await.expect(204);
    admin.post(&verify, json!({})).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn ways_to_log_in_depend_on_the_domain_alone(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let methods = async |email: &str| {
        let found = app.anonymous().post("/v1/log-in-methods", json!({ "email": email })).await.expect(200);
        assert_eq!(found["password"], true);
        let providers = found["providers"].as_array().unwrap().iter();
        (found.bytes.clone(), providers.map(|it| it["organisation"].as_str().unwrap().to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(methods("coach@a.test").await.1, [""; 0], "the domain is not proven");
    prove(&a.admin, "a.test").await;
    let (known, providers) = methods("coach@a.test").await;
    assert_eq!(providers, ["Organisation A"]);
    assert_eq!(methods("nobody@A.test").await.0, known, "the same for known and unknown addresses");
    assert_eq!(methods("coach@sub.a.test").await.1, [""; 0]);
    // Both organisations have proven the seeded domain.
    let mut both = methods("x@seeded.example").await.1;
    both.sort();
    assert_eq!(both, ["Organisation A", "Organisation B"]);
    let path = format!("{PROVIDERS}/{}", b.ids["identityProviderId"]);
    b.admin.patch(&path, "*", json!({ "enabled": false })).await.expect(200);
    assert_eq!(methods("x@seeded.example").await.1, ["Organisation A"]);
    app.raw.run("update organisation set status = 'suspended' where name = 'Organisation A'").await.unwrap();
    assert_eq!(methods("x@seeded.example").await.1, [""; 0]);
    assert_eq!(count(&app.raw, "identity_provider").await, 2);
}
