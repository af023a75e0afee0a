//! `/v1/clients`.

use crate::support::{App, Db};
use rstest::rstest;
use serde_json::json;

#[rstest]
#[tokio::test]
async fn an_administrator_creates_a_client_and_reads_it_back(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (_app, world) = App::with_world(db).await;
    let body = json!({
        "name": "Zoë van Dijk",
        "dateOfBirth": "1974-05-03",
        "externalIdentifiers": [{ "system": "https://ecd.example.nl/nummer", "value": "1204" }],
    });
    let created = world.a.admin.post("/v1/clients", body.clone()).await.expect(201);
    let shown = world.a.admin.get(&created.location()).await.expect(200);
    assert_eq!(shown.json(), created.json());
    assert_eq!(shown.etag(), created.etag());
    assert_eq!(created.location(), format!("/v1/clients/{}", created.id()));
    for member in ["name", "dateOfBirth", "externalIdentifiers"] {
        assert_eq!(shown[member], body[member]);
    }
}
