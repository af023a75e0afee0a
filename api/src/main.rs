//! `omringd`: the service and what its operator needs.

use api::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
