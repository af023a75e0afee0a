//! `omringd import` with the mapping of `docs/import`, on a small world and on thirty real networks.

use crate::support::{App, Client, Db, World, both_databases, count};
use crate::transnat::{assert_equal, folder, networks, own_support_type};
use api::cli::import::{Counts, Tables, Who, import, read};
use domain::{Password, Ports};
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PASSWORD: &str = "een lange zin is sterk";
const ALTERS: &str = "egoID,alterID,advice,help,talk,money,hobby,conflict,rely,relationship,sex,age,distance,yearsKnown,intensity\n\
    7,1,no,yes,no,yes,no,yes,yes,friend|kin,female,40,near,9,very close\n\
    7,2,no,no,no,no,no,no,no,,,,,,\n\
    7,3,,,,,,,,,,,,,neither\n\
    9,1,no,no,yes,no,no,no,no,parent,,,,,close\n";
const TIES: &str = "egoID,Source,Target,quality\n7,1,2,good\n7,1,3,not at all\n7,2,3,loose contact\n";

fn mapping() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/import/transnat.toml")
}

/// Made-up tables, as the mapping wants them.
fn directory(alters: &str) -> TempDir {
    let directory = TempDir::new().unwrap();
    for (name, text) in [("egos.csv", "egoID,sex\n7,female\n9,male\n"), ("alters.csv", alters), ("ties.csv", TIES)] {
        std::fs::write(directory.path().join(name), text).unwrap();
    }
    directory
}

fn tables() -> Tables {
    read(&mapping(), directory(ALTERS).path()).unwrap()
}

/// The world, in which the people of the first organisation have a password.
async fn with_passwords(db: Db) -> (App, World, Ports) {
    let (app, world) = App::with_bare_world(db).await;
    let ports = app.ports().await;
    let hash = ports.passwords.hash(&Password::chosen(PASSWORD).unwrap()).await.unwrap();
    let sql = format!("update user_account set password_hash = '{hash}' where email like '%@_.test'");
    app.raw.run(&sql).await.unwrap();
    (app, world, ports)
}

fn who(coach: &str, admin: Option<&str>) -> Who {
    let with_password = |email: &str| (email.to_owned(), PASSWORD.to_owned());
    Who { coach: with_password(coach), admin: admin.map(with_password), organisation: None }
}

async fn told(ports: &Ports, who: &Who) -> String {
    import(ports, who, &tables()).await.unwrap_err().to_string()
}

/// The rows that an import creates.
async fn rows(app: &App) -> Vec<i64> {
    let mut rows = Vec::new();
    for table in ["client", "assignment", "map", "person", "supporter", "support", "tie", "support_type"] {
        rows.push(count(&app.raw, table).await);
    }
    rows
}

/// The whole maps of the client of this name, as the coach sees them.
async fn maps_of(coach: &Client, name: &str) -> Vec<Value> {
    let clients = coach.all("/v1/clients").await;
    let client = clients.iter().find(|client| client["name"] == name).unwrap()["id"].as_str().unwrap();
    let mut maps = Vec::new();
    for map in coach.all(&format!("/v1/clients/{client}/maps")).await {
        maps.push(coach.get(&format!("/v1/maps/{}", map["id"].as_str().unwrap())).await.expect(200).json());
    }
    maps
}

/// A client with the number of the mapping's system, as the administration would have entered them.
async fn client(world: &World, number: &str, coach: Option<&uuid::Uuid>) -> String {
    let identifier = json!([{ "system": "https://egor.example/transnat", "value": number }]);
    let new = json!({ "name": format!("Bekend {number}"), "externalIdentifiers": identifier });
    let client = world.a.admin.post("/v1/clients", new).await.expect(201);
    if let Some(coach) = coach {
        let assignment = json!({ "coachId": coach, "basis": "Verwijzing" });
        world.a.admin.post(&format!("{}/assignments", client.location()), assignment).await.expect(201);
    }
    client.id()
}

#[apply(both_databases)]
#[tokio::test]
async fn an_administrator_and_a_coach_import_everything_once(db: Db) {
    let (app, world, ports) = with_passwords(db).await;
    let who = who("coach@a.test", Some("admin@a.test"));
    let sessions = [world.a.coach.all("/v1/sessions").await.len(), world.a.admin.all("/v1/sessions").await.len()];
    let counts = import(&ports, &who, &tables()).await.unwrap();
    let all = Counts { clients: 2, created: 2, persons: 4, supports: 3, ties: 2, skipped: Vec::new() };
    assert_eq!(counts, all);

    let [map] = maps_of(&world.a.coach, "Ego 7").await.try_into().unwrap();
    assert_eq!((&map["theme"], &map["private"]), (&json!("emigratie"), &json!(false)));
    let said = |alias: &str| {
        let person = map["persons"].as_array().unwrap().iter().find(|person| person["alias"] == alias).unwrap();
        let supporters = map["supporters"].as_array().unwrap();
        supporters.iter().find(|one| one["personId"] == person["id"]).unwrap().clone()
    };
    let received = |code: &str, availability: &str| json!({ "supportType": code, "direction": "received", "availability": availability });
    let supports = json!([received("practical", "received-now"), received("reliance", "could-ask")]);
    assert_eq!(said("1")["supports"], supports);
    assert_eq!((&said("1")["closeness"], &said("1")["tension"]), (&json!("inner"), &json!(2)));
    assert_eq!((&said("2")["supports"], &said("2")["closeness"]), (&json!([]), &Value::Null));
    // A blank is not a no.
    assert_eq!((&said("3")["supports"], &said("3")["tension"]), (&Value::Null, &Value::Null));
    let mut strengths: Vec<_> = map["ties"].as_array().unwrap().iter().map(|tie| tie["strength"].as_i64()).collect();
    strengths.sort_unstable();
    assert_eq!(strengths, [Some(1), Some(3)]);

    let before = rows(&app).await;
    let again = import(&ports, &who, &tables()).await.unwrap();
    assert_eq!(again, Counts { skipped: vec![2, 3], ..Counts::default() });
    assert!(again.to_string().contains("skipped 2, who have a map of this theme: row 2, 3"), "{again}");
    assert_eq!(rows(&app).await, before);
    let after = [world.a.coach.all("/v1/sessions").await.len(), world.a.admin.all("/v1/sessions").await.len()];
    assert_eq!(after, sessions, "a session was left open");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_coach_without_an_administrator_imports_own_clients_only(db: Db) {
    let (app, world, ports) = with_passwords(db).await;
    own_support_type(&world.a.admin).await;
    client(&world, "7", Some(&world.a.coach.user)).await;
    client(&world, "9", Some(&world.a.other_coach.user)).await;
    let before = rows(&app).await;
    let refused = told(&ports, &who("coach@a.test", None)).await;
    assert!(refused.starts_with("egos.csv, row 3: not among the clients of this coach"), "{refused}");
    let refused = told(&ports, &who("other-coach@a.test", None)).await;
    assert!(refused.starts_with("egos.csv, row 2: not among"), "{refused}");
    // The other organisation has neither client, and no such support type.
    let refused = told(&ports, &who("coach@b.test", None)).await;
    assert!(refused.contains("no support type reliance"), "{refused}");
    assert_eq!(rows(&app).await, before);

    let body = json!({ "coachId": world.a.coach.user, "basis": "Verwijzing" });
    let client = world.a.admin.all("/v1/clients").await.into_iter().find(|one| one["name"] == "Bekend 9").unwrap();
    let assignments = format!("/v1/clients/{}/assignments", client["id"].as_str().unwrap());
    world.a.admin.post(&assignments, body).await.expect(201);
    let counts = import(&ports, &who("coach@a.test", None), &tables()).await.unwrap();
    assert_eq!((counts.clients, counts.created, counts.persons), (2, 0, 4));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_user_without_the_right_to_log_in_or_create_is_refused(db: Db) {
    let (app, world, ports) = with_passwords(db).await;
    let before = rows(&app).await;
    let sessions = world.a.coach.all("/v1/sessions").await.len();
    let mut wrong = who("coach@a.test", None);
    wrong.coach.1 = "iets heel anders".to_owned();
    assert_eq!(told(&ports, &wrong).await, "--email: unknown address or wrong password");
    let mut wrong = who("coach@a.test", Some("admin@a.test"));
    wrong.admin.as_mut().unwrap().1 = "iets heel anders".to_owned();
    assert_eq!(told(&ports, &wrong).await, "--admin-email: unknown address or wrong password");
    let refused = told(&ports, &who("coach@a.test", Some("admin@b.test"))).await;
    assert_eq!(refused, "--admin-email: is not a member of that organisation");
    // Without an administrator the type cannot be added.
    let refused = told(&ports, &who("coach@a.test", None)).await;
    assert!(
        refused.starts_with("the organisation has no support type reliance: an administrator must add them"),
        "{refused}"
    );
    let refused = told(&ports, &who("coach@a.test", Some("other-coach@a.test"))).await;
    assert_eq!(refused, "--admin-email: does not have the role admin in this organisation");
    let refused = told(&ports, &who("admin@a.test", Some("admin@a.test"))).await;
    assert_eq!(refused, "--email: does not have the role coach in this organisation");
    assert_eq!(world.a.coach.all("/v1/sessions").await.len(), sessions, "a session was left open");
    assert_eq!(rows(&app).await, before);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_interrupted_import_resumes_and_leaves_edited_maps_alone(db: Db) {
    let (_app, world, ports) = with_passwords(db).await;
    own_support_type(&world.a.admin).await;
    let coach = &world.a.coach;
    let (broken, begun) = (client(&world, "7", Some(&coach.user)).await, client(&world, "9", Some(&coach.user)).await);
    coach.post(&format!("/v1/clients/{broken}/maps"), json!({ "theme": "emigratie" })).await.expect(201);
    // Another theme is another map.
    coach.post(&format!("/v1/clients/{broken}/maps"), json!({ "theme": "kanker" })).await.expect(201);
    let map = coach.post(&format!("/v1/clients/{begun}/maps"), json!({ "theme": "emigratie" })).await.expect(201);
    coach.patch(&map.location(), &map.etag(), json!({ "everyoneNamed": true })).await.expect(200);
    let counts = import(&ports, &who("coach@a.test", None), &tables()).await.unwrap();
    assert_eq!((counts.clients, counts.persons, counts.skipped), (1, 3, vec![3]));
    let maps = maps_of(coach, "Bekend 7").await;
    let people: Vec<_> = maps.iter().map(|map| map["supporters"].as_array().unwrap().len()).collect();
    assert_eq!(people, [3, 0]);
    assert!(maps_of(coach, "Bekend 9").await[0]["supporters"].as_array().unwrap().is_empty());
}

#[test]
fn a_value_missing_in_the_mapping_is_reported_with_its_cell() {
    let directory = directory(&ALTERS.replace("7,2,no", "7,2,perhaps"));
    let told = read(&mapping(), directory.path()).unwrap_err().to_string();
    let line = "alters.csv, row 3, column advice: \"perhaps\" is not a value of the mapping";
    assert_eq!(told, format!("nothing was imported\n{line}"));
    std::fs::remove_file(directory.path().join("ties.csv")).unwrap();
    assert!(read(&mapping(), directory.path()).unwrap_err().to_string().contains("ties.csv: "));
    assert!(read(directory.path(), directory.path()).is_err());
}

#[apply(both_databases)]
#[tokio::test]
async fn thirty_real_networks_are_imported_with_the_mapping(db: Db) {
    let Some(folder) = folder() else { return };
    let networks = networks(&folder);
    let (app, world, ports) = with_passwords(db).await;
    let who = who("coach@a.test", Some("admin@a.test"));
    let tables = read(&mapping(), &folder).unwrap();
    let counts = import(&ports, &who, &tables).await.unwrap();
    let people: usize = networks.values().map(|network| network.size()).sum();
    let known: usize = networks.values().map(|network| network.known().count()).sum();
    assert_eq!((counts.clients, counts.created, counts.persons, counts.ties), (30, 30, people, known));
    for (ego, network) in &networks {
        let [map] = maps_of(&world.a.coach, &format!("Ego {ego}")).await.try_into().unwrap();
        assert_equal(&map, network);
    }
    let before = rows(&app).await;
    assert_eq!(import(&ports, &who, &tables).await.unwrap().skipped.len(), 30);
    assert_eq!(rows(&app).await, before);
}

/// Tables as a Dutch Excel and Network Canvas write them, and their mapping.
fn dutch(encoding: &str) -> TempDir {
    let directory = TempDir::new().unwrap();
    let mapping = format!(
        "theme = \"veld\"\n{encoding}\nblank = [\"NA\"]\n\
         [clients]\nfile = \"c.csv\"\nkey = \"nr\"\nsystem = \"veld\"\nname = \"Cli\u{EB}nt {{nr}}\"\nbasis = \"Verwijzing\"\n\
         dateOfBirth = {{ column = \"geboren\", format = \"%d-%m-%Y\" }}\n\
         [persons]\nfile = [\"p1.csv\", \"p2.csv\"]\nclient = \"nr\"\nkey = \"id\"\nalias = \"{{voor}} {{tussen}} {{achter}}\"\nnote = \"{{opm}}\"\n\
         [[ties]]\nfile = \"t1.csv\"\nclient = \"nr\"\nfirst = \"a\"\nsecond = \"b\"\n\
         [[ties]]\nfile = \"t2.csv\"\nclient = \"nr\"\nfirst = \"a\"\nsecond = \"b\"\n"
    );
    let utf16 = "\u{FEFF}nr\ta\tb\r\n1\t2\t3\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [
        ("m.toml", mapping.into_bytes()),
        ("c.csv", b"nr;geboren\r\n1;31-12-1950\r\n".to_vec()),
        (
            "p1.csv",
            b"nr;id;voor;tussen;achter;opm\r\n1;1;Zo\xEB;van der;Berg;\"een\r\ntwee\"\r\n1;2;Bram;;Smit;NA\r\n"
                .to_vec(),
        ),
        ("p2.csv", b"sep=,\r\nnr,id,voor,tussen,achter,opm\r\n1,3.0,NA,NA,Carla,\r\n".to_vec()),
        ("t1.csv", b"nr;a;b\r\n1;1;2\r\n1;2;1\r\n".to_vec()),
        ("t2.csv", utf16),
    ] {
        std::fs::write(directory.path().join(name), bytes).unwrap();
    }
    directory
}

#[apply(both_databases)]
#[tokio::test]
async fn tables_of_a_dutch_spreadsheet_are_imported_with_their_encoding(db: Db) {
    let (_app, world, ports) = with_passwords(db).await;
    let directory = dutch("encoding = \"windows-1252\"");
    let tables = read(&directory.path().join("m.toml"), directory.path()).unwrap();
    let counts = import(&ports, &who("coach@a.test", Some("admin@a.test")), &tables).await.unwrap();
    assert_eq!((counts.created, counts.persons, counts.ties), (1, 3, 2));
    let clients = world.a.coach.all("/v1/clients").await;
    let client = clients.iter().find(|client| client["name"] == "Cli\u{EB}nt 1").unwrap();
    assert_eq!(client["dateOfBirth"], "1950-12-31");
    let map = maps_of(&world.a.coach, "Cli\u{EB}nt 1").await.remove(0);
    let said: Vec<_> = map["persons"].as_array().unwrap().iter().map(|one| (&one["alias"], &one["note"])).collect();
    let expected = [
        (&json!("Zo\u{EB} van der Berg"), &json!("een\ntwee")),
        (&json!("Bram Smit"), &Value::Null),
        (&json!("Carla"), &Value::Null),
    ];
    assert_eq!(said, expected);
}

#[test]
fn an_undeclared_encoding_is_refused_with_the_remedy() {
    let directory = dutch("");
    let told = read(&directory.path().join("m.toml"), directory.path()).unwrap_err().to_string();
    let line = "p1.csv, row 2: is not UTF-8; save it as CSV UTF-8, or name its encoding at the top of the mapping: encoding = \"windows-1252\"";
    assert_eq!(told, format!("nothing was imported\n{line}"));
    let directory = dutch("encoding = \"windows-1252\"");
    std::fs::write(directory.path().join("p2.csv"), "nr,id,voor,tussen,achter,opm\n1,3,\"Carla,,,\n1,4,Dirk,,,\n")
        .unwrap();
    let told = read(&directory.path().join("m.toml"), directory.path()).unwrap_err().to_string();
    assert_eq!(told, "nothing was imported\np2.csv, row 2, column voor: a quote is opened and not closed");
}
