//! Clients that are silent, read nothing, or request everything: they lose their connection and do not affect others.

use crate::support::{App, Client, Db, World, both_databases, id};
use api::{ConnectionSettings, Deadlines, ExportSettings, PaceSettings, ResponseSettings, TrustedProxies};
use rstest_reuse::apply;
use serde_json::json;
use std::num::{NonZeroU32, NonZeroUsize};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

const SECOND: Duration = Duration::from_secs(1);
/// Extra time for a slow machine.
const SOON: Duration = Duration::from_secs(20);

fn impatient() -> ConnectionSettings {
    ConnectionSettings {
        first_byte: SECOND,
        pace: PaceSettings { stall: 2 * SECOND, rate: NonZeroU32::new(64 * 1024).unwrap() },
        ..ConnectionSettings::default()
    }
}

/// A connection with a small receive buffer.
async fn connect(app: &App) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(16 * 1024).unwrap();
    socket.connect(app.address).await.unwrap()
}

async fn asking(app: &App, path: &str, headers: &str, times: usize) -> TcpStream {
    let mut connection = connect(app).await;
    let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\n{headers}\r\n");
    connection.write_all(request.repeat(times).as_bytes()).await.unwrap();
    connection
}

/// All bytes until the connection ends, also by a reset.
async fn rest(connection: &mut TcpStream) -> Vec<u8> {
    let mut answer = Vec::new();
    drop(tokio::time::timeout(SOON, connection.read_to_end(&mut answer)).await.unwrap());
    answer
}

async fn first(connection: &mut TcpStream) -> String {
    let mut answer = [0; 4096];
    let length = tokio::time::timeout(SOON, connection.read(&mut answer)).await.unwrap().unwrap();
    String::from_utf8_lossy(&answer[..length]).into_owned()
}

#[tokio::test]
async fn an_unread_response_ends_the_connection_and_a_slowly_read_one_does_not() {
    let (app, _world) = App::with_world_and(Db::Sqlite, |service| service.connections = impatient()).await;
    let whole = app.anonymous().get("/v1/openapi.json").await.expect(200).bytes.len();
    let mut unread = asking(&app, "/v1/openapi.json", "", 11).await;
    let mut trickling = asking(&app, "/v1/openapi.json", "", 11).await;
    let mut slow = asking(&app, "/v1/openapi.json", "connection: close\r\n", 1).await;
    let (mut taken, mut from_slow) = (0, Vec::new());
    for _ in 0..80 {
        let mut piece = vec![0; 24 * 1024];
        // Slightly more than the required rate: the whole takes longer than the time in which a client may read nothing.
        let length = slow.read(&mut piece).await.unwrap();
        from_slow.extend_from_slice(&piece[..length]);
        // A tenth of it.
        taken += trickling.read(&mut piece[..1024]).await.unwrap_or(0);
        tokio::time::sleep(SECOND / 10).await;
    }
    from_slow.extend(rest(&mut slow).await);
    assert!(String::from_utf8(from_slow).unwrap().split_once("\r\n\r\n").unwrap().1.len() == whole);
    let left = rest(&mut unread).await.len();
    assert!(left < 3 * whole, "{left} of 11 times {whole} bytes were taken in");
    let left = taken + rest(&mut trickling).await.len();
    assert!(left < 3 * whole, "{left} of 11 times {whole} bytes were taken in");
}

#[tokio::test]
async fn a_silent_client_is_disconnected() {
    let deadlines = Deadlines { receive: 3 * SECOND, ..Deadlines::default() };
    let (app, _world) = App::with_world_and(Db::Sqlite, |service| {
        service.connections = impatient();
        service.deadlines = deadlines;
    })
    .await;
    let started = Instant::now();
    assert_eq!(rest(&mut connect(&app).await).await, b"", "it said nothing, and is told nothing");
    assert!(started.elapsed() >= SECOND);
    // Nor after its first request, for the rest of the next.
    let mut half = asking(&app, "/health/live", "", 1).await;
    assert!(first(&mut half).await.starts_with("HTTP/1.1 204 "));
    half.write_all(b"GET /health/live HTTP/1.1\r\nhost: ").await.unwrap();
    assert_eq!(rest(&mut half).await, b"");
    // A connection in use stays open.
    let mut used = connect(&app).await;
    for _ in 0..6 {
        used.write_all(b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        assert!(first(&mut used).await.starts_with("HTTP/1.1 204 "));
        tokio::time::sleep(SECOND / 2).await;
    }
}

#[tokio::test]
async fn connections_are_limited_by_address_except_for_proxies() {
    let few = ConnectionSettings { per_process: 6, per_address: 2, ..ConnectionSettings::default() };
    for (proxies, most) in [(&[][..], 2), (&["127.0.0.1"][..], 6)] {
        let app = App::spawn_with(Db::Sqlite, |service| {
            service.connections = few;
            service.trusted_proxies = TrustedProxies::new(proxies).unwrap();
        })
        .await;
        let mut open = Vec::new();
        for _ in 0..most {
            let mut connection = asking(&app, "/health/live", "", 1).await;
            assert!(first(&mut connection).await.starts_with("HTTP/1.1 204 "));
            open.push(connection);
        }
        let refused = first(&mut connect(&app).await).await;
        assert!(refused.starts_with("HTTP/1.1 503 ") && refused.contains("\r\nretry-after: 5\r\n"), "{refused}");
        open.pop();
        let started = Instant::now();
        while !first(&mut asking(&app, "/health/live", "", 1).await).await.starts_with("HTTP/1.1 204 ") {
            assert!(started.elapsed() < SOON);
            tokio::time::sleep(SECOND / 20).await;
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn unread_responses_are_limited_by_session_and_address(db: Db) {
    let settings = ResponseSettings { per_session: 2, per_address: 1, per_process: 100 };
    let (app, world) = App::with_world_and(db, |service| service.responses = settings).await;
    let token = app.token(world.a.coach.session, world.a.coach.user);
    let authorized = format!("authorization: Bearer {token}\r\n");
    let map = format!("/v1/maps/{}", world.a.open.map);
    let mut untaken = Vec::new();
    for headers in [&*authorized, &*authorized, ""] {
        let mut connection = asking(&app, "/v1/openapi.json", headers, 1).await;
        // The response has begun.
        assert!(first(&mut connection).await.starts_with("HTTP/1.1 200 "));
        untaken.push(connection);
    }
    let refused = world.a.coach.get(&map).await.problem(429, "too-many-requests");
    assert_eq!(refused.header("retry-after"), "5");
    app.anonymous().get("/docs").await.problem(429, "too-many-requests");
    world.a.client.get(&map).await.expect(200);
    world.a.client.get("/v1/openapi.json").await.expect(200);
    drop(untaken);
    let started = Instant::now();
    while world.a.coach.get(&map).await.status != 200 {
        assert!(started.elapsed() < SOON);
        tokio::time::sleep(SECOND / 10).await;
    }
}

/// A map with many supporters, and cards of it: more than a connection buffers. Returns the map's path.
async fn large_map(world: &World, supporters: usize, cards: usize) -> String {
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let map = world.a.client.post(&maps, json!({ "theme": "dementie" })).await.expect(201);
    let persons: Vec<_> = (0..supporters).map(|_| id()).collect();
    let content = json!({
        "persons": persons.iter().map(|id| json!({ "id": id, "alias": "Anna", "note": "Een lange regel. ".repeat(20) })).collect::<Vec<_>>(),
        "supporters": persons.iter().map(|person| json!({ "id": id(), "personId": person, "supports": [] })).collect::<Vec<_>>(),
        "ties": [],
        "needs": [],
    });
    world.a.client.put(&format!("{}/content", map.location()), &map.etag(), content).await.expect(200);
    for _ in 0..cards {
        world.a.client.post(&format!("{}/cards", map.location()), json!({})).await.expect(201);
    }
    map.location()
}

#[apply(both_databases)]
#[tokio::test]
async fn open_exports_are_limited_by_user_and_block_no_other_user(db: Db) {
    let settings = ExportSettings { at_once: NonZeroUsize::MIN, per_user: 2, per_process: 3 };
    let (app, world) = App::with_world_and(db, |service| service.exports = settings).await;
    large_map(&world, 200, 10).await;
    let path = format!("/v1/clients/{}/export", world.a.client_id);
    let authorized = format!("authorization: Bearer {}\r\n", app.token(world.a.client.session, world.a.client.user));
    let mut open = Vec::new();
    for _ in 0..2 {
        let mut connection = asking(&app, &path, &authorized, 1).await;
        assert!(first(&mut connection).await.starts_with("HTTP/1.1 200 "));
        open.push(connection);
    }
    // On connections of their own: one that was idle for long may end at this moment.
    let refused = first(&mut asking(&app, &path, &authorized, 1).await).await;
    assert!(refused.starts_with("HTTP/1.1 429 ") && refused.contains("\r\nretry-after: 15\r\n"), "{refused}");
    let other = format!("/v1/clients/{}/export", world.a.other_client_id);
    let token = app.token(world.a.other_client.session, world.a.other_client.user);
    let headers = format!("authorization: Bearer {token}\r\nconnection: close\r\n");
    let others = asking(&app, &other, &headers, 1);
    assert!(first(&mut others.await).await.starts_with("HTTP/1.1 200 "));
    let map = format!("/v1/maps/{}", world.a.open.map);
    let map = asking(&app, &map, &authorized, 1);
    assert!(first(&mut map.await).await.starts_with("HTTP/1.1 200 "));
    // An export that is read to the end, or aborted, makes room.
    let mut whole = open.remove(0);
    whole.shutdown().await.unwrap();
    assert!(String::from_utf8(rest(&mut whole).await).unwrap().ends_with("]}"));
    let mut next = asking(&app, &path, &format!("{authorized}connection: close\r\n"), 1).await;
    assert!(first(&mut next).await.starts_with("HTTP/1.1 200 "));
    rest(&mut next).await;
    drop(open);
    let started = Instant::now();
    let mut both = Vec::new();
    while both.len() < 2 {
        assert!(started.elapsed() < SOON);
        let mut connection = asking(&app, &path, &authorized, 1).await;
        if first(&mut connection).await.starts_with("HTTP/1.1 200 ") {
            both.push(connection);
        }
    }
}

async fn picture(by: Client, path: String) -> (u16, Instant) {
    let answer = by.get(&path).await;
    (answer.status.as_u16(), Instant::now())
}

#[apply(both_databases)]
#[tokio::test]
async fn pictures_of_one_user_do_not_delay_those_of_others(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let large = format!("{}/card?format=png&sheet=a4", large_map(&world, 40, 0).await);
    let small = format!("/v1/cards/{}?format=png", world.a.open.card);
    let many: Vec<_> = (0..20).map(|_| tokio::spawn(picture((*world.a.client).clone(), large.clone()))).collect();
    tokio::time::sleep(SECOND / 10).await;
    let (mut status, mut done) = picture((*world.a.coach).clone(), small.clone()).await;
    let started = Instant::now();
    while status == 503 && started.elapsed() < 6 * SOON {
        // On a busy machine one drawing alone takes longer than a request waits.
        (status, done) = picture((*world.a.coach).clone(), small.clone()).await;
    }
    assert_eq!(status, 200);
    let mut answers = Vec::new();
    for one in many {
        answers.push(one.await.unwrap());
    }
    let count = |wanted: u16| answers.iter().filter(|(status, _)| *status == wanted).count();
    assert!(count(429) > 0 && count(200) + count(429) + count(503) == 20, "{answers:?}");
    // The one that was being drawn, and one that began at that moment.
    let before = answers.iter().filter(|(status, at)| *status == 200 && *at < done).count();
    assert!(before <= 2, "it waited for {before} others");
}
