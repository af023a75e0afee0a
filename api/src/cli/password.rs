use crate::server::Failure;
use std::io::BufRead;

/// A password from this variable, or as the next line on standard input. Never an argument: those are in everybody's
/// list of processes.
pub(super) fn password(variable: &str) -> Result<String, Failure> {
    if let Ok(password) = std::env::var(variable) {
        return Ok(password);
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
