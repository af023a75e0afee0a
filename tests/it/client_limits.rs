//! The limits of one client, for every way in which data is added, and for concurrent requests.

use crate::support::{App, Client, Db, World, both_databases, count, id};
use domain::clients::{MAX_BYTES, MAX_CARDS, MAX_MAPS, MAX_PERSONS};
use futures_util::future::join_all;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use uuid::Uuid;

/// As many texts fill what there is room for, but for less than one of them.
const LONG: usize = 10_000;

/// Random bytes of an id.
fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    aws_lc_rs::rand::fill(&mut bytes).unwrap();
    bytes
}

impl App {
    /// Copies row `from` of a table so many times, directly in the database, with the columns that differ.
    pub(crate) async fn multiply(&self, table: &str, from: &str, differ: &[(&str, &str)], times: i64) {
        let columns = self.columns(table).await;
        let cells = columns.iter().map(|column| {
            let different = differ.iter().find(|(name, _)| name == column).map(|(_, cell)| *cell);
            different.map_or_else(|| format!("t.{column}"), str::to_owned)
        });
        let (names, cells) = (columns.join(", "), cells.collect::<Vec<_>>().join(", "));
        let sql = format!(
            "with recursive n (n) as (select 1 union all select n + 1 from n where n < {times})
            insert into {table} ({names}) select {cells} from (select * from {table} where {from} limit 1) t cross join n"
        );
        self.raw.run(&sql).await.unwrap();
    }

    async fn columns(&self, table: &str) -> Vec<String> {
        let sql = match self.db {
            Db::Sqlite => format!("select name from pragma_table_info('{table}')"),
            Db::Postgres => format!(
                "select column_name::text from information_schema.columns where table_name = '{table}'
                and table_schema = 'public'"
            ),
        };
        self.raw.column(&sql).await.unwrap()
    }

    /// A new id, in this database's SQL.
    pub(crate) fn random_id(&self) -> &'static str {
        match self.db {
            Db::Sqlite => "randomblob(16)",
            Db::Postgres => "gen_random_uuid()",
        }
    }

    /// Fills the only client who has persons with more of them up to so many, directly in the database.
    pub(crate) async fn persons_up_to(&self, total: i64) {
        let more = usize::try_from(total - count(&self.raw, "person").await).unwrap();
        let one = self.raw.query("select organisation_id, client_id from person limit 1", &[]).await.unwrap().remove(0);
        let key = self.key_of(one.get("organisation_id").unwrap(), one.get("client_id").unwrap()).await;
        let says = json!({ "alias": "Anna", "note": "n".repeat(900) }).to_string();
        let columns = self.columns("person").await;
        let cells = columns.iter().map(|column| match column.as_str() {
            "id" | "sealed" => format!("n.{column}"),
            other => format!("t.{other}"),
        });
        let (names, cells) = (columns.join(", "), cells.collect::<Vec<_>>().join(", "));
        for part in vec![(); more].chunks(500) {
            let places = (0..part.len()).map(|row| format!("(${}, ${})", 2 * row + 1, 2 * row + 2));
            let sql = format!(
                "with n (id, sealed) as (values {})
                insert into person ({names}) select {cells} from (select * from person limit 1) t cross join n",
                places.collect::<Vec<_>>().join(", ")
            );
            let row = |()| {
                let id = Uuid::from_bytes(random());
                [id.into(), key.seal("person", id, &says).unwrap().into()]
            };
            self.raw.query(&sql, &part.iter().copied().flat_map(row).collect::<Vec<_>>()).await.unwrap();
            // Connections that the service closes meanwhile are noticed.
            tokio::task::yield_now().await;
        }
    }

    /// Fails unless the counters match the rows.
    async fn assert_counted(&self) {
        let plain = |column: &str| match self.db {
            Db::Sqlite => format!("coalesce(sum(length(cast({column} as blob))), 0)"),
            Db::Postgres => format!("coalesce(sum(octet_length({column})), 0)"),
        };
        let bytes = [
            ("person", plain("sealed")),
            ("map", plain("sealed")),
            ("agreement", plain("sealed")),
            ("reflection", format!("{} + 128 * count(*)", plain("sealed"))),
            ("coach_note", format!("{} + 128 * count(*)", plain("sealed"))),
            ("tie", "128 * count(*)".to_owned()),
            ("support", "128 * count(*)".to_owned()),
            ("card", plain("sealed")),
            ("card_person", plain("sealed")),
        ];
        // A client of whom nothing was ever stored is not counted.
        let counted = ["persons", "maps", "cards", "bytes"].map(|column| format!("coalesce(sum({column}), 0)"));
        let there = [
            "(select count(*) from person)".to_owned(),
            "(select count(*) from map)".to_owned(),
            "(select count(*) from card)".to_owned(),
            bytes.map(|(table, bytes)| format!("(select {bytes} from {table})")).join(" + "),
        ];
        let text = |cells: [String; 4]| cells.map(|cell| format!("cast({cell} as text)")).join(" || ' ' || ");
        let sql = format!("select {} as counted, {} as there from client_usage", text(counted), text(there));
        let rows = self.raw.query(&sql, &[]).await.unwrap();
        let [counted, there]: [String; 2] = ["counted", "there"].map(|name| rows[0].get(name).unwrap());
        assert_eq!(counted, there);
    }
}

/// Sends the same request fifty times at once: how many were accepted. The others must name the limit.
async fn fifty(client: &Client, method: Method, path: &str, bodies: impl Fn() -> Value, code: &str, max: i64) -> usize {
    let send = |_| client.send(method.clone(), path, Some(bodies()));
    let answers = join_all((0..50).map(send)).await;
    let (accepted, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status.is_success());
    for answer in refused {
        let answer = answer.problem(409, "full");
        assert_eq!(
            (answer.json()["params"].clone(), answer.errors()),
            (json!({ "max": max }), vec![format!(" {code}")])
        );
    }
    accepted.len()
}

fn content(persons: usize) -> Value {
    let persons: Vec<_> = (0..persons).map(|_| id()).collect();
    json!({
        "persons": persons.iter().map(|id| json!({ "id": id, "alias": "Anna" })).collect::<Vec<_>>(),
        "supporters": persons.iter().map(|person| json!({ "id": id(), "personId": person })).collect::<Vec<_>>(),
        "ties": [], "needs": [], "agreements": [],
    })
}

#[apply(both_databases)]
#[tokio::test]
async fn the_limit_of_persons_of_a_client_is_exact(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, persons) = (&world.a.client, format!("/v1/clients/{}/persons", world.a.client_id));
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    client.post(&persons, json!({ "alias": "Anna" })).await.expect(201);
    let map = client.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location();
    let other = client.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location();

    app.persons_up_to(MAX_PERSONS - 7).await;
    let refused = ("too-many-persons", MAX_PERSONS);
    let anna = || json!({ "alias": "Anna" });
    assert_eq!(fifty(client, Method::POST, &persons, anna, refused.0, refused.1).await, 7);
    app.assert_counted().await;

    // By creating a supporter, by saving a whole map, and from tables.
    app.raw.run("delete from person where id in (select id from person limit 7)").await.unwrap();
    let placed = || json!({ "person": { "alias": "Bram" }, "supports": [{ "supportType": "emotional" }] });
    assert_eq!(fifty(client, Method::POST, &format!("{map}/supporters"), placed, refused.0, refused.1).await, 7);
    let whole = client.put(&format!("{other}/content"), "*", content(1)).await.problem(409, "full");
    assert_eq!(whole.errors(), ["/persons too-many-persons"]);
    assert_eq!(whole.json()["params"], json!({ "max": MAX_PERSONS }));
    let batch = json!({ "persons": [anna()] });
    let batch = client.post(&format!("{persons}/batch"), batch).await.problem(409, "full");
    assert_eq!(batch.errors(), ["/persons too-many-persons"]);
    let table = json!({ "persons": "key,alias\n1,Carla\n" });
    client.post(&format!("{other}/import"), table.clone()).await.problem(409, "full");
    assert_eq!(count(&app.raw, "person").await, MAX_PERSONS);
    app.assert_counted().await;

    // Deleting a person makes room; a known person needs none.
    let gone = client.get(&format!("{persons}?limit=200")).await.expect(200).json();
    let free = gone["items"].as_array().unwrap().iter().find(|person| person["alias"] == "Anna").unwrap();
    client.delete(&format!("/v1/persons/{}", free["id"].as_str().unwrap()), "*").await.expect(204);
    client.put(&format!("{other}/content"), "*", content(1)).await.expect(200);
    client.post(&format!("{other}/import"), table).await.problem(409, "full");
    app.assert_counted().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn the_limits_of_maps_and_cards_of_a_client_are_exact(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, maps) = (&world.a.client, format!("/v1/clients/{}/maps", world.a.client_id));
    let new = || json!({ "theme": "dementie" });
    let map = client.post(&maps, new()).await.expect(201).location();
    app.multiply("map", "1 = 1", &[("id", app.random_id()), ("private", "not t.private")], MAX_MAPS - 8).await;
    // The coach sees only one of them, and learns only that there is no room.
    assert_eq!(fifty(&world.a.coach, Method::POST, &maps, new, "too-many-maps", MAX_MAPS).await, 7);
    client.delete(&map, "*").await.expect(204);
    let map = client.post(&maps, new()).await.expect(201).location();
    app.assert_counted().await;

    client.post(&format!("{map}/cards"), json!({})).await.expect(201);
    let differ = [("id", app.random_id()), ("number", "n.n + 1")];
    app.multiply("card", "1 = 1", &differ, MAX_CARDS - 8).await;
    let made = fifty(client, Method::POST, &format!("{map}/cards"), || json!({}), "too-many-cards", MAX_CARDS).await;
    assert_eq!((made, count(&app.raw, "card").await), (7, MAX_CARDS));
    app.assert_counted().await;
    client.delete(&map, "*").await.expect(204);
    app.assert_counted().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn the_byte_limit_of_a_client_is_exact(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, a) = (&world.a.client, &world.a);
    let maps = format!("/v1/clients/{}/maps", a.client_id);
    let map = client.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location();
    let notes = format!("/v1/clients/{}/coach-notes", a.client_id);
    let note = a.coach.post(&notes, json!({ "text": "n".repeat(LONG) })).await.expect(201);
    app.raw.run("delete from coach_note where length(sealed) < 10000").await.unwrap();
    // The JSON of a note and what its encryption adds: {"text":"…"} and 30 bytes.
    let each = i64::try_from(LONG).unwrap() + 11 + 30 + 128;
    app.multiply("coach_note", "1 = 1", &[("id", app.random_id())], MAX_BYTES / each - 4).await;
    let reflections = format!("{map}/reflections");
    let long = || json!({ "text": "r".repeat(LONG) });
    let accepted = fifty(client, Method::POST, &reflections, long, "too-many-bytes", MAX_BYTES).await;
    assert!((2..=3).contains(&accepted), "{accepted}");
    app.assert_counted().await;

    // What is left is filled to the last byte, by a text that grows.
    let left = app.bytes_left().await;
    let person = json!({ "alias": "A" });
    let persons = format!("/v1/clients/{}/persons", a.client_id);
    let person = client.post(&persons, person).await.expect(201).location();
    // The JSON of a person with this alias and an empty note, and what its encryption adds.
    let room = usize::try_from(left - 23 - 30).unwrap();
    assert!(room < LONG, "{room}");
    let fits = json!({ "note": "\"".repeat(room / 2) });
    client.patch(&person, "*", fits).await.expect(200);
    let rest = room % 2;
    assert_eq!(app.bytes_left().await, i64::try_from(rest).unwrap());
    let over = json!({ "note": "\"".repeat(room / 2 + 1) });
    client.patch(&person, "*", over).await.problem(409, "full");
    for (path, body) in [
        (&maps, json!({ "theme": "t" })),
        (&reflections, json!({ "text": "t" })),
        (&format!("{map}/agreements"), json!({ "text": "t" })),
        (&format!("{map}/cards"), json!({})),
    ] {
        assert_eq!(client.post(path, body).await.problem(409, "full").errors(), [" too-many-bytes"]);
    }
    let mut saved = content(0);
    saved["agreements"] = json!([{ "id": id(), "text": "Bellen", "status": "planned" }]);
    client.put(&format!("{map}/content"), "*", saved).await.problem(409, "full");
    // Shorter is accepted, and makes room.
    a.coach.patch(&note.location(), "*", json!({ "text": "n" })).await.expect(200);
    client.post(&reflections, json!({ "text": "t" })).await.expect(201);
    app.assert_counted().await;
}

impl App {
    pub(crate) async fn bytes_left(&self) -> i64 {
        // Only one client has anything.
        MAX_BYTES - self.raw.column::<i64>("select max(bytes) from client_usage").await.unwrap()[0]
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_beyond_a_limit_may_shrink_and_not_grow(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, persons) = (&world.a.client, format!("/v1/clients/{}/persons", world.a.client_id));
    let anna = client.post(&persons, json!({ "alias": "Anna" })).await.expect(201);
    // As a restored backup may have it.
    app.persons_up_to(MAX_PERSONS + 5).await;
    client.post(&persons, json!({ "alias": "Bram" })).await.problem(409, "full");
    client.patch(&anna.location(), "*", json!({ "alias": "Annemarie" })).await.expect(200);
    client.delete(&anna.location(), "*").await.expect(204);
    app.assert_counted().await;
    app.erase(&world.a, world.a.client_id).await;
    app.assert_counted().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn an_import_beyond_a_limit_is_refused_as_a_whole(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (id, a) = (world.a.client_id, &world.a);
    let maps = format!("/v1/clients/{id}/maps");
    // The coach does not see it: the client looks empty to them.
    let private = a.client.post(&maps, json!({ "theme": "kanker", "private": true })).await.expect(201).location();
    a.client.put(&format!("{private}/content"), "*", content(2)).await.expect(200);
    let at = "2026-01-01T00:00:00Z";
    let stamped = |mut thing: Value| {
        (thing["createdAt"], thing["updatedAt"]) = (json!(at), json!(at));
        thing
    };
    let document = |persons: i64, maps: i64| {
        let person = stamped(json!({ "profile": { "alias": "Anna" } }));
        let map = stamped(json!({ "theme": "dementie", "private": false, "supporters": [], "ties": [], "needs": [],
            "agreements": [], "reflections": [] }));
        json!({
            "format": "omringd-client-1", "exportedAt": at, "supportTypes": [], "cards": [],
            "client": stamped(json!({ "name": "Niemand", "externalIdentifiers": [] })),
            "persons": (0..persons).map(|_| person.clone()).collect::<Vec<_>>(),
            "maps": (0..maps).map(|_| map.clone()).collect::<Vec<_>>(),
        })
    };
    let import = format!("/v1/clients/{id}/import");
    let refused = a.coach.post(&import, document(MAX_PERSONS - 1, 1)).await.problem(409, "full");
    assert_eq!(refused.errors(), [" too-many-persons"]);
    let refused = a.coach.post(&import, document(1, MAX_MAPS)).await.problem(409, "full");
    assert_eq!(refused.errors(), [" too-many-maps"]);
    assert_eq!((count(&app.raw, "person").await, count(&app.raw, "map").await), (2, 1), "nothing of it came in");
    a.coach.post(&import, document(MAX_PERSONS - 2, MAX_MAPS - 1)).await.expect(200);
    app.assert_counted().await;
    for (persons, maps) in [(MAX_PERSONS + 1, 0), (0, MAX_MAPS + 1)] {
        a.client.post(&import, document(persons, maps)).await.problem(400, "invalid-request");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_map_takes_at_most_a_thousand_reflections(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let map = client.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location();
    let reflections = format!("{map}/reflections");
    client.post(&reflections, json!({ "text": "Een" })).await.expect(201);
    app.multiply("reflection", "1 = 1", &[("id", app.random_id())], 992).await;
    let answers = join_all((0..20).map(|_| client.post(&reflections, json!({ "text": "Nog een" })))).await;
    let accepted = answers.into_iter().filter(|answer| answer.status == 201).count();
    assert_eq!((accepted, count(&app.raw, "reflection").await), (7, 1000));
    client.post(&reflections, json!({ "text": "Nog een" })).await.problem(409, "map-full");
    app.assert_counted().await;
}

/// What a world is seeded with is counted too.
#[apply(both_databases)]
#[tokio::test]
async fn the_counters_of_a_whole_world_match_its_rows(db: Db) {
    let (app, world) = App::with_world(db).await;
    app.assert_counted().await;
    let World { a, .. } = &world;
    a.client.delete(&format!("/v1/maps/{}", a.private.map), "*").await.expect(204);
    app.assert_counted().await;
    app.erase(a, a.client_id).await;
    app.assert_counted().await;
}
