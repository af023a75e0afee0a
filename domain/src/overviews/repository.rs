use super::Overview;
use crate::access::Granted;
use crate::{ClientId, Result};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

/// The overviews of one organisation's clients.
#[async_trait]
pub trait Overviews: Send {
    /// The overview of a client at this instant, if there is such a client, in one round trip. What the client keeps private
    /// only if that is asked for. Today is the day it is in the organisation.
    async fn overview(
        &mut self,
        client: &Granted<ClientId>,
        private_too: bool,
        at: DateTime<Utc>,
        today: NaiveDate,
    ) -> Result<Option<Overview>>;
}
