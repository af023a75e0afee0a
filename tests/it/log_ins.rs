//! `/v1/clients/{clientId}/logins` and `…/login-confirmations`: an administrator who gives a client another log-in cannot
//! read what is private with it.

use crate::support::operations::Operation;
use crate::support::{Actor, Answer, App, Client, Db, Ids, World, both_databases, count};
use domain::log_ins::confirm_as_operator;
use domain::{ClientId, OrganisationId};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};

const PASSWORD: &str = "een lange zin is sterk";

/// Invites this address as the client's log-in, accepts as its holder, and logs in.
async fn linked(app: &App, world: &World, by: &Actor, client: impl ToString, email: &str) -> (Client, Answer) {
    let body = json!({ "email": email, "clientId": client.to_string() });
    let invited = by.post("/v1/invitations", body).await.expect(201);
    let body = json!({ "secret": invited["secret"], "name": "Nieuw", "password": PASSWORD });
    let accepted = app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
    let user = accepted["userId"].as_str().unwrap().parse().unwrap();
    (app.log_in(user, Some(world.a.id)).await, accepted)
}

async fn unlink(world: &World, by: &Actor) {
    let members = by.all("/v1/members").await;
    let member = members.iter().find(|member| member["clientId"] == world.a.client_id.to_string()).unwrap();
    by.delete(&format!("/v1/members/{}", member["id"].as_str().unwrap()), "*").await.expect(204);
}

/// Another log-in for the client of the world, by its only administrator.
async fn relinked(app: &App, world: &World) -> Client {
    unlink(world, &world.a.admin).await;
    let (client, accepted) = linked(app, world, &world.a.admin, world.a.client_id, "mijn+x@elders.test").await;
    assert_eq!(accepted["confirmationCode"], Value::Null, "only with the first");
    client
}

fn confirmations(world: &World) -> String {
    format!("/v1/clients/{}/login-confirmations", world.a.client_id)
}

#[apply(both_databases)]
#[tokio::test]
async fn private_data_is_hidden_from_a_new_log_in_until_it_is_confirmed(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let private = format!("/v1/maps/{}", a.private.map);
    // The client reads it, so it is in the cache from here on.
    a.client.get(&private).await.expect(200);
    let second = relinked(&app, &world).await;
    let ids = Ids::of(a, &a.private);
    let on_map = ["mapId", "supporterId", "tieId", "agreementId", "reflectionId", "cardId"];
    for operation in Operation::all().iter().filter(|one| one.parameter().is_some_and(|name| on_map.contains(&name))) {
        let answer = operation.call(&second, &ids, &ids).await;
        assert_eq!(answer.status, 404, "{}: {}", operation.id, answer.text());
    }
    for known in [&format!("/v1/persons/{}", a.private.person), &format!("{private}/events")] {
        second.get(known).await.problem(404, "not-found");
    }
    second.get(&format!("/v1/maps/{}", a.open.map)).await.expect(200);
    let client = format!("/v1/clients/{}", a.client_id);
    let helpers = format!("{client}/helpers?supportType=emotional");
    second.get(&format!("{helpers}&mapId={}", a.private.map)).await.problem(404, "not-found");
    for part in ["helpers?supportType=emotional", "maps", "overview", "persons", "export"] {
        let place = format!("{client}/{part}");
        let told = second.get(&place).await.expect(200).text();
        for hidden in [a.private.map, a.private.person, a.private.supporter, a.private.card] {
            assert!(!told.contains(&hidden.to_string()), "{place}");
        }
    }
    let whole = second.get(&format!("{client}/export")).await.expect(200).json();
    assert_eq!(whole["maps"].as_array().unwrap().len(), 1);
    assert!(whole["maps"][0]["private"] == false && whole["cards"].as_array().unwrap().iter().all(|c| c["map"] == 1));
    let confirmed = confirm_as_operator(&app.ports().await, OrganisationId(a.id), ClientId(a.client_id)).await;
    assert!(confirmed.unwrap());
    second.get(&private).await.expect(200);
    let whole = second.get(&format!("{client}/export")).await.expect(200).json();
    assert_eq!(whole["maps"].as_array().unwrap().len(), 2);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_unconfirmed_log_in_does_not_act_for_the_client(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let second = relinked(&app, &world).await;
    let map = format!("/v1/maps/{}", a.open.map);
    let refused = |answer: Answer| drop(answer.problem(403, "log-in-unconfirmed"));
    refused(second.post(&format!("{map}/cards"), json!({})).await);
    refused(second.post(&format!("{map}/reflections"), json!({ "text": "Niet van mij" })).await);
    refused(second.patch(&format!("/v1/reflections/{}", a.open.reflection), "*", json!({ "text": "x" })).await);
    refused(second.delete(&format!("/v1/reflections/{}", a.open.reflection), "*").await);
    refused(second.patch(&map, "*", json!({ "private": true })).await);
    let new = json!({ "theme": "geheim", "private": true });
    refused(second.post(&format!("/v1/clients/{}/maps", a.client_id), new).await);
    second.delete(&map, "*").await.problem(409, "map-has-cards");
    a.coach.get(&map).await.expect(200);
    // What a coach may do as well.
    let anna = json!({ "person": { "alias": "Zus" } });
    second.post(&format!("{map}/supporters"), anna.clone()).await.expect(201);
    second.post(&format!("/v1/maps/{}/supporters", a.private.map), anna).await.problem(404, "not-found");
    second.patch(&map, "*", json!({ "theme": "dementie" })).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_client_confirms_with_the_code_of_the_first_log_in(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, lone) = (&world.a, world.a.lone_client_id);
    let (first, accepted) = linked(&app, &world, &a.admin, lone, "fatima@elders.test").await;
    let code = accepted["confirmationCode"].as_str().unwrap().to_owned();
    // The inviter saw its secret.
    let ports = app.ports().await;
    assert!(confirm_as_operator(&ports, OrganisationId(a.id), ClientId(lone)).await.unwrap());
    let maps = format!("/v1/clients/{lone}/maps");
    let private = first.post(&maps, json!({ "theme": "geheim", "private": true })).await.expect(201).location();
    let own = first.get(&format!("/v1/clients/{lone}")).await.expect(200);
    assert_eq!(own["loginConfirmed"], true);
    let member = accepted["memberId"].as_str().unwrap();
    a.admin.delete(&format!("/v1/members/{member}"), "*").await.expect(204);
    let (second, accepted) = linked(&app, &world, &a.admin, lone, "mijn+x@elders.test").await;
    assert_eq!(accepted["confirmationCode"], Value::Null);
    second.get(&private).await.problem(404, "not-found");
    assert_eq!(second.get(&format!("/v1/clients/{lone}")).await.expect(200)["loginConfirmed"], false);
    let confirm = format!("/v1/clients/{lone}/login-confirmations");
    let none = second.post(&confirm, json!({})).await.problem(400, "invalid-request");
    assert_eq!(none.errors(), ["/code required"]);
    for wrong in ["AAAAA-AAAAA-AAAAA-AAAAA", &code[..code.len() - 1], &format!("{code}0"), "-"] {
        let refused = second.post(&confirm, json!({ "code": wrong })).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/code wrong-code"]);
        second.get(&private).await.problem(404, "not-found");
    }
    // A wrong code is counted and changes nothing.
    let events = "event where action = 'ConfirmLogIn'";
    assert_eq!(count(&app.raw, events).await, 0);
    let typed = format!(" {} ", code.to_lowercase().replace('-', " "));
    let confirmed = second.post(&confirm, json!({ "code": typed })).await.expect(200);
    assert_eq!(count(&app.raw, events).await, 1);
    assert_eq!((&confirmed["confirmation"], &confirmed["user"]["id"]), (&json!("code"), &accepted["userId"]));
    assert!(confirmed["confirmedAt"].is_string() && !confirmed.text().contains(&code));
    second.get(&private).await.expect(200);
    second.post(&confirm, json!({})).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn guesses_at_a_code_are_limited(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, lone) = (&world.a, world.a.lone_client_id);
    let (_, accepted) = linked(&app, &world, &a.admin, lone, "fatima@elders.test").await;
    a.admin.delete(&format!("/v1/members/{}", accepted["memberId"].as_str().unwrap()), "*").await.expect(204);
    let (second, _) = linked(&app, &world, &a.admin, lone, "mijn+x@elders.test").await;
    let confirm = format!("/v1/clients/{lone}/login-confirmations");
    let tries = (0..14).map(|_| {
        let (second, confirm) = (second.clone(), confirm.clone());
        tokio::spawn(async move { second.post(&confirm, json!({ "code": "AAAAA" })).await.status.as_u16() })
    });
    let mut statuses = Vec::new();
    for one in tries.collect::<Vec<_>>() {
        statuses.push(one.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![400; 10], vec![409; 4]].concat());
    let right = json!({ "code": accepted["confirmationCode"] });
    second.post(&confirm, right).await.problem(409, "code-closed");
    a.admin
        .patch(&format!("/v1/members/{}", a.coach.member.unwrap()), "*", json!({ "roles": ["admin"] }))
        .await
        .expect(200);
    a.coach.post(&confirm, json!({})).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn another_administrator_than_the_inviter_confirms(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let second = relinked(&app, &world).await;
    let confirm = confirmations(&world);
    app.anonymous().post(&confirm, json!({})).await.problem(401, "not-authenticated");
    a.admin.post(&confirm, json!({})).await.problem(409, "confirmed-by-inviter");
    let forged = a.admin.post(&confirm, json!({ "code": "AAAAA" })).await.problem(403, "forbidden");
    assert_eq!(forged.errors(), ["/code forbidden"]);
    for coach in [&a.coach, &a.other_coach] {
        coach.post(&confirm, json!({})).await.problem(403, "forbidden");
    }
    for stranger in [&a.other_client, &world.b.admin, &world.operator] {
        stranger.post(&confirm, json!({})).await.problem(404, "not-found");
    }
    a.admin.post(&confirm, json!({ "by": "me" })).await.problem(400, "invalid-request");
    let lone = format!("/v1/clients/{}/login-confirmations", a.lone_client_id);
    a.admin.post(&lone, json!({})).await.problem(409, "client-has-no-log-in");
    let member = format!("/v1/members/{}", a.other_coach.member.unwrap());
    a.admin.patch(&member, "*", json!({ "roles": ["admin", "coach"] })).await.expect(200);
    let private = format!("/v1/maps/{}", a.private.map);
    second.get(&private).await.problem(404, "not-found");
    let keyed = a.other_coach.with("idempotency-key", "one");
    let confirmed = keyed.post(&confirm, json!({})).await.expect(200);
    assert_eq!(keyed.post(&confirm, json!({})).await.expect(200).bytes, confirmed.bytes);
    assert_eq!(confirmed["confirmation"], "administrator");
    assert_eq!(confirmed["confirmedBy"], json!({ "id": a.other_coach.user, "name": "other-coach" }));
    second.get(&private).await.expect(200);
    // The next log-in starts unconfirmed, whatever was confirmed before.
    unlink(&world, &a.admin).await;
    second.get(&private).await.problem(403, "no-organisation");
    let (third, _) = linked(&app, &world, &a.admin, a.client_id, "mijn+y@elders.test").await;
    third.get(&private).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_client_sees_every_log_in_and_every_assignment_of_the_record(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let member = format!("/v1/members/{}", a.other_coach.member.unwrap());
    a.admin.patch(&member, "*", json!({ "roles": ["admin", "coach"] })).await.expect(200);
    let assignments = format!("/v1/clients/{}/assignments", a.client_id);
    let body = json!({ "coachId": a.other_coach.user, "basis": "Zelf toegewezen" });
    let own = a.other_coach.post(&assignments, body).await.expect(201);
    assert_eq!(own["assignedBy"], json!({ "id": a.other_coach.user, "name": "other-coach" }));
    a.other_coach.get(&format!("/v1/maps/{}", a.private.map)).await.problem(404, "not-found");
    let seen = a.client.all(&assignments).await;
    assert_eq!(seen.len(), 2);
    assert!(seen.contains(&own.json()));
    assert_eq!(a.client.get(&own.location()).await.expect(200).json(), own.json());
    a.client.patch(&own.location(), "*", json!({ "basis": "x" })).await.problem(403, "forbidden");
    a.other_client.get(&assignments).await.problem(404, "not-found");
    a.other_client.get(&own.location()).await.problem(404, "not-found");

    let second = relinked(&app, &world).await;
    let log_ins = format!("/v1/clients/{}/logins", a.client_id);
    let seen = second.all(&log_ins).await;
    assert_eq!(seen.len(), 2);
    let of = |user: &Value| seen.iter().find(|one| one["user"]["id"] == *user).unwrap();
    let before = of(&json!(a.client.user));
    assert!(before["unlinkedAt"].is_string());
    assert_eq!(before["unlinkedBy"], json!({ "id": a.admin.user, "name": "admin" }));
    let now = seen.iter().find(|one| one["unlinkedAt"].is_null()).unwrap();
    assert_eq!(now["linkedBy"], json!({ "id": a.admin.user, "name": "admin" }));
    assert!(now["confirmedAt"].is_null());
    assert!(seen.iter().all(|one| one["email"].is_null()), "not for a log-in nobody confirmed");
    let to_admin = a.admin.all(&log_ins).await;
    assert!(to_admin.iter().any(|one| one["email"] == "client@a.test"));
    a.coach.get(&log_ins).await.problem(403, "forbidden");
    for stranger in [&a.other_client, &world.b.admin] {
        stranger.get(&log_ins).await.problem(404, "not-found");
    }
    app.anonymous().get(&log_ins).await.problem(401, "not-authenticated");
    // The client comes back, confirmed by the second administrator: the record tells of all three.
    unlink(&world, &a.admin).await;
    let (third, _) = linked(&app, &world, &a.admin, a.client_id, "saskia@elders.test").await;
    a.other_coach.post(&confirmations(&world), json!({})).await.expect(200);
    let seen = third.all(&log_ins).await;
    assert_eq!(seen.len(), 3);
    assert!(seen.iter().any(|one| one["email"] == "mijn+x@elders.test"));
    third.send(Method::GET, &format!("{log_ins}?limit=2"), None).await.expect(200);
}
