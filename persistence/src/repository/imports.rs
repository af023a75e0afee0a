//! Adds the whole content of a client, with as many rows per statement as its parameters allow.

use super::cards;
use crate::encryption::ClientKey;
use crate::entity::{card, client, map, person};
use crate::scoped::OrgOwned;
use crate::transaction::{Queries, rows_within};
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::cards::StoredCard;
use domain::imports::{ImportRows, Imports};
use domain::supporters::Supporter;
use domain::ties::Tie;
use domain::{ClientId, Error, Result};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseBackend, QueryFilter, QuerySelect, Select};

/// The number of cards per statement: each holds a whole map.
const CARDS_AT_ONCE: usize = 10;

#[async_trait]
impl Imports for Unit {
    async fn lock_if_empty(&mut self, client: &Granted<ClientId>, private_too: bool) -> Result<bool> {
        // A concurrent insert of a person or map waits for this lock, by its foreign key. SQLite has one writer anyway.
        if self.backend() == DatabaseBackend::Postgres {
            let row = self.find::<client::Entity>().select_only().column(client::Column::Id);
            let row = row.filter(client::Column::Id.eq(client.id().0)).lock_exclusive();
            self.select(&row).await?.pop().ok_or(Error::NotFound)?;
        }
        // A client without maps has no cards.
        let persons = self.persons_of(client, private_too).select_only().column(person::Column::Id);
        let maps = self.maps_of_client(client, private_too).select_only().column(map::Column::Id);
        Ok(!self.any(persons).await? && !self.any(maps).await?)
    }

    async fn add_all(&mut self, client: &Granted<ClientId>, rows: &ImportRows) -> Result<()> {
        let client = client.id();
        let key = self.key_of(client).await?;
        let in_client = |unit: &Self, one: &Supporter| Ok(vec![unit.supporter_row_of(client, one)]);
        let tied = |unit: &Self, one: &Tie| Ok(vec![unit.tie_row_of(client, one)]);
        self.in_parts(&rows.persons, |unit, one| Ok(vec![unit.person_row(&key, one)?])).await?;
        self.in_parts(&rows.maps, |unit, one| Ok(vec![unit.map_row(&key, one)?])).await?;
        self.in_parts(&rows.supporters, in_client).await?;
        self.in_parts(&rows.supporters, |unit, one| Ok(unit.support_rows(one))).await?;
        self.in_parts(&rows.ties, tied).await?;
        self.in_parts(&rows.needs, |unit, (map, need)| Ok(vec![unit.need_row(*map, need)])).await?;
        self.in_parts(&rows.agreements, |unit, one| Ok(vec![unit.agreement_row(client, &key, one)?])).await?;
        self.in_parts(&rows.reflections, |unit, one| Ok(vec![unit.reflection_row(client, &key, one)?])).await?;
        for some in rows.cards.chunks(CARDS_AT_ONCE) {
            let some = some.iter().map(|one| self.card_row(&key, one)).collect::<Result<_>>()?;
            self.insert_rows(some).await?;
            self.flush().await?;
        }
        self.in_parts(&rows.cards, |unit, one| unit.card_person_rows(&key, one)).await
    }
}

impl Unit {
    /// Adds the rows of these things. It builds the rows of one statement at a time: rows take much more memory than the document.
    async fn in_parts<T, A>(
        &mut self,
        things: &[T],
        rows: impl Fn(&Self, &T) -> Result<Vec<A>> + Send + Sync,
    ) -> Result<()>
    where
        T: Sync,
        A: ActiveModelTrait + Send,
        A::Entity: OrgOwned,
    {
        let most = rows_within::<A>();
        let mut part = Vec::new();
        for one in things {
            part.extend(rows(self, one)?);
            if part.len() >= most {
                self.insert_rows(std::mem::take(&mut part)).await?;
            }
        }
        self.insert_rows(part).await
    }

    async fn any<E: OrgOwned>(&mut self, ids: Select<E>) -> Result<bool> {
        Ok(!self.select(&ids.limit(1)).await?.is_empty())
    }

    fn card_row(&self, key: &ClientKey, card: &StoredCard) -> Result<card::ActiveModel> {
        let head = &card.head;
        Ok(card::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(head.id.0),
            client_id: Set(head.client_id.0),
            map_id: Set(head.map_id.0),
            number: Set(head.number),
            made_by: Set(head.made_by.as_ref().map(|by| by.id.0)),
            made_as: Set(head.made_as.code().to_owned()),
            review_on: Set(head.review_on),
            sealed: Set(cards::sealed(key, card)?),
            content_hash: Set(head.content_hash.0.to_vec()),
            created_at: Set(head.created_at),
        })
    }
}
