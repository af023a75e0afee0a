//! The application of one test.

use super::client::Client;
use super::clock::TestClock;
use super::fake_provider::TestDns;
use super::keys::TestKeys;
use super::postgres::TestDatabase;
use super::proxy::Proxy;
use super::raw_database::RawDatabase;
use super::seed::World;
use super::sqlite::TestFile;
use api::StreamSettings;
use api::auth::{KeyEncryptionKey, OrganisationKeyFiles, Tokens};
use api::config::{Config, SecondFactorSetting};
use api::server::{Adapters, PortSettings, Service, ServiceSettings};
use domain::access_log::seals::Sealer;
use domain::accounts::{Email, create_operator};
use domain::audit::AuditLog;
use domain::ports::{Clock, Ids, KeyStore, TimeOrderedIds};
use domain::{IntegrationId, Password, Ports, SessionId, ShortText, UserId};
use persistence::Settings;
use reqwest::Url;
use secrecy::SecretString;
use std::collections::BTreeSet;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, mpsc};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;
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

    /// The URL for the service.
    pub(crate) fn url(&self) -> String {
        match self {
            Self::Sqlite(file) => file.url(),
            Self::Postgres(database) => database.runtime_url().into(),
        }
    }

    /// The URL of a role that bypasses row-level security.
    pub(crate) fn unbound_url(&self) -> String {
        match self {
            Self::Sqlite(file) => file.url(),
            Self::Postgres(database) => database.superuser_url().into(),
        }
    }

    /// The URL of the owner of the tables.
    pub(crate) fn owner_url(&self) -> String {
        match self {
            Self::Sqlite(file) => file.url(),
            Self::Postgres(database) => database.owner_url().into(),
        }
    }
}

/// The keys of the organisations of all tests: every process of a test, and every command, has the same.
static KEY_STORE: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());
const KEY_ENCRYPTION_KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

/// The key that encrypts the keys of organisations.
pub(crate) fn key() -> KeyEncryptionKey {
    KeyEncryptionKey::Setting(KEY_ENCRYPTION_KEY.into())
}

/// The store of the keys of organisations.
pub(crate) fn organisation_keys() -> Arc<dyn KeyStore> {
    Arc::new(OrganisationKeyFiles::new(KEY_STORE.path().to_owned(), key()))
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
        keys: organisation_keys(),
        durable_read_log: true,
        transaction_pooler: pooler.is_some(),
        replica_url: None,
        as_owner: false,
    }
}

/// The URL with another host and port.
fn through(url: &str, other: &str) -> String {
    let mut url = Url::parse(url).unwrap();
    let (host, port) = other.split_once(':').unwrap();
    url.set_host(Some(host)).unwrap();
    url.set_port(Some(port.parse().unwrap())).unwrap();
    url.set_query(Some("sslmode=disable"));
    url.into()
}

/// Few and lively, for tests that wait for them.
const STREAMS: StreamSettings = StreamSettings { per_user: 3, per_process: 6, heartbeat: Duration::from_millis(500) };

/// How the service is set up: as in production, but small, lively and with the keys of one test.
fn service_settings(url: &str, keys: &TestKeys) -> ServiceSettings {
    let config = Config {
        database_url: Some(url.into()),
        key_directory: Some(keys.path().to_owned()),
        key_store: Some(KEY_STORE.path().to_owned()),
        key_encryption_key: Some(KEY_ENCRYPTION_KEY.into()),
        cors_origins: vec!["https://front-end.example".to_owned().try_into().unwrap()],
        passkey_origins: vec!["https://front-end.example".to_owned().try_into().unwrap()],
        front_end_url: Some("https://front-end.example".to_owned().try_into().unwrap()),
        requests_per_minute: 0,
        workers: 1,
        password_hashes_at_once: 1,
        pictures_at_once: 1,
        exports_at_once: 1,
        shutdown_seconds: 1,
        // Tests of second factors demand them.
        second_factor: SecondFactorSetting::Optional,
        ..Config::default()
    };
    ServiceSettings {
        ports: PortSettings { database: settings(url), ..PortSettings::new(&config).unwrap() },
        streams: STREAMS,
        // Tests wait for pictures on a machine that may have no idle processor.
        pictures_when_idle: false,
        ..ServiceSettings::new(&config).unwrap()
    }
}

/// A running application with a database of its own.
pub(crate) struct App {
    pub(crate) db: Db,
    pub(crate) clock: TestClock,
    pub(crate) address: SocketAddr,
    /// Between the application and PostgreSQL, for [`App::behind_proxy`].
    pub(crate) proxy: Option<Proxy>,
    /// A direct connection that bypasses row-level security: to seed and to check.
    pub(crate) raw: RawDatabase,
    pub(crate) kept: Kept,
    keys: TestKeys,
    tokens: Tokens,
    http: reqwest::Client,
    stop: Box<dyn Fn() + Send + Sync>,
}

impl App {
    /// The names of an organisation's keys in the key store.
    pub(crate) fn keys_of(&self, organisation: Uuid) -> BTreeSet<String> {
        let files = std::fs::read_dir(KEY_STORE.path().join(organisation.to_string())).into_iter().flatten();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        names.filter(|name| !name.starts_with('.')).collect()
    }

    /// Starts the application on an empty, migrated database.
    pub(crate) async fn spawn(db: Db) -> Self {
        Self::spawn_with(db, |_| {}).await
    }

    /// Starts it with the usual settings but for what `adjust` changes.
    pub(crate) async fn spawn_with(db: Db, adjust: impl FnOnce(&mut ServiceSettings)) -> Self {
        Self::start(db, Kept::create(db), None, adjust).await
    }

    /// Starts it and seeds the world.
    pub(crate) async fn with_world(db: Db) -> (Self, World) {
        Self::with_world_and(db, |_| {}).await
    }

    /// Starts it with the usual settings but for what `adjust` changes, and seeds the world.
    pub(crate) async fn with_world_and(db: Db, adjust: impl FnOnce(&mut ServiceSettings)) -> (Self, World) {
        let app = Self::spawn_with(db, adjust).await;
        let world = World::seed(&app).await;
        (app, world)
    }

    /// Starts it and seeds the world, with nothing on any map yet: for tests that count.
    pub(crate) async fn with_bare_world(db: Db) -> (Self, World) {
        let (app, world) = Self::with_world(db).await;
        app.bare().await;
        (app, world)
    }

    /// Removes every map and person, and every row that refers to one.
    pub(crate) async fn bare(&self) {
        let references = self.raw.references().await;
        let mut tables = BTreeSet::from(["map".to_owned(), "person".to_owned()]);
        loop {
            let below = references.iter().filter(|(_, to)| tables.contains(to)).map(|(from, _)| from.clone());
            let all = below.chain(tables.iter().cloned()).collect::<BTreeSet<_>>();
            if all.len() == tables.len() {
                break;
            }
            tables = all;
        }
        // First what nothing refers to any more.
        while !tables.is_empty() {
            let referred = |table: &String| references.iter().any(|(from, to)| to == table && tables.contains(from));
            let free: Vec<_> = tables.iter().filter(|table| !referred(table)).cloned().collect();
            for table in free {
                self.raw.run(&format!("delete from {table}")).await.unwrap();
                tables.remove(&table);
            }
        }
    }

    /// Starts it on PostgreSQL behind a proxy, which counts the statements and delays everything by `delay`.
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
        Self::start(Db::Postgres, kept, Some(proxy), |service| service.ports.database = settings(url.as_str())).await
    }

    async fn start(db: Db, kept: Kept, proxy: Option<Proxy>, adjust: impl FnOnce(&mut ServiceSettings)) -> Self {
        let (clock, keys) = (TestClock::default(), TestKeys::create());
        let mut service = service_settings(&kept.url(), &keys);
        adjust(&mut service);
        let tokens = Tokens::new(service.public_url.as_str(), &keys.load(), Arc::new(clock.clone())).unwrap();
        let (address, stop) = serve(service, adapters(&clock));
        let raw = RawDatabase::open(&kept.unbound_url()).await.unwrap();
        let http = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { db, clock, address, proxy, raw, kept, keys, tokens, http, stop }
    }

    /// A second process on the same database, until it is dropped.
    pub(crate) fn beside(&self) -> Beside {
        self.beside_with(|_| {})
    }

    /// The same with other settings.
    pub(crate) fn beside_with(&self, adjust: impl FnOnce(&mut ServiceSettings)) -> Beside {
        self.second(adapters(&self.clock), adjust)
    }

    /// The same with an audit log.
    pub(crate) fn beside_recording(&self, audit_log: impl AuditLog + 'static) -> Beside {
        self.second(Adapters { audit_log: Some(Arc::new(audit_log)), ..adapters(&self.clock) }, |_| {})
    }

    fn second(&self, adapters: Adapters, adjust: impl FnOnce(&mut ServiceSettings)) -> Beside {
        let mut service = service_settings(&self.kept.url(), &self.keys);
        adjust(&mut service);
        let (address, stop) = serve(service, adapters);
        Beside { base: format!("http://{address}"), stop }
    }

    /// A caller without a token.
    pub(crate) fn anonymous(&self) -> Client {
        Client::new(&self.http, &format!("http://{}", self.address))
    }

    /// The name of the PostgreSQL database.
    pub(crate) fn database_name(&self) -> String {
        Url::parse(&self.kept.url()).unwrap().path().trim_start_matches('/').to_owned()
    }

    /// The ports of the use cases, without the API: as the command line has them.
    pub(crate) async fn ports(&self) -> Ports {
        self.ports_with(|_| {}).await
    }

    /// The same with other settings.
    pub(crate) async fn ports_with(&self, adjust: impl FnOnce(&mut ServiceSettings)) -> Ports {
        let mut settings = service_settings(&self.kept.url(), &self.keys);
        adjust(&mut settings);
        Service::wire(settings, adapters(&self.clock)).await.unwrap().ports()
    }

    /// A sealer of the access log, with anchors in this file.
    pub(crate) async fn sealer(&self, anchors: Option<PathBuf>) -> Sealer {
        let settings = service_settings(&self.kept.url(), &self.keys);
        Service::wire(settings, adapters(&self.clock)).await.unwrap().sealer(anchors).unwrap()
    }

    /// Seals every line. Transactions of other tests on the same server may delay it.
    pub(crate) async fn seal(&self, sealer: &Sealer) {
        for _ in 0..500 {
            if sealer.seal_new().await.unwrap().lines == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("lines are not sealed");
    }

    /// Creates an operator with a password, as the command line does.
    pub(crate) async fn operator_account(&self, email: &str, password: &str) {
        self.operator_with(email, password, false).await;
    }

    /// The same for an operator who needs a second factor.
    pub(crate) async fn required_operator_account(&self, email: &str, password: &str) {
        self.operator_with(email, password, true).await;
    }

    async fn operator_with(&self, email: &str, password: &str, second_factor_by_default: bool) {
        let as_owner = |service: &mut ServiceSettings| {
            service.ports.database = Settings { as_owner: true, ..settings(&self.kept.owner_url()) };
        };
        let ports = Ports { second_factor_by_default, ..self.ports_with(as_owner).await };
        let (email, name) = (Email::new(email).unwrap(), ShortText::new("Beheerder").unwrap());
        create_operator(&ports, email, name, &Password::chosen(password).unwrap()).await.unwrap();
    }

    /// The settings of a command on the database and the keys of this application.
    pub(crate) fn config(&self) -> Config {
        Config {
            database_url: Some(self.kept.url().into()),
            key_directory: Some(self.keys.path().to_owned()),
            key_store: Some(KEY_STORE.path().to_owned()),
            key_encryption_key: Some(KEY_ENCRYPTION_KEY.into()),
            ..Config::default()
        }
    }

    /// An access token for a session.
    pub(crate) fn token(&self, session: Uuid, user: Uuid) -> String {
        self.tokens.issue(SessionId(session), UserId(user), TimeOrderedIds.next(), self.clock.now()).unwrap()
    }

    /// An access token of an integration, as the token endpoint gives one.
    pub(crate) fn integration_token(&self, id: Uuid) -> String {
        self.tokens.issue_to_integration(IntegrationId(id), TimeOrderedIds.next(), self.clock.now()).unwrap()
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

/// As in production, but for the clock.
fn adapters(clock: &TestClock) -> Adapters {
    Adapters { clock: Arc::new(clock.clone()), txt_records: Arc::new(TestDns), ..Adapters::default() }
}

/// Serves in a thread and runtime of its own, as in production, so that neither waits for the test's.
fn serve(settings: ServiceSettings, adapters: Adapters) -> (SocketAddr, Box<dyn Fn() + Send + Sync>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let (started, is_started) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let running = Service::wire(settings, adapters).await.unwrap().start(listener).unwrap();
            started.send(running.handle()).unwrap();
            running.ended().await.unwrap();
        });
    });
    let handle = is_started.recv().unwrap();
    // The call gives the order, whether or not its answer is awaited.
    (address, Box::new(move || drop(handle.stop(false))))
}
