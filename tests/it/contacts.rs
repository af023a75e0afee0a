//! `…/contact-previews` and `…/persons/batch`: the address book of a telephone, and the persons selected from it.

use crate::support::{App, Db, World, both_databases, count};
use rstest_reuse::apply;
use serde_json::{Value, json};

fn previews(world: &World) -> String {
    format!("/v1/clients/{}/contact-previews", world.a.client_id)
}

fn batch(world: &World) -> String {
    format!("/v1/clients/{}/persons/batch", world.a.client_id)
}

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna de Vries\r\nTEL;TYPE=WORK:020 1234567\r\n\
    TEL;TYPE=CELL:06-12345678\r\nEMAIL:Anna@Example.nl\r\nBDAY:1950-01-01\r\nNOTE:geheime notitie\r\n\
    ADR:;;Dorpsstraat 1;Utrecht;;;\r\nPHOTO;ENCODING=b:Z2VoZWltZSBmb3Rv\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Smit;Zo=C3=AB;;;\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nTEL:tel:+31205555555\r\nEND:VCARD\r\n";

#[apply(both_databases)]
#[tokio::test]
async fn an_address_book_is_previewed_selected_from_and_stored(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let persons = format!("/v1/clients/{}/persons", world.a.client_id);
    let zoe = client.post(&persons, json!({ "alias": "zoe smit" })).await.expect(201);
    let bob = client.post(&persons, json!({ "alias": "Bob", "phone": "+31 6 1234 5678" })).await.expect(201);
    let before = count(&app.raw, "person").await;
    let shown =
        client.with("accept-language", "en").post_file(&previews(&world), "text/vcard", CARDS).await.expect(200);
    assert_eq!(shown.header("content-language"), "en");
    let anna = json!({
        "alias": "Anna de Vries", "phone": "06-12345678", "email": "Anna@Example.nl", "otherPhones": ["020 1234567"],
        "otherEmails": [], "relationship": null, "duplicateOf": bob.id(), "problems": [],
    });
    let items = shown["items"].as_array().unwrap();
    assert_eq!(items[0], anna);
    assert_eq!((&items[1]["alias"], &items[1]["duplicateOf"]), (&json!("Zoë Smit"), &json!(zoe.id())));
    assert_eq!(items[2]["alias"], Value::Null);
    assert_eq!(
        (&items[2]["problems"][0]["pointer"], &items[2]["problems"][0]["code"]),
        (&json!("/alias"), &json!("required"))
    );
    assert_eq!(items[2]["problems"][0]["detail"], "Must be given.");
    let long = format!("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{}\r\nEND:VCARD\r\n", "x".repeat(201));
    let english = client.with("accept-language", "en");
    let shown_long = english.post_file(&previews(&world), "text/vcard", long).await.expect(200);
    assert_eq!(shown_long["items"][0]["problems"][0]["detail"], "At most 200 characters.");
    for secret in ["geheime", "1950", "Dorpsstraat", "Z2Vo"] {
        assert!(!shown.text().contains(secret), "{secret}");
    }
    assert_eq!(count(&app.raw, "person").await, before, "a preview stores nothing");

    let chosen = json!({ "persons": [
        { "alias": items[0]["alias"], "phone": items[0]["phone"], "email": items[0]["email"], "relationship": "friend" },
        { "alias": "Huisarts", "phone": items[2]["phone"] },
    ] });
    let keyed = client.with("idempotency-key", "kies");
    let created = keyed.post(&batch(&world), chosen.clone()).await.expect(201);
    assert_eq!(created.header("location"), persons);
    let all = client.all(&persons).await;
    let mut made = created["items"].as_array().unwrap().clone();
    made.iter_mut().for_each(|person| person["mapIds"] = json!([]));
    assert_eq!(made[..], all[2..]);
    assert_eq!((&all[2]["alias"], &all[3]["phone"]), (&json!("Anna de Vries"), &json!("+31205555555")));
    assert_eq!(keyed.post(&batch(&world), chosen).await.expect(201).json(), created.json());
    keyed
        .post(&batch(&world), json!({ "persons": [{ "alias": "Piet" }] }))
        .await
        .problem(422, "idempotency-key-reused");
    assert_eq!(client.all(&persons).await.len(), 4);
    // The second time they are known by their number and their address.
    let again = client.post_file(&previews(&world), "text/vcard", CARDS).await.expect(200);
    assert_eq!(again["items"][2]["duplicateOf"], all[3]["id"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_table_of_contacts_is_read_in_its_encoding(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (coach, path) = (&world.a.coach, previews(&world));
    let windows = b"\"Voornaam\";\"Achternaam\";\"Mobiele telefoon\"\r\n\"Zo\xEB\";\"Smit\";\"06 1\"\r\n".to_vec();
    for (media_type, file) in [
        ("text/csv", windows.clone()),
        ("text/csv; charset=windows-1252", windows),
        ("text/csv", "First Name,Last Name,Mobile Phone\nZoë,Smit,06 1\n".into()),
        (
            "Text/X-vCard; charset=\"iso-8859-1\"",
            b"BEGIN:VCARD\nVERSION:2.1\nN:Smit;Zo\xEB\nTEL;CELL:06 1\nEND:VCARD\n".to_vec(),
        ),
    ] {
        let shown = coach.post_file(&path, media_type, file).await.expect(200);
        assert_eq!((&shown["items"][0]["alias"], &shown["items"][0]["phone"]), (&json!("Zoë Smit"), &json!("06 1")));
    }
    let quoted = coach.post_file(&path, "text/csv", "Voornaam;Achternaam\nAnna;\"Smit\nBram;Smit\n").await;
    let problem = quoted.problem(400, "invalid-request");
    let error = &problem["errors"][0];
    assert_eq!(
        (&error["row"], &error["column"], &error["code"]),
        (&json!(2), &json!("Achternaam"), &json!("unclosed-quote"))
    );
    let cards = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n";
    for (media_type, file, code) in [
        ("text/vcard", "hallo".to_owned(), "no-contacts"),
        ("text/csv", "key;alias\n1;Anna\n".to_owned(), "no-contacts"),
        ("text/vcard", cards.repeat(2001), "too-many"),
    ] {
        let refused = coach.post_file(&path, media_type, file).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), [format!(" {code}")]);
    }
    for media_type in ["application/json", "text/plain", "text/vcard; charset=boe"] {
        coach.post_file(&path, media_type, cards).await.problem(415, "unsupported-media-type");
    }
    // As with photos.
    let photo = format!("BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nPHOTO:{}\nEND:VCARD\n", "x".repeat(1024 * 1024));
    assert_eq!(coach.post_file(&path, "text/vcard", photo).await.expect(200)["items"][0]["alias"], "Anna");
    let large = "x".repeat(2 * 1024 * 1024 + 1);
    coach.post_file(&path, "text/vcard", large).await.problem(413, "payload-too-large");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_and_the_assigned_coach_preview_contacts(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let before = count(&app.raw, "person").await;
    let persons = json!({ "persons": [{ "alias": "Anna" }] });
    let anonymous = app.anonymous();
    anonymous.post_file(&previews(&world), "text/vcard", CARDS).await.problem(401, "not-authenticated");
    anonymous.post(&batch(&world), persons.clone()).await.problem(401, "not-authenticated");
    let (a, b) = (&world.a, &world.b);
    for stranger in [&a.other_coach, &a.other_client, &b.coach, &b.client] {
        stranger.post_file(&previews(&world), "text/vcard", CARDS).await.problem(404, "not-found");
        stranger.post(&batch(&world), persons.clone()).await.problem(404, "not-found");
    }
    a.admin.post_file(&previews(&world), "text/vcard", CARDS).await.problem(403, "forbidden");
    a.admin.post(&batch(&world), persons).await.problem(403, "forbidden");
    assert_eq!(count(&app.raw, "person").await, before);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_batch_is_stored_completely_or_not_at_all(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (coach, before) = (&world.a.coach, count(&app.raw, "person").await);
    let wrong = json!({ "persons": [{ "alias": "Anna" }, { "alias": 5, "phone": 6 }, { "email": "x@example.nl" }] });
    let refused = coach.post(&batch(&world), wrong).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/persons/1/alias type", "/persons/1/phone type", "/persons/2/alias required"]);
    let many = |many: usize| json!({ "persons": vec![json!({ "alias": "Anna" }); many] });
    let refused = coach.post(&batch(&world), many(201)).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/persons too-many"]);
    let refused = coach.post(&batch(&world), many(0)).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/persons too-few"]);
    assert_eq!(count(&app.raw, "person").await, before);
    let created = coach.post(&batch(&world), many(200)).await.expect(201);
    assert_eq!(created["items"].as_array().unwrap().len(), 200);
    assert_eq!(count(&app.raw, "person").await, before + 200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_coach_does_not_learn_of_persons_on_private_maps(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, coach) = (&world.a.client, &world.a.coach);
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let map = client.post(&maps, json!({ "theme": "geheim", "private": true })).await.expect(201);
    let body = json!({ "person": { "alias": "Anna de Vries" } });
    let placed = client.post(&format!("{}/supporters", map.location()), body).await.expect(201);
    let seen = client.post_file(&previews(&world), "text/vcard", CARDS).await.expect(200);
    assert_eq!(seen["items"][0]["duplicateOf"], placed["personId"]);
    let unseen = coach.post_file(&previews(&world), "text/vcard", CARDS).await.expect(200);
    assert_eq!(unseen["items"][0]["duplicateOf"], Value::Null);
}
