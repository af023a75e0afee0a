//! The counts that decide the states of a map's steps, as columns of the statement that reads the map.

use crate::dialect::translate;
use crate::engine::rows;
use domain::maps::StepFacts;
use domain::vocabulary::BuiltInSupport;
use domain::{Error, Result};
use sea_orm::DatabaseBackend;
use serde::de::DeserializeOwned;

rows! {
    /// The row of [`columns`].
    pub(super) struct FactsRow {
        everyone_named: Option<bool>,
        every_tie_named: Option<bool>,
        review_planned: bool,
        supporters: String,
        needs: String,
        others: String,
    }
}

/// Each count reads an index that leads with the organisation and the map.
const COLUMNS: &str = "m.everyone_named, m.every_tie_named, m.review_on is not null as review_planned,
        (select {array}(count(*), count(s.closeness), count(*) filter (where s.supports_answered),
                count(*) filter (where s.contact_frequency is not null and s.tension is not null and s.burden is not null),
                count(*) filter (where s.contact_frequency is not null or s.tension is not null or s.burden is not null)){text}
            from supporter s where s.organisation_id = $1 and s.map_id = m.id) as supporters,
        (select {array}(count(*), count(*) filter (where d.support_type in (BUILT_IN))){text}
            from need d where d.organisation_id = $1 and d.map_id = m.id) as needs,
        {array}({bool exists(select 1 from tie i where i.organisation_id = $1 and i.map_id = m.id)},
            {bool exists(select 1 from agreement a where a.organisation_id = $1 and a.map_id = m.id)}){text} as others";

/// The columns for the map `m`, in the dialect of this database. $1 is the organisation.
pub(super) fn columns(backend: DatabaseBackend) -> String {
    let quoted: Vec<_> = BuiltInSupport::CODES.iter().map(|code| format!("'{code}'")).collect();
    translate(backend, &COLUMNS.replace("BUILT_IN", &quoted.join(", ")))
}

impl FactsRow {
    pub(super) fn facts(self) -> Result<StepFacts> {
        let (supporters, placed, supports_answered, situation_answered, situation_begun) = parsed(&self.supporters)?;
        let (needs, built_in_needs) = parsed(&self.needs)?;
        let (ties, agreements) = parsed(&self.others)?;
        Ok(StepFacts {
            everyone_named: self.everyone_named,
            every_tie_named: self.every_tie_named,
            review_planned: self.review_planned,
            supporters,
            placed,
            supports_answered,
            situation_answered,
            situation_begun,
            needs,
            built_in_needs,
            ties,
            agreements,
        })
    }
}

fn parsed<T: DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(Error::internal)
}
