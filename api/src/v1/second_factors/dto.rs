use crate::schema;
use chrono::{DateTime, Utc};
use domain::second_factors::{AddedSecondFactor, SecondFactor, SecondFactorKind};
use domain::{ShortText, TypedCode};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

/// A new authenticator app.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct AddSecondFactor {
    /// Your name for it.
    #[schema(value_type = schema::ShortText, example = "Telefoon")]
    pub(super) name: ShortText,
}

/// A code of an added authenticator app.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ConfirmSecondFactor {
    /// The six digits that the app shows.
    #[schema(min_length = 1, max_length = 40, example = "287082")]
    pub(super) code: String,
}

impl fmt::Debug for ConfirmSecondFactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConfirmSecondFactor")
    }
}

/// One of your second factors.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SecondFactor)]
pub(in crate::v1) struct SecondFactorView {
    id: Uuid,
    #[schema(value_type = schema::SecondFactorKind, example = "totp")]
    kind: SecondFactorKind,
    /// Your name for it.
    #[schema(value_type = schema::ShortText, example = "Telefoon")]
    name: ShortText,
    /// When its first use confirmed it; null while it does not count.
    #[schema(required)]
    confirmed_at: Option<DateTime<Utc>>,
    /// When it was last used.
    #[schema(required)]
    used_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
}

impl From<SecondFactor> for SecondFactorView {
    fn from(factor: SecondFactor) -> Self {
        Self {
            id: factor.id.0,
            kind: factor.kind,
            name: factor.name,
            confirmed_at: factor.confirmed_at,
            used_at: factor.used_at,
            created_at: factor.created_at,
        }
    }
}

/// An added authenticator app, with what the app needs. Shown only here.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = AddedSecondFactor)]
pub(super) struct AddedSecondFactorView {
    #[serde(flatten)]
    factor: SecondFactorView,
    /// The secret in Base32, to type into the app.
    #[schema(example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    secret: String,
    /// The same as an `otpauth:` address, to show as a QR code.
    #[schema(
        example = "otpauth://totp/Omringd:coach%40example.nl?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Omringd"
    )]
    address: String,
}

impl fmt::Debug for AddedSecondFactorView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AddedSecondFactorView").field("factor", &self.factor).finish_non_exhaustive()
    }
}

impl From<AddedSecondFactor> for AddedSecondFactorView {
    fn from(added: AddedSecondFactor) -> Self {
        Self {
            factor: added.factor.into(),
            secret: added.secret.expose().to_owned(),
            address: added.address.expose().to_owned(),
        }
    }
}

/// Recovery codes. Shown only here.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = NewRecoveryCodes)]
pub(super) struct RecoveryCodesView {
    /// The new codes; none if the account already had recovery codes.
    #[schema(max_items = 10, example = json!(["7K2MX-0QH4T-9V1WD-3RBCE"]))]
    recovery_codes: Vec<String>,
}

impl fmt::Debug for RecoveryCodesView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCodesView")
    }
}

impl From<Vec<TypedCode>> for RecoveryCodesView {
    fn from(codes: Vec<TypedCode>) -> Self {
        Self { recovery_codes: codes.iter().map(TypedCode::shown).collect() }
    }
}

/// How many recovery codes are left.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecoveryCodesLeft)]
pub(super) struct RecoveryCodesLeftView {
    /// The number of codes that were not used yet.
    #[schema(minimum = 0, maximum = 10, example = 10)]
    pub(super) left: u32,
}
