//! `POST /v1/maps/{mapId}/import`.

use crate::imports::rows;
use crate::support::{Answer, App, Db, NAMES, World};
use crate::transnat::Network;
use rstest::rstest;
use serde_json::{Value, json};

/// The tables of a real network.
pub(crate) fn tables_of(network: &Network) -> Value {
    let (mut persons, mut supports, mut ties) = (writer(), writer(), writer());
    persons.write_record(["key", "alias", "relationship", "closeness", "tension", "note"]).unwrap();
    supports.write_record(["person", "supportType", "direction", "availability"]).unwrap();
    ties.write_record(["first", "second", "strength"]).unwrap();
    let cell = |value: &Value| {
        value.as_str().map_or_else(|| value.as_i64().map_or(String::new(), |n| n.to_string()), str::to_owned)
    };
    for (key, person, answers) in network.people() {
        let row = [
            &json!(key),
            &person["alias"],
            &person["relationship"],
            &answers["closeness"],
            &answers["tension"],
            &person["note"],
        ];
        persons.write_record(row.map(cell)).unwrap();
        for support in answers["supports"].as_array().into_iter().flatten() {
            let row = [&json!(key), &support["supportType"], &support["direction"], &support["availability"]];
            supports.write_record(row.map(cell)).unwrap();
        }
    }
    for (first, second, strength) in network.known() {
        ties.write_record([first, second, &strength.to_string()]).unwrap();
    }
    let text = |writer: csv::Writer<Vec<u8>>| String::from_utf8(writer.into_inner().unwrap()).unwrap();
    json!({ "persons": text(persons), "supports": text(supports), "ties": text(ties) })
}

fn writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new())
}

/// A map with somebody on it, tied, and the address to bring more in.
async fn map_with_two(world: &World) -> (String, Answer) {
    let path = format!("/v1/maps/{}", world.a.open.map);
    let shown = world.a.coach.get(&path).await.expect(200);
    (format!("{path}/import"), shown)
}

#[rstest]
#[tokio::test]
async fn tables_are_added_to_what_is_on_the_map(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (path, before) = map_with_two(&world).await;
    let mut persons = String::from("\u{FEFF}alias;key;closeness\r\n");
    for (key, name) in NAMES.iter().enumerate() {
        let mut row = writer();
        row.write_record([format!("'{name}"), key.to_string(), "outer".to_owned()]).unwrap();
        // As our own tables write them: an apostrophe before what would be a formula.
        let formula = name.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t']);
        let text = String::from_utf8(row.into_inner().unwrap()).unwrap();
        persons += &if formula { text } else { text.replacen('\'', "", 1) };
    }
    let body = json!({
        "persons": persons,
        "supports": "person,supportType,availability\n0,emotional,could-ask\n0,practical,\n",
        "ties": "second;first;strength\n0;1;3\n",
    });
    let after = world.a.coach.post(&path, body).await.expect(200);
    let shown = world.a.coach.get(&format!("/v1/maps/{}", world.a.open.map)).await.expect(200);
    assert_eq!((after.json(), after.etag()), (shown.json(), shown.etag()));
    let (old, all) = (before["supporters"].as_array().unwrap(), after["supporters"].as_array().unwrap());
    assert_eq!(all.len(), old.len() + NAMES.len());
    assert_eq!(all[..old.len()], old[..]);
    assert_eq!(after["needs"], before["needs"]);
    assert_eq!(after["agreements"], before["agreements"]);
    assert_eq!(after["ties"].as_array().unwrap().len(), before["ties"].as_array().unwrap().len() + 1);
    let anna = &all[old.len()];
    assert_eq!((&anna["closeness"], &anna["supports"][0]["availability"]), (&json!("outer"), &json!("could-ask")));
    assert_eq!(all[old.len() + 1]["supports"], Value::Null);
    for (supporter, name) in all[old.len()..].iter().zip(NAMES) {
        let of = |person: &&Value| person["id"] == supporter["personId"];
        assert_eq!(after["persons"].as_array().unwrap().iter().find(of).unwrap()["alias"], name);
    }
}

#[rstest]
#[tokio::test]
async fn every_error_in_a_table_is_told_with_row_and_column(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, world) = App::with_world(db).await;
    let (path, _) = map_with_two(&world).await;
    let before = rows(&app).await;
    let body = json!({
        "persons": "key,alias,closeness,hobby\r\n1,Anna,near,\r\n\r\n2,,,\r\n",
        "supports": "person,supportType\n3,emotional\n",
    });
    let refused = world.a.coach.with("accept-language", "nl").post(&path, body).await.problem(400, "invalid-request");
    let cells: Vec<_> = refused["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| json!([error["in"], error["pointer"], error["row"], error["column"], error["code"]]))
        .collect();
    let expected = json!([
        ["body", "/persons", 1, "hobby", "unknown-member"],
        ["body", "/persons", 2, "closeness", "enum"],
        ["body", "/persons", 4, "alias", "required"],
        ["body", "/supports", 2, "person", "unknown-reference"],
    ]);
    assert_eq!(json!(cells), expected);
    let body = json!({ "persons": "key,alias\n1,Anna\n", "supports": "supportType,person\nemotional,1\ndancing,1\n" });
    let refused = world.a.coach.post(&path, body).await.problem(409, "unknown-reference");
    let error = &refused["errors"][0];
    assert_eq!(
        (&error["pointer"], &error["row"], &error["column"]),
        (&json!("/supports"), &json!(3), &json!("supportType"))
    );
    let refused = world.a.coach.post(&path, json!({ "supports": "" })).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/persons required"]);
    assert_eq!(rows(&app).await, before);
    let body = json!({ "persons": "key,alias\n1,Anna\n" });
    let private = format!("/v1/maps/{}/import", world.a.private.map);
    world.a.coach.post(&private, body.clone()).await.problem(404, "not-found");
    world.b.coach.post(&path, body.clone()).await.problem(404, "not-found");
    app.anonymous().post(&path, body.clone()).await.problem(401, "not-authenticated");
    let keyed = world.a.coach.with("idempotency-key", "een");
    let first = keyed.post(&path, body.clone()).await.expect(200);
    assert_eq!(keyed.post(&path, body.clone()).await.expect(200).json(), first.json());
    // Not the answer is kept but which map it is.
    let more = world.a.coach.post(&path, json!({ "persons": "key,alias\n1,Bram\n" })).await.expect(200);
    assert_eq!(keyed.post(&path, body).await.expect(200).json(), more.json());
}
