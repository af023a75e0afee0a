use sea_orm::entity::prelude::*;

/// An event as it is written; the database adds its position in the order of commits.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub(crate) struct Model {
    pub organisation_id: Uuid,
    #[sea_orm(primary_key)]
    pub position: i64,
    pub action: String,
    pub actor_id: Uuid,
    pub client_id: Option<Uuid>,
    pub target_id: Option<Uuid>,
    pub map_id: Option<Uuid>,
    pub change_id: Option<String>,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
