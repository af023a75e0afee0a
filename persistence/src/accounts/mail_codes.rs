//! Codes that are mailed to log in with.

use super::{OwingDatabase, digest};
use crate::engine::rows;
use crate::queue::enqueue;
use chrono::{DateTime, Utc};
use domain::accounts::Email;
use domain::jobs::NewJob;
use domain::ports::TransactionKind;
use domain::sessions::{MAIL_CODE_TRIES, MAIL_CODE_VALID_FOR, MailCodeRequest, TriedMailCode};
use domain::{Result, SecretDigest};
use uuid::Uuid;

rows! {
    struct Tried {
        id: Uuid,
        user_id: Uuid,
        code: Vec<u8>,
    }
}

/// The condition under which a user may log in so, of the row `user_account`. Row-level security must show the memberships.
pub(crate) const ELIGIBLE: &str = "not operator and disabled_at is null
    and exists (select 1 from own_membership m
        where m.user_id = user_account.id and m.status = 'active' and m.client and m.clients_log_in_by_mail)
    and not exists (select 1 from own_membership m
        where m.user_id = user_account.id and (m.admin or m.coach or not m.clients_log_in_by_mail))";

pub(super) async fn request(database: &OwingDatabase, request: &MailCodeRequest, job: &NewJob) -> Result<()> {
    let mut transaction = database.begin_system(TransactionKind::Write).await?;
    let sql = "insert into log_in_code (id, ticket_hash, email, tries, expires_at) values ($1, $2, $3, 0, $4)";
    let until = request.at + MAIL_CODE_VALID_FOR;
    let values = [request.id.into(), digest(request.ticket), request.email.as_str().into(), until.into()];
    transaction.run(sql, values).await?;
    enqueue(&mut transaction, job);
    database.complete(transaction).await
}

/// One statement counts and reads, so that of many tries at once only so many are answered.
pub(super) async fn count_try(
    database: &OwingDatabase,
    ticket: SecretDigest,
    email: &Email,
    at: DateTime<Utc>,
) -> Result<Option<TriedMailCode>> {
    let mut transaction = database.begin(TransactionKind::Write).await?;
    transaction.present(ticket);
    let sql = "update log_in_code set tries = tries + 1
        where ticket_hash = $1 and email = $2 and expires_at > $3 and tries < $4 and code is not null
        returning id, user_id, code";
    let values = [digest(ticket), email.as_str().into(), at.into(), MAIL_CODE_TRIES.into()];
    let tried: Option<Tried> = transaction.row(sql, values).await?;
    transaction.commit().await?;
    Ok(tried.map(|row| TriedMailCode { id: row.id, user: row.user_id.into(), encrypted: row.code }))
}

pub(super) async fn spend(database: &OwingDatabase, ticket: SecretDigest) -> Result<bool> {
    let mut transaction = database.begin(TransactionKind::Write).await?;
    transaction.present(ticket);
    let spent = transaction.run("delete from log_in_code where ticket_hash = $1", [digest(ticket)]).await?;
    transaction.commit().await?;
    Ok(spent == 1)
}
