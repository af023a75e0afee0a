//! Accepts an invitation, which is found by its secret and not in an organisation.
//!
//! Row-level security shows only the invitation of `app.secret_hash`. Once that is found, the transaction enters its
//! organisation.

use super::convert::{text, word_of};
use super::integrations::scopes;
use super::invited_address::open;
use crate::accounts::{OwingDatabase, see_holder};
use crate::dialect::later;
use crate::encryption::OrganisationKeys;
use crate::engine::rows;
use crate::queue::tell;
use crate::scoped::by_hand;
use crate::transaction::Transaction;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Role, Roles, Scope, may_grant, scopes_grant};
use domain::accounts::{Account, Email};
use domain::invitations::{Acceptances, Delivery, Joined, Joining, KnownUser, Offer};
use domain::jobs::NewJob;
use domain::log_ins::{Confirmation, NewLogIn};
use domain::ports::{KeyVersion, TransactionKind};
use domain::vocabulary::Language;
use domain::{Conflict, Error, InvitationId, MemberId, OrganisationId, Result, SecretDigest, UserId};
use uuid::Uuid;

rows! {
    /// An open invitation.
    pub(crate) struct Invited {
        organisation_id: Uuid,
        id: Uuid,
        key_version: Option<KeyVersion>,
        sealed: Option<Vec<u8>>,
        admin: bool,
        coach: bool,
        pub(crate) language: Option<String>,
        client_id: Option<Uuid>,
        member_id: Option<Uuid>,
        invited_by: Uuid,
        delivery: String,
        expires_at: DateTime<Utc>,
    }
}

/// The inviter, a person or an integration, with what they may still do in the organisation.
pub(crate) struct Inviter {
    pub(crate) organisation: String,
    pub(crate) name: String,
    pub(crate) language: String,
    active: bool,
    rights: Rights,
}

enum Rights {
    Roles(Vec<Role>),
    Scopes(Vec<Scope>),
}

rows! {
    /// The organisation and whether it is active, and the user who invites with their current roles in it.
    struct InvitingUser {
        organisation: String,
        active: bool,
        name: String,
        language: String,
        operator: bool,
        admin: Option<bool>,
        coach: Option<bool>,
        client: Option<bool>,
    }
}

rows! {
    /// The organisation, and the integration that invites.
    struct InvitingIntegration {
        organisation: String,
        active: bool,
        name: String,
        scopes: String,
    }
}

rows! {
    struct First {
        first: bool,
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
impl Acceptances for OwingDatabase {
    async fn offer(
        &self,
        secret: SecretDigest,
        chosen: Option<&Email>,
        at: DateTime<Utc>,
    ) -> Result<Option<(Offer, Option<KnownUser>)>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        let Some((invitation, inviter)) = transaction.invitation(secret, at).await? else { return Ok(None) };
        let invited = invitation.address(&self.keys).await?;
        let address = invited.as_ref().or(chosen).map(|email| email.as_str().to_owned());
        see_holder(&mut transaction, address.as_deref().unwrap_or_default());
        let sql = "select u.id, p.password_hash, u.disabled_at is null
                and (u.email_confirmed_at is not null or coalesce(u.made_in = $2, false)) as usable
            from user_account u join own_password p on p.id = u.id where u.email = $1";
        let values = [address.into(), invitation.organisation_id.into()];
        let user: Option<User> = transaction.row(sql, values).await?;
        transaction.commit().await?;
        let offer = Offer {
            roles: invitation.roles(),
            language: word_of(invitation.language.clone())?,
            member_id: invitation.member_id.map(Into::into),
            email: invited,
            organisation: text(inviter.organisation)?,
            invited_by: Some(text(inviter.name)?),
            expires_at: invitation.expires_at,
        };
        let known =
            |user: User| KnownUser { id: user.id.into(), password_hash: user.password_hash, usable: user.usable };
        Ok(Some((offer, user.map(known))))
    }

    async fn accept(
        &self,
        secret: SecretDigest,
        joining: &Joining,
        member: MemberId,
        log_in: NewLogIn,
        notice: Option<&NewJob>,
        at: DateTime<Utc>,
    ) -> Result<Option<Joined>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        let Some((invitation, _)) = transaction.invitation(secret, at).await? else { return Ok(None) };
        // Of several concurrent requests one changes the row; the others find it accepted.
        let spend = "update invitation set accepted_at = $3, version = version + 1
            where organisation_id = $1 and id = $2 and accepted_at is null and expires_at > $3";
        let organisation = invitation.organisation_id.into();
        if transaction.run_in(organisation, spend, [invitation.id.into(), at.into()]).await? == 0 {
            return Ok(None);
        }
        let user_id = match joining {
            // A secret that an administrator saw must not open another's account.
            Joining::Again(..) if !invitation.is_mailed() => return Ok(None),
            Joining::Again(member, user, hash) => {
                if !transaction.restore_member(organisation, *member, *user, hash, at).await? {
                    return Ok(None);
                }
                tell(&mut transaction, notice, *user);
                self.line.by(*user, None);
                self.complete(transaction).await?;
                return Ok(Some(Joined { user_id: *user, organisation_id: organisation, first_log_in: false }));
            }
            Joining::Known(user) => *user,
            Joining::New(account, hash) => {
                // A secret that was mailed came from the mailbox.
                let confirmed = invitation.is_mailed().then_some(at);
                transaction.add_user(account, hash, Some(invitation.organisation_id), confirmed).await?;
                account.id
            }
        };
        transaction.join(&invitation, user_id, member, at).await?;
        transaction.link_provisioned(&invitation, user_id, at).await?;
        let first_log_in = match invitation.client_id {
            Some(client) => transaction.link(&invitation, client, user_id, log_in, at).await?,
            None => false,
        };
        self.line.by(user_id, None);
        self.complete(transaction).await?;
        Ok(Some(Joined { user_id, organisation_id: invitation.organisation_id.into(), first_log_in }))
    }
}

impl From<InvitingUser> for Inviter {
    fn from(user: InvitingUser) -> Self {
        let held = Roles {
            admin: user.admin.unwrap_or_default(),
            coach: user.coach.unwrap_or_default(),
            client: user.client.unwrap_or_default(),
        };
        let roles = user.operator.then_some(Role::Operator).into_iter().chain(held.iter()).collect();
        let InvitingUser { organisation, active, name, language, .. } = user;
        Self { organisation, name, language, active, rights: Rights::Roles(roles) }
    }
}

impl TryFrom<InvitingIntegration> for Inviter {
    type Error = Error;

    fn try_from(integration: InvitingIntegration) -> Result<Self> {
        let rights = Rights::Scopes(scopes(integration.scopes)?);
        let InvitingIntegration { organisation, active, name, .. } = integration;
        Ok(Self { organisation, name, language: Language::Dutch.code().to_owned(), active, rights })
    }
}

impl Inviter {
    pub(crate) fn may_still_invite(&self, invitation: &Invited) -> bool {
        let granted = invitation.roles().iter();
        let may = match &self.rights {
            Rights::Roles(held) => may_grant(held.iter().copied(), granted),
            Rights::Scopes(held) => scopes_grant(held, granted),
        };
        self.active && may
    }
}

impl Invited {
    fn roles(&self) -> Roles {
        Roles { admin: self.admin, coach: self.coach, client: self.client_id.is_some() }
    }

    /// The address, if the invitation has one.
    pub(crate) async fn address(&self, keys: &OrganisationKeys) -> Result<Option<Email>> {
        let address = (self.key_version, self.sealed.as_deref());
        open(keys, self.organisation_id.into(), self.id, address).await
    }

    /// Whether the secret went to the address, and to nobody else.
    fn is_mailed(&self) -> bool {
        self.delivery == Delivery::Email.code()
    }
}

/// The columns of an [`Invited`].
const INVITED: &str =
    "select organisation_id, id, key_version, sealed, admin, coach, language, client_id, member_id, invited_by, delivery,
        expires_at
    from invitation where accepted_at is null and expires_at > $2";

impl Transaction {
    /// Finds the invitation of this secret and enters its organisation, if it can be accepted now: the organisation is active and
    /// the inviter may still grant these roles.
    async fn invitation(&mut self, secret: SecretDigest, at: DateTime<Utc>) -> Result<Option<(Invited, Inviter)>> {
        self.present(secret);
        let sql = format!("{INVITED} and secret_hash = $1");
        let found: Option<Invited> = self.row(sql, [secret.0.to_vec().into(), at.into()]).await?;
        let Some(invitation) = found else { return Ok(None) };
        self.enter(Some(invitation.organisation_id.into()));
        let inviter = self.inviter(&invitation).await?;
        Ok(inviter.filter(|inviter| inviter.may_still_invite(&invitation)).map(|inviter| (invitation, inviter)))
    }

    /// Finds an open invitation of the organisation that the transaction is in, and its inviter.
    pub(crate) async fn open_invitation(
        &mut self,
        organisation: OrganisationId,
        id: InvitationId,
        at: DateTime<Utc>,
    ) -> Result<Option<(Invited, Option<Inviter>)>> {
        let sql = format!("{INVITED} and organisation_id = $1 and id = $3");
        let (sql, values) = by_hand(organisation, sql.into(), [at.into(), id.0.into()]);
        let Some(invitation) = self.row::<Invited>(sql, values).await? else { return Ok(None) };
        let inviter = self.inviter(&invitation).await?;
        Ok(Some((invitation, inviter)))
    }

    async fn inviter(&mut self, invitation: &Invited) -> Result<Option<Inviter>> {
        let sql = "select o.name as organisation, o.status = 'active' as active, u.name, u.language, u.operator,
                m.admin, m.coach, m.client
            from organisation o join user_account u on u.id = $2
            left join member m on m.organisation_id = o.id and m.user_id = u.id
            where o.id = $1";
        let ids = [invitation.organisation_id.into(), invitation.invited_by.into()];
        let person: Option<InvitingUser> = self.row(sql, ids.clone()).await?;
        if let Some(person) = person {
            return Ok(Some(person.into()));
        }
        let sql = "select o.name as organisation, o.status = 'active' as active, i.name, i.scopes
            from organisation o join integration i on i.organisation_id = o.id and i.id = $2 and i.enabled
            where o.id = $1";
        let integration: Option<InvitingIntegration> = self.row(sql, ids).await?;
        integration.map(TryInto::try_into).transpose()
    }

    /// Presents a secret to row-level security, which shows the rows with its digest.
    pub(crate) fn present(&mut self, secret: SecretDigest) {
        let hex = secret.0.iter().map(|byte| format!("{byte:02x}")).collect();
        self.set("select set_config('app.secret_hash', $1, true)", hex);
    }

    /// Adds an account, with the organisation whose invitation made it. It operates nothing.
    ///
    /// An address that is taken violates no constraint: PostgreSQL would write the address to its own log.
    pub(crate) async fn add_user(
        &mut self,
        account: &Account,
        password_hash: &str,
        made_in: Option<Uuid>,
        confirmed_at: Option<DateTime<Utc>>,
    ) -> Result<()> {
        let sql = "insert into user_account
                (id, email, name, password_hash, language, version, created_at, updated_at, made_in,
                email_confirmed_at, needs_second_factor)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (email) do nothing";
        let values = [
            account.id.0.into(),
            account.email.as_str().into(),
            account.name.as_str().into(),
            password_hash.into(),
            account.language.code().into(),
            account.version.into(),
            account.created_at.into(),
            account.updated_at.into(),
            made_in.into(),
            confirmed_at.into(),
            account.needs_second_factor.into(),
        ];
        if self.run(sql, values).await? == 0 { Err(Error::Conflict(Conflict::EmailTaken)) } else { Ok(()) }
    }

    /// Makes the user a member.
    async fn join(&mut self, invitation: &Invited, user: UserId, member: MemberId, at: DateTime<Utc>) -> Result<()> {
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

    /// Tells who accepted to the record that the identity provider manages, if it made the invitation.
    async fn link_provisioned(&mut self, invitation: &Invited, user: UserId, at: DateTime<Utc>) -> Result<()> {
        let updated_at = later(self.backend(), "updated_at", "$4");
        let sql = format!(
            "update provisioned_member set user_id = $3, version = version + 1, updated_at = {updated_at}
            where organisation_id = $1 and invitation_id = $2"
        );
        let values = [invitation.id.into(), user.0.into(), at.into()];
        self.run_in(invitation.organisation_id.into(), sql, values).await.map(drop)
    }

    /// Links the user to the client and returns whether that is the client's first log-in.
    ///
    /// That needs no confirmation if its secret was mailed: the inviter could have used a shown one.
    async fn link(
        &mut self,
        invitation: &Invited,
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
        let sql = "select not exists (select 1 from client_login
            where organisation_id = $1 and client_id = $2 and confirmed_at is not null) as first";
        let (sql, values) = by_hand(organisation, sql.into(), [client.into()]);
        let found: Option<First> = self.row(sql, values).await?;
        let first = found.is_some_and(|found| found.first);
        let confirmed = first && invitation.is_mailed();
        let sql = "update client set login_confirmed = $3 where organisation_id = $1 and id = $2";
        self.run_in(organisation, sql, [client.into(), confirmed.into()]).await?;
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
            confirmed.then_some(at).into(),
            confirmed.then_some(Confirmation::First.code()).into(),
            first.then(|| log_in.code.0.to_vec()).into(),
        ];
        self.run_in(organisation, sql, values).await?;
        Ok(first)
    }
}
