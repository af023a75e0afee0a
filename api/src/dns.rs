//! DNS as this machine is set up to use it, for the records with which organisations prove their domains.

use async_trait::async_trait;
use domain::ports::TxtRecords;
use domain::{Error, Result};
use hickory_resolver::TokioResolver;
use hickory_resolver::proto::rr::RData;
use std::fmt;
use std::sync::OnceLock;
use std::time::Duration;

/// Timeout of one question to one server.
const TIMEOUT: Duration = Duration::from_secs(3);
/// Maximum number of records that are read.
const MAX_RECORDS: usize = 100;

/// The servers of `/etc/resolv.conf`, read when they are first needed.
#[derive(Default)]
pub(crate) struct SystemDns(OnceLock<TokioResolver>);

impl fmt::Debug for SystemDns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SystemDns")
    }
}

impl SystemDns {
    fn resolver(&self) -> Result<&TokioResolver> {
        if let Some(resolver) = self.0.get() {
            return Ok(resolver);
        }
        let mut builder = TokioResolver::builder_tokio().map_err(|error| Error::Unavailable(error.into()))?;
        let options = builder.options_mut();
        (options.timeout, options.attempts, options.cache_size) = (TIMEOUT, 1, 0);
        let resolver = builder.build().map_err(|error| Error::Unavailable(error.into()))?;
        Ok(self.0.get_or_init(|| resolver))
    }
}

#[async_trait]
impl TxtRecords for SystemDns {
    async fn texts(&self, name: &str) -> Result<Vec<String>> {
        // The dot keeps the domain of this machine from being added.
        let found = match self.resolver()?.txt_lookup(format!("{name}.")).await {
            Ok(found) => found,
            Err(error) if error.is_no_records_found() => return Ok(Vec::new()),
            Err(error) => return Err(Error::Unavailable(error.into())),
        };
        let text = |data: &RData| if let RData::TXT(text) = data { Some(text.to_string()) } else { None };
        Ok(found.answers().iter().take(MAX_RECORDS).filter_map(|record| text(&record.data)).collect())
    }
}
