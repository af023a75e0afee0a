//! Who may do what: every operation by every caller, as one table to review.
//!
//! Each cell is the status of a call with ids of organisation A's world; rows of a client's content come twice, the
//! second time on the map the client keeps private.

use crate::support::operations::{Operation, Walk};
use crate::support::{App, Client, Content, Db, Ids, Organisation, both_databases};
use rstest_reuse::apply;
use std::fmt::Write;

/// The parameters of what can be on a private map.
const ON_MAP: [&str; 6] = ["mapId", "supporterId", "tieId", "agreementId", "reflectionId", "cardId"];

/// A map of an organisation, with a suffix for its row.
type Map = (&'static str, fn(&Organisation) -> &Content);

const OPEN: Map = ("", |organisation| &organisation.open);
const PRIVATE: Map = (" (private)", |organisation| &organisation.private);

#[apply(both_databases)]
#[tokio::test]
async fn every_operation_answers_every_caller_as_reviewed(db: Db) {
    let app = App::spawn(db).await;
    let mut walk = Walk::new(&app).await;
    let names = walk.names();
    let mut table = format!("{:<42}{}\n", "operation", names.join(" | "));
    for operation in Operation::all() {
        let on_map = operation.parameters().next().is_some_and(|name| ON_MAP.contains(&name));
        let maps: &[Map] = if on_map { &[OPEN, PRIVATE] } else { &[OPEN] };
        for (suffix, map) in maps {
            let mut cells = Vec::new();
            let each = async |name: &str, by: &Client, ids: &Ids| {
                let answer = operation.call(by, ids, ids).await;
                let status = answer.status.as_u16();
                assert!(status < 500 && status != 400, "{} by {name}: {}", operation.id, answer.text());
                // As wide as the name of the caller above it.
                cells.push(format!("{status:<0$}", name.len()));
                answer
            };
            walk.each_caller(&operation, *map, each).await;
            let row = format!("{}{suffix}", operation.id);
            writeln!(table, "{row:<42}{}", cells.join(" | ").trim_end()).unwrap();
        }
    }
    insta::assert_snapshot!("role_matrix", table);
}
