use crate::response::Versioned;
use crate::schema;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::consents::{Consent, Manner, NewConsent, Purpose, Receiver};
use domain::vocabulary::Language;
use domain::{ShortText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new consent of a client.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateConsent {
    /// The receiver: one of `listConsentReceivers`.
    integration_id: Uuid,
    /// What the receiver may do.
    #[schema(value_type = schema::ConsentPurpose, example = "read-cards")]
    purpose: Purpose,
    /// How the client gave it. A coach must say so; the client must not.
    #[schema(value_type = Option<schema::ConsentManner>, example = "in-person")]
    manner: Option<Manner>,
    /// The version of the text that the client read or heard.
    #[schema(value_type = schema::ShortText, example = "toestemming-kaarten-2026-11")]
    text_version: ShortText,
    /// The language of that text.
    #[schema(value_type = schema::Language, example = "nl")]
    text_language: Language,
    /// When the client gave it; now by default. Must not be in the future. Only a coach may set it.
    given_at: Option<DateTime<Utc>>,
}

/// An external system as a client sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ConsentReceiver)]
pub(super) struct ReceiverView {
    id: Uuid,
    #[schema(value_type = schema::ShortText, example = "ECD de Linde")]
    name: ShortText,
}

/// A consent of a client. It stays on record after it was withdrawn.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Consent)]
pub(super) struct ConsentView {
    id: Uuid,
    client_id: Uuid,
    /// The external system, by the name it had then.
    receiver: ReceiverView,
    /// What the receiver may do.
    #[schema(value_type = schema::ConsentPurpose, example = "read-cards")]
    purpose: Purpose,
    /// How the client gave it.
    #[schema(value_type = schema::ConsentManner, example = "in-person")]
    manner: Manner,
    /// The version of the text that the client read or heard.
    #[schema(value_type = schema::ShortText, example = "toestemming-kaarten-2026-11")]
    text_version: ShortText,
    /// The language of that text.
    #[schema(value_type = schema::Language, example = "nl")]
    text_language: Language,
    /// When the client gave it.
    given_at: DateTime<Utc>,
    /// The user who recorded it: the client, or a coach.
    recorded_by: NamedUserView,
    /// When it was recorded.
    recorded_at: DateTime<Utc>,
    /// When it was withdrawn; null while it is in force.
    #[schema(required)]
    withdrawn_at: Option<DateTime<Utc>>,
    /// The user who withdrew it.
    #[schema(required)]
    withdrawn_by: Option<NamedUserView>,
}

impl Versioned for ConsentView {
    /// The only change is the withdrawal.
    fn version(&self) -> Version {
        1 + Version::from(self.withdrawn_at.is_some())
    }
}

impl From<Receiver> for ReceiverView {
    fn from(receiver: Receiver) -> Self {
        Self { id: receiver.id.0, name: receiver.name }
    }
}

impl From<Consent> for ConsentView {
    fn from(consent: Consent) -> Self {
        Self {
            id: consent.id.0,
            client_id: consent.client_id.0,
            receiver: consent.receiver.into(),
            purpose: consent.purpose,
            manner: consent.manner,
            text_version: consent.text_version,
            text_language: consent.text_language,
            given_at: consent.given_at,
            recorded_by: consent.recorded_by.into(),
            recorded_at: consent.recorded_at,
            withdrawn_at: consent.withdrawn_at,
            withdrawn_by: consent.withdrawn_by.map(Into::into),
        }
    }
}

impl From<CreateConsent> for NewConsent {
    fn from(it: CreateConsent) -> Self {
        Self {
            receiver: it.integration_id.into(),
            purpose: it.purpose,
            manner: it.manner,
            text_version: it.text_version,
            text_language: it.text_language,
            given_at: it.given_at,
        }
    }
}
