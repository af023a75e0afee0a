//! Empty databases to restore into, and the role that makes backups.

use super::app::{App, Beside, Db, Kept, settings};
use super::raw_database::RawDatabase;
use api::config::Config;
use reqwest::Url;
use tempfile::TempDir;

/// An empty database, to restore a backup of an application into.
pub(crate) struct Target {
    pub(crate) config: Config,
    unbound_url: String,
    _kept: Option<Kept>,
    _directory: TempDir,
}

impl App {
    /// The settings with which backups of this application are made. On PostgreSQL their role is created.
    pub(crate) async fn backup_config(&self) -> Config {
        if self.db == Db::Sqlite {
            return self.config();
        }
        let role = format!("{}_backup", self.database_name());
        let create = format!("create role {role} login password 'test' bypassrls");
        self.raw.run(&create).await.unwrap();
        let owner = persistence::open_postgres(&self.kept.owner_url()).await.unwrap();
        migration::grant_backup(migration::Connection::Postgres(owner), &role).await.unwrap();
        let mut url = Url::parse(&self.kept.owner_url()).unwrap();
        url.set_username(&role).unwrap();
        Config { backup_database_url: Some(String::from(url).into()), ..self.config() }
    }

    /// Removes that role, which belongs to the whole server.
    pub(crate) async fn remove_backup_role(&self) {
        if self.db == Db::Postgres {
            let role = format!("{}_backup", self.database_name());
            self.raw.run(&format!("drop owned by {role}; drop role {role}")).await.unwrap();
        }
    }

    /// An empty database, with the keys of this application.
    pub(crate) async fn restore_target(&self) -> Target {
        let directory = tempfile::tempdir().unwrap();
        if self.db == Db::Sqlite {
            let url = format!("sqlite://{}", directory.path().join("restored.db").display());
            let config = Config { database_url: Some(url.clone().into()), ..self.config() };
            return Target { config, unbound_url: url, _kept: None, _directory: directory };
        }
        let kept = Kept::create(self.db);
        let (unbound_url, owner_url) = (kept.unbound_url(), kept.owner_url());
        let owner = Url::parse(&owner_url).unwrap().username().to_owned();
        let raw = RawDatabase::open(&unbound_url).await.unwrap();
        raw.run(&format!("drop schema public cascade; create schema public authorization {owner}")).await.unwrap();
        let config = Config {
            database_url: Some(kept.url().into()),
            owner_database_url: Some(owner_url.into()),
            ..self.config()
        };
        Target { config, unbound_url, _kept: Some(kept), _directory: directory }
    }

    /// A process that serves from a restored database. Its sessions live again, for the callers of this application.
    pub(crate) async fn serve_restored(&self, target: &Target) -> Beside {
        let raw = target.raw().await;
        raw.run("update session set ended_at = null").await.unwrap();
        self.beside_with(|service| {
            let url = target.config.database_url().unwrap();
            service.ports.database = settings(secrecy::ExposeSecret::expose_secret(&url));
            service.notifications_url = url;
        })
    }
}

impl Target {
    /// A connection that bypasses row-level security.
    pub(crate) async fn raw(&self) -> RawDatabase {
        RawDatabase::open(&self.unbound_url).await.unwrap()
    }
}
