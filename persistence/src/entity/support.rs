use sea_orm::entity::prelude::*;
use serde::Deserialize;

/// `repository::whole_map` also reads it from a JSON array, in the order of its fields.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Deserialize)]
#[sea_orm(table_name = "support")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[serde(skip)]
    pub organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    #[serde(skip)]
    pub map_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub supporter_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub support_type: String,
    pub direction: Option<String>,
    pub availability: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

crate::scoped::org_owned!();
