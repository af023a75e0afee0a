use super::id_list::json;
use crate::queue::{ENQUEUE, columns};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::Result;
use domain::jobs::{Jobs, NewJob};
use sea_orm::DatabaseBackend;
use serde::Serialize;
use uuid::Uuid;

/// What differs between jobs that are enqueued together.
#[derive(Serialize)]
struct Listed {
    id: Uuid,
    subject: Option<Uuid>,
}

/// The jobs as one parameter, of which [`listed`] makes rows.
pub(super) fn list(jobs: &[NewJob]) -> Result<String> {
    json(&jobs.iter().map(|job| Listed { id: job.id.0, subject: job.subject }).collect::<Vec<_>>())
}

/// The rows of the list in `$2`: id, key and subject.
pub(super) fn listed(backend: DatabaseBackend) -> &'static str {
    if backend == DatabaseBackend::Sqlite {
        "(select unhex(value ->> 'id', '-') as id, value ->> 'id' as key, unhex(value ->> 'subject', '-') as subject
            from json_each($2))"
    } else {
        "(select id, id::text as key, subject from json_to_recordset($2::json) as r (id uuid, subject uuid))"
    }
}

#[async_trait]
impl Jobs for Unit {
    async fn enqueue(&mut self, job: &NewJob) -> Result<()> {
        // The organisation of the transaction, even if the job names another.
        let ask = self.statement(ENQUEUE, columns(job));
        self.queue(ask, None);
        self.transaction().enqueued = true;
        Ok(())
    }

    async fn enqueue_all(&mut self, jobs: &[NewJob]) -> Result<()> {
        let Some(shared) = jobs.first() else { return Ok(()) };
        let sql = format!(
            "insert into job (organisation_id, id, kind, key, run_at, given_up, subject_id, attempts)
            select $1, new.id, $3, new.key, $4, $5, new.subject, 0 from {} new",
            listed(self.backend())
        );
        let values = [list(jobs)?.into(), shared.kind.code().into(), shared.run_at.into(), false.into()];
        let ask = self.statement(sql, values).expecting(jobs.len() as u64);
        self.queue(ask, None);
        self.transaction().enqueued = true;
        Ok(())
    }
}
