use crate::entity::invitation;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Roles;
use domain::accounts::Email;
use domain::invitations::{Invitation, Invitations};
use domain::{Error, InvitationId, Page, PageRequest, Result, SecretDigest, UserId, Version};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

#[async_trait]
impl Invitations for Unit {
    async fn get(&mut self, id: InvitationId) -> Result<Option<Invitation>> {
        let query = self.find::<invitation::Entity>().filter(invitation::Column::Id.eq(id.0));
        self.find_one(query).await?.map(invitation).transpose()
    }

    async fn list(&mut self, page: PageRequest) -> Result<Page<Invitation>> {
        let query = self.find::<invitation::Entity>();
        self.page(query, page, invitation).await
    }

    async fn add(&mut self, invitation: &Invitation, digest: SecretDigest) -> Result<()> {
        let row = invitation::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(invitation.id.0),
            email: Set(invitation.email.as_str().to_owned()),
            admin: Set(invitation.roles.admin),
            coach: Set(invitation.roles.coach),
            client_id: Set(invitation.client_id.map(|id| id.0)),
            invited_by: Set(invitation.invited_by.0),
            secret_hash: Set(digest.0.to_vec()),
            expires_at: Set(invitation.expires_at),
            accepted_at: Set(invitation.accepted_at),
            version: Set(invitation.version),
            created_at: Set(invitation.created_at),
        };
        self.insert_naming([row], "/clientId");
        Ok(())
    }

    async fn remove(&mut self, id: InvitationId, seen: Version) -> Result<()> {
        self.remove_at::<invitation::Entity>(id.0, seen);
        Ok(())
    }

    async fn withdraw_all_by(&mut self, inviter: UserId) -> Result<()> {
        let delete = self
            .delete::<invitation::Entity>()
            .filter(invitation::Column::InvitedBy.eq(inviter.0))
            .filter(invitation::Column::AcceptedAt.is_null());
        self.change(&delete);
        Ok(())
    }
}

fn invitation(row: invitation::Model) -> Result<Invitation> {
    Ok(Invitation {
        id: row.id.into(),
        email: Email::new(row.email).map_err(Error::internal)?,
        roles: Roles { admin: row.admin, coach: row.coach, client: row.client_id.is_some() },
        client_id: row.client_id.map(Into::into),
        invited_by: row.invited_by.into(),
        expires_at: row.expires_at,
        accepted_at: row.accepted_at,
        version: row.version,
        created_at: row.created_at,
    })
}
