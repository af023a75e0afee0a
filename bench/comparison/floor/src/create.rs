//! Creates a person, a supporter and the supports given, in one transaction.

use crate::{Bearer, Refused};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, post, web};
use chrono::Utc;
use deadpool_postgres::Pool;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const CLIENT: &str = "select client_id from map where organisation_id = $1 and id = $2";
const PERSON: &str = "insert into person (organisation_id, id, client_id, alias, version, created_at, updated_at)
    values ($1, $2, $3, $4, 1, $5, $5)";
const SUPPORTER: &str = "insert into supporter
        (organisation_id, id, client_id, map_id, person_id, closeness, supports_answered, version, created_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, true, 1, $7, $7)";
const SUPPORTS: &str =
    "insert into support (organisation_id, map_id, supporter_id, support_type, direction, availability)
    select $1, $2, $3, * from unnest($4::text[], $5::text[], $6::text[])";

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct CreateSupporter {
    person: Person,
    closeness: Option<String>,
    supports: Vec<Support>,
}

#[derive(Deserialize, Serialize)]
struct Person {
    alias: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Support {
    support_type: String,
    direction: Option<String>,
    availability: Option<String>,
}

#[derive(Serialize)]
struct Created {
    id: Uuid,
    #[serde(flatten)]
    what: CreateSupporter,
}

#[post("/v1/maps/{id}/supporters")]
pub async fn create_supporter(
    pool: web::Data<Pool>,
    caller: Bearer,
    map: web::Path<Uuid>,
    body: web::Json<CreateSupporter>,
) -> Result<HttpResponse, Refused> {
    let (organisation, map, body) = (caller.0, map.into_inner(), body.into_inner());
    let mut database = pool.get().await?;
    let work = database.transaction().await?;
    let client = work.prepare_cached(CLIENT).await?;
    let client = work.query_opt(&client, &[&organisation, &map]).await?.ok_or(Refused(StatusCode::NOT_FOUND))?;
    let (client, person, supporter, now): (Uuid, _, _, _) = (client.get(0), Uuid::now_v7(), Uuid::now_v7(), Utc::now());
    let statement = work.prepare_cached(PERSON).await?;
    work.execute(&statement, &[&organisation, &person, &client, &body.person.alias, &now]).await?;
    let statement = work.prepare_cached(SUPPORTER).await?;
    work.execute(&statement, &[&organisation, &supporter, &client, &map, &person, &body.closeness, &now]).await?;
    let types: Vec<_> = body.supports.iter().map(|support| &support.support_type).collect();
    let directions: Vec<_> = body.supports.iter().map(|support| &support.direction).collect();
    let availabilities: Vec<_> = body.supports.iter().map(|support| &support.availability).collect();
    let statement = work.prepare_cached(SUPPORTS).await?;
    work.execute(&statement, &[&organisation, &map, &supporter, &types, &directions, &availabilities]).await?;
    work.commit().await?;
    Ok(HttpResponse::Created().json(Created { id: supporter, what: body }))
}
