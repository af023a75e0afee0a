//! Only administrators set a client's identity: no other user claims a number, name or date of birth.

use crate::support::{App, Db, both_databases};
use rstest_reuse::apply;
use serde_json::{Value, json};

const NUMBERS: &str = "https://ecd.example.nl/nummer";

fn person(name: &str, born: Option<&str>, numbers: &[&str]) -> Value {
    let numbers: Vec<_> = numbers.iter().map(|value| json!({ "system": NUMBERS, "value": value })).collect();
    json!({ "name": name, "dateOfBirth": born, "externalIdentifiers": numbers })
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_cannot_claim_the_number_of_a_later_client(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let own = format!("/v1/clients/{}", world.a.client_id);
    let before = world.a.admin.get(&own).await.expect(200);
    let claim = json!({ "externalIdentifiers": [{ "system": NUMBERS, "value": "999999990" }] });
    for actor in [&world.a.client, &world.a.coach] {
        let refused = actor.patch(&own, "*", claim.clone()).await.problem(403, "forbidden");
        assert_eq!(refused.errors(), ["/externalIdentifiers forbidden"]);
    }
    assert_eq!(world.a.admin.get(&own).await.expect(200).json(), before.json());
    let victim = person("Victim Vermeer", Some("1960-02-02"), &["999999990"]);
    let created = world.a.admin.post("/v1/clients?ifExists=return", victim).await.expect(201);
    world.a.client.get(&created.location()).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_an_administrator_learns_from_a_number_who_is_a_client(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let own = format!("/v1/clients/{}", world.a.client_id);
    world.a.admin.post("/v1/clients", person("Zoë", None, &["taken"])).await.expect(201);
    let claim = |number: &str| json!({ "externalIdentifiers": [{ "system": NUMBERS, "value": number }] });
    for actor in [&world.a.client, &world.a.coach] {
        let mut answers = Vec::new();
        for number in ["taken", "free"] {
            let mut answer = actor.patch(&own, "*", claim(number)).await.problem(403, "forbidden").json();
            answer["requestId"] = Value::Null;
            answers.push(answer);
        }
        assert_eq!(answers[0], answers[1]);
    }
    world.a.admin.patch(&own, "*", claim("taken")).await.problem(409, "external-identifier-taken");
}

#[apply(both_databases)]
#[tokio::test]
async fn client_coach_and_administrator_may_change_the_preferred_name(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    let own = format!("/v1/clients/{}", a.client_id);
    assert_eq!(a.client.get(&own).await.expect(200)["preferredName"], Value::Null);
    for (actor, name) in [(&a.client, "Sas"), (&a.coach, "Sassie"), (&a.admin, "Sás")] {
        let changed = actor.patch(&own, "*", json!({ "preferredName": name })).await.expect(200);
        assert_eq!((&changed["preferredName"], &changed["name"]), (&json!(name), &json!("Saskia de Wit")));
    }
    for actor in [&a.client, &a.coach] {
        let all = json!({ "preferredName": "X", "name": "Y", "dateOfBirth": null, "externalIdentifiers": [] });
        let refused = actor.patch(&own, "*", all).await.problem(403, "forbidden");
        let expected = ["/dateOfBirth forbidden", "/externalIdentifiers forbidden", "/name forbidden"];
        assert_eq!(refused.errors(), expected);
    }
    a.other_client.patch(&own, "*", json!({ "name": "X" })).await.problem(404, "not-found");
    a.other_coach.patch(&own, "*", json!({ "name": "X" })).await.problem(404, "not-found");
    assert_eq!(a.admin.get(&own).await.expect(200)["preferredName"], "Sás");
    assert_eq!(a.coach.get("/v1/caseload").await.expect(200)["items"][0]["preferredName"], "Sás");
    let listed = a.admin.all("/v1/clients").await;
    let named = listed.iter().find(|client| client["id"] == a.client_id.to_string()).unwrap();
    assert_eq!(named["preferredName"], "Sás");
    assert_eq!(a.client.get(&format!("{own}/export")).await.expect(200)["client"]["preferredName"], "Sás");
    for (term, hits) in [("sas", 1), ("wit", 1), ("wit sas", 1)] {
        let found = a.admin.post("/v1/clients/search", json!({ "name": term })).await.expect(200);
        assert_eq!(found["items"].as_array().unwrap().len(), hits, "{term}");
    }
    let none = a.client.patch(&own, "*", json!({ "preferredName": null })).await.expect(200);
    assert_eq!(none["preferredName"], Value::Null);
    let found = a.admin.post("/v1/clients/search", json!({ "name": "sas" })).await.expect(200);
    assert_eq!(found["items"].as_array().unwrap().len(), 1, "by the legal name");
    let created = a.admin.post("/v1/clients", json!({ "name": "Ibrahim", "preferredName": "Bram" })).await.expect(201);
    assert_eq!(created["preferredName"], "Bram");
}

#[apply(both_databases)]
#[case(person("Zoë van Dijk", Some("1974-05-03"), &["1"]), 200)]
#[case(person("ZOE  VAN DIJK", Some("1974-05-03"), &["1"]), 200)]
#[case(person("Zoë van Dijk", None, &["1"]), 200)]
#[case(person("Zoë van Dijk", Some("1974-05-03"), &["1", "unknown"]), 200)]
#[case(person("Victim Vermeer", Some("1974-05-03"), &["1"]), 409)]
#[case(person("Zoë van Dijk", Some("1960-02-02"), &["1"]), 409)]
#[case(person("Zoë van Dijk", Some("1974-05-03"), &["1", "2"]), 409)]
#[tokio::test]
async fn a_conditional_create_returns_an_existing_client_only_if_it_matches(
    db: Db,
    #[case] again: Value,
    #[case] status: u16,
) {
    let (_app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let first = admin.post("/v1/clients", person("Zoë van Dijk", Some("1974-05-03"), &["1"])).await.expect(201);
    admin.post("/v1/clients", person("Somebody else", None, &["2"])).await.expect(201);
    let answer = admin.post("/v1/clients?ifExists=return", again).await.expect(status);
    if status == 200 {
        assert_eq!(answer.json(), first.json());
    } else {
        let told = answer.problem(409, "client-differs").text();
        assert!(!told.contains(&first.id()) && !told.contains("1974"), "{told}");
    }
    assert_eq!(admin.all("/v1/clients").await.len(), 5, "three of the world and two");
}

#[apply(both_databases)]
#[tokio::test]
async fn of_fifty_concurrent_conditional_creates_one_creates_and_the_others_find_it(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let all = (0..50).map(|_| {
        let admin = world.a.admin.clone();
        tokio::spawn(async move { admin.post("/v1/clients?ifExists=return", person("Zoë", None, &["1"])).await })
    });
    let (mut statuses, mut ids) = (Vec::new(), std::collections::BTreeSet::new());
    for one in all.collect::<Vec<_>>() {
        let answer = one.await.unwrap();
        statuses.push(answer.status.as_u16());
        ids.insert(answer.id());
    }
    statuses.sort_unstable();
    assert_eq!((statuses[..49].to_vec(), statuses[49]), (vec![200; 49], 201));
    assert_eq!(ids.len(), 1);
}
