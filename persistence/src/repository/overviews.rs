//! The overview of a client: four statements in one flight.

use super::assignments::{ASSIGNMENTS, CURRENT};
use super::cards::last_card;
use super::clients::client;
use super::convert::named;
use super::map_step_counts::{self, FactsRow};
use super::persons::alias;
use super::{agreements, maps};
use crate::dialect::{Sql, columns_of};
use crate::encryption::ClientKey;
use crate::engine::{Ask, FromRow, Row, rows};
use crate::entity::{agreement, client as client_row, map};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Granted;
use domain::caseload::OpenAgreements;
use domain::overviews::{AgreementOverview, MapOverview, NamedSupporter, Overview, Overviews};
use domain::{ClientId, MAX_PAGE, Result};
use sea_orm::{ColumnTrait, DatabaseBackend, QueryFilter};
use std::sync::LazyLock;
use uuid::Uuid;

rows! {
    struct MapRow {
        id: Uuid,
        updated_by: Option<Uuid>,
        updated_by_name: Option<String>,
        card_id: Option<Uuid>,
        card_number: Option<i64>,
        card_created_at: Option<DateTime<Utc>>,
    }

    struct AgreementRow {
        supporter_id: Option<Uuid>,
        person_id: Option<Uuid>,
        person: Option<Vec<u8>>,
    }

    /// The counts over all open agreements, which are the same in every row.
    struct Counts {
        open: i64,
        overdue: i64,
        next_due_on: Option<NaiveDate>,
    }
}

static MAPS: LazyLock<[Sql; 2]> =
    LazyLock::new(|| [false, true].map(|private_too| Sql::new(|on| maps_of_client(on, private_too))));
static AGREEMENTS: LazyLock<[Sql; 2]> =
    LazyLock::new(|| [false, true].map(|private_too| Sql::new(|_| open_agreements(private_too))));

/// The maps of the client `$2`. The last card has the highest number, found in the unique index.
fn maps_of_client(backend: DatabaseBackend, private_too: bool) -> String {
    let (map, facts) = (columns_of::<map::Entity>("m"), map_step_counts::columns(backend));
    let shown = shown(private_too);
    format!(
        "select {map}, u.name as updated_by_name, {facts},
            k.id as card_id, k.number as card_number, k.created_at as card_created_at
        from map m
            left join user_account u on u.id = m.updated_by
            left join card k on k.organisation_id = $1 and k.map_id = m.id and k.number = (
                select max(l.number) from card l where l.organisation_id = $1 and l.map_id = m.id)
        where m.organisation_id = $1 and m.client_id = $2 {shown}
        order by m.updated_at desc, m.id desc"
    )
}

/// The open agreements of the client `$2`, with the name of the supporter. `$3` is today.
fn open_agreements(private_too: bool) -> String {
    let (agreement, shown) = (columns_of::<agreement::Entity>("g"), shown(private_too));
    format!(
        "select {agreement}, p.id as person_id, p.sealed as person,
            count(*) over () as open, count(*) filter (where g.due_on < $3) over () as overdue,
            min(g.due_on) filter (where g.due_on >= $3) over () as next_due_on
        from agreement g
            join map m on m.organisation_id = $1 and m.id = g.map_id
            left join supporter s on s.organisation_id = $1 and s.map_id = g.map_id and s.id = g.supporter_id
            left join person p on p.organisation_id = $1 and p.client_id = $2 and p.id = s.person_id
        where g.organisation_id = $1 and g.client_id = $2 and g.status in ('planned', 'asked', 'accepted') {shown}
        order by g.due_on is null, g.due_on, g.id limit {MAX_PAGE}"
    )
}

fn shown(private_too: bool) -> &'static str {
    if private_too { "" } else { "and not m.private" }
}

#[async_trait]
impl Overviews for Unit {
    async fn overview(
        &mut self,
        granted: &Granted<ClientId>,
        private_too: bool,
        at: DateTime<Utc>,
        today: NaiveDate,
    ) -> Result<Option<Overview>> {
        let (backend, id) = (self.backend(), granted.id().0);
        let which = usize::from(private_too);
        let of_client = self.find::<client_row::Entity>().filter(client_row::Column::Id.eq(id));
        let asks = [
            Ask::of(&of_client, backend),
            self.statement(MAPS[which].on(backend).to_owned(), [id.into()]),
            self.statement(AGREEMENTS[which].on(backend).to_owned(), [id.into(), today.into()]),
            self.statement(format!("{ASSIGNMENTS} {CURRENT} order by a.id"), [id.into(), at.into()]),
        ];
        let answers = self.transaction().ask_all(asks).await?;
        let [found, maps, agreements, coaches] = answers.map(|answer| answer.rows);
        let Some(found) = found.first() else { return Ok(None) };
        let key = self.key_of(granted.id()).await?;
        Ok(Some(Overview {
            client: client(&key, found.model::<client_row::Entity>()?)?,
            maps: maps.iter().map(|row| map_overview(&key, row)).collect::<Result<_>>()?,
            open: agreements.first().map_or_else(|| Ok(OpenAgreements::default()), open)?,
            agreements: agreements.iter().map(|row| agreement_overview(&key, row)).collect::<Result<_>>()?,
            coaches: self.assignments_in(&coaches).await?,
        }))
    }
}

fn map_overview(key: &ClientKey, row: &Row) -> Result<MapOverview> {
    let found = MapRow::from_row(row)?;
    Ok(MapOverview {
        map: maps::map(key, row.named::<map::Entity>()?)?,
        updated_by: named(found.updated_by, found.updated_by_name)?,
        facts: FactsRow::from_row(row)?.facts()?,
        last_card: last_card(found.card_id, Some(found.id), found.card_number, found.card_created_at),
    })
}

fn agreement_overview(key: &ClientKey, row: &Row) -> Result<AgreementOverview> {
    let found = AgreementRow::from_row(row)?;
    let supporter = match (found.supporter_id, found.person_id, found.person) {
        (Some(id), Some(person), Some(sealed)) => {
            Some(NamedSupporter { id: id.into(), name: alias(key, person, &sealed)? })
        }
        _ => None,
    };
    Ok(AgreementOverview { agreement: agreements::agreement(key, row.named::<agreement::Entity>()?)?, supporter })
}

fn open(row: &Row) -> Result<OpenAgreements> {
    let Counts { open, overdue, next_due_on } = Counts::from_row(row)?;
    Ok(OpenAgreements { open, overdue, next_due_on })
}
