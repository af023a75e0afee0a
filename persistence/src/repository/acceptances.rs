//! Accepting an invitation: reached by its secret, before any organisation.
//!
//! Row-level security shows the one invitation of `app.secret_hash`. Only once it is found does the transaction enter
//! its organisation.

use crate::store::{Database, Transaction};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::accounts::{Account, Email};
use domain::invitations::{Acceptances, Accepted, Joining, Pending};
use domain::{Conflict, Error, MemberId, Result, SecretDigest, UserId};
use sea_orm::FromQueryResult;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Invitation {
    organisation_id: Uuid,
    id: Uuid,
    email: String,
    admin: bool,
    coach: bool,
    client_id: Option<Uuid>,
}

#[derive(FromQueryResult)]
struct Active {
    active: bool,
}

#[derive(FromQueryResult)]
struct User {
    id: Uuid,
    password_hash: String,
}

#[async_trait]
impl Acceptances for Database {
    async fn pending(&self, secret: SecretDigest, at: DateTime<Utc>) -> Result<Option<Pending>> {
        let transaction = self.begin(false).await?;
        let Some(invitation) = transaction.invitation(secret, at).await? else { return Ok(None) };
        let sql = "select id, password_hash from user_account where email = $1";
        let user: Option<User> = transaction.row(sql, [invitation.email.as_str().into()]).await?;
        transaction.commit().await?;
        Ok(Some(Pending {
            email: Email::new(invitation.email).map_err(Error::internal)?,
            user: user.map(|user| (user.id.into(), user.password_hash)),
        }))
    }

    async fn accept(
        &self,
        secret: SecretDigest,
        joining: &Joining,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<Option<Accepted>> {
        let transaction = self.begin(true).await?;
        let Some(invitation) = transaction.invitation(secret, at).await? else { return Ok(None) };
        // Of several at the same time one changes the row, and the others find it changed.
        let spend = "update invitation set accepted_at = $3, version = version + 1
            where organisation_id = $1 and id = $2 and accepted_at is null and expires_at > $3";
        let values = [invitation.organisation_id.into(), invitation.id.into(), at.into()];
        if transaction.execute(spend, values).await?.rows_affected() == 0 {
            return Ok(None);
        }
        let user_id = match joining {
            Joining::Known(user) => *user,
            Joining::New(account, hash) => {
                transaction.add_user(account, hash).await?;
                account.id
            }
        };
        transaction.join(&invitation, user_id, member, at).await?;
        transaction.commit().await?;
        Ok(Some(Accepted { user_id, organisation_id: invitation.organisation_id.into(), member_id: member }))
    }
}

impl Transaction {
    /// The invitation of this secret that can be accepted now, and its organisation entered. A suspended organisation
    /// takes nobody in.
    async fn invitation(&self, secret: SecretDigest, at: DateTime<Utc>) -> Result<Option<Invitation>> {
        if self.postgres() {
            let hex: String = secret.0.iter().map(|byte| format!("{byte:02x}")).collect();
            self.execute("select set_config('app.secret_hash', $1, true)", [hex.into()]).await?;
        }
        let sql = "select organisation_id, id, email, admin, coach, client_id from invitation
            where secret_hash = $1 and accepted_at is null and expires_at > $2";
        let found: Option<Invitation> = self.row(sql, [secret.0.to_vec().into(), at.into()]).await?;
        let Some(invitation) = found else { return Ok(None) };
        self.enter(Some(invitation.organisation_id.into())).await?;
        let sql = "select status = 'active' as active from organisation where id = $1";
        let organisation: Option<Active> = self.row(sql, [invitation.organisation_id.into()]).await?;
        Ok(organisation.filter(|organisation| organisation.active).map(|_| invitation))
    }

    pub(crate) async fn add_user(&self, account: &Account, password_hash: &str) -> Result<()> {
        let sql = "insert into user_account
                (id, email, name, password_hash, language, operator, version, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let values = [
            account.id.0.into(),
            account.email.as_str().into(),
            account.name.as_str().into(),
            password_hash.into(),
            account.language.code().into(),
            account.operator.into(),
            account.version.into(),
            account.created_at.into(),
            account.updated_at.into(),
        ];
        self.execute(sql, values).await.map(drop)
    }

    /// Makes the user a member, and the client's log-in if the invitation is a client's.
    async fn join(&self, invitation: &Invitation, user: UserId, member: MemberId, at: DateTime<Utc>) -> Result<()> {
        let sql = "insert into member
                (organisation_id, id, user_id, admin, coach, client, version, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, 1, $7, $7)";
        let values = [
            invitation.organisation_id.into(),
            member.0.into(),
            user.0.into(),
            invitation.admin.into(),
            invitation.coach.into(),
            invitation.client_id.is_some().into(),
            at.into(),
        ];
        self.execute(sql, values).await?;
        let Some(client) = invitation.client_id else { return Ok(()) };
        let sql = "update client set user_id = $3, version = version + 1, updated_at = $4
            where organisation_id = $1 and id = $2 and user_id is null";
        let values = [invitation.organisation_id.into(), client.into(), user.0.into(), at.into()];
        let linked = self.execute(sql, values).await?.rows_affected();
        if linked == 0 { Err(Error::Conflict(Conflict::ClientHasLogIn)) } else { Ok(()) }
    }
}
