use super::convert::{named_user, word};
use crate::engine::rows;
use crate::entity::access_request;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::access_requests::{AccessRequest, AccessRequests};
use domain::{AccessRequestId, ClientId, Page, PageRequest, RecordedRequest, Result};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        client_id: Uuid,
        manner: String,
        asked_at: DateTime<Utc>,
        recorded_by: Uuid,
        recorded_by_name: Option<String>,
        recorded_at: DateTime<Utc>,
    }
}

/// The requests with the names of those who recorded them.
const REQUESTS: &str =
    "select k.id, k.client_id, k.manner, k.asked_at, k.recorded_by, r.name as recorded_by_name, k.recorded_at
    from access_request k left join user_account r on r.id = k.recorded_by
    where k.organisation_id = $1";

#[async_trait]
impl AccessRequests for Unit {
    async fn get(&mut self, id: &Granted<AccessRequestId>) -> Result<Option<AccessRequest>> {
        let row: Option<Row> = self.row(format!("{REQUESTS} and k.id = $2"), [id.id().0.into()]).await?;
        row.map(request).transpose()
    }

    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<AccessRequest>> {
        let sql = format!("{REQUESTS} and k.client_id = $2");
        self.page_by_hand(&sql, "k.id", [client.id().0.into()], page, request).await
    }

    async fn add(&mut self, client: &Granted<ClientId>, request: &AccessRequest) -> Result<()> {
        let RecordedRequest { manner, asked_at, recorded_by, recorded_at } = &request.request;
        let row = access_request::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(request.id.0),
            client_id: Set(client.id().0),
            manner: Set(manner.code().to_owned()),
            asked_at: Set(*asked_at),
            recorded_by: Set(recorded_by.id.0),
            recorded_at: Set(*recorded_at),
        };
        self.insert_row(row);
        Ok(())
    }
}

fn request(row: Row) -> Result<AccessRequest> {
    let request = RecordedRequest {
        manner: word(&row.manner)?,
        asked_at: row.asked_at,
        recorded_by: named_user(row.recorded_by, row.recorded_by_name)?,
        recorded_at: row.recorded_at,
    };
    Ok(AccessRequest { id: row.id.into(), client_id: row.client_id.into(), request })
}
