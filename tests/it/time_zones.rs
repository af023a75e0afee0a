//! Days are those of the organisation's time zone.

use crate::support::{App, Db, World, both_databases};
use chrono::{Days, NaiveDate};
use domain::TimeZone;
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::{Value, json};

async fn set_zone(world: &World, zone: &str) {
    let changed = world.a.admin.patch("/v1/organisation", "*", json!({ "timeZone": zone })).await.expect(200);
    assert_eq!(changed["timeZone"], zone);
}

/// The world half an hour before midnight in UTC: in Amsterdam it is the next day, summer and winter, on Curaçao it is not.
async fn late(db: Db) -> (App, World) {
    let app = App::spawn(db).await;
    let now = app.clock.now();
    let tomorrow = now.date_naive() + Days::new(1);
    app.clock.advance(tomorrow.and_hms_opt(23, 30, 0).unwrap().and_utc() - now);
    let world = World::seed(&app).await;
    (app, world)
}

#[apply(both_databases)]
#[tokio::test]
async fn the_default_time_zone_is_amsterdam(db: Db) {
    let (app, world) = App::with_world(db).await;
    let shown = world.a.admin.get("/v1/organisation").await.expect(200);
    assert_eq!(shown["timeZone"], "Europe/Amsterdam");
    let path = "/v1/organisation";
    for zone in ["Europe/Rotterdam", "+02:00", "Amsterdam", "", "europe/ amsterdam"] {
        let refused = world.a.admin.patch(path, "*", json!({ "timeZone": zone })).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/timeZone enum"], "{zone}");
    }
    let named = json!({ "timeZone": "america/CURACAO" });
    let changed = world.a.admin.patch(path, &shown.etag(), named.clone()).await.expect(200);
    assert_eq!(changed["timeZone"], "America/Curacao");
    assert_eq!(world.a.client.get(path).await.expect(200)["timeZone"], "America/Curacao");
    assert_eq!(world.b.admin.get(path).await.expect(200)["timeZone"], "Europe/Amsterdam");
    world.a.admin.patch(path, &shown.etag(), named.clone()).await.problem(412, "stale");
    for actor in [&world.a.coach, &world.a.client] {
        actor.patch(path, "*", named.clone()).await.problem(403, "forbidden");
    }
    app.anonymous().patch(path, "*", named.clone()).await.problem(401, "not-authenticated");
    let outside = format!("/v1/organisations/{}", world.a.id);
    assert_eq!(world.operator.get(&outside).await.expect(200)["timeZone"], "America/Curacao");
    let refused = world.operator.patch(&outside, "*", named).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/timeZone unknown-member"]);
    world.operator.patch(&outside, "*", json!({ "name": "A" })).await.expect(200);
    assert_eq!(world.a.admin.get(path).await.expect(200)["timeZone"], "America/Curacao");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_date_of_birth_is_not_after_today(db: Db) {
    let (app, world) = late(db).await;
    let today = TimeZone::AMSTERDAM.day(app.clock.now());
    assert_eq!(today, app.clock.now().date_naive() + Days::new(1));
    let born = |on: NaiveDate| json!({ "name": "Kind", "dateOfBirth": on });
    let created = world.a.admin.post("/v1/clients", born(today)).await.expect(201);
    assert_eq!(created["dateOfBirth"], json!(today));
    for on in [today + Days::new(1), NaiveDate::from_ymd_opt(2999, 1, 1).unwrap()] {
        let refused = world.a.admin.post("/v1/clients", born(on)).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/dateOfBirth in-the-future"]);
        let refused = world.a.admin.patch(&created.location(), "*", born(on)).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/dateOfBirth in-the-future"]);
    }
    set_zone(&world, "America/Curacao").await;
    world.a.admin.post("/v1/clients", born(today)).await.problem(400, "invalid-request");
    world.a.admin.post("/v1/clients", born(today - Days::new(1))).await.expect(201);
    world.a.admin.patch(&created.location(), "*", json!({ "dateOfBirth": null })).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_picture_shows_the_day_in_the_organisations_time_zone(db: Db) {
    let (app, world) = late(db).await;
    let utc = app.clock.now().date_naive();
    let written = |day: NaiveDate| day.format("%-d %B %Y").to_string();
    let (here, there) = (written(utc + Days::new(1)), written(utc));
    let client = world.a.client.with("accept-language", "en");
    let card = format!("/v1/cards/{}?format=svg&sheet=a4", world.a.open.card);
    let preview = format!("/v1/maps/{}/card?format=svg&sheet=a4", world.a.open.map);
    let shown = async |zone: &str| {
        set_zone(&world, zone).await;
        [client.get(&card).await.expect(200), client.get(&preview).await.expect(200)]
    };
    let amsterdam = shown("Europe/Amsterdam").await;
    let curacao = shown("America/Curacao").await;
    for (one, other) in amsterdam.iter().zip(&curacao) {
        assert!(one.text().contains(&here) && !one.text().contains(&there));
        assert!(other.text().contains(&there) && !other.text().contains(&here));
        assert_ne!(one.etag(), other.etag());
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn what_is_due_today_in_the_time_zone_is_not_overdue(db: Db) {
    let (app, world) = late(db).await;
    let a = &world.a;
    let utc = app.clock.now().date_naive();
    let agreement = json!({ "text": "Koken", "dueOn": utc });
    a.client.post(&format!("/v1/maps/{}/agreements", a.open.map), agreement).await.expect(201);
    a.client.patch(&format!("/v1/maps/{}", a.open.map), "*", json!({ "reviewOn": utc })).await.expect(200);
    let overdue = async || -> (Value, Value) {
        let entry = a.coach.get("/v1/caseload").await.expect(200)["items"][0].clone();
        (entry["agreements"]["overdue"].clone(), entry["overdueReviewOn"].clone())
    };
    assert_eq!(overdue().await, (json!(1), json!(utc)));
    set_zone(&world, "America/Curacao").await;
    assert_eq!(overdue().await, (json!(0), Value::Null));
    set_zone(&world, "Asia/Tokyo").await;
    assert_eq!(overdue().await, (json!(1), json!(utc)));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_refusal_has_the_day_in_the_organisations_time_zone(db: Db) {
    let (app, world) = late(db).await;
    let a = &world.a;
    let declined = json!({ "text": "Koken", "supporterId": a.open.supporter, "status": "declined" });
    a.client.post(&format!("/v1/maps/{}/agreements", a.open.map), declined).await.expect(201);
    let path = format!("/v1/clients/{}/helpers?supportType=emotional&mapId={}", a.client_id, a.open.map);
    let said_no = async || -> Value {
        let found = a.client.get(&path).await.expect(200);
        let helpers = ["helpers", "others"].into_iter().flat_map(|list| found[list].as_array().unwrap().clone());
        let mut reasons = helpers.flat_map(|helper| helper["reasons"].as_array().unwrap().clone());
        reasons.find(|reason| reason["code"] == "declined-recently").unwrap()["on"].clone()
    };
    let utc = app.clock.now().date_naive();
    assert_eq!(said_no().await, json!(utc + Days::new(1)));
    set_zone(&world, "America/Curacao").await;
    assert_eq!(said_no().await, json!(utc));
}
