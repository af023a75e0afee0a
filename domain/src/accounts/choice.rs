use super::Email;
use crate::{Password, Ports, Result};

/// Whether a password is easily guessed, given the user's address and other words related to them.
///
/// # Errors
/// [`crate::Error::Busy`] if too many requests are waiting.
pub(crate) async fn guessable(ports: &Ports, password: &Password, email: &Email, words: &[&str]) -> Result<bool> {
    if tells(password, email) {
        return Ok(true);
    }
    let words: Vec<_> = [email.as_str()].into_iter().chain(words.iter().copied()).collect();
    ports.passwords.guessable(password, &words).await
}

/// Whether the password contains the local part of the address, which attackers try first.
fn tells(password: &Password, email: &Email) -> bool {
    let mailbox = email.as_str().split('@').next().unwrap_or_default();
    mailbox.chars().count() >= 4 && password.expose().to_lowercase().contains(mailbox)
}
