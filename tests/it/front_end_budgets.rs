//! What the main screens of a front end cost: requests, and bytes of the answers as on the wire, compressed and with their heads.

use crate::support::{Answer, App, Client, Db, World, both_databases, id};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::time::Duration;

/// What most browsers send.
const ACCEPTED: &str = "gzip, deflate, br, zstd";
/// The most round trips of a read; one of them is the line of the access log.
const MOST_ROUND_TRIPS: usize = 4;

/// Counts what one screen costs.
struct Screen<'a> {
    app: &'a App,
    by: Client,
    requests: usize,
    bytes: usize,
}

impl<'a> Screen<'a> {
    fn of(app: &'a App, by: &Client) -> Self {
        Self { app, by: by.with("accept-encoding", ACCEPTED), requests: 0, bytes: 0 }
    }

    fn count(&mut self, answer: Answer) -> Answer {
        let head: usize =
            answer.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len()).sum();
        self.requests += 1;
        self.bytes += format!("HTTP/1.1 {}\r\n\r\n", answer.status).len() + head + answer.bytes.len();
        answer
    }

    /// Reads, in a few round trips to the database.
    async fn get(&mut self, path: &str) -> Answer {
        if let Some(proxy) = &self.app.proxy {
            proxy.reset();
            // No answer comes back before all of its flight is sent.
            proxy.delay(Duration::from_millis(15));
        }
        let answer = self.by.get(path).await.expect(200);
        if let Some(proxy) = &self.app.proxy {
            proxy.delay(Duration::ZERO);
            assert!(proxy.flights() <= MOST_ROUND_TRIPS, "{path}: {} round trips", proxy.flights());
        }
        self.count(answer)
    }

    async fn send(&mut self, method: Method, path: &str, etag: &str, body: Value) -> Answer {
        let by = if etag.is_empty() { self.by.clone() } else { self.by.with("if-match", etag) };
        let answer = by.send(method, path, Some(body)).await;
        assert!(answer.status.is_success(), "{}", answer.text());
        self.count(answer)
    }

    /// The head of a stream and its first event.
    async fn follow(&mut self, path: &str) {
        let mut stream = self.by.open(Method::GET, path, "").await;
        let head: usize = stream.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
        let first = stream.chunk().await.unwrap().unwrap();
        self.requests += 1;
        self.bytes += "HTTP/1.1 200 OK\r\n\r\n".len() + head + first.len();
    }

    #[track_caller]
    fn within(self, screen: &str, requests: usize, bytes: usize) {
        println!("{screen}: {} of {requests} requests, {} of {bytes} bytes", self.requests, self.bytes);
        assert!(self.requests <= requests, "{screen}: {} requests, at most {requests}", self.requests);
        assert!(self.bytes <= bytes, "{screen}: {} bytes, at most {bytes}", self.bytes);
    }
}

async fn world(db: Db) -> (App, World) {
    let app = match db {
        Db::Sqlite => App::spawn(db).await,
        Db::Postgres => App::behind_proxy(Duration::ZERO).await,
    };
    let world = World::seed(&app).await;
    app.bare().await;
    (app, world)
}

const NAMES: [&str; 13] = [
    "Anna",
    "Bram",
    "Mevrouw Van Dijk",
    "Opa Henk",
    "Fatima",
    "Kees van hiernaast",
    "Wijkverpleging",
    "Yvonne",
    "Rachid",
    "Els",
    "Petra",
    "Huisarts",
    "Mark",
];

/// What a front end has in hand as the steps go on: ids of its own, and answers.
struct Map {
    content: Value,
}

impl Map {
    /// Step one.
    fn of(people: usize) -> Self {
        let names = NAMES.iter().take(people);
        let persons: Vec<_> = names
            .map(|name| json!({ "id": id(), "alias": name, "relationship": "friend", "phone": "06 12345678" }))
            .collect();
        let supporter = |person: &Value| json!({ "id": id(), "personId": person["id"] });
        let supporters: Vec<_> = persons.iter().map(supporter).collect();
        let content = json!({ "everyoneNamed": true, "persons": persons, "supporters": supporters, "ties": [], "needs": [], "agreements": [] });
        Self { content }
    }

    fn supporters(&mut self) -> impl Iterator<Item = (usize, &mut Value)> {
        self.content["supporters"].as_array_mut().unwrap().iter_mut().enumerate()
    }

    /// Step two.
    fn place(&mut self) {
        self.supporters().for_each(|(at, one)| one["closeness"] = json!(["inner", "middle", "outer"][at % 3]));
    }

    /// Step three.
    fn support(&mut self) {
        for (at, one) in self.supporters() {
            let support =
                |code: &str| json!({ "supportType": code, "direction": "mutual", "availability": "could-ask" });
            one["supports"] = json!([support(["emotional", "practical"][at % 2]), support("companionship")]);
        }
    }

    /// Step four.
    fn situation(&mut self) {
        for (at, one) in self.supporters() {
            (one["contactFrequency"], one["tension"], one["burden"]) = (json!("weekly"), json!(at % 3), json!(at % 4));
        }
        let ids: Vec<_> = self.supporters().map(|(_, one)| one["id"].clone()).collect();
        let ties: Vec<_> =
            ids.windows(2).take(5).map(|pair| json!({ "id": id(), "supporterIds": pair, "strength": 2 })).collect();
        self.content["ties"] = json!(ties);
        let need = |code: &str| json!({ "supportType": code, "level": 2 });
        let codes = ["emotional", "practical", "informational", "companionship", "appraisal"];
        self.content["needs"] = json!(codes.map(need));
    }

    /// Step five, up to the card.
    fn agree(&mut self) {
        let supporter = self.content["supporters"][0]["id"].clone();
        self.content["agreements"] =
            json!([{ "id": id(), "text": "Samen wandelen op zondag", "supporterId": supporter, "status": "planned" }]);
        self.content["reviewOn"] = json!("2031-06-01");
    }
}

/// A map with everything on it, and its address.
async fn filled(by: &Client, client: &Value, people: usize) -> String {
    let client = client.as_str().unwrap();
    let map = by.post(&format!("/v1/clients/{client}/maps"), json!({ "theme": "dementie" })).await.expect(201);
    let mut content = Map::of(people);
    [Map::place, Map::support, Map::situation, Map::agree].into_iter().for_each(|step| step(&mut content));
    by.put(&format!("{}/content", map.location()), "*", content.content).await.expect(200);
    map.location()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_dashboard_of_fifty_clients_is_two_requests(db: Db) {
    let (app, world) = world(db).await;
    let (admin, coach) = (&world.a.admin, &world.a.coach);
    let mut clients = Vec::new();
    for at in 0..49 {
        let name =
            format!("{} {}", NAMES[at % 13], ["Jansen", "de Vries", "Yılmaz", "El Amrani", "van den Berg"][at % 5]);
        let body = json!({ "name": name, "dateOfBirth": format!("19{}-05-03", 40 + at), "externalIdentifiers": [{ "system": "ecd", "value": format!("{}", 4000 + 37 * at) }] });
        clients.push(admin.post("/v1/clients", body).await.expect(201)["id"].clone());
    }
    let batch = json!({ "coachId": coach.user, "basis": "Verwijzing", "clientIds": clients });
    admin.post("/v1/assignments/batch", batch).await.expect(201);
    for client in clients.iter().chain([&json!(world.a.client_id)]) {
        let map = filled(coach, client, 3).await;
        coach.post(&format!("{map}/cards"), json!({})).await.expect(201);
    }
    let mut screen = Screen::of(&app, coach);
    screen.get("/v1/sessions/current").await;
    let caseload = screen.get("/v1/caseload?sort=attention&limit=50").await;
    assert!(caseload.bytes.len() > 1000 && caseload.header("content-encoding") == "gzip");
    screen.within("dashboard", 2, 8 * 1024);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_map_of_thirteen_people_is_two_requests(db: Db) {
    let (app, world) = world(db).await;
    let map = filled(&world.a.coach, &json!(world.a.client_id), 13).await;
    let mut screen = Screen::of(&app, &world.a.coach);
    screen.get(&map).await;
    screen.follow(&format!("{map}/events")).await;
    screen.within("map", 2, 4 * 1024);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_five_steps_are_a_save_each(db: Db) {
    let (app, world) = world(db).await;
    let mut screen = Screen::of(&app, &world.a.client);
    screen.get("/v1/sessions/current").await;
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let made = screen.send(Method::POST, &maps, "", json!({ "theme": "dementie" })).await;
    let (map, mut etag, mut content) = (made.location(), made.etag(), Map::of(10));
    let content_path = format!("{map}/content");
    let steps: [fn(&mut Map); 5] = [|_| {}, Map::place, Map::support, Map::situation, Map::agree];
    for step in steps {
        step(&mut content);
        etag = screen.send(Method::PUT, &content_path, &etag, content.content.clone()).await.etag();
    }
    screen.get(&format!("{map}/insights")).await;
    screen.send(Method::POST, &format!("{map}/cards"), "", json!({})).await;
    screen.within("five steps", 25, 60 * 1024);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_hard_day_is_one_request(db: Db) {
    let (app, world) = world(db).await;
    filled(&world.a.client, &json!(world.a.client_id), 13).await;
    let mut screen = Screen::of(&app, &world.a.client);
    screen.get(&format!("/v1/clients/{}/helpers", world.a.client_id)).await;
    screen.within("hard day", 1, 6 * 1024);
}
