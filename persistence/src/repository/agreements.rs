use crate::entity::{agreement, support_type, supporter};
use crate::error::from_db;
use crate::repository::convert::agreement;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::agreements::{Agreement, Agreements};
use domain::vocabulary::{AgreementStatus, SupportType};
use domain::{AgreementId, ClientId, Error, MapId, Page, PageRequest, Result, SupporterId, Version};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

#[async_trait]
impl Agreements for Unit {
    async fn get(&mut self, id: AgreementId) -> Result<Option<Agreement>> {
        let query = self.find::<agreement::Entity>().filter(agreement::Column::Id.eq(id.0));
        query.one(self.db()).await.map_err(from_db)?.map(agreement).transpose()
    }

    async fn list(&mut self, map: MapId, statuses: &[AgreementStatus], page: PageRequest) -> Result<Page<Agreement>> {
        let mut query = self.find::<agreement::Entity>().filter(agreement::Column::MapId.eq(map.0));
        if !statuses.is_empty() {
            query = query.filter(agreement::Column::Status.is_in(statuses.iter().map(|status| status.code())));
        }
        if let Some(after) = page.after {
            query = query.filter(agreement::Column::Id.gt(after));
        }
        let rows =
            query.order_by_asc(agreement::Column::Id).limit(page.rows()).all(self.db()).await.map_err(from_db)?;
        let agreements = rows.into_iter().map(agreement).collect::<Result<_>>()?;
        Ok(page.page(agreements, |agreement: &Agreement| agreement.id.0))
    }

    async fn knows(
        &mut self,
        map: MapId,
        supporter: Option<SupporterId>,
        support_type: Option<&SupportType>,
    ) -> Result<(bool, bool)> {
        let supporter_known = match supporter {
            Some(id) => self.has_supporter(map, id).await?,
            None => true,
        };
        let type_known = match support_type {
            Some(code) => self.has_support_type(code).await?,
            None => true,
        };
        Ok((supporter_known, type_known))
    }

    async fn add(&mut self, client: ClientId, agreement: &Agreement) -> Result<()> {
        let row = self.agreement_row(client, agreement);
        agreement::Entity::insert(row).exec_without_returning(self.db()).await.map_err(from_db).map(drop)
    }

    async fn update(&mut self, agreement: &Agreement, seen: Version) -> Result<()> {
        let update = Unit::update::<agreement::Entity>(self)
            .set(changeable(agreement))
            .filter(agreement::Column::Id.eq(agreement.id.0))
            .filter(agreement::Column::Version.eq(seen));
        let updated = update.exec(self.db()).await.map_err(from_db)?.rows_affected;
        if updated == 0 { Err(Error::Stale(agreement.version)) } else { Ok(()) }
    }

    async fn remove(&mut self, id: AgreementId, seen: Version) -> Result<()> {
        let delete = self
            .delete::<agreement::Entity>()
            .filter(agreement::Column::Id.eq(id.0))
            .filter(agreement::Column::Version.eq(seen));
        let removed = delete.exec(self.db()).await.map_err(from_db)?.rows_affected;
        if removed == 0 { Err(Error::Stale(seen + 1)) } else { Ok(()) }
    }
}

impl Unit {
    async fn has_supporter(&self, map: MapId, id: SupporterId) -> Result<bool> {
        let query = self
            .find::<supporter::Entity>()
            .select_only()
            .column(supporter::Column::Id)
            .filter(supporter::Column::MapId.eq(map.0))
            .filter(supporter::Column::Id.eq(id.0))
            .into_tuple::<Uuid>();
        Ok(query.one(self.db()).await.map_err(from_db)?.is_some())
    }

    async fn has_support_type(&self, code: &SupportType) -> Result<bool> {
        let query = self
            .find::<support_type::Entity>()
            .select_only()
            .column(support_type::Column::Code)
            .filter(support_type::Column::Code.eq(code.code()))
            .into_tuple::<String>();
        Ok(query.one(self.db()).await.map_err(from_db)?.is_some())
    }
}

impl Unit {
    pub(super) fn agreement_row(&self, client: ClientId, agreement: &Agreement) -> agreement::ActiveModel {
        agreement::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(agreement.id.0),
            client_id: Set(client.0),
            map_id: Set(agreement.map_id.0),
            created_at: Set(agreement.created_at),
            ..changeable(agreement)
        }
    }
}

/// The columns a change may change.
fn changeable(agreement: &Agreement) -> agreement::ActiveModel {
    agreement::ActiveModel {
        supporter_id: Set(agreement.supporter_id.map(|id| id.0)),
        support_type: Set(agreement.support_type.as_ref().map(|code| code.code().to_owned())),
        text: Set(agreement.text.as_str().to_owned()),
        due_on: Set(agreement.due_on),
        status: Set(agreement.status.code().to_owned()),
        version: Set(agreement.version),
        updated_at: Set(agreement.updated_at),
        ..Default::default()
    }
}
