use crate::extract::Patch;
use crate::response::Versioned;
use crate::schema;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::assignments::{Assignment, AssignmentChanges, NewAssignment, NewAssignments};
use domain::{ClientId, ShortText, UserId, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new assignment of a coach.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateAssignment {
    /// The coach: the `userId` of a member with the role coach.
    coach_id: Uuid,
    /// The basis: a referral, a care plan, the client's consent.
    #[schema(value_type = schema::ShortText, example = "Toestemming cliënt, 3 mei")]
    basis: ShortText,
    /// The start; now by default.
    starts_at: Option<DateTime<Utc>>,
    /// The end, exclusive, if known.
    ends_at: Option<DateTime<Utc>>,
}

/// New assignments of one coach to several clients, with the same start, end and basis.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateAssignments {
    /// The coach: the `userId` of a member with the role coach.
    coach_id: Uuid,
    /// The clients; must be unique.
    #[schema(min_items = 1, max_items = 100, example = json!(["01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d21", "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d22"]))]
    client_ids: Vec<Uuid>,
    /// The basis: a referral, a care plan, the client's consent.
    #[schema(value_type = schema::ShortText, example = "Overdracht van team Noord")]
    basis: ShortText,
    /// The start; now by default.
    starts_at: Option<DateTime<Utc>>,
    /// The end, exclusive, if known.
    ends_at: Option<DateTime<Utc>>,
}

/// Created assignments.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Assignments)]
pub(super) struct AssignmentsView {
    /// In request order.
    items: Vec<AssignmentView>,
}

/// A client, with the legal name beside the id.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NamedClient)]
struct NamedClientView {
    id: Uuid,
    #[schema(value_type = schema::ShortText, example = "Saskia de Wit")]
    name: ShortText,
}

/// A merge patch (RFC 7396) of an assignment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateAssignment {
    /// The basis.
    #[schema(value_type = schema::ShortText, required = false)]
    basis: Option<ShortText>,
    /// The end, exclusive; null removes a planned end.
    #[serde(default)]
    #[schema(value_type = Option<DateTime<Utc>>)]
    ends_at: Patch<DateTime<Utc>>,
}

/// A coach's assignment to a client.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Assignment)]
pub(super) struct AssignmentView {
    id: Uuid,
    client_id: Uuid,
    client: NamedClientView,
    /// The coach, as a user.
    coach_id: Uuid,
    coach: NamedUserView,
    /// The user who assigned the coach; null if not recorded.
    #[schema(required)]
    assigned_by: Option<NamedUserView>,
    #[schema(value_type = schema::ShortText, example = "Toestemming cliënt, 3 mei")]
    basis: ShortText,
    /// The coach has access from this instant.
    starts_at: DateTime<Utc>,
    /// The end, exclusive; null while open.
    #[schema(required)]
    ends_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

/// A coach who works with a client now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClientCoach)]
pub(in crate::v1) struct CoachView {
    coach: NamedUserView,
    /// The start.
    since: DateTime<Utc>,
    /// The end, exclusive; null while open.
    #[schema(required)]
    until: Option<DateTime<Utc>>,
    /// The basis: a referral, a care plan, the client's consent.
    #[schema(value_type = schema::ShortText, example = "Toestemming cliënt, 3 mei")]
    basis: ShortText,
}

impl From<Assignment> for CoachView {
    fn from(assignment: Assignment) -> Self {
        Self {
            coach: assignment.coach.into(),
            since: assignment.starts_at,
            until: assignment.ends_at,
            basis: assignment.basis,
        }
    }
}

impl Versioned for AssignmentView {
    fn version(&self) -> Version {
        self.version
    }
}

impl From<Assignment> for AssignmentView {
    fn from(assignment: Assignment) -> Self {
        Self {
            id: assignment.id.0,
            client_id: assignment.client_id.0,
            client: NamedClientView { id: assignment.client_id.0, name: assignment.client_name },
            coach_id: assignment.coach.id.0,
            coach: assignment.coach.into(),
            assigned_by: assignment.assigned_by.map(Into::into),
            basis: assignment.basis,
            starts_at: assignment.starts_at,
            ends_at: assignment.ends_at,
            created_at: assignment.created_at,
            version: assignment.version,
        }
    }
}

impl From<CreateAssignment> for NewAssignment {
    fn from(assignment: CreateAssignment) -> Self {
        Self {
            coach_id: UserId(assignment.coach_id),
            basis: assignment.basis,
            starts_at: assignment.starts_at,
            ends_at: assignment.ends_at,
        }
    }
}

impl From<CreateAssignments> for NewAssignments {
    fn from(body: CreateAssignments) -> Self {
        Self {
            clients: body.client_ids.into_iter().map(ClientId).collect(),
            each: NewAssignment {
                coach_id: UserId(body.coach_id),
                basis: body.basis,
                starts_at: body.starts_at,
                ends_at: body.ends_at,
            },
        }
    }
}

impl From<Vec<Assignment>> for AssignmentsView {
    fn from(assignments: Vec<Assignment>) -> Self {
        Self { items: assignments.into_iter().map(Into::into).collect() }
    }
}

impl From<UpdateAssignment> for AssignmentChanges {
    fn from(assignment: UpdateAssignment) -> Self {
        Self { basis: assignment.basis, ends_at: assignment.ends_at.0 }
    }
}
