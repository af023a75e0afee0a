//! The application of one test.

use super::client::Client;
use super::clock::TestClock;
use super::postgres::TestDatabase;
use super::proxy::Proxy;
use super::raw_database::RawDatabase;
use super::seed::World;
use super::sqlite::TestFile;
use api::auth::{Argon2id, SystemSecrets, Throttle, ThrottleSettings, Tokens};
use api::server::Data;
use api::{ConnectionSettings, Connections, ExportQueue, ExportSettings, OpenResponses, ResponseSettings};
use api::{
    Deadlines, Described, EventStreams, Imports, Limiter, MapCache, Priority, Readiness, Renderer, Spools,
    StreamSettings, TrustedProxies,
};
use domain::accounts::{Email, create_operator};
use domain::audit::NoAuditLog;
use domain::ports::{Accounts, Clock, Ids, TimeOrderedIds};
use domain::{Password, Ports, SessionId, ShortText, UserId};
use persistence::{Database, Settings};
use reqwest::Url;
use secrecy::SecretString;
use std::net::TcpListener;
use std::num::NonZeroUsize;
use std::sync::{Arc, LazyLock, mpsc};
use std::thread;
use std::time::Duration;
use uuid::Uuid;

/// The databases every test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Db {
    Sqlite,
    Postgres,
}

/// A test's database; it goes with the test.
pub(crate) enum Kept {
    Sqlite(TestFile),
    Postgres(TestDatabase),
}

impl Kept {
    pub(crate) fn create(db: Db) -> Self {
        match db {
            Db::Sqlite => Self::Sqlite(TestFile::create()),
            Db::Postgres => Self::Postgres(TestDatabase::create()),
        }
    }

    /// The address the service gets.
    pub(crate) fn url(&self) -> String {
        match self {
            Self::Sqlite(file) => file.url(),
            Self::Postgres(database) => database.runtime_url().into(),
        }
    }

    /// The address of somebody whom no row-level security binds.
    pub(crate) fn unbound_url(&self) -> String {
        match self {
            Self::Sqlite(file) => file.url(),
            Self::Postgres(database) => database.superuser_url().into(),
        }
    }

    /// The address of the owner of the tables.
    pub(crate) fn owner_url(&self) -> String {
        match self {
            Self::Sqlite(file) => file.url(),
            Self::Postgres(database) => database.owner_url().into(),
        }
    }
}

/// How the service connects, small enough for many tests at once. `OMRINGD_TEST_POOLER` names a pooler in transaction
/// mode, as `host:port`, that it goes through to the server of `OMRINGD_TEST_POSTGRES`.
pub(crate) fn settings(url: &str) -> Settings {
    let pooler = std::env::var("OMRINGD_TEST_POOLER").ok().filter(|_| url.starts_with("postgres"));
    let url = pooler.as_ref().map_or_else(|| url.to_owned(), |pooler| through(url, pooler));
    Settings {
        url: SecretString::from(url),
        max_connections: 5,
        threads: 2,
        acquire_timeout: Duration::from_secs(10),
        statement_timeout: Duration::from_secs(10),
        transaction_pooler: pooler.is_some(),
        replica_url: None,
    }
}

/// The address by way of another host and port.
fn through(url: &str, other: &str) -> String {
    let mut url = Url::parse(url).unwrap();
    let (host, port) = other.split_once(':').unwrap();
    url.set_host(Some(host)).unwrap();
    url.set_port(Some(port.parse().unwrap())).unwrap();
    url.set_query(Some("sslmode=disable"));
    url.into()
}

/// The application as it is served, wired in this one place.
fn wire(database: Database, clock: TestClock) -> api::App {
    let ports = Ports {
        store: Arc::new(database.clone()),
        accounts: Accounts::new(Arc::new(database.clone())),
        queue: Arc::new(database.clone()),
        audit_log: Arc::new(NoAuditLog),
        notifications: Arc::new(database),
        passwords: Arc::new(Argon2id::new(NonZeroUsize::MIN).unwrap()),
        secrets: Arc::new(SystemSecrets),
        refusals: Arc::default(),
        clock: Arc::new(clock),
        ids: Arc::new(TimeOrderedIds),
    };
    api::App {
        tokens: Data::new(tokens(ports.clock.clone())),
        ports,
        throttle: Data::new(Throttle::new(ThrottleSettings::default()).unwrap()),
        trusted_proxies: TrustedProxies::default(),
        readiness: Readiness::default(),
        cors_origins: vec!["https://front-end.example".to_owned().try_into().unwrap()],
        public_url: api::PublicUrl::default(),
        limiter: Limiter::default(),
        rendered: Data::new(MapCache::new(1 << 20)),
        studio: Data::new(Renderer::new(NonZeroUsize::MIN, Priority::No).unwrap()),
        spools: Data::new(Spools::new(std::env::temp_dir(), 1 << 30)),
        deadlines: Deadlines::default(),
        imports: Imports::default(),
        connections: Connections::new(ConnectionSettings::default()),
        answers: OpenResponses::new(ResponseSettings::default()),
        heavy: Data::new(ExportQueue::new(ExportSettings::default()).unwrap()),
        streams: EventStreams::new(STREAMS),
        described: DESCRIBED.clone(),
    }
}

/// Few and lively, for tests that wait for them.
const STREAMS: StreamSettings = StreamSettings { per_user: 3, per_process: 5, heartbeat: Duration::from_millis(500) };

static DESCRIBED: LazyLock<Data<Described>> = LazyLock::new(|| Data::new(Described::at(api::PublicUrl::default())));

fn tokens(clock: Arc<dyn Clock>) -> Tokens {
    static KEY: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let rng = aws_lc_rs::rand::SystemRandom::new();
        aws_lc_rs::signature::Ed25519KeyPair::generate_pkcs8(&rng).unwrap().as_ref().to_vec()
    });
    Tokens::new("http://omringd.test", std::slice::from_ref(&KEY), clock).unwrap()
}

/// A running application with a database of its own.
pub(crate) struct App {
    pub(crate) db: Db,
    pub(crate) clock: TestClock,
    pub(crate) address: std::net::SocketAddr,
    /// Between the application and PostgreSQL, for [`App::behind_proxy`].
    pub(crate) proxy: Option<Proxy>,
    /// The database past the application, bound by no row-level security: to seed, and to look.
    pub(crate) raw: RawDatabase,
    pub(crate) kept: Kept,
    http: reqwest::Client,
    stop: Box<dyn Fn() + Send + Sync>,
}

impl App {
    /// Starts the application on an empty, migrated database.
    pub(crate) async fn spawn(db: Db) -> Self {
        Self::spawn_with(db, |_| {}).await
    }

    /// Starts it wired as usual but for what `adjust` changes.
    pub(crate) async fn spawn_with(db: Db, adjust: impl FnOnce(&mut api::App) + Send + 'static) -> Self {
        let kept = Kept::create(db);
        let url = kept.url();
        Self::start(db, kept, &url, None, adjust).await
    }

    /// Starts it and seeds the world.
    pub(crate) async fn with_world(db: Db) -> (Self, World) {
        let app = Self::spawn(db).await;
        let world = World::seed(&app).await;
        (app, world)
    }

    /// Starts it and seeds the world, with nothing on any map yet: for tests that count.
    pub(crate) async fn with_bare_world(db: Db) -> (Self, World) {
        let (app, world) = Self::with_world(db).await;
        app.bare().await;
        (app, world)
    }

    /// Takes everything off every map, and the maps, and the persons.
    pub(crate) async fn bare(&self) {
        for table in
            ["card_person", "card", "agreement", "reflection", "need", "tie", "support", "supporter", "map", "person"]
        {
            self.raw.run(&format!("delete from {table}")).await.unwrap();
        }
    }

    /// Starts it on PostgreSQL behind a proxy, which counts the statements and holds everything back for `delay`.
    pub(crate) async fn behind_proxy(delay: Duration) -> Self {
        let kept = Kept::create(Db::Postgres);
        let mut url = Url::parse(&kept.url()).unwrap();
        let host = url.host_str().unwrap().to_owned();
        let target = std::net::ToSocketAddrs::to_socket_addrs(&(host, url.port().unwrap_or(5432)));
        let proxy = Proxy::start(target.unwrap().next().unwrap(), delay);
        url.set_host(Some("127.0.0.1")).unwrap();
        url.set_port(Some(proxy.address.port())).unwrap();
        // It reads what passes.
        url.set_query(Some("sslmode=disable"));
        Self::start(Db::Postgres, kept, url.as_str(), Some(proxy), |_| {}).await
    }

    async fn start(
        db: Db,
        kept: Kept,
        url: &str,
        proxy: Option<Proxy>,
        adjust: impl FnOnce(&mut api::App) + Send + 'static,
    ) -> Self {
        let clock = TestClock::default();
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let stop = serve(listener, settings(url), &kept, clock.clone(), adjust);
        let raw = RawDatabase::open(&kept.unbound_url()).await.unwrap();
        let http = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { db, clock, address, proxy, raw, kept, http, stop }
    }

    /// A second process on the same database, until what is given back is dropped.
    pub(crate) fn beside(&self) -> Beside {
        self.beside_with(settings(&self.kept.url()), |_| {})
    }

    /// The same, connected in another way or wired otherwise.
    pub(crate) fn beside_with(
        &self,
        settings: Settings,
        adjust: impl FnOnce(&mut api::App) + Send + 'static,
    ) -> Beside {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let stop = serve(listener, settings, &self.kept, self.clock.clone(), adjust);
        Beside { base, stop }
    }

    /// A caller without a token.
    pub(crate) fn anonymous(&self) -> Client {
        Client::new(&self.http, &format!("http://{}", self.address))
    }

    /// The name of the PostgreSQL database.
    pub(crate) fn database_name(&self) -> String {
        Url::parse(&self.kept.url()).unwrap().path().trim_start_matches('/').to_owned()
    }

    /// What the use cases need, past the API: as the command line has it.
    pub(crate) async fn ports(&self) -> Ports {
        let database = Database::connect(&settings(&self.kept.url())).await.unwrap();
        wire(database, self.clock.clone()).ports
    }

    /// A user who runs the platform and has a password, made past the API as the command line makes one.
    pub(crate) async fn operator_account(&self, email: &str, password: &str) {
        let ports = self.ports().await;
        let (email, name) = (Email::new(email).unwrap(), ShortText::new("Beheerder").unwrap());
        create_operator(&ports, email, name, &Password::chosen(password).unwrap()).await.unwrap();
    }

    /// An access token for a session.
    pub(crate) fn token(&self, session: Uuid, user: Uuid) -> String {
        let id = TimeOrderedIds.next();
        tokens(Arc::new(self.clock.clone())).issue(SessionId(session), UserId(user), id, self.clock.now()).unwrap()
    }
}

/// A second process of the same service.
pub(crate) struct Beside {
    pub(crate) base: String,
    stop: Box<dyn Fn() + Send + Sync>,
}

impl Drop for Beside {
    fn drop(&mut self) {
        (self.stop)();
    }
}

impl Drop for App {
    fn drop(&mut self) {
        (self.stop)();
        if let Some(proxy) = &self.proxy {
            proxy.stop();
        }
    }
}

/// Serves in a thread and runtime of its own, as in production, so that neither waits for the test's.
fn serve(
    listener: TcpListener,
    settings: Settings,
    kept: &Kept,
    clock: TestClock,
    adjust: impl FnOnce(&mut api::App) + Send + 'static,
) -> Box<dyn Fn() + Send + Sync> {
    let (started, is_started) = mpsc::channel();
    // Past the proxy, which counts the statements of requests.
    let changes = SecretString::from(kept.url());
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let database = Database::connect(&settings).await.unwrap();
            let mut app = wire(database.clone(), clock);
            adjust(&mut app);
            let server = api::server::run(app, listener, 1, 1).unwrap();
            let relay = database.relay(&changes).unwrap();
            started.send(server.handle()).unwrap();
            server.await.unwrap();
            drop(relay);
            database.close().await;
        });
    });
    let handle = is_started.recv().unwrap();
    // The order is given by the call, whether or not the answer is awaited.
    Box::new(move || drop(handle.stop(false)))
}
