//! The caseload, in one statement.
//!
//! Each part of a client is read along an index that leads with the organisation and the client. The newest map is searched among
//! the client's few maps, as an index on `updated_at` would be written with each change. Cards and reviews are found at the end of
//! an index. Only a client's open agreements and the supports of one map are counted.

use super::cards::last_card;
use super::clients::{Identity, identity};
use super::convert::{json_rows, named, support_type};
use super::map_step_counts::{self, FactsRow};
use super::maps::theme;
use crate::dialect::{Sql, translate};
use crate::encryption::ClientKey;
use crate::engine::{FromRow, Row as Any, rows};
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::caseload::{Caseload, CaseloadEntry, LatestMap, OpenAgreements};
use domain::{Error, Result, UserId};
use std::sync::LazyLock;
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        client_sealed: Vec<u8>,
        card_id: Option<Uuid>,
        card_map_id: Option<Uuid>,
        card_number: Option<i64>,
        card_created_at: Option<DateTime<Utc>>,
        next_review_on: Option<NaiveDate>,
        overdue_review_on: Option<NaiveDate>,
        agreements: String,
        map_id: Option<Uuid>,
    }

    /// The client's latest map.
    struct MapRow {
        map_id: Uuid,
        sealed: Vec<u8>,
        map_updated_at: DateTime<Utc>,
        updated_by: Option<Uuid>,
        updated_by_name: Option<String>,
        thin: Option<String>,
    }
}

/// $1 to $4 are the organisation, the coach, now and today.
///
/// `page` is materialized, and the privacy of maps is read in sub-selects: with joins PostgreSQL would use no index and read every
/// map and card of the organisation.
const SQL: &str = "
    with mine as (
        select distinct a.client_id from assignment a
        where a.organisation_id = $1 and a.coach_id = $2
            and a.starts_at <= $3 and (a.ends_at is null or a.ends_at > $3)),
    page as materialized (
        select c.id, c.sealed as client_sealed,
            (select m.id from map m where m.organisation_id = $1 and m.client_id = c.id and not m.private
                order by m.updated_at desc, m.id desc limit 1) as map_id,
            (select k.id from card k where k.organisation_id = $1 and k.client_id = c.id
                and not (select m.private from map m where m.organisation_id = $1 and m.id = k.map_id)
                order by k.created_at desc, k.id desc limit 1) as card_id
        from mine join client c on c.organisation_id = $1 and c.id = mine.client_id
        where not c.restricted)
    select page.id, page.client_sealed, page.map_id,
        k.id as card_id, k.map_id as card_map_id, k.number as card_number, k.created_at as card_created_at,
        (select min(r.review_on) from map r where r.organisation_id = $1 and r.client_id = page.id
            and not r.private and r.review_on >= $4) as next_review_on,
        (select min(r.review_on) from map r where r.organisation_id = $1 and r.client_id = page.id
            and not r.private and r.review_on < $4) as overdue_review_on,
        (select {array}(count(*), count(*) filter (where g.due_on < $4),
                min(g.due_on) filter (where g.due_on >= $4)){text}
            from agreement g where g.organisation_id = $1 and g.client_id = page.id
                and g.status in ('planned', 'asked', 'accepted')
                and not (select o.private from map o where o.organisation_id = $1 and o.id = g.map_id)) as agreements,
        m.sealed, e.key_version, e.client_key, m.updated_at as map_updated_at, m.updated_by, u.name as updated_by_name, FACTS,
        (select {all}({array}(t.support_type, t.supporters)){text} from (
            select n.support_type, count(x.supporter_id) as supporters
            from need n left join support x
                on x.organisation_id = n.organisation_id and x.map_id = n.map_id and x.support_type = n.support_type
                and x.availability in ('received-now', 'could-ask')
                and x.supporter_id not in (select s.id from person p
                    join supporter s on s.organisation_id = $1 and s.map_id = page.map_id and s.person_id = p.id
                    where p.organisation_id = $1 and p.client_id = page.id and p.past)
            where n.organisation_id = $1 and n.map_id = page.map_id and n.level > 0
            group by n.support_type having count(x.supporter_id) < 2) t) as thin
    from page
        left join map m on m.organisation_id = $1 and m.id = page.map_id
        left join user_account u on u.id = m.updated_by
        left join client_key e on e.organisation_id = $1 and e.client_id = page.id
        left join card k on k.organisation_id = $1 and k.id = page.card_id
    order by page.id";

static STATEMENT: LazyLock<Sql> =
    LazyLock::new(|| Sql::new(|backend| translate(backend, SQL).replace("FACTS", &map_step_counts::columns(backend))));

#[async_trait]
impl Caseload for Unit {
    async fn entries(&mut self, coach: UserId, at: DateTime<Utc>, today: NaiveDate) -> Result<Vec<CaseloadEntry>> {
        let values = [coach.0.into(), at.into(), today.into()];
        let rows: Vec<Any> = self.rows(STATEMENT.on(self.backend()), values).await?;
        let mut entries = Vec::with_capacity(rows.len());
        for row in &rows {
            let key = self.key_in(row.get::<Uuid>("id")?.into(), row).await?;
            entries.push(entry(&key, row)?);
        }
        Ok(entries)
    }
}

fn entry(key: &ClientKey, found: &Any) -> Result<CaseloadEntry> {
    let row = Row::from_row(found)?;
    let (open, overdue, next_due_on) = serde_json::from_str(&row.agreements).map_err(Error::internal)?;
    let Identity { name, preferred_name, date_of_birth, external_identifiers } =
        identity(key, row.id, &row.client_sealed)?;
    Ok(CaseloadEntry {
        client_id: row.id.into(),
        name,
        preferred_name,
        date_of_birth,
        external_identifiers,
        last_card: last_card(row.card_id, row.card_map_id, row.card_number, row.card_created_at),
        next_review_on: row.next_review_on,
        overdue_review_on: row.overdue_review_on,
        agreements: OpenAgreements { open, overdue, next_due_on },
        latest_map: row.map_id.map(|_| latest(key, found)).transpose()?,
    })
}

fn latest(key: &ClientKey, found: &Any) -> Result<LatestMap> {
    let row = MapRow::from_row(found)?;
    let mut thin: Vec<(String, i64)> = json_rows(row.thin)?;
    thin.sort();
    let covered_by = |wanted| {
        let types = thin.iter().filter(move |(_, supporters)| *supporters == wanted);
        types.map(|(code, _)| support_type(code.clone())).collect::<Result<Vec<_>>>()
    };
    Ok(LatestMap {
        id: row.map_id.into(),
        theme: theme(key, row.map_id, &row.sealed)?,
        updated_at: row.map_updated_at,
        updated_by: named(row.updated_by, row.updated_by_name)?,
        facts: FactsRow::from_row(found)?.facts()?,
        fragile: covered_by(1)?,
        uncovered: covered_by(0)?,
    })
}
