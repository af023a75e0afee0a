use crate::access::Roles;
use crate::accounts::{Email, NamedUser};
use crate::ports::Secrets;
use crate::{ClientId, InvitationId, Result, Secret, SecretDigest, Version};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How long an invitation can be accepted.
pub const VALID_FOR: TimeDelta = TimeDelta::days(7);

/// An invitation to become a member of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Id.
    pub id: InvitationId,
    /// Whom it is for.
    pub email: Email,
    /// The roles that come with it.
    pub roles: Roles,
    /// The client it makes a log-in for; the role client comes with that.
    pub client_id: Option<ClientId>,
    /// Who invites.
    pub invited_by: NamedUser,
    /// Until when it can be accepted.
    pub expires_at: DateTime<Utc>,
    /// When it was.
    pub accepted_at: Option<DateTime<Utc>>,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

/// An invitation just made, with the secret it is accepted by: nothing else shows that.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// Its secret.
    #[serde(with = "shown")]
    pub secret: Secret,
}

/// What is needed to invite somebody.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// Whom.
    pub email: Email,
    /// To which roles.
    pub roles: Roles,
    /// As which client.
    pub client_id: Option<ClientId>,
}

impl NewInvitation {
    /// The invitation at this instant, with a fresh secret and the digest to keep of it.
    ///
    /// # Errors
    /// Only the general ones.
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

/// The secret goes into the outcome that is kept for a replay: it is sealed there.
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
