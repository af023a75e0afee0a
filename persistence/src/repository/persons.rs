use super::access::person_private;
use super::convert::{text, word_of};
use crate::encryption::{ClientKey, Content};
use crate::engine::{Ask, Row};
use crate::entity::{person, supporter};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::persons::{Person, Persons, Profile};
use domain::{ClientId, Conflict, Error, MapId, Page, PageRequest, PersonId, Result, ShortText, Version};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseBackend, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is encrypted of a person.
#[derive(Serialize, Deserialize)]
struct Said {
    alias: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl Content for Said {
    const TABLE: &'static str = "person";
}

#[async_trait]
impl Persons for Unit {
    async fn get(&mut self, id: &Granted<PersonId>) -> Result<Option<Person>> {
        let row = self.find::<person::Entity>().filter(person::Column::Id.eq(id.id().0));
        let Some(row) = self.find_one(row).await? else { return Ok(None) };
        person(&self.key_of(id.client().id()).await?, row).map(Some)
    }

    async fn get_and_bump_maps(&mut self, id: &Granted<PersonId>, at: DateTime<Utc>) -> Result<Option<Person>> {
        let touch = self.touching_of_persons(&id.client(), &[id.id()], at)?;
        let query = Unit::find::<person::Entity>(self).filter(person::Column::Id.eq(id.id().0));
        let query = Ask::of(&query, self.backend());
        let [maps, rows] = self.transaction().ask_all([touch, query]).await?;
        self.has_touched(&maps.rows)?;
        let Some(row) = rows.rows.first() else { return Ok(None) };
        person(&self.key_of(id.client().id()).await?, row.model::<person::Entity>()?).map(Some)
    }

    async fn list(
        &mut self,
        client: &Granted<ClientId>,
        private_too: bool,
        unused: bool,
        page: PageRequest,
    ) -> Result<Page<Person>> {
        // A person who is on no map is on no private one.
        let mut query = self.persons_of(client, private_too || unused);
        if unused {
            query = query.filter(Expr::cust(
                "not exists (select 1 from supporter s where s.organisation_id = person.organisation_id
                    and s.client_id = person.client_id and s.person_id = person.id)",
            ));
        }
        let key = self.key_of(client.id()).await?;
        self.page(query, page, |row| person(&key, row)).await
    }

    async fn maps_of(
        &mut self,
        client: &Granted<ClientId>,
        persons: &[PersonId],
        private_too: bool,
    ) -> Result<Vec<(PersonId, MapId)>> {
        let given = super::id_list::ids(self.backend(), "$3");
        let sql = format!(
            "select s.person_id, s.map_id from supporter s
            join map m on m.organisation_id = s.organisation_id and m.client_id = s.client_id and m.id = s.map_id
            where s.organisation_id = $1 and s.client_id = $2 and s.person_id in ({given}) and ($4 or not m.private)
            order by s.person_id, s.map_id"
        );
        let values = [client.id().0.into(), super::id_list::json(persons)?.into(), private_too.into()];
        let rows: Vec<Row> = self.rows(sql, values).await?;
        let placed = |row: &Row| Ok((row.get::<Uuid>("person_id")?.into(), row.get::<Uuid>("map_id")?.into()));
        rows.iter().map(placed).collect()
    }

    async fn named(&mut self, client: &Granted<ClientId>, ids: &[PersonId]) -> Result<Vec<(Person, bool)>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.persons_named(client, ids);
        let key = self.key_of(client.id()).await?;
        self.select(&rows).await?.iter().map(|row| named(&key, row)).collect()
    }

    async fn latest(&mut self, client: &Granted<ClientId>, private_too: bool, most: u64) -> Result<Vec<Person>> {
        let query = self.persons_of(client, private_too);
        let rows = self.find_all(query.order_by_desc(person::Column::Id).limit(most)).await?;
        let key = self.key_of(client.id()).await?;
        rows.into_iter().map(|row| person(&key, row)).collect()
    }

    async fn add_all(&mut self, client: &Granted<ClientId>, persons: &[Person]) -> Result<()> {
        let key = self.key_of(client.id()).await?;
        let rows = persons.iter().map(|person| self.person_row_of(client.id(), &key, person)).collect::<Result<_>>()?;
        self.insert_entries(rows, "/persons").await
    }

    async fn add(&mut self, client: &Granted<ClientId>, person: &Person) -> Result<()> {
        let row = self.person_row_of(client.id(), &self.key_of(client.id()).await?, person)?;
        self.insert_row(row);
        Ok(())
    }

    async fn update(&mut self, id: &Granted<PersonId>, person: &Person, seen: Version) -> Result<()> {
        let changes = self.person_row(&self.key_of(id.client().id()).await?, person)?;
        self.change_at::<person::Entity>(id.id().0, seen, changes);
        Ok(())
    }

    async fn remove(&mut self, id: &Granted<PersonId>, seen: Version) -> Result<()> {
        // A concurrent request that places the person on a map locks the row: wait for it, and see its result.
        if self.backend() == DatabaseBackend::Postgres {
            let row = Unit::find::<person::Entity>(self).filter(person::Column::Id.eq(id.id().0)).lock_exclusive();
            match self.find_one(row).await? {
                Some(row) if row.version == seen => {}
                Some(row) => return Err(Error::Stale(row.version)),
                None => return Err(Error::NotFound),
            }
        }
        let on_map = Unit::find::<supporter::Entity>(self)
            .select_only()
            .column(supporter::Column::PersonId)
            .filter(supporter::Column::PersonId.eq(id.id().0))
            .into_query();
        let delete = self
            .delete::<person::Entity>()
            .filter(person::Column::Id.eq(id.id().0))
            .filter(person::Column::Id.not_in_subquery(on_map));
        if self.execute(&delete).await? == 0 {
            return Err(Error::Conflict(Conflict::PersonOnMap));
        }
        Ok(())
    }

    async fn lock_both(
        &mut self,
        kept: &Granted<PersonId>,
        other: PersonId,
        at: DateTime<Utc>,
    ) -> Result<Vec<(Person, bool)>> {
        self.hold_to_merge(kept, other, at).await
    }

    async fn merge(
        &mut self,
        kept: &Granted<PersonId>,
        other: PersonId,
        private_too: bool,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.merge_held(kept, other, private_too, at);
        Ok(())
    }
}

impl Unit {
    /// The client's persons, without those who are on private maps only unless `private_too`.
    pub(super) fn persons_of(&self, client: &Granted<ClientId>, private_too: bool) -> Select<person::Entity> {
        let persons = self.find::<person::Entity>().filter(person::Column::ClientId.eq(client.id().0));
        if private_too {
            return persons;
        }
        persons.filter(Expr::cust(format!("not {}", person_private("person"))))
    }

    /// The client's persons with these ids, for [`named`].
    pub(super) fn persons_named(&self, client: &Granted<ClientId>, ids: &[PersonId]) -> Select<person::Entity> {
        self.find::<person::Entity>()
            .filter(person::Column::ClientId.eq(client.id().0))
            .filter(person::Column::Id.is_in(ids.iter().map(|id| id.0)))
            .expr_as(Expr::cust(person_private("person")), "private")
    }

    /// The row of a person of this client.
    fn person_row_of(&self, client: ClientId, key: &ClientKey, person: &Person) -> Result<person::ActiveModel> {
        Ok(person::ActiveModel { client_id: Set(client.0), ..self.person_row(key, person)? })
    }

    pub(super) fn person_row(&self, key: &ClientKey, person: &Person) -> Result<person::ActiveModel> {
        let profile = &person.profile;
        Ok(person::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(person.id.0),
            client_id: Set(person.client_id.0),
            relationship: Set(profile.relationship.map(|word| word.code().to_owned())),
            life_domain: Set(profile.life_domain.map(|word| word.code().to_owned())),
            past: Set(person.past),
            sealed: Set(sealed(key, person)?),
            version: Set(person.version),
            created_at: Set(person.created_at),
            updated_at: Set(person.updated_at),
        })
    }
}

/// A person of [`Unit::persons_named`], with whether they are on private maps only.
pub(super) fn named(key: &ClientKey, row: &Row) -> Result<(Person, bool)> {
    Ok((person(key, row.model::<person::Entity>()?)?, row.get("private")?))
}

fn sealed(key: &ClientKey, person: &Person) -> Result<Vec<u8>> {
    let Profile { alias, phone, email, note, .. } = &person.profile;
    let said = Said {
        alias: alias.as_str().to_owned(),
        phone: phone.clone().map(Into::into),
        email: email.clone().map(Into::into),
        note: note.clone().map(Into::into),
    };
    key.seal(person.id.0, &said)
}

pub(super) fn alias(key: &ClientKey, id: Uuid, sealed: &[u8]) -> Result<ShortText> {
    text(key.open::<Said>(id, sealed)?.alias)
}

pub(super) fn person(key: &ClientKey, row: person::Model) -> Result<Person> {
    let said: Said = key.open(row.id, &row.sealed)?;
    Ok(Person {
        id: row.id.into(),
        client_id: row.client_id.into(),
        profile: Profile {
            alias: text(said.alias)?,
            relationship: word_of(row.relationship)?,
            life_domain: word_of(row.life_domain)?,
            phone: said.phone.map(text).transpose()?,
            email: said.email.map(text).transpose()?,
            note: said.note.map(text).transpose()?,
        },
        past: row.past,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
