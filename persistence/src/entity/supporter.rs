use sea_orm::entity::prelude::*;
use serde::Deserialize;

/// `repository::whole_map` also reads it from a JSON array, in the order of its fields.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Deserialize)]
#[sea_orm(table_name = "supporter")]
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
    pub person_id: Uuid,
    pub closeness: Option<String>,
    pub contact_frequency: Option<String>,
    pub tension: Option<i16>,
    pub burden: Option<i16>,
    pub supports_answered: bool,
    pub version: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub angle: Option<i16>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

crate::scoped::org_owned!();
crate::scoped::versioned!();
