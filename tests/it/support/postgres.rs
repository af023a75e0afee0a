//! The PostgreSQL server of a test run.
//!
//! `OMRINGD_TEST_POSTGRES` names a server by the address of a superuser. Without it the tests start one of their own
//! from the binaries of this machine, in a temporary directory. There is one server for each process, so run these
//! tests with `cargo test`, which has one process for all of them; `cargo nextest` would start a server for every test.
//!
//! Nothing is skipped: without any PostgreSQL, every test that needs it fails and says what to install.

use super::raw_database::RawDatabase;
use persistence::contract::EngineError;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use reqwest::Url;
use std::io::PipeWriter;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, mpsc};
use std::thread;

const OWNER: &str = "omringd_test_owner";
const RUNTIME: &str = "omringd_test_runtime";
const PASSWORD: &str = "test";
const MISSING: &str = "These tests need PostgreSQL and found none: install it (apt-get install postgresql), or name a \
    server with OMRINGD_TEST_POSTGRES=postgres://superuser:password@host/postgres";

/// The server, with a migrated template to copy databases from.
pub(crate) struct Server {
    superuser: Url,
    /// The authority that issued its certificate, if it has one; the service then connects encrypted and checks it.
    issuer: Option<PathBuf>,
    tag: String,
    housekeeper: mpsc::Sender<Order>,
    /// Closed when this process ends, in any way: that stops the server.
    _alive: Option<PipeWriter>,
}

enum Order {
    Create(String, mpsc::Sender<()>),
    Drop(String, mpsc::Sender<()>),
}

static SERVER: LazyLock<Result<Server, String>> = LazyLock::new(Server::start);
static COUNTER: AtomicU32 = AtomicU32::new(0);

/// A database of one test; dropped with it.
pub(crate) struct TestDatabase {
    name: String,
}

impl TestDatabase {
    /// A migrated, empty database.
    pub(crate) fn create() -> Self {
        let server = server();
        let name = format!("{}_{}", server.tag, COUNTER.fetch_add(1, Ordering::Relaxed));
        server.order(|done| Order::Create(name.clone(), done));
        Self { name }
    }

    /// Its address for the role the service runs as.
    pub(crate) fn runtime_url(&self) -> Url {
        server().url(&self.name, Some(RUNTIME))
    }

    /// Its address for the role that owns the tables.
    pub(crate) fn owner_url(&self) -> Url {
        server().url(&self.name, Some(OWNER))
    }

    /// Its URL for a superuser, who bypasses row-level security.
    pub(crate) fn superuser_url(&self) -> Url {
        server().url(&self.name, None)
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        server().order(|done| Order::Drop(self.name.clone(), done));
    }
}

fn server() -> &'static Server {
    match &*SERVER {
        Ok(server) => server,
        Err(error) => panic!("{error}"),
    }
}

impl Server {
    fn start() -> Result<Self, String> {
        let (superuser, issuer, alive) = match std::env::var("OMRINGD_TEST_POSTGRES") {
            Ok(url) => (Url::parse(&url).map_err(|error| format!("OMRINGD_TEST_POSTGRES: {error}"))?, None, None),
            Err(_) => local().map(|(url, issuer, alive)| (url, Some(issuer), Some(alive)))?,
        };
        let tag = format!("omringd_test_{}_{:x}", std::process::id(), rand());
        let (housekeeper, orders) = mpsc::channel();
        let (ready, is_ready) = mpsc::channel();
        let server = Self { superuser, issuer, tag, housekeeper, _alive: alive };
        let (url, owner) = (server.url("postgres", None), server.url(&server.template(), Some(OWNER)));
        let (tag, template) = (server.tag.clone(), server.template());
        thread::spawn(move || keep_house(&url, &owner, &tag, &template, &ready, &orders));
        is_ready.recv().map_err(|_| "the housekeeper of the test databases died".to_owned())??;
        Ok(server)
    }

    fn template(&self) -> String {
        format!("{}_template", self.tag)
    }

    fn url(&self, database: &str, role: Option<&str>) -> Url {
        let mut url = self.superuser.clone();
        url.set_path(database);
        if let Some(role) = role {
            url.set_username(role).unwrap();
            url.set_password(Some(PASSWORD)).unwrap();
        }
        if let (Some(_), Some(issuer)) = (role, &self.issuer) {
            let query = [("sslmode", "verify-full"), ("sslrootcert", issuer.to_str().unwrap())];
            url.query_pairs_mut().clear().extend_pairs(query);
        }
        url
    }

    fn order(&self, order: impl FnOnce(mpsc::Sender<()>) -> Order) {
        let (done, is_done) = mpsc::channel();
        drop(self.housekeeper.send(order(done)));
        is_done.recv().unwrap_or_default();
    }
}

/// A number that no other run on the same server has, without a random number generator.
fn rand() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::hash::RandomState::new().build_hasher().finish()
}

/// Creates and drops databases, one at a time, on one connection: a thread, since every test has its own runtime.
fn keep_house(
    url: &Url,
    owner: &Url,
    tag: &str,
    template: &str,
    ready: &mpsc::Sender<Result<(), String>>,
    orders: &mpsc::Receiver<Order>,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let prepared = runtime.block_on(prepare(url, owner, tag, template));
    let connection = match prepared {
        Ok(connection) => connection,
        Err(error) => return drop(ready.send(Err(format!("cannot prepare the test databases: {error}")))),
    };
    drop(ready.send(Ok(())));
    for order in orders {
        let (sql, done) = match order {
            Order::Create(name, done) => (format!("create database {name} template {template} owner {OWNER}"), done),
            Order::Drop(name, done) => (format!("drop database {name} with (force)"), done),
        };
        if let Err(error) = runtime.block_on(connection.run(&sql)) {
            eprintln!("{sql}: {error}");
        }
        done.send(()).ok();
    }
}

async fn prepare(url: &Url, owner: &Url, tag: &str, template: &str) -> Result<RawDatabase, Box<dyn std::error::Error>> {
    let connection = RawDatabase::open(url.as_str()).await?;
    connection.run(&format!("set application_name = '{tag}'")).await?;
    for role in [OWNER, RUNTIME] {
        let create = format!(
            "do $$ begin
                create role {role} login password '{PASSWORD}' nosuperuser nobypassrls nocreatedb nocreaterole;
            exception when duplicate_object or unique_violation then null; end $$"
        );
        connection.run(&create).await?;
    }
    for stale in left_behind(&connection).await? {
        connection.run(&format!("drop database if exists {stale} with (force)")).await?;
    }
    connection.run(&format!("create database {template} owner {OWNER}")).await?;
    let connection_of_owner = persistence::open_postgres(owner.as_str()).await?;
    migration::run(migration::Connection::Postgres(connection_of_owner), Some(RUNTIME)).await?;
    Ok(connection)
}

/// Databases of earlier runs on a server that outlives them: their housekeeper is gone.
async fn left_behind(connection: &RawDatabase) -> Result<Vec<String>, EngineError> {
    let sql = "select datname::text from pg_database d where datname like 'omringd\\_test\\_%' and not exists
        (select 1 from pg_stat_activity a where a.application_name like 'omringd\\_test\\_%'
            and starts_with(d.datname::text, a.application_name))";
    connection.column(sql).await
}

/// Starts a server from this machine's binaries, which stops when this process ends.
fn local() -> Result<(Url, PathBuf, PipeWriter), String> {
    let bin = binaries().ok_or(MISSING)?;
    let user = User::other_than_root()?;
    let directory = workplace().map_err(|error| error.to_string())?.keep();
    user.own(&directory)?;
    let data = directory.join("data");
    let initdb = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-U", "postgres", "-D"];
    user.run(Command::new(bin.join("initdb")).args(initdb).arg(&data))?;
    let issuer = certify(&user, &directory, &data)?;
    let mut attempts = 0;
    let port = loop {
        attempts += 1;
        let port = free_port()?;
        match user.run(&mut start(&bin, &directory, port)) {
            Ok(()) => break port,
            Err(error) if attempts == 5 => return Err(error),
            Err(_) => {}
        }
    };
    let alive = stop_with_this_process(&user, &bin, &directory)?;
    let url = Url::parse(&format!("postgres://postgres@127.0.0.1:{port}/postgres?sslmode=disable"));
    Ok((url.map_err(|error| error.to_string())?, issuer, alive))
}

/// A directory in memory where that has room: each test makes and drops the hundreds of files of a database.
fn workplace() -> std::io::Result<tempfile::TempDir> {
    const MEMORY: &str = "/dev/shm";
    const ENOUGH: u64 = 2 << 30;
    let room = rustix::fs::statvfs(MEMORY).map_or(0, |at| at.f_bavail * at.f_frsize);
    let place = if room >= ENOUGH { PathBuf::from(MEMORY) } else { std::env::temp_dir() };
    tempfile::Builder::new().prefix("omringd-postgres-").tempdir_in(place)
}

/// Gives the server a certificate of a new authority; returns the file with the certificate of the authority.
fn certify(user: &User, directory: &Path, data: &Path) -> Result<PathBuf, String> {
    let [issued, server, own_key] = certificates().map_err(|error| error.to_string())?;
    let (issuer, certificate, key) = (directory.join("issuer.crt"), data.join("server.crt"), data.join("server.key"));
    for (file, text) in [(&issuer, issued), (&certificate, server), (&key, own_key)] {
        std::fs::write(file, text).map_err(|error| error.to_string())?;
        user.own(file)?;
    }
    let private = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(key, private).map_err(|error| error.to_string())?;
    Ok(issuer)
}

/// The certificate of a new authority, a certificate that it issued for 127.0.0.1, and the key of that one; as PEM.
pub(crate) fn certificates() -> Result<[String; 3], rcgen::Error> {
    let (mut authority, authority_key) = (CertificateParams::new(Vec::new())?, KeyPair::generate()?);
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    // Another name than the server's: to OpenSSL, a certificate that its own name issued is of no authority.
    authority.distinguished_name.push(DnType::CommonName, "The authority of the tests");
    let authority = CertifiedIssuer::self_signed(authority, authority_key)?;
    let server_key = KeyPair::generate()?;
    let server = CertificateParams::new(["127.0.0.1".to_owned()])?.signed_by(&server_key, &authority)?;
    Ok([authority.pem(), server.pem(), server_key.serialize_pem()])
}

fn start(bin: &Path, directory: &Path, port: u16) -> Command {
    // Nothing here has to survive a power cut.
    let settings = format!(
        "-c listen_addresses=127.0.0.1 -c port={port} -c ssl=on -c unix_socket_directories='' -c max_connections=200 \
         -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
         -c autovacuum=off -c shared_buffers=64MB"
    );
    let mut command = Command::new(bin.join("pg_ctl"));
    command.args(["start", "-w", "-t", "60", "-o", &settings, "-D"]).arg(directory.join("data"));
    command.arg("-l").arg(directory.join("log"));
    command
}

/// A shell that waits until its standard input ends, which is when this process does, even by `kill -9`.
fn stop_with_this_process(user: &User, bin: &Path, directory: &Path) -> Result<PipeWriter, String> {
    let script = "trap '' INT TERM HUP; cat >/dev/null; \"$0\" stop -m immediate -D \"$1/data\"; rm -rf \"$1\"";
    let (until, alive) = std::io::pipe().map_err(|error| error.to_string())?;
    let mut shell = Command::new("sh");
    shell.args(["-c", script]).arg(bin.join("pg_ctl")).arg(directory);
    let mut shell = user.command(&shell);
    shell.process_group(0).current_dir("/").stdin(until).stdout(Stdio::null()).stderr(Stdio::null());
    shell.spawn().map_err(|error| error.to_string())?;
    Ok(alive)
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| error.to_string())?;
    Ok(listener.local_addr().map_err(|error| error.to_string())?.port())
}

/// The directory of the newest installed PostgreSQL, or of the one on the path.
fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin"))))
        .filter(|(_, bin)| bin.join("initdb").exists())
        .max();
    let path = std::env::var_os("PATH").unwrap_or_default();
    newest.map(|(_, bin)| bin).or_else(|| std::env::split_paths(&path).find(|bin| bin.join("initdb").exists()))
}

/// The user that PostgreSQL runs as: it refuses root.
enum User {
    Myself,
    Other { name: &'static str, uid: u32, gid: u32 },
}

impl User {
    fn other_than_root() -> Result<Self, String> {
        if id(&["-u"]) != Some(0) {
            return Ok(Self::Myself);
        }
        ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| Some(Self::Other { name, uid: id(&["-u", name])?, gid: id(&["-g", name])? }))
            .ok_or_else(|| "PostgreSQL does not run as root, and there is no user `postgres` or `nobody`".to_owned())
    }

    fn own(&self, directory: &Path) -> Result<(), String> {
        match self {
            Self::Myself => Ok(()),
            Self::Other { uid, gid, .. } => {
                std::os::unix::fs::chown(directory, Some(*uid), Some(*gid)).map_err(|error| error.to_string())
            }
        }
    }

    /// The same command, as this user.
    fn command(&self, command: &Command) -> Command {
        let mut line = match self {
            Self::Myself => return rebuilt(command.get_program(), command),
            Self::Other { uid, gid, .. } if installed("setpriv") => {
                let mut line = Command::new("setpriv");
                line.args([format!("--reuid={uid}"), format!("--regid={gid}"), "--clear-groups".to_owned()]);
                line
            }
            Self::Other { name, .. } => {
                let mut line = Command::new("runuser");
                line.args(["-u", name, "--"]);
                line
            }
        };
        line.arg(command.get_program()).args(command.get_args());
        line
    }

    fn run(&self, command: &mut Command) -> Result<(), String> {
        let mut command = self.command(command);
        // The server would inherit pipes and keep them open: output goes to a file.
        let said = tempfile::tempfile().map_err(|error| error.to_string())?;
        let copy = said.try_clone().map_err(|error| error.to_string())?;
        command.current_dir("/").env("LC_ALL", "C").stdin(Stdio::null()).stdout(copy).stderr(said);
        let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
        if status.success() { Ok(()) } else { Err(format!("{command:?} failed: {status}")) }
    }
}

fn rebuilt(program: &std::ffi::OsStr, command: &Command) -> Command {
    let mut same = Command::new(program);
    same.args(command.get_args());
    same
}

fn installed(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn id(arguments: &[&str]) -> Option<u32> {
    let output = Command::new("id").args(arguments).stderr(Stdio::null()).output().ok()?;
    std::str::from_utf8(&output.stdout).ok()?.trim().parse().ok()
}
