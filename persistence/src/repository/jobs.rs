use crate::queue::enqueuing;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::Result;
use domain::jobs::{Jobs, NewJob};

#[async_trait]
impl Jobs for Unit {
    async fn enqueue(&mut self, job: &NewJob) -> Result<()> {
        // An organisation's own, whatever the job says.
        let ask = enqueuing(self.organisation().0, job);
        self.queue(ask, None);
        Ok(())
    }
}
