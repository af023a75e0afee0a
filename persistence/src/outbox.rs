//! What the jobs that mail secrets read and store.

use crate::accounts::mail_codes::ELIGIBLE;
use crate::accounts::see_own;
use crate::engine::rows;
use crate::repository::{domain, email, text, word};
use crate::store::Database;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::accounts::Domain;
use domain::log_in_domains::MAX_LOG_IN_DOMAINS;
use domain::mail::{AccountHolder, EmailChangeMail, InvitationMail, LogInPlace, MailState, Outbox};
use domain::ports::TransactionKind;
use domain::{Error, InvitationId, OrganisationId, Result, SecretDigest, SessionId, ShortText, UserId};
use sea_orm::Value;
use uuid::Uuid;

rows! {
    struct Account {
        id: Uuid,
        email: String,
        name: String,
        language: String,
    }
}

rows! {
    struct Change {
        from_email: String,
        to_email: String,
        name: String,
        language: String,
    }
}

rows! {
    struct Place {
        user_id: Uuid,
        device_name: Option<String>,
        network: Option<String>,
        created_at: DateTime<Utc>,
    }
}

rows! {
    struct Name {
        name: String,
    }
}

/// The name of an organisation that is not suspended.
const ACTIVE_NAME: &str = "select name from organisation where id = $1 and status = 'active'";

fn holder(account: Account) -> Result<AccountHolder> {
    Ok(AccountHolder { to: email(account.email)?, language: word(&account.language)?, name: text(account.name)? })
}

#[async_trait]
impl Outbox for Database {
    async fn renew_invitation(
        &self,
        organisation: OrganisationId,
        id: InvitationId,
        digest: SecretDigest,
        at: DateTime<Utc>,
    ) -> Result<Option<InvitationMail>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        let Some((invited, inviter)) = transaction.open_invitation(organisation, id, at).await? else {
            return Ok(None);
        };
        let inviter = inviter.filter(|inviter| inviter.may_still_invite(&invited));
        let state = if inviter.is_some() { MailState::Waiting } else { MailState::Failed };
        let sql = "update invitation set secret_hash = $3, mail_state = $4, mail_at = $5
            where organisation_id = $1 and id = $2 and accepted_at is null and delivery = 'email'";
        let values = [id.0.into(), digest.0.to_vec().into(), state.code().into(), at.into()];
        let renewed = transaction.run_in(organisation, sql, values).await? == 1;
        transaction.commit().await?;
        let address = invited.address(&self.keys).await?;
        let (true, Some(inviter), Some(address)) = (renewed, inviter, address) else { return Ok(None) };
        Ok(Some(InvitationMail {
            to: address,
            language: word(invited.language.as_ref().unwrap_or(&inviter.language))?,
            organisation: text(inviter.organisation)?,
            invited_by: Some(text(inviter.name)?),
        }))
    }

    async fn record_invitation(
        &self,
        organisation: OrganisationId,
        digest: SecretDigest,
        state: MailState,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        let sql = "update invitation set mail_state = $3, mail_at = $4 where organisation_id = $1 and secret_hash = $2";
        let values = [digest.0.to_vec().into(), state.code().into(), at.into()];
        transaction.run_in(organisation, sql, values).await?;
        transaction.commit().await
    }

    async fn renew_reset(&self, id: Uuid, digest: SecretDigest, until: DateTime<Utc>) -> Result<Option<AccountHolder>> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let sql = "select id, email, name, language from user_account
            where email = (select email from password_reset where id = $1) and disabled_at is null";
        let Some(account) = transaction.row::<Account>(sql, [id.into()]).await? else { return Ok(None) };
        let sql = "update password_reset set user_id = $2, secret_hash = $3, expires_at = $4 where id = $1";
        let values = [id.into(), account.id.into(), digest.0.to_vec().into(), until.into()];
        let renewed = transaction.run(sql, values).await? == 1;
        transaction.commit().await?;
        renewed.then(|| holder(account)).transpose()
    }

    async fn renew_log_in_code(
        &self,
        id: Uuid,
        encrypted: Vec<u8>,
        until: DateTime<Utc>,
    ) -> Result<Option<AccountHolder>> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let sql = "select id, email, name, language from user_account
            where email = (select email from log_in_code where id = $1)";
        let Some(account) = transaction.row::<Account>(sql, [id.into()]).await? else { return Ok(None) };
        see_own(&mut transaction, account.id.into());
        let sql = format!(
            "update log_in_code set user_id = $2, code = $3, expires_at = $4, tries = 0
            where id = $1 and exists (select 1 from user_account where id = $2 and {ELIGIBLE})"
        );
        let renewed = transaction.run(sql, [id.into(), account.id.into(), encrypted.into(), until.into()]).await? == 1;
        transaction.commit().await?;
        renewed.then(|| holder(account)).transpose()
    }

    async fn organisation_name(&self, organisation: OrganisationId) -> Result<Option<ShortText>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.enter(Some(organisation));
        let name: Option<Name> = transaction.row(ACTIVE_NAME, [organisation.0.into()]).await?;
        transaction.commit().await?;
        name.map(|row| text(row.name)).transpose()
    }

    async fn missing_domains(&self, organisation: OrganisationId, proven: bool) -> Result<Vec<Domain>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.enter(Some(organisation));
        let sql = "select domain as name from log_in_domain
            where organisation_id = $1 and missing_since is not null and (verified_at is not null) = $2
            order by domain limit $3";
        let most: Value = i64::try_from(MAX_LOG_IN_DOMAINS).map_err(Error::internal)?.into();
        let rows: Vec<Name> = transaction.rows(sql, [organisation.0.into(), proven.into(), most]).await?;
        transaction.commit().await?;
        rows.into_iter().map(|row| domain(&row.name)).collect()
    }

    async fn holder(&self, user: UserId) -> Result<Option<AccountHolder>> {
        let mut transaction = self.begin_system(TransactionKind::Read).await?;
        let sql = "select id, email, name, language from user_account where id = $1";
        let account: Option<Account> = transaction.row(sql, [user.0.into()]).await?;
        transaction.commit().await?;
        account.map(holder).transpose()
    }

    async fn log_in_place(&self, session: SessionId) -> Result<Option<(UserId, LogInPlace)>> {
        let mut transaction = self.begin_system(TransactionKind::Read).await?;
        let sql = "select user_id, device_name, network, created_at from session where id = $1";
        let place: Option<Place> = transaction.row(sql, [session.0.into()]).await?;
        transaction.commit().await?;
        let Some(Place { user_id, device_name, network: Some(network), created_at }) = place else { return Ok(None) };
        let device_name = device_name.map(text).transpose()?;
        Ok(Some((user_id.into(), LogInPlace { device_name, network, at: created_at })))
    }

    async fn renew_email_change(
        &self,
        id: Uuid,
        digest: Option<SecretDigest>,
        until: DateTime<Utc>,
    ) -> Result<Option<EmailChangeMail>> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let sql = "select u.email as from_email, c.email as to_email, u.name, u.language
            from email_change c join user_account u on u.id = c.user_id where c.id = $1";
        let Some(change) = transaction.row::<Change>(sql, [id.into()]).await? else { return Ok(None) };
        if let Some(digest) = digest {
            let sql = "update email_change set secret_hash = $2, expires_at = $3 where id = $1";
            let values: [Value; 3] = [id.into(), digest.0.to_vec().into(), until.into()];
            transaction.run(sql, values).await?;
        }
        transaction.commit().await?;
        Ok(Some(EmailChangeMail {
            from: email(change.from_email)?,
            to: email(change.to_email)?,
            language: word(&change.language)?,
            name: text(change.name)?,
        }))
    }
}
