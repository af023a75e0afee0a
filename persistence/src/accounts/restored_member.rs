//! A new way in for a member who lost every one.

use super::{end_sessions, recovery, second_factors, see_own, unconfirmed};
use crate::engine::rows;
use crate::transaction::Transaction;
use chrono::{DateTime, Utc};
use domain::{MemberId, OrganisationId, Result, UserId};
use uuid::Uuid;

rows! {
    struct Restored {
        id: Uuid,
        only_here: bool,
    }
}

impl Transaction {
    /// Sets the password of this member's account, and ends every session. Returns `false` if there is no such member.
    ///
    /// Second factors end only if no other organisation and not the platform relies on them: an administrator may control
    /// the mailboxes of their organisation.
    pub(crate) async fn restore_member(
        &mut self,
        organisation: OrganisationId,
        member: MemberId,
        user: UserId,
        hash: &str,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        see_own(self, user);
        unconfirmed::remove_other_ways_in(self, user);
        let sql = "update user_account set password_hash = $4, email_confirmed_at = coalesce(email_confirmed_at, $5)
            where id = $3 and disabled_at is null and exists (select 1 from own_membership
                where organisation_id = $1 and member_id = $2 and user_id = $3)
            returning id, not operator and not exists (select 1 from own_membership
                where user_id = $3 and organisation_id <> $1) as only_here";
        let values = [organisation.0.into(), member.0.into(), user.0.into(), hash.into(), at.into()];
        let Some(restored) = self.row::<Restored>(sql, values).await? else { return Ok(false) };
        if restored.only_here {
            second_factors::remove_all(self, restored.id.into()).await?;
        }
        end_sessions(self, user, at).await?;
        recovery::withdraw_requests(self, user).await?;
        Ok(true)
    }
}
