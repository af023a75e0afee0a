//! What the jobs that mail secrets read and store.

use crate::engine::rows;
use crate::repository::{email, text, word};
use crate::store::Database;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::mail::{EmailChangeMail, InvitationMail, MailState, Outbox, ResetMail};
use domain::ports::TransactionKind;
use domain::{InvitationId, OrganisationId, Result, SecretDigest};
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
        let (true, Some(inviter), Some(address)) = (renewed, inviter, invited.email) else { return Ok(None) };
        Ok(Some(InvitationMail {
            to: email(address)?,
            language: word(&inviter.language)?,
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

    async fn renew_reset(&self, id: Uuid, digest: SecretDigest, until: DateTime<Utc>) -> Result<Option<ResetMail>> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let sql = "select id, email, name, language from user_account
            where email = (select email from password_reset where id = $1) and disabled_at is null";
        let Some(account) = transaction.row::<Account>(sql, [id.into()]).await? else { return Ok(None) };
        let sql = "update password_reset set user_id = $2, secret_hash = $3, expires_at = $4 where id = $1";
        let values = [id.into(), account.id.into(), digest.0.to_vec().into(), until.into()];
        let renewed = transaction.run(sql, values).await? == 1;
        transaction.commit().await?;
        let mail = |account: Account| {
            Ok(ResetMail { to: email(account.email)?, language: word(&account.language)?, name: text(account.name)? })
        };
        renewed.then(|| mail(account)).transpose()
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
