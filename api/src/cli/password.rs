use crate::server::StartError;
use std::io::{BufRead, IsTerminal};

/// Reads a password, as [`secret_line`] does.
pub(super) fn password(variable: &str) -> Result<String, StartError> {
    secret_line("Password", variable)
}

/// Reads a secret from this variable, from a hidden prompt on the terminal, or from the next line of standard input. Never
/// from an argument: every user can see those in the process list.
pub(super) fn secret_line(what: &str, variable: &str) -> Result<String, StartError> {
    if let Ok(secret) = std::env::var(variable) {
        return Ok(secret);
    }
    if std::io::stdin().is_terminal() {
        return Ok(rpassword::prompt_password(format!("{what} ({variable}): "))?);
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// Reads a new password in the same way; a terminal prompts for it twice.
pub(super) fn new_password(variable: &str) -> Result<String, StartError> {
    let first = password(variable)?;
    if std::env::var_os(variable).is_none()
        && std::io::stdin().is_terminal()
        && rpassword::prompt_password("Repeat the password: ")? != first
    {
        return Err("the two passwords differ".into());
    }
    Ok(first)
}
