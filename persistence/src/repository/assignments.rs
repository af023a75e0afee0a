use super::clients::identity;
use super::convert::{named, named_user, text};
use super::id_list::{ids, json};
use crate::encryption::{ClientKey, Content, EncryptedKey};
use crate::engine::{FromRow, Row as Any, rows};
use crate::entity::assignment;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::accounts::NamedUser;
use domain::assignments::{Assignable, AssignableClient, Assignment, Assignments};
use domain::{AssignmentId, ClientId, Page, PageRequest, Result, UserId, Version};
use sea_orm::sea_query::{CaseStatement, Condition, Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseBackend, QueryFilter, Value};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// What is encrypted of an assignment.
#[derive(Serialize, Deserialize)]
struct Said {
    basis: String,
}

impl Content for Said {
    const TABLE: &'static str = "assignment";
}

rows! {
    struct Row {
        id: Uuid,
        client_id: Uuid,
        client_sealed: Vec<u8>,
        coach_id: Uuid,
        coach_name: Option<String>,
        assigned_by: Option<Uuid>,
        assigned_by_name: Option<String>,
        sealed: Vec<u8>,
        starts_at: DateTime<Utc>,
        ends_at: Option<DateTime<Utc>>,
        version: i64,
        created_at: DateTime<Utc>,
    }
}

/// The assignments, with what is encrypted of their client, the client's key, and the names of users.
pub(super) const ASSIGNMENTS: &str =
    "select a.id, a.client_id, k.sealed as client_sealed, e.key_version, e.client_key, a.coach_id, c.name as coach_name, a.assigned_by,
        b.name as assigned_by_name, a.sealed, a.starts_at, a.ends_at, a.version, a.created_at
    from assignment a
    join client k on k.organisation_id = a.organisation_id and k.id = a.client_id
    left join client_key e on e.organisation_id = a.organisation_id and e.client_id = a.client_id
    left join user_account c on c.id = a.coach_id
    left join user_account b on b.id = a.assigned_by
    where a.organisation_id = $1";

/// The condition that an assignment is of the client `$2` and current at `$3`.
pub(super) const CURRENT: &str = "and a.client_id = $2 and a.starts_at <= $3 and (a.ends_at is null or a.ends_at > $3)";

#[async_trait]
impl Assignments for Unit {
    async fn get(&mut self, id: &Granted<AssignmentId>) -> Result<Option<Assignment>> {
        let rows: Vec<Any> = self.rows(format!("{ASSIGNMENTS} and a.id = $2"), [id.id().0.into()]).await?;
        Ok(self.assignments_in(&rows).await?.pop())
    }

    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<Assignment>> {
        self.assignments("and a.client_id = $2", vec![client.id().0.into()], page).await
    }

    async fn current(
        &mut self,
        client: &Granted<ClientId>,
        at: DateTime<Utc>,
        page: PageRequest,
    ) -> Result<Page<Assignment>> {
        self.assignments(CURRENT, vec![client.id().0.into(), at.into()], page).await
    }

    async fn list_all(&mut self, coach: Option<UserId>, page: PageRequest) -> Result<Page<Assignment>> {
        match coach {
            Some(coach) => self.assignments("and a.coach_id = $2", vec![coach.0.into()], page).await,
            None => self.assignments("", Vec::new(), page).await,
        }
    }

    async fn assignable(&mut self, coach: UserId, clients: &[ClientId]) -> Result<Option<Assignable>> {
        // A concurrent removal of the role waits for this lock, and then finds the new assignment and ends it.
        let lock = if self.backend() == DatabaseBackend::Postgres { "for share of m" } else { "" };
        let of_coach = format!(
            "select u.name from member m left join user_account u on u.id = m.user_id
            where m.organisation_id = $1 and m.user_id = $2 and m.coach {lock}"
        );
        let given = ids(self.backend(), "$3");
        let of_clients = format!(
            "select c.id, c.sealed, e.key_version, e.client_key,
                exists (select 1 from assignment a where a.organisation_id = $1 and a.client_id = c.id
                    and a.coach_id = $2 and a.ends_at is null) as is_assigned
            from client c left join client_key e on e.organisation_id = $1 and e.client_id = c.id
            where c.organisation_id = $1 and c.id in ({given})"
        );
        let asks = [
            self.statement(of_coach, [coach.0.into()]),
            self.statement(of_clients, [coach.0.into(), json(clients)?.into()]),
        ];
        let [found, clients] = self.transaction().ask_all(asks).await?;
        let Some(found) = found.rows.first() else { return Ok(None) };
        let name = found.get::<Option<String>>("name")?.map(text).transpose()?;
        let mut assignable = Assignable { coach: NamedUser { id: coach, name }, clients: HashMap::new() };
        for row in &clients.rows {
            let id = row.get::<Uuid>("id")?.into();
            // Its assignment is encrypted with it.
            self.add_key(EncryptedKey::of(id, row)?);
            let name = identity(&self.key_of(id).await?, id.0, &row.get::<Vec<u8>>("sealed")?)?.name;
            assignable.clients.insert(id, AssignableClient { name, is_assigned: row.get("is_assigned")? });
        }
        Ok(Some(assignable))
    }

    async fn add(&mut self, client: &Granted<ClientId>, assignment: &Assignment) -> Result<()> {
        let row = self.assignment_row(client.id(), assignment).await?;
        self.insert_row(row);
        Ok(())
    }

    async fn add_all(&mut self, assignments: &[Assignment]) -> Result<()> {
        let mut rows = Vec::with_capacity(assignments.len());
        for one in assignments {
            rows.push(self.assignment_row(one.client_id, one).await?);
        }
        self.insert_entries(rows, "/clientIds").await
    }

    async fn update(&mut self, id: &Granted<AssignmentId>, assignment: &Assignment, seen: Version) -> Result<()> {
        let changes = assignment::ActiveModel {
            sealed: Set(sealed(&self.key_of(id.client().id()).await?, assignment)?),
            ends_at: Set(assignment.ends_at),
            version: Set(assignment.version),
            ..Default::default()
        };
        self.change_at::<assignment::Entity>(id.id().0, seen, changes);
        Ok(())
    }

    async fn end_all_of(&mut self, coach: UserId, at: DateTime<Utc>) -> Result<()> {
        // An assignment that has not started yet ends at its start.
        let end = CaseStatement::new()
            .case(assignment::Column::StartsAt.gt(at), Expr::col(assignment::Column::StartsAt))
            .finally(Expr::value(at));
        let going = Condition::any().add(assignment::Column::EndsAt.is_null()).add(assignment::Column::EndsAt.gt(at));
        let update = Unit::update::<assignment::Entity>(self)
            .col_expr(assignment::Column::EndsAt, end.into())
            .col_expr(assignment::Column::Version, Expr::col(assignment::Column::Version).add(1))
            .filter(assignment::Column::CoachId.eq(coach.0))
            .filter(going);
        self.change(&update);
        Ok(())
    }
}

impl Unit {
    /// The row of an assignment to this client.
    async fn assignment_row(&self, client: ClientId, assignment: &Assignment) -> Result<assignment::ActiveModel> {
        Ok(assignment::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(assignment.id.0),
            client_id: Set(client.0),
            coach_id: Set(assignment.coach.id.0),
            assigned_by: Set(assignment.assigned_by.as_ref().map(|by| by.id.0)),
            sealed: Set(sealed(&self.key_of(client).await?, assignment)?),
            starts_at: Set(assignment.starts_at),
            ends_at: Set(assignment.ends_at),
            version: Set(assignment.version),
            created_at: Set(assignment.created_at),
        })
    }

    /// A page of the assignments that meet a condition.
    async fn assignments(
        &mut self,
        condition: &str,
        values: Vec<Value>,
        page: PageRequest,
    ) -> Result<Page<Assignment>> {
        let sql = format!("{ASSIGNMENTS} {condition}");
        let Page { items, next } = self.page_by_hand(&sql, "a.id", values, page, Ok::<Any, _>).await?;
        Ok(Page { items: self.assignments_in(&items).await?, next })
    }

    /// The assignments of rows of [`ASSIGNMENTS`], which have the keys of their clients.
    pub(super) async fn assignments_in(&self, rows: &[Any]) -> Result<Vec<Assignment>> {
        let mut assignments = Vec::with_capacity(rows.len());
        for row in rows {
            let key = self.key_in(row.get::<Uuid>("client_id")?.into(), row).await?;
            assignments.push(assignment(&key, Row::from_row(row)?)?);
        }
        Ok(assignments)
    }
}

fn sealed(key: &ClientKey, assignment: &Assignment) -> Result<Vec<u8>> {
    key.seal(assignment.id.0, &Said { basis: assignment.basis.as_str().to_owned() })
}

fn assignment(key: &ClientKey, row: Row) -> Result<Assignment> {
    let Said { basis } = key.open(row.id, &row.sealed)?;
    Ok(Assignment {
        id: row.id.into(),
        client_id: row.client_id.into(),
        client_name: identity(key, row.client_id, &row.client_sealed)?.name,
        coach: named_user(row.coach_id, row.coach_name)?,
        assigned_by: named(row.assigned_by, row.assigned_by_name)?,
        basis: text(basis)?,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        version: row.version,
        created_at: row.created_at,
    })
}
