use super::Email;
use crate::{Password, Ports, Result};

/// Whether a password somebody chooses would soon be guessed by who knows their address and these words of theirs.
///
/// # Errors
/// [`crate::Error::Busy`] while too many wait.
pub(crate) async fn guessable(ports: &Ports, password: &Password, email: &Email, words: &[&str]) -> Result<bool> {
    if tells(password, email) {
        return Ok(true);
    }
    let words: Vec<_> = [email.as_str()].into_iter().chain(words.iter().copied()).collect();
    ports.passwords.guessable(password, &words).await
}

/// Whether the password holds the name of the mailbox: the first thing an attacker tries.
fn tells(password: &Password, email: &Email) -> bool {
    let mailbox = email.as_str().split('@').next().unwrap_or_default();
    mailbox.chars().count() >= 4 && password.expose().to_lowercase().contains(mailbox)
}
