//! `/v1/clients/{clientId}/legal-holds`: a record must not be erased until a date.

use crate::support::{App, Db, Organisation, both_databases};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::{Value, json};

fn path(of: &Organisation) -> String {
    format!("/v1/clients/{}/legal-holds", of.client_id)
}

fn until(at: DateTime<Utc>) -> Value {
    json!({ "reason": "Er loopt een klacht.", "until": at })
}

#[apply(both_databases)]
#[tokio::test]
async fn an_administrator_holds_a_record_and_the_client_reads_why(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let year = app.clock.now() + TimeDelta::days(365);
    let hold = a.admin.post(&path(a), until(year)).await.expect(201);
    for reader in [&a.client, &a.coach, &a.admin] {
        assert_eq!(reader.get(&hold.location()).await.expect(200)["reason"], "Er loopt een klacht.");
        assert_eq!(reader.all(&path(a)).await.last(), Some(&hold.json()));
    }
    let asked = format!("/v1/clients/{}/erasure-requests", a.client_id);
    a.client.post(&asked, json!({})).await.problem(409, "held");
    a.admin.delete(&format!("/v1/clients/{}", a.client_id), "*").await.problem(409, "held");
    let releases = format!("{}/releases", hold.location());
    a.coach.post(&releases, Value::Null).await.problem(403, "forbidden");
    let released = a.admin.post(&releases, Value::Null).await.expect(200);
    assert_eq!(released["releasedBy"]["id"], json!(a.admin.user));
    assert_eq!(a.admin.post(&releases, Value::Null).await.expect(200).json(), released.json());
    a.client.post(&asked, json!({})).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_an_administrator_holds_and_not_for_ever(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, now) = (&world.a, app.clock.now());
    app.anonymous().post(&path(a), until(now)).await.problem(401, "not-authenticated");
    for other in [&a.client, &a.coach] {
        other.post(&path(a), until(now + TimeDelta::days(1))).await.problem(403, "forbidden");
    }
    world.b.admin.post(&path(a), until(now + TimeDelta::days(1))).await.problem(404, "not-found");
    let errors = async |body: Value| a.admin.post(&path(a), body).await.problem(400, "invalid-request").errors();
    assert_eq!(errors(until(now - TimeDelta::days(1))).await, ["/until in-the-past"]);
    assert_eq!(errors(until(now + TimeDelta::days(365 * 30))).await, ["/until too-late"]);
    assert_eq!(errors(json!({})).await, ["/reason required", "/until required"]);
}
