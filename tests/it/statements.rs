//! How many statements a request takes: they must not grow with the data.
//!
//! On PostgreSQL a proxy counts them on the wire, on SQLite the log does. BEGIN and COMMIT are not counted: they are sent with others.

use crate::support::{Answer, App, Client, Db, World, both_databases, id, statement_log};
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::time::Duration;

/// The statements of a read of a cached map: authorization only.
const READ_KNOWN_MAP: usize = 1;
/// The statements of an uncached read: also the map and, on PostgreSQL, the settings of its transaction.
fn read_map(db: Db) -> usize {
    2 + settings(db)
}

/// The extra statement on PostgreSQL of a read that begins a transaction.
fn settings(db: Db) -> usize {
    usize::from(db == Db::Postgres)
}

/// The statements that create a supporter with two supports: authorization, lock, limits, person, supporter, supports, event.
const CREATE_SUPPORTER: usize = 7;

async fn app(db: Db) -> (App, World) {
    let app = match db {
        Db::Postgres => App::behind_proxy(Duration::ZERO).await,
        Db::Sqlite => App::spawn(db).await,
    };
    let world = World::seed(&app).await;
    (app, world)
}

/// Whether a statement writes the line of the access log: each request has one, after all that it reads.
fn is_of_log(statement: &String) -> bool {
    statement.starts_with("insert into access_log") || statement == "select set_config('app.system', $1, true)"
}

/// The answer to a request, and the statements it took but those of the access log.
async fn counted(app: &App, who: &Client, request: impl AsyncFnOnce(Client) -> Answer) -> (Answer, Vec<String>) {
    if let Some(proxy) = &app.proxy {
        proxy.reset();
        let answer = request(who.clone()).await;
        return (answer, proxy.statements().into_iter().filter(|statement| !is_of_log(statement)).collect());
    }
    let name = id().to_string();
    statement_log::keep(&name);
    let answer = request(who.with("x-request-id", &name)).await;
    let logged = statement_log::take(&name);
    assert!(logged.iter().any(is_of_log), "nothing was logged: the count would be worthless");
    (answer, logged.into_iter().filter(|statement| !is_of_log(statement)).collect())
}

#[apply(both_databases)]
#[tokio::test]
async fn listing_clients_takes_as_many_statements_for_200_as_for_3(db: Db) {
    let (app, world) = app(db).await;
    let mut counts = Vec::new();
    for total in [3, 25, 200] {
        while world.a.admin.all("/v1/clients?limit=200").await.len() < total {
            let body = json!({ "name": "Jansen", "externalIdentifiers": [
                { "system": "s", "value": id().to_string() },
                { "system": "t", "value": id().to_string() },
            ] });
            world.a.admin.post("/v1/clients", body).await.expect(201);
        }
        let (answer, taken) = counted(&app, &world.a.admin, async |who| who.get("/v1/clients?limit=200").await).await;
        answer.expect(200);
        counts.push(taken);
    }
    assert!(counts.iter().all(|taken| taken.len() == counts[0].len()), "{counts:#?}");
    assert_eq!(counts[0].len(), 2 + settings(db), "authorization and clients; not {:#?}", counts[0]);
}

/// Names are encrypted: a search decrypts the organisation's clients in parts of 2,000 (ADR 58).
#[apply(both_databases)]
#[tokio::test]
async fn a_search_by_name_takes_a_statement_for_each_2_000_clients_up_to_its_last_hit(db: Db) {
    let (app, world) = app(db).await;
    let name = |n| if n % 700 == 699 { format!("Zoë Ødegård {n}") } else { format!("Jansen {n}") };
    world.seed_clients(&app, (0..2_200).map(name)).await;
    for (typed, limit, hits, statements) in [
        ("ODEGARD zoe", "200", vec!["Zoë Ødegård 699", "Zoë Ødegård 1399", "Zoë Ødegård 2099"], 2),
        ("odegård", "2", vec!["Zoë Ødegård 699", "Zoë Ødegård 1399"], 2),
        ("Ødegård", "1", vec!["Zoë Ødegård 699"], 1),
        ("Jansen 2199", "200", vec!["Jansen 2199"], 2),
        ("'", "200", vec![], 0),
    ] {
        let path = format!("/v1/clients/search?limit={limit}");
        let search = async |who: Client| who.post(&path, json!({ "name": typed })).await;
        let (answer, taken) = counted(&app, &world.a.admin, search).await;
        let page = answer.expect(200);
        let found: Vec<_> = page["items"].as_array().unwrap().iter().map(|client| client["name"].clone()).collect();
        assert_eq!(found, hits, "{typed}");
        let settings = if statements == 0 { 0 } else { settings(db) };
        assert_eq!(taken.len(), 1 + settings + statements, "{typed}: {taken:#?}");
        let next = page["next"].as_str().map(ToOwned::to_owned);
        assert_eq!(next.is_some(), limit != "200", "{typed}");
    }
    let found = world.a.coach.post("/v1/clients/search", json!({ "name": "odegard" })).await.expect(200);
    assert_eq!(found["items"], json!([]), "no client of the coach's");
}

#[apply(both_databases)]
#[tokio::test]
async fn creating_a_client_takes_the_same_statements_for_any_number_of_identifiers(db: Db) {
    let (app, world) = app(db).await;
    for identifiers in [1, 20] {
        let identifiers: Vec<_> =
            (0..identifiers).map(|_| json!({ "system": "s", "value": id().to_string() })).collect();
        let body = json!({ "name": "Jansen", "externalIdentifiers": identifiers });
        let (answer, taken) = counted(&app, &world.a.admin, async |who| who.post("/v1/clients", body).await).await;
        answer.expect(201);
        assert_eq!(taken.len(), 5, "who calls, client, its key, identifiers, event; not {taken:#?}");
    }
}

/// A map with nothing on it: its path and tag.
async fn empty_map(world: &World) -> (String, String) {
    let path = format!("/v1/clients/{}/maps", world.a.client_id);
    let map = world.a.coach.post(&path, json!({ "theme": "dementie" })).await.expect(201);
    (map.location(), map.etag())
}

fn two_supports() -> Value {
    json!([
        { "supportType": "emotional", "direction": "received", "availability": "could-ask" },
        { "supportType": "practical", "direction": "mutual", "availability": "received-now" },
    ])
}

#[apply(both_databases)]
#[tokio::test]
async fn showing_a_map_takes_as_few_statements_for_100_supporters_as_for_5(db: Db) {
    let (app, world) = app(db).await;
    let coach = &world.a.coach;
    let (map, _) = empty_map(&world).await;
    let (mut counts, mut supporters) = (Vec::new(), 0);
    for total in [5, 25, 100] {
        while supporters < total {
            let body = json!({ "person": { "alias": format!("Anna {supporters}") }, "supports": two_supports() });
            let path = format!("{map}/supporters");
            let (created, taken) = counted(&app, coach, async |who| who.post(&path, body).await).await;
            created.expect(201);
            assert_eq!(taken.len(), CREATE_SUPPORTER, "supporter {supporters} took {taken:#?}");
            supporters += 1;
        }
        for _ in 0..2 {
            let (shown, taken) = counted(&app, coach, async |who| who.get(&map).await).await;
            assert_eq!(shown.expect(200)["supporters"].as_array().unwrap().len(), total);
            counts.push(taken);
        }
    }
    let lengths: Vec<_> = counts.iter().map(Vec::len).collect();
    assert_eq!(lengths, [[read_map(db), READ_KNOWN_MAP]; 3].concat(), "{counts:#?}");
    assert!(counts.last().unwrap().iter().all(|sql| !sql.contains("from supporter")), "read again what is known");
}

/// A content of so many supporters, each with two supports, a tie to the next and an agreement.
fn content(supporters: usize) -> Value {
    let persons: Vec<_> = (0..supporters).map(|_| id().to_string()).collect();
    let placed: Vec<_> = (0..supporters).map(|_| id().to_string()).collect();
    let of = |make: &dyn Fn(usize) -> Value| (0..supporters).map(make).collect::<Vec<_>>();
    json!({
        "persons": of(&|n| json!({ "id": persons[n], "alias": format!("Anna {n}") })),
        "supporters": of(&|n| json!({ "id": placed[n], "personId": persons[n], "supports": two_supports() })),
        "ties": of(&|n| json!({ "id": id().to_string(), "supporterIds": [placed[n], placed[(n + 1) % supporters]] })),
        "needs": [{ "supportType": "emotional", "level": 3 }],
        "agreements": of(&|n| json!({ "id": id().to_string(), "text": "Bellen", "supporterId": placed[n], "status": "planned" })),
    })
}

#[apply(both_databases)]
#[tokio::test]
async fn saving_a_whole_map_takes_as_many_statements_for_100_supporters_as_for_5(db: Db) {
    let (app, world) = app(db).await;
    let mut counts = Vec::new();
    for supporters in [5, 100] {
        let (map, etag) = empty_map(&world).await;
        let path = format!("{map}/content");
        let first = content(supporters);
        let (added, adding) =
            counted(&app, &world.a.coach, async |who| who.put(&path, &etag, first.clone()).await).await;
        let etag = added.expect(200).etag();
        // Everything changed: each name and answer, no tie, other agreements.
        let mut second = first.clone();
        for n in 0..supporters {
            second["persons"][n]["alias"] = json!(format!("Bram {n}"));
            second["supporters"][n]["closeness"] = json!("inner");
            second["agreements"][n]["id"] = json!(id().to_string());
        }
        second["ties"] = json!([]);
        let (changed, changing) = counted(&app, &world.a.coach, async |who| who.put(&path, &etag, second).await).await;
        let shown = changed.expect(200);
        assert_eq!(shown["supporters"].as_array().unwrap().len(), supporters);
        counts.push((adding, changing));
    }
    let lengths: Vec<_> = counts.iter().map(|(adding, changing)| (adding.len(), changing.len())).collect();
    assert_eq!(lengths[0], lengths[1], "{counts:#?}");
    assert!(lengths[0].0 <= 18 && lengths[0].1 <= 18, "{lengths:?} {counts:#?}");
}

#[apply(both_databases)]
#[tokio::test]
async fn insights_and_helpers_take_three_statements_for_any_amount_of_data(db: Db) {
    let (app, world) = app(db).await;
    let coach = &world.a.coach;
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let support = json!([{ "supportType": "emotional", "direction": "received", "availability": "could-ask" }]);
    for total in [2, 12] {
        let mut map = String::new();
        let mut supporter = String::new();
        for _ in 0..total {
            map = coach.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location();
        }
        for number in 0..total {
            let body = json!({ "person": { "alias": format!("Anna {number}") }, "supports": support });
            supporter = coach.post(&format!("{map}/supporters"), body).await.expect(201).id();
        }
        for path in [
            format!("{map}/insights"),
            format!("{map}/insights/absence/{supporter}"),
            format!("/v1/clients/{}/helpers?supportType=emotional", world.a.client_id),
        ] {
            let (answer, taken) = counted(&app, coach, async |who| who.get(&path).await).await;
            answer.expect(200);
            assert_eq!(taken.len(), 3 + settings(db), "who calls, the map, types or the choice of map; not {taken:#?}");
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn the_caseload_takes_two_statements_for_any_number_of_clients_and_maps(db: Db) {
    let (app, world) = app(db).await;
    let mut clients = Vec::new();
    for (total, maps) in [(3, 1), (25, 1), (25, 20), (200, 1)] {
        while clients.len() < total - 1 {
            let client = world.a.admin.post("/v1/clients", json!({ "name": "Jansen" })).await.expect(201);
            let body = json!({ "coachId": world.a.coach.user, "basis": "Verwijzing" });
            world.a.admin.post(&format!("{}/assignments", client.location()), body).await.expect(201);
            clients.push(client.location());
        }
        for client in clients.iter().take(25) {
            for _ in 0..maps {
                world.a.coach.post(&format!("{client}/maps"), json!({ "theme": "dementie" })).await.expect(201);
            }
        }
        let (page, taken) = counted(&app, &world.a.coach, async |who| who.get("/v1/caseload?limit=200").await).await;
        assert_eq!(page.expect(200)["items"].as_array().unwrap().len(), total);
        assert_eq!(taken.len(), 2 + settings(db), "{taken:#?}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn an_overview_takes_five_statements_for_any_number_of_maps_and_agreements(db: Db) {
    let (app, world) = app(db).await;
    let client = format!("/v1/clients/{}", world.a.client_id);
    for maps in [1, 20] {
        for _ in 0..maps {
            let map = empty_map(&world).await.0;
            for _ in 0..3 {
                let body = json!({ "text": "Bellen", "status": "planned" });
                world.a.coach.post(&format!("{map}/agreements"), body).await.expect(201);
            }
        }
        let path = format!("{client}/overview");
        let (page, taken) = counted(&app, &world.a.coach, async |who| who.get(&path).await).await;
        assert!(page.expect(200)["maps"].as_array().unwrap().len() >= maps);
        assert_eq!(taken.len(), 5 + settings(db), "{taken:#?}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn merging_persons_takes_as_many_statements_for_40_maps_as_for_2(db: Db) {
    let (app, world) = app(db).await;
    let coach = &world.a.coach;
    let mut counts = Vec::new();
    for maps in [2, 40] {
        let first = content(12);
        for _ in 0..maps {
            let (map, etag) = empty_map(&world).await;
            let mut content = content(12);
            for n in 0..12 {
                content["supporters"][n]["personId"] = first["persons"][n]["id"].clone();
            }
            content["persons"] = first["persons"].clone();
            coach.put(&format!("{map}/content"), &etag, content).await.expect(200);
        }
        let [kept, other] = [0, 1].map(|n| format!("/v1/persons/{}", first["persons"][n]["id"].as_str().unwrap()));
        let body = json!({ "personId": first["persons"][1]["id"], "etag": coach.get(&other).await.expect(200).etag() });
        let path = format!("{kept}/merges");
        let (merged, taken) = counted(&app, coach, async |who| who.with("if-match", "*").post(&path, body).await).await;
        merged.expect(200);
        let persons = coach.get(&format!("/v1/clients/{}/persons?limit=200", world.a.client_id)).await.expect(200);
        let merged =
            persons["items"].as_array().unwrap().iter().find(|person| person["id"] == first["persons"][0]["id"]);
        assert_eq!(merged.unwrap()["mapIds"].as_array().unwrap().len(), maps);
        counts.push(taken.len());
    }
    assert_eq!(counts, [17, 17], "who calls, maps, persons, where they are, eleven that merge, the person, the events");
}

#[apply(both_databases)]
#[tokio::test]
async fn printing_a_record_takes_as_many_statements_for_150_persons_as_for_a_few(db: Db) {
    let (app, world) = app(db).await;
    app.raw.query("update client set login_confirmed = $1", &[false.into()]).await.unwrap();
    let client = format!("/v1/clients/{}", world.a.client_id);
    let asked = json!({ "manner": "on-paper" });
    let asked = world.a.coach.post(&format!("{client}/access-requests"), asked).await.expect(201).location();
    let mut counts = Vec::new();
    for more in [0, 150] {
        let persons: Vec<_> = (0..more).map(|n| json!({ "alias": format!("Anna {n}") })).collect();
        if more > 0 {
            let path = format!("{client}/persons/batch");
            world.a.coach.post(&path, json!({ "persons": persons })).await.expect(201);
        }
        for what in ["export", "access-log"] {
            let path = format!("{asked}/{what}");
            let (answer, taken) = counted(&app, &world.a.coach, async |who| who.get(&path).await).await;
            answer.expect(200);
            counts.push(taken);
        }
    }
    let lengths: Vec<_> = counts.iter().map(Vec::len).collect();
    assert_eq!(lengths[..2], lengths[2..], "{counts:#?}");
    assert!(lengths[0] <= 20 && lengths[1] <= 7, "{lengths:?} {counts:#?}");
}
