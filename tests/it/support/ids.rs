//! Ids by name: the parameters of the paths, and what only bodies name.

use super::content::Content;
use super::seed::{Organisation, id};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The ids that paths and bodies name.
#[derive(Clone, Debug)]
pub(crate) struct Ids(BTreeMap<&'static str, Uuid>);

impl Ids {
    /// The ids of an organisation's world, with this map and what is on it.
    pub(crate) fn of(organisation: &Organisation, content: &Content) -> Self {
        let (o, c) = (organisation, content);
        let mut ids = o.ids.clone();
        ids.extend([
            ("organisationId", o.id),
            ("sessionId", o.admin.session),
            ("memberId", o.coach.member.unwrap()),
            ("coachUserId", o.other_coach.user),
            ("assignmentId", o.assignment_id),
            ("clientId", o.client_id),
            ("mapId", c.map),
            ("personId", c.person),
            ("unplacedPersonId", c.unplaced_person),
            ("supporterId", c.supporter),
            ("otherSupporterId", c.other_supporter),
            ("untiedSupporterId", c.untied_supporter),
            ("tieId", c.tie),
            ("agreementId", c.agreement),
            ("reflectionId", c.reflection),
            ("cardId", c.card),
            ("otherCardId", c.other_card),
        ]);
        Self(ids)
    }

    /// Ids of nothing, under the same names.
    pub(crate) fn unknown(&self) -> Self {
        Self(self.0.keys().map(|name| (*name, id())).collect())
    }

    #[track_caller]
    pub(crate) fn get(&self, name: &str) -> Uuid {
        *self.0.get(name).unwrap_or_else(|| panic!("no id for {name}: seed one under this name"))
    }
}
