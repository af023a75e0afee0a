//! Thirty real support networks, entered as thirty clients' maps, step by step and at once, and read back equal.
//!
//! The data lies beside the project and is not part of it: where it is absent the tests say so and pass, and
//! so does `scripts/test.sh`.
//!
//! How the columns are read: `talk` is emotional support, `help` and `money` practical, `advice` informational, `hobby`
//! companionship, all received. `rely` is perceived support, which no built-in type stands for: an own type of the
//! organisation, that could be asked for. `conflict` is tension 2 or 0. `very close` is the inner ring, `close` the
//! middle, any other answer the outer; a blank is unplaced. Of several relationships the first is taken; the note
//! keeps what has no member of its own. `quality` is a tie's strength, where `not at all` is no tie: the two do not
//! know each other.

use crate::support::{App, Client, Db, World, both_databases, id};
use rstest_reuse::apply;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Alter {
    #[serde(rename = "egoID")]
    ego: String,
    #[serde(rename = "alterID")]
    id: String,
    advice: String,
    help: String,
    talk: String,
    money: String,
    hobby: String,
    conflict: String,
    rely: String,
    relationship: String,
    sex: String,
    age: String,
    distance: String,
    years_known: String,
    intensity: String,
}

#[derive(Clone, Debug, Deserialize)]
struct Known {
    #[serde(rename = "egoID")]
    ego: String,
    #[serde(rename = "Source")]
    source: String,
    #[serde(rename = "Target")]
    target: String,
    quality: String,
}

/// One person's network, as read from the files.
#[derive(Debug, Default)]
pub(crate) struct Network {
    alters: Vec<Alter>,
    ties: Vec<Known>,
}

pub(crate) fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/transnat");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("left out: the real networks are not beside this project");
    None
}

pub(crate) fn networks(folder: &Path) -> BTreeMap<String, Network> {
    let mut networks = BTreeMap::<String, Network>::new();
    for alter in csv::Reader::from_path(folder.join("alters.csv")).unwrap().deserialize() {
        let alter: Alter = alter.unwrap();
        networks.entry(alter.ego.clone()).or_default().alters.push(alter);
    }
    for tie in csv::Reader::from_path(folder.join("ties.csv")).unwrap().deserialize() {
        let tie: Known = tie.unwrap();
        networks.get_mut(&tie.ego).unwrap().ties.push(tie);
    }
    networks
}

impl Network {
    /// How many people there are.
    pub(crate) fn size(&self) -> usize {
        self.alters.len()
    }

    /// Each with a key, their data and the answers about them.
    pub(crate) fn people(&self) -> impl Iterator<Item = (&str, Value, Value)> {
        self.alters.iter().map(|alter| {
            let answers =
                json!({ "closeness": alter.closeness(), "tension": alter.tension(), "supports": alter.supports() });
            (alter.id.as_str(), alter.person(), answers)
        })
    }

    /// The ties by keys, with their strengths.
    pub(crate) fn known(&self) -> impl Iterator<Item = (&str, &str, u8)> {
        self.ties.iter().filter_map(|tie| Some((tie.source.as_str(), tie.target.as_str(), tie.strength()?)))
    }
}

/// For what is perceived support of no built-in type.
pub(crate) async fn own_support_type(admin: &Client) {
    let etag = admin.get("/v1/vocabulary").await.expect(200).etag();
    let own = json!({ "supportTypes": [{ "code": "reliance", "labels": { "nl": "Op rekenen", "en": "To rely on" } }] });
    admin.put("/v1/vocabulary", &etag, own).await.expect(200);
}

impl Alter {
    fn person(&self) -> Value {
        let relationship = match self.relationship.split('|').next().unwrap() {
            "" => Value::Null,
            "kin" => json!("other-family"),
            known => json!(known),
        };
        let note = format!(
            "relationship={}; sex={}; age={}; distance={}; yearsKnown={}",
            self.relationship, self.sex, self.age, self.distance, self.years_known
        );
        json!({ "alias": self.id, "relationship": relationship, "note": note })
    }

    fn closeness(&self) -> Value {
        match self.intensity.as_str() {
            "" => Value::Null,
            "very close" => json!("inner"),
            "close" => json!("middle"),
            _ => json!("outer"),
        }
    }

    /// Null when nothing was answered; the types that were answered with yes otherwise.
    fn supports(&self) -> Value {
        let answers = [&self.talk, &self.help, &self.money, &self.advice, &self.hobby, &self.rely];
        if answers.iter().all(|answer| answer.is_empty()) {
            return Value::Null;
        }
        let mut supports = Vec::new();
        let mut add = |code: &str, availability: &str| {
            supports.push(json!({ "supportType": code, "direction": "received", "availability": availability }));
        };
        if self.hobby == "yes" {
            add("companionship", "received-now");
        }
        if self.talk == "yes" {
            add("emotional", "received-now");
        }
        if self.advice == "yes" {
            add("informational", "received-now");
        }
        if self.help == "yes" || self.money == "yes" {
            add("practical", "received-now");
        }
        if self.rely == "yes" {
            add("reliance", "could-ask");
        }
        json!(supports)
    }

    fn tension(&self) -> Value {
        match self.conflict.as_str() {
            "" => Value::Null,
            "yes" => json!(2),
            _ => json!(0),
        }
    }
}

impl Known {
    fn strength(&self) -> Option<u8> {
        match self.quality.as_str() {
            "not at all" => None,
            "loose contact" => Some(1),
            "less than good" => Some(2),
            "good" => Some(3),
            other => panic!("unknown quality {other}"),
        }
    }
}

/// Enters a network step by step, as a coach with a client would; returns the map's path.
async fn enter(coach: &Client, client: &str, network: &Network) -> String {
    let map = coach.post(&format!("/v1/clients/{client}/maps"), json!({ "theme": "emigratie" })).await.expect(201);
    let path = map.location();
    let mut ids = BTreeMap::new();
    // Who, then how close, then for what: three passes.
    for alter in &network.alters {
        let placed = coach.post(&format!("{path}/supporters"), json!({ "person": alter.person() })).await.expect(201);
        ids.insert(alter.id.clone(), (placed.id(), placed.etag()));
    }
    for alter in &network.alters {
        let (id, etag) = ids.get_mut(&alter.id).unwrap();
        let answer = json!({ "closeness": alter.closeness() });
        *etag = coach.patch(&format!("/v1/supporters/{id}"), etag, answer).await.expect(200).etag();
    }
    for alter in &network.alters {
        let (id, etag) = &ids[&alter.id];
        let answer = json!({ "supports": alter.supports(), "tension": alter.tension() });
        coach.patch(&format!("/v1/supporters/{id}"), etag, answer).await.expect(200);
    }
    for tie in &network.ties {
        let Some(strength) = tie.strength() else { continue };
        let between = [&ids[&tie.source].0, &ids[&tie.target].0];
        let body = json!({ "supporterIds": between, "strength": strength });
        coach.post(&format!("{path}/ties"), body).await.expect(201);
    }
    path
}

/// The same network as one content, as a front end that was offline would save it.
fn content(network: &Network) -> Value {
    let ids: BTreeMap<_, _> =
        network.alters.iter().map(|alter| (&alter.id, (id().to_string(), id().to_string()))).collect();
    let with = |mut base: Value, more: Value| {
        base.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        base
    };
    let alters = network.alters.iter();
    let persons = alters.clone().map(|alter| with(alter.person(), json!({ "id": ids[&alter.id].0 })));
    let supporters = alters.map(|alter| {
        let (person, supporter) = &ids[&alter.id];
        json!({ "id": supporter, "personId": person, "closeness": alter.closeness(), "supports": alter.supports(),
            "tension": alter.tension() })
    });
    let ties = network.ties.iter().filter_map(|tie| {
        let between = [&ids[&tie.source].1, &ids[&tie.target].1];
        Some(json!({ "id": id().to_string(), "supporterIds": between, "strength": tie.strength()? }))
    });
    json!({
        "persons": persons.collect::<Vec<_>>(),
        "supporters": supporters.collect::<Vec<_>>(),
        "ties": ties.collect::<Vec<_>>(),
        "needs": [],
    })
}

/// Enters a network in one request; returns the map's path.
async fn enter_at_once(coach: &Client, client: &str, network: &Network) -> String {
    let map = coach.post(&format!("/v1/clients/{client}/maps"), json!({ "theme": "emigratie" })).await.expect(201);
    coach.put(&format!("{}/content", map.location()), &map.etag(), content(network)).await.expect(200);
    map.location()
}

/// The answers about each person and the strength of each tie, by alias, since ids differ between maps.
type Said = (BTreeMap<String, Value>, BTreeMap<BTreeSet<String>, Value>);

fn said_on(whole: &Value) -> Said {
    let aliases: BTreeMap<_, _> = items(whole, "persons").iter().map(|person| (text(&person["id"]), person)).collect();
    let mut names = BTreeMap::new();
    let mut everybody = BTreeMap::new();
    for supporter in items(whole, "supporters") {
        let person = aliases[text(&supporter["personId"])];
        names.insert(text(&supporter["id"]).to_owned(), text(&person["alias"]).to_owned());
        let answers = json!({
            "person": { "alias": person["alias"], "relationship": person["relationship"], "note": person["note"] },
            "closeness": supporter["closeness"],
            "tension": supporter["tension"],
            "supports": supporter["supports"],
            "unanswered": [supporter["contactFrequency"], supporter["burden"]],
        });
        everybody.insert(text(&person["alias"]).to_owned(), answers);
    }
    let ties = items(whole, "ties").iter().map(|tie| {
        let pair = [0, 1].map(|end| names[text(&tie["supporterIds"][end])].clone());
        (BTreeSet::from(pair), tie["strength"].clone())
    });
    (everybody, ties.collect())
}

/// Fails unless the map equals the network.
pub(crate) fn assert_equal(whole: &Value, network: &Network) {
    assert_eq!(said_on(whole), said_in(network));
}

fn said_in(network: &Network) -> Said {
    let everybody = network.alters.iter().map(|alter| {
        let answers = json!({
            "person": alter.person(),
            "closeness": alter.closeness(),
            "tension": alter.tension(),
            "supports": alter.supports(),
            "unanswered": [null, null],
        });
        (alter.id.clone(), answers)
    });
    let ties = network.ties.iter().filter_map(|tie| {
        let pair = BTreeSet::from([tie.source.clone(), tie.target.clone()]);
        Some((pair, json!(tie.strength()?)))
    });
    (everybody.collect(), ties.collect())
}

fn items<'a>(whole: &'a Value, member: &str) -> &'a [Value] {
    whole[member].as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

async fn clients(world: &World, egos: impl Iterator<Item = &String>) -> Vec<String> {
    let mut clients = Vec::new();
    for ego in egos {
        let client = world.a.admin.post("/v1/clients", json!({ "name": format!("Ego {ego}") })).await.expect(201);
        let assignment = json!({ "coachId": world.a.coach.user, "basis": "Onderzoek" });
        world.a.admin.post(&format!("{}/assignments", client.location()), assignment).await.expect(201);
        clients.push(client.id());
    }
    clients
}

#[apply(both_databases)]
#[tokio::test]
async fn thirty_real_networks_are_read_back_equal(db: Db) {
    let Some(folder) = folder() else { return };
    let networks = networks(&folder);
    assert_eq!(networks.len(), 30);
    let (_app, world) = App::with_world(db).await;
    own_support_type(&world.a.admin).await;
    let clients = clients(&world, networks.keys()).await;
    let mut maps = Vec::new();
    for (client, network) in clients.iter().zip(networks.values()) {
        maps.push(enter(&world.a.coach, client, network).await);
    }
    // The same once more, each in one request.
    for (client, network) in clients.iter().zip(networks.values()) {
        maps.push(enter_at_once(&world.a.coach, client, network).await);
    }
    // Read back after all were entered: no network may have changed another.
    for (map, network) in maps.iter().zip(networks.values().chain(networks.values())) {
        assert_eq!(said_on(&world.a.coach.get(map).await.expect(200).json()), said_in(network), "{map}");
    }
}
