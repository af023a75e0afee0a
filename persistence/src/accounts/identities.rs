//! Identities at providers, of the user whose account the transaction is about.

use crate::engine::{Ask, FromRow, rows};
use crate::repository::text;
use crate::transaction::{Queries, Transaction};
use chrono::{DateTime, Utc};
use domain::identities::{NewIdentity, OwnIdentity};
use domain::{IdentityId, OrganisationId, Result, UserId};
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        provider_id: Uuid,
        provider: String,
        organisation_id: Uuid,
        created_at: DateTime<Utc>,
        used_at: Option<DateTime<Utc>>,
    }
}

rows! {
    struct Owner {
        organisation_id: Uuid,
    }
}

/// The condition on the user's row under which the word of a provider still holds for identity `$2`: it is linked, its
/// provider enabled, and the user on the staff of its active organisation. For a transaction in that organisation.
pub(super) const HOLDS: &str = "exists (select 1 from provider_identity i
    join identity_provider p on p.organisation_id = i.organisation_id and p.id = i.provider_id
    join organisation o on o.id = i.organisation_id
    join member m on m.organisation_id = i.organisation_id and m.user_id = i.user_id
    where i.id = $2 and i.user_id = user_account.id and p.enabled and o.status = 'active' and (m.admin or m.coach))";

/// Enters the organisation and locks the identity and its provider: a concurrent unlinking or disabling, which ends their
/// sessions, then ends the new one too.
pub(super) fn lock(transaction: &mut Transaction, organisation: OrganisationId, identity: IdentityId) {
    transaction.enter(Some(organisation));
    if transaction.postgres() {
        let sql = "select i.id from provider_identity i
            join identity_provider p on p.organisation_id = i.organisation_id and p.id = i.provider_id
            where i.organisation_id = $1 and i.id = $2 for share";
        transaction.queue(Ask::new(sql, [organisation.0.into(), identity.0.into()]), None);
    }
}

/// Who unlinks an identity, and so whose sessions end.
pub(crate) enum Holder {
    User(UserId),
    Organisation(OrganisationId),
}

/// Ends the sessions that an identity of this holder began.
pub(crate) fn end_sessions_of(holder: Holder, id: IdentityId, at: DateTime<Utc>) -> Ask {
    let (column, holder) = match holder {
        Holder::User(user) => ("user_id", user.0),
        Holder::Organisation(organisation) => ("confined_to", organisation.0),
    };
    let sql = format!("update session set ended_at = $3 where {column} = $1 and identity_id = $2 and ended_at is null");
    Ask::new(sql, [holder.into(), id.0.into(), at.into()])
}

pub(super) async fn list_own(transaction: &mut Transaction, user: UserId) -> Result<Vec<OwnIdentity>> {
    let sql = "select i.id, i.provider_id, p.name as provider, i.organisation_id, i.created_at, i.used_at
        from provider_identity i
        join identity_provider p on p.organisation_id = i.organisation_id and p.id = i.provider_id
        where i.user_id = $1 order by i.id";
    let rows: Vec<Row> = transaction.rows(sql, [user.0.into()]).await?;
    rows.into_iter().map(identity).collect()
}

pub(super) async fn link_own(transaction: &mut Transaction, user: UserId, new: &NewIdentity) -> Result<bool> {
    transaction.enter(Some(new.organisation));
    let sql = "insert into provider_identity (organisation_id, id, provider_id, user_id, subject, created_at)
        select organisation_id, $2, $3, user_id, $4, $5 from member
        where organisation_id = $1 and user_id = $6 and (admin or coach)";
    let values = [new.id.0.into(), new.provider.0.into(), new.subject.as_str().into(), new.at.into(), user.0.into()];
    Ok(transaction.run_in(new.organisation, sql, values).await? == 1)
}

pub(super) async fn unlink_own(
    transaction: &mut Transaction,
    user: UserId,
    id: IdentityId,
    at: DateTime<Utc>,
) -> Result<Option<OrganisationId>> {
    // In this order: a log-in that is under way has locked the identity, and its session exists by then.
    let sql = "delete from provider_identity where id = $1 and user_id = $2 returning organisation_id";
    let delete = Ask::new(sql, [id.0.into(), user.0.into()]);
    let [deleted, _] = transaction.ask_all([delete, end_sessions_of(Holder::User(user), id, at)]).await?;
    let owner = deleted.rows.first().map(Owner::from_row).transpose()?;
    Ok(owner.map(|owner| owner.organisation_id.into()))
}

fn identity(row: Row) -> Result<OwnIdentity> {
    Ok(OwnIdentity {
        id: row.id.into(),
        provider_id: row.provider_id.into(),
        provider: text(row.provider)?,
        organisation_id: row.organisation_id.into(),
        created_at: row.created_at,
        used_at: row.used_at,
    })
}
