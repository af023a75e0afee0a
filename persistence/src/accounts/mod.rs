//! Accounts and sessions, which belong to no organisation: the exception to `scoped.rs`.
//!
//! Every statement here names the digest of a secret, an email address or the caller's own id. Statements on memberships run
//! after `app.self_id` is set, with which row-level security shows a user their own.

mod administration;
mod identities;
mod integrations;
mod own_account;
mod provider_log_ins;
mod recovery;
mod refresh_tokens;
mod rows;
mod second_factors;

use crate::engine::{Ask, FromRow, Row};
use crate::store::Database;
use crate::transaction::{Queries, Transaction};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Roles;
use domain::accounts::{Account, Email, Membership, Profile};
use domain::ports::{AccountStore, TransactionKind, UncheckedAccount};
use domain::sessions::{LogInProof, NewSession, Rotated, Rotation, Session, Started};
use domain::{Caller, ClientId, Error, OrganisationId, Result, SecretDigest, SessionId, UserId};
pub(crate) use recovery::COUNTED_FOR;
use rows::{AccountRow, CredentialsRow, MembershipRow, SessionRow};
use sea_orm::Value;

#[async_trait]
impl AccountStore for Database {
    async fn credentials(&self, email: &Email) -> Result<Option<(UserId, String)>> {
        let sql = "select id, password_hash from user_account where email = $1 and disabled_at is null";
        let answer = self.engine.alone(Ask::new(sql, [email.as_str().into()])).await?;
        let found = answer.rows.first().map(CredentialsRow::from_row).transpose()?;
        Ok(found.map(|row| (row.id.into(), row.password_hash)))
    }

    async fn start_session(&self, new: &NewSession) -> Result<Option<Started>> {
        let user = new.session.user_id;
        let mut transaction = self.begin(TransactionKind::Write).await?;
        // Locks the user: a concurrent change of password, which ends all sessions, then ends this one too.
        let lock = if transaction.postgres() { "for share" } else { "" };
        let (holds, proof) = still_holds(&new.proof);
        let sql = format!("select id from user_account where id = $1 and {holds} and disabled_at is null {lock}");
        let still = Ask::new(sql, [user.0.into(), proof]);
        see_own(&mut transaction, user);
        if let LogInProof::Identity { organisation, identity, .. } = &new.proof {
            identities::lock(&mut transaction, *organisation, *identity);
        }
        let asks = [still, Ask::new(ACCOUNT, [user.0.into()]), memberships_of(user)];
        let [still, account, memberships] = transaction.ask_all(asks).await?;
        if still.rows.is_empty() {
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
        transaction.commit().await?;
        Ok(Some(Started { session, profile: Profile { account, memberships } }))
    }

    async fn rotate(&self, rotation: &Rotation, at: DateTime<Utc>) -> Result<Option<Rotated>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        let rotated = refresh_tokens::rotate(&mut transaction, rotation, at).await?;
        // Commit on refusal too, so that reuse of a rotated token revokes the session.
        transaction.commit().await?;
        Ok(rotated)
    }

    async fn session_of(&self, token: SecretDigest, at: DateTime<Utc>) -> Result<Option<(SessionId, UserId)>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
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
        let sql = "update session set ended_at = $2 where ended_at is null
            and id = (select session_id from refresh_token where hash = $1)";
        transaction.run(sql, [digest(token), at.into()]).await?;
        transaction.commit().await
    }

    async fn add_operator(&self, account: &Account, password_hash: &str) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.add_user(account, password_hash, None, Some(account.created_at)).await?;
        transaction.commit().await
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
        transaction.commit().await?;
        Ok(true)
    }

    async fn confirm_email(&self, email: &Email, password_hash: Option<&str>, at: DateTime<Utc>) -> Result<bool> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let sql = "update user_account set email_confirmed_at = coalesce(email_confirmed_at, $2),
            password_hash = coalesce($3, password_hash) where email = $1 returning id, password_hash";
        let values = [email.as_str().into(), at.into(), password_hash.into()];
        let known: Option<CredentialsRow> = transaction.row(sql, values).await?;
        if let (Some(user), Some(_)) = (&known, password_hash) {
            end_sessions(&mut transaction, user.id.into(), at).await?;
            recovery::withdraw_requests(&mut transaction, user.id.into()).await?;
        }
        transaction.commit().await?;
        Ok(known.is_some())
    }

    async fn own(&self, caller: &Caller, writes: bool, at: DateTime<Utc>) -> Result<UncheckedAccount> {
        let transaction = self.begin(if writes { TransactionKind::Write } else { TransactionKind::Read }).await?;
        own_account::open(transaction, self.jobs.clone(), caller, at).await
    }
}

/// The condition on the user's row under which this proof still holds, with its value `$2`.
fn still_holds(proof: &LogInProof) -> (&'static str, Value) {
    match proof {
        LogInProof::Password(hash) => ("password_hash = $2", hash.as_str().into()),
        LogInProof::Identity { identity, .. } => (identities::HOLDS, identity.0.into()),
    }
}

async fn insert(
    transaction: &mut Transaction,
    session: &Session,
    proof: &LogInProof,
    refresh_token: SecretDigest,
) -> Result<()> {
    let (identity, provider_session) = match proof {
        LogInProof::Password(_) => (None, None),
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
const MEMBERSHIPS: &str = "select organisation_id, name, admin, coach, client, client_id, admins_need_second_factor,
        coaches_need_second_factor from own_membership
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
fn see_own(transaction: &mut Transaction, user: UserId) {
    transaction.set("select set_config('app.self_id', $1, true)", user.0.to_string());
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
