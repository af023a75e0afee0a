//! How texts are normalized, whichever way they come in.

use crate::support::{App, Db, World, both_databases};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};

/// Characters that show nothing, by themselves or in a row.
const INVISIBLE: [&str; 12] = [
    "\u{200B}",
    "\u{2060}",
    "\u{200C}\u{200D}",
    "\u{AD}",
    "\u{FE0F}",
    "\u{E0020}\u{E007F}",
    "\u{3164}",
    "\u{FFA0}",
    "\u{2800}",
    "\u{180E}\u{34F}",
    "\u{301}",
    "\u{202E}\u{2066}",
];

/// Every path that takes a name, with a body that has this one, and its pointer.
fn names(world: &World, name: &str) -> Vec<(Method, String, Value, &'static str)> {
    let a = &world.a;
    let label = json!([{ "code": "zingeving", "labels": { "nl": name, "en": "Meaning" } }]);
    let content =
        json!({ "persons": [{ "alias": name }], "supporters": [], "ties": [], "needs": [], "agreements": [] });
    vec![
        (Method::POST, "/v1/clients".into(), json!({ "name": name }), "/name"),
        (Method::PATCH, format!("/v1/clients/{}", a.client_id), json!({ "name": name }), "/name"),
        (Method::PATCH, "/v1/organisation".into(), json!({ "name": name }), "/name"),
        (Method::PATCH, "/v1/me".into(), json!({ "name": name }), "/name"),
        (Method::POST, format!("/v1/clients/{}/persons", a.client_id), json!({ "alias": name }), "/alias"),
        (Method::PATCH, format!("/v1/persons/{}", a.open.person), json!({ "alias": name }), "/alias"),
        (Method::POST, format!("/v1/clients/{}/maps", a.client_id), json!({ "theme": name }), "/theme"),
        (
            Method::POST,
            format!("/v1/maps/{}/supporters", a.open.map),
            json!({ "person": { "alias": name } }),
            "/person/alias",
        ),
        (Method::PUT, format!("/v1/maps/{}/content", a.open.map), content, "/persons/0/alias"),
        (Method::POST, format!("/v1/maps/{}/agreements", a.open.map), json!({ "text": name }), "/text"),
        (Method::PUT, "/v1/vocabulary".into(), json!({ "supportTypes": label }), "/supportTypes/0/labels/nl"),
    ]
}

#[apply(both_databases)]
#[tokio::test]
async fn an_invisible_name_is_blank(db: Db) {
    let (_app, world) = App::with_world(db).await;
    for text in INVISIBLE {
        for (method, path, body, pointer) in names(&world, text) {
            let actor =
                if path.contains("/maps") || path.contains("person") { &world.a.client } else { &world.a.admin };
            let said = format!("{method} {path} {}", text.escape_unicode());
            let refused = actor.with("if-match", "*").send(method, &path, Some(body)).await;
            let errors = refused.problem(400, "invalid-request").errors();
            assert!(errors.contains(&format!("{pointer} blank")), "{said}: {errors:?}");
            assert!(
                errors.iter().all(|error| error.starts_with(pointer) == error.ends_with(" blank")),
                "{said}: {errors:?}"
            );
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_name_is_normalized_to_one_line(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let persons = format!("/v1/clients/{}/persons", world.a.client_id);
    for (typed, kept) in [
        (" Zoe\u{308} ", "Zoë"),
        ("Anna\tde  Wit", "Anna de  Wit"),
        ("\u{FEFF}Anna", "Anna"),
        ("Anna \u{202E}tiW ed", "Anna tiW ed"),
        ("می\u{200C}نا", "می\u{200C}نا"),
        ("👩🏾\u{200D}🦱 Bep", "👩🏾\u{200D}🦱 Bep"),
        ("❤\u{FE0F}", "❤\u{FE0F}"),
    ] {
        let body = json!({ "alias": typed, "phone": "\u{202D}06 12345678\u{202C}" });
        let created = world.a.client.post(&persons, body).await.expect(201);
        assert_eq!(created["alias"], kept);
        assert_eq!(created["phone"], "06 12345678");
        assert_eq!(world.a.client.get(&created.location()).await.expect(200).json(), created.json());
    }
    for typed in ["Anna\nde Wit", "Anna\r\n", "Anna\u{2028}de Wit", "An\u{7}na", "An\u{85}na"] {
        let refused = world.a.client.post(&persons, json!({ "alias": typed })).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/alias format"], "{typed:?}");
    }
    let composed_is_longer = json!({ "alias": "\u{958}".repeat(101) });
    let refused = world.a.client.post(&persons, composed_is_longer).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/alias too-long"]);
    let both =
        world.a.client.post(&persons, json!({ "alias": "\u{7}".repeat(201) })).await.problem(400, "invalid-request");
    assert_eq!(both.errors(), ["/alias blank", "/alias too-long"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn every_line_break_is_stored_as_a_line_feed(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    let (typed, kept) =
        ("regel een\r\nregel twee\rregel drie\u{2028}\tvier\n", "regel een\nregel twee\nregel drie\n\tvier\n");
    let text = json!({ "text": typed });
    for (actor, path) in [
        (&a.client, format!("/v1/maps/{}/agreements", a.open.map)),
        (&a.client, format!("/v1/maps/{}/reflections", a.open.map)),
        (&a.coach, format!("/v1/clients/{}/coach-notes", a.client_id)),
    ] {
        let created = actor.post(&path, text.clone()).await.expect(201);
        assert_eq!(created["text"], kept, "{path}");
        let changed = actor.patch(&created.location(), "*", json!({ "text": "a\r\nb" })).await.expect(200);
        assert_eq!(changed["text"], "a\nb", "{path}");
        let refused = actor.post(&path, json!({ "text": "a\u{B}b" })).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/text format"]);
    }
    let placed = json!({ "person": { "alias": "Anna", "note": typed } });
    let supporter = a.client.post(&format!("/v1/maps/{}/supporters", a.open.map), placed).await.expect(201);
    let person = a.client.get(&format!("/v1/persons/{}", supporter["personId"].as_str().unwrap())).await.expect(200);
    assert_eq!(person["note"], kept);
}

#[apply(both_databases)]
#[tokio::test]
async fn cells_of_a_table_are_normalized_like_other_texts(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let path = format!("/v1/maps/{}/import", world.a.open.map);
    let table = "key;alias;note\r\n1; Zoe\u{308} ;\"regel een\r\nregel twee\"\r\n2;Bram;kort\r\n";
    let shown = world.a.coach.post(&path, json!({ "persons": table })).await.expect(200);
    let persons = shown["persons"].as_array().unwrap();
    let zoe = persons.iter().find(|person| person["alias"] == "Zoë").unwrap();
    assert_eq!(zoe["note"], "regel een\nregel twee");
    let table = "key;alias;phone\n1;\u{200B};06\n2;Anna;\u{3164}\n3;An\u{7}na;06\n";
    let refused = world.a.coach.post(&path, json!({ "persons": table })).await.problem(400, "invalid-request");
    let errors: Vec<_> = refused["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (e["row"].clone(), e["column"].clone(), e["code"].clone()))
        .collect();
    let expected = [(2, "alias", "blank"), (3, "phone", "blank"), (4, "alias", "format")];
    assert_eq!(errors, expected.map(|(row, column, code)| (json!(row), json!(column), json!(code))));
}
