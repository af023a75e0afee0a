use sea_orm::entity::prelude::*;
use serde::Deserialize;

/// `repository::whole_map` also reads it from a JSON array, in the order of its fields.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Deserialize)]
#[sea_orm(table_name = "tie")]
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
    pub first_id: Uuid,
    pub second_id: Uuid,
    pub strength: Option<i16>,
    pub version: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

crate::scoped::org_owned!();
crate::scoped::versioned!();
