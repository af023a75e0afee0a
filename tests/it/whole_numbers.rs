//! Whole numbers with a fraction of zeros, which JSON Schema accepts as integers.

use crate::support::{App, Db, both_databases, document, id};
use rstest_reuse::apply;
use serde_json::{Value, json};

/// The same value with `3.0` for 3.
fn with_fractions(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(values) => values.iter().map(with_fractions).collect(),
        Value::Object(members) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone(), with_fractions(value))).collect())
        }
        Value::Null | Value::Bool(_) | Value::String(_) => value.clone(),
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_document_is_imported_with_its_whole_numbers(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, id) = (&world.a.client, world.a.client_id);
    let tense = |document: &Value| document.to_string().contains("\"tension\":");
    let sent = (1..).map(document).find(tense).unwrap();
    assert!(with_fractions(&sent).to_string().contains(".0"));
    client.post(&format!("/v1/clients/{id}/import"), with_fractions(&sent)).await.expect(200);
    let export = client.get(&format!("/v1/clients/{id}/export")).await.expect(200).json();
    for list in ["persons", "maps", "cards"] {
        assert_eq!(export[list], sent[list], "{list}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn bodies_are_read_with_their_whole_numbers(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (coach, admin) = (&world.a.coach, &world.a.admin);
    let map =
        coach.post(&format!("/v1/clients/{}/maps", world.a.client_id), json!({ "theme": "iets" })).await.expect(201);
    let [anna, bram, tie] = [(); 3].map(|()| id().to_string());
    let [of_anna, of_bram] = [(); 2].map(|()| id().to_string());
    let content = json!({
        "theme": "iets", "agreements": [],
        "persons": [{ "id": of_anna, "alias": "Anna" }, { "id": of_bram, "alias": "Bram" }],
        "supporters": [
            { "id": anna, "personId": of_anna, "closeness": "inner", "angle": 63.0, "tension": 1.0, "burden": 2.0, "supports": [] },
            { "id": bram, "personId": of_bram, "supports": [] },
        ],
        "ties": [{ "id": tie, "supporterIds": [bram, anna], "strength": 3.0 }],
        "needs": [{ "supportType": "emotional", "level": 3.0 }],
    });
    let saved = coach.put(&format!("{}/content", map.location()), &map.etag(), content).await.expect(200).json();
    let first = &saved["supporters"][0];
    assert_eq!((&first["angle"], &first["tension"], &first["burden"]), (&json!(63), &json!(1), &json!(2)));
    assert_eq!((&saved["ties"][0]["strength"], &saved["needs"][0]["level"]), (&json!(3), &json!(3)));

    let own = admin.patch("/v1/organisation", "*", json!({ "retentionYears": 20.0 })).await.expect(200);
    assert_eq!(own["retentionYears"], 20);
    let refused = admin.patch("/v1/organisation", "*", json!({ "retentionYears": 20.5 })).await;
    let problem = refused.problem(400, "invalid-request").json();
    assert_eq!(
        (&problem["errors"][0]["pointer"], &problem["errors"][0]["code"]),
        (&json!("/retentionYears"), &json!("type"))
    );
}
