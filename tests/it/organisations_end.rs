//! `/v1/organisations`: suspension, and the purge in two steps.

use crate::support::operations::Operation;
use crate::support::{App, Client, Db, Ids, both_databases, count, id};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What users do with their own account, whatever becomes of their organisation.
const OF_ACCOUNT: [&str; 14] = [
    "addSecondFactor",
    "chooseOrganisation",
    "countRecoveryCodes",
    "endSession",
    "listOwnIdentities",
    "listSecondFactors",
    "listSessions",
    "logOut",
    "removeSecondFactor",
    "requestPasskeyRegistration",
    "showCurrentSession",
    "showMe",
    "unlinkOwnIdentity",
    "updateMe",
];

/// The tables with data of organisations, by the catalogue.
async fn tables(app: &App, db: Db) -> Vec<String> {
    let sql = match db {
        Db::Sqlite => {
            "select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'organisation_id'
            where m.type = 'table' order by m.name"
        }
        Db::Postgres => {
            "select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'organisation_id'
                and not c.relispartition order by 1"
        }
    };
    app.raw.column(sql).await.unwrap()
}

async fn rows(app: &App, table: &str, organisation: Uuid) -> i64 {
    let sql = format!("select count(*) as rows from {table} where organisation_id = $1");
    app.raw.query(&sql, &[organisation.into()]).await.unwrap()[0].get("rows").unwrap()
}

fn purge_requests(path: &str) -> String {
    format!("{path}/purge-requests")
}

#[apply(both_databases)]
#[tokio::test]
async fn nobody_gets_into_a_suspended_organisation(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let body = json!({ "email": "nieuw@a.test", "roles": ["coach"] });
    let secret = a.admin.post("/v1/invitations", body).await.expect(201)["secret"].clone();
    let organisation = format!("/v1/organisations/{}", a.id);
    world.operator.patch(&organisation, "*", json!({ "status": "suspended" })).await.expect(200);
    let ids = Ids::of(a, &a.open);
    let (mut refused, mut admitted) = (0, Vec::new());
    for operation in Operation::all() {
        if OF_ACCOUNT.contains(&operation.id.as_str()) {
            continue;
        }
        let callers: [&Client; 6] = [&a.admin, &a.coach, &a.other_coach, &a.client, &a.other_client, &a.integration];
        for by in callers {
            let answer = operation.call(by, &ids, &ids).await;
            if [401, 403].contains(&answer.status.as_u16()) {
                refused += 1;
            } else {
                admitted.push(format!("{} {}", operation.id, answer.status));
            }
        }
    }
    assert_eq!(admitted, [""; 0]);
    assert!(refused > 700, "{refused}");
    let accept = json!({ "secret": secret, "name": "Nieuw", "password": "een lange zin is sterk" });
    let anonymous = app.anonymous();
    for refused in [
        anonymous.post("/v1/invitation-acceptances", accept).await,
        anonymous.post("/v1/invitation-lookups", json!({ "secret": secret })).await,
        a.admin.put("/v1/sessions/current/organisation", "*", json!({ "organisationId": a.id })).await,
    ] {
        assert!(refused.status.is_client_error(), "{}", refused.text());
    }
    world.b.admin.get("/v1/clients").await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_purge_is_requested_a_month_before_and_can_be_withdrawn(db: Db) {
    let (app, world) = App::with_world(db).await;
    let path = format!("/v1/organisations/{}", world.a.id);
    world.operator.delete(&path, "*").await.problem(409, "purge-not-due");
    let requested = world.operator.post(&purge_requests(&path), Value::Null).await.expect(200);
    assert_eq!(requested["status"], "suspended");
    let [at, from] = ["updatedAt", "purgeableAt"]
        .map(|member| requested[member].as_str().unwrap().parse::<DateTime<Utc>>().unwrap());
    assert_eq!(from - at, TimeDelta::days(30));
    let again = world.operator.post(&purge_requests(&path), Value::Null).await.expect(200);
    assert_eq!(again.json(), requested.json(), "again has no effect");
    world.a.admin.get("/v1/clients").await.problem(403, "no-organisation");
    world.operator.delete(&path, "*").await.problem(409, "purge-not-due");
    let active = world.operator.patch(&path, "*", json!({ "status": "active" })).await.expect(200);
    assert_eq!(active["purgeableAt"], Value::Null);
    world.a.admin.get("/v1/clients").await.expect(200);
    // What was withdrawn begins anew.
    app.clock.advance(TimeDelta::days(31));
    let operator = app.log_in(world.operator.user, None).await;
    operator.delete(&path, "*").await.problem(409, "purge-not-due");
    operator.patch(&path, "*", json!({ "status": "suspended" })).await.expect(200);
    operator.delete(&path, "*").await.problem(409, "purge-not-due");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_operator_purges_with_a_recent_confirmation(db: Db) {
    let (app, world) = App::with_world(db).await;
    let path = format!("/v1/organisations/{}", world.a.id);
    app.anonymous().post(&purge_requests(&path), Value::Null).await.problem(401, "not-authenticated");
    for other in [&world.a.admin, &world.a.coach, &world.a.client, &world.b.admin] {
        other.post(&purge_requests(&path), Value::Null).await.problem(403, "forbidden");
        other.delete(&path, "*").await.problem(403, "forbidden");
    }
    let unknown = format!("/v1/organisations/{}", id());
    world.operator.post(&purge_requests(&unknown), Value::Null).await.problem(404, "not-found");
    let earlier = app.clock.now() - TimeDelta::minutes(11);
    app.raw.query("update session set confirmed_at = $1", &[earlier.into()]).await.unwrap();
    world.operator.post(&purge_requests(&path), Value::Null).await.problem(401, "confirmation-required");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_legal_hold_stops_a_purge(db: Db) {
    let (app, world) = App::with_world(db).await;
    let path = format!("/v1/organisations/{}", world.a.id);
    let hold = json!({ "reason": "Klacht", "until": app.clock.now() + TimeDelta::days(60) });
    world.a.admin.post(&format!("/v1/clients/{}/legal-holds", world.a.client_id), hold).await.expect(201);
    world.operator.post(&purge_requests(&path), Value::Null).await.expect(200);
    app.clock.advance(TimeDelta::days(31));
    let operator = app.log_in(world.operator.user, None).await;
    operator.delete(&path, "*").await.problem(409, "organisation-held");
    operator.get(&path).await.expect(200);
    app.clock.advance(TimeDelta::days(30));
    app.log_in(world.operator.user, None).await.delete(&path, "*").await.expect(204);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_purge_leaves_nothing_but_the_log_and_destroys_the_keys_last(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let body = json!({ "email": "nieuw@a.test", "roles": ["coach"] });
    a.admin.post("/v1/invitations", body).await.expect(201);
    // A member of both keeps the account.
    let sql = "insert into member (organisation_id, id, user_id, admin, coach, client, version, created_at, updated_at)
        select $1, $2, user_id, admin, coach, client, version, created_at, updated_at from member
        where organisation_id = $3 and user_id = $4";
    let values = [b.id.into(), id().into(), a.id.into(), a.coach.user.into()];
    app.raw.query(sql, &values).await.unwrap();
    let tables = tables(&app, db).await;
    let (mut before, mut held) = (Vec::new(), 0);
    for table in &tables {
        before.push(rows(&app, table, b.id).await);
        held += usize::from(rows(&app, table, a.id).await > 0);
    }
    assert!(held > 25, "{held} of {tables:?}");
    let keys = app.keys_of(a.id);
    assert!(!keys.is_empty());
    let path = format!("/v1/organisations/{}", a.id);
    world.operator.post(&purge_requests(&path), Value::Null).await.expect(200);
    app.clear_purge_wait().await;
    world.operator.delete(&path, "*").await.expect(204);
    world.operator.get(&path).await.problem(404, "not-found");
    world.operator.delete(&path, "*").await.problem(404, "not-found");
    world.operator.post(&purge_requests(&path), Value::Null).await.problem(404, "not-found");
    assert!(!world.operator.all("/v1/organisations").await.iter().any(|one| one["id"] == json!(a.id)));
    assert_eq!(app.keys_of(a.id), keys, "not before everything else");
    app.run_jobs().await;
    for (table, before) in tables.iter().zip(before) {
        let stays = ["access_log", "log_seal"].contains(&table.as_str());
        assert!(stays || rows(&app, table, a.id).await == 0, "{table} has rows of the organisation");
        assert!(
            ["access_log", "event", "log_seal"].contains(&table.as_str()) || rows(&app, table, b.id).await == before,
            "{table}"
        );
    }
    assert_eq!(app.keys_of(a.id), BTreeSet::from(["destroyed".to_owned()]));
    assert!(!app.keys_of(b.id).is_empty());
    let left = async |user: Uuid| {
        !app.raw.query("select email from user_account where id = $1", &[user.into()]).await.unwrap().is_empty()
    };
    assert!(!left(a.admin.user).await && !left(a.client.user).await, "they were members nowhere else");
    assert!(left(a.coach.user).await && left(b.admin.user).await && left(world.operator.user).await);
    b.admin.get("/v1/clients").await.expect(200);
    // The lines of the purge are outside the organisation, and name it.
    let sql = "select operation from access_log where organisation_id = $1 and target_id = $2 and outcome = 'done' order by id";
    let lines = app.raw.query(sql, &[Uuid::nil().into(), a.id.into()]).await.unwrap();
    let lines: Vec<String> = lines.iter().map(|line| line.get("operation").unwrap()).collect();
    assert_eq!(lines, ["request-purge", "delete-platform-organisation", "purge-organisation"]);
    // Run again, it finds nothing.
    app.raw
        .run("update job set done_at = null, lease_until = null, attempts = 0 where kind = 'purge-organisation'")
        .await
        .unwrap();
    let accounts = count(&app.raw, "user_account").await;
    assert!(app.run_jobs().await > 0);
    assert_eq!(count(&app.raw, "user_account").await, accounts);
}
