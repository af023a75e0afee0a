//! Reads everything of one client, in parts.

use super::id_list::{ids, json};
use super::persons::person;
use super::{cards, convert, reflections};
use crate::engine::{Row, rows};
use crate::entity::{card, map, person, reflection};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::cards::StoredCard;
use domain::exports::Exports;
use domain::maps::WholeMap;
use domain::persons::Person;
use domain::reflections::Reflection;
use domain::vocabulary::SupportType;
use domain::{CardId, ClientId, MapId, PersonId, Result};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

rows! {
    struct Code {
        code: String,
    }
}

#[async_trait]
impl Exports for Unit {
    async fn types_on_maps(&mut self, client: &Granted<ClientId>) -> Result<Vec<SupportType>> {
        let on_map = |table: &str| {
            format!(
                "select t.support_type from map m join {table} t on t.organisation_id = m.organisation_id and t.map_id = m.id
                where m.organisation_id = $1 and m.client_id = $2"
            )
        };
        let sql = format!(
            "select y.code from support_type y where y.organisation_id = $1 and y.code in ({} union {} union {})",
            on_map("support"),
            on_map("need"),
            on_map("agreement"),
        );
        let values = [client.id().0.into()];
        let codes: Vec<Code> = self.rows(sql, values).await?;
        codes.into_iter().map(|row| convert::support_type(row.code)).collect()
    }

    async fn persons_after(
        &mut self,
        client: &Granted<ClientId>,
        private_too: bool,
        after: Option<PersonId>,
        limit: u64,
    ) -> Result<Vec<Person>> {
        let mut rows = self.persons_of(client, private_too);
        if let Some(after) = after {
            rows = rows.filter(person::Column::Id.gt(after.0));
        }
        let rows = self.find_all(rows.order_by_asc(person::Column::Id).limit(limit)).await?;
        let key = self.key_of(client.id()).await?;
        rows.into_iter().map(|row| person(&key, row)).collect()
    }

    async fn map_ids(&mut self, client: &Granted<ClientId>, private_too: bool) -> Result<Vec<MapId>> {
        let rows = self.maps_of_client(client, private_too).order_by_asc(map::Column::Id);
        let rows = self.select(&rows.select_only().column(map::Column::Id)).await?;
        rows.iter().map(|row| Ok(row.at::<Uuid>(0)?.into())).collect()
    }

    async fn maps_of(&mut self, client: &Granted<ClientId>, ids: &[MapId]) -> Result<Vec<WholeMap>> {
        self.read_whole_maps(client, ids).await
    }

    async fn reflections_of(&mut self, client: &Granted<ClientId>, ids: &[MapId]) -> Result<Vec<Reflection>> {
        let rows = self.find::<reflection::Entity>().filter(reflection::Column::ClientId.eq(client.id().0));
        let rows = rows.filter(reflection::Column::MapId.is_in(ids.iter().map(|id| id.0)));
        let key = self.key_of(client.id()).await?;
        let rows = self.find_all(rows.order_by_asc(reflection::Column::Id)).await?;
        rows.into_iter().map(|row| reflections::reflection(&key, row)).collect()
    }

    async fn card_ids(&mut self, client: &Granted<ClientId>, maps: &[MapId]) -> Result<Vec<CardId>> {
        let rows = self.find::<card::Entity>().filter(card::Column::ClientId.eq(client.id().0));
        let rows = rows.order_by_asc(card::Column::MapId).order_by_asc(card::Column::Number);
        let rows = rows.select_only().column(card::Column::MapId).column(card::Column::Id);
        let mut of_these = Vec::new();
        for row in self.select(&rows).await? {
            // `maps` is in order of id.
            if maps.binary_search(&row.at::<Uuid>(0)?.into()).is_ok() {
                of_these.push(row.at::<Uuid>(1)?.into());
            }
        }
        Ok(of_these)
    }

    async fn cards_of(&mut self, client: &Granted<ClientId>, cards: &[CardId]) -> Result<Vec<StoredCard>> {
        let (persons, given) = (cards::persons_array(self.backend()), ids(self.backend(), "$3"));
        let maker = cards::MAKER;
        let sql = format!(
            "select k.*, {maker}, (select {persons} from card_person p where p.organisation_id = $1 and p.card_id = k.id) as persons
            from card k where k.organisation_id = $1 and k.client_id = $2 and k.id in ({given}) order by k.map_id, k.number"
        );
        let given: Vec<_> = cards.iter().map(|id| id.0).collect();
        let values = [client.id().0.into(), json(&given)?.into()];
        let key = self.key_of(client.id()).await?;
        let rows: Vec<Row> = self.rows(sql, values).await?;
        rows.iter().map(|row| cards::stored_card(&key, row)).collect()
    }
}
