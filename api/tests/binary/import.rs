//! `omringd import`, run as a user runs it.

use crate::support::{Home, send, serve, stop};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

const JSON: &str = "content-type: application/json\r\n";
const PASSWORD: &str = "correct horse battery";
const MAPPING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/import/transnat.toml");
const ALTERS: &str = "egoID;alterID;advice;help;talk;money;hobby;conflict;rely;relationship;sex;age;distance;yearsKnown;intensity\r\n\
    7;Geheime Anna;no;yes;no;no;no;no;yes;friend;;;;;close\r\n";

/// Posts this and returns the body of the created resource.
fn post(address: &str, path: &str, headers: &str, body: &Value) -> Value {
    let answer = send(address, "POST", path, &format!("{JSON}{headers}"), &body.to_string()).unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{path}: {answer}");
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
}

fn log_in(address: &str, email: &str) -> String {
    let session = post(address, "/v1/sessions", "", &json!({ "email": email, "password": PASSWORD }));
    format!("authorization: Bearer {}\r\n", session["accessToken"].as_str().unwrap())
}

fn accept(address: &str, invitation: &Value) {
    let acceptance = json!({ "secret": invitation["secret"], "name": "Iemand", "password": PASSWORD });
    post(address, "/v1/invitation-acceptances", "", &acceptance);
}

/// Creates a home directory with tables, and an organisation with an admin and a coach.
fn with_people(name: &str) -> Home {
    let home = Home::new(name);
    let create = ["operator", "create", "--email", "beheer@example.nl", "--name", "Beheer"];
    assert!(home.run(&create, &[("OMRINGD_OPERATOR_PASSWORD", PASSWORD)]).status.success());
    let (mut child, address) = serve(&home, &[]);
    let organisation = json!({ "name": "De Linde", "admin": { "email": "admin@example.nl" } });
    let created = post(&address, "/v1/organisations", &log_in(&address, "beheer@example.nl"), &organisation);
    accept(&address, &created["invitation"]);
    let invitation = json!({ "email": "coach@example.nl", "roles": ["coach"] });
    accept(&address, &post(&address, "/v1/invitations", &log_in(&address, "admin@example.nl"), &invitation));
    assert!(stop(&mut child).success());
    for (name, text) in
        [("egos.csv", "egoID\n7\n"), ("alters.csv", ALTERS), ("ties.csv", "egoID,Source,Target,quality\n")]
    {
        std::fs::write(home.0.join(name), text).unwrap();
    }
    home
}

fn arguments(directory: &Path) -> Vec<&str> {
    let directory = directory.to_str().unwrap();
    vec!["import", "--mapping", MAPPING, "--directory", directory, "--email", "coach@example.nl"]
}

fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn tables_come_in_once_and_only_counts_are_told() {
    let home = with_people("import");
    let mut both = arguments(&home.0);
    both.extend(["--admin-email", "admin@example.nl"]);
    let passwords = [("OMRINGD_PASSWORD", PASSWORD), ("OMRINGD_ADMIN_PASSWORD", PASSWORD)];

    let (_, refused) = texts(&home.run(&arguments(&home.0), &[("OMRINGD_PASSWORD", "wrong")]));
    assert_eq!(refused, "omringd: --email: unknown address or wrong password\n");
    let (_, refused) = texts(&home.run(&arguments(&home.0), &passwords[..1]));
    assert!(refused.contains("no support type reliance"), "{refused}");

    let (told, errors) = texts(&home.run(&both, &passwords));
    assert_eq!(told, "clients 1, of whom new 1\npersons 1\nsupports 2\nties 0\nskipped 0\n", "{errors}");
    assert!(!errors.contains("Anna"), "{errors}");

    // The second run is by the coach alone, with the password on standard input.
    let mut command = home.command(&arguments(&home.0));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{PASSWORD}").unwrap();
    let (told, errors) = texts(&child.wait_with_output().unwrap());
    assert!(told.ends_with("skipped 1, who have a map of this theme: row 2\n"), "{told}{errors}");
}

#[test]
fn a_wrong_value_is_told_before_anybody_logs_in() {
    let home = Home::new("import-wrong");
    let ties = "egoID,Source,Target,quality\n7,Geheime Anna,Bram,good\n";
    let alters = ALTERS.replace(";close", ";nearby");
    for (name, text) in [("egos.csv", "egoID\n7\n"), ("alters.csv", &alters), ("ties.csv", ties)] {
        std::fs::write(home.0.join(name), text).unwrap();
    }
    let mapping = home.0.join("mapping.toml");
    let strict = std::fs::read_to_string(MAPPING).unwrap().replace(", \"*\" = \"outer\"", "");
    std::fs::write(&mapping, strict).unwrap();
    let mut arguments = arguments(&home.0);
    arguments[2] = mapping.to_str().unwrap();
    let output = home.run(&arguments, &[]);
    assert!(!output.status.success());
    let lines = [
        "omringd: nothing was imported",
        "alters.csv, row 2, column intensity: \"nearby\" is not a value of the mapping",
        "ties.csv, row 2, column Target: \"Bram\" is not a person of this client",
    ];
    assert_eq!(texts(&output).1.lines().collect::<Vec<_>>(), lines);
    assert!(!home.0.join(".local").exists(), "a database was made");
}
