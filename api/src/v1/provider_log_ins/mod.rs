//! `/v1/provider-log-ins`: logging in with an identity provider.

mod begin;
mod complete;
mod dto;

use crate::routing::Routes;
pub(super) use dto::{BegunView, CallbackBody};

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(begin::begin_provider_log_in).service(complete::complete_provider_log_in);
}
