use super::convert::{named_user, word, word_of};
use super::invited_address::{AddressKeys, SealedAddress, open};
use crate::engine::rows;
use crate::entity::{invitation, organisation};
use crate::transaction::{Queries, unexpected};
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Roles;
use domain::accounts::Email;
use domain::invitations::{Invitation, Invitations, Known, MAX_DELIVERIES, MailStatus};
use domain::jobs::NewJob;
use domain::ports::KeyVersion;
use domain::{Conflict, Error, InvitationId, MemberId, Page, PageRequest, Result, SecretDigest, UserId, Version};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        key_version: Option<KeyVersion>,
        sealed: Option<Vec<u8>>,
        delivery: String,
        mail_state: Option<String>,
        mail_at: Option<DateTime<Utc>>,
        admin: bool,
        coach: bool,
        language: Option<String>,
        client_id: Option<Uuid>,
        member_id: Option<Uuid>,
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
    "select i.id, i.key_version, i.sealed, i.delivery, i.mail_state, i.mail_at, i.admin, i.coach, i.language,
        i.client_id, i.member_id, i.invited_by,
        coalesce(u.name, g.name) as invited_by_name,
        i.expires_at, i.accepted_at, i.version, i.created_at
    from invitation i left join user_account u on u.id = i.invited_by
    left join integration g on g.organisation_id = i.organisation_id and g.id = i.invited_by
    where i.organisation_id = $1";

#[async_trait]
impl Invitations for Unit {
    async fn get(&mut self, id: InvitationId) -> Result<Option<Invitation>> {
        let row: Option<Row> = self.row(format!("{INVITATIONS} and i.id = $2"), [id.0.into()]).await?;
        match row {
            Some(row) => self.invitation(row).await.map(Some),
            None => Ok(None),
        }
    }

    async fn list(&mut self, page: PageRequest) -> Result<Page<Invitation>> {
        let Page { items, next } = self.page_by_hand(INVITATIONS, "i.id", [], page, Ok::<Row, _>).await?;
        let mut invitations = Vec::with_capacity(items.len());
        for row in items {
            invitations.push(self.invitation(row).await?);
        }
        Ok(Page { items: invitations, next })
    }

    async fn add(&mut self, invitation: &Invitation, digest: SecretDigest) -> Result<()> {
        let (state, at) = mail_columns(invitation);
        let address = self.sealed_address(invitation).await?;
        let row = invitation::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(invitation.id.0),
            key_version: Set(address.as_ref().map(|address| address.key_version)),
            sealed: Set(address.as_ref().map(|address| address.sealed.clone())),
            index_version: Set(address.as_ref().map(|address| address.index_version)),
            address_hash: Set(address.map(|address| address.address_hash)),
            admin: Set(invitation.roles.admin),
            coach: Set(invitation.roles.coach),
            client_id: Set(invitation.client_id.map(|id| id.0)),
            member_id: Set(invitation.member_id.map(|id| id.0)),
            invited_by: Set(invitation.invited_by.id.0),
            secret_hash: Set(digest.0.to_vec()),
            expires_at: Set(invitation.expires_at),
            accepted_at: Set(invitation.accepted_at),
            delivery: Set(invitation.delivery.code().to_owned()),
            mail_state: Set(state),
            mail_at: Set(at),
            deliveries: Set(1),
            version: Set(invitation.version),
            language: Set(invitation.language.map(|language| language.code().to_owned())),
            created_at: Set(invitation.created_at),
        };
        self.insert_naming([row], "/clientId");
        Ok(())
    }

    async fn add_all(&mut self, invitations: &[(Invitation, SecretDigest)]) -> Result<()> {
        self.add_invitations(invitations).await
    }

    async fn known(&mut self, emails: &[&Email], at: DateTime<Utc>) -> Result<HashMap<Email, Known>> {
        self.known_addresses(emails, at).await
    }

    async fn lock(&mut self) -> Result<()> {
        let organisation = self.find::<organisation::Entity>().lock(LockType::NoKeyUpdate);
        Queries::lock(self, &organisation);
        Ok(())
    }

    async fn enqueue_mails(&mut self, jobs: &[NewJob], since: DateTime<Utc>, most: u32) -> Result<()> {
        self.enqueue_invitation_mails(jobs, since, most)
    }

    async fn deliver(&mut self, invitation: &Invitation, digest: SecretDigest) -> Result<()> {
        let sql = "update invitation set secret_hash = $3, invited_by = $4, expires_at = $5, delivery = $6,
                mail_state = $7, mail_at = $8, version = $9, deliveries = deliveries + 1
            where organisation_id = $1 and id = $2 and accepted_at is null and deliveries < $10";
        let (state, at) = mail_columns(invitation);
        let values = [
            invitation.id.0.into(),
            digest.0.to_vec().into(),
            invitation.invited_by.id.0.into(),
            invitation.expires_at.into(),
            invitation.delivery.code().into(),
            state.into(),
            at.into(),
            invitation.version.into(),
            MAX_DELIVERIES.into(),
        ];
        let often = unexpected(Error::Conflict(Conflict::InvitationSentOften));
        let ask = self.statement(sql, values).expecting(1);
        self.queue(ask, Some(often));
        Ok(())
    }

    async fn remove(&mut self, id: InvitationId, seen: Version) -> Result<()> {
        self.remove_at::<invitation::Entity>(id.0, seen);
        Ok(())
    }

    async fn replace_of(&mut self, member: MemberId) -> Result<()> {
        let delete = self
            .delete::<invitation::Entity>()
            .filter(invitation::Column::MemberId.eq(member.0))
            .filter(invitation::Column::AcceptedAt.is_null());
        self.change(&delete);
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

pub(super) fn mail_columns(invitation: &Invitation) -> (Option<String>, Option<DateTime<Utc>>) {
    invitation.mail.map(|mail| (mail.state.code().to_owned(), mail.at)).unzip()
}

impl Unit {
    async fn invitation(&self, row: Row) -> Result<Invitation> {
        let state = row.mail_state.as_deref().map(word).transpose()?;
        let address = (row.key_version, row.sealed.as_deref());
        Ok(Invitation {
            id: row.id.into(),
            email: open(self.organisation_keys(), self.organisation(), row.id, address).await?,
            delivery: word(&row.delivery)?,
            mail: state.zip(row.mail_at).map(|(state, at)| MailStatus { state, at }),
            roles: Roles { admin: row.admin, coach: row.coach, client: row.client_id.is_some() },
            language: word_of(row.language)?,
            client_id: row.client_id.map(Into::into),
            member_id: row.member_id.map(Into::into),
            invited_by: named_user(row.invited_by, row.invited_by_name)?,
            expires_at: row.expires_at,
            accepted_at: row.accepted_at,
            version: row.version,
            created_at: row.created_at,
        })
    }

    async fn sealed_address(&self, invitation: &Invitation) -> Result<Option<SealedAddress>> {
        let Some(email) = &invitation.email else { return Ok(None) };
        let keys = AddressKeys::newest(self.organisation_keys(), self.organisation()).await?;
        keys.seal(invitation.id.0, email).map(Some)
    }
}
