use crate::access::Roles;
use crate::accounts::{Email, NamedUser};
use crate::audit::Disclosure;
use crate::jobs::{JobKind, NewJob};
use crate::mail::MailState;
use crate::vocabulary::{Language, words};
use crate::{ClientId, InvitationId, JobId, MemberId, OrganisationId, Ports, Result, Secret, SecretDigest, Version};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Validity period of an invitation.
pub const VALID_FOR: TimeDelta = TimeDelta::days(7);

/// How often an invitation can be delivered, including the first time.
pub const MAX_DELIVERIES: i16 = 5;

/// The period of [`Ports::max_mailed_invitations`].
pub const MAILED_WITHIN: TimeDelta = TimeDelta::days(1);

words! {
    /// How the secret of an invitation reaches the invited person.
    pub enum Delivery {
        /// Mailed to the address, and shown to nobody else.
        Email = "email", "Per e-mail", "By email";
        /// Shown to the inviter, who hands it over and could have used it.
        Shown = "shown", "Getoond aan de uitnodiger", "Shown to the inviter";
    }
}

/// The state of the mail with an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailStatus {
    /// The state.
    pub state: MailState,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// An invitation to become a member of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Unique identifier.
    pub id: InvitationId,
    /// The invited address; only a client can be invited without.
    pub email: Option<Email>,
    /// How the secret reaches the invited person.
    pub delivery: Delivery,
    /// The state of its mail; `None` if none is sent.
    pub mail: Option<MailStatus>,
    /// The roles that the invited user gets.
    pub roles: Roles,
    /// The language of its mail, and of the account it makes. `None`: that of the inviter for the mail, and Dutch for the account.
    #[serde(default)]
    pub language: Option<Language>,
    /// The client record to which the user is linked; this adds the role client.
    pub client_id: Option<ClientId>,
    /// The member who is invited again, if it is one.
    #[serde(default)]
    pub member_id: Option<MemberId>,
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

impl Disclosure for Invitation {
    fn clients(&self) -> Vec<ClientId> {
        self.client_id.into_iter().collect()
    }
}

/// A new invitation, or one that is delivered again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// The secret for accepting the invitation, which no other call returns; `None` if it is mailed.
    #[serde(with = "shown")]
    pub secret: Option<Secret>,
}

/// Input for creating an invitation.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// The address to invite; optional for a client.
    pub email: Option<Email>,
    /// The roles to grant.
    pub roles: Roles,
    /// The language of the mail and of the account, if it is known.
    pub language: Option<Language>,
    /// The client record to link, if any.
    pub client_id: Option<ClientId>,
    /// The member to invite again, if it is one.
    pub member_id: Option<MemberId>,
}

impl NewInvitation {
    /// Builds the invitation, created at `now`, with a new secret and its digest.
    pub(crate) fn at(
        self,
        id: InvitationId,
        invited_by: NamedUser,
        ports: &Ports,
        now: DateTime<Utc>,
    ) -> Result<(Invited, SecretDigest)> {
        let invitation = Invitation {
            id,
            email: self.email,
            delivery: Delivery::Shown,
            mail: None,
            roles: Roles { client: self.client_id.is_some(), ..self.roles },
            language: self.language,
            client_id: self.client_id,
            member_id: self.member_id,
            invited_by,
            expires_at: now + VALID_FOR,
            accepted_at: None,
            version: 1,
            created_at: now,
        };
        invitation.delivered(ports, now)
    }
}

impl Invitation {
    /// Gives the invitation a new secret, with its digest: mailed if there is an address and mail is configured, else shown.
    ///
    /// The job that mails it makes the secret anew, so the one made here is known to nobody.
    pub(super) fn delivered(mut self, ports: &Ports, now: DateTime<Utc>) -> Result<(Invited, SecretDigest)> {
        let secret = ports.secrets.fresh()?;
        let digest = ports.secrets.digest(&secret);
        let mailed = ports.mailer.is_some() && self.email.is_some();
        self.delivery = if mailed { Delivery::Email } else { Delivery::Shown };
        self.mail = mailed.then_some(MailStatus { state: MailState::Waiting, at: now });
        self.expires_at = now + VALID_FOR;
        Ok((Invited { invitation: self, secret: (!mailed).then_some(secret) }, digest))
    }

    /// The job that mails the invitation, if it is mailed.
    pub(crate) fn mail_job(&self, id: JobId, organisation: OrganisationId, now: DateTime<Utc>) -> Option<NewJob> {
        let mailed = self.delivery == Delivery::Email;
        mailed.then(|| NewJob::mail(id, Some(organisation), JobKind::MailInvitation, self.id.0, now))
    }
}

/// Serializes the secret into the stored response, which is encrypted.
pub(super) mod shown {
    use crate::Secret;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(in crate::invitations) fn serialize<S: Serializer>(secret: &Option<Secret>, to: S) -> Result<S::Ok, S::Error> {
        secret.as_ref().map(Secret::expose).serialize(to)
    }

    pub(in crate::invitations) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Secret>, D::Error> {
        Ok(Option::<String>::deserialize(from)?.map(Secret::new))
    }
}
