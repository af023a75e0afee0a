use super::Overview;
use crate::access::Granted;
use crate::{ClientId, Result};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

/// The overviews of one organisation's clients.
#[async_trait]
pub trait Overviews: Send {
    /// Returns the overview of a client at this instant, in one round trip.
    ///
    /// `None` if the client does not exist. Private data is included if requested. `today` is the date in the
    /// organisation's time zone.
    async fn overview(
        &mut self,
        client: &Granted<ClientId>,
        private_too: bool,
        at: DateTime<Utc>,
        today: NaiveDate,
    ) -> Result<Option<Overview>>;
}
