//! The command line.

pub mod backup;
mod demo;
pub mod doctor;
mod healthcheck;
pub mod import;
mod keys;
pub mod log;
mod operator;
mod password;
mod serve;
mod user;

use crate::config::Config;
use crate::server::{self, StartError};
use clap::{Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use tokio::signal::unix::{SignalKind, signal};

/// The open backend of the MLM-Tool (Mijn Leven Met …?).
#[derive(Debug, Parser)]
#[command(name = "omringd", version)]
struct Arguments {
    /// TOML file with settings; environment variables take precedence. See docs/configuration.md.
    #[arg(long, env = "OMRINGD_CONFIG", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the API. This is the default command.
    Serve,
    /// Serves the API with demo data (an organisation, a coach, clients and maps) in a separate database.
    Demo {
        /// Port, instead of the one in the settings; 0 selects a free port.
        #[arg(long)]
        port: Option<u16>,
        #[command(flatten)]
        options: demo::Options,
    },
    /// Creates the demo data for the service at an address; `demo` runs this.
    #[command(hide = true)]
    DemoData {
        address: SocketAddr,
        #[command(flatten)]
        options: demo::Options,
    },
    /// Applies pending database migrations and exits.
    Migrate,
    /// Imports tables from other systems onto clients' maps, with a mapping file that describes their columns.
    Import(import::Import),
    /// Manages the operators of the platform.
    #[command(subcommand)]
    Operator(operator::Command),
    /// Manages accounts: lists them, and helps a user who cannot log in.
    #[command(subcommand)]
    User(user::Command),
    /// Replaces keys: those that sign access tokens, and those that encrypt what clients write.
    #[command(subcommand)]
    Keys(keys::Command),
    /// Writes a backup of the database to a new directory, while the service runs. It has no keys. See docs/backup.md.
    Backup {
        /// Directory to create.
        directory: PathBuf,
    },
    /// Restores a backup into an empty database, together with the newest keys of organisations: clients who were erased after the
    /// backup are erased again. Then checks everything. Nothing is served before it ends. See docs/backup.md.
    Restore {
        /// Directory of the backup.
        directory: PathBuf,
    },
    /// Verifies the access log.
    #[command(subcommand)]
    Log(log::Command),
    /// Prints the OpenAPI document.
    Openapi,
    /// Checks whether the running service is ready; for containers.
    Healthcheck,
    /// Checks the installation (database, keys, clock, public URL, proxies, disk, file descriptors) and says what to do. Changes
    /// nothing. Exits with 1 if a check fails.
    Doctor {
        /// Prints the checks as JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Runs the command of this process.
#[expect(clippy::print_stderr, reason = "the terminal is where an operator looks")]
pub fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("omringd: {error}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "the answer of a command")]
fn run(arguments: Arguments) -> Result<(), StartError> {
    let command = arguments.command.unwrap_or(Command::Serve);
    if matches!(command, Command::Openapi) {
        println!("{}", crate::document().to_pretty_json()?);
        return Ok(());
    }
    let config = Config::load(arguments.config.as_deref())?;
    let system = actix_web::rt::System::new();
    system.block_on(async {
        fail_at_file_size_limit()?;
        match command {
            Command::Serve => serve::serve(&config).await,
            Command::Demo { port, options } => demo::demo(config, arguments.config.as_deref(), port, options).await,
            Command::DemoData { address, options } => demo::make(config, address, options).await,
            Command::Migrate => {
                match server::migrate_as_owner(&config).await? {
                    0 => println!("the database is up to date"),
                    made => println!("{made} migration(s) applied; the database is up to date"),
                }
                Ok(())
            }
            Command::Import(order) => import::run(&config, order).await,
            Command::Operator(command) => operator::run(&config, command).await,
            Command::User(command) => user::run(&config, command).await,
            Command::Keys(command) => keys::run(&config, command).await,
            Command::Backup { directory } => {
                let made = backup::backup(&config, &directory).await?;
                println!("{}: {} bytes, {} tables", directory.display(), made.bytes, made.rows.len());
                Ok(())
            }
            Command::Restore { directory } => {
                println!("{}", backup::restore(&config, &directory).await?);
                Ok(())
            }
            Command::Log(command) => log::run(&config, command).await,
            Command::Openapi => Ok(()),
            Command::Healthcheck => healthcheck::healthcheck(&config),
            Command::Doctor { json } => doctor::doctor(&config, json).await,
        }
    })
}

/// Serves with these settings until a stop signal, as `omringd serve` does.
///
/// # Errors
/// If the service cannot start, or stops unexpectedly.
pub fn serve(config: &Config) -> Result<(), StartError> {
    actix_web::rt::System::new().block_on(serve::serve(config))
}

/// Number of SIGXFSZ on Linux and macOS.
const FILE_SIZE_SIGNAL: i32 = 25;

/// Turns a write past the file size limit (`ulimit -f`) into an error: by default its signal ends the process.
fn fail_at_file_size_limit() -> std::io::Result<()> {
    // The signal handler outlives the stream.
    signal(SignalKind::from_raw(FILE_SIZE_SIGNAL)).map(drop)
}
