//! `/v1/passkey-challenges`, `/v1/passkey-sessions` and `/v1/me/passkey…`: adding passkeys, and using them.

mod challenge;
mod create;
mod dto;
mod log_in;
mod options;
mod own_challenge;
mod register;

use crate::routing::Routes;
pub(super) use dto::PasskeyAnswer;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("passkeys", "Passkeys (WebAuthn): a second factor, and a log-in without a password.")
        .service(challenge::request_passkey_challenge)
        .service(log_in::log_in_with_passkey)
        .service(own_challenge::request_own_passkey_challenge)
        .service(register::request_passkey_registration)
        .service(create::add_passkey);
}
