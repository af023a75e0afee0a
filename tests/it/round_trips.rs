//! How many times a request waits for PostgreSQL, counted on the wire. The snapshot is the table; it only shrinks, or says why.

use crate::support::operations::{Ids, Operation, callers};
use crate::support::{App, World, id};
use std::fmt::Write;
use std::time::Duration;

/// A read waits for who calls and what is read; a write for COMMIT too, and where it looks something up.
const MOST: usize = 3;

/// What must read between: a copy of a whole map, an export in pages, what is compared with all that is there, and a change that names
/// each reference that leads nowhere. This list only shrinks.
const MORE: [&str; 5] = ["createCard", "exportClient", "importMapContent", "replaceMapContent", "updateAgreement"];

#[tokio::test]
async fn every_operation_waits_for_the_database_a_few_times() {
    let app = App::behind_proxy(Duration::ZERO).await;
    let mut world = World::seed(&app).await;
    let proxy = app.proxy.clone().unwrap();
    let (mut table, mut beyond) = (String::new(), Vec::new());
    // A stream asks again and again for as long as it is open.
    for operation in Operation::all().into_iter().filter(|operation| !operation.is_stream()) {
        for caller in 0..9 {
            let (ids, anonymous) = (Ids::of(&world.a, &world.a.open), app.anonymous());
            let (_, by) = callers(&anonymous, &world.operator, &world.a, &world.b)[caller];
            let by = by.with("idempotency-key", &id().to_string());
            proxy.reset();
            // No answer comes back before all of its flight is sent.
            proxy.delay(Duration::from_millis(15));
            let answer = operation.call(&by, &ids, &ids).await;
            proxy.delay(Duration::ZERO);
            let flights = proxy.flights();
            if answer.status.is_success() {
                writeln!(table, "{} {flights}", operation.id).unwrap();
                if flights > MOST && !MORE.contains(&operation.id.as_str()) {
                    beyond.push(format!("{} {flights}", operation.id));
                }
                if operation.writes() {
                    world = World::seed(&app).await;
                }
                break;
            }
        }
    }
    insta::assert_snapshot!("round_trips", table);
    assert!(beyond.is_empty(), "{beyond:#?}");
}
