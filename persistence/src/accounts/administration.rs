//! Accounts as the operator handles them on the command line.

use super::{OwingDatabase, end_sessions, recovery, second_factors, see_own, user_of};
use crate::engine::{FromRow, Row, rows};
use crate::pages::{keyset_sql, page_of};
use crate::queue::tell;
use crate::repository::{email, text};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::accounts::{Administration, Email, ListedAccount};
use domain::jobs::NewJob;
use domain::ports::TransactionKind;
use domain::{Page, PageRequest, Result};
use uuid::Uuid;

rows! {
    struct ListedRow {
        id: Uuid,
        email: String,
        name: String,
        operator: bool,
        has_second_factor: bool,
        disabled_at: Option<DateTime<Utc>>,
        used_at: Option<DateTime<Utc>>,
    }
}

#[async_trait]
impl Administration for OwingDatabase {
    async fn accounts(&self, page: PageRequest) -> Result<Page<ListedAccount>> {
        let mut transaction = self.begin_system(TransactionKind::Read).await?;
        let sql = "select u.id, u.email, u.name, u.operator, u.has_second_factor, u.disabled_at,
                (select max(s.used_at) from session s where s.user_id = u.id) as used_at
            from user_account u where 1 = 1";
        let (sql, values) = keyset_sql(sql, "u.id", 0, page)?;
        let rows: Vec<Row> = transaction.rows(sql, values).await?;
        transaction.commit().await?;
        page_of(rows, page, |row| ListedRow::from_row(row).and_then(listed))
    }

    async fn set_password(
        &self,
        email: &Email,
        password_hash: &str,
        notice: Option<&NewJob>,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let Some(user) = user_of(&mut transaction, email).await? else { return Ok(false) };
        super::set_password(&mut transaction, user, password_hash).await?;
        recovery::withdraw_requests(&mut transaction, user).await?;
        end_sessions(&mut transaction, user, at).await?;
        tell(&mut transaction, notice, user);
        self.complete(transaction).await?;
        Ok(true)
    }

    async fn set_disabled(&self, email: &Email, disabled: bool, at: DateTime<Utc>) -> Result<bool> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let Some(user) = user_of(&mut transaction, email).await? else { return Ok(false) };
        let sql = "update user_account set disabled_at = $2 where id = $1";
        transaction.run(sql, [user.0.into(), disabled.then_some(at).into()]).await?;
        if disabled {
            recovery::withdraw_requests(&mut transaction, user).await?;
            end_sessions(&mut transaction, user, at).await?;
        }
        self.complete(transaction).await?;
        Ok(true)
    }

    async fn remove_second_factors(&self, email: &Email, notice: Option<&NewJob>, at: DateTime<Utc>) -> Result<bool> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        let Some(user) = user_of(&mut transaction, email).await? else { return Ok(false) };
        see_own(&mut transaction, user);
        second_factors::remove_all(&mut transaction, user).await?;
        end_sessions(&mut transaction, user, at).await?;
        tell(&mut transaction, notice, user);
        self.complete(transaction).await?;
        Ok(true)
    }
}

fn listed(row: ListedRow) -> Result<ListedAccount> {
    Ok(ListedAccount {
        id: row.id.into(),
        email: email(row.email)?,
        name: text(row.name)?,
        operator: row.operator,
        has_second_factor: row.has_second_factor,
        disabled_at: row.disabled_at,
        used_at: row.used_at,
    })
}
