use super::convert::{support_type as known, text, word};
use crate::encryption::{ClientKey, Content};
use crate::entity::{agreement, support_type, supporter};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::agreements::{Agreement, Agreements};
use domain::vocabulary::{AgreementStatus, SupportType};
use domain::{AgreementId, ClientId, MapId, Page, PageRequest, Result, SupporterId, Version};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};

/// What is encrypted of an agreement.
#[derive(Serialize, Deserialize)]
struct Said {
    text: String,
}

impl Content for Said {
    const TABLE: &'static str = "agreement";
}

#[async_trait]
impl Agreements for Unit {
    async fn get(&mut self, id: &Granted<AgreementId>) -> Result<Option<Agreement>> {
        let query = self.find::<agreement::Entity>().filter(agreement::Column::Id.eq(id.id().0));
        let Some(row) = self.find_one(query).await? else { return Ok(None) };
        agreement(&self.key_of(id.client().id()).await?, row).map(Some)
    }

    async fn list(
        &mut self,
        map: &Granted<MapId>,
        statuses: &[AgreementStatus],
        page: PageRequest,
    ) -> Result<Page<Agreement>> {
        let mut query = self.find::<agreement::Entity>().filter(agreement::Column::MapId.eq(map.id().0));
        if !statuses.is_empty() {
            query = query.filter(agreement::Column::Status.is_in(statuses.iter().map(|status| status.code())));
        }
        let key = self.key_of(map.client().id()).await?;
        self.page(query, page, |row| agreement(&key, row)).await
    }

    async fn exists(
        &mut self,
        map: &Granted<MapId>,
        supporter: Option<SupporterId>,
        support_type: Option<&SupportType>,
    ) -> Result<(bool, bool)> {
        let supporters = self
            .find::<supporter::Entity>()
            .select_only()
            .column(supporter::Column::Id)
            .filter(supporter::Column::MapId.eq(map.id().0))
            .filter(supporter::Column::Id.eq(supporter.map(|id| id.0).unwrap_or_default()));
        let types = self
            .find::<support_type::Entity>()
            .select_only()
            .column(support_type::Column::Code)
            .filter(support_type::Column::Code.eq(support_type.map_or("", |code| code.code())));
        let (supporters, types) = self.select_both(&supporters, &types).await?;
        let supporter_known = supporter.is_none() || !supporters.is_empty();
        let type_known = support_type.is_none() || !types.is_empty();
        Ok((supporter_known, type_known))
    }

    async fn add(&mut self, map: &Granted<MapId>, agreement: &Agreement) -> Result<()> {
        let client = map.client().id();
        let row = self.agreement_row(client, &self.key_of(client).await?, agreement)?;
        self.insert_row(row);
        Ok(())
    }

    async fn update(&mut self, id: &Granted<AgreementId>, agreement: &Agreement, seen: Version) -> Result<()> {
        let changes = changeable(&self.key_of(id.client().id()).await?, agreement)?;
        self.change_at::<agreement::Entity>(id.id().0, seen, changes);
        Ok(())
    }

    async fn remove(&mut self, id: &Granted<AgreementId>, seen: Version) -> Result<()> {
        self.remove_at::<agreement::Entity>(id.id().0, seen);
        Ok(())
    }
}

impl Unit {
    pub(super) fn agreement_row(
        &self,
        client: ClientId,
        key: &ClientKey,
        agreement: &Agreement,
    ) -> Result<agreement::ActiveModel> {
        Ok(agreement::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(agreement.id.0),
            client_id: Set(client.0),
            map_id: Set(agreement.map_id.0),
            created_at: Set(agreement.created_at),
            ..changeable(key, agreement)?
        })
    }
}

/// The columns that an update changes.
fn changeable(key: &ClientKey, agreement: &Agreement) -> Result<agreement::ActiveModel> {
    let said = Said { text: agreement.text.as_str().to_owned() };
    Ok(agreement::ActiveModel {
        supporter_id: Set(agreement.supporter_id.map(|id| id.0)),
        support_type: Set(agreement.support_type.as_ref().map(|code| code.code().to_owned())),
        sealed: Set(key.seal(agreement.id.0, &said)?),
        due_on: Set(agreement.due_on),
        status: Set(agreement.status.code().to_owned()),
        version: Set(agreement.version),
        updated_at: Set(agreement.updated_at),
        ..Default::default()
    })
}

pub(super) fn agreement(key: &ClientKey, row: agreement::Model) -> Result<Agreement> {
    let Said { text: said } = key.open(row.id, &row.sealed)?;
    Ok(Agreement {
        id: row.id.into(),
        map_id: row.map_id.into(),
        supporter_id: row.supporter_id.map(Into::into),
        support_type: row.support_type.map(known).transpose()?,
        text: text(said)?,
        due_on: row.due_on,
        status: word(&row.status)?,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
