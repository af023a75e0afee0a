//! The keys of seeded clients, and rows encrypted with them.

use super::app::{App, organisation_keys};
use super::seed::{Row, Seeder, id};
use domain::accounts::Email;
use domain::clients::ExternalIdentifier;
use domain::ports::{IndexKey, OrganisationKey};
use domain::{ClientId, OrganisationId, ShortText};
use persistence::contract::{TestClientKey, test_address, test_value_hash};
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

/// The keys of what is being seeded.
#[derive(Default)]
pub(crate) struct SeedKeys {
    organisations: HashMap<Uuid, OrganisationKey>,
    indexes: HashMap<Uuid, IndexKey>,
    clients: HashMap<Uuid, TestClientKey>,
}

impl SeedKeys {
    /// With a key for each of these organisations.
    pub(crate) async fn of(organisations: &[Uuid]) -> Self {
        let mut keys = Self::default();
        for id in organisations {
            organisation_keys().create(OrganisationId(*id)).await.unwrap();
            keys.organisations.insert(*id, organisation_keys().newest(OrganisationId(*id)).await.unwrap());
            keys.indexes.insert(*id, organisation_keys().index_key(OrganisationId(*id), 1).await.unwrap());
        }
        keys
    }

    /// What this row of a table says, encrypted with the client's key.
    pub(super) fn seal(&self, client: Uuid, table: &'static str, row: Uuid, says: &str) -> Vec<u8> {
        self.clients[&client].seal(table, row, says).unwrap()
    }

    /// The columns of the address of an invitation.
    pub(super) fn address(&self, organisation: Uuid, invitation: Uuid, email: &str) -> Row {
        let (of, email) = (OrganisationId(organisation), Email::new(email).unwrap());
        let keys = (&self.organisations[&organisation], &self.indexes[&organisation]);
        let (key_version, sealed, index_version, hash) = test_address(of, invitation, &email, keys).unwrap();
        vec![
            ("key_version", key_version.into()),
            ("sealed", sealed.into()),
            ("index_version", index_version.into()),
            ("address_hash", hash.into()),
        ]
    }
}

impl App {
    /// The key of a client, for a row that a test writes itself.
    pub(crate) async fn key_of(&self, organisation: Uuid, client: Uuid) -> TestClientKey {
        let sql = "select key_version, client_key from client_key where organisation_id = $1 and client_id = $2";
        let row = self.raw.query(sql, &[organisation.into(), client.into()]).await.unwrap().remove(0);
        let (version, key): (i64, Vec<u8>) = (row.get("key_version").unwrap(), row.get("client_key").unwrap());
        let (organisation, client) = (OrganisationId(organisation), ClientId(client));
        let under = organisation_keys().key(organisation, version).await.unwrap();
        TestClientKey::stored(organisation, client, (version, key), &under).unwrap()
    }
}

impl Seeder<'_> {
    /// Keeps the rows of a client with this name and a key, who has their id as an identifier too.
    pub(crate) fn new_client(&mut self, organisation: Uuid, name: &str, log_in: Option<Uuid>) -> Uuid {
        let client = id();
        let under = &self.keys.organisations[&organisation];
        let key = TestClientKey::generate(OrganisationId(organisation), ClientId(client), under).unwrap();
        let [system, value] = ["https://ecd.example.nl/clientnummer".to_owned(), client.to_string()];
        let says = json!({ "name": name, "identifiers": [[system, value]] });
        let sealed = key.seal("client", client, &says.to_string()).unwrap();
        self.put_as("client", organisation, client, vec![("user_id", log_in.into()), ("sealed", sealed.into())]);
        let of_client = |own: Row| [vec![("organisation_id", organisation.into()), ("client_id", client.into())], own];
        let (version, stored) = key.columns();
        let row = of_client(vec![("key_version", version.into()), ("client_key", stored.into())]);
        self.put("client_key", row.concat());
        let identifier =
            ExternalIdentifier { system: ShortText::new(system).unwrap(), value: ShortText::new(value).unwrap() };
        let hash = test_value_hash(&self.keys.indexes[&organisation], &identifier);
        let row = of_client(vec![("value_hash", hash.into()), ("key_version", 1_i64.into())]);
        self.put("client_identifier", row.concat());
        self.keys.clients.insert(client, key);
        client
    }

    /// The column `sealed` of a row about this client that says this.
    pub(crate) fn sealed(&self, client: Uuid, table: &str, row: Uuid, says: &Value) -> Vec<u8> {
        self.keys.clients[&client].seal(table, row, &says.to_string()).unwrap()
    }

    /// Keeps a row about this client that says this, as [`Seeder::put_new`] does.
    pub(crate) fn put_sealed(
        &mut self,
        table: &'static str,
        [organisation, client]: [Uuid; 2],
        says: &Value,
        own: Row,
    ) -> Uuid {
        let id = id();
        let sealed = self.sealed(client, table, id, says);
        let mut row = vec![("client_id", client.into()), ("sealed", sealed.into())];
        row.extend(own);
        self.put_as(table, organisation, id, row);
        id
    }

    /// The key of a seeded client.
    pub(crate) fn key(&self, client: Uuid) -> &TestClientKey {
        &self.keys.clients[&client]
    }
}
