use crate::access::Roles;
use crate::accounts::{Email, NamedUser};
use crate::ports::Secrets;
use crate::{ClientId, InvitationId, Result, Secret, SecretDigest, Version};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Validity period of an invitation.
pub const VALID_FOR: TimeDelta = TimeDelta::days(7);

/// An invitation to become a member of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Unique identifier.
    pub id: InvitationId,
    /// The invited address.
    pub email: Email,
    /// The roles that the invited user gets.
    pub roles: Roles,
    /// The client record to which the user is linked; this adds the role client.
    pub client_id: Option<ClientId>,
    /// The user who created the invitation.
    pub invited_by: NamedUser,
    /// When the invitation expires.
    pub expires_at: DateTime<Utc>,
    /// When it was accepted, if it was.
    pub accepted_at: Option<DateTime<Utc>>,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

/// A new invitation with its secret, which no other call returns.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// The secret for accepting the invitation.
    #[serde(with = "shown")]
    pub secret: Secret,
}

/// Input for creating an invitation.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// The address to invite.
    pub email: Email,
    /// The roles to grant.
    pub roles: Roles,
    /// The client record to link, if any.
    pub client_id: Option<ClientId>,
}

impl NewInvitation {
    /// Builds the invitation, created at `now`, with a new secret and its digest.
    pub(crate) fn at(
        self,
        id: InvitationId,
        invited_by: NamedUser,
        secrets: &dyn Secrets,
        now: DateTime<Utc>,
    ) -> Result<(Invited, SecretDigest)> {
        let secret = secrets.fresh()?;
        let digest = secrets.digest(&secret);
        let invitation = Invitation {
            id,
            email: self.email,
            roles: Roles { client: self.client_id.is_some(), ..self.roles },
            client_id: self.client_id,
            invited_by,
            expires_at: now + VALID_FOR,
            accepted_at: None,
            version: 1,
            created_at: now,
        };
        Ok((Invited { invitation, secret }, digest))
    }
}

/// Serializes the secret into the stored response, which is encrypted.
mod shown {
    use crate::Secret;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(secret: &Secret, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(secret.expose())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Secret, D::Error> {
        String::deserialize(from).map(Secret::new)
    }
}
