//! Two people on one map who know only the contract: small requests with tags, ids of their own, and working copies that are merged
//! after having been offline. Nothing that was acknowledged is lost, and no stale tag passes.

mod offline;
mod state;

use crate::support::{Answer, App, Client, Db, Numbers, both_databases, id};
use offline::Offline;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use state::{Key, Seen, State, key, remove, set, tied, version};
use std::collections::BTreeMap;

/// How many turns the two take together.
const TURNS: usize = 1_000;
/// With how many supporters on it, about, a map is full enough.
const SUPPORTERS: usize = 8;

/// One of the two: the state they saw last, and their working copy if they are offline.
struct Player {
    client: Client,
    seen: Seen,
    offline: Option<Offline>,
}

/// The map, the two players, and the expected state of the map.
struct Game {
    map: String,
    players: [Player; 2],
    truth: Seen,
    /// The alias of every person there ever was.
    aliases: BTreeMap<String, Value>,
    /// Removed supporters with their persons.
    gone: Vec<(String, String)>,
    /// What each tag ever stood for.
    stood_for: BTreeMap<(Key, String), Value>,
    numbers: Numbers,
    words: usize,
    tally: BTreeMap<&'static str, usize>,
}

/// What a change does to a state.
type Effect<'a> = &'a dyn Fn(&mut State);

impl Game {
    fn count(&mut self, what: &'static str) {
        *self.tally.entry(what).or_default() += 1;
    }

    /// A new text.
    fn word(&mut self) -> Value {
        self.words += 1;
        json!(format!("Woord {}", self.words))
    }

    fn answers(&mut self) -> Value {
        let closeness = *self.numbers.of(&["inner", "middle", "outer"]);
        json!({ "closeness": closeness, "tension": self.numbers.below(5) })
    }

    fn any<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        (!of.is_empty()).then(|| self.numbers.of(of).clone())
    }

    /// Any entry of one of these kinds.
    fn entry(&mut self, state: &State, kinds: &[&str]) -> Option<Key> {
        let keys: Vec<_> = state.keys().filter(|key| kinds.contains(&key.0)).cloned().collect();
        self.any(&keys)
    }

    fn path(&self, (kind, id): &Key) -> String {
        match *kind {
            "head" => self.map.clone(),
            "needs" => format!("{}/needs", self.map),
            _ => format!("/v1/{kind}/{id}"),
        }
    }

    /// What a change of an entry can say.
    fn members(&mut self, key: &Key) -> Value {
        match key.0 {
            "head" => json!({ "theme": self.word() }),
            "needs" => json!({ "needs": [{ "supportType": "emotional", "level": self.numbers.below(4) }] }),
            "persons" => json!({ "alias": self.word() }),
            "supporters" => self.answers(),
            "ties" => json!({ "strength": self.numbers.below(5) }),
            _ => json!({ "text": self.word() }),
        }
    }

    async fn read(&self, who: usize) -> Seen {
        Seen::of(&self.players[who].client.get(&self.map).await.expect(200).json())
    }

    async fn refresh(&mut self, who: usize) {
        self.players[who].seen = self.read(who).await;
    }

    /// Whether this tag is current for the entry; the tag of the map is valid for its parts.
    fn is_current(&self, key: &Key, tag: &str) -> bool {
        let whole = format!("\"{}\"", self.truth.version);
        self.truth.tags[key] == tag || ["head", "needs"].contains(&key.0) && tag == whole
    }

    /// Sends a change with the tag that the player knows and checks the outcome: done, stale or gone. Returns the map afterwards.
    async fn change(
        &mut self,
        who: usize,
        method: Method,
        key: &Key,
        tag: &str,
        body: Option<Value>,
        effect: Effect<'_>,
    ) -> State {
        let by = self.players[who].client.with("if-match", tag);
        let answer = by.send(method, &self.path(key), body).await;
        let mut model = self.truth.state.clone();
        if !model.contains_key(key) {
            // A person who is on no map still belongs to the client.
            assert!(answer.status == 404 || key.0 == "persons" && answer.status == 200, "{}", answer.text());
            if let ("persons", true) = (key.0, answer.status == 200) {
                self.aliases.insert(key.1.clone(), answer["alias"].clone());
            }
            self.count("gone");
            self.refresh(who).await;
        } else if self.is_current(key, tag) {
            assert!(answer.status.is_success(), "{key:?} {tag} {}", answer.text());
            effect(&mut model);
            self.count("done");
            self.acknowledged(who, &answer, &[(key.clone(), answer.header("etag").to_owned())], effect).await;
        } else {
            answer.problem(412, "stale");
            self.count("stale");
            self.refresh(who).await;
        }
        model
    }

    /// Applies a change to the player's state from the response alone, if the other did not change the map meanwhile; otherwise reads it again.
    async fn acknowledged(&mut self, who: usize, answer: &Answer, tags: &[(Key, String)], effect: Effect<'_>) {
        let now = match answer.header("map-etag") {
            "" => return self.refresh(who).await,
            tag => version(tag),
        };
        assert_eq!(now, self.truth.version + 1, "the map's version counts every change");
        let seen = &mut self.players[who].seen;
        if now != seen.version + 1 {
            return self.refresh(who).await;
        }
        effect(&mut seen.state);
        seen.tags.extend(tags.iter().cloned());
        seen.tags.retain(|key, _| seen.state.contains_key(key));
        seen.version = now;
        self.count("applied");
    }

    /// Creates a supporter under an id of the player's: with a new person, or one who was removed before.
    async fn place(&mut self, who: usize, again: bool) -> State {
        let back = if again { self.any(&self.gone.clone()) } else { None };
        let (mut body, alias) = (self.answers(), self.word());
        let supporter = match &back {
            Some((supporter, person)) => {
                body["personId"] = json!(person);
                supporter.clone()
            }
            None => {
                body["person"] = json!({ "alias": alias });
                id().to_string()
            }
        };
        body["mapId"] = json!(self.map.trim_start_matches("/v1/maps/"));
        let by = self.players[who].client.with("if-none-match", "*");
        let answer = by.send(Method::PUT, &format!("/v1/supporters/{supporter}"), Some(body.clone())).await;
        let mut model = self.truth.state.clone();
        if model.contains_key(&key("supporters", &supporter)) {
            answer.problem(409, "id-taken");
            self.refresh(who).await;
            return model;
        }
        let answer = answer.expect(201);
        let person = answer["personId"].as_str().unwrap().to_owned();
        let entry = json!({ "personId": person, "closeness": body["closeness"], "tension": body["tension"] });
        let named = json!({ "alias": back.map_or(alias, |(_, person)| self.aliases[&person].clone()) });
        let keys = [key("supporters", &supporter), key("persons", &person)];
        let effect = |state: &mut State| {
            state.insert(keys[0].clone(), entry.clone());
            state.insert(keys[1].clone(), named.clone());
        };
        effect(&mut model);
        let tags = [answer.etag(), answer["person"]["etag"].as_str().unwrap().to_owned()];
        self.count(if again { "placed again" } else { "placed" });
        self.acknowledged(who, &answer, &keys.clone().into_iter().zip(tags).collect::<Vec<_>>(), &effect).await;
        model
    }

    /// Adds an entry that refers to supporters the player saw, who may be deleted.
    async fn add(&mut self, who: usize, kind: &'static str) -> State {
        let (seen, mut model) = (self.players[who].seen.state.clone(), self.truth.state.clone());
        let named = [self.entry(&seen, &["supporters"]), self.entry(&seen, &["supporters"])];
        let [Some(one), Some(other)] = named else { return self.place(who, false).await };
        let mut pair = [one.1.clone(), other.1.clone()];
        pair.sort();
        let body = if kind == "ties" {
            json!({ "supporterIds": pair, "strength": self.numbers.below(5) })
        } else {
            json!({ "text": self.word(), "supporterId": one.1, "status": "planned" })
        };
        let answer = self.players[who].client.post(&format!("{}/{kind}", self.map), body.clone()).await;
        let refused = !model.contains_key(&one)
            || kind == "ties" && (one == other || !model.contains_key(&other) || tied(&model, &body));
        if refused {
            assert!([400, 409].contains(&answer.status.as_u16()), "{}", answer.text());
            self.refresh(who).await;
            return model;
        }
        let answer = answer.expect(201);
        let made = key(kind, &answer.id());
        let effect = |state: &mut State| drop(state.insert(made.clone(), body.clone()));
        effect(&mut model);
        self.acknowledged(who, &answer, &[(made.clone(), answer.etag())], &effect).await;
        model
    }

    /// Tries an outdated tag of an entry: it must never be accepted.
    async fn try_stale(&mut self, who: usize) -> State {
        let known = self.stood_for.keys().filter(|(key, _)| self.truth.tags.contains_key(key));
        let old: Vec<_> = known.filter(|(key, tag)| !self.is_current(key, tag)).cloned().collect();
        let Some((key, tag)) = self.any(&old) else { return self.place(who, false).await };
        let deletes = ["supporters", "ties", "agreements"].contains(&key.0) && self.numbers.below(2) == 0;
        let (method, body) = match key.0 {
            _ if deletes => (Method::DELETE, None),
            "needs" => (Method::PUT, Some(self.members(&key))),
            _ => (Method::PATCH, Some(self.members(&key))),
        };
        self.count("tried again");
        self.change(who, method, &key, &tag, body, &|_| panic!("a stale tag passed")).await
    }

    async fn online(&mut self, who: usize) -> State {
        let seen = self.players[who].seen.clone();
        let is_full = self.truth.state.keys().filter(|key| key.0 == "supporters").count() > SUPPORTERS;
        match self.numbers.below(20) {
            0..=2 if !is_full => return self.place(who, false).await,
            3 => return self.place(who, true).await,
            4 => return self.add(who, "ties").await,
            5 => return self.add(who, "agreements").await,
            6 | 7 => return self.try_stale(who).await,
            8 => self.refresh(who).await,
            9 | 10 => {
                let mine = seen.state;
                self.players[who].offline = Some(Offline::of(mine));
            }
            0..=2 | 11 | 12 => {
                let kinds: &[_] = if is_full { &["supporters"] } else { &["supporters", "ties", "agreements"] };
                if let Some(key) = self.entry(&seen.state, kinds) {
                    let effect = |state: &mut State| drop(remove(state, &key));
                    return self.change(who, Method::DELETE, &key, &seen.tags[&key], None, &effect).await;
                }
            }
            _ => {
                let kinds = ["head", "needs", "persons", "supporters", "supporters", "ties", "agreements"];
                let kind = *self.numbers.of(&kinds);
                let Some(key) = self.entry(&seen.state, &[kind]) else { return self.place(who, false).await };
                let members = self.members(&key);
                let whole = ["head", "needs"].contains(&kind) && self.numbers.below(2) == 0;
                let tag = if whole { format!("\"{}\"", seen.version) } else { seen.tags[&key].clone() };
                let method = if kind == "needs" { Method::PUT } else { Method::PATCH };
                let effect = |state: &mut State| set(state, &key, &members);
                return self.change(who, method, &key, &tag, Some(members.clone()), &effect).await;
            }
        }
        self.truth.state.clone()
    }

    async fn turn(&mut self, who: usize) {
        let model = match self.players[who].offline.take() {
            None => self.online(who).await,
            Some(offline) if offline.theirs.is_some() => self.save(who, offline).await,
            Some(mut offline) => {
                if self.numbers.below(4) == 0 {
                    offline.theirs = Some(self.read(who).await);
                } else {
                    self.edit(&mut offline.mine, &mut offline.removed);
                }
                self.players[who].offline = Some(offline);
                self.truth.state.clone()
            }
        };
        self.check(model).await;
    }

    /// Fails unless the map equals the model, and every tag and version stands for one state.
    async fn check(&mut self, model: State) {
        let now = self.read(0).await;
        assert_eq!(now.state, model);
        assert!(now.version > self.truth.version || now.state == self.truth.state && now.tags == self.truth.tags);
        for (key, tag) in &now.tags {
            let stood_for = self.stood_for.entry((key.clone(), tag.clone())).or_insert_with(|| now.state[key].clone());
            assert_eq!(*stood_for, now.state[key], "{tag} of {key:?} came again");
        }
        for player in self.players.iter().filter(|player| player.seen.version == now.version) {
            assert_eq!(player.seen.state, now.state);
            assert_eq!(player.seen.tags, now.tags);
        }
        for (key, entry) in &self.truth.state {
            if let ("supporters", false) = (key.0, now.state.contains_key(key)) {
                self.gone.push((key.1.clone(), entry["personId"].as_str().unwrap().to_owned()));
            }
        }
        let named = now.state.iter().filter(|(key, _)| key.0 == "persons");
        self.aliases.extend(named.map(|((_, id), entry)| (id.clone(), entry["alias"].clone())));
        self.truth = now;
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn two_people_on_one_map_lose_no_changes(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, coach) = ((*world.a.client).clone(), (*world.a.coach).clone());
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let map = client.post(&maps, json!({ "theme": "burn-out" })).await.expect(201).location();
    let truth = Seen::of(&client.get(&map).await.expect(200).json());
    let players = [client, coach].map(|client| Player { client, seen: truth.clone(), offline: None });
    let mut game = Game {
        map,
        players,
        truth,
        aliases: BTreeMap::new(),
        gone: Vec::new(),
        stood_for: BTreeMap::new(),
        numbers: Numbers(20_261_126),
        words: 0,
        tally: BTreeMap::new(),
    };
    for _ in 0..TURNS {
        let who = usize::try_from(game.numbers.below(2)).unwrap();
        game.turn(who).await;
    }
    for who in [0, 1] {
        while game.players[who].offline.is_some() {
            game.turn(who).await;
        }
        game.refresh(who).await;
        assert_eq!(game.players[who].seen.state, game.truth.state);
    }
    for what in ["done", "applied", "stale", "placed", "placed again", "tried again", "saved too late", "merged"] {
        assert!(game.tally.get(what).is_some_and(|count| *count >= 5), "{what} hardly happened: {:?}", game.tally);
    }
}
