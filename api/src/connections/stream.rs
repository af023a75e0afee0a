use super::pace::Pace;
use super::timer::Timer;
use super::{ConnectionSettings, Watch};
use crate::client_address::ClientNetwork;
use crate::slots::Slot;
use socket2::SockRef;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// Maximum unsent bytes that the system buffers for a connection.
///
/// It accepts more once half of them are sent, so it shows at any speed whether the client reads.
#[cfg(target_os = "linux")]
const UNSENT: u32 = 128 * 1024;
/// Timeout after which the system closes a connection whose client acknowledges no data.
///
/// For example because the client lost its network.
#[cfg(target_os = "linux")]
const UNCONFIRMED: Duration = Duration::from_secs(60);

/// Delay after the server's own timeout for a request head, before the connection is closed.
const LATER: Duration = Duration::from_secs(1);

/// A connection that closes when the client is silent or slow.
///
/// The server itself would wait forever.
#[derive(Debug)]
pub(crate) struct Watched {
    tcp: TcpStream,
    watch: Watch,
    first_byte: Duration,
    head: Duration,
    silence: Silence,
    /// Number of requests at the last check.
    begun: u64,
    reading: Timer,
    pace: Pace,
    writing: Timer,
    _place: Slot<ClientNetwork>,
}

/// What the client has sent while none of its requests is in progress.
#[derive(Clone, Copy, Debug)]
enum Silence {
    /// The client has sent nothing since it connected.
    Mute(Instant),
    /// The client has sent the start of a request.
    Began(Instant),
    /// A request is in progress or the next one may come: the server's own timeouts apply.
    Over,
}

impl Watched {
    /// Wraps a connection; `head` is the timeout for the head of a request.
    pub(crate) fn new(
        tcp: TcpStream,
        settings: ConnectionSettings,
        head: Duration,
        place: Slot<ClientNetwork>,
    ) -> Self {
        #[cfg(target_os = "linux")]
        {
            let socket = SockRef::from(&tcp);
            let set =
                socket.set_tcp_notsent_lowat(UNSENT).and_then(|()| socket.set_tcp_user_timeout(Some(UNCONFIRMED)));
            if let Err(error) = set {
                tracing::debug!(%error, "a connection has the system's own limits");
            }
        }
        Self {
            tcp,
            watch: Watch::default(),
            first_byte: settings.first_byte,
            head,
            silence: Silence::Mute(Instant::now()),
            begun: 0,
            reading: Timer::default(),
            pace: Pace::new(settings.pace),
            writing: Timer::default(),
            _place: place,
        }
    }

    pub(crate) fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Updates the state when a request begins: the bytes received before belong to that request.
    fn follow_requests(&mut self) {
        let begun = self.watch.begun();
        if begun != self.begun || !self.watch.is_idle() {
            self.begun = begun;
            self.silence = Silence::Over;
        }
    }

    fn heard(&mut self) {
        self.follow_requests();
        if self.watch.is_idle() && !matches!(self.silence, Silence::Began(_)) {
            self.silence = Silence::Began(Instant::now());
        }
    }

    /// Returns ready when the client has been silent for too long.
    fn poll_silence(&mut self, context: &mut Context<'_>) -> Poll<()> {
        self.follow_requests();
        let due = match self.silence {
            Silence::Mute(since) => since + self.first_byte,
            // The server itself times out the first head; it has no timeout for the head of later requests.
            Silence::Began(since) => since + self.head + LATER,
            Silence::Over => return Poll::Pending,
        };
        self.reading.poll(context, due)
    }
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let Poll::Ready(result) = Pin::new(&mut self.tcp).poll_read(context, buffer) else {
            // Same as when the client closes the connection.
            return self.poll_silence(context).map(Ok);
        };
        if buffer.filled().len() > before {
            self.heard();
        }
        Poll::Ready(result)
    }
}

impl AsyncWrite for Watched {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        if let Poll::Ready(result) = Pin::new(&mut this.tcp).poll_write(context, bytes) {
            this.pace.took(*result.as_ref().unwrap_or(&0), Instant::now);
            return Poll::Ready(result);
        }
        let due = this.pace.blocked(Instant::now);
        ready!(this.writing.poll(context, due));
        metrics::counter!("connections_stalled_total").increment(1);
        // Discards unsent data instead of leaving it to the system.
        drop(SockRef::from(&this.tcp).set_linger(Some(Duration::ZERO)));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        // The server flushes once it has written everything.
        self.watch.written();
        Pin::new(&mut self.tcp).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(context)
    }
}
