//! What an operator sees: the log, traces and metrics of a process. They hold ids and codes, and nothing about a person.

use crate::support::fake_provider::{FakeProvider, prove};
use crate::support::{App, Client, Db, Mailbox, Process, World, both_databases};
use api::config::Config;
use regex::Regex;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

const NAME: &str = "Kanariegeel Zangvogel";
const NOTE: &str = "kanarienotitie over een zangvogel";
const EMAIL: &str = "kanarie.mail@zangvogel.example";
const PHONE: &str = "06 98765432";
const PASSWORD: &str = "kanarie zingt een geheim lied";
const PLACE: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";

/// The process that [`Process`] starts: the settings are in its environment.
#[test]
#[ignore = "a process of the other tests"]
fn the_process() {
    api::cli::serve(&Config::load(None).unwrap()).unwrap();
}

/// The members of a log line that is about a request.
fn request<'a>(lines: &'a [Value], id: &str) -> &'a Value {
    let mut found = lines.iter().filter(|line| line["message"] == "request" && line["request_id"] == id);
    let line = found.next().unwrap_or_else(|| panic!("no line of {id}"));
    assert!(found.next().is_none(), "one line a request");
    line
}

#[apply(both_databases)]
#[tokio::test]
async fn a_request_has_one_line_with_ids_and_codes(db: Db) {
    let (app, world) = App::with_world(db).await;
    let process = Process::start(&app, &[("OMRINGD_TRUSTED_PROXIES", "127.0.0.1".to_owned())]);
    let by = |client: &Client, id: &str| {
        let client = client.at(&process.base).with("x-request-id", id).with("traceparent", PLACE);
        client.with("x-forwarded-for", "2001:db8:1:2:3::4")
    };
    by(&world.a.coach, "read").get(&format!("/v1/clients/{}", world.a.client_id)).await.expect(200);
    by(&world.a.coach, "refused").get(&format!("/v1/clients/{}", world.b.client_id)).await.problem(404, "not-found");
    by(&world.a.integration, "system").get(&format!("/v1/clients/{}", world.a.client_id)).await.expect(200);
    let body = json!({ "email": EMAIL, "password": PASSWORD });
    by(&app.anonymous(), "log-in").post("/v1/sessions", body).await.problem(401, "log-in-refused");
    by(&app.anonymous(), "probe").get("/health/ready").await.expect(204);
    by(&app.anonymous(), "bad-probe").get("/health/ready?for=nothing").await.problem(400, "invalid-request");
    process.line(|line| line["message"] == "request" && line["request_id"] == "bad-probe");
    let lines = process.lines();
    let read = request(&lines, "read");
    let expected = [
        ("level", json!("INFO")),
        ("method", json!("GET")),
        ("route", json!("/v1/clients/{clientId}")),
        ("status", json!(200)),
        ("problem", Value::Null),
        ("network", json!("2001:db8:1:2::/64")),
        ("organisation", json!(world.a.id.to_string())),
        ("user", json!(world.a.coach.user.to_string())),
        ("session", json!(world.a.coach.session.to_string())),
        ("integration", Value::Null),
        ("trace_id", json!(TRACE)),
    ];
    for (member, value) in expected {
        assert_eq!(read[member], value, "{member} of {read}");
    }
    assert_eq!(request(&lines, "refused")["problem"], "not-found");
    let system = request(&lines, "system");
    assert!(system["integration"].is_string() && system["user"].is_null() && system["session"].is_null(), "{system}");
    let refused = lines.iter().find(|line| line["message"] == "log-in refused").unwrap();
    assert_eq!((&refused["level"], &refused["reason"]), (&json!("WARN"), &json!("wrong")));
    assert_eq!((&refused["attempt"], &refused["request_id"]), (&json!("password"), &json!("log-in")));
    assert_eq!((&refused["network"], &refused["trace_id"]), (&json!("2001:db8:1:2::/64"), &json!(TRACE)));
    assert_eq!(refused["account"].as_str().unwrap().len(), 16);
    let probed = |line: &Value| line["message"] == "request" && line["request_id"] == "probe";
    assert!(!lines.iter().any(probed), "a health check that succeeds is not logged");
    process.stop();
}

#[tokio::test]
async fn a_trace_goes_from_the_caller_to_the_statements() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let process = Process::start(&app, &[]);
    let coach = world.a.coach.at(&process.base);
    let path = format!("/v1/clients/{}/coach-notes", world.a.client_id);
    let answer = coach.with("traceparent", PLACE).post(&path, json!({ "text": NOTE })).await.expect(201);
    let place = answer.header("traceresponse").to_owned();
    let own = place.strip_prefix(&format!("00-{TRACE}-")).expect("the trace of the caller");
    assert!(own.ends_with("-01") && !own.starts_with("b7ad6b7169203331"), "the span of the service");
    // A request without a valid place begins a trace.
    let begun = coach.with("traceparent", "00-zz-zz-01").get(&path).await.expect(200);
    assert!(!begun.header("traceresponse").contains(TRACE));
    let left = process.stop();
    for name in
        ["POST /v1/clients/{clientId}/coach-notes", "create-coach-note", "batch", "insert coach_note", "omringd"]
    {
        assert!(left.spans.contains(name), "no {name} among {:?}", left.spans);
    }
    assert!(!left.spans.contains("values ("), "no text of a statement");
    assert!(!left.spans.contains("set_config"), "nor that of the service's own");
}

#[tokio::test]
async fn a_collector_that_cannot_be_reached_is_told_in_the_log() {
    let (app, world) = App::with_world(Db::Sqlite).await;
    let nowhere = ("OMRINGD_OTLP_ENDPOINT", "http://127.0.0.1:1/v1/traces".to_owned());
    let process = Process::start(&app, &[nowhere]);
    world.a.coach.at(&process.base).get("/v1/me").await.expect(200);
    let target = |line: &Value| line["target"].as_str().unwrap_or_default().to_owned();
    process
        .line(|line| line["level"] != "DEBUG" && line["level"] != "INFO" && target(line).starts_with("opentelemetry"));
    process.stop();
}

#[tokio::test]
async fn a_request_to_an_identity_provider_belongs_to_the_trace() {
    let (app, world) = App::with_world(Db::Sqlite).await;
    let fake = FakeProvider::start(false);
    let provider = fake.register(&world.a.admin, json!({})).await;
    prove(&world.a.admin, "a.test").await;
    let front_end = ("OMRINGD_FRONT_END_URL", "https://front-end.example".to_owned());
    let process = Process::start(&app, &[("OMRINGD_INTERNAL_ORIGINS", fake.issuer.clone()), front_end]);
    let begins = app.anonymous().at(&process.base).with("traceparent", PLACE).with("tracestate", "kanarie=1");
    begins.post("/v1/provider-log-ins", json!({ "providerId": provider })).await.expect(201);
    let traces = fake.traces();
    let sent = traces.first().and_then(Option::as_deref).expect("a request with a place");
    assert!(sent.starts_with(&format!("00-{TRACE}-")) && !sent.contains("b7ad6b7169203331"), "{sent}");
    assert!(process.stop().spans.contains("outbound"));
}

/// Without an exporter the place of the caller is passed on, and nothing is made up.
#[tokio::test]
async fn without_an_exporter_the_answer_has_the_callers_place() {
    let (app, world) = App::with_world(Db::Sqlite).await;
    let answer = world.a.coach.with("traceparent", PLACE).get("/v1/me").await.expect(200);
    assert_eq!(answer.header("traceresponse"), PLACE);
    assert!(world.a.coach.get("/v1/me").await.expect(200).headers.get("traceresponse").is_none());
    drop(app);
}

/// The metrics that a text names: every name with the ending of a series of a histogram is the histogram.
fn named(text: &str, documented: &BTreeSet<String>) -> BTreeSet<String> {
    let words = Regex::new("[a-z][a-z0-9_]*_[a-z0-9_]*").unwrap();
    let base = |name: &str| {
        let cut = ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
        if documented.contains(cut) { cut.to_owned() } else { name.to_owned() }
    };
    words.find_iter(text).map(|word| base(word.as_str())).collect()
}

/// The names in the first column of `docs/metrics.md`.
fn documented() -> BTreeSet<String> {
    let rows = Regex::new("(?m)^\\| `([a-z0-9_]+)` \\|").unwrap();
    let page = api::telemetry::metrics_documentation();
    rows.captures_iter(&page).map(|row| row[1].to_owned()).collect()
}

#[test]
fn the_page_of_metrics_is_what_the_code_says() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/metrics.md");
    let page = api::telemetry::metrics_documentation();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &page).unwrap();
    }
    let committed = std::fs::read_to_string(file).unwrap();
    assert_eq!(committed, page, "run the test with UPDATE=1 to write docs/metrics.md");
}

/// The expressions of a file of alerts or a dashboard.
fn expressions(file: &str) -> String {
    let text =
        std::fs::read_to_string(format!("{}/../packaging/monitoring/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let expression = Regex::new("(?m)^\\s*(?:- )?\"?expr\"?: *(.*)$").unwrap();
    let all: Vec<_> = expression.captures_iter(&text).map(|found| found[1].to_owned()).collect();
    assert!(!all.is_empty(), "{file} has no expressions on one line");
    all.join("\n")
}

#[apply(both_databases)]
#[tokio::test]
async fn every_metric_is_exposed_and_every_exposed_one_is_documented(db: Db) {
    let (app, world) = App::with_world(db).await;
    let mail = Mailbox::create();
    let process = Process::start(&app, &mail.variables());
    drive(&app, &mail, &world, &process.base).await;
    let kinds = Regex::new("(?m)^# TYPE ([a-z0-9_]+) [a-z]+$").unwrap();
    let documented = documented();
    let mut exposed = BTreeSet::new();
    // Jobs run beside the requests.
    for _ in 0..100 {
        let text = process.metrics().await;
        exposed = kinds.captures_iter(&text).map(|line| line[1].to_owned()).collect();
        if exposed.is_superset(&documented) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert_eq!(exposed, documented);
    // What is left of an expression without labels, their values and intervals.
    let labels = Regex::new("\\bby \\([^)]*\\)|\\{[^}]*\\}|\\[[^]]*\\]").unwrap();
    for file in ["alerts.yml", "dashboard.json"] {
        let names = named(&labels.replace_all(&expressions(file), " "), &documented);
        let unknown: Vec<_> = names.difference(&documented).filter(|name| *name != "histogram_quantile").collect();
        assert!(unknown.is_empty(), "{file} names {unknown:?}");
    }
    process.stop();
}

#[apply(both_databases)]
#[tokio::test]
async fn nothing_about_a_person_is_in_the_log_the_traces_or_the_metrics(db: Db) {
    let (app, world) = App::with_world(db).await;
    let mail = Mailbox::create();
    let process = Process::start(&app, &mail.variables());
    let secrets = drive(&app, &mail, &world, &process.base).await;
    let metrics = process.metrics().await;
    let left = process.stop();
    assert!(left.log.contains("\"statement\":"), "the log is that of debugging");
    assert!(left.spans.contains("create-client"), "there are spans");
    let canaries = ["kanarie", "zangvogel", PHONE, "98765432", "client@a.test", "coach@a.test"];
    for (place, text) in [("log", &left.log), ("traces", &left.spans), ("metrics", &metrics)] {
        let text = text.to_lowercase();
        for canary in canaries.into_iter().chain(secrets.iter().map(String::as_str)) {
            if let Some(at) = text.find(&canary.to_lowercase()) {
                let around = text.get(at.saturating_sub(300)..(at + 100).min(text.len())).unwrap_or_default();
                panic!("{canary:?} is in the {place}: {around}");
            }
        }
    }
}

/// Sends canaries in everything that a client of the API can fill, with success and without. Returns the secrets that were sent
/// or received.
async fn drive(app: &App, mail: &Mailbox, world: &World, base: &str) -> Vec<String> {
    let (a, anonymous) = (&world.a, app.anonymous().at(base));
    let [admin, coach, client] = [&a.admin, &a.coach, &a.client].map(|actor| actor.at(base));
    let made = admin.post("/v1/clients", json!({ "name": NAME })).await.expect(201);
    admin.patch(&made.location(), &made.etag(), json!({ "preferredName": "Kanarie" })).await.expect(200);
    admin.post("/v1/clients/search", json!({ "name": "kanarie" })).await.expect(200);
    let own = format!("/v1/clients/{}", a.client_id);
    let person = json!({ "alias": NAME, "phone": PHONE, "email": EMAIL, "note": NOTE });
    let person = client.post(&format!("{own}/persons"), person).await.expect(201);
    let body = json!({ "alias": "Kanarie", "note": NOTE });
    client.patch(&person.location(), &person.etag(), body).await.expect(200);
    coach.post(&format!("{own}/coach-notes"), json!({ "text": NOTE })).await.expect(201);
    let map = format!("/v1/maps/{}", a.open.map);
    for _ in 0..2 {
        client.get(&map).await.expect(200);
    }
    client.get(&format!("{map}?kanarie={EMAIL}")).await;
    client.with("accept", "image/png").get(&format!("{map}/picture")).await;
    client.get(&format!("{own}/export")).await.expect(200);
    // Refused bodies, paths, queries, headers and methods.
    let json = admin.with("content-type", "application/json");
    for body in [format!("{{\"name\": \"{NAME}\", \"kanarie\": 1}}"), format!("{{\"name\": {NAME}"), EMAIL.to_owned()] {
        json.raw(Method::POST, "/v1/clients", body).await.expect(400);
    }
    admin.unchecked().get(&format!("/v1/clients/{EMAIL}")).await.expect(400);
    admin.unchecked().get(&format!("/kanarie/{EMAIL}?{EMAIL}")).await.expect(404);
    admin.unchecked().with("x-request-id", "kanarie mail").get("/v1/me").await.expect(200);
    admin.unchecked().with("if-none-match", "\"kanarie\"").get(&own).await;
    anonymous.bearer("kanarie.zangvogel.token").get("/v1/me").await.problem(401, "not-authenticated");
    anonymous.unchecked().send(Method::from_bytes(b"KANARIE").unwrap(), "/v1/me", None).await;
    let mut secrets = logging_in(mail, &admin, &anonymous).await;
    secrets.extend([&a.admin, &a.coach, &a.client].map(|actor| app.token(actor.session, actor.user)));
    secrets
}

/// Invitations, accounts and log-ins, refused and not.
async fn logging_in(mail: &Mailbox, admin: &Client, anonymous: &Client) -> Vec<String> {
    admin.post("/v1/invitations", json!({ "email": EMAIL, "roles": ["coach"] })).await.expect(201);
    let secret = mailed(mail, EMAIL).await;
    let accepted = |secret: &str| json!({ "secret": secret, "name": NAME, "password": PASSWORD });
    anonymous.post("/v1/invitation-acceptances", accepted(&secret)).await.expect(201);
    let known = json!({ "email": EMAIL, "password": PASSWORD });
    let session = anonymous.post("/v1/sessions", known).await.expect(201);
    for (email, password) in [(EMAIL, "kanarie fout"), ("onbekend@zangvogel.example", PASSWORD)] {
        let body = json!({ "email": email, "password": password });
        anonymous.post("/v1/sessions", body).await.problem(401, "log-in-refused");
    }
    anonymous.post("/v1/invitation-acceptances", accepted("kanarie-geheim")).await.problem(409, "invitation-over");
    anonymous.post("/v1/password-resets", json!({ "email": EMAIL })).await.expect(202);
    let tokens = ["accessToken", "refreshToken"].map(|name| session[name].as_str().unwrap_or("kanarie").to_owned());
    let coach = anonymous.bearer(&tokens[0]);
    // The address of another account, which its holder confirms.
    let taken = json!({ "email": "client@a.test", "password": PASSWORD });
    coach.post("/v1/me/email-changes", taken).await.expect(202);
    let confirmed = mailed(mail, "client@a.test").await;
    let body = json!({ "secret": confirmed });
    anonymous.post("/v1/email-change-acceptances", body).await.problem(409, "email-taken");
    [secret, confirmed].into_iter().chain(tokens).collect()
}

/// The secret that the process mails to this address.
async fn mailed(mail: &Mailbox, to: &str) -> String {
    for _ in 0..100 {
        if let Some(received) = mail.unseen().into_iter().find(|received| received.to == to) {
            return received.secret();
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("no mail to {to}");
}

/// PostgreSQL writes the values of a violated unique constraint to its own log, of tables without row-level security.
#[tokio::test]
async fn an_address_that_is_taken_is_not_in_the_log_of_postgresql() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let mail = Mailbox::create();
    let process = Process::start(&app, &mail.variables());
    drive(&app, &mail, &world, &process.base).await;
    process.stop();
    let log = "select coalesce(pg_read_file(current_setting('data_directory') || '/../log', 0, 1 << 28, true), '')";
    let log: Vec<String> = app.raw.column(log).await.unwrap();
    // A server that was not started by the tests logs elsewhere.
    assert!(log[0].contains("PostgreSQL") || std::env::var_os("OMRINGD_TEST_POSTGRES").is_some(), "no log");
    let ours = |line: &&str| ["kanarie", "zangvogel", "(email)="].iter().any(|canary| line.contains(canary));
    let leaks: Vec<_> = log[0].lines().filter(ours).collect();
    assert!(leaks.is_empty(), "{leaks:?}");
}
