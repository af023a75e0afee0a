//! Saves a whole map, with one statement for each kind of change.

use super::id_list::{ids, json};
use super::persons::named;
use crate::encryption::ClientKey;
use crate::engine::Ask;
use crate::entity::{agreement, map, support, supporter, tie};
use crate::scoped::{OrgOwned, Versioned};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use domain::access::Granted;
use domain::maps::{ContentChange, ContentIds};
use domain::needs::Needs;
use domain::persons::Person;
use domain::supporters::{Support, Supporter};
use domain::{Error, MapId, PersonId, Result};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, Iden, Iterable, PrimaryKeyToColumn, QueryFilter,
    Value,
};
use uuid::Uuid;

impl Unit {
    /// Finds the persons that a content names, and the new ids that are taken, in one flight.
    pub(super) async fn existing_of_content(
        &mut self,
        id: &Granted<MapId>,
        persons: &[PersonId],
        new: &ContentIds,
    ) -> Result<(Vec<(Person, bool)>, ContentIds)> {
        if persons.is_empty() && *new == ContentIds::default() {
            return Ok((Vec::new(), ContentIds::default()));
        }
        let (client, backend) = (id.client(), self.backend());
        let known = Ask::of(&self.persons_named(&client, persons), backend);
        let given = |parameter| ids(backend, parameter);
        let taken = format!(
            "select 'persons' as kind, p.id from person p where p.organisation_id = $1 and p.client_id <> $2 and p.id in ({})
            union all select 'supporters', s.id from supporter s where s.organisation_id = $1 and s.id in ({})
            union all select 'ties', t.id from tie t where t.organisation_id = $1 and t.id in ({})
            union all select 'agreements', g.id from agreement g where g.organisation_id = $1 and g.id in ({})",
            given("$3"),
            given("$4"),
            given("$5"),
            given("$6"),
        );
        let new = [&new.persons, &new.supporters, &new.ties, &new.agreements];
        let new = new.into_iter().map(|ids| Ok(json(ids)?.into())).collect::<Result<Vec<Value>>>()?;
        let taken = self.statement(taken, std::iter::once(client.id().0.into()).chain(new));
        let [found, rows] = self.transaction().ask_all([known, taken]).await?;
        let mut taken = ContentIds::default();
        for row in &rows.rows {
            let ids = match row.get::<String>("kind")?.as_str() {
                "persons" => &mut taken.persons,
                "supporters" => &mut taken.supporters,
                "ties" => &mut taken.ties,
                _ => &mut taken.agreements,
            };
            ids.push(row.get("id")?);
        }
        let key = self.key_of(client.id()).await?;
        Ok((found.rows.iter().map(|row| named(&key, row)).collect::<Result<_>>()?, taken))
    }

    /// Writes a content: changed persons first, then removals, then additions in the order of references.
    ///
    /// Removals come before additions, so that a removed person can be placed again. Other changes of a person also lock the person
    /// before the counts of the client, so the same order here avoids deadlocks.
    pub(super) async fn write_content(&mut self, id: &Granted<MapId>, change: &ContentChange) -> Result<()> {
        let (client, map) = (id.client().id(), id.id().0);
        let key = self.key_of(client).await?;
        let rows = change.persons.changed.iter().map(|one| self.person_row(&key, one)).collect::<Result<_>>()?;
        self.upsert(rows).await?;
        self.write_map(id, &key, change)?;
        self.remove_from::<agreement::Entity>(agreement::Column::MapId, map, &change.agreements.removed);
        self.remove_from::<tie::Entity>(tie::Column::MapId, map, &change.ties.removed);
        self.remove_from::<supporter::Entity>(supporter::Column::MapId, map, &change.supporters.removed);

        let rows = change.persons.added.iter().map(|one| self.person_row(&key, one)).collect::<Result<_>>()?;
        self.insert_entries(rows, "/persons").await?;
        let rows: Vec<_> = change.supporters.added.iter().map(|one| self.supporter_row_of(client, one)).collect();
        self.insert_entries(rows, "/supporters").await?;
        let rows: Vec<_> = change.supporters.changed.iter().map(|one| self.supporter_row_of(client, one)).collect();
        self.upsert(rows).await?;
        self.write_supports(map, &change.supporters.added, &change.supporters.changed).await?;
        let rows: Vec<_> = change.ties.added.iter().map(|one| self.tie_row_of(client, one)).collect();
        self.insert_entries(rows, "/ties").await?;
        let rows: Vec<_> = change.ties.changed.iter().map(|one| self.tie_row_of(client, one)).collect();
        self.upsert(rows).await?;
        let agreement = |one| self.agreement_row(client, &key, one);
        let rows = change.agreements.added.iter().map(agreement).collect::<Result<_>>()?;
        self.insert_entries(rows, "/agreements").await?;
        let agreement = |one| self.agreement_row(client, &key, one);
        let rows = change.agreements.changed.iter().map(agreement).collect::<Result<_>>()?;
        self.upsert(rows).await?;
        Needs::replace(self, id, &change.needs).await
    }

    /// Updates the map itself, whose version was bumped before.
    fn write_map(&mut self, id: &Granted<MapId>, key: &ClientKey, change: &ContentChange) -> Result<()> {
        let row = map::ActiveModel { version: sea_orm::ActiveValue::NotSet, ..self.map_row(key, &change.map)? };
        let update = self.update::<map::Entity>().set(row).filter(map::Column::Id.eq(id.id().0));
        self.change_one(&update, Error::NotFound);
        Ok(())
    }

    async fn write_supports(&mut self, map: Uuid, added: &[Supporter], changed: &[Supporter]) -> Result<()> {
        if !changed.is_empty() {
            let of_changed = support::Column::SupporterId.is_in(changed.iter().map(|supporter| supporter.id.0));
            let delete = self.delete::<support::Entity>().filter(support::Column::MapId.eq(map)).filter(of_changed);
            self.change(&delete);
        }
        self.insert_rows(
            added.iter().chain(changed).flat_map(|supporter| self.support_rows(supporter)).collect::<Vec<_>>(),
        )
        .await
    }

    pub(super) fn support_rows(&self, supporter: &Supporter) -> Vec<support::ActiveModel> {
        let supports = supporter.answers.supports.iter().flatten();
        let row = |support: &Support| support::ActiveModel {
            organisation_id: Set(self.organisation().0),
            map_id: Set(supporter.map_id.0),
            supporter_id: Set(supporter.id.0),
            support_type: Set(support.support_type.code().to_owned()),
            direction: Set(support.direction.map(|word| word.code().to_owned())),
            availability: Set(support.availability.map(|word| word.code().to_owned())),
        };
        supports.map(row).collect()
    }

    /// Removes the things with these ids from a map.
    fn remove_from<E: Versioned>(&mut self, of_map: E::Column, map: Uuid, ids: &[Uuid]) {
        if !ids.is_empty() {
            let delete = self.delete::<E>().filter(of_map.eq(map)).filter(E::ID.is_in(ids.iter().copied()));
            self.change(&delete);
        }
    }

    /// Replaces existing rows, which were read under the map's lock.
    async fn upsert<A>(&mut self, rows: Vec<A>) -> Result<()>
    where
        A: ActiveModelTrait + Send,
        A::Entity: OrgOwned,
    {
        if rows.is_empty() {
            return Ok(());
        }
        let keys: Vec<_> =
            <A::Entity as EntityTrait>::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
        let names: Vec<_> = keys.iter().map(Iden::to_string).collect();
        let others =
            <A::Entity as EntityTrait>::Column::iter().filter(|column| !names.contains(&Iden::to_string(column)));
        let replace = OnConflict::columns(keys.clone()).update_columns(others).to_owned();
        self.change(&A::Entity::insert_many(rows).on_conflict(replace));
        self.relieve().await
    }
}
