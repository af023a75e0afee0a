//! How many times a request waits for PostgreSQL, counted on the wire. The snapshot is the table; it only shrinks, or says why.

use crate::support::operations::{Operation, Walk};
use crate::support::{App, Client, Ids, World, id};
use std::fmt::Write;
use std::time::Duration;

/// A read waits for the authorization, for its data and for its line of the access log; a write for COMMIT, which has the line.
/// Both may wait once for what they look up.
const MOST: usize = 4;

/// Operations that must read in between: a copy of a whole map, an export in pages, a comparison with all that is stored, and a change that names
/// each unknown reference; one that asks DNS between two transactions; and what is printed of all that a client has. This list only shrinks.
const MORE: [&str; 9] = [
    "createCard",
    "createIntegrationToken",
    "exportClient",
    "importMapContent",
    "printAccessLog",
    "printRecord",
    "replaceMapContent",
    "requestPasskeyRegistration",
    "verifyLogInDomain",
];

#[tokio::test]
async fn every_operation_waits_for_the_database_a_few_times() {
    let app = App::behind_proxy(Duration::ZERO).await;
    let (mut walk, proxy) = (Walk::new(&app).await, app.proxy.clone().unwrap());
    let (mut table, mut beyond) = (String::new(), Vec::new());
    // A stream polls for as long as it is open.
    for operation in Operation::all_but_streams() {
        let mut flights = 0;
        let each = async |_: &str, by: &Client, ids: &Ids| {
            let by = by.with("idempotency-key", &id().to_string());
            proxy.reset();
            // No answer comes back before all of its flight is sent.
            proxy.delay(Duration::from_millis(15));
            let answer = operation.call(&by, ids, ids).await;
            proxy.delay(Duration::ZERO);
            flights = proxy.flights();
            answer
        };
        if walk.first_allowed(&operation, each).await.is_none() {
            continue;
        }
        // The end of an export's snapshot and its line of the log are sent at the same time: seen as one flight or as two.
        let shown = match operation.id.as_str() {
            "exportClient" => flights.max(13),
            "printAccessLog" => flights.max(7),
            "printRecord" => flights.max(17),
            _ => flights,
        };
        writeln!(table, "{} {shown}", operation.id).unwrap();
        if flights > MOST && !MORE.contains(&operation.id.as_str()) {
            beyond.push(format!("{} {flights}", operation.id));
        }
    }
    insta::assert_snapshot!("round_trips", table);
    assert!(beyond.is_empty(), "{beyond:#?}");
}

#[tokio::test]
async fn an_import_of_invitations_waits_as_often_for_500_rows_as_for_1() {
    let app = App::behind_proxy(Duration::ZERO).await;
    let (world, proxy) = (World::seed(&app).await, app.proxy.clone().unwrap());
    let mut flights = Vec::new();
    for rows in [1, 500] {
        let row = |_| format!("{}@elders.test;coach\n", id());
        let table = format!("email;roles\n{}", (0..rows).map(row).collect::<String>());
        proxy.reset();
        proxy.delay(Duration::from_millis(15));
        world.a.admin.post_file("/v1/invitation-imports", "text/csv", table).await.expect(200);
        proxy.delay(Duration::ZERO);
        flights.push(proxy.flights());
    }
    assert_eq!(flights, [3, 3], "authorization, known addresses, COMMIT");
}
