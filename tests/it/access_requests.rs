//! `/v1/clients/{clientId}/access-requests` and `/v1/access-requests`: a client without a log-in gets the record and its log on paper.

use crate::support::{Answer, App, Client, Db, Organisation, World, both_databases, id, pdf_text};
use chrono::{DateTime, TimeDelta, Utc};
use domain::access_requests::{MOST_LINES, PRINTABLE_FOR};
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::{Value, json};

fn path(of: &Organisation) -> String {
    format!("/v1/clients/{}/access-requests", of.client_id)
}

fn on_paper() -> Value {
    json!({ "manner": "on-paper" })
}

/// A world in which the log-in of A's client is not confirmed.
async fn world(db: Db) -> (App, World) {
    let (app, world) = App::with_world(db).await;
    confirm(&app, &world, false).await;
    (app, world)
}

async fn confirm(app: &App, world: &World, confirmed: bool) {
    let sql = "update client set login_confirmed = $1 where id = $2";
    app.raw.query(sql, &[confirmed.into(), world.a.client_id.into()]).await.unwrap();
}

/// The paths of the record and the log of a new request.
async fn asked(world: &World) -> [String; 2] {
    let made = world.a.coach.post(&path(&world.a), on_paper()).await.expect(201);
    ["export", "access-log"].map(|what| format!("{}/{what}", made.location()))
}

/// The text on paper.
#[track_caller]
fn text(answer: Answer) -> String {
    let answer = answer.expect(200);
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert!(answer.bytes.starts_with(b"%PDF-"));
    pdf_text(&answer.bytes)
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_without_a_log_in_gets_the_record_on_paper(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let map = |of: &crate::support::Content| format!("/v1/maps/{}", of.map);
    a.client.patch(&map(&a.private), "*", json!({ "theme": "geheimkanarie" })).await.expect(200);
    a.client
        .patch(&format!("/v1/persons/{}", a.private.person), "*", json!({ "alias": "Priveanna" }))
        .await
        .expect(200);
    let changes = json!({ "phone": "0612345678", "note": "Woont\nin Zwolle.", "past": true });
    a.coach.patch(&format!("/v1/persons/{}", a.open.person), "*", changes).await.expect(200);
    confirm(&app, &world, false).await;
    let [record, _] = asked(&world).await;
    let printed = text(a.coach.get(&record).await);
    for said in [
        "Uw gegevens",
        "Saskia de Wit",
        "Organisation A",
        "Mijn leven met borstkanker",
        "Anna",
        "0612345678",
        "Zwolle",
        "vroeger",
        "vriendin",
        "Luisteren, hart luchten",
        "Meer mensen dan ik dacht",
        "borstkanker 2",
        "ECD",
        "20 jaar",
        "Autoriteit Persoonsgegevens",
        "Eigen notities van coaches",
        "op papier",
    ] {
        assert!(printed.contains(said), "{said} is not in {printed}");
    }
    for hidden in ["geheimkanarie", "Priveanna"] {
        assert!(!printed.contains(hidden), "{hidden} is in {printed}");
    }
    let coach_note = a.coach.all(&format!("/v1/clients/{}/coach-notes", a.client_id)).await;
    let words = coach_note[0]["text"].as_str().unwrap();
    assert!(!words.is_empty() && !printed.contains(words), "{words}");
    let english = text(a.coach.with("accept-language", "en").get(&record).await);
    for said in ["Your data", "My life with borstkanker", "Friend", "Belongs", "20 years"] {
        assert!(english.contains(said), "{said} is not in {english}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn the_log_on_paper_says_who_looked_and_each_use_is_a_line(db: Db) {
    let (app, world) = world(db).await;
    let a = &world.a;
    a.coach.get(&format!("/v1/maps/{}", a.open.map)).await.expect(200);
    let [record, log] = asked(&world).await;
    a.coach.get(&record).await.expect(200);
    a.client.get(&format!("/v1/maps/{}", a.open.map)).await.expect(200);
    let printed = text(a.admin.get(&log).await);
    for said in ["Wie keek er in uw gegevens?", "kaart-in-wording", "legde vast", "drukte uw gegevens", "Toewijzing"] {
        assert!(printed.contains(said), "{said} is not in {printed}");
    }
    assert!(printed.contains("\nU bekeek uw kaart"), "the client is addressed: {printed}");
    text(a.coach.get(&log).await);
    confirm(&app, &world, true).await;
    let lines = a.client.with("accept-language", "nl").all(&format!("/v1/clients/{}/access-log", a.client_id)).await;
    let said: Vec<_> = lines.iter().map(|line| line["sentence"].as_str().unwrap()).collect();
    for line in [
        "coach (coach) legde vast dat u om inzage vroeg.",
        "coach (coach) drukte uw gegevens voor u af.",
        "admin (beheerder) drukte voor u af wie in uw gegevens keek.",
        "coach (coach) drukte voor u af wie in uw gegevens keek.",
    ] {
        assert_eq!(said.iter().filter(|said| **said == line).count(), 1, "{line}: {said:#?}");
    }
    // The client reads that it was asked.
    assert_eq!(a.client.all(&path(a)).await.len(), 2);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_log_on_paper_has_the_newest_lines_and_says_that_there_are_more(db: Db) {
    let (app, world) = world(db).await;
    let [_, log] = asked(&world).await;
    let few = text(world.a.admin.get(&log).await);
    assert!(!few.contains("nieuwste 1.000 regels"));
    let of_client = "operation = 'read-client' and client_id =
        (select client_id from access_request group by client_id having count(*) > 1)";
    let position = "(select max(position) from access_log) + n.n";
    let differ = [("id", app.random_id()), ("position", position)];
    app.multiply("access_log", of_client, &differ, 2 * MOST_LINES as i64).await;
    let many = text(world.a.admin.get(&log).await);
    assert!(many.contains("nieuwste 1.000 regels"), "{}", &many[..2_000]);
    assert_eq!(many.matches("bekeek uw gegevens.").count(), MOST_LINES);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_with_a_confirmed_log_in_reads_for_themselves(db: Db) {
    let (app, world) = world(db).await;
    let a = &world.a;
    let [record, log] = asked(&world).await;
    confirm(&app, &world, true).await;
    for by in [&a.coach, &a.admin] {
        by.post(&path(a), on_paper()).await.problem(409, "client-has-own-access");
        by.get(&log).await.problem(409, "client-has-own-access");
    }
    a.coach.get(&record).await.problem(409, "client-has-own-access");
    a.client.post(&path(a), json!({})).await.problem(403, "forbidden");
    for printed in [&record, &log] {
        a.client.get(printed).await.problem(403, "forbidden");
    }
    // A client without any log-in, whom no coach is assigned to.
    let lone = format!("/v1/clients/{}/access-requests", a.lone_client_id);
    let made = a.admin.post(&lone, on_paper()).await.expect(201);
    text(a.admin.get(&format!("{}/access-log", made.location())).await);
    a.admin.get(&format!("{}/export", made.location())).await.problem(403, "forbidden");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_request_is_recorded_and_used_by_those_who_may(db: Db) {
    let (app, world) = world(db).await;
    let a = &world.a;
    app.anonymous().post(&path(a), on_paper()).await.problem(401, "not-authenticated");
    for stranger in [&a.other_coach, &world.b.admin, &world.b.coach] {
        stranger.post(&path(a), on_paper()).await.problem(404, "not-found");
    }
    for never in [&a.integration as &Client, &a.other_client] {
        never.post(&path(a), on_paper()).await.problem(403, "forbidden");
    }
    for (body, errors) in [
        (json!({}), ["/manner required"]),
        (json!({ "manner": "own-log-in" }), ["/manner forbidden"]),
        (json!({ "manner": "by-phone", "askedAt": "2999-01-01T00:00:00Z" }), ["/askedAt in-the-future"]),
    ] {
        assert_eq!(a.coach.post(&path(a), body).await.problem(400, "invalid-request").errors(), errors);
    }
    let made = a.admin.post(&path(a), on_paper()).await.expect(201);
    let [recorded, until] = ["/request/recordedAt", "/printableUntil"]
        .map(|at| made.json().pointer(at).unwrap().as_str().unwrap().parse::<DateTime<Utc>>().unwrap());
    assert_eq!(until - recorded, PRINTABLE_FOR);
    assert_eq!(made["request"]["recordedBy"]["id"], json!(a.admin.user));
    for reader in [&a.admin, &a.coach, &a.client] {
        assert_eq!(reader.get(&made.location()).await.expect(200).json(), made.json());
        assert_eq!(reader.all(&path(a)).await.last(), Some(&made.json()));
    }
    let [record, log] = ["export", "access-log"].map(|what| format!("{}/{what}", made.location()));
    for printed in [&record, &log] {
        app.anonymous().get(printed).await.problem(401, "not-authenticated");
        for stranger in [&a.integration as &Client, &a.other_coach, &world.b.coach] {
            stranger.get(printed).await.problem(404, "not-found");
        }
        a.other_client.get(printed).await.problem(403, "forbidden");
    }
    world.b.admin.get(&log).await.problem(404, "not-found");
    a.admin.get(&record).await.problem(403, "forbidden");
    a.coach.get(&format!("/v1/access-requests/{}", id())).await.problem(404, "not-found");
    world.end_assignment().await;
    a.coach.get(&record).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn it_is_printed_within_thirty_days_and_shortly_after_a_confirmation(db: Db) {
    let (app, world) = world(db).await;
    let a = &world.a;
    let [record, log] = asked(&world).await;
    let (start, earlier) = (app.clock.now(), app.clock.now() - TimeDelta::minutes(11));
    app.raw.query("update session set confirmed_at = $1", &[earlier.into()]).await.unwrap();
    for printed in [&record, &log] {
        a.coach.get(printed).await.problem(401, "confirmation-required");
    }
    a.coach.post(&path(a), on_paper()).await.problem(401, "confirmation-required");
    let coach_at = async |time: DateTime<Utc>| -> Client {
        app.clock.advance(time - app.clock.now());
        app.log_in(a.coach.user, Some(a.id)).await
    };
    let end = start + PRINTABLE_FOR;
    let coach = coach_at(end - TimeDelta::minutes(1)).await;
    for printed in [&record, &log] {
        text(coach.get(printed).await);
    }
    let coach = coach_at(end + TimeDelta::minutes(1)).await;
    for printed in [&record, &log] {
        coach.get(printed).await.problem(409, "access-request-over");
    }
    // It stays on record.
    assert_eq!(coach.all(&path(a)).await.len(), 2);
}

#[apply(both_databases)]
#[tokio::test]
async fn of_a_restricted_record_only_the_log_is_printed(db: Db) {
    let (_app, world) = world(db).await;
    let a = &world.a;
    a.admin.post(&format!("/v1/clients/{}/restrictions", a.client_id), on_paper()).await.expect(201);
    let [record, log] = asked(&world).await;
    a.coach.get(&record).await.problem(409, "restricted");
    a.admin.get(&record).await.problem(403, "forbidden");
    for by in [&a.coach, &a.admin] {
        text(by.get(&log).await);
    }
}
