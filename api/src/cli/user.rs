//! `omringd user`: what the operator does with accounts, on the server.

use super::operator::{NO_ACCOUNT, address, in_words, new_password};
use crate::config::Config;
use crate::server::{self, StartError};
use clap::{Args, Subcommand};
use domain::accounts::{self, ListedAccount};
use domain::{MAX_PAGE, PageRequest, Ports};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Prints every account, separated by tabs: id, email address, name, and whether it is an operator, has a second factor, is
    /// disabled, and when it was last used.
    List,
    /// Sets a new password, from OMRINGD_NEW_PASSWORD, from a prompt, or, if standard input is not a terminal, from its next line.
    /// Ends every session, and does not touch second factors.
    SetPassword(Account),
    /// Disables an account: ends every session, and nobody logs in with it. Memberships stay.
    Disable(Account),
    /// Enables a disabled account again.
    Enable(Account),
    /// Removes every second factor and recovery code of an account whose holder lost them, and ends every session. Make sure
    /// first, in person, that it is the holder who asks.
    RemoveSecondFactors(Account),
}

/// An account by its address.
#[derive(Debug, Args)]
pub(super) struct Account {
    /// Email address of the account.
    #[arg(long)]
    email: String,
}

#[expect(clippy::print_stdout, reason = "the answer of a command")]
pub(super) async fn run(config: &Config, command: Command) -> Result<(), StartError> {
    server::migrate(config).await?;
    let (ports, database) = server::connect(config).await?;
    let answer = answer(&ports, command).await;
    ports.audit_log.flush().await?;
    database.close().await;
    println!("{}", answer?);
    Ok(())
}

async fn answer(ports: &Ports, command: Command) -> Result<String, StartError> {
    let (known, done) = match command {
        Command::List => return list(ports).await,
        Command::SetPassword(account) => {
            let (email, password) = (address(account.email)?, new_password("OMRINGD_NEW_PASSWORD")?);
            (accounts::set_password(ports, &email, &password).await.map_err(in_words)?, "changed")
        }
        Command::Disable(account) => (accounts::set_disabled(ports, &address(account.email)?, true).await?, "disabled"),
        Command::Enable(account) => (accounts::set_disabled(ports, &address(account.email)?, false).await?, "enabled"),
        Command::RemoveSecondFactors(account) => {
            (accounts::remove_second_factors(ports, &address(account.email)?).await?, "removed")
        }
    };
    if known { Ok(done.to_owned()) } else { Err(NO_ACCOUNT.into()) }
}

async fn list(ports: &Ports) -> Result<String, StartError> {
    let (mut lines, mut after) =
        (vec!["id\temail\tname\toperator\tsecond factor\tdisabled\tlast used".to_owned()], None);
    loop {
        let page = accounts::list(ports, PageRequest::new(MAX_PAGE, after)).await?;
        lines.extend(page.items.iter().map(line));
        after = page.next;
        if after.is_none() {
            return Ok(lines.join("\n"));
        }
    }
}

fn line(account: &ListedAccount) -> String {
    let yes = |is: bool| if is { "yes" } else { "no" };
    let instant = |at: Option<chrono::DateTime<chrono::Utc>>| at.map_or_else(|| "-".to_owned(), |at| at.to_rfc3339());
    [
        account.id.to_string(),
        account.email.as_str().to_owned(),
        account.name.as_str().to_owned(),
        yes(account.operator).to_owned(),
        yes(account.has_second_factor).to_owned(),
        instant(account.disabled_at),
        instant(account.used_at),
    ]
    .join("\t")
}
