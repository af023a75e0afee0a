//! Words of the client, words of the coach: no endpoint that a client can reach shows a coach's note, and no card has it.

use crate::support::operations::Operation;
use crate::support::{App, Client, Db, Ids, both_databases};
use rstest_reuse::apply;
use serde_json::json;

/// A text that stands nowhere else.
const NOTE: &str = "Alleen-voor-coaches-7Q";

#[apply(both_databases)]
#[tokio::test]
async fn no_endpoint_a_client_can_reach_shows_a_coach_note(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    let notes = format!("/v1/clients/{}/coach-notes", a.client_id);
    a.coach.post(&notes, json!({ "text": NOTE })).await.expect(201);
    a.coach.patch(&format!("/v1/coach-notes/{}", a.ids["coachNoteId"]), "*", json!({ "text": NOTE })).await.expect(200);
    a.coach.post(&format!("/v1/maps/{}/cards", a.open.map), json!({})).await.expect(201);
    // The note exists: its author finds it, the client nowhere.
    assert!(shown_in(&a.coach, &Ids::of(a, &a.open)).await >= 2);
    for content in [&a.open, &a.private] {
        assert_eq!(shown_in(&a.client, &Ids::of(a, content)).await, 0);
    }
}

/// How many responses to a GET contain the note, in any format.
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

#[apply(both_databases)]
#[tokio::test]
async fn no_card_contains_a_coach_note_and_only_the_clients_card_reflections(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    a.coach.patch(&format!("/v1/coach-notes/{}", a.ids["coachNoteId"]), "*", json!({ "text": NOTE })).await.expect(200);
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
