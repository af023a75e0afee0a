//! Ids of other organisations and clients, wherever a request takes one: attacks from the advisories of Vaultwarden (CVE-2026-27898), OpenEMR
//! (CVE-2026-25744, -25745, -25930, -27943, -34055) and Zitadel (CVE-2026-55670).

use crate::isolation::comparable;
use crate::support::operations::Operation;
use crate::support::{Actor, Answer, App, Client, Content, Db, Ids, Organisation, World, both_databases, id};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Everything of an organisation that its own users can read, by operation: bodies and tags.
async fn everything(of: &Organisation) -> BTreeMap<String, (String, Vec<u8>)> {
    let mut all = BTreeMap::new();
    // Streams do not end, an export has its timestamp (other reads cover its content), and reading adds to the access log.
    let apart = ["exportClient", "listAccessLog", "listAuditEvents"];
    let is_apart = |operation: &Operation| operation.is_stream() || apart.contains(&operation.id.as_str());
    let reads = |operation: &Operation| operation.method == Method::GET && !is_apart(operation);
    for (kind, content) in [("open", &of.open), ("private", &of.private)] {
        let ids = Ids::of(of, content);
        for operation in Operation::all().into_iter().filter(reads) {
            for by in [&of.admin, &of.coach, &of.client] {
                let answer = operation.call(by, &ids, &ids).await;
                if answer.status == 200 {
                    all.insert(format!("{} {kind}", operation.id), (answer.header("etag").to_owned(), answer.bytes));
                    break;
                }
            }
        }
    }
    assert!(all.len() > 60, "most of it is not read: {:?}", all.keys());
    all
}

/// Fails unless an organisation's own users read the same as before.
async fn unchanged(of: &Organisation, before: &BTreeMap<String, (String, Vec<u8>)>) {
    let after = everything(of).await;
    let changed = before.iter().filter(|(name, read)| after.get(*name) != Some(*read));
    let changed: Vec<_> = changed.map(|(name, _)| name).collect();
    assert!(changed.is_empty() && after.len() == before.len(), "{changed:?}");
}

/// Users who may not read data of `client_id` in A.
fn strangers(world: &World) -> [(&'static str, &Actor); 5] {
    let (a, b) = (&world.a, &world.b);
    [
        ("admin of B", &b.admin),
        ("coach of B", &b.coach),
        ("client of B", &b.client),
        ("other coach", &a.other_coach),
        ("other client", &a.other_client),
    ]
}

/// The tag of what an operation changes, read by an authorized user.
async fn right_tag(of: &Organisation, operation: &Operation, ids: &Ids) -> Option<String> {
    let path = operation.path.trim_end_matches("/content");
    let path = operation
        .parameters()
        .fold(path.to_owned(), |path, name| path.replace(&format!("{{{name}}}"), &ids.get(name).to_string()));
    for by in [&of.admin, &of.coach, &of.client] {
        let answer = by.get(&path).await;
        if answer.status == 200 && answer.headers.contains_key("etag") {
            return Some(answer.etag());
        }
    }
    None
}

#[apply(both_databases)]
#[tokio::test]
async fn no_entity_tag_allows_a_change_of_foreign_data(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let before = everything(&world.a).await;
    let ids = Ids::of(&world.a, &world.a.open);
    let (mut with_tag, mut by_role) = (0, Vec::new());
    for operation in Operation::all() {
        if !operation.is_conditional() || operation.parameter().is_none() {
            continue;
        }
        let right = right_tag(&world.a, &operation, &ids).await;
        with_tag += usize::from(right.is_some());
        let mut not_found = false;
        for (who, by) in strangers(&world) {
            for tag in right.as_deref().into_iter().chain(["\"999\"", "W/\"1\"", "*"]) {
                let known = operation.call_seeing(by, &ids, &ids, tag).await;
                let unknown = operation.call_seeing(by, &ids.unknown(), &ids, tag).await;
                assert_eq!(comparable(&known), comparable(&unknown), "{} by {who} with {tag}", operation.id);
                assert!([403, 404].contains(&known.status.as_u16()), "{} by {who}: {}", operation.id, known.text());
                not_found |= known.status == 404;
            }
        }
        if !not_found {
            by_role.push(operation.id);
        }
    }
    assert_eq!(by_role, ["purgeOrganisation", "updateOrganisation"], "refused by role alone, never by the id");
    assert!(with_tag >= 12, "only {with_tag} operations with the right tag");
    unchanged(&world.a, &before).await;
}

/// A map of the attacker's own with one person on it and an agreement.
struct Own {
    map: String,
    supporter: String,
    agreement: String,
}

async fn own_map(by: &Client, client: Uuid) -> Own {
    let map = by.post(&format!("/v1/clients/{client}/maps"), json!({ "theme": "rouw" })).await.expect(201).location();
    let person = json!({ "person": { "alias": "Eigen" } });
    let supporter = by.post(&format!("{map}/supporters"), person).await.expect(201).id();
    let agreement = by.post(&format!("{map}/agreements"), json!({ "text": "Bellen" })).await.expect(201).location();
    Own { map, supporter, agreement }
}

/// Requests on the attacker's own map whose bodies name this person and supporter.
fn naming(own: &Own, person: Uuid, supporter: Uuid) -> Vec<(Method, String, Value)> {
    let Own { map, supporter: mine, agreement } = own;
    let content = |part: Value| {
        let mut content = json!({ "supporters": [], "ties": [], "needs": [] });
        content.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
        (Method::PUT, format!("{map}/content"), content)
    };
    let new = || id().to_string();
    vec![
        (Method::POST, format!("{map}/supporters"), json!({ "personId": person })),
        (Method::POST, format!("{map}/ties"), json!({ "supporterIds": [mine, supporter] })),
        (Method::POST, format!("{map}/agreements"), json!({ "text": "Bellen", "supporterId": supporter })),
        (Method::PATCH, agreement.clone(), json!({ "supporterId": supporter })),
        content(json!({ "supporters": [{ "id": new(), "personId": person }] })),
        content(json!({ "ties": [{ "id": new(), "supporterIds": [mine, supporter] }] })),
        content(json!({ "agreements": [
            { "id": new(), "text": "Bellen", "status": "planned", "supporterId": supporter },
        ] })),
    ]
}

async fn send(by: &Client, (method, path, body): &(Method, String, Value)) -> Answer {
    by.with("if-match", "*").send(method.clone(), path, Some(body.clone())).await
}

#[apply(both_databases)]
#[tokio::test]
async fn a_body_cannot_refer_to_data_of_another_client(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let before = everything(a).await;
    for (who, by, client) in [
        ("client of B", &b.client, b.client_id),
        ("coach of B", &b.coach, b.client_id),
        ("other client", &a.other_client, a.other_client_id),
    ] {
        let own = own_map(by, client).await;
        for theirs in [&a.open, &a.private] {
            let foreign = naming(&own, theirs.unplaced_person, theirs.supporter);
            for (foreign, unknown) in foreign.iter().zip(naming(&own, id(), id())) {
                let answer = send(by, foreign).await.problem(409, "unknown-reference");
                let unknown = send(by, &unknown).await;
                assert_eq!(comparable(&answer), comparable(&unknown), "{} {} by {who}", foreign.0, foreign.1);
            }
        }
        assert_eq!(by.get(&own.map).await.expect(200)["supporters"].as_array().unwrap().len(), 1, "{who}");
        // The same requests accept the caller's own ids.
        let person = by.post(&format!("/v1/clients/{client}/persons"), json!({ "alias": "Nog iemand" })).await;
        let own_ids = (person.expect(201).id().parse().unwrap(), own.supporter.parse().unwrap());
        let requests = naming(&own, own_ids.0, own_ids.1);
        send(by, &requests[0]).await.expect(201);
        send(by, &requests[2]).await.expect(201);
        send(by, &requests[3]).await.expect(200);
        send(by, &requests[4]).await.expect(200);
    }
    unchanged(a, &before).await;
}

/// Contents that reuse these ids for entries of their own.
fn taking(theirs: &Content) -> [(&'static str, Value); 4] {
    let person = |id: Uuid| json!({ "id": id, "alias": "Gekaapt" });
    let (new, other) = (id(), id());
    let placed = json!({ "persons": [person(new)], "supporters": [{ "id": theirs.supporter, "personId": new }] });
    let two = json!({
        "persons": [person(new), person(other)],
        "supporters": [{ "id": id(), "personId": new }, { "id": id(), "personId": other }],
    });
    let mut tied = two;
    let ends = [tied["supporters"][0]["id"].clone(), tied["supporters"][1]["id"].clone()];
    tied["ties"] = json!([{ "id": theirs.tie, "supporterIds": ends }]);
    let agreement = json!({ "id": theirs.agreement, "text": "Gekaapt", "status": "planned" });
    [
        ("person", json!({ "persons": [person(theirs.person)] })),
        ("supporter", placed),
        ("tie", tied),
        ("agreement", json!({ "agreements": [agreement] })),
    ]
}

#[apply(both_databases)]
#[tokio::test]
async fn a_content_with_foreign_ids_changes_nothing_of_their_owner(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let before = everything(a).await;
    // In the same organisation an id is taken; in another it is free.
    for (by, client, status) in [(&a.other_client, a.other_client_id, 409), (&b.client, b.client_id, 200)] {
        for theirs in [&a.open, &a.private] {
            for (what, mut content) in taking(theirs) {
                let map = format!("{}/content", own_map(by, client).await.map);
                for member in ["persons", "supporters", "ties", "needs"] {
                    let _: &mut Value = content.as_object_mut().unwrap().entry(member).or_insert_with(|| json!([]));
                }
                let answer = by.put(&map, "*", content).await;
                assert_eq!(answer.status, status, "{what}: {}", answer.text());
                assert!(!answer.text().contains("Anna") && !answer.text().contains("Buurman"), "{what}");
            }
        }
    }
    let at = "2026-01-01T00:00:00Z";
    let person = json!({ "id": a.open.person, "profile": { "alias": "Gekaapt" }, "createdAt": at, "updatedAt": at });
    let document = json!({
        "format": "omringd-client-1", "exportedAt": at, "supportTypes": [], "persons": [person], "maps": [], "cards": [],
        "client": { "name": "Niemand", "externalIdentifiers": [], "createdAt": at, "updatedAt": at },
    });
    let import = format!("/v1/clients/{}/import", b.other_client_id);
    let refused = b.other_client.post(&import, document).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/persons/0/id unknown-member"]);
    let named = json!({ "name": "Gekaapt", "id": a.client_id });
    assert_eq!(
        b.admin.post("/v1/clients", named).await.problem(400, "invalid-request").errors(),
        ["/id unknown-member"]
    );
    unchanged(a, &before).await;
}

/// Every format in which data of a client is shown, as paths with these ids.
fn forms(client: Uuid, content: &Content) -> Vec<String> {
    let Content { map, card, other_card, supporter, .. } = content;
    let mut all = vec![
        format!("/v1/cards/{card}/differences/{other_card}"),
        format!("/v1/maps/{map}/insights"),
        format!("/v1/maps/{map}/insights/absence/{supporter}"),
        format!("/v1/clients/{client}/helpers?supportType=emotional"),
    ];
    all.push(format!("/v1/cards/{card}"));
    for form in ["svg", "png", "pdf"] {
        let of = [format!("/v1/cards/{card}"), format!("/v1/cards/{card}/picture"), format!("/v1/maps/{map}/card")];
        all.extend(of.map(|path| format!("{path}?format={form}")));
    }
    all.extend(["json", "zip", "graphml"].map(|form| format!("/v1/clients/{client}/export?format={form}")));
    all
}

/// Unknown ids.
fn nothing() -> Content {
    Content {
        map: id(),
        person: id(),
        supporter: id(),
        other_supporter: id(),
        untied_supporter: id(),
        unplaced_person: id(),
        tie: id(),
        agreement: id(),
        reflection: id(),
        card: id(),
        other_card: id(),
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn no_format_shows_anything_to_a_stranger(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    for content in [&a.open, &a.private] {
        for path in forms(a.client_id, content) {
            a.client.get(&path).await.expect(200);
        }
    }
    for (who, by) in strangers(&world) {
        let me = by.get("/v1/me").await.expect(200).json();
        for content in [&a.open, &a.private] {
            for (path, unknown) in forms(a.client_id, content).iter().zip(forms(id(), &nothing())) {
                let refused = by.get(path).await;
                // An admin or a coach may lack the right altogether, whatever the id.
                let by_role = !who.contains("client") && refused.status == 403;
                assert!(refused.status == 404 || by_role, "{path} by {who}: {}", refused.status);
                assert_eq!(refused.header("content-type"), "application/problem+json", "{path}");
                assert_eq!(comparable(&refused), comparable(&by.get(&unknown).await), "{path} by {who}");
            }
        }
        assert_eq!(by.get("/v1/me").await.expect(200).json(), me, "the session of {who} has another organisation");
    }
    // With a card and a map of the caller's own in the same path.
    let (own, theirs) = (&world.b.open, &a.open);
    for path in [
        format!("/v1/cards/{}/differences/{}", own.card, theirs.card),
        format!("/v1/cards/{}/differences/{}", theirs.card, own.card),
        format!("/v1/maps/{}/insights/absence/{}", own.map, theirs.supporter),
    ] {
        for by in [&world.b.client, &world.b.coach] {
            by.get(&path).await.problem(404, "not-found");
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn an_id_deleted_in_one_organisation_can_be_used_in_another(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let document = a.client.get(&format!("/v1/clients/{}/export", a.client_id)).await.expect(200).json();
    app.erase(a, a.client_id).await;
    // An import has new ids only.
    b.other_client.post(&format!("/v1/clients/{}/import", b.other_client_id), document).await.expect(200);
    let persons = b.other_client.all(&format!("/v1/clients/{}/persons", b.other_client_id)).await;
    assert!(persons.len() >= 8, "{persons:?}");
    let old = [a.open.person, a.open.unplaced_person, a.private.person].map(|id| id.to_string());
    assert!(persons.iter().all(|person| !old.iter().any(|id| person["id"] == **id)), "an id came along");
    // And chosen ids: those of a person and a supporter that are deleted in A.
    let own = own_map(&b.coach, b.client_id).await;
    let content = json!({
        "persons": [{ "id": a.open.person, "alias": "Nieuw in B" }], "ties": [], "needs": [],
        "supporters": [{ "id": a.open.supporter, "personId": a.open.person }],
    });
    b.coach.put(&format!("{}/content", own.map), "*", content).await.expect(200);
    let of_b = [
        (format!("/v1/persons/{}", a.open.person), format!("/v1/persons/{}", id())),
        (format!("/v1/supporters/{}", a.open.supporter), format!("/v1/supporters/{}", id())),
        (own.map.clone(), format!("/v1/maps/{}", id())),
        (format!("/v1/persons/{}", persons[0]["id"].as_str().unwrap()), format!("/v1/persons/{}", id())),
    ];
    for (path, unknown) in &of_b {
        for by in [&a.admin, &a.coach, &a.other_coach, &a.other_client] {
            assert_eq!(comparable(&by.get(path).await), comparable(&by.get(unknown).await), "{path}");
            let change = json!({ "alias": "Gekaapt" });
            assert!(by.patch(path, "*", change).await.status.is_client_error(), "{path}");
            assert!(by.delete(path, "*").await.status.is_client_error(), "{path}");
        }
    }
    let person = b.coach.get(&of_b[0].0).await.expect(200);
    assert_eq!(person["alias"], "Nieuw in B");
    assert_eq!(b.coach.get(&own.map).await.expect(200)["supporters"][0]["id"], a.open.supporter.to_string());
    b.other_client.get(&of_b[3].0).await.expect(200);
}
