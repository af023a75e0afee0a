use crate::encryption::hexadecimal;
use sea_orm::entity::prelude::*;
use serde::Deserialize;

/// `repository::whole_map` also reads it from a JSON array, in the order of its fields.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Deserialize)]
#[sea_orm(table_name = "agreement")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[serde(skip)]
    pub organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[serde(skip)]
    pub client_id: Uuid,
    #[serde(skip)]
    pub map_id: Uuid,
    pub supporter_id: Option<Uuid>,
    pub support_type: Option<String>,
    #[serde(deserialize_with = "hexadecimal")]
    pub sealed: Vec<u8>,
    pub due_on: Option<Date>,
    pub status: String,
    pub version: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

crate::scoped::org_owned!();
crate::scoped::versioned!();
