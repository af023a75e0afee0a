//! Who may do what: every operation by every caller, as one table to review.
//!
//! Each cell is the status of a call with ids of organisation A's world; rows of a client's content come twice, the
//! second time on the map the client keeps private. After a call that changed something the world is made anew.

use crate::support::operations::{Ids, Operation, callers};
use crate::support::{App, Db, World};
use rstest::rstest;
use std::fmt::Write;

/// The parameters of what can be on a private map.
const ON_MAP: [&str; 6] = ["mapId", "supporterId", "tieId", "agreementId", "reflectionId", "cardId"];

#[rstest]
#[tokio::test]
async fn every_operation_answers_every_caller_as_reviewed(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, mut world) = App::with_world(db).await;
    let anonymous = app.anonymous();
    let names = callers(&anonymous, &world.operator, &world.a, &world.b).map(|(name, _)| name);
    let mut table = format!("{:<42}{}\n", "operation", names.join(" | "));
    for operation in Operation::all() {
        let private: &[bool] = if operation.parameters().next().is_some_and(|name| ON_MAP.contains(&name)) {
            &[false, true]
        } else {
            &[false]
        };
        for &private in private {
            let mut cells = Vec::new();
            for caller in 0..9 {
                let ids = Ids::of(&world.a, if private { &world.a.private } else { &world.a.open });
                let (name, by) = callers(&anonymous, &world.operator, &world.a, &world.b)[caller];
                let answer = operation.call(by, &ids, &ids).await;
                assert_ne!(answer.status.as_u16() / 100, 5, "{} by {name}: {}", operation.id, answer.text());
                assert_ne!(answer.status, 400, "{} by {name}: {}", operation.id, answer.text());
                // As wide as the name of the caller above it.
                cells.push(format!("{:<1$}", answer.status.as_u16(), name.len()));
                if operation.writes() && answer.status.is_success() {
                    world = World::seed(&app).await;
                }
            }
            let row = format!("{}{}", operation.id, if private { " (private)" } else { "" });
            writeln!(table, "{row:<42}{}", cells.join(" | ").trim_end()).unwrap();
        }
    }
    insta::assert_snapshot!("role_matrix", table);
}
