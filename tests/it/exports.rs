//! `GET /v1/clients/{clientId}/export`, and that an export can be imported and exported again unchanged.

use crate::map_imports::tables_of;
use crate::support::{Answer, App, Client, Db, GENERATED, NAMES, both_databases, document};
use crate::transnat;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use uuid::Uuid;

fn export_of(client: Uuid) -> String {
    format!("/v1/clients/{client}/export")
}

/// The bytes after the timestamp and the client's own record.
fn lasting(export: &Answer) -> String {
    let text = export.text();
    let (head, rest) = text.split_once(",\"supportTypes\":").unwrap();
    assert!(head.starts_with("{\"format\":\"omringd-client-1\",\"exportedAt\":"), "{head}");
    rest.to_owned()
}

/// Exports, imports into an empty client of another organisation, exports again.
async fn assert_comes_back(from: (&Client, Uuid), into: (&Client, Uuid)) -> Answer {
    let first = from.0.get(&export_of(from.1)).await.expect(200);
    let json = first.json();
    let counts = ["persons", "maps", "cards"].map(|list| json[list].as_array().unwrap().len());
    let imported = into.0.post(&format!("/v1/clients/{}/import", into.1), json).await.expect(200);
    assert_eq!(imported.json(), json!({ "persons": counts[0], "maps": counts[1], "cards": counts[2] }));
    let second = into.0.get(&export_of(into.1)).await.expect(200);
    assert_eq!(lasting(&first), lasting(&second));
    first
}

async fn maps(client: &Client, id: Uuid) -> Vec<String> {
    let maps = client.all(&format!("/v1/clients/{id}/maps")).await;
    maps.iter().map(|map| format!("/v1/maps/{}", map["id"].as_str().unwrap())).collect()
}

#[apply(both_databases)]
#[tokio::test]
async fn an_imported_export_is_exported_byte_for_byte(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, id) = (&world.a.client, world.a.client_id);
    for seed in 1..=GENERATED {
        client.post(&format!("/v1/clients/{id}/import"), document(seed)).await.expect(200);
        for map in maps(client, id).await {
            client.post(&format!("{map}/cards"), json!({ "includeReflections": true })).await.expect(201);
            let whole = client.get(&map).await.expect(200);
            // A person is removed from the map and deleted, and stays on the first card.
            if let Some(gone) = whole["supporters"].as_array().unwrap().first() {
                let supporter = format!("/v1/supporters/{}", gone["id"].as_str().unwrap());
                client.delete(&supporter, gone["etag"].as_str().unwrap()).await.expect(204);
                let person = format!("/v1/persons/{}", gone["personId"].as_str().unwrap());
                client.delete(&person, "*").await;
            }
            world.a.coach.post(&format!("{map}/cards"), json!({})).await;
            client.post(&format!("{map}/cards"), json!({})).await.expect(201);
        }
        let into = (&*world.b.client, world.b.client_id);
        let export = assert_comes_back((client, id), into).await;
        assert!(export["cards"].as_array().unwrap().len() >= 2 * export["maps"].as_array().unwrap().len());
        app.bare().await;
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn thirty_real_networks_come_back_byte_for_byte(db: Db) {
    let Some(folder) = transnat::folder() else { return };
    let networks = transnat::networks(&folder);
    assert_eq!(networks.len(), 30);
    let (_app, world) = App::with_bare_world(db).await;
    transnat::own_support_type(&world.a.admin).await;
    transnat::own_support_type(&world.b.admin).await;
    let (client, id) = (&world.a.client, world.a.client_id);
    for network in networks.values() {
        let maps = format!("/v1/clients/{id}/maps");
        let map = client.post(&maps, json!({ "theme": "emigratie" })).await.expect(201).location();
        let whole = client.post(&format!("{map}/import"), tables_of(network)).await.expect(200);
        transnat::assert_equal(&whole.json(), network);
        client.post(&format!("{map}/cards"), json!({})).await.expect(201);
    }
    let export = assert_comes_back((client, id), (&world.b.client, world.b.client_id)).await;
    assert_eq!(export["cards"].as_array().unwrap().len(), 30);
    let alters: usize = networks.values().map(transnat::Network::size).sum();
    assert_eq!(export["persons"].as_array().unwrap().len(), alters);
    let files = unzipped(client, id).await;
    assert_eq!(rows(&files["omringd_ego.csv"]).1.len(), 60);
    assert_eq!(rows(&files["omringd_attributeList_Person.csv"]).1.len(), 2 * alters);
    keep(&files, &format!("transnat-{db:?}"));
}

/// For `scripts/exports.sh`, which opens the files with other programs.
fn keep(files: &BTreeMap<String, String>, name: &str) {
    let Some(folder) = std::env::var_os("OMRINGD_EXPORTS") else { return };
    for (file, text) in files {
        let path = std::path::Path::new(&folder).join(name).join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

async fn unzipped(client: &Client, id: Uuid) -> BTreeMap<String, String> {
    let answer = client.with("accept", "application/zip").get(&export_of(id)).await.expect(200);
    assert_eq!(answer.header("content-type"), "application/zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(answer.bytes)).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        files.insert(file.name().unwrap().into_owned(), text);
    }
    files
}

/// The columns and the rows of a table.
fn rows(csv: &str) -> (Vec<String>, Vec<BTreeMap<String, String>>) {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| names.iter().cloned().zip(row.unwrap().iter().map(str::to_owned)).collect());
    (names.clone(), rows.collect())
}

/// A map of persons with difficult names, each tied to the next.
async fn difficult(client: &Client, id: Uuid) -> String {
    let map = client.post(&format!("/v1/clients/{id}/maps"), json!({ "theme": "=1+1" })).await.expect(201).location();
    let mut ids = Vec::new();
    for (index, name) in NAMES.iter().enumerate() {
        let mut body = json!({ "person": { "alias": name, "note": name } });
        if index % 2 == 0 {
            body["closeness"] = json!("inner");
            body["supports"] = json!([{ "supportType": "emotional", "availability": "could-ask" }]);
        }
        ids.push(client.post(&format!("{map}/supporters"), body).await.expect(201).id());
    }
    for pair in ids.windows(2) {
        client.post(&format!("{map}/ties"), json!({ "supporterIds": pair, "strength": 4 })).await.expect(201);
    }
    map
}

#[apply(both_databases)]
#[tokio::test]
async fn network_canvas_files_have_its_columns_and_harmless_cells(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, id) = (&world.a.client, world.a.client_id);
    let map = difficult(client, id).await;
    let card = client.post(&format!("{map}/cards"), json!({})).await.expect(201);
    let files = unzipped(client, id).await;
    keep(&files, &format!("difficult-{db:?}"));
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".csv")) {
        assert!(text.lines().next().unwrap().len() + 1 < text.len() && text.contains("\r\n"), "{name}");
        let (_, rows) = rows(text);
        for cell in rows.iter().flat_map(BTreeMap::values) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell:?}");
        }
        let cards: Vec<_> = rows.iter().map(|row| (row["cardID"].as_str(), row["cardVersion"].as_str())).collect();
        assert!(cards.contains(&("", "")) && cards.contains(&(card.id().as_str(), "1")), "{name}: {cards:?}");
        assert!(rows.iter().all(|row| row["recordedAt"].ends_with('Z')), "{name}");
    }
    let (columns, egos) = rows(&files["omringd_ego.csv"]);
    let expected = [
        "networkCanvasEgoUUID",
        "networkCanvasCaseID",
        "networkCanvasSessionID",
        "networkCanvasProtocolName",
        "sessionStart",
        "sessionFinish",
        "sessionExported",
    ];
    assert_eq!(columns[..7], expected);
    assert_eq!((egos.len(), egos[0]["theme"].as_str()), (2, "'=1+1"));
    let (columns, persons) = rows(&files["omringd_attributeList_Person.csv"]);
    assert_eq!(columns[..4], ["nodeID", "egoID", "networkCanvasEgoUUID", "networkCanvasUUID"]);
    let one = &persons[0];
    let cells =
        |row: &BTreeMap<String, String>, names: &[&str]| names.iter().map(|n| row[*n].clone()).collect::<Vec<_>>();
    let asked = ["closeness_inner", "closeness_outer", "support_emotional", "support_practical"];
    assert_eq!(cells(one, &asked), ["true", "false", "true", "false"]);
    assert_eq!(cells(&persons[1], &asked), ["", "", "", ""]);
    let asked =
        ["availability_emotional_could-ask", "availability_emotional_received-now", "direction_emotional_given"];
    assert_eq!(cells(one, &asked), ["true", "false", ""]);
    assert_eq!(persons.len(), 2 * NAMES.len());
    for (row, name) in persons.iter().zip(NAMES.iter().chain(&NAMES)) {
        let plain = row["name"].strip_prefix('\'').filter(|_| row["name"] != *name).unwrap_or(&row["name"]);
        assert_eq!(plain, *name);
    }
    let (columns, ties) = rows(&files["omringd_edgeList_Tie.csv"]);
    assert_eq!(columns[..3], ["edgeID", "from", "to"]);
    assert_eq!(ties.len(), 2 * (NAMES.len() - 1));
    let by_node: BTreeMap<_, _> = persons.iter().map(|row| (row["nodeID"].as_str(), row)).collect();
    assert_eq!(by_node.len(), persons.len());
    for tie in &ties {
        for (end, uuid) in [("from", "networkCanvasSourceUUID"), ("to", "networkCanvasTargetUUID")] {
            let node = by_node[tie[end].as_str()];
            assert_eq!((&node["networkCanvasUUID"], &node["egoID"]), (&tie[uuid], &tie["egoID"]));
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn graphml_keeps_every_name_unchanged(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, id) = (&world.a.client, world.a.client_id);
    difficult(client, id).await;
    let answer = client.get(&format!("{}?format=graphml", export_of(id))).await.expect(200);
    assert_eq!(answer.header("content-type"), "application/graphml+xml");
    assert!(answer.header("content-disposition").starts_with("attachment"), "{:?}", answer.headers);
    let xml = answer.text();
    assert!(!xml.contains("<script"), "markup in a name");
    let mut reader = quick_xml::Reader::from_str(&xml);
    let (mut names, mut nodes, mut edges, mut key, mut text) = (Vec::new(), 0, 0, String::new(), String::new());
    loop {
        use quick_xml::events::Event;
        #[expect(clippy::wildcard_enum_match_arm, reason = "what else can be in XML is not in this one")]
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                nodes += usize::from(tag.name().as_ref() == "node");
                edges += usize::from(tag.name().as_ref() == "edge");
                let of = tag.try_get_attribute("key").unwrap();
                key = of.map(|of| of.value.into_owned()).unwrap_or_default();
                text.clear();
            }
            Event::Text(part) => text += &part,
            Event::GeneralRef(entity) => {
                text += match &*entity {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("an entity {other}"),
                }
            }
            Event::End(_) if key == "node.name" => {
                names.push(std::mem::take(&mut text));
                key.clear();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((names, nodes, edges), (NAMES.map(str::to_owned).to_vec(), NAMES.len(), NAMES.len() - 1));
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_exports_and_without_coach_notes(db: Db) {
    let (app, world) = App::with_world(db).await;
    let path = export_of(world.a.client_id);
    world.a.coach.get(&path).await.problem(403, "forbidden");
    world.a.admin.get(&path).await.problem(403, "forbidden");
    world.a.other_client.get(&path).await.problem(404, "not-found");
    world.b.client.get(&path).await.problem(404, "not-found");
    app.anonymous().get(&path).await.problem(401, "not-authenticated");
    let export = world.a.client.get(&path).await.expect(200);
    assert_eq!(export["maps"].as_array().unwrap().len(), 2);
    assert!(export.text().contains("Meer mensen dan ik dacht"), "the client's own words");
    assert!(!export.text().contains("Volgende keer: wie kan er mee?"), "a coach's note");
    for id in [world.a.coach.user, world.a.client.user, world.a.open.person, world.a.open.supporter] {
        assert!(!export.text().contains(&id.to_string()), "an id");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn the_format_is_chosen_by_accept_or_by_query(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, export_of(world.a.client_id));
    for (accept, form) in [
        ("*/*", "application/json"),
        ("application/zip", "application/zip"),
        ("application/graphml+xml, */*;q=0.1", "application/graphml+xml"),
    ] {
        let answer = client.with("accept", accept).get(&path).await.expect(200);
        assert_eq!(answer.header("content-type"), form, "{accept}");
        assert!(answer.header("vary").split(", ").any(|name| name == "Accept"), "{accept}");
    }
    client.with("accept", "image/png").get(&path).await.problem(406, "not-acceptable");
    let refused = client.get(&format!("{path}?format=xlsx&all=1")).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/all unknown-member", "/format enum"]);
    let empty: Value = client.get(&path).await.expect(200).json();
    assert_eq!((&empty["persons"], &empty["maps"], &empty["cards"]), (&json!([]), &json!([]), &json!([])));
    assert_eq!(unzipped(client, world.a.client_id).await.len(), 3);
}

#[apply(both_databases)]
#[tokio::test]
async fn no_text_in_a_csv_file_is_a_formula_in_any_spreadsheet(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, id) = (&world.a.client, world.a.client_id);
    let texts = [
        ("Oom Jan;=cmd|' /C calc'!A0;", "Oom Jan;'=cmd|' /C calc'!A0;"),
        ("\u{FF1D}1+1", "'\u{FF1D}1+1"),
        ("regel\n=1+1\t@x", "regel\n'=1+1\t'@x"),
        ("0612345678", "0612345678"),
        ("de \"lange\" Jan", "de \"lange\" Jan"),
    ];
    let map = client.post(&format!("/v1/clients/{id}/maps"), json!({ "theme": "dementie" })).await.expect(201);
    for (text, _) in texts {
        let person = json!({ "person": { "alias": "Anna", "note": text } });
        client.post(&format!("{}/supporters", map.location()), person).await.expect(201);
    }
    let csv = &unzipped(client, id).await["omringd_attributeList_Person.csv"];
    for (row, (_, guarded)) in rows(csv).1.iter().zip(texts) {
        assert_eq!(row["note"].as_str(), guarded);
        let quoted = format!(",\"{}\",", guarded.replace('"', "\"\""));
        assert_eq!(csv.matches(&quoted).count(), 1, "{guarded} does not stand in quotes");
    }
    // Numbers do not stand in quotes, and a blank is one.
    assert!(csv.lines().nth(1).unwrap().starts_with("1,1,"), "{csv}");
}
