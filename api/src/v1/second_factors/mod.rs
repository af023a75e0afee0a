//! `/v1/me/second-factors` and `/v1/me/recovery-codes`: the caller's second factors.

mod confirm;
mod create;
mod delete;
mod dto;
mod list;
mod recovery_codes;

use crate::routing::Routes;
pub(super) use dto::SecondFactorView;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("second-factors", "Your authenticator apps, passkeys and recovery codes.")
        .service(list::list_second_factors)
        .service(create::add_second_factor)
        .service(confirm::confirm_second_factor)
        .service(delete::remove_second_factor)
        .service(recovery_codes::count_recovery_codes)
        .service(recovery_codes::replace_recovery_codes);
}
