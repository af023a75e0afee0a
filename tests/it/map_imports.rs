//! `POST /v1/maps/{mapId}/import`.

use crate::imports::rows;
use crate::support::{Answer, App, Db, NAMES, World, both_databases};
use crate::transnat::Network;
use rstest_reuse::apply;
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

/// A map with supporters who are tied, and the path of its import.
async fn map_with_two(world: &World) -> (String, Answer) {
    let path = format!("/v1/maps/{}", world.a.open.map);
    let shown = world.a.coach.get(&path).await.expect(200);
    (format!("{path}/import"), shown)
}

#[apply(both_databases)]
#[tokio::test]
async fn tables_are_added_to_what_is_on_the_map(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (path, before) = map_with_two(&world).await;
    let mut persons = String::from("\u{FEFF}alias;key;closeness\r\n");
    // In a table a name is one line.
    let names: Vec<_> = NAMES.into_iter().filter(|name| !name.contains('\n')).collect();
    for (key, name) in names.iter().enumerate() {
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
    assert_eq!(all.len(), old.len() + names.len());
    assert_eq!(all[..old.len()], old[..]);
    assert_eq!(after["needs"], before["needs"]);
    assert_eq!(after["agreements"], before["agreements"]);
    assert_eq!(after["ties"].as_array().unwrap().len(), before["ties"].as_array().unwrap().len() + 1);
    let anna = &all[old.len()];
    assert_eq!((&anna["closeness"], &anna["supports"][0]["availability"]), (&json!("outer"), &json!("could-ask")));
    assert_eq!(all[old.len() + 1]["supports"], Value::Null);
    for (supporter, name) in all[old.len()..].iter().zip(names) {
        let of = |person: &&Value| person["id"] == supporter["personId"];
        assert_eq!(after["persons"].as_array().unwrap().iter().find(of).unwrap()["alias"], name);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_in_a_table_is_reported_with_row_and_column(db: Db) {
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
    // The stored response names the map and not its content.
    let more = world.a.coach.post(&path, json!({ "persons": "key,alias\n1,Bram\n" })).await.expect(200);
    assert_eq!(keyed.post(&path, body).await.expect(200).json(), more.json());
}

/// The errors of tables, as pointer, row, column and code.
fn wrong(problem: &Value) -> Vec<Value> {
    let told = |error: &Value| json!([error["pointer"], error["row"], error["column"], error["code"]]);
    problem["errors"].as_array().unwrap().iter().map(told).collect()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_missing_quote_imports_nothing(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (path, _) = map_with_two(&world).await;
    let before = rows(&app).await;
    let good = "key;alias\n1;Anna\n2;Bram\n";
    for (body, cell) in [
        (
            json!({ "persons": "key;alias;closeness\n1;Anna;inner\n2;\"Oom Bob;middle\n3;Piet;outer\n" }),
            json!(["/persons", 3, "alias", "unclosed-quote"]),
        ),
        (
            json!({ "persons": "key;alias;note\r\n1;Anna;\"ver weg\r\n2;Bram;dichtbij\r\n" }),
            json!(["/persons", 2, "note", "unclosed-quote"]),
        ),
        (
            json!({ "persons": "key;alias;phone\n1;Anna;\"06\n2;Bram;\"07\"\n" }),
            json!(["/persons", 2, "phone", "stray-quote"]),
        ),
        (
            json!({ "persons": "key;alias;email\n1;Anna;\"a@b.nl\n2;Bram;c@d.nl\"\n" }),
            json!(["/persons", 2, "email", "unclosed-quote"]),
        ),
        (json!({ "persons": "key;alias;note\n1;\"Anna\nBram\";\n" }), json!(["/persons", 2, "alias", "line-break"])),
        (
            json!({ "persons": good, "supports": "person;supportType\n1;\"emotional\n2;practical\n" }),
            json!(["/supports", 2, "supportType", "unclosed-quote"]),
        ),
        (json!({ "persons": good, "ties": "first;second\n\"1;2\n" }), json!(["/ties", 2, "first", "unclosed-quote"])),
    ] {
        let refused = world.a.coach.post(&path, body).await.problem(400, "invalid-request");
        assert_eq!(wrong(&refused.json()), [cell]);
    }
    assert_eq!(rows(&app).await, before);
}

#[apply(both_databases)]
#[tokio::test]
async fn tables_of_many_programs_are_imported(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (path, _) = map_with_two(&world).await;
    for persons in [
        "sep=;\r\nkey;alias;tension;note\r\n1 ;Anna;3.0;\"regel een\r\nregel twee\"\r\n2;Bram;;\r\n",
        "\r\nkey;alias;tension;note\r\n1;Anna;3;\"regel een\r\nregel twee\"\r\n2;Bram;;\r\n",
        "key\talias\ttension\tnote\n1\tAnna\t3\t\"regel een\nregel twee\"\n2\tBram\t\t\n",
        "key;alias;tension;note\r1;Anna;3,0;\"regel een\rregel twee\"\r2;Bram;;\r",
    ] {
        let before = world.a.coach.get(path.trim_end_matches("/import")).await.expect(200);
        let body = json!({ "persons": persons, "ties": "first;second;strength\n1;2.0;2\n2;1;2.0\n" });
        let after = world.a.coach.post(&path, body).await.expect(200);
        let many = |map: &Answer, list: &str| map[list].as_array().unwrap().len();
        assert_eq!(many(&after, "supporters"), many(&before, "supporters") + 2, "{persons}");
        assert_eq!(many(&after, "ties"), many(&before, "ties") + 1, "{persons}");
        let anna = &after["supporters"][many(&before, "supporters")];
        assert_eq!(anna["tension"], 3);
        let person = after["persons"].as_array().unwrap().iter().find(|one| one["id"] == anna["personId"]).unwrap();
        assert_eq!(person["note"], "regel een\nregel twee");
    }
    let body = json!({ "persons": "key;alias\n1;Anna\n2;Bram\n", "ties": "first;second;strength\n1;2;3\n2;1;1\n" });
    let refused = world.a.coach.post(&path, body).await.problem(400, "invalid-request");
    let both = [json!(["/ties", 2, "strength", "contradiction"]), json!(["/ties", 3, "strength", "contradiction"])];
    assert_eq!(wrong(&refused.json()), both);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_file_of_persons_is_imported_in_any_encoding(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (path, _) = map_with_two(&world).await;
    let table = "key;alias\r\n1;Zoë\r\n";
    let utf16: Vec<u8> = format!("\u{FEFF}{table}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let windows = b"key;alias\r\n1;Zo\xEB\r\n".to_vec();
    let coach = &world.a.coach;
    for (media_type, file) in [
        ("text/csv", table.as_bytes().to_vec()),
        ("text/csv; charset=utf-8", format!("\u{FEFF}{table}").into_bytes()),
        ("Text/CSV; charset=\"Windows-1252\"", windows.clone()),
        ("text/csv", utf16),
    ] {
        let after = coach.post_file(&path, media_type, file).await.expect(200);
        assert_eq!(after["persons"].as_array().unwrap().last().unwrap()["alias"], "Zoë", "{media_type}");
    }
    let refused = coach.post_file(&path, "text/csv", windows.clone()).await.problem(400, "invalid-request");
    assert_eq!(wrong(&refused.json()), [json!(["", 2, null, "undecodable"])]);
    let refused = coach.post_file(&path, "text/csv", b"key;alias\n1;\n".to_vec()).await.problem(400, "invalid-request");
    assert_eq!(wrong(&refused.json()), [json!(["", 2, "alias", "required"])]);
    for media_type in ["text/csv; charset=boe", "text/plain"] {
        coach.post_file(&path, media_type, windows.clone()).await.problem(415, "unsupported-media-type");
    }
}
