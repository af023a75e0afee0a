//! Words of the client, words of the coach: no endpoint that a client can reach shows a coach's note, and no card has it.

use crate::support::operations::{Ids, Operation};
use crate::support::{App, Client, Db};
use rstest::rstest;
use serde_json::json;

/// Nothing else in the world says this.
const NOTE: &str = "Alleen-voor-coaches-7Q";

#[rstest]
#[tokio::test]
async fn no_endpoint_a_client_can_reach_shows_a_coach_note(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    let notes = format!("/v1/clients/{}/coach-notes", a.client_id);
    a.coach.post(&notes, json!({ "text": NOTE })).await.expect(201);
    a.coach.patch(&format!("/v1/coach-notes/{}", a.coach_note), "*", json!({ "text": NOTE })).await.expect(200);
    a.coach.post(&format!("/v1/maps/{}/cards", a.open.map), json!({})).await.expect(201);
    // The note is there to be found: its author finds it, the client nowhere.
    assert!(shown_in(&a.coach, &Ids::of(a, &a.open)).await >= 2);
    for content in [&a.open, &a.private] {
        assert_eq!(shown_in(&a.client, &Ids::of(a, content)).await, 0);
    }
}

/// In how many answers to a GET the note stands, in whatever form the answer comes.
async fn shown_in(by: &Client, ids: &Ids) -> usize {
    let (mut shown, mut answered) = (0, 0);
    for operation in Operation::all().into_iter().filter(|operation| operation.method == "GET") {
        for accept in ["application/json", "image/svg+xml", "*/*"] {
            let answer = operation.call(&by.with("accept", accept), ids, ids).await;
            answered += usize::from(answer.status.is_success());
            shown += usize::from(answer.text().contains(NOTE));
        }
    }
    assert!(answered > 20, "{answered} answers: hardly a search");
    shown
}

#[rstest]
#[tokio::test]
async fn no_card_carries_a_coach_note_and_only_the_clients_card_their_words(
    #[values(Db::Sqlite, Db::Postgres)] db: Db,
) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    a.coach.patch(&format!("/v1/coach-notes/{}", a.coach_note), "*", json!({ "text": NOTE })).await.expect(200);
    let cards = format!("/v1/maps/{}/cards", a.open.map);
    let by_coach = a.coach.post(&cards, json!({})).await.expect(201);
    let by_client = a.client.post(&cards, json!({ "includeReflections": true })).await.expect(201);
    for (card, words) in [(by_coach, false), (by_client, true)] {
        for by in [&a.coach, &a.client] {
            let text = by.get(&card.location()).await.expect(200).text();
            assert!(!text.contains(NOTE));
            assert_eq!(text.contains("Meer mensen dan ik dacht"), words);
        }
    }
    a.coach.post(&cards, json!({ "includeReflections": true })).await.problem(403, "forbidden");
}
