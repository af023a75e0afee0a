use super::convert::{named, named_user, text, word};
use super::erasures::cause;
use crate::encryption::{ClientKey, Content};
use crate::engine::rows;
use crate::entity::erasure_request;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::erasure_requests::{ErasureRequest, ErasureRequests, Refusal};
use domain::{ClientId, Conflict, ErasureRequestId, Error, Page, PageRequest, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is encrypted of a refused request.
#[derive(Serialize, Deserialize)]
struct Explained {
    explanation: String,
}

impl Content for Explained {
    const TABLE: &'static str = "erasure_request";
}

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
        erases_at: DateTime<Utc>,
        withdrawn_by: Option<Uuid>,
        withdrawn_by_name: Option<String>,
        withdrawn_at: Option<DateTime<Utc>>,
        refused_by: Option<Uuid>,
        refused_by_name: Option<String>,
        refused_at: Option<DateTime<Utc>>,
        refusal_ground: Option<String>,
        sealed: Option<Vec<u8>>,
    }

    struct Waiting {
        id: Uuid,
        erases_at: DateTime<Utc>,
    }
}

/// The requests with the names of those who recorded, withdrew and refused them.
const REQUESTS: &str =
    "select k.id, k.client_id, k.basis, k.manner, k.asked_at, k.recorded_by, r.name as recorded_by_name,
        k.recorded_at, k.erases_at, k.withdrawn_by, w.name as withdrawn_by_name, k.withdrawn_at, k.refused_by,
        f.name as refused_by_name, k.refused_at, k.refusal_ground, k.sealed
    from erasure_request k left join user_account r on r.id = k.recorded_by
        left join user_account w on w.id = k.withdrawn_by left join user_account f on f.id = k.refused_by
    where k.organisation_id = $1";

#[async_trait]
impl ErasureRequests for Unit {
    async fn get(&mut self, id: &Granted<ErasureRequestId>) -> Result<Option<ErasureRequest>> {
        let row: Option<Row> = self.row(format!("{REQUESTS} and k.id = $2"), [id.id().0.into()]).await?;
        let Some(row) = row else { return Ok(None) };
        request(&self.key_of(id.client().id()).await?, row).map(Some)
    }

    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<ErasureRequest>> {
        let sql = format!("{REQUESTS} and k.client_id = $2");
        let key = self.key_of(client.id()).await?;
        self.page_by_hand(&sql, "k.id", [client.id().0.into()], page, |row| request(&key, row)).await
    }

    async fn waiting(&mut self, client: &Granted<ClientId>) -> Result<Option<(ErasureRequestId, DateTime<Utc>)>> {
        let sql = "select id, erases_at from erasure_request
            where organisation_id = $1 and client_id = $2 and withdrawn_at is null and refused_at is null";
        let row: Option<Waiting> = self.row(sql, [client.id().0.into()]).await?;
        Ok(row.map(|row| (row.id.into(), row.erases_at)))
    }

    async fn add(&mut self, client: &Granted<ClientId>, request: &ErasureRequest) -> Result<()> {
        let (recorded_by, recorded_at) = request.cause.recorded();
        let asked = request.cause.request();
        let row = erasure_request::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(request.id.0),
            client_id: Set(client.id().0),
            basis: Set(request.cause.basis().code().to_owned()),
            manner: Set(asked.map(|asked| asked.manner.code().to_owned())),
            asked_at: Set(asked.map(|asked| asked.asked_at)),
            recorded_by: Set(recorded_by.id.0),
            recorded_at: Set(recorded_at),
            erases_at: Set(request.erases_at),
            withdrawn_by: Set(None),
            withdrawn_at: Set(None),
            refused_by: Set(None),
            refused_at: Set(None),
            refusal_ground: Set(None),
            sealed: Set(None),
        };
        self.insert_row(row);
        Ok(())
    }

    async fn withdraw(&mut self, id: &Granted<ErasureRequestId>, request: &ErasureRequest) -> Result<()> {
        let changes = erasure_request::ActiveModel {
            withdrawn_at: Set(request.withdrawn_at),
            withdrawn_by: Set(request.withdrawn_by.as_ref().map(|by| by.id.0)),
            ..Default::default()
        };
        self.end_waiting(id, changes);
        Ok(())
    }

    async fn refuse(&mut self, id: &Granted<ErasureRequestId>, request: &ErasureRequest) -> Result<()> {
        let Some(refusal) = &request.refusal else { return Err(Error::internal("a request that is not refused")) };
        let said = Explained { explanation: refusal.explanation.as_str().to_owned() };
        let changes = erasure_request::ActiveModel {
            refused_at: Set(Some(refusal.refused_at)),
            refused_by: Set(Some(refusal.refused_by.id.0)),
            refusal_ground: Set(Some(refusal.ground.code().to_owned())),
            sealed: Set(Some(self.key_of(id.client().id()).await?.seal(id.id().0, &said)?)),
            ..Default::default()
        };
        self.end_waiting(id, changes);
        Ok(())
    }
}

impl Unit {
    /// Changes a request that still waits: the job that erases the record may run at the same time.
    fn end_waiting(&mut self, id: &Granted<ErasureRequestId>, changes: erasure_request::ActiveModel) {
        let update = self.update::<erasure_request::Entity>().set(changes);
        let update = update.filter(erasure_request::Column::Id.eq(id.id().0));
        let update = update.filter(erasure_request::Column::WithdrawnAt.is_null());
        let update = update.filter(erasure_request::Column::RefusedAt.is_null());
        self.change_one(&update, Error::Conflict(Conflict::ErasureRequestOver));
    }
}

fn request(key: &ClientKey, row: Row) -> Result<ErasureRequest> {
    let refusal = match (row.refusal_ground, row.sealed, row.refused_by, row.refused_at) {
        (Some(ground), Some(sealed), Some(by), Some(refused_at)) => {
            let Explained { explanation } = key.open(row.id, &sealed)?;
            let refused_by = named_user(by, row.refused_by_name)?;
            Some(Refusal { ground: word(&ground)?, explanation: text(explanation)?, refused_by, refused_at })
        }
        _ => None,
    };
    Ok(ErasureRequest {
        id: row.id.into(),
        client_id: row.client_id.into(),
        cause: cause(
            &row.basis,
            row.manner.as_deref().zip(row.asked_at),
            named_user(row.recorded_by, row.recorded_by_name)?,
            row.recorded_at,
        )?,
        erases_at: row.erases_at,
        withdrawn_at: row.withdrawn_at,
        withdrawn_by: named(row.withdrawn_by, row.withdrawn_by_name)?,
        refusal,
    })
}
