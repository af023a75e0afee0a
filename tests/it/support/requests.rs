//! Rows of requests of a way back in.

use super::seed::{Seeder, id};
use uuid::Uuid;

impl Seeder<'_> {
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
