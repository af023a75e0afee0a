//! `/v1/cards/{cardId}/differences/{otherCardId}`: what changed, as data and as sentences.

use crate::support::{Answer, App, Client, Db, World, both_databases, id};
use rstest_reuse::apply;
use serde_json::{Value, json};
use uuid::Uuid;

pub(crate) struct People {
    pub(crate) anna: Uuid,
    pub(crate) bram: Uuid,
    pub(crate) carla: Uuid,
    pub(crate) daan: Uuid,
}

/// Saves a map of the client and creates a card of it.
pub(crate) async fn card(
    world: &World,
    people: &People,
    supporters: Value,
    ties: &[[usize; 2]],
    needs: Value,
) -> Answer {
    let client = &world.a.client;
    let map = client.post(&format!("/v1/clients/{}/maps", world.a.client_id), json!({ "theme": "dementie" })).await;
    let map = map.expect(201);
    let mut supporters = supporters;
    let ids: Vec<_> = supporters.as_array().unwrap().iter().map(|_| id()).collect();
    for (supporter, id) in supporters.as_array_mut().unwrap().iter_mut().zip(&ids) {
        supporter["id"] = json!(id);
    }
    let ties: Vec<_> =
        ties.iter().map(|[one, other]| json!({ "id": id(), "supporterIds": [ids[*one], ids[*other]] })).collect();
    let names = [(people.anna, "Anna"), (people.bram, "Bram"), (people.carla, "Carla"), (people.daan, "Daan")];
    let persons: Vec<_> = names.iter().map(|(id, alias)| json!({ "id": id, "alias": alias })).collect();
    let content = json!({ "persons": persons, "supporters": supporters, "ties": ties, "needs": needs });
    client.put(&format!("{}/content", map.location()), &map.etag(), content).await.expect(200);
    client.post(&format!("{}/cards", map.location()), json!({})).await.expect(201)
}

/// Two cards, of two maps, of the same people.
pub(crate) async fn two(world: &World) -> (People, Answer, Answer) {
    let people = People { anna: id(), bram: id(), carla: id(), daan: id() };
    let People { anna, bram, carla, daan } = people;
    let support = |code: &str, availability: &str| json!({ "supportType": code, "direction": "received", "availability": availability });
    let needs = |practical: i16| json!([{ "supportType": "practical", "level": practical }]);
    let before = json!([
        { "personId": anna, "closeness": "middle", "tension": 1, "supports": [support("practical", "could-ask")] },
        { "personId": bram, "closeness": "outer" },
        { "personId": carla },
    ]);
    let first = card(world, &people, before, &[[0, 1]], needs(2)).await;
    let after = json!([
        { "personId": anna, "closeness": "inner", "tension": 3, "supports": [support("practical", "would-not-ask"), support("emotional", "could-ask")] },
        { "personId": carla, "closeness": "outer", "burden": 2 },
        { "personId": daan, "closeness": "inner" },
    ]);
    let second = card(world, &people, after, &[[0, 1]], needs(3)).await;
    (people, first, second)
}

pub(crate) fn path(from: &Answer, to: &Answer) -> String {
    format!("/v1/cards/{}/differences/{}", from.id(), to.id())
}

fn sentences(answer: &Answer) -> Vec<String> {
    answer["changes"].as_array().unwrap().iter().map(|change| change["sentence"].as_str().unwrap().to_owned()).collect()
}

/// The changes without their sentences.
fn data(answer: &Answer) -> Vec<Value> {
    let mut changes = answer["changes"].as_array().unwrap().clone();
    changes.iter_mut().for_each(|change| drop(change.as_object_mut().unwrap().remove("sentence")));
    changes
}

async fn reads(by: &Client, path: &str, language: &str) -> Answer {
    let answer = by.with("accept-language", language).get(path).await.expect(200);
    assert_eq!(answer.header("content-language"), language);
    assert!(answer.header("vary").starts_with("Accept-Language"), "{}", answer.header("vary"));
    answer
}

#[apply(both_databases)]
#[tokio::test]
async fn changes_are_given_as_data_and_as_sentences(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (people, first, second) = two(&world).await;
    let People { anna, bram, carla, daan } = people;
    let dutch = reads(&world.a.coach, &path(&first, &second), "nl").await;
    let expected = json!([
        { "kind": "supporter-added", "personId": daan },
        { "kind": "supporter-gone", "personId": bram },
        { "kind": "moved-inward", "personId": anna, "from": "middle", "to": "inner" },
        { "kind": "placed", "personId": carla, "to": "outer" },
        { "kind": "support-gained", "personId": anna, "supportType": "emotional", "direction": "received", "availability": "could-ask" },
        { "kind": "availability-changed", "personId": anna, "supportType": "practical", "from": "could-ask", "to": "would-not-ask" },
        { "kind": "tension-changed", "personId": anna, "from": 1, "to": 3 },
        { "kind": "burden-changed", "personId": carla, "from": null, "to": 2 },
        { "kind": "tie-gained", "personIds": [anna, carla] },
        { "kind": "need-changed", "supportType": "practical", "from": 2, "to": 3 },
        { "kind": "type-uncovered", "supportType": "practical" },
    ]);
    assert_eq!(json!(data(&dutch)), expected);
    assert_eq!(
        sentences(&dutch),
        [
            "Daan is erbij gekomen.",
            "Bram staat er niet meer bij.",
            "Anna is dichterbij komen staan: van de middelste ring naar de binnenste ring.",
            "Carla heeft een plek gekregen in de buitenste ring.",
            "Anna is er nu ook voor luisteren, hart luchten.",
            "Beschikbaarheid van Anna voor praktische hulp: eerst “zou ik kunnen vragen”, nu “zou ik niet vragen”.",
            "De spanning met Anna is toegenomen.",
            "De belasting van Carla is nu ingevuld.",
            "Anna en Carla kennen elkaar nu.",
            "De behoefte is toegenomen: praktische hulp.",
            "Er is niemand meer voor praktische hulp.",
        ]
    );
    assert_eq!(dutch["turnover"], json!({ "kept": 2, "added": 1, "lost": 1, "proportion": 0.5 }));
    assert_eq!((&dutch["fromCardId"], &dutch["toCardId"]), (&first["id"], &second["id"]));

    let english = reads(&world.a.client, &path(&first, &second), "en").await;
    assert_eq!(data(&english), data(&dutch));
    let said = sentences(&english);
    assert_eq!(said[2], "Anna has moved closer: from the middle ring to the inner ring.");
    assert_eq!(said[10], "There is nobody left for practical help.");
    assert!(said.iter().all(|sentence| sentence.ends_with('.') && !sentence.contains(['{', '$'])), "{said:#?}");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_reverse_comparison_is_the_opposite_and_a_card_equals_itself(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (people, first, second) = two(&world).await;
    let back = reads(&world.a.client, &path(&second, &first), "nl").await;
    let kinds: Vec<_> = data(&back).iter().map(|change| change["kind"].as_str().unwrap().to_owned()).collect();
    assert_eq!(
        kinds,
        [
            "supporter-added",
            "supporter-gone",
            "moved-outward",
            "unplaced",
            "support-lost",
            "availability-changed",
            "tension-changed",
            "burden-changed",
            "tie-lost",
            "need-changed",
            "type-covered"
        ]
    );
    assert_eq!(data(&back)[0]["personId"], people.bram.to_string());
    assert_eq!(sentences(&back)[6], "De spanning met Anna is afgenomen.");
    assert_eq!(sentences(&back)[7], "De belasting van Carla is niet meer ingevuld.");
    let same = reads(&world.a.client, &path(&first, &first), "nl").await;
    assert_eq!(same["changes"], json!([]));
    assert_eq!(same["turnover"], json!({ "kept": 3, "added": 0, "lost": 0, "proportion": 0.0 }));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_redacted_person_is_anonymous_in_a_comparison(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (people, first, second) = two(&world).await;
    let redact = "delete from card_person where person_id = $1";
    app.raw.query(redact, &[people.anna.into()]).await.unwrap();
    let answer = reads(&world.a.client, &path(&first, &second), "nl").await;
    assert!(!answer.text().contains("Anna"));
    assert!(
        sentences(&answer).contains(&"De spanning met iemand is toegenomen.".to_owned()),
        "{:#?}",
        sentences(&answer)
    );
}

#[apply(both_databases)]
#[tokio::test]
async fn the_caller_must_be_allowed_to_read_both_cards(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let of = |one: Uuid, other: Uuid| format!("/v1/cards/{one}/differences/{other}");
    let own = of(a.open.card, a.open.other_card);
    assert_eq!(a.coach.get(&own).await.expect(200)["changes"][0]["kind"], "supporter-gone");
    app.anonymous().get(&own).await.problem(401, "not-authenticated");
    for stranger in [&a.admin, &a.other_coach, &a.other_client, &b.client, &b.coach, &world.operator] {
        stranger.get(&own).await.problem(404, "not-found");
    }
    for (one, other) in [(a.open.card, a.private.card), (a.private.card, a.open.card)] {
        a.client.get(&of(one, other)).await.expect(200);
        a.coach.get(&of(one, other)).await.problem(404, "not-found");
    }
    for (one, other) in [(a.open.card, b.open.card), (b.open.card, a.open.card), (a.open.card, id()), (id(), id())] {
        a.client.get(&of(one, other)).await.problem(404, "not-found");
    }
    let refused = a.client.get("/v1/cards/1/differences/2").await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/cardId format", "/otherCardId format"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn cards_of_two_clients_are_never_compared(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    let assignments = format!("/v1/clients/{}/assignments", a.other_client_id);
    let body = json!({ "coachId": a.coach.user, "basis": "Overdracht" });
    a.admin.post(&assignments, body).await.expect(201);
    let map = a.coach.post(&format!("/v1/clients/{}/maps", a.other_client_id), json!({ "theme": "rouw" })).await;
    let other = a.coach.post(&format!("{}/cards", map.expect(201).location()), json!({})).await.expect(201);
    a.coach.get(&other.location()).await.expect(200);
    let path = format!("/v1/cards/{}/differences/{}", a.open.card, other.id());
    a.coach.get(&path).await.problem(404, "not-found");
}
