//! An identity provider of one test, and DNS for the domains of the tests.

use super::app::App;
use super::client::{Answer, Client};
use super::machines::KeyPair;
use super::seed::{Actor, id};
use async_trait::async_trait;
use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::ports::{Clock, TxtRecords};
use jsonwebtoken::Algorithm;
use reqwest::Url;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, LazyLock, Mutex};

/// The records that tests have published, by name.
static RECORDS: LazyLock<Mutex<HashMap<String, Vec<String>>>> = LazyLock::new(Mutex::default);

/// DNS of the tests. Every name has the record of the seeded domains.
#[derive(Debug)]
pub(crate) struct TestDns;

/// The names for which DNS of the tests does not answer.
static SILENT: LazyLock<Mutex<HashSet<String>>> = LazyLock::new(Mutex::default);

#[async_trait]
impl TxtRecords for TestDns {
    async fn texts(&self, name: &str) -> domain::Result<Vec<String>> {
        if SILENT.lock().unwrap().contains(name) {
            return Err(domain::Error::Unavailable("DNS does not answer".into()));
        }
        let published = RECORDS.lock().unwrap().get(name).cloned().unwrap_or_default();
        Ok(published.into_iter().chain(["omringd=seeded".to_owned(), "v=spf1 -all".to_owned()]).collect())
    }
}

/// Publishes the record that proves this domain.
pub(crate) fn publish(claimed: &Answer) {
    let [name, value] = ["recordName", "recordValue"].map(|part| claimed[part].as_str().unwrap().to_owned());
    RECORDS.lock().unwrap().entry(name).or_default().push(value);
}

/// Whether DNS answers for the domain from now on.
pub(crate) fn answers(claimed: &Answer, answers: bool) {
    let name = claimed["recordName"].as_str().unwrap().to_owned();
    let mut silent = SILENT.lock().unwrap();
    silent.remove(&name);
    if !answers {
        silent.insert(name);
    }
}

/// Removes every record of the domain.
pub(crate) fn withdraw(claimed: &Answer) {
    RECORDS.lock().unwrap().remove(claimed["recordName"].as_str().unwrap());
}

/// Claims a domain for the organisation of this administrator, and proves it.
pub(crate) async fn prove(admin: &Actor, domain: &str) -> Answer {
    let claimed = admin.post("/v1/log-in-domains", json!({ "domain": domain })).await.expect(201);
    publish(&claimed);
    admin.post(&format!("{}/verifications", claimed.location()), json!({})).await.expect(200);
    claimed
}

/// What the provider answers.
#[derive(Default)]
struct State {
    id_token: String,
    challenge: String,
    redirect_uri: String,
    requests: usize,
    /// The form of the last of them.
    form: HashMap<String, String>,
    /// The `traceparent` of every request.
    traces: Vec<Option<String>>,
}

/// A provider on this machine.
pub(crate) struct FakeProvider {
    pub(crate) issuer: String,
    pub(crate) key: KeyPair,
    state: Arc<Mutex<State>>,
}

/// A log-in that has begun, as the browser and the provider know it.
pub(crate) struct BegunLogIn {
    pub(crate) provider: String,
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) secret: String,
    pub(crate) query: HashMap<String, String>,
}

pub(crate) const CLIENT_ID: &str = "omringd";
const CLIENT_SECRET: &str = "een geheim: met / en %";

impl FakeProvider {
    /// Starts it. It says in its metadata whether its callbacks name the issuer.
    pub(crate) fn start(sends_issuer: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let key = KeyPair::ec(Algorithm::ES256, "1");
        let metadata = json!({
            "issuer": issuer,
            "authorization_endpoint": format!("{issuer}/authorize?ui=1"),
            "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/jwks"),
            "authorization_response_iss_parameter_supported": sends_issuer,
        });
        let keys = json!({ "keys": [key.public()] });
        let state = Arc::<Mutex<State>>::default();
        let answers = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                serve(&mut stream.unwrap(), &metadata, &keys, &answers);
            }
        });
        Self { issuer, key, state }
    }

    /// Registers it with more members, or without those that are null; returns its id.
    pub(crate) async fn register(&self, admin: &Actor, more: Value) -> String {
        let mut body = json!({
            "name": "De Linde", "issuer": self.issuer, "clientId": CLIENT_ID, "clientSecret": CLIENT_SECRET,
        });
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        body.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        admin.post("/v1/identity-providers", body).await.expect(201).id()
    }

    /// Begins a log-in.
    pub(crate) async fn begin(&self, app: &App, provider: &str) -> BegunLogIn {
        let begun = app.anonymous().post("/v1/provider-log-ins", json!({ "providerId": provider })).await.expect(201);
        self.begun(provider, &begun)
    }

    /// Begins to link an identity of this caller.
    pub(crate) async fn begin_link(&self, by: &Client, provider: &str) -> BegunLogIn {
        let begun = by.post("/v1/me/identity-requests", json!({ "providerId": provider })).await.expect(201);
        self.begun(provider, &begun)
    }

    fn begun(&self, provider: &str, begun: &Answer) -> BegunLogIn {
        let url = Url::parse(begun["authorizationUrl"].as_str().unwrap()).unwrap();
        let query: HashMap<_, _> = url.query_pairs().into_owned().collect();
        let mut state = self.state.lock().unwrap();
        (state.challenge, state.redirect_uri) = (query["code_challenge"].clone(), query["redirect_uri"].clone());
        BegunLogIn {
            provider: provider.to_owned(),
            state: query["state"].clone(),
            nonce: query["nonce"].clone(),
            secret: begun["secret"].as_str().unwrap().to_owned(),
            query,
        }
    }

    /// The claims of a valid ID token.
    pub(crate) fn claims(&self, app: &App, begun: &BegunLogIn, sub: &str) -> Value {
        let now = app.clock.now().timestamp();
        json!({
            "iss": self.issuer, "sub": sub, "aud": CLIENT_ID, "iat": now, "exp": now + 300, "nonce": begun.nonce,
            "auth_time": now,
        })
    }

    /// The token endpoint answers with this ID token from now on.
    pub(crate) fn answers(&self, id_token: String) {
        self.state.lock().unwrap().id_token = id_token;
    }

    /// How many codes were redeemed, or tried to be.
    pub(crate) fn requests(&self) -> usize {
        self.state.lock().unwrap().requests
    }

    /// The `traceparent` of every request, of whatever kind.
    pub(crate) fn traces(&self) -> Vec<Option<String>> {
        self.state.lock().unwrap().traces.clone()
    }

    /// The form of the last token request.
    pub(crate) fn form(&self) -> HashMap<String, String> {
        self.state.lock().unwrap().form.clone()
    }

    /// Logs in a user with these more claims.
    pub(crate) async fn log_in(&self, app: &App, provider: &str, sub: &str, more: Value) -> Answer {
        let begun = self.begin(app, provider).await;
        self.assert(app, &begun, sub, more);
        begun.finish(app).await
    }

    /// Answers with a valid token with these more claims; null removes one.
    pub(crate) fn assert(&self, app: &App, begun: &BegunLogIn, sub: &str, more: Value) {
        let mut claims = self.claims(app, begun, sub);
        for (name, value) in more.as_object().unwrap() {
            claims[name] = value.clone();
        }
        claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        self.answers(self.key.sign(&json!({}), &claims));
    }

    /// A logout token with these members changed; null removes one.
    pub(crate) fn logout_token(&self, app: &App, more: Value) -> String {
        let now = app.clock.now().timestamp();
        let mut claims = json!({
            "iss": self.issuer, "aud": CLIENT_ID, "iat": now, "exp": now + 120, "jti": id(),
            "events": { "http://schemas.openid.net/event/backchannel-logout": {} },
        });
        for (name, value) in more.as_object().unwrap() {
            claims[name] = value.clone();
        }
        claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        self.key.sign(&json!({ "typ": "logout+jwt" }), &claims)
    }
}

impl BegunLogIn {
    /// The callback with what the browser kept.
    pub(crate) fn callback(&self) -> Value {
        json!({ "providerId": self.provider, "code": "code", "state": self.state, "secret": self.secret })
    }

    /// Finishes the log-in.
    pub(crate) async fn finish(&self, app: &App) -> Answer {
        complete(app, self.callback()).await
    }
}

/// Finishes a log-in with this callback.
pub(crate) async fn complete(app: &App, callback: Value) -> Answer {
    app.anonymous().post("/v1/provider-log-ins/completions", json!({ "callback": callback })).await
}

fn serve(stream: &mut TcpStream, metadata: &Value, keys: &Value, state: &Mutex<State>) {
    let (mut request, mut part) = (Vec::new(), [0; 4096]);
    let complete = |request: &[u8]| {
        let text = String::from_utf8_lossy(request).into_owned();
        let (head, body) = text.split_once("\r\n\r\n")?;
        let length = head
            .to_lowercase()
            .split("content-length:")
            .nth(1)
            .map_or(0, |rest| rest.lines().next().unwrap().trim().parse::<usize>().unwrap());
        (body.len() >= length).then(|| (head.to_owned(), body.to_owned()))
    };
    let (head, body) = loop {
        if let Some(whole) = complete(&request) {
            break whole;
        }
        match stream.read(&mut part) {
            Ok(0) | Err(_) => return,
            Ok(read) => request.extend_from_slice(&part[..read]),
        }
    };
    let traced = head.lines().find_map(|line| line.strip_prefix("traceparent: ").map(str::to_owned));
    state.lock().unwrap().traces.push(traced);
    let path = head.split(' ').nth(1).unwrap();
    let (status, answer) = match path {
        "/.well-known/openid-configuration" => ("200 OK", metadata.clone()),
        "/jwks" => ("200 OK", keys.clone()),
        "/token" => redeem(&head, &body, &mut state.lock().unwrap()),
        _ => ("404 Not Found", json!({})),
    };
    let answer = answer.to_string();
    let head = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: application/json\r\n");
    drop(write!(stream, "{head}Content-Length: {}\r\n\r\n{answer}", answer.len()));
}

/// Checks the client, the redirect URI and the verifier as a real provider does. The test checks an assertion.
fn redeem(head: &str, body: &str, state: &mut State) -> (&'static str, Value) {
    use base64::prelude::BASE64_STANDARD;
    state.requests += 1;
    let form: HashMap<_, _> = Url::parse(&format!("http://a/?{body}")).unwrap().query_pairs().into_owned().collect();
    let escaped = |text: &str| {
        let mut url = Url::parse("http://a/").unwrap();
        url.query_pairs_mut().append_pair("x", text);
        url.query().unwrap()[2..].to_owned()
    };
    let client = BASE64_STANDARD.encode(format!("{}:{}", escaped(CLIENT_ID), escaped(CLIENT_SECRET)));
    let known = head.lines().any(|line| line.eq_ignore_ascii_case(&format!("authorization: Basic {client}")));
    let known = known || form.contains_key("client_assertion");
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(digest(&SHA256, form["code_verifier"].as_bytes()));
    state.form.clone_from(&form);
    if !known || challenge != state.challenge || form["redirect_uri"] != state.redirect_uri {
        return ("400 Bad Request", json!({ "error": "invalid_grant" }));
    }
    ("200 OK", json!({ "access_token": "NOOP", "token_type": "Bearer", "id_token": state.id_token }))
}
