//! Runs the real binary in a temporary home directory.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// Temporary home directory of a test, removed when the test ends.
pub(crate) struct Home(pub(crate) PathBuf);

impl Home {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("omringd-cli-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&path));
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_omringd"));
        command.env_clear().env("HOME", &self.0).env("OMRINGD_SECOND_FACTOR", "optional");
        command.args(arguments).stdin(Stdio::null());
        command
    }

    /// Returns the same command on a terminal: standard input is the keyboard, standard output the screen.
    #[cfg(target_os = "linux")]
    pub(crate) fn terminal(&self, arguments: &[&str]) -> Command {
        let binary = env!("CARGO_BIN_EXE_omringd");
        let mut command = Command::new("script");
        let typed = format!("tty; exec {binary} {}", arguments.join(" "));
        command.env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        command.env("HOME", &self.0).args(["--quiet", "--return", "--flush", "--command", &typed, "/dev/null"]);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
        self.command(arguments).envs(environment.iter().copied()).output().unwrap()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// A serving process, stopped when the test ends, even if it fails.
pub(crate) struct Served(pub(crate) Child);

impl Deref for Served {
    type Target = Child;

    fn deref(&self) -> &Child {
        &self.0
    }
}

impl DerefMut for Served {
    fn deref_mut(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Starts a serving process; returns it with its address, from the line that reports it is ready.
pub(crate) fn serve(home: &Home, environment: &[(&str, &str)]) -> (Served, String) {
    serve_by(home.command(&["serve"]), environment)
}

/// As above, started with this command.
pub(crate) fn serve_by(command: Command, environment: &[(&str, &str)]) -> (Served, String) {
    let (child, address, _) = serve_logged(command, environment);
    (child, address)
}

/// As above, with the lines that it logs once it is ready.
pub(crate) fn serve_logged(mut command: Command, environment: &[(&str, &str)]) -> (Served, String, Receiver<Value>) {
    let child = command
        .env("OMRINGD_LISTEN", "127.0.0.1:0")
        .env("OMRINGD_LOG_FORMAT", "json")
        .envs(environment.iter().copied())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut child = Served(child);
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let address = lines
        .by_ref()
        .map_while(Result::ok)
        .filter_map(|line| serde_json::from_str::<Value>(&line).ok())
        .find(|line| line["message"] == "ready")
        .and_then(|line| Some(line["address"].as_str()?.to_owned()))
        .expect("a line that says where it listens");
    let (sender, logged) = mpsc::channel();
    // Keeps reading without a receiver, so that a full pipe never blocks the process.
    std::thread::spawn(move || {
        let lines = lines.map_while(Result::ok).filter_map(|line| serde_json::from_str(&line).ok());
        lines.for_each(|line| drop(sender.send(line)));
    });
    (child, address, logged)
}

pub(crate) fn get(address: &str, method: &str, path: &str) -> String {
    send(address, method, path, "", "").unwrap()
}

/// Timeout for output of the service.
const TIMEOUT: Duration = Duration::from_secs(180);

/// Sends a request and returns the whole response, head and body.
pub(crate) fn send(address: &str, method: &str, path: &str, headers: &str, body: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(TIMEOUT))?;
    stream.set_write_timeout(Some(TIMEOUT))?;
    let length = body.len();
    let head = format!("{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n{headers}");
    write!(stream, "{head}content-length: {length}\r\n\r\n{body}")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

pub(crate) fn stop(child: &mut Child) -> std::process::ExitStatus {
    let killed = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    child.wait().unwrap()
}

pub(crate) const JSON: &str = "content-type: application/json\r\n";
const PASSWORD: &str = "correct horse battery";

pub(crate) fn with_operator(name: &str) -> Home {
    let home = Home::new(name);
    let create = ["operator", "create", "--email", "beheer@example.nl", "--name", "Beheer"];
    assert!(home.run(&create, &[("OMRINGD_OPERATOR_PASSWORD", PASSWORD)]).status.success());
    home
}

/// Returns the headers of a logged-in operator.
pub(crate) fn log_in(address: &str) -> String {
    let body = format!(r#"{{"email":"beheer@example.nl","password":"{PASSWORD}"}}"#);
    let answer = send(address, "POST", "/v1/sessions", JSON, &body).unwrap();
    format!("{JSON}authorization: Bearer {}\r\n", member(&answer, "accessToken").expect("a token"))
}

/// Returns a text from the response body.
pub(crate) fn member(answer: &str, name: &str) -> Option<String> {
    let (_, body) = answer.split_once("\r\n\r\n")?;
    Some(serde_json::from_str::<Value>(body).ok()?[name].as_str()?.to_owned())
}
