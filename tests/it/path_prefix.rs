//! Behind a proxy that offers the service under a path of its own.

use crate::support::{App, Db, World, both_databases};
use api::PublicUrl;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::json;

const PREFIX: &str = "/care/omringd";

async fn spawn(db: Db) -> (App, World) {
    let address = PublicUrl::try_from(format!("https://example.nl{PREFIX}/")).unwrap();
    App::with_world_and(db, |service| service.public_url = address).await
}

#[apply(both_databases)]
#[tokio::test]
async fn every_address_in_a_response_has_the_prefix(db: Db) {
    let (app, world) = spawn(db).await;
    let admin = &world.a.admin;
    let page = admin.get("/v1/clients?limit=1").await.expect(200);
    let next = page["next"].as_str().unwrap().to_owned();
    assert!(next.starts_with(&format!("{PREFIX}/v1/clients?limit=1&cursor=")), "{next}");
    assert_eq!(page.header("link"), format!("<{next}>; rel=\"next\""));
    let made = admin.post("/v1/clients", json!({ "name": "Saskia" })).await.expect(201);
    assert_eq!(made.header("location"), format!("{PREFIX}/v1/clients/{}", made.id()));
    for refused in
        [admin.get("/v1/nothing").await, app.anonymous().get("/v1/clients").await, admin.get("/v1/clients/x").await]
    {
        let kind = refused.json()["type"].as_str().unwrap().to_owned();
        assert!(kind.starts_with(&format!("{PREFIX}/problems/")), "{kind}");
        app.anonymous().get(&kind).await.expect(200);
    }
    let document = app.anonymous().get("/v1/openapi.json").await.expect(200);
    assert_eq!(document["servers"][0]["url"], format!("{PREFIX}/"));
    let docs = app.anonymous().get("/docs").await.expect(200).text();
    assert!(
        docs.contains(&format!("src=\"{PREFIX}/docs/swagger-ui-bundle.js\"")) && !docs.contains("\"/docs"),
        "{docs}"
    );
    let start = app.anonymous().get("/docs/swagger-initializer.js").await.expect(200).text();
    assert!(start.contains(&format!("{PREFIX}/v1/openapi.json")), "{start}");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_proxy_may_pass_the_prefix_on(db: Db) {
    let (_app, world) = spawn(db).await;
    let admin = &world.a.admin;
    // Page by page, by `next` as it is.
    let names =
        |clients: Vec<serde_json::Value>| -> Vec<_> { clients.iter().map(|client| client["id"].clone()).collect() };
    let all = names(admin.all("/v1/clients").await);
    assert_eq!(names(admin.all(&format!("{PREFIX}/v1/clients?limit=1")).await), all);
    let made = admin.post(&format!("{PREFIX}/v1/clients"), json!({ "name": "Saskia" })).await.expect(201);
    assert_eq!(admin.get(made.header("location")).await.expect(200)["name"], "Saskia");
    admin.send(Method::HEAD, &format!("{PREFIX}/v1/clients"), None).await.expect(200);
    for path in ["/care/v1/clients", "/care/omringdv1/clients", PREFIX] {
        admin.get(path).await.expect(404);
    }
    let twice = format!("{PREFIX}{PREFIX}/v1/clients");
    admin.get(&twice).await.expect(404);
}
