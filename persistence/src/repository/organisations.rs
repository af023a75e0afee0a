use super::convert::text;
use crate::entity::{client, invitation, member, organisation, support_type};
use crate::error::from_db;
use crate::scoped;
use crate::unit_of_work::{PlatformUnit, Unit};
use async_trait::async_trait;
use domain::organisations::{Organisation, Organisations, OwnOrganisation};
use domain::{Error, OrganisationId, Page, PageRequest, Result, Version};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateResult};

#[async_trait]
impl Organisations for PlatformUnit {
    async fn get(&mut self, id: OrganisationId) -> Result<Option<Organisation>> {
        let query = scoped::organisations().filter(organisation::Column::Id.eq(id.0));
        query.one(self.db()).await.map_err(from_db)?.map(organisation).transpose()
    }

    async fn list(&mut self, page: PageRequest) -> Result<Page<Organisation>> {
        let mut query = scoped::organisations();
        if let Some(after) = page.after {
            query = query.filter(organisation::Column::Id.gt(after));
        }
        let rows =
            query.order_by_asc(organisation::Column::Id).limit(page.rows()).all(self.db()).await.map_err(from_db)?;
        let organisations = rows.into_iter().map(organisation).collect::<Result<_>>()?;
        Ok(page.page(organisations, |organisation: &Organisation| organisation.id.0))
    }

    async fn add(&mut self, organisation: &Organisation) -> Result<()> {
        let row = organisation::ActiveModel {
            id: Set(organisation.id.0),
            vocabulary_version: Set(1),
            created_at: Set(organisation.created_at),
            ..changes(organisation)
        };
        organisation::Entity::insert(row).exec_without_returning(self.db()).await.map_err(from_db).map(drop)
    }

    async fn update(&mut self, organisation: &Organisation, seen: Version) -> Result<()> {
        let update = scoped::update_organisation(organisation.id)
            .set(changes(organisation))
            .filter(organisation::Column::Version.eq(seen));
        updated(&update.exec(self.db()).await.map_err(from_db)?, organisation.version)
    }
}

#[async_trait]
impl OwnOrganisation for Unit {
    async fn get(&mut self) -> Result<Organisation> {
        let row = self.find::<organisation::Entity>().one(self.db()).await.map_err(from_db)?;
        row.ok_or(Error::NotFound).and_then(organisation)
    }

    async fn update(&mut self, organisation: &Organisation, seen: Version) -> Result<()> {
        let update = Unit::update::<organisation::Entity>(self)
            .set(changes(organisation))
            .filter(organisation::Column::Version.eq(seen));
        updated(&update.exec(self.db()).await.map_err(from_db)?, organisation.version)
    }

    async fn purge(&mut self, seen: Version) -> Result<()> {
        // Nobody adds anything to it any more.
        self.lock_organisation(LockType::Update).await?;
        // In an order in which nothing refers to what is gone: a cascade from the organisation would begin with the
        // members, whom clients still refer to. What is a client's goes with the client.
        self.delete::<invitation::Entity>().exec(self.db()).await.map_err(from_db)?;
        self.delete::<client::Entity>().exec(self.db()).await.map_err(from_db)?;
        self.delete::<support_type::Entity>().exec(self.db()).await.map_err(from_db)?;
        self.delete::<member::Entity>().exec(self.db()).await.map_err(from_db)?;
        let organisation = self.delete::<organisation::Entity>().filter(organisation::Column::Version.eq(seen));
        let removed = organisation.exec(self.db()).await.map_err(from_db)?.rows_affected;
        if removed == 0 { Err(Error::Stale(seen + 1)) } else { Ok(()) }
    }
}

impl Unit {
    /// One at a time from here on, in this organisation. SQLite has one writer anyway.
    pub(super) async fn lock_organisation(&self, lock: LockType) -> Result<()> {
        self.find::<organisation::Entity>().lock(lock).one(self.db()).await.map_err(from_db).map(drop)
    }
}

fn changes(organisation: &Organisation) -> organisation::ActiveModel {
    organisation::ActiveModel {
        name: Set(organisation.name.as_str().to_owned()),
        status: Set(organisation.status.code().to_owned()),
        time_zone: Set(organisation.time_zone.name().to_owned()),
        version: Set(organisation.version),
        updated_at: Set(organisation.updated_at),
        ..Default::default()
    }
}

fn updated(result: &UpdateResult, now: Version) -> Result<()> {
    if result.rows_affected == 0 { Err(Error::Stale(now)) } else { Ok(()) }
}

fn organisation(row: organisation::Model) -> Result<Organisation> {
    Ok(Organisation {
        id: row.id.into(),
        name: text(row.name)?,
        status: row.status.parse().map_err(Error::internal)?,
        time_zone: row.time_zone.try_into().map_err(Error::internal)?,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
