use super::convert::{text, word};
use crate::engine::rows;
use crate::entity::organisation;
use crate::pages::{keyset, page_of};
use crate::transaction::Queries;
use crate::unit_of_work::{OperatorUnit, Unit};
use crate::{queue, scoped};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::jobs::NewJob;
use domain::organisations::{Organisation, Organisations, OwnOrganisation, SecondFactorRoles};
use domain::{Error, OrganisationId, Page, PageRequest, Result, Version};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

rows! {
    struct Held {
        id: Uuid,
    }
}

#[async_trait]
impl Organisations for OperatorUnit {
    async fn get(&mut self, id: OrganisationId) -> Result<Option<Organisation>> {
        let query = remaining().filter(organisation::Column::Id.eq(id.0));
        self.find_one(query).await?.map(organisation).transpose()
    }

    async fn list(&mut self, page: PageRequest) -> Result<Page<Organisation>> {
        let rows = self.select(&keyset(remaining(), organisation::Column::Id, page)).await?;
        page_of(rows, page, |row| organisation(row.model::<organisation::Entity>()?))
    }

    async fn add(&mut self, organisation: &Organisation) -> Result<()> {
        self.make_keys(organisation.id).await?;
        let row = organisation::ActiveModel {
            id: Set(organisation.id.0),
            vocabulary_version: Set(1),
            created_at: Set(organisation.created_at),
            ..changes(organisation)
        };
        self.insert_row(row);
        Ok(())
    }

    async fn update(&mut self, organisation: &Organisation, seen: Version) -> Result<()> {
        let update = scoped::update_organisation(organisation.id)
            .set(changes(organisation))
            .filter(organisation::Column::Version.eq(seen))
            .filter(organisation::Column::PurgedAt.is_null());
        self.change_one(&update, Error::Stale(organisation.version));
        Ok(())
    }
}

#[async_trait]
impl OwnOrganisation for Unit {
    async fn get(&mut self) -> Result<Organisation> {
        let row = self.find_one(self.find::<organisation::Entity>()).await?;
        row.ok_or(Error::NotFound).and_then(organisation)
    }

    async fn update(&mut self, organisation: &Organisation, seen: Version) -> Result<()> {
        self.change_at::<organisation::Entity>(organisation.id.0, seen, changes(organisation));
        Ok(())
    }

    async fn has_holds(&mut self, at: DateTime<Utc>) -> Result<bool> {
        let sql = "select id from legal_hold where organisation_id = $1 and released_at is null and until > $2 limit 1";
        let held: Option<Held> = self.row(sql, [at.into()]).await?;
        Ok(held.is_some_and(|held| !held.id.is_nil()))
    }

    async fn purge(&mut self, seen: Version, at: DateTime<Utc>, job: &NewJob) -> Result<()> {
        let changes =
            organisation::ActiveModel { purged_at: Set(Some(at)), version: Set(seen + 1), ..Default::default() };
        self.change_at::<organisation::Entity>(self.organisation().0, seen, changes);
        queue::enqueue_for_platform(self.transaction(), job);
        Ok(())
    }
}

impl Unit {
    /// Locks the organisation until the transaction ends. SQLite has one writer anyway.
    pub(super) async fn lock_organisation(&mut self, lock: LockType) -> Result<()> {
        self.find_one(self.find::<organisation::Entity>().lock(lock)).await.map(drop)
    }
}

/// The organisations that are not purged.
fn remaining() -> Select<organisation::Entity> {
    scoped::organisations().filter(organisation::Column::PurgedAt.is_null())
}

fn changes(organisation: &Organisation) -> organisation::ActiveModel {
    organisation::ActiveModel {
        name: Set(organisation.name.as_str().to_owned()),
        phone: Set(organisation.phone.as_ref().map(|phone| phone.as_str().to_owned())),
        status: Set(organisation.status.code().to_owned()),
        time_zone: Set(organisation.time_zone.name().to_owned()),
        admins_need_second_factor: Set(organisation.second_factor_for.admins),
        coaches_need_second_factor: Set(organisation.second_factor_for.coaches),
        clients_log_in_by_mail: Set(organisation.clients_log_in_by_mail),
        retention_years: Set(organisation.retention_years.into()),
        erasure_waiting_days: Set(organisation.erasure_waiting_days.into()),
        purgeable_at: Set(organisation.purgeable_at),
        version: Set(organisation.version),
        updated_at: Set(organisation.updated_at),
        ..Default::default()
    }
}

fn organisation(row: organisation::Model) -> Result<Organisation> {
    Ok(Organisation {
        id: row.id.into(),
        name: text(row.name)?,
        phone: row.phone.map(text).transpose()?,
        status: word(&row.status)?,
        time_zone: row.time_zone.try_into().map_err(Error::internal)?,
        second_factor_for: SecondFactorRoles {
            admins: row.admins_need_second_factor,
            coaches: row.coaches_need_second_factor,
        },
        clients_log_in_by_mail: row.clients_log_in_by_mail,
        retention_years: row.retention_years.try_into().map_err(Error::internal)?,
        erasure_waiting_days: row.erasure_waiting_days.try_into().map_err(Error::internal)?,
        purgeable_at: row.purgeable_at,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
