use super::convert::{email, text};
use crate::entity::provisioned_member::{ActiveModel, Column, Entity, Model};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::provisioned_members::{Attributes, Filter, ProvisionedMember, ProvisionedMembers, Range};
use domain::{Error, ProvisionedMemberId, Result, Version};
use sea_orm::{ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect, Select};

#[async_trait]
impl ProvisionedMembers for Unit {
    async fn get(&mut self, id: ProvisionedMemberId) -> Result<Option<ProvisionedMember>> {
        let query = self.find::<Entity>().filter(Column::Id.eq(id.0));
        self.find_one(query).await?.map(member).transpose()
    }

    async fn list(&mut self, filter: &Filter, range: Range) -> Result<(u64, Vec<ProvisionedMember>)> {
        if filter.nothing {
            return Ok((0, Vec::new()));
        }
        let all = matching(self.find::<Entity>(), filter);
        let number = all.clone().select_only().column_as(Column::Id.count(), "number");
        let part = all.order_by_asc(Column::Id).offset(range.skip).limit(range.count);
        let (number, part) = self.select_both(&number, &part).await?;
        let number = number.first().map(|row| row.get::<i64>("number")).transpose()?.unwrap_or_default();
        let part = part.iter().map(|row| member(row.model::<Entity>()?)).collect::<Result<_>>()?;
        Ok((u64::try_from(number).map_err(Error::internal)?, part))
    }

    async fn add(&mut self, member: &ProvisionedMember) -> Result<()> {
        let row = ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(member.id.0),
            created_at: Set(member.created_at),
            ..changes(member)?
        };
        self.insert_row(row);
        Ok(())
    }

    async fn update(&mut self, member: &ProvisionedMember, seen: Version) -> Result<()> {
        self.change_at::<Entity>(member.id.0, seen, changes(member)?);
        Ok(())
    }

    async fn remove(&mut self, id: ProvisionedMemberId, seen: Version) -> Result<()> {
        self.remove_at::<Entity>(id.0, seen);
        Ok(())
    }
}

fn matching(mut query: Select<Entity>, filter: &Filter) -> Select<Entity> {
    if let Some(key) = &filter.user_name_key {
        query = query.filter(Column::UserNameKey.eq(key.as_str()));
    }
    if let Some(id) = &filter.external_id {
        query = query.filter(Column::ExternalId.eq(id.as_str()));
    }
    if let Some(active) = filter.active {
        query = query.filter(Column::Active.eq(active));
    }
    query
}

fn changes(member: &ProvisionedMember) -> Result<ActiveModel> {
    let said = &member.attributes;
    let roles = said.roles.map(|roles| serde_json::to_string(&roles)).transpose().map_err(Error::internal)?;
    Ok(ActiveModel {
        organisation_id: NotSet,
        id: NotSet,
        external_id: Set(said.external_id.as_ref().map(|id| id.as_str().to_owned())),
        user_name: Set(said.user_name.as_str().to_owned()),
        user_name_key: Set(member.user_name_key()),
        email: Set(member.email.as_str().to_owned()),
        name: Set(serde_json::to_string(&said.name).map_err(Error::internal)?),
        addresses: Set(serde_json::to_string(&said.addresses).map_err(Error::internal)?),
        roles: Set(roles),
        active: Set(said.active),
        user_id: Set(member.user_id.map(|id| id.0)),
        invitation_id: Set(member.invitation_id.map(|id| id.0)),
        invitations: Set(member.invitations),
        version: Set(member.version),
        created_at: NotSet,
        updated_at: Set(member.updated_at),
    })
}

fn member(row: Model) -> Result<ProvisionedMember> {
    let roles = row.roles.as_deref().map(serde_json::from_str).transpose().map_err(Error::internal)?;
    Ok(ProvisionedMember {
        id: row.id.into(),
        attributes: Attributes {
            external_id: row.external_id.map(text).transpose()?,
            user_name: text(row.user_name)?,
            name: serde_json::from_str(&row.name).map_err(Error::internal)?,
            addresses: serde_json::from_str(&row.addresses).map_err(Error::internal)?,
            roles,
            active: row.active,
        },
        email: email(row.email)?,
        user_id: row.user_id.map(Into::into),
        invitation_id: row.invitation_id.map(Into::into),
        invitations: row.invitations,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
