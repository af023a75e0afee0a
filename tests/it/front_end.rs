//! The reference front end at `/`: its pages and files, beside the API.

use crate::support::{App, Client, Db, both_databases};
use api::ServedFrontEnd;
use domain::Password;
use rstest_reuse::apply;

const POLICY: &str = "require-trusted-types-for 'script'";

/// The addresses in the attributes of a page.
fn addresses(page: &str) -> Vec<String> {
    let values = ["src=\"", "href=\""].into_iter().flat_map(|attribute| page.split(attribute).skip(1));
    values.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

async fn page(by: &Client, path: &str) -> String {
    let answer = by.get(path).await.expect(200);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{path}");
    assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
    assert!(answer.header("content-security-policy").contains(POLICY), "{path}");
    answer.text()
}

#[apply(both_databases)]
#[tokio::test]
async fn the_page_and_all_that_it_loads_are_served_at_each_of_its_addresses(db: Db) {
    let app = App::spawn(db).await;
    let by = app.anonymous();
    let first = page(&by, "/").await;
    let files = addresses(&first);
    assert!(files.iter().any(|file| file.starts_with("/assets/")), "{files:?}");
    for file in &files {
        let answer = by.get(file).await.expect(200);
        assert!(answer.header("content-security-policy").contains(POLICY), "{file}");
        let hashed = file.starts_with("/assets/");
        assert_eq!(answer.header("cache-control").contains("immutable"), hashed, "{file}");
        by.with("if-none-match", answer.header("etag")).get(file).await.expect(304);
    }
    for other in ["/invitation", "/password-reset", "/email-change", "/provider-log-in/1?code=2&state=3", "/clients/1"]
    {
        assert_eq!(page(&by, other).await, first, "{other}");
    }
    for unknown in ["/assets/none.js", "/index.php", "/assets/../index.html", "/v1", "/clients"] {
        by.get(unknown).await.problem(404, "not-found");
    }
    let refused = by.post("/", serde_json::json!({})).await.problem(405, "method-not-allowed");
    assert_eq!(refused.header("allow"), "GET, HEAD");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_setting_leaves_it_out(db: Db) {
    let app = App::spawn_with(db, |service| service.served_front_end = ServedFrontEnd::No).await;
    for path in ["/", "/invitation", "/manifest.webmanifest"] {
        app.anonymous().get(path).await.problem(404, "not-found");
    }
    app.anonymous().get("/docs").await.expect(200);
}

/// A user with the address and the password of the demo's coach, which cannot be chosen.
async fn demo_coach(app: &App) {
    app.operator_account("coach@demo.test", "een lange zin is sterk").await;
    let hash = app.ports().await.passwords.hash(&Password::chosen("omringd-demo").unwrap()).await.unwrap();
    app.raw.query("update user_account set password_hash = $1", &[hash.into()]).await.unwrap();
}

#[apply(both_databases)]
#[tokio::test]
async fn only_a_demo_has_links_that_log_in(db: Db) {
    let app = App::spawn_with(db, |service| service.served_front_end = ServedFrontEnd::Demo).await;
    demo_coach(&app).await;
    let by = app.anonymous();
    let logged_in = by.get("/demo/coach").await.expect(303);
    assert_eq!(logged_in.header("location"), "/");
    let cookie = logged_in.header("set-cookie").to_owned();
    assert!(cookie.starts_with("__Host-omringd-refresh=") && cookie.contains("HttpOnly"), "{cookie}");
    by.get("/demo/stranger").await.problem(404, "not-found");
    // Without this user.
    by.get("/demo/client").await.problem(401, "log-in-refused");

    let served = App::spawn(db).await;
    demo_coach(&served).await;
    served.anonymous().get("/demo/coach").await.problem(404, "not-found");
}
