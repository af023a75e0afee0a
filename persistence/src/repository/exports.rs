//! Everything of one client, one statement for each kind.

use super::access::person_private;
use super::{cards, convert, reflections};
use crate::entity::{person, reflection};
use crate::error::from_db;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::cards::SealedCard;
use domain::exports::Exports;
use domain::maps::WholeMap;
use domain::persons::Person;
use domain::reflections::Reflection;
use domain::{ClientId, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, FromQueryResult, QueryFilter, QueryOrder, Statement};

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    card: cards::Head,
    content: String,
    persons: Option<String>,
}

#[async_trait]
impl Exports for Unit {
    async fn maps_of(&mut self, client: ClientId) -> Result<Vec<WholeMap>> {
        self.read_whole_maps(client).await
    }

    async fn persons_of(&mut self, client: ClientId, private_too: bool) -> Result<Vec<Person>> {
        let mut rows = self.find::<person::Entity>().filter(person::Column::ClientId.eq(client.0));
        if !private_too {
            rows = rows.filter(Expr::cust(format!("not {}", person_private("person"))));
        }
        let rows = rows.order_by_asc(person::Column::Id).all(self.db()).await.map_err(from_db)?;
        rows.into_iter().map(convert::person).collect()
    }

    async fn reflections_of(&mut self, client: ClientId) -> Result<Vec<Reflection>> {
        let rows = self.find::<reflection::Entity>().filter(reflection::Column::ClientId.eq(client.0));
        let rows = rows.order_by_asc(reflection::Column::Id).all(self.db()).await.map_err(from_db)?;
        rows.into_iter().map(reflections::reflection).collect()
    }

    async fn cards_of(&mut self, client: ClientId) -> Result<Vec<SealedCard>> {
        let persons = cards::persons_array(self.backend());
        let sql = format!(
            "select k.*, (select {persons} from card_person p where p.organisation_id = $1 and p.card_id = k.id) as persons
            from card k where k.organisation_id = $1 and k.client_id = $2 order by k.map_id, k.number"
        );
        let values = [self.organisation().0.into(), client.0.into()];
        let rows = self.db().query_all_raw(Statement::from_sql_and_values(self.backend(), sql, values)).await;
        let sealed = |row| {
            let row = Row::from_query_result(&row, "").map_err(from_db)?;
            let persons = cards::persons(row.persons)?;
            Ok(SealedCard { head: cards::head(row.card)?, content: row.content, persons })
        };
        rows.map_err(from_db)?.into_iter().map(sealed).collect()
    }
}
