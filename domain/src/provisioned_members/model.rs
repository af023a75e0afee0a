use crate::access::Roles;
use crate::accounts::Email;
use crate::audit::Disclosure;
use crate::{Error, FieldCode, InvitationId, ProvisionedMemberId, Result, ShortText, UserId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Maximum number of provisioned members of an organisation.
pub const MAX_PROVISIONED: u64 = 10_000;

/// Maximum number on a page of a list.
pub const MAX_LISTED: u64 = 200;

/// Maximum number of addresses of one.
pub const MAX_ADDRESSES: usize = 10;

/// Maximum number of invitations that are made for one; an administrator can make more.
pub const MAX_INVITATIONS: i16 = 10;

/// A member whom the identity provider manages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionedMember {
    /// Unique identifier.
    pub id: ProvisionedMemberId,
    /// What the identity provider says.
    pub attributes: Attributes,
    /// The address that is invited, normalised.
    pub email: Email,
    /// The user who is the member, once one is.
    pub user_id: Option<UserId>,
    /// The invitation that was made last.
    pub invitation_id: Option<InvitationId>,
    /// The number of invitations that were made.
    pub invitations: i16,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for ProvisionedMember {}

/// What the identity provider says about a member. None of it changes an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attributes {
    /// The id at the identity provider.
    pub external_id: Option<ShortText>,
    /// The unique name at the identity provider, often an address.
    pub user_name: ShortText,
    /// The name of the person.
    pub name: Name,
    /// Their addresses.
    pub addresses: Vec<Address>,
    /// The roles admin and coach; `None` leaves them: coach for someone new.
    pub roles: Option<Roles>,
    /// Whether they may use the membership.
    pub active: bool,
}

/// The name of a person, in the parts that the identity provider has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The whole name, to show.
    pub display: Option<ShortText>,
    /// The whole name, formally.
    pub formatted: Option<ShortText>,
    /// The given name.
    pub given: Option<ShortText>,
    /// The family name.
    pub family: Option<ShortText>,
}

/// An address as the identity provider writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The address.
    pub value: ShortText,
    /// Its type, such as `work`.
    pub kind: Option<ShortText>,
    /// Whether it is preferred; `None` if nothing says so.
    pub primary: Option<bool>,
}

impl Attributes {
    /// The roles of someone new.
    pub(super) const DEFAULT_ROLES: Roles = Roles { admin: false, coach: true, client: false };

    /// The address to invite: the preferred one, else that for work, else the first, else the user name.
    ///
    /// # Errors
    /// [`Error::Invalid`] if that is no address, or there are too many.
    pub(super) fn email(&self) -> Result<Email> {
        if self.addresses.len() > MAX_ADDRESSES {
            return Err(Error::invalid("/emails", FieldCode::TooMany(MAX_ADDRESSES)));
        }
        let primary = self.addresses.iter().find(|address| address.primary == Some(true));
        let at_work = |address: &&Address| address.kind.as_ref().is_some_and(|kind| kind.as_str() == "work");
        let chosen = primary.or_else(|| self.addresses.iter().find(at_work)).or_else(|| self.addresses.first());
        let (text, pointer) = chosen.map_or((&self.user_name, "/userName"), |address| (&address.value, "/emails"));
        Email::new(text.as_str()).map_err(|error| Error::invalid(pointer, error.code()))
    }
}

/// The user name without case, which is unique in an organisation.
fn key_of(user_name: &ShortText) -> String {
    user_name.as_str().to_lowercase()
}

impl ProvisionedMember {
    /// A new one, created at `now`.
    ///
    /// # Errors
    /// [`Error::Invalid`] without an address.
    pub(super) fn at(attributes: Attributes, id: ProvisionedMemberId, now: DateTime<Utc>) -> Result<Self> {
        Ok(Self {
            id,
            email: attributes.email()?,
            attributes,
            user_id: None,
            invitation_id: None,
            invitations: 0,
            version: crate::version::first(),
            created_at: now,
            updated_at: now,
        })
    }

    /// The user name without case, which is unique in an organisation.
    #[must_use]
    pub fn user_name_key(&self) -> String {
        key_of(&self.attributes.user_name)
    }
}

/// A condition on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The user name, without case.
    UserName(String),
    /// The id at the identity provider.
    ExternalId(String),
    /// Whether it is active.
    Active(bool),
}

/// What a list is restricted to: every condition must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The user name in lower case.
    pub user_name_key: Option<String>,
    /// The id at the identity provider.
    pub external_id: Option<String>,
    /// Whether it is active.
    pub active: Option<bool>,
    /// Whether nothing can meet the conditions.
    pub nothing: bool,
}

impl Filter {
    /// Adds a condition.
    pub fn require(&mut self, condition: Condition) {
        let contradicts = match condition {
            Condition::UserName(name) => match ShortText::new(name) {
                Ok(name) => differs(&mut self.user_name_key, key_of(&name)),
                Err(_) => true,
            },
            Condition::ExternalId(id) => differs(&mut self.external_id, id),
            Condition::Active(active) => differs(&mut self.active, active),
        };
        self.nothing |= contradicts;
    }
}

/// Sets the value; returns whether another was set before.
fn differs<T: PartialEq>(slot: &mut Option<T>, value: T) -> bool {
    let differs = slot.as_ref().is_some_and(|before| *before != value);
    *slot = Some(value);
    differs
}

/// A part of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// How many to skip.
    pub skip: u64,
    /// How many to return: at most [`MAX_LISTED`].
    pub count: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> ShortText {
        ShortText::new(text).unwrap()
    }

    fn attributes(user_name: &str, addresses: &[(&str, Option<&str>, Option<bool>)]) -> Attributes {
        let address = |(value, kind, primary): &(&str, Option<&str>, Option<bool>)| Address {
            value: text(value),
            kind: kind.map(text),
            primary: *primary,
        };
        Attributes {
            external_id: None,
            user_name: text(user_name),
            name: Name::default(),
            addresses: addresses.iter().map(address).collect(),
            roles: None,
            active: true,
        }
    }

    #[test]
    fn the_preferred_address_is_invited_and_the_user_name_without_one() {
        let (home, work) = (("h@a.test", Some("home"), None), ("W@a.test", Some("work"), None));
        let preferred = ("p@a.test", None, Some(true));
        for (addresses, expected) in [
            (vec![home, work, preferred], "p@a.test"),
            (vec![home, work], "w@a.test"),
            (vec![home], "h@a.test"),
            (vec![], "jan@a.test"),
        ] {
            assert_eq!(attributes("Jan@a.test", &addresses).email().unwrap().as_str(), expected);
        }
        assert!(attributes("jan", &[]).email().is_err());
        assert!(attributes("jan@a.test", &[("x", None, None)]).email().is_err());
        assert!(attributes("jan@a.test", &vec![home; 11]).email().is_err());
    }
}
