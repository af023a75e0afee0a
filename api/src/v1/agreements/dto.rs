use crate::extract::present;
use crate::response::Versioned;
use crate::schema;
use chrono::{DateTime, NaiveDate, Utc};
use domain::agreements::{Agreement, AgreementChanges, NewAgreement};
use domain::vocabulary::{AgreementStatus, SupportType};
use domain::{LongText, SupporterId, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What is needed to make an agreement.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateAgreement {
    /// What is asked.
    #[schema(value_type = schema::LongText, example = "Dinsdag mee naar het ziekenhuis")]
    text: LongText,
    /// Who is asked: a supporter on the same map.
    supporter_id: Option<Uuid>,
    /// Which type of support it is.
    #[schema(value_type = Option<schema::SupportType>)]
    support_type: Option<SupportType>,
    /// By when.
    #[schema(value_type = Option<NaiveDate>, example = "2026-12-01")]
    due_on: Option<NaiveDate>,
    /// Where it stands; `planned` if you do not say.
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
    /// What is asked.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = schema::LongText, required = false)]
    text: Option<LongText>,
    /// Who is asked; null for nobody in particular.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Uuid>)]
    supporter_id: Option<Option<Uuid>>,
    /// Which type of support it is; null removes it.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<schema::SupportType>)]
    support_type: Option<Option<SupportType>>,
    /// By when; null removes it.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<NaiveDate>)]
    due_on: Option<Option<NaiveDate>>,
    /// Where it stands: a step from where it stood.
    #[serde(default, deserialize_with = "present")]
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
    /// Who is asked; null for nobody in particular.
    #[schema(required)]
    supporter_id: Option<Uuid>,
    #[schema(value_type = Option<schema::SupportType>, required)]
    support_type: Option<SupportType>,
    #[schema(value_type = schema::LongText)]
    text: LongText,
    /// By when; null is no day.
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
            supporter_id: agreement.supporter_id.map(|id| id.map(SupporterId)),
            support_type: agreement.support_type,
            due_on: agreement.due_on,
            status: agreement.status,
        }
    }
}
