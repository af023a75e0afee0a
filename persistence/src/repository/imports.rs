//! A whole client's content added: a statement takes as many rows as its parameters allow.

use super::access::person_private;
use super::bulk::rows_within;
use crate::entity::{card, client, map, person, supporter, tie};
use crate::error::from_db;
use crate::scoped::OrgOwned;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::cards::SealedCard;
use domain::imports::{ImportRows, Imports};
use domain::{ClientId, Error, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseBackend, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

/// About how many parameters a statement has. One of 30,000 takes some 30 MiB while it is made and prepared.
const PARAMETERS: usize = 3_000;
/// How many cards, each with a whole map.
const CARDS_AT_ONCE: usize = 10;

#[async_trait]
impl Imports for Unit {
    async fn hold_empty(&mut self, client: ClientId, private_too: bool) -> Result<bool> {
        // Whoever adds a person or a map refers to the client's row, and waits for it. SQLite has one writer.
        if self.backend() == DatabaseBackend::Postgres {
            let row = self.find::<client::Entity>().select_only().column(client::Column::Id);
            let row = row.filter(client::Column::Id.eq(client.0)).lock_exclusive().into_tuple::<Uuid>();
            row.one(self.db()).await.map_err(from_db)?.ok_or(Error::NotFound)?;
        }
        let mut persons = self.find::<person::Entity>().filter(person::Column::ClientId.eq(client.0));
        let mut maps = self.find::<map::Entity>().filter(map::Column::ClientId.eq(client.0));
        if !private_too {
            persons = persons.filter(Expr::cust(format!("not {}", person_private("person"))));
            maps = maps.filter(map::Column::Private.eq(false));
        }
        // A card has a map.
        let persons = persons.select_only().column(person::Column::Id);
        Ok(!self.any(persons).await? && !self.any(maps.select_only().column(map::Column::Id)).await?)
    }

    async fn add_all(&mut self, client: ClientId, rows: &ImportRows) -> Result<()> {
        let in_client = |s: &_| vec![supporter::ActiveModel { client_id: Set(client.0), ..self.supporter_row(s) }];
        let tied = |t: &_| vec![tie::ActiveModel { client_id: Set(client.0), ..self.tie_row(t) }];
        self.in_parts(&rows.persons, |one| vec![self.person_row(one)]).await?;
        self.in_parts(&rows.maps, |one| vec![self.map_row(one)]).await?;
        self.in_parts(&rows.supporters, in_client).await?;
        self.in_parts(&rows.supporters, |one| self.support_rows(one)).await?;
        self.in_parts(&rows.ties, tied).await?;
        self.in_parts(&rows.needs, |(map, need)| vec![self.need_row(*map, need)]).await?;
        self.in_parts(&rows.agreements, |one| vec![self.agreement_row(client, one)]).await?;
        self.in_parts(&rows.reflections, |one| vec![self.reflection_row(client, one)]).await?;
        for some in rows.cards.chunks(CARDS_AT_ONCE) {
            self.insert(some.iter().map(|one| self.card_row(one)).collect()).await?;
        }
        self.in_parts(&rows.cards, |one| self.card_person_rows(one)).await
    }
}

impl Unit {
    /// Adds the rows of these things. Those of one statement are made at a time: rows take many times the memory of
    /// the document.
    async fn in_parts<T, A>(&self, things: &[T], rows: impl Fn(&T) -> Vec<A> + Send + Sync) -> Result<()>
    where
        T: Sync,
        A: ActiveModelTrait + Send,
        A::Entity: OrgOwned,
    {
        let most = rows_within::<A>(PARAMETERS);
        let mut part = Vec::new();
        for one in things {
            part.extend(rows(one));
            if part.len() >= most {
                self.insert(std::mem::take(&mut part)).await?;
            }
        }
        self.insert(part).await
    }

    async fn any<E: OrgOwned>(&self, ids: Select<E>) -> Result<bool> {
        Ok(ids.limit(1).into_tuple::<Uuid>().one(self.db()).await.map_err(from_db)?.is_some())
    }

    fn card_row(&self, sealed: &SealedCard) -> card::ActiveModel {
        let head = &sealed.head;
        card::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(head.id.0),
            client_id: Set(head.client_id.0),
            map_id: Set(head.map_id.0),
            number: Set(head.number),
            made_by: Set(head.made_by.map(|id| id.0)),
            made_as: Set(head.made_as.code().to_owned()),
            review_on: Set(head.review_on),
            content: Set(sealed.content.clone()),
            content_hash: Set(head.content_hash.0.to_vec()),
            created_at: Set(head.created_at),
        }
    }
}
