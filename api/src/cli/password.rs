use crate::server::StartError;
use std::io::{BufRead, IsTerminal};

/// A password from this variable, typed at the terminal without being shown, or as the next line on standard input. Never an
/// argument: those are in everybody's list of processes.
pub(super) fn password(variable: &str) -> Result<String, StartError> {
    if let Ok(password) = std::env::var(variable) {
        return Ok(password);
    }
    if std::io::stdin().is_terminal() {
        return Ok(rpassword::prompt_password(format!("Password ({variable}): "))?);
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// The same for a password that is chosen: at a terminal it is typed twice.
pub(super) fn new_password(variable: &str) -> Result<String, StartError> {
    let first = password(variable)?;
    if std::env::var_os(variable).is_none()
        && std::io::stdin().is_terminal()
        && rpassword::prompt_password("The same again: ")? != first
    {
        return Err("the two passwords differ".into());
    }
    Ok(first)
}
