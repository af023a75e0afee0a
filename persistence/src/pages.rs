//! Keyset pages: the rows after the id of the cursor, in order of id or its reverse, and one row more than the page holds.

use crate::engine::Row;
use domain::{Error, Order, Page, PageRequest, Result};
use sea_orm::{ColumnTrait, EntityTrait, Order as Direction, QueryFilter, QueryOrder, QuerySelect, Select, Value};
use uuid::Uuid;

/// Limits a query to the rows of a page.
pub(crate) fn keyset<E: EntityTrait>(query: Select<E>, id: E::Column, page: PageRequest) -> Select<E> {
    keyset_of(query, id, page, page.rows())
}

/// Limits a query to this number of rows, from where a page begins.
pub(crate) fn keyset_of<E: EntityTrait>(query: Select<E>, id: E::Column, page: PageRequest, rows: u64) -> Select<E> {
    let newest_first = page.order() == Order::NewestFirst;
    let query = match page.after {
        Some(after) => query.filter(if newest_first { id.lt(after) } else { id.gt(after) }),
        None => query,
    };
    query.order_by(id, if newest_first { Direction::Desc } else { Direction::Asc }).limit(rows)
}

/// Limits a statement to the rows of a page: its text ends with its conditions, and it has this many values already.
pub(crate) fn keyset_sql(sql: &str, id: &str, values: usize, page: PageRequest) -> Result<(String, [Value; 2])> {
    // No id is lower than nil or higher than max.
    let (is_after, direction, start) = match page.order() {
        Order::OldestFirst => (">", "asc", Uuid::nil()),
        Order::NewestFirst => ("<", "desc", Uuid::max()),
    };
    let (after, limit) = (values + 1, values + 2);
    let sql = format!("{sql} and {id} {is_after} ${after} order by {id} {direction} limit ${limit}");
    let rows = i64::try_from(page.rows()).map_err(Error::internal)?;
    Ok((sql, [page.after.unwrap_or(start).into(), rows.into()]))
}

/// The page of these rows, which have a column `id`.
pub(crate) fn page_of<T>(rows: Vec<Row>, page: PageRequest, make: impl Fn(&Row) -> Result<T>) -> Result<Page<T>> {
    let rows = rows.into_iter().map(|row| Ok((row.get::<Uuid>("id")?, row))).collect::<Result<Vec<_>>>()?;
    page.page(rows, |(id, _)| *id).try_map(|(_, row)| make(&row))
}
