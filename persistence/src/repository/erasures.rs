use super::convert::{named_user, word};
use crate::dialect::for_update;
use crate::engine::rows;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::accounts::NamedUser;
use domain::erasures::{Cause, Confirmation, Counts, Erasure, ErasureBasis, Erasures};
use domain::{ClientId, ErasureId, Error, Page, PageRequest, RecordedRequest, Result};
use sea_orm::DatabaseBackend;
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        client_id: Uuid,
        basis: String,
        manner: Option<String>,
        asked_at: Option<DateTime<Utc>>,
        recorded_by: Uuid,
        recorded_by_name: Option<String>,
        recorded_at: DateTime<Utc>,
        erased_at: DateTime<Utc>,
        counts: String,
    }

    /// How many rows of each kind a client has.
    pub(crate) struct CountsRow {
        persons: i64,
        maps: i64,
        supporters: i64,
        ties: i64,
        agreements: i64,
        reflections: i64,
        cards: i64,
        coach_notes: i64,
        consents: i64,
        assignments: i64,
    }

    /// A locked client.
    pub(crate) struct Locked {
        pub(crate) user_id: Option<Uuid>,
    }
}

const ERASURES: &str = "select k.id, k.client_id, k.basis, k.manner, k.asked_at, k.recorded_by,
        r.name as recorded_by_name, k.recorded_at, k.erased_at, k.counts
    from erasure k left join user_account r on r.id = k.recorded_by
    where k.organisation_id = $1";

/// Counts what the client `$2` has.
pub(crate) fn counting() -> String {
    let counts = [
        ("person", "persons"),
        ("map", "maps"),
        ("supporter", "supporters"),
        ("tie", "ties"),
        ("agreement", "agreements"),
        ("reflection", "reflections"),
        ("card", "cards"),
        ("coach_note", "coach_notes"),
        ("consent", "consents"),
        ("assignment", "assignments"),
    ];
    let count = |(table, name)| {
        format!("(select count(*) from {table} x where x.organisation_id = $1 and x.client_id = $2) as {name}")
    };
    format!("select {}", counts.map(count).join(", "))
}

/// Locks the client `$2`: nothing that refers to it is added until the transaction ends.
pub(crate) fn locking(backend: DatabaseBackend) -> String {
    format!("select user_id from client where organisation_id = $1 and id = $2 {}", for_update(backend))
}

#[async_trait]
impl Erasures for Unit {
    async fn list(&mut self, page: PageRequest) -> Result<Page<Erasure>> {
        self.page_by_hand(ERASURES, "k.id", [], page, erasure).await
    }

    async fn get(&mut self, id: ErasureId) -> Result<Option<Erasure>> {
        let row: Option<Row> = self.row(format!("{ERASURES} and k.id = $2"), [id.0.into()]).await?;
        row.map(erasure).transpose()
    }

    async fn count(&mut self, client: &Granted<ClientId>) -> Result<Counts> {
        let client = client.id().0;
        let locked: Option<Locked> = self.row(locking(self.backend()), [client.into()]).await?;
        locked.ok_or(Error::NotFound)?;
        let counts: Option<CountsRow> = self.row(counting(), [client.into()]).await?;
        counts.map(Into::into).ok_or_else(|| Error::internal("a query of counts returned no row"))
    }
}

impl From<CountsRow> for Counts {
    fn from(row: CountsRow) -> Self {
        Self {
            persons: row.persons,
            maps: row.maps,
            supporters: row.supporters,
            ties: row.ties,
            agreements: row.agreements,
            reflections: row.reflections,
            cards: row.cards,
            coach_notes: row.coach_notes,
            consents: row.consents,
            assignments: row.assignments,
        }
    }
}

/// What an erasure rests on, from its columns; `asked` is how and when the client asked.
pub(super) fn cause(
    basis: &str,
    asked: Option<(&str, DateTime<Utc>)>,
    by: NamedUser,
    at: DateTime<Utc>,
) -> Result<Cause> {
    match (word(basis)?, asked) {
        (ErasureBasis::Request, Some((manner, asked_at))) => {
            Ok(Cause::Request(RecordedRequest { manner: word(manner)?, asked_at, recorded_by: by, recorded_at: at }))
        }
        (ErasureBasis::Retention, None) => Ok(Cause::Retention(Confirmation { confirmed_by: by, confirmed_at: at })),
        (ErasureBasis::Request, None) | (ErasureBasis::Retention, Some(_)) => {
            Err(Error::internal("an erasure with the columns of another basis"))
        }
    }
}

fn erasure(row: Row) -> Result<Erasure> {
    Ok(Erasure {
        id: row.id.into(),
        client_id: row.client_id.into(),
        cause: cause(
            &row.basis,
            row.manner.as_deref().zip(row.asked_at),
            named_user(row.recorded_by, row.recorded_by_name)?,
            row.recorded_at,
        )?,
        erased_at: row.erased_at,
        erased: serde_json::from_str(&row.counts).map_err(Error::internal)?,
    })
}
