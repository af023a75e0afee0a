use crate::response::Versioned;
use crate::schema;
use chrono::{DateTime, Utc};
use domain::reflections::{NewReflection, Reflection, ReflectionChanges};
use domain::{LongText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new reflection.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateReflection {
    /// The client's own words.
    #[schema(value_type = schema::LongText, example = "Ik wist niet dat er zoveel mensen om mij heen staan.")]
    text: LongText,
}

/// A merge patch (RFC 7396) of a reflection.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateReflection {
    /// The client's own words.
    #[schema(value_type = schema::LongText, required = false)]
    text: Option<LongText>,
}

/// A reflection.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Reflection)]
pub(in crate::v1) struct ReflectionView {
    id: Uuid,
    map_id: Uuid,
    #[schema(value_type = schema::LongText)]
    text: LongText,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

impl Versioned for ReflectionView {
    fn version(&self) -> Version {
        self.version
    }
}

impl From<Reflection> for ReflectionView {
    fn from(it: Reflection) -> Self {
        Self {
            id: it.id.0,
            map_id: it.map_id.0,
            text: it.text,
            created_at: it.created_at,
            updated_at: it.updated_at,
            version: it.version,
        }
    }
}

impl From<CreateReflection> for NewReflection {
    fn from(it: CreateReflection) -> Self {
        Self { text: it.text }
    }
}

impl From<UpdateReflection> for ReflectionChanges {
    fn from(it: UpdateReflection) -> Self {
        Self { text: it.text }
    }
}
