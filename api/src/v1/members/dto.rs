use crate::response::Versioned;
use crate::schema;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::accounts::Email;
use domain::members::{Member, MemberChanges};
use domain::{ShortText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A merge patch (RFC 7396) of a member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateMember {
    /// All roles of the member.
    #[schema(value_type = Vec<schema::MemberRole>, required = false, min_items = 1, max_items = 3)]
    roles: Option<Vec<Role>>,
}

/// A user's membership of the organisation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Member)]
pub(super) struct MemberView {
    id: Uuid,
    /// The user: the `coachId` of an assignment.
    user_id: Uuid,
    #[schema(value_type = schema::ShortText, example = "Marijke Bos")]
    name: ShortText,
    #[schema(value_type = schema::Email, example = "marijke@delinde.example")]
    email: Email,
    #[schema(value_type = Vec<schema::MemberRole>)]
    roles: Vec<Role>,
    /// The client of whom this is the log-in; null if none.
    #[schema(required)]
    client_id: Option<Uuid>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

impl Versioned for MemberView {
    fn version(&self) -> Version {
        self.version
    }
}

impl From<Member> for MemberView {
    fn from(member: Member) -> Self {
        Self {
            id: member.id.0,
            user_id: member.user_id.0,
            name: member.name,
            email: member.email,
            roles: member.roles.iter().collect(),
            client_id: member.client_id.map(|id| id.0),
            created_at: member.created_at,
            updated_at: member.updated_at,
            version: member.version,
        }
    }
}

impl From<UpdateMember> for MemberChanges {
    fn from(member: UpdateMember) -> Self {
        Self { roles: member.roles.map(|roles| roles.into_iter().collect()) }
    }
}
