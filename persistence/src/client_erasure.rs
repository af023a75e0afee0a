//! Erases the record of a client: every row with the client's key, in one transaction.

use crate::access_log;
use crate::accounts::delete_unused;
use crate::dialect::for_update;
use crate::engine::{Ask, rows};
use crate::queue;
use crate::repository::{CountsRow, IN_FORCE, InForce, Locked, counting, end_client_role, locking, unchanged};
use crate::store::Database;
use crate::transaction::{Queries, Transaction, unexpected};
use crate::unit_of_work::event_row;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Action, Resource};
use domain::audit::AuditEntry;
use domain::erasures::{Counts, ErasureBasis, ErasureStore, Outcome};
use domain::events::Event;
use domain::jobs::NewJob;
use domain::ports::TransactionKind;
use domain::retention::changed_before;
use domain::{ClientId, ErasureRequestId, Error, OrganisationId, Result, UserId};
use sea_orm::Value;
use std::borrow::Cow;
use uuid::Uuid;

/// The request `$2` that still waits.
const WAITING: &str =
    "select client_id, basis, manner, asked_at, recorded_by, recorded_at, erases_at from erasure_request
    where organisation_id = $1 and id = $2 and withdrawn_at is null and refused_at is null";

/// Inserts a tombstone.
pub(crate) const TOMBSTONE: &str =
    "insert into erasure (organisation_id, id, client_id, basis, manner, asked_at, recorded_by,
        recorded_at, erased_at, counts)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

rows! {
    struct Waiting {
        client_id: Uuid,
        basis: String,
        manner: Option<String>,
        asked_at: Option<DateTime<Utc>>,
        recorded_by: Uuid,
        recorded_at: DateTime<Utc>,
        erases_at: DateTime<Utc>,
    }

    struct OfClient {
        client_id: Uuid,
    }

    struct Kept {
        retention_years: i16,
    }

    struct OfMap {
        id: Uuid,
    }
}

/// The erasure of one client, in a transaction inside the organisation.
struct Erasing {
    transaction: Transaction,
    organisation: OrganisationId,
    client: ClientId,
    at: DateTime<Utc>,
}

#[async_trait]
impl ErasureStore for Database {
    async fn client_of(&self, organisation: OrganisationId, request: ErasureRequestId) -> Result<Option<ClientId>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.enter(Some(organisation));
        let sql = "select client_id from erasure_request where organisation_id = $1 and id = $2";
        let row: Option<OfClient> = transaction.row(sql, [organisation.0.into(), request.0.into()]).await?;
        transaction.commit().await?;
        Ok(row.map(|row| row.client_id.into()))
    }

    async fn erase(
        &self,
        organisation: OrganisationId,
        client: ClientId,
        request: ErasureRequestId,
        entry: &AuditEntry,
        rotation: &NewJob,
        at: DateTime<Utc>,
    ) -> Result<Outcome> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        let mut erasing = Erasing { transaction, organisation, client, at };
        // Locked before the request is read, so that what is counted is what is erased.
        let backend = erasing.transaction.backend();
        let locked: Option<Locked> = erasing.row(locking(backend), [client.0.into()]).await?;
        let Some(locked) = locked else { return Ok(Outcome::Over) };
        let waiting = format!("{WAITING} {}", for_update(backend));
        let waiting: Option<Waiting> = erasing.row(waiting, [request.0.into()]).await?;
        let Some(waiting) = waiting.filter(|waiting| waiting.client_id == client.0) else { return Ok(Outcome::Over) };
        let hold: Option<InForce> = erasing.row(IN_FORCE, [client.0.into(), at.into()]).await?;
        let not_before = hold.map_or(waiting.erases_at, |hold| hold.until.max(waiting.erases_at));
        if not_before > at {
            return Ok(Outcome::Postponed(not_before));
        }
        if waiting.basis == ErasureBasis::Retention.code() && erasing.is_kept().await? {
            return erasing.withdraw(request).await;
        }
        let actor = UserId(waiting.recorded_by);
        let events = erasing.events(actor).await?;
        erasing.remove(request, &waiting).await?;
        if let Some(user) = locked.user_id {
            release(&mut erasing.transaction, organisation, UserId(user), at).await?;
        }
        let Erasing { mut transaction, .. } = erasing;
        let rows = events.iter().map(|event| event_row(organisation, event, None));
        transaction.insert_meaning(rows, |error| error);
        access_log::add(&mut transaction, [entry])?;
        queue::enqueue(&mut transaction, rotation);
        transaction.commit().await?;
        for event in &events {
            self.followers.tell(organisation, Some(event.action), event.client, event.map);
        }
        self.followers.notify_others();
        Ok(Outcome::Erased)
    }
}

impl Erasing {
    async fn row<R: crate::engine::FromRow>(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        others: impl IntoIterator<Item = Value>,
    ) -> Result<Option<R>> {
        let values: Vec<_> = std::iter::once(self.organisation.0.into()).chain(others).collect();
        self.transaction.row(sql, values).await
    }

    /// Whether the organisation still keeps the record, because it was changed while the erasure waited, or its period was.
    async fn is_kept(&mut self) -> Result<bool> {
        let sql = "select retention_years from organisation where id = $1";
        let kept: Option<Kept> = self.row(sql, []).await?;
        let kept = kept.ok_or_else(|| Error::internal("an erasure without an organisation"))?;
        let years = kept.retention_years.try_into().map_err(Error::internal)?;
        let sql =
            format!("select c.user_id from client c where c.organisation_id = $1 and c.id = $3 and {}", unchanged());
        let unchanged: Option<Locked> =
            self.row(sql, [changed_before(years, self.at).into(), self.client.0.into()]).await?;
        Ok(unchanged.is_none())
    }

    /// Withdraws an erasure that nobody asked for.
    async fn withdraw(mut self, request: ErasureRequestId) -> Result<Outcome> {
        let sql = "update erasure_request set withdrawn_at = $3 where organisation_id = $1 and id = $2";
        self.transaction.run(sql, [self.organisation.0.into(), request.0.into(), self.at.into()]).await?;
        self.transaction.commit().await?;
        Ok(Outcome::Over)
    }

    /// The events that tell followers of the client, and of each map.
    async fn events(&mut self, actor: UserId) -> Result<Vec<Event>> {
        let sql = "select id from map where organisation_id = $1 and client_id = $2";
        let values = [self.organisation.0.into(), self.client.0.into()];
        let maps: Vec<OfMap> = self.transaction.rows(sql, values).await?;
        let event = |map| Event {
            action: Action::Delete(Resource::Client),
            actor,
            client: Some(self.client),
            map,
            target: Some(self.client.0),
            at: self.at,
        };
        let maps = maps.into_iter().map(|map| Some(map.id.into()));
        Ok(std::iter::once(None).chain(maps).map(event).collect())
    }

    /// Counts what the client has, writes the tombstone and removes the client, with whom every row of theirs goes.
    async fn remove(&mut self, request: ErasureRequestId, waiting: &Waiting) -> Result<()> {
        let counts: Option<CountsRow> = self.row(counting(), [self.client.0.into()]).await?;
        let counts: Counts = counts.map(Into::into).ok_or_else(|| Error::internal("counts without a row"))?;
        let tombstone: Vec<Value> = vec![
            self.organisation.0.into(),
            request.0.into(),
            self.client.0.into(),
            waiting.basis.as_str().into(),
            waiting.manner.clone().into(),
            waiting.asked_at.into(),
            waiting.recorded_by.into(),
            waiting.recorded_at.into(),
            self.at.into(),
            serde_json::to_string(&counts).map_err(Error::internal)?.into(),
        ];
        self.transaction.queue(Ask::new(TOMBSTONE, tombstone), None);
        delete(&mut self.transaction, self.organisation, self.client);
        self.transaction.flush().await
    }
}

/// Queues the removal of a client, with whom every row of theirs goes.
pub(crate) fn delete(transaction: &mut Transaction, organisation: OrganisationId, client: ClientId) {
    let values = [organisation.0.into(), client.0.into()];
    let delete = Ask::new("delete from client where organisation_id = $1 and id = $2", values);
    transaction.queue(delete.expecting(1), Some(unexpected(Error::internal("the client is gone"))));
}

/// Ends the membership of a client's log-in, unless it has another role, and removes the account if nothing else needs it.
pub(crate) async fn release(
    transaction: &mut Transaction,
    organisation: OrganisationId,
    user: UserId,
    at: DateTime<Utc>,
) -> Result<()> {
    end_client_role(transaction, organisation, user, at);
    delete_unused(transaction, user).await.map(drop)
}
