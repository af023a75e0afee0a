//! The rights of clients in the seeded world.

use super::samples::Owners;
use super::seed::{Row, Seeder, id};
use chrono::TimeDelta;
use serde_json::json;
use uuid::Uuid;

impl Seeder<'_> {
    /// A restriction that was lifted, a legal hold that was released and a request for access, of the client; a request for erasure of
    /// another client that waits; and the erasure of a third. None of them stands in the way of anything.
    pub(super) fn rights(&mut self, of: &Owners) -> [Uuid; 5] {
        let recorded =
            |at| -> Row { vec![("manner", "on-paper".into()), ("asked_at", at), ("recorded_by", of.coach.into())] };
        let at = self.at;
        let new = |more: Vec<Row>| -> (Uuid, Row) {
            let id = id();
            let own: Row = vec![("organisation_id", of.organisation.into()), ("id", id.into())];
            (id, std::iter::once(own).chain(more).flatten().collect())
        };
        let lifted: Row = vec![
            ("client_id", of.client.into()),
            ("recorded_at", at.into()),
            ("lifting_manner", "by-phone".into()),
            ("lifting_asked_at", at.into()),
            ("lifted_by", of.coach.into()),
            ("lifted_at", at.into()),
        ];
        let (restriction, row) = new(vec![recorded(at.into()), lifted]);
        self.put("restriction", row);
        let waiting: Row = vec![
            ("client_id", of.other_client.into()),
            ("recorded_at", at.into()),
            ("erases_at", (at + TimeDelta::days(7)).into()),
        ];
        let (request, row) = new(vec![recorded(at.into()), waiting]);
        self.put("erasure_request", row);
        let erased: Row = vec![
            ("client_id", id().into()),
            ("recorded_at", at.into()),
            ("basis", "request".into()),
            ("erased_at", at.into()),
            ("counts", ERASED.into()),
        ];
        let (erasure, row) = new(vec![recorded(at.into()), erased]);
        self.put("erasure", row);
        let own: Row = vec![("client_id", of.client.into()), ("recorded_at", at.into())];
        let (access, row) = new(vec![recorded(at.into()), own]);
        self.put("access_request", row);
        [restriction, request, self.legal_hold(of), erasure, access]
    }

    fn legal_hold(&mut self, of: &Owners) -> Uuid {
        let (hold, at) = (id(), self.at);
        let says = json!({ "reason": "Er loopt een klacht." }).to_string();
        let row: Row = vec![
            ("organisation_id", of.organisation.into()),
            ("id", hold.into()),
            ("client_id", of.client.into()),
            ("sealed", self.keys.seal(of.client, "legal_hold", hold, &says).into()),
            ("until", (at + TimeDelta::days(365)).into()),
            ("placed_by", of.admin.into()),
            ("placed_at", at.into()),
            ("released_by", of.admin.into()),
            ("released_at", at.into()),
        ];
        self.put("legal_hold", row);
        hold
    }
}

/// The counts of a receipt, as they are stored.
const ERASED: &str = r#"{"persons":3,"maps":1,"supporters":3,"ties":1,"agreements":2,"reflections":1,"cards":2,"coachNotes":1,"consents":1,"assignments":1}"#;
