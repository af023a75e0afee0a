use super::convert;
use crate::entity::tie;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::ties::{Tie, Ties};
use domain::{ClientId, MapId, Page, PageRequest, Result, TieId, Version};
use sea_orm::{ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, QueryFilter};

#[async_trait]
impl Ties for Unit {
    async fn get(&mut self, id: &Granted<TieId>) -> Result<Option<Tie>> {
        let row = self.find::<tie::Entity>().filter(tie::Column::Id.eq(id.id().0));
        self.find_one(row).await?.map(convert::tie).transpose()
    }

    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<Tie>> {
        let query = self.find::<tie::Entity>().filter(tie::Column::MapId.eq(map.id().0));
        self.page(query, page, convert::tie).await
    }

    async fn add(&mut self, map: &Granted<MapId>, tie: &Tie) -> Result<()> {
        let row = self.tie_row_of(map.client().id(), tie);
        self.insert_naming([row], "/supporterIds");
        Ok(())
    }

    async fn update(&mut self, id: &Granted<TieId>, tie: &Tie, seen: Version) -> Result<()> {
        let changes = self.tie_row(tie);
        self.change_at::<tie::Entity>(id.id().0, seen, changes);
        Ok(())
    }

    async fn remove(&mut self, id: &Granted<TieId>, seen: Version) -> Result<()> {
        self.remove_at::<tie::Entity>(id.id().0, seen);
        Ok(())
    }
}

impl Unit {
    /// The row of a tie of this client.
    pub(super) fn tie_row_of(&self, client: ClientId, tie: &Tie) -> tie::ActiveModel {
        tie::ActiveModel { client_id: Set(client.0), ..self.tie_row(tie) }
    }

    pub(super) fn tie_row(&self, tie: &Tie) -> tie::ActiveModel {
        tie::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(tie.id.0),
            client_id: NotSet,
            map_id: Set(tie.map_id.0),
            first_id: Set(tie.between.first().0),
            second_id: Set(tie.between.second().0),
            strength: Set(tie.strength.map(Into::into)),
            version: Set(tie.version),
            created_at: Set(tie.created_at),
            updated_at: Set(tie.updated_at),
        }
    }
}
