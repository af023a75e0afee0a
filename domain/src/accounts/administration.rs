//! What the operator does with accounts on the command line; the API exposes none of it.

use super::{Email, guessable};
use crate::audit::{AccountTask, AuditedAccounts};
use crate::jobs::{JobKind, NewJob};
use crate::mail::notice_to_holder;
use crate::{Error, FieldCode, Page, PageRequest, Password, Ports, Result, ShortText, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// An account as the operator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedAccount {
    /// Unique identifier.
    pub id: UserId,
    /// The address of the account.
    pub email: Email,
    /// The user's name.
    pub name: ShortText,
    /// Whether the user operates the platform.
    pub operator: bool,
    /// Whether the account has a second factor.
    pub has_second_factor: bool,
    /// When it was disabled, if it is.
    pub disabled_at: Option<DateTime<Utc>>,
    /// When a session of it was last refreshed, if one is known.
    pub used_at: Option<DateTime<Utc>>,
}

/// Accounts by address, for the command line.
#[async_trait]
pub trait Administration: Send + Sync {
    /// Returns a page of all accounts.
    async fn accounts(&self, page: PageRequest) -> Result<Page<ListedAccount>>;
    /// Sets the password of an account, ends its sessions and withdraws its resets. Returns whether there is one.
    async fn set_password(
        &self,
        email: &Email,
        password_hash: &str,
        notice: Option<&NewJob>,
        at: DateTime<Utc>,
    ) -> Result<bool>;
    /// Disables an account and ends its sessions, or enables it again. Returns whether there is one.
    async fn set_disabled(&self, email: &Email, disabled: bool, at: DateTime<Utc>) -> Result<bool>;
    /// Removes every second factor and recovery code of an account, and ends its sessions. Returns whether there is one.
    async fn remove_second_factors(&self, email: &Email, notice: Option<&NewJob>, at: DateTime<Utc>) -> Result<bool>;
}

/// Returns a page of all accounts.
pub async fn list(ports: &Ports, page: PageRequest) -> Result<Page<ListedAccount>> {
    let list = async |passing: &mut AuditedAccounts| passing.accounts().accounts(page).await;
    ports.audited(AccountTask::ListAccounts, None, list).await
}

/// Sets the password of an account and ends every session. Returns whether there is such an account.
///
/// # Errors
/// [`Error::Invalid`] if the password is easily guessed.
pub async fn set_password(ports: &Ports, email: &Email, password: &Password) -> Result<bool> {
    if guessable(ports, password, email, &[]).await? {
        return Err(Error::invalid("/password", FieldCode::Guessable));
    }
    let (hash, now) = (ports.passwords.hash(password).await?, ports.clock.now());
    let notice = notice_to_holder(ports, JobKind::MailPasswordChanged, now);
    let set =
        async |passing: &mut AuditedAccounts| passing.accounts().set_password(email, &hash, notice.as_ref(), now).await;
    ports.audited(AccountTask::ResetPassword, None, set).await
}

/// Disables an account and ends every session, or enables it again. Returns whether there is such an account.
pub async fn set_disabled(ports: &Ports, email: &Email, disabled: bool) -> Result<bool> {
    let now = ports.clock.now();
    let set = async |passing: &mut AuditedAccounts| passing.accounts().set_disabled(email, disabled, now).await;
    ports.audited(AccountTask::DisableAccount, None, set).await
}

/// Removes every second factor and recovery code of an account, and ends every session.
///
/// Returns whether there is such an account.
pub async fn remove_second_factors(ports: &Ports, email: &Email) -> Result<bool> {
    let now = ports.clock.now();
    let notice = notice_to_holder(ports, JobKind::MailSecondFactorsChanged, now);
    let remove = async |passing: &mut AuditedAccounts| {
        passing.accounts().remove_second_factors(email, notice.as_ref(), now).await
    };
    ports.audited(AccountTask::RemoveSecondFactor, None, remove).await
}
