//! The attributes of a user: kept, known and ignored, or read only.

use scim_v2::schema_urns;

/// The attributes that are kept. What else an identity provider sends about a person is not stored.
const KEPT: [&str; 7] = ["userName", "externalId", "name", "displayName", "emails", "active", "roles"];
/// Attributes of the standard that are accepted and not kept.
const IGNORED: [&str; 14] = [
    "nickName",
    "profileUrl",
    "title",
    "userType",
    "preferredLanguage",
    "locale",
    "timezone",
    "password",
    "addresses",
    "phoneNumbers",
    "ims",
    "photos",
    "entitlements",
    "x509Certificates",
];
const READ_ONLY: [&str; 4] = ["schemas", "id", "meta", "groups"];

/// What the service does with an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    /// Stores it, under this name.
    Kept(&'static str),
    Ignored,
    ReadOnly,
}

impl Attribute {
    /// The attribute of this name; `None` if the standard has none.
    pub(super) fn named(name: &str) -> Option<Self> {
        let among = |names: &[&'static str]| names.iter().find(|known| known.eq_ignore_ascii_case(name)).copied();
        let other = among(&IGNORED).map(|_| Self::Ignored).or_else(|| among(&READ_ONLY).map(|_| Self::ReadOnly));
        among(&KEPT).map(Self::Kept).or(other)
    }
}

/// Whether a name or path is of an extension, of which nothing is kept.
pub(super) fn is_of_extension(text: &str) -> bool {
    let core = schema_urns::USER;
    let of_core = text.get(..core.len()).is_some_and(|start| start.eq_ignore_ascii_case(core));
    text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:")) && !of_core
}

/// The attributes with several values.
pub(super) fn is_list(name: &str) -> bool {
    matches!(name, "emails" | "roles")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_any_case() {
        assert_eq!(Attribute::named("USERNAME"), Some(Attribute::Kept("userName")));
        assert_eq!(Attribute::named("PhoneNumbers"), Some(Attribute::Ignored));
        assert_eq!(Attribute::named("id"), Some(Attribute::ReadOnly));
        assert_eq!(Attribute::named("shoeSize"), None);
        assert!(is_of_extension("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department"));
        assert!(!is_of_extension("urn:ietf:params:scim:schemas:core:2.0:User:userName") && !is_of_extension("name"));
    }
}
