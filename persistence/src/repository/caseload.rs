//! A page of the caseload in one statement, on both databases.
//!
//! What is needed of a client is found along an index that leads with the organisation and the client. The newest of a
//! client's few maps is looked for among all of them, since an index by the instant of the last change would be written with each
//! change; cards and reviews are found by the first or last entry, however many there are. Only the open agreements of a client and
//! the supports of one map are counted.

use super::convert::{support_type, text};
use crate::dialect::{Sql, translate};
use crate::engine::rows;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::caseload::{Caseload, CaseloadEntry, LastCard, LatestMap, OpenAgreements};
use domain::{Error, Page, PageRequest, Result, UserId};

use std::sync::LazyLock;
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        name: String,
        preferred_name: Option<String>,
        card_id: Option<Uuid>,
        card_number: Option<i64>,
        card_created_at: Option<DateTime<Utc>>,
        next_review_on: Option<NaiveDate>,
        overdue_review_on: Option<NaiveDate>,
        agreements: String,
        map_id: Option<Uuid>,
        map_updated_at: Option<DateTime<Utc>>,
        thin: Option<String>,
    }
}

/// `$1` organisation, `$2` coach, `$3` now, `$4` today, `$5` after
/// which client, `$6` how many. Materialized, since the planner would not use an index to join with what a sub-select found
/// and read every map and card of the organisation; the same goes for the maps' privacy, looked up one by one.
const SQL: &str = "
    with mine as (
        select distinct a.client_id from assignment a
        where a.organisation_id = $1 and a.coach_id = $2 and a.client_id > $5
            and a.starts_at <= $3 and (a.ends_at is null or a.ends_at > $3)
        order by a.client_id limit $6),
    page as materialized (
        select c.id, c.name, c.preferred_name,
            (select m.id from map m where m.organisation_id = $1 and m.client_id = c.id and not m.private
                order by m.updated_at desc, m.id desc limit 1) as map_id,
            (select k.id from card k where k.organisation_id = $1 and k.client_id = c.id
                and not (select m.private from map m where m.organisation_id = $1 and m.id = k.map_id)
                order by k.created_at desc, k.id desc limit 1) as card_id
        from mine join client c on c.organisation_id = $1 and c.id = mine.client_id)
    select page.id, page.name, page.preferred_name, page.map_id, m.updated_at as map_updated_at,
        k.id as card_id, k.number as card_number, k.created_at as card_created_at,
        (select min(r.review_on) from map r where r.organisation_id = $1 and r.client_id = page.id
            and not r.private and r.review_on >= $4) as next_review_on,
        (select min(r.review_on) from map r where r.organisation_id = $1 and r.client_id = page.id
            and not r.private and r.review_on < $4) as overdue_review_on,
        (select {array}(count(*), count(*) filter (where g.due_on < $4),
                min(g.due_on) filter (where g.due_on >= $4)){text}
            from agreement g where g.organisation_id = $1 and g.client_id = page.id
                and g.status in ('planned', 'asked', 'accepted')
                and not (select o.private from map o where o.organisation_id = $1 and o.id = g.map_id)) as agreements,
        (select {all}({array}(t.support_type, t.supporters)){text} from (
            select n.support_type, count(x.supporter_id) as supporters
            from need n left join support x
                on x.organisation_id = n.organisation_id and x.map_id = n.map_id and x.support_type = n.support_type
                and x.availability in ('received-now', 'could-ask')
            where n.organisation_id = $1 and n.map_id = page.map_id and n.level > 0
            group by n.support_type having count(x.supporter_id) < 2) t) as thin
    from page
        left join map m on m.organisation_id = $1 and m.id = page.map_id
        left join card k on k.organisation_id = $1 and k.id = page.card_id
    order by page.id";

static STATEMENT: LazyLock<Sql> = LazyLock::new(|| Sql::new(|backend| translate(backend, SQL)));

#[async_trait]
impl Caseload for Unit {
    async fn entries(
        &mut self,
        coach: UserId,
        at: DateTime<Utc>,
        today: NaiveDate,
        page: PageRequest,
    ) -> Result<Page<CaseloadEntry>> {
        let values = [
            coach.0.into(),
            at.into(),
            today.into(),
            page.after.unwrap_or_default().into(),
            i64::try_from(page.rows()).map_err(Error::internal)?.into(),
        ];
        let rows: Vec<Row> = self.rows(STATEMENT.on(self.backend()), values).await?;
        let entries = rows.into_iter().map(entry).collect::<Result<_>>()?;
        Ok(page.page(entries, |entry: &CaseloadEntry| entry.client_id.0))
    }
}

fn entry(row: Row) -> Result<CaseloadEntry> {
    let (open, overdue, next_due_on) = serde_json::from_str(&row.agreements).map_err(Error::internal)?;
    let last_card = match (row.card_id, row.card_number, row.card_created_at) {
        (Some(id), Some(number), Some(created_at)) => Some(LastCard { id: id.into(), number, created_at }),
        _ => None,
    };
    let latest_map = match (row.map_id, row.map_updated_at) {
        (Some(id), Some(updated_at)) => Some(latest(id, updated_at, row.thin)?),
        _ => None,
    };
    Ok(CaseloadEntry {
        client_id: row.id.into(),
        name: text(row.name)?,
        preferred_name: row.preferred_name.map(text).transpose()?,
        last_card,
        next_review_on: row.next_review_on,
        overdue_review_on: row.overdue_review_on,
        agreements: OpenAgreements { open, overdue, next_due_on },
        latest_map,
    })
}

fn latest(id: Uuid, updated_at: DateTime<Utc>, thin: Option<String>) -> Result<LatestMap> {
    let mut thin: Vec<(String, i64)> =
        thin.map_or_else(|| Ok(Vec::new()), |json| serde_json::from_str(&json).map_err(Error::internal))?;
    thin.sort();
    let covered_by = |wanted| {
        let types = thin.iter().filter(move |(_, supporters)| *supporters == wanted);
        types.map(|(code, _)| support_type(code.clone())).collect::<Result<Vec<_>>>()
    };
    Ok(LatestMap { id: id.into(), updated_at, fragile: covered_by(1)?, uncovered: covered_by(0)? })
}
