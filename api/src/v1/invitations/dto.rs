use crate::response::Versioned;
use crate::schema;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::accounts::Email;
use domain::invitations::{Delivery, Invitation, Invited, NewInvitation};
use domain::mail::MailState;
use domain::vocabulary::Language;
use domain::{ClientId, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new invitation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateInvitation {
    /// Whom. Optional for a client, who then gives an address on acceptance.
    #[schema(value_type = Option<schema::Email>, example = "marijke@delinde.example")]
    email: Option<Email>,
    /// The roles. May be empty only with `clientId`.
    #[serde(default)]
    #[schema(value_type = Vec<schema::InvitedRole>, max_items = 2)]
    roles: Vec<Role>,
    /// The language of the mail, and of the account if one is made. The mail has the inviter's language by default.
    #[schema(value_type = Option<schema::Language>, example = "nl")]
    language: Option<Language>,
    /// The client whose log-in the invitee becomes, with the role client.
    client_id: Option<Uuid>,
}

/// An invitation to become a member of the organisation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Invitation)]
pub(in crate::v1) struct InvitationView {
    id: Uuid,
    /// The invited address; null for a client who gives one on acceptance.
    #[schema(value_type = Option<schema::Email>, required, example = "marijke@delinde.example")]
    email: Option<Email>,
    /// How the secret reaches the invited person.
    #[schema(value_type = schema::Delivery, example = "email")]
    delivery: Delivery,
    /// The state of the mail with the secret; null if none is sent.
    #[schema(required)]
    mail: Option<MailStatusView>,
    /// The roles of the membership.
    #[schema(value_type = Vec<schema::MemberRole>)]
    roles: Vec<Role>,
    /// The language of the mail and of the new account; null if none was given.
    #[schema(value_type = Option<schema::Language>, required, example = "nl")]
    language: Option<Language>,
    /// The client it makes a log-in for, if any.
    #[schema(required)]
    client_id: Option<Uuid>,
    /// The member who is invited again, if it is one.
    #[schema(required)]
    member_id: Option<Uuid>,
    /// The user who invited.
    invited_by: NamedUserView,
    /// When it expires.
    expires_at: DateTime<Utc>,
    /// When it was accepted, if it was.
    #[schema(required)]
    accepted_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

/// The state of a mail.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailStatus)]
pub(in crate::v1) struct MailStatusView {
    /// `refused` and `failed` are final: correct the address with a new invitation, or send this one again.
    #[schema(value_type = schema::MailState, example = "sent")]
    state: MailState,
    /// Since when.
    at: DateTime<Utc>,
}

/// A new invitation, with its secret if that is not mailed.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CreatedInvitation)]
pub(in crate::v1) struct InvitedView {
    #[serde(flatten)]
    invitation: InvitationView,
    /// The secret to accept it with, shown only here; null if it is mailed.
    #[schema(required, example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    secret: Option<String>,
}

impl std::fmt::Debug for InvitedView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InvitedView").field("invitation", &self.invitation).finish_non_exhaustive()
    }
}

impl Versioned for InvitationView {
    fn version(&self) -> Version {
        self.version
    }

    /// The state of the mail changes without the invitation: the tag covers it too.
    fn tag(&self) -> String {
        let mail = self.mail.as_ref().map(|mail| format!("-{}-{}", mail.state.code(), mail.at.timestamp_micros()));
        format!("{}{}", self.version, mail.unwrap_or_default())
    }
}

impl Versioned for InvitedView {
    fn version(&self) -> Version {
        self.invitation.version()
    }

    fn tag(&self) -> String {
        self.invitation.tag()
    }
}

impl From<Invitation> for InvitationView {
    fn from(invitation: Invitation) -> Self {
        Self {
            id: invitation.id.0,
            email: invitation.email,
            delivery: invitation.delivery,
            mail: invitation.mail.map(|mail| MailStatusView { state: mail.state, at: mail.at }),
            roles: invitation.roles.iter().collect(),
            language: invitation.language,
            client_id: invitation.client_id.map(|id| id.0),
            member_id: invitation.member_id.map(|id| id.0),
            invited_by: invitation.invited_by.into(),
            expires_at: invitation.expires_at,
            accepted_at: invitation.accepted_at,
            created_at: invitation.created_at,
            version: invitation.version,
        }
    }
}

impl From<Invited> for InvitedView {
    fn from(invited: Invited) -> Self {
        Self { secret: invited.secret.map(|secret| secret.expose().to_owned()), invitation: invited.invitation.into() }
    }
}

impl From<CreateInvitation> for NewInvitation {
    fn from(invitation: CreateInvitation) -> Self {
        Self {
            email: invitation.email,
            roles: invitation.roles.into_iter().collect(),
            language: invitation.language,
            client_id: invitation.client_id.map(ClientId),
            member_id: None,
        }
    }
}
