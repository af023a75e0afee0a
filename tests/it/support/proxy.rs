//! Stands between the application and PostgreSQL: delays what passes, and counts the statements.

use std::collections::{HashMap, VecDeque};
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// A proxy for PostgreSQL. It has threads of its own, since the tests' runtimes come and go.
#[derive(Clone, Debug)]
pub(crate) struct Proxy {
    pub(crate) address: SocketAddr,
    statements: Arc<Mutex<Vec<String>>>,
    flights: Arc<AtomicUsize>,
    stopped: Arc<AtomicBool>,
    held: Arc<AtomicBool>,
    /// In microseconds.
    delay: Arc<AtomicU64>,
}

impl Proxy {
    /// A proxy to `target` that holds everything back for `delay`, each way.
    pub(crate) fn start(target: SocketAddr, delay: Duration) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let proxy = Self {
            address,
            statements: Arc::default(),
            flights: Arc::default(),
            stopped: Arc::default(),
            held: Arc::default(),
            delay: Arc::new(AtomicU64::new(delay.as_micros().try_into().unwrap())),
        };
        let (statements, flights) = (proxy.statements.clone(), proxy.flights.clone());
        let (stopped, held, delay) = (proxy.stopped.clone(), proxy.held.clone(), proxy.delay.clone());
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                let server = TcpStream::connect(target).unwrap();
                for stream in [&client, &server] {
                    stream.set_nodelay(true).unwrap();
                }
                let waiting = Arc::new(Mutex::new(VecDeque::new()));
                let mut asked = Asked {
                    statements: statements.clone(),
                    flights: flights.clone(),
                    waiting: waiting.clone(),
                    prepared: HashMap::new(),
                    bound: String::new(),
                };
                let mut asking = Messages { buffer: Vec::new(), typed: false };
                let asked = move |bytes: &[u8]| asking.read(bytes, |kind, body| asked.message(kind, body));
                pass(client.try_clone().unwrap(), server.try_clone().unwrap(), delay.clone(), held.clone(), asked);
                let mut answering = Messages { buffer: Vec::new(), typed: true };
                let answered = move |bytes: &[u8]| answering.read(bytes, |kind, _| ready(kind, &waiting));
                pass(server, client, delay.clone(), held.clone(), answered);
            }
        });
        proxy
    }

    /// Takes no more connections.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        drop(TcpStream::connect(self.address));
    }

    /// Holds everything back silently, or lets it through again.
    pub(crate) fn hold(&self, held: bool) {
        self.held.store(held, Ordering::SeqCst);
    }

    /// Holds everything back for this long, each way, from now on.
    pub(crate) fn delay(&self, delay: Duration) {
        self.delay.store(delay.as_micros().try_into().unwrap(), Ordering::SeqCst);
    }

    /// Forgets what passed so far.
    pub(crate) fn reset(&self) {
        self.statements.lock().unwrap().clear();
        self.flights.store(0, Ordering::SeqCst);
    }

    /// How many times the application waited for an answer since. A COMMIT or ROLLBACK alone is not waited for.
    pub(crate) fn flights(&self) -> usize {
        self.flights.load(Ordering::SeqCst)
    }

    /// The statements executed since, without BEGIN, COMMIT and ROLLBACK, which are sent with others, without the question
    /// whether a connection is there, and preparing a statement the first time.
    pub(crate) fn statements(&self) -> Vec<String> {
        self.statements.lock().unwrap().clone()
    }
}

fn pass(
    mut from: TcpStream,
    mut to: TcpStream,
    delay: Arc<AtomicU64>,
    held: Arc<AtomicBool>,
    mut see: impl FnMut(&[u8]) + Send + 'static,
) {
    let (queue, queued) = mpsc::channel::<(Instant, Vec<u8>)>();
    thread::spawn(move || {
        for (due, bytes) in queued {
            thread::sleep(due.saturating_duration_since(Instant::now()));
            while held.load(Ordering::SeqCst) {
                thread::sleep(Duration::from_millis(5));
            }
            if to.write_all(&bytes).is_err() {
                break;
            }
        }
        drop(to.shutdown(Shutdown::Both));
    });
    thread::spawn(move || {
        let mut bytes = [0; 16 * 1024];
        while let Ok(read @ 1..) = from.read(&mut bytes) {
            see(&bytes[..read]);
            if queue
                .send((Instant::now() + Duration::from_micros(delay.load(Ordering::SeqCst)), bytes[..read].to_vec()))
                .is_err()
            {
                break;
            }
        }
    });
}

/// One half of the protocol: a type, a length, a body.
struct Messages {
    buffer: Vec<u8>,
    /// The first message of the application has no type.
    typed: bool,
}

impl Messages {
    fn read(&mut self, bytes: &[u8], mut message: impl FnMut(u8, &[u8])) {
        self.buffer.extend_from_slice(bytes);
        loop {
            let head = usize::from(self.typed);
            let Some(length) = self.buffer.get(head..head + 4) else { return };
            let end = head + u32::from_be_bytes(length.try_into().unwrap()) as usize;
            if self.buffer.len() < end {
                return;
            }
            let whole: Vec<u8> = self.buffer.drain(..end).collect();
            if self.typed {
                message(whole[0], &whole[5..]);
            }
            self.typed = true;
        }
    }
}

/// What the server has not answered yet, in order, and whether the application waits for it.
type Waiting = Arc<Mutex<VecDeque<bool>>>;

fn ready(kind: u8, waiting: &Waiting) {
    if kind == b'Z' {
        waiting.lock().unwrap().pop_front();
    }
}

/// What the application asks on one connection.
struct Asked {
    statements: Arc<Mutex<Vec<String>>>,
    flights: Arc<AtomicUsize>,
    waiting: Waiting,
    /// The texts of prepared statements by their names, and of the one that is bound.
    prepared: HashMap<String, String>,
    bound: String,
}

impl Asked {
    fn message(&mut self, kind: u8, body: &[u8]) {
        match kind {
            b'P' => {
                let [name, statement] = strings(body);
                self.prepared.insert(name, statement);
                self.bound.clear();
            }
            b'B' => {
                let [_portal, name] = strings(body);
                self.bound = self.prepared.get(&name).cloned().unwrap_or_default();
            }
            b'E' => self.executed(self.bound.clone()),
            b'S' => self.waits(!self.bound.is_empty()),
            b'Q' => {
                let statement = text(body.strip_suffix(&[0]).unwrap_or(body));
                let is_asked = !["", "commit", "rollback"].contains(&statement.trim());
                self.executed(statement);
                self.waits(is_asked);
            }
            _ => {}
        }
    }

    fn executed(&self, text: String) {
        let first = text.split_whitespace().next().unwrap_or_default();
        if !["", "begin", "begin;", "commit", "rollback"].contains(&first) {
            self.statements.lock().unwrap().push(text);
        }
    }

    /// A flight begins where nothing else is waited for. Preparing a statement for the first time is none.
    fn waits(&self, is_asked: bool) {
        let mut waiting = self.waiting.lock().unwrap();
        if is_asked && !waiting.contains(&true) {
            self.flights.fetch_add(1, Ordering::SeqCst);
        }
        waiting.push_back(is_asked);
    }
}

/// The first two strings of a message.
fn strings(body: &[u8]) -> [String; 2] {
    let mut parts = body.split(|byte| *byte == 0).map(text);
    [(); 2].map(|()| parts.next().unwrap_or_default())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
