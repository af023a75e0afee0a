use super::convert::{email, text};
use crate::dialect::later;
use crate::engine::{Ask, rows};
use crate::entity::{client, member};
use crate::transaction::{Queries, Transaction};
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Roles;
use domain::accounts::Email;
use domain::members::{Member, Members, TOLD_ADMINISTRATORS};
use domain::{MemberId, OrganisationId, Page, PageRequest, Result, UserId, Version};
use sea_orm::sea_query::{Expr, ExprTrait, LockType};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect, Value};
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        user_id: Uuid,
        name: String,
        email: String,
        admin: bool,
        coach: bool,
        client: bool,
        client_id: Option<Uuid>,
        version: i64,
        created_at: DateTime<Utc>,
        updated_at: DateTime<Utc>,
    }
}

/// The members, with their users and client records.
const MEMBERS: &str = "select m.id, m.user_id, u.name, u.email, m.admin, m.coach, m.client, c.id as client_id,
        m.version, m.created_at, m.updated_at
    from member m join user_account u on u.id = m.user_id
    left join client c on c.organisation_id = m.organisation_id and c.user_id = m.user_id
    where m.organisation_id = $1";

#[async_trait]
impl Members for Unit {
    async fn get(&mut self, id: MemberId) -> Result<Option<Member>> {
        self.member_where("m.id = $2", id.0.into()).await
    }

    async fn list(&mut self, page: PageRequest) -> Result<Page<Member>> {
        self.page_by_hand(MEMBERS, "m.id", [], page, member_of).await
    }

    async fn has(&mut self, email: &Email) -> Result<bool> {
        Ok(self.with_email(email).await?.is_some())
    }

    async fn with_email(&mut self, email: &Email) -> Result<Option<Member>> {
        self.member_where("u.email = $2", email.as_str().into()).await
    }

    async fn of_user(&mut self, user: UserId) -> Result<Option<Member>> {
        self.member_where("m.user_id = $2", user.0.into()).await
    }

    async fn add(&mut self, id: MemberId, user: UserId, roles: Roles, at: DateTime<Utc>) -> Result<()> {
        let row = member::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(id.0),
            user_id: Set(user.0),
            admin: Set(roles.admin),
            coach: Set(roles.coach),
            client: Set(roles.client),
            version: Set(1),
            created_at: Set(at),
            updated_at: Set(at),
        };
        self.insert_row(row);
        Ok(())
    }

    async fn administrators(&mut self) -> Result<Vec<UserId>> {
        let query = self
            .find::<member::Entity>()
            .filter(member::Column::Admin.eq(true))
            .order_by_asc(member::Column::Id)
            .limit(TOLD_ADMINISTRATORS);
        let rows = self.select(&query).await?;
        rows.iter().map(|row| Ok(row.model::<member::Entity>()?.user_id.into())).collect()
    }

    async fn another_admin(&mut self, than: MemberId) -> Result<bool> {
        // The lock lets the second of two admins who leave at the same time see that the first is gone.
        self.lock_organisation(LockType::NoKeyUpdate).await?;
        let query = self
            .find::<member::Entity>()
            .filter(member::Column::Admin.eq(true))
            .filter(member::Column::Id.ne(than.0))
            .limit(1);
        Ok(!self.select(&query.limit(1)).await?.is_empty())
    }

    async fn update(&mut self, member: &Member, seen: Version) -> Result<()> {
        let changes = member::ActiveModel {
            admin: Set(member.roles.admin),
            coach: Set(member.roles.coach),
            client: Set(member.roles.client),
            version: Set(member.version),
            updated_at: Set(member.updated_at),
            ..Default::default()
        };
        self.change_at::<member::Entity>(member.id.0, seen, changes);
        Ok(())
    }

    async fn unlink_client(&mut self, user: UserId, by: UserId, at: DateTime<Utc>) -> Result<()> {
        // Locks the log-in before the client, in the same order as its confirmation.
        let sql = "update client_login set unlinked_at = $3, unlinked_by = $4
            where organisation_id = $1 and user_id = $2 and unlinked_at is null";
        self.run(sql, [user.0.into(), at.into(), by.0.into()]).await?;
        let update = Unit::update::<client::Entity>(self)
            .col_expr(client::Column::UserId, Expr::value(None::<Uuid>))
            .col_expr(client::Column::LoginConfirmed, Expr::value(true))
            .col_expr(client::Column::Version, Expr::col(client::Column::Version).add(1))
            .col_expr(client::Column::UpdatedAt, Expr::value(at))
            .filter(client::Column::UserId.eq(user.0));
        self.change(&update);
        Ok(())
    }

    async fn end_client_role(&mut self, user: UserId, at: DateTime<Utc>) -> Result<()> {
        let organisation = self.organisation();
        end_client_role(self.transaction(), organisation, user, at);
        Ok(())
    }

    async fn remove(&mut self, id: MemberId, seen: Version) -> Result<()> {
        self.remove_at::<member::Entity>(id.0, seen);
        Ok(())
    }
}

impl Unit {
    async fn member_where(&mut self, condition: &str, value: Value) -> Result<Option<Member>> {
        let row: Option<Row> = self.row(format!("{MEMBERS} and {condition}"), [value]).await?;
        row.map(member_of).transpose()
    }
}

/// Queues the end of a user's role of client: the membership goes, unless it has another role.
pub(crate) fn end_client_role(
    transaction: &mut Transaction,
    organisation: OrganisationId,
    user: UserId,
    at: DateTime<Utc>,
) {
    let delete = "delete from member where organisation_id = $1 and user_id = $2 and not admin and not coach";
    let delete = Ask::new(delete, [organisation.0.into(), user.0.into()]);
    // Of a member who has another role.
    let updated_at = later(transaction.backend(), "updated_at", "$4");
    let update = format!(
        "update member set client = $3, version = version + 1, updated_at = {updated_at}
        where organisation_id = $1 and user_id = $2"
    );
    let update = Ask::new(update, [organisation.0.into(), user.0.into(), false.into(), at.into()]);
    for ask in [delete, update] {
        transaction.queue(ask, None);
    }
}

fn member_of(row: Row) -> Result<Member> {
    Ok(Member {
        id: row.id.into(),
        user_id: row.user_id.into(),
        name: text(row.name)?,
        email: email(row.email)?,
        roles: Roles { admin: row.admin, coach: row.coach, client: row.client },
        client_id: row.client_id.map(Into::into),
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
