use super::password::password;
use crate::config::Config;
use crate::server::{self, Failure};
use clap::Subcommand;
use domain::accounts::{self, Email};
use domain::{Password, ShortText};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Creates an operator. The password comes from OMRINGD_OPERATOR_PASSWORD, or as a line on standard input.
    Create {
        /// The email address to log in with.
        #[arg(long)]
        email: String,
        /// The operator's name.
        #[arg(long)]
        name: String,
    },
}

#[expect(clippy::print_stdout, reason = "the answer of a command")]
pub(super) async fn run(config: &Config, command: Command) -> Result<(), Failure> {
    let Command::Create { email, name } = command;
    let email = Email::new(email).map_err(|_| "--email: not an email address")?;
    let name = ShortText::new(name).map_err(|error| format!("--name: {error}"))?;
    let password = Password::chosen(&password("OMRINGD_OPERATOR_PASSWORD")?)
        .ok_or("the password must have 12 to 200 characters")?;
    server::migrate(config).await?;
    let (ports, database) = server::wire(config).await?;
    let id = accounts::create_operator(&ports, email, name, &password).await?;
    database.close().await?;
    println!("{id}");
    Ok(())
}
