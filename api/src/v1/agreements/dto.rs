use crate::extract::Patch;
use crate::response::Versioned;
use crate::schema;
use chrono::{DateTime, NaiveDate, Utc};
use domain::agreements::{Agreement, AgreementChanges, NewAgreement};
use domain::vocabulary::{AgreementStatus, SupportType};
use domain::{LongText, SupporterId, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new agreement.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateAgreement {
    /// What the supporter is asked to do.
    #[schema(value_type = schema::LongText, example = "Dinsdag mee naar het ziekenhuis")]
    text: LongText,
    /// The supporter who is asked, on the same map.
    supporter_id: Option<Uuid>,
    /// The support type.
    #[schema(value_type = Option<schema::SupportType>)]
    support_type: Option<SupportType>,
    /// Due date.
    #[schema(value_type = Option<NaiveDate>, example = "2026-12-01")]
    due_on: Option<NaiveDate>,
    /// Status; `planned` by default.
    #[serde(default = "planned")]
    #[schema(value_type = schema::AgreementStatus, required = false)]
    status: AgreementStatus,
}

fn planned() -> AgreementStatus {
    AgreementStatus::Planned
}

/// A merge patch (RFC 7396) of an agreement.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateAgreement {
    /// What the supporter is asked to do.
    #[schema(value_type = schema::LongText, required = false)]
    text: Option<LongText>,
    /// The supporter who is asked; null for no particular one.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    supporter_id: Patch<Uuid>,
    /// The support type; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<schema::SupportType>)]
    support_type: Patch<SupportType>,
    /// Due date; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<NaiveDate>)]
    due_on: Patch<NaiveDate>,
    /// The new status, one step from the current one.
    #[schema(value_type = schema::AgreementStatus, required = false)]
    status: Option<AgreementStatus>,
}

/// An agreement.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Agreement)]
pub(in crate::v1) struct AgreementView {
    id: Uuid,
    map_id: Uuid,
    /// The supporter who is asked; null for no particular one.
    #[schema(required)]
    supporter_id: Option<Uuid>,
    #[schema(value_type = Option<schema::SupportType>, required)]
    support_type: Option<SupportType>,
    #[schema(value_type = schema::LongText)]
    text: LongText,
    /// Due date; null means none.
    #[schema(value_type = Option<NaiveDate>, required)]
    due_on: Option<NaiveDate>,
    #[schema(value_type = schema::AgreementStatus)]
    status: AgreementStatus,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

impl Versioned for AgreementView {
    fn version(&self) -> Version {
        self.version
    }
}

impl From<Agreement> for AgreementView {
    fn from(agreement: Agreement) -> Self {
        Self {
            id: agreement.id.0,
            map_id: agreement.map_id.0,
            supporter_id: agreement.supporter_id.map(|id| id.0),
            support_type: agreement.support_type,
            text: agreement.text,
            due_on: agreement.due_on,
            status: agreement.status,
            created_at: agreement.created_at,
            updated_at: agreement.updated_at,
            version: agreement.version,
        }
    }
}

impl From<CreateAgreement> for NewAgreement {
    fn from(agreement: CreateAgreement) -> Self {
        Self {
            text: agreement.text,
            supporter_id: agreement.supporter_id.map(SupporterId),
            support_type: agreement.support_type,
            due_on: agreement.due_on,
            status: agreement.status,
        }
    }
}

impl From<UpdateAgreement> for AgreementChanges {
    fn from(agreement: UpdateAgreement) -> Self {
        Self {
            text: agreement.text,
            supporter_id: agreement.supporter_id.0.map(|id| id.map(SupporterId)),
            support_type: agreement.support_type.0,
            due_on: agreement.due_on.0,
            status: agreement.status,
        }
    }
}
