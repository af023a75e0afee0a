//! Accepts an invitation, which is found by its secret and not in an organisation.
//!
//! Row-level security shows only the invitation of `app.secret_hash`. Once that is found, the transaction enters its
//! organisation.

use super::convert::{email, text};
use crate::dialect::later;
use crate::engine::rows;
use crate::scoped::by_hand;
use crate::store::Database;
use crate::transaction::Transaction;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Role, Roles, may_grant};
use domain::accounts::Account;
use domain::invitations::{Acceptances, Joined, Joining, KnownUser, Pending};
use domain::log_ins::{Confirmation, NewLogIn};
use domain::ports::TransactionKind;
use domain::{Conflict, Error, MemberId, Result, SecretDigest, UserId};
use uuid::Uuid;

rows! {
    struct Invitation {
        organisation_id: Uuid,
        id: Uuid,
        email: String,
        admin: bool,
        coach: bool,
        client_id: Option<Uuid>,
        invited_by: Uuid,
    }
}

rows! {
    /// Whether the organisation is active, and the current roles of the inviter in it.
    struct Inviter {
        active: bool,
        operator: bool,
        admin: Option<bool>,
        coach: Option<bool>,
        client: Option<bool>,
    }
}

rows! {
    struct First {
        first: bool,
    }
}

rows! {
    struct Named {
        name: String,
    }
}

rows! {
    struct User {
        id: Uuid,
        password_hash: String,
        usable: bool,
    }
}

#[async_trait]
impl Acceptances for Database {
    async fn pending(&self, secret: SecretDigest, at: DateTime<Utc>) -> Result<Option<Pending>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        let Some(invitation) = transaction.invitation(secret, at).await? else { return Ok(None) };
        let sql = "select id, password_hash, email_confirmed_at is not null or coalesce(made_in = $2, false) as usable
            from user_account where email = $1";
        let values = [invitation.email.as_str().into(), invitation.organisation_id.into()];
        let user: Option<User> = transaction.row(sql, values).await?;
        let sql = "select name from organisation where id = $1";
        let organisation: Option<Named> = transaction.row(sql, [invitation.organisation_id.into()]).await?;
        let organisation = organisation.ok_or_else(|| Error::internal("an invitation has no organisation"))?;
        transaction.commit().await?;
        Ok(Some(Pending {
            email: email(invitation.email)?,
            organisation: text(organisation.name)?,
            user: user.map(|user| KnownUser {
                id: user.id.into(),
                password_hash: user.password_hash,
                usable: user.usable,
            }),
        }))
    }

    async fn accept(
        &self,
        secret: SecretDigest,
        joining: &Joining,
        member: MemberId,
        log_in: NewLogIn,
        at: DateTime<Utc>,
    ) -> Result<Option<Joined>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        let Some(invitation) = transaction.invitation(secret, at).await? else { return Ok(None) };
        // Of several concurrent requests one changes the row; the others find it accepted.
        let spend = "update invitation set accepted_at = $3, version = version + 1
            where organisation_id = $1 and id = $2 and accepted_at is null and expires_at > $3";
        let organisation = invitation.organisation_id.into();
        if transaction.run_in(organisation, spend, [invitation.id.into(), at.into()]).await? == 0 {
            return Ok(None);
        }
        let user_id = match joining {
            Joining::Known(user) => *user,
            Joining::New(account, hash) => {
                transaction.add_user(account, hash, Some(invitation.organisation_id)).await?;
                account.id
            }
        };
        transaction.join(&invitation, user_id, member, at).await?;
        let first_log_in = match invitation.client_id {
            Some(client) => transaction.link(&invitation, client, user_id, log_in, at).await?,
            None => false,
        };
        transaction.commit().await?;
        Ok(Some(Joined { user_id, organisation_id: invitation.organisation_id.into(), first_log_in }))
    }
}

impl Inviter {
    fn may_still_invite(&self, invitation: &Invitation) -> bool {
        let held = Roles {
            admin: self.admin.unwrap_or_default(),
            coach: self.coach.unwrap_or_default(),
            client: self.client.unwrap_or_default(),
        };
        let granted =
            Roles { admin: invitation.admin, coach: invitation.coach, client: invitation.client_id.is_some() };
        let operator = self.operator.then_some(Role::Operator);
        self.active && may_grant(operator.into_iter().chain(held.iter()), granted.iter())
    }
}

impl Transaction {
    /// Finds the invitation of this secret and enters its organisation, if it can be accepted now: the organisation is active and
    /// the inviter may still grant these roles.
    async fn invitation(&mut self, secret: SecretDigest, at: DateTime<Utc>) -> Result<Option<Invitation>> {
        let hex = secret.0.iter().map(|byte| format!("{byte:02x}")).collect();
        self.set("select set_config('app.secret_hash', $1, true)", hex);
        let sql = "select organisation_id, id, email, admin, coach, client_id, invited_by from invitation
            where secret_hash = $1 and accepted_at is null and expires_at > $2";
        let found: Option<Invitation> = self.row(sql, [secret.0.to_vec().into(), at.into()]).await?;
        let Some(invitation) = found else { return Ok(None) };
        self.enter(Some(invitation.organisation_id.into()));
        let sql = "select o.status = 'active' as active, u.operator, m.admin, m.coach, m.client
            from organisation o join user_account u on u.id = $2
            left join member m on m.organisation_id = o.id and m.user_id = u.id
            where o.id = $1";
        let values = [invitation.organisation_id.into(), invitation.invited_by.into()];
        let inviter: Option<Inviter> = self.row(sql, values).await?;
        Ok(inviter.filter(|inviter| inviter.may_still_invite(&invitation)).map(|_| invitation))
    }

    /// Adds an account. Its address is confirmed unless an invitation of `made_in` made it: only the command line does otherwise.
    pub(crate) async fn add_user(
        &mut self,
        account: &Account,
        password_hash: &str,
        made_in: Option<Uuid>,
    ) -> Result<()> {
        let confirmed_at = made_in.is_none().then_some(account.created_at);
        let sql = "insert into user_account
                (id, email, name, password_hash, language, operator, version, created_at, updated_at, made_in,
                email_confirmed_at, needs_second_factor)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
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
            made_in.into(),
            confirmed_at.into(),
            account.needs_second_factor.into(),
        ];
        self.run(sql, values).await.map(drop)
    }

    /// Makes the user a member.
    async fn join(&mut self, invitation: &Invitation, user: UserId, member: MemberId, at: DateTime<Utc>) -> Result<()> {
        let sql = "insert into member
                (organisation_id, id, user_id, admin, coach, client, version, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, 1, $7, $7)";
        let values = [
            member.0.into(),
            user.0.into(),
            invitation.admin.into(),
            invitation.coach.into(),
            invitation.client_id.is_some().into(),
            at.into(),
        ];
        self.run_in(invitation.organisation_id.into(), sql, values).await.map(drop)
    }

    /// Links the user to the client and returns whether that is the client's first log-in, which needs no confirmation.
    async fn link(
        &mut self,
        invitation: &Invitation,
        client: Uuid,
        user: UserId,
        log_in: NewLogIn,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        let organisation = invitation.organisation_id.into();
        // Locks the client against another link or unlink.
        let updated_at = later(self.backend(), "updated_at", "$4");
        let sql = format!(
            "update client set user_id = $3, version = version + 1, updated_at = {updated_at}
            where organisation_id = $1 and id = $2 and user_id is null"
        );
        if self.run_in(organisation, sql, [client.into(), user.0.into(), at.into()]).await? == 0 {
            return Err(Error::Conflict(Conflict::ClientHasLogIn));
        }
        let sql = "select not exists (
            select 1 from client_login where organisation_id = $1 and client_id = $2) as first";
        let (sql, values) = by_hand(organisation, sql.into(), [client.into()]);
        let found: Option<First> = self.row(sql, values).await?;
        let first = found.is_some_and(|found| found.first);
        let sql = "update client set login_confirmed = $3 where organisation_id = $1 and id = $2";
        self.run_in(organisation, sql, [client.into(), first.into()]).await?;
        let sql =
            "insert into client_login (organisation_id, id, client_id, user_id, linked_by, linked_at, confirmed_at,
                confirmation, code_hash, failed_codes)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)";
        let values = [
            log_in.id.0.into(),
            client.into(),
            user.0.into(),
            invitation.invited_by.into(),
            at.into(),
            first.then_some(at).into(),
            first.then_some(Confirmation::First.code()).into(),
            first.then(|| log_in.code.0.to_vec()).into(),
        ];
        self.run_in(organisation, sql, values).await?;
        Ok(first)
    }
}
