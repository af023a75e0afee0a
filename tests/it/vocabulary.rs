//! `/v1/vocabulary`.

use crate::support::{App, Db, both_databases, id, insert};
use rstest_reuse::apply;
use serde_json::{Value, json};

const PATH: &str = "/v1/vocabulary";

fn own(codes: &[&str]) -> Value {
    let own =
        |code: &&str| json!({ "code": code, "labels": { "nl": format!("{code} nl"), "en": format!("{code} en") } });
    json!({ "supportTypes": codes.iter().map(own).collect::<Vec<_>>() })
}

fn codes(body: &Value) -> Vec<&str> {
    body["supportTypes"].as_array().unwrap().iter().map(|own| own["code"].as_str().unwrap()).collect()
}

#[apply(both_databases)]
#[tokio::test]
async fn every_member_reads_the_vocabulary(db: Db) {
    let (app, world) = App::with_world(db).await;
    app.anonymous().get(PATH).await.problem(401, "not-authenticated");
    for actor in [&world.a.admin, &world.a.coach, &world.a.client] {
        let words = actor.get(PATH).await.expect(200);
        assert_eq!(
            words["relationships"][0],
            json!({ "code": "partner", "labels": { "nl": "Partner", "en": "Partner" } })
        );
        assert_eq!(codes(&words.json()), ["emotional", "practical", "informational", "companionship", "appraisal"]);
        assert_eq!(words["roles"].as_array().unwrap().len(), 3);
        let scales =
            ["needLevels", "tensions", "burdens", "tieStrengths"].map(|scale| words[scale].as_array().unwrap().len());
        assert_eq!(scales, [4, 5, 5, 5]);
        let much = json!({ "grade": 3, "labels": { "nl": "Hard nodig", "en": "Much needed" } });
        assert_eq!(words["needLevels"][3], much);
    }
    let admin = &world.a.admin;
    let etag = admin.get(PATH).await.etag();
    admin.with("If-None-Match", &etag).get(PATH).await.expect(304);
}

#[apply(both_databases)]
#[tokio::test]
async fn every_step_has_its_questions(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let words = world.a.client.get(PATH).await.expect(200);
    let steps = words["steps"].as_array().unwrap();
    let codes: Vec<_> = steps.iter().map(|step| step["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["who", "closeness", "support", "situation", "card"]);
    let prompts = steps[0]["prompts"].as_array().unwrap();
    let asked: Vec<_> = prompts.iter().map(|prompt| &prompt["lifeDomain"]).collect();
    let domains = words["lifeDomains"].as_array().unwrap().iter().map(|domain| &domain["code"]);
    assert_eq!(
        asked,
        domains.chain([&Value::Null]).collect::<Vec<_>>(),
        "one for each part of life, and who was forgotten"
    );
    let texts = json!({ "nl": "Wie kent u in uw buurt?", "en": "Whom do you know in your neighbourhood?" });
    assert_eq!(prompts[3], json!({ "lifeDomain": "neighbourhood", "texts": texts }));
    assert!(steps.iter().all(|step| !step["prompts"].as_array().unwrap().is_empty()));
}

#[apply(both_databases)]
#[tokio::test]
async fn an_administrator_replaces_the_organisations_support_types(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let etag = admin.get(PATH).await.etag();
    for actor in [&world.a.coach, &world.a.client] {
        actor.put(PATH, &etag, own(&["faith"])).await.problem(403, "forbidden");
    }
    let put = admin.put(PATH, &etag, own(&["faith", "pets"])).await.expect(200);
    assert_eq!(codes(&put.json())[5..], ["faith", "pets"]);
    assert_eq!(admin.get(PATH).await.json(), put.json());
    admin.put(PATH, &etag, own(&[])).await.problem(412, "stale");
    let put = admin.put(PATH, &put.etag(), own(&["pets", "money"])).await.expect(200);
    assert_eq!(codes(&put.json())[5..], ["pets", "money"]);
    assert_eq!(codes(&world.b.admin.get(PATH).await.json()).len(), 5);
    let put = admin.put(PATH, &put.etag(), own(&[])).await.expect(200);
    assert_eq!(codes(&put.json()).len(), 5);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_code_must_be_free_and_well_formed(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let refused = world.a.admin.put(PATH, "*", own(&["practical", "pets", "pets"])).await;
    let errors = refused.problem(400, "invalid-request").errors();
    assert_eq!(errors, ["/supportTypes/0/code duplicate", "/supportTypes/2/code duplicate"]);
    let refused = world.a.admin.put(PATH, "*", own(&["Pets!"])).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/supportTypes/0/code format"]);
    let many: Vec<String> = (0..21).map(|n| format!("own-{n}")).collect();
    let refused = world.a.admin.put(PATH, "*", own(&many.iter().map(String::as_str).collect::<Vec<_>>())).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/supportTypes too-many"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_support_type_in_use_cannot_be_removed(db: Db) {
    let (app, world) = App::with_world(db).await;
    world.a.admin.put(PATH, "*", own(&["faith", "pets"])).await.expect(200);
    let map = id();
    let (organisation, at) = (world.a.id, domain::ports::Clock::now(&app.clock));
    let row = vec![
        ("organisation_id", organisation.into()),
        ("id", map.into()),
        ("client_id", world.a.client_id.into()),
        ("sealed", vec![0_u8].into()),
        ("private", false.into()),
        ("version", 1_i64.into()),
        ("created_at", at.into()),
        ("updated_at", at.into()),
    ];
    insert(&app.raw, "map", row).await.unwrap();
    let row = vec![
        ("organisation_id", organisation.into()),
        ("map_id", map.into()),
        ("support_type", "pets".into()),
        ("level", 2_i16.into()),
    ];
    insert(&app.raw, "need", row).await.unwrap();
    world.a.admin.put(PATH, "*", own(&["faith"])).await.problem(409, "support-type-in-use");
    let kept = world.a.admin.put(PATH, "*", own(&["pets"])).await.expect(200);
    assert_eq!(codes(&kept.json())[5..], ["pets"]);
}
