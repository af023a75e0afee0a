use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub phone: Option<String>,
    pub status: String,
    pub time_zone: String,
    pub vocabulary_version: i64,
    pub admins_need_second_factor: bool,
    pub coaches_need_second_factor: bool,
    pub clients_log_in_by_mail: bool,
    pub retention_years: i16,
    pub erasure_waiting_days: i16,
    pub purgeable_at: Option<DateTimeUtc>,
    pub purged_at: Option<DateTimeUtc>,
    pub version: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl crate::scoped::OrgOwned for Entity {
    const ORG: Column = Column::Id;
}

crate::scoped::versioned!();
