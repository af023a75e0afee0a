//! Rows of requests: of a way back in, and of the access log.

use super::seed::{Seeder, id};
use uuid::Uuid;

impl Seeder<'_> {
    /// A line of the access log.
    pub(super) fn log_line(&mut self, organisation: Uuid, user: Uuid, client: Uuid) {
        let line = vec![
            ("organisation_id", organisation.into()),
            ("id", id().into()),
            ("at", self.at.into()),
            ("kind", "action".into()),
            ("operation", "read-client".into()),
            ("outcome", "done".into()),
            ("user_id", user.into()),
            ("capacity", "coach".into()),
            ("basis", "assignment".into()),
            ("client_id", client.into()),
        ];
        self.put("access_log", line);
    }

    /// Requests of a way back in, without a secret.
    pub(super) fn requests(&mut self, organisation: Uuid, user: Uuid) {
        for (table, address) in [("password_reset", "reset"), ("email_change", "change")] {
            let row = vec![
                ("user_id", user.into()),
                ("email", format!("{address}@{organisation}.test").into()),
                ("id", id().into()),
                ("requested_at", self.at.into()),
                ("expires_at", self.at.into()),
            ];
            self.put(table, row);
        }
        let code = vec![
            ("id", id().into()),
            ("ticket_hash", id().as_bytes().to_vec().into()),
            ("email", format!("code@{organisation}.test").into()),
            ("tries", 0_i16.into()),
            ("expires_at", self.at.into()),
        ];
        self.put("log_in_code", code);
        let ceremony = vec![
            ("owner", user.into()),
            ("kind", "confirmation".into()),
            ("slot", 0_i16.into()),
            ("secret_hash", id().as_bytes().to_vec().into()),
            ("state", vec![0_u8; 48].into()),
            ("expires_at", self.at.into()),
        ];
        self.put("passkey_ceremony", ceremony);
    }
}
