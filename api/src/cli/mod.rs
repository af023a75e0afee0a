//! The command line.

mod demo;
mod healthcheck;
pub mod import;
mod operator;
mod password;
mod serve;

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
    /// A TOML file with settings; environment variables come first. See docs/configuration.md.
    #[arg(long, env = "OMRINGD_CONFIG", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the API. The default.
    Serve,
    /// Serves the API with an organisation, a coach, clients and maps to play with, in a database of its own.
    Demo {
        /// The port, instead of that of the settings; 0 is one that is free.
        #[arg(long)]
        port: Option<u16>,
        #[command(flatten)]
        options: demo::Options,
    },
    /// Makes the data of the demo at an address; `demo` runs this.
    #[command(hide = true)]
    DemoData {
        address: SocketAddr,
        #[command(flatten)]
        options: demo::Options,
    },
    /// Brings the database up to date and stops.
    Migrate,
    /// Brings tables from elsewhere onto clients' maps, with a file that says what their columns mean.
    Import(import::Import),
    /// The platform's operators.
    #[command(subcommand)]
    Operator(operator::Command),
    /// The keys that sign access tokens.
    #[command(subcommand)]
    Keys(Keys),
    /// Prints the OpenAPI document.
    Openapi,
    /// Asks the running service whether it is ready; for containers.
    Healthcheck,
}

#[derive(Debug, Subcommand)]
enum Keys {
    /// Lets the next key sign, keeps the present one to verify with, and makes a new next one.
    Rotate,
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
                    made => println!("{made} migration(s) made: the database is up to date"),
                }
                Ok(())
            }
            Command::Import(order) => import::run(&config, order).await,
            Command::Operator(command) => operator::run(&config, command).await,
            Command::Keys(Keys::Rotate) => {
                crate::auth::KeyDirectory::new(config.key_directory()?).rotate()?;
                println!("the next key signs from now on; running processes follow within a minute");
                Ok(())
            }
            Command::Openapi => Ok(()),
            Command::Healthcheck => healthcheck::healthcheck(&config),
        }
    })
}

/// SIGXFSZ on Linux and macOS.
const FILE_SIZE_SIGNAL: i32 = 25;

/// Makes a write past the limit of a file's size (`ulimit -f`) an error: by default its signal ends the process.
fn fail_at_file_size_limit() -> std::io::Result<()> {
    // The handler outlives the stream.
    signal(SignalKind::from_raw(FILE_SIZE_SIGNAL)).map(drop)
}
