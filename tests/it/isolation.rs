//! Organisations are isolated, and hidden data cannot be distinguished from data that does not exist.
//!
//! SQLite has no row-level security: there the queries alone keep organisations apart. On PostgreSQL row-level security does so
//! alone too: `scripts/isolation-without-filter.sh` runs these tests and the role matrix without the organisation in any query.

use crate::support::operations::Operation;
use crate::support::{Answer, App, Client, Db, Ids, both_databases};
use rstest_reuse::apply;
use serde_json::Value;

/// Status, body and headers of an answer.
pub(crate) type Comparable = (u16, Value, Vec<(String, String)>);

/// A response without what identifies this request.
pub(crate) fn comparable(answer: &Answer) -> Comparable {
    let mut body = if answer.bytes.is_empty() { Value::Null } else { answer.json() };
    if let Some(body) = body.as_object_mut() {
        body.remove("requestId");
    }
    let own = ["x-request-id", "date", "content-length"];
    let mut headers: Vec<_> = answer
        .headers
        .iter()
        .filter(|(name, _)| !own.contains(&name.as_str()) && !name.as_str().starts_with("ratelimit"))
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    headers.sort();
    (answer.status.as_u16(), body, headers)
}

async fn cannot_tell(operation: &Operation, by: &Client, theirs: &Ids, body: &Ids, who: &str) {
    let unknown = operation.call(by, &theirs.unknown(), body).await;
    let known = operation.call(by, theirs, body).await;
    assert_eq!(comparable(&known), comparable(&unknown), "{} by {who} gives itself away", operation.id);
    assert!(known.status.is_client_error(), "{} by {who}: {}", operation.id, known.text());
}

#[apply(both_databases)]
#[tokio::test]
async fn ids_of_another_organisation_are_answered_like_ids_of_nothing(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let theirs = Ids::of(a, &a.open);
    let own = Ids::of(b, &b.open);
    for operation in Operation::all().into_iter().filter(|operation| operation.parameter().is_some()) {
        for (who, by) in [("admin", &b.admin), ("coach", &b.coach), ("client", &b.client)] {
            for body in [&own, &theirs] {
                cannot_tell(&operation, by, &theirs, body, who).await;
            }
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_body_cannot_point_into_another_organisation_or_another_map(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let path = Ids::of(a, &a.open);
    let reads = ["PUT", "PATCH", "POST"];
    for operation in Operation::all().into_iter().filter(|operation| reads.contains(&operation.method.as_str())) {
        for (who, by) in [("admin", &a.admin), ("coach", &a.coach), ("client", &a.client)] {
            let unknown = operation.call(by, &path, &path.unknown()).await;
            if unknown.status.is_success() {
                continue; // The body names nothing.
            }
            let foreign = operation.call(by, &path, &Ids::of(b, &b.open)).await;
            assert_eq!(comparable(&foreign), comparable(&unknown), "{} by {who}", operation.id);
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_private_map_and_its_content_do_not_exist_for_the_coach(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    let private = Ids::of(a, &a.private);
    let on_map = ["mapId", "supporterId", "tieId", "agreementId", "reflectionId", "personId", "cardId"];
    let mut operations = Operation::all();
    operations.retain(|operation| operation.parameter().is_some_and(|name| on_map.contains(&name)));
    for operation in operations {
        cannot_tell(&operation, &a.coach, &private, &private, "the coach").await;
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_list_shows_nothing_of_another_organisation(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let own = Ids::of(a, &a.open);
    let b_ids: Vec<String> =
        [b.id, b.client_id, b.lone_client_id, b.coach.user, b.open.map, b.open.person, b.ids["invitationId"]]
            .iter()
            .map(ToString::to_string)
            .collect();
    for operation in Operation::all().into_iter().filter(|operation| operation.method == "GET") {
        for by in [&a.admin, &a.coach, &a.client] {
            let answer = operation.call(by, &own, &own).await;
            let text = answer.text();
            assert!(!b_ids.iter().any(|id| text.contains(id)), "{} shows of B: {text}", operation.id);
        }
    }
}
