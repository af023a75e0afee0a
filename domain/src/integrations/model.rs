use super::KeySource;
use crate::access::Scope;
use crate::audit::Disclosure;
use crate::{Error, FieldCode, IntegrationId, Result, ShortText, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// An external system of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Integration {
    /// Unique identifier; also its client id in OAuth.
    pub id: IntegrationId,
    /// Its name, which clients see when they consent.
    pub name: ShortText,
    /// Where its public keys come from.
    pub keys: KeySource,
    /// What it may do, as far as the policy allows it to integrations.
    pub scopes: Vec<Scope>,
    /// Whether it has access.
    pub enabled: bool,
    /// When it last received an access token.
    pub last_used_at: Option<DateTime<Utc>>,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for Integration {}

/// Input for creating an integration.
#[derive(Clone, Debug)]
pub struct NewIntegration {
    /// Its name.
    pub name: ShortText,
    /// Where its public keys come from.
    pub keys: KeySource,
    /// What it may do.
    pub scopes: Vec<Scope>,
}

impl NewIntegration {
    /// Builds the integration, enabled, created at `now`.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a scope, or with the same one twice.
    pub(super) fn at(self, id: IntegrationId, now: DateTime<Utc>) -> Result<Integration> {
        check(&self.scopes)?;
        Ok(Integration {
            id,
            name: self.name,
            keys: self.keys,
            scopes: self.scopes,
            enabled: true,
            last_used_at: None,
            version: crate::version::first(),
            created_at: now,
            updated_at: now,
        })
    }
}

/// Partial update of an integration: `None` leaves a member unchanged.
#[derive(Clone, Debug, Default)]
pub struct IntegrationChanges {
    /// New name.
    pub name: Option<ShortText>,
    /// New keys; replaces the old ones at once.
    pub keys: Option<KeySource>,
    /// New scopes.
    pub scopes: Option<Vec<Scope>>,
    /// Whether it has access.
    pub enabled: Option<bool>,
}

impl IntegrationChanges {
    /// Returns the integration with the changes applied and the version incremented.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a scope, or with the same one twice.
    pub(super) fn apply(self, mut integration: Integration, now: DateTime<Utc>) -> Result<Integration> {
        crate::patch(&mut integration.name, self.name);
        crate::patch(&mut integration.keys, self.keys);
        crate::patch(&mut integration.scopes, self.scopes);
        crate::patch(&mut integration.enabled, self.enabled);
        check(&integration.scopes)?;
        crate::version::bump(&mut integration.version, &mut integration.updated_at, now);
        Ok(integration)
    }
}

fn check(scopes: &[Scope]) -> Result<()> {
    if scopes.is_empty() {
        return Err(Error::invalid("/scopes", FieldCode::TooFew(1)));
    }
    let twice = scopes.iter().enumerate().find(|(at, scope)| scopes.iter().take(*at).any(|other| other == *scope));
    match twice {
        Some((at, _)) => Err(Error::invalid(format!("/scopes/{at}"), FieldCode::Duplicate)),
        None => Ok(()),
    }
}
