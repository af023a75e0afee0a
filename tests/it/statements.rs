//! How many statements a request takes, on PostgreSQL: they must not grow with the data.
//!
//! Counted on the wire by a proxy, so that BEGIN, COMMIT and the authentication are among them.

use crate::support::{App, World};
use serde_json::json;
use std::time::Duration;

async fn app() -> (App, World) {
    let app = App::behind_proxy(Duration::ZERO).await;
    let world = World::seed(&app).await;
    (app, world)
}

#[tokio::test]
async fn listing_clients_takes_as_many_statements_for_200_as_for_3() {
    let (app, world) = app().await;
    let proxy = app.proxy.clone().unwrap();
    let mut counts = Vec::new();
    for total in [3, 25, 200] {
        while world.a.admin.all("/v1/clients?limit=200").await.len() < total {
            let body = json!({ "name": "Jansen", "externalIdentifiers": [
                { "system": "s", "value": crate::support::id().to_string() },
                { "system": "t", "value": crate::support::id().to_string() },
            ] });
            world.a.admin.post("/v1/clients", body).await.expect(201);
        }
        proxy.reset();
        world.a.admin.get("/v1/clients?limit=200").await.expect(200);
        counts.push(proxy.statements().len());
    }
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}: {:#?}", proxy.statements());
    assert!(counts[0] <= 5, "BEGIN, who is it, clients, identifiers, COMMIT; not {:#?}", proxy.statements());
}

#[tokio::test]
async fn creating_a_client_takes_as_many_statements_however_many_identifiers_it_has() {
    let (app, world) = app().await;
    let proxy = app.proxy.clone().unwrap();
    let mut counts = Vec::new();
    for identifiers in [1, 20] {
        let identifiers: Vec<_> =
            (0..identifiers).map(|_| json!({ "system": "s", "value": crate::support::id().to_string() })).collect();
        proxy.reset();
        let body = json!({ "name": "Jansen", "externalIdentifiers": identifiers });
        world.a.admin.post("/v1/clients", body).await.expect(201);
        counts.push(proxy.statements().len());
    }
    assert_eq!(counts, [5, 5], "{:#?}", proxy.statements());
}

#[tokio::test]
async fn showing_a_map_takes_four_statements_for_100_supporters_as_for_5() {
    let (app, world) = app().await;
    let proxy = app.proxy.clone().unwrap();
    let coach = &world.a.coach;
    let map = coach.post(&format!("/v1/clients/{}/maps", world.a.client_id), json!({ "theme": "dementie" })).await;
    let map = map.expect(201).location();
    let supports = json!([
        { "supportType": "emotional", "direction": "received", "availability": "could-ask" },
        { "supportType": "practical", "direction": "mutual", "availability": "received-now" },
    ]);
    let (mut counts, mut supporters) = (Vec::new(), 0);
    for total in [5, 25, 100] {
        while supporters < total {
            supporters += 1;
            let body = json!({ "person": { "alias": format!("Anna {supporters}") }, "supports": supports });
            proxy.reset();
            coach.post(&format!("{map}/supporters"), body).await.expect(201);
            let taken = proxy.statements();
            assert!(taken.len() <= 8, "creating a supporter with two support types took {taken:#?}");
        }
        proxy.reset();
        let shown = coach.get(&map).await.expect(200);
        assert_eq!(shown["supporters"].as_array().unwrap().len(), total);
        counts.push(proxy.statements().len());
    }
    assert!(counts.iter().all(|count| *count == counts[0] && *count <= 4), "{counts:?}: {:#?}", proxy.statements());
}

#[tokio::test]
async fn the_caseload_takes_four_statements_however_many_clients_and_maps() {
    let (app, world) = app().await;
    let proxy = app.proxy.clone().unwrap();
    let (mut counts, mut clients) = (Vec::new(), Vec::new());
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
        proxy.reset();
        let page = world.a.coach.get("/v1/caseload?limit=200").await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), total);
        counts.push(proxy.statements().len());
    }
    assert!(counts.iter().all(|count| *count == 4), "{counts:?}: {:#?}", proxy.statements());
}
