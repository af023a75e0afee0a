use crate::queue::{ENQUEUE, columns};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::Result;
use domain::jobs::{Jobs, NewJob};

#[async_trait]
impl Jobs for Unit {
    async fn enqueue(&mut self, job: &NewJob) -> Result<()> {
        // The organisation of the transaction, even if the job names another.
        let ask = self.statement(ENQUEUE, columns(job));
        self.queue(ask, None);
        self.enqueued = true;
        Ok(())
    }
}
