use super::convert::{named, text, word};
use crate::engine::rows;
use crate::seals::hash;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Granted, Grounds};
use domain::access_log::seals::{LogId, SignedNote, key_name};
use domain::access_log::{AccessLog, Actor, LogFilter, LogLine, SignedHead};
use domain::audit::RequestOrigin;
use domain::{ClientId, Error, Page, PageRequest, Result};
use sea_orm::Value;
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        at: DateTime<Utc>,
        operation: String,
        outcome: String,
        user_id: Option<Uuid>,
        user_name: Option<String>,
        session_id: Option<Uuid>,
        integration_id: Option<Uuid>,
        integration_name: Option<String>,
        capacity: Option<String>,
        basis: Option<String>,
        client_id: Option<Uuid>,
        target_id: Option<Uuid>,
        request_id: Option<String>,
        address: Option<String>,
    }
}

/// The lines of an organisation, with the names that users and integrations have now.
const LINES: &str = "select l.id, l.at, l.operation, l.outcome, l.user_id, u.name as user_name, l.session_id,
        l.integration_id, i.name as integration_name, l.capacity, l.basis, l.client_id, l.target_id, l.request_id, l.address
    from access_log l
    left join user_account u on u.id = l.user_id
    left join integration i on i.organisation_id = l.organisation_id and i.id = l.integration_id
    where l.organisation_id = $1";

rows! {
    struct HeadRow {
        id: Uuid,
        lines: i64,
        log_id: Uuid,
        number: i64,
        hash: Vec<u8>,
        signature: Vec<u8>,
        sealed_at: DateTime<Utc>,
    }
}

/// The seals of an organisation, each with the head over it.
const HEADS: &str = "select s.last_id as id, s.lines, h.log_id, h.number, h.hash, h.signature, h.sealed_at
    from log_seal s join log_head h on h.number = s.head where s.organisation_id = $1";

#[async_trait]
impl AccessLog for Unit {
    async fn lines_of(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<LogLine>> {
        let filter = LogFilter { client: Some(client.id()), ..LogFilter::default() };
        self.lines(&filter, page).await
    }

    async fn lines(&mut self, filter: &LogFilter, page: PageRequest) -> Result<Page<LogLine>> {
        let conditions: [(&str, Option<Value>); 5] = [
            ("l.client_id =", filter.client.map(|id| id.0.into())),
            ("l.user_id =", filter.user.map(|id| id.0.into())),
            ("l.outcome =", filter.outcome.map(|outcome| outcome.code().into())),
            ("l.id >=", filter.from.map(first_id_at).transpose()?.map(Into::into)),
            ("l.id <", filter.until.map(first_id_at).transpose()?.map(Into::into)),
        ];
        let (mut sql, mut values) = (LINES.to_owned(), Vec::new());
        for (condition, value) in conditions {
            if let Some(value) = value {
                values.push(value);
                sql.push_str(&format!(" and {condition} ${}", values.len() + 1));
            }
        }
        self.page_by_hand(&sql, "l.id", values, page, line).await
    }

    async fn heads(&mut self, page: PageRequest) -> Result<Page<SignedHead>> {
        self.page_by_hand(HEADS, "s.last_id", [], page, head).await
    }
}

/// The lowest id that a line of this instant can have: ids begin with the milliseconds.
fn first_id_at(at: DateTime<Utc>) -> Result<Uuid> {
    let milliseconds = u128::try_from(at.timestamp_millis().max(0)).map_err(Error::internal)?;
    Ok(Uuid::from_u128(milliseconds << 80))
}

fn line(row: Row) -> Result<LogLine> {
    let user = named(row.user_id, row.user_name)?;
    let actor = match (user, row.integration_id) {
        (Some(user), _) => Actor::User(user),
        (None, Some(id)) => Actor::Integration(id.into(), row.integration_name.map(text).transpose()?),
        (None, None) => Actor::Service,
    };
    let capacity = row.capacity.as_deref().map(word).transpose()?;
    let basis = row.basis.as_deref().map(word).transpose()?;
    Ok(LogLine {
        id: row.id,
        at: row.at,
        operation: row.operation,
        outcome: word(&row.outcome)?,
        actor,
        grounds: capacity.zip(basis).map(|(capacity, basis)| Grounds { capacity, basis }),
        client: row.client_id.map(Into::into),
        target: row.target_id,
        session: row.session_id.map(Into::into),
        origin: RequestOrigin {
            address: row.address.map(|address| address.parse().map_err(Error::internal)).transpose()?,
            request: row.request_id,
        },
    })
}

fn head(row: HeadRow) -> Result<SignedHead> {
    let name = key_name(LogId(row.log_id));
    let note = SignedNote { name, number: row.number, hash: hash(row.hash)?, signature: row.signature };
    let lines = u64::try_from(row.lines).map_err(Error::internal)?;
    Ok(SignedHead { last: row.id, lines, sealed_at: row.sealed_at, note })
}
