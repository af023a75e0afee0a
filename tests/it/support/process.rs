//! The service as a process of its own, with everything that an operator sees of it.

use super::App;
use reqwest::Url;
use secrecy::ExposeSecret;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long the process may take to start, and its last line to appear.
const PATIENCE: Duration = Duration::from_secs(30);
/// The test that is the process.
const ENTRY: &str = "telemetry::the_process";

/// `omringd serve` beside an application, on the same database and keys: with a log of everything, traces and metrics.
pub(crate) struct Process {
    pub(crate) base: String,
    metrics: Url,
    child: Child,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
    collector: Collector,
}

/// What an ended process left.
pub(crate) struct Left {
    pub(crate) log: String,
    /// What the collector of traces received: protocol buffers, which hold texts as they are.
    pub(crate) spans: String,
}

impl Process {
    /// Starts it with these settings besides those of the application. The binary of the tests is the program.
    pub(crate) fn start(app: &App, settings: &[(&str, String)]) -> Self {
        let (config, collector, port) = (app.config(), Collector::start(), free_port());
        let path = |path: Option<std::path::PathBuf>| path.unwrap().to_str().unwrap().to_owned();
        let metrics = format!("127.0.0.1:{port}");
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args([ENTRY, "--exact", "--ignored", "--nocapture", "--test-threads=1"]);
        command
            .env("OMRINGD_DATABASE_URL", config.database_url.unwrap().expose_secret())
            .env("OMRINGD_KEY_DIRECTORY", path(config.key_directory))
            .env("OMRINGD_KEY_STORE", path(config.key_store))
            .env("OMRINGD_KEY_ENCRYPTION_KEY", config.key_encryption_key.unwrap().expose_secret())
            .env("OMRINGD_LISTEN", "127.0.0.1:0")
            .env("OMRINGD_METRICS_LISTEN", &metrics)
            .env("OMRINGD_OTLP_ENDPOINT", format!("http://{}/v1/traces", collector.address))
            .env("OMRINGD_SECOND_FACTOR", "optional")
            .env("OMRINGD_LOG_FORMAT", "json")
            .env("OMRINGD_LOG_LEVEL", "debug")
            // The interval of the exporter, in milliseconds.
            .env("OTEL_BSP_SCHEDULE_DELAY", "100")
            .envs(settings.iter().map(|(name, value)| (name, value)));
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (lines, kept) = (BufReader::new(child.stderr.take().unwrap()), log.clone());
        let reader = thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                let mut kept = kept.lock().unwrap();
                kept.push_str(&line);
                kept.push('\n');
            }
        });
        let metrics = Url::parse(&format!("http://{metrics}/metrics")).unwrap();
        let mut process = Self { base: String::new(), metrics, child, log, reader: Some(reader), collector };
        let ready = process.line(|line| line["message"] == "ready");
        process.base = format!("http://{}", ready["address"].as_str().unwrap());
        process
    }

    /// The lines of the log so far, which are JSON.
    pub(crate) fn lines(&self) -> Vec<Value> {
        self.log.lock().unwrap().lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    }

    /// The first line like this, once it is there.
    pub(crate) fn line(&self, is_meant: impl Fn(&Value) -> bool) -> Value {
        let began = Instant::now();
        loop {
            if let Some(line) = self.lines().into_iter().find(&is_meant) {
                return line;
            }
            assert!(began.elapsed() < PATIENCE, "no such line: {}", self.log.lock().unwrap());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// What `/metrics` shows now.
    pub(crate) async fn metrics(&self) -> String {
        reqwest::get(self.metrics.clone()).await.unwrap().text().await.unwrap()
    }

    /// Stops it, which sends its last spans.
    pub(crate) fn stop(mut self) -> Left {
        let process = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(process, rustix::process::Signal::TERM).unwrap();
        assert!(self.child.wait().unwrap().success());
        self.reader.take().unwrap().join().unwrap();
        let log = std::mem::take(&mut *self.log.lock().unwrap());
        let spans = String::from_utf8_lossy(&self.collector.received.lock().unwrap()).into_owned();
        Left { log, spans }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// Receives traces.
struct Collector {
    address: SocketAddr,
    received: Arc<Mutex<Vec<u8>>>,
}

impl Collector {
    fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let collector = Self { address: listener.local_addr().unwrap(), received: Arc::default() };
        let received = collector.received.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let received = received.clone();
                thread::spawn(move || receive(&stream, &received));
            }
        });
        collector
    }
}

/// Keeps the body of every request of a connection.
fn receive(stream: &TcpStream, received: &Mutex<Vec<u8>>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).ok()? == 0 {
                return None;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().ok()?;
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        received.lock().unwrap().extend(body);
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\n\r\n";
        (&mut &*stream).write_all(answer.as_bytes()).ok()?;
    }
}
