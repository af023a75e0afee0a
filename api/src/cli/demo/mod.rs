//! `omringd demo`: the service with demo data, in a separate database.
//!
//! The data is created through the use cases, by the users who would create it in practice.

mod ids;
mod maps;
mod people;

use crate::config::{AppSetting, Config, SecondFactorSetting, data_directory, sqlite_url};
use crate::demo_log_ins::PASSWORD;
use crate::front_end::ServedFrontEnd;
use crate::server::{self, ServiceSettings, StartError};
use crate::telemetry::Telemetry;
use async_trait::async_trait;
use clap::Args;
use domain::ports::Passwords;
use domain::{Password, Ports};
use ids::SameIds;
use migration::Connection;
use people::People;
use secrecy::ExposeSecret;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// Options of the demo data.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Options {
    /// Number of clients of the coach.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u8).range(4..=200))]
    clients: u8,
    /// Use OMRINGD_DATABASE_URL and OMRINGD_OWNER_DATABASE_URL, a new database on PostgreSQL, instead of a SQLite file.
    #[arg(long)]
    postgresql: bool,
}

/// Default origins of front ends in development, unless the settings name others: Vite, Create React App, Angular, Parcel.
const ORIGINS: [&str; 4] =
    ["http://localhost:5173", "http://localhost:3000", "http://localhost:4200", "http://localhost:1234"];

/// Where links in mails lead without the service's own front end, unless the settings name another one.
const FRONT_END: &str = ORIGINS[0];

/// Its passwords are public, so it must be reachable from this machine only.
fn loopback_only(listen: SocketAddr) -> Result<(), StartError> {
    if listen.ip().is_loopback() {
        return Ok(());
    }
    Err(format!(
        "the demo does not listen on {listen}: its passwords are printed in its documentation, so only this machine may \
         reach it. Set OMRINGD_LISTEN to 127.0.0.1:{}; in a container, share the host's network too (docker run --network host)",
        listen.port()
    )
    .into())
}

/// Accepts the password of the demo's users, which the normal check would reject.
#[derive(Debug)]
struct Unjudged(Arc<dyn Passwords>);

#[async_trait]
impl Passwords for Unjudged {
    async fn hash(&self, password: &Password) -> domain::Result<String> {
        self.0.hash(password).await
    }

    async fn verify(&self, password: &Password, hash: Option<&str>) -> domain::Result<bool> {
        self.0.verify(password, hash).await
    }

    async fn guessable(&self, _: &Password, _: &[&str]) -> domain::Result<bool> {
        Ok(false)
    }
}

/// Serves the demo data. Another process creates it, so that this one does not keep the memory this takes.
pub(super) async fn demo(
    mut config: Config,
    file: Option<&Path>,
    port: Option<u16>,
    options: Options,
) -> Result<(), StartError> {
    port.into_iter().for_each(|port| config.listen.set_port(port));
    loopback_only(config.listen)?;
    let mut config = in_its_own_place(config, options)?;
    if config.log_level == "info" {
        // Keeps the printed log-in visible on the terminal.
        config.log_level = "info,migration=warn,actix_server=warn".to_owned();
    }
    let telemetry = Telemetry::start(&config)?;
    // Binds before recreating the data, so that a demo that already runs keeps its data.
    let listener = server::bind(config.listen)?;
    if config.cors_origins.is_empty() {
        // Browsers have passkeys on localhost only, and not on its number.
        let own = format!("http://localhost:{}", listener.local_addr()?.port());
        let origins = ORIGINS.map(str::to_owned).into_iter().chain([own]);
        config.cors_origins = origins.map(TryInto::try_into).collect::<Result<_, _>>()?;
        if config.passkey_origins.is_empty() {
            config.passkey_origins.clone_from(&config.cors_origins);
        }
    }
    let mut maker = Command::new(std::env::current_exe()?);
    maker.envs(file.map(|file| ("OMRINGD_CONFIG", file))).args(["demo-data", &listener.local_addr()?.to_string()]);
    maker.arg(format!("--clients={}", options.clients)).args(options.postgresql.then_some("--postgresql"));
    if !actix_web::web::block(move || maker.status()).await??.success() {
        return Err("the demo data cannot be created".into());
    }
    let mut settings = ServiceSettings::new(&config)?;
    if settings.served_front_end == ServedFrontEnd::Yes {
        settings.served_front_end = ServedFrontEnd::Demo;
    }
    let result = super::serve::until_stopped(&config, settings, listener).await;
    telemetry.stop();
    result
}

/// Recreates the demo data for the service at this address, so that the examples of the README always work, and prints its users.
pub(super) async fn make(config: Config, address: SocketAddr, options: Options) -> Result<(), StartError> {
    let config = in_its_own_place(config, options)?;
    if options.postgresql {
        require_new(&config).await?;
    }
    let directory = directory()?;
    if directory.exists() {
        std::fs::remove_dir_all(&directory)?;
    }
    server::migrate(&config).await?;
    let ids = Arc::new(SameIds::default());
    let of_demo = |ports: Ports| {
        let passwords = Arc::new(Unjudged(ports.passwords.clone()));
        Ports { ids: ids.clone(), passwords, ..ports }
    };
    let (ports, database) = server::connect_as_owner(&config).await?;
    people::create_operator(&of_demo(ports)).await?;
    database.close().await;
    let (ports, database) = server::connect(&config).await?;
    let ports = of_demo(ports);
    let people = People::create(&ports).await?;
    let map = maps::create(&ports, &people).await?;
    for number in 4..usize::from(options.clients) {
        let client = people.one_more(&ports, number).await?;
        maps::one_more(&ports, &people.coach, client, number).await?;
    }
    database.close().await;
    introduce(address, &map.to_string());
    Ok(())
}

fn directory() -> Result<PathBuf, StartError> {
    Ok(data_directory()?.join("demo"))
}

/// Users with a public password must never come into a database that has others.
async fn require_new(config: &Config) -> Result<(), StartError> {
    let url = config.direct_database_url()?;
    let connection = Connection::Postgres(persistence::open_postgres(url.expose_secret()).await?);
    if migration::is_new(connection).await? {
        return Ok(());
    }
    Err("the database of OMRINGD_DATABASE_URL is not new: create another one for the demo".into())
}

fn in_its_own_place(mut config: Config, options: Options) -> Result<Config, StartError> {
    let directory = directory()?;
    if !options.postgresql {
        config.database_url = Some(sqlite_url(&directory.join("demo.db")));
        config.owner_database_url = None;
    }
    config.key_directory = Some(directory.join("keys"));
    config.second_factor = SecondFactorSetting::Optional;
    // A demo sends mail to nobody.
    config.smtp_url = None;
    config.mail_directory = Some(directory.join("mail"));
    config.mail_from = Some("Omringd demo <omringd@demo.test>".to_owned());
    if config.app == AppSetting::Off && config.front_end_url.is_none() {
        config.front_end_url = Some(FRONT_END.to_owned().try_into()?);
    }
    Ok(config)
}

#[expect(clippy::print_stdout, reason = "what a visitor of the demo needs")]
fn introduce(address: SocketAddr, map: &str) {
    let port = address.port();
    println!(
        r#"
Omringd demo, at http://{address}

  front end       http://localhost:{port}
                  http://localhost:{port}/demo/client    logs in as the client
                  http://localhost:{port}/demo/coach
                  http://localhost:{port}/demo/administrator
  documentation   http://{address}/docs
  coach           coach@demo.test      {PASSWORD}
  administrator   admin@demo.test      {PASSWORD}
  client          saskia@demo.test     {PASSWORD}
  operator        operator@demo.test   {PASSWORD}

Log in as the coach and read Saskia's map:

  TOKEN=$(curl -s http://{address}/v1/sessions -H 'Content-Type: application/json' \
    -d '{{"email":"coach@demo.test","password":"{PASSWORD}"}}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')
  curl -s http://{address}/v1/maps/{map} -H "Authorization: Bearer $TOKEN"

Its picture, on paper, and the cards made of it:

  curl -s "http://{address}/v1/maps/{map}/card?format=pdf" -H "Authorization: Bearer $TOKEN" -o kaart.pdf
  curl -s http://{address}/v1/maps/{map}/cards -H "Authorization: Bearer $TOKEN"

Stop with Ctrl-C. The data is recreated at every start.
"#
    );
}
