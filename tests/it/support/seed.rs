//! The world of the tests: two organisations, each with everybody who can be in one.

use super::app::App;
use super::client::Client;
use super::content::Content;
use super::raw_database::RawDatabase;
use chrono::{DateTime, TimeDelta, Utc};
use domain::ShortText;
use domain::ports::{Clock, Ids, TimeOrderedIds};
use domain::vocabulary::BuiltInSupport;
use persistence::contract::{EngineError, Value};
use std::ops::Deref;
use std::sync::Mutex;
use uuid::Uuid;

/// Somebody who is logged in; a [`Client`] of the API as well.
#[derive(Clone, Debug)]
pub(crate) struct Actor {
    pub(crate) user: Uuid,
    pub(crate) session: Uuid,
    pub(crate) member: Option<Uuid>,
    client: Client,
}

impl Deref for Actor {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

/// An organisation and its people.
#[derive(Clone, Debug)]
pub(crate) struct Organisation {
    pub(crate) id: Uuid,
    pub(crate) admin: Actor,
    /// Assigned to [`Organisation::client_id`], and to nobody else.
    pub(crate) coach: Actor,
    /// Assigned to nobody.
    pub(crate) other_coach: Actor,
    /// The log-in of [`Organisation::client_id`].
    pub(crate) client: Actor,
    /// The log-in of [`Organisation::other_client_id`].
    pub(crate) other_client: Actor,
    pub(crate) client_id: Uuid,
    pub(crate) other_client_id: Uuid,
    /// A client without a log-in and without a coach.
    pub(crate) lone_client_id: Uuid,
    pub(crate) assignment_id: Uuid,
    /// Of [`Organisation::client_id`]: a map the coach may see.
    pub(crate) open: Content,
    /// And one the client keeps to themself.
    pub(crate) private: Content,
    /// By [`Organisation::coach`].
    pub(crate) coach_note: Uuid,
    pub(crate) invitation: Uuid,
}

/// Two organisations that must never meet, and the operator of the platform.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) a: Organisation,
    pub(crate) b: Organisation,
    pub(crate) operator: Actor,
}

impl World {
    /// Seeds it past the application, in one transaction.
    pub(crate) async fn seed(app: &App) -> Self {
        let at = app.clock.now();
        // An email address is one user's: a second world in the same database has others.
        let suffix = if count(&app.raw, "user_account").await == 0 { String::new() } else { format!("-{}", id()) };
        let mut seeder = Seeder { suffix, tables: Mutex::default(), app, at };
        let a = seeder.organisation("A").await;
        let b = seeder.organisation("B").await;
        let operator =
            seeder.user("Operator", &format!("operator{}@omringd.test", seeder.suffix), true, None, [false; 3]).await;
        app.raw.run("begin").await.unwrap();
        seeder.flush().await;
        app.raw.run("commit").await.unwrap();
        Self { a, b, operator }
    }
}

/// A new identifier.
pub(crate) fn id() -> Uuid {
    TimeOrderedIds.next()
}

/// Inserts one row past the application.
pub(crate) async fn insert(db: &RawDatabase, table: &str, row: Vec<(&str, Value)>) -> Result<(), EngineError> {
    let names: Vec<_> = row.iter().map(|(name, _)| *name).collect();
    let places: Vec<_> = (1..=row.len()).map(|n| format!("${n}")).collect();
    let sql = format!("insert into {table} ({}) values ({})", names.join(", "), places.join(", "));
    let values: Vec<_> = row.into_iter().map(|(_, value)| value).collect();
    db.query(&sql, &values).await.map(drop)
}

/// How many rows a table has, past the application.
pub(crate) async fn count(db: &RawDatabase, table: &str) -> i64 {
    db.column(&format!("select count(*) from {table}")).await.unwrap()[0]
}

impl App {
    /// A session of a user, past the application: as after a log-in.
    pub(crate) async fn log_in(&self, user: Uuid, organisation: Option<Uuid>) -> Client {
        let (session, at) = (id(), self.clock.now());
        let row = vec![
            ("id", session.into()),
            ("user_id", user.into()),
            ("organisation_id", organisation.into()),
            ("refresh_generation", 1_i64.into()),
            ("created_at", at.into()),
            ("used_at", at.into()),
            ("expires_at", (at + TimeDelta::hours(12)).into()),
        ];
        insert(&self.raw, "session", row).await.unwrap();
        self.anonymous().bearer(&self.token(session, user))
    }
}

/// Puts the world into the database, in one transaction.
pub(crate) struct Seeder<'a> {
    app: &'a App,
    pub(crate) at: DateTime<Utc>,
    suffix: String,
    tables: Mutex<Vec<Rows>>,
}

/// Rows of one table, to be inserted together.
struct Rows {
    table: &'static str,
    names: Vec<&'static str>,
    rows: Vec<Vec<Value>>,
}

impl Seeder<'_> {
    /// Keeps the row for [`Seeder::flush`].
    pub(crate) async fn put(&self, table: &'static str, row: Vec<(&'static str, Value)>) {
        let (names, values): (Vec<_>, Vec<_>) = row.into_iter().unzip();
        let mut tables = self.tables.lock().unwrap();
        match tables.iter_mut().find(|kept| kept.table == table && kept.names == names) {
            Some(kept) => kept.rows.push(values),
            None => tables.push(Rows { table, names, rows: vec![values] }),
        }
    }

    /// Inserts everything, a statement for each table: hundreds of single rows would be most of a test's time.
    /// Tables stand in the order of their first row, so what is referred to comes first.
    async fn flush(&self) {
        let tables = std::mem::take(&mut *self.tables.lock().unwrap());
        for Rows { table, names, rows } in tables {
            let width = names.len();
            let places = (0..rows.len()).map(|row| {
                let places: Vec<_> = (1..=width).map(|column| format!("${}", row * width + column)).collect();
                format!("({})", places.join(", "))
            });
            let places = places.collect::<Vec<_>>().join(", ");
            let sql = format!("insert into {table} ({}) values {places}", names.join(", "));
            let values: Vec<_> = rows.into_iter().flatten().collect();
            self.app.raw.query(&sql, &values).await.unwrap_or_else(|error| panic!("{table}: {error}"));
        }
    }

    pub(crate) fn timestamps(&self) -> [(&'static str, Value); 3] {
        [("version", 1_i64.into()), ("created_at", self.at.into()), ("updated_at", self.at.into())]
    }

    async fn organisation(&mut self, name: &str) -> Organisation {
        let id = id();
        let mut row = vec![
            ("id", id.into()),
            ("name", format!("Organisation {name}").into()),
            ("status", "active".into()),
            ("vocabulary_version", 1_i64.into()),
        ];
        row.extend(self.timestamps());
        self.put("organisation", row).await;
        self.vocabulary(id).await;
        let admin = self.member(id, name, "admin", [true, false, false]).await;
        let coach = self.member(id, name, "coach", [false, true, false]).await;
        let other_coach = self.member(id, name, "other-coach", [false, true, false]).await;
        let client = self.member(id, name, "client", [false, false, true]).await;
        let other_client = self.member(id, name, "other-client", [false, false, true]).await;
        let client_id = self.client(id, "Saskia de Wit", Some(&client)).await;
        let other_client_id = self.client(id, "Joost Bakker", Some(&other_client)).await;
        let lone_client_id = self.client(id, "Fatima el Amrani", None).await;
        let assignment_id = self.assign(id, client_id, coach.user).await;
        let open = self.content(id, client_id, false).await;
        let private = self.content(id, client_id, true).await;
        let coach_note = self.coach_note(id, client_id, coach.user).await;
        let invitation = self.invitation(id, admin.user).await;
        self.kept_answer(admin.user).await;
        self.event_and_job(id, coach.user).await;
        Organisation {
            id,
            admin,
            coach,
            other_coach,
            client,
            other_client,
            client_id,
            other_client_id,
            lone_client_id,
            assignment_id,
            open,
            private,
            coach_note,
            invitation,
        }
    }

    /// Something that was done and something to be done, long from now.
    async fn event_and_job(&self, organisation: Uuid, actor: Uuid) {
        let row = vec![
            ("organisation_id", organisation.into()),
            ("action", "CreateMap".into()),
            ("actor_id", actor.into()),
            ("at", self.at.into()),
        ];
        self.put("event", row).await;
        let row = vec![
            ("organisation_id", organisation.into()),
            ("id", id().into()),
            ("kind", "remove-old-events".into()),
            ("key", "never".into()),
            ("run_at", (self.at + TimeDelta::days(36_500)).into()),
            ("attempts", 0_i16.into()),
            ("given_up", false.into()),
        ];
        self.put("job", row).await;
    }

    /// The support types that every organisation has.
    async fn vocabulary(&self, organisation: Uuid) {
        for (position, word) in (0_i16..).zip(BuiltInSupport::ALL) {
            let label = word.label();
            let row = vec![
                ("organisation_id", organisation.into()),
                ("code", word.code().into()),
                ("position", position.into()),
                ("built_in", true.into()),
                ("label_nl", label.nl.into()),
                ("label_en", label.en.into()),
            ];
            self.put("support_type", row).await;
        }
    }

    async fn member(&self, organisation: Uuid, of: &str, name: &str, roles: [bool; 3]) -> Actor {
        let email = format!("{name}{}@{}.test", self.suffix, of.to_lowercase());
        self.user(name, &email, false, Some(organisation), roles).await
    }

    async fn user(
        &self,
        name: &str,
        email: &str,
        operator: bool,
        organisation: Option<Uuid>,
        [admin, coach, client]: [bool; 3],
    ) -> Actor {
        let user = id();
        let mut row = vec![
            ("id", user.into()),
            ("email", email.into()),
            ("name", name.into()),
            ("password_hash", "none: logs in nowhere".into()),
            ("language", "nl".into()),
            ("operator", operator.into()),
        ];
        row.extend(self.timestamps());
        self.put("user_account", row).await;
        let mut member = None;
        if let Some(organisation) = organisation {
            let id = *member.insert(id());
            let mut row = vec![
                ("organisation_id", organisation.into()),
                ("id", id.into()),
                ("user_id", user.into()),
                ("admin", admin.into()),
                ("coach", coach.into()),
                ("client", client.into()),
            ];
            row.extend(self.timestamps());
            self.put("member", row).await;
        }
        let session = id();
        let row = vec![
            ("id", session.into()),
            ("user_id", user.into()),
            ("organisation_id", organisation.into()),
            ("refresh_generation", 1_i64.into()),
            ("created_at", self.at.into()),
            ("used_at", self.at.into()),
            ("expires_at", (self.at + TimeDelta::hours(12)).into()),
        ];
        self.put("session", row).await;
        let client = self.app.anonymous().bearer(&self.app.token(session, user));
        Actor { user, session, member, client }
    }

    async fn client(&self, organisation: Uuid, name: &str, log_in: Option<&Actor>) -> Uuid {
        let client = id();
        let mut row = vec![
            ("organisation_id", organisation.into()),
            ("id", client.into()),
            ("user_id", log_in.map(|actor| actor.user).into()),
            ("name", name.into()),
            ("name_folded", ShortText::new(name).unwrap().folded().into()),
            ("date_of_birth", None::<chrono::NaiveDate>.into()),
        ];
        row.extend(self.timestamps());
        self.put("client", row).await;
        let row = vec![
            ("organisation_id", organisation.into()),
            ("client_id", client.into()),
            ("system", "https://ecd.example.nl/clientnummer".into()),
            ("value", client.to_string().into()),
            ("position", 0_i16.into()),
        ];
        self.put("client_identifier", row).await;
        if let Some(actor) = log_in {
            let row = vec![
                ("organisation_id", organisation.into()),
                ("id", id().into()),
                ("client_id", client.into()),
                ("user_id", actor.user.into()),
                ("linked_at", self.at.into()),
                ("confirmed_at", self.at.into()),
                ("confirmation", "first".into()),
                ("failed_codes", 0_i16.into()),
            ];
            self.put("client_login", row).await;
        }
        client
    }

    async fn assign(&self, organisation: Uuid, client: Uuid, coach: Uuid) -> Uuid {
        let assignment = id();
        let row = vec![
            ("organisation_id", organisation.into()),
            ("id", assignment.into()),
            ("client_id", client.into()),
            ("coach_id", coach.into()),
            ("basis", "Referral".into()),
            ("starts_at", (self.at - TimeDelta::hours(1)).into()),
            ("version", 1_i64.into()),
            ("created_at", self.at.into()),
        ];
        self.put("assignment", row).await;
        assignment
    }
}
