//! Cards that the owner of the database changed, or values of cards that they moved: whatever reads them fails.

use crate::cards::{make, map};
use crate::support::{App, Db, both_databases, id};
use persistence::contract::Value;
use rstest_reuse::apply;
use serde_json::json;
use uuid::Uuid;

/// An attack by a database owner: disables the guard, changes one row, and enables the guard again.
async fn tamper(app: &App, table: &str, change: &str, values: &[Value]) {
    let (off, on) = match app.db {
        Db::Sqlite => {
            let sql = format!("select sql from sqlite_master where name = 'never_updated_{table}'");
            let trigger = app.raw.column::<String>(&sql).await.unwrap().remove(0);
            (format!("drop trigger never_updated_{table}"), trigger)
        }
        Db::Postgres => (
            format!("alter table {table} disable trigger never_updated"),
            format!("alter table {table} enable trigger never_updated"),
        ),
    };
    app.raw.run(&off).await.unwrap();
    let changed = app.raw.query(&format!("update {table} set {change} returning 1"), values).await.unwrap();
    assert_eq!(changed.len(), 1, "{change}");
    app.raw.run(&on).await.unwrap();
}

/// A row with an encrypted value: a card, or a person on a card.
#[derive(Clone, Copy, Debug)]
enum Row {
    Card(Uuid),
    Person([Uuid; 2]),
}

impl Row {
    fn place(self) -> (&'static str, &'static str, Vec<Value>) {
        match self {
            Self::Card(card) => ("card", "id = $1", vec![card.into()]),
            Self::Person(ids) => ("card_person", "card_id = $1 and person_id = $2", ids.map(Into::into).to_vec()),
        }
    }

    async fn sealed(self, app: &App) -> Vec<u8> {
        let (table, this, ids) = self.place();
        let rows = app.raw.query(&format!("select sealed from {table} where {this}"), &ids).await.unwrap();
        rows[0].get("sealed").unwrap()
    }

    async fn put(self, app: &App, sealed: Vec<u8>) {
        let (table, this, mut values) = self.place();
        values.push(sealed.into());
        tamper(app, table, &format!("sealed = ${} where {this}", values.len()), &values).await;
    }
}

/// The id of the person of this name in the map of a card.
fn person(card: &serde_json::Value, alias: &str) -> Uuid {
    let persons = card["map"]["persons"].as_array().unwrap();
    persons.iter().find(|person| person["alias"] == alias).unwrap()["id"].as_str().unwrap().parse().unwrap()
}

/// Not even a holder of the keys changes a card: the hash and the digests prove what it was.
#[apply(both_databases)]
#[tokio::test]
async fn a_card_that_was_tampered_with_is_detected(
    db: Db,
    #[values("content", "hash", "profile", "salt", "added")] what: &str,
) {
    let (app, world) = App::with_world(db).await;
    let card = make(&world.a.client, &map(&world, false).await).await;
    world.a.client.get(&card.location()).await.expect(200);
    let key = app.key_of(world.a.id, world.a.client_id).await;
    let this: Uuid = card.id().parse().unwrap();
    let ids = [this, person(&card.json(), "Anna")];
    let says = key.open("card_person", ids, &Row::Person(ids).sealed(&app).await).unwrap();
    let resealed = |ids: [Uuid; 2], says: &str| key.seal("card_person", ids, says).unwrap();
    match what {
        "content" => {
            let content = key.open("card", this, &Row::Card(this).sealed(&app).await).unwrap();
            let other = key.seal("card", this, &content.replace("dementie", "rouw")).unwrap();
            Row::Card(this).put(&app, other).await;
        }
        "hash" => tamper(&app, "card", "content_hash = $1 where id = $2", &[vec![0_u8; 32].into(), this.into()]).await,
        "profile" => Row::Person(ids).put(&app, resealed(ids, &says.replace("Anna", "Anne"))).await,
        "salt" => {
            let mut says: serde_json::Value = serde_json::from_str(&says).unwrap();
            says["salt"] = json!("0".repeat(64));
            Row::Person(ids).put(&app, resealed(ids, &says.to_string())).await;
        }
        "added" => {
            let stranger = [this, id()];
            let sql = "insert into card_person (organisation_id, client_id, card_id, person_id, sealed)
                values ($1, $2, $3, $4, $5)";
            let [card, added] = stranger.map(Value::from);
            let sealed = resealed(stranger, &says).into();
            let values = [world.a.id.into(), world.a.client_id.into(), card, added, sealed];
            app.raw.query(sql, &values).await.unwrap();
        }
        other => panic!("{other}"),
    }
    let answer = world.a.client.get(&card.location()).await.problem(500, "internal");
    assert!(!answer.text().contains("Anna") && !answer.text().contains("hash"));
    world.a.client.get(&format!("{}?format=svg", card.location())).await.problem(500, "internal");
    // The other cards are as they were.
    world.a.client.get(&format!("/v1/cards/{}", world.a.open.card)).await.expect(200);
}

/// The values of a card and of a person on it, replaced by those of other cards, persons and clients, and by changed ones.
#[apply(both_databases)]
#[tokio::test]
async fn what_a_card_says_is_readable_in_its_own_row_only(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (client, a, b) = (&world.a.client, &world.a.open, &world.b.open);
    let map = map(&world, false).await;
    let [card, second] = [make(client, &map).await, make(client, &map).await];
    let [this, other]: [Uuid; 2] = [&card, &second].map(|card| card.id().parse().unwrap());
    let [anna, buurman] = ["Anna", "Buurman"].map(|alias| person(&card.json(), alias));
    let cards = (Row::Card(this), vec![Row::Card(other), Row::Card(a.card), Row::Card(b.card)]);
    let persons = [[this, buurman], [other, anna], [a.card, a.person], [b.card, b.person]].map(Row::Person);
    for (row, others) in [cards, (Row::Person([this, anna]), persons.to_vec())] {
        let own = row.sealed(&app).await;
        let mut wrong = vec![Vec::new(), own[..own.len() - 1].to_vec()];
        for other in others {
            wrong.push(other.sealed(&app).await);
        }
        for sealed in wrong {
            row.put(&app, sealed).await;
            let path = card.location();
            for path in [&path, &format!("{path}?format=svg"), &format!("{}/differences/{this}", second.location())] {
                let text = client.get(path).await.problem(500, "internal").text();
                assert!(!text.contains("Anna") && !text.contains("dementie"), "{text}");
            }
        }
        row.put(&app, own).await;
        assert_eq!(client.get(&card.location()).await.expect(200).json(), card.json());
    }
}
