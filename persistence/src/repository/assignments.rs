use super::convert::text;
use crate::entity::assignment;
use crate::error::from_db;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::assignments::{Assignment, Assignments};
use domain::{AssignmentId, ClientId, Error, Page, PageRequest, Result, UserId, Version};
use sea_orm::sea_query::{CaseStatement, Condition, Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

#[async_trait]
impl Assignments for Unit {
    async fn get(&mut self, id: AssignmentId) -> Result<Option<Assignment>> {
        let query = self.find::<assignment::Entity>().filter(assignment::Column::Id.eq(id.0));
        query.one(self.db()).await.map_err(from_db)?.map(assignment).transpose()
    }

    async fn list(&mut self, client: ClientId, page: PageRequest) -> Result<Page<Assignment>> {
        let mut query = self.find::<assignment::Entity>().filter(assignment::Column::ClientId.eq(client.0));
        if let Some(after) = page.after {
            query = query.filter(assignment::Column::Id.gt(after));
        }
        let rows =
            query.order_by_asc(assignment::Column::Id).limit(page.rows()).all(self.db()).await.map_err(from_db)?;
        let assignments = rows.into_iter().map(assignment).collect::<Result<_>>()?;
        Ok(page.page(assignments, |assignment: &Assignment| assignment.id.0))
    }

    async fn add(&mut self, assignment: &Assignment) -> Result<()> {
        let row = assignment::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(assignment.id.0),
            client_id: Set(assignment.client_id.0),
            coach_id: Set(assignment.coach_id.0),
            basis: Set(assignment.basis.as_str().to_owned()),
            starts_at: Set(assignment.starts_at),
            ends_at: Set(assignment.ends_at),
            version: Set(assignment.version),
            created_at: Set(assignment.created_at),
        };
        assignment::Entity::insert(row).exec_without_returning(self.db()).await.map_err(from_db).map(drop)
    }

    async fn update(&mut self, assignment: &Assignment, seen: Version) -> Result<()> {
        let changes = assignment::ActiveModel {
            basis: Set(assignment.basis.as_str().to_owned()),
            ends_at: Set(assignment.ends_at),
            version: Set(assignment.version),
            ..Default::default()
        };
        let update = Unit::update::<assignment::Entity>(self)
            .set(changes)
            .filter(assignment::Column::Id.eq(assignment.id.0))
            .filter(assignment::Column::Version.eq(seen));
        let updated = update.exec(self.db()).await.map_err(from_db)?.rows_affected;
        if updated == 0 { Err(Error::Stale(assignment.version)) } else { Ok(()) }
    }

    async fn end_all_of(&mut self, coach: UserId, at: DateTime<Utc>) -> Result<()> {
        // One that has not begun never will.
        let end = CaseStatement::new()
            .case(assignment::Column::StartsAt.gt(at), Expr::col(assignment::Column::StartsAt))
            .finally(Expr::value(at));
        let going = Condition::any().add(assignment::Column::EndsAt.is_null()).add(assignment::Column::EndsAt.gt(at));
        let update = Unit::update::<assignment::Entity>(self)
            .col_expr(assignment::Column::EndsAt, end.into())
            .col_expr(assignment::Column::Version, Expr::col(assignment::Column::Version).add(1))
            .filter(assignment::Column::CoachId.eq(coach.0))
            .filter(going);
        update.exec(self.db()).await.map_err(from_db).map(drop)
    }
}

fn assignment(row: assignment::Model) -> Result<Assignment> {
    Ok(Assignment {
        id: row.id.into(),
        client_id: row.client_id.into(),
        coach_id: row.coach_id.into(),
        basis: text(row.basis)?,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        version: row.version,
        created_at: row.created_at,
    })
}
