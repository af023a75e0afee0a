use super::convert::{named_user, word};
use crate::engine::rows;
use crate::entity::restriction;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::restrictions::{Restriction, Restrictions};
use domain::{ClientId, Error, Page, PageRequest, RecordedRequest, RestrictionId, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
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
        lifting_manner: Option<String>,
        lifting_asked_at: Option<DateTime<Utc>>,
        lifted_by: Option<Uuid>,
        lifted_by_name: Option<String>,
        lifted_at: Option<DateTime<Utc>>,
    }
}

/// The restrictions with the names of those who recorded and lifted them.
const RESTRICTIONS: &str = "select k.id, k.client_id, k.manner, k.asked_at, k.recorded_by, r.name as recorded_by_name,
        k.recorded_at, k.lifting_manner, k.lifting_asked_at, k.lifted_by, w.name as lifted_by_name, k.lifted_at
    from restriction k left join user_account r on r.id = k.recorded_by left join user_account w on w.id = k.lifted_by
    where k.organisation_id = $1";

#[async_trait]
impl Restrictions for Unit {
    async fn get(&mut self, id: &Granted<RestrictionId>) -> Result<Option<Restriction>> {
        let row: Option<Row> = self.row(format!("{RESTRICTIONS} and k.id = $2"), [id.id().0.into()]).await?;
        row.map(restriction).transpose()
    }

    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<Restriction>> {
        let sql = format!("{RESTRICTIONS} and k.client_id = $2");
        self.page_by_hand(&sql, "k.id", [client.id().0.into()], page, restriction).await
    }

    async fn add(&mut self, client: &Granted<ClientId>, restriction: &Restriction) -> Result<()> {
        let RecordedRequest { manner, asked_at, recorded_by, recorded_at } = &restriction.request;
        let row = restriction::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(restriction.id.0),
            client_id: Set(client.id().0),
            manner: Set(manner.code().to_owned()),
            asked_at: Set(*asked_at),
            recorded_by: Set(recorded_by.id.0),
            recorded_at: Set(*recorded_at),
            lifting_manner: Set(None),
            lifting_asked_at: Set(None),
            lifted_by: Set(None),
            lifted_at: Set(None),
        };
        self.insert_row(row);
        self.set_restricted(client.id(), true);
        Ok(())
    }

    async fn lift(&mut self, id: &Granted<RestrictionId>, restriction: &Restriction) -> Result<()> {
        let Some(RecordedRequest { manner, asked_at, recorded_by, recorded_at }) = &restriction.lifting else {
            return Err(Error::internal("a restriction that is not lifted"));
        };
        let changes = restriction::ActiveModel {
            lifting_manner: Set(Some(manner.code().to_owned())),
            lifting_asked_at: Set(Some(*asked_at)),
            lifted_by: Set(Some(recorded_by.id.0)),
            lifted_at: Set(Some(*recorded_at)),
            ..Default::default()
        };
        let update = self.update::<restriction::Entity>().set(changes);
        let update = update.filter(restriction::Column::Id.eq(id.id().0));
        let update = update.filter(restriction::Column::LiftedAt.is_null());
        // Of two who lift it, only the first may set the mark: another restriction can follow at once.
        if self.execute(&update).await? == 1 {
            self.set_restricted(id.client().id(), false);
        }
        Ok(())
    }
}

impl Unit {
    /// Sets the mark that the statement which authorizes reads.
    fn set_restricted(&mut self, client: ClientId, restricted: bool) {
        let sql = "update client set restricted = $3 where organisation_id = $1 and id = $2";
        let ask = self.statement(sql, [client.0.into(), restricted.into()]).expecting(1);
        self.queue(ask, None);
    }
}

fn restriction(row: Row) -> Result<Restriction> {
    let lifting = match (row.lifting_manner, row.lifting_asked_at, row.lifted_by, row.lifted_at) {
        (Some(manner), Some(asked_at), Some(by), Some(recorded_at)) => Some(RecordedRequest {
            manner: word(&manner)?,
            asked_at,
            recorded_by: named_user(by, row.lifted_by_name)?,
            recorded_at,
        }),
        _ => None,
    };
    Ok(Restriction {
        id: row.id.into(),
        client_id: row.client_id.into(),
        request: RecordedRequest {
            manner: word(&row.manner)?,
            asked_at: row.asked_at,
            recorded_by: named_user(row.recorded_by, row.recorded_by_name)?,
            recorded_at: row.recorded_at,
        },
        lifting,
    })
}
