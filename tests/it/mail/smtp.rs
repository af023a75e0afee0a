//! A real mail server, with STARTTLS and a log-in: `aiosmtpd`, which `scripts/mail-sink.sh` installs.

use crate::support::{App, Db};
use api::mail::{MailSettings, MailTransport};
use domain::{Ports, jobs};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Lines};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use tempfile::TempDir;

/// The mail server, until it is dropped.
struct Sink {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
    port: u64,
    files: TempDir,
}

const USER: &str = "omringd@example.nl";
const PASSWORD: &str = "p@ss/word#1 %";

impl Sink {
    fn start() -> Self {
        let project = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
        let python = project.join("target/venv/mail/bin/python");
        assert!(python.exists(), "the mail server of this test is missing: run scripts/mail-sink.sh");
        let files = tempfile::tempdir().unwrap();
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let (certificate, key) = (files.path().join("server.pem"), files.path().join("key.pem"));
        std::fs::write(&certificate, made.cert.pem()).unwrap();
        std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        let mut process = Command::new(python)
            .arg(project.join("tests/it/mail/sink.py"))
            .args([&certificate, &key])
            .args([USER, PASSWORD])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut sink = Self { process, lines, port: 0, files };
        sink.port = sink.next()["port"].as_u64().unwrap();
        sink
    }

    /// The next line of the server.
    fn next(&mut self) -> Value {
        serde_json::from_str(&self.lines.next().unwrap().unwrap()).unwrap()
    }

    fn settings(&self, password: &str, trusted: bool) -> MailSettings {
        let certificate = self.files.path().join("server.pem");
        let url = format!("smtp://omringd%40example.nl@localhost:{}", self.port);
        let url = if trusted { url } else { url.replace("localhost", "127.0.0.1") };
        MailSettings {
            transport: MailTransport::Smtp {
                url: url.into(),
                password: Some(password.to_owned().into()),
                root_certificate: Some(certificate),
            },
            from: "Omringd <omringd@omringd.test>".parse().unwrap(),
            front_end: "https://front-end.example".to_owned().try_into().unwrap(),
        }
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Runs the one job that is due.
async fn run_one(ports: &Ports) -> domain::Result<()> {
    let job = jobs::take(ports).await.unwrap().unwrap();
    jobs::run(ports, &job).await
}

#[tokio::test]
async fn a_mail_goes_over_tls_with_a_log_in_to_a_mail_server() {
    let mut sink = Sink::start();
    let (app, world) =
        App::with_world_and(Db::Sqlite, |service| service.mail = Some(sink.settings(PASSWORD, true))).await;
    let ports = app.ports_with(|service| service.mail = Some(sink.settings(PASSWORD, true))).await;
    let invite = async |email: &str| {
        let body = json!({ "email": email, "roles": ["coach"] });
        let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
        admin.post("/v1/invitations", body).await.expect(201).location()
    };
    let state = async |of: &str| {
        let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
        admin.get(of).await.expect(200)["mail"]["state"].clone()
    };
    let invited = invite("marijke@elders.test").await;
    // A server with another name than its certificate, and a wrong password: tried again later, not refused.
    for settings in [sink.settings(PASSWORD, false), sink.settings("wrong", true)] {
        let wrong = app.ports_with(|service| service.mail = Some(settings)).await;
        run_one(&wrong).await.unwrap_err();
        assert_eq!(state(&invited).await, "waiting");
        app.clock.advance(chrono::TimeDelta::hours(1));
    }
    run_one(&ports).await.unwrap();
    let mail = sink.next();
    assert_eq!(
        (&mail["to"], &mail["tls"], &mail["user"]),
        (&json!(["marijke@elders.test"]), &json!(true), &json!(USER))
    );
    let content = mail["content"].as_str().unwrap();
    assert!(content.contains("Subject: Uitnodiging van Organisation A\r\n"), "{content}");
    assert_eq!(state(&invited).await, "sent");
    let refused = invite("nobody@elders.test").await;
    run_one(&ports).await.unwrap();
    assert_eq!(state(&refused).await, "refused");
}
