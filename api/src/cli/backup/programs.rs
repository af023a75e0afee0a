//! PostgreSQL's own programs. The password is never among their arguments, which everyone on the machine can read.

use crate::server::StartError;
use persistence::ProgramAddress;
use secrecy::ExposeSecret;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A program of PostgreSQL.
#[derive(Clone, Copy, Debug)]
pub(super) enum Program {
    Dump,
    Restore,
}

impl Program {
    fn name(self) -> &'static str {
        match self {
            Self::Dump => "pg_dump",
            Self::Restore => "pg_restore",
        }
    }

    /// Makes sure that the program is there, and is no older than the server.
    pub(super) fn check(self, server: u32) -> Result<(), StartError> {
        let name = self.name();
        let cure = format!("install postgresql-client-{server} or later, or use the image `omringd-backup`");
        let printed = Command::new(name).arg("--version").stdin(Stdio::null()).output();
        let printed = printed.map_err(|error| {
            let missing = error.kind() == ErrorKind::NotFound;
            if missing { format!("{name} is not installed: {cure}") } else { format!("{name}: {error}") }
        })?;
        let printed = String::from_utf8_lossy(&printed.stdout).into_owned();
        match major(&printed) {
            Some(major) if major >= server => Ok(()),
            Some(major) => {
                Err(format!("{name} is of version {major}, older than the server's {server}: {cure}").into())
            }
            None => Err(format!("{name} --version printed no version: {cure}").into()),
        }
    }

    /// Runs the program at this address with these other arguments.
    pub(super) async fn run(self, address: ProgramAddress, arguments: Vec<String>) -> Result<(), StartError> {
        tokio::task::spawn_blocking(move || self.run_now(&address, &arguments)).await?
    }

    fn run_now(self, address: &ProgramAddress, arguments: &[String]) -> Result<(), StartError> {
        let mut command = Command::new(self.name());
        // Debian's wrapper would otherwise look for a server of this machine.
        command.arg(format!("--dbname={}", address.url)).args(arguments).env("PGHOST", &address.host);
        if let Some(password) = &address.password {
            command.env("PGPASSWORD", password.expose_secret());
        }
        let done = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).output()?;
        if done.status.success() {
            return Ok(());
        }
        // The first error alone: what follows may quote rows.
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        let error = said.lines().find(|line| line.contains("error:")).or_else(|| said.lines().next());
        Err(format!("{} failed: {}", self.name(), error.unwrap_or("it says nothing")).into())
    }
}

/// The major version that `pg_dump --version` prints.
fn major(printed: &str) -> Option<u32> {
    let version = printed.split_once(") ")?.1;
    version.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

/// A path as an argument.
pub(super) fn argument(option: &str, path: PathBuf) -> Result<String, StartError> {
    let path = path.into_os_string().into_string();
    Ok(format!("{option}{}", path.map_err(|path| format!("{}: not UTF-8", path.display()))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_older_than_the_server_is_refused() {
        let refused = Program::Dump.check(99).unwrap_err().to_string();
        assert!(refused.starts_with("pg_dump is ") && refused.contains("install postgresql-client-99"), "{refused}");
    }

    #[test]
    fn the_version_of_a_program_is_read() {
        assert_eq!(major("pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(major("pg_restore (PostgreSQL) 19devel\n"), Some(19));
        assert_eq!(major("something else"), None);
    }
}
