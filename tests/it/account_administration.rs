//! What the operator does with accounts on the command line.

use crate::support::{App, Client, Db, both_databases};
use domain::accounts::{self, Email};
use domain::{PageRequest, Password, Ports};
use rstest_reuse::apply;
use serde_json::json;

const EMAIL: &str = "coach@a.test";
const OLD: &str = "een lange zin is sterk";
const NEW: &str = "een andere zin is sterker";

fn email(text: &str) -> Email {
    Email::new(text).unwrap()
}

async fn set_password(ports: &Ports, password: &str) -> bool {
    accounts::set_password(ports, &email(EMAIL), &Password::chosen(password).unwrap()).await.unwrap()
}

async fn log_in(by: &Client, password: &str) -> u16 {
    let body = json!({ "email": EMAIL, "password": password });
    by.post("/v1/sessions", body).await.status.as_u16()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_new_password_ends_every_session(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, anonymous) = (app.ports().await, app.anonymous());
    assert!(set_password(&ports, OLD).await);
    world.a.coach.get("/v1/me").await.problem(401, "not-authenticated");
    assert_eq!(log_in(&anonymous, OLD).await, 201);
    assert!(set_password(&ports, NEW).await);
    assert_eq!((log_in(&anonymous, OLD).await, log_in(&anonymous, NEW).await), (401, 201));
    let guessable = Password::chosen("wachtwoord123").unwrap();
    assert!(accounts::set_password(&ports, &email(EMAIL), &guessable).await.is_err());
    let nobody = Password::chosen(NEW).unwrap();
    assert!(!accounts::set_password(&ports, &email("niemand@a.test"), &nobody).await.unwrap());
}

#[apply(both_databases)]
#[tokio::test]
async fn nobody_logs_in_with_a_disabled_account(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, anonymous) = (app.ports().await, app.anonymous());
    set_password(&ports, OLD).await;
    let body = json!({ "email": EMAIL, "password": OLD });
    let session = anonymous.post("/v1/sessions", body.clone()).await.expect(201);
    let coach = anonymous.bearer(session["accessToken"].as_str().unwrap());
    assert!(accounts::set_disabled(&ports, &email(EMAIL), true).await.unwrap());
    for path in ["/v1/me", "/v1/caseload", "/v1/sessions/current"] {
        coach.get(path).await.problem(401, "not-authenticated");
    }
    anonymous.post("/v1/sessions", body).await.problem(401, "log-in-refused");
    // Nor does another organisation's invitation open it.
    let invited =
        world.b.admin.post("/v1/invitations", json!({ "email": EMAIL, "roles": ["coach"] })).await.expect(201);
    let accept = json!({ "secret": invited["secret"], "name": "Marijke", "password": OLD });
    anonymous.post("/v1/invitation-acceptances", accept).await.problem(401, "log-in-refused");
    // A session that was written directly is refused too.
    app.log_in(world.a.coach.user, Some(world.a.id)).await.get("/v1/me").await.problem(401, "not-authenticated");
    assert!(accounts::set_disabled(&ports, &email(EMAIL), false).await.unwrap());
    coach.get("/v1/me").await.problem(401, "not-authenticated");
    assert_eq!(log_in(&anonymous, OLD).await, 201);
    assert!(!accounts::set_disabled(&ports, &email("niemand@a.test"), true).await.unwrap());
}

#[apply(both_databases)]
#[tokio::test]
async fn every_account_is_listed_page_by_page(db: Db) {
    let (app, world) = App::with_world(db).await;
    let ports = app.ports().await;
    accounts::set_disabled(&ports, &email(EMAIL), true).await.unwrap();
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = accounts::list(&ports, PageRequest::new(4, after)).await.unwrap();
        assert!(page.items.len() <= 4);
        all.extend(page.items);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(all.len(), 11, "five people of each organisation, and the operator");
    let coach = all.iter().find(|account| account.email.as_str() == EMAIL).unwrap();
    assert!(coach.disabled_at.is_some() && coach.used_at.is_some() && !coach.operator && !coach.has_second_factor);
    assert_eq!(coach.id.0, world.a.coach.user);
    assert_eq!(all.iter().filter(|account| account.operator).count(), 1);
}
