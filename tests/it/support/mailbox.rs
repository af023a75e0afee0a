//! The mails of a test: the service writes them to a directory, and jobs run when the test says so.

use super::app::App;
use api::mail::{MailSettings, MailTransport};
use domain::{Ports, jobs};
use std::collections::BTreeSet;
use std::sync::Mutex;
use tempfile::TempDir;

const FRONT_END: &str = "https://front-end.example/app";

/// A directory of mails.
pub(crate) struct Mailbox {
    directory: TempDir,
    seen: Mutex<BTreeSet<String>>,
}

/// A mail.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) to: String,
    pub(crate) subject: String,
    /// The plain text.
    pub(crate) text: String,
    /// The mail as it was sent.
    pub(crate) raw: String,
}

impl Received {
    /// The secret in the link.
    pub(crate) fn secret(&self) -> String {
        let (_, secret) = self.text.split_once('#').unwrap_or_else(|| panic!("no link: {}", self.text));
        secret.split_whitespace().next().unwrap().to_owned()
    }
}

impl Mailbox {
    pub(crate) fn create() -> Self {
        let directory = tempfile::Builder::new().prefix("omringd-mail-").tempdir().unwrap();
        Self { directory, seen: Mutex::default() }
    }

    /// The settings of a service whose mails end here.
    pub(crate) fn settings(&self) -> MailSettings {
        MailSettings {
            transport: MailTransport::Directory(self.directory.path().to_owned()),
            from: "Omringd <omringd@omringd.test>".parse().unwrap(),
            front_end: FRONT_END.to_owned().try_into().unwrap(),
        }
    }

    /// The settings of a process whose mails end here, and whose jobs it runs itself.
    pub(crate) fn variables(&self) -> [(&'static str, String); 3] {
        let from = self.settings().from;
        [
            ("OMRINGD_MAIL_DIRECTORY", self.directory.path().display().to_string()),
            ("OMRINGD_MAIL_FROM", from.to_string()),
            ("OMRINGD_FRONT_END_URL", FRONT_END.to_owned()),
        ]
    }

    /// The ports of a process that sends mail.
    pub(crate) async fn ports(&self, app: &App) -> Ports {
        app.ports_with(|service| service.mail = Some(self.settings())).await
    }

    /// Runs every job that is due, and returns the mails that are new.
    pub(crate) async fn receive(&self, app: &App) -> Vec<Received> {
        let ports = self.ports(app).await;
        while let Some(job) = jobs::take(&ports).await.unwrap() {
            jobs::run(&ports, &job).await.unwrap();
        }
        self.unseen()
    }

    /// The mails that are new.
    pub(crate) fn unseen(&self) -> Vec<Received> {
        let mut seen = self.seen.lock().unwrap();
        let files = std::fs::read_dir(self.directory.path()).unwrap().map(|file| file.unwrap().path());
        let mut new = Vec::new();
        for file in files.filter(|file| file.extension().is_some_and(|kind| kind == "eml")) {
            if seen.insert(file.display().to_string()) {
                new.push(parse(&std::fs::read_to_string(file).unwrap()));
            }
        }
        new.sort_by(|one: &Received, other| one.to.cmp(&other.to));
        new
    }

    /// The only new mail, after running every job.
    pub(crate) async fn only(&self, app: &App) -> Received {
        let mails = self.receive(app).await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        mails.into_iter().next().unwrap()
    }
}

/// Reads a mail with a plain part and an HTML part.
pub(crate) fn parse(raw: &str) -> Received {
    let (head, _) = raw.split_once("\r\n\r\n").unwrap();
    let header = |name: &str| {
        let line = head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        line.unwrap_or_default().to_owned()
    };
    let (_, plain) = raw.split_once("Content-Type: text/plain").unwrap();
    let (part_head, rest) = plain.split_once("\r\n\r\n").unwrap();
    // The whole boundary: a wrapped line of quoted-printable can begin with two dashes of a secret.
    let boundary = head.split_once("boundary=\"").and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
    let body = rest.split(&format!("\r\n--{boundary}")).next().unwrap();
    let text = if part_head.contains("quoted-printable") { unquoted(body) } else { body.to_owned() };
    Received { to: header("To"), subject: header("Subject"), text, raw: raw.to_owned() }
}

/// Decodes quoted-printable.
fn unquoted(text: &str) -> String {
    let (joined, mut bytes) = (text.replace("=\r\n", ""), Vec::new());
    let mut rest = joined.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).filter(|_| *first == b'=').and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_secret_that_is_wrapped_before_two_dashes_is_read_whole() {
    let raw = "To: a@b.test\r\nSubject: x\r\nContent-Type: multipart/alternative;\r\n boundary=\"B1\"\r\n\r\n--B1\r\n\
        Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        Werkt =C3=A9=C3=A9n keer:\r\n\r\nhttps://a.test/invitation#abc=\r\n--def\r\n\r\n--B1\r\nContent-Type: text/html\r\n";
    assert_eq!(parse(raw).secret(), "abc--def");
}
