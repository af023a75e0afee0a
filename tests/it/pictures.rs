//! The picture of a card and of a map in progress: forms, headers, languages.

use crate::support::{Answer, App, Client, Db, World, both_databases};
use rstest_reuse::apply;
use serde_json::json;

const FORMS: [(&str, &str, &[u8]); 3] = [
    ("svg", "image/svg+xml", b"<svg"),
    ("png", "image/png", b"\x89PNG\r\n\x1a\n"),
    ("pdf", "application/pdf", b"%PDF-"),
];

fn card(world: &World) -> String {
    format!("/v1/cards/{}", world.a.open.card)
}

fn preview(world: &World) -> String {
    format!("/v1/maps/{}/card", world.a.open.map)
}

/// The `Vary` of cross-origin responses.
#[track_caller]
fn varies(answer: &Answer) {
    assert!(answer.header("vary").starts_with("Accept, Accept-Language"), "{}", answer.header("vary"));
}

#[track_caller]
fn is_picture(answer: &Answer, media_type: &str, magic: &[u8]) {
    assert_eq!(answer.header("content-type"), media_type);
    varies(answer);
    let start = answer.bytes.iter().take(200).copied().collect::<Vec<_>>();
    assert!(start.windows(magic.len()).any(|bytes| bytes == magic), "{:?}", String::from_utf8_lossy(&start));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_card_is_drawn_in_the_requested_format(db: Db) {
    let (_app, world) = App::with_world(db).await;
    for (path, name) in [(card(&world), "mlm-kaart-1"), (preview(&world), "mlm-kaart")] {
        for (format, media_type, magic) in FORMS {
            let by_accept = world.a.coach.with("accept", media_type).get(&path).await.expect(200);
            let by_format = world.a.client.with("accept", "text/html").get(&format!("{path}?format={format}")).await;
            is_picture(&by_accept, media_type, magic);
            is_picture(&by_format.expect(200), media_type, magic);
            let file = format!("inline; filename=\"{name}.{format}\"");
            assert_eq!(by_accept.header("content-disposition"), file);
            assert_eq!(by_accept.header("content-language"), "nl");
            assert_eq!(by_accept.header("cache-control"), "no-store");
        }
    }
    let json = world.a.coach.get(&card(&world)).await.expect(200);
    assert_eq!(json.header("content-type"), "application/json");
    varies(&json);
    let json = world.a.coach.with("accept", "image/png;q=0.5, application/json").get(&card(&world)).await.expect(200);
    assert_eq!(json["number"], 1);
    let default = world.a.coach.get(&preview(&world)).await.expect(200);
    is_picture(&default, "image/svg+xml", b"<svg");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_preview_is_the_map_as_it_is_now(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let before = world.a.coach.get(&preview(&world)).await.expect(200);
    assert!(before.text().contains("Anna"));
    let person = format!("/v1/persons/{}", world.a.open.person);
    world.a.client.patch(&person, "*", json!({ "alias": "Annemarie" })).await.expect(200);
    let after = world.a.coach.with("if-none-match", &before.etag()).get(&preview(&world)).await.expect(200);
    assert!(after.text().contains("Annemarie"));
    assert_ne!(after.etag(), before.etag());
    assert!(!world.a.coach.get(&format!("{}?format=svg", card(&world))).await.expect(200).text().contains("Annemarie"));
}

#[apply(both_databases)]
#[tokio::test]
async fn an_unavailable_format_is_406_and_an_unknown_one_400(db: Db) {
    let (app, world) = App::with_world(db).await;
    let coach = &world.a.coach;
    for (path, accept) in
        [(card(&world), "text/html"), (card(&world), "*/*;q=0"), (preview(&world), "application/json")]
    {
        let refused = coach.with("accept", accept).get(&path).await.problem(406, "not-acceptable");
        varies(&refused);
    }
    let refused =
        coach.get(&format!("{}?format=gif&sheet=a3&size=5&include=tension,names&name=yes", card(&world))).await;
    let refused = refused.problem(400, "invalid-request");
    assert_eq!(
        refused.errors(),
        ["/format enum", "/include enum", "/name type", "/sheet enum", "/size unknown-member"]
    );
    assert_eq!(refused.json()["errors"][0]["in"], "query");
    coach.get(&format!("{}?format=json", preview(&world))).await.problem(400, "invalid-request");
    for path in [card(&world), preview(&world)] {
        app.anonymous().with("accept", "image/png").get(&path).await.problem(401, "not-authenticated");
        world.a.other_coach.with("accept", "image/png").get(&path).await.problem(404, "not-found");
    }
}

/// The entity tag of a picture, after checking that it gives a 304.
async fn tag(by: &Client, path: &str) -> String {
    let answer = by.get(path).await.expect(200);
    let tag = answer.etag();
    let known = by.with("if-none-match", &tag).get(path).await.expect(304);
    assert!(known.bytes.is_empty());
    assert_eq!(known.etag(), tag);
    varies(&known);
    tag
}

#[apply(both_databases)]
#[tokio::test]
async fn the_entity_tag_depends_on_format_sheet_and_language(db: Db) {
    let (_app, world) = App::with_world(db).await;
    for path in [card(&world), preview(&world)] {
        let mut tags = Vec::new();
        for language in ["nl", "en"] {
            for query in [
                "format=svg",
                "format=svg&sheet=a4",
                "format=svg&sheet=wallet",
                "format=png&sheet=wallet",
                "format=svg&sheet=phone",
                "format=svg&sheet=a4&include=tension",
                "format=svg&sheet=a4&include=tension,refusals",
                "format=svg&sheet=a4&name=true",
                "format=pdf",
            ] {
                tags.push(tag(&world.a.coach.with("accept-language", language), &format!("{path}?{query}")).await);
            }
        }
        if path.contains("cards") {
            tags.push(tag(&world.a.coach, &path).await);
        }
        let count = tags.len();
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), count);
        // A4 is what a PDF is drawn on, a screen what the others are.
        assert_eq!(
            tag(&world.a.coach, &format!("{path}?format=pdf")).await,
            tag(&world.a.coach, &format!("{path}?format=pdf&sheet=a4")).await
        );
        assert_eq!(
            tag(&world.a.coach, &format!("{path}?format=png")).await,
            tag(&world.a.coach, &format!("{path}?format=png&sheet=screen")).await
        );
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_picture_is_reproducible_and_in_the_requested_language(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let path = format!("{}?format=svg", card(&world));
    let dutch = world.a.coach.with("accept-language", "nl").get(&path).await.expect(200);
    let english = world.a.coach.with("accept-language", "en").get(&path).await.expect(200);
    assert_eq!((dutch.header("content-language"), english.header("content-language")), ("nl", "en"));
    assert_ne!(dutch.bytes, english.bytes);
    assert_eq!(world.a.client.with("accept-language", "nl").get(&path).await.bytes, dutch.bytes);
}

#[apply(both_databases)]
#[tokio::test]
async fn burdens_and_the_clients_name_are_printed_only_on_request(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let coach = world.a.coach.with("accept-language", "nl");
    let supporters = format!("/v1/maps/{}/supporters", world.a.open.map);
    let bram = json!({ "person": { "alias": "Bram" }, "closeness": "inner", "tension": 3, "burden": 2 });
    let id = coach.post(&supporters, bram).await.expect(201).id();
    let client = coach.get(&format!("/v1/clients/{}", world.a.client_id)).await.expect(200);
    let name = client["preferredName"].as_str().or(client["name"].as_str()).unwrap().to_owned();
    let paper = async |query: &str| {
        let path = format!("{}?format=svg&sheet=a4{query}", preview(&world));
        coach.get(&path).await.expect(200).text()
    };
    let plain = paper("").await;
    assert!(plain.contains(&format!("data-supporter-id=\"{id}\"")));
    assert!(!plain.contains("Spanning") && !plain.contains("Belasting") && !plain.contains(&format!(">{name}<")));
    let tension = paper("&include=tension").await;
    assert!(tension.contains("Spanning: 3/4") && !tension.contains("Belasting"));
    assert!(paper("&include=burden,tension").await.contains("Belasting: 2/4"));
    assert!(paper("&name=true").await.contains(&format!(">{name}<")));
    let card = format!("{}?format=svg&sheet=phone&name=true", card(&world));
    assert!(world.a.client.get(&card).await.expect(200).text().contains(&format!(">{name}<")));
    world.a.other_coach.get(&card).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_picture_cannot_run_scripts(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let name = "</text><script>alert(1)</script>";
    let person = format!("/v1/persons/{}", world.a.open.person);
    world.a.client.patch(&person, "*", json!({ "alias": name })).await.expect(200);
    let answer = world.a.coach.get(&preview(&world)).await.expect(200);
    let policy = answer.header("content-security-policy");
    for directive in ["default-src 'none'", "style-src 'unsafe-inline'", "font-src data:", "sandbox"] {
        assert!(policy.contains(directive), "{policy}");
    }
    assert!(!policy.contains("script") && !policy.contains("allow-"), "{policy}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert!(!answer.text().contains("<script"), "{}", answer.text());
    assert!(!answer.header("content-disposition").contains("script"));
}

#[tokio::test]
async fn a_picture_takes_no_more_statements_than_the_card() {
    let app = App::behind_proxy(std::time::Duration::ZERO).await;
    let world = World::seed(&app).await;
    let proxy = app.proxy.clone().unwrap();
    // Two of them write the line of the access log.
    for (path, most) in [(format!("{}?format=pdf", card(&world)), 6), (preview(&world), 7)] {
        proxy.reset();
        world.a.coach.get(&path).await.expect(200);
        assert!(proxy.statements().len() <= most, "{path}: {:#?}", proxy.statements());
    }
}
