//! Passkeys and their ceremonies. The database decides which of several answers uses up a ceremony or a counter.

use super::own_account::Own;
use super::{OwingDatabase, digest, second_factors, see_holder};
use crate::engine::{Ask, rows};
use crate::transaction::{Queries, Transaction};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::accounts::Email;
use domain::passkeys::{CeremonyKind, NewCeremony, NewPasskey, OwnPasskeys, PasskeyStore, StoredPasskey, UsedPasskey};
use domain::ports::TransactionKind;
use domain::{Result, SecretDigest, UserId};
use uuid::Uuid;

rows! {
    struct PasskeyRow {
        user_id: Uuid,
        credential_id: Vec<u8>,
        secret: Vec<u8>,
    }

    struct StateRow {
        state: Vec<u8>,
    }
}

#[async_trait]
impl PasskeyStore for OwingDatabase {
    async fn passkeys_of(&self, email: &Email) -> Result<Vec<StoredPasskey>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        // Row-level security shows a user's factors to the user only.
        see_holder(&mut transaction, email.as_str());
        let sql = "select f.user_id, f.credential_id, f.secret from user_account u
            join second_factor f on f.user_id = u.id and f.kind = 'passkey'
            where u.email = $1 and u.disabled_at is null order by f.id";
        let rows: Vec<PasskeyRow> = transaction.rows(sql, [email.as_str().into()]).await?;
        transaction.commit().await?;
        Ok(rows.into_iter().map(stored).collect())
    }

    async fn store_ceremony(&self, new: &NewCeremony) -> Result<()> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        transaction.queue(storing(Uuid::nil(), new), None);
        self.complete(transaction).await
    }

    async fn take_ceremony(&self, secret: SecretDigest, at: DateTime<Utc>) -> Result<Option<Vec<u8>>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.present(secret);
        let taken = take(&mut transaction, Uuid::nil(), CeremonyKind::LogIn, secret, at).await?;
        transaction.commit().await?;
        Ok(taken)
    }
}

#[async_trait]
impl OwnPasskeys for Own {
    async fn passkeys(&mut self) -> Result<Vec<StoredPasskey>> {
        let sql = "select user_id, credential_id, secret from second_factor
            where user_id = $1 and kind = 'passkey' order by id";
        let rows: Vec<PasskeyRow> = self.transaction.rows(sql, [self.user.0.into()]).await?;
        Ok(rows.into_iter().map(stored).collect())
    }

    async fn store_ceremony(&mut self, new: &NewCeremony) -> Result<()> {
        self.transaction.queue(storing(self.user.0, new), None);
        Ok(())
    }

    async fn take_ceremony(
        &mut self,
        kind: CeremonyKind,
        secret: SecretDigest,
        at: DateTime<Utc>,
    ) -> Result<Option<Vec<u8>>> {
        take(&mut self.transaction, self.user.0, kind, secret, at).await
    }

    async fn add_passkey(&mut self, new: &NewPasskey) -> Result<bool> {
        let sql = "insert into second_factor
                (id, user_id, kind, name, secret, last_step, confirmed_at, used_at, created_at, credential_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (credential_id) do nothing";
        let (factor, used) = (&new.factor, &new.used);
        let values = [
            factor.id.0.into(),
            self.user.0.into(),
            factor.kind.code().into(),
            factor.name.as_str().into(),
            used.encrypted.clone().into(),
            i64::from(used.counter).into(),
            factor.confirmed_at.into(),
            factor.used_at.into(),
            factor.created_at.into(),
            used.credential_id.clone().into(),
        ];
        if self.transaction.run(sql, values).await? == 0 {
            return Ok(false);
        }
        second_factors::mark(&mut self.transaction, self.user);
        Ok(true)
    }

    async fn use_passkey(&mut self, used: &UsedPasskey, at: DateTime<Utc>) -> Result<bool> {
        store_use(&mut self.transaction, self.user, used, at).await
    }
}

/// One statement decides, so that a counter never goes back. An authenticator that does not count says 0 each time.
pub(super) async fn store_use(
    transaction: &mut Transaction,
    user: UserId,
    used: &UsedPasskey,
    at: DateTime<Utc>,
) -> Result<bool> {
    let sql = "update second_factor set last_step = $3, secret = $4, used_at = $5
        where user_id = $1 and credential_id = $2 and (last_step < $3 or (last_step = 0 and $3 = 0))";
    let values = [
        user.0.into(),
        used.credential_id.clone().into(),
        i64::from(used.counter).into(),
        used.encrypted.clone().into(),
        at.into(),
    ];
    Ok(transaction.run(sql, values).await? == 1)
}

fn storing(owner: Uuid, new: &NewCeremony) -> Ask {
    let sql = "insert into passkey_ceremony (owner, kind, slot, secret_hash, state, expires_at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (owner, kind, slot) do update set secret_hash = excluded.secret_hash, state = excluded.state,
            expires_at = excluded.expires_at";
    let values = [
        owner.into(),
        new.kind.code().into(),
        new.slot.into(),
        digest(new.secret),
        new.encrypted.clone().into(),
        new.expires_at.into(),
    ];
    Ask::new(sql, values)
}

async fn take(
    transaction: &mut Transaction,
    owner: Uuid,
    kind: CeremonyKind,
    secret: SecretDigest,
    at: DateTime<Utc>,
) -> Result<Option<Vec<u8>>> {
    let sql = "delete from passkey_ceremony
        where owner = $1 and kind = $2 and secret_hash = $3 and expires_at > $4 returning state";
    let values = [owner.into(), kind.code().into(), digest(secret), at.into()];
    let taken: Option<StateRow> = transaction.row(sql, values).await?;
    Ok(taken.map(|row| row.state))
}

fn stored(row: PasskeyRow) -> StoredPasskey {
    StoredPasskey { user: row.user_id.into(), credential_id: row.credential_id, encrypted: row.secret }
}
