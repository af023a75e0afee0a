use super::convert::{email, text};
use crate::engine::rows;
use crate::entity::invitation;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Roles;
use domain::accounts::NamedUser;
use domain::invitations::{Invitation, Invitations};
use domain::{InvitationId, Page, PageRequest, Result, SecretDigest, UserId, Version};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        email: String,
        admin: bool,
        coach: bool,
        client_id: Option<Uuid>,
        invited_by: Uuid,
        invited_by_name: Option<String>,
        expires_at: DateTime<Utc>,
        accepted_at: Option<DateTime<Utc>>,
        version: i64,
        created_at: DateTime<Utc>,
    }
}

/// The invitations, with the names of the inviters.
const INVITATIONS: &str =
    "select i.id, i.email, i.admin, i.coach, i.client_id, i.invited_by, u.name as invited_by_name,
        i.expires_at, i.accepted_at, i.version, i.created_at
    from invitation i left join user_account u on u.id = i.invited_by
    where i.organisation_id = $1";

#[async_trait]
impl Invitations for Unit {
    async fn get(&mut self, id: InvitationId) -> Result<Option<Invitation>> {
        let row: Option<Row> = self.row(format!("{INVITATIONS} and i.id = $2"), [id.0.into()]).await?;
        row.map(invitation).transpose()
    }

    async fn list(&mut self, page: PageRequest) -> Result<Page<Invitation>> {
        self.page_by_hand(INVITATIONS, "i.id", [], page, invitation).await
    }

    async fn add(&mut self, invitation: &Invitation, digest: SecretDigest) -> Result<()> {
        let row = invitation::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(invitation.id.0),
            email: Set(invitation.email.as_str().to_owned()),
            admin: Set(invitation.roles.admin),
            coach: Set(invitation.roles.coach),
            client_id: Set(invitation.client_id.map(|id| id.0)),
            invited_by: Set(invitation.invited_by.id.0),
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

fn invitation(row: Row) -> Result<Invitation> {
    Ok(Invitation {
        id: row.id.into(),
        email: email(row.email)?,
        roles: Roles { admin: row.admin, coach: row.coach, client: row.client_id.is_some() },
        client_id: row.client_id.map(Into::into),
        invited_by: NamedUser { id: row.invited_by.into(), name: row.invited_by_name.map(text).transpose()? },
        expires_at: row.expires_at,
        accepted_at: row.accepted_at,
        version: row.version,
        created_at: row.created_at,
    })
}
