//! The command line.

use crate::support::{Home, Served, get, serve, serve_by, stop};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Output, Stdio};

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
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
    // Only this user may look where personal data is.
    assert!(mode(&home.0.join(".local/share/omringd")).trailing_zeros() >= 6);
}

#[test]
fn log_lines_that_go_to_no_terminal_have_no_escape_sequences() {
    let home = Home::new("colours");
    let mut command = home.command(&["serve"]);
    command.env("OMRINGD_LISTEN", "127.0.0.1:0").stderr(Stdio::piped());
    let mut child = Served(command.spawn().unwrap());
    for line in BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap) {
        assert!(!line.contains('\x1b'), "{line:?}");
        if line.contains(" ready ") {
            return;
        }
    }
    panic!("never ready");
}

fn mode(path: &Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(path).unwrap().permissions()) & 0o777
}

#[test]
fn an_operator_is_created_once_and_the_password_is_no_argument() {
    let home = Home::new("operator");
    assert!(home.run(&["migrate"], &[]).status.success());
    let arguments = ["operator", "create", "--email", "beheer@example.nl", "--name", "Beheer"];
    let password = [("OMRINGD_OPERATOR_PASSWORD", "correct horse battery")];
    let created = home.run(&arguments, &password);
    assert!(created.status.success(), "{}", errors(&created));
    let twice = home.run(&arguments, &password);
    assert!(!twice.status.success() && errors(&twice).contains("--email"), "{}", errors(&twice));
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
    assert!(home.run(&["keys", "rotate"], &[]).status.success());
    assert_eq!(std::fs::read(directory.join("current")).unwrap(), next);
}
