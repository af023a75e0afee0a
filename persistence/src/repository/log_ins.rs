use super::convert::{email, named, named_user, word};
use crate::dialect::later;
use crate::engine::{Row as Any, rows};
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::log_ins::{Confirmation, LogIn, LogIns, MAX_FAILED_CODES};
use domain::{ClientId, LogInId, Page, PageRequest, Result, SecretDigest, UserId};
use sea_orm::DatabaseBackend;
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        client_id: Uuid,
        user_id: Uuid,
        user_name: Option<String>,
        email: Option<String>,
        linked_at: DateTime<Utc>,
        linked_by: Option<Uuid>,
        linked_by_name: Option<String>,
        unlinked_at: Option<DateTime<Utc>>,
        unlinked_by: Option<Uuid>,
        unlinked_by_name: Option<String>,
        confirmed_at: Option<DateTime<Utc>>,
        confirmed_by: Option<Uuid>,
        confirmed_by_name: Option<String>,
        confirmation: Option<String>,
    }
}

/// The log-ins of a client, with the names of the users. An account may be deleted.
const LOG_INS: &str = "select l.id, l.client_id, l.user_id, u.name as user_name, u.email, l.linked_at,
        l.linked_by, i.name as linked_by_name, l.unlinked_at, l.unlinked_by, e.name as unlinked_by_name,
        l.confirmed_at, l.confirmed_by, b.name as confirmed_by_name, l.confirmation
    from client_login l
    left join user_account u on u.id = l.user_id
    left join user_account i on i.id = l.linked_by
    left join user_account e on e.id = l.unlinked_by
    left join user_account b on b.id = l.confirmed_by
    where l.organisation_id = $1 and l.client_id = $2";

#[async_trait]
impl LogIns for Unit {
    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<LogIn>> {
        self.page_by_hand(LOG_INS, "l.id", [client.id().0.into()], page, log_in).await
    }

    async fn current(&mut self, client: &Granted<ClientId>) -> Result<Option<LogIn>> {
        let lock = if self.backend() == DatabaseBackend::Postgres { "for update of l" } else { "" };
        let sql = format!("{LOG_INS} and l.unlinked_at is null {lock}");
        let row: Option<Row> = self.row(sql, [client.id().0.into()]).await?;
        row.map(log_in).transpose()
    }

    async fn count_code(&mut self, client: &Granted<ClientId>, id: LogInId) -> Result<bool> {
        let sql = "update client_login set failed_codes = failed_codes + 1
            where organisation_id = $1 and client_id = $2 and id = $3 and failed_codes < $4";
        Ok(self.run(sql, vec![client.id().0.into(), id.0.into(), MAX_FAILED_CODES.into()]).await? == 1)
    }

    async fn is_code(&mut self, client: &Granted<ClientId>, code: SecretDigest) -> Result<bool> {
        // The code of a log-in that was never confirmed proves nothing.
        let sql = "select id from client_login where organisation_id = $1 and client_id = $2 and code_hash = $3
            and confirmed_at is not null";
        let values = [client.id().0.into(), code.0.to_vec().into()];
        Ok(self.row::<Any>(sql, values).await?.is_some())
    }

    async fn confirm(
        &mut self,
        client: &Granted<ClientId>,
        log_in: &LogIn,
        how: Confirmation,
        by: Option<UserId>,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let updated_at = later(self.backend(), "updated_at", "$5");
        let sql = format!(
            "update client set login_confirmed = $4, version = version + 1, updated_at = {updated_at}
            where organisation_id = $1 and id = $2 and user_id = $3"
        );
        let values = vec![client.id().0.into(), log_in.user.id.0.into(), true.into(), at.into()];
        self.run(sql, values).await?;
        let sql = "update client_login set confirmed_at = $4, confirmed_by = $5, confirmation = $6
            where organisation_id = $1 and client_id = $2 and id = $3 and confirmed_at is null and unlinked_at is null";
        let values =
            vec![client.id().0.into(), log_in.id.0.into(), at.into(), by.map(|id| id.0).into(), how.code().into()];
        self.run(sql, values).await.map(drop)
    }
}

fn log_in(row: Row) -> Result<LogIn> {
    Ok(LogIn {
        id: row.id.into(),
        client_id: row.client_id.into(),
        user: named_user(row.user_id, row.user_name)?,
        email: row.email.map(email).transpose()?,
        linked_at: row.linked_at,
        linked_by: named(row.linked_by, row.linked_by_name)?,
        unlinked_at: row.unlinked_at,
        unlinked_by: named(row.unlinked_by, row.unlinked_by_name)?,
        confirmed_at: row.confirmed_at,
        confirmed_by: named(row.confirmed_by, row.confirmed_by_name)?,
        confirmation: row.confirmation.as_deref().map(word).transpose()?,
    })
}
