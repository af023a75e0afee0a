//! Rows of accounts, memberships and sessions.

use crate::engine::rows;
use crate::repository::{email, text, word};
use chrono::{DateTime, Utc};
use domain::access::Roles;
use domain::accounts::{Account, Membership};
use domain::sessions::Session;
use domain::{Error, Result};
use uuid::Uuid;

rows! {
    pub(super) struct CredentialsRow {
        pub(super) id: Uuid,
        pub(super) password_hash: String,
    }
}

rows! {
    pub(super) struct AccountRow {
        id: Uuid,
        email: String,
        name: String,
        language: String,
        operator: bool,
        version: i64,
        created_at: DateTime<Utc>,
        updated_at: DateTime<Utc>,
    }
}

impl TryFrom<AccountRow> for Account {
    type Error = Error;

    fn try_from(row: AccountRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            email: email(row.email)?,
            name: text(row.name)?,
            language: word(&row.language)?,
            operator: row.operator,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

rows! {
    pub(super) struct MembershipRow {
        organisation_id: Uuid,
        name: String,
        admin: bool,
        coach: bool,
        client: bool,
        client_id: Option<Uuid>,
    }
}

impl TryFrom<MembershipRow> for Membership {
    type Error = Error;

    fn try_from(row: MembershipRow) -> Result<Self> {
        Ok(Self {
            organisation_id: row.organisation_id.into(),
            name: text(row.name)?,
            roles: Roles { admin: row.admin, coach: row.coach, client: row.client },
            client_id: row.client_id.map(Into::into),
        })
    }
}

rows! {
    pub(super) struct SessionRow {
        pub(super) id: Uuid,
        user_id: Uuid,
        organisation_id: Option<Uuid>,
        created_at: DateTime<Utc>,
        used_at: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    }
}

impl From<SessionRow> for Session {
    fn from(row: SessionRow) -> Self {
        Self {
            id: row.id.into(),
            user_id: row.user_id.into(),
            organisation_id: row.organisation_id.map(Into::into),
            created_at: row.created_at,
            used_at: row.used_at,
            expires_at: row.expires_at,
        }
    }
}
