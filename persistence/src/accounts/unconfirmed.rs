//! Accounts whose address nobody confirmed: another person than its holder may have made them.

use super::lock;
use crate::engine::Ask;
use crate::transaction::{Queries, Transaction};
use domain::UserId;

/// Removes every way into the account but its password, if its address is unconfirmed: the maker's passkey would still log in.
///
/// It comes before the statement that confirms the address for its holder, and row-level security must show the user's rows.
pub(super) fn remove_other_ways_in(transaction: &mut Transaction, user: UserId) {
    transaction.queue(lock(transaction, user), None);
    for table in ["second_factor", "recovery_code", "provider_identity"] {
        let sql = format!(
            "delete from {table} where user_id = $1
                and exists (select 1 from user_account where id = $1 and email_confirmed_at is null)"
        );
        transaction.queue(Ask::new(sql, [user.0.into()]), None);
    }
    let sql = "update user_account set has_second_factor = $2 where id = $1 and email_confirmed_at is null";
    transaction.queue(Ask::new(sql, [user.0.into(), false.into()]), None);
}
