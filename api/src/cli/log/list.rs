//! `omringd log list`.

use crate::config::Config;
use crate::server::{self, StartError};
use chrono::{DateTime, Utc};
use clap::Args;
use domain::access_log;
use domain::access_log::seals::{LogRecord, ReadRecord};
use serde::Serialize;
use std::io::{BufWriter, Write};
use uuid::Uuid;

/// Which lines to print; all by default.
#[derive(Debug, Args)]
pub(in crate::cli) struct Wanted {
    /// Only lines of this organisation. Log-ins and commands of the operator belong to none: theirs is the nil id,
    /// 00000000-0000-0000-0000-000000000000.
    #[arg(long)]
    organisation: Option<Uuid>,
    /// Only lines of this user.
    #[arg(long)]
    user: Option<Uuid>,
    /// Only lines about this client.
    #[arg(long)]
    client: Option<Uuid>,
    /// Only lines from this instant, such as 2026-11-27T00:00:00Z.
    #[arg(long)]
    from: Option<DateTime<Utc>>,
    /// Only lines before this instant.
    #[arg(long)]
    until: Option<DateTime<Utc>>,
}

impl Wanted {
    fn has(&self, line: &LogRecord) -> bool {
        self.organisation.is_none_or(|organisation| line.organisation.0 == organisation)
            && self.user.is_none_or(|user| line.user == Some(user))
            && self.client.is_none_or(|client| line.client == Some(client))
            && self.from.is_none_or(|from| line.at >= from)
            && self.until.is_none_or(|until| line.at < until)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LineView<'a> {
    id: Uuid,
    at: DateTime<Utc>,
    organisation_id: Uuid,
    kind: &'a str,
    operation: &'a str,
    outcome: &'a str,
    user_id: Option<Uuid>,
    session_id: Option<Uuid>,
    integration_id: Option<Uuid>,
    capacity: Option<&'a str>,
    basis: Option<&'a str>,
    client_id: Option<Uuid>,
    target_id: Option<Uuid>,
    request_id: Option<&'a str>,
    address: Option<&'a str>,
}

impl<'a> From<&'a LogRecord> for LineView<'a> {
    fn from(line: &'a LogRecord) -> Self {
        Self {
            id: line.position.id,
            at: line.at,
            organisation_id: line.organisation.0,
            kind: &line.kind,
            operation: &line.operation,
            outcome: &line.outcome,
            user_id: line.user,
            session_id: line.session,
            integration_id: line.integration,
            capacity: line.capacity.as_deref(),
            basis: line.basis.as_deref(),
            client_id: line.client,
            target_id: line.target,
            request_id: line.request.as_deref(),
            address: line.address.as_deref(),
        }
    }
}

/// Prints the wanted lines.
///
/// # Errors
/// If the database cannot be read, a line is damaged, or nobody reads the output.
pub(super) async fn list(config: &Config, wanted: &Wanted) -> Result<(), StartError> {
    let (ports, database) = server::connect(config).await?;
    let (mut out, mut result) = (BufWriter::new(std::io::stdout()), Ok(()));
    let mut print = |read: ReadRecord| {
        if result.is_ok() {
            result = write(&mut out, wanted, &read);
        }
    };
    let done = access_log::hand_over(&ports, &database, &mut print).await;
    ports.audit_log.flush().await?;
    database.close().await;
    done?;
    result?;
    Ok(out.flush()?)
}

fn write(out: &mut impl Write, wanted: &Wanted, read: &ReadRecord) -> Result<(), StartError> {
    let line = read
        .record
        .as_ref()
        .ok_or_else(|| format!("the line {} cannot be read: run `omringd log verify`", read.position.id))?;
    if wanted.has(line) {
        serde_json::to_writer(&mut *out, &LineView::from(line))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
