//! `/v1/invitation-imports`: the people of a table are invited at once.

use crate::support::{Answer, App, Client, Db, Mailbox, World, both_databases, count, id, statement_log};
use chrono::{DateTime, TimeDelta, Utc};
use domain::invitations::VALID_FOR;
use rstest_reuse::apply;
use serde_json::{Value, json};

const IMPORTS: &str = "/v1/invitation-imports";
const ACCEPT: &str = "/v1/invitation-acceptances";
const PASSWORD: &str = "een lange zin is sterk";

async fn with_mail(db: Db) -> (App, World, Mailbox) {
    let mailbox = Mailbox::create();
    let (app, world) = App::with_world_and(db, |service| service.mail = Some(mailbox.settings())).await;
    (app, world, mailbox)
}

async fn import(by: &Client, table: impl Into<reqwest::Body>) -> Answer {
    by.post_file(IMPORTS, "text/csv", table).await
}

/// A table of so many coaches.
fn coaches(number: usize) -> String {
    let row = |number| format!("coach{number}.{}@elders.test;coach\n", id().simple());
    format!("email;roles\n{}", (0..number).map(row).collect::<String>())
}

fn items(answer: &Answer) -> Vec<(u64, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = answer["items"].as_array().unwrap().iter();
    items.map(|item| (item["row"].as_u64().unwrap(), text(&item["email"]), text(&item["outcome"]))).collect()
}

fn item(row: u64, email: &str, outcome: &str) -> (u64, String, String) {
    (row, email.to_owned(), outcome.to_owned())
}

#[apply(both_databases)]
#[tokio::test]
async fn the_people_of_a_table_are_invited_by_mail(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let events = count(&app.raw, "event").await;
    let table = "\u{FEFF}Email;Name;Roles;Language\r\nMarijke@Elders.test;Marijke;coach\r\n\r\nanja@elders.test;;admin|coach;EN\r\n";
    let keyed = world.a.admin.with("idempotency-key", "een");
    let imported = import(&keyed, table).await.expect(200);
    let rows = [item(2, "marijke@elders.test", "invited"), item(4, "anja@elders.test", "invited")];
    assert_eq!(items(&imported), rows);
    assert_eq!((&imported["items"][0]["secret"], &imported["items"][1]["secret"]), (&Value::Null, &Value::Null));
    assert_eq!(import(&keyed, table).await.expect(200).json(), imported.json(), "a repetition invites nobody");
    import(&keyed, coaches(1)).await.problem(422, "idempotency-key-reused");
    assert_eq!(count(&app.raw, "event").await, events + 1, "as for one invitation");
    let path =
        |number: usize| format!("/v1/invitations/{}", imported["items"][number]["invitationId"].as_str().unwrap());
    let anja = world.a.admin.get(&path(1)).await.expect(200);
    assert_eq!((&anja["email"], &anja["roles"]), (&json!("anja@elders.test"), &json!(["admin", "coach"])));
    assert_eq!(anja["language"], "en");
    assert_eq!((&anja["delivery"], &anja["mail"]["state"]), (&json!("email"), &json!("waiting")));
    assert_eq!(anja["invitedBy"]["id"], world.a.admin.user.to_string());
    let at = |member: &str| anja[member].as_str().unwrap().parse::<DateTime<Utc>>().unwrap();
    assert_eq!(at("expiresAt") - at("createdAt"), VALID_FOR);
    let mails = mailbox.receive(&app).await;
    assert_eq!(
        mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(),
        ["anja@elders.test", "marijke@elders.test"]
    );
    assert_eq!(world.a.admin.get(&path(1)).await.expect(200)["mail"]["state"], "sent");
    let marijke = json!({ "secret": mails[1].secret(), "name": "Marijke", "password": PASSWORD });
    app.anonymous().post(ACCEPT, marijke).await.expect(201);
    // The table can be sent again.
    let again = import(&world.a.admin, table).await.expect(200);
    let rows = [item(2, "marijke@elders.test", "already-member"), item(4, "anja@elders.test", "already-invited")];
    assert_eq!(items(&again), rows);
    assert_eq!(again["items"][1]["invitationId"], Value::Null);
    assert!(mailbox.receive(&app).await.is_empty());
}

#[apply(both_databases)]
#[tokio::test]
async fn without_mail_the_response_has_the_secrets(db: Db) {
    let (app, world) = App::with_world(db).await;
    let keyed = world.a.admin.with("idempotency-key", "een");
    let table = "email,name,roles\nmarijke@elders.test,Marijke,coach\nanja@elders.test,Anja,coach\n";
    let imported = import(&keyed, table).await.expect(200);
    let secret = |number: usize| imported["items"][number]["secret"].as_str().unwrap();
    assert_ne!(secret(0), secret(1));
    assert_eq!(import(&keyed, table).await.expect(200).json(), imported.json());
    assert_eq!(count(&app.raw, "job where kind = 'mail-invitation'").await, 0);
    let body = json!({ "secret": secret(1), "name": "Anja", "password": PASSWORD });
    app.anonymous().post(ACCEPT, body).await.expect(201);
    let emails = world.a.admin.all("/v1/members").await;
    assert!(emails.iter().any(|member| member["email"] == "anja@elders.test"), "{emails:?}");
    // An invitation that is over is made anew.
    app.clock.advance(TimeDelta::days(7));
    let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
    let again = import(&admin, table).await.expect(200);
    let rows = [item(2, "marijke@elders.test", "invited"), item(3, "anja@elders.test", "already-member")];
    assert_eq!(items(&again), rows);
    assert_eq!(again["items"][1]["secret"], Value::Null);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_dry_run_changes_nothing(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let member = world.a.admin.all("/v1/members").await[0]["email"].as_str().unwrap().to_owned();
    let open = json!({ "email": "open@elders.test", "roles": ["coach"] });
    world.a.admin.post("/v1/invitations", open).await.expect(201);
    world
        .b
        .admin
        .post("/v1/invitations", json!({ "email": "elders@elders.test", "roles": ["coach"] }))
        .await
        .expect(201);
    mailbox.receive(&app).await;
    let before = [count(&app.raw, "invitation").await, count(&app.raw, "event").await, count(&app.raw, "job").await];
    let table = format!("email\troles\n{member}\tcoach\nopen@elders.test\tcoach\nelders@elders.test\tcoach\n");
    let path = format!("{IMPORTS}?dryRun=true");
    let shown = world.a.admin.post_file(&path, "text/csv", table.clone()).await.expect(200);
    let rows = |last: &str| {
        [
            item(2, &member, "already-member"),
            item(3, "open@elders.test", "already-invited"),
            item(4, "elders@elders.test", last),
        ]
    };
    assert_eq!(items(&shown), rows("invited"), "an invitation of another organisation is not known here");
    assert_eq!((&shown["items"][2]["invitationId"], &shown["items"][2]["secret"]), (&Value::Null, &Value::Null));
    let after = [count(&app.raw, "invitation").await, count(&app.raw, "event").await, count(&app.raw, "job").await];
    assert_eq!(after, before);
    let wrong = world.a.admin.post_file(&path, "text/csv", "email;roles\nx;coach\n").await;
    assert_eq!(cells(wrong), ["2 email format"]);
    let real = world.a.admin.post_file(&format!("{IMPORTS}?dryRun=false"), "text/csv", table).await.expect(200);
    assert_eq!(items(&real), rows("invited"));
    assert_eq!(mailbox.only(&app).await.to, "elders@elders.test");
    let refused = world.a.admin.post_file(&format!("{IMPORTS}?dryRun=ja"), "text/csv", coaches(1)).await;
    refused.problem(400, "invalid-request");
}

/// The errors, by row and column.
#[track_caller]
fn cells(answer: Answer) -> Vec<String> {
    let problem = answer.problem(400, "invalid-request");
    let errors = problem["errors"].as_array().unwrap().iter();
    let text = |error: &Value, member: &str| error[member].as_str().unwrap_or_default().to_owned();
    errors.map(|error| format!("{} {} {}", error["row"], text(error, "column"), text(error, "code"))).collect()
}

#[apply(both_databases)]
#[tokio::test]
async fn of_a_table_with_an_error_nobody_is_invited(db: Db) {
    let (app, world, _mailbox) = with_mail(db).await;
    let admin = &world.a.admin;
    let before = count(&app.raw, "invitation").await;
    for (table, errors) in [
        ("email;roles\ngoed@elders.test;coach\ngeen adres;coach\n", vec!["3 email format"]),
        ("email;roles\ngoed@elders.test;coach\n;coach\n", vec!["3 email required"]),
        ("email;roles\ngoed@elders.test;coach\nx@elders.test;\n", vec!["3 roles required"]),
        ("email;roles\ngoed@elders.test;coach\nx@elders.test;client\n", vec!["3 roles enum"]),
        ("email;roles\ngoed@elders.test;operator\nx@elders.test;baas\n", vec!["2 roles enum", "3 roles enum"]),
        ("email;roles\ngoed@elders.test;coach\nGoed@Elders.test;coach\n", vec!["3 email duplicate"]),
        ("email;roles\ngoed@elders.test;coach;x\n", vec!["2  too-many"]),
        ("email;roles;phone\ngoed@elders.test;coach;1\n", vec!["1 phone unknown-member"]),
        ("email\ngoed@elders.test\n", vec!["1 roles required"]),
        ("email;roles\n\"goed@elders.test;coach\n", vec!["2 email unclosed-quote"]),
        ("email;roles\n", vec!["null  too-few"]),
        ("", vec!["null  too-few"]),
    ] {
        assert_eq!(cells(import(admin, table).await), errors, "{table}");
    }
    assert_eq!(cells(import(admin, coaches(501)).await), ["502  too-many"]);
    import(admin, format!("email;roles\n{}", "x".repeat(256 * 1024))).await.problem(413, "payload-too-large");
    for media_type in ["application/json", "text/plain", "text/csv; charset=boe"] {
        admin.post_file(IMPORTS, media_type, coaches(1)).await.problem(415, "unsupported-media-type");
    }
    assert_eq!(count(&app.raw, "invitation").await, before);
    assert_eq!(count(&app.raw, "job where kind = 'mail-invitation'").await, 0);
    let windows = b"email;name;roles\ngoed@elders.test;Zo\xEB;coach\n".to_vec();
    assert_eq!(items(&import(admin, windows).await.expect(200)), [item(2, "goed@elders.test", "invited")]);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_administrators_import_and_grant_what_they_may(db: Db) {
    let (app, world) = App::with_world(db).await;
    let before = count(&app.raw, "invitation").await;
    import(&app.anonymous(), coaches(1)).await.problem(401, "not-authenticated");
    for actor in [&*world.a.coach, &*world.a.client, &world.a.integration, &*world.operator] {
        import(actor, coaches(1)).await.problem(403, "forbidden");
    }
    assert_eq!(count(&app.raw, "invitation").await, before);
    let of_a = world.a.admin.all("/v1/invitations").await.len();
    let in_b = import(&world.b.admin, coaches(3)).await.expect(200);
    assert_eq!(world.a.admin.all("/v1/invitations").await.len(), of_a, "an import is of the caller's organisation");
    let path = format!("/v1/invitations/{}", in_b["items"][0]["invitationId"].as_str().unwrap());
    world.a.admin.get(&path).await.problem(404, "not-found");
    // One role that needs a recent confirmation, among others that do not.
    app.clock.advance(TimeDelta::minutes(11));
    let admin = app.anonymous().bearer(&app.token(world.a.admin.session, world.a.admin.user));
    import(&admin, coaches(2) + "x@elders.test;admin\n").await.problem(401, "confirmation-required");
    assert_eq!(count(&app.raw, "invitation").await, before + 3);
    import(&admin, coaches(2)).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn administrators_mail_at_most_so_many_invitations_a_day(db: Db) {
    let mailbox = Mailbox::create();
    let (app, world) = App::with_world_and(db, |service| {
        service.mail = Some(mailbox.settings());
        service.ports.mailed_invitations_per_day = 20.try_into().unwrap();
    })
    .await;
    let admin = &world.a.admin;
    import(admin, coaches(10)).await.expect(200);
    let one = json!({ "email": "een@elders.test", "roles": ["coach"] });
    let one = admin.post("/v1/invitations", one).await.expect(201).location();
    import(admin, coaches(10)).await.problem(409, "too-many-invitations");
    assert_eq!(count(&app.raw, "job where kind = 'mail-invitation'").await, 11);
    import(admin, coaches(8)).await.expect(200);
    // A withdrawn invitation still counts, and so does a delivery.
    let two = json!({ "email": "twee@elders.test", "roles": ["coach"] });
    let two = admin.post("/v1/invitations", two).await.expect(201).location();
    admin.delete(&two, "*").await.expect(204);
    let three = json!({ "email": "drie@elders.test", "roles": ["coach"] });
    admin.post("/v1/invitations", three.clone()).await.problem(409, "too-many-invitations");
    admin.post(&format!("{one}/deliveries"), json!({})).await.problem(409, "too-many-invitations");
    import(admin, coaches(1)).await.problem(409, "too-many-invitations");
    assert!(!admin.all("/v1/invitations").await.iter().any(|invited| invited["email"] == "drie@elders.test"));
    // Another organisation is not affected, and after a day this one is not.
    import(&world.b.admin, coaches(1)).await.expect(200);
    app.clock.advance(TimeDelta::days(1));
    let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
    admin.post("/v1/invitations", three).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn two_imports_of_a_table_at_once_invite_everybody_once(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let table = coaches(20);
    let tries = (0..4).map(|_| {
        let (admin, table) = (world.a.admin.clone(), table.clone());
        tokio::spawn(async move { items(&import(&admin, table).await.expect(200)) })
    });
    let mut invited = 0;
    for attempt in tries.collect::<Vec<_>>() {
        invited += attempt.await.unwrap().iter().filter(|(.., outcome)| outcome == "invited").count();
    }
    assert_eq!((invited, mailbox.receive(&app).await.len()), (20, 20));
}

#[apply(both_databases)]
#[tokio::test]
async fn an_import_takes_as_many_statements_for_400_rows_as_for_1(db: Db) {
    let (_app, world, _mailbox) = with_mail(db).await;
    let mut counts = Vec::new();
    for rows in [1, 400] {
        let name = id().to_string();
        statement_log::keep(&name);
        import(&world.a.admin.with("x-request-id", &name), coaches(rows)).await.expect(200);
        counts.push(statement_log::take(&name));
    }
    // Who calls, lock, known addresses, invitations, jobs, event; on PostgreSQL also the settings of the transaction.
    assert!(counts[0].len() >= 6 && counts[0].len() <= 7, "{:#?}", counts[0]);
    assert_eq!(counts[1].len(), counts[0].len(), "{counts:#?}");
}
