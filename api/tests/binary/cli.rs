//! The command line.

use crate::support::{Home, Served, get, serve, serve_by, stop};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Output, Stdio};

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Returns the output of a command that succeeds.
fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", errors(output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_bad_setting_is_refused_with_its_name() {
    let home = Home::new("bad");
    for (name, value) in
        [("OMRINGD_LISTEN", "everywhere"), ("OMRINGD_COLOUR", "blue"), ("OMRINGD_DATABASE_URL", "mysql://x")]
    {
        let output = home.run(&["serve"], &[(name, value)]);
        assert!(!output.status.success());
        let name = name.trim_start_matches("OMRINGD_").to_lowercase();
        assert!(errors(&output).contains(&name), "{}", errors(&output));
    }
    for (name, value) in [
        ("OMRINGD_CORS_ORIGINS", "*"),
        ("OMRINGD_CORS_ORIGINS", "https://a.example/"),
        ("OMRINGD_PUBLIC_URL", "a.example"),
        ("OMRINGD_DATABASE_URL", "postgres://u:se/cret@host/db"),
    ] {
        let output = home.run(&["serve"], &[(name, value)]);
        let errors = errors(&output);
        assert!(!output.status.success() && errors.contains(name) && errors.contains("expected"), "{errors}");
        assert!(!errors.contains("ready") && !errors.contains("cret"), "{errors}");
    }
    let file = home.0.join("omringd.toml");
    std::fs::write(&file, "workers = \"many\"\n").unwrap();
    let output = home.run(&["--config", file.to_str().unwrap(), "serve"], &[]);
    assert!(!output.status.success() && errors(&output).contains("workers"), "{}", errors(&output));
}

#[test]
fn a_second_demo_leaves_the_data_of_the_first() {
    let home = Home::new("demos");
    let (first, address) = serve_by(home.command(&["demo"]), &[]);
    let file = home.0.join(".local/share/omringd/demo/demo.db");
    let made = std::fs::metadata(&file).unwrap().created().unwrap();
    let second = home.run(&["demo"], &[("OMRINGD_LISTEN", &address)]);
    assert!(!second.status.success() && errors(&second).contains(&address), "{}", errors(&second));
    assert_eq!(std::fs::metadata(&file).unwrap().created().unwrap(), made);
    drop(first);
}

#[test]
fn it_serves_and_stops_gracefully() {
    let home = Home::new("serve");
    let (mut child, address) = serve(&home, &[]);
    assert!(get(&address, "GET", "/health/live").starts_with("HTTP/1.1 204"));
    assert!(get(&address, "GET", "/health/ready").starts_with("HTTP/1.1 204"));
    let head = get(&address, "HEAD", "/v1/openapi.json");
    assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"), "{head}");
    let options = get(&address, "OPTIONS", "/v1/clients");
    assert!(options.starts_with("HTTP/1.1 204") && options.contains("allow: GET, HEAD, POST"), "{options}");
    assert!(get(&address, "GET", &format!("/{}", "x".repeat(9000))).starts_with("HTTP/1.1 414"));
    let healthy = home.run(&["healthcheck"], &[("OMRINGD_LISTEN", &address)]);
    assert!(healthy.status.success(), "{}", errors(&healthy));
    assert_eq!(stop(&mut child).code(), Some(0));
    let unhealthy = home.run(&["healthcheck"], &[("OMRINGD_LISTEN", &address)]);
    assert!(!unhealthy.status.success());
    assert!(errors(&unhealthy).contains(&format!("http://{address}/health/ready is not ready: connection refused")));
    // Only this user may read the directory of personal data.
    assert!(mode(&home.0.join(".local/share/omringd")).trailing_zeros() >= 6);
}

#[test]
fn log_lines_that_go_to_no_terminal_have_no_escape_sequences() {
    let home = Home::new("colours");
    let mut command = home.command(&[]);
    command.env("OMRINGD_LISTEN", "127.0.0.1:0").stderr(Stdio::piped());
    let mut child = Served(command.spawn().unwrap());
    let lines = lines_until(" ready ", BufReader::new(child.stderr.take().unwrap()));
    assert!(!lines.contains('\x1b'), "{lines:?}");
    // Without a command it serves, and logs its address.
    let file = home.0.join(".local/share/omringd/omringd.db");
    assert!(lines.lines().next().unwrap().contains(&format!("SQLite file {}", file.display())), "{lines}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colours_unless_it_wants_none() {
    let home = Home::new("no-color");
    for (no_color, coloured) in [("", true), ("1", false)] {
        let mut terminal = home.terminal(&["serve"]);
        terminal.env("OMRINGD_LISTEN", "127.0.0.1:0").env("NO_COLOR", no_color).stdout(Stdio::piped());
        let mut child = Served(terminal.spawn().unwrap());
        let lines = lines_until("ready", BufReader::new(child.stdout.take().unwrap()));
        assert_eq!(lines.contains('\x1b'), coloured, "{lines:?}");
    }
}

/// Returns the lines up to one that contains this text.
fn lines_until(text: &str, mut from: impl BufRead) -> String {
    let mut lines = String::new();
    while !lines.contains(text) {
        assert!(from.read_line(&mut lines).unwrap() > 0, "{lines}");
    }
    lines
}

fn mode(path: &Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(path).unwrap().permissions()) & 0o777
}

#[test]
fn an_operator_is_created_once_and_the_password_is_no_argument() {
    let home = Home::new("operator");
    assert!(printed(&home.run(&["migrate"], &[])).ends_with("migration(s) applied; the database is up to date\n"));
    assert_eq!(printed(&home.run(&["migrate"], &[])), "the database is up to date\n");
    let arguments = ["operator", "create", "--email", "beheer@example.nl", "--name", "Beheer"];
    let password = [("OMRINGD_OPERATOR_PASSWORD", "correct horse battery")];
    let created = home.run(&arguments, &password);
    assert!(created.status.success(), "{}", errors(&created));
    let twice = home.run(&arguments, &password);
    let taken = "omringd: --email: an account with this address already exists\n";
    assert!(!twice.status.success() && errors(&twice) == taken, "{}", errors(&twice));
    for weak in ["password1234", "aaaaaaaaaaaa", "beheer@example.nl"] {
        let other = ["operator", "create", "--email", "beheer@example.nl", "--name", "Beheer"];
        let refused = home.run(&other, &[("OMRINGD_OPERATOR_PASSWORD", weak)]);
        assert!(!refused.status.success() && errors(&refused).contains("too easy to guess"), "{}", errors(&refused));
        assert!(!errors(&refused).contains(weak));
    }
    let short = home.run(&arguments, &[("OMRINGD_OPERATOR_PASSWORD", "short")]);
    assert!(!short.status.success() && !errors(&short).contains("short\n"));
}

#[test]
fn the_document_is_printed_without_a_database() {
    let home = Home::new("openapi");
    let output = home.run(&["openapi"], &[]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    assert_eq!(std::fs::read_dir(&home.0).unwrap().count(), 0);
}

#[test]
fn keys_rotate() {
    let home = Home::new("keys");
    assert!(home.run(&["keys", "rotate"], &[]).status.success());
    let directory = home.0.join(".local/share/omringd/keys");
    let next = std::fs::read(directory.join("next")).unwrap();
    let rotated = "the next key is now the signing key; running processes load it within a minute\n";
    assert_eq!(printed(&home.run(&["keys", "rotate"], &[])), rotated);
    assert_eq!(std::fs::read(directory.join("current")).unwrap(), next);
}
