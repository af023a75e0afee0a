use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub key_version: Option<i64>,
    pub sealed: Option<Vec<u8>>,
    pub index_version: Option<i64>,
    pub address_hash: Option<Vec<u8>>,
    pub admin: bool,
    pub coach: bool,
    pub client_id: Option<Uuid>,
    pub member_id: Option<Uuid>,
    pub invited_by: Uuid,
    pub secret_hash: Vec<u8>,
    pub expires_at: DateTimeUtc,
    pub accepted_at: Option<DateTimeUtc>,
    pub delivery: String,
    pub mail_state: Option<String>,
    pub mail_at: Option<DateTimeUtc>,
    pub deliveries: i16,
    pub version: i64,
    pub language: Option<String>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

crate::scoped::org_owned!();
crate::scoped::versioned!();
