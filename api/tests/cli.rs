//! The real binary, from its command line.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A home of a test's own; it goes with the test.
struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("omringd-cli-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&path));
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_omringd"));
        command.env_clear().env("HOME", &self.0).args(arguments).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
        self.command(arguments).envs(environment.iter().copied()).output().unwrap()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// A served process and its address, from the line that says it is ready.
fn serve(home: &Home, environment: &[(&str, &str)]) -> (Child, String) {
    let mut child = home
        .command(&["serve"])
        .env("OMRINGD_LISTEN", "127.0.0.1:0")
        .env("OMRINGD_LOG_FORMAT", "json")
        .envs(environment.iter().copied())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let address = lines
        .by_ref()
        .map_while(Result::ok)
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(&line).ok())
        .find(|line| line["message"] == "ready")
        .and_then(|line| Some(line["address"].as_str()?.to_owned()))
        .expect("a line that says where it listens");
    // Read on, so that the process is never stopped by a full pipe.
    std::thread::spawn(move || lines.for_each(drop));
    (child, address)
}

fn get(address: &str, method: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn stop(child: &mut Child) -> std::process::ExitStatus {
    let killed = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    child.wait().unwrap()
}

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
    let file = home.0.join("omringd.toml");
    std::fs::write(&file, "workers = \"many\"\n").unwrap();
    let output = home.run(&["--config", file.to_str().unwrap(), "serve"], &[]);
    assert!(!output.status.success() && errors(&output).contains("workers"), "{}", errors(&output));
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
    assert!(!home.run(&arguments, &password).status.success());
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
