//! `/v1/clients/{clientId}/coach-notes`: visible to their author only.

use crate::support::{App, Db, Organisation, both_databases};
use rstest_reuse::apply;
use serde_json::json;

fn path(organisation: &Organisation) -> String {
    format!("/v1/clients/{}/coach-notes", organisation.client_id)
}

#[apply(both_databases)]
#[tokio::test]
async fn a_coach_creates_changes_and_deletes_a_note(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let coach = &world.a.coach;
    let created = coach.post(&path(&world.a), json!({ "text": "Bel de wijkverpleegkundige" })).await.expect(201);
    assert_eq!(created.location(), format!("/v1/coach-notes/{}", created.id()));
    assert_eq!(created["clientId"], world.a.client_id.to_string());
    let name = coach.get("/v1/me").await.expect(200)["name"].clone();
    assert_eq!(created["author"], json!({ "id": coach.user, "name": name }));
    let shown = coach.get(&created.location()).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (created.json(), created.etag()));
    let changed = coach.patch(&created.location(), &created.etag(), json!({ "text": "Gebeld" })).await.expect(200);
    assert_eq!(changed["text"], "Gebeld");
    assert_eq!(coach.all(&path(&world.a)).await.last(), Some(&changed.json()), "after that of the world");
    coach.delete(&created.location(), &created.etag()).await.problem(412, "stale");
    coach.delete(&created.location(), &changed.etag()).await.expect(204);
    coach.get(&created.location()).await.problem(404, "not-found");
    assert_eq!(coach.all(&path(&world.a)).await.len(), 1, "that of the world");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_its_author_can_access_a_note(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let note = a.coach.post(&path(a), json!({ "text": "Alleen voor mij" })).await.expect(201);
    let (location, tag) = (note.location(), note.etag());
    // Assigned as well, and still not the author.
    a.admin
        .post(
            &format!("/v1/clients/{}/assignments", a.client_id),
            json!({ "coachId": a.other_coach.user, "basis": "Waarneming" }),
        )
        .await
        .expect(201);
    assert!(a.other_coach.all(&path(a)).await.is_empty());
    for stranger in [&a.other_coach, &a.client, &a.other_client, &a.admin, &world.b.coach, &world.b.admin] {
        stranger.get(&location).await.problem(404, "not-found");
        stranger.patch(&location, &tag, json!({ "text": "x" })).await.problem(404, "not-found");
        stranger.delete(&location, &tag).await.problem(404, "not-found");
    }
    for reader in [&a.client, &a.admin] {
        reader.get(&path(a)).await.problem(403, "forbidden");
        reader.post(&path(a), json!({ "text": "x" })).await.problem(403, "forbidden");
    }
    for stranger in [&world.b.coach, &world.b.other_coach] {
        stranger.get(&path(a)).await.problem(404, "not-found");
        stranger.post(&path(a), json!({ "text": "x" })).await.problem(404, "not-found");
    }
    app.anonymous().get(&path(a)).await.problem(401, "not-authenticated");
    app.anonymous().get(&location).await.problem(401, "not-authenticated");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_note_is_hidden_when_the_assignment_ends(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    let note = a.coach.post(&path(a), json!({ "text": "Tot hier" })).await.expect(201);
    world.end_assignment().await;
    a.coach.get(&note.location()).await.problem(404, "not-found");
    a.coach.get(&path(a)).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_of_a_note_is_reported(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let coach = &world.a.coach;
    for (body, errors) in [
        (json!({}), vec!["/text required"]),
        (json!({ "text": null }), vec!["/text type"]),
        (json!({ "text": " \n" }), vec!["/text blank"]),
        (json!({ "text": "x".repeat(10_001) }), vec!["/text too-long"]),
        (json!({ "text": "", "authorId": 1 }), vec!["/authorId unknown-member", "/text too-short"]),
    ] {
        assert_eq!(coach.post(&path(&world.a), body).await.problem(400, "invalid-request").errors(), errors);
    }
    coach.get("/v1/coach-notes/1").await.problem(400, "invalid-request");
}
