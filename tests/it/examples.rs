//! Records requests and responses of each operation for the examples of the OpenAPI document, so that they are what the service
//! accepts and returns. `UPDATE=1 cargo test -p tests examples` rewrites them.

use crate::differences;
use crate::support::operations::{Operation, Walk};
use crate::support::samples::Body;
use crate::support::{App, Authenticator, Client, Db, Ids, Mailbox, World};
use chrono::NaiveDate;
use domain::ports::Clock;
use regex::Regex;
use reqwest::Method;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;

const PASSWORD: &str = "een lange zin is sterk";

#[tokio::test]
async fn the_examples_of_the_document_are_real_requests_and_responses() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi/examples.json");
    let text = serde_json::to_string_pretty(&recorded().await).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap();
    assert!(
        committed == text,
        "openapi/examples.json is out of date: UPDATE=1 cargo test -p tests examples, then cargo run -p openapi"
    );
}

/// Operations of a service that sends mail.
const BY_MAIL: [&str; 2] = ["inviteAdministrator", "inviteMemberAgain"];

async fn by_mail(today: NaiveDate) -> [(String, Value); 2] {
    let mailbox = Mailbox::create();
    let (_app, world) = App::with_world_and(Db::Sqlite, |service| service.mail = Some(mailbox.settings())).await;
    let request = json!({ "email": "beheer@delinde.example" });
    let path = format!("/v1/organisations/{}/invitations", world.a.id);
    let administrator = world.operator.post(&path, request.clone()).await.expect(202).json();
    let path = format!("/v1/members/{}/invitations", world.a.coach.member.unwrap());
    let member = world.a.admin.post(&path, Value::Null).await.expect(201).json();
    let [to_administrator, to_member] = BY_MAIL.map(str::to_owned);
    [(to_administrator, exchange(today, request, administrator)), (to_member, exchange(today, Value::Null, member))]
}

async fn recorded() -> BTreeMap<String, Value> {
    let app = App::spawn(Db::Sqlite).await;
    let mut walk = Walk::new(&app).await;
    let today = app.clock.now().date_naive();
    let mut recorded = BTreeMap::new();
    // A DELETE answers with nothing; an import needs a client who has nothing yet.
    for operation in Operation::all()
        .into_iter()
        .filter(|operation| operation.method != Method::DELETE && operation.id != "importClient")
        .filter(|operation| !BY_MAIL.contains(&operation.id.as_str()))
    {
        let each = async |_: &str, by: &Client, ids: &Ids| operation.call(by, ids, ids).await;
        let allowed = walk.first_allowed(&operation, each).await;
        let (answer, ids) = allowed.unwrap_or_else(|| panic!("nobody may call {}", operation.id));
        let request = match operation.body(&ids) {
            Body::Json(json) => json,
            Body::File(_, text) => Value::from(text),
            Body::None => Value::Null,
        };
        let json = answer.header("content-type").starts_with("application/json");
        let response = if json { answer.json() } else { Value::Null };
        recorded.insert(operation.id.clone(), exchange(today, request, response));
    }
    let world = walk.world;
    recorded.insert("importClient".to_owned(), brought_in(&world, today).await);
    for (operation, others) in others(&world, today).await {
        recorded.get_mut(operation).unwrap()["others"] = others;
    }
    let wrong = json!({ "name": "x".repeat(201), "dateOfBirth": "3 mei" });
    let english = world.a.admin.with("accept-language", "en");
    let refused = english.post("/v1/clients", wrong).await.problem(400, "invalid-request").json();
    recorded.insert("refused".to_owned(), exchange(today, Value::Null, refused));
    recorded.extend(by_mail(today).await);
    recorded.extend(by_secret(&app, &world.a.admin, today).await);
    recorded
}

/// The export of one client, imported by another who has no data yet.
async fn brought_in(world: &World, today: NaiveDate) -> Value {
    let exported = world.a.client.get(&format!("/v1/clients/{}/export", world.a.client_id)).await.expect(200).json();
    let import = format!("/v1/clients/{}/import", world.a.other_client_id);
    let answer = world.a.other_client.post(&import, exported.clone()).await.expect(200);
    exchange(today, exported, answer.json())
}

/// Responses with members that those of the first caller lack.
async fn others(world: &World, today: NaiveDate) -> Vec<(&'static str, Value)> {
    let steady = |values: Vec<Value>| {
        values.into_iter().map(|value| exchange(today, Value::Null, value)["response"].clone()).collect::<Value>()
    };
    let (people, first, second) = differences::two(world).await;
    let how = |contact: &str, direction: &str| {
        let supports = json!([{ "supportType": "emotional", "direction": direction }]);
        json!([{ "personId": people.anna, "contactFrequency": contact, "supports": supports }])
    };
    let weekly = differences::card(world, &people, how("weekly", "received"), &[], json!([])).await;
    let monthly = differences::card(world, &people, how("monthly", "mutual"), &[], json!([])).await;
    let coach = &world.a.coach;
    let mut changes = Vec::new();
    for (from, to) in [(&first, &second), (&second, &first), (&weekly, &monthly)] {
        let answer = world.a.client.get(&differences::path(from, to)).await.expect(200).json();
        // Each kind by itself, so that none is left off.
        let kinds = answer["changes"].as_array().unwrap().iter();
        changes.extend(kinds.map(|change| json!({ "changes": [change] })));
    }
    let helpers = coach.get(&format!("/v1/clients/{}/helpers", world.a.client_id)).await.expect(200).json();
    let current = coach.get("/v1/sessions/current").await.expect(200).json();
    let me = coach.get("/v1/me").await.expect(200).json();
    vec![
        ("showCardDifferences", steady(changes)),
        ("findHelpers", steady(vec![helpers])),
        ("showCurrentSession", steady(vec![current])),
        ("showMe", steady(vec![me])),
    ]
}

/// The operations that depend on a password or a secret.
async fn by_secret(app: &App, admin: &Client, today: NaiveDate) -> Vec<(String, Value)> {
    app.operator_account("saskia@example.nl", PASSWORD).await;
    let anonymous = app.anonymous();
    let log_in = json!({ "email": "saskia@example.nl", "password": PASSWORD });
    let session = anonymous.post("/v1/sessions", log_in.clone()).await.expect(201);
    let change = json!({ "currentPassword": PASSWORD, "newPassword": "een nog langere zin is sterker" });
    let caller = anonymous.bearer(session["accessToken"].as_str().unwrap());
    let changed = caller.put("/v1/me/password", "*", change.clone()).await.expect(200);
    let mut found = vec![
        ("logIn".to_owned(), exchange(today, log_in, session.json())),
        ("changePassword".to_owned(), exchange(today, change, changed.json())),
    ];
    found.extend(second_factor(app, &caller, today).await);
    found.extend(passkey(app, &caller, today).await);
    let refresh = json!({ "grant_type": "refresh_token", "refresh_token": changed["refreshToken"] });
    let form = format!("grant_type=refresh_token&refresh_token={}", changed["refreshToken"].as_str().unwrap());
    let forms = anonymous.with("content-type", "application/x-www-form-urlencoded");
    let token = forms.raw(Method::POST, "/oauth2/token", form).await.expect(200);
    found.push(("issueToken".to_owned(), exchange(today, refresh, token.json())));
    found.push(("revokeToken".to_owned(), exchange(today, json!({ "token": token["refresh_token"] }), Value::Null)));
    let invited = admin.post("/v1/invitations", json!({ "email": "marijke@example.nl", "roles": ["coach"] })).await;
    let accept = json!({ "secret": invited.expect(201)["secret"], "name": "Marijke Bos", "password": PASSWORD });
    let accepted = anonymous.post("/v1/invitation-acceptances", accept.clone()).await.expect(201);
    found.push(("acceptInvitation".to_owned(), exchange(today, accept, accepted.json())));
    let provider = json!({
        "name": "De Linde", "issuer": "https://login.linde.example", "clientId": "omringd",
        "clientAuthentication": "private-key",
    });
    let provider = admin.post("/v1/identity-providers", provider).await.expect(201).id();
    for (id, path) in [
        ("showKeys", "/.well-known/jwks.json"),
        ("showClientKeys", &format!("/oauth2/client-keys/{provider}")),
        ("showAuthorizationServer", "/.well-known/oauth-authorization-server"),
    ] {
        found.push((id.to_owned(), exchange(today, Value::Null, anonymous.get(path).await.expect(200).json())));
    }
    found
}

/// The operations that need a code of an authenticator app.
async fn second_factor(app: &App, caller: &Client, today: NaiveDate) -> Vec<(String, Value)> {
    let added = caller.post("/v1/me/second-factors", json!({ "name": "Telefoon" })).await.expect(201);
    let secret = totp_rs::Secret::try_from_base32(added["secret"].as_str().unwrap()).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    let confirmed = async |path: String| {
        let code = totp.generate(app.clock.now().timestamp().try_into().unwrap()).to_string();
        app.clock.advance(chrono::TimeDelta::seconds(30));
        caller.post(&path, json!({ "code": code })).await.expect(200).json()
    };
    let first = confirmed(format!("/v1/me/second-factors/{}/confirmations", added.id())).await;
    let session = confirmed("/v1/sessions/current/confirmations".to_owned()).await;
    let replaced = caller.post("/v1/me/recovery-codes", Value::Null).await.expect(201).json();
    let code = || json!({ "code": "287082" });
    vec![
        ("confirmSecondFactor".to_owned(), exchange(today, code(), first)),
        ("confirmSession".to_owned(), exchange(today, code(), session)),
        ("replaceRecoveryCodes".to_owned(), exchange(today, Value::Null, replaced)),
    ]
}

/// The operations that need an authenticator.
async fn passkey(app: &App, caller: &Client, today: NaiveDate) -> Vec<(String, Value)> {
    let (mut key, email) = (Authenticator::new(), "saskia@example.nl");
    let registration = caller.post("/v1/me/passkey-registrations", Value::Null).await.expect(201);
    // Without what no browser of today sends.
    let of_today = |mut credential: Value| {
        credential["clientExtensionResults"] = json!({});
        credential["response"].as_object_mut().unwrap().remove("transports");
        credential
    };
    let credential = of_today(key.make(&registration["options"]));
    let made = json!({ "name": "Laptop", "ceremony": registration["ceremony"], "credential": credential });
    let added = caller.post("/v1/me/passkeys", made.clone()).await.expect(201);
    let own = caller.post("/v1/me/passkey-challenges", Value::Null).await.expect(201);
    let asked = json!({ "email": email });
    let challenge = app.anonymous().post("/v1/passkey-challenges", asked.clone()).await.expect(201);
    let credential = of_today(key.answer(&challenge["options"]));
    let answer = json!({ "email": email, "ceremony": challenge["ceremony"], "credential": credential });
    let session = app.anonymous().post("/v1/passkey-sessions", answer.clone()).await.expect(201);
    vec![
        ("addPasskey".to_owned(), exchange(today, made, added.json())),
        ("requestOwnPasskeyChallenge".to_owned(), exchange(today, Value::Null, own.json())),
        ("requestPasskeyChallenge".to_owned(), exchange(today, asked, challenge.json())),
        ("logInWithPasskey".to_owned(), exchange(today, answer, session.json())),
    ]
}

fn exchange(today: NaiveDate, request: Value, response: Value) -> Value {
    let mut steady = Steady::new(today);
    let mut both = Map::new();
    for (name, value) in [("request", request), ("response", response)] {
        if !value.is_null() {
            steady.answer = name == "response";
            both.insert(name.to_owned(), steady.value(name, value));
        }
    }
    Value::Object(both)
}

/// Replaces what differs between runs: ids, instants, today, tokens, digests and addresses.
struct Steady {
    /// Whether it is an answer, and not a request.
    answer: bool,
    ids: Vec<String>,
    id: Regex,
    instant: Regex,
    digest: Regex,
    address: Regex,
    version: Regex,
    cursor: Regex,
    today: String,
}

impl Steady {
    fn new(today: NaiveDate) -> Self {
        let regex = |pattern: &str| Regex::new(pattern).unwrap();
        Self {
            answer: false,
            ids: Vec::new(),
            id: regex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
            instant: regex(r"20[0-2]\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"),
            digest: regex("^[0-9a-f]{64}$"),
            address: regex(r"http://127\.0\.0\.1:\d+"),
            version: regex(r"^\x22\d{10,}\x22$"),
            cursor: regex("cursor=[A-Za-z0-9_-]{22}"),
            today: today.to_string(),
        }
    }
}

impl Steady {
    fn value(&mut self, name: &str, value: Value) -> Value {
        match value {
            Value::String(text) => Value::from(self.text(name, &text)),
            Value::Array(items) => {
                // Long lists of responses are cut, and so are keys, which all look alike here. A request must stay valid.
                let shown = match items.len() {
                    1.. if self.answer && name == "keys" => 1,
                    6.. if self.answer => 2,
                    all => all,
                };
                items.into_iter().take(shown).map(|item| self.value(name, item)).collect()
            }
            Value::Object(members) => Value::Object(
                members.into_iter().map(|(name, member)| (name.clone(), self.value(&name, member))).collect(),
            ),
            other @ (Value::Null | Value::Bool(_) | Value::Number(_)) => other,
        }
    }

    fn text(&mut self, name: &str, text: &str) -> String {
        match name {
            "accessToken" | "access_token" => {
                return "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIwMTk5MGYzYyJ9.c2lnbmF0dXJl".to_owned();
            }
            "recordValue" => return "omringd=vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E".to_owned(),
            "refreshToken" | "refresh_token" | "token" | "secret" => {
                return "kZ0m5Vt3cQ8s1yXwJr7uLh2eBn6aTf4gDp9oKi0cEyU".to_owned();
            }
            "ceremony" | "challenge" => return "dGhlIGNoYWxsZW5nZSBvZiBvbmUgY2VyZW1vbnkgb25seQ".to_owned(),
            "rawId" | "attestationObject" | "authenticatorData" | "clientDataJSON" | "signature" => {
                return "Ynl0ZXMgb2YgYW4gYXV0aGVudGljYXRvciwgaW4gQmFzZTY0dXJs".to_owned();
            }
            "id" if !self.id.is_match(text) && !text.contains('.') => {
                return "Ynl0ZXMgb2YgYW4gYXV0aGVudGljYXRvciwgaW4gQmFzZTY0dXJs".to_owned();
            }
            "recoveryCodes" => return "7K2MX-0QH4T-9V1WD-3RBCE".to_owned(),
            "address" if text.starts_with("otpauth:") => {
                return "otpauth://totp/Omringd:saskia%40example.nl?secret=GEZDGNBVGY3TQOJQ&issuer=Omringd".to_owned();
            }
            "x" | "y" | "kid" => return "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU".to_owned(),
            _ => {}
        }
        if self.digest.is_match(text) {
            return "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b".to_owned();
        }
        let ids = &mut self.ids;
        let text = self.id.replace_all(text, |found: &regex::Captures<'_>| {
            let known = ids.iter().position(|id| *id == found[0]).unwrap_or_else(|| {
                ids.push(found[0].to_owned());
                ids.len() - 1
            });
            format!("01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d{:02x}", known + 1)
        });
        let text = self.instant.replace_all(&text, "2026-03-02T09:30:00Z");
        let text = self.version.replace(&text, "\"57\"");
        let text = self.cursor.replace(&text, "cursor=AZkPPCpOfFWNHzsKbJ5NIQ");
        self.address.replace_all(&text, "https://omringd.example.nl").replace(&self.today, "2026-03-02")
    }
}
