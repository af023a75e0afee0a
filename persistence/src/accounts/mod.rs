//! Accounts and sessions, which belong to no organisation: the exception to `scoped.rs`.
//!
//! Every statement here names the digest of a secret, an email address or the caller's own id. Statements on memberships run
//! after `app.self_id` is set, with which row-level security shows a user their own.

mod administration;
pub(crate) mod identities;
mod integrations;
pub(crate) mod mail_codes;
mod owing;
mod own_account;
mod passkeys;
mod provider_log_ins;
mod recovery;
mod refresh_tokens;
mod restored_member;
mod rows;
mod second_factors;
mod unconfirmed;

use crate::dialect::for_update;
use crate::engine::{Ask, FromRow, Row, rows};
use crate::queue::{enqueue_for_platform, tell};
use crate::transaction::{Queries, Transaction};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Roles;
use domain::accounts::{Account, Email, Membership, Profile};
use domain::jobs::NewJob;
use domain::ports::{AccountStore, TransactionKind, UncheckedAccount};
use domain::sessions::{
    LogInProof, MailCodeRequest, NewSession, Rotated, Rotation, Session, SessionKind, Started, TriedMailCode,
};
use domain::{Caller, ClientId, Error, OrganisationId, Result, SecretDigest, SessionId, UserId};
pub(crate) use owing::OwingDatabase;
pub(crate) use recovery::REQUEST_KEPT_FOR;
use rows::{AccountRow, CredentialsRow, IdRow, MembershipRow, SessionRow};
use sea_orm::Value;

#[async_trait]
impl AccountStore for OwingDatabase {
    async fn credentials(&self, email: &Email) -> Result<Option<(UserId, String)>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        see_holder(&mut transaction, email.as_str());
        let sql = "select id, password_hash from own_password
            where id = (select id from user_account where email = $1) and disabled_at is null";
        let found: Option<CredentialsRow> = transaction.row(sql, [email.as_str().into()]).await?;
        transaction.commit().await?;
        Ok(found.map(|row| (row.id.into(), row.password_hash)))
    }

    async fn request_mail_code(&self, request: &MailCodeRequest, job: &NewJob) -> Result<()> {
        mail_codes::request(self, request, job).await
    }

    async fn try_mail_code(
        &self,
        ticket: SecretDigest,
        email: &Email,
        at: DateTime<Utc>,
    ) -> Result<Option<TriedMailCode>> {
        mail_codes::count_try(self, ticket, email, at).await
    }

    async fn use_mail_code(&self, ticket: SecretDigest) -> Result<bool> {
        mail_codes::spend(self, ticket).await
    }

    async fn start_session(&self, new: &NewSession) -> Result<Option<Started>> {
        let user = new.session.user_id;
        let mut transaction = self.begin(TransactionKind::Write).await?;
        // Locks the user: a concurrent change of password, which ends all sessions, then ends this one too.
        let lock = if transaction.postgres() { "for share" } else { "" };
        let (table, holds, value) = still_holds(&new.proof);
        let sql = format!("select id from {table} where id = $1 and {holds} and disabled_at is null {lock}");
        let still = Ask::new(sql, std::iter::once(user.0.into()).chain(value).collect::<Vec<_>>());
        see_own(&mut transaction, user);
        if let LogInProof::Identity { organisation, identity, .. } = &new.proof {
            identities::lock(&mut transaction, *organisation, *identity);
        }
        let earlier = networks_of(user, new.session.network.as_deref());
        let asks = [still, Ask::new(ACCOUNT, [user.0.into()]), memberships_of(user), earlier];
        let [still, account, memberships, earlier] = transaction.ask_all(asks).await?;
        if still.rows.is_empty() || !uses(&mut transaction, &new.session, &new.proof).await? {
            return Ok(None);
        }
        let account = account.rows.first().map(AccountRow::from_row).ok_or(Error::Unauthenticated)??.try_into()?;
        let memberships = confined(read_memberships(&memberships.rows)?, new.session.confined_to);
        let wanted = new.session.organisation_id;
        let wanted = memberships.iter().map(|one| one.organisation_id).find(|id| Some(*id) == wanted);
        let organisation_id = match memberships.as_slice() {
            [only] => Some(only.organisation_id),
            [] | [_, ..] => wanted,
        };
        let session = Session { organisation_id, ..new.session.clone() };
        insert(&mut transaction, &session, &new.proof, new.refresh_token).await?;
        self.line.by(user, Some(session.id));
        let is_told = is_told(session.kind, &earlier.rows)?;
        if let Some(notice) = new.notice.as_ref().filter(|_| is_told) {
            enqueue_for_platform(&mut transaction, notice);
        }
        self.complete(transaction).await?;
        Ok(Some(Started { session, profile: Profile { account, memberships } }))
    }

    async fn rotate(&self, rotation: &Rotation, at: DateTime<Utc>) -> Result<Option<Rotated>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        let rotated = refresh_tokens::rotate(&mut transaction, rotation, at).await?;
        match &rotated {
            Some(Rotated { session, .. }) => {
                self.line.by(session.user_id, Some(session.id));
                self.complete(transaction).await?;
            }
            // Reuse of a rotated token has ended the session.
            None => transaction.commit().await?,
        }
        Ok(rotated)
    }

    async fn session_of(&self, token: SecretDigest, at: DateTime<Utc>) -> Result<Option<(SessionId, UserId)>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.present(token);
        let sql = format!(
            "{SESSIONS} where id = (select session_id from refresh_token where hash = $1) and ended_at is null
                and expires_at > $2"
        );
        let row: Option<SessionRow> = transaction.row(sql, [digest(token), at.into()]).await?;
        transaction.commit().await?;
        let session = row.map(Session::try_from).transpose()?;
        Ok(session.map(|session| (session.id, session.user_id)))
    }

    async fn end_session_of(&self, token: SecretDigest, at: DateTime<Utc>) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.present(token);
        let sql = "update session set ended_at = $2 where ended_at is null
            and id = (select session_id from refresh_token where hash = $1)";
        transaction.run(sql, [digest(token), at.into()]).await?;
        self.complete(transaction).await
    }

    async fn add_operator(&self, account: &Account, password_hash: &str) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.add_user(account, password_hash, None, Some(account.created_at)).await?;
        // On PostgreSQL only the owner of the tables may.
        let sql = "update user_account set operator = $2 where id = $1";
        transaction.run(sql, [account.id.0.into(), true.into()]).await?;
        self.complete(transaction).await
    }

    async fn confirm_log_in(&self, organisation: OrganisationId, client: ClientId, at: DateTime<Utc>) -> Result<bool> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        let sql = "update client_login set confirmed_at = $3, confirmation = 'operator'
            where organisation_id = $1 and client_id = $2 and confirmed_at is null and unlinked_at is null";
        if transaction.run_in(organisation, sql, [client.0.into(), at.into()]).await? == 0 {
            return Ok(false);
        }
        let sql = "update client set login_confirmed = $4, version = version + 1, updated_at = $3
            where organisation_id = $1 and id = $2";
        transaction.run_in(organisation, sql, [client.0.into(), at.into(), true.into()]).await?;
        self.complete(transaction).await?;
        Ok(true)
    }

    async fn confirm_email(
        &self,
        email: &Email,
        password_hash: Option<&str>,
        notice: Option<&NewJob>,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let Some(user) = user_of(&mut transaction, email).await? else { return Ok(false) };
        if password_hash.is_some() {
            see_own(&mut transaction, user);
            unconfirmed::remove_other_ways_in(&mut transaction, user);
        }
        let sql = "update user_account set email_confirmed_at = coalesce(email_confirmed_at, $2) where id = $1";
        transaction.run(sql, [user.0.into(), at.into()]).await?;
        if let Some(hash) = password_hash {
            set_password(&mut transaction, user, hash).await?;
            end_sessions(&mut transaction, user, at).await?;
            recovery::withdraw_requests(&mut transaction, user).await?;
            tell(&mut transaction, notice, user);
        }
        self.complete(transaction).await?;
        Ok(true)
    }

    async fn own(&self, caller: &Caller, writes: bool, at: DateTime<Utc>) -> Result<UncheckedAccount> {
        let transaction = self.begin(if writes { TransactionKind::Write } else { TransactionKind::Read }).await?;
        let line = writes.then(|| self.line.clone());
        own_account::open(transaction, self.jobs.clone(), line, caller, at).await
    }
}

rows! {
    struct Networks {
        networks: i64,
        of_network: i64,
    }
}

/// Counts the user's sessions from known networks, ended ones too as long as they are kept, and those from this one.
fn networks_of(user: UserId, network: Option<&str>) -> Ask {
    let sql = "select count(network) as networks, count(case when network = $2 then 1 end) as of_network from session
        where user_id = $1";
    Ask::new(sql, [user.0.into(), network.into()])
}

/// Whether the user gets a mail about a session. The first sessions of an account have nothing to compare with, so no mail.
fn is_told(kind: SessionKind, rows: &[Row]) -> Result<bool> {
    let networks = rows.first().map(Networks::from_row).transpose()?;
    let stays = kind == SessionKind::Device;
    Ok(networks.is_some_and(|networks| networks.networks > 0 && (stays || networks.of_network == 0)))
}

/// The table or view with the user's row, and the condition on it under which this proof still holds, with its value `$2` if it
/// has one.
fn still_holds(proof: &LogInProof) -> (&'static str, &'static str, Option<Value>) {
    match proof {
        LogInProof::Password(hash) => ("own_password", "password_hash = $2", Some(hash.as_str().into())),
        LogInProof::MailCode => ("user_account", mail_codes::ELIGIBLE, None),
        LogInProof::Passkey(used) => {
            let exists = "exists (select 1 from second_factor where user_id = user_account.id and credential_id = $2)";
            ("user_account", exists, Some(used.credential_id.clone().into()))
        }
        LogInProof::Identity { identity, .. } => ("user_account", identities::HOLDS, Some(identity.0.into())),
    }
}

/// Stores the use of what the proof uses up. Returns whether it could be used.
async fn uses(transaction: &mut Transaction, session: &Session, proof: &LogInProof) -> Result<bool> {
    match proof {
        LogInProof::Password(_) | LogInProof::MailCode | LogInProof::Identity { .. } => Ok(true),
        LogInProof::Passkey(used) => passkeys::store_use(transaction, session.user_id, used, session.created_at).await,
    }
}

async fn insert(
    transaction: &mut Transaction,
    session: &Session,
    proof: &LogInProof,
    refresh_token: SecretDigest,
) -> Result<()> {
    let (identity, provider_session) = match proof {
        LogInProof::Password(_) | LogInProof::MailCode | LogInProof::Passkey(_) => (None, None),
        LogInProof::Identity { identity, provider_session, .. } => (Some(identity.0), provider_session.clone()),
    };
    let sql = "insert into session
            (id, user_id, organisation_id, kind, device_name, network, factors, confirmed_at, refresh_generation,
                created_at, used_at, expires_at, confined_to, identity_id, provider_session)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $11, $12, $13, $14)";
    let values = [
        session.id.0.into(),
        session.user_id.0.into(),
        session.organisation_id.map(|id| id.0).into(),
        session.kind.code().into(),
        session.device_name.as_ref().map(|name| name.as_str().to_owned()).into(),
        session.network.clone().into(),
        session.factors.bits().into(),
        session.confirmed_at.into(),
        session.created_at.into(),
        session.used_at.into(),
        session.expires_at.into(),
        session.confined_to.map(|id| id.0).into(),
        identity.into(),
        provider_session.into(),
    ];
    transaction.queue(Ask::new(sql, values), None);
    refresh_tokens::insert(transaction, session.id, refresh_token, 1).await
}

/// Sessions, with the columns of a [`SessionRow`].
const SESSIONS: &str =
    "select id, user_id, organisation_id, confined_to, kind, device_name, network, factors, confirmed_at, created_at,
        used_at, expires_at from session";
const ACCOUNT: &str = "select id, email, name, language, operator, has_second_factor, needs_second_factor, version,
        created_at, updated_at from user_account where id = $1";
const MEMBERSHIPS: &str = "select organisation_id, name, phone, admin, coach, client, client_id,
        admins_need_second_factor, coaches_need_second_factor from own_membership
    where user_id = $1 and status = 'active' order by organisation_id";

/// The user's memberships of active organisations, as far as a session that is confined to one shows them.
async fn memberships(
    transaction: &mut Transaction,
    user: UserId,
    to: Option<OrganisationId>,
) -> Result<Vec<Membership>> {
    see_own(transaction, user);
    Ok(confined(read_memberships(&transaction.ask(memberships_of(user)).await?.rows)?, to))
}

/// Sets the user whose own rows row-level security shows, on PostgreSQL.
pub(crate) fn see_own(transaction: &mut Transaction, user: UserId) {
    transaction.set("select set_config('app.self_id', $1, true)", user.0.to_string());
}

/// Sets the holder of an address as that user, if it has one.
pub(crate) fn see_holder(transaction: &mut Transaction, email: &str) {
    let setting = "select set_config('app.self_id',
        coalesce((select id::text from user_account where email = $1), ''), true)";
    transaction.set(setting, email.to_owned());
}

/// The user with this address.
async fn user_of(transaction: &mut Transaction, email: &Email) -> Result<Option<UserId>> {
    let sql = "select id from user_account where email = $1";
    let found: Option<IdRow> = transaction.row(sql, [email.as_str().into()]).await?;
    Ok(found.map(|row| row.id.into()))
}

/// Replaces the password of the user.
async fn set_password(transaction: &mut Transaction, user: UserId, hash: &str) -> Result<()> {
    let sql = "update user_account set password_hash = $2 where id = $1";
    transaction.run(sql, [user.0.into(), hash.into()]).await.map(drop)
}

/// Locks the account, so that changes of it come one after the other: each statement then reads what the earlier change left.
fn lock(transaction: &Transaction, user: UserId) -> Ask {
    let lock = for_update(transaction.backend());
    Ask::new(format!("select id from user_account where id = $1 {lock}"), [user.0.into()])
}

/// Deletes the account of a user without a membership who is no operator, and returns whether it did.
pub(crate) async fn delete_unused(transaction: &mut Transaction, user: UserId) -> Result<bool> {
    see_own(transaction, user);
    // Locks the account first: a membership that is made meanwhile exists by then.
    let lock = lock(transaction, user);
    let sql = "delete from user_account where id = $1 and operator = $2
        and not exists (select 1 from own_membership where user_id = $1)";
    let delete = Ask::new(sql, [user.0.into(), false.into()]);
    let [_, deleted] = transaction.ask_all([lock, delete]).await?;
    Ok(deleted.affected == 1)
}

/// Ends all sessions of the user.
async fn end_sessions(transaction: &mut Transaction, user: UserId, at: DateTime<Utc>) -> Result<()> {
    let sql = "update session set ended_at = $2 where user_id = $1 and ended_at is null";
    transaction.run(sql, [user.0.into(), at.into()]).await.map(drop)
}

fn memberships_of(user: UserId) -> Ask {
    Ask::new(MEMBERSHIPS, [user.0.into()])
}

fn read_memberships(rows: &[Row]) -> Result<Vec<Membership>> {
    rows.iter().map(|row| MembershipRow::from_row(row)?.try_into()).collect()
}

/// The memberships that a session shows: of one that a provider began, that of its organisation, as staff.
fn confined(memberships: Vec<Membership>, to: Option<OrganisationId>) -> Vec<Membership> {
    let Some(only) = to else { return memberships };
    let staff = |membership: Membership| Membership {
        roles: Roles { client: false, ..membership.roles },
        client_id: None,
        ..membership
    };
    memberships.into_iter().filter(|membership| membership.organisation_id == only).map(staff).collect()
}

fn digest(digest: SecretDigest) -> Value {
    digest.0.to_vec().into()
}
