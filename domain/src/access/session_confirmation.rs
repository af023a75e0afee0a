use super::Action;
use crate::sessions::SessionKind;
use crate::{Error, Result};
use chrono::{DateTime, TimeDelta, Utc};

/// How long ago the user of a session proved who they are, by logging in or by confirming the session.
///
/// Sensitive actions need a recent confirmation in every session (RFC 9470). A session of a device stays open for
/// months: without a confirmation in the last 30 days it only reads what helps on a hard day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionConfirmation {
    kind: SessionKind,
    /// `None` if it never was.
    age: Option<TimeDelta>,
}

impl SessionConfirmation {
    /// Maximum age for sensitive actions.
    pub const FOR_SENSITIVE: TimeDelta = TimeDelta::minutes(10);
    /// Maximum age for most actions in a session of a device.
    pub const ON_DEVICE: TimeDelta = TimeDelta::days(30);

    /// The confirmation of a session of this kind, at `now`.
    #[must_use]
    pub fn new(kind: SessionKind, confirmed_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        Self { kind, age: confirmed_at.map(|confirmed_at| now - confirmed_at) }
    }

    /// Checks that the session may perform the action.
    ///
    /// # Errors
    /// [`Error::ConfirmationRequired`].
    pub(super) fn suffices_for(&self, action: Action) -> Result<()> {
        self.suffices(action.must_be_confirmed(), action.is_on_device())
    }

    /// The same for a sensitive operation, or one that a device may perform without a recent confirmation.
    ///
    /// # Errors
    /// [`Error::ConfirmationRequired`].
    pub(crate) fn suffices(&self, sensitive: bool, on_device: bool) -> Result<()> {
        let required = match self.kind {
            _ if sensitive => Self::FOR_SENSITIVE,
            SessionKind::Device if !on_device => Self::ON_DEVICE,
            SessionKind::Device | SessionKind::Browser => return Ok(()),
        };
        let is_recent = self.age.is_some_and(|age| age <= required);
        if is_recent { Ok(()) } else { Err(Error::ConfirmationRequired(required)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Resource;

    fn needed(kind: SessionKind, age: TimeDelta, action: Action) -> Option<TimeDelta> {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(1000);
        match SessionConfirmation::new(kind, Some(now - age), now).suffices_for(action) {
            Ok(()) => None,
            Err(Error::ConfirmationRequired(required)) => Some(required),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn sensitive_actions_need_a_confirmation_in_the_last_ten_minutes() {
        for kind in [SessionKind::Browser, SessionKind::Device] {
            for action in [Action::ExportClient, Action::Delete(Resource::Client)] {
                assert_eq!(needed(kind, TimeDelta::minutes(10), action), None);
                assert_eq!(needed(kind, TimeDelta::minutes(11), action), Some(SessionConfirmation::FOR_SENSITIVE));
            }
            assert_eq!(needed(kind, TimeDelta::hours(11), Action::Update(Resource::Map)), None);
        }
        let never = SessionConfirmation::new(SessionKind::Browser, None, DateTime::UNIX_EPOCH);
        assert!(never.suffices_for(Action::ExportClient).is_err());
        assert!(never.suffices_for(Action::Read(Resource::Map)).is_ok());
    }

    #[test]
    fn a_device_reads_helpers_cards_and_maps_without_a_recent_confirmation() {
        let old = TimeDelta::days(31);
        let allowed = |action: &Action| needed(SessionKind::Device, old, *action).is_none();
        let verbs = [Action::List, Action::Read, Action::Create, Action::Update, Action::Delete];
        let common = Resource::ALL.iter().flat_map(|resource| verbs.map(|verb| verb(*resource)));
        let names: Vec<_> = common.chain(Action::SPECIAL.iter().copied()).filter(allowed).map(Action::name).collect();
        let expected = ["ReadVocabulary", "ReadClient", "ListMap", "ReadMap", "ListCard", "ReadCard", "FindHelpers"];
        assert_eq!(names, expected);
        assert_eq!(needed(SessionKind::Device, TimeDelta::days(29), Action::Update(Resource::Map)), None);
    }
}
