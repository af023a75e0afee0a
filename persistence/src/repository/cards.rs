use super::convert::{json_rows, named, word};
use super::id_list::{ids, json};
use crate::dialect::Sql;
use crate::encryption::{ClientKey, Content, hexadecimal};
use crate::engine::{FromRow, Row, rows};
use crate::entity::{card, card_person, map};
use crate::pages::{keyset, page_of};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Granted;
use domain::cards::{CardHead, Cards, Digest, StoredCard, StoredPerson};
use domain::caseload::LastCard;
use domain::{CardId, ClientId, Error, MapId, Page, PageRequest, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseBackend, QueryFilter, QuerySelect, QueryTrait, Select};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use uuid::Uuid;

/// The table of cards. What is encrypted of one is its content as it is, of which the hash was taken.
const CARD: &str = "card";

/// What is encrypted of a person on a card. With the salt, names could be tested against the digest in the content.
#[derive(Serialize, Deserialize)]
struct Said {
    profile: String,
    salt: Digest,
}

impl Content for Said {
    const TABLE: &'static str = "card_person";
}

/// A person of a card in [`persons_array`].
#[derive(Deserialize)]
struct PersonRow(Uuid, #[serde(deserialize_with = "hexadecimal")] Vec<u8>);

rows! {
    pub(super) struct Head {
        id: Uuid,
        client_id: Uuid,
        map_id: Uuid,
        number: i64,
        made_by: Option<Uuid>,
        made_by_name: Option<String>,
        made_as: String,
        review_on: Option<NaiveDate>,
        content_hash: Vec<u8>,
        created_at: DateTime<Utc>,
    }
}

rows! {
    struct Numbered {
        number: i64,
    }
}

#[async_trait]
impl Cards for Unit {
    async fn lock_map(&mut self, map: &Granted<MapId>) -> Result<()> {
        // SQLite has one writer anyway.
        if self.backend() == DatabaseBackend::Postgres {
            let row = self.find::<map::Entity>().select_only().column(map::Column::Id);
            self.lock(&row.filter(map::Column::Id.eq(map.id().0)).lock_exclusive());
        }
        Ok(())
    }

    async fn get_all(&mut self, ids: &[&Granted<CardId>]) -> Result<Vec<StoredCard>> {
        let given: Vec<_> = ids.iter().map(|id| id.id().0).collect();
        let values = [json(&given)?.into()];
        let rows: Vec<Row> = self.rows(STORED.on(self.backend()), values).await?;
        let mut cards = Vec::with_capacity(ids.len());
        for id in ids {
            let row = rows.iter().find(|row| row.get::<Uuid>("id").is_ok_and(|found| found == id.id().0));
            let key = self.key_of(id.client().id()).await?;
            cards.push(stored_card(&key, row.ok_or(Error::NotFound)?)?);
        }
        Ok(cards)
    }

    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<CardHead>> {
        let query = self.find::<card::Entity>().filter(card::Column::MapId.eq(map.id().0));
        self.heads(query, page).await
    }

    async fn list_of_client(
        &mut self,
        client: &Granted<ClientId>,
        with_private: bool,
        page: PageRequest,
    ) -> Result<Page<CardHead>> {
        let mut query = self.find::<card::Entity>().filter(card::Column::ClientId.eq(client.id().0));
        if !with_private {
            let open = self.find::<map::Entity>().filter(map::Column::ClientId.eq(client.id().0));
            let open = open.filter(map::Column::Private.eq(false)).select_only().column(map::Column::Id);
            query = query.filter(card::Column::MapId.in_subquery(open.into_query()));
        }
        self.heads(query, page).await
    }

    async fn any_of(&mut self, map: &Granted<MapId>) -> Result<bool> {
        let card = self.find::<card::Entity>().select_only().column(card::Column::Id);
        Ok(!self.select(&card.filter(card::Column::MapId.eq(map.id().0)).limit(1)).await?.is_empty())
    }

    async fn add(&mut self, map: &Granted<MapId>, card: &StoredCard) -> Result<i64> {
        let (head, key) = (&card.head, self.key_of(map.client().id()).await?);
        let sql = "insert into card (organisation_id, id, client_id, map_id, made_by, made_as, review_on, sealed,
                content_hash, created_at, number)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (select coalesce(max(c.number), 0) + 1 from card c
                where c.organisation_id = $1 and c.map_id = $4)) returning number";
        let values = [
            head.id.0.into(),
            map.client().id().0.into(),
            map.id().0.into(),
            head.made_by.as_ref().map(|by| by.id.0).into(),
            head.made_as.code().into(),
            head.review_on.into(),
            sealed(&key, card)?.into(),
            head.content_hash.0.to_vec().into(),
            head.created_at.into(),
        ];
        let row: Option<Numbered> = self.row(sql, values).await?;
        self.insert_rows(self.card_person_rows(&key, card)?).await?;
        row.map(|row| row.number).ok_or_else(|| Error::internal("an insert returned no row"))
    }
}

impl Unit {
    /// A page of the cards that a query finds, without their content.
    async fn heads(&mut self, query: Select<card::Entity>, page: PageRequest) -> Result<Page<CardHead>> {
        let heads = query.select_only().columns([
            card::Column::Id,
            card::Column::ClientId,
            card::Column::MapId,
            card::Column::Number,
            card::Column::MadeBy,
            card::Column::MadeAs,
            card::Column::ReviewOn,
            card::Column::ContentHash,
            card::Column::CreatedAt,
        ]);
        let maker = Expr::cust("(select u.name from user_account u where u.id = card.made_by)");
        let heads = heads.expr_as(maker, "made_by_name");
        let rows = self.select(&keyset(heads, card::Column::Id, page)).await?;
        page_of(rows, page, |row| head(Head::from_row(row)?))
    }

    pub(super) fn card_person_rows(&self, key: &ClientKey, card: &StoredCard) -> Result<Vec<card_person::ActiveModel>> {
        let row = |person: &StoredPerson| {
            let said = Said { profile: person.profile.clone(), salt: Digest(person.salt) };
            Ok(card_person::ActiveModel {
                organisation_id: Set(self.organisation().0),
                card_id: Set(card.head.id.0),
                person_id: Set(person.person_id.0),
                client_id: Set(card.head.client_id.0),
                sealed: Set(key.seal([card.head.id.0, person.person_id.0], &said)?),
            })
        };
        card.persons.iter().map(row).collect()
    }
}

static STORED: LazyLock<Sql> = LazyLock::new(|| Sql::new(stored));

/// The name of the user who made the card `k`.
pub(super) const MAKER: &str = "(select u.name from user_account u where u.id = k.made_by) as made_by_name";

/// The cards of the ids in $2, each with its persons as a JSON array.
fn stored(backend: DatabaseBackend) -> String {
    let (persons, given) = (persons_array(backend), ids(backend, "$2"));
    format!(
        "select k.*, {MAKER}, (select {persons} from card_person p
            where p.organisation_id = k.organisation_id and p.card_id = k.id) as persons
        from card k where k.organisation_id = $1 and k.id in ({given})"
    )
}

/// The persons `p` of a card, as the JSON array that [`stored_card`] reads.
pub(super) fn persons_array(backend: DatabaseBackend) -> &'static str {
    if backend == DatabaseBackend::Sqlite {
        "json_group_array(json_array(lower(hex(p.person_id)), hex(p.sealed)))"
    } else {
        "json_agg(json_build_array(p.person_id, encode(p.sealed, 'hex')))::text"
    }
}

/// The column `sealed` of a card.
pub(super) fn sealed(key: &ClientKey, card: &StoredCard) -> Result<Vec<u8>> {
    key.seal_bytes(CARD, card.head.id.0, card.content.as_bytes())
}

/// The card of a row with its persons.
pub(super) fn stored_card(key: &ClientKey, row: &Row) -> Result<StoredCard> {
    let head = head(Head::from_row(row)?)?;
    let content = key.open_bytes(CARD, head.id.0, &row.get::<Vec<u8>>("sealed")?)?;
    let person = |PersonRow(id, sealed): PersonRow| {
        let said: Said = key.open([head.id.0, id], &sealed)?;
        Ok(StoredPerson { person_id: id.into(), profile: said.profile, salt: said.salt.0 })
    };
    let persons = json_rows(row.get("persons")?)?.into_iter().map(person).collect::<Result<_>>()?;
    Ok(StoredCard { head, content: String::from_utf8(content).map_err(Error::internal)?, persons })
}

/// The last card of a map, from the columns of an outer join.
pub(super) fn last_card(
    id: Option<Uuid>,
    map: Option<Uuid>,
    number: Option<i64>,
    created_at: Option<DateTime<Utc>>,
) -> Option<LastCard> {
    Some(LastCard { id: id?.into(), map_id: map?.into(), number: number?, created_at: created_at? })
}

pub(super) fn head(row: Head) -> Result<CardHead> {
    let hash = row.content_hash.try_into().map_err(|_| Error::internal("a stored hash is not of 32 bytes"))?;
    Ok(CardHead {
        id: row.id.into(),
        client_id: row.client_id.into(),
        map_id: row.map_id.into(),
        number: row.number,
        made_by: named(row.made_by, row.made_by_name)?,
        made_as: word(&row.made_as)?,
        review_on: row.review_on,
        content_hash: Digest(hash),
        created_at: row.created_at,
    })
}
