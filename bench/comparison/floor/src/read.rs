//! Reads a map: one query for the map, one for its supporters with their persons, one for their supports.

use crate::{Bearer, Refused};
use actix_web::http::StatusCode;
use actix_web::{get, web};
use chrono::{DateTime, NaiveDate, Utc};
use deadpool_postgres::Pool;
use serde::Serialize;
use std::collections::HashMap;
use uuid::Uuid;

const MAP: &str = "select client_id, theme, private, review_on, version, created_at, updated_at
    from map where organisation_id = $1 and id = $2";
const SUPPORTERS: &str = "select s.id, s.person_id, s.closeness, s.contact_frequency, s.tension, s.burden, s.version,
        s.created_at, s.updated_at, p.alias, p.relationship, p.life_domain, p.phone, p.email, p.note
    from supporter s join person p on p.organisation_id = s.organisation_id and p.client_id = s.client_id and p.id = s.person_id
    where s.organisation_id = $1 and s.map_id = $2 order by s.id";
const SUPPORTS: &str = "select supporter_id, support_type, direction, availability
    from support where organisation_id = $1 and map_id = $2";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Map {
    id: Uuid,
    client_id: Uuid,
    theme: String,
    private: bool,
    review_on: Option<NaiveDate>,
    version: i64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    supporters: Vec<Supporter>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Supporter {
    id: Uuid,
    closeness: Option<String>,
    contact_frequency: Option<String>,
    tension: Option<i16>,
    burden: Option<i16>,
    version: i64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    person: Person,
    supports: Vec<Support>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Person {
    id: Uuid,
    alias: String,
    relationship: Option<String>,
    life_domain: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    note: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Support {
    support_type: String,
    direction: Option<String>,
    availability: Option<String>,
}

#[get("/v1/maps/{id}")]
pub async fn read_map(
    pool: web::Data<Pool>,
    caller: Bearer,
    id: web::Path<Uuid>,
) -> Result<web::Json<impl Serialize>, Refused> {
    let (organisation, id) = (caller.0, id.into_inner());
    let database = pool.get().await?;
    let (map, supporters, supports) = (
        database.prepare_cached(MAP).await?,
        database.prepare_cached(SUPPORTERS).await?,
        database.prepare_cached(SUPPORTS).await?,
    );
    let map = database.query_opt(&map, &[&organisation, &id]).await?.ok_or(Refused(StatusCode::NOT_FOUND))?;
    let supporters = database.query(&supporters, &[&organisation, &id]).await?;
    let mut of: HashMap<Uuid, Vec<Support>> = HashMap::with_capacity(supporters.len());
    for row in database.query(&supports, &[&organisation, &id]).await? {
        let support = Support { support_type: row.get(1), direction: row.get(2), availability: row.get(3) };
        of.entry(row.get(0)).or_default().push(support);
    }
    let supporters = supporters.iter().map(|row| supporter(row, of.remove(&row.get(0)).unwrap_or_default())).collect();
    Ok(web::Json(Map {
        id,
        client_id: map.get(0),
        theme: map.get(1),
        private: map.get(2),
        review_on: map.get(3),
        version: map.get(4),
        created_at: map.get(5),
        updated_at: map.get(6),
        supporters,
    }))
}

fn supporter(row: &tokio_postgres::Row, supports: Vec<Support>) -> Supporter {
    Supporter {
        id: row.get(0),
        closeness: row.get(2),
        contact_frequency: row.get(3),
        tension: row.get(4),
        burden: row.get(5),
        version: row.get(6),
        created_at: row.get(7),
        updated_at: row.get(8),
        person: Person {
            id: row.get(1),
            alias: row.get(9),
            relationship: row.get(10),
            life_domain: row.get(11),
            phone: row.get(12),
            email: row.get(13),
            note: row.get(14),
        },
        supports,
    }
}
