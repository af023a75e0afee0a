//! Rows of accounts, memberships and sessions.

use crate::engine::rows;
use crate::repository::{email, text, word};
use chrono::{DateTime, Utc};
use domain::access::Roles;
use domain::accounts::{Account, Membership};
use domain::sessions::{Factors, Session};
use domain::{Error, Result};
use uuid::Uuid;

rows! {
    pub(super) struct CredentialsRow {
        pub(super) id: Uuid,
        pub(super) password_hash: String,
    }
}

rows! {
    pub(super) struct IdRow {
        pub(super) id: Uuid,
    }
}

rows! {
    pub(super) struct AccountRow {
        id: Uuid,
        email: String,
        name: String,
        language: String,
        operator: bool,
        has_second_factor: bool,
        needs_second_factor: bool,
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
            has_second_factor: row.has_second_factor,
            needs_second_factor: row.needs_second_factor,
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
        phone: Option<String>,
        admin: bool,
        coach: bool,
        client: bool,
        client_id: Option<Uuid>,
        admins_need_second_factor: bool,
        coaches_need_second_factor: bool,
    }
}

impl TryFrom<MembershipRow> for Membership {
    type Error = Error;

    fn try_from(row: MembershipRow) -> Result<Self> {
        Ok(Self {
            organisation_id: row.organisation_id.into(),
            name: text(row.name)?,
            phone: row.phone.map(text).transpose()?,
            roles: Roles { admin: row.admin, coach: row.coach, client: row.client },
            client_id: row.client_id.map(Into::into),
            needs_second_factor: (row.admins_need_second_factor && row.admin)
                || (row.coaches_need_second_factor && row.coach),
        })
    }
}

rows! {
    pub(super) struct SessionRow {
        pub(super) id: Uuid,
        user_id: Uuid,
        organisation_id: Option<Uuid>,
        confined_to: Option<Uuid>,
        kind: String,
        device_name: Option<String>,
        network: Option<String>,
        factors: i16,
        confirmed_at: Option<DateTime<Utc>>,
        created_at: DateTime<Utc>,
        used_at: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    }
}

impl TryFrom<SessionRow> for Session {
    type Error = Error;

    fn try_from(row: SessionRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            user_id: row.user_id.into(),
            organisation_id: row.organisation_id.map(Into::into),
            confined_to: row.confined_to.map(Into::into),
            kind: word(&row.kind)?,
            device_name: row.device_name.map(text).transpose()?,
            network: row.network,
            factors: Factors::from_bits(row.factors),
            confirmed_at: row.confirmed_at,
            created_at: row.created_at,
            used_at: row.used_at,
            expires_at: row.expires_at,
        })
    }
}
