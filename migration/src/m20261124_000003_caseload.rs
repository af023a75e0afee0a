//! What finds the maps a coach may see of a client, newest first and by review date, past those kept private.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, INDEXES)
}

const INDEXES: &str = "
create index ix_map__client_review on map (organisation_id, client_id, review_on) where not private and review_on is not null;
create index ix_map__client_shown on map (organisation_id, client_id, updated_at, id) where not private;
";
