//! The world of the tests: two organisations, each with users in every role.

use super::app::App;
use super::client::Client;
use super::content::Content;
use super::raw_database::RawDatabase;
use super::samples::{self, Owners};
use super::sealed::SeedKeys;
use chrono::{DateTime, TimeDelta, Utc};
use domain::ports::{Clock, Ids, TimeOrderedIds};
use domain::vocabulary::BuiltInSupport;
use persistence::contract::{EngineError, Value};
use serde_json::json;
use std::collections::BTreeMap;
use std::ops::Deref;
use uuid::Uuid;

/// A user who is logged in; also a [`Client`] of the API.
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
    /// Assigned to [`Organisation::client_id`] only.
    pub(crate) coach: Actor,
    /// Assigned to no client.
    pub(crate) other_coach: Actor,
    /// The log-in of [`Organisation::client_id`].
    pub(crate) client: Actor,
    /// The log-in of [`Organisation::other_client_id`].
    pub(crate) other_client: Actor,
    /// An external system with every scope, to which [`Organisation::client_id`] consented.
    pub(crate) integration: Client,
    pub(crate) client_id: Uuid,
    pub(crate) other_client_id: Uuid,
    /// A client without a log-in and without a coach.
    pub(crate) lone_client_id: Uuid,
    pub(crate) assignment_id: Uuid,
    /// Of [`Organisation::client_id`]: a map the coach may see.
    pub(crate) open: Content,
    /// A map of the same client that only the client may see.
    pub(crate) private: Content,
    /// What else is in the organisation, by the name of its path parameter.
    pub(crate) ids: BTreeMap<&'static str, Uuid>,
}

/// Two organisations that must never meet, and the operator of the platform.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) a: Organisation,
    pub(crate) b: Organisation,
    pub(crate) operator: Actor,
}

impl World {
    /// Seeds it directly in the database, in one transaction.
    pub(crate) async fn seed(app: &App) -> Self {
        let at = app.clock.now();
        // An email address is one user's: a second world in the same database has others.
        let suffix = if count(&app.raw, "user_account").await == 0 { String::new() } else { format!("-{}", id()) };
        let ids = [id(), id()];
        let keys = SeedKeys::of(&ids).await;
        let mut seeder = Seeder { suffix, tables: Vec::new(), app, at, keys };
        let (a, b) = (seeder.organisation(ids[0], "A"), seeder.organisation(ids[1], "B"));
        let email = format!("operator{}@omringd.test", seeder.suffix);
        let operator = seeder.user("Operator", &email, true, None);
        seeder.failed_attempt();
        app.raw.run("begin").await.unwrap();
        seeder.flush().await;
        app.raw.run("commit").await.unwrap();
        Self { a, b, operator }
    }

    /// Seeds clients of A with these names, in this order.
    pub(crate) async fn seed_clients(&self, app: &App, names: impl Iterator<Item = String>) {
        let keys = SeedKeys::of(&[self.a.id]).await;
        let mut seeder = Seeder { suffix: String::new(), tables: Vec::new(), app, at: app.clock.now(), keys };
        for name in names {
            seeder.new_client(self.a.id, &name, None);
        }
        app.raw.run("begin").await.unwrap();
        seeder.flush().await;
        app.raw.run("commit").await.unwrap();
    }

    /// Ends the assignment of A's coach to A's client.
    pub(crate) async fn end_assignment(&self) {
        let assignment = format!("/v1/assignments/{}", self.a.assignment_id);
        let shown = self.a.admin.get(&assignment).await.expect(200);
        let ended = json!({ "endsAt": shown["startsAt"] });
        self.a.admin.patch(&assignment, &shown.etag(), ended).await.expect(200);
    }
}

/// A new identifier.
pub(crate) fn id() -> Uuid {
    TimeOrderedIds.next()
}

/// Inserts one row directly.
pub(crate) async fn insert(db: &RawDatabase, table: &str, row: Vec<(&str, Value)>) -> Result<(), EngineError> {
    let names: Vec<_> = row.iter().map(|(name, _)| *name).collect();
    let places: Vec<_> = (1..=row.len()).map(|n| format!("${n}")).collect();
    let sql = format!("insert into {table} ({}) values ({})", names.join(", "), places.join(", "));
    let values: Vec<_> = row.into_iter().map(|(_, value)| value).collect();
    db.query(&sql, &values).await.map(drop)
}

/// How many rows a table has.
pub(crate) async fn count(db: &RawDatabase, table: &str) -> i64 {
    db.column(&format!("select count(*) from {table}")).await.unwrap()[0]
}

impl App {
    /// Inserts a session of a user, as after a log-in.
    pub(crate) async fn log_in(&self, user: Uuid, organisation: Option<Uuid>) -> Client {
        let (session, at) = (id(), self.clock.now());
        insert(&self.raw, "session", session_row(session, user, organisation, at)).await.unwrap();
        self.anonymous().bearer(&self.token(session, user))
    }
}

/// The columns of a row with their values.
pub(crate) type Row = Vec<(&'static str, Value)>;

/// A session as after a log-in.
fn session_row(session: Uuid, user: Uuid, organisation: Option<Uuid>, at: DateTime<Utc>) -> Row {
    vec![
        ("id", session.into()),
        ("user_id", user.into()),
        ("organisation_id", organisation.into()),
        ("refresh_generation", 1_i64.into()),
        ("factors", 1_i16.into()),
        ("confirmed_at", at.into()),
        ("created_at", at.into()),
        ("used_at", at.into()),
        ("expires_at", (at + TimeDelta::hours(12)).into()),
    ]
}

/// Puts the world into the database, in one transaction.
pub(crate) struct Seeder<'a> {
    app: &'a App,
    pub(crate) at: DateTime<Utc>,
    pub(crate) keys: SeedKeys,
    suffix: String,
    tables: Vec<Rows>,
}

/// Rows of one table, to be inserted together.
struct Rows {
    table: &'static str,
    names: Vec<&'static str>,
    rows: Vec<Vec<Value>>,
}

impl Seeder<'_> {
    /// Keeps the row for [`Seeder::flush`].
    pub(crate) fn put(&mut self, table: &'static str, row: Row) {
        let (names, values): (Vec<_>, Vec<_>) = row.into_iter().unzip();
        match self.tables.iter_mut().find(|kept| kept.table == table && kept.names == names) {
            Some(kept) => kept.rows.push(values),
            None => self.tables.push(Rows { table, names, rows: vec![values] }),
        }
    }

    /// Keeps a row of this organisation with a new id, a version and timestamps; returns its id.
    pub(crate) fn put_new(&mut self, table: &'static str, organisation: Uuid, own: Row) -> Uuid {
        let id = id();
        self.put_as(table, organisation, id, own);
        id
    }

    pub(super) fn put_as(&mut self, table: &'static str, organisation: Uuid, id: Uuid, own: Row) {
        let mut row = vec![("organisation_id", organisation.into()), ("id", id.into())];
        row.extend(own);
        row.extend(self.timestamps());
        self.put(table, row);
    }

    /// Inserts everything, a statement for each table: hundreds of single rows would take most of a test's time.
    /// Tables are inserted in the order of their first row, so referenced rows come first.
    async fn flush(&mut self) {
        for Rows { table, names, rows } in std::mem::take(&mut self.tables) {
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

    fn timestamps(&self) -> [(&'static str, Value); 3] {
        [("version", 1_i64.into()), ("created_at", self.at.into()), ("updated_at", self.at.into())]
    }

    fn organisation(&mut self, id: Uuid, name: &str) -> Organisation {
        let mut row = vec![
            ("id", id.into()),
            ("name", format!("Organisation {name}").into()),
            ("status", "active".into()),
            ("vocabulary_version", 1_i64.into()),
            ("admins_need_second_factor", false.into()),
            ("coaches_need_second_factor", false.into()),
        ];
        row.extend(self.timestamps());
        self.put("organisation", row);
        self.vocabulary(id);
        let [admin, coach, other_coach, client, other_client] = [
            ("admin", [true, false, false]),
            ("coach", [false, true, false]),
            ("other-coach", [false, true, false]),
            ("client", [false, false, true]),
            ("other-client", [false, false, true]),
        ]
        .map(|(role, roles)| self.member(id, name, role, roles));
        let client_id = self.client(id, "Saskia de Wit", Some(&client));
        let other_client_id = self.client(id, "Joost Bakker", Some(&other_client));
        let lone_client_id = self.client(id, "Fatima el Amrani", None);
        let assignment_id = self.assign(id, client_id, coach.user);
        let [open, private] = [false, true].map(|private| self.content(id, client_id, private));
        let owners = Owners {
            organisation: id,
            client: client_id,
            other_client: other_client_id,
            coach: coach.user,
            admin: admin.user,
        };
        let ids = samples::seed(self, &owners);
        let integration = self.app.anonymous().bearer(&self.app.integration_token(ids["integrationId"]));
        self.stored_answer(admin.user);
        self.event_and_job(id, coach.user);
        self.requests(id, other_coach.user);
        Organisation {
            id,
            admin,
            coach,
            other_coach,
            client,
            other_client,
            integration,
            client_id,
            other_client_id,
            lone_client_id,
            assignment_id,
            open,
            private,
            ids,
        }
    }

    /// A counted attempt and a known network, which nobody has.
    fn failed_attempt(&mut self) {
        let row = vec![
            ("counter", format!("test{}", self.suffix).into()),
            ("cell", 1_i64.into()),
            ("clear_at", i64::MAX.into()),
        ];
        self.put("failed_attempt", row);
        let row = vec![
            ("account", id().as_bytes().to_vec().into()),
            ("network", id().as_bytes().to_vec().into()),
            ("used_at", self.at.into()),
        ];
        self.put("known_network", row);
    }

    /// An event, and a job that is not due for a century.
    fn event_and_job(&mut self, organisation: Uuid, actor: Uuid) {
        let row = vec![
            ("organisation_id", organisation.into()),
            ("action", "CreateMap".into()),
            ("actor_id", actor.into()),
            ("at", self.at.into()),
        ];
        self.put("event", row);
        let row = vec![
            ("organisation_id", organisation.into()),
            ("id", id().into()),
            ("kind", "remove-old-events".into()),
            ("key", "never".into()),
            ("run_at", (self.at + TimeDelta::days(36_500)).into()),
            ("attempts", 0_i16.into()),
            ("given_up", false.into()),
        ];
        self.put("job", row);
    }

    /// The support types that every organisation has.
    fn vocabulary(&mut self, organisation: Uuid) {
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
            self.put("support_type", row);
        }
    }

    fn member(&mut self, organisation: Uuid, of: &str, name: &str, [admin, coach, client]: [bool; 3]) -> Actor {
        let email = format!("{name}{}@{}.test", self.suffix, of.to_lowercase());
        let mut actor = self.user(name, &email, false, Some(organisation));
        let row = vec![
            ("user_id", actor.user.into()),
            ("admin", admin.into()),
            ("coach", coach.into()),
            ("client", client.into()),
        ];
        actor.member = Some(self.put_new("member", organisation, row));
        actor
    }

    fn user(&mut self, name: &str, email: &str, operator: bool, organisation: Option<Uuid>) -> Actor {
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
        self.put("user_account", row);
        let session = id();
        self.put("session", session_row(session, user, organisation, self.at));
        let client = self.app.anonymous().bearer(&self.app.token(session, user));
        Actor { user, session, member: None, client }
    }

    fn client(&mut self, organisation: Uuid, name: &str, log_in: Option<&Actor>) -> Uuid {
        let client = self.new_client(organisation, name, log_in.map(|actor| actor.user));
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
            self.put("client_login", row);
        }
        client
    }

    fn assign(&mut self, organisation: Uuid, client: Uuid, coach: Uuid) -> Uuid {
        let assignment = id();
        let sealed = self.sealed(client, "assignment", assignment, &json!({ "basis": "Referral" }));
        let row = vec![
            ("organisation_id", organisation.into()),
            ("id", assignment.into()),
            ("client_id", client.into()),
            ("coach_id", coach.into()),
            ("sealed", sealed.into()),
            ("starts_at", (self.at - TimeDelta::hours(1)).into()),
            ("version", 1_i64.into()),
            ("created_at", self.at.into()),
        ];
        self.put("assignment", row);
        assignment
    }
}
