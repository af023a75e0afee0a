use super::password;
use crate::config::Config;
use crate::server::{self, StartError};
use clap::Subcommand;
use domain::accounts::{self, Email};
use domain::{ClientId, Conflict, Error, OrganisationId, Password, Ports, ShortText, log_ins};
use uuid::Uuid;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Creates an operator. The password is read from OMRINGD_OPERATOR_PASSWORD, from a prompt, or, if standard input is not a
    /// terminal, from its next line.
    Create {
        /// Email address to log in with.
        #[arg(long)]
        email: String,
        /// Name of the operator.
        #[arg(long)]
        name: String,
    },
    /// Confirms that an email address belongs to the account holder, so that other organisations can invite the account. Check with
    /// the holder first, not through the organisation that created the account.
    ConfirmEmail {
        /// Email address of the account.
        #[arg(long)]
        email: String,
        /// Transfers the account to the holder of the address: sets a new password, from OMRINGD_NEW_PASSWORD or a line on standard
        /// input, and ends every session; if the address was unconfirmed, second factors and identities at providers end too. For
        /// an account that another person created with this address.
        #[arg(long)]
        new_password: bool,
    },
    /// Confirms a client's new log-in, which gives it access to private data: for an organisation with one administrator.
    ConfirmLogin {
        /// Id of the organisation.
        #[arg(long)]
        organisation: Uuid,
        /// Id of the client.
        #[arg(long)]
        client: Uuid,
    },
}

#[expect(clippy::print_stdout, reason = "the answer of a command")]
pub(super) async fn run(config: &Config, command: Command) -> Result<(), StartError> {
    let task = Task::checked(command)?;
    server::migrate(config).await?;
    let (ports, database) = match task {
        Task::Create(..) => server::connect_as_owner(config).await?,
        Task::ConfirmEmail(..) | Task::ConfirmLogin(..) => server::connect(config).await?,
    };
    let answer = task.run(&ports).await;
    ports.audit_log.flush().await?;
    database.close().await;
    println!("{}", answer?);
    Ok(())
}

/// A command with validated arguments.
enum Task {
    Create(Email, ShortText, Password),
    ConfirmEmail(Email, Option<Password>),
    ConfirmLogin(OrganisationId, ClientId),
}

impl Task {
    fn checked(command: Command) -> Result<Self, StartError> {
        Ok(match command {
            Command::Create { email, name } => {
                let name = ShortText::new(name).map_err(|error| format!("--name: {error}"))?;
                Self::Create(address(email)?, name, new_password("OMRINGD_OPERATOR_PASSWORD")?)
            }
            Command::ConfirmEmail { email, new_password: wanted } => {
                let password = if wanted { Some(new_password("OMRINGD_NEW_PASSWORD")?) } else { None };
                Self::ConfirmEmail(address(email)?, password)
            }
            Command::ConfirmLogin { organisation, client } => Self::ConfirmLogin(organisation.into(), client.into()),
        })
    }

    async fn run(self, ports: &Ports) -> Result<String, StartError> {
        match self {
            Self::Create(email, name, password) => {
                Ok(accounts::create_operator(ports, email, name, &password).await.map_err(in_words)?.to_string())
            }
            Self::ConfirmEmail(email, password) => {
                let known = accounts::confirm_email(ports, &email, password.as_ref()).await.map_err(in_words)?;
                if known { Ok("confirmed".to_owned()) } else { Err(NO_ACCOUNT.into()) }
            }
            Self::ConfirmLogin(organisation, client) => {
                let confirmed = log_ins::confirm_as_operator(ports, organisation, client).await?;
                if confirmed {
                    Ok("confirmed".to_owned())
                } else {
                    Err("--client: this organisation has no such client with a log-in to confirm".into())
                }
            }
        }
    }
}

pub(super) const NO_ACCOUNT: &str = "--email: there is no account with this address";

pub(super) fn address(email: String) -> Result<Email, StartError> {
    Email::new(email).map_err(|error| format!("--email: {error}").into())
}

pub(super) fn new_password(variable: &str) -> Result<Password, StartError> {
    Password::chosen(&password::new_password(variable)?)
        .ok_or_else(|| "the password must have 12 to 200 characters".into())
}

/// Formats the error as a sentence for the terminal.
pub(super) fn in_words(error: Error) -> StartError {
    if matches!(error, Error::Conflict(Conflict::EmailTaken)) {
        return "--email: an account with this address already exists".into();
    }
    if matches!(error, Error::Invalid(_)) {
        return "the password is too easy to guess: use a sentence of your own, without your name, your email address, a \
             date or a well-known word on its own"
            .into();
    }
    error.into()
}
