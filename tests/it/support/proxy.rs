//! Stands between the application and PostgreSQL: delays what passes, and counts the statements.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// A proxy for PostgreSQL. It has threads of its own, since the tests' runtimes come and go.
#[derive(Clone, Debug)]
pub(crate) struct Proxy {
    pub(crate) address: SocketAddr,
    statements: Arc<Mutex<Vec<String>>>,
    stopped: Arc<AtomicBool>,
}

impl Proxy {
    /// A proxy to `target` that holds everything back for `delay`, each way.
    pub(crate) fn start(target: SocketAddr, delay: Duration) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let proxy =
            Self { address: listener.local_addr().unwrap(), statements: Arc::default(), stopped: Arc::default() };
        let (statements, stopped) = (proxy.statements.clone(), proxy.stopped.clone());
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                let server = TcpStream::connect(target).unwrap();
                for stream in [&client, &server] {
                    stream.set_nodelay(true).unwrap();
                }
                let mut counter =
                    Counter { statements: statements.clone(), buffer: Vec::new(), started: false, text: String::new() };
                pass(client.try_clone().unwrap(), server.try_clone().unwrap(), delay, move |bytes| counter.see(bytes));
                pass(server, client, delay, |_| {});
            }
        });
        proxy
    }

    /// Takes no more connections.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        drop(TcpStream::connect(self.address));
    }

    /// Forgets what passed so far.
    pub(crate) fn reset(&self) {
        self.statements.lock().unwrap().clear();
    }

    /// The statements executed since: BEGIN and COMMIT are among them; the `BEGIN; ROLLBACK` and the ping with which a
    /// connection goes back to the pool are not, nor is preparing a statement the first time.
    pub(crate) fn statements(&self) -> Vec<String> {
        self.statements.lock().unwrap().clone()
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, delay: Duration, mut see: impl FnMut(&[u8]) + Send + 'static) {
    let (queue, queued) = mpsc::channel::<(Instant, Vec<u8>)>();
    thread::spawn(move || {
        for (due, bytes) in queued {
            thread::sleep(due.saturating_duration_since(Instant::now()));
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
            if queue.send((Instant::now() + delay, bytes[..read].to_vec())).is_err() {
                break;
            }
        }
    });
}

/// Reads the frontend's half of the protocol: a type, a length, a body.
struct Counter {
    statements: Arc<Mutex<Vec<String>>>,
    buffer: Vec<u8>,
    started: bool,
    /// The last statement prepared, for the message of a failing test.
    text: String,
}

impl Counter {
    fn see(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
        loop {
            // The first message has no type.
            let head = usize::from(self.started);
            let Some(length) = self.buffer.get(head..head + 4) else { return };
            let end = head + u32::from_be_bytes(length.try_into().unwrap()) as usize;
            if self.buffer.len() < end {
                return;
            }
            let message: Vec<u8> = self.buffer.drain(..end).collect();
            if self.started {
                self.message(message[0], &message[5..]);
            }
            self.started = true;
        }
    }

    fn message(&mut self, kind: u8, body: &[u8]) {
        match kind {
            b'P' => self.text = body.split(|byte| *byte == 0).nth(1).map(text).unwrap_or_default(),
            b'E' => self.executed(self.text.clone()),
            b'Q' => self.executed(text(body.strip_suffix(&[0]).unwrap_or(body))),
            _ => {}
        }
    }

    fn executed(&self, text: String) {
        if !text.trim().is_empty() && !text.starts_with("ROLLBACK") && text != "BEGIN; ROLLBACK" {
            self.statements.lock().unwrap().push(text);
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
